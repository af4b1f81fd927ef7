"""Symptoms: what strikes about a feed, each kept since it was first met without a break."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Integer, String, Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.doctor import Symptom
from bot.store.schema import metadata
from bot.store.types import UtcTime, Words

symptoms = Table(
    "symptoms",
    metadata,
    Column("feed_id", Integer, ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
    Column("sign", String, primary_key=True),
    Column("detail", Words),  # of the last reading
    Column("since", UtcTime, nullable=False),
    sqlite_with_rowid=False,
)


async def note(
    connection: AsyncConnection,
    feed: int,
    found: Iterable[Symptom],
    now: datetime,
    *,
    among: frozenset[str] | None = None,
) -> None:
    """Put what a reading showed in the place of what was kept; what goes on keeps its beginning.

    ``among``: the only signs that this reading could show; what is kept of others stays.
    """
    shown = {symptom.sign.value: symptom.detail for symptom in found}
    of_feed = symptoms.c.feed_id == feed
    kept = await connection.execute(select(symptoms.c.sign, symptoms.c.detail).where(of_feed))
    known = {row.sign: row.detail for row in kept if among is None or row.sign in among}
    if gone := known.keys() - shown.keys():
        await connection.execute(delete(symptoms).where(of_feed, symptoms.c.sign.in_(gone)))
    new = [
        {"feed_id": feed, "sign": sign, "detail": detail, "since": now}
        for sign, detail in shown.items()
        if sign not in known
    ]
    if new:
        await connection.execute(insert(symptoms), new)
    for sign in shown.keys() & known.keys():
        if shown[sign] != known[sign]:
            of_sign = of_feed & (symptoms.c.sign == sign)
            await connection.execute(update(symptoms).where(of_sign).values(detail=shown[sign]))
