"""The whole service is killed, stopped and starved: it goes on, and posts each article once."""

import asyncio
import contextlib
import signal
import sqlite3
from pathlib import Path

from bot.queries import Scope, SearchQuery
from bot.store.archive import Archive
from bot.store.database import Database
from tests.service.board import GUILD
from tests.service.conftest import Town

KILLS = 10
MOMENTS = ("feed asked", "page asked", "analysing", "post asked", "post carried out")


async def kill_at(town: Town, moment: str) -> None:
    """Let the service live until something is about to happen."""
    met = asyncio.Event()

    async def meet(what: str) -> None:
        if what == moment:
            met.set()
            await asyncio.sleep(30)  # no answer reaches the dead

    async def meet_page(what: str) -> None:
        if what == "page asked":
            asyncio.get_running_loop().call_later(0.4, met.set)

    town.paper.meet = meet_page if moment == "analysing" else meet
    town.board.meet = meet
    await town.begin()
    async with asyncio.timeout(60):
        await met.wait()
    await town.kill()
    town.paper.meet = town.board.meet = forget


async def forget(_: str) -> None:
    """Nothing more happens."""


async def count_found(town: Town) -> int:
    database = await Database.open(town.url)
    found = await Archive(database).search(SearchQuery("runs aground", scope=Scope(GUILD)))
    await database.close()
    return found.total


async def test_a_service_that_is_killed_again_and_again_posts_each_article_once(town: Town) -> None:
    for number in range(KILLS):
        town.paper.print(1)
        await kill_at(town, MOMENTS[number % len(MOMENTS)])
    await town.begin()
    await town.until_posted()
    await asyncio.sleep(1)
    assert sorted(town.posted) == town.paper.titles
    await town.kill()
    assert await count_found(town) == KILLS


async def test_a_service_that_was_stopped_for_minutes_goes_on_afterwards(town: Town) -> None:
    town.paper.print(2)
    stopped = asyncio.Event()

    async def stop(what: str) -> None:
        if what == "post carried out" and not stopped.is_set() and town.process:
            town.process.send_signal(signal.SIGSTOP)
            stopped.set()

    town.board.meet = stop
    await town.begin()
    async with asyncio.timeout(60):
        await stopped.wait()
    await asyncio.sleep(5)  # minutes on its own clock
    assert town.process
    town.process.send_signal(signal.SIGCONT)
    town.paper.print(2)
    await town.until_posted()
    assert sorted(town.posted) == town.paper.titles


async def test_a_service_whose_database_is_locked_goes_on_when_it_is_free(town: Town) -> None:
    await town.begin()
    town.paper.print(1)
    await town.until_posted()
    path = Path(town.url.removeprefix("sqlite:///"))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        town.paper.print(2)
        await asyncio.sleep(4)
        assert len(town.board.posts) == 1
    await town.until_posted()
    assert sorted(town.posted) == town.paper.titles
    assert "Traceback" not in town.errors.read_text()


async def test_a_service_on_a_full_disk_loses_nothing(town: Town) -> None:
    town.paper.print(3)
    await town.begin(most_bytes=400_000)
    await asyncio.sleep(8)
    assert town.process
    assert town.process.returncode is None
    await town.kill()
    await town.begin()
    town.paper.print(1)
    await town.until_posted()
    assert sorted(town.posted) == town.paper.titles
