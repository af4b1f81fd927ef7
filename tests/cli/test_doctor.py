"""newsroom feed: several feeds to choose from, what is wrong with one, paused ones resumed."""

import asyncio
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store.database import Database
from bot.store.feeds import Feeds
from tests.cli.conftest import Run
from tests.fakes import Answer, Site, serve

LINK = "<link rel=alternate type=application/rss+xml href=/{0} title='Harbour {0}'>"
PAGE = "<html>" + "".join(map(LINK.format, ("comments", "news", "sport")))
FEED = """<rss version='2.0'><channel><title>Harbour {}</title><item><title>Tide</title>
<link>/tide</link><guid>1</guid><pubDate>{:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>
</channel></rss>"""


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of several feeds, in a thread of its own: a command has its own event loop."""
    begun, done = threading.Event(), asyncio.Event()
    found: list[tuple[Site, asyncio.AbstractEventLoop]] = []

    async def live() -> None:
        async with serve() as made:
            found.append((made, asyncio.get_running_loop()))
            begun.set()
            await done.wait()

    thread = threading.Thread(target=asyncio.run, args=(live(),))
    thread.start()
    begun.wait()
    site, loop = found[0]
    at = datetime.now(UTC) - timedelta(hours=1)
    site.says("/", PAGE.encode())
    for name in ("news", "sport"):
        site.says(f"/{name}", FEED.format(name, at).encode())
    yield site
    loop.call_soon_threadsafe(done.set)
    thread.join()


@pytest.fixture(autouse=True)
def allow_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETCH_ALLOW_HOSTS", "127.0.0.1")


def spoil(tmp_path: Path, *, pause: str | None = None) -> None:
    """Let the library's first feed fail since three days ago."""

    async def fail() -> None:
        database = await Database.open(f"sqlite:///{tmp_path}/data/newsroom.db")
        feeds, now = Feeds(database), datetime.now(UTC)
        (feed, *_) = await feeds.library()
        since, due = now - timedelta(days=3), now + timedelta(hours=5)
        await feeds.failed(feed.id, "refused by the site", 404, "Not there (404).", due, since)
        if pause:
            await feeds.pause(feed.id, pause)
        await database.close()

    asyncio.run(fail())


def test_several_feeds_are_listed_and_one_is_chosen_by_its_number(
    newsroom: Run, site: Site
) -> None:
    asked = newsroom("feed", "add", site.url("/"))
    assert asked.returncode == 64
    assert "offers 3 feeds" in asked.stderr
    numbered = [line.split(maxsplit=1) for line in asked.stdout.splitlines()[::2]]
    assert numbered == [["1", "Harbour news"], ["2", "Harbour sport"], ["3", "Harbour comments"]]
    assert "no feeds yet" in newsroom("feed", "list").stderr
    done = newsroom("feed", "add", site.url("/"), "--choose", "2")
    assert done.returncode == 0, done.stderr
    assert f"Harbour sport is followed: {site.url('/sport')}" in done.stdout


def test_a_feed_is_followed_by_its_own_address(newsroom: Run, site: Site) -> None:
    assert "Harbour news is followed" in newsroom("feed", "add", site.url("/news")).stdout


def test_the_doctor_tells_of_one_feed_of_any_address_and_of_all_that_are_not_well(
    newsroom: Run, site: Site, tmp_path: Path
) -> None:
    assert "no feeds yet" in newsroom("feed", "doctor").stderr
    newsroom("feed", "add", site.url("/news"))
    assert "Nothing is known to be wrong" in newsroom("feed", "doctor").stdout
    assert "Nothing is wrong with Harbour news" in newsroom("feed", "doctor", "news").stdout
    assert "not followed here" in newsroom("feed", "doctor", site.url("/sport")).stdout
    spoil(tmp_path)
    site.says("/news", Answer(status=404))
    told = newsroom("feed", "doctor").stdout
    assert "Harbour news · 1 thing wrong" in told
    assert "for 3 days" in told
    assert "once without success. The next reading is in 4 hours" in told or "5 hours" in told


def test_the_doctor_answers_in_json(newsroom: Run, site: Site) -> None:
    page = newsroom("feed", "doctor", site.url("/"), "--json")
    (told,) = json.loads(page.stdout)
    (finding,) = told["findings"]
    assert (told["followed"], told["wrong"], finding["sign"]) == (False, 1, "web page")
    assert finding.keys() >= {"what", "since", "does", "can"}
    assert [offer["url"] for offer in finding["offers"]] == [
        site.url(path) for path in ("/news", "/sport", "/comments")
    ]


def test_a_paused_feed_is_resumed(newsroom: Run, site: Site, tmp_path: Path) -> None:
    newsroom("feed", "add", site.url("/news"))
    assert "is not paused" in newsroom("feed", "resume", "news").stderr
    spoil(tmp_path, pause="Not there (404).")
    told = newsroom("feed", "doctor").stdout
    assert "The feed is paused" in told
    assert "newsroom feed resume" in told
    assert "is no longer paused" in newsroom("feed", "resume", "news").stdout
    assert "not read yet" in newsroom("feed", "list").stdout
