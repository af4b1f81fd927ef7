"""What can be searched of articles: told by the tables alone, so that it can be taken out again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import index
from bot.store.index import Entry
from bot.store.rows import among
from bot.store.schema import (
    PASSAGES,
    analyses,
    articles,
    feed_articles,
    figures,
    passages,
    quotes,
)

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Searchable:
    """What stands in the index of some articles, an entry a row: themselves, their titles, and
    their passages with their words and by who speaks in them."""

    articles: Sequence[Entry]
    titles: Sequence[Entry]
    passages: Sequence[Entry]
    voices: Sequence[Entry]

    @property
    def tables(self) -> tuple[tuple[str, Sequence[Entry]], ...]:
        """Each table of the index, and what stands in it."""
        return (
            (index.ARTICLE, self.articles),
            (index.TITLE, self.titles),
            (index.PASSAGE, self.passages),
            (index.VOICE, self.voices),
        )


NOTHING = Searchable((), (), (), ())


async def put(connection: AsyncConnection, ids: Collection[int]) -> None:
    """Make articles that were analysed, and their passages, searchable in the feeds they stand in.

    To be called last in a transaction: FTS5 gathers words in memory, and writes down what it has
    before any statement that may be taken back by itself.
    """
    for table, entries in (await find(connection, ids)).tables:
        await index.put(connection, table, entries)


async def take_out(connection: AsyncConnection, ids: Collection[int]) -> None:
    """Take articles out of the index, before anything changes by which they stand in it."""
    for table, entries in (await find(connection, ids)).tables:
        await index.take_out(connection, table, entries)


async def find(connection: AsyncConnection, ids: Collection[int]) -> Searchable:
    """What is to be searched of those articles that were analysed; of others there is nothing."""
    analysed = analyses.c.article_id == articles.c.id
    columns = articles.c.id, articles.c.title, articles.c.standfirst, articles.c.text
    found = await connection.execute(
        select(*columns).join_from(articles, analyses, analysed).where(among(articles.c.id, ids))
    )
    rows = found.all()
    if not rows:
        return NOTHING
    theirs = [row.id for row in rows]
    named = await _name_feeds(connection, theirs)
    voices = await _name_voices(connection, theirs)
    return Searchable(
        articles=[
            Entry(row.id, _titled(row, named) | {"standfirst": row.standfirst, "text": row.text})
            for row in rows
        ],
        titles=[Entry(row.id, _titled(row, named)) for row in rows],
        passages=[
            Entry(one.id, dict(one.columns) | {"feeds": named[one.id >> PASSAGES]})
            for one in await _find_passages(connection, rows)
        ],
        voices=[
            Entry(id, {"speakers": speakers, "feeds": named[id >> PASSAGES]})
            for id, speakers in voices.items()
        ],
    )


async def find_passages(connection: AsyncConnection, ids: Sequence[int]) -> list[Entry]:
    """The words of some passages, and what is counted in them."""
    holders = {id >> PASSAGES for id in ids}
    columns = articles.c.id, articles.c.title, articles.c.text
    rows = await connection.execute(select(*columns).where(among(articles.c.id, holders)))
    return await _find_passages(connection, rows.all(), frozenset(ids))


async def _find_passages(
    connection: AsyncConnection,
    rows: Sequence[Row[*tuple[object, ...]]],
    only: frozenset[int] | None = None,
) -> list[Entry]:
    """The passages of articles; where some are named, of them those only."""
    whole = {row.id: row for row in rows}
    places = await connection.execute(
        select(passages.c.id, passages.c.start, passages.c.end).where(
            among(passages.c.article_id, whole)
        )
    )
    counted = await connection.execute(
        select(figures.c.passage_id, figures.c.counts)
        .where(among(figures.c.article_id, whole), figures.c.counts.is_not(None))
        .order_by(figures.c.id)
    )
    counts = _gather(counted)
    return [
        Entry(
            id,
            {
                "words": whole[id >> PASSAGES].text[start:end],
                "title": whole[id >> PASSAGES].title,
                "counts": " ".join(counts.get(id, ())),
            },
        )
        for id, start, end in places
        if only is None or id in only
    ]


async def _name_feeds(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, str]:
    """The feeds that each article stands in, as words of the index."""
    columns = feed_articles.c.article_id, feed_articles.c.feed_id
    found = select(*columns).where(among(feed_articles.c.article_id, ids))
    stands_in = _gather(await connection.execute(found))
    return {id: index.name_feeds(stands_in.get(id, ())) for id in ids}


async def _name_voices(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, str]:
    """The speakers of each passage in which any is known, as words of the index."""
    found = select(quotes.c.passage_id, quotes.c.speaker_id).where(
        among(quotes.c.article_id, ids), quotes.c.speaker_id.is_not(None)
    )
    heard = _gather(await connection.execute(found))
    return {id: index.name_speakers(tuple(dict.fromkeys(some))) for id, some in heard.items()}


def _titled(row: Row[*tuple[object, ...]], named: dict[int, str]) -> dict[str, str | None]:
    return {"title": row.title, "feeds": named[row.id]}


def _gather(pairs: Iterable[Row[int, _Thing]]) -> dict[int, list[_Thing]]:
    """What stands beside each id."""
    gathered: defaultdict[int, list[_Thing]] = defaultdict(list)
    for id, thing in pairs:
        gathered[id].append(thing)
    return dict(gathered)
