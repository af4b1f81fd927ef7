"""Parts of speech, and what word lists and endings tell of a word by itself."""

from enum import Enum
from functools import cache

from bot.analysis.figures.grammar.verbs import (
    finite_verbs,
    is_gerund,
    past_forms,
    unchanging_past,
)
from bot.analysis.figures.grammar.words import Word, word_set
from bot.analysis.lexicon import read_words


class Tag(Enum):
    """A coarse part of speech; what no list or ending tells is a noun."""

    NOUN = "noun"
    NAME = "name"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    VERB = "verb"
    PARTICIPLE = "participle"  # "killed", "rising": a verb or what describes a noun
    AUXILIARY = "auxiliary"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    NUMBER = "number"
    TIME = "time"
    MARK = "mark"  # punctuation and signs


NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE})
"""What a noun phrase is made of, beside its determiner."""


_LISTS = (
    ("auxiliaries", Tag.AUXILIARY),
    ("determiners", Tag.DETERMINER),
    ("pronouns", Tag.PRONOUN),
    ("conjunctions", Tag.CONJUNCTION),
    ("prepositions", Tag.PREPOSITION),
    ("adverbs", Tag.ADVERB),
    ("times", Tag.TIME),
    ("adjectives", Tag.ADJECTIVE),
)


@cache
def _closed_words() -> dict[str, Tag]:
    """Every listed word with its tag; a word of two lists keeps the first."""
    tags: dict[str, Tag] = {}
    for name, tag in _LISTS:
        for word in read_words("en", f"grammar_{name}"):
            tags.setdefault(word, tag)
    return tags


def tag_alone(word: Word, first: bool) -> Tag:
    """The tag of a word by itself: lists, then endings, then the capital.

    >>> from bot.analysis.figures.grammar.words import split_words
    >>> [tag_alone(word, False).value for word in split_words("They quickly told Oslo of 9 rises")]
    ['name', 'adverb', 'participle', 'name', 'preposition', 'number', 'verb']
    """
    lower = word.lower
    if not word.is_letters:
        return Tag.NUMBER if word.text[0].isdigit() or word.is_digits else Tag.MARK
    if lower == "i" or lower.startswith("i'"):
        return Tag.PRONOUN if lower == "i" else Tag.AUXILIARY
    if word.capital and not first:
        return Tag.TIME if lower in word_set("en", "grammar_times") else Tag.NAME
    closed = _closed_words().get(lower)
    if closed:
        return closed
    if _is_contraction(lower):
        return Tag.AUXILIARY
    if lower in _number_words():
        return Tag.NUMBER
    if lower in word_set("en", "grammar_gerund_nouns"):
        return Tag.NOUN
    if lower in unchanging_past() or lower in finite_verbs():
        return Tag.VERB
    if lower in past_forms() or _has_ending(lower, "ed") or is_gerund(lower):
        return Tag.PARTICIPLE
    if _has_ending(lower, "ly") and lower not in word_set("en", "grammar_not_adverbs"):
        return Tag.ADVERB
    return Tag.NAME if word.capital else Tag.NOUN


@cache
def _number_words() -> frozenset[str]:
    lists = ("figure_number_words", "figure_scales", "figure_vague_scales")
    lines = (line for name in lists for line in read_words("en", name))
    return frozenset(line.split()[0] for line in lines) - {"one"}


def _is_contraction(lower: str) -> bool:
    """A pronoun with its verb: "it's", "they've"."""
    word, apostrophe, _ = lower.partition("'")
    known = _closed_words().get(word) is Tag.PRONOUN or word in ("that", "this", "what")
    return bool(apostrophe) and known


def _has_ending(lower: str, ending: str) -> bool:
    """Whether a word has an ending and is not of one piece with it: "added", not "speed"."""
    return len(lower) > len(ending) + 2 and lower.endswith(ending) and not lower.endswith("eed")
