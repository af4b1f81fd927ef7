"""What is measured, part after part."""

import gc
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.bench.analysis import measure_analysis
from bot.bench.archive import measure_store
from bot.bench.author import Author
from bot.bench.clearing import measure_clearing
from bot.bench.fill import fill
from bot.bench.place import open_place
from bot.bench.polling import measure_polling
from bot.bench.results import Result
from bot.garbage import settle
from bot.store.database import Database

SEED = 1


class Part(StrEnum):
    """What is measured."""

    ANALYSIS = "analysis"
    STORE = "store"
    POLLING = "polling"
    CLEARING = "clearing"


STAYING = (Part.ANALYSIS, Part.STORE, Part.POLLING)
"""What takes nothing out of the store."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: the articles that the store holds, the feeds that are polled beside
    them, and for how many minutes that goes on; clearing takes no longer either."""

    articles: int
    feeds: int
    minutes: float


async def measure(
    parts: tuple[Part, ...], size: Size, folder: Path | None = None
) -> AsyncIterator[Result]:
    """Measure some parts, one after the other, in a folder of the bench; None: in one that goes.

    Raises BadInput and StoreInUse for a folder that cannot be used.
    """
    author = Author(SEED)
    settle()  # the author's words are no part of what is measured, nor looked through by it
    try:
        if Part.ANALYSIS in parts:
            for result in await measure_analysis(author):
                yield result
        if {*parts} - {Part.ANALYSIS}:
            with open_place(folder) as url:
                database = await Database.open(url)
                try:
                    async for result in _measure_service(database, author, parts, size):
                        yield result
                finally:
                    await database.close()
    finally:
        gc.unfreeze()


async def _measure_service(
    database: Database, author: Author, parts: tuple[Part, ...], size: Size
) -> AsyncIterator[Result]:
    """The store, the poller on top of it, and the clearing of what is old."""
    filled = await fill(database, author, size.articles, Part.STORE)
    yield Result(Part.STORE, "articles in the store", filled.articles, "")
    if filled.kept:
        yield filled.kept
    if Part.STORE in parts:
        async for result in measure_store(database, author, filled.end):
            yield result
    if Part.POLLING in parts:
        for result in await measure_polling(database, size.feeds, size.minutes, author, filled.end):
            yield result
    if Part.CLEARING in parts:
        for result in await measure_clearing(database, author, size.minutes, filled.end):
            yield result
