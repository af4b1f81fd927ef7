"""Guilds: which feeds a server follows, and where their news are posted."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select

from bot.errors import AlreadyFollowed
from bot.model import ListedFeed
from bot.store.database import Database
from bot.store.deliveries import reopen
from bot.store.feeds import rouse, to_listed
from bot.store.outbox import IN_HAND, Stage, release
from bot.store.schema import channels, deliveries, entries, feeds, follows


class Guilds:
    """The servers of a database, for whoever changes what they follow."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def follow(self, guild: int, feed: int, channel: int | None, now: datetime) -> None:
        """Let a server see a feed, whose news are posted in a channel; None posts them nowhere.

        What the feed carried before is no news. A channel in which nothing could be posted is
        tried again. Raises AlreadyFollowed.
        """
        row = {"guild_id": guild, "feed_id": feed, "channel_id": channel, "since": now}
        known = select(follows.c.feed_id).where(_is(guild, feed))
        async with self._database.writing() as connection:
            if await connection.scalar(known) is not None:
                raise AlreadyFollowed(
                    "This server follows that feed already. To post it in another channel, "
                    "remove it first, then add it there."
                )
            await rouse(connection, feed)
            await connection.execute(insert(follows).values(row))
            if channel is not None:
                await reopen(connection, channel)

    async def unfollow(self, guild: int, feed: int) -> bool:
        """Let a server see a feed no longer; False where it did not follow it.

        What waits to be posted goes, but for what another feed brings to the same channel, be it
        as a copy.
        """
        async with self._database.writing() as connection:
            gone = await connection.execute(delete(follows).where(_is(guild, feed)))
            carried = (
                select(follows.c.feed_id)
                .join(entries, entries.c.feed_id == follows.c.feed_id)
                .where(
                    follows.c.channel_id == deliveries.c.channel_id,
                    entries.c.article_id == deliveries.c.article_id,
                )
                .exists()
            )
            of_guild = deliveries.c.guild_id == guild
            undone = deliveries.c.state.in_((*IN_HAND, Stage.COPY))
            taken_back = await connection.scalars(
                delete(deliveries)
                .where(of_guild, undone, ~carried)
                .returning(deliveries.c.channel_id)
            )
            await release(connection, set(taken_back))
            return gone.rowcount > 0

    async def followed(self, guild: int) -> tuple[ListedFeed, ...]:
        """The feeds that a server follows, by title, and how their readings go."""
        found = (
            select(feeds, follows.c.channel_id, follows.c.folder.label("folder_here"))
            .join(follows, follows.c.feed_id == feeds.c.id)
            .where(follows.c.guild_id == guild)
            .order_by(feeds.c.title, feeds.c.id)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(found)).all()
        return tuple(to_listed(row, row.channel_id, row.folder_here) for row in rows)

    async def following(self) -> tuple[int, ...]:
        """The servers that follow anything."""
        found = select(follows.c.guild_id).distinct().order_by(follows.c.guild_id)
        async with self._database.reading() as connection:
            return tuple(await connection.scalars(found))

    async def forget(self, guild: int) -> None:
        """Forget a server that the bot has left: what it follows, and what waits for it."""
        theirs = select(follows.c.channel_id).where(follows.c.guild_id == guild)
        async with self._database.writing() as connection:
            await connection.execute(delete(channels).where(channels.c.channel_id.in_(theirs)))
            await connection.execute(delete(follows).where(follows.c.guild_id == guild))
            await connection.execute(delete(deliveries).where(_in_hand(guild)))


def _is(guild: int, feed: int) -> ColumnElement[bool]:
    return (follows.c.guild_id == guild) & (follows.c.feed_id == feed)


def _in_hand(guild: int) -> ColumnElement[bool]:
    """Whether a delivery to a server is not settled yet."""
    return (deliveries.c.guild_id == guild) & deliveries.c.state.in_(IN_HAND)
