"""Summarise, Quotes and Figures in the menu of any message: of the first address that it has."""

import re
from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from bot.errors import NothingFound
from bot.queries import FigureQuery, Query, QuoteQuery, SummaryQuery
from cogs.ui.answers import Answers, answers_of

_ADDRESS = re.compile(r"https?://[^\s<>\[\]|]+", re.IGNORECASE)
_NO_ADDRESS = "This message has no address. Choose a message with a link to an article."

ENTRIES: dict[str, Callable[[str], Query]] = {
    "Summarise": SummaryQuery,
    "Quotes": lambda url: QuoteQuery(article=url),
    "Figures": lambda url: FigureQuery(article=url),
}


class Menus(commands.Cog):
    """Puts the three entries into the menu; discord.py cannot declare them in a cog."""

    def __init__(self, bot: NewsroomClient, answers: Answers) -> None:
        self._tree = bot.tree
        self._answers = answers
        self._menus = tuple(self._menu(name, ask) for name, ask in ENTRIES.items())

    async def cog_load(self) -> None:
        for menu in self._menus:
            self._tree.add_command(menu)

    async def cog_unload(self) -> None:
        for menu in self._menus:
            self._tree.remove_command(menu.name, type=menu.type)

    def _menu(self, name: str, ask: Callable[[str], Query]) -> app_commands.ContextMenu:
        async def read(interaction: discord.Interaction[Any], message: discord.Message) -> None:
            await self._answers.reply(interaction, ask(find_address(message)), private=True)

        return app_commands.ContextMenu(name=name, callback=read)


def find_address(message: discord.Message) -> str:
    """The first address in a message's words, cards or buttons. Raises NothingFound.

    Whoever chooses the entry hands the message over; the bot reads no others.
    """
    places = [message.content, *(embed.url or "" for embed in message.embeds)]
    places += _texts(message.components)
    for place in places:
        if found := _ADDRESS.search(place):
            return found.group().rstrip(".,;:!?'\")*_")
    raise NothingFound(_NO_ADDRESS)


def _texts(components: list[Any]) -> list[str]:
    """What the components of a message say and lead to, in their order."""
    found: list[str] = []
    for component in components:
        found += [t for t in (getattr(component, n, None) for n in ("content", "url")) if t]
        found += _texts(getattr(component, "children", None) or [])
    return found


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Menus(bot, answers_of(bot)))
