"""feed -> entry -> article: reads what is due, tells what is new, fetches what is behind it."""

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta

from bot.errors import FetchFailed, NewsError
from bot.ingest.decide import Outcome, decide, see
from bot.ingest.parse import ParsedFeed
from bot.ingest.schedule import FLOOR, next_due, should_pause
from bot.ingest.web import Fetched
from bot.newsroom.web import Reader, may_pass
from bot.store.articles import Articles
from bot.store.entries import Entries, Sighting, WaitingEntry
from bot.store.feeds import DueFeed, Feeds

log = logging.getLogger(__name__)

AT_ONCE = 40
"""Feeds that are read at the same time; of one host, the reader lets through two."""

PAGES_AT_ONCE = 8

PATIENCE = 2
"""Failures that may pass before the feed's own words have to do."""

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=6)


class Polling:
    """Reads what is due, each feed by itself: a slow one holds up no other."""

    def __init__(
        self,
        feeds: Feeds,
        entries: Entries,
        articles: Articles,
        reader: Reader,
        interval: timedelta,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._feeds = feeds
        self._entries = entries
        self._articles = articles
        self._reader = reader
        self._interval = interval
        self._jitter = jitter
        self._reading: dict[tuple[str, int], asyncio.Task[None]] = {}

    async def start_due(self, now: datetime) -> None:
        """Begin to read the feeds that are due, and the pages of entries that wait."""
        for feed in await self._feeds.due(now, AT_ONCE):
            self._start(("feed", feed.id), AT_ONCE, self._refresh(feed, now))
        for entry in await self._entries.waiting(now, PAGES_AT_ONCE):
            self._start(("entry", entry.id), PAGES_AT_ONCE, self._read_entry(entry, now))

    async def finish(self) -> None:
        """Wait until everything that was begun is done."""
        while self._reading:
            await asyncio.wait(self._reading.values())

    async def stop(self) -> None:
        """Leave what was begun; what was not kept is read again another time."""
        for task in self._reading.values():
            task.cancel()
        await self.finish()

    def _start(
        self, key: tuple[str, int], at_once: int, reading: Coroutine[None, None, None]
    ) -> None:
        under_way = sum(kind == key[0] for kind, _ in self._reading)
        if key in self._reading or under_way >= at_once:
            reading.close()
            return
        task = asyncio.create_task(reading)
        self._reading[key] = task
        task.add_done_callback(lambda _: self._reading.pop(key))

    async def _refresh(self, feed: DueFeed, now: datetime) -> None:
        try:
            await self.refresh(feed, now)
        except Exception:
            log.exception("feed not kept", extra={"feed": feed.id})

    async def refresh(self, feed: DueFeed, now: datetime) -> None:
        """Read a feed once, and keep what it says; a failure is kept as well."""
        try:
            fetched = await self._reader.get_feed(feed.url, feed.etag, feed.modified)
            parsed = None if fetched.is_unchanged else await self._reader.parse(fetched, now)
        except NewsError as error:
            await self._failed(feed, error, now)
            return
        await self._keep(feed, fetched, parsed, now)
        log.info(
            "feed read",
            extra={"feed": feed.id, "entries": len(parsed.entries) if parsed else None},
        )

    async def _keep(
        self, feed: DueFeed, fetched: Fetched, parsed: ParsedFeed | None, now: datetime
    ) -> None:
        interval = parsed.interval if parsed else feed.interval
        due = self._next(feed, now, (fetched.fresh_for, interval))
        if parsed is None:
            await self._feeds.unchanged(feed.id, due, now, moved_to=fetched.moved_to)
            return
        known = await self._entries.known(feed.id, map(see, parsed.entries))
        decisions = decide(parsed.entries, known)
        sightings = [
            Sighting(one.entry, see(one.entry), one.known)
            for one in decisions
            if one.outcome is not Outcome.SAME
        ]
        await self._entries.keep(feed.id, sightings, now)
        await self._feeds.was_read(
            feed.id,
            title=parsed.title,
            etag=fetched.etag,
            modified=fetched.modified,
            interval=interval,
            moved_to=fetched.moved_to,
            next_due=due,
            now=now,
        )

    async def _failed(self, feed: DueFeed, error: NewsError, now: datetime) -> None:
        """Keep what went wrong, and stop asking where it has gone wrong for too long."""
        fault, status, retry_after = "not a feed", None, None
        if isinstance(error, FetchFailed):
            fault, status, retry_after = error.fault.value, error.status, error.retry_after
        due = self._next(feed, now, (retry_after,), failures=feed.failures + 1)
        log.info("feed not read", extra={"feed": feed.id, "fault": fault, "status": status})
        await self._feeds.failed(feed.id, fault, status, str(error), due, now)
        times_gone = feed.times_gone + 1 if status == 410 else 0
        if should_pause(now, feed.failing_since, times_gone):
            await self._feeds.pause(feed.id, str(error))

    def _next(
        self,
        feed: DueFeed,
        now: datetime,
        hints: tuple[timedelta | None, ...],
        failures: int = 0,
    ) -> datetime:
        allowed = self._reader.is_allowed(feed.url)
        return next_due(
            now,
            self._interval,
            hints=hints,
            failures=failures,
            floor=timedelta() if allowed else FLOOR,
            jitter=self._jitter(),
        )

    async def _read_entry(self, waiting: WaitingEntry, now: datetime) -> None:
        try:
            article = await self._reader.read_entry(
                waiting.entry,
                waiting.feed_url,
                waiting.outlet,
                patient=waiting.failures < PATIENCE,
            )
        except Exception as error:
            if not isinstance(error, NewsError):
                log.exception("entry not read", extra={"entry": waiting.id})
            retry_at = now + wait_after(waiting.failures) if may_pass(error) else None
            await self._entries.failed(waiting.id, str(error), retry_at, now)
        else:
            kept = await self._articles.keep(article, now, feed=waiting.feed)
            await self._entries.read(waiting.id, kept.id, now)


def wait_after(failures: int) -> timedelta:
    """How long to wait before a page is asked for again.

    >>> [wait_after(n).seconds // 60 for n in (0, 1, 2, 9)]
    [5, 10, 20, 360]
    """
    return min(FIRST_WAIT * (1 << min(failures, 10)), LONGEST_WAIT)
