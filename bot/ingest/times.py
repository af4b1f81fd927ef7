"""what a feed says of the time -> a time, without those that cannot be true."""

import re
from calendar import timegm
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz
from time import struct_time

FIRST_NEWS = datetime(1990, 1, 1, tzinfo=UTC)  # before the web: a zero, or a default
AHEAD = timedelta(days=1)  # a clock or a zone may be wrong by so much

DAY = re.compile(  # "Mi, 4. Mrz. 2026": RFC 822 wants English, and sites write their own language
    r"""
    (?: [^\W\d_]{2,12} \.? ,? \s+ )?  # the day of the week, which says nothing
    (?P<day> \d{1,2} ) \.? \s+ (?: de \s+ )?
    (?P<month> [^\W\d_]{3,12} ) \.? \s+ (?: de \s+ )?
    (?P<year> \d{4} )
    """,
    re.VERBOSE,
)
MONTHS = {  # beginnings of the names in German, French, Spanish, Italian, Portuguese and Dutch
    "Jan": ("jan", "jän", "ene", "gen"),
    "Feb": ("feb", "fév", "fev"),
    "Mar": ("mar", "mär", "mrz", "maa", "mrt"),
    "Apr": ("apr", "avr", "abr"),
    "May": ("may", "mai", "mag", "mei"),
    "Jun": ("jun", "juin", "giu"),
    "Jul": ("jul", "juil", "lug"),
    "Aug": ("aug", "aoû", "aou", "ago"),
    "Sep": ("sep", "set"),
    "Oct": ("oct", "okt", "ott", "out"),
    "Nov": ("nov",),
    "Dec": ("dec", "dez", "déc", "dic"),
}
ENGLISH = {name: month for month, names in MONTHS.items() for name in names}


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


def time_of(parts: struct_time | None) -> datetime | None:
    """A time in UTC as feedparser gives it, None for what no calendar has.

    >>> time_of(struct_time((2026, 3, 1, 10, 30, 61, 0, 0, 0)))
    datetime.datetime(2026, 3, 1, 10, 31, 1, tzinfo=datetime.timezone.utc)
    >>> time_of(struct_time((0, 0, 0, 0, 0, 0, 0, 0, 0)))
    """
    try:
        return datetime.fromtimestamp(timegm(parts), UTC) if parts else None
    except (ValueError, OverflowError, OSError):
        return None


def parse_time(told: str | None) -> datetime | None:
    """A time as Atom, JSON Feed or RSS write it, None for any other.

    >>> parse_time("2026-03-01T10:00:00+02:00"), parse_time("yesterday")
    (datetime.datetime(2026, 3, 1, 8, 0, tzinfo=datetime.timezone.utc), None)
    >>> parse_time("Sun, 01 Mar 2026 10:00:00 EST")
    datetime.datetime(2026, 3, 1, 15, 0, tzinfo=datetime.timezone.utc)
    >>> parse_time("So, 01 März 2026 10:00:00 +0100")
    datetime.datetime(2026, 3, 1, 9, 0, tzinfo=datetime.timezone.utc)
    """
    told = (told or "").strip()[:64]
    try:
        if told[:4].isdigit():
            time = datetime.fromisoformat(told)
            return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        parts = parsedate_tz(DAY.sub(_in_english, told))
        if parts is None:
            return None
        return datetime.fromtimestamp(timegm(parts[:9]) - (parts[9] or 0), UTC)
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None


def _in_english(day: re.Match[str]) -> str:
    """The day with the English month; one that we do not know stays.

    >>> _in_english(DAY.match("Mi, 4. Mrz. 2026")), _in_english(DAY.match("8 juillet 2026"))
    ('4 Mar 2026', '8 Jul 2026')
    """
    name = day["month"].lower()
    month = ENGLISH.get(name[:4]) or ENGLISH.get(name[:3]) or day["month"]
    return f"{day['day']} {month} {day['year']}"
