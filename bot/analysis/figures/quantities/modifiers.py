"""words around a number -> how exactly it is meant."""

from functools import cache

from bot.analysis.figures.grammar.words import Passage, split_words
from bot.analysis.figures.quantities.units import TIMES
from bot.analysis.lexicon import read_words
from bot.model import Modifier

_LONGEST = 5
"""Words that a modifier may have."""


_LENGTHS_AFTER = ("for", "just", "well", "lasted", "lasting", "took", "taking", "spanning", "of")
"""What makes "over" before a duration mean "more than" and not "during"."""


_SIGNS = {
    "~": Modifier.ABOUT,
    "≈": Modifier.ABOUT,
    ">": Modifier.OVER,
    "<": Modifier.UNDER,
    "≥": Modifier.AT_LEAST,
    "≤": Modifier.AT_MOST,
}


@cache
def _modifiers(language: str, name: str) -> dict[tuple[str, ...], Modifier]:
    found = {}
    for line in read_words(language, name) or read_words("en", name):
        words, _, sign = line.rpartition(": ")
        found[tuple(word.lower for word in split_words(words))] = Modifier(sign)
    return found


def find_modifier_before(
    passage: Passage, first: int, unit: str | None, language: str
) -> tuple[int, Modifier] | None:
    """Where the modifier before a figure begins, and its meaning.

    >>> def modifier(text, unit=None):
    ...     passage = Passage(text, split_words(text))
    ...     return find_modifier_before(passage, len(passage.words) - 1, unit, "en")
    >>> modifier("no fewer than 7"), modifier("said about 7")
    ((0, <Modifier.AT_LEAST: '>='>), (1, <Modifier.ABOUT: '~'>))
    >>> modifier("fell over 7", unit="week") is None, modifier("the 7") is None
    (True, True)
    """
    known = _modifiers(language, "figure_modifiers")
    if passage.lower(first - 1) in _SIGNS:
        return first - 1, _SIGNS[passage.lower(first - 1)]
    end = first - (passage.lower(first - 1) == "-" and passage.lower(first - 2) == "sub")
    for length in range(min(_LONGEST, end), 0, -1):
        start = end - length
        words = tuple(passage.lower(index) for index in range(start, end))
        if words in known:
            during = words == ("over",) and unit in TIMES
            if during and passage.lower(start - 1) not in _LENGTHS_AFTER:
                return None
            return start, known[words]
    return None


def find_modifier_after(passage: Passage, last: int, language: str) -> tuple[int, Modifier] | None:
    """Where the modifier behind a figure ends, and its meaning.

    >>> find_modifier_after(Passage("", split_words("30 or more")), 1, "en")
    (3, <Modifier.AT_LEAST: '>='>)
    """
    known = _modifiers(language, "figure_modifiers_after")
    for length in (3, 2, 1):
        words = tuple(passage.lower(index) for index in range(last, last + length))
        if words in known and not (words == ("+",) and not passage.glued(last)):
            return last + length, known[words]
    return None
