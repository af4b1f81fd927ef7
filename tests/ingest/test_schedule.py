"""When a feed is read again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.ingest.schedule import FLOOR, LONGEST, next_due

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)


def test_the_longest_of_all_that_is_asked_counts() -> None:
    assert next_due(NOON, QUARTER) == NOON + QUARTER
    assert next_due(NOON, QUARTER, hints=(None, HOUR, QUARTER)) == NOON + HOUR
    assert next_due(NOON, QUARTER, hints=(HOUR,), retry_after=2 * HOUR) == NOON + 2 * HOUR
    assert next_due(NOON, HOUR, hints=(timedelta(seconds=1),)) == NOON + HOUR


def test_failures_back_off_to_a_day_and_no_further() -> None:
    waits = [next_due(NOON, QUARTER, failures=times) - NOON for times in range(40)]
    assert waits == sorted(waits)
    assert waits[0] == QUARTER
    assert waits[-1] == LONGEST
    assert next_due(NOON, QUARTER, failures=10**9) == NOON + LONGEST


@pytest.mark.parametrize("hint", [timedelta(days=365), timedelta.max])
def test_nobody_puts_a_feed_off_for_longer_than_a_day(hint: timedelta) -> None:
    assert next_due(NOON, QUARTER, hints=(hint,), jitter=1.0) == NOON + LONGEST
    assert next_due(NOON, QUARTER, retry_after=hint) == NOON + LONGEST


def test_only_hosts_that_the_operator_allows_are_read_below_the_floor() -> None:
    second = timedelta(seconds=1)
    assert next_due(NOON, second) == NOON + FLOOR
    assert next_due(NOON, second, floor=timedelta()) == NOON + second


def test_jitter_spreads_and_never_comes_early() -> None:
    dues = [next_due(NOON, QUARTER, jitter=part / 10) for part in range(11)]
    assert len(set(dues)) == 11
    assert min(dues) == NOON + QUARTER
    assert max(dues) == NOON + QUARTER * 1.1
