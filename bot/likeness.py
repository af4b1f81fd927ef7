"""Likeness: by what a copy of a text is known, and when two texts are copies of one."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_SHINGLES = 512
"""Shingles that are kept of a text, the least: a fair sample of a long one."""

WITH_NUMBER = 1
"""The bit of a shingle that says that it ends with a number."""

COPIED = 0.3
"""Share of the shorter text that stands in the longer one. Every fifth word changed leaves half of
the shingles, half a text among as much of another a third; different reports of one event share
up to a sixth, background and all."""

SHORT, COPIED_SHORT = 60, 0.7
"""Shingles of a short text, and the share of it: two sentences alike are no proof yet."""

COPIED_AT_HOME = 0.9
"""The same within one outlet, whose texts share background, forms and what stands under each."""

RESEMBLANCE = 0.15
"""Share of all that stands in either. An item is no copy of a page of twenty items with it."""

NUMBERS, NUMBERS_AT_HOME = 0.5, 0.8
"""Share of the numbers that must agree, against that of all shingles. Forecasts, tables and reports
of the exchange are one form with other numbers every day."""

MOST_SLOTS = 128
"""Slots that are kept of a text, the least."""

AGREEING, AGREEING_AT_HOME = 0.5, 0.8
"""Share of the numbers that must be the same, of those that stand in the same place. A forecast, a
draw or a rate of exchange is one form with other numbers every day, whoever fills it in; houses
change a few, as they reckon units into others."""

FEWEST = 25
"""Shingles to compare, below which nothing is proved."""

CELLS, AGREEING_CELLS = 192, 24
"""Cells of a sketch, and of how many that hold anything one must be the same in that of a copy.
Of copies with no more RESEMBLANCE than that, fewer are in 3 of ten million, by the binomial
distribution; of texts that share a band by chance, in 94 of a hundred."""

SCATTER = np.uint64(0x9E3779B97F4A7C15)

FEWEST_NUMBERS = 3
"""Numbers, below which nothing is told by them."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """By what a copy of a text is known: copies share some ``bands`` and many ``shingles``.

    ``shingles`` are numbers of 32 bits, ascending, at most MOST_SHINGLES. ``slots`` are where
    numbers stand in the text and which, 16 bits for the words before one and 16 for itself,
    ascending, at most MOST_SLOTS; none are known of what was read before they were.
    """

    bands: tuple[int, ...]
    shingles: tuple[int, ...]
    slots: tuple[int, ...] = ()


def make_sketch(shingles: Sequence[int]) -> bytes:
    """What tells quickly whether two texts may be copies: a byte for each of CELLS.

    Each shingle belongs to a cell, in which the least leaves its mark; 0 where there is none: "One
    permutation hashing" (Li, Owen and Zhang, 2012).

    >>> tide = make_sketch(range(0, 400, 2))
    >>> len(tide), tide == make_sketch(range(0, 400, 4))
    (192, False)
    """
    descending = np.array(shingles[::-1], np.uint64)  # of what is put in one place the last stays
    scattered = (descending * SCATTER) >> np.uint64(32)
    sketch = np.zeros(CELLS, np.uint8)
    sketch[scattered // np.uint64(255) % np.uint64(CELLS)] = scattered % np.uint64(255) + np.uint64(
        1
    )
    return sketch.tobytes()


def may_be_copies(ones: NDArray[Any], others: NDArray[Any]) -> NDArray[np.bool_]:
    """Of which pairs one may have been made from the other, by their sketches, in rows.

    Most texts that share a band do so by chance, and need not be looked at any closer.

    >>> begun = [make_sketch(range(begin, begin + 400)) for begin in (0, 200, 395)]
    >>> sketches = np.array([list(one) for one in begun], np.uint8)
    >>> may_be_copies(sketches[[0, 0, 0]], sketches).tolist()
    [True, True, False]
    """
    agreeing = np.count_nonzero((ones == others) & (ones > 0), axis=1)
    told = np.count_nonzero(ones | others, axis=1)
    enough: NDArray[np.bool_] = agreeing * AGREEING_CELLS >= told
    return enough


def is_copy(one: Likeness, other: Likeness, *, same_outlet: bool) -> bool:
    """Whether one of two texts was made from the other, by what they share and what differs.

    >>> form = tuple(range(0, 400, 2))
    >>> monday, tuesday = Likeness((), form, (0x10007, 0x20009)), Likeness((), form, (0x1000B,))
    >>> is_copy(monday, monday, same_outlet=True), is_copy(monday, tuesday, same_outlet=False)
    (True, False)
    """
    if not share_shingles(one.shingles, other.shingles, same_outlet=same_outlet):
        return False
    agreeing = find_agreement(one.slots, other.slots)
    if agreeing is None:
        return agree_in_numbers(one.shingles, other.shingles, same_outlet=same_outlet)
    return agreeing >= (AGREEING_AT_HOME if same_outlet else AGREEING)


def find_agreement(one: Sequence[int], other: Sequence[int]) -> float | None:
    """The share of the numbers behind the same words that are the same; None where none are.

    >>> find_agreement((0x10007, 0x20009), (0x10007, 0x20008, 0x30001))
    0.5
    >>> find_agreement((0x10007,), (0x20007,)) is None
    True
    """
    mine, theirs = _by_place(one), _by_place(other)
    shared = mine.keys() & theirs.keys()
    places = sum(min(len(mine[place]), len(theirs[place])) for place in shared)
    return sum(len(mine[place] & theirs[place]) for place in shared) / places if places else None


def _by_place(slots: Sequence[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for slot in slots:
        found.setdefault(slot >> 16, set()).add(slot & 0xFFFF)
    return found


def share_shingles(one: Sequence[int], other: Sequence[int], *, same_outlet: bool) -> bool:
    """Whether two texts share so many runs of words as only copies do.

    >>> tide = range(0, 400, 2)
    >>> [share_shingles(tide, tide[:most], same_outlet=True) for most in (70, 29, 20)]
    [True, False, False]
    >>> begun_anew = range(-200, 200, 2)
    >>> [share_shingles(tide, begun_anew, same_outlet=home) for home in (False, True)]
    [True, False]
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
    return len(mine & theirs) >= RESEMBLANCE * len(mine | theirs)


def agree_in_numbers(one: Sequence[int], other: Sequence[int], *, same_outlet: bool) -> bool:
    """Whether the runs of words that end with a number are shared as others are.

    >>> tide = (*range(0, 400, 2), *range(1, 61, 2))
    >>> agree_in_numbers(tide, (*range(0, 400, 2), *range(61, 121, 2)), same_outlet=False)
    False
    """
    reach = min(_reach(one), _reach(other))
    mine = frozenset(shingle for shingle in one if shingle <= reach)
    theirs = frozenset(shingle for shingle in other if shingle <= reach)
    numbers, others = _numbers(mine), _numbers(theirs)
    if min(len(numbers), len(others)) < FEWEST_NUMBERS:
        return True
    agreeing = NUMBERS_AT_HOME if same_outlet else NUMBERS
    return _share(numbers, others) >= agreeing * _share(mine, theirs)


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
