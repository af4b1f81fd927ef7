"""HTML -> what a page says of itself to machines: the things of its JSON-LD (schema.org)."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

Thing = dict[str, Any]

ARTICLE = re.compile(r".*(?:Article|BlogPosting|Report|Review|LiveBlogPosting)")
DEEPEST = 20  # nested objects
LINKS = ("@graph", "mainEntity", "mainEntityOfPage")


def read_things(tree: Any) -> tuple[Thing, ...]:
    """The things that a page (an lxml tree) is about, in its order; not the parts of a thing.

    >>> from trafilatura import load_html
    >>> said = '<html><script type="application/ld+json">{"@type": "NewsArticle"}</script></html>'
    >>> read_things(load_html(said))
    ({'@type': 'NewsArticle'},)
    """
    found: list[Thing] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            found += _find_things(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    return tuple(found)


def types_of(thing: Thing) -> frozenset[str]:
    """What a thing is, by the last part of each of its types.

    >>> types_of({"@type": ["http://schema.org/NewsArticle", "Thing"]}) == {"NewsArticle", "Thing"}
    True
    """
    return frozenset(str(kind).rpartition("/")[2] for kind in listed(thing.get("@type")))


def find_article(things: Iterable[Thing]) -> Thing:
    """The first thing that is an article; empty where there is none.

    >>> find_article([{"@type": "WebPage"}, {"@type": "OpinionNewsArticle", "headline": "Tide"}])
    {'@type': 'OpinionNewsArticle', 'headline': 'Tide'}
    """
    return next((one for one in things if any(map(ARTICLE.fullmatch, types_of(one)))), {})


def words_of(thing: Thing, key: str) -> str | None:
    """What a thing says under a key, where it is text."""
    value = thing.get(key)
    return value if isinstance(value, str) and not value.isspace() else None


def listed(value: Any) -> list[Any]:
    """One value or several, as several.

    >>> listed("a"), listed(["a", "b"])
    (['a'], ['a', 'b'])
    """
    return value if isinstance(value, list) else [value]


def _find_things(found: Any, depth: int = 0) -> Iterator[Thing]:
    if depth > DEEPEST:
        return
    if isinstance(found, dict):
        yield found
        found = [value for key, value in found.items() if key in LINKS]
    if isinstance(found, list):
        for part in found:
            yield from _find_things(part, depth + 1)
