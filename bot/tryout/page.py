"""The page: the real bot in a local page that looks like a channel, without token or network."""

import asyncio
import importlib.util
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from rich.console import Console

from bot.client import NewsroomClient
from bot.settings import has_display
from bot.store.archive import Archive
from bot.store.database import Database
from bot.store.questions import Questions
from bot.tryout import NOW

_NEEDED = ("simcord", "aiohttp", "markdown_it", "linkify_it", "regex", "PIL")
"""What the page is drawn with: the extra ``try`` of the package."""

_PATIENCE = 30.0
"""Seconds in which a command must come to rest; a slow machine takes a few."""

_NO_PAGE = 'To try the commands in a page that looks like a channel: pip install "newsroom[try]"'
_PAGE = """
The bot itself is in this page; type / there and choose a command:

  {url}

Ctrl-C ends it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in use: its address, and ``closed`` to wait until the visitor ends it there."""

    url: str
    closed: Callable[[], Awaitable[None]]


def can_open_page() -> bool:
    """Whether what the page is drawn with is installed."""
    return all(importlib.util.find_spec(name) for name in _NEEDED)


async def show_page(console: Console, database: Database) -> None:
    """Say where the page is, open it where there is a display, and wait until it is ended."""
    if not can_open_page():
        console.print(_NO_PAGE, markup=False)
        return
    async with open_page(database) as page:
        console.print(_PAGE.format(url=page.url), markup=False, soft_wrap=True)
        if has_display():
            await asyncio.to_thread(webbrowser.open, page.url)
        await page.closed()


@asynccontextmanager
async def open_page(database: Database) -> AsyncIterator[Page]:
    """The bot with this database, in a page on the loopback, at the hour NOW.

    The visitor has asked for /help, so that there is something to press. A friend looks on, so
    that the visitor can press the buttons of somebody else's answer.
    Whoever has the address may use the page: it holds a secret of its own.
    """
    import simcord

    client = NewsroomClient(Archive(database), Questions(database), lambda: NOW, shard_count=1)
    env = simcord.Env(client, settle_timeout=_PATIENCE)
    # Before the start: afterwards every clock of the bot would live through the months between.
    env.backend.clock.advance((NOW - env.now()).total_seconds())
    env.backend.bot_user.name = "Newsroom"
    await env.start()
    try:
        guild = env.create_guild(name="Newsroom")
        channel = guild.create_text_channel("news", topic="Type / and choose a command")
        viewers = [guild.add_member(env.create_user(name)) for name in ("you", "a friend")]
        await viewers[0].slash(channel, "help")
        async with env.preview(
            channel, viewers=viewers, layout="channel", presentation_time=NOW
        ) as preview:
            yield Page(preview.url, preview.wait_closed)
    finally:
        await env.shutdown()
