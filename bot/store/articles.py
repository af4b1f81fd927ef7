"""Articles: kept once each, with their revisions, and queued until they are analysed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Analysis, Article, ArticleKind
from bot.store import analyses, copies, searchable
from bot.store.arrivals import Kept, Outcome, arrive, keep_batch, split_batches
from bot.store.database import Database
from bot.store.findings import Read
from bot.store.outbox import enqueue
from bot.store.rows import among
from bot.store.schema import SHELF, articles, entries

__all__ = ["Articles", "Finding", "Kept", "Outcome", "Waiting"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that waits to be analysed, as it stands in this revision."""

    id: int
    revision: int
    article: Article


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in a revision of an article."""

    id: int
    revision: int
    analysis: Analysis


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

    async def count(self) -> tuple[int, int]:
        """How many articles there are, and the number of the newest; 0 where there are none."""
        counted = select(func.count(), func.coalesce(func.max(articles.c.id), 0))
        async with self._database.reading() as connection:
            number, newest = (await connection.execute(counted.select_from(articles))).one()
        return int(number), int(newest)

    async def waiting(self, version: int, limit: int) -> tuple[Waiting, ...]:
        """Articles that rules of this version have not read.

        Those never read come first; of them news, the oldest first as they are to be posted in that
        order; of the rest the newest.
        """
        is_news = exists().where(entries.c.article_id == articles.c.id, entries.c.news)
        never_read = (
            select(articles)
            .where(articles.c.rules == 0, articles.c.rules < version)
            .order_by(
                is_news.desc(),
                case((is_news, articles.c.effective)),
                case((is_news, articles.c.id)),
                articles.c.id.desc(),
            )
        )
        read_before = (
            select(articles)
            .where(articles.c.rules > 0, articles.c.rules < version)
            .order_by(articles.c.rules, articles.c.id.desc())
        )
        async with self._database.reading() as connection:
            rows = list(await connection.execute(never_read.limit(limit)))
            # apart, as all articles there are wait when the rules have got better
            rows += await connection.execute(read_before.limit(limit - len(rows)))
        return tuple(Waiting(row.id, row.revision, _to_article(row)) for row in rows)

    async def analysed(self, id: int, revision: int, analysis: Analysis, now: datetime) -> bool:
        """Keep what was found in one article, as ``analysed_all`` does; False where it was not."""
        return id in await self.analysed_all((Finding(id, revision, analysis),), now)

    async def analysed_all(self, found: Sequence[Finding], now: datetime) -> frozenset[int]:
        """Keep what was found in revisions of articles, and make them searchable; gives their ids.

        Whatever was found in them before goes. In the same transaction each goes to the outbox of
        every channel to which it is news. Nothing is kept of one that has changed or gone in the
        meantime. Some together cost a fraction of each by itself.
        """
        by_id = {one.id: one for one in found}
        async with self._database.writing() as connection:
            rows = await connection.execute(select(articles).where(among(articles.c.id, by_id)))
            current = [row for row in rows.all() if row.revision == by_id[row.id].revision]
            if not current:
                return frozenset()
            read = [
                Read(row.id, _to_article(row), row.effective, by_id[row.id].analysis)
                for row in current
            ]
            if before := [row.id for row in current if row.rules]:
                await analyses.forget(connection, before)
            await analyses.keep(connection, read, now)
            await copies.settle(connection, read, now)
            await enqueue(connection, [one.id for one in read], now)
            await _note_rules(connection, read)
            await searchable.put(connection, [one.id for one in read])
        return frozenset(one.id for one in read)

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


async def _note_rules(connection: AsyncConnection, read: Sequence[Read]) -> None:
    """Write down by which rules articles were read."""
    for version in {one.analysis.version for one in read}:
        ids = [one.id for one in read if one.analysis.version == version]
        await connection.execute(
            update(articles)
            .where(among(articles.c.id, ids))
            .values(rules=version, failure=None, failed=None)
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
        kind=ArticleKind(row.kind),
    )
