"""words -> the numbers that they say: digits, number words, fractions, scales."""

from decimal import Decimal

from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.digits import (
    fraction_signs,
    groups_by_commas,
    parse_digits,
    scale_signs,
)
from bot.analysis.figures.quantities.number import Number
from bot.analysis.figures.quantities.numerals import Numerals, read_numerals, with_scale
from bot.analysis.figures.quantities.spelled import parse_word_number


def parse_number(passage: Passage, index: int, language: str) -> Number | None:
    """The number that begins at a word; None where none does.

    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def number(text, language="en"):
    ...     found = parse_number(Passage(text, split_words(text)), 0, language)
    ...     return found and found.value
    >>> number("two and a half million people"), number("three dozen")
    (Decimal('2500000.0'), Decimal('36'))
    >>> number("hundreds of thousands of homes")
    (Decimal('100000'), Decimal('1000000'))
    >>> number("1-1/2 miles"), number("zweihundertfünfzig Tote", "de")
    (Decimal('1.5'), Decimal('250'))
    >>> number("quatre-vingt-onze morts", "fr"), number("treinta y cinco mil", "es")
    (Decimal('91'), Decimal('35000'))
    >>> number("a dog"), number("halt")
    (None, None)
    """
    numerals = read_numerals(language)
    for way in (_vague_number, _digit_number, parse_word_number, _part_of_one):
        found = way(passage, index, numerals)
        if found:
            return found
    return None


def _vague_number(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """Like "dozens", "tens of thousands", "hundreds of millions"."""
    low_high = numerals.vague.get(passage.lower(index))
    of = passage.lower(index + 1) in ("of", "de")
    then = numerals.vague.get(passage.lower(index + 2)) or (
        (scale, scale) if (scale := numerals.scales.get(passage.lower(index + 2))) else None
    )
    if passage.lower(index) == "tens":
        low_high = (Decimal(10), Decimal(100)) if of and then else None
    if not low_high or (passage.lower(index) == "scores" and not of):
        return None  # "she scores a goal"
    if of and then and then[0] >= 1000:
        low, high = low_high
        return Number(index + 3, (low * then[0], high * then[0]), then[0], True)
    return Number(index + 1, low_high, low_high[0], True)


def _digit_number(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """Like "1,900", "1.2bn", "3 million", "1 1/2", "½", "3 lakh crore"."""
    if not passage.lower(index):
        return None
    word = passage.words[index]
    if word.text in fraction_signs():
        return Number(index + 1, fraction_signs()[word.text])
    if not word.is_digits:
        return None
    last = _past_groups(passage, index) if numerals.comma_decimals else index + 1
    text = "".join(word.text for word in passage.words[index:last])
    mixed = numerals.mixed and groups_by_commas(passage.text)
    value = parse_digits(text, numerals.comma_decimals and not mixed)
    if value is None:
        return None
    fraction = _fraction_after(passage, last) if value == value.to_integral_value() else None
    if fraction:
        last, part = fraction
        value += part
    elif part_of := _slash_fraction(passage, index):
        last, value = index + 3, part_of
    if passage.glued(last) and passage.lower(last) in scale_signs() and not passage.glued(last + 1):
        return Number(last, value)  # "5m": its unit decides between million and metre
    return with_scale(passage, last, value, numerals, spelled=False)


def _past_groups(passage: Passage, index: int) -> int:
    """The word behind groups of thousands set apart by plain spaces: "45 000"."""
    last = index + 1
    short = passage.words[index].text.isdecimal() and len(passage.words[index].text) <= 3
    while short and last < len(passage.words) and not passage.glued(last):
        group = passage.words[last].text
        if len(group.partition(",")[0]) != 3 or not group.replace(",", "").isdecimal():
            break
        last += 1
    return last


def _fraction_after(passage: Passage, last: int) -> tuple[int, Decimal] | None:
    """The end and the value of a fraction behind a whole number: "1 1/2", "1-1/2", "1½"."""
    if passage.lower(last) in fraction_signs():
        return last + 1, fraction_signs()[passage.lower(last)]
    start = last + 1 if passage.lower(last) == "-" and passage.glued(last) else last
    value = _slash_fraction(passage, start)
    return (start + 3, value) if value else None


def _slash_fraction(passage: Passage, index: int) -> Decimal | None:
    """Like "1/2" and "3/4", not "24/7" or "9/11"."""
    above, slash, below = (passage.lower(index + offset) for offset in range(3))
    joined = passage.glued(index + 1) and passage.glued(index + 2)
    if slash not in ("/", "⁄") or not joined or passage.lower(index + 3) == "/":
        return None
    if (
        below not in ("2", "3", "4", "5", "6", "8", "10", "16", "32", "64", "128")
        or not above.isdecimal()
    ):
        return None
    return Decimal(above) / Decimal(below) if 0 < int(above) < int(below) else None


_MEASURING = ("by", "than", "about", "nearly", "almost", "over", "around", "roughly", "only")
"""What tells "a third" the part from "a third" the next one."""


_COMPARING = ("bigger", "faster", "fewer", "higher", "larger", "less", "lower", "more", "smaller")


_FOLLOWING = ("to", "in", "from", "since", "this", "last", "and")
"""What may follow "by a third" where no noun does."""


def _noun_like(passage: Passage, index: int) -> bool:
    following = passage.lower(index)
    return following.isalpha() and following not in _FOLLOWING


def _part_of_one(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """Like "a third of", "half of", "half the": only where the whole follows."""
    first = passage.lower(index)
    article = first in numerals.articles
    part = numerals.fractions.get(passage.lower(index + article))
    if not part or (not article and part != Decimal("0.5")):
        return None
    last = index + article + 1
    dozen = last + (passage.lower(last) == "-")
    if part == Decimal("0.5") and (scale := numerals.scales.get(passage.lower(dozen))):
        return Number(dozen + 1, part * scale, scale, True)  # "a half-dozen"
    if passage.lower(index - 1) in ("first", "second", "other", "latter", "last", "final"):
        return None
    if passage.lower(last) in ("of", "de", "des", "du", "der", "aller"):
        scale = numerals.scales.get(passage.lower(last + 2))
        if scale and passage.lower(last + 1) in numerals.articles:
            return Number(last + 3, part * scale, scale, True)
        return Number(last, part, spelled=True)
    if article and passage.lower(index - 1) in _MEASURING and not _noun_like(passage, last):
        return Number(last, part, spelled=True)
    if article and passage.lower(last) in _COMPARING:
        return Number(last, part, spelled=True)  # "a third fewer"
    whole = first == "half" and passage.lower(last) in ("the", "their", "its", "our", "all")
    return Number(last, part, spelled=True) if whole else None
