"""The doctor of a living newsroom: what is kept over days, joined with a look at a real site."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.doctor import CheckUp, Sign
from bot.ingest.schedule import GIVEN_UP_AFTER
from bot.ingest.web import Web
from bot.model import ListedFeed
from bot.newsroom.doctor import habits
from bot.newsroom.service import Service, open_service
from bot.store.database import Database
from bot.workers import Workers
from tests.fakes import LOOPBACK, Answer, Names, Site, challenge, free_port, serve
from tests.store.conftest import empty

__all__ = ["empty"]

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
HABITS = habits("newsroom feed")
ITEM = """<item><title>Tide</title><link>/tide</link><guid>1</guid>
<pubDate>Fri, 09 May 2031 09:00:00 GMT</pubDate></item>"""
PAGE = b"<html><title>Tide</title><article>" + b"".join(
    b"<p>The tide in Halden rose by %d metres on Monday, the harbour office said.</p>" % metres
    for metres in range(2, 9)
)


def feed(items: str = ITEM) -> bytes:
    title = "<title>Harbour Times</title>"
    return f"<rss version='2.0'><channel>{title}{items}</channel></rss>".encode()


@dataclass
class Practice:
    """A newsroom with a library, a site that it reads, and a clock that is an argument."""

    service: Service
    site: Site

    async def add(self, answer: Answer | bytes, path: str = "/feed") -> None:
        """Let the library follow a feed, which is well, and answers so from now on."""
        self.site.says(path, feed())
        self.site.says("/tide", PAGE)
        await self.service.following.add_to_library(self.site.url(path), NOON - 2 * HOUR)
        await self.poll(NOON - HOUR)
        self.site.says(path, answer)

    async def poll(self, now: datetime) -> None:
        await self.service.polling.start_due(now)
        await self.service.polling.finish()

    async def examine(self, now: datetime = NOON) -> CheckUp:
        (patient,) = await self.service.following.library()
        return await self.service.doctor.examine(patient, HABITS, now)

    async def signs(self, now: datetime = NOON) -> list[Sign]:
        return [finding.sign for finding in (await self.examine(now)).findings]

    async def look(self, url: str) -> CheckUp:
        return await self.service.doctor.look_at(url, HABITS, NOON)


@pytest.fixture
async def practice(tmp_path: Path, empty: Path, workers: Workers) -> AsyncIterator[Practice]:
    shutil.copy(empty, tmp_path / "newsroom.db")
    database = await Database.open(f"sqlite:///{tmp_path / 'newsroom.db'}")
    names = Names(gull_example=("10.1.2.3",), localhost=("127.0.0.1",))
    async with (
        serve() as site,
        Web(allowed=LOOPBACK, deadline=timedelta(seconds=2), resolver=names) as web,
        open_service(database, workers, web, timedelta(minutes=15)) as service,
    ):
        yield Practice(service, site)
    await database.close()


async def test_a_feed_that_fails_for_days_says_since_when_and_is_paused_in_the_end(
    practice: Practice,
) -> None:
    await practice.add(Answer(status=404))
    await practice.poll(NOON)
    await practice.poll(NOON + timedelta(days=3))
    told = await practice.examine(NOON + timedelta(days=5))
    finding = next(one for one in told.findings if one.sign is Sign.NOT_FOUND)
    assert finding.since == NOON
    assert "twice without success" in finding.does
    assert told.read == NOON - HOUR
    await practice.poll(NOON + GIVEN_UP_AFTER)
    assert (await practice.signs(NOON + GIVEN_UP_AFTER))[:2] == [Sign.PAUSED, Sign.NOT_FOUND]


async def test_a_paused_feed_that_is_resumed_is_read_again_at_once(practice: Practice) -> None:
    await practice.add(Answer(status=410))
    await practice.poll(NOON)
    await practice.poll(NOON + HOUR)
    assert Sign.PAUSED in await practice.signs(NOON + HOUR)
    practice.site.says("/feed", feed())
    await practice.service.following.resume_in_library("harbour")
    await practice.poll(NOON + 2 * HOUR)
    told = await practice.examine(NOON + 2 * HOUR)
    assert told.wrong == ()
    assert told.read == NOON + 2 * HOUR


async def test_what_strikes_at_each_reading_is_known_since_the_first(practice: Practice) -> None:
    undated = feed(ITEM.replace("pubDate", "when"))
    await practice.add(undated)
    await practice.poll(NOON)
    await practice.poll(NOON + HOUR)
    told = await practice.examine(NOON + 2 * HOUR)
    finding = next(one for one in told.findings if one.sign is Sign.NO_DATES)
    assert finding.since == NOON


async def test_a_site_that_wants_a_rest_is_not_asked_by_the_doctor(practice: Practice) -> None:
    await practice.add(Answer(status=429, headers={"Retry-After": "7200"}))
    await practice.poll(NOON)
    asked = len(practice.site.requests)
    assert set(await practice.signs(NOON + HOUR)) >= {Sign.TOO_OFTEN, Sign.NOT_ASKED}
    assert len(practice.site.requests) == asked
    assert Sign.NOT_ASKED not in await practice.signs(NOON + 3 * HOUR)
    assert len(practice.site.requests) > asked


async def test_a_feed_that_says_when_nothing_has_changed_is_told_so(practice: Practice) -> None:
    def reply(request: object) -> Answer:
        known = getattr(request, "headers", {}).get("If-None-Match") == '"7"'
        return Answer(status=304) if known else Answer(feed(), headers={"ETag": '"7"'})

    assert (await practice.look(practice.site.says("/polite", reply))).says_unchanged is True
    ever_new = Answer(feed(), headers={"ETag": '"7"'})
    assert (await practice.look(practice.site.says("/new", ever_new))).says_unchanged is False
    assert (await practice.look(practice.site.says("/none", feed()))).says_unchanged is False


async def test_a_feed_that_moved_says_when_the_new_address_is_kept(practice: Practice) -> None:
    there = practice.site.says("/there", feed())
    await practice.add(Answer(status=301, headers={"Location": "/there"}))
    await practice.poll(NOON)
    told = await practice.examine(NOON + HOUR)
    finding = next(one for one in told.findings if one.sign is Sign.MOVED)
    assert there in finding.what
    assert "(1 so far)" in finding.does
    assert finding.since == NOON


async def test_pages_that_cannot_be_read_are_told_with_their_reason(practice: Practice) -> None:
    items = ITEM.replace("/tide", "/closed")
    practice.site.says("/closed", Answer(status=403))
    await practice.add(feed(items.replace("<guid>1<", "<guid>2<").replace("Tide", "Wind")))
    for hours in range(3):
        await practice.poll(NOON + hours * 6 * HOUR)
    told = await practice.examine(NOON + 13 * HOUR)
    finding = next(one for one in told.findings if one.sign is Sign.UNREAD_PAGES)
    assert "The site does not let us read this (403)" in finding.what


@pytest.mark.parametrize(
    ("path", "answer", "sign"),
    [
        ("/cf", challenge("<script>_cf_chl_opt</script>"), Sign.CHALLENGE),
        ("/401", Answer(status=401), Sign.PASSWORD),
        ("/403", Answer(status=403), Sign.FORBIDDEN),
        ("/410", Answer(status=410), Sign.GONE),
        ("/500", Answer(status=500), Sign.SITE_TROUBLE),
        ("/page", Answer(b"<html>Hello"), Sign.PAGE),
        ("/json", Answer(b'{"error": 1}'), Sign.JSON),
        ("/text", Answer(b"Hello"), Sign.TEXT),
        ("/none", Answer(), Sign.NOTHING),
        ("/loop", None, Sign.REDIRECTS),
        ("/drip", None, Sign.TOO_SLOW),
        ("/bomb", None, Sign.TOO_LARGE),
        ("/endless", None, Sign.TOO_LARGE),
        ("/truncated", None, Sign.GARBLED),
    ],
)
async def test_each_fault_of_a_site_is_found_by_a_look(
    practice: Practice, path: str, answer: Answer | None, sign: Sign
) -> None:
    url = practice.site.says(path, answer) if answer else practice.site.url(path)
    told = await practice.look(url)
    assert [finding.sign for finding in told.wrong] == [sign]
    assert not told.is_followed


async def test_each_fault_of_an_address_is_found_by_a_look(practice: Practice) -> None:
    for url, sign in (
        (f"http://127.0.0.1:{free_port()}/", Sign.NO_CONNECTION),
        ("http://nobody.example/feed", Sign.UNKNOWN_HOST),
        ("http://gull.example/feed", Sign.INNER_ADDRESS),
        ("http://169.254.169.254/latest", Sign.INNER_ADDRESS),
        ("ftp://harbour.example/feed", Sign.BAD_ADDRESS),
        (practice.site.url("/").replace("http:", "https:"), Sign.NOT_SECURE),
    ):
        assert [finding.sign for finding in (await practice.look(url)).findings] == [sign]


async def test_only_the_feeds_that_are_not_well_are_looked_at_and_told(practice: Practice) -> None:
    await practice.add(feed(), "/well")
    await practice.add(Answer(status=404), "/ill")
    await practice.poll(NOON)
    practice.site.requests.clear()
    feeds = await practice.service.following.library()
    found = await practice.service.doctor.find_ill(feeds, HABITS, NOON)
    assert [one.url for one in found] == [practice.site.url("/ill")]
    assert {request.path for request in practice.site.requests} == {"/ill"}


async def test_the_site_s_own_feeds_are_offered_in_the_place_of_its_page(
    practice: Practice,
) -> None:
    link = "<link rel=alternate type=application/rss+xml href=/{0} title={0}>"
    page = "<html>" + link.format("comments") + link.format("news")
    told = await practice.look(practice.site.says("/", page.encode()))
    (finding,) = told.findings
    assert [offer.title for offer in finding.offers] == ["news", "comments"]


async def test_the_feed_of_a_site_that_offers_none_is_looked_for_at_the_usual_places(
    practice: Practice,
) -> None:
    there = practice.site.says("/rss.xml", feed())
    told = await practice.look(practice.site.says("/about", b"<html>Hello"))
    (finding,) = told.findings
    assert [(offer.title, offer.url) for offer in finding.offers] == [("Harbour Times", there)]


async def test_a_feed_that_is_gone_from_the_store_meanwhile_is_still_looked_at(
    practice: Practice,
) -> None:
    await practice.add(feed())
    (patient,) = await practice.service.following.library()
    gone = ListedFeed(patient.id + 999, patient.url, patient.title, None, patient.health)
    assert not (await practice.service.doctor.examine(gone, HABITS, NOON)).is_followed
