"""The clock that clears: what has grown older than the operator keeps."""

import logging

from discord.ext import commands, tasks

from bot.client import NewsroomClient
from bot.logs import living_through
from bot.newsroom.clearing import Clearing
from cogs.ui.answers import Answers, answers_of

log = logging.getLogger(__name__)

TICK = 10.0
"""Minutes between two clearings."""


class Clearer(commands.Cog):
    """Has old articles taken out, where the operator keeps them for a time, and room given back."""

    def __init__(self, clearing: Clearing, answers: Answers) -> None:
        self._clearing = clearing
        self._answers = answers

    async def cog_load(self) -> None:
        self.tick.start()

    async def cog_unload(self) -> None:
        self.tick.cancel()

    @tasks.loop(minutes=TICK)
    async def tick(self) -> None:
        with living_through(log, "old articles could not be removed"):
            await self._clearing.clear(self._answers.now())


async def setup(bot: NewsroomClient) -> None:
    if bot.service:
        await bot.add_cog(Clearer(bot.service.clearing, answers_of(bot)))
