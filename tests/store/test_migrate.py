"""A migration happens wholly or not at all, and never without a copy."""

import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.likeness import make_sketch
from bot.queries import HeadlineQuery
from bot.store import migrate
from bot.store.archive import Archive
from bot.store.database import Database
from bot.store.schema import articles
from bot.store.signatures import ONE_STORY, signatures
from bot.store.types import EPOCH, MICROSECOND
from tests.store.builders import make_article
from tests.store.conftest import Room
from tests.store.test_database import path_of

NEWEST = str(migrate.Migrations(migrate.MIGRATIONS).newest)

REVISIONS = sorted(path.name[1:5] for path in migrate.MIGRATIONS.glob("versions/r*.py"))

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

FILLED = """
    INSERT INTO articles (id, identity, digest, revision, stored, effective, rules, title_key,
        title, text) VALUES (1, 'tide', '', 1, 0, 0, 1, 'tide', 'Tide', '');
"""

READ_BEFORE = """
    INSERT INTO articles (id, identity, digest, revision, stored, effective, rules, title_key,
        title, text, kind) VALUES (1, 'tide', '', 1, 0, 604800000001, 1, 'tide', 'Tide', '', '');
    INSERT INTO likenesses (article_id, kept, shingles) VALUES (1, 0, X'07000000');
    INSERT INTO bands (band, article_id) VALUES (9, 1), (4, 1), (5, 2);
"""
"""An article of the second week of 1970, and a band of one that is gone."""


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


async def make_former(url: str, migrations: Path, revision: str, rows: str) -> None:
    """A database as it was at a revision, with rows of then."""
    for version in (migrations / "versions").glob("r*.py"):
        if version.name[1:5] > revision:
            version.unlink()
    former = await Database.open(url, migrations=migrations)
    await former.close()
    with closing(sqlite3.connect(path_of(url))) as connection:
        connection.executescript(rows)


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


@pytest.mark.parametrize("revision", REVISIONS)
async def test_a_filled_database_of_any_revision_is_brought_up_to_date(
    url: str, migrations: Path, revision: str
) -> None:
    await make_former(url, migrations, revision, FILLED)
    database = await Database.open(url)
    async with database.reading() as reading:
        assert (await reading.scalars(select(articles.c.title))).all() == ["Tide"]
    await database.close()
    copied = list(path_of(url).parent.glob(f"*before-update-from-{revision}.db"))
    assert len(copied) == (revision != NEWEST)


async def test_copies_are_known_still_when_bands_become_signatures(
    url: str, migrations: Path
) -> None:
    await make_former(url, migrations, "0008", READ_BEFORE)
    database = await Database.open(url)
    async with database.reading() as reading:
        (signature,) = (await reading.execute(select(signatures))).all()
    assert (signature.article_id, signature.period) == (1, 2)
    assert signature.time == EPOCH + ONE_STORY + MICROSECOND
    assert signature.bands == struct.pack("<2I", 4, 9)
    assert signature.sketch == make_sketch([7])
    await database.close()
