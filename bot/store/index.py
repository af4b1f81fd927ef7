"""The index of words: what is written into it and taken out, and in which form. FTS5.

The texts themselves stand in the tables alone, so that none is written twice: a row is taken out by
the words that were put in.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, bindparam, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.types import clean

ARTICLE, TITLE, PASSAGE, SPEAKER = "article_words", "title_words", "passage_words", "speaker_words"

VOICE = "passage_voices"
"""Who speaks in a passage, by the id of each speaker as a word; it has no words of the text. In an
index of a table, the quotes of an article would stand in as many places as it has speakers."""

STEMMED = "tokenize = 'porter unicode61 remove_diacritics 2'"
"""How words of articles and passages become one."""

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
    await _write(connection, table, rows, ())


async def take_out(connection: AsyncConnection, table: str, rows: Sequence[Entry]) -> None:
    """Take entries out of a table that keeps no texts; each as it was put in."""
    await _write(connection, table, rows, (table,))


async def _write(
    connection: AsyncConnection, table: str, rows: Sequence[Entry], command: Sequence[str]
) -> None:
    """Write entries; ``command`` names the column in which FTS5 takes that they are to go."""
    if not rows:
        return
    names = list(rows[0].columns)
    told = ["delete"] * len(command)
    columns = (*command, "rowid", *names)
    await connection.exec_driver_sql(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        [(*told, row.id, *[to_indexed(row.columns[name]) for name in names]) for row in rows],
    )


async def forget_speakers(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Take speakers out of the index."""
    inside: BindParameter[int] = bindparam("ids", value=list(ids), expanding=True)
    await connection.execute(text(f"DELETE FROM {SPEAKER} WHERE rowid IN :ids").bindparams(inside))


def name_feeds(feeds: Sequence[int]) -> str:
    """Feeds as words of the index.

    >>> name_feeds((1, 7))
    'f1 f7'
    """
    return " ".join(f"f{feed}" for feed in feeds)


def name_speakers(speakers: Sequence[int]) -> str:
    """Speakers as words of the index.

    >>> name_speakers((3,))
    's3'
    """
    return " ".join(f"s{speaker}" for speaker in speakers)
