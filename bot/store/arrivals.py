"""Articles at the door: which are new, which changed, and how each is written down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Article
from bot.store import analyses, copies, rows, searchable
from bot.store.identity import digest, fold_case, identify
from bot.store.schema import articles, feed_articles, feed_outlets, revisions
from bot.store.types import clean

BATCH = 500
"""Articles that are looked up and written at once."""

FORESIGHT = timedelta(days=1)
"""How far ahead of our clock a publisher's may be, time zones and all, before we doubt its date."""


class Outcome(StrEnum):
    """What became of an article that was to be kept."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Kept:
    """An article's id, and what became of it."""

    id: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article at the door, and what it is known by."""

    article: Article
    identity: str
    digest: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of an article that it has."""

    id: int
    identity: str
    digest: str
    revision: int
    title: str
    standfirst: str | None
    url: str | None
    published: datetime | None
    stored: datetime


def arrive(article: Article) -> Arrival:
    """An article as it can be stored, and what it is known by.

    >>> arrive(Article("Half \\ud83d a smile", "")).article.title
    'Half � a smile'
    """
    tidy = replace(
        article,
        title=clean(article.title),
        text=clean(article.text),
        standfirst=article.standfirst and clean(article.standfirst),
    )
    return Arrival(tidy, clean(identify(tidy)), digest(tidy))


def decide(arrival: Arrival, known: Known | None) -> Outcome:
    """What an arrival is to us, who may know it already.

    >>> decide(arrive(Article("Tide rises", "It rose.")), None)
    <Outcome.NEW: 'new'>
    """
    if known is None:
        return Outcome.NEW
    same = (arrival.digest, arrival.article.standfirst) == (known.digest, known.standfirst)
    return Outcome.UNCHANGED if same else Outcome.CHANGED


def effective_time(published: datetime | None, stored: datetime) -> datetime:
    """When an article counts as published: as it says, unless it says nothing or the future.

    >>> from datetime import UTC
    >>> stored = datetime(2031, 5, 2, tzinfo=UTC)
    >>> effective_time(datetime(2031, 5, 1, tzinfo=UTC), stored).day
    1
    >>> effective_time(datetime(2099, 1, 1, tzinfo=UTC), stored) == stored
    True
    """
    return published if published and published <= stored + FORESIGHT else stored


def split_batches(arrivals: Iterable[Arrival]) -> Iterator[tuple[Arrival, ...]]:
    """Batches in which nothing comes twice, in the order given.

    >>> tide, gull = (Arrival(Article(t, ""), t, t) for t in ("tide", "gull"))
    >>> [len(batch) for batch in split_batches((tide, gull, tide, gull, gull))]
    [2, 2, 1]
    """
    batch: list[Arrival] = []
    seen: set[str] = set()
    for arrival in arrivals:
        if len(batch) == BATCH or not seen.isdisjoint((arrival.identity, arrival.digest)):
            yield tuple(batch)
            batch, seen = [], set()
        batch.append(arrival)
        seen |= {arrival.identity, arrival.digest}
    if batch:
        yield tuple(batch)


async def keep_batch(
    connection: AsyncConnection, batch: Sequence[Arrival], feed: int, now: datetime
) -> list[Kept]:
    """Write down a batch in which nothing comes twice, and file it in a feed."""
    known = await _find_known(connection, batch)
    new = [arrival for arrival, match in zip(batch, known, strict=True) if match is None]
    ids = await _add(connection, new, now)
    kept = []
    for arrival, match in zip(batch, known, strict=True):
        outcome = decide(arrival, match)
        if match and outcome is Outcome.CHANGED:
            await _revise(connection, match, arrival, now)
        kept.append(Kept(match.id if match else ids[arrival.identity], outcome))
    await _file(connection, kept, feed)
    return kept


async def _find_known(connection: AsyncConnection, batch: Sequence[Arrival]) -> list[Known | None]:
    """Whom the store has for each arrival: by identity; without an address, by equal words too."""
    identities = [arrival.identity for arrival in batch]
    digests = [arrival.digest for arrival in batch if not arrival.article.url]
    by_identity = await _select_known(connection, articles.c.identity.in_(identities))
    without_url = articles.c.url.is_(None) & articles.c.digest.in_(digests)
    by_digest = await _select_known(connection, without_url)
    known_identities = {known.identity: known for known in by_identity}
    known_digests = {known.digest: known for known in by_digest}
    return [
        known_identities.get(arrival.identity)
        or (None if arrival.article.url else known_digests.get(arrival.digest))
        for arrival in batch
    ]


async def _select_known(connection: AsyncConnection, condition: Any) -> list[Known]:
    columns = [articles.c[field.name] for field in fields(Known)]
    found = await connection.execute(select(*columns).where(condition))
    return [Known(*row) for row in found.all()]


async def _add(
    connection: AsyncConnection, new: Sequence[Arrival], now: datetime
) -> dict[str, int]:
    """Write down new articles; gives their ids by identity."""
    if not new:
        return {}
    highest = await connection.scalar(select(func.max(articles.c.id)))
    await rows.write(
        connection,
        articles,
        [
            {"identity": arrival.identity, "revision": 1, "stored": now, "rules": 0}
            | _columns(arrival, arrival.article.published, now)
            for arrival in new
        ],
    )
    identities = select(articles.c.identity, articles.c.id)
    added = await connection.execute(identities.where(articles.c.id > (highest or 0)))
    return dict(added.all())


async def _revise(
    connection: AsyncConnection, known: Known, arrival: Arrival, now: datetime
) -> None:
    """Put the new words in the place of the old, and away what was found in the old ones.

    The first date stays: an article that its publisher dates anew is an update, not news.
    """
    former = select(articles.c.text).where(articles.c.id == known.id)
    await connection.execute(
        insert(revisions).values(
            article_id=known.id,
            revision=known.revision,
            title=known.title,
            standfirst=known.standfirst,
            text=await connection.scalar(former),
            replaced=now,
        )
    )
    await analyses.forget(connection, (known.id,))
    await copies.leave(connection, (known.id,))
    row = _columns(arrival, known.published or arrival.article.published, known.stored)
    told = {name: value for name, value in row.items() if value is not None}
    await connection.execute(
        update(articles)
        .where(articles.c.id == known.id)
        .values(
            told
            | {"standfirst": row["standfirst"], "revision": known.revision + 1}
            | {"rules": 0, "failure": None, "failed": None}
        )
    )
    await connection.execute(
        update(feed_articles)
        .where(feed_articles.c.article_id == known.id)
        .values(effective=row["effective"])
    )


def _columns(arrival: Arrival, published: datetime | None, stored: datetime) -> dict[str, Any]:
    """What an arrival says, in columns of the table."""
    article = arrival.article
    return {
        "digest": arrival.digest,
        "effective": effective_time(published, stored),
        "outlet_key": article.outlet and fold_case(article.outlet),
        "title_key": fold_case(article.title),
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "author": article.author,
        "published": published,
        "language": article.language,
        "kind": article.kind.value,
        "standfirst": article.standfirst,
        "text": article.text,
    }


async def _file(connection: AsyncConnection, kept: Sequence[Kept], feed: int) -> None:
    """Put articles into a feed where they are not in it yet."""
    ids = [one.id for one in kept]
    filed = set(
        await connection.scalars(
            select(feed_articles.c.article_id).where(
                feed_articles.c.feed_id == feed, rows.among(feed_articles.c.article_id, ids)
            )
        )
    )
    await _file_outlets(connection, ids, feed)
    missing = [id for id in ids if id not in filed]
    if not missing:
        return
    refiled = set(missing) - {one.id for one in kept if one.outcome is Outcome.NEW}
    if refiled:  # they are searchable in the feeds that they stand in
        await searchable.take_out(connection, refiled)
    times = select(articles.c.effective, articles.c.id).where(rows.among(articles.c.id, missing))
    await rows.write(
        connection,
        feed_articles,
        [
            {"feed_id": feed, "effective": effective, "article_id": id}
            for effective, id in await connection.execute(times)
        ],
    )
    if refiled:
        await searchable.put(connection, refiled)


async def _file_outlets(connection: AsyncConnection, ids: Sequence[int], feed: int) -> None:
    """Note whose articles a feed carries, so that its outlets can be offered without a search."""
    noted = set(
        await connection.scalars(
            select(feed_outlets.c.outlet_key).where(feed_outlets.c.feed_id == feed)
        )
    )
    carried = await connection.execute(
        select(articles.c.outlet_key, articles.c.outlet)
        .where(rows.among(articles.c.id, ids), articles.c.outlet_key.is_not(None))
        .distinct()
    )
    missing = {key: outlet for key, outlet in carried if key not in noted}
    if missing:
        await connection.execute(
            insert(feed_outlets),
            [
                {"feed_id": feed, "outlet_key": key, "outlet": outlet}
                for key, outlet in missing.items()
            ],
        )
