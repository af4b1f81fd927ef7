"""OPML in and out: the feeds of a list are followed together, and what is followed is a list."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.errors import FetchFailed
from bot.ingest.opml import MOST_BYTES, FeedList, RefusedFeed, parse_opml
from bot.ingest.schedule import first_dues
from bot.model import FeedLink
from bot.newsroom.web import Reader
from bot.store.lists import DueList, FeedLists
from bot.workers import Workers

__all__ = ["MOST_BYTES", "Lists", "Taken"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a list: how many of its feeds are new, were followed already, stand in it more
    than once, and which are refused.
    """

    new: int
    known: int
    repeated: int
    refused: tuple[RefusedFeed, ...]


class Lists:
    """Takes in lists of feeds; they are read one after another over the next ``interval``."""

    def __init__(
        self,
        lists: FeedLists,
        reader: Reader,
        workers: Workers,
        interval: timedelta,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._lists = lists
        self._reader = reader
        self._workers = workers
        self._interval = interval
        self._jitter = jitter

    async def follow(self, guild: int, channel: int, content: bytes, now: datetime) -> Taken:
        """Let a server follow the feeds of an OPML file. Raises NotAFeed or WorkFailed."""
        return await self._take(content, now, partial(self._lists.follow, guild, channel))

    async def add_to_library(self, content: bytes, now: datetime) -> Taken:
        """Take the feeds of an OPML file into the library. Raises NotAFeed or WorkFailed."""
        return await self._take(content, now, self._lists.add_to_library)

    async def _take(
        self, content: bytes, now: datetime, keep: Callable[[DueList, datetime], Awaitable[int]]
    ) -> Taken:
        told = await self._workers.run(parse_opml, content)
        good, refused = self._check(told)
        dues = first_dues(now, self._interval, [self._jitter() for _ in good])
        new = await keep(list(zip(good, dues, strict=True)), now)
        return Taken(new, len(good) - new, told.repeated, refused)

    def _check(self, told: FeedList) -> tuple[list[FeedLink], tuple[RefusedFeed, ...]]:
        """The feeds that may be read, as far as their addresses tell, and all others."""
        good, refused = [], list(told.refused)
        for feed in told.feeds:
            try:
                self._reader.check(feed.url)
                good.append(feed)
            except FetchFailed as error:
                refused.append(RefusedFeed(feed.title or feed.url, str(error)))
        return good, tuple(refused)
