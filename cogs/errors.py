"""One place that turns a failed command into a sentence, or into a reference to the log."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from cogs.ui.trouble import tell


class Errors(commands.Cog):
    """Hears of every command that fails."""

    def __init__(self, bot: NewsroomClient) -> None:
        self._tree = bot.tree
        self._former = bot.tree.on_error

    async def cog_load(self) -> None:
        self._tree.error(self._on_error)

    async def cog_unload(self) -> None:
        self._tree.error(self._former)

    async def _on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError
    ) -> None:
        await tell(interaction, error)


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Errors(bot))
