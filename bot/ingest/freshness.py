"""headers -> how long an answer stays good, and how long we are asked to stay away."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

MAX_AGE = re.compile(r"(?<![\w-]) max-age \s* = \s* \"? (\d{1,9})", re.VERBOSE | re.IGNORECASE)
NOT_KEPT = re.compile(r"(?<![\w-]) no-(?:store|cache) (?![\w-])", re.VERBOSE | re.IGNORECASE)


def find_fresh_for(headers: Mapping[str, str]) -> timedelta | None:
    """How long an answer stays good: max-age, else Expires counted from Date (RFC 9111).

    >>> find_fresh_for({"Cache-Control": "public, max-age=600"})
    datetime.timedelta(seconds=600)
    >>> find_fresh_for({"Expires": "Sun, 01 Mar 2026 10:05:00 GMT",
    ...                 "Date": "Sun, 01 Mar 2026 10:00:00 GMT"})
    datetime.timedelta(seconds=300)

    None where the site does not say, or says that nothing is to be kept.

    >>> find_fresh_for({"Cache-Control": "no-cache, max-age=600"}), find_fresh_for({"Expires": "0"})
    (None, None)
    """
    control = headers.get("Cache-Control", "")
    if NOT_KEPT.search(control):
        return None
    told = MAX_AGE.search(control)
    if told:
        return timedelta(seconds=int(told[1])) or None
    return _count_from_date(headers, "Expires")


def find_retry_after(headers: Mapping[str, str]) -> timedelta | None:
    """How long the site asks us to stay away: seconds, or a time counted from Date (RFC 9110).

    >>> find_retry_after({"Retry-After": "120"})
    datetime.timedelta(seconds=120)
    >>> find_retry_after({"Retry-After": "Sun, 01 Mar 2026 11:00:00 GMT",
    ...                   "Date": "Sun, 01 Mar 2026 10:00:00 GMT"})
    datetime.timedelta(seconds=3600)
    >>> find_retry_after({"Retry-After": "soon"})
    """
    told = headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        return timedelta(seconds=int(told[:9])) or None
    return _count_from_date(headers, "Retry-After")


def _count_from_date(headers: Mapping[str, str], name: str) -> timedelta | None:
    then, now = _parse_time(headers.get(name)), _parse_time(headers.get("Date"))
    if then is None or now is None or then <= now:
        return None
    return then - now


def _parse_time(told: str | None) -> datetime | None:
    """An HTTP date, None for what is none.

    >>> _parse_time("Sun, 01 Mar 2026 10:00:00 GMT"), _parse_time("-1"), _parse_time(None)
    (datetime.datetime(2026, 3, 1, 10, 0, tzinfo=datetime.timezone.utc), None, None)
    """
    try:
        time = parsedate_to_datetime(told) if told else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if time is None:
        return None
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time
