"""Signatures: by what articles of these days are found that may be copies, on disk and in memory.

The table is only written on; what it holds is read into memory half a week at a time, as articles
of then are asked for. Whatever another process has written since is read first.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Index,
    Integer,
    LargeBinary,
    Table,
    delete,
    func,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.likeness import make_sketch
from bot.store import rows
from bot.store.findings import Read
from bot.store.neighbours import Pair, Run, Signature, merge
from bot.store.schema import metadata
from bot.store.types import EPOCH, MICROSECOND, UtcTime

ONE_STORY = timedelta(days=7)
"""How far apart copies are published; what is printed again later is told again."""

PERIOD = ONE_STORY / 2
"""Articles of so long stand together in memory."""

REACH = ONE_STORY // PERIOD
"""How many periods away a copy may be."""

MOST_IN_MEMORY = 100_000
"""Articles whose signatures are in memory, half a kilobyte each; where more are near each other, of
the latest kept."""

READ_AT_ONCE = 1_000
"""Signatures that are read at once, for a few milliseconds of the event loop."""

FORGOTTEN_AT_ONCE = 1_000
"""Signatures that are forgotten with each batch: more than a batch has."""

signatures = Table(
    "signatures",
    metadata,
    # What stands here of an article that has changed or gone since does no harm: its likeness has
    # the last word. Hence no reference, which would be looked up for each article that goes.
    Column("id", Integer, primary_key=True),  # of those known, any higher one was written later
    Column("article_id", Integer, nullable=False),
    Column("kept", UtcTime, nullable=False),
    Column("time", UtcTime, nullable=False),  # the article's
    Column("period", Integer, nullable=False),  # of that time
    Column("bands", LargeBinary, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Index("signatures_by_kept", "kept"),
    Index("signatures_by_period", "period"),
    sqlite_autoincrement=True,
)


@dataclass(slots=True)
class Memory:
    """What is in memory of a connection, by periods."""

    seen: int | None = None  # the highest id that was read
    periods: dict[int, list[Run]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many articles are in it."""
        return sum(len(run) for runs in self.periods.values() for run in runs)

    def make_room(self, needed: Sequence[int]) -> None:
        """Forget what is not needed now, and then the oldest of what is."""
        for period in [one for one in self.periods if one not in needed]:
            if self.size > MOST_IN_MEMORY:
                del self.periods[period]
        for period in needed:
            while self.size > MOST_IN_MEMORY and len(self.periods.get(period, ())) > 1:
                del self.periods[period][0]


def period_of(time: datetime) -> int:
    """The period of an article's time.

    >>> from datetime import UTC
    >>> [period_of(datetime(1970, 1, day, hour, tzinfo=UTC)) for day, hour in ((4, 11), (4, 12))]
    [0, 1]
    """
    return (time - EPOCH) // PERIOD


async def keep(
    connection: AsyncConnection, likely: Mapping[int, Read], now: datetime
) -> tuple[Pair, ...]:
    """Write down signatures of articles; gives those that may be copies of another, with it.

    Of two in the batch, the later one is the copy.
    """
    signed = await asyncio.to_thread(_sign, likely)
    memory = await _remember(connection, {period_of(read.effective) for read in likely.values()})
    pairs = await asyncio.to_thread(_find_pairs, memory, signed)
    await rows.write(
        connection,
        signatures,
        [
            {
                "article_id": one.article_id,
                "kept": now,
                "time": likely[one.article_id].effective,
                "period": period_of(likely[one.article_id].effective),
                "bands": one.bands,
                "sketch": one.sketch,
            }
            for one in signed
        ],
    )
    return pairs


async def forget_old(connection: AsyncConnection, before: datetime) -> None:
    """Forget signatures that were kept before a time."""
    old = select(signatures.c.id).where(signatures.c.kept < before).limit(FORGOTTEN_AT_ONCE)
    await connection.execute(delete(signatures).where(signatures.c.id.in_(old)))


def _sign(likely: Mapping[int, Read]) -> list[Signature]:
    """The signatures of articles, in their order."""
    return [
        Signature(
            id,
            (read.effective - EPOCH) // MICROSECOND,
            np.array(likeness.bands, np.uint64).astype("<u4").tobytes(),
            make_sketch(likeness.shingles),
        )
        for id, read in sorted(likely.items())
        if (likeness := read.analysis.likeness)
    ]


def _find_pairs(memory: Memory, signed: Sequence[Signature]) -> tuple[Pair, ...]:
    """The pairs in the periods of these articles and those beside them, and among themselves."""
    batch, apart = Run.of(signed), ONE_STORY // MICROSECOND
    there = [
        pair for runs in memory.periods.values() for run in runs for pair in run.find(batch, apart)
    ]
    own = frozenset(batch.ids.tolist())
    among = [pair for pair in batch.find(batch, apart) if pair.id < pair.of]
    return (*(pair for pair in there if pair.id not in own), *among)


async def _remember(connection: AsyncConnection, periods: Iterable[int]) -> Memory:
    """Read into memory what is not there of some periods and those beside them."""
    memory: Memory = connection.info.setdefault("signatures", Memory())
    needed = sorted({one + step for one in periods for step in range(-REACH, REACH + 1)})
    await _catch_up(connection, memory)
    missing = [period for period in needed if period not in memory.periods]
    memory.periods |= await _read(connection, missing)
    memory.make_room(needed)
    return memory


async def _catch_up(connection: AsyncConnection, memory: Memory) -> None:
    """Read what was written since."""
    if memory.seen is None:
        memory.seen = await connection.scalar(select(func.max(signatures.c.id))) or 0
    later = signatures.c.id > memory.seen
    while ids := await _select_ids(connection, later, signatures.c.id, READ_AT_ONCE):
        for period, run in await _read_runs(connection, ids):
            if period in memory.periods:  # others are read when they are needed
                runs = [*memory.periods[period], run]
                memory.periods[period] = await asyncio.to_thread(merge, runs)
        memory.seen = ids[-1]
        later = signatures.c.id > memory.seen


async def _read(connection: AsyncConnection, periods: Sequence[int]) -> dict[int, list[Run]]:
    """The runs of periods; where they have too many articles, of the latest kept."""
    within = rows.among(signatures.c.period, periods)
    latest = await _select_ids(connection, within, signatures.c.id.desc(), MOST_IN_MEMORY)
    ids = latest[::-1]
    by_period: defaultdict[int, list[Run]] = defaultdict(list)
    for start in range(0, len(ids), READ_AT_ONCE):
        for period, run in await _read_runs(connection, ids[start : start + READ_AT_ONCE]):
            by_period[period].append(run)
    return {period: await asyncio.to_thread(merge, runs) for period, runs in by_period.items()}


async def _select_ids(
    connection: AsyncConnection, which: ColumnElement[bool], order: ColumnElement[int], most: int
) -> list[int]:
    """The first ids in this order; in one value, as so many rows would hold up the event loop."""
    ids = select(signatures.c.id).where(which).order_by(order).limit(most).subquery()
    listed = await connection.scalar(select(func.json_group_array(ids.c.id)))
    found: list[int] = json.loads(listed or "[]")
    return found


async def _read_runs(connection: AsyncConnection, ids: Sequence[int]) -> list[tuple[int, Run]]:
    """The signatures of these ids, in their order: a run for each period."""
    found = await connection.execute(
        select(
            signatures.c.period,
            signatures.c.article_id,
            type_coerce(signatures.c.time, BigInteger),
            signatures.c.bands,
            signatures.c.sketch,
        )
        .where(rows.among(signatures.c.id, ids))
        .order_by(signatures.c.id)
    )
    by_period: defaultdict[int, list[Signature]] = defaultdict(list)
    for period, *signature in found.all():
        by_period[period].append(Signature(*signature))
    return [(period, await asyncio.to_thread(Run.of, some)) for period, some in by_period.items()]
