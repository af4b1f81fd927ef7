"""newsroom run: the service."""

import asyncio
import logging
import os
import signal
from datetime import UTC, datetime, timedelta

from bot.client import NewsroomClient
from bot.errors import BadSettings
from bot.settings import Settings

log = logging.getLogger(__name__)

_NO_TOKEN = (
    "There is no DISCORD_TOKEN. "
    "Make an application at https://discord.com/developers/applications, copy its token from the "
    "page Bot, and put DISCORD_TOKEN=... into a file named .env here. "
    "`newsroom try` shows everything without a token."
)

_STOP_WITHIN = 12.0
"""Seconds that finishing may take; service managers kill after 15 or more."""


def run() -> None:
    """Join Discord, read feeds, post and answer until told to stop. Needs DISCORD_TOKEN."""
    from bot.cli.library import start

    settings = start()
    if settings.discord_token is None:
        raise BadSettings(_NO_TOKEN)
    asyncio.run(_serve(settings, settings.discord_token.get_secret_value()))


async def _serve(settings: Settings, token: str) -> None:
    """Everything that a running bot is made of, opened in order and closed in reverse."""
    from bot.cli.library import open_database
    from bot.ingest.web import Web
    from bot.newsroom.service import open_service
    from bot.store.archive import Archive
    from bot.store.lock import hold_store
    from bot.store.questions import Questions
    from bot.store.state import State
    from bot.workers import Workers

    with hold_store(settings.database):
        async with (
            open_database(settings.database) as database,
            Workers(2) as workers,
            Web(contact=settings.homepage, allowed=settings.fetch_allow_hosts) as web,
            open_service(
                database, workers, web, timedelta(seconds=settings.poll_seconds)
            ) as service,
        ):
            client = NewsroomClient(
                Archive(database),
                Questions(database),
                lambda: datetime.now(UTC),
                homepage=settings.homepage,
                service=service,
                memory=State(database),
            )
            await serve_until_told(client, token)


async def serve_until_told(client: NewsroomClient, token: str) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is in flight; a second one ends at once.

    Raises BadSettings where Discord refuses the token, or an intent that we do not ask for.
    """
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, told)
    serving = asyncio.create_task(client.serve(token))
    waiting = asyncio.create_task(told.wait())
    try:
        await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if not serving.done():
            log.info("stopping")
            await asyncio.wait_for(client.close(), _STOP_WITHIN)
        await serving
    finally:
        waiting.cancel()


def _stop(told: asyncio.Event) -> None:
    if told.is_set():
        os._exit(130)
    told.set()
