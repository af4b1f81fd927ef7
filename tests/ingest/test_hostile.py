"""Whatever a site sends is a feed or none, and takes no process of ours with it."""

import asyncio
import contextlib
import gzip
import zlib

import pytest

from bot.errors import FetchFailed, FetchFault, NewsError, NotAFeed
from bot.ingest.web import FEED_BYTES, Web
from bot.newsroom.web import Reader
from bot.workers import Workers
from tests.fakes import LOOPBACK, Answer, Names, serve
from tests.ingest.feeds import NOW, read
from tests.ingest.hostile import BODIES, make_body

GOOD = b"<rss version='2.0'><channel><title>Harbour</title><item><title>Tide</title></item>"


@pytest.mark.parametrize("name", BODIES)
def test_a_hostile_body_is_a_feed_or_none(name: str) -> None:
    with contextlib.suppress(NotAFeed):
        assert len(read(make_body(name, 60_000)).entries) <= 200


@pytest.mark.parametrize(
    "name",
    ["deep tags", "deep xhtml", "links of one entry", "authors of one entry", "ampersands"],
)
def test_what_would_take_a_minute_is_refused_before_it_is_parsed(name: str) -> None:
    with pytest.raises(NotAFeed, match="so many tags"):
        read(make_body(name, FEED_BYTES))


def test_a_long_feed_whose_items_are_many_tags_is_read_with_its_newest_items() -> None:
    item = b"<item><title>Tide</title><description>" + b"<b>x</b>" * 300 + b"</description></item>"
    assert len(read(b"<rss><channel>" + item * 200).entries) == 50


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_what_is_packed_twice_is_unpacked_once(encoding: str) -> None:
    pack = gzip.compress if encoding == "gzip" else zlib.compress
    async with serve() as site, Web(allowed=LOOPBACK) as reader:
        body = pack(pack(bytes(50_000_000)))
        url = site.says("/feed", Answer(body, headers={"Content-Encoding": encoding}))
        fetched = await reader.get(url)
        assert len(fetched.content) < 100_000
        for told in ("gzip, gzip", "br", "zstd", "gzip, br"):
            site.says("/feed", Answer(body, headers={"Content-Encoding": told}))
            with pytest.raises(FetchFailed) as failure:
                await reader.get(url)
            assert failure.value.fault is FetchFault.GARBLED


async def test_others_are_read_while_hostile_sites_are() -> None:
    faults = ("drip", "endless", "silent", "bomb", "truncated", "broken-off", "loop")
    hosts = {f"{name.replace('-', '')}_example": ("127.0.0.1",) for name in faults}
    async with (
        serve() as site,
        Workers(2) as workers,
        Web(allowed=LOOPBACK, resolver=Names(**hosts)) as web,
    ):
        port = site.origin.rpartition(":")[2]
        reader = Reader(web, workers)

        async def read_feed(url: str) -> str | None:
            return (await reader.parse(await reader.get_feed(url, None, None), NOW)).title

        bad = [f"http://{name.replace('-', '')}.example:{port}/{name}" for name in faults]
        for name in ("deep tags", "one tag", "open quotes"):
            path = f"/{name.replace(' ', '-')}"
            bad.append(site.says(path, make_body(name, 2_000_000)))
        tasks = [asyncio.create_task(read_feed(url)) for url in bad]
        assert await read_feed(site.says("/good", GOOD)) == "Harbour"
        assert not all(task.done() for task in tasks)
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    expected = (NewsError, asyncio.CancelledError, str)
    assert all(isinstance(end, expected) for end in ends), ends
