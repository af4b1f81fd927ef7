"""A town to test in: a paper, a channel, and the service between them."""

import asyncio
import contextlib
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.store.database import Database
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds
from tests.service.board import CHANNEL, GUILD, Board, routes
from tests.service.living import fast_clock
from tests.service.press import Paper
from tests.store.conftest import empty

__all__ = ["Town", "empty", "town"]

ROOT = Path(__file__).parents[2]
SPEED = 30.0


@dataclass
class Town:
    """Two papers and a channel on the loopback, and a service that lives or not."""

    url: str
    begun: float
    paper: Paper
    wire: Paper
    board: Board
    now: Callable[[], datetime]
    origin: str = ""
    process: asyncio.subprocess.Process | None = None
    errors: Path = field(default_factory=Path)

    async def follow(self, paper: Paper) -> None:
        """Let the server follow a paper, of which nothing so far is news."""
        database = await Database.open(self.url)
        feeds = Feeds(database)
        address = f"{self.origin}{paper.folder}/feed.xml"
        feed = await feeds.add_feed(address, paper.name, now=self.now())
        await Guilds(database).follow(GUILD, feed, CHANNEL, self.now())
        await feeds.unchanged(feed, self.now(), self.now())
        await database.close()

    async def begin(self, most_bytes: int = 0) -> None:
        """Bring the service to life; no file of it may grow beyond ``most_bytes``, where given."""
        with self.errors.open("ab") as errors:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.service.living", self.url, self.origin),
                *(str(self.begun), str(SPEED), str(most_bytes)),
                cwd=ROOT,
                env={**os.environ, "PYTHONUTF8": "1"},
                stdout=asyncio.subprocess.PIPE,
                stderr=errors,
            )

    async def kill(self) -> None:
        """End the service as the machine does when it has no more memory."""
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()
            self.process = None

    async def until_posted(self, patience: float = 60.0) -> None:
        """Wait until every item of the paper stands in the channel."""
        end = time.monotonic() + patience
        while len(self.board.posts) < len(self.paper.items):
            assert time.monotonic() < end, f"{len(self.board.posts)} of {len(self.paper.items)}"
            await asyncio.sleep(0.1)

    @property
    def posted(self) -> list[str]:
        """The headlines in the channel."""
        shown = [post.words for post in self.board.posts]
        return [t for words in shown for t in self.paper.titles if t in words]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    begun = time.time()
    now = fast_clock(begun, SPEED)
    paper, wire, board = Paper(now), Paper(now, "Fjord Wire", "/wire"), Board(now)
    app = web.Application()
    app.add_routes([*paper.routes(), *wire.routes(), *routes(board)])
    runner = web.AppRunner(app, shutdown_timeout=0, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    origin = paper.origin = wire.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    url = f"sqlite:///{tmp_path / 'newsroom.db'}"
    town = Town(url, begun, paper, wire, board, now, origin, errors=tmp_path / "errors.txt")
    await town.follow(paper)
    try:
        yield town
    finally:
        await town.kill()
        await runner.cleanup()
