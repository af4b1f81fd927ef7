"""words -> ratios: "one in five", "neuf élus sur dix"."""

from dataclasses import replace
from decimal import Decimal

from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.numbers import parse_number
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import find_unit
from bot.analysis.lexicon import read_words

_LARGEST = 1000

_COUNTED = 10
"""Wholes above this that are not round are things that were counted: "17 von 29 Eulen"."""


def read_ratio(passage: Passage, quantity: Quantity, language: str) -> Quantity | None:
    """A number that is told as a part of another, as a part of one; None where it is not.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> def ratio(text, value, language):
    ...     found = read_ratio(read_passage(text), Quantity(0, 0, 1, Decimal(value)), language)
    ...     return found and (str(found.value), found.last)
    >>> ratio("1 in 5 boats", 1, "en"), ratio("9 élus sur 10", 9, "fr")
    (('0.2', 3), ('0.9', 4))
    >>> ratio("17 von 29 Eulen", 17, "de"), ratio("9 boats", 9, "en")
    (None, None)
    """
    last = past_ratio_joint(passage, quantity.last, language)
    whole = parse_number(passage, last, language) if last else None
    if not whole or not isinstance(whole.value, Decimal) or not isinstance(quantity.value, Decimal):
        return None
    if not 0 < quantity.value < whole.value <= _LARGEST or find_unit(passage, whole.last, language):
        return None
    if language in ("de", "fr") and whole.value > _COUNTED and whole.value not in (100, 1000):
        return None
    return replace(quantity, last=whole.last, value=quantity.value / whole.value)


def past_ratio_joint(passage: Passage, index: int, language: str) -> int | None:
    """The word behind "in", "out of" where one stands at a word; French and Spanish put the noun
    before it: "neuf élus sur dix".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> past_ratio_joint(read_passage("one in five"), 1, "en")
    2
    >>> past_ratio_joint(read_passage("one boat in five"), 1, "en") is None
    True
    """
    for start in (index, index + 1) if language in ("es", "fr") else (index,):
        for joint in read_words(language, "figure_ratio_joints"):
            words = joint.split()
            if [passage.lower(start + place) for place in range(len(words))] == words:
                return start + len(words)
    return None
