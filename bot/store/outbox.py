"""The outbox: to which channels an analysed article is news."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.schema import articles, deliveries, entries, follows

OLDEST = timedelta(hours=24)
"""Nothing older is posted."""


class Stage(StrEnum):
    """How far a delivery is."""

    WAITING = "waiting"
    ATTEMPTED = "attempted"
    DELIVERED = "delivered"
    GIVEN_UP = "given up"
    DROPPED = "dropped"


IN_HAND = (Stage.WAITING.value, Stage.ATTEMPTED.value)


async def enqueue(connection: AsyncConnection, ids: Sequence[int], now: datetime) -> None:
    """Put analysed articles into the outbox of each channel to which they are news.

    One is news where a feed carries it as such, to those who followed the feed when it came, for
    OLDEST after it came and was published. Afterwards it is news no longer, so that no correction
    and no better analysis posts it again.
    """
    rows = await connection.execute(_find_readers(ids, now))
    queued = [
        {
            "article_id": id,
            "guild_id": guild,
            "channel_id": channel,
            "effective": effective,
            "nonce": secrets.token_hex(8),
            "state": Stage.WAITING,
            "tries": 0,
            "made": now,
        }
        for id, guild, channel, effective in rows
    ]
    if queued:
        await connection.execute(insert(deliveries).on_conflict_do_nothing(), queued)
    await connection.execute(
        update(entries).where(entries.c.article_id.in_(ids), entries.c.news).values(news=False)
    )


def _find_readers(ids: Sequence[int], now: datetime) -> Select[*tuple[Any, ...]]:
    """The channels to which articles are news: article, server, channel and the article's time."""
    since = now - OLDEST
    return (
        select(articles.c.id, follows.c.guild_id, follows.c.channel_id, articles.c.effective)
        .join_from(entries, articles, articles.c.id == entries.c.article_id)
        .join(follows, follows.c.feed_id == entries.c.feed_id)
        .where(
            entries.c.article_id.in_(ids),
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
