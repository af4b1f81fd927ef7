"""/quotes: who said what."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from bot.queries import QuoteQuery
from cogs.ui.answers import Answers, answers_of
from cogs.ui.options import Since, Speaker, Topic


class Quotes(commands.Cog):
    """Answers /quotes."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    @app_commands.command()
    @app_commands.describe(
        speaker="Any part of the name",
        topic="Words in the quote or around it",
        since="24 hours, 3 days, yesterday, or a date such as 2026-09-14",
    )
    async def quotes(
        self,
        interaction: discord.Interaction[Any],
        speaker: Speaker | None = None,
        topic: Topic | None = None,
        since: Since | None = None,
    ) -> None:
        """Who said what, in their own words."""
        query = QuoteQuery(speaker=speaker, topic=topic, since=since)
        await self._answers.reply(interaction, query)


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Quotes(answers_of(bot)))
