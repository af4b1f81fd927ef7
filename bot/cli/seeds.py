"""A library of the articles that come with the project, for as long as it is looked at."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.cli.library import open_database
from bot.cli.read import find_files, list_files, read_all, report
from bot.newsroom import Newsroom
from bot.store.articles import Articles
from bot.store.database import Database
from bot.tryout import NOW, seeds_folder
from bot.workers import Workers


@asynccontextmanager
async def open_seeds() -> AsyncIterator[Database]:
    """A new database that holds our articles, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="newsroom-") as folder:
        async with open_database(f"sqlite:///{folder}/try.db") as database:
            async with Workers() as workers:
                sources = tuple(find_files(list_files([str(seeds_folder())]), workers))
                report(await read_all(Newsroom(Articles(database), workers), sources, NOW))
            yield database
