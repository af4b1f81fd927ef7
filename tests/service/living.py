"""The living service in a process of its own, which a test may kill, stop or starve.

All of it is real but Discord: its channel is a board in the process of the test, over HTTP. The
clock runs faster than ours, so that minutes pass in seconds.
"""

import asyncio
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession

from bot.ingest.web import Web
from bot.newsroom.service import open_service
from bot.store.archive import Archive
from bot.store.database import Database
from bot.store.questions import Questions
from bot.workers import Workers
from cogs.analyst import Analyst
from cogs.poller import Poller
from cogs.publisher import Publisher
from cogs.ui.answers import Answers
from tests.fakes import LOOPBACK
from tests.service.board import Discord, FarBoard

INTERVAL = timedelta(seconds=10)
TICK = 0.2


def fast_clock(begun: float, speed: float) -> Callable[[], datetime]:
    """A clock that was right when it began, and has run so many times faster since."""
    return lambda: datetime.fromtimestamp(begun + (time.time() - begun) * speed, UTC)


async def live(url: str, origin: str, now: Callable[[], datetime]) -> None:
    """Poll, analyse and post until killed."""
    database = await Database.open(url, patience=0.5)
    async with (
        ClientSession() as session,
        Workers(2) as workers,
        Web(allowed=LOOPBACK) as web,
        open_service(database, workers, web, INTERVAL) as service,
    ):
        bot: Any = Discord(FarBoard(session, origin))
        answers = Answers(Archive(database), Questions(database), now, service)
        cogs = (
            Poller(service.polling, answers),
            Analyst(service.newsroom, answers),
            Publisher(bot, service.posting, answers),
        )
        for cog in cogs:
            cog.tick.change_interval(seconds=TICK)
            await cog.cog_load()
        print("begun", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    url, origin, begun, speed, most_bytes = sys.argv[1:]
    if int(most_bytes):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(most_bytes), resource.RLIM_INFINITY))
    asyncio.run(live(url, origin, fast_clock(float(begun), float(speed))))
