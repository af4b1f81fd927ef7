"""lines before an article -> where it came from: outlet, address, author, time."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from bot.ingest.characters import clean_characters
from bot.ingest.times import parse_time

HEADER = re.compile(r"(source|url|author|published)[ ]?:[ ]*(.*)\n?", re.IGNORECASE)
MOST_LINES = 20
LONGEST_NAME = 200  # characters of an outlet or an author
LONGEST_TIME = 60
LONGEST_URL = 2000
LONGEST = {"url": LONGEST_URL, "published": LONGEST_TIME}  # a longer line is no header


@dataclass(frozen=True, slots=True)
class Headers:
    """What the lines before an article say of it; None for what they do not say."""

    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: datetime | None = None


def split_headers(text: str) -> tuple[Headers, str]:
    r"""The header lines at the beginning of a text, in any order, and the text after them.

    A value that cannot be right is left off; the article is kept. The first of two counts.

    >>> split_headers("Source: Halden Post\nurl: ftp://halden.example\n\nFlood")
    (Headers(outlet='Halden Post', url=None, author=None, published=None), '\nFlood')
    >>> split_headers("Flood\nsource: unknown")[1]
    'Flood\nsource: unknown'
    """
    given: dict[str, str] = {}
    end = len(text) - len(text.lstrip("\n"))
    for _ in range(MOST_LINES):
        found = _match_header(text, end)
        if not found:
            break
        given.setdefault(found[1].lower(), found[2].strip())
        end = found.end()
    headers = Headers(
        outlet=choose_name(given.get("source")),
        url=choose_url(given.get("url")),
        author=choose_name(given.get("author")),
        published=parse_time(given.get("published")),
    )
    return headers, text[end:]


def _match_header(text: str, start: int) -> re.Match[str] | None:
    found = HEADER.match(text, start)
    if found and len(found[2]) <= LONGEST.get(found[1].lower(), LONGEST_NAME):
        return found
    return None


def choose_name(name: str | None) -> str | None:
    r"""A name on one line; None where there is none, or too long a one.

    >>> choose_name(" Halden\nPost "), choose_name(" "), choose_name(None)
    ('Halden Post', None, None)
    """
    words = " ".join(clean_characters(name or "").split())
    return words if words and len(words) <= LONGEST_NAME else None


def choose_url(url: str | None) -> str | None:
    """A web address that a reader may follow; None for anything else, and for one with a password.

    >>> choose_url("https://haldenpost.example/flood"), choose_url("javascript:alert(1)")
    ('https://haldenpost.example/flood', None)
    >>> choose_url("https://bank.example@evil.example/"), choose_url("https://[::1")
    (None, None)
    """
    url = (url or "").strip()
    if not url or len(url) > LONGEST_URL or re.search(r"[\s\x00-\x1f<>\"\\\ud800-\udfff]", url):
        return None
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return (
        url if parts.scheme in ("http", "https") and has_host and "@" not in parts.netloc else None
    )
