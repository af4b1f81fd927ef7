"""What is too old goes, with all that was found in it; nothing is read or posted anew."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.errors import NothingFound
from bot.queries import HeadlineQuery, QuoteQuery, Scope, SearchQuery, SummaryQuery
from bot.store.database import INCREMENTAL, Database
from bot.store.retention import ABSENT, Retention
from bot.store.schema import (
    analyses,
    articles,
    deliveries,
    entries,
    feed_articles,
    figures,
    passages,
    quotes,
    revisions,
    speakers,
)
from tests.store.builders import NOW, TIDE, make_article, make_figure, make_quote
from tests.store.conftest import Room
from tests.store.service import HALDEN, add_feed, bring, follow, make_sighting

MONTH = timedelta(days=30)
LONG_AFTER = NOW + 2 * MONTH
GULL = (
    "The gull in Merrin slept. “Nobody saw it,” said Lio Marsh, a baker. At least 3 ferries came."
)
FOUND = (analyses, passages, quotes, figures, revisions, feed_articles)


async def keep_tide(room: Room, feed: int | None, number: int = 1) -> int:
    """An article of some length, with a quote and a figure."""
    text = f"{TIDE}\n\n" + f"The harbour of Halden is number {number} of its kind. " * 40
    article = make_article(f"Tide {number}", text, url=f"https://harbour.example/{number}")
    quote = make_quote(article, "We will rebuild the quay", "Antonia Verhoeven")
    figure = make_figure(article, "At least 248 ferries", "248", "ferries")
    return (await room.read(article, (quote,), (figure,), feed=feed)).id


async def keep_gull(room: Room, feed: int | None) -> int:
    """A later article, of somebody else."""
    article = make_article("Gull", GULL, url="https://harbour.example/gull")
    quote = make_quote(article, "Nobody saw it", "Lio Marsh")
    return (await room.read(article, (quote,), feed=feed, now=LONG_AFTER)).id


async def count(room: Room, table: object) -> int:
    async with room.database.reading() as connection:
        return await connection.scalar(select(func.count()).select_from(table)) or 0  # type: ignore[arg-type]


async def test_an_old_article_goes_with_all_that_was_found_in_it(room: Room) -> None:
    feed = await add_feed(room)
    old = await keep_tide(room, feed)
    await keep_gull(room, feed)
    before = [await count(room, table) for table in FOUND]
    assert await Retention(room.database).remove(LONG_AFTER - MONTH, 20) == 1
    assert await count(room, articles) == 1
    assert all(
        left < had
        for left, had in zip([await count(room, t) for t in FOUND], before, strict=True)
        if had
    )
    async with room.database.reading() as connection:
        left = await connection.scalars(select(speakers.c.name))
        assert list(left) == ["Lio Marsh"]
    await room.guilds.follow(HALDEN, feed, None, NOW)
    scope = Scope(HALDEN)
    for ask in (
        room.archive.search(SearchQuery("rebuild quay", scope)),
        room.archive.quotes(QuoteQuery(scope, "Verhoeven")),
        room.archive.quotes(QuoteQuery(scope, article=old)),
    ):
        assert not (await ask).total  # type: ignore[attr-defined]
    assert (await room.archive.headlines(HeadlineQuery(scope))).total == 1
    assert (await room.archive.quotes(QuoteQuery(scope, "Marsh"))).total == 1
    with pytest.raises(NothingFound, match="no longer"):
        await room.archive.summary(SummaryQuery(old, scope))


async def test_what_the_operator_loaded_by_hand_stays(room: Room) -> None:
    shelved = await keep_tide(room, None)
    await keep_gull(room, await add_feed(room))
    assert await Retention(room.database).remove(LONG_AFTER, 20) == 0
    assert (await room.archive.summary(SummaryQuery(shelved))).article.id == shelved


async def test_the_number_of_the_newest_article_is_not_given_again(room: Room) -> None:
    feed = await add_feed(room)
    first, second = await keep_tide(room, feed), await keep_tide(room, feed, 2)
    retention = Retention(room.database)
    assert await retention.remove(LONG_AFTER, 20) == 1
    assert await keep_gull(room, feed) not in (first, second)


async def test_an_article_that_is_to_be_posted_stays_until_it_is(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await bring(room, feed, [make_sighting("tide")])
    await keep_gull(room, feed)
    retention = Retention(room.database)
    assert await retention.remove(LONG_AFTER - MONTH, 20) == 0
    await room.deliveries.due(LONG_AFTER)  # where it is dropped, as it is too old
    assert await retention.remove(LONG_AFTER - MONTH, 20) == 1


async def test_an_item_that_its_feed_carries_still_is_neither_read_nor_posted_again(
    room: Room,
) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    tide = make_sighting("tide")
    await bring(room, feed, [tide])
    (delivery,) = await room.deliveries.due(NOW)
    assert await room.deliveries.attempt(delivery.id, NOW)
    await room.deliveries.delivered(delivery.id, 7, NOW)
    await keep_gull(room, feed)
    retention = Retention(room.database)
    assert await retention.remove(LONG_AFTER - MONTH, 20) == 1
    await retention.remove_entries(200)
    known = await room.entries.known(feed, [tide.seen])
    assert list(known.values()) == [tide.seen]
    await room.entries.keep(feed, (), LONG_AFTER, met=tuple(known))
    await retention.remove_entries(200)
    assert await room.entries.known(feed, [tide.seen])
    assert not await room.entries.waiting(LONG_AFTER, 10)
    assert await count(room, deliveries) == 0
    again = make_article("tide", "It is tide.", url="https://harbour.example/tide")
    await room.read(again, feed=feed, now=LONG_AFTER)
    assert not await room.deliveries.due(LONG_AFTER)


async def test_an_entry_is_forgotten_long_after_its_feed_ceased_to_carry_it(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.entries.keep(feed, (make_sighting("tide"), make_sighting("wind")), NOW)
    for one in await room.entries.waiting(NOW, 10):
        await room.entries.failed(one.id, "gone", None, NOW)
    retention = Retention(room.database)
    assert await retention.remove_entries(200) == 0  # the feed may say "not modified" for years
    later = NOW + ABSENT + timedelta(days=1)
    wind = await room.entries.known(feed, [make_sighting("wind").seen])
    await room.entries.keep(feed, (), later, met=tuple(wind))
    assert await retention.remove_entries(200) == 1
    async with room.database.reading() as connection:
        assert list(await connection.scalars(select(entries.c.title))) == ["wind"]


async def test_the_file_gets_smaller(room: Room) -> None:
    feed = await add_feed(room)
    for number in range(120):
        await keep_tide(room, feed, number)
    await keep_gull(room, feed)
    path = room.database.path
    before = await size_of(room.database)
    retention = Retention(room.database)
    while await retention.remove(LONG_AFTER - MONTH, 20):
        pass
    freed = await retention.give_back(10_000)  # all in one go
    assert await retention.give_back(10_000) == 0
    assert freed > before / 3
    assert await size_of(room.database) == before - freed == path.stat().st_size


async def test_a_file_that_cannot_shrink_is_rewritten_so_that_it_can(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    database = await Database.open(f"sqlite:///{path}")
    await database.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA auto_vacuum=NONE")
        connection.execute("VACUUM")
    assert read_mode(path) == 0
    database = await Database.open(f"sqlite:///{path}")
    await Retention(database).prepare()
    await Retention(database).prepare()
    await database.close()
    assert read_mode(path) == INCREMENTAL


def read_mode(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA auto_vacuum").fetchone()[0])


async def size_of(database: Database) -> int:
    """The size of the file, when all of its log is in it."""
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return database.path.stat().st_size
