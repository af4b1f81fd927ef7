"""newsroom try: a library of our own articles, a tour in the terminal, and the bot in a page."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import bot
from bot.cli.library import open_database
from bot.cli.read import find_files, list_files, read_all, report
from bot.newsroom import Newsroom
from bot.store.articles import Articles
from bot.store.database import Database
from bot.workers import Workers

NOW = datetime.fromisoformat("2026-09-21T08:00:00+00:00")
"""The hour at which everything here takes place: our articles are of the week before it."""


def seeds_folder() -> Path:
    """Where the articles are that come with the project: in the package, or beside it."""
    package = Path(bot.__file__).parent
    installed = package / "seeds" / "articles"
    return installed if installed.is_dir() else package.parent / "seeds" / "articles"


@asynccontextmanager
async def open_seeds() -> AsyncIterator[Database]:
    """A new database that holds our articles, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="newsroom-") as folder:
        async with open_database(f"sqlite:///{folder}/try.db") as database:
            async with Workers() as workers:
                sources = tuple(find_files(list_files([str(seeds_folder())]), workers))
                report(await read_all(Newsroom(Articles(database), workers), sources, NOW))
            yield database
