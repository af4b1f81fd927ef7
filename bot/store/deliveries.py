"""Deliveries: the outbox, from which each article is posted once in each channel.

A row is waiting, attempted (recorded before anything is sent), and then delivered, given up or
dropped for its age; or it is a copy of what the channel has, and waits for nothing. An attempt
whose answer was lost is in doubt: it may be made again while Discord knows its nonce, and must be
looked for afterwards. As long as a channel has an attempt that is not settled, it gets nothing
else, so that the order is kept whatever happens.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from bot.model import Delivery, Trouble
from bot.store.database import Database
from bot.store.outbox import IN_HAND, OLDEST, Stage, release
from bot.store.schema import channels, deliveries, follows
from bot.store.waits import is_over

PER_CHANNEL = 5
"""Cards that a channel gets at once."""

AT_ONCE = 500
"""Cards that are due at once, over all channels: more would hold up the event loop."""

NONCE_LIFE = timedelta(seconds=90)
"""How long Discord surely knows a nonce again: it says "a few minutes"."""

UNSETTLED_AFTER = timedelta(minutes=2)
"""When an attempt of which nothing was heard is looked for: no answer takes longer."""


async def reopen(connection: AsyncConnection, channel: int) -> None:
    """Let a channel have its deliveries again, at once."""
    await connection.execute(delete(channels).where(channels.c.channel_id == channel))


class Deliveries:
    """The outbox of a database, for whoever posts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(self, now: datetime, per_channel: int = PER_CHANNEL) -> tuple[Delivery, ...]:
        """What is to be posted now, channel by channel, at most so many and the oldest first.

        Nothing for a channel that is paused, that waits, or in which an attempt is not settled.
        What has grown too old is dropped.
        """
        place = func.row_number().over(
            partition_by=deliveries.c.channel_id,
            order_by=(deliveries.c.effective, deliveries.c.article_id),
        )
        queue = select(deliveries, place.label("place")).where(_may_go(now)).subquery()
        found = (
            select(queue)
            .where(queue.c.place <= per_channel)
            .order_by(queue.c.place, queue.c.effective, queue.c.id)
            .limit(AT_ONCE)
        )
        async with self._database.writing() as connection:
            dropped = await connection.scalars(
                update(deliveries)
                .where(deliveries.c.state == Stage.WAITING, deliveries.c.effective < now - OLDEST)
                .values(state=Stage.DROPPED, settled=now)
                .returning(deliveries.c.channel_id)
            )
            await release(connection, set(dropped))
            rows = (await connection.execute(found)).all()
        by_channel = sorted(rows, key=lambda row: (row.channel_id, row.place))
        return tuple(_to_delivery(row) for row in by_channel)

    async def attempt(self, id: int, now: datetime) -> bool:
        """Record that a delivery is about to be sent. False: it must not be, now or ever.

        It may have been taken back since it was due, or its channel may wait or be paused.
        """
        started = (
            update(deliveries)
            .where(deliveries.c.id == id, deliveries.c.effective >= now - OLDEST, _may_go(now))
            .values(state=Stage.ATTEMPTED, attempted=now, tries=deliveries.c.tries + 1)
        )
        async with self._database.writing() as connection:
            return (await connection.execute(started)).rowcount > 0

    async def delivered(self, id: int, message: int, now: datetime) -> None:
        """Record the message that a delivery became; the troubles of its channel are over."""
        async with self._database.writing() as connection:
            channel = await connection.scalar(
                _settle(id, now, state=Stage.DELIVERED, message_id=message)
            )
            await connection.execute(
                delete(channels).where(
                    channels.c.channel_id == channel, channels.c.paused.is_(None)
                )
            )

    async def give_up(self, id: int, reason: str, now: datetime) -> None:
        """Record that a delivery will never be made, and why."""
        async with self._database.writing() as connection:
            channel = await connection.scalar(_settle(id, now, state=Stage.GIVEN_UP, reason=reason))
            await release(connection, {channel} if channel else ())

    async def retry(self, id: int, at: datetime, now: datetime) -> None:
        """Put back a delivery whose last attempt surely made nothing.

        Its whole channel waits until then.
        """
        await self._put_back(id, at, now, {})

    async def doubt(self, id: int, at: datetime, now: datetime) -> None:
        """Put back a delivery of which nobody knows whether it was made: its answer was lost.

        Its whole channel waits until then. It is due again for as long as Discord knows its nonce,
        and unsettled afterwards.
        """
        since = func.coalesce(deliveries.c.doubted, deliveries.c.attempted)
        await self._put_back(id, at, now, {"doubted": since})

    async def not_found(self, id: int, now: datetime) -> None:
        """Put back a delivery that was looked for in its channel, and is not there."""
        await self._put_back(id, now, now, {"doubted": None})

    async def _put_back(self, id: int, at: datetime, now: datetime, told: dict[str, Any]) -> None:
        async with self._database.writing() as connection:
            channel = await connection.scalar(
                update(deliveries)
                .where(deliveries.c.id == id, deliveries.c.state.in_(IN_HAND))
                .values(told | {"state": Stage.WAITING})
                .returning(deliveries.c.channel_id)
            )
            if channel is not None:
                await connection.execute(_set_channel(channel, waits_from=now, waits_until=at))

    async def unsettled(self, now: datetime) -> tuple[Delivery, ...]:
        """Attempts of which nobody knows how they ended, oldest first.

        They are to be looked for in their channels, and recorded as delivered or as not found.
        Those in paused channels, or in channels that wait, come later.
        """
        lost = (deliveries.c.state == Stage.ATTEMPTED) & or_(
            deliveries.c.attempted <= now - UNSETTLED_AFTER,
            deliveries.c.attempted > now + UNSETTLED_AFTER,  # the clock was put back
        )
        found = (
            select(deliveries)
            .where(or_(lost, _is_doubtful(deliveries, now)), _is_open(now))
            .order_by(deliveries.c.attempted, deliveries.c.id)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(found)).all()
        return tuple(_to_delivery(row) for row in rows)

    async def by_id(self, id: int) -> Delivery | None:
        """A delivery, whatever became of it; None where there is none of this id."""
        found = select(deliveries).where(deliveries.c.id == id)
        async with self._database.reading() as connection:
            row = (await connection.execute(found)).one_or_none()
        return _to_delivery(row) if row else None

    async def pause(self, channel: int, reason: str, now: datetime) -> None:
        """Send nothing more to a channel until it is resumed.

        What was being sent there stays attempted, until it is recorded or put back. Moderators
        who were told of a trouble are not told of the next one before something was delivered.
        """
        async with self._database.writing() as connection:
            paused = select(channels.c.paused).where(channels.c.channel_id == channel)
            if await connection.scalar(paused) is None:
                await connection.execute(_set_channel(channel, paused=now, reason=reason))

    async def resume(self, channel: int) -> None:
        """Let a channel have its deliveries again, at once."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(channels)
                .where(channels.c.channel_id == channel)
                .values(paused=None, reason=None, waits_from=None, waits_until=None)
            )

    async def paused(self) -> tuple[Trouble, ...]:
        """Every paused channel, the longest paused first."""
        return await self._troubles(channels.c.paused.is_not(None))

    async def troubles(self) -> tuple[Trouble, ...]:
        """The paused channels of which moderators were not told yet, the longest paused first."""
        return await self._troubles(channels.c.paused.is_not(None) & channels.c.told.is_(None))

    async def _troubles(self, which: ColumnElement[bool]) -> tuple[Trouble, ...]:
        found = (
            select(follows.c.guild_id, channels)
            .join(follows, follows.c.channel_id == channels.c.channel_id)
            .where(which)
            .distinct()
            .order_by(channels.c.paused, channels.c.channel_id)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(found)).all()
        return tuple(Trouble(row.guild_id, row.channel_id, row.reason, row.paused) for row in rows)

    async def trouble_told(self, channel: int, now: datetime) -> None:
        """Record that moderators were told of a paused channel."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(channels).where(channels.c.channel_id == channel).values(told=now)
            )


def _is_open(now: datetime) -> ColumnElement[bool]:
    """Whether a delivery's channel may have it now."""
    closed = select(channels.c.channel_id).where(
        or_(
            channels.c.paused.is_not(None),
            ~is_over(channels.c.waits_from, channels.c.waits_until, now),
        )
    )
    return deliveries.c.channel_id.not_in(closed)


def _may_go(now: datetime) -> ColumnElement[bool]:
    """Whether a delivery may be sent now, as far as its channel and those before it are concerned.

    An attempt that is not settled holds up its channel, itself too where its nonce is forgotten.
    """
    other = deliveries.alias("other")
    held = select(other.c.channel_id).where(
        or_(other.c.state == Stage.ATTEMPTED, _is_doubtful(other, now))
    )
    return and_(
        deliveries.c.state == Stage.WAITING,
        _is_open(now),
        deliveries.c.channel_id.not_in(held),
    )


def _is_doubtful(row: FromClause, now: datetime) -> ColumnElement[bool]:
    """Whether a delivery that was put back may have been made, and Discord has forgotten it."""
    return and_(
        row.c.state == Stage.WAITING,
        or_(row.c.doubted <= now - NONCE_LIFE, row.c.doubted > now),  # the clock was put back
    )


def _settle(id: int, now: datetime, **told: Any) -> ReturningUpdate[int]:
    return (
        update(deliveries)
        .where(deliveries.c.id == id, deliveries.c.state != Stage.DELIVERED)
        .values(settled=now, **told)
        .returning(deliveries.c.channel_id)
    )


def _set_channel(channel: int, **told: Any) -> Any:
    known = insert(channels).values(channel_id=channel, **told)
    return known.on_conflict_do_update(index_elements=["channel_id"], set_=told)


def _to_delivery(row: Row[*tuple[Any, ...]]) -> Delivery:
    return Delivery(
        id=row.id,
        article_id=row.article_id,
        guild=row.guild_id,
        channel=row.channel_id,
        nonce=row.nonce,
        tries=row.tries,
        attempted=row.attempted,
    )
