"""The clock that analyses: every article that the present rules have not read."""

import logging

from discord.ext import commands, tasks

from bot.client import NewsroomClient
from bot.logs import living_through
from bot.newsroom import Newsroom
from cogs.ui.answers import Answers, answers_of

log = logging.getLogger(__name__)

TICK = 2.0
"""Seconds between two looks at what waits."""


class Analyst(commands.Cog):
    """Has waiting articles analysed, in processes of their own."""

    def __init__(self, newsroom: Newsroom, answers: Answers) -> None:
        self._newsroom = newsroom
        self._answers = answers

    async def cog_load(self) -> None:
        self.tick.start()

    async def cog_unload(self) -> None:
        self.tick.cancel()

    @tasks.loop(seconds=TICK)
    async def tick(self) -> None:
        with living_through(log, "waiting articles could not be analysed"):
            async for _ in self._newsroom.analyse_waiting(self._answers.now()):
                pass


async def setup(bot: NewsroomClient) -> None:
    if bot.service:
        await bot.add_cog(Analyst(bot.service.newsroom, answers_of(bot)))
