"""Two papers print one agency's text: it stands in the channel once, whatever happens."""

import asyncio
import sqlite3
import time
from contextlib import closing

import pytest

from bot.queries import HeadlineQuery, Scope
from bot.store.archive import Archive
from bot.store.database import Database
from tests.agency import APART, LOCAL, REORDERED, SHORTENED, STORY
from tests.service.board import GUILD
from tests.service.conftest import Town

PATIENCE = 60


async def until_settled(town: Town, articles: int) -> None:
    """Wait until so many articles have gone through the outbox."""
    end = time.monotonic() + PATIENCE
    while count(town, "state IN ('delivered', 'copy')") < articles:
        assert time.monotonic() < end
        await asyncio.sleep(0.1)


def count(town: Town, which: str) -> int:
    with closing(sqlite3.connect(town.url.removeprefix("sqlite:///"))) as connection:
        found = connection.execute(f"SELECT count(*) FROM deliveries WHERE {which}").fetchone()
    return int(found[0])


@pytest.fixture
async def papers(town: Town) -> Town:
    await town.follow(town.wire)
    town.paper.texts = {100: STORY, 101: f"{LOCAL}\n\n{APART}"}
    town.wire.texts = {100: REORDERED, 101: SHORTENED, 102: f"{APART}\n\n{LOCAL}"}
    return town


async def test_what_two_papers_print_is_posted_once(papers: Town) -> None:
    papers.paper.print(2)
    papers.wire.print(3)
    await papers.begin()
    await until_settled(papers, 5)
    assert len(papers.board.posts) == 2
    assert count(papers, "state = 'copy' AND reason LIKE '%the same text%'") == 3
    await papers.kill()
    database = await Database.open(papers.url)
    page = await Archive(database).headlines(HeadlineQuery(Scope(GUILD)))
    await database.close()
    assert page.total == 2
    named = [{one.article.outlet, *(ref.outlet for ref in one.also)} for one in page.items]
    assert named == [{"Harbour Times", "Fjord Wire"}] * 2


@pytest.mark.parametrize("moment", ["post asked", "post carried out"])
async def test_a_service_that_is_killed_posts_no_copy_afterwards(papers: Town, moment: str) -> None:
    met = asyncio.Event()

    async def meet(what: str) -> None:
        if what == moment:
            met.set()
            await asyncio.sleep(30)  # no answer reaches the dead

    papers.board.meet = meet
    papers.paper.print(1)
    await papers.begin()
    async with asyncio.timeout(PATIENCE):
        await met.wait()
    await papers.kill()
    papers.board.meet = forget
    papers.wire.print(2)
    await papers.begin()
    await until_settled(papers, 3)
    assert len(papers.board.posts) == 1


async def forget(_: str) -> None:
    """Nothing more happens."""
