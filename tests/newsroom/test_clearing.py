"""The clock of retention: what is too old goes, the log says so, and for ever means for ever."""

import logging
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.model import Article
from bot.newsroom.clearing import Cleared, Clearing
from bot.queries import HeadlineQuery
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.feeds import Feeds
from bot.store.retention import Retention
from tests.store.conftest import empty

__all__ = ["empty"]

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.fixture
async def database(tmp_path: Path, empty: Path) -> AsyncIterator[Database]:
    """Two articles of a feed in the library, a month apart."""
    shutil.copy(empty, tmp_path / "newsroom.db")
    database = await Database.open(f"sqlite:///{tmp_path / 'newsroom.db'}")
    feed = await Feeds(database).add_feed("https://harbour.example/feed", library=True, now=NOON)
    for title, time in (("Tide", NOON - 4 * WEEK), ("Gull", NOON)):
        await Articles(database).keep(Article(title, "It rose."), time, feed=feed)
    yield database
    await database.close()


async def titles(database: Database) -> list[str]:
    page = await Archive(database).headlines(HeadlineQuery())
    return [one.article.title for one in page.items]


async def test_what_is_older_than_is_kept_goes_and_the_log_says_so(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clearing = Clearing(Retention(database), WEEK)
    with caplog.at_level(logging.INFO):
        await clearing.prepare()
        assert (await clearing.clear(NOON)).articles == 1
        assert await titles(database) == ["Gull"]
        assert "old articles removed" in caplog.text
        assert await clearing.clear(NOON) == Cleared()


async def test_all_that_is_too_old_goes_at_once_however_much_it_is(database: Database) -> None:
    articles = Articles(database)
    feed = await Feeds(database).add_feed("https://gull.example/feed", library=True, now=NOON)
    for number in range(130):
        old = Article(f"Tide {number}", "It rose." * number, url=f"https://gull.example/{number}")
        await articles.keep(old, NOON - 3 * WEEK, feed=feed)
    await articles.keep(Article("Wind", "It blew."), NOON, feed=feed)
    assert (await Clearing(Retention(database), WEEK).clear(NOON)).articles == 131
    assert sorted(await titles(database)) == ["Gull", "Wind"]


async def test_without_a_time_everything_is_kept_and_free_room_given_back(
    database: Database,
) -> None:
    async with database.writing() as connection:
        await connection.exec_driver_sql("CREATE TABLE boats (name TEXT)")
        await connection.exec_driver_sql("INSERT INTO boats VALUES (zeroblob(100000))")
        await connection.exec_driver_sql("DROP TABLE boats")
    clearing = Clearing(Retention(database), None)
    await clearing.prepare()
    cleared = await clearing.clear(NOON + 1000 * WEEK)
    assert (cleared.articles, cleared.entries) == (0, 0)
    assert cleared.bytes >= 100_000
    assert await titles(database) == ["Gull", "Tide"]
