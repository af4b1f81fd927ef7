"""Families in an answer: of copies the first that a question may see, and the others beside it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.queries import ArticleRef
from bot.store.copies import copies
from bot.store.places import REFERENCE, to_reference
from bot.store.schema import articles, feed_articles
from bot.store.scope import Visible, is_in, is_visible


def is_first(
    id: ColumnElement[int],
    time: ColumnElement[datetime],
    visible: Visible,
    since: datetime | None = None,
) -> ColumnElement[bool]:
    """Whether these feeds have no copy of an article that was published before it, since then.

    For one article after another, of which few have copies.
    """
    its_own, other, place = copies.alias(), copies.alias(), feed_articles.alias()
    earlier = (
        select(other.c.article_id)
        .join_from(its_own, other, other.c.family == its_own.c.family)
        .join(place, place.c.article_id == other.c.article_id)
        .where(
            its_own.c.article_id == id,
            is_visible(place.c.feed_id + 0, visible),
            or_(
                place.c.effective < time,
                and_(place.c.effective == time, place.c.article_id < id),
            ),
            true() if since is None else place.c.effective >= since,
        )
    )
    return or_(id.not_in(select(copies.c.article_id)), ~earlier.exists())


def firsts_of(found: Select[*tuple[Any, ...]], since: datetime | None = None) -> Subquery:
    """What was found (``id``, ``time`` and more), of copies only the first published since then."""
    dated = found.subquery()
    later = true() if since is None else dated.c.time >= since
    matches = select(dated).where(later).cte()
    place = func.row_number().over(
        partition_by=copies.c.family, order_by=(matches.c.time, matches.c.id)
    )
    ranked = (
        select(matches.c.id, place.label("place"))
        .join(copies, copies.c.article_id == matches.c.id)
        .subquery()
    )
    others = select(ranked.c.id).where(ranked.c.place > 1)
    return select(matches).where(matches.c.id.not_in(others)).subquery()


async def find_copies(
    connection: AsyncConnection, ids: Sequence[int], visible: Visible
) -> dict[int, tuple[ArticleRef, ...]]:
    """The receipts of the copies of articles that stand in these feeds, the oldest first."""
    its_own, other = copies.alias(), copies.alias()
    rows = await connection.execute(
        select(its_own.c.article_id.label("of"), *REFERENCE)
        .join_from(its_own, other, other.c.family == its_own.c.family)
        .join(articles, articles.c.id == other.c.article_id)
        .where(
            its_own.c.article_id.in_(ids),
            other.c.article_id != its_own.c.article_id,
            is_in(other.c.article_id, visible),
        )
        .order_by(articles.c.effective, articles.c.id)
    )
    found: defaultdict[int, list[ArticleRef]] = defaultdict(list)
    for row in rows:
        found[row.of].append(to_reference(row))
    return {id: tuple(others) for id, others in found.items()}
