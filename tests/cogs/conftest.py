"""The real bot with its real cogs in a Discord without network, over real SQLite."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.analysis import VERSION, analyse
from bot.client import NewsroomClient
from bot.ingest.extract import parse_file
from bot.model import Article
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds
from bot.store.questions import Questions
from bot.tryout import NOW, seeds_folder
from bot.workers import Workers

PRIVATE = Article(
    "Orchard vote in Tarn",
    "“We keep the orchard,” said Oda Fenn, the mayor of Tarn. The vote cost 4,100 crowns.",
    outlet="Tarn Letter",
    url="https://tarn.example/orchard",
    published=NOW,
)
"""An article of a feed that only some servers follow."""

HOSTILE = Article(
    "@everyone **free** [gift](https://evil.example) <@1> discord.gg/abc",
    "“@everyone **come** to [us](https://evil.example),” said Pavel Roe. "
    "At least 40 people laughed at `rm` on \u202eTuesday, </x:1> said || spoilers ||.",
    outlet="<#1> *Wire*",
    url="https://wire.example/a_(b)?c=[d]",
    published=NOW,
)
UNTITLED = Article("\u200b", "Nobody said a word. The 12 lamps went out at nine.")

Part = dict[str, Any]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that holds our articles and a few hostile ones, made once."""
    path = tmp_path_factory.mktemp("library") / "newsroom.db"
    asyncio.run(_fill(path))
    return path


async def _fill(path: Path) -> None:
    database = await Database.open(f"sqlite:///{path}")
    articles = Articles(database)
    for source in sorted(seeds_folder().glob("*.txt")):
        await articles.keep(parse_file(source.read_bytes(), source.name), NOW)
    for article in (HOSTILE, UNTITLED):
        await articles.keep(article, NOW)
    feed = await Feeds(database).add_feed("https://tarn.example/feed", "Tarn Letter", now=NOW)
    await articles.keep(PRIVATE, NOW, feed=feed)
    for one in await articles.waiting(VERSION, 100):
        await articles.analysed(one.id, one.revision, analyse(one.article), NOW)
    await database.close()


@dataclass(frozen=True, slots=True)
class Room:
    """A channel of a server with two members, and the database behind the bot."""

    env: simcord.Env
    database: Database
    guild: Any
    channel: Any
    alice: Any
    bob: Any

    def new_client(self) -> NewsroomClient:
        return make_client(self.database)

    async def follow(self) -> None:
        """Let the server follow the feed of the private article."""
        feed = await Feeds(self.database).add_feed("https://tarn.example/feed", now=NOW)
        await Guilds(self.database).follow(self.guild.id, feed, None, NOW)

    async def unfollow(self) -> None:
        """Let the server see it no longer."""
        feed = await Feeds(self.database).add_feed("https://tarn.example/feed", now=NOW)
        await Guilds(self.database).unfollow(self.guild.id, feed)


def make_client(database: Database) -> NewsroomClient:
    return NewsroomClient(
        Archive(database),
        Questions(database),
        lambda: NOW,
        homepage="https://newsroom.example",
        shard_count=1,
    )


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """One process that reads for all of these tests: it takes seconds to begin."""
    pool = Workers()
    yield pool
    pool.close()


@pytest.fixture
async def room(library: Path, tmp_path: Path) -> AsyncIterator[Room]:
    """A room with a library of its own."""
    path = tmp_path / "newsroom.db"
    shutil.copy(library, path)
    async for made in open_room(path):
        yield made


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Room]:
    """A room whose library has nothing yet."""
    async for made in open_room(tmp_path / "newsroom.db"):
        yield made


async def open_room(path: Path) -> AsyncIterator[Room]:
    database = await Database.open(f"sqlite:///{path}")
    env = simcord.Env(make_client(database), settle_timeout=30)
    env.backend.clock.advance((NOW - env.now()).total_seconds())
    await env.start()
    try:
        guild = env.create_guild(name="Newsroom")
        channel = guild.create_text_channel("news")
        alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        yield Room(env, database, guild, channel, alice, bob)
    finally:
        await env.shutdown()
        await database.close()


def parts(message: Any) -> Iterator[Part]:
    """Every component of a message, nested ones included."""

    def walk(some: list[Part]) -> Iterator[Part]:
        for part in some:
            yield part
            yield from walk(part.get("components", []))

    yield from walk(message.components)


def text(message: Any) -> str:
    """All that a message says."""
    return "\n".join(part["content"] for part in parts(message) if part["type"] == 10)


def buttons(message: Any) -> dict[str, Part]:
    """The buttons of a message by their labels."""
    return {part["label"]: part for part in parts(message) if part["type"] == 2}


def choices(message: Any) -> list[Part]:
    """The options of the select menu of a message."""
    return next(part["options"] for part in parts(message) if part["type"] == 3)


def answer(result: Any) -> Any:
    """What the bot answered: one message."""
    messages = [one for one in (result.response, *result.followups) if one]
    assert len(messages) == 1, messages
    keeps_limits(messages[0])
    return messages[0]


def keeps_limits(message: Any) -> None:
    """Discord takes this message."""
    found = list(parts(message))
    assert len(found) <= 40
    assert len(text(message).encode("utf-16-le")) <= 2 * 4000
    for part in found:
        if part["type"] == 10:
            assert part["content"].strip()
        assert len(part.get("custom_id", "")) <= 100
        assert part.get("label", "-").strip()
        assert len(part.get("label", "")) <= 80
