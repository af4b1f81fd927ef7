"""A few texts indexed apart from all others, in memory: which of them have words, and where.

To find one id among the matches of a common word takes FTS5 up to 40 ms, as it goes through every
segment of its index; it is quicker to index the few anew.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Span
from bot.store import index, searchable
from bot.store.index import ARTICLE, BEGIN, CUT, END, PASSAGE, STEMMED, Entry
from bot.store.search import SEARCHED, Question, express

PASSAGES_ASIDE, ARTICLES_ASIDE, TEXTS_ASIDE = "passages_aside", "articles_aside", "texts_aside"
"""Tables of one connection and one transaction: passages, and articles with their texts."""

TITLE, TEXT = 0, 2
"""Columns of an article."""

MADE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{PASSAGES_ASIDE} USING "
    f"fts5(words, title, counts, content = '', {STEMMED})",
    f"CREATE TEMP TABLE IF NOT EXISTS {TEXTS_ASIDE} "
    "(id INTEGER PRIMARY KEY, title TEXT, standfirst TEXT, text TEXT)",
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{ARTICLES_ASIDE} USING "
    f"fts5(title, standfirst, text, content = '{TEXTS_ASIDE}', content_rowid = 'id', {STEMMED})",
)


async def find_among(
    connection: AsyncConnection, question: Question, ids: Sequence[int]
) -> Sequence[int]:
    """Those of a few passages that have the words, however many others have them."""
    await _make(connection)
    await index.put(connection, PASSAGES_ASIDE, await searchable.find_passages(connection, ids))
    matches = f"SELECT rowid FROM {PASSAGES_ASIDE} WHERE {PASSAGES_ASIDE} MATCH :asked"
    asked = express(SEARCHED[PASSAGE], question.terms)
    found = (await connection.scalars(text(matches).bindparams(asked=asked))).all()
    await _clear(connection, PASSAGES_ASIDE)
    return found


@dataclass(frozen=True, slots=True)
class Hits:
    """The places of the matched words in the title and in the text of an article."""

    title: tuple[Span, ...] = ()
    text: tuple[Span, ...] = ()


async def find_hits(
    connection: AsyncConnection, question: Question, entries: Sequence[Entry]
) -> dict[int, Hits]:
    """Where the words stand in those of a few articles that have them all."""
    await _make(connection)
    for table in (TEXTS_ASIDE, ARTICLES_ASIDE):
        await index.put(connection, table, entries)
    marked = ", ".join(f"highlight({ARTICLES_ASIDE}, {n}, :begin, :end)" for n in (TITLE, TEXT))
    matches = f"SELECT rowid, {marked} FROM {ARTICLES_ASIDE} WHERE {ARTICLES_ASIDE} MATCH :asked"
    asked = express(SEARCHED[ARTICLE], question.terms)
    found = await connection.execute(text(matches).bindparams(begin=BEGIN, end=END, asked=asked))
    hits = {id: Hits(read_marks(title), read_marks(whole)) for id, title, whole in found}
    await _clear(connection, ARTICLES_ASIDE)
    await connection.exec_driver_sql(f"DELETE FROM {TEXTS_ASIDE}")
    return hits


async def _make(connection: AsyncConnection) -> None:
    """Make the tables that are missing."""
    for statement in MADE:
        await connection.exec_driver_sql(statement)


async def _clear(connection: AsyncConnection, table: str) -> None:
    """Forget what was put aside."""
    await connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")


def read_marks(marked: str) -> tuple[Span, ...]:
    """The marked places, in the text without its marks.

    >>> read_marks("a \\x02tide\\x03 in \\x02東\\x04京\\x03")
    (Span(start=2, end=6), Span(start=10, end=12))
    """
    spans: list[Span] = []
    place = start = 0
    for piece in re.split(f"([{BEGIN}{END}{CUT}])", marked):
        if piece == BEGIN:
            start = place
        elif piece == END:
            spans.append(Span(start, place))
        elif piece != CUT:
            place += len(piece)
    return tuple(spans)
