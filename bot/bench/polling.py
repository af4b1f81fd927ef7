"""Polling measured: a press of feeds read by the real verbs, while commands are asked."""

import asyncio
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.bench.asking import Meanwhile, ask_meanwhile
from bot.bench.author import Author
from bot.bench.press import Nearby, open_press, url_of
from bot.bench.results import Result, summarise
from bot.bench.watch import memory_now, peak_memory
from bot.ingest.web import Fetched, Web
from bot.model import FeedLink
from bot.newsroom import Newsroom
from bot.newsroom.polling import Polling
from bot.newsroom.web import Reader
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


@dataclass(slots=True)
class Round:
    """All feeds that were due at once: what they answered (0 is a failure), and how many seconds
    each had waited by then; the memory in MB at the end, which is None while it goes on."""

    begun: float
    answers: Counter[int] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    memory: float | None = None


class Counting(Reader):
    """A reader that writes down, round after round, what feeds answer."""

    def __init__(self, web: Web, workers: Workers) -> None:
        super().__init__(web, workers)
        self.rounds: list[Round] = []

    async def get_feed(self, url: str, etag: str | None, modified: str | None) -> Fetched:
        """As any reader."""
        this = self.rounds[-1]
        status = 0
        this.waits.append(time.perf_counter() - this.begun)
        try:
            fetched = await super().get_feed(url, etag, modified)
            status = fetched.status
        finally:
            this.answers[status] += 1
        return fetched


async def measure_polling(
    database: Database, feeds: int, minutes: float, author: Author, end: datetime
) -> tuple[Result, ...]:
    """Read so many feeds again and again for so long: all are due at once, the worst there is.

    One round is a quarter of an hour of the service, which has 15 minutes for it.
    """
    await _leave_former(Feeds(database))
    with open_press(UNCHANGED, end) as port:
        async with (
            Workers(2) as workers,
            Web(allowed=("127.0.0.0/8",), resolver=Nearby()) as web,
        ):
            links = [(FeedLink(url_of(feed, port), None), end) for feed in range(feeds)]
            await FeedLists(database).add_to_library(links, end)
            reader = Counting(web, workers)
            meanwhile = await _poll(database, reader, workers, minutes, author, end)
            waiting = len(await Feeds(database).due(end + INTERVAL * len(reader.rounds), feeds))
    return _results(reader.rounds, waiting, meanwhile, feeds)


async def _leave_former(feeds: Feeds) -> None:
    """Read no more what an earlier bench read: its press is closed."""
    for feed in await feeds.library():
        await feeds.remove_from_library(feed.id)


async def _poll(
    database: Database,
    reader: Counting,
    workers: Workers,
    minutes: float,
    author: Author,
    end: datetime,
) -> Meanwhile:
    articles, feeds = Articles(database), Feeds(database)
    polling = Polling(feeds, Entries(database), articles, reader, INTERVAL, jitter=lambda: 0.0)
    async with ask_meanwhile(Archive(database), author, end) as meanwhile:
        going_on = [
            asyncio.create_task(_read_in_rounds(polling, feeds, reader.rounds, end)),
            asyncio.create_task(_analyse(Newsroom(articles, workers), end)),
        ]
        await asyncio.wait(going_on, timeout=60 * minutes)
        for task in going_on:
            task.cancel()
        for task in going_on:
            with suppress(asyncio.CancelledError):
                await task
        await polling.stop()
    return meanwhile


async def _read_in_rounds(
    polling: Polling, feeds: Feeds, rounds: list[Round], end: datetime
) -> None:
    """Read all that is due, then let a quarter of an hour pass at once."""
    while True:
        rounds.append(Round(time.perf_counter()))
        now = end + INTERVAL * len(rounds)
        while await feeds.due(now, 1):
            await polling.start_due(now)
            await _wait(feeds, now)
        rounds[-1].memory = memory_now()


async def _wait(feeds: Feeds, now: datetime) -> None:
    """Let TICK seconds pass, or less where nothing is due any more."""
    for _ in range(10):
        await asyncio.sleep(TICK / 10)
        if not await feeds.due(now, 1):
            return


async def _analyse(newsroom: Newsroom, now: datetime) -> None:
    while True:
        async for _ in newsroom.analyse_waiting(now):
            pass
        await asyncio.sleep(1.0)


def _results(
    rounds: list[Round], waiting: int, meanwhile: Meanwhile, feeds: int
) -> tuple[Result, ...]:
    """What came of it; ``waiting`` feeds were still due at the end."""
    taken = time.perf_counter() - rounds[0].begun
    answers = sum((one.answers for one in rounds), Counter[int]())
    again = sum((one.answers for one in rounds[1:]), Counter[int]())
    over = [time.perf_counter() - rounds[-1].begun] * waiting
    waits = [wait for one in rounds for wait in one.waits] + over
    late = sum(wait > INTERVAL.total_seconds() for wait in waits)
    memory = [one.memory for one in rounds if one.memory is not None]
    read = answers.total()
    return (
        Result(GROUP, "feeds", feeds, ""),
        Result(GROUP, "rounds of them, each all due at once", len(memory), ""),
        Result(GROUP, "feeds read", 60 * read / taken, "a minute", bar=f"≥ {feeds / 15:.0f}"),
        Result(GROUP, "of those read again, not modified (304)", _share(again[304], again), "%"),
        Result(GROUP, "of all, failed (4 in 100 are broken)", _share(answers[0], answers), "%"),
        summarise(GROUP, "a due feed waits", waits),
        Result(GROUP, "of the due, late (over 15 minutes)", 100 * late / len(waits), "%", bar="0"),
        *meanwhile.results(GROUP),
        Result(GROUP, "memory after the first round", memory[0] if memory else memory_now(), "MB"),
        Result(GROUP, "memory after the last round", memory[-1] if memory else memory_now(), "MB"),
        Result(GROUP, "memory at its peak", peak_memory(), "MB"),
    )


def _share(part: int, answers: Counter[int]) -> float:
    return 100 * part / (answers.total() or 1)
