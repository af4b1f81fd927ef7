"""Likeness: by what a copy of a text is known, and when two texts are copies of one."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

MOST_SHINGLES = 512
"""Shingles that are kept of a text, the least: a fair sample of a long one."""

WITH_NUMBER = 1
"""The bit of a shingle that says that it ends with a number."""

COPIED = 0.4
"""Share of the shorter text that stands in the longer one. Every fifth word changed leaves half of
the shingles; different reports of one event share up to a sixth, background and all."""

SHORT, COPIED_SHORT = 60, 0.7
"""Shingles of a short text, and the share of it: two sentences alike are no proof yet."""

COPIED_AT_HOME = 0.9
"""The same within one outlet, whose texts share background, forms and what stands under each."""

RESEMBLANCE = 0.15
"""Share of all that stands in either. An item is no copy of a page of twenty items with it."""

NUMBERS, NUMBERS_AT_HOME = 0.5, 0.8
"""Share of the numbers that must agree, against that of all shingles. Forecasts, tables and reports
of the exchange are one form with other numbers every day."""

FEWEST = 25
"""Shingles to compare, below which nothing is proved."""

FEWEST_NUMBERS = 3
"""Numbers, below which nothing is told by them."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """By what a copy of a text is known: copies share some ``bands`` and many ``shingles``.

    ``shingles`` are numbers of 32 bits, ascending, at most MOST_SHINGLES.
    """

    bands: tuple[int, ...]
    shingles: tuple[int, ...]


def is_copy(one: Sequence[int], other: Sequence[int], *, same_outlet: bool) -> bool:
    """Whether the shingles of two texts prove that one was made from the other.

    >>> tide = range(0, 400, 2)
    >>> is_copy(tide, tide[:70], same_outlet=False), is_copy(tide, tide[:70], same_outlet=True)
    (True, True)
    >>> is_copy(tide, tide[:20], same_outlet=False), is_copy(tide, tide[:29], same_outlet=False)
    (False, False)
    >>> begun_anew = range(-200, 200, 2)
    >>> is_copy(tide, begun_anew, same_outlet=False), is_copy(tide, begun_anew, same_outlet=True)
    (True, False)

    The same form with other numbers is none.

    >>> is_copy([*tide, *range(1, 61, 2)], [*tide, *range(61, 121, 2)], same_outlet=False)
    False
    """
    reach = min(_reach(one), _reach(other))
    mine = frozenset(one[: bisect_right(one, reach)])
    theirs = frozenset(other[: bisect_right(other, reach)])
    if min(len(mine), len(theirs)) < FEWEST:
        return False
    copied = _share(mine, theirs)
    enough = COPIED_SHORT if min(len(one), len(other)) < SHORT else COPIED
    if copied < (COPIED_AT_HOME if same_outlet else enough):
        return False
    if len(mine & theirs) < RESEMBLANCE * len(mine | theirs):
        return False
    numbers, others = _numbers(mine), _numbers(theirs)
    if min(len(numbers), len(others)) < FEWEST_NUMBERS:
        return True
    agreeing = NUMBERS_AT_HOME if same_outlet else NUMBERS
    return _share(numbers, others) >= agreeing * copied


def _reach(shingles: Sequence[int]) -> int:
    """Up to where all shingles of the text are known.

    >>> _reach((3, 5)) > 2**32, _reach(range(MOST_SHINGLES))
    (True, 511)
    """
    return shingles[-1] if len(shingles) == MOST_SHINGLES else 2**33


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    """The containment of the smaller set in the larger one (Broder, 1997)."""
    return len(one & other) / min(len(one), len(other))


def _numbers(shingles: Collection[int]) -> frozenset[int]:
    return frozenset(shingle for shingle in shingles if shingle & WITH_NUMBER)
