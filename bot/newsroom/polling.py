"""feed -> entry -> article: reads what is due, tells what is new, fetches what is behind it."""

import logging
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bot.errors import FetchFailed, NewsError
from bot.ingest.decide import Outcome, decide
from bot.ingest.schedule import FLOOR, next_due, should_pause
from bot.ingest.web import Fetched
from bot.newsroom.turns import Places, Readings, Turn, host_of
from bot.newsroom.web import Reader, SeenFeed, may_pass
from bot.store.articles import Articles
from bot.store.entries import Entries, Sighting, WaitingEntry
from bot.store.feeds import DueFeed, Feeds

log = logging.getLogger(__name__)

FEEDS = Places(in_all=40, a_host=10)
"""Feeds that are read at the same time; of one host, the reader lets through two."""

PAGES = Places(in_all=16, a_host=4)

CANDIDATES = 400
"""Feeds that are looked up at once: as many as are read until the next look, and so many that a
slow host with many hides no other."""

WAITING = 64
"""Entries that are looked up at once; they come in turns of their feeds."""

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
        self._feeds_read = Readings("feed", FEEDS)
        self._pages_read = Readings("entry", PAGES)

    async def start_due(self, now: datetime) -> None:
        """Begin to read the feeds that are due, and the pages of entries that wait."""
        self._feeds_read.look()
        feeds = await self._feeds.due(now, CANDIDATES)
        self._feeds_read.start(
            (Turn(one.id, host_of(one.url), partial(self.refresh, one, now)) for one in feeds), now
        )
        self._pages_read.look()
        waiting = await self._entries.waiting(now, WAITING)
        self._pages_read.start(
            (
                Turn(one.id, host_of(one.entry.url), partial(self._read_entry, one, now))
                for one in waiting
            ),
            now,
        )

    async def finish(self) -> None:
        """Wait until everything that was begun is done."""
        await self._feeds_read.finish()
        await self._pages_read.finish()

    async def stop(self) -> None:
        """Leave what was begun; what was not kept is read again another time."""
        self._feeds_read.cancel()
        self._pages_read.cancel()
        await self.finish()

    async def refresh(self, feed: DueFeed, now: datetime) -> None:
        """Read a feed once, and keep what it says; a failure is kept as well."""
        try:
            fetched = await self._reader.get_feed(feed.url, feed.etag, feed.modified)
            told = None if fetched.is_unchanged else await self._reader.parse_and_see(fetched, now)
        except NewsError as error:
            await self._failed(feed, error, now)
            return
        await self._keep(feed, fetched, told, now)
        entries = len(told.feed.entries) if told else None
        log.info("feed read", extra={"feed": feed.id, "entries": entries})

    async def _keep(
        self, feed: DueFeed, fetched: Fetched, told: SeenFeed | None, now: datetime
    ) -> None:
        interval = told.feed.interval if told else feed.interval
        due = self._next(feed, now, (fetched.fresh_for, fetched.retry_after, interval))
        if told is None:
            await self._feeds.unchanged(
                feed.id,
                due,
                now,
                etag=fetched.etag,
                modified=fetched.modified,
                moved_to=fetched.moved_to,
            )
            return
        known = await self._entries.known(feed.id, told.seen)
        decisions = decide(told.feed.entries, known, told.seen)
        sightings = [
            Sighting(one.entry, one.seen, one.known)
            for one in decisions
            if one.outcome is not Outcome.SAME
        ]
        met = [one.known for one in decisions if one.known is not None]
        await self._entries.keep(feed.id, sightings, now, met=met)
        await self._feeds.was_read(
            feed.id,
            title=told.feed.title,
            site=told.feed.link,
            etag=fetched.etag,
            modified=fetched.modified,
            interval=interval,
            moved_to=fetched.moved_to,
            next_due=due,
            now=now,
            symptoms=told.symptoms,
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
            wait = max(wait_after(waiting.failures), _asked_of_us(error))
            retry_at = now + wait if may_pass(error) else None
            await self._entries.failed(waiting.id, str(error), retry_at, now)
        else:
            kept = await self._articles.keep(article, now, feed=waiting.feed)
            await self._entries.read(waiting.id, kept.id, now)


def _asked_of_us(error: Exception) -> timedelta:
    """How long the site asks us to stay away, at most as long as we ever wait."""
    asked = error.retry_after if isinstance(error, FetchFailed) else None
    return min(asked or timedelta(), LONGEST_WAIT)


def wait_after(failures: int) -> timedelta:
    """How long to wait before a page is asked for again.

    >>> [wait_after(n).seconds // 60 for n in (0, 1, 2, 9)]
    [5, 10, 20, 360]
    """
    return min(FIRST_WAIT * (1 << min(failures, 10)), LONGEST_WAIT)
