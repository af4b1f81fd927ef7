"""Analyses: what was found in articles, written down so that questions find it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Span
from bot.store import index, rows
from bot.store.findings import (
    Passages,
    Read,
    analysis_row,
    figure_rows,
    passage_rows,
    passages_in,
    quote_rows,
    voices_in,
)
from bot.store.schema import analyses, feed_articles, figures, passages, quotes
from bot.store.speakers import keep_voices


async def forget(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Take away all that was found in articles."""
    await index.forget(connection, ids)
    for table in (quotes, figures, passages, analyses):
        await connection.execute(delete(table).where(rows.among(table.c.article_id, ids)))


async def keep(
    connection: AsyncConnection, batch: Sequence[Read], now: datetime
) -> tuple[Passages, ...]:
    """Write down what was found in articles of which nothing is written down; gives its places."""
    places = tuple(passages_in(read) for read in batch)
    voices = [voices_in(read) for read in batch]
    ids = await keep_voices(connection, {voice for some in voices for voice in some if voice})
    found = tuple(zip(batch, places, voices, strict=True))
    for table, lines in (
        (analyses, [analysis_row(read, now) for read in batch]),
        (passages, [row for read, where, _ in found for row in passage_rows(read, where)]),
        (quotes, [row for read, where, who in found for row in quote_rows(read, where, who, ids)]),
        (figures, [row for read, where, _ in found for row in figure_rows(read, where)]),
    ):
        await rows.write(connection, table, lines)
    return places


async def make_searchable(
    connection: AsyncConnection, batch: Sequence[Read], places: Sequence[Passages]
) -> None:
    """Make articles and their passages searchable in the feeds that they stand in.

    To be called last in a transaction: FTS5 gathers words in memory, and writes down what it has
    before any statement that may be taken back by itself.
    """
    stands_in = await _find_feeds(connection, [read.id for read in batch])
    titles: list[index.Entry] = []
    wholes: list[index.Entry] = []
    passages: list[index.Entry] = []
    for read, where in zip(batch, places, strict=True):
        article = read.article
        named = index.name_feeds(stands_in.get(read.id, ()))
        title: dict[str, str | None] = {"title": article.title, "feeds": named}
        titles.append(index.Entry(read.id, title))
        whole = title | {"standfirst": article.standfirst, "text": article.text}
        wholes.append(index.Entry(read.id, whole))
        counts = _counted_in(read, where)
        passages += [
            index.Entry(id, title | {"words": place.of(article.text), "counts": counts.get(place)})
            for place, id in where.ids.items()
        ]
    await index.put(connection, index.ARTICLE, wholes)
    await index.put(connection, index.TITLE, titles)
    await index.put(connection, index.PASSAGE, passages)


async def _find_feeds(
    connection: AsyncConnection, ids: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """The feeds that each article stands in."""
    stands_in: dict[int, tuple[int, ...]] = {}
    found = await connection.execute(
        select(feed_articles.c.article_id, feed_articles.c.feed_id).where(
            rows.among(feed_articles.c.article_id, ids)
        )
    )
    for article_id, feed_id in found.all():
        stands_in[article_id] = (*stands_in.get(article_id, ()), feed_id)
    return stands_in


def _counted_in(read: Read, passages: Passages) -> dict[Span, str]:
    """What the figures in each passage count."""
    counts: dict[Span, str] = {}
    for figure in read.analysis.figures:
        place = passages.of[figure.span]
        counts[place] = f"{counts.get(place, '')} {figure.counts or ''}".strip()
    return counts
