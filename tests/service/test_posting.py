"""Whatever Discord does, each article stands in the channel once, and whoever can help is told."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.ingest.decide import see
from bot.model import Article, Entry
from bot.newsroom.posting import Posting
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.deliveries import Deliveries
from bot.store.entries import Entries, Sighting
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds
from bot.store.questions import Questions
from cogs.publisher import Publisher
from cogs.ui.answers import Answers
from tests.service.board import CHANNEL, GUILD, Board, Discord, refusal
from tests.store.builders import make_analysis

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)


@dataclass
class Office:
    """An outbox, the publisher that empties it, and the channel that it posts to."""

    database: Database
    board: Board
    discord: Discord
    publisher: Publisher
    clock: list[datetime]
    feed: int
    brought: int = 0

    async def bring(self, count: int) -> None:
        """Let so many articles be analysed, all of them news."""
        entries, articles = Entries(self.database), Articles(self.database)
        for _ in range(count):
            self.brought += 1
            url = f"https://harbour.example/{self.brought}"
            now = self.clock[0]
            article = Article(
                f"Tide {self.brought}.", f"Tide {self.brought} rose.", url=url, published=now
            )
            entry = Entry(article.title, url=url, guid=url, published=now)
            await entries.keep(self.feed, [Sighting(entry, see(entry))], now)
            (waiting,) = await entries.waiting(now, 1)
            kept = await articles.keep(article, now, feed=self.feed)
            await entries.read(waiting.id, kept.id, now)
            (one,) = await articles.waiting(1, 1)
            await articles.analysed(one.id, one.revision, make_analysis(one.article), now)
            self.clock[0] += timedelta(seconds=1)

    async def tick(self, **later: float) -> None:
        """Let time pass, and the publisher look into the outbox once."""
        self.clock[0] += timedelta(**later)
        await self.publisher.tick.coro(self.publisher)
        end = time.monotonic() + 20
        while self.publisher._busy:
            assert time.monotonic() < end
            await asyncio.wait(self.publisher._busy.values(), timeout=1)

    @property
    def posted(self) -> list[int]:
        """The numbers of the articles in the channel, in its order."""
        words = [post.words for post in self.board.posts]
        return [n for w in words for n in range(1, self.brought + 1) if f"Tide {n}." in _plain(w)]


def _plain(words: str) -> str:
    return words.replace("\\", "")


@pytest.fixture
async def office(tmp_path: Path, empty: Path) -> AsyncIterator[Office]:
    shutil.copy(empty, tmp_path / "newsroom.db")
    database = await Database.open(f"sqlite:///{tmp_path / 'newsroom.db'}")
    feeds, clock = Feeds(database), [NOON]
    feed = await feeds.add_feed("https://harbour.example/feed", "Harbour Times", now=NOON)
    await Guilds(database).follow(GUILD, feed, CHANNEL, NOON)
    await feeds.unchanged(feed, NOON, NOON)
    archive = Archive(database)
    answers = Answers(archive, Questions(database), lambda: clock[0])
    board = Board(lambda: clock[0])
    place = Discord(board)
    bot: Any = place
    publisher = Publisher(bot, Posting(archive, Deliveries(database)), answers)
    yield Office(database, board, place, publisher, clock, feed)
    await database.close()


def refuse(status: int, moment: str = "post asked", times: int = 1000, code: int = 0) -> Any:
    """A board's fault: so many refusals at a moment."""
    left = [times]

    async def meet(what: str) -> None:
        if what == moment and left[0] > 0:
            left[0] -= 1
            raise refusal(status, code)

    return meet


async def test_at_most_five_cards_go_to_a_channel_at_once_oldest_first(office: Office) -> None:
    await office.bring(7)
    await office.tick()
    assert office.posted == [1, 2, 3, 4, 5]
    await office.tick(seconds=5)
    assert office.posted == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("status", [500, 502, 503, 429])
async def test_two_minutes_of_refusals_lose_nothing_and_keep_the_order(
    office: Office, status: int
) -> None:
    await office.bring(3)
    office.board.meet = refuse(status)
    for _ in range(24):
        await office.tick(seconds=5)
    assert office.posted == []
    assert office.board.tries < 10  # we wait longer each time
    office.board.meet = refuse(status, times=0)
    for _ in range(80):
        await office.tick(seconds=5)
    assert office.posted == [1, 2, 3]


async def test_an_answer_that_is_lost_again_and_again_does_not_post_twice(office: Office) -> None:
    await office.bring(2)
    office.board.meet = refuse(503, "post carried out", times=6)
    for _ in range(120):
        await office.tick(seconds=5)
    assert office.posted == [1, 2]


async def test_a_lost_answer_is_looked_for_after_a_restart(office: Office) -> None:
    await office.bring(1)
    office.board.meet = refuse(503, "post carried out")
    await office.tick()
    office.board.meet = refuse(503, times=0)
    reborn = Publisher(office.publisher._bot, office.publisher._posting, office.publisher._answers)
    office.publisher = reborn
    await office.tick(hours=3)
    assert office.posted == [1]
    await office.bring(1)
    await office.tick(minutes=1)
    assert office.posted == [1, 2]


async def test_a_channel_that_refuses_gets_one_try_and_moderators_are_told_once(
    office: Office,
) -> None:
    await office.bring(3)
    office.board.meet = refuse(403, code=50013)
    for _ in range(100):
        await office.tick(seconds=5)
    assert office.board.tries == 1
    assert len(office.discord.moderators.posts) == 1


async def test_moderators_are_not_told_again_of_a_channel_that_keeps_refusing(
    office: Office,
) -> None:
    await office.bring(1)
    office.board.meet = refuse(403)
    for _ in range(10):
        await office.tick(minutes=11)  # its permissions look right, so that it is tried again
    assert office.board.tries > 2
    assert len(office.discord.moderators.posts) == 1
    office.board.meet = refuse(403, times=0)
    for _ in range(4):
        await office.tick(minutes=11)
    assert office.posted == [1]


async def test_a_deleted_channel_is_told_of_once_and_not_asked(office: Office) -> None:
    await office.bring(2)
    office.discord.channel = None
    for _ in range(20):
        await office.tick(seconds=30)
    assert office.board.tries == 0
    assert len(office.discord.moderators.posts) == 1


async def test_a_server_that_is_unavailable_gets_its_posts_when_it_is_back(office: Office) -> None:
    await office.bring(2)
    office.discord.guild.unavailable = True
    await office.tick(seconds=5)
    office.discord.guild, guild = None, office.discord.guild  # the bot was kicked
    await office.tick(seconds=5)
    assert office.board.tries == 0
    guild.unavailable = False
    office.discord.guild = guild
    await office.tick(seconds=5)
    assert office.posted == [1, 2]
    assert not office.discord.moderators.posts


async def test_a_post_that_discord_never_takes_holds_up_no_other(office: Office) -> None:
    await office.bring(2)
    office.board.meet = refuse(400, times=1)
    await office.tick()
    assert office.posted == [2]


async def test_a_reset_token_costs_no_post(office: Office) -> None:
    await office.bring(1)
    office.board.meet = refuse(401, times=1)
    await office.tick()
    await office.tick(seconds=10)
    assert office.posted == [1]


async def test_nothing_older_than_a_day_is_posted(office: Office) -> None:
    await office.bring(2)
    office.discord.ready = False
    await office.tick(hours=25)
    office.discord.ready = True
    await office.bring(1)
    await office.tick(seconds=5)
    assert office.posted == [3]


async def test_a_clock_that_was_put_back_for_hours_holds_up_no_post(office: Office) -> None:
    await office.bring(1)
    office.board.meet = refuse(503, times=1)
    await office.tick()
    await office.tick(hours=-5)
    for _ in range(4):
        await office.tick(minutes=1)
    assert office.posted == [1]


async def test_moderators_who_cannot_be_reached_hold_up_no_post(office: Office) -> None:
    await office.bring(1)
    office.discord.moderators.meet = refuse(403)
    office.board.meet = refuse(403, times=1)
    await office.tick()
    await office.tick(seconds=5)
    await office.tick(minutes=11)
    await office.tick(seconds=5)
    assert office.posted == [1]


async def test_a_channel_that_lacks_permissions_stays_paused(office: Office) -> None:
    await office.bring(1)
    office.board.meet = refuse(403, times=1)
    await office.tick()
    assert office.discord.channel
    office.discord.channel.allowed = discord.Permissions.none()
    for _ in range(5):
        await office.tick(minutes=11)
    assert office.board.tries == 1
