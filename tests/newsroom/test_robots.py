"""What sites ask of programs is asked once, kept, and kept to."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.errors import FetchFailed, FetchFault
from bot.ingest.web import Web
from bot.model import ArticleKind, Entry
from bot.newsroom.robots import DAY, SOON, Manners
from bot.newsroom.web import Reader, may_pass
from bot.workers import Workers
from tests.fakes import LOOPBACK, Answer, Site, serve

PROSE = "<p>The river at Halden rose by two metres on Monday night, the county said.</p>" * 6
PAGE = f"<html><head><title>Flood</title></head><body><article>{PROSE}</article></body></html>"
ALL = b"User-agent: *\nDisallow: /"


@dataclass(slots=True)
class Room:
    site: Site
    web: Web
    workers: Workers
    manners: Manners
    reader: Reader
    seconds: list[float]

    async def fault(self, url: str) -> FetchFault | None:
        """Why a page may not be read; None where it may."""
        try:
            await self.manners.check(url)
        except FetchFailed as error:
            return error.fault
        return None


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    seconds = [0.0]
    async with serve() as site, Workers() as workers, Web(allowed=LOOPBACK) as web:
        manners = Manners(web, workers, lambda: seconds[0])
        yield Room(site, web, workers, manners, Reader(web, workers), seconds)


async def test_many_pages_of_a_site_ask_for_robots_txt_once(room: Room) -> None:
    room.site.says("/robots.txt", b"User-agent: *\nDisallow: /private")
    urls = [room.site.url(f"/{n}") for n in range(20)]
    assert await asyncio.gather(*map(room.fault, urls)) == [None] * 20
    assert await room.fault(room.site.url("/private/1")) is FetchFault.ROBOTS
    assert room.site.asked_for_robots == 1


async def test_robots_txt_is_asked_for_again_after_a_day(room: Room) -> None:
    room.site.says("/robots.txt", ALL)
    assert await room.fault(room.site.url("/a")) is FetchFault.ROBOTS
    room.site.says("/robots.txt", b"")
    room.seconds[0] = DAY - 1
    assert await room.fault(room.site.url("/a")) is FetchFault.ROBOTS
    room.seconds[0] = DAY
    assert await room.fault(room.site.url("/a")) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
async def test_a_site_without_robots_txt_lets_all_be_read(room: Room, status: int) -> None:
    room.site.says("/robots.txt", Answer(status=status))
    assert await room.fault(room.site.url("/a")) is None


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_site_in_trouble_lets_nothing_be_read_for_now(room: Room, status: int) -> None:
    room.site.says("/robots.txt", Answer(status=status))
    with pytest.raises(FetchFailed) as failed:
        await room.manners.check(room.site.url("/a"))
    assert failed.value.status == status
    assert may_pass(failed.value)
    await room.fault(room.site.url("/b"))
    assert room.site.asked_for_robots == 1
    room.site.says("/robots.txt", b"")
    room.seconds[0] = SOON
    assert await room.fault(room.site.url("/a")) is None


async def test_redirects_of_robots_txt_are_followed_but_not_for_ever(room: Room) -> None:
    room.site.says("/robots.txt", Answer(status=301, headers={"Location": "/elsewhere"}))
    room.site.says("/elsewhere", ALL)
    assert await room.fault(room.site.url("/a")) is FetchFault.ROBOTS
    room.site.says("/robots.txt", Answer(status=302, headers={"Location": "/loop"}))
    room.seconds[0] = DAY
    assert await room.fault(room.site.url("/a")) is None


async def test_robots_txt_never_leads_inside(room: Room) -> None:
    inside = "http://10.0.0.1/robots.txt"
    room.site.says("/robots.txt", Answer(status=302, headers={"Location": inside}))
    assert await room.fault(room.site.url("/a")) is FetchFault.REFUSED


async def test_the_first_half_megabyte_of_an_endless_robots_txt_is_heeded(room: Room) -> None:
    room.site.says("/robots.txt", ALL + b"\n# tide" * 500_000)
    assert await room.fault(room.site.url("/a")) is FetchFault.ROBOTS
    room.site.says("/robots.txt", Answer(status=302, headers={"Location": "/endless"}))
    room.seconds[0] = DAY
    assert await room.fault(room.site.url("/a")) is None


async def test_a_page_that_robots_txt_forbids_is_not_fetched(room: Room) -> None:
    room.site.says("/robots.txt", ALL)
    with pytest.raises(FetchFailed) as failed:
        await room.reader.read_page(room.site.says("/a", PAGE.encode()))
    assert "robots.txt" in str(failed.value)
    assert room.site.requests == []


async def test_a_redirect_to_a_forbidden_page_is_not_followed(room: Room) -> None:
    room.site.says("/robots.txt", b"User-agent: Newsroom\nDisallow: /private")
    room.site.says("/private/a", PAGE.encode())
    moved = room.site.says("/a", Answer(status=302, headers={"Location": "/private/a"}))
    with pytest.raises(FetchFailed) as failed:
        await room.reader.read_page(moved)
    assert failed.value.fault is FetchFault.ROBOTS
    assert [request.path for request in room.site.requests] == ["/a"]


async def test_an_entry_whose_page_is_forbidden_says_what_its_feed_says(room: Room) -> None:
    room.site.says("/robots.txt", ALL)
    entry = Entry("Flood", url=room.site.url("/a"), summary="The river rose.")
    article = await room.reader.read_entry(entry, room.site.url("/feed"), "Post", patient=True)
    assert (article.title, article.text, article.outlet) == ("Flood", "The river rose.", "Post")
    assert article.kind is ArticleKind.TEASER
    bare = Entry("Flood", url=room.site.url("/a"))
    with pytest.raises(FetchFailed, match="asks programs not to read"):
        await room.reader.read_entry(bare, room.site.url("/feed"), "Post", patient=True)


async def test_an_entry_waits_while_its_site_cannot_say_what_may_be_read(room: Room) -> None:
    room.site.says("/robots.txt", Answer(status=503))
    entry = Entry("Flood", url=room.site.says("/a", PAGE.encode()), summary="It rose. " * 40)
    with pytest.raises(FetchFailed) as failed:
        await room.reader.read_entry(entry, room.site.url("/feed"), None, patient=True)
    assert may_pass(failed.value)
    assert room.site.requests == []


async def test_a_feed_that_carries_the_article_needs_no_leave(room: Room) -> None:
    room.site.says("/robots.txt", ALL)
    entry = Entry("Flood", url=room.site.url("/a"), content=PROSE * 3)
    article = await room.reader.read_entry(entry, room.site.url("/feed"), None, patient=True)
    assert article.text.startswith("The river at Halden")
    assert article.kind is ArticleKind.ARTICLE
    assert room.site.asked_for_robots == 0


async def test_pages_of_a_site_that_asks_for_time_come_one_after_another(room: Room) -> None:
    room.site.says("/robots.txt", b"User-agent: *\nCrawl-delay: 0.2")
    url = room.site.says("/a", PAGE.encode())
    entry = Entry("Flood", url=url)
    reading = room.reader.read_entry
    await asyncio.gather(
        *(reading(entry, room.site.url("/feed"), None, patient=True) for _ in range(3))
    )
    assert room.site.most_open == 1
