"""What stands around a number: units, plurals, dashes."""

from functools import cache

from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.units import find_currency_after, find_unit
from bot.analysis.lexicon import read_words

Distractor = tuple[int, Tag] | None
"""Where a number ends that is no figure, and what it is instead; None where it may be one."""

DASHES = ("-", "–", "‑", "−")


def is_plural(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Whether the noun phrase that begins here ends like a plural.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> passage = read_passage("old dogs and cat food")
    >>> tags = tag_words(passage.words)
    >>> is_plural(passage, tags, 0), is_plural(passage, tags, 3)
    (True, False)
    """
    last = index
    while last < len(tags) and tags[last] in NOMINAL and last - index < 5:
        last += 1
    noun = passage.lower(last - 1)
    return noun.endswith("s") or noun in ("people", "men", "women", "children", "police")


def is_measured(passage: Passage, index: int, language: str) -> bool:
    """Whether a unit, a currency or a scale stands behind the number at a word.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> passage = read_passage("40 km and 40 dogs")
    >>> is_measured(passage, 0, "en"), is_measured(passage, 3, "en")
    (True, False)
    """
    behind = index + 1 + (passage.lower(index + 1) == "-")
    scales = ("million", "billion", "trillion", "thousand", "hundred", "dozen", "lakh", "crore")
    return bool(
        find_unit(passage, behind, language)
        or find_currency_after(passage, behind, language)
        or passage.lower(behind) in scales
    )


@cache
def label_words(language: str) -> frozenset[str]:
    """The words before a number that make it a label, of English and of a language.

    >>> "section" in label_words("de"), "platz" in label_words("de"), "platz" in label_words("en")
    (True, True, False)
    """
    return word_set("en", "figure_labels") | word_set(language, "figure_labels")


@cache
def part_words() -> frozenset[str]:
    """The words for parts of one: "third", "quarters".

    >>> "third" in part_words(), "three" in part_words()
    (True, False)
    """
    lines = read_words("en", "figure_fractions")
    return frozenset(line.split()[0] for line in lines)


@cache
def small_words(language: str = "en") -> frozenset[str]:
    """The number words below a hundred.

    >>> "three" in small_words(), "million" in small_words(), "vier" in small_words("de")
    (True, False, True)
    """
    lines = read_words(language, "figure_number_words") or read_words("en", "figure_number_words")
    return frozenset(line.split()[0] for line in lines)
