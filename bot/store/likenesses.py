"""Likenesses: by what copies of articles are known, kept for as long as copies may come."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    MetaData,
    Row,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.schema import CreateTable

from bot.likeness import SAMPLE, Likeness, is_copy, may_be_copy
from bot.store import rows
from bot.store.findings import Read
from bot.store.identity import fold_case
from bot.store.schema import articles, metadata
from bot.store.schema.base import to
from bot.store.scope import time_of
from bot.store.types import EPOCH, MICROSECOND, Shingles, UtcTime

ONE_STORY = timedelta(days=7)
"""How far apart copies are published; what is printed again later is told again."""

WEEK = ONE_STORY // MICROSECOND
"""The same, as times are kept."""

KEPT_FOR = timedelta(days=30)
"""How long it is kept by what copies of an article are known. Its family stays."""

FORGOTTEN_AT_ONCE = 1_000
"""Articles of which that is forgotten with each batch: more than a batch has."""

BANDS_AT_ONCE = 100_000
"""Bands that are taken out with each batch, for the same reason."""

HIGHEST_BAND = 2**63 - 1

COMMON = 200
"""Articles of a week with a band, beyond which it says nothing of the next one."""

LOOKED_AT = 32
"""Articles that are compared, those with the most bands in common."""


likenesses = Table(
    "likenesses",
    metadata,
    Column("article_id", to("articles.id"), primary_key=True),
    Column("kept", UtcTime, nullable=False),
    Column("shingles", Shingles, nullable=False),
    Column("week", Integer, nullable=False),  # of the article's time; came later
    Column("slots", Shingles),  # came later still; None: not known
    Index("likenesses_by_kept", "kept"),
    Index("likenesses_by_week", "week"),
)

bands = Table(
    "bands",
    metadata,
    # Bands are numbers at random, each written into another place of the table. Week by week those
    # places are near each other, and all of them go together. What stands here of an article that
    # has changed or gone until then does no harm: its likeness has the last word.
    Column("week", Integer, primary_key=True),
    Column("band", BigInteger, primary_key=True),
    Column("article_id", Integer, primary_key=True),
    sqlite_with_rowid=False,
)


asked = Table(
    "asked",
    MetaData(),
    Column("week", Integer),
    Column("band", BigInteger),
    Column("article_id", Integer),
    prefixes=["TEMPORARY"],
)
"""The bands of a batch, which are looked up several times; it is the connection's own.

An outer join makes SQLite go through these, and look up each, instead of through all bands.
"""


async def find_known(connection: AsyncConnection, ids: Sequence[int]) -> tuple[int, ...]:
    """Those of some articles of which it is known by what copies of them are known."""
    known = select(likenesses.c.article_id).where(likenesses.c.article_id.in_(ids))
    return tuple(await connection.scalars(known))


async def forget(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Forget by what copies of articles are known."""
    await connection.execute(delete(likenesses).where(likenesses.c.article_id.in_(ids)))


async def forget_old(connection: AsyncConnection, now: datetime) -> None:
    """Forget by what copies of articles were known that were read long ago."""
    old = select(likenesses.c.article_id).where(likenesses.c.kept < now - KEPT_FOR)
    if ids := tuple(await connection.scalars(old.limit(FORGOTTEN_AT_ONCE))):
        await forget(connection, ids)
    week = await connection.scalar(_find_past_week())
    if week is not None:
        its_bands = bands.c.week == week
        beyond = select(bands.c.band).where(its_bands).order_by(bands.c.band)
        last = beyond.limit(1).offset(BANDS_AT_ONCE).scalar_subquery()
        some = bands.c.band < func.coalesce(last, HIGHEST_BAND)
        await connection.execute(delete(bands).where(its_bands, some))


def _find_past_week() -> Select[int]:
    """A week of which bands are left, but no likeness: one week is looked up after the other."""
    weeks = select(func.min(bands.c.week).label("week")).cte(recursive=True)
    later = select(func.min(bands.c.week)).where(bands.c.week > weeks.c.week)
    weeks = weeks.union_all(
        select(later.scalar_subquery().label("week")).where(weeks.c.week.is_not(None))
    )
    known = select(likenesses.c.week).where(likenesses.c.week == weeks.c.week)
    return select(weeks.c.week).where(weeks.c.week.is_not(None), ~known.exists()).limit(1)


async def keep(
    connection: AsyncConnection, likely: Mapping[int, Read], now: datetime
) -> dict[int, list[int]]:
    """Write down by what copies of articles are known; gives those of which each is a copy."""
    await _write(connection, likely, now)
    await _ask(connection, likely)
    met = and_(bands.c.week == asked.c.week, bands.c.band == asked.c.band)
    known = select(func.count()).select_from(bands).where(met).correlate(asked).scalar_subquery()
    telling = select(asked.c.week, asked.c.band, asked.c.article_id).where(known < COMMON)
    await connection.execute(
        insert(bands)
        .prefix_with("OR IGNORE")  # one that changed and changed back
        .from_select(["week", "band", "article_id"], telling)
    )
    return await _find_copied(connection, likely)


async def _ask(connection: AsyncConnection, likely: Mapping[int, Read]) -> None:
    """Lay out the bands of articles."""
    await connection.execute(CreateTable(asked, if_not_exists=True))
    await connection.execute(delete(asked))
    placed = ((id, week_of(likely[id].effective), one) for id, one in _likenesses(likely))
    laid_out = sorted((week, band, id) for id, week, one in placed for band in one.bands)
    statement = "INSERT INTO asked (week, band, article_id) VALUES (?, ?, ?)"
    await connection.exec_driver_sql(statement, laid_out)


async def _write(connection: AsyncConnection, likely: Mapping[int, Read], now: datetime) -> None:
    await rows.write(
        connection,
        likenesses,
        [
            {
                "article_id": id,
                "kept": now,
                "shingles": likeness.shingles,
                "slots": likeness.slots,
                "week": week_of(likely[id].effective),
            }
            for id, likeness in _likenesses(likely)
        ],
    )


async def _find_copied(
    connection: AsyncConnection, likely: Mapping[int, Read]
) -> dict[int, list[int]]:
    """The articles of these days of which each is a copy.

    Most that share a band are none, which some of their shingles tell.
    """
    samples = {id: frozenset(one.shingles[:SAMPLE]) for id, one in _likenesses(likely)}
    met = (await connection.execute(_find_near(likely))).all()
    near = [(of, id) for of, id, sample in met if may_be_copy(samples[of], sample)]
    if not near:
        return {}
    columns = likenesses.c.shingles, likenesses.c.slots, articles.c.outlet_key, articles.c.title_key
    found = await connection.execute(
        select(articles.c.id, *columns)
        .join_from(likenesses, articles, articles.c.id == likenesses.c.article_id)
        .where(articles.c.id.in_({id for _, id in near}))
    )
    others = {row.id: row for row in found}
    copied: dict[int, list[int]] = {}
    for of, id in near:
        if _is_copy(likely[of], others[id]):
            copied.setdefault(of, []).append(id)
    return copied


def _find_near(likely: Mapping[int, Read]) -> Select[int, int, tuple[int, ...]]:
    """Articles of these days that have a band in common with each, most bands first, and a sample
    of their shingles.

    Of two in the batch, the later one is the copy.
    """
    weeks = [asked.c.week - 1, asked.c.week, asked.c.week + 1]
    another = bands.c.article_id != asked.c.article_id
    met = (
        select(
            asked.c.article_id.label("of"),
            bands.c.article_id.label("id"),
            func.count().label("shared"),
        )
        .outerjoin_from(
            asked, bands, and_(bands.c.week.in_(weeks), bands.c.band == asked.c.band, another)
        )
        .group_by(asked.c.article_id, bands.c.article_id)
        .subquery()
    )
    apart = type_coerce(time_of(met.c.id), BigInteger) - type_coerce(time_of(met.c.of), BigInteger)
    place = func.row_number().over(partition_by=met.c.of, order_by=(met.c.shared.desc(), met.c.id))
    closest = (
        select(met.c.of, met.c.id, place.label("place"))
        .where(or_(met.c.id < met.c.of, met.c.id.not_in(list(likely))), func.abs(apart) <= WEEK)
        .subquery()
    )
    sample = type_coerce(func.substr(likenesses.c.shingles, 1, 4 * SAMPLE), Shingles)
    return (
        select(closest.c.of, closest.c.id, sample)
        .join_from(closest, likenesses, likenesses.c.article_id == closest.c.id)
        .where(closest.c.place <= LOOKED_AT)
    )


def _is_copy(read: Read, other: Row[*tuple[Any, ...]]) -> bool:
    """Whether an article is a copy of another one.

    An outlet that fills in one form every day gives each its own headline.
    """
    article, likeness = read.article, read.analysis.likeness
    at_home = bool(article.outlet) and fold_case(article.outlet or "") == other.outlet_key
    if likeness is None or (at_home and fold_case(article.title) != other.title_key):
        return False
    known = Likeness((), other.shingles, other.slots or ())
    return is_copy(likeness, known, same_outlet=at_home)


def _likenesses(likely: Mapping[int, Read]) -> Iterator[tuple[int, Likeness]]:
    return ((id, one) for id, read in likely.items() if (one := read.analysis.likeness))


def week_of(time: datetime) -> int:
    """The week in which an article is looked for; its copies are in it or in those beside it.

    >>> from datetime import UTC
    >>> week_of(datetime(1970, 1, 7, tzinfo=UTC)), week_of(datetime(1970, 1, 8, tzinfo=UTC))
    (0, 1)
    """
    return (time - EPOCH) // ONE_STORY
