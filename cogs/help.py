"""/help and /about, and one greeting where the bot joins."""

import logging
from datetime import timedelta
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import __version__
from bot.client import NewsroomClient
from bot.queries import FigureQuery, HeadlineQuery, Scope
from bot.render.help import (
    Examples,
    about_card,
    choose_themes,
    choose_title,
    greeting_card,
    help_card,
)
from bot.render.words import label
from cogs.ui.answers import Answers, answers_of, scope_of
from cogs.ui.in_time import NO_PINGS, reply_in_time
from cogs.ui.layout import layout

log = logging.getLogger(__name__)

_MOST_THEMES = 5
"""Words that are tried before an example goes without."""

_MOST_TITLE = 100

_LATELY = "3 days", timedelta(days=3)


class Help(commands.Cog):
    """Answers /help and /about; greets."""

    def __init__(self, bot: NewsroomClient, answers: Answers) -> None:
        self._bot = bot
        self._answers = answers

    @app_commands.command()
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        """What you can ask here, by example."""
        await reply_in_time(interaction, self._help(interaction), private=True)

    async def _help(self, interaction: discord.Interaction[Any]) -> ui.LayoutView:
        scope = scope_of(interaction)
        card = help_card(
            await self._examples(scope),
            self._bot.command_ids,
            server=scope.guild is not None,
            manager=interaction.permissions.manage_guild,
        )
        return layout(card, {}, 0)

    async def _examples(self, scope: Scope) -> Examples:
        """Words that find something in scope."""
        archive = self._answers.archive
        speakers = [choice.name for choice in await archive.complete_speaker(scope, "")]
        offered = await archive.complete_article(scope, "")
        titles = [title for choice in offered if (title := label(choice.name, _MOST_TITLE))]
        topic = await self._topic(scope, choose_themes(titles, speakers))
        name, lately = _LATELY
        recent = HeadlineQuery(scope, topic=topic, since=self._answers.now() - lately)
        return Examples(
            speaker=speakers[0] if speakers else None,
            topic=topic,
            title=choose_title(titles),
            since=name if topic and (await archive.headlines(recent)).total else None,
        )

    async def _topic(self, scope: Scope, themes: tuple[str, ...]) -> str | None:
        """The first of the themes about which there are figures too."""
        for theme in themes[:_MOST_THEMES]:
            if (await self._answers.archive.figures(FigureQuery(scope, topic=theme))).total:
                return theme
        return themes[0] if themes else None

    @app_commands.command()
    async def about(self, interaction: discord.Interaction[Any]) -> None:
        """What this bot is, and what it stores."""
        await reply_in_time(interaction, self._about(interaction), private=True)

    async def _about(self, interaction: discord.Interaction[Any]) -> ui.LayoutView:
        known = await self._answers.archive.headlines(HeadlineQuery(scope_of(interaction)))
        return layout(about_card(__version__, self._bot.homepage, known.total), {}, 0)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet once, in the system channel or not at all."""
        channel = guild.system_channel
        if channel and _may_greet(channel.permissions_for(guild.me)):
            view = layout(greeting_card(self._bot.command_ids), {}, 0)
            try:
                await channel.send(view=view, allowed_mentions=NO_PINGS)
            except discord.HTTPException as error:
                log.info("not greeted", extra={"guild": guild.id, "code": error.code})


def _may_greet(permissions: discord.Permissions) -> bool:
    return permissions.view_channel and permissions.send_messages


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Help(bot, answers_of(bot)))
