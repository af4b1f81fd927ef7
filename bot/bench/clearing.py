"""Clearing measured: the oldest articles are taken out, while commands are asked."""

import asyncio
import time
from datetime import datetime

from bot.bench.asking import ask_meanwhile
from bot.bench.author import Author
from bot.bench.fill import APART
from bot.bench.results import Result
from bot.newsroom.clearing import Cleared, Clearing
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.retention import Retention

GROUP = "clearing"
SHARE = 5
"""One of so many articles is too old."""


async def measure_clearing(
    database: Database, author: Author, minutes: float, end: datetime
) -> tuple[Result, ...]:
    """Take the oldest articles out, at most for so many minutes, without the pauses of the service
    between two goes."""
    articles, _ = await Articles(database).count()
    old = articles // SHARE
    retention = Retention(database)
    clearing = Clearing(retention, (articles - old) * APART)
    before = _size(database)
    done: list[Cleared] = []
    async with ask_meanwhile(Archive(database), author, end) as meanwhile:
        begun = time.perf_counter()
        clearing_all = asyncio.create_task(_clear(clearing, end, done))
        await asyncio.wait((clearing_all,), timeout=60 * minutes)
        taken = time.perf_counter() - begun
        clearing_all.cancel()
        await asyncio.wait((clearing_all,))
        done.append(await Clearing(retention, None).clear(end))  # what is left of the room
    left, _ = await Articles(database).count()
    return (
        Result(GROUP, "articles that are too old", old, ""),
        Result(GROUP, "of them taken out", articles - left, ""),
        Result(GROUP, "articles taken out", 60 * (articles - left) / taken, "a minute"),
        *meanwhile.results(GROUP),
        Result(GROUP, "the file before", before, "MB"),
        Result(GROUP, "given back to the disk", sum(one.bytes for one in done) / 1_000_000, "MB"),
    )


async def _clear(clearing: Clearing, now: datetime, done: list[Cleared]) -> None:
    """Clear until nothing is too old."""
    done.append(await clearing.clear(now))


def _size(database: Database) -> float:
    return database.path.stat().st_size / 1_000_000
