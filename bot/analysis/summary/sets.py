"""A story -> the set of its lines that tells it best.

Sets are made by adding to the best sets of one size, beginning with none (a beam search). A line
that leans on others brings them along.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from bot.analysis.summary.measures import SOON, Numbers, sum_rows
from bot.analysis.summary.pool import FEATURES, Pool, gather_pool
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import read_model

BEAM = 8  # sets of one size that are made longer
FULL_ENOUGH = 3 / 5  # of a budget of words


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """The best sets of one size, best first."""

    sets: Numbers
    scores: Numbers


def choose_lines(
    story: Story, most: int | None = None, words: int | None = None
) -> tuple[int, ...]:
    """The numbers of the lines that together tell a story best, in their order.

    ``most`` lines: fewer where the story has fewer, or where what is left leans on what does not
    fit. At most ``words`` words: a set that leaves two fifths of the room empty is taken only
    where there is no fuller one.
    """
    pool = gather_pool(story, read_model())
    lines = len(pool.numbers)
    if not lines:
        return ()
    if words is None:
        levels = _search(pool).find_levels(most or lines)
        return _numbers(pool, [level for level in levels if len(level.sets)][-1].sets[0])
    levels = _search(pool, words).find_levels(min(most or lines, lines))
    sets = np.concatenate([level.sets for level in levels])
    scores = np.concatenate([level.scores for level in levels])
    sizes = sets @ pool.sizes
    filled = sizes >= min(FULL_ENOUGH * words, sizes.max())
    return _numbers(pool, sets[int(np.where(filled, scores, -np.inf).argmax())])


def choose_line(story: Story, longest: int) -> int | None:
    """The number of the line that tells a story best alone, in so many characters.

    One of its first lines: those far behind tell a detail, which a headline is better than.
    """
    pool = gather_pool(story, read_model())
    if not pool.numbers:
        return None
    alone = np.eye(len(pool.numbers), dtype=np.float32)
    fits = pool.find_sound(alone) & np.array(
        [len(story.lines[number].text) <= longest for number in pool.numbers], bool
    )
    first = fits & np.array([number < SOON for number in pool.numbers], bool)
    if first.any() or story.title_stems:
        fits = first
    if not fits.any():
        return None
    level = _rank(pool, alone[fits], 1)
    return _numbers(pool, level.sets[0])[0]


def _numbers(pool: Pool, chosen: Numbers) -> tuple[int, ...]:
    return tuple(pool.numbers[place] for place in np.flatnonzero(chosen))


class _Search:
    """The best sets of one size after the other, none over so many words."""

    def __init__(self, pool: Pool, words: int | None) -> None:
        self.pool = pool
        self.words = words
        nothing = np.zeros((1, len(pool.numbers)), np.float32)
        self.levels = [Level(nothing, np.zeros(1, np.float32))]
        self.found: dict[int, list[Numbers]] = {}  # sets by their size

    def find_levels(self, longest: int) -> list[Level]:
        """The best sets of each size from none to ``longest`` lines."""
        while len(self.levels) <= min(longest, len(self.pool.numbers)):
            for size, longer in _lengthen(self.pool, self.levels[-1].sets, self.words):
                self.found.setdefault(size, []).append(longer)
            none = np.zeros((0, len(self.pool.numbers)), np.float32)
            sets = np.concatenate([none, *self.found.pop(len(self.levels), [])])
            self.levels.append(_rank(self.pool, _distinct(sets), BEAM))
        return self.levels[: longest + 1]


@lru_cache(maxsize=2)  # the shorter lengths come with the longer ones
def _search(pool: Pool, words: int | None = None) -> _Search:
    return _Search(pool, words)


def _distinct(sets: Numbers) -> Numbers:
    """The sets without repetitions.

    >>> _distinct(np.array([[1, 0], [0, 1], [1, 0]], np.float32)).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    names = sets @ np.exp2(np.arange(sets.shape[1]))  # the bits of each set as one number
    firsts: dict[float, int] = {}
    for row, name in enumerate(names.tolist()):
        firsts.setdefault(name, row)
    return sets[list(firsts.values())]


def _lengthen(pool: Pool, sets: Numbers, words: int | None) -> Iterator[tuple[int, Numbers]]:
    """Each set with each group added, in bunches of one size, with that size."""
    longer = np.maximum(sets[:, None, :], pool.needs[None, :, :]).reshape(-1, sets.shape[1])
    sizes = sum_rows(longer)
    grown = (sizes.reshape(len(sets), len(pool.needs)) > sum_rows(sets)[:, None]).ravel()
    grown &= pool.find_sound(longer)
    if words is not None:
        grown &= longer @ pool.sizes <= words
    for size in sorted({*sizes[grown].tolist()}):
        yield int(size), longer[grown & (sizes == size)]


def _rank(pool: Pool, sets: Numbers, most: int) -> Level:
    scores = pool.measure(sets) @ _weights()
    order = np.argsort(-scores, kind="stable")[:most]
    return Level(sets[order], scores[order])


@cache
def _weights() -> Numbers:
    weights = read_model().sets
    return np.array([weights[name] for name in FEATURES], np.float32)
