"""A list is followed as a whole, read one after another, and posts nothing that is old."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.ingest.opml import parse_opml
from bot.ingest.web import Web
from bot.model import FeedLink
from bot.newsroom.service import Service, open_service
from bot.render.opml import opml
from bot.store.database import Database
from bot.store.deliveries import Deliveries
from bot.store.feeds import Feeds
from bot.workers import Workers
from tests.fakes import LOOPBACK, Site, serve

NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
FEED = b"""<rss version="2.0"><channel><title>Harbour Times</title><link>https://h.example/</link>
<item><title>Tide takes the pier</title><link>https://h.example/tide</link>
<pubDate>Mon, 14 Sep 2026 10:00:00 GMT</pubDate><description>It rose.</description></item>
</channel></rss>"""


@dataclass(frozen=True, slots=True)
class Room:
    service: Service
    database: Database
    site: Site


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    database = await Database.open(f"sqlite:///{tmp_path}/newsroom.db")
    async with (
        serve() as site,
        Workers() as workers,
        Web(allowed=LOOPBACK) as web,
        open_service(database, workers, web, QUARTER) as service,
    ):
        yield Room(service, database, site)
    await database.close()


def list_of(*urls: str) -> bytes:
    outlines = "".join(f"<outline type='rss' text='{url}' xmlUrl='{url}'/>" for url in urls)
    return f"<opml><body>{outlines}</body></opml>".encode()


async def test_a_thousand_feeds_are_due_one_after_another_and_none_is_read_at_once(
    room: Room,
) -> None:
    urls = [room.site.url(f"/{number}") for number in range(1000)]
    taken = await room.service.lists.follow(1, 5, list_of(*urls), NOON)
    assert (taken.new, taken.known, taken.repeated, taken.refused) == (1000, 0, 0, ())
    assert not room.site.requests
    feeds = Feeds(room.database)
    due = [len(await feeds.due(NOON + QUARTER * part / 10, 2000)) for part in range(11)]
    steps = [after - before for before, after in pairwise(due)]
    assert due[-1] == 1000
    assert all(98 <= step <= 102 for step in steps), steps


async def test_the_first_reading_of_a_list_posts_nothing(room: Room) -> None:
    urls = [room.site.says(path, FEED) for path in ("/a", "/b")]
    await room.service.lists.follow(1, 5, list_of(*urls), NOON)
    later = NOON + timedelta(minutes=1)
    await room.service.polling.start_due(later)
    async with asyncio.timeout(30):
        await room.service.polling.finish()
    assert {request.path for request in room.site.requests} == {"/a", "/b"}
    assert await Deliveries(room.database).due(later, 10) == ()


async def test_addresses_that_lead_inside_are_refused_in_words(room: Room) -> None:
    bad = ("http://10.0.0.7/feed", "http://169.254.169.254/feed", "https://a:b@h.example/feed")
    taken = await room.service.lists.follow(1, 5, list_of(*bad, "https://h.example/feed"), NOON)
    assert (taken.new, len(taken.refused)) == (1, 3)
    assert all(one.reason.endswith(".") for one in taken.refused)


async def test_folders_are_kept_from_one_reader_to_the_next(room: Room) -> None:
    told = b"""<opml><body><outline text="World"><outline title="Sea &amp; Tide">
      <outline type="rss" text="A" xmlUrl="https://a.example/feed"></outline>
      <outline type="rss" text="B" xmlUrl="https://b.example/feed"/></outline>
      <outline type="rss" text="C" xmlUrl="https://c.example/feed"/></outline>
      <outline type="rss" text="D" xmlUrl="https://d.example/feed"/></body></opml>"""
    folders = {"A": ("World", "Sea & Tide"), "B": ("World", "Sea & Tide"), "C": ("World",), "D": ()}
    await room.service.lists.follow(1, 5, told, NOON)
    await room.service.lists.add_to_library(told, NOON)
    for feeds in (
        await room.service.following.followed(1),
        await room.service.following.library(),
        parse_opml(opml("Ours", await room.service.following.followed(1), NOON).encode()).feeds,
    ):
        assert {feed.title: feed.folder for feed in feeds} == folders


async def test_what_goes_out_comes_in_again_and_is_equal(room: Room) -> None:
    titles = ("Tide & Wind", "3 < 4 > 2", "“Quoted” \"twice\" 'so'", "🌊 Zoë", "]]> --> <b>")
    named = [
        FeedLink(f"https://h.example/{number}?a=1&b={number}", title, "https://h.example/?x=1&y")
        for number, title in enumerate(titles)
    ]
    for feed in named:
        await Feeds(room.database).add_feed(feed.url, feed.title, library=True, now=NOON)
    first = opml("Ours", await room.service.following.library(), NOON)
    again = parse_opml(first.encode())
    assert {(feed.url, feed.title) for feed in again.feeds} == {(f.url, f.title) for f in named}
    taken = await room.service.lists.follow(1, 5, first.encode(), NOON)
    assert taken.new == len(titles)
    assert opml("Ours", await room.service.following.followed(1), NOON) == first
    assert await room.service.following.followed(2) == ()
