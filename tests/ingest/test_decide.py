"""What is news and what is not: feeds that bump, correct, renumber and repeat."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.ingest.decide import Outcome, decide, see
from bot.model import Entry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TIDE = Entry(
    title="Tide rises in Halden",
    url="https://harbour.example/tide",
    guid="t-1",
    published=NOON,
    summary="It rose.",
)
WIND = Entry(title="Wind falls", url="https://harbour.example/wind", guid="w-1", published=NOON)


def outcome(entry: Entry, *known: Entry) -> tuple[Outcome, int | None]:
    (decision,) = decide([entry], {key: see(one) for key, one in enumerate(known)})
    return decision.outcome, decision.known


def test_an_unknown_entry_is_new() -> None:
    assert outcome(WIND, TIDE) == (Outcome.NEW, None)


def test_a_known_entry_is_the_same() -> None:
    assert outcome(TIDE, WIND, TIDE) == (Outcome.SAME, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"published": NOON + timedelta(days=2)},
        {"published": None},
        {"title": "Tide falls in Halden"},
        {"guid": "t-2"},
        {"guid": None},
        {"guid": "t-2", "title": "Tide falls", "published": NOON + timedelta(days=2)},
        {"url": "https://harbour.example/2026/tide"},
        {"url": "https://new.example/tide", "guid": "t-2"},
        {"summary": "It rose and fell."},
        {"content": "<p>It rose.</p>"},
    ],
)
def test_a_known_entry_in_another_dress_is_an_update_and_not_news(
    change: dict[str, object],
) -> None:
    assert outcome(replace(TIDE, **change), WIND, TIDE) == (Outcome.CHANGED, 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "http://harbour.example/tide",
        "https://www.harbour.example/tide/",
        "https://HARBOUR.example/tide?utm_source=rss#top",
    ],
)
def test_a_link_written_in_another_way_is_no_change(url: str) -> None:
    assert outcome(replace(TIDE, url=url, guid=None), replace(TIDE, guid=None))[0] is Outcome.SAME


def test_a_guid_that_is_an_address_survives_the_move_to_https() -> None:
    before = replace(TIDE, guid="http://harbour.example/?p=7", url=None)
    after = replace(TIDE, guid="https://www.harbour.example/?p=7", url=None)
    assert outcome(after, before)[0] is Outcome.SAME


def test_a_title_of_every_day_is_new_every_day() -> None:
    today = Entry("Weather", url="https://harbour.example/1", published=NOON)
    later = Entry("Weather", url="https://harbour.example/2", published=NOON + timedelta(days=1))
    undated = Entry("Weather", url="https://harbour.example/3")
    assert outcome(later, today)[0] is Outcome.NEW
    assert outcome(undated, today, replace(undated, url=today.url))[0] is Outcome.NEW


def test_entries_with_nothing_but_a_title_are_known_by_it() -> None:
    assert outcome(Entry("Weather"), Entry("weather ")) == (Outcome.CHANGED, 0)


def test_one_guid_for_all_items_tells_nothing() -> None:
    reading = [replace(TIDE, guid="1"), replace(WIND, guid="1")]
    assert [one.outcome for one in decide(reading, {})] == [Outcome.NEW, Outcome.NEW]
    known = {key: see(entry) for key, entry in enumerate(reading)}
    assert [one.known for one in decide(reading, known)] == [0, 1]


def test_the_items_of_a_live_page_are_each_their_own() -> None:
    page = "https://harbour.example/live"
    reading = [
        Entry("First post", url=f"{page}#1", guid="a"),
        Entry("Second post", url=f"{page}#2", guid="b"),
    ]
    assert [one.outcome for one in decide(reading, {})] == [Outcome.NEW, Outcome.NEW]
    third = Entry("Third post", url=f"{page}#3", guid="c")
    known = {key: see(entry) for key, entry in enumerate(reading)}
    assert [one.outcome for one in decide([third, *reading], known)] == [
        *(Outcome.NEW, Outcome.SAME, Outcome.SAME)
    ]


def test_a_link_to_the_front_page_tells_nothing() -> None:
    front = "https://harbour.example/"
    assert outcome(Entry("Wind", url=front, guid="b"), Entry("Tide", url=front, guid="a")) == (
        Outcome.NEW,
        None,
    )


def test_an_article_that_stands_twice_in_a_reading_is_decided_once() -> None:
    twice = [TIDE, replace(TIDE, guid="t-2"), WIND]
    assert [one.outcome for one in decide(twice, {})] == [Outcome.NEW, Outcome.NEW]
    known = {"tide": see(TIDE)}
    assert [one.outcome for one in decide(twice, known)] == [Outcome.SAME, Outcome.NEW]


def test_new_guids_for_a_whole_feed_are_no_news() -> None:
    feed = [
        Entry(f"Story {n}", url=f"https://harbour.example/{n}", guid=f"a{n}", published=NOON)
        for n in range(200)
    ]
    known = {key: see(entry) for key, entry in enumerate(feed)}
    renumbered = [replace(entry, guid=f"b{n}") for n, entry in enumerate(feed)]
    decisions = decide(renumbered, known)
    assert {one.outcome for one in decisions} == {Outcome.CHANGED}
    assert [one.known for one in decisions] == list(range(200))


def test_lone_surrogates_and_nothing_at_all_are_decided() -> None:
    assert outcome(Entry("\ud800"), Entry(""))[0] is Outcome.NEW
    assert decide([], {}) == ()
