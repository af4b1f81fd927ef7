"""A migration happens wholly or not at all, and never without a copy."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.queries import HeadlineQuery
from bot.store import migrate
from bot.store.archive import Archive
from bot.store.database import Database
from bot.store.likenesses import bands
from tests.store.builders import make_article
from tests.store.conftest import Room
from tests.store.test_copies import told_by
from tests.store.test_database import path_of

NEWEST = str(migrate.Migrations(migrate.MIGRATIONS).newest)

NEXT = '''
"""Boats, to see what a migration does."""
from alembic import op
import sqlalchemy as sa

revision = "boats"
down_revision = "NEWEST"


def upgrade():
    op.create_table("boats", sa.Column("name", sa.Text))
    op.execute("UPDATE articles SET title = 'Boats'")
    op.add_column("articles", sa.Column("boat", sa.Text))
    {last}
'''.replace("NEWEST", NEWEST)

FORMER_BANDS = """
    CREATE TABLE former (
        band BIGINT, article_id INTEGER, PRIMARY KEY (band, article_id)
    ) WITHOUT ROWID;
    INSERT INTO former SELECT band, article_id FROM bands;
    DROP TABLE bands;
    ALTER TABLE former RENAME TO bands;
    CREATE INDEX bands_by_article ON bands (article_id);
    DROP INDEX likenesses_by_week;
    ALTER TABLE likenesses DROP COLUMN week;
    UPDATE alembic_version SET version_num = '0008';
"""
"""Takes bands back to how they were before they stood in weeks."""


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """The migrations of today, and room for one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(
        migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__", "__init__.py")
    )
    return folder


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


async def test_a_migration_that_fails_halfway_leaves_nothing(
    url: str, room: Room, migrations: Path
) -> None:
    await room.read(make_article("Tide"))
    (migrations / "versions" / "boats.py").write_text(NEXT.format(last="1 / 0"))
    with pytest.raises(ZeroDivisionError):
        await Database.open(url, migrations=migrations)
    assert "boats" not in tables(path_of(url))
    (headline,) = (await room.archive.headlines(HeadlineQuery())).items
    assert headline.article.title == "Tide"


async def test_a_first_migration_that_fails_leaves_no_tables(url: str, migrations: Path) -> None:
    (migrations / "versions" / "boats.py").write_text(NEXT.format(last="1 / 0"))
    with pytest.raises(ZeroDivisionError):
        await Database.open(url, migrations=migrations)
    assert tables(path_of(url)) == set()
    database = await Database.open(url)
    await database.close()


async def test_a_copy_is_made_before_the_tables_change(
    url: str, room: Room, migrations: Path
) -> None:
    await room.read(make_article("Tide"))
    (migrations / "versions" / "boats.py").write_text(NEXT.format(last="pass"))
    migrated = await Database.open(url, migrations=migrations)
    assert "boats" in tables(path_of(url))
    await migrated.close()
    copy = path_of(url).with_name(f"newsroom.before-update-from-{NEWEST}.db")
    assert "boats" not in tables(copy)
    former = await Database.open(f"sqlite:///{copy}")
    (headline,) = (await Archive(former).headlines(HeadlineQuery())).items
    assert headline.article.title == "Tide"
    await former.close()


async def test_no_copy_is_made_where_nothing_changes(url: str, room: Room) -> None:
    again = await Database.open(url)
    await again.close()
    assert not list(path_of(url).parent.glob("*before*"))


async def test_copies_are_known_still_when_bands_are_put_into_weeks(url: str, room: Room) -> None:
    await room.read(told_by("Gull", hours=3))
    async with room.database.reading() as connection:
        kept = (await connection.execute(select(bands))).all()
    await room.database.close()
    with closing(sqlite3.connect(path_of(url))) as connection:
        connection.executescript(FORMER_BANDS)
    again = await Database.open(url)
    async with again.reading() as connection:
        assert (await connection.execute(select(bands))).all() == kept
    await again.close()
