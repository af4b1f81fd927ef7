"""The clock that reads: feeds that are due, and the articles behind what is new in them."""

import logging

from discord.ext import commands, tasks

from bot.client import NewsroomClient
from bot.logs import living_through
from bot.newsroom.polling import Polling
from cogs.ui.answers import Answers, answers_of

log = logging.getLogger(__name__)

TICK = 5.0
"""Seconds between two looks at what is due."""


class Poller(commands.Cog):
    """Begins readings; each goes on by itself, so that a slow site holds up no other."""

    def __init__(self, polling: Polling, answers: Answers) -> None:
        self._polling = polling
        self._answers = answers

    async def cog_load(self) -> None:
        self.tick.start()

    async def cog_unload(self) -> None:
        """Begin nothing more, and leave what was begun: it is read again after a restart."""
        self.tick.cancel()
        await self._polling.stop()

    @tasks.loop(seconds=TICK)
    async def tick(self) -> None:
        with living_through(log, "feeds could not be looked up"):
            await self._polling.start_due(self._answers.now())


async def setup(bot: NewsroomClient) -> None:
    if bot.service:
        await bot.add_cog(Poller(bot.service.polling, answers_of(bot)))
