"""number words in a row -> the value that they say."""

import re
from decimal import Decimal
from functools import cache

from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.number import Number
from bot.analysis.figures.quantities.numerals import Numerals, read_numerals, with_scale


def parse_word_number(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """Like "two hundred and fifty", "a dozen", "half a million", "two and a half", "two thirds".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.quantities.numerals import read_numerals
    >>> def number(text):
    ...     found = parse_word_number(read_passage(text), 0, read_numerals("en"))
    ...     return found and str(found.value)
    >>> number("two hundred and fifty"), number("half a million"), number("dozen")
    ('250', '500000', None)
    """
    if passage.lower(index) == "half" and passage.lower(index + 1) in numerals.articles:
        rest = parse_word_number(passage, index + 1, numerals)
        if rest and rest.scale > 1 and isinstance(rest.value, Decimal):
            return Number(rest.last, rest.value / 2, rest.scale, True)
        return None
    times = numerals.words.get(passage.lower(index).removesuffix("fold"))
    if times and passage.lower(index).endswith("fold"):
        return Number(index + 1, times, spelled=True)
    read = _read_word_parts(passage, index, numerals)
    if not read:
        return None
    last, value, scale = read
    hyphen = passage.lower(last) == "-" and passage.glued(last)
    part = numerals.fractions.get(passage.lower(last + hyphen))
    if part and scale == 1 and value < 100:
        return Number(last + hyphen + 1, value * part, spelled=True)
    half = [passage.lower(last + offset) for offset in range(3)]
    if half[0] in numerals.joints and half[1] in numerals.articles and half[2] == "half":
        return with_scale(passage, last + 3, value + Decimal("0.5"), numerals, spelled=True)
    return Number(last, value, scale, True)


def _read_word_parts(
    passage: Passage, index: int, numerals: Numerals
) -> tuple[int, Decimal, Decimal] | None:
    """The end, the value and the largest scale of number words in a row.

    As in speech: a scale multiplies what stands before it, and from a thousand on closes it.
    """
    total = current = Decimal(0)
    largest = Decimal(1)
    found = False
    last = index
    while (word := passage.lower(last)) and last - index < 16:
        parts = _split_compound(word, numerals)
        if not found and word in numerals.scales and word not in numerals.bare and last == index:
            return None  # "dozen" and "million" need a number or an article
        if parts and not (found and _is_another(parts[0], current, numerals)):
            for part in parts:
                total, current = _say(part, total, current, numerals)
                largest = max(largest, numerals.scales.get(part, largest))
            found = True
        elif word in numerals.articles and not found:
            if passage.lower(last + 1) not in numerals.scales:
                return None
        elif not (found and _joins(passage, last, numerals)):
            break
        last += 1
    return (last, total + current, largest) if found else None


def _is_another(part: str, current: Decimal, numerals: Numerals) -> bool:
    """Whether a word begins a second number ("two five"); French quatre-vingt is one."""
    four_score = part in ("vingt", "vingts") and current % 100 == 4
    return part in numerals.words and current % 100 in range(1, 20) and not four_score


def _say(
    part: str, total: Decimal, current: Decimal, numerals: Numerals
) -> tuple[Decimal, Decimal]:
    """The sum of the closed thousands and the open rest, after one more word."""
    scale = numerals.scales.get(part)
    if not scale:
        value = numerals.words.get(part, Decimal(0))
        if value == 20 and current % 100 == 4:  # French quatre-vingt
            return total, current * 20
        return total, current + value
    current = max(current, Decimal(1)) * scale
    return (total, current) if scale < 1000 else (total + current, Decimal(0))


def _joins(passage: Passage, index: int, numerals: Numerals) -> bool:
    """Whether a hyphen or an "and" stands inside a number, and not after it."""
    after = passage.lower(index + 1)
    known = bool(_split_compound(after, numerals))
    if passage.lower(index) == "-":
        return known and passage.glued(index) and passage.glued(index + 1)
    if passage.lower(index) not in numerals.joints or not known:
        return False
    before = passage.lower(index - 1)
    tens = numerals.words.get(before, Decimal(0)) >= 20
    return before in numerals.scales or (tens and "and" not in numerals.joints)


def _split_compound(word: str, numerals: Numerals) -> tuple[str, ...]:
    """The parts of a number word: itself, or those of a German compound; else nothing.

    >>> _split_compound("einundzwanzigtausend", read_numerals("de"))
    ('ein', 'zwanzig', 'tausend')
    >>> _split_compound("einander", read_numerals("de"))
    ()
    """
    if word in numerals.words or word in numerals.scales:
        return (word,)
    if "und" not in numerals.joints or len(word) < 6:
        return ()
    parts = re.fullmatch(_compound_pattern(numerals.comma_decimals), word)
    if not parts:
        return ()
    return tuple(part for part in re.findall(_piece_pattern(), word) if part != "und")


@cache
def _piece_pattern() -> str:
    known = read_numerals("de")
    pieces = sorted([*known.words, "hundert", "tausend", "und"], key=len, reverse=True)
    return "|".join(pieces)


@cache
def _compound_pattern(_: bool) -> str:
    return f"(?:{_piece_pattern()}){{2,12}}"
