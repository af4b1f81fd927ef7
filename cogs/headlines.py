"""/headlines: the newest articles."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from bot.queries import HeadlineQuery
from cogs.ui.answers import Answers, answers_of
from cogs.ui.options import Feed, Since, Topic


class Headlines(commands.Cog):
    """Answers /headlines."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    @app_commands.command()
    @app_commands.describe(
        topic="Words in the title or the text",
        feed="Only this outlet",
        since="24 hours, 3 days, yesterday, or a date such as 2026-09-14",
    )
    async def headlines(
        self,
        interaction: discord.Interaction[Any],
        topic: Topic | None = None,
        feed: Feed | None = None,
        since: Since | None = None,
    ) -> None:
        """The newest articles, newest first."""
        query = HeadlineQuery(topic=topic, feed=feed, since=since)
        await self._answers.reply(interaction, query)


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Headlines(answers_of(bot)))
