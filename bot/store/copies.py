"""Copies: articles that have the text of another, as one agency gives it to many, in one family."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Index, Integer, Table, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import likenesses
from bot.store.findings import Read
from bot.store.likenesses import LOOKED_AT
from bot.store.rows import among
from bot.store.schema import metadata
from bot.store.schema.base import to

copies = Table(
    "copies",
    metadata,
    Column("article_id", to("articles.id"), primary_key=True),
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
    await likenesses.forget(connection, ids)
    await connection.execute(delete(copies).where(among(copies.c.article_id, ids)))


async def settle(connection: AsyncConnection, batch: Sequence[Read], now: datetime) -> None:
    """Put articles that were read into families, and keep by what copies of them are known.

    Of one that was read long ago nothing is known any more to compare, so that it stays in its
    family unless another is found.
    """
    if again := await likenesses.find_known(connection, [read.id for read in batch]):
        await leave(connection, again)
    likely = {read.id: read for read in batch if read.analysis.likeness}
    if likely:
        for id, copied in sorted((await likenesses.keep(connection, likely, now)).items()):
            families = await find_families(connection, copied)
            candidates = [Candidate(one, families.get(one), is_copy=True) for one in copied]
            await _unite(connection, id, candidates)
    await likenesses.forget_old(connection, now)


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
    joining = [{"article_id": one, "family": family} for one in (*kin.articles, id)]
    joined = upsert(copies)
    await connection.execute(
        joined.on_conflict_do_update(
            index_elements=["article_id"], set_={"family": joined.excluded.family}
        ),
        joining,
    )


async def _next_family(connection: AsyncConnection) -> int:
    highest: int = await connection.scalar(select(func.coalesce(func.max(copies.c.family), 0))) or 0
    return highest + 1


async def find_families(connection: AsyncConnection, ids: Collection[int]) -> dict[int, int]:
    """The family of each article that has one."""
    found = select(copies.c.article_id, copies.c.family).where(among(copies.c.article_id, ids))
    return dict((await connection.execute(found)).all())
