"""The Discord client: what it may see, the cogs it loads by name, the commands it registers."""

import hashlib
import json
import logging
from collections.abc import Callable
from datetime import datetime

import discord
from aiohttp import ClientError
from discord import app_commands
from discord.ext import commands

from bot.errors import BadSettings, NoDiscord
from bot.logs import INVITES
from bot.newsroom.service import Service
from bot.queries import Archive, Memory, Questions

invites = logging.getLogger(INVITES)

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
"""What answers from the archive alone."""

SERVICE_COGS = ("cogs.feeds", "cogs.poller", "cogs.analyst", "cogs.publisher", "cogs.clearer")
"""What needs the web, and the clocks."""

PERMISSIONS = discord.Permissions(view_channel=True, send_messages=True, read_message_history=True)
"""All that the bot asks for when it is invited; the history is where a lost post is looked for."""

_REFUSED = (
    "Discord refuses the DISCORD_TOKEN. "
    "Copy it anew from the page Bot of your application at "
    "https://discord.com/developers/applications; a reset makes the former one invalid."
)
_NO_INTENTS = (
    "Discord refuses the intents of this bot. It asks for no privileged one: "
    "check that the DISCORD_TOKEN belongs to an application of your own."
)
_UNREACHABLE = (
    "Discord cannot be reached. Check the connection; https://discordstatus.com says how it is."
)
_AUTHENTICATION_FAILED, _DISALLOWED_INTENTS = 4004, 4014  # close codes of Discord's gateway
_COMMANDS = "commands"

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks


class NewsroomClient(commands.AutoShardedBot):
    """Answers in servers, in direct messages and as a user's own app; reads no messages.

    Without a ``service`` it answers from its archive alone: no feeds, no clocks, no web.
    """

    def __init__(
        self,
        archive: Archive,
        questions: Questions,
        now: Callable[[], datetime],
        *,
        homepage: str | None = None,
        service: Service | None = None,
        memory: Memory | None = None,
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
        self.service = service
        self.command_ids: dict[str, int] = {}
        self._memory = memory

    async def serve(self, token: str) -> None:
        """Join Discord and stay until closed.

        Raises BadSettings where Discord refuses the token or the intents, and NoDiscord where it
        cannot be joined now; once joined, lost connections are made anew.
        """
        try:
            async with self:
                await self.start(token)
        except discord.LoginFailure:
            raise BadSettings(_REFUSED) from None
        except discord.PrivilegedIntentsRequired:
            raise BadSettings(_NO_INTENTS) from None
        except discord.ConnectionClosed as closed:
            if closed.code not in (_AUTHENTICATION_FAILED, _DISALLOWED_INTENTS):
                raise
            refused = _REFUSED if closed.code == _AUTHENTICATION_FAILED else _NO_INTENTS
            raise BadSettings(refused) from None
        except (OSError, ClientError, discord.HTTPException, discord.GatewayNotFound) as error:
            if isinstance(error, discord.HTTPException) and error.status < 500:
                raise
            raise NoDiscord(_UNREACHABLE) from error

    async def setup_hook(self) -> None:
        for name in COGS + (SERVICE_COGS if self.service else ()):
            await self.load_extension(name)
        await self._register()
        if self.application_id:
            invites.info("invite it with %s", invite_link(self.application_id))

    async def _register(self) -> None:
        """Register the commands, unless they are those that were registered last."""
        tree = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        words = json.dumps([self.application_id, tree], sort_keys=True, default=str)
        digest = hashlib.sha256(words.encode()).hexdigest()
        known = json.loads(await self._memory.get(_COMMANDS) or "{}") if self._memory else {}
        if known.get("digest") != digest:
            ids = {command.name: command.id for command in await self.tree.sync()}
            known = {"digest": digest, "ids": ids}
            if self._memory:
                await self._memory.set(_COMMANDS, json.dumps(known))
        self.command_ids = known["ids"]


def invite_link(application: int) -> str:
    """Where somebody who manages a server invites the bot, with the least permissions.

    >>> invite_link(7).partition("client_id=7")[0]
    'https://discord.com/oauth2/authorize?'
    """
    scopes = ("bot", "applications.commands")
    return discord.utils.oauth_url(application, permissions=PERMISSIONS, scopes=scopes)
