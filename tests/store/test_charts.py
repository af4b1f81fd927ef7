"""What strikes about a feed is kept since it was first met; a chart joins all that is known."""

from datetime import timedelta

from bot.doctor import Chart, Sign, Symptom
from bot.store.charts import Charts
from bot.store.moves import MOVED_AFTER
from tests.store.builders import NOW
from tests.store.conftest import Room
from tests.store.service import LATER, add_feed, follow, make_sighting

DAY = timedelta(days=1)
UNDATED = Symptom(Sign.NO_DATES, "all 9 items")
MOVED = "https://moved.example/feed"


async def chart(room: Room, feed: int) -> Chart:
    found = await Charts(room.database).chart(feed)
    assert found is not None
    return found


async def read(
    room: Room, feed: int, *symptoms: Symptom, day: int = 0, moved_to: str | None = None
) -> None:
    await room.feeds.was_read(
        feed,
        title="Harbour",
        etag=None,
        modified=None,
        interval=None,
        next_due=LATER,
        now=NOW + day * DAY,
        moved_to=moved_to,
        symptoms=symptoms,
    )


async def test_a_symptom_keeps_its_beginning_while_it_lasts(room: Room) -> None:
    feed = await add_feed(room)
    await read(room, feed, UNDATED)
    await read(room, feed, Symptom(Sign.NO_DATES, "3 of 9 items"), day=1)
    await room.feeds.unchanged(feed, LATER, NOW + 2 * DAY)
    (symptom,) = (await chart(room, feed)).symptoms
    assert (symptom.sign, symptom.detail, symptom.since) == (Sign.NO_DATES, "3 of 9 items", NOW)


async def test_a_symptom_that_passes_begins_anew_when_it_comes_back(room: Room) -> None:
    feed = await add_feed(room)
    await read(room, feed, UNDATED)
    await read(room, feed, day=1)
    assert (await chart(room, feed)).symptoms == ()
    await read(room, feed, UNDATED, Symptom(Sign.EMPTY), day=2)
    since = {one.sign: one.since for one in (await chart(room, feed)).symptoms}
    assert since == {Sign.NO_DATES: NOW + 2 * DAY, Sign.EMPTY: NOW + 2 * DAY}


async def test_a_failure_leaves_what_was_kept(room: Room) -> None:
    feed = await add_feed(room)
    await read(room, feed, UNDATED)
    await room.feeds.failed(feed, "unknown host", None, "No site.", LATER, NOW + DAY)
    kept = await chart(room, feed)
    assert [one.sign for one in kept.symptoms] == [Sign.NO_DATES]
    assert kept.health.failing_since == NOW + DAY


async def test_the_symptoms_of_one_feed_are_no_other_s(room: Room) -> None:
    harbour, gull = await add_feed(room), await add_feed(room, "gull")
    await read(room, harbour, UNDATED)
    await read(room, gull)
    assert (await chart(room, harbour)).symptoms
    assert (await chart(room, gull)).symptoms == ()


async def test_a_move_is_known_since_its_first_redirect(room: Room) -> None:
    feed = await add_feed(room)
    await read(room, feed, moved_to=MOVED)
    await room.feeds.unchanged(feed, LATER, NOW + DAY, moved_to=MOVED)
    kept = await chart(room, feed)
    assert (kept.moved_to, kept.moves, kept.moved_since) == (MOVED, 2, NOW)
    assert kept.symptoms == ()
    for _ in range(MOVED_AFTER - 2):
        await read(room, feed, moved_to=MOVED, day=2)
    kept = await chart(room, feed)
    assert (kept.url, kept.moved_to) == (MOVED, None)


async def test_articles_that_could_not_be_read_are_counted_by_reason(room: Room) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.entries.keep(feed, [make_sighting(f"tide{n}") for n in range(4)], NOW)
    waiting = await room.entries.waiting(NOW, 10)
    for one in waiting[:3]:
        reason = "Closed (403)." if one != waiting[0] else "Too slow."
        await room.entries.failed(one.id, reason, None, NOW + DAY)
    kept = await chart(room, feed)
    assert kept.articles == 4
    assert [(one.reason, one.articles, one.since) for one in kept.unread] == [
        ("Closed (403).", 2, NOW),
        ("Too slow.", 1, NOW),
    ]
    assert kept.newest == NOW


async def test_a_feed_that_is_gone_has_no_chart(room: Room) -> None:
    assert await Charts(room.database).chart(999) is None


async def test_a_paused_feed_that_is_added_again_is_read_as_one_that_never_failed(
    room: Room,
) -> None:
    feed = await add_feed(room)
    await follow(room, feed)
    await room.feeds.failed(feed, "refused by the site", 410, "Gone.", LATER, NOW)
    await room.feeds.pause(feed, "Gone.")
    assert await room.feeds.add_feed("https://harbour.example/feed", now=LATER) == feed
    kept = await chart(room, feed)
    assert (kept.health.paused, kept.health.failures, kept.times_gone) == (None, 0, 0)
    assert kept.health.failing_since is None
    assert [one.id for one in await room.feeds.due(LATER, 10)] == [feed]
