"""/figures: how many, of what, according to whom."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NewsroomClient
from bot.model import FigureKind
from bot.queries import FigureQuery
from cogs.ui.answers import Answers, answers_of
from cogs.ui.options import Since, Topic

KINDS = [
    app_commands.Choice(name="people", value=FigureKind.PEOPLE.value),
    app_commands.Choice(name="money", value=FigureKind.MONEY.value),
    app_commands.Choice(name="percent", value=FigureKind.PERCENT.value),
    app_commands.Choice(name="all", value="all"),
]


class Figures(commands.Cog):
    """Answers /figures."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    @app_commands.command()
    @app_commands.describe(
        topic="Words of what is counted, or around it",
        kind="Only figures of this kind",
        since="24 hours, 3 days, yesterday, or a date such as 2026-09-14",
    )
    @app_commands.choices(kind=KINDS)
    async def figures(
        self,
        interaction: discord.Interaction[Any],
        topic: Topic | None = None,
        kind: str = "all",
        since: Since | None = None,
    ) -> None:
        """Numbers, what they count, and who reports them."""
        chosen = None if kind == "all" else FigureKind(kind)
        query = FigureQuery(topic=topic, kind=chosen, since=since)
        await self._answers.reply(interaction, query)


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Figures(answers_of(bot)))
