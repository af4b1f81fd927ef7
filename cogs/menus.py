"""Summarise, Quotes and Figures in the menu of any message."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from cogs.ui.trouble import sentence_view

_NOT_YET = "Addresses in messages cannot be read yet. /summary finds articles by their headline."


class Menus(commands.Cog):
    """Puts the three entries into the menu; discord.py cannot declare them in a cog."""

    def __init__(self, bot: NewsroomClient) -> None:
        self._tree = bot.tree
        self._menus = tuple(
            app_commands.ContextMenu(name=name, callback=self._read)
            for name in ("Summarise", "Quotes", "Figures")
        )

    async def cog_load(self) -> None:
        for menu in self._menus:
            self._tree.add_command(menu)

    async def cog_unload(self) -> None:
        for menu in self._menus:
            self._tree.remove_command(menu.name, type=menu.type)

    async def _read(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await interaction.response.send_message(view=sentence_view(_NOT_YET), ephemeral=True)


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Menus(bot))
