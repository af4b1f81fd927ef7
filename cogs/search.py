"""/search: the sentences that have certain words."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from bot.queries import SearchQuery
from cogs.ui.answers import Answers, answers_of


class Search(commands.Cog):
    """Answers /search."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    @app_commands.command()
    @app_commands.describe(text="Words to look for")
    async def search(self, interaction: discord.Interaction[Any], text: str) -> None:
        """The sentences that have all of these words."""
        await self._answers.reply(interaction, SearchQuery(text))


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Search(answers_of(bot)))
