"""Lists of feeds: many are followed, or taken into the library, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import FeedLink
from bot.store.database import Database
from bot.store.deliveries import reopen
from bot.store.feeds import is_wanted, rouse
from bot.store.schema import SHELF, feeds, follows
from bot.urls import page_key

AT_ONCE = 500
"""Values that are looked up with one statement; SQLite takes 32,766."""

DueList = Sequence[tuple[FeedLink, datetime]]
"""Feeds, and when each is to be read first unless somebody sees it already."""

_Thing = TypeVar("_Thing")


class FeedLists:
    """The feeds of a database, for whoever adds many."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def follow(self, guild: int, channel: int, named: DueList, now: datetime) -> int:
        """Let a server see feeds, whose news are posted in a channel; gives how many are new to it.

        One that it follows already, be it at an address that means the same, stays as it is.
        """
        theirs = select(feeds.c.url).join(follows).where(follows.c.guild_id == guild)
        async with self._database.writing() as connection:
            fresh = _unknown(named, await connection.scalars(theirs))
            numbers = await _add(connection, fresh, library=False, now=now)
            row = {"guild_id": guild, "channel_id": channel, "since": now}
            rows = [
                row | {"feed_id": numbers[feed.url], "folder": feed.folder} for feed, _ in fresh
            ]
            if rows:
                await connection.execute(insert(follows), rows)
                await reopen(connection, channel)
            return len(rows)

    async def add_to_library(self, named: DueList, now: datetime) -> int:
        """Take feeds into the operator's library; gives how many are new to it."""
        ours = select(feeds.c.url).where(feeds.c.library, feeds.c.id != SHELF)
        async with self._database.writing() as connection:
            fresh = _unknown(named, await connection.scalars(ours))
            numbers = await _add(connection, fresh, library=True, now=now)
            for feed, _ in fresh:
                if feed.folder:
                    into = update(feeds).where(feeds.c.id == numbers[feed.url])
                    await connection.execute(into.values(folder=feed.folder))
            return len(numbers)


def _unknown(named: DueList, known: Iterable[str]) -> DueList:
    """Those whose pages are not known, each once."""
    keys = {page_key(url) for url in known}
    fresh = {page_key(feed.url): (feed, due) for feed, due in reversed(named)}
    return [one for key, one in reversed(fresh.items()) if key not in keys]


async def _add(
    connection: AsyncConnection, named: DueList, *, library: bool, now: datetime
) -> dict[str, int]:
    """Add feeds that are not there, rouse those that nobody saw; gives the ids of all."""
    urls = [feed.url for feed, _ in named]
    there = await _find(connection, urls)
    added = [
        {"url": feed.url, "title": feed.title, "site": feed.site, "next_due": due}
        | {"library": library, "added": now}
        for feed, due in named
        if feed.url not in there
    ]
    if added:
        await connection.execute(insert(feeds), added)
    for feed, due in named:
        number, wanted = there.get(feed.url, (0, True))
        if not wanted:
            await rouse(connection, number)
            await connection.execute(update(feeds).where(feeds.c.id == number).values(next_due=due))
    numbers = {url: number for url, (number, _) in (await _find(connection, urls)).items()}
    for some in _chunks(tuple(numbers.values())):
        told = {"paused": None} | ({"library": True} if library else {})
        await connection.execute(update(feeds).where(feeds.c.id.in_(some)).values(told))
    return numbers


async def _find(connection: AsyncConnection, urls: Sequence[str]) -> dict[str, tuple[int, bool]]:
    """The feeds with these addresses: the id of each, and whether anybody sees it."""
    found: dict[str, tuple[int, bool]] = {}
    for some in _chunks(urls):
        rows = await connection.execute(
            select(feeds.c.id, feeds.c.url, is_wanted().label("wanted")).where(
                feeds.c.url.in_(some)
            )
        )
        found |= {row.url: (row.id, bool(row.wanted)) for row in rows}
    return found


def _chunks(things: Sequence[_Thing]) -> Iterator[Sequence[_Thing]]:
    for start in range(0, len(things), AT_ONCE):
        yield things[start : start + AT_ONCE]
