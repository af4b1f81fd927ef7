"""JSON Feed 1.0 and 1.1 -> its entries (https://www.jsonfeed.org/version/1.1/)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape
from typing import Any

from bot.errors import NotAFeed
from bot.ingest.entries import MOST_ENTRIES, MOST_TITLE, make_entry
from bot.ingest.fragments import one_line
from bot.ingest.times import FIRST_NEWS, parse_time, true_time
from bot.model import Entry
from bot.urls import web_address

STRAY_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*[\]}])', re.DOTALL)
"""A text, which stays as it is, or a comma after the last of several things."""
ITEMS = re.compile(r'"items"\s*:\s*\[')
LETTER = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});", re.IGNORECASE)
BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class JsonFeed:
    """What a JSON Feed says about itself, and its newest entries in its own order."""

    title: str | None
    link: str | None
    language: str | None
    entries: tuple[Entry, ...]


def parse_json(text: str, url: str, now: datetime) -> JsonFeed:
    """The feed in this text; raises NotAFeed.

    >>> told = '{"items": [{"id": 7, "title": "Tide", "url": "/tide"}, "odd"]}'
    >>> feed = parse_json(told, "https://harbour.example/feed", FIRST_NEWS)
    >>> [(entry.guid, entry.url) for entry in feed.entries]
    [('7', 'https://harbour.example/tide')]
    >>> parse_json('{"error": 404}', "https://harbour.example/feed", FIRST_NEWS)
    Traceback (most recent call last):
    bot.errors.NotAFeed: This is JSON, but no JSON Feed. Check the address.
    """
    feed = read_json(text)
    items = items_of(feed)
    entries = [_entry_of(item, url, now) for item in choose_newest(items, now)]
    return JsonFeed(
        title=one_line(_text(feed, "title") or "")[:MOST_TITLE] or None,
        link=web_address(_text(feed, "home_page_url"), url),
        language=_text(feed, "language"),
        entries=tuple(entries),
    )


def items_of(feed: dict[str, Any]) -> list[Any]:
    """The items of a feed, whatever they are; raises NotAFeed.

    >>> items_of({"version": "https://jsonfeed.org/version/1.1"}), items_of({"items": [7]})
    ([], [7])
    """
    items = feed.get("items", [] if "jsonfeed" in str(feed.get("version")) else None)
    if not isinstance(items, list):
        raise NotAFeed("This is JSON, but no JSON Feed. Check the address.")
    return items


def read_json(text: str) -> dict[str, Any]:
    """An object, though its texts hold line ends or a comma stands before a closing bracket.

    >>> read_json('{"title": "Tide", "items": [],}')
    {'title': 'Tide', 'items': []}
    """
    decoder = json.JSONDecoder(strict=False)
    try:
        feed, _ = decoder.raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        try:
            feed, _ = decoder.raw_decode(STRAY_COMMA.sub(r"\1", text.lstrip()))
        except (ValueError, RecursionError):
            feed = {"items": list(_whole_items(text, decoder))}
            if not feed["items"]:
                raise NotAFeed("This begins as JSON, but it is damaged. Tell the site.") from None
            feed |= _read_head(text, decoder)
    return dict(feed)


def _whole_items(text: str, decoder: json.JSONDecoder) -> Iterator[Any]:
    """The items of a feed that is cut off or damaged further down, as far as they are whole."""
    begins = ITEMS.search(text)
    at = begins.end() if begins else len(text)
    while at < len(text):
        try:
            item, at = decoder.raw_decode(text, BETWEEN.match(text, at).end())  # type: ignore[union-attr]
        except (ValueError, RecursionError):
            return
        if isinstance(item, dict):
            yield item


def _read_head(text: str, decoder: json.JSONDecoder) -> dict[str, Any]:
    """What stands before the items of a damaged feed."""
    begins = ITEMS.search(text)
    head = text[: begins.start()] if begins else ""
    try:
        return dict(decoder.decode(head.rstrip(" \t\r\n,") + "}"))
    except (ValueError, RecursionError):
        return {}


def choose_newest(items: list[Any], now: datetime, most: int = MOST_ENTRIES) -> list[Any]:
    """The newest items, in their order; those without a time that can be true are the oldest.

    >>> items = [{"date_published": f"2026-03-0{day}"} for day in (1, 3, 2)]
    >>> choose_newest(items, parse_time("2026-03-09"), 2)
    [{'date_published': '2026-03-03'}, {'date_published': '2026-03-02'}]
    """
    known = [item for item in items if isinstance(item, dict)]
    if len(known) <= most:
        return known
    times = [true_time(_time_of(item), now) or FIRST_NEWS for item in known]
    newest = sorted(range(len(known)), key=lambda number: times[number], reverse=True)[:most]
    return [known[number] for number in sorted(newest)]


def _time_of(item: dict[str, Any]) -> datetime | None:
    return parse_time(_text(item, "date_published") or _text(item, "date_modified"))


def _entry_of(item: dict[str, Any], url: str, now: datetime) -> Entry:
    words = _text(item, "content_text")
    content = _text(item, "content_html") or (_paragraphs(words) if words else None)
    return make_entry(
        base=url,
        now=now,
        title=_as_text(_text(item, "title") or ""),
        links=(_text(item, "url"), _text(item, "external_url")),
        guid=_text(item, "id"),
        published=parse_time(_text(item, "date_published")),
        updated=parse_time(_text(item, "date_modified")),
        author=_author_of(item),
        summary=_text(item, "summary") or content,
        content=content,
    )


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in words.split("\n\n") if part.strip())


def _author_of(item: dict[str, Any]) -> str | None:
    """The names: ``authors`` since version 1.1, ``author`` before."""
    authors = item.get("authors")
    if not isinstance(authors, list) or not authors:
        authors = [item.get("author")]
    told = (one if isinstance(one, dict) else {"name": one} for one in authors)  # some are names
    names = (_text(author, "name") for author in told)
    return ", ".join(name for name in names if name) or None


def _as_text(title: str) -> str:
    """A title as its readers see it; it is to be plain text, but many sites give HTML's letters.

    >>> _as_text("Tide &amp; wind"), _as_text("Q&A in R&D")
    ('Tide & wind', 'Q&A in R&D')
    """
    return LETTER.sub(lambda letter: unescape(letter[0]), title)


def _text(thing: dict[str, Any], name: str) -> str | None:
    """A part that is a text; some sites give numbers as ids."""
    told = thing.get(name)
    if isinstance(told, int) and not isinstance(told, bool):
        return str(told)
    # Escapes like \\ud800 make lone surrogates, which no database takes.
    return told.encode("utf-8", "replace").decode("utf-8") if isinstance(told, str) else None
