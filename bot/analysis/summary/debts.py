"""Anchors -> how many of them a set of lines leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.analysis.summary.measures import Numbers, sum_rows


@dataclass(frozen=True, slots=True, eq=False)
class Debts:
    """What lines take as known, a column for each thing, a row for each line."""

    owes: Numbers  # 1 where the line takes it as known
    tells: Numbers  # 1 where the line makes it known

    def count_unpaid(self, sets: Numbers) -> Numbers:
        """How many things each set, a row, takes as known that none of its lines makes known.

        >>> debts = gather_debts((3, 5), [(), ((3, 4),)])
        >>> debts.count_unpaid(np.array([[1, 0], [0, 1], [1, 1]], np.float32)).tolist()
        [0.0, 1.0, 0.0]
        """
        return sum_rows((sets @ self.owes > 0) & (sets @ self.tells == 0))


def gather_debts(numbers: tuple[int, ...], anchors: Sequence[tuple[tuple[int, ...], ...]]) -> Debts:
    """The debts of the lines of these numbers. ``anchors``: of each, as ``Anchors`` has them."""
    columns = [(row, anchor) for row, held in enumerate(anchors) for anchor in held]
    owes = np.zeros((len(numbers), len(columns)), np.float32)
    tells = np.zeros((len(numbers), len(columns)), np.float32)
    for column, (row, anchor) in enumerate(columns):
        owes[row, column] = 1
        tells[:, column] = [number in anchor for number in numbers]
    return Debts(owes, tells)
