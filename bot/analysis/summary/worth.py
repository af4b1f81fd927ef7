"""A story -> how likely each of its words, and each pair of words, is to be in a summary of it.

People's summaries keep the words that come early, come again and name somebody. How much each of
these counts is fitted to summaries that people wrote (``fitting``) and kept in ``weights.json``.
The idea is that of Hong and Nenkova, "Improving the estimation of word importance for news
multi-document summarization" (EACL 2014).
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Generic

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.measures import Numbers, Pair, Thing, count_things
from bot.analysis.summary.story import Story
from bot.analysis.summary.weights import Weights

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
    counts: Numbers  # how often each line has each thing: a row a line, a column a thing


def find_word_signs(story: Story) -> Signs[str]:
    """What speaks for each word of a story. The headline counts as a first mention."""
    title = story.title_stems
    things, counts = count_things([line.stems for line in story.lines], title)
    all_names = frozenset[str]().union(*(line.names for line in story.lines))
    has = counts > 0
    total, firsts = counts.sum(axis=0), has.argmax(axis=0)
    for word in title:
        total[things.index(word)] += 1
        firsts[things.index(word)] = 0
    names = np.array([*map(all_names.__contains__, things)], float)
    often = np.log(total)
    values = [
        np.ones(len(things)),
        often,
        total > 1,
        has.sum(axis=0) / max(1, len(counts)),
        np.log(1 + firsts),
        np.log(1 + has[:OPENING].sum(axis=0)),
        names,
        names * often,
        [*map(len, things)],
    ]
    return Signs(things, WORD_SIGNS, np.array(values, float).T, counts)


def find_pair_signs(story: Story) -> Signs[Pair]:
    """What speaks for each pair of neighbours among the words of a story's lines."""
    things, counts = count_things([tuple(pairwise(line.stems)) for line in story.lines])
    total, firsts = counts.sum(axis=0), (counts > 0).argmax(axis=0)
    values = [np.ones(len(things)), np.log(total), total > 1, np.log(1 + firsts)]
    return Signs(things, PAIR_SIGNS, np.array(values, float).T, counts)


def weigh(signs: Signs[Thing], weights: Weights) -> Numbers:
    """The likelihood of each thing from its signs: the logistic of their weighted sum.

    >>> signs = Signs(("pier",), ("always", "count"), np.array([[1.0, 2.0]]), np.ones((1, 1)))
    >>> weigh(signs, {"always": -1.0, "count": 0.5}).tolist()
    [0.5]
    """
    scores = signs.values @ np.array([weights[name] for name in signs.names])
    likely: Numbers = (1 / (1 + np.exp(-scores))).astype(np.float32)
    return likely
