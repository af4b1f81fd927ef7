"""A database opens, or says in a sentence why not; a transaction is all or nothing."""

import asyncio
import hashlib
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, select, text

from bot.errors import BadSettings, StoreUnavailable
from bot.queries import HeadlineQuery, SearchQuery
from bot.store import migrate
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.schema import articles, metadata
from tests.store.builders import NOW, make_analysis, make_article
from tests.store.conftest import Room


def path_of(url: str) -> Path:
    return Path(url.partition("///")[2])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


async def open_and_close(url: str, **options: object) -> None:
    database = await Database.open(url, **options)  # type: ignore[arg-type]
    await database.close()


async def test_a_database_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "newsroom.db"
    await open_and_close(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_an_open_database_opens_again(url: str, room: Room) -> None:
    await room.read(make_article())
    await open_and_close(url)
    assert (await room.archive.headlines(HeadlineQuery())).total == 1


async def test_an_empty_file_becomes_a_database(url: str) -> None:
    path_of(url).touch()
    await open_and_close(url)
    assert path_of(url).stat().st_size > 0


async def test_the_migrations_make_the_tables_of_the_schema(room: Room) -> None:
    def compare(connection: Connection) -> None:
        inspector = inspect(connection)
        for table in metadata.sorted_tables:
            made = {column["name"]: column for column in inspector.get_columns(table.name)}
            assert list(made) == [column.name for column in table.columns], table.name
            for column in table.columns:
                assert made[column.name]["nullable"] == column.nullable, column
                kind = column.type.compile(connection.dialect)
                assert made[column.name]["type"].compile(connection.dialect) == kind, column
            indexes = {index["name"] for index in inspector.get_indexes(table.name)}
            assert {str(index.name) for index in table.indexes} <= indexes
        heads = MigrationContext.configure(connection).get_current_heads()
        assert heads == (migrate.Migrations(migrate.MIGRATIONS).newest,)

    async with room.database.reading() as connection:
        await connection.run_sync(compare)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://news@db/news", "postgresql database"),
        ("mysql+aiomysql://db/news", "mysql database"),
        ("nonsense", "not the address"),
        ("", "not the address"),
        ("sqlite://", "does not name a file"),
        ("sqlite:///:memory:", "does not name a file"),
    ],
)
async def test_an_address_that_is_no_sqlite_file_is_refused(url: str, said: str) -> None:
    with pytest.raises(BadSettings, match=said) as refused:
        await Database.open(url)
    assert "DATABASE_URL" in str(refused.value)


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="file/below cannot be made"):
        await Database.open(f"sqlite:///{tmp_path / 'file' / 'below' / 'newsroom.db'}")


async def test_a_folder_in_the_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "newsroom.db").mkdir()
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        await Database.open(f"sqlite:///{tmp_path / 'newsroom.db'}")


def overwrite(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough to be one\n" * 100)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * (4096 - 100)
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [overwrite, cut_off, scribble])
async def test_a_damaged_file_is_left_as_it_is(url: str, damage: Callable[[Path], None]) -> None:
    await open_and_close(url)
    damage(path_of(url))
    before = digest(path_of(url))
    with pytest.raises(StoreUnavailable, match="damaged"):
        await Database.open(url)
    assert digest(path_of(url)) == before


async def test_a_newer_database_is_left_as_it_is(url: str) -> None:
    await open_and_close(url)
    with closing(sqlite3.connect(path_of(url))) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = digest(path_of(url))
    with pytest.raises(StoreUnavailable, match="written by a newer Newsroom"):
        await Database.open(url)
    assert digest(path_of(url)) == before


async def test_the_database_of_another_program_is_left_as_it_is(url: str) -> None:
    with closing(sqlite3.connect(path_of(url))) as connection, connection:
        connection.execute("CREATE TABLE recipes (cake)")
    before = digest(path_of(url))
    with pytest.raises(StoreUnavailable, match="another program"):
        await Database.open(url)
    assert digest(path_of(url)) == before


async def test_a_database_locked_by_another_process_is_a_sentence(url: str) -> None:
    await open_and_close(url)
    with closing(sqlite3.connect(path_of(url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        database = await Database.open(url, patience=0.05)
        with pytest.raises(StoreUnavailable, match="in use by another program"):
            await Articles(database).keep(make_article(), NOW)
        assert (await Archive(database).headlines(HeadlineQuery())).total == 0
        other.execute("ROLLBACK")
        await Articles(database).keep(make_article(), NOW)
        await database.close()


async def test_a_database_locked_before_it_has_tables_is_a_sentence(url: str) -> None:
    with closing(sqlite3.connect(path_of(url), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable, match="in use by another program"):
            await Database.open(url, patience=0.05)


async def test_a_read_only_database_still_answers(url: str, room: Room) -> None:
    await room.read(make_article())
    database = await Database.open(f"sqlite:///file:{path_of(url)}?mode=ro&uri=true")
    assert (await Archive(database).headlines(HeadlineQuery())).total == 1
    with pytest.raises(StoreUnavailable, match="cannot be written to"):
        await Articles(database).keep(make_article("Another"), NOW)
    await database.close()


async def test_a_read_only_file_without_tables_is_a_sentence(url: str) -> None:
    path_of(url).touch()
    with pytest.raises(StoreUnavailable, match="cannot be written to"):
        await Database.open(f"sqlite:///file:{path_of(url)}?mode=ro&uri=true")


async def test_a_full_disk_costs_only_what_does_not_fit(room: Room) -> None:
    await room.read(make_article())
    async with room.database.writing() as connection:
        pages = await connection.scalar(text("PRAGMA page_count"))
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    big = make_article("Another", "It rose. " * 100_000)
    with pytest.raises(StoreUnavailable, match="disk is full"):
        await room.articles.keep(big, NOW)
    assert (await room.archive.headlines(HeadlineQuery())).total == 1


async def test_a_rollback_of_one_task_takes_nothing_of_another(room: Room) -> None:
    async def fail() -> None:
        async with room.database.writing() as connection:
            await connection.execute(text("DELETE FROM articles"))
            await asyncio.sleep(0.02)
            raise ZeroDivisionError

    await room.articles.keep(make_article(), NOW)
    outcomes = await asyncio.gather(
        fail(),
        *(room.articles.keep(make_article(f"Tide {number}"), NOW) for number in range(5)),
        return_exceptions=True,
    )
    assert [type(one).__name__ for one in outcomes] == ["ZeroDivisionError"] + ["Kept"] * 5
    assert (await room.archive.headlines(HeadlineQuery())).total == 6


async def test_a_task_that_is_cancelled_leaves_nothing_and_holds_up_nobody(room: Room) -> None:
    begun = asyncio.Event()

    async def write() -> None:
        async with room.database.writing() as connection:
            await connection.execute(text("DELETE FROM feeds"))
            begun.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write())
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await room.articles.keep(make_article(), NOW)
    assert (await room.archive.headlines(HeadlineQuery())).total == 1


async def test_reads_see_one_state_while_the_writer_writes(room: Room) -> None:
    async with room.database.reading() as reader:
        assert (await reader.execute(select(articles.c.id))).all() == []
        await room.articles.keep(make_article(), NOW)
        assert (await reader.execute(select(articles.c.id))).all() == []
    async with room.database.reading() as reader:
        assert len((await reader.execute(select(articles.c.id))).all()) == 1


WRITER = """
import asyncio, sys
from sqlalchemy import text
from bot.store.articles import Articles
from bot.store.database import Database
from tests.store.builders import NOW, make_article

async def write():
    database = await Database.open(sys.argv[1])
    await Articles(database).keep(make_article("Kept"), NOW)
    async with database.writing() as connection:
        await connection.execute(text("UPDATE articles SET title = 'Half'"))
        await connection.execute(text("DELETE FROM feed_articles"))
        print("writing", flush=True)
        await asyncio.sleep(60)

asyncio.run(write())
"""


async def test_a_process_killed_while_it_writes_loses_only_that_write(url: str) -> None:
    root = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, url, stdout=asyncio.subprocess.PIPE, cwd=root
    )
    assert process.stdout
    assert await process.stdout.readline() == b"writing\n"
    process.kill()
    await process.wait()
    database = await Database.open(url)
    (waiting,) = await Articles(database).waiting(1, 10)
    assert waiting.article.title == "Kept"
    analysis = make_analysis(waiting.article)
    await Articles(database).analysed(waiting.id, waiting.revision, analysis, NOW)
    assert (await Archive(database).search(SearchQuery("ferry"))).total == 1
    await database.close()
