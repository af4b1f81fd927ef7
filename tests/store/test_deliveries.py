"""What waits goes out in order, without floods, and once: whatever happens to an attempt."""

import asyncio
from datetime import timedelta

from bot.store.deliveries import AT_ONCE, Deliveries
from tests.store.builders import NOW, hours_ago, make_article
from tests.store.conftest import Room
from tests.store.service import (
    HALDEN,
    LATER,
    MILL,
    QUAY,
    analyse_all,
    bring_news,
    due,
    follow,
    followed,
    make_sighting,
    take,
    titles,
)

MINUTE = timedelta(minutes=1)


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
