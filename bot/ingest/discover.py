"""a page -> the feeds it offers, and where else a site may keep one."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bot.ingest.charset import decode_feed
from bot.ingest.fragments import plain_text
from bot.model import FeedLink
from bot.urls import is_same_site, page_key, web_address

MOST_LINKS = 20
MOST_TAGS = 5000  # of a page; feeds are declared in its head
MOST_TITLE = 100
FEED_TYPES = frozenset(
    {
        *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        *("application/feed+json", "application/x-rss+xml", "text/rss+xml", "text/rss"),
    }
)
VAGUE_TYPES = frozenset({"application/xml", "text/xml", "application/json", ""})
COMMON_PATHS = ("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json")

TAG = re.compile(r"<!-- | < (?P<name>link|base|meta|a) \s (?P<rest>[^<>]*) >", re.X | re.I)
ATTRIBUTE = re.compile(
    r"""
    (?P<name> [a-z:-]{1,30} ) \s* = \s*
    (?: " (?P<double> [^"]{0,4000} ) " | ' (?P<single> [^']{0,4000} ) ' | (?P<bare> [^\s"'>]+ ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
FEED_LIKE = re.compile(  # /rss, /feed/, /atom.xml, /index.rdf, ?format=rss, /feeds/news
    r"(?: ^ | [/._?=&-] ) (?: rss2? | atom | feeds? | rdf ) (?: [/._?=&-] | $ )",
    re.VERBOSE | re.IGNORECASE,
)
REFRESH = re.compile(r"url\s*=\s*(\S+)", re.IGNORECASE)
COMMENTS = re.compile(
    r"""\b (?: comments? | kommentare? | commentaires? | comentarios | comentários | commenti
        | reacties | replies ) \b""",
    re.VERBOSE | re.IGNORECASE,
)


def find_feeds(content: bytes, url: str) -> tuple[FeedLink, ...]:
    """The feeds that the page read at ``url`` offers, the likeliest first.

    Those that it declares; where there is none, those of its own site that its links look like;
    else where it sends its visitors on to, then other sites' feeds: pages link to readers' sites
    too. Feeds of comments come last.

    >>> page = b'<link rel="alternate" type="application/rss+xml" href="/rss" title="Harbour">'
    >>> find_feeds(page, "https://harbour.example/news")
    (FeedLink(url='https://harbour.example/rss', title='Harbour', site=None, folder=()),)
    >>> find_feeds(b'<a href="feed.xml">RSS</a> <a href="/tide">Tide</a>', "https://gull.example/")
    (FeedLink(url='https://gull.example/feed.xml', title='RSS', site=None, folder=()),)
    >>> sent = b"<meta http-equiv='refresh' content='0; url=/news.xml'>"
    >>> find_feeds(sent, "https://gull.example/rss")[0].url
    'https://gull.example/news.xml'
    """
    text = decode_feed(content)
    base: str | None = None  # only the first one counts
    declared: list[FeedLink] = []
    linked: list[FeedLink] = []
    sent_on: list[FeedLink] = []
    for name, attributes, after in islice(_find_tags(text), MOST_TAGS):
        target = _find_refresh(attributes) if name == "meta" else attributes.get("href")
        address = web_address(target, base or url)
        if address is None:
            continue
        if name == "base":
            base = base or address
        elif name == "link" and is_declared_feed(attributes):
            declared.append(FeedLink(address, _title(attributes.get("title", ""))))
        elif name == "meta" and page_key(address) != page_key(url):
            sent_on.append(FeedLink(address))
        elif name == "a" and is_feed_like(address):
            words = text[after : text.find("<", after)][:MOST_TITLE]
            linked.append(FeedLink(address, _title(words)))
    own = [link for link in linked if is_same_site(link.url, url)]
    return _likeliest_first(declared or own or sent_on or linked)


def _find_refresh(meta: dict[str, str]) -> str | None:
    """Where a ``<meta>`` sends browsers on to, if it does."""
    if meta.get("http-equiv", "").lower() != "refresh":
        return None
    target = REFRESH.search(meta.get("content", ""))
    return target[1].strip("'\"") if target else None


def common_feeds(url: str) -> tuple[str, ...]:
    """Where the feed of a site may be that offers none, likeliest first.

    >>> common_feeds("https://harbour.example/news/tide")[:2]
    ('https://harbour.example/feed', 'https://harbour.example/rss')
    >>> common_feeds("mailto:desk@harbour.example")
    ()
    """
    if web_address(url) is None:
        return ()
    return tuple(urljoin(url, f"/{path}") for path in COMMON_PATHS)


def is_declared_feed(attributes: dict[str, str]) -> bool:
    """Whether a ``<link>`` with these attributes offers a feed.

    >>> is_declared_feed({"rel": "alternate", "type": "application/atom+xml", "href": "/a"})
    True
    >>> is_declared_feed({"rel": "alternate", "type": "application/json", "href": "/wp-json/1"})
    False
    """
    relations = attributes.get("rel", "").lower().split()
    kind = attributes.get("type", "").partition(";")[0].strip().lower()
    if "feed" in relations:
        return True
    if "alternate" not in relations or "stylesheet" in relations:
        return False
    return kind in FEED_TYPES or (kind in VAGUE_TYPES and is_feed_like(attributes.get("href", "")))


def is_feed_like(address: str) -> bool:
    """Whether an address is written as those of feeds are.

    >>> is_feed_like("https://harbour.example/news/rss.xml"), is_feed_like("/tide?format=rss")
    (True, True)
    >>> is_feed_like("https://harbour.example/feeding-gulls"), is_feed_like("https://rss.example/")
    (False, False)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(FEED_LIKE.search(f"{parts.path}?{parts.query}"))


def _find_tags(text: str) -> Iterator[tuple[str, dict[str, str], int]]:
    """Each tag that may name an address: its name, its attributes, and where it ends."""
    at = 0
    while tag := TAG.search(text, at):
        at = tag.end()
        if tag["name"]:
            yield tag["name"].lower(), _attributes(tag["rest"]), at
        else:
            end = text.find("-->", at)
            if end < 0:
                return
            at = end


def _attributes(tag: str) -> dict[str, str]:
    return {
        found["name"].lower(): plain_text(found["double"] or found["single"] or found["bare"] or "")
        for found in ATTRIBUTE.finditer(tag[:8000])
    }


def _title(told: str) -> str | None:
    return plain_text(told)[:MOST_TITLE] or None


def _likeliest_first(links: list[FeedLink]) -> tuple[FeedLink, ...]:
    first: dict[str, FeedLink] = {}
    for link in links:
        first.setdefault(page_key(link.url), link)
    about_comments = {
        key: bool(COMMENTS.search(f"{key} {link.title}")) for key, link in first.items()
    }
    ordered = sorted(first, key=about_comments.__getitem__)
    return tuple(first[key] for key in ordered[:MOST_LINKS])
