"""HTML -> what a page says of itself: titles, outlet, author, time, address, language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from bot.ingest.headers import choose_name, choose_url
from bot.ingest.linked import Thing, find_article, listed, words_of
from bot.ingest.shown import find_headings, find_name, find_time, read_line
from bot.ingest.times import parse_time
from bot.ingest.titles import is_part

TITLES = ("og:title", "headline", "twitter:title", "dc.title", "title")
OUTLETS = ("og:site_name", "publisher", "application-name", "dc.publisher")
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author")
TIMES = (
    *("article:published_time", "datepublished", "og:published_time", "parsely-pub-date"),
    *("date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued"),
    *("dcterms.created", "sailthru.date", "article.published"),
)
OTHER_TIME = re.compile(
    r"(?:publi|article|issue|creat|release).*(?:date|time)|date.*(?:publi|orig)"
)
LATER = re.compile(r"modif|updat|end|expir|crawl|event|section")
DAY = re.compile(r"/((?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])[/-]?(?:0[1-9]|[12]\d|3[01]))(?=[/_-]|\Z)")
ADDRESS = re.compile(r"@|://|www\.|\w\.(?:com|org|net|de|fr|es|it|nl|at|ch|pl|pt|ru|se|uk)\b")
DESCRIPTIONS = ("og:description", "description", "twitter:description")
LANGUAGES = ("og:locale", "content-language", "inlanguage", "dc.language")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; what it does not say is empty or None."""

    titles: tuple[str, ...]
    outlet: str | None
    author: str | None
    published: datetime | None
    url: str | None
    language: str | None
    description: str | None = None
    shared_as: str | None = None  # og:type
    tier: str | None = None  # who may read it: "free", "metered", "locked"


def read_metadata(tree: Any, things: Iterable[Thing], url: str | None) -> Metadata:
    """What the head of a page (an lxml tree) and the things of its JSON-LD say of it.

    >>> from trafilatura import load_html
    >>> page = '<html lang="en-GB"><head><meta name="date" content="2026-09-14"></head></html>'
    >>> read_metadata(load_html(page), (), None).language
    'en'
    """
    said = _read_meta(tree) | _read_thing(find_article(things))
    headings = [read_line(heading) for heading in tree.iter("h1")]
    visible = headings if len(headings) == 1 else []
    shown = [read_line(title) for title in tree.iter("title")][:1]
    titles = (*(said.get(key) for key in TITLES), *_in_title(tree, shown), *visible, *shown)
    named = (said[key] for key in said if OTHER_TIME.search(key) and not LATER.search(key))
    times = (parse_time(told) for told in (*(said.get(key) for key in TIMES), *named))
    return Metadata(
        titles=tuple(filter(None, map(choose_name, titles))),
        outlet=_first(choose_name(said.get(key)) for key in OUTLETS),
        author=_first(_choose_author(said.get(key)) for key in AUTHORS) or find_name(tree),
        published=next(filter(None, (*times, *_read_times(tree))), None)
        or find_time(tree)
        or _day_of(_choose_address(tree, said.get("og:url"), url)),
        url=_choose_address(tree, said.get("og:url"), url),
        language=choose_language((tree.get("lang"), *(said.get(key) for key in LANGUAGES))),
        description=_first(said.get(key) for key in DESCRIPTIONS),
        shared_as=said.get("og:type"),
        tier=said.get("article:content_tier"),
    )


def choose_language(declared: Iterable[str | None]) -> str | None:
    """The language that a page declares first, ISO 639-1; None for none.

    >>> choose_language((None, "de_AT", "en")), choose_language(("Deutsch", "x-default"))
    ('de', None)
    """
    for language in declared:
        if found := re.match(r"\s*([a-z]{2})(?![a-z])", (language or "").lower()):
            return found[1]
    return None


def _read_meta(tree: Any) -> dict[str, str]:
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        keys = (meta.get(name) for name in ("property", "name", "itemprop", "http-equiv"))
        for key in filter(None, keys):
            if content and not content.isspace():
                said.setdefault(key.strip().lower(), content)
    return said


def _read_thing(thing: Thing) -> dict[str, str]:
    names = {
        key: ", ".join(filter(None, map(_name, listed(thing.get(key)))))
        for key in ("author", "publisher")
    }
    plain = {
        key.lower(): words_of(thing, key) for key in ("headline", "datePublished", "inLanguage")
    }
    return {key: value for key, value in (names | plain).items() if value}


def _name(thing: Any) -> str | None:
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name if isinstance(name, str) else None


def _read_times(tree: Any) -> Iterator[datetime | None]:
    """The times that a page marks as those of its publication."""
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            yield parse_time(time.get("datetime"))
    for article in tree.iter("article"):
        yield from (parse_time(time.get("datetime")) for time in article.iter("time"))
        return


def _day_of(address: str | None) -> datetime | None:
    """The day in an address.

    >>> str(_day_of("https://harbour.example/2026-03/04/tide")), _day_of("https://h.example/2026/03")
    ('2026-03-04 00:00:00+00:00', None)
    """
    day = DAY.search(urlsplit(address or "").path)
    return parse_time(re.sub(r"[/-]", "", day[1])) if day else None


def _choose_address(tree: Any, shared: str | None, url: str | None) -> str | None:
    """The canonical address; that where the page was found, when the other is a front page."""
    canonical = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    for address in (*canonical, shared):
        chosen = choose_url(_join(url, address))
        if chosen and (not url or urlsplit(chosen).path not in ("", "/")):
            return chosen
    return choose_url(url)


def _in_title(tree: Any, shown: Iterable[str]) -> Iterator[str]:
    """The longest heading that the page's title begins or ends with: the rest names its site."""
    for title in shown:
        parts = (one for one in find_headings(tree) if is_part(one, title))
        if longest := max(parts, key=len, default=""):
            yield longest


def _join(base: str | None, address: str | None) -> str | None:
    try:
        return urljoin(base or "", (address or "").strip())
    except ValueError:
        return None


def _choose_author(author: str | None) -> str | None:
    """A name, but no address of a profile or a site.

    >>> _choose_author("By Mara Lind"), _choose_author("Halden Post (www.haldenpost.example)")
    ('Mara Lind', None)
    """
    name = choose_name(author)
    return None if not name or ADDRESS.search(name) else re.sub(r"^[Bb]y ", "", name)


def _first(found: Iterable[str | None]) -> str | None:
    return next(filter(None, found), None)
