"""Members who ask while something else goes on, and how the event loop bears it."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import cycle

from bot.bench.archive import Command, commands
from bot.bench.author import Author
from bot.bench.fill import EVERYTHING
from bot.bench.results import Result, summarise
from bot.bench.watch import Stalls, watch_loop
from bot.garbage import settle, sweeping
from bot.queries import Scope
from bot.store.archive import Archive
from bot.store.archive.warming import warm

PAUSE = 0.1
"""Seconds between two commands."""


@dataclass(slots=True)
class Meanwhile:
    """How long the answers took, in seconds, and how long the loop did not turn."""

    stalls: Stalls
    answered: list[float] = field(default_factory=list)

    def results(self, group: str) -> tuple[Result, ...]:
        """What came of it."""
        return (
            summarise(group, "commands meanwhile", self.answered, bar="19 of 20 < 300 ms"),
            summarise(group, "event loop busy", self.stalls.busy, bar="most < 50 ms"),
            summarise(group, "event loop late, by the clock", self.stalls.by_clock),
        )


@asynccontextmanager
async def ask_meanwhile(
    archive: Archive, author: Author, now: datetime
) -> AsyncIterator[Meanwhile]:
    """Ask one command after the other, again and again, until the block ends.

    Before it begins, all is made ready as the service does.
    """
    scope = Scope(EVERYTHING)
    asked = commands(archive, author, scope, now)
    await warm(archive, now, scope)
    settle()
    async with sweeping(), watch_loop() as stalls:
        meanwhile = Meanwhile(stalls)
        asking = asyncio.create_task(_ask(asked, meanwhile.answered))
        try:
            yield meanwhile
        finally:
            asking.cancel()
            with suppress(asyncio.CancelledError):
                await asking


async def _ask(asked: Sequence[Command], answered: list[float]) -> None:
    for one in cycle(asked):
        begun = time.perf_counter()
        await one.ask()
        answered.append(time.perf_counter() - begun)
        await asyncio.sleep(PAUSE)
