"""What a server follows is its own, and goes with it."""

import pytest

from bot.errors import AlreadyFollowed
from tests.store.builders import NOW
from tests.store.conftest import Room
from tests.store.service import (
    HALDEN,
    LATER,
    MERRIN,
    MILL,
    QUAY,
    add_feed,
    bring,
    follow,
    make_sighting,
    titles,
)


async def test_a_feed_followed_twice_is_refused_with_what_to_do(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    with pytest.raises(AlreadyFollowed, match="remove it first"):
        await room.guilds.follow(HALDEN, feed, MILL, LATER)
    (found,) = await room.guilds.followed(HALDEN)
    assert found.channel == QUAY


async def test_a_server_is_shown_the_feeds_that_it_follows_by_title(room: Room) -> None:
    for name in ("quay", "harbour"):
        await follow(room, await add_feed(room, name))
    listed = await room.guilds.followed(HALDEN)
    assert [feed.title for feed in listed] == ["Harbour", "Quay"]
    assert {feed.channel for feed in listed} == {QUAY}


async def test_the_address_of_one_server_shows_in_no_other(room: Room) -> None:
    await follow(room, await add_feed(room, "secret-token"))
    await follow(room, await add_feed(room, "mill"), MERRIN, MILL)
    await room.feeds.add_feed("https://gull.example/feed", library=True, now=NOW)
    elsewhere = (*await room.guilds.followed(MERRIN), *await room.feeds.library())
    assert len(elsewhere) == 2
    assert "secret-token" not in str(elsewhere)
    assert await room.guilds.followed(3) == ()


async def test_a_server_unfollows_once(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    assert await room.guilds.unfollow(HALDEN, feed)
    assert not await room.guilds.unfollow(HALDEN, feed)
    assert not await room.guilds.unfollow(HALDEN, 999)


async def test_what_waits_of_a_feed_goes_with_it(room: Room) -> None:
    feed, other = await add_feed(room), await add_feed(room, "other")
    await follow(room, feed)
    await follow(room, feed, MERRIN, MILL)
    await follow(room, other)
    await bring(room, feed, [make_sighting("tide")])
    await bring(room, other, [make_sighting("wind")])
    await room.guilds.unfollow(HALDEN, feed)
    due = await room.deliveries.due(NOW)
    assert [(one.guild, one.channel) for one in due] == [(HALDEN, QUAY), (MERRIN, MILL)]
    assert await titles(room, due) == ["wind", "tide"]


async def test_what_another_feed_brings_to_the_channel_stays(room: Room) -> None:
    feed, other = await add_feed(room), await add_feed(room, "other")
    await follow(room, feed)
    await follow(room, other)
    await bring(room, feed, [make_sighting("tide")])
    await bring(room, other, [make_sighting("tide")])
    await room.guilds.unfollow(HALDEN, feed)
    assert await titles(room, await room.deliveries.due(NOW)) == ["tide"]
    await room.guilds.unfollow(HALDEN, other)
    assert await room.deliveries.due(NOW) == ()


async def test_a_server_that_is_forgotten_leaves_nothing_waiting(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await follow(room, feed, MERRIN, MILL)
    await bring(room, feed, [make_sighting("tide"), make_sighting("wind")])
    await room.deliveries.pause(QUAY, "The bot may not post here.", NOW)
    await room.guilds.forget(HALDEN)
    assert await room.guilds.followed(HALDEN) == ()
    assert await room.guilds.following() == (MERRIN,)
    assert await room.deliveries.troubles() == ()
    assert {one.guild for one in await room.deliveries.due(NOW)} == {MERRIN}


async def test_a_server_that_comes_back_is_not_posted_the_same_again(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed, MERRIN, MILL)
    await follow(room, feed)
    await bring(room, feed, [make_sighting("tide")])
    await room.guilds.forget(HALDEN)
    await follow(room, feed, at=LATER)
    await bring(room, feed, [make_sighting("tide", known=1, words="corrected")], now=LATER)
    assert {one.guild for one in await room.deliveries.due(LATER)} == {MERRIN}
