"""quantities -> ranges, measures in two units, and what a neighbour lends."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.lexicon import read_words
from bot.model import Modifier


def join_ranges(
    passage: Passage, tags: list[Tag], found: list[Quantity], language: str = "en"
) -> list[Quantity]:
    """Quantities that are the two ends of one range become one.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> passage = read_passage("from 3 to 5")
    >>> ends = [Quantity(1, 1, 2, Decimal(3)), Quantity(3, 3, 4, Decimal(5))]
    >>> [one.value for one in join_ranges(passage, [], ends)]
    [(Decimal('3'), Decimal('5'))]
    >>> passage = read_passage("It rose from 3% to 5%")
    >>> percents = [(Decimal(3), "percent"), (Decimal(5), "percent")]
    >>> ends = [Quantity(3 * n, 3 * n, 3 * n + 2, *one) for n, one in enumerate(percents, start=1)]
    >>> len(join_ranges(passage, [], ends))
    2
    """
    joined: list[Quantity] = []
    for quantity in found:
        both = _join(passage, joined[-1], quantity, language) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(quantity)
    return joined


def _with_scale(low: Quantity, high: Quantity) -> Quantity:
    """A number with the scale of its neighbour: 200 of "de 200 à 100 millions"."""
    lent = low.scale == 1 and high.scale >= _THOUSAND and isinstance(low.value, Decimal)
    if not lent or not isinstance(low.value, Decimal) or low.value >= _THOUSAND:
        return low
    return replace(low, value=low.value * high.scale, scale=high.scale)


_THOUSAND = 1000

_LENDING = (["or"], ["oder"], ["ou"], ["o"], ["u"], ["a"], ["al"], ["à"], ["auf"], ["statt"])
"""What stands between two numbers of which only the second has the unit."""


def share_between(passage: Passage, found: list[Quantity]) -> list[Quantity]:
    """Quantities with what a neighbour lends: "eight or nine euros", "over 9 mph (14 kph)".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> passage = read_passage("3 or 5 euros")
    >>> both = [Quantity(0, 0, 1, Decimal(3)), Quantity(2, 2, 4, Decimal(5), "EUR", True)]
    >>> [one.unit for one in share_between(passage, both)]
    ['EUR', 'EUR']
    """
    shared = list(found)
    for index, (low, high) in enumerate(pairwise(found)):
        between = [passage.lower(place) for place in range(low.last, high.first)]
        if between in _LENDING and low.unit is None and high.unit:
            shared[index] = _with_scale(replace(low, unit=high.unit, money=high.money), high)
        closed = passage.lower(high.last) in (")", "/", ",")
        bracket = between in (["("], ["/"]) and closed and bool(low.unit and high.unit)
        if bracket and high.modifier is Modifier.EXACT:
            shared[index + 1] = replace(high, modifier=shared[index].modifier)
    return shared


def _join(passage: Passage, low: Quantity, high: Quantity, language: str) -> Quantity | None:
    """Like "40-50 billion", "$71 to $74", "between 1 and 2", "from 180 to 215"."""
    if not (isinstance(low.value, Decimal) and isinstance(high.value, Decimal)):
        return None
    if passage.lower(low.last - 1).endswith("fold"):
        return None
    whole = _join_parts(passage, low, high)
    if whole:
        return whole
    if low.spelled and low.value < 1:
        return None  # "by a third to 1.2m"
    opened = low.money or passage.lower(low.first - 1) == "from"
    leads = opened and high.unit is None  # "£40-50 billion"
    if low.unit != high.unit and low.unit is not None and not leads:
        return None
    opener = _find_opener(passage, low, high, language)
    if opener is None:
        return None
    low_value = low.value
    shared = high.scale > 1 and low.scale == 1 and low_value < high.value / high.scale
    if shared:
        low_value *= high.scale
    if language != "en" and low_value > high.value:
        return None  # "passe de 200 à 100": two figures
    both = replace(high, first=opener, number=low.number, value=(low_value, high.value))
    return replace(both, unit=low.unit, money=low.money) if leads else both


_PARTS = {
    ("year", "month"): 12,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
}
"""How many of a unit make the one that is said before it: "two hours 14 minutes"."""


def _join_parts(passage: Passage, high: Quantity, low: Quantity) -> Quantity | None:
    """A measure said in two units, in the smaller one."""
    times = _PARTS.get((high.unit or "", low.unit or ""))
    between = [passage.lower(index) for index in range(high.last, low.first)]
    if not times or between not in ([], ["and"], [","], ["und"], ["et"], ["y"]):
        return None
    if not isinstance(high.value, Decimal) or not isinstance(low.value, Decimal):
        return None
    return replace(low, first=high.first, number=high.number, value=high.value * times + low.value)


_CHANGE_REACH = 4
"""Words before "from" among which the verb of a change stands: "rose again sharply from"."""


def _find_opener(passage: Passage, low: Quantity, high: Quantity, language: str) -> int | None:
    """Where a range begins whose ends are two quantities; None where they are none."""
    first = low.first
    if language == "en":
        opened = passage.lower(first - 1) in ("from", "between")
        return first - opened if _is_range(passage, low, high) else None
    between = [passage.lower(index) for index in range(low.last, high.first)]
    if between in (["-"], ["–"]):
        return first
    for line in read_words(language, "figure_range_joints"):
        opener, _, joint = line.rpartition(" ")
        if not opener and joint != "bis" and not _ascends(low, high):
            continue  # "3 a 2" is a score
        if between == [joint] and opener in ("", passage.lower(first - 1)):
            changed = opener != "entre" and _is_changed(passage, first - 1, language)
            return None if changed and opener else first - bool(opener)
    return None


def _is_changed(passage: Passage, index: int, language: str) -> bool:
    """Whether a verb of change stands before a word: its "from" and "to" are two figures."""
    lists = ("figure_rises", "figure_falls", "figure_changes")
    near = {passage.lower(place) for place in range(index - _CHANGE_REACH, index)}
    return any(not near.isdisjoint(read_words(language, name)) for name in lists)


def _is_range(passage: Passage, low: Quantity, high: Quantity) -> bool:
    opener = passage.lower(low.first - 1)
    opener = passage.lower(low.first - 2) if opener in ("about", "around") else opener
    between = [passage.lower(index) for index in range(low.last, high.first)]
    if between in (["-"], ["–"], ["—"], ["‑"], ["to", "-"], ["-", "to", "-"]):
        return True
    if between == ["and"]:
        return opener == "between"
    both = between == ["to"] and low.measured and high.measured
    if both and opener == "from" and _is_changed(passage, low.first - 1, "en"):
        return False  # "rose from £3 to £5": two figures, each with its unit
    if between == ["to"]:
        if opener == "from":
            return True
        if low.unit == high.unit and not _ascends(low, high):
            return False  # "won by 48% to 42%"
        changed = opener in word_set("en", "figure_rises")
        if low.unit is None and high.unit:
            return True
        return opener != "by" and not changed and opener not in word_set("en", "figure_falls")
    gap = bool(between) and between[-1] == "to" and len(between) <= 4
    return gap and opener == "from" and not any(word in ",;:()" for word in between)


def _ascends(low: Quantity, high: Quantity) -> bool:
    return isinstance(low.value, tuple) or isinstance(high.value, tuple) or low.value < high.value
