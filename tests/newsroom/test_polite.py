"""A site is asked as politely as the best readers ask: seldom, briefly, and not when it rests."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web as http

from bot.errors import FetchFailed
from bot.ingest.web import Web
from bot.newsroom.service import Service, open_service
from bot.store.database import Database
from bot.store.moves import MOVED_AFTER
from bot.workers import Workers
from tests.fakes import LOOPBACK, Answer, Reply, Site, serve
from tests.store.conftest import empty

__all__ = ["empty"]

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)
QUARTER, HOUR, DAY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=1)
PERIOD = "<sy:updatePeriod>daily</sy:updatePeriod>"
SPREAD = 1.1
"""How much longer than it has to a feed may wait, so that feeds part."""


def feed(head: str = "") -> bytes:
    return (
        "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
        f"<title>Harbour Times</title>{head}<item><title>Tide</title></item></channel></rss>"
    ).encode()


@dataclass
class Round:
    """A newsroom that reads one feed of a site, by a clock that is an argument."""

    service: Service
    site: Site

    async def asks(self, now: datetime) -> list[http.Request]:
        """What the site is asked when the clock shows this time."""
        before = len(self.site.requests)
        await self.service.polling.start_due(now)
        await self.service.polling.finish()
        return self.site.requests[before:]

    async def waits(self, answer: Answer | Reply | bytes, now: datetime, wait: timedelta) -> None:
        """Hold that after this answer the site is asked again after so long, and not before."""
        self.site.says("/feed", answer)
        assert await self.asks(now)
        assert not await self.asks(now + wait - timedelta(seconds=1))
        assert await self.asks(min(now + wait * SPREAD, now + max(wait, DAY)))


@pytest.fixture
async def round(tmp_path: Path, empty: Path, workers: Workers) -> AsyncIterator[Round]:
    shutil.copy(empty, tmp_path / "newsroom.db")
    async with serve() as site, open_round(tmp_path, site, workers) as opened:
        site.says("/feed", feed())
        await opened.service.following.add_to_library(site.url("/feed"), NOON - DAY)
        yield opened


@asynccontextmanager
async def open_round(folder: Path, site: Site, workers: Workers) -> AsyncIterator[Round]:
    """The newsroom over the database of this folder, as after a restart."""
    database = await Database.open(f"sqlite:///{folder / 'newsroom.db'}")
    async with (
        Web(allowed=LOOPBACK, deadline=timedelta(seconds=5)) as reader,
        open_service(database, workers, reader, QUARTER) as service,
    ):
        yield Round(service, site)
    await database.close()


async def test_a_site_is_asked_whether_anything_changed_even_after_a_restart(
    round: Round, tmp_path: Path, workers: Workers
) -> None:
    modified = "Fri, 09 May 2031 09:00:00 GMT"
    state = {"ETag": 'W/"tide-7"', "Last-Modified": modified}
    round.site.says("/feed", Answer(feed(), headers=state))
    await round.asks(NOON)
    async with open_round(tmp_path, round.site, workers) as restarted:
        (request,) = await restarted.asks(NOON + HOUR)
    assert request.headers["If-None-Match"] == 'W/"tide-7"'
    assert request.headers["If-Modified-Since"] == modified


async def test_what_an_unchanged_feed_says_of_its_state_is_kept(round: Round) -> None:
    round.site.says("/feed", Answer(feed(), headers={"ETag": '"1"', "Last-Modified": "then"}))
    await round.asks(NOON)
    round.site.says("/feed", Answer(status=304, headers={"ETag": '"2"'}))
    await round.asks(NOON + HOUR)
    (request,) = await round.asks(NOON + 2 * HOUR)
    assert request.headers["If-None-Match"] == '"2"'
    assert request.headers["If-Modified-Since"] == "then"


@pytest.mark.parametrize("status", [429, 503])
async def test_a_site_that_wants_a_rest_gets_it(round: Round, status: int) -> None:
    await round.waits(Answer(status=status, headers={"Retry-After": "7200"}), NOON, 2 * HOUR)
    now = NOON + DAY
    headers = {
        "Date": format_datetime(now, usegmt=True),
        "Retry-After": format_datetime(now + 8 * HOUR, usegmt=True),
    }
    await round.waits(Answer(status=status, headers=headers), now, 8 * HOUR)


@pytest.mark.parametrize(
    ("headers", "head", "wait"),
    [
        ({}, "", QUARTER),
        ({"Cache-Control": "public, max-age=3600"}, "", HOUR),
        ({"Cache-Control": "no-cache, max-age=3600"}, "", QUARTER),
        ({"Cache-Control": "max-age=31536000"}, "", DAY),
        ({"Cache-Control": "max-age=60"}, "", QUARTER),
        (
            {"Date": "Fri, 09 May 2031 12:00:00 GMT", "Expires": "Fri, 09 May 2031 14:00:00 GMT"},
            "",
            2 * HOUR,
        ),
        ({}, "<ttl>120</ttl>", 2 * HOUR),
        ({}, f"{PERIOD}<sy:updateFrequency>4</sy:updateFrequency>", 6 * HOUR),
        ({"Cache-Control": "max-age=3600"}, "<ttl>180</ttl>", 3 * HOUR),
    ],
)
async def test_the_longest_time_that_anybody_asks_for_is_waited(
    round: Round, headers: dict[str, str], head: str, wait: timedelta
) -> None:
    await round.waits(Answer(feed(head), headers=headers), NOON, wait)


async def test_a_feed_that_asks_for_time_gets_it_though_nothing_changed(round: Round) -> None:
    round.site.says("/feed", Answer(feed("<ttl>240</ttl>"), headers={"ETag": '"1"'}))
    await round.asks(NOON - 6 * HOUR)
    await round.waits(Answer(status=304), NOON, 4 * HOUR)


async def test_each_failure_doubles_the_wait_up_to_a_day(round: Round) -> None:
    round.site.says("/feed", Answer(status=500))
    now = NOON
    for failures in range(1, 9):
        assert await round.asks(now)
        wait = min(QUARTER * 2**failures, DAY)
        assert not await round.asks(now + wait - timedelta(seconds=1))
        now += min(wait * SPREAD, max(wait, DAY))
    round.site.says("/feed", feed())
    assert await round.asks(now)
    assert await round.asks(now + QUARTER * SPREAD)


async def test_a_feed_that_is_gone_twice_is_not_asked_again(round: Round) -> None:
    round.site.says("/feed", Answer(status=410))
    assert await round.asks(NOON)
    assert await round.asks(NOON + HOUR)
    assert not await round.asks(NOON + 30 * DAY)


@pytest.mark.parametrize(("status", "moves"), [(301, True), (308, True), (302, False)])
async def test_a_new_address_is_kept_when_it_was_told_for_good_and_often_enough(
    round: Round, status: int, moves: bool
) -> None:
    round.site.says("/feed", Answer(status=status, headers={"Location": "/new"}))
    round.site.says("/new", feed())
    for day in range(MOVED_AFTER):
        assert [one.path for one in await round.asks(NOON + day * DAY)] == ["/feed", "/new"]
    asked = [one.path for one in await round.asks(NOON + 30 * DAY)]
    assert asked == (["/new"] if moves else ["/feed", "/new"])


async def test_a_site_is_told_who_asks_and_what_can_be_unpacked_and_nothing_else(
    round: Round,
) -> None:
    round.site.says("/feed", Answer(feed(), headers={"Set-Cookie": "tide=7; Path=/"}))
    await round.asks(NOON)
    (request,) = await round.asks(NOON + HOUR)
    assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert request.headers["Accept-Encoding"] == "gzip, deflate"
    assert request.headers["User-Agent"].startswith("Newsroom/")


async def test_an_address_with_a_password_is_neither_asked_nor_followed(round: Round) -> None:
    secret = round.site.origin.replace("http://", "http://mara:tide@") + "/feed"
    before = len(round.site.requests)
    for url in (secret, round.site.says("/away", Answer(status=302, headers={"Location": secret}))):
        with pytest.raises(FetchFailed, match="address"):
            await round.service.reader.get_feed(url, None, None)
    assert [one.path for one in round.site.requests[before:]] == ["/away"]
