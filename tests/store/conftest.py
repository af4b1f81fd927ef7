"""A real database in a folder of its own, with what writes to it and what it answers."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from bot.model import Article, Figure, Quote
from bot.store.archive import Archive
from bot.store.articles import Articles, Kept
from bot.store.database import Database
from bot.store.deliveries import Deliveries
from bot.store.entries import Entries
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds
from tests.store.builders import NOW, make_analysis


@dataclass(frozen=True, slots=True)
class Room:
    """A database and its doors."""

    database: Database
    articles: Articles
    feeds: Feeds
    guilds: Guilds
    archive: Archive
    entries: Entries
    deliveries: Deliveries

    async def read(
        self,
        article: Article,
        quotes: tuple[Quote, ...] = (),
        figures: tuple[Figure, ...] = (),
        *,
        feed: int | None = None,
        now: datetime = NOW,
    ) -> Kept:
        """Keep an article and what was found in it."""
        kept = await self.articles.keep(article, now, feed=feed)
        waiting = {one.id: one for one in await self.articles.waiting(1, 1000)}
        if one := waiting.get(kept.id):
            analysis = make_analysis(one.article, quotes, figures)
            assert await self.articles.analysed(one.id, one.revision, analysis, now)
        return kept


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'newsroom.db'}"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once: the migrations take longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "newsroom.db"

    async def make() -> None:
        database = await Database.open(f"sqlite:///{path}")
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def room(url: str, tmp_path: Path, empty: Path) -> AsyncIterator[Room]:
    shutil.copy(empty, tmp_path / "newsroom.db")
    database = await Database.open(url)
    yield Room(
        database,
        Articles(database),
        Feeds(database),
        Guilds(database),
        Archive(database),
        Entries(database),
        Deliveries(database),
    )
    await database.close()
