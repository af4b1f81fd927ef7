"""Likenesses: by what copies of articles are known, kept for as long as copies may come."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Index, Row, Table, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.likeness import Likeness, is_copy
from bot.model import Article
from bot.store import rows, signatures
from bot.store.findings import Read
from bot.store.identity import fold_case
from bot.store.neighbours import Pair
from bot.store.schema import articles, metadata
from bot.store.schema.base import to
from bot.store.types import Shingles, UtcTime

KEPT_FOR = timedelta(days=30)
"""How long it is kept by what copies of an article are known. Its family stays."""

FORGOTTEN_AT_ONCE = 1_000
"""Articles of which that is forgotten with each batch: more than a batch has."""

LOOKED_AT = 32
"""Articles that are compared, those with the most bands in common."""


likenesses = Table(
    "likenesses",
    metadata,
    Column("article_id", to("articles.id"), primary_key=True),
    Column("kept", UtcTime, nullable=False),
    Column("shingles", Shingles, nullable=False),
    Column("slots", Shingles),  # came later; None: not known
    Index("likenesses_by_kept", "kept"),
)


async def find_known(connection: AsyncConnection, ids: Sequence[int]) -> tuple[int, ...]:
    """Those of some articles of which it is known by what copies of them are known."""
    known = select(likenesses.c.article_id).where(rows.among(likenesses.c.article_id, ids))
    return tuple(await connection.scalars(known))


async def forget(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Forget by what copies of articles are known."""
    await connection.execute(delete(likenesses).where(rows.among(likenesses.c.article_id, ids)))


async def forget_old(connection: AsyncConnection, now: datetime) -> None:
    """Forget by what copies of articles were known that were read long ago."""
    old = select(likenesses.c.article_id).where(likenesses.c.kept < now - KEPT_FOR)
    if ids := tuple(await connection.scalars(old.limit(FORGOTTEN_AT_ONCE))):
        await forget(connection, ids)
    await signatures.forget_old(connection, now - KEPT_FOR)


async def keep(
    connection: AsyncConnection, likely: Mapping[int, Read], now: datetime
) -> dict[int, list[int]]:
    """Write down by what copies of articles are known; gives those of which each is a copy."""
    await rows.write(
        connection,
        likenesses,
        [
            {"article_id": id, "kept": now, "shingles": one.shingles, "slots": one.slots}
            for id, one in _likenesses(likely)
        ],
    )
    near = choose_nearest(await signatures.keep(connection, likely, now))
    return await _find_copied(connection, likely, near) if near else {}


def choose_nearest(pairs: Iterable[Pair]) -> list[tuple[int, int]]:
    """Articles with those to compare with each: LOOKED_AT of them, most bands in common first.

    >>> choose_nearest((Pair(9, 4, 1), Pair(9, 2, 1), Pair(9, 7, 3), Pair(9, 4, 1)))
    [(9, 7), (9, 2), (9, 4)]
    """
    by_article: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for pair in pairs:
        shared = by_article[pair.of]
        shared[pair.id] = max(pair.shared, shared.get(pair.id, 0))
    return [
        (of, id)
        for of, shared in by_article.items()
        for id in sorted(shared, key=lambda id: (-shared[id], id))[:LOOKED_AT]
    ]


async def _find_copied(
    connection: AsyncConnection, likely: Mapping[int, Read], near: Sequence[tuple[int, int]]
) -> dict[int, list[int]]:
    """The articles of which each is a copy, of those to compare with it.

    Most are none, which is told without a look at the article itself.
    """
    told = dict(_likenesses(likely))
    known = await _find_likenesses(connection, {id for _, id in near})
    alike = [
        (of, id)
        for of, id in near
        if id in known and is_copy(told[of], known[id], same_outlet=False)
    ]
    keys = articles.c.id, articles.c.outlet_key, articles.c.title_key
    chosen = select(*keys).where(rows.among(articles.c.id, {id for _, id in alike}))
    others = {row.id: row for row in await connection.execute(chosen)}
    copied: dict[int, list[int]] = {}
    for of, id in alike:
        if _is_told_again(likely[of].article, told[of], others[id], known[id]):
            copied.setdefault(of, []).append(id)
    return copied


async def _find_likenesses(
    connection: AsyncConnection, ids: Collection[int]
) -> dict[int, Likeness]:
    """By what copies of some articles are known, as far as it is kept."""
    columns = likenesses.c.article_id, likenesses.c.shingles, likenesses.c.slots
    chosen = select(*columns).where(rows.among(likenesses.c.article_id, ids))
    found = await connection.execute(chosen)
    return {id: Likeness((), shingles, slots or ()) for id, shingles, slots in found}


def _is_told_again(
    article: Article, likeness: Likeness, other: Row[*tuple[Any, ...]], known: Likeness
) -> bool:
    """Whether of two texts that are alike one is a copy, and not a form filled in anew.

    An outlet that fills in one form every day gives each its own headline.
    """
    if not article.outlet or fold_case(article.outlet) != other.outlet_key:
        return True
    same_title = fold_case(article.title) == other.title_key
    return same_title and is_copy(likeness, known, same_outlet=True)


def _likenesses(likely: Mapping[int, Read]) -> Iterator[tuple[int, Likeness]]:
    return ((id, one) for id, read in likely.items() if (one := read.analysis.likeness))
