"""what a feed says -> Entry: cleaned, bounded, and without times that cannot be true."""

import re
from calendar import timegm
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz
from time import struct_time

from bot.ingest.fragments import SHORTEST_DESCRIPTION, carries_article, one_line, plain_text
from bot.model import Entry
from bot.urls import web_address

MOST_ENTRIES = 200  # of one reading; a feed of 100,000 is an archive, and its end is no news
MOST_TITLE = 500
MOST_GUID = 1000
MOST_SUMMARY = 2000
MOST_AUTHOR = 200
FIRST_NEWS = datetime(1990, 1, 1, tzinfo=UTC)  # before the web: a zero, or a default
AHEAD = timedelta(days=1)  # a clock or a zone may be wrong by so much

EMAIL = re.compile(r"(?:mailto:)?[^\s@<>()]{1,64}@[^\s@<>()]{1,255}", re.IGNORECASE)


def make_entry(
    *,
    base: str,
    now: datetime,
    title: str,
    links: tuple[str | None, ...] = (),
    guid: str | None = None,
    published: datetime | None = None,
    updated: datetime | None = None,
    author: str | None = None,
    summary: str | None = None,
    content: str | None = None,
) -> Entry | None:
    """An entry of these parts; None where nothing in it could be shown.

    ``links`` are tried in turn, relative ones against ``base``. A guid that is an address serves
    where there is no link. Without a time of publication, that of the update serves.

    >>> now = datetime(2026, 3, 1, tzinfo=UTC)
    >>> make_entry(base="https://harbour.example/feed", now=now, title=" Tide ", links=("/tide",))
    Entry(title='Tide', url='https://harbour.example/tide', guid=None, published=None, \
updated=None, author=None, summary=None, content=None)
    >>> make_entry(base="https://harbour.example/feed", now=now, title=" ")
    """
    addresses = (web_address(link, base) for link in (*links, _as_link(guid)))
    url = next((address for address in addresses if address), None)
    words = plain_text(summary) if summary else ""
    title = one_line(title)[:MOST_TITLE]
    if not title and not url and not words:
        return None
    updated = true_time(updated, now)
    return Entry(
        title=title,
        url=url,
        guid=one_line(guid or "")[:MOST_GUID] or None,
        published=true_time(published, now) or updated,
        updated=updated,
        author=find_author(author),
        summary=words[:MOST_SUMMARY] or None,
        content=_whole_article(content, summary),
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
    """
    told = (told or "").strip()[:64]
    try:
        if told[:4].isdigit():
            time = datetime.fromisoformat(told)
            return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        parts = parsedate_tz(told)
        if parts is None:
            return None
        return datetime.fromtimestamp(timegm(parts[:9]) - (parts[9] or 0), UTC)
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None


def find_author(told: str | None) -> str | None:
    """The name in what a feed says about the author, without the address of the mail box.

    >>> find_author("desk@harbour.example (Mara Lind)"), find_author("Mara Lind <m@h.example>")
    ('Mara Lind', 'Mara Lind')
    >>> find_author("desk@harbour.example"), find_author("Mara Lind (Halden)")
    (None, 'Mara Lind (Halden)')
    """
    words = EMAIL.sub(" ", (told or "")[:2000]).replace("<", " ").replace(">", " ")
    words = plain_text(words).strip(",;- ")
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].strip()
    return words[:MOST_AUTHOR] or None


def _as_link(guid: str | None) -> str | None:
    return guid if guid and guid.strip().lower().startswith(("http://", "https://")) else None


def _whole_article(content: str | None, summary: str | None) -> str | None:
    if content and carries_article(content):
        return content
    if summary and carries_article(summary, SHORTEST_DESCRIPTION):
        return summary
    return None
