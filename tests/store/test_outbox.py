"""What is posted, and where: an article once in each channel, and only as news."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.errors import StoreUnavailable
from tests.store.builders import NOW, hours_ago, make_analysis, make_article
from tests.store.conftest import Room
from tests.store.service import (
    HALDEN,
    LATER,
    MERRIN,
    MILL,
    QUAY,
    add_feed,
    analyse_all,
    bring,
    bring_news,
    due,
    follow,
    followed,
    make_sighting,
    take,
)


async def test_news_go_to_each_channel_that_follows_their_feed(room: Room) -> None:
    feed = await followed(room, QUAY, MILL)
    await bring_news(room, feed, "tide")
    found = await room.deliveries.due(NOW)
    assert [(one.guild, one.channel) for one in found] == [(HALDEN, QUAY), (MERRIN, MILL)]
    assert len({one.nonce for one in found}) == 2
    assert all(len(one.nonce) <= 25 for one in found)  # Discord takes no longer ones


async def test_a_server_that_names_no_channel_is_posted_nothing(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed, channel=None)
    await bring_news(room, feed, "tide")
    assert await due(room) == []


async def test_the_first_reading_of_a_feed_posts_nothing(room: Room) -> None:
    feed = await add_feed(room, read=False)
    await room.guilds.follow(HALDEN, feed, QUAY, NOW)
    await bring_news(room, feed, "tide")
    assert await due(room) == []


@pytest.mark.parametrize(
    ("in_feed", "on_page", "is_news"),
    [
        (None, None, True),
        (hours_ago(23), None, True),
        (hours_ago(23), hours_ago(23), True),
        (NOW + timedelta(hours=3), None, True),
        (datetime.max.replace(tzinfo=NOW.tzinfo), None, True),
        (hours_ago(25), None, False),
        (hours_ago(23), hours_ago(99), False),
        (hours_ago(99), hours_ago(1), False),
    ],
)
async def test_nothing_older_than_a_day_is_news(
    room: Room, in_feed: datetime | None, on_page: datetime | None, is_news: bool
) -> None:
    feed = await followed(room)
    await room.entries.keep(feed, [make_sighting("tide", published=in_feed)], NOW)
    (waiting,) = await room.entries.waiting(NOW, 10)
    article = make_article("tide", url="https://harbour.example/tide", published=on_page)
    kept = await room.articles.keep(article, NOW, feed=feed)
    await room.entries.read(waiting.id, kept.id, NOW)
    await analyse_all(room.articles, NOW)
    assert await due(room) == (["tide"] if is_news else [])


async def test_news_that_were_read_a_day_late_are_not_posted(room: Room) -> None:
    feed = await followed(room)
    await room.entries.keep(feed, [make_sighting("tide", published=None)], hours_ago(25))
    await bring(room, feed, [])
    assert await due(room) == []


async def test_what_came_before_a_server_followed_is_no_news_to_it(room: Room) -> None:
    feed = await followed(room, QUAY)
    await room.entries.keep(feed, [make_sighting("tide")], NOW)
    await follow(room, feed, MERRIN, MILL, at=LATER)
    await bring_news(room, feed, "wind", now=LATER)
    found = await room.deliveries.due(LATER)
    assert {(one.channel, one.article_id) for one in found} == {(QUAY, 1), (QUAY, 2), (MILL, 2)}


async def test_news_are_posted_though_the_clock_was_put_back_after_a_server_followed(
    room: Room,
) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide", now=hours_ago(5))
    assert await due(room, hours_ago(5)) == ["tide"]


async def test_an_article_of_two_feeds_is_posted_once_in_a_channel(room: Room) -> None:
    feed, other = await add_feed(room), await add_feed(room, "other")
    await follow(room, feed)
    await follow(room, other)
    await follow(room, other, MERRIN, MILL)
    await bring_news(room, feed, "tide")
    await bring_news(room, other, "tide")
    assert [one.channel for one in await room.deliveries.due(NOW)] == [QUAY, MILL]


async def test_a_corrected_article_is_not_posted_again(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.delivered(first.id, 7, NOW)
    await follow(room, feed, MERRIN, MILL)
    corrected = make_article("tide", "It fell.", url="https://harbour.example/tide")
    await room.entries.keep(feed, [make_sighting("tide", known=1, words="It fell.")], LATER)
    (waiting,) = await room.entries.waiting(LATER, 10)
    kept = await room.articles.keep(corrected, LATER, feed=feed)
    await room.entries.read(waiting.id, kept.id, LATER)
    await analyse_all(room.articles, LATER)
    assert await due(room, LATER) == []


async def test_a_better_analysis_posts_nothing(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    await follow(room, feed, MERRIN, MILL)
    (again,) = await room.articles.waiting(2, 10)
    analysis = make_analysis(again.article, version=2)
    assert await room.articles.analysed(again.id, again.revision, analysis, NOW)
    assert [one.channel for one in await room.deliveries.due(NOW)] == [QUAY]


async def test_an_analysis_that_is_not_kept_posts_nothing(room: Room) -> None:
    feed = await followed(room)
    await room.entries.keep(feed, [make_sighting("tide")], NOW)
    async with room.database.writing() as connection:
        await connection.execute(text("DROP TABLE deliveries"))
    with pytest.raises(Exception, match="no such table"):
        await bring(room, feed, [])
    async with room.database.reading() as connection:
        found = await connection.exec_driver_sql("SELECT count(*) FROM analyses")
        assert found.scalar_one() == 0


async def test_an_article_whose_deliveries_do_not_fit_on_the_disk_waits_on(room: Room) -> None:
    feed = await followed(room, *range(100, 400))
    await room.entries.keep(feed, [make_sighting("tide")], NOW)
    async with room.database.writing() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(StoreUnavailable, match="disk is full"):
        await bring(room, feed, [])
    async with room.database.writing() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert await room.deliveries.due(NOW) == ()
    await bring(room, feed, [])
    assert len(await room.deliveries.due(NOW)) == 300
