"""Copies: articles that have the text of another, as one agency gives it to many, in one family."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Delete,
    ForeignKey,
    Index,
    Integer,
    Row,
    Table,
    TableValuedAlias,
    delete,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.likeness import Likeness, is_copy
from bot.store.findings import Read
from bot.store.identity import fold_case
from bot.store.schema import articles, metadata
from bot.store.types import MICROSECOND, Shingles, UtcTime

ONE_STORY = timedelta(days=7)
"""How far apart copies are published; what is printed again later is told again."""

WEEK = ONE_STORY // MICROSECOND
"""The same, as times are kept."""

KEPT_FOR = timedelta(days=30)
"""How long it is kept by what copies of an article are known. Its family stays."""

FORGOTTEN_AT_ONCE = 200
"""Articles of which that is forgotten with each batch: more than a batch has."""

COMMON = 200
"""Articles with a band, beyond which it says nothing of the next one."""

LOOKED_AT = 32
"""Articles that are compared, those with the most bands in common."""


def _article() -> ForeignKey:
    return ForeignKey("articles.id", ondelete="CASCADE")


likenesses = Table(
    "likenesses",
    metadata,
    Column("article_id", _article(), primary_key=True),
    Column("kept", UtcTime, nullable=False),
    Column("shingles", Shingles, nullable=False),
    Index("likenesses_by_kept", "kept"),
)

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True),
    Column("article_id", _article(), primary_key=True),
    Index("bands_by_article", "article_id"),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("article_id", _article(), primary_key=True),
    Column("family", Integer, nullable=False),
    Index("copies_by_family", "family"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be of the same family, and whether it is a copy."""

    id: int
    family: int | None
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """The families, and articles of none yet, that an article puts together with itself."""

    families: frozenset[int]
    articles: frozenset[int]


def choose_kin(candidates: Sequence[Candidate], sizes: Mapping[int, int]) -> Kin:
    """Whom an article joins: its copies, and families of at least half of which it is a copy.

    So the two halves of a text belong together as soon as the whole is there, while a story that is
    written on all day long leaves its first version behind.

    >>> halves = [Candidate(1, None, True), Candidate(2, None, True), Candidate(3, None, False)]
    >>> sorted(choose_kin(halves, {}).articles)
    [1, 2]
    >>> versions = [Candidate(number, 7, number > 3) for number in range(1, 6)]
    >>> choose_kin(versions, {7: 5}).families
    frozenset()
    """
    matched = Counter(one.family for one in candidates if one.is_copy)
    families = {
        family
        for family, count in matched.items()
        if family is not None and 2 * count >= min(sizes[family], LOOKED_AT)
    }
    alone = {one.id for one in candidates if one.is_copy and one.family is None}
    return Kin(frozenset(families), frozenset(alone))


async def leave(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Take articles whose text has changed out of their families."""
    for statement in (*_forget(ids), delete(copies).where(copies.c.article_id.in_(ids))):
        await connection.execute(statement)


async def settle(connection: AsyncConnection, batch: Sequence[Read], now: datetime) -> None:
    """Put articles that were read into families, and keep by what copies of them are known.

    Of one that was read long ago nothing is known any more to compare, so that it stays in its
    family unless another is found.
    """
    ids = [read.id for read in batch]
    known = select(likenesses.c.article_id).where(likenesses.c.article_id.in_(ids))
    await leave(connection, tuple(await connection.scalars(known)))
    likely = {read.id: read for read in batch if read.analysis.likeness}
    if likely:
        await _keep(connection, likely, now)
        for id, copied in sorted((await _find_copied(connection, likely)).items()):
            families = await find_families(connection, copied)
            candidates = [Candidate(one, families.get(one), is_copy=True) for one in copied]
            await _unite(connection, id, candidates)
    old = select(likenesses.c.article_id).where(likenesses.c.kept < now - KEPT_FOR)
    for statement in _forget(tuple(await connection.scalars(old.limit(FORGOTTEN_AT_ONCE)))):
        await connection.execute(statement)


def _forget(ids: Sequence[int]) -> tuple[Delete, ...]:
    if not ids:
        return ()
    return tuple(delete(table).where(table.c.article_id.in_(ids)) for table in (bands, likenesses))


async def _keep(connection: AsyncConnection, likely: Mapping[int, Read], now: datetime) -> None:
    """Write down by what copies of articles are known, but for bands that tell nothing."""
    asked = _pairs(likely)
    common = (
        select(bands.c.band)
        .where(bands.c.band.in_(select(_at(asked, 1))))
        .group_by(bands.c.band)
        .having(func.count() >= COMMON)
    )
    silent = set(await connection.scalars(common))
    await connection.execute(
        insert(likenesses),
        [
            {"article_id": id, "kept": now, "shingles": likeness.shingles}
            for id, likeness in _likenesses(likely)
        ],
    )
    telling = [
        {"band": band, "article_id": id}
        for id, likeness in _likenesses(likely)
        for band in sorted(set(likeness.bands) - silent)
    ]
    if telling:
        await connection.execute(insert(bands), telling)


async def _find_copied(
    connection: AsyncConnection, likely: Mapping[int, Read]
) -> dict[int, list[int]]:
    """The articles of these days of which each is a copy: of those with most bands in common.

    Of two in the batch, the later one is the copy.
    """
    asked, own, near = _pairs(likely), articles.alias(), articles.alias()
    id, shared = _at(asked, 0), func.count()
    place = func.row_number().over(partition_by=own.c.id, order_by=(shared.desc(), near.c.id))
    closest = (
        select(
            own.c.id.label("of"),
            near.c.id,
            near.c.outlet_key,
            near.c.title_key,
            place.label("place"),
        )
        .select_from(asked)
        .join(bands, bands.c.band == _at(asked, 1))
        .join(own, own.c.id == id)
        .join(near, near.c.id == bands.c.article_id)
        .where(
            or_(near.c.id < own.c.id, near.c.id.not_in(list(likely))),
            type_coerce(near.c.effective, BigInteger).between(
                type_coerce(own.c.effective, BigInteger) - WEEK,
                type_coerce(own.c.effective, BigInteger) + WEEK,
            ),
        )
        .group_by(own.c.id, near.c.id)
        .subquery()
    )
    found = await connection.execute(
        select(closest, likenesses.c.shingles)
        .join_from(closest, likenesses, likenesses.c.article_id == closest.c.id)
        .where(closest.c.place <= LOOKED_AT)
    )
    copied: dict[int, list[int]] = {}
    for row in found:
        if _is_copy(likely[row.of], row):
            copied.setdefault(row.of, []).append(row.id)
    return copied


def _is_copy(read: Read, other: Row[*tuple[Any, ...]]) -> bool:
    """Whether an article is a copy of another one.

    An outlet that fills in one form every day gives each its own headline.
    """
    article, likeness = read.article, read.analysis.likeness
    at_home = bool(article.outlet) and fold_case(article.outlet or "") == other.outlet_key
    if likeness is None or (at_home and fold_case(article.title) != other.title_key):
        return False
    return is_copy(likeness.shingles, other.shingles, same_outlet=at_home)


def _likenesses(likely: Mapping[int, Read]) -> Iterator[tuple[int, Likeness]]:
    return ((id, one) for id, read in likely.items() if (one := read.analysis.likeness))


def _pairs(likely: Mapping[int, Read]) -> TableValuedAlias:
    """Each article with each of its bands, as rows of a table."""
    pairs = [(id, band) for id, likeness in _likenesses(likely) for band in likeness.bands]
    return func.json_each(json.dumps(pairs)).table_valued("value")


def _at(pairs: TableValuedAlias, place: int) -> ColumnElement[int]:
    return func.json_extract(pairs.c.value, f"$[{place}]", type_=BigInteger)


async def _unite(connection: AsyncConnection, id: int, candidates: Sequence[Candidate]) -> None:
    """Make one family of an article and those that it joins."""
    named = {one.family for one in candidates if one.family is not None}
    sized = (
        select(copies.c.family, func.count())
        .where(copies.c.family.in_(named), copies.c.article_id != id)
        .group_by(copies.c.family)
    )
    sizes: dict[int, int] = dict((await connection.execute(sized)).all()) if named else {}
    kin = choose_kin(candidates, sizes)
    if not kin.families and not kin.articles:
        return
    family = min(kin.families) if kin.families else await _next_family(connection)
    if others := kin.families - {family}:
        united = update(copies).where(copies.c.family.in_(others)).values(family=family)
        await connection.execute(united)
    rows = [{"article_id": one, "family": family} for one in (*kin.articles, id)]
    joined = upsert(copies)
    await connection.execute(
        joined.on_conflict_do_update(
            index_elements=["article_id"], set_={"family": joined.excluded.family}
        ),
        rows,
    )


async def _next_family(connection: AsyncConnection) -> int:
    highest: int = await connection.scalar(select(func.coalesce(func.max(copies.c.family), 0))) or 0
    return highest + 1


async def find_families(connection: AsyncConnection, ids: Collection[int]) -> dict[int, int]:
    """The family of each article that has one."""
    found = select(copies.c.article_id, copies.c.family).where(copies.c.article_id.in_(ids))
    return dict((await connection.execute(found)).all())
