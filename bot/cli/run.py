"""newsroom run: the service."""

import asyncio
import logging
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

from bot import __version__
from bot.client import NewsroomClient
from bot.errors import BadSettings, NoDiscord
from bot.garbage import settle, sweeping
from bot.logs import set_up_logs
from bot.settings import Settings

log = logging.getLogger(__name__)

_NO_TOKEN = (
    "There is no DISCORD_TOKEN. "
    "Make an application at https://discord.com/developers/applications, copy its token from the "
    "page Bot, and put DISCORD_TOKEN=... into a file named .env here. "
    "`newsroom try` shows everything without a token."
)

_STOP_WITHIN = 8.0
"""Seconds that finishing may take; with all that is closed afterwards it stays under 15, after
which service managers kill."""

_FIRST_WAIT, _LONGEST_WAIT = 5.0, 300.0
"""Seconds before Discord is tried again where it cannot be reached at all."""


def run() -> None:
    """Join Discord, read feeds, post and answer until told to stop. Needs DISCORD_TOKEN."""
    from bot.cli.library import start

    settings = start()
    if settings.discord_token is None:
        raise BadSettings(_NO_TOKEN)
    log.info("starting", extra={"version": __version__, "database": settings.database})
    asyncio.run(_serve(settings, settings.discord_token.get_secret_value()))


async def _serve(settings: Settings, token: str) -> None:
    """Everything that a running bot is made of, opened in order and closed in reverse."""
    from bot.cli.library import open_database
    from bot.cli.web import open_web
    from bot.newsroom.service import open_service
    from bot.store.archive import Archive
    from bot.store.archive.warming import warm
    from bot.store.lock import hold_store
    from bot.store.questions import Questions
    from bot.store.state import State
    from bot.workers import Workers

    told = _listen()
    prepare = partial(set_up_logs, settings.log_level, settings.log_format)
    with hold_store(settings.database):
        async with (
            open_database(settings.database) as database,
            Workers(2, prepare=prepare) as workers,
            open_web(settings) as web,
            open_service(
                database,
                workers,
                web,
                timedelta(seconds=settings.poll_seconds),
                timedelta(days=settings.retention_days) if settings.retention_days else None,
            ) as service,
        ):
            await service.clearing.prepare()
            archive = Archive(database)
            await warm(archive, datetime.now(UTC))
            settle()

            def make_client() -> NewsroomClient:
                client = NewsroomClient(
                    archive,
                    Questions(database),
                    lambda: datetime.now(UTC),
                    homepage=settings.homepage,
                    service=service,
                    memory=State(database),
                )
                client.add_listener(_settle_again, "on_ready")
                return client

            async with sweeping():
                await serve_until_told(make_client, token, told)


async def _settle_again() -> None:
    """When Discord has told of all its servers, hundreds of objects each, which stay until then."""
    settle()


async def serve_until_told(
    make_client: Callable[[], NewsroomClient], token: str, told: asyncio.Event
) -> None:
    """Serve until told to stop, then finish what is in flight.

    Where Discord cannot be reached it is tried again, with a new client, after a wait. Raises
    BadSettings where it refuses the token, or an intent that we do not ask for.
    """
    wait = _FIRST_WAIT
    while not told.is_set():
        try:
            await _serve_once(make_client(), token, told)
        except NoDiscord as error:
            log.warning("%s We try again in %d seconds.", error, wait)
            with suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), wait)
            wait = min(2 * wait, _LONGEST_WAIT)


async def _serve_once(client: NewsroomClient, token: str, told: asyncio.Event) -> None:
    """Serve with one client until it ends or we are told to stop."""
    serving = asyncio.create_task(client.serve(token))
    waiting = asyncio.create_task(told.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if told.is_set() and not serving.done():
        log.info("stopping")
        try:
            await asyncio.wait_for(client.close(), _STOP_WITHIN)
        except TimeoutError:
            log.warning("not all that was in flight could be finished")
            serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving


def _listen() -> asyncio.Event:
    """What is set by SIGTERM or SIGINT; a second one ends the process at once."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, told)
    return told


def _stop(told: asyncio.Event) -> None:
    if told.is_set():
        os._exit(130)
    told.set()
