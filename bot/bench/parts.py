"""What is measured, part after part."""

import gc
from collections.abc import AsyncIterator
from enum import StrEnum
from tempfile import TemporaryDirectory

from bot.bench.analysis import measure_analysis
from bot.bench.archive import fill, measure_store
from bot.bench.author import Author
from bot.bench.polling import measure_polling
from bot.bench.results import Result
from bot.store.database import Database

SEED = 1


class Part(StrEnum):
    """What is measured."""

    ANALYSIS = "analysis"
    STORE = "store"
    POLLING = "polling"


async def measure(
    parts: tuple[Part, ...], *, articles: int, feeds: int, minutes: float
) -> AsyncIterator[Result]:
    """Measure some parts, one after the other, in a folder that goes with the end of it.

    The store is filled with so many articles, and so many feeds are polled beside them for so many
    minutes.
    """
    author = Author(SEED)
    gc.collect()
    gc.freeze()  # the author's words are no part of what is measured, nor looked through by it
    try:
        if Part.ANALYSIS in parts:
            for result in await measure_analysis(author):
                yield result
        if Part.STORE in parts or Part.POLLING in parts:
            with TemporaryDirectory(prefix="newsroom-bench-") as folder:
                database = await Database.open(f"sqlite:///{folder}/newsroom.db")
                try:
                    async for result in _measure_service(
                        database, author, parts, articles, feeds, minutes
                    ):
                        yield result
                finally:
                    await database.close()
    finally:
        gc.unfreeze()


async def _measure_service(
    database: Database,
    author: Author,
    parts: tuple[Part, ...],
    articles: int,
    feeds: int,
    minutes: float,
) -> AsyncIterator[Result]:
    """The store, and the poller on top of it."""
    yield await fill(database, author, articles)
    if Part.STORE in parts:
        async for result in measure_store(database, author):
            yield result
    if Part.POLLING in parts:
        for result in await measure_polling(database, feeds, minutes, author):
            yield result
