"""The desk that answers questions, and the buttons that ask them again."""

from discord.ext import commands

from bot.client import NewsroomClient
from cogs.ui.buttons import BUTTONS


class Buttons(commands.Cog):
    """Makes the buttons of every card ever sent work."""

    def __init__(self, bot: NewsroomClient) -> None:
        self._bot = bot

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(*BUTTONS)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(*BUTTONS)


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Buttons(bot))
