"""A channel that takes no posts is left alone, and its moderators are told once."""

from bot.model import Trouble
from tests.store.builders import NOW
from tests.store.conftest import Room
from tests.store.service import (
    HALDEN,
    LATER,
    MILL,
    QUAY,
    add_feed,
    bring_news,
    follow,
    followed,
    take,
)


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
