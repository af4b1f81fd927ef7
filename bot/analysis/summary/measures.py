"""The lines of a story -> what speaks for each, in numbers."""

import math
import re
from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.lines import Line
from bot.analysis.summary.words import CAPITAL

Pair = tuple[str, str]
Thing = TypeVar("Thing", str, Pair)
Numbers = NDArray[np.float32]

LINE_FEATURES = ("early", "soon", "forward", "linked", "introduces", "asks", "quoted")

EARLY, SOON = 5, 8  # lines
LINKED = 0.1  # cosine from which LexRank counts two lines as linked
SAME = 0.6  # cosine from which two lines say the same
HELD = 0.8  # share of a line's words that another line has, from which it repeats it
FEWEST_HELD = 6  # words
DAMPING = 0.85  # the share of steps that follow a link
ONE_THREAD = 250_000  # multiplications up to which OpenBLAS keeps to one thread

FULL_NAME = re.compile(rf"{CAPITAL}(?<!\w.)[\w’'-]+ {CAPITAL}[\w’'-]+")  # found fast so
MARKS = "\"”’»“)' "


def measure_lines(lines: Sequence[Line], places: NDArray[np.intp], similar: Numbers) -> Numbers:
    """A row for each line, a column for each of LINE_FEATURES.

    ``places``: of the lines in the story; ``similar``: of each line of the story to each.
    """
    all_places = np.arange(len(similar))
    behind = similar * (all_places[:, None] < all_places)
    values = [
        places < EARLY,
        places < SOON,
        standardise(sum_rows(behind))[places],
        standardise(rank_by_links(similar))[places],
        [min(2, len(FULL_NAME.findall(line.text))) for line in lines],
        [line.text.rstrip(MARKS).endswith(("?", "!", "？", "！", "؟")) for line in lines],
        [line.quoted for line in lines],
    ]
    return np.array(values, np.float32).T


def find_similarities(counts: Numbers) -> Numbers:
    """The cosine of each line with each other; words that many lines have count less.

    ``counts``: how often each line, a row, has each word.
    """
    spread = (counts > 0).sum(axis=0)
    rare = np.log(1 + len(counts) / np.maximum(1, spread)).astype(np.float32)
    return compare(counts * rare, spread > 1)


def compare(counts: Numbers, shared: NDArray[np.bool_]) -> Numbers:
    """The cosine of each row with each other, and 0 with itself.

    ``shared``: which columns several rows have.

    >>> rows = np.array([[1, 0], [2, 0], [0, 1]], np.float32)
    >>> compare(rows, np.array([True, False])).tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    lengths: Numbers = np.maximum(1e-6, np.sqrt(sum_rows(counts * counts)))
    likely = counts[:, shared] / lengths[:, None]
    similar = multiply(likely, likely.T)
    np.fill_diagonal(similar, 0)
    return similar


def find_repeats(counts: Numbers) -> Numbers:
    """1 where two rows say the same, or one says little that the other leaves out.

    >>> rows = np.ones((3, 40), np.float32)
    >>> rows[0, 6:] = rows[1, 30:] = rows[2, :20] = 0
    >>> find_repeats(rows).tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    has = (counts > 0).astype(np.float32)
    sizes, shared = sum_rows(has), has.sum(axis=0) > 1
    fewer = np.maximum(np.minimum(sizes, sizes[:, None]), FEWEST_HELD)
    both = has[:, shared]
    held = multiply(both, both.T) >= HELD * fewer
    np.fill_diagonal(held, val=False)
    same: Numbers = (held | (compare(counts, shared) > SAME)).astype(np.float32)
    return same


def multiply(left: Numbers, right: Numbers) -> Numbers:
    """The product of two matrices, in pieces for which BLAS starts no threads.

    On matrices as small as a story's, threads take more time than they save.

    >>> multiply(np.ones((2, 3), np.float32), np.ones((3, 1), np.float32)).tolist()
    [[3.0], [3.0]]
    """
    rows = max(1, ONE_THREAD // max(1, right.size))
    if len(left) <= rows:
        return left @ right
    return np.concatenate([left[at : at + rows] @ right for at in range(0, len(left), rows)])


def rank_by_links(similar: Numbers) -> Numbers:
    """LexRank: how often a walk along the links between similar lines comes by each of them.

    Erkan and Radev, "LexRank: graph-based lexical centrality as salience in text summarization"
    (JAIR 22, 2004). sumy's takes the same walk, but fills its matrix in pure Python, at a hundred
    times the cost.

    >>> ranks = rank_by_links(np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]], np.float32))
    >>> int(ranks.argmax()), round(float(ranks.sum()), 2)
    (0, 1.0)
    """
    links = (similar > LINKED).astype(np.float32)
    steps = links / np.maximum(1, sum_rows(links)[:, None])
    jumps = np.full(len(links), (1 - DAMPING) / max(1, len(links)), np.float32)
    visits: Numbers = np.linalg.solve(
        np.eye(len(links), dtype=np.float32) - DAMPING * steps.T, jumps
    )
    return visits


def standardise(values: Numbers) -> Numbers:
    """The values around their mean, in units of their spread.

    >>> standardise(np.array([1.0, 3.0])).tolist(), standardise(np.array([5.0])).tolist()
    ([-1.0, 1.0], [0.0])
    """
    around = values - values.sum() / max(1, len(values))
    spread = math.sqrt(float(around @ around) / max(1, len(values)))
    standard: Numbers = around / (spread if spread > 1e-9 else 1.0)
    return standard


def count_things(
    rows: Sequence[Sequence[Thing]], first: Sequence[Thing] = ()
) -> tuple[tuple[Thing, ...], Numbers]:
    """What the rows have, in the order in which it comes, and how often each row has it.

    A row a row, a column a thing. ``first``: things that come before those of the rows.

    >>> things, counts = count_things([("pier", "shut"), ("pier", "pier")], ("mill",))
    >>> things, counts.tolist()
    (('mill', 'pier', 'shut'), [[0.0, 1.0, 1.0], [0.0, 2.0, 0.0]])
    """
    columns = {thing: column for column, thing in enumerate(dict.fromkeys(first))}
    found = np.array(
        [columns.setdefault(thing, len(columns)) for row in rows for thing in row], np.intp
    )
    found += (np.arange(len(rows)) * len(columns)).repeat([*map(len, rows)])
    counts = np.bincount(found, minlength=len(rows) * len(columns))
    return tuple(columns), counts.reshape(len(rows), len(columns)).astype(np.float32)


def sum_rows(values: NDArray[Any]) -> Numbers:
    """The sum of each row: on a story's matrices a product takes a third of the time of a sum.

    >>> sum_rows(np.array([[True, True], [True, False]])).tolist()
    [2.0, 1.0]
    """
    sums: Numbers = values @ np.ones(values.shape[1], np.float32)
    return sums
