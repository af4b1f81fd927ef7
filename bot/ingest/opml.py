"""bytes of an OPML file -> the feeds that it lists (http://opml.org/spec2.opml).

Only the tags are read, by a pattern: nothing in the file can be expanded or fetched, outlines may
nest as deep as they like, and damage costs the outline that it is in.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from bot.errors import NotAFeed
from bot.ingest.charset import decode_feed
from bot.ingest.entries import MOST_TITLE
from bot.ingest.fragments import one_line
from bot.model import FeedLink
from bot.urls import page_key, web_address

MOST_BYTES = 20_000_000
MOST_FEEDS = 10_000  # of one file
MOST_OUTLINES = 100_000
PROLOG = 65_536  # characters in which a document type may stand
MOST_FOLDERS = 8  # that a feed lies in; what is deeper lies in the last of them
MOST_ATTRIBUTES = 20_000  # characters; some readers keep their settings there

TAG = re.compile(
    r"""
      <!-- | <!\[CDATA\[
    | < (?P<close> /? ) (?P<name> outline | opml ) (?= [\s/>] )
      (?P<rest> (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ (?= > )   # a ">" may stand in quotes
              | [^<>]* )                                            # one of which is missing
    """,
    re.VERBOSE | re.IGNORECASE,
)
ATTRIBUTE = re.compile(
    r"""
    (?P<name> [a-z_][\w:.-]{0,50} ) \s* = \s*
    (?: " (?P<double> [^"]* ) " | ' (?P<single> [^']* ) ' | (?P<bare> [^\s"'>]+ ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
OTHER_DOCUMENT = re.compile(
    r"<!DOCTYPE \s [^>\[]{0,200}? (?: \[ | \b(?:SYSTEM|PUBLIC)\b )", re.VERBOSE | re.IGNORECASE
)
FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?:)|feed(?=://)", re.IGNORECASE)
ADDRESSES = ("xmlurl", "feedurl", "url")
FEED_TYPES = frozenset({"rss", "atom", "feed", "rss1", "rss2", "rdf", "pie", "json"})
OTHER_TYPES = frozenset({"link", "include"})  # their ``url`` is a page, or another such file


@dataclass(frozen=True, slots=True)
class RefusedFeed:
    """What a list names as a feed and what it cannot be, in a sentence."""

    told: str
    reason: str


@dataclass(frozen=True, slots=True)
class FeedList:
    """The feeds of a file, each once; ``repeated`` is how many more it names of those."""

    feeds: tuple[FeedLink, ...]
    refused: tuple[RefusedFeed, ...] = ()
    repeated: int = 0


def parse_opml(content: bytes) -> FeedList:
    """The feeds that a file lists, each with its folders. Raises NotAFeed.

    >>> told = b'<opml><outline text="News"><outline text="T &amp; H" xmlUrl="h.example/rss"/>'
    >>> told += b'<outline type="rss" title="Gull" xmlUrl="https://gull.example/feed"/>'
    >>> read = parse_opml(told)
    >>> [(feed.title, feed.folder) for feed in read.feeds], read.refused
    ([('Gull', ('News',))], (RefusedFeed(told='T & H', reason='Its address is none of the web.'),))
    >>> parse_opml(b"<html>Tide</html>")
    Traceback (most recent call last):
    bot.errors.NotAFeed: This is no OPML file: it has no outlines. Export one from your feed reader.
    """
    if len(content) > MOST_BYTES:
        raise NotAFeed(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.")
    text = decode_feed(content)
    if ENTITY.search(text) or OTHER_DOCUMENT.search(text, 0, PROLOG):
        raise NotAFeed(
            "This file declares XML entities or another document, as attacks do. It is not read. "
            "Export it anew from your feed reader."
        )
    outlines = tuple(islice(_find_outlines(text), MOST_OUTLINES + 1))
    if not outlines:
        raise NotAFeed(
            "This is no OPML file: it has no outlines. Export one from your feed reader."
        )
    if len(outlines) > MOST_OUTLINES:
        raise NotAFeed(f"The file has more than {MOST_OUTLINES} outlines. Split it.")
    feeds: dict[str, FeedLink] = {}
    refused: list[RefusedFeed] = []
    repeated = 0
    for outline, folder in outlines:
        found = choose_feed(outline, folder)
        if isinstance(found, RefusedFeed):
            refused.append(found)
        elif found and (key := page_key(found.url)) in feeds:
            repeated += 1
        elif found and len(feeds) >= MOST_FEEDS:
            reason = f"One file may list {MOST_FEEDS} feeds. Put the rest into another."
            refused.append(RefusedFeed(found.title or found.url, reason))
        elif found:
            feeds[key] = found
    return FeedList(tuple(feeds.values()), tuple(refused), repeated)


def choose_feed(
    outline: dict[str, str], folder: tuple[str, ...] = ()
) -> FeedLink | RefusedFeed | None:
    """What the attributes of an outline name: a feed, what cannot be one, or nothing (a folder).

    >>> choose_feed({"url": "feed://harbour.example/rss", "text": "Harbour &amp; Sea"})
    FeedLink(url='http://harbour.example/rss', title='Harbour & Sea', site=None, folder=())
    >>> choose_feed({"text": "News"}), choose_feed({"type": "link", "url": "https://h.example"})
    (None, None)
    """
    kind = outline.get("type", "").lower()
    given = (outline.get(name, "").strip() for name in ADDRESSES)
    told = next((address for address in given if address), "")
    title = _title_of(outline)
    if not told:
        is_leaf = "/" in outline and kind in FEED_TYPES
        return RefusedFeed(title or "an outline", "It has no address.") if is_leaf else None
    if kind in OTHER_TYPES and "xmlurl" not in outline:
        return None
    url = web_address(FEED_SCHEME.sub(_of_the_web, told))
    if url is None:
        return RefusedFeed(title or told, "Its address is none of the web.")
    if "@" in urlsplit(url).netloc:
        return RefusedFeed(title or "an outline", "Its address holds a user name or password.")
    return FeedLink(url, title, web_address(outline.get("htmlurl")), folder)


def _title_of(outline: dict[str, str]) -> str | None:
    """How an outline is called; some readers escape a title twice."""
    named = (one_line(html.unescape(outline.get(name, ""))) for name in ("text", "title"))
    return next((words[:MOST_TITLE] for words in named if words), None)


def _of_the_web(scheme: re.Match[str]) -> str:
    """Nothing before an address that is whole, else the scheme that ``feed`` stands for."""
    return "" if scheme[0].lower().startswith("feed:") else "http"


def _find_outlines(text: str) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """The attributes of each outline, names in small letters, and the folders that it lies in.

    "/" is among the attributes of a leaf.
    """
    open_ones: list[str | None] = []  # the names of folders, None for what is none
    at = 0
    while tag := TAG.search(text, at):
        at = tag.end()
        if tag["name"] is None:
            closing = "-->" if tag[0] == "<!--" else "]]>"
            end = text.find(closing, at)
            if end < 0:
                return
            at = end + len(closing)
        elif tag["name"].lower() == "outline" and tag["close"]:
            del open_ones[-1:]
        elif tag["name"].lower() == "outline":
            outline = _attributes(tag["rest"])
            yield outline, tuple(name for name in open_ones[:MOST_FOLDERS] if name)
            if "/" not in outline:
                is_feed = any(outline.get(name) for name in ADDRESSES)
                open_ones.append(None if is_feed else _title_of(outline))


def _attributes(rest: str) -> dict[str, str]:
    found = {
        one["name"].lower(): html.unescape(one["double"] or one["single"] or one["bare"] or "")
        for one in ATTRIBUTE.finditer(rest[:MOST_ATTRIBUTES])
    }
    return found | ({"/": ""} if rest.rstrip().endswith("/") else {})
