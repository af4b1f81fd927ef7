"""Places in a stored text: the sentences around a thing, and the receipt of an article."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import ArticleKind, Span
from bot.queries import ArticleRef
from bot.store.schema import articles

REFERENCE = tuple(
    articles.c[name] for name in ("id", "title", "outlet", "url", "author", "published", "kind")
)
"""The columns of a receipt."""


def around(span: Span, starts: Sequence[int], ends: Sequence[int]) -> Span:
    """The whole sentences in which a thing stands, of those that start and end at these places;
    where there are none, the thing itself.

    >>> starts, ends = (0, 10, 20), (9, 19, 29)
    >>> around(Span(12, 14), starts, ends), around(Span(5, 12), starts, ends)
    (Span(start=10, end=19), Span(start=0, end=19))
    >>> around(Span(3, 4), (), ())
    Span(start=3, end=4)
    """
    first = bisect_right(ends, span.start)
    last = bisect_left(starts, span.end) - 1
    if first > last:
        return span
    return Span(min(span.start, starts[first]), max(span.end, ends[last]))


def inside(span: Span, outer: Span) -> Span:
    """A place counted from the start of the place that holds it.

    >>> inside(Span(12, 14), Span(10, 19))
    Span(start=2, end=4)
    """
    return Span(span.start - outer.start, span.end - outer.start)


def to_span(start: int | None, end: int | None) -> Span | None:
    """A place from its two columns.

    >>> to_span(2, 4), to_span(None, None)
    (Span(start=2, end=4), None)
    """
    return None if start is None or end is None else Span(start, end)


def to_reference(row: Row[*tuple[Any, ...]]) -> ArticleRef:
    """The receipt of an article from its columns."""
    return ArticleRef(
        row.id,
        row.title,
        row.outlet,
        row.url,
        row.author,
        row.published,
        ArticleKind(row.kind),
    )


async def find_references(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, ArticleRef]:
    """The receipts of articles, by their ids."""
    rows = await connection.execute(select(*REFERENCE).where(articles.c.id.in_(ids)))
    return {row.id: to_reference(row) for row in rows}


async def find_texts(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, str]:
    """The texts of articles, by their ids."""
    columns = select(articles.c.id, articles.c.text).where(articles.c.id.in_(ids))
    return dict((await connection.execute(columns)).all())
