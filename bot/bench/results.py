"""What was measured, as values: a line each of the table that is printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

BAR = re.compile(
    r"""
    (?P<of>19[ ]of[ ]20|most)?[ ]?      # which of the figures; else the usual one
    (?P<how>[<>≥])?[ ]?                 # on which side it should be; else that very figure
    (?P<limit>\d+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was measured.

    ``value`` is the figure itself or the median of many; ``p95`` and ``most`` are there where many
    were taken. ``bar`` says what it should be.
    """

    group: str
    what: str
    value: float
    unit: str
    p95: float | None = None
    most: float | None = None
    bar: str | None = None

    @property
    def is_met(self) -> bool | None:
        """Whether it is what it should be; None where nothing is said of that.

        >>> [Result("store", "kept", value, "a second", bar="> 500").is_met for value in (500, 501)]
        [False, True]
        >>> Result("store", "busy", 20.0, "ms", 60.0, 90.0, bar="19 of 20 < 50 ms").is_met
        False
        """
        said = BAR.match(self.bar or "")
        if said is None:
            return None
        figure = {"19 of 20": self.p95, "most": self.most}.get(said["of"]) or self.value
        limit = float(said["limit"])
        sides = {"<": figure < limit, ">": figure > limit, "≥": figure >= limit}
        return sides.get(said["how"], figure == limit)


def summarise(group: str, what: str, seconds: Sequence[float], bar: str | None = None) -> Result:
    """The median, the 95th percentile and the longest of some durations, in ms.

    >>> summarise("store", "newest first", (0.010, 0.020, 0.030)).value
    20.0
    """
    times = [1000 * one for one in seconds] or [0.0]
    p95 = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    return Result(group, what, median(times), "ms", p95, max(times), bar)
