"""quantities -> which of them are ages: "34", "six-year-old", "children under five"."""

from dataclasses import replace
from decimal import Decimal

from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import TIMES
from bot.analysis.lexicon import read_words

OLDEST = 120
"""Years that nobody has lived."""


_BEING = ("is", "was", "be", "turned", "turns", "turn", "turning")


_OPENERS = ("aged", "age", "ages")


def mark_ages(passage: Passage, tags: list[Tag], quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, with those that are ages in years and marked so.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.quantities.reading import find_quantities
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def ages(text):
    ...     passage = Passage(text, split_words(text))
    ...     tags = tag_words(passage.words)
    ...     found = mark_ages(passage, tags, find_quantities(passage, tags, set(), "en"))
    ...     return [passage.slice(one.first, one.last) for one in found if one.age]
    >>> ages("Ada Roe, 34, has a six-year-old girl and 12 dogs")
    ['34', 'six-year-old']
    >>> ages("Of 90 children under five, 30 are women aged 31 to 47")
    ['under five', '31 to 47']
    """
    return [_as_age(passage, tags, quantity) for quantity in quantities]


def _as_age(passage: Passage, tags: list[Tag], quantity: Quantity) -> Quantity:
    old = quantity.last + (passage.lower(quantity.last) == "-")
    if quantity.unit in TIMES and passage.lower(old) in ("old", "olds"):
        return replace(quantity, last=old + 1, age=True)
    highest = quantity.value if isinstance(quantity.value, Decimal) else quantity.value[1]
    bare = quantity.unit is None and quantity.rate is None and 0 < highest <= OLDEST
    if bare and _is_age(passage, tags, quantity):
        return replace(quantity, unit="year", age=True)
    return quantity


def _is_age(passage: Passage, tags: list[Tag], quantity: Quantity) -> bool:
    before = passage.lower(quantity.first - 1)
    behind = passage.lower(quantity.last)
    if before in _OPENERS or (before == "of" and passage.lower(quantity.first - 2) == "age"):
        return True
    if quantity.last < len(tags) and tags[quantity.last] in NOMINAL:
        return False
    if before == "," and quantity.first > 1:
        named = tags[quantity.first - 2] is Tag.NAME or _is_person(passage, quantity.first - 2)
        listed = behind == "of" and tags[quantity.last + 1 : quantity.last + 2] != [Tag.NAME]
        closed = behind in (",", ".", ";", "of", "and", "") and not listed
        return named and not quantity.spelled and closed
    limited = passage.lower(quantity.first) in ("under", "over")
    if limited and _is_person(passage, quantity.first - 1):
        return True
    turned = before.startswith("turn") and tags[quantity.first - 2] is Tag.NAME
    if turned and not quantity.spelled:
        return True  # "Ada Roe turns 70"
    somebody = passage.lower(quantity.first - 2) in ("he", "she", "who") or (
        before == "be" and passage.lower(quantity.first - 3) in ("he", "she", "who")
    )
    return before in _BEING and somebody and behind not in ("-", "%", "per")


def _is_person(passage: Passage, index: int) -> bool:
    word = passage.lower(index)
    persons = read_words("en", "figure_person_nouns")
    return word in persons or word.removesuffix("s") in persons
