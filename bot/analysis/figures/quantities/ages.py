"""quantities -> which of them are ages: "34", "six-year-old", "children under five"."""

from dataclasses import replace
from decimal import Decimal

from bot.analysis.figures.grammar.phrases import follows_phrase
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import TIMES
from bot.analysis.lexicon import read_words

OLDEST = 120
"""Years that nobody has lived."""


_BEING = ("is", "was", "be", "turned", "turns", "turn", "turning")


_SOMEBODY_IS = ("he's", "she's", "who's", "i'm")


_OPENERS = ("aged", "age", "ages")


def mark_ages(
    passage: Passage, tags: list[Tag], quantities: list[Quantity], language: str = "en"
) -> list[Quantity]:
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
    >>> ages("Her son Ole Roe, now 19, left")
    ['19']
    >>> ages("I'm 66, and the mayor, 48, has until May; the clubs, 12, are 5 miles off")
    ['66', '48']
    >>> ages("Of 90 children under five, 30 are women aged 31 to 47")
    ['under five', '31 to 47']
    """
    return [_as_age(passage, tags, quantity, language) for quantity in quantities]


def _as_age(passage: Passage, tags: list[Tag], quantity: Quantity, language: str) -> Quantity:
    old = quantity.last + (passage.lower(quantity.last) == "-")
    aged = passage.lower(old).removesuffix("'s").removesuffix("'") in _old_words(language)
    if quantity.unit in TIMES and aged:
        return replace(quantity, last=old + 1, age=True)
    if quantity.unit == "year" and language != "en":
        return replace(quantity, age=_is_told_age(passage, quantity, language))
    highest = quantity.value if isinstance(quantity.value, Decimal) else quantity.value[1]
    bare = quantity.unit is None and quantity.rate is None and 0 < highest <= OLDEST
    if bare and _is_age(passage, tags, quantity):
        return replace(quantity, unit="year", age=True)
    return quantity


def _old_words(language: str) -> frozenset[str]:
    """What says behind a time that it is an age: "old", "alte"."""
    return word_set(language, "figure_old_words")


def _is_told_age(passage: Passage, quantity: Quantity, language: str) -> bool:
    """Whether years are an age where we know few verbs: "im Alter von 9 Jahren", ", 45 ans,".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> def is_age(text, first, language):
    ...     years = Quantity(first, first, first + 2, Decimal(45), "year")
    ...     return _is_told_age(read_passage(text), years, language)
    >>> is_age("une femme de 45 ans", 3, "fr"), is_age("une peine de 45 ans", 3, "fr")
    (True, False)
    >>> is_age("mort à 45 ans", 2, "fr"), is_age("condamné à 45 ans de prison", 2, "fr")
    (True, False)
    >>> is_age("der 45-jährige Koch", 1, "de"), is_age("a los 45 años", 2, "es")
    (False, True)
    """
    if passage.lower(quantity.last - 1).startswith("jährig"):
        return True
    behind = passage.words[quantity.last : quantity.last + 2]
    sentence = bool(behind) and (
        behind[0].capital or (behind[0].lower in ("de", "d'") and behind[-1].lower != "edad")
    )
    if follows_phrase(passage, quantity.first, word_set(language, "figure_age_openers")):
        return not sentence  # "à 3 ans de prison", "mit 3 Jahren Haft"
    before = passage.lower(quantity.first - 1)
    if before == "," and passage.lower(quantity.last) in (",", "."):
        return quantity.first > 1 and passage.words[quantity.first - 2].capital
    persons = word_set(language, "figure_person_nouns") | word_set(language, "roles")
    if isinstance(quantity.value, tuple) and before in ("die", "der", "des", "les", "los"):
        return True  # "les 15-24 ans"
    return before in ("de", "d'") and passage.lower(quantity.first - 2) in persons


def _is_age(passage: Passage, tags: list[Tag], quantity: Quantity) -> bool:
    before = passage.lower(quantity.first - 1)
    behind = passage.lower(quantity.last)
    if before in _OPENERS or (before == "of" and passage.lower(quantity.first - 2) == "age"):
        return True
    if quantity.last < len(tags) and tags[quantity.last] in NOMINAL:
        return False
    comma = quantity.first - 1 - (before in ("also", "just", "now", "only", "then"))
    if passage.lower(comma) == "," and comma > 0:
        role = passage.lower(comma - 1) in read_words("en", "roles")
        named = role or tags[comma - 1] is Tag.NAME or _is_person(passage, comma - 1)
        listed = behind == "of" and tags[quantity.last + 1 : quantity.last + 2] != [Tag.NAME]
        closed = behind in (",", ".", ";", "of", "and", "") and not listed
        return named and not quantity.spelled and closed
    limited = passage.lower(quantity.first) in ("under", "over")
    if limited and _is_person(passage, quantity.first - 1):
        return True
    turned = before.startswith("turn") and tags[quantity.first - 2] is Tag.NAME
    if turned and not quantity.spelled:
        return True  # "Ada Roe turns 70"
    if before.replace("’", "'") in _SOMEBODY_IS:
        return behind in (",", ".", ";", "and", "”", '"', "'", "’", "!", "?", "")
    somebody = passage.lower(quantity.first - 2) in ("he", "she", "who") or (
        before == "be" and passage.lower(quantity.first - 3) in ("he", "she", "who")
    )
    return before in _BEING and somebody and behind not in ("-", "%", "per")


def _is_person(passage: Passage, index: int) -> bool:
    word = passage.lower(index)
    persons = read_words("en", "figure_person_nouns")
    return word in persons or word.removesuffix("s") in persons
