"""when a feed is due again, and when we give it up; pure.

As Miniflux does it: the longest of our own interval and whatever the feed and its site ask for.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

FLOOR = timedelta(seconds=300)  # no public site is asked more often
LONGEST = timedelta(hours=24)
SPREAD = 0.1  # of the wait, so that feeds added together are not read together forever
LONGEST_STEP = timedelta(seconds=5)  # between two feeds of a list
MOST_DOUBLINGS = 16  # 2^16 times the floor is longer than the longest wait
GONE_FOR_GOOD = 2  # answers of 410 in a row
GIVEN_UP_AFTER = timedelta(days=14)


def next_due(
    now: datetime,
    interval: timedelta,
    *,
    hints: Iterable[timedelta | None] = (),
    failures: int = 0,
    retry_after: timedelta | None = None,
    floor: timedelta = FLOOR,
    jitter: float = 0.0,
) -> datetime:
    """When a feed is to be read again, at most 24 hours from now.

    ``interval`` is the operator's, ``hints`` what the feed and its site say (``ttl``,
    ``sy:updatePeriod``, max-age, Expires), ``failures`` how many readings in a row have failed,
    ``floor`` nothing for hosts that the operator allows, ``jitter`` a random number from 0 to 1.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> quarter = timedelta(minutes=15)
    >>> str(next_due(noon, quarter, hints=(timedelta(hours=1), None)).time())
    '13:00:00'
    >>> [str(next_due(noon, quarter, failures=times).time()) for times in (1, 2, 3)]
    ['12:30:00', '13:00:00', '14:00:00']
    >>> str(next_due(noon, quarter, hints=(timedelta(days=365),)))
    '2026-03-02 12:00:00+00:00'
    >>> str(next_due(noon, timedelta(seconds=1)).time())
    '12:05:00'
    """
    tries = interval * (1 << min(max(failures, 0), MOST_DOUBLINGS))
    asked = (wait for wait in (*hints, retry_after) if wait is not None)
    wait = min(max(interval, tries, floor, *asked), LONGEST)
    return now + min(wait + wait * SPREAD * jitter, LONGEST)


def first_dues(now: datetime, interval: timedelta, jitters: Sequence[float]) -> list[datetime]:
    """When each feed of a list is to be read first, so that a long list is not read at once.

    A list of a few is read within a minute, one of thousands within the interval. ``jitters`` are
    random numbers from 0 to 1, one for each feed.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> [str(due.time()) for due in first_dues(noon, timedelta(minutes=15), [0.0, 0.4])]
    ['12:00:00', '12:00:07']
    >>> str(first_dues(noon, timedelta(minutes=15), [0.0] * 900)[-1].time())
    '12:14:59'
    """
    if not jitters:
        return []
    step = min(interval / len(jitters), LONGEST_STEP)
    return [now + step * (number + jitter) for number, jitter in enumerate(jitters)]


def is_due(now: datetime, due: datetime | None) -> bool:
    """Whether a feed is to be read now; ``due`` is None for one that was never read.

    A time further ahead than we ever wait was set before the clock was put back.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> is_due(noon, None), is_due(noon, noon), is_due(noon, noon + timedelta(seconds=1))
    (True, True, False)
    >>> is_due(noon, noon + timedelta(days=3))
    True
    """
    return due is None or due <= now or due > now + LONGEST


def should_pause(now: datetime, failing_since: datetime | None, times_gone: int = 0) -> bool:
    """Whether to stop reading a feed until a person looks at it.

    ``failing_since`` is the first of the failures in a row, ``times_gone`` how many of the last
    answers in a row were 410.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 15, 12, tzinfo=UTC)
    >>> should_pause(noon, noon - timedelta(days=14)), should_pause(noon, noon, times_gone=2)
    (True, True)
    >>> should_pause(noon, noon - timedelta(days=13), times_gone=1), should_pause(noon, None)
    (False, False)
    """
    if times_gone >= GONE_FOR_GOOD:
        return True
    return failing_since is not None and now - failing_since >= GIVEN_UP_AFTER
