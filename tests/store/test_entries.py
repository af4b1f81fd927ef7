"""An entry is known again, and waits until its article is read or given up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model import Entry, Seen
from bot.store.entries import MOST_TRIES, Sighting
from tests.store.builders import NOW, hours_ago
from tests.store.conftest import Room
from tests.store.service import (
    HALDEN,
    LATER,
    QUAY,
    add_feed,
    analyse_all,
    article_of,
    bring,
    follow,
    keep_article,
    make_sighting,
)

TIDE = make_sighting("tide")


async def feed_with(room: Room, *sightings: Sighting) -> int:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.entries.keep(feed, sightings, NOW)
    return feed


async def waiting(room: Room, now: object = NOW) -> list[str]:
    return [one.entry.title for one in await room.entries.waiting(now, 100)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "is_known"),
    [
        (TIDE.seen, True),
        (Seen("guid-tide", "other.example/x", "other", None, ""), True),
        (Seen("other", "harbour.example/tide", "other", None, ""), True),
        (Seen(None, None, "tide", NOW, ""), True),
        (Seen(None, None, "tide", hours_ago(24), ""), False),
        (Seen("other", "other.example/x", "other", NOW, ""), False),
        (Seen(None, None, "other", None, ""), False),
    ],
)
async def test_an_entry_is_known_by_each_of_its_signs(
    room: Room, seen: Seen, is_known: bool
) -> None:
    feed = await feed_with(room, TIDE, make_sighting("wind"))
    known = await room.entries.known(feed, [seen])
    assert list(known.values()) == ([TIDE.seen] if is_known else [])


async def test_an_entry_of_another_feed_is_not_known(room: Room) -> None:
    await feed_with(room, TIDE)
    other = await add_feed(room, "other")
    assert await room.entries.known(other, [TIDE.seen]) == {}


async def test_the_entries_of_an_archive_are_all_known(room: Room) -> None:
    archive = [make_sighting(f"tide {number}", published=None) for number in range(1200)]
    feed = await feed_with(room, *archive)
    known = await room.entries.known(feed, (one.seen for one in archive))
    assert list(known.values()) == [one.seen for one in reversed(archive)]


async def test_a_first_reading_brings_articles_but_no_news(room: Room) -> None:
    feed = await add_feed(room, read=False)
    await room.guilds.follow(HALDEN, feed, QUAY, NOW)
    assert await room.entries.keep(feed, [TIDE], NOW) == 0
    assert await waiting(room) == ["tide"]


async def test_a_later_reading_brings_news(room: Room) -> None:
    feed = await feed_with(room)
    assert await room.entries.keep(feed, [TIDE, make_sighting("wind")], NOW) == 2


async def test_what_stands_last_in_a_feed_is_read_first(room: Room) -> None:
    await feed_with(room, TIDE, make_sighting("wind"))
    assert await waiting(room) == ["wind", "tide"]


async def test_news_are_read_before_the_rest(room: Room) -> None:
    old = await add_feed(room, "old", read=False)
    await room.guilds.follow(HALDEN, old, QUAY, NOW)
    await room.entries.keep(old, [make_sighting("old")], hours_ago(1))
    await feed_with(room, TIDE)
    assert await waiting(room) == ["tide", "old"]


async def test_each_feed_has_its_turn(room: Room) -> None:
    for name, count in (("slow", 5), ("quick", 2)):
        feed = await add_feed(room, name)
        await follow(room, feed)
        sightings = [make_sighting(f"{name} {number}") for number in range(count, 0, -1)]
        await room.entries.keep(feed, sightings, NOW if name == "slow" else LATER)
    assert await waiting(room, LATER) == [
        *("slow 1", "quick 1", "slow 2", "quick 2"),
        *("slow 3", "slow 4", "slow 5"),
    ]


async def test_an_entry_waits_with_all_that_its_feed_says(room: Room) -> None:
    entry = Entry(
        "Tide",
        url="https://harbour.example/tide",
        published=hours_ago(2),
        updated=hours_ago(1),
        author="Mara Lind",
        summary="It rose.",
        content="<p>It rose.</p>",
    )
    feed = await feed_with(room, Sighting(entry, TIDE.seen))
    (found,) = await room.entries.waiting(NOW, 10)
    assert (found.feed, found.outlet, found.failures) == (feed, "Harbour", 0)
    expected = replace(entry, guid="guid-tide", published=TIDE.seen.published)
    assert found.entry == expected


async def test_an_entry_that_was_read_waits_no_longer(room: Room) -> None:
    feed = await feed_with(room, make_sighting("tide", content="<p>It rose.</p>"))
    await bring(room, feed, [])
    assert await waiting(room) == []
    async with room.database.reading() as connection:
        rows = await connection.exec_driver_sql("SELECT article_id, content FROM entries")
        assert rows.one() == (1, None)


async def test_entries_of_a_feed_that_nobody_follows_wait_for_nothing(room: Room) -> None:
    feed = await feed_with(room, TIDE)
    await room.guilds.unfollow(HALDEN, feed)
    assert await waiting(room) == []


async def test_an_article_that_cannot_be_read_is_tried_again_and_then_given_up(
    room: Room,
) -> None:
    await feed_with(room, TIDE)
    now = NOW
    for number in range(1, MOST_TRIES + 1):
        (found,) = await room.entries.waiting(now, 10)
        assert found.failures == number - 1
        retry_at = now + timedelta(hours=1)
        goes_on = await room.entries.failed(found.id, "It is empty.", retry_at, now)
        assert goes_on == (number < MOST_TRIES)
        assert await waiting(room, now) == []
        now = retry_at
    assert await waiting(room, NOW + timedelta(days=9)) == []


async def test_an_article_may_be_given_up_at_once(room: Room) -> None:
    await feed_with(room, TIDE)
    (found,) = await room.entries.waiting(NOW, 10)
    assert not await room.entries.failed(found.id, "It is behind a wall.", None, NOW)
    assert await waiting(room, LATER) == []
    assert not await room.entries.failed(999, "It is gone.", LATER, NOW)


async def test_an_entry_with_other_words_is_read_again(room: Room) -> None:
    feed = await feed_with(room, TIDE)
    await bring(room, feed, [])
    (id,) = await room.entries.known(feed, [TIDE.seen])
    corrected = make_sighting("tide", known=id, words="It fell.")
    assert await room.entries.keep(feed, [corrected], LATER) == 0
    assert await waiting(room, LATER) == ["tide"]
    assert await room.entries.known(feed, [TIDE.seen]) == {id: corrected.seen}


async def test_an_entry_given_up_is_read_again_when_it_changes(room: Room) -> None:
    feed = await feed_with(room, TIDE)
    (found,) = await room.entries.waiting(NOW, 10)
    await room.entries.failed(found.id, "It is empty.", None, NOW)
    await room.entries.keep(feed, [make_sighting("tide", known=found.id, words="More.")], LATER)
    (again,) = await room.entries.waiting(LATER, 10)
    assert (again.id, again.failures) == (found.id, 0)


async def test_an_entry_dated_anew_is_not_read_again(room: Room) -> None:
    feed = await feed_with(room, TIDE)
    await bring(room, feed, [])
    bumped = make_sighting("tide", known=1, published=LATER)
    await room.entries.keep(feed, [bumped], LATER)
    assert await waiting(room, LATER) == []
    assert await room.entries.known(feed, [TIDE.seen]) == {1: bumped.seen}


async def test_an_entry_dated_anew_while_it_waits_keeps_its_article(room: Room) -> None:
    feed = await feed_with(room, make_sighting("tide", content="<p>It rose.</p>"))
    await room.entries.keep(feed, [make_sighting("tide", known=1, published=LATER)], LATER)
    (found,) = await room.entries.waiting(LATER, 10)
    assert found.entry.content == "<p>It rose.</p>"


async def test_any_text_can_be_kept(room: Room) -> None:
    odd = "\0half \ud83d a smile\u202e" + "é" * 100_000
    feed = await feed_with(room, Sighting(Entry(odd, url=odd), Seen(odd, odd, odd, None, "")))
    (found,) = await room.entries.waiting(NOW, 10)
    assert found.entry.title == odd.replace("\ud83d", "\ufffd")
    assert len(await room.entries.known(feed, [Seen(odd, None, "", None, "")])) == 1


async def test_a_waiting_entry_is_due_when_the_clock_was_put_back(room: Room) -> None:
    await feed_with(room, TIDE)
    assert await waiting(room, NOW - timedelta(hours=5)) == ["tide"]


async def test_an_article_that_was_analysed_before_is_news_as_soon_as_it_is_read(
    room: Room,
) -> None:
    feed = await feed_with(room, TIDE)
    (found,) = await room.entries.waiting(NOW, 10)
    await room.articles.keep(article_of(found.entry), NOW, feed=feed)
    await analyse_all(room.articles, NOW)
    assert await room.deliveries.due(NOW) == ()
    await keep_article(room.articles, room.entries, found, NOW)
    assert len(await room.deliveries.due(NOW)) == 1
