"""words behind and before a number -> its unit of measure or its currency."""

import re
from dataclasses import dataclass
from functools import cache

from bot.analysis.figures.grammar.words import Passage, split_words, word_set
from bot.analysis.lexicon import read_words

TIMES = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade"}
    | {"century", "night", "millisecond"}
)
"""The units that say how long."""


PERCENTS = frozenset({"percent", "percentage point", "basis point"})


_GLUED_ONLY = frozenset({"pc", "s", "h", "t", "g", "l", "L", "W", "V", "C", "F", "MP"})
_GLUED_ONLY |= {"′", "″", "'"}
"""Signs too short to be a unit when a space stands before them."""


_POINTS = frozenset({"point", "points", "punkt", "punkte", "punkten", "punto", "puntos"})
_RATES = re.compile(
    r"%|prozent|pour cent|por ciento|zins|taux|tipos? de interés|infla[ct]i|chômage|arbeitslos",
    re.IGNORECASE,
)


_DEGREES = frozenset({"C", "F"})
_WARMTH = re.compile(
    r"\b(?:temperatures?|degrees|celsius|fahrenheit|heat\w*|hott\w+|cold\w*|warm\w*|cool\w*)\b|°",
    re.IGNORECASE,
)


_Forms = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or money that stands before the word ``last``."""

    last: int
    name: str
    money: bool = False


@cache
def _forms(language: str, name: str) -> _Forms:
    """Every form of a list by its first word, longest first."""
    forms: _Forms = {}
    for line in read_words(language, name):
        unit, _, written = line.partition(": ")
        for form in written.split(", "):
            parts = _parts(form)
            forms.setdefault(parts[0], []).append((parts, unit))
    for group in forms.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return forms


def _parts(form: str) -> tuple[str, ...]:
    return tuple(word.text for word in split_words(form) if word.text != "-")


def _longest(passage: Passage, index: int, forms: _Forms, exact: bool) -> Unit | None:
    """The longest form of a list that stands at a word; hyphens inside it do not matter."""
    words = passage.words
    if not 0 <= index < len(words):
        return None
    for parts, unit in forms.get(words[index].text if exact else words[index].lower, ()):
        last = index
        for part in parts:
            if passage.lower(last) == "-" and last > index:
                last += 1
            if last >= len(words) or (words[last].text if exact else words[last].lower) != part:
                break
            last += 1
        else:
            return Unit(last, unit)
    return None


def find_unit(passage: Passage, index: int, language: str) -> Unit | None:
    """The unit of measure that begins at a word.

    >>> def unit(text, language="en"):
    ...     return find_unit(Passage(text, split_words(text)), 1, language)
    >>> unit("90 miles per hour").name, unit("90 km/h").name, unit("3 Tonnen", "de").name
    ('mile per hour', 'kilometre per hour', 'tonne')
    >>> unit("40 boats"), unit("9 s"), unit("9s").name
    (None, None, 'second')
    >>> unit("41C in the heat").name, unit("41C, the second flat") is None
    ('celsius', True)
    """
    sign = _longest(passage, index, _forms("any", "units"), exact=True)
    if sign and passage.words[index].text in _GLUED_ONLY and not passage.glued(index):
        sign = None
    if sign and (_runs_on(passage, sign.last) or _is_auxiliary(passage, sign.last, language)):
        sign = None
    if sign and passage.words[index].text in _DEGREES and not _WARMTH.search(passage.text[:20_000]):
        sign = None  # a flat 12C, a row 30F
    word = _longest(passage, index, _forms(language, "units"), exact=False)
    if not word and language != "en" and language in ("de", "fr", "es"):
        return sign
    word = word or _longest(passage, index, _forms("en", "units"), exact=False)
    if word and passage.lower(index) in _POINTS and not _means_percent(passage, index):
        word = None
    if word and word.name == "second" and _is_ordinal(passage, word.last):
        word = None
    if sign and word:
        return max(sign, word, key=lambda unit: unit.last)
    return sign or word


def _is_ordinal(passage: Passage, last: int) -> bool:
    """Whether "second" is a rank: "a second-round pick"."""
    said = passage.lower(last - 1) == "second" and passage.lower(last) == "-"
    return said and passage.glued(last) and passage.glued(last + 1)


def _is_auxiliary(passage: Passage, last: int, language: str) -> bool:
    """Whether "ha" is no hectare but has done something: "en 2024 ha ganado", "nel 2024 ha vinto".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> texts = "en 2024 ha ganado", "unas 2024 ha quemadas"
    >>> [_is_auxiliary(read_passage(text), 3, "es") for text in texts]
    [True, False]
    """
    if passage.lower(last - 1) != "ha" or language not in ("ca", "es", "it"):
        return False
    return passage.lower(last).endswith(("do", "to", "so", "cho"))


def _runs_on(passage: Passage, last: int) -> bool:
    """Whether a sign is but the beginning of a longer word: "5m2x"."""
    return passage.glued(last) and passage.words[last].text[0].isalnum()


def find_currency_after(passage: Passage, index: int, language: str) -> Unit | None:
    """The currency named at a word: "dollars", "Danish crowns", "EUR".

    >>> find_currency_after(Passage("", split_words("5 Danish crowns")), 1, "en")
    Unit(last=3, name='DKK', money=True)
    >>> find_currency_after(Passage("", split_words("5 crowns")), 1, "en") is None
    True
    """
    known = _longest(passage, index, _forms(language, "currencies"), exact=False)
    if not known and not read_words(language, "currencies"):
        known = _longest(passage, index, _forms("en", "currencies"), exact=False)
    known = known or _longest(passage, index, _forms("any", "currencies"), exact=True)
    if known and passage.glued(known.last) and passage.words[known.last].is_digits:
        return None  # "three $50 notes": the sign is that of the next number
    if known and passage.lower(index) == "p" and not _means_pence(passage, index):
        return None
    return known and Unit(known.last, known.name, money=True)


def _means_pence(passage: Passage, index: int) -> bool:
    """Whether "p" behind digits is pence: only where the text has other British money in it.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> _means_pence(read_passage("from 90p to £2"), 2), _means_pence(read_passage("720p"), 1)
    (True, False)
    """
    british = re.search(r"£|\bpence\b", passage.text[:20_000])
    return passage.glued(index) and british is not None


def _means_percent(passage: Passage, index: int) -> bool:
    """Whether points are those of a rate: a part of one, in a text that has a rate in it.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> texts = "0,3 point de moins, à 7 %", "3 points, à 7 %", "0,5 point au jeu"
    >>> [_means_percent(read_passage(text), 1) for text in texts]
    [True, False, False]
    """
    part = index and re.fullmatch(r"\d\d?[.,]\d\d?", passage.words[index - 1].text)
    return bool(part) and _RATES.search(passage.text[:20_000]) is not None


@cache
def currency_openers() -> frozenset[str]:
    """The words and signs with which a currency before a number may begin.

    >>> {"$", "US", "EUR"} <= currency_openers(), "dollar" in currency_openers()
    (True, False)
    """
    return frozenset(_forms("any", "currencies"))


def find_currency_before(passage: Passage, index: int) -> Unit | None:
    """The currency sign or code that begins at a word: "$", "US$", "Rs", "US $".

    >>> texts = ("HK $3", "Rs. 5", "€9")
    >>> [find_currency_before(Passage("", split_words(text)), 0).name for text in texts]
    ['HKD', 'INR', 'EUR']
    """
    known = _longest(passage, index, _forms("any", "currencies"), exact=True)
    return known and Unit(known.last, known.name, money=True)


def find_rate(passage: Passage, index: int, language: str) -> Unit | None:
    """What a figure is reckoned by: "per share", "a barrel", "an hour", "/day".

    >>> find_rate(Passage("", split_words("$60 a barrel")), 2, "en")
    Unit(last=4, name='barrel', money=False)
    >>> find_rate(Passage("", split_words("$60 a ship")), 2, "en") is None
    True
    """
    joint = passage.lower(index)
    if joint in ("per", "/") or joint in word_set(language, "figure_rate_joints"):
        unit = find_unit(passage, index + 1, language)
        if unit:
            return unit if unit.name not in PERCENTS else None
        adjective = passage.lower(index + 1) in ("diluted", "basic", "common", "ordinary")
        index += adjective
        word = passage.lower(index + 1)
        known = word.isalpha() and word not in ("cent", "cento", "ciento")
        if joint == "/" and index + 1 < len(passage.words) and passage.words[index + 1].capital:
            return None  # "2/E"
        if joint in ("al", "im", "je", "par", "por"):  # "par rapport", "por encima"
            known = word in word_set(language, "figure_rate_nouns")
        return Unit(index + 2, word) if known else None
    if joint in ("a", "an", "each", "every"):
        word = passage.lower(index + 1)
        if passage.lower(index + 2) in ("ago", "earlier", "later", "before", "after"):
            return None
        if word in word_set("en", "figure_rate_nouns"):
            unit = find_unit(passage, index + 1, language)
            return unit or Unit(index + 2, word)
    return None
