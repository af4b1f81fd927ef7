"""Whatever a site names leads nobody inside: feeds, entries, canonical pages, lists."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.errors import FetchFailed, FetchFault, NotAFeed, PageMoved
from bot.ingest.web import Web
from bot.model import Entry
from bot.newsroom.web import Reader
from bot.workers import Workers
from tests.fakes import Answer, Names, Site, serve

NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
INSIDE = "http://127.0.0.1:8443/"
PARAGRAPH = b"<p>The river went down on Monday, and the bridge at Halden was open by noon.</p>"


@dataclass(frozen=True, slots=True)
class Room:
    reader: Reader
    site: Site  # at a name that the operator allows
    inner: Site

    def url(self, path: str) -> str:
        return f"http://feeds.lan:{self.site.origin.rpartition(':')[2]}{path}"


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    names = Names(feeds_lan=("127.0.0.1",), rebound_example=("127.0.0.1",))
    async with (
        serve() as site,
        serve(port=8443) as inner,
        Workers() as workers,
        Web(resolver=names, allowed=("feeds.lan",)) as web,
    ):
        inner.says("/", b"<rss><channel><title>Secret</title></channel></rss>")
        yield Room(Reader(web, workers), site, inner)


async def test_an_inner_feed_that_a_page_offers_is_not_fetched(room: Room) -> None:
    for url in (INSIDE, "http://rebound.example:8443/", "//localhost:8443/"):
        link = f'<link rel="alternate" type="application/rss+xml" href="{url}">'
        room.site.says("/", link.encode())
        with pytest.raises((FetchFailed, NotAFeed)):
            await room.reader.find_feed(room.url("/"), NOON)
    assert not room.inner.requests


async def test_an_entry_that_leads_inside_is_refused(room: Room) -> None:
    for url in (INSIDE, "http://rebound.example:8443/", "http://[::1]:8443/"):
        with pytest.raises(FetchFailed) as failure:
            await room.reader.read_entry(Entry("Tide", url=url), room.url("/"), None, patient=False)
        assert failure.value.fault is FetchFault.REFUSED
    assert not room.inner.requests


async def test_neither_canonical_link_nor_picture_nor_frame_of_a_page_is_fetched(
    room: Room,
) -> None:
    head = f'<link rel="canonical" href="{INSIDE}"><base href="{INSIDE}">'
    head += (
        f'<meta property="og:image" content="{INSIDE}a.png"><link rel="amphtml" href="{INSIDE}">'
    )
    body = f'<img src="{INSIDE}b.png"><iframe src="{INSIDE}"></iframe>'.encode() + PARAGRAPH * 12
    page = f"<html><head><title>Toll rises in Halden</title>{head}</head><body><article>".encode()
    room.site.says("/tide", Answer(page + body + b"</article></body></html>"))
    article = await room.reader.read_page(room.url("/tide"))
    assert article.url == room.url("/tide")
    assert not room.inner.requests


async def test_a_page_that_only_sends_its_readers_on_leads_to_the_article_and_not_inside(
    room: Room,
) -> None:
    page = b"<html><title>Toll rises in Halden</title><article>" + PARAGRAPH * 12
    room.site.says("/tide", page)
    sign = '<html><meta http-equiv="refresh" content="0; url=%s"><p>Moved</p></html>'
    room.site.says("/sign", (sign % "/tide").encode())
    script = b"<html><script>location.replace('/sign');</script></html>"
    room.site.says("/script", script)
    article = await room.reader.read_page(room.url("/script"))
    assert article.url == room.url("/tide")
    for url in (INSIDE, "http://rebound.example:8443/"):
        room.site.says("/sign", (sign % url).encode())
        with pytest.raises(FetchFailed) as failure:
            await room.reader.read_page(room.url("/sign"))
        assert failure.value.fault is FetchFault.REFUSED
    assert not room.inner.requests


async def test_pages_that_send_their_readers_round_in_a_circle_are_left(room: Room) -> None:
    for here, there in (("/a", "/b"), ("/b", "/a")):
        page = f'<html><meta http-equiv="refresh" content="0;url={there}"></html>'
        room.site.says(here, page.encode())
    with pytest.raises(PageMoved):
        await room.reader.read_page(room.url("/a"))
    assert len(room.site.requests) == 3


async def test_what_a_feed_says_of_itself_is_not_fetched(room: Room) -> None:
    feed = f"""<?xml version="1.0"?><?xml-stylesheet href="{INSIDE}"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Tide</title>
    <atom:link rel="self" href="{INSIDE}"/><atom:link rel="hub" href="{INSIDE}"/>
    <atom:link rel="next" href="{INSIDE}"/><docs>{INSIDE}</docs>
    <image><url>{INSIDE}</url></image><cloud domain="127.0.0.1" port="8443" path="/"/>
    <item><title>Tide</title><enclosure url="{INSIDE}" type="image/png"/></item></channel></rss>"""
    room.site.says("/feed", feed.encode())
    found = await room.reader.find_feed(room.url("/feed"), NOON)
    assert found.feed.title == "Tide"
    assert not room.inner.requests
