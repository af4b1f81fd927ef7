"""The clock that posts: what the outbox holds goes to its channel, exactly once and in order."""

import asyncio
import json
import logging
from collections.abc import Coroutine, Iterable
from datetime import timedelta
from enum import StrEnum
from itertools import groupby

import discord
from discord.ext import commands, tasks

from bot.client import NewsroomClient
from bot.errors import NewsError
from bot.logs import living_through
from bot.model import Delivery, Trouble
from bot.newsroom.posting import Posting
from bot.render.card import Card
from bot.render.feeds import trouble_card
from bot.render.posts import post_card
from cogs.ui.answers import Answers, answers_of
from cogs.ui.layout import layout
from cogs.ui.places import missing

log = logging.getLogger(__name__)

TICK = 5.0
"""Seconds between two looks into the outbox."""

_SEND_WITHIN = 60.0
"""Seconds after which an answer of Discord counts as lost."""

_FINISH_WITHIN = 5.0
"""Seconds that what is being sent may take when we are told to stop."""

_LOOK_BACK = 100
"""Newest messages of a channel among which a lost post is looked for."""

_LOOK_AROUND = 200
"""Messages since it was tried, among which it is looked for in a channel that talks a lot."""

_CLOCKS_DIFFER = timedelta(minutes=10)
"""By how much our clock may be ahead of Discord's."""

_NO_PLACE = frozenset({10003, 50001, 50013})
"""Unknown channel, missing access, missing permissions."""

_PASSING = frozenset({401, 408, 429})
"""The token was just reset, and the gateway will say so; the request was slow; too many."""

_REST = timedelta(minutes=10)
"""How long a paused channel rests before it may be tried again."""


class Fate(StrEnum):
    """What a failed attempt means for the post."""

    AGAIN = "again"  # it may have been carried out, or will be: wait and keep the order
    PAUSE = "pause"  # the channel does not take posts: stop, and tell the moderators
    NEVER = "never"  # Discord will not take this post, ever


def fate_of(error: Exception) -> Fate:
    """What a failed attempt means.

    >>> fate_of(TimeoutError()).value, fate_of(ValueError()).value
    ('again', 'never')
    """
    if isinstance(error, (TypeError, ValueError)) and not isinstance(error, json.JSONDecodeError):
        return Fate.NEVER  # it cannot even be sent
    if not isinstance(error, discord.HTTPException) or error.status >= 500:
        return Fate.AGAIN
    if error.status in (403, 404) or error.code in _NO_PLACE:
        return Fate.PAUSE
    return Fate.AGAIN if error.status in _PASSING else Fate.NEVER


class Publisher(commands.Cog):
    """Posts new articles. A slow channel holds up no other."""

    def __init__(self, bot: NewsroomClient, posting: Posting, answers: Answers) -> None:
        self._bot = bot
        self._posting = posting
        self._answers = answers
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._stopping = False

    async def cog_load(self) -> None:
        self.tick.start()

    async def cog_unload(self) -> None:
        """Let what is being sent be recorded; nothing new is begun.

        What takes longer is left as an attempt, to be settled in the next life.
        """
        self._stopping = True
        self.tick.cancel()
        if self._busy:
            _, left = await asyncio.wait(self._busy.values(), timeout=_FINISH_WITHIN)
            for task in left:
                task.cancel()

    @tasks.loop(seconds=TICK)
    async def tick(self) -> None:
        """Begin to post what is due, in every channel where nothing is being posted."""
        if not self._bot.is_ready():
            return
        with living_through(log, "the outbox could not be looked up"):
            now = self._answers.now()
            await self._look_after_channels()
            for row in await self._posting.unsettled(now):
                self._start(row.channel, self._settle(row))
            for channel, rows in groupby(await self._posting.due(now), lambda row: row.channel):
                self._start(channel, self._post_all(tuple(rows)))

    def _start(self, channel: int, work: Coroutine[None, None, None]) -> None:
        if channel in self._busy:
            work.close()
            return
        task = asyncio.create_task(self._live_through(work))
        self._busy[channel] = task
        task.add_done_callback(lambda _: self._busy.pop(channel))

    async def _live_through(self, work: Coroutine[None, None, None]) -> None:
        with living_through(log, "posting failed"):
            await work

    async def _post_all(self, rows: tuple[Delivery, ...]) -> None:
        for row in rows:
            if self._stopping or not await self._post(row):
                return

    async def _post(self, row: Delivery) -> bool:
        """Post one article; False where those behind it must wait."""
        channel = await self._find_channel(row)
        if channel is None:
            return False
        answer = await self._posting.article(row)
        if answer is None:
            await self._posting.never(row, "the article has gone", self._answers.now())
            return True
        try:
            view = await self._answers.layout(post_card(answer), mark=row.reference)
        except NewsError:
            raise
        except Exception as error:
            log.exception("post not drawn", extra={"delivery": row.id})
            await self._posting.never(row, repr(error), self._answers.now())
            return True
        if not await self._posting.attempt(row, self._answers.now()):
            return False
        try:
            async with asyncio.timeout(_SEND_WITHIN):
                message = await channel.send(view=view, nonce=row.nonce)
        except Exception as error:
            return await self._failed(row, error)
        await self._posting.delivered(row, message.id, self._answers.now())
        return True

    async def _failed(self, row: Delivery, error: Exception) -> bool:
        fate = fate_of(error)
        log.warning(
            "post not sent",
            extra={"delivery": row.id, "fate": fate.value, "error": str(error)[:200]},
        )
        now = self._answers.now()
        match fate:
            case Fate.NEVER:
                await self._posting.never(row, str(error), now)
            case Fate.PAUSE:
                await self._posting.refused(row, "I may not post there any more.", now)
            case Fate.AGAIN:
                await self._posting.uncertain(row, now)
        return fate is Fate.NEVER

    async def _settle(self, row: Delivery) -> None:
        """Find out whether an attempt stands in the channel, by our own messages there."""
        channel = await self._find_channel(row)
        if channel is None:
            return
        try:
            async with asyncio.timeout(_SEND_WITHIN):
                message = await self._find_post(channel, row)
        except Exception as error:
            log.info("post not settled", extra={"delivery": row.id, "error": str(error)[:200]})
            if fate_of(error) is Fate.PAUSE:
                reason = "I may not read there what I have posted."
                await self._posting.pause(row, reason, self._answers.now())
            else:
                await self._posting.uncertain(row, self._answers.now())
        else:
            if message is None:
                await self._posting.not_there(row, self._answers.now())
            else:
                await self._posting.delivered(row, message, self._answers.now())

    async def _find_post(self, channel: discord.TextChannel, row: Delivery) -> int | None:
        """The message that a delivery became: among the newest, else among those since its try."""
        met = 0
        async for message in channel.history(limit=_LOOK_BACK):
            met += 1
            if self._is_post(message, row):
                return message.id
        if met < _LOOK_BACK or row.attempted is None:
            return None
        since = row.attempted - _CLOCKS_DIFFER
        async for message in channel.history(limit=_LOOK_AROUND, after=since, oldest_first=True):
            if self._is_post(message, row):
                return message.id
        return None

    def _is_post(self, message: discord.Message, row: Delivery) -> bool:
        me = self._bot.user
        is_ours = me is not None and message.author.id == me.id
        return is_ours and row.reference in _marks(message.components)

    async def _find_channel(self, row: Delivery) -> discord.TextChannel | None:
        """The channel, None where nothing can be posted now; one that is gone is paused."""
        guild = self._bot.get_guild(row.guild)
        if guild is None or guild.unavailable:
            return None
        channel = guild.get_channel(row.channel)
        if isinstance(channel, discord.TextChannel):
            return channel
        await self._posting.pause(row, "The channel is gone.", self._answers.now())
        return None

    async def _look_after_channels(self) -> None:
        """Tell of channels that take no posts, once, and post again where it is allowed again."""
        for trouble in await self._posting.untold():
            self._start(trouble.channel, self._tell(trouble))
        for trouble in await self._posting.paused():
            guild = self._bot.get_guild(trouble.guild)
            channel = guild.get_channel(trouble.channel) if guild else None
            rested = abs(self._answers.now() - trouble.since) >= _REST
            if guild and channel and rested and not missing(channel.permissions_for(guild.me)):
                await self._posting.resume(trouble)

    async def _tell(self, trouble: Trouble) -> None:
        guild = self._bot.get_guild(trouble.guild)
        if guild is None or guild.unavailable:
            return
        await self._posting.told(trouble, self._answers.now())
        channel = guild.get_channel(trouble.channel)
        card = trouble_card(channel.name if channel else None, trouble.reason)
        for place in (guild.public_updates_channel, guild.system_channel, guild.owner_id):
            try:
                if await self._tell_at(place, card, trouble):
                    return
            except Exception as error:
                log.info("not told there", extra={"error": str(error)[:200]})
        log.warning("moderators could not be told", extra={"guild": trouble.guild})

    async def _tell_at(
        self, place: discord.TextChannel | int | None, card: Card, trouble: Trouble
    ) -> bool:
        """Tell in a channel, or a member by their number; False where that is no place for it."""
        if place is None or (not isinstance(place, int) and place.id == trouble.channel):
            return False
        async with asyncio.timeout(_SEND_WITHIN):
            to = await self._bot.fetch_user(place) if isinstance(place, int) else place
            await to.send(view=layout(card, {}, 0))
        return True


def _marks(components: Iterable[object]) -> set[str]:
    """The marks on the buttons of a message."""
    found: set[str] = set()
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if isinstance(custom_id, str):
            found.add(custom_id.rpartition(":")[2])
        found |= _marks(getattr(component, "children", ()))
    return found


async def setup(bot: NewsroomClient) -> None:
    if bot.service:
        await bot.add_cog(Publisher(bot, bot.service.posting, answers_of(bot)))
