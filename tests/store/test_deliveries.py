"""Each article is posted once in each channel, in order, without floods, and only as news."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.errors import StoreUnavailable
from bot.model import Delivery, Trouble
from bot.store.deliveries import AT_ONCE, Deliveries
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
    follow,
    make_sighting,
    titles,
)

MINUTE = timedelta(minutes=1)


async def followed(room: Room, *channels: int) -> int:
    feed = await add_feed(room)
    for guild, channel in enumerate(channels or (QUAY,), start=1):
        await follow(room, feed, guild, channel)
    return feed


async def bring_news(room: Room, feed: int, *names: str, now: datetime = NOW) -> None:
    await bring(room, feed, [make_sighting(name) for name in names], now=now)


async def due(room: Room, now: datetime = NOW) -> list[str]:
    return await titles(room, await room.deliveries.due(now))


async def take(room: Room, now: datetime = NOW) -> Delivery:
    """Attempt what is due first."""
    first = (await room.deliveries.due(now))[0]
    assert await room.deliveries.attempt(first.id, now)
    return first


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


async def test_the_oldest_five_of_a_channel_are_due_and_the_rest_wait(room: Room) -> None:
    feed = await followed(room, QUAY, MILL)
    names = [f"tide {hours}" for hours in range(1, 8)]
    for hours, name in enumerate(names, start=1):
        sighting = make_sighting(name, published=hours_ago(hours))
        await room.entries.keep(feed, [sighting], NOW)
    for waiting in await room.entries.waiting(NOW, 100):
        entry = waiting.entry
        article = make_article(entry.title, url=entry.url, published=entry.published)
        kept = await room.articles.keep(article, NOW, feed=feed)
        await room.entries.read(waiting.id, kept.id, NOW)
    await analyse_all(room.articles, NOW)
    found = await room.deliveries.due(NOW)
    for channel in (QUAY, MILL):
        here = [one for one in found if one.channel == channel]
        assert await titles(room, here) == names[:1:-1]
    assert len(await room.deliveries.due(NOW, 2)) == 4


async def test_what_is_due_comes_channel_by_channel(room: Room) -> None:
    feed = await followed(room, *range(100, 300))
    await bring_news(room, feed, "tide", "wind", "gull")
    found = await room.deliveries.due(NOW)
    assert len(found) == AT_ONCE
    assert [one.channel for one in found] == sorted(one.channel for one in found)
    assert {one.channel for one in found} == set(range(100, 300))
    assert await titles(room, found[:3]) == ["tide", "wind", "gull"]


async def test_what_is_delivered_is_due_no_more(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide", "wind")
    first = await take(room)
    await room.deliveries.delivered(first.id, 7, NOW)
    assert await due(room) == ["wind"]
    assert not await room.deliveries.attempt(first.id, NOW)


async def test_what_is_given_up_holds_up_nothing(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide", "wind")
    first = await take(room)
    await room.deliveries.give_up(first.id, "Discord refuses this card.", NOW)
    assert await due(room) == ["wind"]


async def test_an_attempt_that_is_not_settled_holds_up_its_channel_only(room: Room) -> None:
    feed = await followed(room, QUAY, MILL)
    await bring_news(room, feed, "tide", "wind")
    _, second = [one for one in await room.deliveries.due(NOW) if one.channel == QUAY]
    await take(room)
    assert {one.channel for one in await room.deliveries.due(NOW)} == {MILL}
    assert not await room.deliveries.attempt(second.id, NOW)


async def test_a_delivery_put_back_is_first_again_when_its_wait_has_passed(room: Room) -> None:
    feed = await followed(room, QUAY, MILL)
    await bring_news(room, feed, "tide", "wind")
    first = await take(room)
    await room.deliveries.retry(first.id, NOW + MINUTE, NOW)
    waiting = await room.deliveries.due(NOW)
    assert {one.channel for one in waiting} == {MILL}
    assert not await room.deliveries.attempt(first.id, NOW)
    (again, _) = [one for one in await room.deliveries.due(NOW + MINUTE) if one.channel == QUAY]
    assert (again.id, again.nonce, again.tries) == (first.id, first.nonce, 1)


async def test_older_news_that_come_while_a_channel_waits_wait_too(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.retry(first.id, NOW + MINUTE, NOW)
    article = make_article("old", url="https://harbour.example/old", published=hours_ago(2))
    await room.articles.keep(article, NOW, feed=feed)
    await bring_news(room, feed, "old")
    assert await due(room) == []
    assert await due(room, NOW + MINUTE) == ["old", "tide"]


async def test_a_wait_does_not_outlive_a_clock_that_was_put_back(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.retry(first.id, NOW + MINUTE, NOW)
    assert await due(room, NOW - timedelta(hours=5)) == ["tide"]


async def test_an_attempt_is_unsettled_after_two_minutes(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    assert await room.deliveries.unsettled(NOW + MINUTE) == ()
    (found,) = await room.deliveries.unsettled(NOW + 2 * MINUTE)
    assert (found.id, found.attempted, found.tries) == (first.id, NOW, 1)
    assert await room.deliveries.unsettled(NOW - timedelta(hours=3)) == (found,)


async def test_an_unsettled_attempt_that_was_found_is_delivered(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.delivered(first.id, 7, LATER)
    assert await room.deliveries.unsettled(LATER) == ()
    assert await due(room, LATER) == []


async def test_an_unsettled_attempt_that_was_not_found_is_due_again(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.not_found(first.id, LATER)
    assert await room.deliveries.unsettled(LATER) == ()
    assert await due(room, LATER) == ["tide"]


async def test_a_lost_answer_is_due_again_only_while_its_nonce_lives(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide", "wind")
    first = await take(room)
    await room.deliveries.doubt(first.id, NOW + MINUTE, NOW)
    assert await due(room, NOW) == []
    assert await due(room, NOW + MINUTE) == ["tide", "wind"]
    for now in (NOW + 2 * MINUTE, NOW + timedelta(days=1), NOW - timedelta(hours=5)):
        assert await due(room, now) == []
        assert not await room.deliveries.attempt(first.id, now)
        assert [one.id for one in await room.deliveries.unsettled(now)] == [first.id]


async def test_a_doubt_is_as_old_as_the_first_lost_answer(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.doubt(first.id, NOW, NOW)
    assert await room.deliveries.attempt(first.id, NOW + MINUTE)
    await room.deliveries.doubt(first.id, NOW + MINUTE, NOW + MINUTE)
    assert await due(room, NOW + 2 * MINUTE) == []
    assert len(await room.deliveries.unsettled(NOW + 2 * MINUTE)) == 1


async def test_a_refusal_does_not_settle_an_older_doubt(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.doubt(first.id, NOW, NOW)
    assert await room.deliveries.attempt(first.id, NOW + MINUTE)
    await room.deliveries.pause(QUAY, "The bot may not post here.", NOW + MINUTE)
    await room.deliveries.retry(first.id, NOW + MINUTE, NOW + MINUTE)
    assert await room.deliveries.unsettled(LATER) == ()
    await room.deliveries.resume(QUAY)
    assert await due(room, LATER) == []
    assert len(await room.deliveries.unsettled(LATER)) == 1
    await room.deliveries.not_found(first.id, LATER)
    assert await due(room, LATER) == ["tide"]


async def test_a_delivered_message_is_not_put_back(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.delivered(first.id, 7, NOW)
    await room.deliveries.retry(first.id, NOW, NOW)
    await room.deliveries.give_up(first.id, "It is late.", NOW)
    assert await due(room, LATER) == []
    assert await room.deliveries.unsettled(LATER) == ()


async def test_what_is_a_day_old_is_dropped(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    (late,) = await room.deliveries.due(NOW)
    day = timedelta(hours=24)
    assert await due(room, NOW + day) == ["tide"]
    assert not await room.deliveries.attempt(late.id, NOW + day + MINUTE)
    assert await due(room, NOW + day + MINUTE) == []
    assert await due(room, NOW) == []


async def test_a_paused_channel_gets_nothing_until_it_is_resumed(room: Room) -> None:
    feed = await followed(room, QUAY, MILL)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.deliveries.pause(first.channel, "The bot may not post here.", NOW)
    await room.deliveries.retry(first.id, NOW, NOW)
    assert [one.channel for one in await room.deliveries.due(LATER)] == [MILL]
    assert not await room.deliveries.attempt(first.id, LATER)
    await room.deliveries.resume(first.channel)
    assert len(await room.deliveries.due(LATER)) == 2


async def test_moderators_are_told_once_of_a_trouble(room: Room) -> None:
    feed, other = await followed(room, QUAY), await add_feed(room, "other")
    await follow(room, other)
    await bring_news(room, feed, "tide")
    for reason in ("The bot may not post here.", "The channel is gone."):
        await room.deliveries.pause(QUAY, reason, NOW)
    (told,) = await room.deliveries.troubles()
    assert told == Trouble(HALDEN, QUAY, "The bot may not post here.", NOW)
    await room.deliveries.trouble_told(QUAY, NOW)
    await room.deliveries.pause(QUAY, "The bot may not post here.", LATER)
    assert await room.deliveries.troubles() == ()


async def test_a_trouble_that_was_never_over_is_not_told_again(room: Room) -> None:
    await followed(room, QUAY)
    for _ in range(2):
        await room.deliveries.pause(QUAY, "The bot may not post here.", NOW)
        await room.deliveries.trouble_told(QUAY, NOW)
        await room.deliveries.resume(QUAY)
        assert await room.deliveries.paused() == ()
    await room.deliveries.pause(QUAY, "The bot may not post here.", LATER)
    assert await room.deliveries.troubles() == ()
    assert len(await room.deliveries.paused()) == 1


async def test_a_new_trouble_is_told_again(room: Room) -> None:
    feed = await followed(room, QUAY)
    await room.deliveries.pause(QUAY, "The bot may not post here.", NOW)
    await room.deliveries.trouble_told(QUAY, NOW)
    await room.deliveries.resume(QUAY)
    await bring_news(room, feed, "tide")
    await room.deliveries.delivered((await take(room)).id, 7, NOW)
    await room.deliveries.pause(QUAY, "The channel is gone.", LATER)
    (trouble,) = await room.deliveries.troubles()
    assert (trouble.reason, trouble.since) == ("The channel is gone.", LATER)


async def test_a_channel_that_is_named_anew_is_tried_again(room: Room) -> None:
    await followed(room, QUAY)
    await room.deliveries.pause(QUAY, "The bot may not post here.", NOW)
    await follow(room, await add_feed(room, "other"))
    assert await room.deliveries.troubles() == ()


async def test_a_delivery_is_found_by_the_id_that_its_message_shows(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    found = await room.deliveries.by_id(int(first.reference.removeprefix("N-")))
    assert found is not None
    assert (found.id, found.nonce, found.attempted) == (first.id, first.nonce, NOW)
    assert await room.deliveries.by_id(999) is None


async def test_the_id_that_a_message_shows_is_never_given_again(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    first = await take(room)
    await room.guilds.forget(HALDEN)
    await follow(room, feed)
    await bring_news(room, feed, "wind")
    (second,) = await room.deliveries.due(NOW)
    assert second.id > first.id


async def test_a_delivery_taken_back_in_the_meantime_is_not_attempted(room: Room) -> None:
    feed = await followed(room)
    await bring_news(room, feed, "tide")
    (first,) = await room.deliveries.due(NOW)
    await room.guilds.unfollow(HALDEN, feed)
    assert not await room.deliveries.attempt(first.id, NOW)
    await room.deliveries.delivered(first.id, 7, NOW)
    await room.deliveries.retry(first.id, NOW, NOW)


async def test_two_that_attempt_at_once_take_a_delivery_once(room: Room, url: str) -> None:
    channels = range(100, 120)
    feed = await followed(room, *channels)
    await bring_news(room, feed, "tide")
    other = await type(room.database).open(url)
    found = await room.deliveries.due(NOW)
    taken = await asyncio.gather(
        *(
            outbox.attempt(one.id, NOW)
            for one in found
            for outbox in (room.deliveries, Deliveries(other))
        )
    )
    await other.close()
    assert (len(found), sum(taken)) == (20, 20)


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
