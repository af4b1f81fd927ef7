"""Articles: kept once each, with their revisions, and queued until they are analysed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, exists, select, update

from bot.model import Analysis, Article
from bot.store import analyses
from bot.store.arrivals import Kept, Outcome, arrive, keep_batch, split_batches
from bot.store.database import Database
from bot.store.outbox import enqueue
from bot.store.schema import SHELF, articles, entries

__all__ = ["Articles", "Kept", "Outcome", "Waiting"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that waits to be analysed, as it stands in this revision."""

    id: int
    revision: int
    article: Article


class Articles:
    """The articles of a database, for whoever writes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, article: Article, now: datetime, *, feed: int | None = None) -> Kept:
        """Keep an article in a feed; None is the operator's library."""
        (kept,) = await self.keep_all((article,), now, feed=feed)
        return kept

    async def keep_all(
        self, arrived: Iterable[Article], now: datetime, *, feed: int | None = None
    ) -> tuple[Kept, ...]:
        """Keep articles, all or none of them; gives their outcomes in the order given.

        One that we have already is not stored again. Where its title, stand-first or text
        changed, the former ones become a revision, what was found in them goes, and the article
        waits to be analysed anew.
        """
        kept: list[Kept] = []
        batches = tuple(split_batches(map(arrive, arrived)))
        async with self._database.writing() as connection:
            for batch in batches:
                kept += await keep_batch(connection, batch, SHELF if feed is None else feed, now)
        return tuple(kept)

    async def waiting(self, version: int, limit: int) -> tuple[Waiting, ...]:
        """Articles that rules of this version have not read.

        Those never read come first; of them news, the oldest first as they are to be posted in that
        order; of the rest the newest.
        """
        is_news = exists().where(entries.c.article_id == articles.c.id, entries.c.news)
        statement = (
            select(articles)
            .where(articles.c.rules < version)
            .order_by(
                articles.c.rules,
                is_news.desc(),
                case((is_news, articles.c.effective)),
                case((is_news, articles.c.id)),
                articles.c.id.desc(),
            )
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(statement)).all()
        return tuple(Waiting(row.id, row.revision, _to_article(row)) for row in rows)

    async def analysed(self, id: int, revision: int, analysis: Analysis, now: datetime) -> bool:
        """Keep what was found in a revision of an article, and make it searchable.

        Whatever was found before goes. In the same transaction the article goes to the outbox of
        each channel to which it is news. False, and nothing is kept, where the article has changed
        or gone in the meantime.
        """
        found = select(articles).where(articles.c.id == id, articles.c.revision == revision)
        async with self._database.writing() as connection:
            row = (await connection.execute(found)).one_or_none()
            if row is None:
                return False
            if row.rules:  # it was read before
                await analyses.forget(connection, id)
            at = row.effective
            await analyses.keep(connection, id, _to_article(row), at, analysis, now)
            await enqueue(connection, id, now)
            await connection.execute(
                update(articles)
                .where(articles.c.id == id)
                .values(rules=analysis.version, failure=None, failed=None)
            )
        return True

    async def failed(
        self, id: int, revision: int, version: int, reason: str, now: datetime
    ) -> None:
        """Note that rules of this version cannot read an article, so that it waits no longer."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(articles)
                .where(articles.c.id == id, articles.c.revision == revision)
                .values(rules=version, failure=reason, failed=now)
            )


def _to_article(row: Row[*tuple[Any, ...]]) -> Article:
    return Article(
        title=row.title,
        text=row.text,
        standfirst=row.standfirst,
        outlet=row.outlet,
        url=row.url,
        author=row.author,
        published=row.published,
        language=row.language,
    )
