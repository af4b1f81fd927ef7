"""bytes -> ParsedFeed: RSS, RDF, Atom and JSON Feed, as they are found in the wild.

A pure function of its arguments, so that it can run in a worker process that is killed when a
hostile feed takes too long.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import feedparser

from bot.errors import NotAFeed
from bot.ingest.charset import decode_feed
from bot.ingest.entries import MOST_ENTRIES, MOST_TITLE, make_entry
from bot.ingest.fragments import plain_title
from bot.ingest.jsonfeed import JsonFeed, is_json, parse_json
from bot.ingest.mend import UNFIT, is_feed, mend_xml, trim_feed
from bot.ingest.names import keep_known
from bot.ingest.times import parse_time, time_of
from bot.ingest.unwrap import unwrap
from bot.model import Entry
from bot.urls import web_address

MAILBOX = re.compile(r"[@()]")  # of it feedparser makes names that are none
PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed says: about itself, and its newest entries in its own order.

    ``link`` is the site's own page. ``interval`` is how often the feed itself wants to be read
    (the longer of ``ttl`` and ``sy:updatePeriod``).
    """

    title: str | None
    link: str | None
    language: str | None  # ISO 639-1
    interval: timedelta | None
    entries: tuple[Entry, ...]


def parse_feed(content: bytes, content_type: str | None, url: str, *, now: datetime) -> ParsedFeed:
    """The feed in these bytes; ``url`` is where they were read, ``content_type`` the header.

    ``now`` tells which times lie in the future and cannot be true. Damaged XML is read as far as
    it goes. Raises NotAFeed.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 9, 14, 12, tzinfo=UTC)
    >>> feed = b"<rss><channel><title>Harbour Times</title><item><title>Tide</title></item>"
    >>> parsed = parse_feed(feed, None, "https://harbour.example/rss", now=noon)
    >>> parsed.title, [entry.title for entry in parsed.entries]
    ('Harbour Times', ['Tide'])
    """
    text = unwrap(decode_feed(content, content_type).lstrip("\ufeff"))
    if not text.strip(" \t\r\n\0"):
        raise NotAFeed("The site's answer is empty. Try again later, or look for another feed.")
    if is_json(text):
        return _of_json(parse_json(UNFIT.sub("", text), url, now))
    xml = trim_feed(mend_xml(text), now)
    return _of_xml(xml, url, now)


def _of_xml(xml: str, url: str, now: datetime) -> ParsedFeed:
    try:
        try:
            parsed = _parse(xml)
        except Exception:  # it has no exception of its own for what it stumbles over
            parsed = _parse(keep_known(xml))
    except Exception as error:
        raise NotAFeed("This feed is too damaged to be read. Tell the site.") from error
    if not parsed.version and not parsed.entries and not is_feed(xml):
        raise NotAFeed("This is XML, but no feed that we know. Check the address.")
    about = parsed.feed
    whose = _text(about, "author") if parsed.version.startswith("atom") else None
    site = web_address(_text(about, "link"), url)
    # relative links of Atom have a base of their own (RFC 4287, 2)
    base = url if parsed.version.startswith("atom") else site or url
    read = partial(_entry_of, version=parsed.version, base=base, site=site, now=now, whose=whose)
    found = map(read, parsed.entries[:MOST_ENTRIES])
    return ParsedFeed(
        title=_title_of(about, parsed.version)[:MOST_TITLE] or None,
        link=site,
        language=find_language(_text(about, "language")),
        interval=find_interval(
            _text(about, "ttl"), _text(about, "sy_updateperiod"), _text(about, "sy_updatefrequency")
        ),
        entries=tuple(found),
    )


def _parse(xml: str) -> Any:
    stream = io.BytesIO(xml.encode("utf-8"))  # given bytes, feedparser may open a file
    headers = {"content-type": "application/xml; charset=utf-8"}  # links are resolved by us
    return feedparser.parse(
        stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )


def _of_json(feed: JsonFeed) -> ParsedFeed:
    return ParsedFeed(
        title=feed.title,
        link=feed.link,
        language=find_language(feed.language),
        interval=None,
        entries=feed.entries,
    )


def _entry_of(
    entry: Any, version: str, base: str, site: str | None, now: datetime, whose: str | None
) -> Entry:
    """What stands in an entry; ``whose`` is the author of all that name none (RFC 4287, 4.2.1)."""
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    return make_entry(
        base=base,
        site=site,
        now=now,
        title=_title_of(entry, version),
        links=tuple(_find_links(entry)),
        instead=tuple(_find_others(entry)),
        guid=_text(entry, "id"),
        published=_time_of(entry, "published", "created", "dcterms_date", "date"),
        # Asked for what is not there, feedparser gives the time of publication.
        updated=_time_of(entry, "updated") if "updated" in entry else None,
        author=_names_of(entry) or whose,
        summary=_text(entry, "summary"),
        content=max(contents, key=len, default=None),
    )


def _find_links(entry: Any) -> Iterator[str | None]:
    """Where an entry leads; feedparser gives the last link, which others' within it may be."""
    yield _text(entry, "feedburner_origlink")  # the link itself counts clicks
    pages = [link for link in entry.get("links", ()) if _is_alternate(link)]
    yield from (link.get("href") for link in pages if "html" in str(link.get("type")))
    yield None if _is_number(entry) else _text(entry, "link")
    yield from (link.get("href") for link in pages)


def _is_number(entry: Any) -> bool:
    """Whether what feedparser takes for the link is an id that nobody calls an address."""
    link = _text(entry, "link")
    return bool(link) and link == _text(entry, "id") and "/" not in (link or "")


def _names_of(entry: Any) -> str | None:
    """Who wrote it; where several are named, all of them."""
    told = dict.fromkeys(author.get("name") for author in entry.get("authors", ()))
    names = [name for name in told if name and not MAILBOX.search(name)]
    return ", ".join(names) if len(names) == len(told) > 1 else _text(entry, "author")


def _is_alternate(link: Any) -> bool:
    """Whether a link leads to the page; its relation may be written as an address."""
    return str(link.get("rel")).rpartition("/")[2] == "alternate"


def _find_others(entry: Any) -> Iterator[str | None]:
    """What an entry without a page may lead to: a player, a recording, what is said about it."""
    yield _text(entry, "url")
    yield from (part.get("src") for part in entry.get("content", ()))
    yield (entry.get("media_player") or {}).get("url")
    for link in entry.get("links", ()):
        if link.get("rel") == "enclosure" and not str(link.get("type")).startswith("image/"):
            yield link.get("href")
    yield _text(entry, "comments")
    for link in entry.get("links", ()):
        if link.get("rel") == "related":
            yield link.get("href")


def _time_of(entry: Any, *names: str) -> datetime | None:
    """The first of these times, read by us: feedparser takes the zones of Europe for UTC."""
    told = ((_text(entry, name) or "", entry.get(f"{name}_parsed")) for name in names)
    return next(
        filter(None, (parse_time(words) or time_of(parts, words) for words, parts in told)), None
    )


def _title_of(thing: Any, version: str) -> str:
    """A title as plain text. Only Atom says whether it is; elsewhere tags are taken for tags."""
    title = _text(thing, "title") or ""
    kind = thing.get("title_detail", {}).get("type")
    is_plain = version.startswith("atom") and kind == "text/plain"
    return plain_title(title, is_plain=is_plain)


def _text(thing: Any, name: str) -> str | None:
    """A part that is a text; feedparser gives a dictionary where an unknown tag has attributes."""
    told = thing.get(name)
    return told if isinstance(told, str) else None


def find_language(told: str | None) -> str | None:
    """ISO 639-1 of what a feed declares.

    >>> find_language("de-AT"), find_language("EN_us"), find_language("english")
    ('de', 'en', None)
    """
    code = re.split(r"[-_]", (told or "").strip().lower())[0]
    return code if re.fullmatch("[a-z]{2}", code) else None


def find_interval(ttl: str | None, period: str | None, frequency: str | None) -> timedelta | None:
    """How often a feed wants to be read: ``ttl`` is in minutes, ``frequency`` times a period.

    >>> find_interval("30", "daily", "4"), find_interval("an hour", None, None)
    (datetime.timedelta(seconds=21600), None)
    """
    told = []
    if ttl and re.fullmatch(r"\d{1,6}", ttl.strip()):
        told.append(timedelta(minutes=int(ttl)))
    if period and (whole := PERIODS.get(period.strip().lower())):
        times = (frequency or "").strip()
        told.append(whole / (int(times) if re.fullmatch(r"[1-9]\d{0,3}", times) else 1))
    return max(told, default=None) or None
