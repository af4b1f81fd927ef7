"""/help and /about, and one greeting where the bot joins."""

import logging
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import __version__
from bot.client import NewsroomClient
from bot.queries import HeadlineQuery
from bot.render.help import Examples, about_card, greeting_card, help_card
from cogs.ui.answers import NO_PINGS, Answers, answers_of, scope_of
from cogs.ui.layout import layout

log = logging.getLogger(__name__)


class Help(commands.Cog):
    """Answers /help and /about; greets."""

    def __init__(self, answers: Answers, homepage: str | None) -> None:
        self._answers = answers
        self._homepage = homepage

    @app_commands.command()
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        """What you can ask here, by example."""
        scope, archive = scope_of(interaction), self._answers.archive
        speakers = await archive.complete_speaker(scope, "", 1)
        topics = await archive.complete_topic(scope, "", self._answers.now(), 1)
        titles = await archive.complete_article(scope, "", 1)
        examples = Examples(
            *(choices[0].name if choices else None for choices in (speakers, topics, titles))
        )
        card = help_card(
            examples,
            server=scope.guild is not None,
            manager=interaction.permissions.manage_guild,
        )
        await interaction.response.send_message(view=layout(card, {}, 0), ephemeral=True)

    @app_commands.command()
    async def about(self, interaction: discord.Interaction[Any]) -> None:
        """What this bot is, and what it stores."""
        known = await self._answers.archive.headlines(HeadlineQuery(scope_of(interaction)))
        card = about_card(__version__, self._homepage, known.total)
        await interaction.response.send_message(view=layout(card, {}, 0), ephemeral=True)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet once, in the system channel or not at all."""
        channel = guild.system_channel
        if channel and channel.permissions_for(guild.me).send_messages:
            view = layout(greeting_card(), {}, 0)
            try:
                await channel.send(view=view, allowed_mentions=NO_PINGS)
            except discord.HTTPException as error:
                log.info("not greeted", extra={"guild": guild.id, "code": error.code})


async def setup(bot: NewsroomClient) -> None:
    await bot.add_cog(Help(answers_of(bot), bot.homepage))
