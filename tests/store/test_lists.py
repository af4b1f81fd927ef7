"""A list of feeds is kept in one transaction, and touches nobody else's."""

from datetime import timedelta

from bot.model import FeedLink
from bot.store.lists import FeedLists
from tests.store.builders import NOW
from tests.store.conftest import Room
from tests.store.service import HALDEN, LATER, MERRIN, MILL, QUAY, add_feed, follow

GULL = FeedLink("https://gull.example/feed", "Gull", "https://gull.example/")
HARBOUR = FeedLink("http://www.harbour.example/feed/")
"""At another address that means the same as that of the feed that is there."""


def lists(room: Room) -> FeedLists:
    return FeedLists(room.database)


async def test_the_feeds_of_a_list_are_followed_and_due_at_their_times(room: Room) -> None:
    named = [(GULL, NOW), (FeedLink("https://tarn.example/feed"), LATER)]
    assert await lists(room).follow(HALDEN, QUAY, named, NOW) == 2
    (gull, tarn) = sorted(await room.guilds.followed(HALDEN), key=lambda feed: feed.url)
    assert (gull.title, gull.site, gull.channel) == ("Gull", "https://gull.example/", QUAY)
    assert [feed.id for feed in await room.feeds.due(NOW, 10)] == [gull.id]
    assert [feed.id for feed in await room.feeds.due(LATER, 10)] == [gull.id, tarn.id]


async def test_what_is_followed_already_stays_as_it_is(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    assert await lists(room).follow(HALDEN, MILL, [(HARBOUR, LATER), (GULL, LATER)], NOW) == 1
    channels = {one.id: one.channel for one in await room.guilds.followed(HALDEN)}
    assert channels[feed] == QUAY
    assert len(channels) == 2


async def test_a_feed_that_another_server_reads_is_not_read_anew(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    before = (await room.guilds.followed(HALDEN))[0].health
    known = FeedLink("https://harbour.example/feed", "Mine")
    assert await lists(room).follow(MERRIN, MILL, [(known, LATER)], NOW) == 1
    (theirs,) = await room.guilds.followed(MERRIN)
    assert (theirs.id, theirs.title, theirs.health) == (feed, "Harbour", before)
    assert len(await room.guilds.followed(HALDEN)) == 1


async def test_a_feed_that_nobody_read_is_roused_at_its_time(room: Room) -> None:
    feed = await add_feed(room)
    due = NOW + timedelta(minutes=3)
    named = [(FeedLink("https://harbour.example/feed"), due)]
    assert await lists(room).follow(MERRIN, MILL, named, NOW) == 1
    assert await room.feeds.due(NOW, 10) == ()
    (found,) = await room.feeds.due(due, 10)
    assert (found.id, found.ever_read) == (feed, False)


async def test_a_list_for_the_library_adds_to_it_once(room: Room) -> None:
    assert await lists(room).add_to_library([(GULL, NOW), (HARBOUR, NOW)], NOW) == 2
    assert await lists(room).add_to_library([(GULL, NOW), (GULL, NOW)], NOW) == 0
    assert len(await room.feeds.library()) == 2


async def test_thousands_are_kept_at_once(room: Room) -> None:
    named = [(FeedLink(f"https://h{number}.example/feed"), LATER) for number in range(3000)]
    assert await lists(room).follow(HALDEN, QUAY, named, NOW) == 3000
    assert await lists(room).follow(HALDEN, QUAY, named, NOW) == 0
