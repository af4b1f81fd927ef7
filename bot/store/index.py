"""The index of words: what is written into it, and in which form. FTS5."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Connection, bindparam, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.types import clean

ARTICLE, TITLE, PASSAGE, SPEAKER = "article_words", "title_words", "passage_words", "speaker_words"

ASIDE = "passages_aside"
"""Some passages as PASSAGE has them, of one connection and one transaction, in memory."""

STEMMED = "tokenize = 'porter unicode61 remove_diacritics 2'"
AS_TYPED = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"
TABLES = {
    ARTICLE: f"title, standfirst, text, feeds, {STEMMED}",
    PASSAGE: f"words, title, counts, feeds, {STEMMED}",
    TITLE: f"title, feeds, {AS_TYPED}",
    SPEAKER: f"name, role, {AS_TYPED}",
}
CONTROLS = r"\x00-\x08\x0b-\x1f\x7f"
CONTROL = re.compile(f"[{CONTROLS}]")
CUT, BEGIN, END = "\x04", "\x02", "\x03"
"""Marks put into indexed text; no text has them, as its control characters become spaces."""

IDEOGRAPHS = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002fa1f"
)
UNUSUAL = re.compile(f"[{CONTROLS}{IDEOGRAPHS}]")
CUT_HERE = re.compile(rf"(?<=[{IDEOGRAPHS}])(?=\w)|(?<=\w)(?=[{IDEOGRAPHS}])")
"""Between two characters of a script that writes no spaces: each is a word of its own."""


def create_tables(connection: Connection) -> None:
    """Make the index tables that are missing."""
    for name, columns in TABLES.items():
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5({columns})"
        )


async def put_aside(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Index some passages once more, apart from all others."""
    await connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{ASIDE} USING "
        f"fts5(words, title, counts, content = '', {STEMMED})"
    )
    inside: BindParameter[int] = bindparam("ids", value=list(ids), expanding=True)
    await connection.execute(
        text(
            f"INSERT INTO {ASIDE} (rowid, words, title, counts) "
            f"SELECT rowid, words, title, counts FROM {PASSAGE} WHERE rowid IN :ids"
        ).bindparams(inside)
    )


async def clear_aside(connection: AsyncConnection) -> None:
    """Forget the passages that were put aside."""
    await connection.exec_driver_sql(f"INSERT INTO {ASIDE} ({ASIDE}) VALUES ('delete-all')")


def to_indexed(words: str | None) -> str:
    """A text as it is indexed. Taking the cuts out again gives the places of the text.

    >>> to_indexed("naïve\\0tide"), to_indexed("東京 tower")
    ('naïve tide', '東\\x04京 tower')
    """
    if words is None or (words.isascii() and words.isprintable()):
        return words or ""  # most short texts: nothing in them is to be changed
    cleaned = clean(words)
    if not UNUSUAL.search(cleaned):
        return cleaned
    return CUT_HERE.sub(CUT, CONTROL.sub(" ", cleaned))


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed under an id: a text for each column of the table, as it stands."""

    id: int
    columns: Mapping[str, str | None]


async def put(connection: AsyncConnection, table: str, rows: Sequence[Entry]) -> None:
    """Index entries of a table."""
    if not rows:
        return
    columns = list(rows[0].columns)
    await connection.exec_driver_sql(
        f"INSERT INTO {table} (rowid, {', '.join(columns)}) "
        f"VALUES ({', '.join('?' * (1 + len(columns)))})",
        [(row.id, *[to_indexed(row.columns[name]) for name in columns]) for row in rows],
    )


async def forget(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Take articles and their passages out of the index."""
    inside: BindParameter[int] = bindparam("ids", value=list(ids), expanding=True)
    of_articles = "SELECT id FROM passages WHERE article_id IN :ids"
    for table, chosen in ((ARTICLE, ":ids"), (TITLE, ":ids"), (PASSAGE, f"({of_articles})")):
        statement = text(f"DELETE FROM {table} WHERE rowid IN {chosen}")
        await connection.execute(statement.bindparams(inside))


async def forget_voices(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Take speakers out of the index."""
    inside: BindParameter[int] = bindparam("ids", value=list(ids), expanding=True)
    await connection.execute(text(f"DELETE FROM {SPEAKER} WHERE rowid IN :ids").bindparams(inside))


async def refile(connection: AsyncConnection, article_id: int, feeds: Sequence[int]) -> None:
    """Say in which feeds an indexed article stands now."""
    named = name_feeds(feeds)
    for table in (ARTICLE, TITLE):
        await connection.execute(
            text(f"UPDATE {table} SET feeds = :feeds WHERE rowid = :id").bindparams(
                feeds=named, id=article_id
            )
        )
    await connection.execute(
        text(
            f"UPDATE {PASSAGE} SET feeds = :feeds WHERE rowid IN "
            "(SELECT id FROM passages WHERE article_id = :id)"
        ).bindparams(feeds=named, id=article_id)
    )


def name_feeds(feeds: Sequence[int]) -> str:
    """Feeds as words of the index.

    >>> name_feeds((1, 7))
    'f1 f7'
    """
    return " ".join(f"f{feed}" for feed in feeds)
