"""Polling measured: a press of feeds read by the real verbs, while commands are asked."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import cycle

from bot.bench.archive import EVERYTHING, Command, commands
from bot.bench.author import Author
from bot.bench.press import BEGUN, Nearby, open_press, url_of
from bot.bench.results import Result, summarise
from bot.bench.watch import Stalls, peak_memory, watch_loop
from bot.ingest.web import Fetched, Web
from bot.model import FeedLink
from bot.newsroom import Newsroom
from bot.newsroom.polling import Polling
from bot.newsroom.web import Reader
from bot.queries import Scope
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.entries import Entries
from bot.store.feeds import Feeds
from bot.store.lists import FeedLists
from bot.workers import Workers

GROUP = "polling"
INTERVAL = timedelta(minutes=15)
UNCHANGED = 70
"""Of a hundred feeds that are asked again, those that answer 304."""

TICK = 5.0
"""Seconds between two looks at what is due, as in the service."""

PAUSE = 0.1
"""Seconds between two commands."""


class Counting(Reader):
    """A reader that counts what feeds answer."""

    def __init__(self, web: Web, workers: Workers) -> None:
        super().__init__(web, workers)
        self.answers: Counter[int] = Counter()

    async def get_feed(self, url: str, etag: str | None, modified: str | None) -> Fetched:
        """As any reader; 0 stands for a failure."""
        try:
            fetched = await super().get_feed(url, etag, modified)
        except Exception:
            self.answers[0] += 1
            raise
        self.answers[fetched.status] += 1
        return fetched


async def measure_polling(
    database: Database, feeds: int, minutes: float, author: Author
) -> tuple[Result, ...]:
    """Read so many feeds again and again for so long: all are due at once, the worst there is.

    One round is a quarter of an hour of the service, which has 15 minutes for it.
    """
    with open_press(UNCHANGED) as port:
        async with (
            Workers(2) as workers,
            Web(allowed=("127.0.0.0/8",), resolver=Nearby()) as web,
        ):
            links = [(FeedLink(url_of(feed, port), None), BEGUN) for feed in range(feeds)]
            await FeedLists(database).add_to_library(links, BEGUN)
            reader = Counting(web, workers)
            return await _poll(database, reader, workers, feeds, minutes, author)


async def _poll(
    database: Database,
    reader: Counting,
    workers: Workers,
    feeds: int,
    minutes: float,
    author: Author,
) -> tuple[Result, ...]:
    articles = Articles(database)
    polling = Polling(
        Feeds(database), Entries(database), articles, reader, INTERVAL, jitter=lambda: 0.0
    )
    rounds: list[float] = []
    answered: list[float] = []
    begun = time.perf_counter()
    async with watch_loop() as stalls:
        going_on = [
            asyncio.create_task(_read_in_rounds(polling, Feeds(database), rounds)),
            asyncio.create_task(_analyse(Newsroom(articles, workers))),
            asyncio.create_task(
                _ask(commands(Archive(database), author, Scope(EVERYTHING)), answered)
            ),
        ]
        await asyncio.wait(going_on, timeout=60 * minutes)
        taken = time.perf_counter() - begun
        for task in going_on:
            task.cancel()
        for task in going_on:
            with suppress(asyncio.CancelledError):
                await task
        await polling.stop()
    return _results(reader.answers, rounds, answered, stalls, taken, feeds)


async def _read_in_rounds(polling: Polling, feeds: Feeds, rounds: list[float]) -> None:
    """Read all that is due, then let a quarter of an hour pass at once."""
    while True:
        begun = time.perf_counter()
        now = BEGUN + INTERVAL * (len(rounds) + 1)
        while await feeds.due(now, 1):
            await polling.start_due(now)
            await _wait(feeds, now)
        rounds.append(time.perf_counter() - begun)


async def _wait(feeds: Feeds, now: datetime) -> None:
    """Let TICK seconds pass, or less where nothing is due any more."""
    for _ in range(10):
        await asyncio.sleep(TICK / 10)
        if not await feeds.due(now, 1):
            return


async def _analyse(newsroom: Newsroom) -> None:
    while True:
        async for _ in newsroom.analyse_waiting(BEGUN):
            pass
        await asyncio.sleep(1.0)


async def _ask(asked: Sequence[Command], answered: list[float]) -> None:
    """Ask one command after the other, again and again."""
    for one in cycle(asked):
        begun = time.perf_counter()
        await one.ask()
        answered.append(time.perf_counter() - begun)
        await asyncio.sleep(PAUSE)


def _results(
    answers: Counter[int],
    rounds: Sequence[float],
    answered: Sequence[float],
    stalls: Stalls,
    taken: float,
    feeds: int,
) -> tuple[Result, ...]:
    read = answers.total() or 1
    return (
        Result(GROUP, "feeds read", 60 * read / taken, "a minute", bar=f"≥ {feeds / 15:.0f}"),
        Result(GROUP, "of them 304", 100 * answers[304] / read, "%"),
        Result(GROUP, "of them failed", 100 * answers[0] / read, "%"),
        Result(GROUP, "rounds of all feeds", len(rounds), ""),
        summarise(GROUP, "commands meanwhile", answered, bar="p95 < 300 ms"),
        summarise(GROUP, "event loop busy", stalls.busy, bar="most < 50 ms"),
        summarise(GROUP, "event loop late, by the clock", stalls.by_clock),
        Result(GROUP, "memory at its peak", peak_memory(), "MB"),
    )
