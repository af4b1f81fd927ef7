"""what feeds and pages say of the time -> a time, without those that cannot be true."""

import re
from calendar import timegm
from datetime import UTC, datetime, timedelta
from time import struct_time
from zoneinfo import ZoneInfo

from bot.ingest.calendars import REGIONS, ZONES, find_month

FIRST_NEWS = datetime(1990, 1, 1, tzinfo=UTC)  # before the web: a zero, or a default
AHEAD = timedelta(days=1)  # a clock or a zone may be wrong by so much
LONGEST = 80  # characters of a time
CENTURY = 2000  # of a year of two figures

DAYS = (  # the ways to write a day, tried in turn
    re.compile(  # 20260304T103000Z
        r"(?<!\d) (?P<year> (?:19|20)\d\d ) (?P<month> \d\d ) (?P<day> \d\d ) (?= T | \d{6} | \b )",
        re.VERBOSE,
    ),
    re.compile(  # 2026-03-04; 2026/3/4; 2026年3月4日; 2026년 3월 4일
        r"""
        (?P<year> \d{4} ) \s? [-/.年년] \s? (?P<month> \d{1,2} ) \s? [-/.月월] \s?
        (?P<day> \d{1,2} ) (?!\d) \s? [日일]?
        """,
        re.VERBOSE,
    ),
    re.compile(  # 4 Mar 2026; Mi, 4. Mrz. 2026; 4 de marzo de 2026; 04-Mar-26
        r"""
        (?<!\d) (?P<day> \d{1,2} ) (?: \.º? | er | st | nd | rd | th )? [\s-]+ (?: (?:de|of) \s+ )?
        (?P<named> [^\W\d_]{3,12} ) [.,]? [\s-]+ (?: del? \s+ )?
        (?P<year> \d{4} | \d\d ) (?![\d:])
        """,
        re.VERBOSE,
    ),
    re.compile(  # March 4, 2026; Wed Mar 04 10:30:00 UTC 2026
        r"""
        (?P<named> [^\W\d_]{3,12} ) \.? \s+ (?P<day> \d{1,2} ) (?: st | nd | rd | th )?
        (?: ,? \s+ | (?P<between> \s+ \d?\d:\d\d.{0,20}? \s ) ) (?P<year> \d{4} ) (?!\d)
        """,
        re.VERBOSE,
    ),
    re.compile(  # 2026. március 4.
        r"(?P<year> \d{4} ) \.? \s (?P<named> [^\W\d_]{3,12} ) \.? \s (?P<day> \d{1,2} ) (?!\d)",
        re.VERBOSE,
    ),
    re.compile(  # 04.03.2026; 4. 3. 2026
        r"(?<!\d) (?P<day> \d{1,2} ) \. \s? (?P<month> \d{1,2} ) \. \s? (?P<year> \d{4} )",
        re.VERBOSE,
    ),
    re.compile(  # 03/24/2026 and 24-03-2026; of 03/04/2026 nobody knows
        r"""
        (?<!\d) (?: (?P<month> 0?\d | 1[0-2] ) (?P<mark> [/-] ) (?P<day> 1[3-9] | [23]\d )
            | (?P<day2> 1[3-9] | [23]\d ) (?P<mark2> [/-] ) (?P<month2> 0?\d | 1[0-2] ) )
        (?: (?P=mark) | (?P=mark2) ) (?P<year> \d{4} )
        """,
        re.VERBOSE,
    ),
)
CLOCK = re.compile(
    r"""
    (?: (?P<later> 午後 | 下午 | 오후 ) \s? | (?P<earlier> 午前 | 上午 | 오전 ) \s? | (?<!\d) )
    (?P<hour> \d{1,2} ) (?: [:h.] | [時时点시] \s? ) (?P<minute> \d\d )
    (?: [:.] (?P<second> \d{1,2} ) (?!\d) )?
    (?: [.,]\d+ )? (?: \s? (?P<half> [ap] ) \.? m\b\.? )?
    | (?<![\d+-]) (?P<hour2> \d\d ) (?P<minute2> \d\d ) (?P<second2> \d\d )? (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
ZONE = re.compile(
    r"""
    \s* (?: uhr | h\b )? \s* [(]?
    (?: (?: gmt | utc | z )? \s? (?P<sign> [+−-] ) (?P<hours> 0\d | 1[0-4] | \d ) :?
        (?P<minutes> \d\d )? \d? (?!\d)
      | (?P<region> [a-z]{2,12} (?: / [a-z_-]{2,20} ){1,2} )
      | (?P<name> [a-z]{1,4} \b )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
MAIL = re.compile(  # as most feeds write it (RFC 5322, 3.3); the other ways take ten times as long
    r"""
    (?: [A-Z][a-z]{2} ,\s )? (\d{1,2}) \s ([A-Z][a-z]{2}) \s (\d{4})
    \s ([01]\d|2[0-3]) : ([0-5]\d) : ([0-5]\d) \s (?: GMT | UTC | ([+-]) (\d\d) ([0-5]\d) )
    """,
    re.VERBOSE,
)
STAMP = re.compile(  # since 1970, of a program; of .NET
    r"(?:/Date\()?(?P<seconds>\d{10})(?:\d{3}|\.\d+)?(?:[+-]\d{4})?(?:\)/)?"
)


def true_time(told: datetime | None, now: datetime) -> datetime | None:
    """A time that news can have, in UTC, else None: not 1970, and not the day after tomorrow.

    >>> now = datetime(2026, 3, 1, tzinfo=UTC)
    >>> true_time(datetime(1970, 1, 1, tzinfo=UTC), now), true_time(now + 2 * AHEAD, now)
    (None, None)
    >>> true_time(datetime(2026, 2, 1), now)
    datetime.datetime(2026, 2, 1, 0, 0, tzinfo=datetime.timezone.utc)
    """
    if told is None:
        return None
    try:
        told = told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    except OverflowError:
        return None
    return told if FIRST_NEWS <= told <= now + AHEAD else None


def time_of(parts: struct_time | None, told: str) -> datetime | None:
    """A time in UTC as feedparser read it in these words; None for what no calendar has, and for a
    year that the words do not have: it takes 04-03-2026 for 2004.

    >>> time_of(struct_time((2026, 3, 1, 10, 30, 61, 0, 0, 0)), "2026-W09-7")
    datetime.datetime(2026, 3, 1, 10, 31, 1, tzinfo=datetime.timezone.utc)
    >>> time_of(struct_time((2004, 3, 20, 0, 0, 0, 0, 0, 0)), "04-03-2026")
    """
    if parts is None or str(parts.tm_year) not in told:
        return None
    try:
        return datetime.fromtimestamp(timegm(parts), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def parse_time(told: str | None) -> datetime | None:
    """A time in UTC, as standards, programs and people of many languages write it; else None.

    One without a zone is taken as UTC, a day without a time as its first moment. A day that may
    be another one, as 03/04/2026, is None.

    >>> parse_time("2026-03-01T10:00:00+02:00"), parse_time("yesterday")
    (datetime.datetime(2026, 3, 1, 8, 0, tzinfo=datetime.timezone.utc), None)
    >>> for told in ("Sun, 01 Mar 2026 10:00:00 EST", "So, 1. März 2026 10:00 Uhr MEZ",
    ...              "3/24/2026 1:05 PM", "2026年3月1日 午後1時05分", "1772359200", "03/04/2026"):
    ...     print(parse_time(told))
    2026-03-01 15:00:00+00:00
    2026-03-01 09:00:00+00:00
    2026-03-24 13:05:00+00:00
    2026-03-01 13:05:00+00:00
    2026-03-01 10:00:00+00:00
    None
    """
    told = (told or "").strip()[:LONGEST]
    try:
        if stamp := STAMP.fullmatch(told):
            return datetime.fromtimestamp(int(stamp["seconds"]), UTC)
        time = _parse_mail(told) or _parse_iso(told) or _parse_free(told)
        return time.replace(microsecond=0) if time else None
    except (ValueError, OverflowError, OSError):
        return None


def _parse_mail(told: str) -> datetime | None:
    found = MAIL.fullmatch(told)
    month = find_month(found[2]) if found else None
    if not found or not month:
        return None
    day, year, hour, minute, second = (int(found[part]) for part in (1, 3, 4, 5, 6))
    east = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    time = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    return time + east if found[7] == "-" else time - east


def _parse_iso(told: str) -> datetime | None:
    if not told[:4].isdigit():
        return None
    try:
        time = datetime.fromisoformat(told.upper())
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except ValueError:
        return None


def _parse_free(told: str) -> datetime | None:
    """A time in which a day stands anywhere, and behind it perhaps hours and a zone."""
    for way in DAYS:
        found = way.search(told)
        day = _day_of(found) if found else None
        if found and day:
            parts = found.groupdict()
            rest = (parts.get("between") or "") + told[found.end() :]
            clock = CLOCK.search(rest) or CLOCK.search(told[: found.start()])
            if not clock:
                return day
            time = day + _span_of(clock)
            return time - _offset(rest[clock.end() :], time)
    return None


def _day_of(found: re.Match[str]) -> datetime | None:
    parts = found.groupdict()
    named = parts.get("named")
    month = find_month(named) if named else int(parts.get("month") or parts["month2"])
    if not month:
        return None
    year = int(parts["year"])
    day = int(parts.get("day") or parts["day2"])
    return datetime(year if year > 99 else CENTURY + year, month, day, tzinfo=UTC)


def _span_of(clock: re.Match[str]) -> timedelta:
    """How long after midnight a clock stands so.

    >>> str(_span_of(CLOCK.search("12:30 a.m."))), str(_span_of(CLOCK.search("at 1:05 PM")))
    ('0:30:00', '13:05:00')
    """
    hour = int(clock["hour"] or clock["hour2"])
    if half := clock["half"] or clock["later"] or clock["earlier"]:
        hour = hour % 12 + (12 if clock["later"] or half in "pP" else 0)
    minute, second = clock["minute"] or clock["minute2"], clock["second"] or clock["second2"]
    return timedelta(hours=min(hour, 24), minutes=int(minute), seconds=int(second or 0))


def _offset(after: str, time: datetime) -> timedelta:
    """How far east of Greenwich a clock stands at a time; nothing where that is not said.

    >>> march = datetime(2026, 3, 1, tzinfo=UTC)
    >>> for after in (" +0530", " GMT+2", " CEST", " America/New_York", " ET", " odd"):
    ...     print(_offset(after, march))
    5:30:00
    2:00:00
    2:00:00
    -1 day, 19:00:00
    -1 day, 19:00:00
    0:00:00
    """
    zone = ZONE.match(after)
    if not zone:
        return timedelta()
    if named := zone["region"] or REGIONS.get((zone["name"] or "").casefold()):
        return _offset_in(named, time)
    if zone["name"]:
        return ZONES.get(zone["name"].casefold(), timedelta())
    east = timedelta(hours=int(zone["hours"]), minutes=int(zone["minutes"] or 0))
    return east if zone["sign"] == "+" else -east


def _offset_in(region: str, time: datetime) -> timedelta:
    try:
        return ZoneInfo(region).utcoffset(time.replace(tzinfo=None)) or timedelta()
    except (KeyError, ValueError, OSError):  # none of the system's, or no name of one
        return timedelta()
