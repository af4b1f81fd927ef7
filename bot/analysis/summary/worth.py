"""A story -> how likely each of its words, and each pair of words, is to be in a summary of it.

People's summaries keep the words that come early, come again and name somebody. How much each of
these counts is fitted to summaries that people wrote (``fitting``) and kept in ``weights.json``.
The idea is that of Hong and Nenkova, "Improving the estimation of word importance for news
multi-document summarization" (EACL 2014).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.lines import Line
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import Weights

Pair = tuple[str, str]
Thing = TypeVar("Thing", str, Pair)

WORD_SIGNS = (
    *("always", "count", "repeated", "spread", "late", "opening", "name", "counted name", "length"),
)
OPENING = 5  # lines
PAIR_SIGNS = ("always", "count", "repeated", "late")


@dataclass(frozen=True, slots=True, eq=False)
class Signs(Generic[Thing]):
    """What speaks for each thing: a row a thing, a column for each of ``names``."""

    things: tuple[Thing, ...]
    names: tuple[str, ...]
    values: NDArray[np.float64]


def pairs_of(line: Line) -> tuple[Pair, ...]:
    """The neighbours among the words of a line."""
    return tuple(pairwise(line.stems))


def find_word_signs(story: Story) -> Signs[str]:
    """What speaks for each word of a story. The headline counts as a first mention."""
    lines = [line.stems for line in story.lines]
    things, counts, firsts = _count(lines, story.title_stems)
    spread = Counter(word for stems in lines for word in set(stems))
    opening = Counter(word for stems in lines[:OPENING] for word in set(stems))
    all_names = frozenset[str]().union(*(line.names for line in story.lines))
    names = np.array([word in all_names for word in things], float)
    values = [
        np.ones(len(things)),
        np.log(counts),
        counts > 1,
        np.array([spread[word] for word in things]) / max(1, len(lines)),
        np.log(1 + firsts),
        np.log([1 + opening[word] for word in things]),
        names,
        names * np.log(counts),
        np.array([len(word) for word in things]),
    ]
    return Signs(things, WORD_SIGNS, np.column_stack(values))


def find_pair_signs(story: Story) -> Signs[Pair]:
    """What speaks for each pair of words of a story."""
    things, counts, firsts = _count([pairs_of(line) for line in story.lines], ())
    values = [np.ones(len(things)), np.log(counts), counts > 1, np.log(1 + firsts)]
    return Signs(things, PAIR_SIGNS, np.column_stack(values))


def weigh(signs: Signs[Thing], weights: Weights) -> dict[Thing, float]:
    """The likelihood of each thing from its signs: the logistic of their weighted sum.

    >>> signs = Signs(("pier",), ("always", "count"), np.array([[1.0, 2.0]]))
    >>> weigh(signs, {"always": -1.0, "count": 0.5})
    {'pier': 0.5}
    """
    scores = signs.values @ np.array([weights[name] for name in signs.names])
    return dict(zip(signs.things, (1 / (1 + np.exp(-scores))).tolist(), strict=True))


def _count(
    lines: Sequence[tuple[Thing, ...]], title: tuple[Thing, ...]
) -> tuple[tuple[Thing, ...], NDArray[np.int64], NDArray[np.int64]]:
    """The things, how often each comes, and the number of its first line.

    >>> things, counts, firsts = _count([("pier", "shut"), ("pier", "cold")], ("shut",))
    >>> things, counts.tolist(), firsts.tolist()
    (('shut', 'pier', 'cold'), [2, 2, 1], [0, 0, 1])
    """
    counts, firsts = Counter(title), dict.fromkeys(title, 0)
    for number, things in enumerate(lines):
        counts.update(things)
        for thing in things:
            firsts.setdefault(thing, number)
    return (
        tuple(counts),
        np.fromiter(counts.values(), np.int64, len(counts)),
        np.array([firsts[thing] for thing in counts], np.int64),
    )
