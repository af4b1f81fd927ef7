"""HTML -> what a page shows to its readers of its headline, author and time, without saying so."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from bot.ingest.bylines import AUTHORS, find_author
from bot.ingest.times import parse_time

UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "head", "nav", "footer"})
MOST_LOOKED_AT = 200  # elements of a kind: what is an article's own stands near its top
MOST_PIECES, LONGEST_LINE = 200, 2000  # of an element that are read, and characters of them
LONGEST_HEADLINE, LONGEST_NAME, LONGEST_TIME = 250, 60, 80  # characters
NAMED = re.compile(
    r"""
    (?: ^ | \s ) (?: (?: (?:post|article|entry|news|story) [_-]+ )? author s? (?: [_-]+ name )?
        | byline s? (?: [_-]+ (?:name|author) )? | created-?by | meta__authors ) (?: \s | $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
DATED = re.compile(
    r"""
    (?: ^ | \s ) (?: (?: (?:post|article|entry|news|story|publish(?:ed)?|pub) [_-]* )
            (?: date | time | on ) (?: [_-]header )?
        | date s? | published | posted-on | timestamp | date-header | datetime | ts
        ) (?: \s | $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
NAME = re.compile(r"(?: [^\W\d_][\w.'’-]* \s+ ){1,3} [^\W\d_][\w.'’-]*", re.VERBOSE)


def find_headings(tree: Any) -> tuple[str, ...]:
    """The headings of a page (an lxml tree), among them most often its headline."""
    headings = islice(tree.iter("h1", "h2", "h3"), MOST_LOOKED_AT)
    texts = (read_line(heading) for heading in headings)
    return tuple(text for text in texts if text and len(text) <= LONGEST_HEADLINE)


def find_name(tree: Any) -> str | None:
    """The author that a page links as such, or shows by a byline.

    >>> from trafilatura import load_html
    >>> find_name(load_html('<html><p class="byline">By <a rel="author">Mara Lind</a></p></html>'))
    'Mara Lind'
    """
    for element in _find_marked(tree, "author", NAMED):
        text = read_line(element)
        if len(text) > LONGEST_NAME:
            continue
        bare = AUTHORS.sub("", text)
        name = find_author(text) or (
            bare if NAME.fullmatch(bare) and bare != bare.lower() else None
        )
        if name:
            return name
    return None


def find_time(tree: Any) -> datetime | None:
    """The time that a page shows as that of its publication.

    >>> from trafilatura import load_html
    >>> str(find_time(load_html('<html><p class="post-date">Publié le 4 mars 2026</p></html>')))
    '2026-03-04 00:00:00+00:00'
    """
    told = (
        element.get(name)
        for element in islice(tree.iter("time", "abbr"), MOST_LOOKED_AT)
        for name in ("datetime", "title")
    )
    shown = (read_line(element)[:LONGEST_TIME] for element in _find_marked(tree, "", DATED))
    times = (parse_time(one) for ways in (told, shown) for one in ways if one)
    return next(filter(None, times), None)


def read_line(element: Any) -> str:
    """The words of an element, on one line; of a long one, its beginning.

    Hostile pages set thousands of elements into each other, so that each holds nearly all.
    """
    pieces: list[str] = []
    length = 0
    for piece in islice(element.itertext(), MOST_PIECES):
        pieces.append(piece)
        length += len(piece)
        if length > LONGEST_LINE:
            break
    return " ".join("".join(pieces).split())


def visible_words(tree: Any) -> Iterator[str]:
    """The words of a page that a reader sees, piece by piece."""
    waiting = [(tree, False)]
    while waiting:
        element, is_tail = waiting.pop()
        if is_tail:
            yield element.tail or ""
            continue
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            yield element.text or ""
            for child in reversed(element):
                waiting += [(child, True), (child, False)]


def _find_marked(tree: Any, relation: str, names: re.Pattern[str]) -> Iterator[Any]:
    """Elements with this relation or item property, then those whose class says so."""
    kinds = ("a", "span", "div", "p", "li", "dd", "h2", "small", "time", "address")
    if relation:
        for element in islice(tree.iter(*kinds), 10 * MOST_LOOKED_AT):
            if relation in (element.get("rel"), element.get("itemprop")):
                yield element
    for element in islice(tree.iter(*kinds), 10 * MOST_LOOKED_AT):
        if names.search(element.get("class") or ""):
            yield element
