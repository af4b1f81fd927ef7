"""words -> the numbers that they say: digits, number words, fractions, scales."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.analysis.figures.words import Passage, word_set
from bot.analysis.lexicon import read_words

Value = Decimal | tuple[Decimal, Decimal]
"""An exact number, or the two ends of a range."""

LONGEST = 24
"""More characters of digits are a key or an account, not a number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that ends before the word ``last``.

    ``scale`` is what a word such as "million" multiplied it by, ``spelled`` says that it stands
    in words and not in digits.
    """

    last: int
    value: Value
    scale: Decimal = Decimal(1)
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Numerals:
    """How one language says numbers: its word lists, looked up."""

    words: dict[str, Decimal]
    scales: dict[str, Decimal]
    vague: dict[str, tuple[Decimal, Decimal]]
    fractions: dict[str, Decimal]
    joints: frozenset[str]
    articles: frozenset[str]
    bare: frozenset[str]
    comma_decimals: bool


@cache
def read_numerals(language: str) -> Numerals:
    """The number words of a language; those of English where we have none.

    >>> read_numerals("fr").words["onze"], read_numerals("xx").scales["dozen"]
    (Decimal('11'), Decimal('12'))
    """
    known = language if read_words(language, "figure_number_words") else "en"
    vague = {w: (Decimal(v[0]), Decimal(v[1])) for w, *v in _rows(known, "figure_vague_scales")}
    return Numerals(
        words={word: Decimal(value) for word, value in _rows(known, "figure_number_words")},
        scales={word: Decimal(value) for word, value in _rows(known, "figure_scales")},
        vague=vague,
        fractions={word: _ratio(value) for word, value in _rows(known, "figure_fractions")},
        joints=frozenset(read_words(known, "figure_number_joints")),
        articles=frozenset(read_words(known, "figure_articles")),
        bare=frozenset(read_words(known, "figure_bare_scales")),
        comma_decimals=language in word_set("any", "figure_comma_decimals"),
    )


@cache
def scale_signs() -> dict[str, Decimal]:
    """Scales as they are written right behind digits.

    >>> scale_signs()["bn"]
    Decimal('1000000000')
    """
    return {word: Decimal(value) for word, value in _rows("any", "figure_scale_signs")}


@cache
def _fraction_signs() -> dict[str, Decimal]:
    return {word: _ratio(value) for word, value in _rows("any", "figure_vulgar_fractions")}


@cache
def opening_words(language: str) -> frozenset[str]:
    """The words and signs, beside digits, with which a number may begin.

    >>> {"seven", "half", "minus", "½"} <= opening_words("en"), "dog" in opening_words("en")
    (True, False)
    """
    numerals = read_numerals(language)
    folds = (f"{word}fold" for word in numerals.words)
    spoken = (*numerals.words, *numerals.scales, *numerals.vague, *numerals.fractions)
    return frozenset(
        {*spoken, *folds, *numerals.articles, *_fraction_signs(), "tens", "minus", "-", "−", "–"}
    )


def _rows(language: str, name: str) -> list[list[str]]:
    return [line.split() for line in read_words(language, name)]


def _ratio(value: str) -> Decimal:
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


def _grouped(whole: str, sign: str) -> bool:
    """Whether a sign groups digits by thousands, or the Indian way by lakhs and crores."""
    first, *groups = whole.split(sign)
    return 1 <= len(first) <= 3 and len(groups[-1]) == 3 and all(len(g) in (2, 3) for g in groups)


def parse_number(passage: Passage, index: int, language: str) -> Number | None:
    """The number that begins at a word; None where none does.

    >>> from bot.analysis.figures.words import split_words
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
    for way in (_vague_number, _digit_number, _word_number, _part_of_one):
        found = way(passage, index, numerals)
        if found:
            return found
    return None


def _vague_number(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """ "dozens", "tens of thousands", "hundreds of millions"."""
    low_high = numerals.vague.get(passage.lower(index))
    of = passage.lower(index + 1) in ("of", "de")
    then = numerals.vague.get(passage.lower(index + 2)) or (
        (scale, scale) if (scale := numerals.scales.get(passage.lower(index + 2))) else None
    )
    if passage.lower(index) == "tens":
        low_high = (Decimal(10), Decimal(100)) if of and then else None
    if not low_high:
        return None
    if of and then and then[0] >= 1000:
        low, high = low_high
        return Number(index + 3, (low * then[0], high * then[0]), then[0], True)
    return Number(index + 1, low_high, low_high[0], True)


def _digit_number(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """ "1,900", "1.2bn", "3 million", "1 1/2", "½", "3 lakh crore"."""
    if not passage.lower(index):
        return None
    word = passage.words[index]
    if word.text in _fraction_signs():
        return Number(index + 1, _fraction_signs()[word.text])
    if not word.is_digits:
        return None
    last = _past_groups(passage, index) if numerals.comma_decimals else index + 1
    text = "".join(word.text for word in passage.words[index:last])
    value = parse_digits(text, numerals.comma_decimals)
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
    return _scaled(passage, last, value, numerals, spelled=False)


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
    if passage.lower(last) in _fraction_signs():
        return last + 1, _fraction_signs()[passage.lower(last)]
    start = last + 1 if passage.lower(last) == "-" and passage.glued(last) else last
    value = _slash_fraction(passage, start)
    return (start + 3, value) if value else None


def _slash_fraction(passage: Passage, index: int) -> Decimal | None:
    """ "1/2" and "3/4", not "24/7" or "9/11"."""
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


def _scaled(
    passage: Passage, last: int, value: Decimal, numerals: Numerals, spelled: bool
) -> Number:
    """The number with the scale words behind it: "3 lakh crore", "two hundred thousand"."""
    factor = Decimal(1)
    while scale := numerals.scales.get(passage.lower(last)):
        factor *= scale
        last += 1
    return Number(last, value * factor, factor, spelled)


def _word_number(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """ "two hundred and fifty", "a dozen", "half a million", "two and a half", "two thirds"."""
    if passage.lower(index) == "half" and passage.lower(index + 1) in numerals.articles:
        rest = _word_number(passage, index + 1, numerals)
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
        return _scaled(passage, last + 3, value + Decimal("0.5"), numerals, spelled=True)
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


_MEASURING = ("by", "than", "about", "nearly", "almost", "over", "around", "roughly", "only")
"""What tells "a third" the part from "a third" the next one."""


def _noun_like(passage: Passage, index: int) -> bool:
    following = passage.lower(index)
    return following.isalpha() and following not in (
        "to",
        "in",
        "from",
        "since",
        "this",
        "last",
        "and",
    )


def _part_of_one(passage: Passage, index: int, numerals: Numerals) -> Number | None:
    """ "a third of", "half of", "half the": only where the whole follows."""
    first = passage.lower(index)
    article = first in numerals.articles
    part = numerals.fractions.get(passage.lower(index + article))
    if not part or (not article and part != Decimal("0.5")):
        return None
    last = index + article + 1
    if passage.lower(index - 1) in ("first", "second", "other", "latter", "last", "final"):
        return None
    if passage.lower(last) in ("of", "de", "des", "du", "der", "aller"):
        scale = numerals.scales.get(passage.lower(last + 2))
        if scale and passage.lower(last + 1) in numerals.articles:
            return Number(last + 3, part * scale, scale, True)
        return Number(last, part, spelled=True)
    if article and passage.lower(index - 1) in _MEASURING and not _noun_like(passage, last):
        return Number(last, part, spelled=True)
    whole = first == "half" and passage.lower(last) in ("the", "their", "its", "our", "all")
    return Number(last, part, spelled=True) if whole else None
