"""Retention: what has grown too old is taken out, a little at a time, and its room given back."""

import logging
import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Select, delete, func, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import analyses, index
from bot.store.database import INCREMENTAL, Database, read_pragma
from bot.store.outbox import IN_HAND
from bot.store.schema import (
    SHELF,
    articles,
    deliveries,
    entries,
    feed_articles,
    feeds,
    quotes,
    speakers,
)
from bot.store.search import is_quoted
from bot.store.types import MICROSECOND

log = logging.getLogger(__name__)

ABSENT = timedelta(days=30)
"""How long an entry is known after its feed has ceased to carry it: feeds take items back."""

ROOM_NEEDED = 2.2
"""Times the size of the file that rewriting it takes: a copy of it, and the log of writing it."""


class Retention:
    """Takes old articles out of a database, for a clock that does so again and again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remove(self, before: datetime, limit: int) -> int:
        """Take out articles that were stored before a time, with all that was found in them.

        Gives how many; fewer than the limit where no more are to be taken out now. What the
        operator loaded by hand stays, and so does what is being posted, and the newest article of
        all, whose number would be given again: buttons of old posts name articles by number.
        Their entries stay, so that nothing which a feed carries still is read or posted anew.
        """
        async with self._database.writing() as connection:
            ids = tuple(await connection.scalars(_find_old(before, limit)))
            if ids:
                voices = await _voices_of(connection, ids)
                await analyses.forget(connection, ids)
                await connection.execute(delete(articles).where(articles.c.id.in_(ids)))
                await _forget_voices(connection, voices)
        return len(ids)

    async def remove_entries(self, limit: int) -> int:
        """Take out what feeds have long ceased to carry, where no article of it is kept; how many.

        A feed that answers "not modified" carries what it carried when it last said anything.
        """
        async with self._database.reading() as connection:  # all entries are looked at for it
            ids = tuple(await connection.scalars(_find_absent().limit(limit)))
        if not ids:
            return 0
        still_absent = _find_absent().where(entries.c.id.in_(ids))  # a feed may carry it again
        async with self._database.writing() as connection:
            gone = await connection.execute(delete(entries).where(entries.c.id.in_(still_absent)))
            return gone.rowcount

    async def give_back(self, pages: int) -> int:
        """Give at most so many free pages of the file back to the disk; how many bytes.

        The file itself gets smaller when its log is next written into it.
        """
        return await self._database.shrink(pages)

    async def prepare(self) -> None:
        """See to it that room can be given back; a file of earlier times is rewritten for that.

        To be called before anybody else uses the database, as it takes minutes for gigabytes.
        Where the disk has no room for it nothing is lost: the room in the file is used again.
        """
        async with self._database.reading() as connection:
            if await read_pragma(connection, "auto_vacuum") == INCREMENTAL:
                return
        path = self._database.path
        needed = path.stat().st_size * ROOM_NEEDED
        if shutil.disk_usage(path.parent).free < needed:
            log.warning(
                "the file stays as large as it is; to shrink it, make room and restart",
                extra={"file": str(path), "bytes": int(needed)},
            )
            return
        log.info("the database is rewritten once, so that it can shrink", extra={"file": str(path)})
        await self._database.rewrite()


def _find_old(before: datetime, limit: int) -> Select[int]:
    """Articles that may be taken out, the oldest first."""
    on_shelf = feed_articles.c.feed_id == SHELF
    shelved = select(feed_articles.c.article_id).where(
        feed_articles.c.article_id == articles.c.id, on_shelf
    )
    in_hand = select(deliveries.c.id).where(
        deliveries.c.article_id == articles.c.id, deliveries.c.state.in_(IN_HAND)
    )
    newest = select(func.max(articles.c.id)).scalar_subquery()
    return (
        select(articles.c.id)
        .where(articles.c.stored < before, articles.c.id < newest)
        .where(~shelved.exists(), ~in_hand.exists())
        .order_by(articles.c.stored)
        .limit(limit)
    )


def _find_absent() -> Select[int]:
    """Entries that their feeds have long ceased to carry, and of which no article is kept."""
    last_told = (
        select(type_coerce(func.max(entries.c.met), BigInteger))
        .where(entries.c.feed_id == feeds.c.id)
        .correlate(feeds)
        .scalar_subquery()
    )
    absent = type_coerce(entries.c.met, BigInteger) < last_told - ABSENT // MICROSECOND
    return (
        select(entries.c.id)
        .join_from(feeds, entries, entries.c.feed_id == feeds.c.id)
        .where(absent, entries.c.article_id.is_(None), entries.c.due.is_(None))
    )


async def _voices_of(connection: AsyncConnection, ids: Sequence[int]) -> tuple[int, ...]:
    """The speakers whom articles quote."""
    quoted = select(quotes.c.speaker_id).where(
        quotes.c.article_id.in_(ids), quotes.c.speaker_id.is_not(None)
    )
    return tuple(await connection.scalars(quoted.distinct()))


async def _forget_voices(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Take out those of some speakers whom nothing quotes any more."""
    silent = select(speakers.c.id).where(speakers.c.id.in_(ids), ~is_quoted(speakers.c.id))
    gone = tuple(await connection.scalars(silent))
    if gone:
        await index.forget_speakers(connection, gone)
        await connection.execute(delete(speakers).where(speakers.c.id.in_(gone)))
