"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), and lists like it -> entries."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from bot.errors import NotAFeed
from bot.ingest.entries import MOST_ENTRIES, MOST_TITLE, make_entry
from bot.ingest.fragments import one_line, plain_title
from bot.ingest.times import FIRST_NEWS, parse_time, true_time
from bot.model import Entry
from bot.urls import web_address

STRAY_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*[\]}])', re.DOTALL)
"""A text, which stays as it is, or a comma after the last of several things."""
ITEMS = re.compile(r'(?:\A\s*|"(?:items|entries|posts|articles)"\s*:\s*)\[')
BEGINS = re.compile(r"\s*(?:\{|\[\s*\{)")
LISTS = ("items", "entries", "posts", "articles", "stories", "item", "entry")
"""Where the items of a feed stand that is none by the standard; deeper in, under any of HOLDERS."""
HOLDERS = ("data", "feed", "rss", "channel", "response", "result")
TITLE = ("title", "headline")
LINKS = ("url", "link", "permalink", "href", "external_url")
ID = ("id", "guid")
PUBLISHED = ("date_published", "pubDate", "published", "published_at", "date_gmt", "date")
MODIFIED = ("date_modified", "updated", "updated_at", "modified_gmt")
WORDS = ("content_text", "text")
CONTENT = ("content_html", "content", "content:encoded", "body")
SUMMARY = ("summary", "description", "excerpt")
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
    about = next((one for one in (feed, *_holders(feed)) if "title" in one), feed)
    return JsonFeed(
        title=one_line(_text(about, "title") or "")[:MOST_TITLE] or None,
        link=web_address(_text(about, "home_page_url", "link"), url),
        language=_text(feed, "language"),
        entries=tuple(entries),
    )


def items_of(feed: dict[str, Any]) -> list[Any]:
    """The items of a feed, whatever they are; raises NotAFeed.

    >>> items_of({"version": "https://jsonfeed.org/version/1.1"}), items_of({"items": [7]})
    ([], [7])
    >>> items_of({"data": {"posts": [{"headline": "Tide", "link": "/tide"}]}})
    [{'headline': 'Tide', 'link': '/tide'}]
    """
    if isinstance(items := feed.get("items"), list):
        return items
    if "jsonfeed" in str(feed.get("version")) and items is None:
        return []
    listed = [_listed(holder.get(name)) for holder in (feed, *_holders(feed)) for name in LISTS]
    found = next((items for items in listed if any(map(_is_item, items))), None)
    if found is None:
        raise NotAFeed("This is JSON, but no JSON Feed. Check the address.")
    return found


def _holders(feed: dict[str, Any], deep: int = 3) -> Iterator[dict[str, Any]]:
    """What else may hold the items, the outermost first."""
    for name in HOLDERS if deep else ():
        if isinstance(inner := feed.get(name), dict):
            yield inner
            yield from _holders(inner, deep - 1)


def _listed(told: object) -> list[Any]:
    """Items that are listed, or stand under numbers."""
    if isinstance(told, dict):
        return list(told.values())
    return told if isinstance(told, list) else []


def _is_item(told: object) -> bool:
    return isinstance(told, dict) and bool(_text(told, *TITLE) and _text(told, *LINKS))


def is_json(text: str) -> bool:
    """Whether a text that is a feed would be one in JSON.

    >>> is_json(' {"items": []}'), is_json('[{"title": "Tide"}]'), is_json("[odd] <rss>")
    (True, True, False)
    """
    return bool(BEGINS.match(text))


def read_json(text: str) -> dict[str, Any]:
    """An object, though its texts hold line ends or a comma stands before a closing bracket; a
    bare list is taken for that of the items.

    >>> read_json('{"title": "Tide", "items": [],}')
    {'title': 'Tide', 'items': []}
    >>> read_json('[{"title": "Tide"}]')
    {'entries': [{'title': 'Tide'}]}
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
    return dict(feed) if isinstance(feed, dict) else {"entries": feed}


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
    return parse_time(published_of(item) or _text(item, *MODIFIED))


def published_of(item: object) -> str | None:
    """When an item was published, as it says."""
    return _text(item, *PUBLISHED) if isinstance(item, dict) else None


def _entry_of(item: dict[str, Any], url: str, now: datetime) -> Entry:
    words = _text(item, *WORDS)
    content = _text(item, *CONTENT) or (_paragraphs(words) if words else None)
    return make_entry(
        base=url,
        now=now,
        title=plain_title(_text(item, *TITLE) or "", is_plain=True),
        links=tuple(_text(item, name) for name in LINKS),
        guid=_text(item, *ID),
        published=parse_time(published_of(item)),
        updated=parse_time(_text(item, *MODIFIED)),
        author=_author_of(item),
        summary=_text(item, *SUMMARY) or content,
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


def _text(thing: dict[str, Any], *names: str) -> str | None:
    """The first of some parts that is a text; some sites give numbers as ids, or wrap it.

    >>> _text({"title": {"rendered": "Tide"}, "id": 7}, "title"), _text({"id": 7}, "guid", "id")
    ('Tide', '7')
    """
    for name in names:
        whole = thing.get(name)
        if isinstance(whole, dict):
            whole = whole.get("rendered")
        if isinstance(whole, int) and not isinstance(whole, bool):
            return str(whole)
        if isinstance(whole, str) and whole:
            # Escapes like \\ud800 make lone surrogates, which no database takes.
            return whole.encode("utf-8", "replace").decode("utf-8")
    return None
