"""Feeds with every fault that the web has: none holds up another, and each says what it lacks."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.ingest.web import Web
from bot.model import FeedHealth
from bot.newsroom.polling import Polling
from bot.newsroom.web import Reader
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.entries import Entries
from bot.store.feeds import Feeds
from bot.workers import Workers
from tests.fakes import LOOPBACK, Answer, Site, free_port, serve

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


@dataclass
class Desk:
    """A poller, and the web that it reads."""

    database: Database
    feeds: Feeds
    entries: Entries
    polling: Polling
    site: Site

    async def add(self, url: str) -> int:
        return await self.feeds.add_feed(url, library=True, now=NOON)

    async def poll(self, now: datetime = NOON) -> None:
        """Read what is due, to its end."""
        await self.polling.start_due(now)
        await self.polling.finish()

    async def health(self, feed: int) -> FeedHealth:
        return next(one.health for one in await self.feeds.library() if one.id == feed)

    async def news(self) -> list[str]:
        """The titles of what is news."""
        async with self.database.reading() as connection:
            rows = await connection.exec_driver_sql("SELECT title FROM entries WHERE news")
            return [row.title for row in rows]

    async def until_read(self, feed: int) -> None:
        """Begin what is due, again and again, until a feed was read."""
        end = time.monotonic() + 30
        while (await self.health(feed)).read is None:
            assert time.monotonic() < end
            await self.polling.start_due(NOON)
            await asyncio.sleep(0.05)


@pytest.fixture
async def desk(tmp_path: Path, empty: Path) -> AsyncIterator[Desk]:
    shutil.copy(empty, tmp_path / "newsroom.db")
    database = await Database.open(f"sqlite:///{tmp_path / 'newsroom.db'}", patience=0.2)
    feeds, entries = Feeds(database), Entries(database)
    async with (
        serve() as site,
        Workers(1) as workers,
        Web(allowed=LOOPBACK, deadline=timedelta(seconds=2)) as web,
    ):
        reader = Reader(web, workers)
        polling = Polling(feeds, entries, Articles(database), reader, QUARTER, lambda: 0.0)
        yield Desk(database, feeds, entries, polling, site)
        await polling.stop()
    await database.close()


def rss(*items: str, title: str = "Harbour Times") -> bytes:
    return f"<rss><channel><title>{title}</title>{''.join(items)}</channel></rss>".encode()


def item(name: str, guid: str | None = None, at: str = "", link: str = "") -> str:
    guid = f"<guid>{guid}</guid>" if guid else ""
    date = f"<pubDate>{at}</pubDate>" if at else ""
    return f"<item><title>{name}</title>{guid}{date}<link>{link}</link></item>"


XXE = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss><channel><title>&x;</title></channel></rss>"""
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<rss><channel><title>&b;</title></channel></rss>"""
MORNING = "Fri, 09 May 2031 08:00:00 GMT"


async def test_every_fault_of_a_feed_is_told_in_words_and_holds_up_no_other(desk: Desk) -> None:
    says = desk.site.says
    faults = {
        says("/page", b"<!doctype html><html><body><p>Hi</p></body></html>"): "web page",
        says("/empty", b""): "empty",
        says("/binary", bytes(range(256)) * 40): "no feed",
        desk.site.url("/truncated"): "broke off",
        says("/xxe", XXE): "attacks",
        says("/laughs", LAUGHS): "attacks",
        desk.site.url("/endless"): "too large",
        desk.site.url("/drip"): "too long",
        desk.site.url("/silent"): "too long",
        desk.site.url("/bomb"): "too large",
        desk.site.url("/loop"): "redirect",
        desk.site.url("/broken-off"): "broke off",
        desk.site.url("/hop?to=http://10.0.0.1/feed"): "does not lead to a public",
        desk.site.url("/hop?to=http://169.254.169.254/latest"): "does not lead to a public",
        says("/403", Answer(status=403)): "403",
        says("/404", Answer(status=404)): "404",
        says("/500", Answer(status=500)): "500",
        f"http://127.0.0.1:{free_port()}/feed": "connection",
        desk.site.origin.replace("http", "https") + "/feed": "secure",
        "http://no-such-host.invalid/feed": "",
    }
    feeds = {await desk.add(url): words for url, words in faults.items()}
    sound = await desk.add(says("/sound", rss(item("Tide", "1"))))
    await desk.until_read(sound)
    for _ in range(10):  # as many as have places at one host, each time
        await desk.poll()
    for feed, words in feeds.items():
        health = await desk.health(feed)
        assert words in (health.sentence or ""), health.sentence
        assert "10.0.0.1" not in (health.sentence or "")
        assert health.next_due
        assert health.next_due >= NOON + 2 * QUARTER
    assert (await desk.health(sound)).sentence is None


async def test_a_slow_host_with_many_feeds_holds_up_no_other(desk: Desk) -> None:
    for number in range(60):
        await desk.add(desk.site.url(f"/silent?{number}"))
    async with serve("127.0.0.2") as other:
        quick = await desk.add(other.says("/feed", rss(item("Tide", "1"))))
        await desk.until_read(quick)
        assert sum(bool(one.health.failures) for one in await desk.feeds.library()) < 20
        await desk.polling.stop()


async def test_a_site_is_asked_no_more_while_nothing_can_be_kept(desk: Desk) -> None:
    await desk.add(desk.site.says("/feed", rss(item("Tide", "1"))))
    async with desk.database.writing() as connection:
        await connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    for seconds in range(0, 100, 5):
        await desk.poll(NOON + timedelta(seconds=seconds))
    assert len(desk.site.requests) == 1
    async with desk.database.writing() as connection:
        await connection.exec_driver_sql("DROP TRIGGER full")
    await desk.poll(NOON + timedelta(minutes=6))
    assert len(await desk.entries.waiting(NOON + timedelta(hours=1), 9)) == 1


async def test_a_site_is_left_alone_as_long_as_it_asks_for(desk: Desk) -> None:
    busy = Answer(status=429, headers={"Retry-After": "7200"})
    feed = await desk.add(desk.site.says("/feed", busy))
    await desk.poll()
    assert (await desk.health(feed)).next_due == NOON + timedelta(hours=2)


async def test_the_page_of_an_article_is_left_alone_as_long_as_its_site_asks(desk: Desk) -> None:
    page = desk.site.says("/a", Answer(status=429, headers={"Retry-After": "7200"}))
    await desk.add(desk.site.says("/feed", rss(item("Tide", "1", link=page))))
    await desk.poll()
    await desk.poll(NOON + timedelta(seconds=5))
    asked = len(desk.site.requests)
    await desk.poll(NOON + timedelta(minutes=100))
    assert [r.path for r in desk.site.requests[asked:]] == ["/feed"]


async def test_failures_wait_longer_each_time_and_two_of_410_stop_the_reading(desk: Desk) -> None:
    feed = await desk.add(desk.site.says("/feed", Answer(status=503)))
    now, waits = NOON, []
    for _ in range(4):
        await desk.poll(now)
        due = (await desk.health(feed)).next_due
        assert due
        waits.append((due - now) / QUARTER)
        now = due
    assert waits == [2, 4, 8, 16]
    desk.site.says("/feed", Answer(status=410))
    for _ in range(2):
        await desk.poll(now)
        now = (await desk.health(feed)).next_due or now
    assert (await desk.health(feed)).paused


async def test_the_first_reading_is_no_news_and_neither_is_what_was_touched_up(desk: Desk) -> None:
    link = "https://harbour.example/"
    first = [item(f"Tide {n}", f"g{n}", MORNING, f"{link}{n}") for n in range(3)]
    desk.site.says("/feed", rss(*first))
    await desk.add(desk.site.url("/feed"))
    times = iter(NOON + n * QUARTER for n in range(20))
    await desk.poll(next(times))
    touched = [
        [item(f"Tide {n}", f"other{n}", MORNING, f"{link}{n}") for n in range(3)],  # new guids
        [item(f"Tide {n}", f"other{n}", "", f"{link}{n}") for n in range(3)],  # no dates
        [item(f"Tide {n} (2)", f"other{n}", MORNING, f"{link}{n}") for n in range(3)],  # titles
        [item(f"Tide {n}", None, "Thu, 01 Jan 1970 00:00:00 GMT", f"{link}{n}") for n in range(3)],
        [item(f"Tide {n}", None, "Thu, 01 Jan 2099 00:00:00 GMT", f"{link}{n}") for n in range(3)],
    ]
    for items in touched:
        desk.site.says("/feed", rss(*items))
        await desk.poll(next(times))
        assert await desk.news() == []
    desk.site.says("/feed", rss(item("Wind", None, "", ""), *touched[-1]))
    await desk.poll(next(times))
    assert await desk.news() == ["Wind"]
    await desk.poll(next(times))
    assert await desk.news() == ["Wind"]


async def test_a_clock_that_was_put_back_keeps_no_feed_waiting_for_hours(desk: Desk) -> None:
    feed = await desk.add(desk.site.says("/feed", rss(item("Tide", "1"))))
    await desk.poll(NOON + timedelta(hours=7))
    await desk.poll(NOON)
    assert (await desk.health(feed)).read == NOON
    asked = len(desk.site.requests)
    await desk.poll(NOON + timedelta(seconds=5))
    assert len(desk.site.requests) == asked


async def test_articles_without_a_date_are_read_oldest_first(desk: Desk) -> None:
    await desk.add(desk.site.says("/feed", rss(item("Noon", "2"), item("Morning", "1"))))
    await desk.poll()
    waiting = await desk.entries.waiting(NOON + timedelta(hours=1), 9)
    assert [one.entry.title for one in waiting] == ["Morning", "Noon"]
