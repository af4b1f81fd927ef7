"""/summary: the few sentences that tell an article."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from bot.errors import NothingFound
from bot.model import Length
from bot.queries import SummaryQuery
from cogs.ui.answers import Answers, answers_of
from cogs.ui.options import Article


class Summariser(commands.Cog):
    """Answers /summary."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    @app_commands.command()
    @app_commands.describe(article="Its headline, words of it, or an address", length="How long")
    async def summary(
        self,
        interaction: discord.Interaction[Any],
        article: Article,
        length: Length = Length.STANDARD,
    ) -> None:
        """The few sentences that tell an article, word for word."""
        query = SummaryQuery(named(article), length=length)
        await self._answers.reply(interaction, query)


def named(article: str | None) -> int | str:
    """The article that somebody picked ("#12") or typed.

    Raises NothingFound for nothing.

    >>> named("#12"), named("flood in Halden")
    (12, 'flood in Halden')
    """
    if article is None:
        raise NothingFound("Say which article: some words of its headline are enough.")
    number = article.removeprefix("#")
    return int(number) if article[0] == "#" and number.isdecimal() else article


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Summariser(answers_of(bot)))
