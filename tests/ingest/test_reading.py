"""From an address to what is news: the steps of a reading, joined over real sockets."""

from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.ingest.decide import Outcome, decide, see
from bot.ingest.discover import find_feeds
from bot.ingest.parse import parse_feed
from bot.ingest.schedule import next_due
from bot.ingest.web import Web
from tests.fakes import LOOPBACK, Answer, serve

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAGE = b'<link rel="alternate" type="application/rss+xml" href="/rss" title="Harbour Times">'
ITEM = "<item><title>{}</title><link>/{}</link></item>"


async def test_a_site_is_followed_from_its_front_page_to_its_next_reading() -> None:
    items = [ITEM.format("Tide rises", "tide")]

    def feed(request: web.Request) -> Answer:
        tag = f'"{len(items)}"'
        if request.headers.get("If-None-Match") == tag:
            return Answer(status=304)
        told = f"<rss><channel><ttl>60</ttl>{''.join(items)}</channel></rss>"
        return Answer(told.encode(), headers={"ETag": tag, "Cache-Control": "max-age=1800"})

    async with serve() as site, Web(allowed=LOOPBACK) as reader:
        site.says("/rss", feed)
        front = await reader.get(site.says("/", PAGE))
        (link,) = find_feeds(front.content, front.url)

        first = await reader.get(link.url)
        parsed = parse_feed(first.content, first.content_type, first.url, now=NOON)
        (tide,) = decide(parsed.entries, {})
        assert (tide.outcome, tide.entry.url) == (Outcome.NEW, site.url("/tide"))
        due = next_due(NOON, timedelta(minutes=15), hints=(parsed.interval, first.fresh_for))
        assert due == NOON + timedelta(minutes=60)

        assert (await reader.get(link.url, etag=first.etag)).is_unchanged

        items.insert(0, ITEM.format("Wind falls", "wind"))
        second = await reader.get(link.url, etag=first.etag)
        parsed = parse_feed(second.content, second.content_type, second.url, now=NOON)
        decisions = decide(parsed.entries, {"tide": see(tide.entry)})
    assert [(one.outcome, one.known) for one in decisions] == [
        (Outcome.NEW, None),
        (Outcome.SAME, "tide"),
    ]
