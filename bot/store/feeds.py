"""Feeds: where articles come from, when each is read again, and how its readings go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.doctor import Sign, Symptom
from bot.model import FeedHealth, ListedFeed
from bot.store import symptoms as signs
from bot.store.database import Database
from bot.store.moves import note_move
from bot.store.schema import SHELF, feeds, follows
from bot.store.waits import is_over

GONE = 410

AS_NEW: dict[str, Any] = {
    "paused": None,
    "next_due": None,
    "failures": 0,
    "failing_since": None,
    "times_gone": 0,
    "fault": None,
    "status": None,
    "sentence": None,
}
"""A feed that is read again at once, as one that never failed."""


@dataclass(frozen=True, slots=True)
class DueFeed:
    """A feed that is to be read now, and what the reading has to know.

    ``interval`` is how often the feed itself wants to be read; ``failures`` have happened in a
    row since ``failing_since``, the last ``times_gone`` of them a 410. The first reading of a feed
    (not ``ever_read``) posts nothing.
    """

    id: int
    url: str
    title: str | None
    etag: str | None
    modified: str | None
    interval: timedelta | None
    failures: int
    failing_since: datetime | None
    times_gone: int
    ever_read: bool


class Feeds:
    """The feeds of a database, for whoever adds and reads them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_feed(
        self, url: str, title: str | None = None, *, library: bool = False, now: datetime
    ) -> int:
        """Add a feed, or find the one with this address; gives its id.

        A feed of the library is the operator's own, and everybody sees it; one that is added to
        the library stays there. A feed that was paused is read again.
        """
        async with self._database.writing() as connection:
            known = (
                await connection.execute(select(feeds).where(feeds.c.url == url))
            ).one_or_none()
            if known is None:
                added = insert(feeds).values(url=url, title=title, library=library, added=now)
                return int((await connection.execute(added)).lastrowid)
            if library:
                await rouse(connection, known.id)
            again = AS_NEW if known.paused is not None else {}
            told = {"title": title or known.title, "library": library or known.library}
            await connection.execute(
                update(feeds).where(feeds.c.id == known.id).values(told | again)
            )
            return int(known.id)

    async def remove_from_library(self, id: int) -> bool:
        """Take a feed from the operator's library; False where it is not in it.

        Its articles stay for the servers that follow it.
        """
        async with self._database.writing() as connection:
            removed = await connection.execute(
                update(feeds)
                .where(feeds.c.id == id, feeds.c.id != SHELF, feeds.c.library)
                .values(library=False)
            )
            return removed.rowcount > 0

    async def library(self) -> tuple[ListedFeed, ...]:
        """The feeds of the operator's library, by title."""
        found = (
            select(feeds)
            .where(feeds.c.library, feeds.c.id != SHELF)
            .order_by(feeds.c.title, feeds.c.id)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(found)).all()
        return tuple(to_listed(row, None, row.folder) for row in rows)

    async def due(self, now: datetime, limit: int) -> tuple[DueFeed, ...]:
        """The feeds to be read now, the longest due first: only those that anybody sees."""
        is_due = or_(feeds.c.next_due.is_(None), is_over(feeds.c.asked, feeds.c.next_due, now))
        found = (
            select(feeds)
            .where(feeds.c.paused.is_(None), is_due, is_wanted(), feeds.c.id != SHELF)
            .order_by(feeds.c.next_due.nulls_first(), feeds.c.id)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(found)).all()
        return tuple(_to_due(row) for row in rows)

    async def was_read(
        self,
        id: int,
        *,
        title: str | None,
        site: str | None = None,
        etag: str | None,
        modified: str | None,
        interval: timedelta | None,
        next_due: datetime,
        now: datetime,
        moved_to: str | None = None,
        symptoms: Sequence[Symptom] = (),
    ) -> None:
        """Note a reading that gave a feed, after its entries were kept, and what struck about it.

        ``moved_to`` is where the site redirected us for good, None where it did not; after
        ``moves.MOVED_AFTER`` such readings in a row it becomes the feed's address, unless another
        feed has it.
        """
        told: dict[str, Any] = {"title": title} if title else {}
        told |= {"site": site} if site else {}
        told |= {"etag": etag, "modified": modified}
        told |= {"interval": interval and int(interval.total_seconds())}
        await self._succeeded(id, told, next_due, now, moved_to, symptoms)

    async def unchanged(
        self,
        id: int,
        next_due: datetime,
        now: datetime,
        *,
        etag: str | None = None,
        modified: str | None = None,
        moved_to: str | None = None,
    ) -> None:
        """Note a reading that found nothing changed (304).

        What such an answer says of the state of the feed takes the place of what the last one
        said, and what it does not say stays (RFC 9111, 3.2).
        """
        told = {"etag": etag, "modified": modified}
        told = {name: value for name, value in told.items() if value}
        await self._succeeded(id, told, next_due, now, moved_to)

    async def failed(
        self,
        id: int,
        fault: str,
        status: int | None,
        sentence: str,
        next_due: datetime,
        now: datetime,
    ) -> None:
        """Note a reading that failed: the kind of fault, the HTTP status, and both in words."""
        async with self._database.writing() as connection:
            row = (await connection.execute(select(feeds).where(feeds.c.id == id))).one_or_none()
            if row is None:
                return
            await connection.execute(
                update(feeds)
                .where(feeds.c.id == id)
                .values(
                    failures=row.failures + 1,
                    failing_since=row.failing_since or now,
                    times_gone=row.times_gone + 1 if status == GONE else 0,
                    fault=str(fault),
                    status=status,
                    sentence=sentence,
                    asked=now,
                    next_due=next_due,
                )
            )

    async def pause(self, id: int, reason: str) -> None:
        """Read a feed no more until a person looks at it."""
        async with self._database.writing() as connection:
            await connection.execute(update(feeds).where(feeds.c.id == id).values(paused=reason))

    async def resume(self, id: int) -> None:
        """Read a paused feed again, at once and as one that never failed."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(feeds).where(feeds.c.id == id, feeds.c.paused.is_not(None)).values(AS_NEW)
            )

    async def _succeeded(
        self,
        id: int,
        told: dict[str, Any],
        next_due: datetime,
        now: datetime,
        moved_to: str | None,
        symptoms: Sequence[Symptom] | None = None,
    ) -> None:
        moving = (Symptom(Sign.MOVED),) if moved_to else ()
        async with self._database.writing() as connection:
            row = (await connection.execute(select(feeds).where(feeds.c.id == id))).one_or_none()
            if row is None:
                return
            moved = await note_move(connection, row, moved_to)
            if symptoms is None:
                await signs.note(connection, id, moving, now, among=frozenset({Sign.MOVED}))
            else:
                await signs.note(connection, id, (*symptoms, *moving), now)
            await connection.execute(
                update(feeds)
                .where(feeds.c.id == id)
                .values(
                    told
                    | moved
                    | {"first_read": row.first_read or now, "last_read": now}
                    | {"asked": now, "next_due": next_due}
                    | {"failures": 0, "failing_since": None, "times_gone": 0}
                    | {"fault": None, "status": None, "sentence": None}
                )
            )


def is_wanted() -> ColumnElement[bool]:
    """Whether anybody sees a feed."""
    followed = select(follows.c.feed_id).where(follows.c.feed_id == feeds.c.id).exists()
    return or_(feeds.c.library, followed)


async def rouse(connection: AsyncConnection, id: int) -> None:
    """Before somebody begins to see a feed: one that nobody saw is read at once.

    What it carried while nobody read it is no news, so that this reading is a first one.
    """
    await connection.execute(
        update(feeds).where(feeds.c.id == id, ~is_wanted()).values(AS_NEW | {"first_read": None})
    )


def to_listed(
    row: Row[*tuple[Any, ...]], channel: int | None, folder: tuple[str, ...] = ()
) -> ListedFeed:
    """A feed as it is listed, from a row of its table."""
    health = FeedHealth(
        read=row.last_read,
        next_due=row.next_due,
        failures=row.failures,
        failing_since=row.failing_since,
        fault=row.fault,
        status=row.status,
        sentence=row.sentence,
        paused=row.paused,
    )
    return ListedFeed(row.id, row.url, row.title, channel, health, row.site, folder)


def _to_due(row: Row[*tuple[Any, ...]]) -> DueFeed:
    return DueFeed(
        id=row.id,
        url=row.url,
        title=row.title,
        etag=row.etag,
        modified=row.modified,
        interval=None if row.interval is None else timedelta(seconds=row.interval),
        failures=row.failures,
        failing_since=row.failing_since,
        times_gone=row.times_gone,
        ever_read=row.first_read is not None,
    )
