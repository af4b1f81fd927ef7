"""Moves: when a feed that is redirected for good gets its new address."""

from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.schema import feeds

MOVED_AFTER = 3
"""Readings in a row that are redirected for good to one address, before we ask there ourselves."""


async def note_move(
    connection: AsyncConnection, row: Row[*tuple[Any, ...]], moved_to: str | None
) -> dict[str, Any]:
    """What changes in a feed's row when a reading was redirected there for good."""
    if moved_to is None or moved_to == row.url:
        return {"moved_to": None, "moves": 0}
    moves = row.moves + 1 if moved_to == row.moved_to else 1
    if moves < MOVED_AFTER:
        return {"moved_to": moved_to, "moves": moves}
    taken = await connection.scalar(select(feeds.c.id).where(feeds.c.url == moved_to))
    if taken is not None:
        return {"moved_to": moved_to, "moves": moves}
    return {"url": moved_to, "moved_to": None, "moves": 0}
