"""Charts: all that is kept of a feed for the feed doctor."""

from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.doctor import Chart, Sign, Symptom, Unread
from bot.store.database import Database
from bot.store.feeds import to_listed
from bot.store.schema import entries, feeds
from bot.store.symptoms import symptoms

MOST_ARTICLES = 100
"""The newest articles of a feed that are looked at: what could not be read long ago is past."""

MOST_REASONS = 5

_SIGNS = frozenset(Sign)


class Charts:
    """What a database knows of its feeds, for the doctor."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def chart(self, feed: int) -> Chart | None:
        """What is kept of a feed; None where it is gone."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(feeds).where(feeds.c.id == feed))).one_or_none()
            if row is None:
                return None
            found = await _symptoms(connection, feed)
            articles, unread = await _articles(connection, feed)
            newest = await connection.scalar(
                select(func.max(entries.c.published)).where(entries.c.feed_id == feed)
            )
        return _to_chart(row, found, newest, articles, unread)


async def _symptoms(connection: AsyncConnection, feed: int) -> tuple[Symptom, ...]:
    """Those of the last reading; a later version may have kept signs that we do not know."""
    rows = await connection.execute(
        select(symptoms).where(symptoms.c.feed_id == feed).order_by(symptoms.c.since)
    )
    return tuple(
        Symptom(Sign(row.sign), row.detail, row.since) for row in rows if row.sign in _SIGNS
    )


async def _articles(connection: AsyncConnection, feed: int) -> tuple[int, tuple[Unread, ...]]:
    """How many of the newest articles were looked at, and those that could not be read."""
    newest = (
        select(entries.c.reason, entries.c.article_id, entries.c.seen)
        .where(entries.c.feed_id == feed)
        .order_by(entries.c.id.desc())
        .limit(MOST_ARTICLES)
        .subquery()
    )
    articles = func.count().label("articles")
    found = (
        select(newest.c.reason, articles, func.min(newest.c.seen).label("since"))
        .where(newest.c.reason.is_not(None), newest.c.article_id.is_(None))
        .group_by(newest.c.reason)
        .order_by(articles.desc())
        .limit(MOST_REASONS)
    )
    rows = (await connection.execute(found)).all()
    number = await connection.scalar(select(func.count()).select_from(newest))
    return number or 0, tuple(Unread(row.reason, row.articles, row.since) for row in rows)


def _to_chart(
    row: Row[*tuple[Any, ...]],
    found: tuple[Symptom, ...],
    newest: Any,
    articles: int,
    unread: tuple[Unread, ...],
) -> Chart:
    moved = next((one.since for one in found if one.sign is Sign.MOVED), None)
    return Chart(
        url=row.url,
        title=row.title,
        health=to_listed(row, None).health,
        times_gone=row.times_gone,
        moved_to=row.moved_to,
        moves=row.moves,
        moved_since=moved,
        symptoms=tuple(one for one in found if one.sign is not Sign.MOVED),
        newest=newest,
        articles=articles,
        unread=unread,
    )
