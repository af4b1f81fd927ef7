"""A story -> the sentences that sumy's methods choose, given our sentences and our words.

sumy is imported when a method is first asked for: it brings NLTK, which takes a second to load.
Its own tokenizer would need a download and drops figures; KL is left out, as its time is cubic.
"""

import warnings
from collections import Counter
from typing import Any

from bot.analysis.lexicon import read_words
from bot.analysis.summary.story import Story
from bot.analysis.summary.words import LONGEST, split_words, stem, stop_words

MOST = 60  # sentences given to sumy: most of its methods compare each with each
SUMY_METHODS = ("edmundson", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank")
METHODS = ("newsroom", "lead", *SUMY_METHODS)
KEY_WORDS = 10  # bonus words of Edmundson's method where there is no title


class _Words:
    """What sumy takes for a tokenizer."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return split_words(sentence)[:LONGEST]


def rank_lines(story: Story, method: str, count: int) -> tuple[int, ...]:
    """The numbers of the ``count`` lines that a method chooses, in their order.

    Raises ValueError for a method that there is not.
    """
    if method == "lead":
        return tuple(range(min(count, len(story.lines))))
    if method not in SUMY_METHODS:
        raise ValueError(f"no method {method!r}; there are: {', '.join(METHODS)}")
    if len(story.lines) <= count:
        return tuple(range(len(story.lines)))
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    words = _Words()
    lines = [SumySentence(line.text, words) for line in story.lines[:MOST]]
    document = ObjectDocumentModel([Paragraph(lines)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA's, when a text has fewer words than sentences
        chosen = _summarizer(method, story)(document, count)
    places = {id(line): number for number, line in enumerate(lines)}
    return tuple(places[id(sentence)] for sentence in chosen)


def _summarizer(method: str, story: Story) -> Any:
    from sumy.summarizers.edmundson import EdmundsonSummarizer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.reduction import ReductionSummarizer
    from sumy.summarizers.sum_basic import SumBasicSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    stops = stop_words(story.language) or frozenset({""})
    if method == "edmundson":
        edmundson = EdmundsonSummarizer(stem)
        edmundson.bonus_words = _key_words(story)
        edmundson.stigma_words = read_words(story.language or "en", "pointers_back") or ("",)
        edmundson.null_words = stops
        return edmundson
    summarizer = {
        "lexrank": LexRankSummarizer,
        "lsa": LsaSummarizer,
        "luhn": LuhnSummarizer,
        "reduction": ReductionSummarizer,
        "sumbasic": SumBasicSummarizer,
        "textrank": TextRankSummarizer,
    }[method](stem)
    summarizer.stop_words = stops
    return summarizer


def _key_words(story: Story) -> frozenset[str]:
    """The words of the title, else those that the story repeats most."""
    counts = Counter(word for line in story.lines for word in line.stems)
    return frozenset(story.title_stems) or frozenset(
        word for word, _ in counts.most_common(KEY_WORDS)
    )
