"""Entries: what feeds have said so far, and which of it must still be read as an article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Entry, Seen
from bot.store.database import Database
from bot.store.feeds import is_wanted
from bot.store.outbox import enqueue
from bot.store.schema import analyses, entries, feeds
from bot.store.waits import is_over

MOST_TRIES = 6
"""How often an article is asked for before it is given up."""

BATCH = 500
"""Entries that are looked up at once."""

MET_EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry of a reading that is new, or changed: then ``known`` is the id of the former one."""

    entry: Entry
    seen: Seen
    known: int | None = None


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """An entry whose article must still be read, at its address or from its own content.

    ``outlet`` is the title of its feed; ``failures`` is how often it was tried.
    """

    id: int
    feed: int
    feed_url: str
    outlet: str | None
    entry: Entry
    failures: int


class Entries:
    """The entries of a database, for whoever reads feeds and articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self, feed: int, seen: Iterable[Seen]) -> dict[int, Seen]:
        """What a feed has said before that might be the same as any of these, by id."""
        found: dict[int, Seen] = {}
        async with self._database.reading() as connection:
            for batch in _split(tuple(seen), BATCH):
                rows = await connection.execute(
                    select(entries).where(entries.c.feed_id == feed, _is_like(batch))
                )
                found |= {row.id: _to_seen(row) for row in rows}
        return dict(sorted(found.items()))

    async def keep(
        self,
        feed: int,
        sightings: Sequence[Sighting],
        now: datetime,
        *,
        met: Sequence[int] = (),
    ) -> int:
        """Keep what a reading brought, in the order of the feed; gives how many are news.

        Feeds begin with the newest, so that what has no time is kept, and posted, from the end.
        Whatever the first reading of a feed brings is none, but its articles are read too. An
        article is read again where its entry shows other words than before; that is no news.
        To be called before the reading itself is noted (``Feeds.was_read``), so that a crash
        between them loses nothing.
        """
        first_read = select(feeds.c.first_read).where(feeds.c.id == feed)
        async with self._database.writing() as connection:
            news = await connection.scalar(first_read) is not None
            new = [
                _row(one)
                | {"feed_id": feed, "seen": now, "met": now, "news": news}
                | {"waits_from": now, "due": now, "failures": 0}
                for one in reversed(sightings)
                if one.known is None
            ]
            if new:
                await connection.execute(insert(entries), new)
            for one in sightings:
                if one.known is not None:
                    await _change(connection, one.known, one, now)
            await _meet(connection, met, now)
        return len(new) if news else 0

    async def waiting(self, now: datetime, limit: int) -> tuple[WaitingEntry, ...]:
        """Entries whose article is to be read now: news first, each feed in its turn.

        A slow site with many entries so holds up no other for long.
        """
        turn = func.row_number().over(
            partition_by=(entries.c.news, entries.c.feed_id),
            order_by=(entries.c.due, entries.c.id),
        )
        is_due = is_over(entries.c.waits_from, entries.c.due, now)
        queue = (
            select(entries.c.id, turn.label("turn"))
            .join(feeds, feeds.c.id == entries.c.feed_id)
            .where(entries.c.due.is_not(None), is_due, is_wanted())
            .subquery()
        )
        found = (
            select(entries, feeds.c.url.label("feed_url"), feeds.c.title.label("outlet"))
            .join(queue, queue.c.id == entries.c.id)
            .join(feeds, feeds.c.id == entries.c.feed_id)
            .order_by(entries.c.news.desc(), queue.c.turn, entries.c.due, entries.c.id)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(found)).all()
        return tuple(_to_waiting(row) for row in rows)

    async def read(self, entry: int, article_id: int, now: datetime) -> None:
        """Note that an entry's article was kept. Where it was analysed before, it is posted now."""
        analysed = select(analyses.c.article_id).where(analyses.c.article_id == article_id)
        async with self._database.writing() as connection:
            await connection.execute(
                update(entries)
                .where(entries.c.id == entry)
                .values(article_id=article_id, due=None, failures=0, reason=None, content=None)
            )
            if await connection.scalar(analysed) is not None:
                await enqueue(connection, (article_id,), now)

    async def failed(
        self, entry: int, reason: str, retry_at: datetime | None, now: datetime
    ) -> bool:
        """Note that an entry's article could not be read. False where it is given up.

        That is after MOST_TRIES, or at once where ``retry_at`` is None; such an entry is read
        again only when it changes.
        """
        async with self._database.writing() as connection:
            failures = await connection.scalar(
                select(entries.c.failures).where(entries.c.id == entry)
            )
            if failures is None:
                return False
            goes_on = retry_at is not None and failures + 1 < MOST_TRIES
            await connection.execute(
                update(entries)
                .where(entries.c.id == entry)
                .values(
                    failures=failures + 1,
                    reason=reason,
                    waits_from=now,
                    due=retry_at if goes_on else None,
                )
            )
            return goes_on


def _split(items: Sequence[Seen], size: int) -> Iterator[Sequence[Seen]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _is_like(batch: Sequence[Seen]) -> ColumnElement[bool]:
    """Whether an entry shares any sign with one of these: guid, page, or title and time.

    Titles are looked for with their times, as some come back every day.
    """
    times = [one.published for one in batch if one.published is not None]
    return or_(
        entries.c.guid.in_([one.guid for one in batch if one.guid]),
        entries.c.page.in_([one.page for one in batch if one.page]),
        entries.c.title_key.in_([one.title for one in batch])
        & or_(entries.c.published.in_(times), entries.c.published.is_(None)),
    )


async def _change(
    connection: AsyncConnection, known: int, sighting: Sighting, now: datetime
) -> None:
    """Put what an entry says now in the place of what it said."""
    row = _row(sighting)
    former = await connection.scalar(select(entries.c.digest).where(entries.c.id == known))
    if former != sighting.seen.digest:
        row |= {"waits_from": now, "due": now, "failures": 0, "reason": None}
    else:
        del row["content"]  # it was read, or waits as it is
    await connection.execute(update(entries).where(entries.c.id == known).values(row))


async def _meet(connection: AsyncConnection, ids: Sequence[int], now: datetime) -> None:
    """Note that a feed carries entries still; once a day is enough, and costs little."""
    for start in range(0, len(ids), BATCH):
        await connection.execute(
            update(entries)
            .where(entries.c.id.in_(ids[start : start + BATCH]), entries.c.met < now - MET_EVERY)
            .values(met=now)
        )


def _row(sighting: Sighting) -> dict[str, Any]:
    entry, seen = sighting.entry, sighting.seen
    return {
        "guid": seen.guid,
        "page": seen.page,
        "title_key": seen.title,
        "published": seen.published,
        "digest": seen.digest,
        "title": entry.title,
        "url": entry.url,
        "author": entry.author,
        "updated": entry.updated,
        "summary": entry.summary,
        "content": entry.content,
    }


def _to_seen(row: Row[*tuple[Any, ...]]) -> Seen:
    return Seen(row.guid, row.page, row.title_key, row.published, row.digest)


def _to_waiting(row: Row[*tuple[Any, ...]]) -> WaitingEntry:
    entry = Entry(
        title=row.title,
        url=row.url,
        guid=row.guid,
        published=row.published,
        updated=row.updated,
        author=row.author,
        summary=row.summary,
        content=row.content,
    )
    return WaitingEntry(row.id, row.feed_id, row.feed_url, row.outlet, entry, row.failures)
