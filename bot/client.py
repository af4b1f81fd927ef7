"""The Discord client: what it may see, the cogs it loads by name, the commands it registers."""

from collections.abc import Callable
from datetime import datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.queries import Archive, Questions

COGS = (
    "cogs.errors",
    "cogs.buttons",
    "cogs.headlines",
    "cogs.summariser",
    "cogs.quotes",
    "cogs.figures",
    "cogs.search",
    "cogs.menus",
    "cogs.help",
)

PERMISSIONS = discord.Permissions(view_channel=True, send_messages=True)
"""All that the bot asks for when it is invited."""


class NewsroomClient(commands.AutoShardedBot):
    """Answers in servers, in direct messages and as a user's own app; reads no messages."""

    def __init__(
        self,
        archive: Archive,
        questions: Questions,
        now: Callable[[], datetime],
        *,
        homepage: str | None = None,
        shard_count: int | None = None,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            shard_count=shard_count,
        )
        self.archive = archive
        self.questions = questions
        self.now = now
        self.homepage = homepage
        self.command_ids: dict[str, int] = {}

    async def setup_hook(self) -> None:
        for name in COGS:
            await self.load_extension(name)
        self.command_ids = {command.name: command.id for command in await self.tree.sync()}
