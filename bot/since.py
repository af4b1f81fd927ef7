"""A moment as somebody types it: "24h", "3 days", "yesterday", "2026-09-14"."""

import re
from datetime import UTC, date, datetime, time, timedelta

from bot.errors import BadInput

_AGO = re.compile(r"(\d{1,4})\s*(h|d|w)[a-z]*", re.IGNORECASE)
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_DAYS = {"today": 0, "yesterday": 1}


def parse_since(typed: str, now: datetime) -> datetime:
    """The moment (UTC) that somebody means by words such as "24h", "3 days" or "2026-09-14".

    Raises BadInput for anything else, and for what lies after ``now``.

    >>> noon = datetime(2026, 9, 14, 12, tzinfo=UTC)
    >>> parse_since("36h", noon).isoformat(), parse_since("yesterday", noon).isoformat()
    ('2026-09-13T00:00:00+00:00', '2026-09-13T00:00:00+00:00')
    >>> parse_since("2026-09-01", noon).isoformat()
    '2026-09-01T00:00:00+00:00'
    """
    words = typed.strip().casefold()
    if ago := _AGO.fullmatch(words):
        return now - int(ago[1]) * _UNITS[ago[2]]
    try:
        day = now.date() - timedelta(_DAYS[words]) if words in _DAYS else date.fromisoformat(words)
    except ValueError:
        day = date.max
    since = datetime.combine(day, time(), UTC)
    if since > now:
        raise BadInput(
            f"“{typed.strip()[:40]}” is no time that has been. "
            "Say 24h, 3 days, 2 weeks, yesterday, or a date such as 2026-09-14."
        )
    return since
