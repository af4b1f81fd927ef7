"""An address that somebody gives is read once, answered by itself, and shown to nobody else."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import FetchFailed, PageClosed, TooMany, Unreadable
from bot.ingest.web import Web
from bot.model import ArticleKind, Entry
from bot.newsroom.addresses import FRESH_FOR, Addresses, open_addresses
from bot.newsroom.web import Reader
from bot.queries import FigureQuery, QuoteQuery, SummaryQuery
from bot.workers import Workers
from tests.fakes import LOOPBACK, Answer, Site, serve

NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
PAGE = """<html><head><title>Toll rises in Halden | Harbour Times</title>{head}</head>
<body><article>
<h1>Toll rises in Halden</h1>
<p>The river went down on Monday, and the bridge at Halden was open again by noon.</p>
<p>"We will rebuild every house on the quay," Mayor Mara Lind said. "Nobody will be left out."</p>
<p>The flood killed 14 people, including two children, the county police said in the evening.</p>
</article></body></html>"""


@dataclass(frozen=True, slots=True)
class Room:
    addresses: Addresses
    reader: Reader
    site: Site


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with serve() as site, Workers() as workers, Web(allowed=LOOPBACK) as web:
        reader = Reader(web, workers)
        async with open_addresses(reader, workers) as addresses:
            yield Room(addresses, reader, site)


def free() -> None:
    """Costs nothing."""


def refuse() -> None:
    raise TooMany("Enough.")


async def test_every_question_about_an_address_is_answered_from_one_reading(room: Room) -> None:
    url = room.site.says("/tide", PAGE.format(head="").encode())
    await room.addresses.read(url, NOON, free)
    await room.addresses.read(url + "?utm_source=x", NOON, refuse)
    assert len(room.site.requests) == 1

    summary = await room.addresses.summary(SummaryQuery(url))
    assert summary.lines
    assert summary.article.title == "Toll rises in Halden"
    assert summary.article.key == url
    quotes = await room.addresses.quotes(QuoteQuery(article=url))
    assert {quote.quote.speaker for quote in quotes.items} == {"Mara Lind"}
    figures = await room.addresses.figures(FigureQuery(article=url))
    assert "14" in [figure.surface for figure in figures.items]
    assert all(item.article.id is None for item in (*quotes.items, *figures.items))


async def test_it_is_read_again_when_it_is_no_longer_fresh(room: Room) -> None:
    url = room.site.says("/tide", PAGE.format(head="").encode())
    await room.addresses.read(url, NOON, free)
    room.site.says("/tide", PAGE.format(head="").replace("14 people", "17 people").encode())
    await room.addresses.read(url, NOON + FRESH_FOR + timedelta(seconds=1), free)
    figures = await room.addresses.figures(FigureQuery(article=url))
    assert "17" in [figure.surface for figure in figures.items]


async def test_who_asks_too_often_fetches_nothing(room: Room) -> None:
    url = room.site.says("/tide", PAGE.format(head="").encode())
    with pytest.raises(TooMany):
        await room.addresses.read(url, NOON, refuse)
    assert not room.site.requests


async def test_an_address_without_an_article_says_what_is_wrong(room: Room) -> None:
    with pytest.raises(FetchFailed, match="404"):
        await room.addresses.read(room.site.url("/nothing"), NOON, free)
    empty = room.site.says("/empty", Answer(b"<html><body></body></html>"))
    with pytest.raises(Unreadable):
        await room.addresses.read(empty, NOON, free)
    with pytest.raises(FetchFailed, match="public web site"):
        await room.addresses.read("http://169.254.169.254/latest", NOON, free)


async def test_a_page_does_not_speak_for_another_site(room: Room) -> None:
    head = '<link rel="canonical" href="https://northernledger.example/world/run-off">'
    url = room.site.says("/tide", PAGE.format(head=head).encode())
    assert (await room.reader.read_page(url)).url == url


async def test_a_feed_does_not_speak_for_the_page_of_another(room: Room) -> None:
    url = room.site.says("/tide", PAGE.format(head="").encode())
    entry = Entry("Gull eats bridge", url=url, content="<p>A gull ate the bridge. It did.</p>" * 9)
    told = await room.reader.read_entry(entry, "https://gull.example/rss", "Gull", patient=False)
    assert told.title == "Toll rises in Halden"
    assert "gull" not in told.text
    own = await room.reader.read_entry(entry, room.site.url("/rss"), "Gull", patient=False)
    assert own.title == "Gull eats bridge"
    assert "gull ate the bridge" in own.text


async def test_a_feed_says_in_its_own_name_what_it_says_of_a_closed_page_of_another(
    room: Room,
) -> None:
    url = room.site.says("/tide", PAGE.format(head=WALL).encode())
    entry = Entry("Tide rises", url=url, summary="Harbour Times writes that the river rose.")
    told = await room.reader.read_entry(entry, "https://gull.example/rss", "Gull", patient=True)
    assert (told.title, told.text) == (entry.title, entry.summary)
    assert (told.kind, told.outlet, told.url) == (ArticleKind.TEASER, "Gull", None)
    bare = Entry("Tide rises", url=url)
    with pytest.raises(PageClosed):
        await room.reader.read_entry(bare, "https://gull.example/rss", "Gull", patient=True)


WALL = """<script type="application/ld+json">
{"@type": "NewsArticle", "isAccessibleForFree": false}</script>"""


async def test_a_page_for_subscribers_is_explained_and_not_summed_up(room: Room) -> None:
    url = room.site.says("/tide", PAGE.format(head=WALL).encode())
    with pytest.raises(PageClosed, match="Only subscribers"):
        await room.addresses.read(url, NOON, free)


async def test_an_address_that_robots_txt_forbids_is_explained(room: Room) -> None:
    room.site.says("/robots.txt", b"User-agent: *\nDisallow: /tide")
    url = room.site.says("/tide", PAGE.format(head="").encode())
    with pytest.raises(FetchFailed, match="asks programs not to read"):
        await room.addresses.read(url, NOON, free)


@pytest.mark.parametrize("summary", ["The river rose by two metres.", None])
async def test_an_entry_of_a_closed_page_keeps_its_headline_and_its_words(
    room: Room, summary: str | None
) -> None:
    url = room.site.says("/tide", PAGE.format(head=WALL).encode())
    entry = Entry("Tide rises", url=url, summary=summary)
    feed = room.site.url("/feed")
    article = await room.reader.read_entry(entry, feed, "Harbour Times", patient=True)
    assert (article.title, article.text) == ("Tide rises", summary or "")
    assert (article.kind, article.outlet) == (ArticleKind.TEASER, "Harbour Times")
