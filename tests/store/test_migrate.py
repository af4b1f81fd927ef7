"""A migration happens wholly or not at all, and never without a copy."""

import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.likeness import make_sketch
from bot.queries import HeadlineQuery, QuoteQuery, SearchQuery, SummaryQuery
from bot.store import migrate
from bot.store.archive import Archive
from bot.store.database import Database
from bot.store.index import ARTICLE, PASSAGE, TITLE, VOICE
from bot.store.retention import Retention
from bot.store.schema import articles, speakers
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

WITH_TEXTS = """
    INSERT INTO articles (id, identity, digest, revision, stored, effective, rules, title_key,
        title, text, kind) VALUES
        (1, 'tide', '', 1, 0, 0, 1, 'tide', 'Tide', '“It rose,” Roe said.', 'article'),
        (2, 'gull', '', 1, 9, 9, 1, 'gull', 'Gull', 'It slept.', 'article');
    INSERT INTO analyses VALUES (1, 1, 0, 'en', NULL, NULL, 1, 0, '[[0, 20, 0]]', '{}'),
        (2, 1, 0, 'en', NULL, NULL, 0, 0, '[[0, 9, 0]]', '{}');
    INSERT INTO feeds (id, url, library) VALUES (7, 'https://harbour.example/feed', 1);
    INSERT INTO feed_articles (feed_id, effective, article_id) VALUES (7, 0, 1), (7, 9, 2);
    INSERT INTO passages VALUES (1048576, 1, 0, 20);
    INSERT INTO speakers VALUES (3, 'Roe', '', 'roe');
    INSERT INTO quotes (id, article_id, passage_id, effective, start, "end", kind, speaker,
        speaker_id, same) VALUES (1, 1, 1048576, 0, 1, 9, 'direct', 'Roe', 3, 'x');
    INSERT INTO article_words (rowid, title, standfirst, text, feeds) VALUES
        (1, 'Tide', '', '“It rose,” Roe said.', 'f7'), (2, 'Gull', '', 'It slept.', 'f7');
    INSERT INTO title_words (rowid, title, feeds) VALUES (1, 'Tide', 'f7'), (2, 'Gull', 'f7');
    INSERT INTO passage_words (rowid, words, title, counts, feeds)
        VALUES (1048576, '“It rose,” Roe said.', 'Tide', '', 'f7');
    INSERT INTO speaker_words (rowid, name, role) VALUES (3, 'roe', '');
"""
"""An old article with a quote, and a newer one, when the index had the texts of its own."""


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


async def test_words_and_voices_are_found_and_go_still_when_the_index_has_no_texts(
    url: str, migrations: Path
) -> None:
    await make_former(url, migrations, "0013", WITH_TEXTS)
    database = await Database.open(url)
    archive = Archive(database)
    assert (await archive.search(SearchQuery("rose"))).total == 1
    for speaker, topic in (("Roe", None), (None, "rose"), ("Roe", "tide")):
        assert (await archive.quotes(QuoteQuery(speaker=speaker, topic=topic))).total == 1
    assert (await archive.summary(SummaryQuery("TIDE"))).article.id == 1
    assert not {"article_words_content", "passage_words_content"} & tables(path_of(url))
    assert await Retention(database).remove(EPOCH + MICROSECOND, 10) == 1
    assert (await archive.search(SearchQuery("rose"))).total == 0
    assert (await archive.search(SearchQuery("slept"))).total == 1
    async with database.writing() as connection:
        assert not (await connection.execute(select(speakers))).all()
        for table in (ARTICLE, TITLE, PASSAGE, VOICE):
            check = f"INSERT INTO {table} ({table}) VALUES ('integrity-check')"
            await connection.exec_driver_sql(check)
        broken = await connection.exec_driver_sql("PRAGMA integrity_check")
        assert broken.scalars().all() == ["ok"]
    await database.close()


async def test_a_table_that_somebody_else_made_is_not_changed(url: str, migrations: Path) -> None:
    other = "DROP TABLE title_words; CREATE VIRTUAL TABLE title_words USING fts5(title, feeds);"
    await make_former(url, migrations, "0013", other)
    with pytest.raises(RuntimeError, match="title_words was made by another statement"):
        await Database.open(url)
    assert "article_words_content" in tables(path_of(url))
