"""words -> the numbers among them that are no figures: dates, times, names, labels, scores."""

from collections.abc import Callable
from functools import cache

from bot.analysis.figures.distractors.clocks import find_clock, find_spoken_clock
from bot.analysis.figures.distractors.dates import (
    find_day,
    find_day_and_month,
    find_month_and_day,
    find_numeric_date,
    find_ordinal,
)
from bot.analysis.figures.distractors.names import (
    find_glued_name,
    find_labelled,
    find_numbered_name,
)
from bot.analysis.figures.distractors.neighbours import Distractor, small_words
from bot.analysis.figures.distractors.scores import (
    find_listed,
    find_row,
    find_score,
    find_telephone,
)
from bot.analysis.figures.distractors.spelled import find_spelled_name
from bot.analysis.figures.distractors.years import find_year
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.numerals import opening_words

Way = Callable[[Passage, list[Tag], int, str], Distractor]
"""A way to see that the number at a word counts nothing."""


def mask_distractors(passage: Passage, tags: list[Tag], language: str) -> set[int]:
    """The places of words that belong to no figure; ``tags`` is told what they are instead.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def left(text):
    ...     passage = Passage(text, split_words(text))
    ...     masked = mask_distractors(passage, tag_words(passage.words), "en")
    ...     return [w.text for i, w in enumerate(passage.words) if w.is_digits and i not in masked]
    >>> left("On May 15, 2019 at 8:40 p.m. the 737 Max and 12 jets of Boeing 777 type left")
    ['12']
    >>> left("Section 316 had 52 fans for the 4-1 win, the 10th since 2007; G7 sent 3")
    ['52', '3']
    """
    masked: set[int] = set()
    index = 0
    while index < len(passage.words):
        found = _find(passage, tags, index, language)
        if not found:
            index += 1
            continue
        last, tag = found
        last = min(last, len(tags))
        masked.update(range(index, last))
        if tag is Tag.NAME and passage.glued(index) and passage.words[index - 1].is_letters:
            tags[index - 1] = tag  # the letters of "i4"
        tags[index:last] = [tag] * (last - index)
        index = max(last, index + 1)
    return masked


def _find(passage: Passage, tags: list[Tag], index: int, language: str) -> tuple[int, Tag] | None:
    word = passage.words[index]
    digits = word.is_digits
    if not digits and word.lower not in _labelling(language):
        return None
    ways = _DIGIT_WAYS if digits else _WORD_WAYS
    return next((found for way in ways if (found := way(passage, tags, index, language))), None)


@cache
def _labelling(language: str) -> frozenset[str]:
    """The words that may open a date or a name without a digit of their own."""
    labels = word_set(language, "figure_months") | small_words() | {"number", "top"}
    return labels if language == "en" else labels | opening_words(language)


_DIGIT_WAYS: tuple[Way, ...] = (
    find_listed,
    find_row,
    find_clock,
    find_day_and_month,
    find_ordinal,
    find_day,
    find_numeric_date,
    find_telephone,
    find_glued_name,
    find_score,
    find_year,
    find_labelled,
    find_numbered_name,
)


_WORD_WAYS: tuple[Way, ...] = (find_month_and_day, find_spoken_clock, find_spelled_name)
