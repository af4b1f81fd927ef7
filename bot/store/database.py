"""The database: opened, brought up to date, and lent out a transaction at a time."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import BadSettings, StoreUnavailable
from bot.store import migrate
from bot.store.failures import check_header, explain

PATIENCE = 5.0
"""Seconds that a transaction waits for another process before it gives up."""

READERS = 4
"""Connections beside the writer's: an answer never waits for a longer one."""

CACHE_KIB, WRITER_CACHE_KIB = 16_384, 49_152
"""Of the file that a connection keeps in memory. The writer's looks up and writes each article at
many places of the indexes, again and again."""

LOG_PAGES = 16_000
"""Pages of the write-ahead log that are written into the file at once, 64 MB: many of them are
written again and again, and only the last time counts."""

INCREMENTAL = 2
"""SQLite's auto_vacuum by which room is given back when we ask for it."""


class Database:
    """One open database. ``reading`` and ``writing`` lend a connection for one transaction.

    Readers see the state of when they began and never wait; writers take turns.
    """

    def __init__(self, readers: AsyncEngine, writer: AsyncEngine) -> None:
        self._readers = readers
        self._writer = writer
        self._turn = asyncio.Lock()

    @classmethod
    async def open(
        cls, url: str, *, patience: float = PATIENCE, migrations: Path = migrate.MIGRATIONS
    ) -> Self:
        """Open the database at this address; make it, its folder and its tables where missing.

        ``url`` is ``sqlite+aiosqlite:///<path>`` or ``sqlite:///<path>``. A copy of the file is
        made before its tables change. Raises BadSettings for another kind of address, and
        StoreUnavailable for a file that cannot be used: locked, read-only, damaged, of a newer
        Newsroom, or not ours. Such a file is left as it is.
        """
        address = parse_url(url)
        database = cls(
            _engine(address, patience, READERS, CACHE_KIB),
            _engine(address, patience, 1, WRITER_CACHE_KIB),
        )
        try:
            await database._prepare(migrate.Migrations(migrations))
        except BaseException:
            await database.close()
            raise
        return database

    async def close(self) -> None:
        """Give everything back; whatever was written is on disk."""
        await self._readers.dispose()
        await self._writer.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection]:
        """Lend a connection that sees one state of the database throughout."""
        async with self._lend(self._readers, "BEGIN") as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        """Lend the writer's connection: all that is done with it is kept, or nothing."""
        async with self._turn, self._lend(self._writer, "BEGIN IMMEDIATE") as connection:
            yield connection

    @asynccontextmanager
    async def _lend(
        self, engine: AsyncEngine, begin: str | None
    ) -> AsyncGenerator[AsyncConnection]:
        """Lend a connection for a transaction that begins so; None: for none."""
        try:
            async with engine.begin() as connection:
                # said here, as a listener of SQLAlchemy's leaves circles for the garbage collector
                if begin:
                    await connection.exec_driver_sql(begin)
                yield connection
        except DBAPIError as error:
            raise explain(error, self.path) or error from None

    @property
    def path(self) -> Path:
        """The file behind it."""
        return path_of(self._writer.url)

    async def _prepare(self, migrations: migrate.Migrations) -> None:
        """Look before touching anything, then turn on WAL and bring the tables up to date."""
        _make_folder(self.path)
        await asyncio.to_thread(check_header, self.path)
        async with self.reading() as connection:
            state = await connection.run_sync(migrations.look)
        migrations.check(state, self.path)
        await self._set_up_file(is_new=state.empty)
        if state.revision != migrations.newest:
            await self._migrate(migrations)

    async def _migrate(self, migrations: migrate.Migrations) -> None:
        """Copy the file, then change its tables; another process may wait to do the same."""
        async with self.writing() as connection:
            state = await connection.run_sync(migrations.look)
            if state.revision == migrations.newest:
                return
            if state.revision is not None:
                await asyncio.to_thread(migrate.copy_database, self.path, state.revision)
            await connection.run_sync(migrations.upgrade)

    async def _set_up_file(self, *, is_new: bool) -> None:
        """What is a property of the file, and cannot be changed inside a transaction.

        Whether it can shrink is settled as it is made.
        """
        async with self._lend(self._writer, None) as connection:
            if is_new:
                await connection.exec_driver_sql(f"PRAGMA auto_vacuum={INCREMENTAL}")
            await connection.exec_driver_sql("PRAGMA journal_mode=WAL")

    async def rewrite(self) -> None:
        """Write the whole file anew, so that it can shrink from now on; nobody writes meanwhile."""
        async with self._turn, self._lend(self._writer, None) as connection:
            await connection.exec_driver_sql(f"PRAGMA auto_vacuum={INCREMENTAL}")
            await connection.exec_driver_sql("VACUUM")

    async def shrink(self, pages: int) -> int:
        """Give at most so many free pages of the file back to the disk; how many bytes."""
        async with self._turn, self._lend(self._writer, None) as connection:
            before = await read_pragma(connection, "page_count")
            # one page a step, and only a script is stepped through to its end
            driver: Any = (await connection.get_raw_connection()).driver_connection
            await driver.executescript(f"PRAGMA incremental_vacuum({pages})")
            given = before - await read_pragma(connection, "page_count")
            return given * await read_pragma(connection, "page_size")


async def read_pragma(connection: AsyncConnection, name: str) -> int:
    """What SQLite says of the file, as a number."""
    return int((await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one())


def parse_url(url: str) -> URL:
    """The address of a SQLite file, with the driver that we use.

    >>> parse_url("sqlite:////var/lib/newsroom/newsroom.db").drivername
    'sqlite+aiosqlite'
    >>> parse_url("postgresql://db/newsroom")
    Traceback (most recent call last):
        ...
    bot.errors.BadSettings: DATABASE_URL names a postgresql database; Newsroom keeps its ...
    """
    example = "sqlite+aiosqlite:////var/lib/newsroom/newsroom.db"
    try:
        address = make_url(url)
    except ArgumentError:
        raise BadSettings(f"DATABASE_URL is not the address of a database. Try {example}") from None
    if address.get_backend_name() != "sqlite":
        raise BadSettings(
            f"DATABASE_URL names a {address.get_backend_name()} database; Newsroom keeps its "
            f"articles in SQLite. Try {example}"
        )
    if address.drivername not in ("sqlite", "sqlite+aiosqlite", "sqlite+pysqlite"):
        raise BadSettings(f"DATABASE_URL names an unknown driver. Try {example}")
    if not address.database or address.database == ":memory:":
        raise BadSettings(f"DATABASE_URL does not name a file. Try {example}")
    return address.set(drivername="sqlite+aiosqlite")


def path_of(address: URL) -> Path:
    """The file that an address names.

    >>> path_of(parse_url("sqlite:///file:newsroom.db?mode=ro&uri=true"))
    PosixPath('newsroom.db')
    """
    return Path((address.database or "").removeprefix("file:"))


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"The folder {path.parent} cannot be made ({error.strerror}). "
            "Set DATA_DIR or DATABASE_URL to a place that you may write to."
        ) from None


def _engine(address: URL, patience: float, connections: int, cache: int) -> AsyncEngine:
    """So many connections, each with so many KiB of the file in memory.

    We begin their transactions ourselves. The driver would begin them late and commit them early;
    without its help (isolation_level None) even a change of tables is all or nothing.
    """
    engine = create_async_engine(
        address,
        connect_args={"isolation_level": None, "timeout": patience},
        pool_size=connections,
        max_overflow=0,
        pool_timeout=60,
        hide_parameters=True,  # a failure in the log shows no private address
    )

    @event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        # of a file that cannot be read, the first question will complain where it is understood
        with suppress(sqlite3.DatabaseError):
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute(f"PRAGMA cache_size=-{cache}")
            cursor.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
            cursor.execute("PRAGMA temp_store=MEMORY")
            # some builds of SQLite would write every page that is freed once more, full of zeros
            cursor.execute("PRAGMA secure_delete=FAST")
            # in WAL a crash of the machine may lose the last transactions, never the file
            cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()

    return engine
