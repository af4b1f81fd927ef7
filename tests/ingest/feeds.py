"""Feeds of our own, read in a line."""

from datetime import UTC, datetime

from bot.ingest.parse import ParsedFeed, parse_feed
from bot.model import Entry

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
URL = "https://harbour.example/news/feed.xml"


def read(content: bytes | str, content_type: str | None = None) -> ParsedFeed:
    told = content if isinstance(content, bytes) else content.encode()
    return parse_feed(told, content_type, URL, now=NOW)


def rss(items: str, head: str = "<title>Harbour Times</title>") -> str:
    return f"<rss version='2.0'><channel>{head}{items}</channel></rss>"


def only(content: bytes | str, content_type: str | None = None) -> Entry:
    (entry,) = read(content, content_type).entries
    return entry
