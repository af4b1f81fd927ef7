"""Channels: in which of them nothing can be posted, why, and whether anybody was told."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Trouble
from bot.store.database import Database
from bot.store.schema import channels, follows


class Channels:
    """The channels of a database that take no posts, for whoever posts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def pause(self, channel: int, reason: str, now: datetime) -> None:
        """Send nothing more to a channel until it is resumed.

        What was being sent there stays attempted, until it is recorded or put back.
        """
        async with self._database.writing() as connection:
            paused = select(channels.c.paused).where(channels.c.channel_id == channel)
            if await connection.scalar(paused) is None:
                await connection.execute(put_channel(channel, paused=now, reason=reason))

    async def resume(self, channel: int) -> None:
        """Try a paused channel again, at once.

        Until something is delivered there, its moderators are not told of it anew.
        """
        async with self._database.writing() as connection:
            await connection.execute(
                update(channels)
                .where(channels.c.channel_id == channel)
                .values(paused=None, waits_until=None)
            )

    async def paused(self) -> tuple[Trouble, ...]:
        """Every paused channel, the longest paused first."""
        return await self._troubles(channels.c.paused.is_not(None))

    async def untold(self) -> tuple[Trouble, ...]:
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

    async def told(self, channel: int, now: datetime) -> None:
        """Record that moderators were told of a paused channel."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(channels).where(channels.c.channel_id == channel).values(told=now)
            )


async def reopen(connection: AsyncConnection, channel: int) -> None:
    """Let a channel have its deliveries again, at once."""
    await connection.execute(delete(channels).where(channels.c.channel_id == channel))


def put_channel(channel: int, **told: Any) -> Any:
    """The statement that notes something of a channel, known or not."""
    known = insert(channels).values(channel_id=channel, **told)
    return known.on_conflict_do_update(index_elements=["channel_id"], set_=told)
