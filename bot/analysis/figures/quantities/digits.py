"""digits with their separators, fractions and signs of scale -> values."""

import re
from decimal import Decimal
from functools import cache, lru_cache

from bot.analysis.lexicon import read_words

LONGEST = 24
"""More characters of digits are a key or an account, not a number."""


@cache
def scale_signs() -> dict[str, Decimal]:
    """Scales as they are written right behind digits.

    >>> scale_signs()["bn"]
    Decimal('1000000000')
    """
    return {word: Decimal(value) for word, value in read_rows("any", "figure_scale_signs")}


@cache
def fraction_signs() -> dict[str, Decimal]:
    """Fractions that are one sign, with their values.

    >>> fraction_signs()["½"]
    Decimal('0.5')
    """
    return {word: parse_ratio(value) for word, value in read_rows("any", "figure_vulgar_fractions")}


def read_rows(language: str, name: str) -> list[list[str]]:
    """The lines of a word list, split at their spaces.

    >>> read_rows("en", "figure_number_words")[0], read_rows("xx", "figure_scales")
    (['eight', '8'], [])
    """
    return [line.split() for line in read_words(language, name)]


def parse_ratio(value: str) -> Decimal:
    """The value of a written fraction.

    >>> parse_ratio("3/4"), parse_ratio("1/8")
    (Decimal('0.75'), Decimal('0.125'))
    """
    above, _, below = value.partition("/")
    return Decimal(above) / Decimal(below)


def parse_digits(text: str, comma_decimals: bool = False) -> Decimal | None:
    """The value of digits with their separators; None where they are no number.

    A comma or a point before exactly three digits groups thousands where the language says so;
    with two or more of one sign, that sign groups.

    >>> parse_digits("1,900"), parse_digits("1.900", comma_decimals=True)
    (Decimal('1900'), Decimal('1900'))
    >>> parse_digits("3,5", comma_decimals=True), parse_digits("3.5", comma_decimals=True)
    (Decimal('3.5'), Decimal('3.5'))
    >>> parse_digits("1.234.567"), parse_digits("3,00,000"), parse_digits(".534")
    (Decimal('1234567'), Decimal('300000'), Decimal('0.534'))
    >>> parse_digits("12.05.2019"), parse_digits("7" * 99)
    (None, None)
    """
    if len(text) > LONGEST:
        return None
    plain = re.sub(r"[\s\u00a0\u2009\u202f]", "", text)
    decimal_sign, group_sign = (",", ".") if comma_decimals else (".", ",")
    if decimal_sign not in plain and group_sign in plain and not _grouped(plain, group_sign):
        decimal_sign, group_sign = group_sign, decimal_sign  # the other language's habit
        if plain.count(decimal_sign) > 1:
            return None
    if plain.count(decimal_sign) > 1:
        decimal_sign, group_sign = group_sign, decimal_sign
    whole, _, part = plain.partition(decimal_sign)
    if group_sign in part or (group_sign in whole and not _grouped(whole, group_sign)):
        return None
    digits = whole.replace(group_sign, "")
    return Decimal(f"{digits or 0}.{part or 0}") if part else Decimal(digits)


@lru_cache(maxsize=8)
def groups_by_commas(text: str) -> bool:
    """Whether a text writes a comma between thousands, as Mexico does, and nowhere a point.

    >>> groups_by_commas("unos 3,098 casos, un 8.5 % más"), groups_by_commas("1.200 y 3,125")
    (True, False)
    """
    pointed = re.search(r"\d\.\d{3}(?!\d)", text)
    return not pointed and re.search(r"\d,\d{3}(?!\d)", text) is not None


def _grouped(whole: str, sign: str) -> bool:
    """Whether a sign groups digits by thousands, or the Indian way by lakhs and crores."""
    first, *groups = whole.split(sign)
    return 1 <= len(first) <= 3 and len(groups[-1]) == 3 and all(len(g) in (2, 3) for g in groups)
