"""Whatever a real site sends, reading it ends at its limit, and inner addresses are never asked."""

import gzip
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web as http

from bot.errors import FetchFailed, FetchFault
from bot.ingest.web import Web
from bot.newsroom.robots import Manners
from bot.newsroom.web import Reader
from bot.workers import Workers
from tests.fakes import LOOPBACK, Answer, Names, Site, serve

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)
INNER = (
    "http://10.0.0.1/robots.txt",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:192.168.1.1]/",
    "http://inner.example/robots.txt",
    "file:///etc/passwd",
)


class Room:
    """A site, and who reads it with little patience."""

    def __init__(self, site: Site, web: Web, workers: Workers) -> None:
        self.site = site
        self.reader = Reader(web, workers)
        self.manners = Manners(web, workers)

    async def fault(self, url: str) -> FetchFault:
        """Why a feed cannot be read."""
        with pytest.raises(FetchFailed) as failed:
            await self.reader.get_feed(url, None, None)
        return failed.value.fault


@pytest.fixture
async def room(workers: Workers) -> AsyncIterator[Room]:
    names = Names(inner_example=("192.168.7.1",))
    async with (
        serve() as site,
        Web(allowed=LOOPBACK, deadline=timedelta(seconds=2), resolver=names) as web,
    ):
        yield Room(site, web, workers)


@pytest.mark.parametrize("inner", INNER)
async def test_what_robots_txt_redirects_to_inside_is_not_asked(room: Room, inner: str) -> None:
    room.site.says("/robots.txt", Answer(status=301, headers={"Location": "/second"}))
    room.site.says("/second", Answer(status=302, headers={"Location": inner}))
    page = room.site.says("/a", b"<html>Tide</html>")
    with pytest.raises(FetchFailed) as failed:
        await room.manners.check(page)
    assert failed.value.fault in (FetchFault.REFUSED, FetchFault.BAD_ADDRESS)
    assert [request.path for request in room.site.requests] == ["/second"]


async def test_a_flat_body_of_fifty_megabytes_is_too_large(room: Room) -> None:
    url = room.site.says("/feed", bytes(50_000_000))
    assert await room.fault(url) is FetchFault.TOO_LARGE


async def test_a_flat_body_that_does_not_say_how_long_it_is_is_too_large(room: Room) -> None:
    packed = gzip.compress(b"<rss>" + bytes(50_000_000), 1)
    url = room.site.says("/feed", Answer(packed, headers={"Content-Encoding": "gzip"}))
    assert await room.fault(url) is FetchFault.TOO_LARGE
    assert await room.fault(room.site.url("/endless")) is FetchFault.TOO_LARGE


async def test_a_gzip_body_that_is_cut_off_is_garbled(room: Room) -> None:
    packed = gzip.compress(b"<rss><channel><title>Tide</title></channel></rss>" * 99)
    for length in (len(packed) - 1, len(packed) // 2, 12):
        headers = {"Content-Encoding": "gzip"}
        url = room.site.says("/feed", Answer(packed[:length], headers=headers))
        assert await room.fault(url) is FetchFault.GARBLED


async def test_a_body_that_drips_is_given_up_at_the_deadline(room: Room) -> None:
    assert await room.fault(room.site.url("/drip")) is FetchFault.TOO_SLOW


async def test_of_a_hundred_thousand_items_the_newest_are_read(room: Room) -> None:
    items = "".join(f"<item><title>Tide {number}</title></item>" for number in range(100_000))
    dated = "<item><title>News</title><pubDate>Fri, 09 May 2031 09:00:00 GMT</pubDate></item>"
    url = room.site.says("/feed", f"<rss><channel>{items}{dated}</channel></rss>".encode())
    fetched = await room.reader.get_feed(url, None, None)
    feed = await room.reader.parse(fetched, NOON)
    assert len(feed.entries) == 200
    assert feed.entries[-1].title == "News"


async def test_a_redirect_from_a_feed_to_an_inner_name_is_refused(room: Room) -> None:
    def away(request: http.Request) -> Answer:
        return Answer(status=307, headers={"Location": "http://inner.example:8080/feed"})

    assert await room.fault(room.site.says("/feed", away)) is FetchFault.REFUSED
