"""The outbox: to which channels an analysed article is news, and where its text stands already."""

import logging
import secrets
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.copies import copies, find_families
from bot.store.rows import among
from bot.store.schema import articles, deliveries, entries, follows
from bot.store.signatures import ONE_STORY

log = logging.getLogger(__name__)

OLDEST = timedelta(hours=24)
"""Nothing older is posted."""


class Stage(StrEnum):
    """How far a delivery is."""

    WAITING = "waiting"
    ATTEMPTED = "attempted"
    DELIVERED = "delivered"
    GIVEN_UP = "given up"
    DROPPED = "dropped"
    COPY = "copy"  # the channel has its text from another feed, or will have


IN_HAND = (Stage.WAITING.value, Stage.ATTEMPTED.value)
TOLD = (*IN_HAND, Stage.DELIVERED.value)


Told = dict[tuple[int, int], int]
"""By family and channel, the article with whose post the channel has the family's text."""


async def enqueue(connection: AsyncConnection, ids: Sequence[int], now: datetime) -> None:
    """Put analysed articles into the outbox of each channel to which they are news.

    One is news where a feed carries it as such, to those who followed the feed when it came, for
    OLDEST after it came and was published. Afterwards it is news no longer, so that no correction
    and no better analysis posts it again. Where a channel has its text from another feed, or is
    about to have it, it is written down as a copy, and waits for nothing.
    """
    rows = (await connection.execute(_find_readers(ids, now))).all()
    families = await find_families(connection, ids)
    told = await _find_told(connection, families.values(), now - ONE_STORY)
    queued = []
    for id, guild, channel, effective in sorted(rows, key=lambda row: (row.effective, row.id)):
        family = families.get(id)
        first = id if family is None else told.setdefault((family, channel), id)
        queued.append(
            {
                "article_id": id,
                "guild_id": guild,
                "channel_id": channel,
                "effective": effective,
                "nonce": secrets.token_hex(8),
                "tries": 0,
                "made": now,
            }
            | _state(first if first != id else None, now)
        )
    if queued:
        await connection.execute(insert(deliveries).on_conflict_do_nothing(), queued)
    await connection.execute(
        update(entries).where(among(entries.c.article_id, ids), entries.c.news).values(news=False)
    )
    copied = [row["article_id"] for row in queued if row["state"] is Stage.COPY]
    if copied:
        log.info("not posted twice", extra={"articles": sorted(set(copied)), "posts": len(copied)})


def _state(copy_of: int | None, now: datetime) -> dict[str, Any]:
    if copy_of is None:
        return {"state": Stage.WAITING, "settled": None, "reason": None}
    reason = f"The channel has the same text from another feed: article {copy_of}."
    return {"state": Stage.COPY, "settled": now, "reason": reason}


async def _find_told(
    connection: AsyncConnection, families: Iterable[int], since: datetime | None = None
) -> Told:
    """Which channels have, or are about to have, the text of these families."""
    first = func.min(deliveries.c.article_id)
    found = (
        select(copies.c.family, deliveries.c.channel_id, first)
        .join_from(copies, deliveries, deliveries.c.article_id == copies.c.article_id)
        .where(copies.c.family.in_(set(families)), deliveries.c.state.in_(TOLD))
        .group_by(copies.c.family, deliveries.c.channel_id)
    )
    if since is not None:
        found = found.where(deliveries.c.made >= since)
    return {(family, channel): id for family, channel, id in await connection.execute(found)}


async def release(connection: AsyncConnection, channels: Collection[int]) -> None:
    """Let copies be posted of what these channels will not have after all, the oldest of each."""
    if not channels:
        return
    found = (
        select(deliveries.c.id, deliveries.c.article_id, deliveries.c.channel_id, copies.c.family)
        .join_from(deliveries, copies, copies.c.article_id == deliveries.c.article_id)
        .where(deliveries.c.state == Stage.COPY, deliveries.c.channel_id.in_(channels))
        .order_by(deliveries.c.effective, deliveries.c.article_id)
    )
    rows = (await connection.execute(found)).all()
    told = await _find_told(connection, {row.family for row in rows})
    freed = [
        row.id
        for row in rows
        if told.setdefault((row.family, row.channel_id), row.article_id) == row.article_id
    ]
    if freed:
        await connection.execute(
            update(deliveries)
            .where(deliveries.c.id.in_(freed))
            .values(state=Stage.WAITING, settled=None, reason=None)
        )


def _find_readers(ids: Sequence[int], now: datetime) -> Select[*tuple[Any, ...]]:
    """The channels to which articles are news: article, server, channel and the article's time."""
    since = now - OLDEST
    return (
        select(articles.c.id, follows.c.guild_id, follows.c.channel_id, articles.c.effective)
        .join_from(entries, articles, articles.c.id == entries.c.article_id)
        .join(follows, follows.c.feed_id == entries.c.feed_id)
        .where(
            among(entries.c.article_id, ids),
            entries.c.news,
            entries.c.seen >= since,
            # one that followed in the future did so before the clock was put back
            or_(
                entries.c.seen >= follows.c.since, follows.c.since > now, follows.c.since.is_(None)
            ),
            func.coalesce(entries.c.published, entries.c.seen) >= since,
            articles.c.effective >= since,
            follows.c.channel_id.is_not(None),
        )
        .distinct()
    )
