"""Guilds: which feeds a server follows."""

from sqlalchemy import Delete, delete, insert

from bot.store.database import Database
from bot.store.schema import follows


class Guilds:
    """The servers of a database, for whoever changes what they follow."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def follow(self, guild: int, feed: int, channel: int | None = None) -> None:
        """Let a server see a feed, whose news are posted in a channel; None posts them nowhere."""
        row = {"guild_id": guild, "feed_id": feed, "channel_id": channel}
        async with self._database.writing() as connection:
            await connection.execute(_without(guild, feed))
            await connection.execute(insert(follows).values(row))

    async def unfollow(self, guild: int, feed: int) -> None:
        """Let a server see a feed no longer."""
        async with self._database.writing() as connection:
            await connection.execute(_without(guild, feed))


def _without(guild: int, feed: int) -> Delete:
    return delete(follows).where(follows.c.guild_id == guild, follows.c.feed_id == feed)
