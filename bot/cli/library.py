"""What the commands stand on: settings, logs, and the database for as long as they need it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.logs import set_up_logs
from bot.settings import Settings, read_settings
from bot.store.database import Database


def start() -> Settings:
    """The settings, with the logs set up as they say. Raises BadSettings."""
    settings = read_settings()
    set_up_logs(settings.log_level, settings.log_format)
    return settings


@asynccontextmanager
async def open_library() -> AsyncIterator[tuple[Settings, Database]]:
    """The settings, and the database that they name, brought up to date.

    Raises BadSettings or StoreUnavailable.
    """
    settings = start()
    async with open_database(settings.database) as database:
        yield settings, database


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """A database, closed when it is no longer needed. Raises StoreUnavailable."""
    database = await Database.open(url)
    try:
        yield database
    finally:
        await database.close()
