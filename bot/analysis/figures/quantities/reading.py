"""words -> quantities: a number with its sign, scale, unit, rate and modifier."""

from dataclasses import replace
from decimal import Decimal

from bot.analysis.figures.grammar.phrases import precedes_phrase
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.digits import scale_signs
from bot.analysis.figures.quantities.modifiers import find_modifier_after, find_modifier_before
from bot.analysis.figures.quantities.number import Number
from bot.analysis.figures.quantities.numbers import parse_number
from bot.analysis.figures.quantities.numerals import opening_words
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.ranges import join_ranges, share_between
from bot.analysis.figures.quantities.ratios import past_ratio_joint, read_ratio
from bot.analysis.figures.quantities.signs import read_sign
from bot.analysis.figures.quantities.units import (
    TIMES,
    Unit,
    currency_openers,
    find_currency_after,
    find_currency_before,
    find_rate,
    find_unit,
)


def find_quantities(
    passage: Passage, tags: list[Tag], masked: set[int], language: str
) -> list[Quantity]:
    """The quantities of a passage, in order; none overlaps another.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def quantities(text):
    ...     passage = Passage(text, split_words(text))
    ...     found = find_quantities(passage, tag_words(passage.words), set(), "en")
    ...     return [(passage.slice(q.first, q.last), str(q.value), q.unit) for q in found]
    >>> quantities("It sold over 3 million tonnes for $1.2bn a year")
    [('over 3 million tonnes', '3000000', 'tonne'), ('$1.2bn a year', '1200000000.0', 'USD')]
    >>> quantities("They lost some £40-50 billion")
    [('some £40-50 billion', "(Decimal('40000000000'), Decimal('50000000000'))", 'GBP')]
    """
    found: list[Quantity] = []
    index = 0
    while index < len(passage.words):
        opens = index not in masked and _may_open(passage, index, language)
        quantity = _read_quantity(passage, tags, index, language) if opens else None
        if quantity and not any(place in masked for place in range(index, quantity.last)):
            found.append(quantity)
            index = quantity.last
        else:
            index += 1
    ranged = join_ranges(passage, tags, found, language)
    return share_between(passage, [_with_modifier(passage, one, language) for one in ranged])


def _may_open(passage: Passage, index: int, language: str) -> bool:
    """Whether a quantity may begin at a word: the quick look that spares most words a slow one."""
    word = passage.words[index]
    if passage.lower(index - 1) == "per":
        return False
    if word.is_digits or word.lower in opening_words(language):
        return True
    compound = language == "de" and len(word.lower) > 6
    return compound or word.text in currency_openers()


def _read_quantity(passage: Passage, tags: list[Tag], index: int, language: str) -> Quantity | None:
    """The quantity that begins at a word, without its modifier."""
    start, negative = read_sign(passage, index)
    currency = find_currency_before(passage, start)
    if currency and passage.lower(start) == "-":
        return None
    number_at = currency.last if currency else start
    if currency and passage.lower(number_at) in ("-", "−") and passage.glued(number_at + 1):
        number_at, negative = number_at + 1, True  # "$-5m"
    number = parse_number(passage, number_at, language)
    if not number or _is_bare_one(passage, number_at, number, currency, language):
        return None
    if language == "fr" and _is_new(passage, tags, number_at):
        return None
    bare = _read_number(passage, tags, index, number_at, number, money=currency is not None)
    if currency:
        quantity = _with_currency(passage, bare, currency, language)
    else:
        quantity = _with_unit(passage, tags, bare, language)
    if negative and isinstance(quantity.value, Decimal):
        return replace(quantity, value=-quantity.value)
    return quantity


def _is_new(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Whether French "neuf" is new and not nine: "du bois neuf au grenier"."""
    described = index > 0 and tags[index - 1] is Tag.NOUN
    counted = index + 1 < len(tags) and tags[index + 1] in NOMINAL
    return passage.lower(index) == "neuf" and described and not counted


def _is_bare_one(
    passage: Passage, index: int, number: Number, currency: Unit | None, language: str
) -> bool:
    """Whether the number is but the word "one" or an article, which counts nothing."""
    persons = "figure_person_nouns" if language == "en" else "figure_event_verbs"  # "un mort"
    if currency or not number.spelled or number.last != index + 1 or number.scale != 1:
        return False
    if number.value != 1 or passage.lower(number.last) in word_set(language, persons):
        return False
    behind = number.last + (passage.lower(number.last) == "-")
    unit = find_unit(passage, behind, language) or find_currency_after(passage, behind, language)
    if unit:
        halved = precedes_phrase(passage, unit.last, word_set(language, "figure_halves"))
        return unit.name in TIMES and not halved
    after = past_ratio_joint(passage, number.last, language)
    if passage.lower(number.last) in ("to", "or", "bis", "oder", "ou", "o"):
        after = number.last + 1
    return not (after and parse_number(passage, after, language))


def _read_number(
    passage: Passage, tags: list[Tag], first: int, number_at: int, number: Number, money: bool
) -> Quantity:
    """The quantity with the sign of scale behind its digits, before its unit is looked for."""
    factor = _short_scale(passage, tags, number.last, money, number)
    value, last = number.value, number.last
    if factor:
        if isinstance(value, tuple):
            value = value[0] * factor, value[1] * factor
        else:
            value *= factor
        last += 1
    scale = number.scale * (factor or 1)
    return Quantity(first, number_at, last, value, scale=scale, spelled=number.spelled)


def _with_unit(passage: Passage, tags: list[Tag], quantity: Quantity, language: str) -> Quantity:
    """The quantity with the unit and the rate behind it, or as a ratio, or as it is."""
    for place in _unit_places(passage, quantity, language):
        unit = find_unit(passage, place, language)
        money = find_currency_after(passage, place, language)
        if money and not (unit and unit.last > money.last):
            return _with_rate(passage, _with_money(passage, quantity, money), language)
        if unit and not _counts_noun(passage, tags, quantity, unit):
            measured = replace(quantity, last=unit.last, unit=unit.name)
            return _with_rate(passage, _with_half(passage, measured, language), language)
    if _follows_percent(passage, quantity.first):
        return replace(quantity, first=quantity.first - 1, unit="percent")
    if passage.lower(quantity.last) == "fold" and passage.glued(quantity.last):
        return replace(quantity, last=quantity.last + 1)
    ratio = read_ratio(passage, quantity, language)
    return ratio or _with_rate(passage, quantity, language)


def _follows_percent(passage: Passage, index: int) -> bool:
    """Whether a percent sign stands before a number, as in Turkish: "%30", not "5%-30"."""
    sign = passage.lower(index - 1) == "%" and passage.glued(index)
    return sign and not (index > 1 and passage.words[index - 2].is_digits)


def _with_half(passage: Passage, quantity: Quantity, language: str) -> Quantity:
    """The quantity with the half behind its unit: "une heure et demie", "año y medio"."""
    half = word_set(language, "figure_halves")
    if not isinstance(quantity.value, Decimal) or not precedes_phrase(passage, quantity.last, half):
        return quantity
    return replace(quantity, last=quantity.last + 2, value=quantity.value + Decimal("0.5"))


def _counts_noun(passage: Passage, tags: list[Tag], quantity: Quantity, unit: Unit) -> bool:
    """Whether a time belongs to the things that are counted: "three night workers".

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> def unit(text):
    ...     passage = read_passage(text)
    ...     (one,) = find_quantities(passage, tag_words(passage.words), set(), "en")
    ...     return one.unit
    >>> unit("three night workers left"), unit("three nights of rain"), unit("a three-day week")
    (None, 'night', 'day')
    """
    apart = passage.lower(unit.last - 1) in ("day", "night") and unit.last == quantity.last + 1
    several = not isinstance(quantity.value, Decimal) or quantity.value > 1
    followed = unit.last < len(tags) and tags[unit.last] in NOMINAL
    return apart and several and followed and _ends_in_s(passage, tags, unit.last)


def _unit_places(passage: Passage, quantity: Quantity, language: str) -> tuple[int, ...]:
    """Where a unit may begin: right behind the number or its hyphen, or behind "of".

    French and Spanish put some adjectives between: "six premiers mois".
    """
    last = quantity.last
    if passage.lower(last) in word_set(language, "figure_adjectives_before"):
        return (last + 1,)
    behind = last + (passage.lower(last) in ("-", "‑") and passage.glued(last))
    if passage.lower(last) not in ("of", "de", "d'"):
        return (behind,)
    part = isinstance(quantity.value, Decimal) and 0 < quantity.value < 1
    if (quantity.spelled or part) and passage.lower(last + 1) in ("a", "an"):
        national = passage.lower(last + 2) in ("us", "uk", "imperial")
        return behind, last + 2 + national  # "a quarter of a point", "1/8 of a US gallon"
    vague = isinstance(quantity.value, tuple)  # "thousands of miles"
    millions = quantity.scale >= 10 and passage.lower(last) != "of"  # "une dizaine de jours"
    return (behind, last + 1) if vague or millions else (behind,)


def _with_money(passage: Passage, quantity: Quantity, money: Unit) -> Quantity:
    """The quantity as money; pounds that cannot be money are a weight."""
    if money.name == "GBP" and not _means_money(passage, quantity, money):
        return replace(quantity, last=money.last, unit="pound")
    return replace(quantity, last=money.last, unit=money.name, money=True)


def _with_currency(passage: Passage, quantity: Quantity, currency: Unit, language: str) -> Quantity:
    """The quantity with the currency that stood before it: "$5 a barrel", "$500 US"."""
    doubled = passage.lower(quantity.last) in ("us", "u.s.", "dollars", "euros", "pounds")
    last = quantity.last + doubled
    money = replace(quantity, last=last, unit=currency.name, money=True)
    return _with_rate(passage, money, language)


def _short_scale(
    passage: Passage, tags: list[Tag], last: int, money: bool, number: Number
) -> Decimal | None:
    """The scale of a sign behind the digits: "1.2bn", "$5m"; "5m" alone may be five metres."""
    sign = passage.words[last].text if last < len(passage.words) else ""
    factor = scale_signs().get(sign.lower())
    runs_on = passage.glued(last + 1) and passage.words[last + 1].is_letters
    if not factor or number.spelled or runs_on or not (money or passage.glued(last)):
        return None
    if sign in ("m", "b", "t", "T", "B", "K", "k") and not money:
        counted = last + 1 < len(tags) and tags[last + 1] in NOMINAL
        plural = counted and _ends_in_s(passage, tags, last + 1)
        decimals = isinstance(number.value, Decimal) and number.value % 1 != 0
        money_behind = find_currency_after(passage, last + 1, "en") is not None
        if sign in ("k", "K"):
            return factor
        if not money_behind and not plural and not (sign == "m" and decimals and counted):
            return None
    return factor


def _ends_in_s(passage: Passage, tags: list[Tag], index: int) -> bool:
    last = index
    while last < len(tags) and tags[last] in NOMINAL and last - index < 4:
        last += 1
    noun = passage.lower(last - 1)
    return noun.endswith("s") or noun in ("people", "children")


def _means_money(passage: Passage, quantity: Quantity, money: Unit) -> bool:
    """Whether "pounds" are sterling: named so, or too many to weigh."""
    named = passage.slice(money.last - 1, money.last).lower() in ("quid", "sterling")
    return named or quantity.scale >= 1000 or "£" in passage.text[:20_000]


def _with_rate(passage: Passage, quantity: Quantity, language: str) -> Quantity:
    rate = find_rate(passage, quantity.last, language)
    return replace(quantity, last=rate.last, rate=rate.name) if rate else quantity


def _with_modifier(passage: Passage, quantity: Quantity, language: str) -> Quantity:
    before = find_modifier_before(passage, quantity.first, quantity.unit, language)
    if before:
        return replace(quantity, first=before[0], modifier=before[1])
    after = find_modifier_after(passage, quantity.last, language)
    if after:
        return replace(quantity, last=after[0], modifier=after[1])
    return quantity
