"""What was measured, as values: a line each of the table that is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


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


def summarise(group: str, what: str, seconds: Sequence[float], bar: str | None = None) -> Result:
    """The median, the 95th percentile and the longest of some durations, in ms.

    >>> summarise("store", "newest first", (0.010, 0.020, 0.030)).value
    20.0
    """
    times = [1000 * one for one in seconds] or [0.0]
    p95 = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    return Result(group, what, median(times), "ms", p95, max(times), bar)
