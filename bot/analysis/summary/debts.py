"""Anchors -> what a set of lines takes as known that none of its lines makes known."""

from collections.abc import Sequence

import numpy as np

from bot.analysis.summary.measures import Numbers


def gather_debts(
    numbers: tuple[int, ...], anchors: Sequence[tuple[tuple[int, ...], ...]]
) -> Numbers:
    """A row for each of the lines of these numbers, a column for each thing one takes as known.

    1 where the line takes it as known, -1 where it makes it known, so that a set leaves out what
    its rows sum up to more than 0. ``anchors``: of each line, as ``Anchors`` has them.

    >>> debts = gather_debts((3, 5), [(), ((3, 4),)])
    >>> (np.array([[1, 0], [0, 1], [1, 1]], np.float32) @ debts > 0).tolist()
    [[False], [True], [False]]
    """
    places = {number: place for place, number in enumerate(numbers)}
    owed = [(place, anchor) for place, held in enumerate(anchors) for anchor in held]
    debts = np.zeros((len(numbers), len(owed)), np.float32)
    for column, (place, anchor) in enumerate(owed):
        debts[place, column] = 1
        for number in anchor:
            if number in places:
                debts[places[number], column] = -1
    return debts
