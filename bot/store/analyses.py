"""Analyses: what was found in articles, written down so that questions find it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import rows, searchable
from bot.store.findings import (
    Read,
    analysis_row,
    figure_rows,
    passage_rows,
    passages_in,
    quote_rows,
    voices_in,
)
from bot.store.schema import analyses, figures, passages, quotes
from bot.store.speakers import keep_voices


async def forget(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Take away all that was found in articles."""
    await searchable.take_out(connection, ids)
    for table in (quotes, figures, passages, analyses):
        await connection.execute(delete(table).where(rows.among(table.c.article_id, ids)))


async def keep(connection: AsyncConnection, batch: Sequence[Read], now: datetime) -> None:
    """Write down what was found in articles of which nothing is written down."""
    places = [passages_in(read) for read in batch]
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
