"""Neighbours: signatures of articles in memory -> which of them may be copies of one another.

A band tells where to look, as in the bands of a MinHash; a sketch tells nearly all that share one
by chance. On disk each look at a band would be at another place; here they are one sorted list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from bot.likeness import CELLS, may_be_copies

Numbers = NDArray[Any]

COMMON = 200
"""Articles of a run with a band, beyond which it says nothing of the next one."""

MOST_IN_RUN = 2**15
"""Articles of a run, whose places are written in 16 bits."""

PAIRS_AT_ONCE = 500_000
"""Articles that share a band with those of a batch, looked at together: a few megabytes."""

PLACE = 16


@dataclass(frozen=True, slots=True)
class Signature:
    """By what an article is found among others: the time in microseconds since 1970, bands of 32
    bits in four bytes each, and its sketch."""

    article_id: int
    time: int
    bands: bytes
    sketch: bytes


@dataclass(frozen=True, slots=True)
class Pair:
    """An article of a batch, another that may be its copy, and how many bands they share."""

    of: int
    id: int
    shared: int


@dataclass(frozen=True, slots=True)
class Run:
    """Articles in the order in which they were kept; their bands in order, each with the place of
    its article."""

    ids: Numbers
    times: Numbers
    sketches: Numbers
    bands: Numbers
    places: Numbers

    @classmethod
    def of(cls, signatures: Sequence[Signature]) -> Self:
        """A run of some articles, at most MOST_IN_RUN."""
        told = [len(one.bands) // 4 for one in signatures]
        bands = np.frombuffer(b"".join(one.bands for one in signatures), "<u4")
        places = np.repeat(np.arange(len(signatures)), told)
        sketches = np.frombuffer(b"".join(one.sketch for one in signatures), np.uint8)
        return cls._sort(
            np.array([one.article_id for one in signatures], np.int64),
            np.array([one.time for one in signatures], np.int64),
            sketches.reshape(-1, CELLS),
            _pack(bands, places),
        )

    @classmethod
    def _sort(cls, ids: Numbers, times: Numbers, sketches: Numbers, packed: Numbers) -> Self:
        packed = np.sort(packed, kind="stable")  # quick where parts of it are in order
        bands, places = (packed >> PLACE).astype(np.uint32), packed.astype(np.uint16)
        return cls(ids, times, sketches, bands, places)

    def __len__(self) -> int:
        return len(self.ids)

    def __add__(self, later: Self) -> Self:
        """Both as one run."""
        both = zip(
            (self.ids, self.times, self.sketches, _pack(self.bands, self.places)),
            (later.ids, later.times, later.sketches, later._pack_behind(len(self))),
            strict=True,
        )
        return self._sort(*(np.concatenate(parts) for parts in both))

    def _pack_behind(self, others: int) -> Numbers:
        return _pack(self.bands, self.places.astype(np.uint64) + np.uint64(others))

    def find(self, asked: Self, apart: int) -> Iterator[Pair]:
        """The pairs of one of ``asked`` and one of these that may be its copy.

        They share a band, their sketches agree, and their times are no further ``apart`` than so
        many microseconds.
        """
        if not len(self.bands):
            return
        first = np.searchsorted(self.bands, asked.bands)
        met = np.flatnonzero(self.bands[np.minimum(first, len(self.bands) - 1)] == asked.bands)
        first = first[met]
        last = np.searchsorted(self.bands, asked.bands[met], "right")
        found = np.minimum(last - first, COMMON)
        for some in _split(found):
            mine = _count_up(first[some], found[some])
            theirs = np.repeat(asked.places[met[some]], found[some])
            yield from self._compare(asked, theirs, self.places[mine], apart)

    def _compare(self, asked: Self, of: Numbers, others: Numbers, apart: int) -> Iterator[Pair]:
        """The pairs that may be copies, of places that share a band, each as often as it does."""
        pairs, shared = np.unique(_pack(of, others), return_counts=True)
        of, others = pairs >> PLACE, pairs & (2**PLACE - 1)
        near = np.abs(asked.times[of] - self.times[others]) <= apart
        of, others, shared = of[near], others[near], shared[near]
        alike = may_be_copies(asked.sketches[of], self.sketches[others])
        ids, other_ids = asked.ids[of[alike]], self.ids[others[alike]]
        yield from map(Pair, ids.tolist(), other_ids.tolist(), shared[alike].tolist())


def merge(runs: Sequence[Run]) -> list[Run]:
    """The same articles in few runs, of which each is more than twice as long as the next.

    So every article is written anew but a few times.
    """
    merged: list[Run] = []
    for run in runs:
        merged.append(run)
        while len(merged) > 1 and _belong_together(*merged[-2:]):
            merged[-2:] = [merged[-2] + merged[-1]]
    return merged


def _belong_together(run: Run, later: Run) -> bool:
    return len(run) <= 2 * len(later) and len(run) + len(later) <= MOST_IN_RUN


def _pack(high: Numbers, low: Numbers) -> Numbers:
    """Two numbers in one, by which pairs of them are sorted."""
    return (high.astype(np.uint64) << np.uint64(PLACE)) | low.astype(np.uint64)


def _split(found: Numbers) -> Iterator[slice]:
    """Bands that were asked for, so many together that little is found of them at once."""
    pieces = np.cumsum(found) // PAIRS_AT_ONCE
    ends = np.flatnonzero(np.diff(pieces)) + 1
    begins = [0, *ends.tolist(), len(found)]
    return (slice(begin, end) for begin, end in pairwise(begins))


def _count_up(firsts: Numbers, counts: Numbers) -> Numbers:
    """So many numbers from each on: 5, 6, 7 and 2, 3 for 5 and 2, three and two times."""
    before = np.cumsum(counts) - counts
    return np.repeat(firsts - before, counts) + np.arange(counts.sum())
