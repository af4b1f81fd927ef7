"""A feed is read when it is due, and its health tells how that went."""

from datetime import timedelta

import pytest

from bot.errors import FetchFailed, FetchFault
from bot.model import FeedHealth
from bot.store.moves import MOVED_AFTER
from bot.store.schema import SHELF
from tests.store.builders import NOW
from tests.store.conftest import Room
from tests.store.service import HALDEN, LATER, add_feed, follow, note_reading

MOVED = "https://moved.example/feed"


async def due(room: Room, now: object = NOW, limit: int = 100) -> list[int]:
    return [feed.id for feed in await room.feeds.due(now, limit)]  # type: ignore[arg-type]


async def health(room: Room) -> FeedHealth:
    (feed,) = await room.guilds.followed(HALDEN)
    return feed.health


async def fail(room: Room, feed: int, status: int | None = 503, *, hours: float = 0) -> None:
    at = NOW + timedelta(hours=hours)
    fault = FetchFailed(FetchFault.STATUS, status)
    await room.feeds.failed(feed, fault.fault, status, str(fault), at + timedelta(hours=1), at)


async def test_a_new_feed_that_somebody_follows_is_due_at_once(room: Room) -> None:
    feed = await add_feed(room, read=False)
    assert await due(room) == []
    await room.guilds.follow(HALDEN, feed, None, NOW)
    (found,) = await room.feeds.due(NOW, 10)
    assert (found.id, found.title, found.ever_read) == (feed, "Harbour", False)
    assert (found.etag, found.failures, found.failing_since) == (None, 0, None)


async def test_a_feed_of_the_library_is_due_though_nobody_follows_it(room: Room) -> None:
    feed = await room.feeds.add_feed("https://gull.example/feed", library=True, now=NOW)
    assert await due(room) == [feed]


async def test_the_shelf_is_never_due_nor_listed_nor_removed(room: Room) -> None:
    assert await due(room) == []
    assert await room.feeds.library() == ()
    assert not await room.feeds.remove_from_library(SHELF)


async def test_a_reading_hands_its_conditions_to_the_next(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    assert await due(room) == []
    (found,) = await room.feeds.due(LATER, 10)
    assert (found.etag, found.modified, found.ever_read) == ('"tide"', None, True)
    assert found.interval == timedelta(minutes=30)


async def test_a_reading_without_change_keeps_the_conditions(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.feeds.unchanged(feed, LATER + timedelta(hours=1), LATER)
    assert await due(room, LATER) == []
    (found,) = await room.feeds.due(LATER + timedelta(hours=1), 10)
    assert found.etag == '"tide"'
    assert (await health(room)).read == LATER


async def test_the_longest_due_come_first_up_to_the_limit(room: Room) -> None:
    feeds = [await add_feed(room, name) for name in ("first", "second", "third")]
    for feed in feeds:
        await follow(room, feed)
    await note_reading(room, feeds[0], at=LATER)
    assert await due(room, NOW + timedelta(hours=1)) == [feeds[1], feeds[2], feeds[0]]
    assert await due(room, NOW + timedelta(hours=1), 2) == feeds[1:]


async def test_a_feed_is_due_when_the_clock_was_put_back(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    assert await due(room, NOW - timedelta(hours=5)) == [feed]


async def test_failures_are_counted_until_one_reading_succeeds(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await fail(room, feed)
    await fail(room, feed, hours=1)
    assert await due(room, NOW + timedelta(hours=1)) == []
    (found,) = await room.feeds.due(NOW + timedelta(hours=2), 10)
    assert (found.failures, found.failing_since) == (2, NOW)
    told = await health(room)
    assert (told.fault, told.status, told.failing_since) == ("refused by the site", 503, NOW)
    assert told.sentence == str(FetchFailed(FetchFault.STATUS, 503))
    await note_reading(room, feed, at=LATER)
    assert await health(room) == FeedHealth(read=LATER, next_due=LATER + timedelta(minutes=15))


async def test_failures_are_kept_over_a_restart(room: Room, url: str) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await fail(room, feed)
    again = await type(room.database).open(url)
    (found,) = await type(room.feeds)(again).due(NOW + timedelta(hours=1), 10)
    await again.close()
    assert (found.id, found.failures) == (feed, 1)


async def test_only_answers_of_410_in_a_row_count_as_gone(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    gone = []
    for status in (410, 410, 503, 410):
        await fail(room, feed, status)
        gone += [one.times_gone for one in await room.feeds.due(NOW + timedelta(hours=1), 1)]
    assert gone == [1, 2, 0, 1]


async def test_a_paused_feed_is_not_due_until_it_is_resumed(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await fail(room, feed)
    await room.feeds.pause(feed, "It has failed for two weeks.")
    assert await due(room, NOW + timedelta(days=30)) == []
    assert (await health(room)).paused == "It has failed for two weeks."
    await room.feeds.resume(feed)
    assert await due(room) == [feed]
    assert (await health(room)).failures == 0


async def test_a_paused_feed_that_is_added_again_is_read_again(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.feeds.pause(feed, "It is gone for good.")
    await add_feed(room, read=False)
    assert await due(room, LATER) == [feed]


async def test_a_feed_that_nobody_follows_any_more_is_not_due(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    assert await room.guilds.unfollow(HALDEN, feed)
    assert await due(room, LATER) == []


async def test_a_feed_that_nobody_read_for_a_while_begins_anew(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.guilds.unfollow(HALDEN, feed)
    await room.guilds.follow(HALDEN, feed, None, LATER)
    (found,) = await room.feeds.due(NOW, 1)
    assert not found.ever_read


async def test_a_feed_that_others_follow_does_not_begin_anew(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.guilds.follow(2, feed, None, LATER)
    assert await due(room) == []
    (found,) = await room.feeds.due(LATER, 1)
    assert found.ever_read


@pytest.mark.parametrize(
    ("readings", "address"),
    [
        ([MOVED] * MOVED_AFTER, MOVED),
        ([MOVED] * (MOVED_AFTER - 1), "https://harbour.example/feed"),
        ([MOVED, MOVED, None, MOVED], "https://harbour.example/feed"),
        ([MOVED, MOVED, "https://other.example/feed", MOVED], "https://harbour.example/feed"),
        (["https://harbour.example/feed"] * 9, "https://harbour.example/feed"),
        (["https://taken.example/feed"] * 9, "https://harbour.example/feed"),
    ],
)
async def test_a_feed_moves_when_it_was_redirected_for_good_often_enough(
    room: Room, readings: list[str | None], address: str
) -> None:
    await add_feed(room, "taken")
    feed = await add_feed(room)
    await follow(room, feed)
    for number, moved_to in enumerate(readings):
        if number % 2:
            await room.feeds.unchanged(feed, LATER, NOW, moved_to=moved_to)
        else:
            await note_reading(room, feed, moved_to=moved_to)
    (found,) = await room.guilds.followed(HALDEN)
    assert found.url == address


async def test_a_feed_removed_from_the_library_stays_with_its_followers(room: Room) -> None:
    feed = await room.feeds.add_feed("https://gull.example/feed", "Gull", library=True, now=NOW)
    await follow(room, feed)
    (listed,) = await room.feeds.library()
    assert (listed.id, listed.title, listed.channel) == (feed, "Gull", None)
    assert await room.feeds.remove_from_library(feed)
    assert not await room.feeds.remove_from_library(feed)
    assert await room.feeds.library() == ()
    assert await due(room, LATER) == [feed]


async def test_a_reading_of_a_feed_that_is_gone_is_no_fault(room: Room) -> None:
    await fail(room, 999)
    await note_reading(room, 999)
    await room.feeds.unchanged(999, LATER, NOW)
    await room.feeds.pause(999, "It is gone.")
    await room.feeds.resume(999)
