"""Feeds, entries and deliveries of our own making, as a living service goes through them."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.model import Article, Delivery, Entry, Seen
from bot.store.articles import Articles
from bot.store.entries import Entries, Sighting, WaitingEntry
from tests.store.builders import NOW, make_analysis, make_article
from tests.store.conftest import Room

LATER = NOW + timedelta(minutes=15)
HALDEN, MERRIN = 1, 2
"""Two servers."""

QUAY, MILL = 50, 60
"""A channel of each."""


def make_sighting(
    name: str,
    *,
    known: int | None = None,
    words: str = "",
    published: datetime | None = NOW,
    content: str | None = None,
) -> Sighting:
    """An entry called so, as it is met in a reading; other words make it a changed one."""
    entry = Entry(
        name,
        url=f"https://harbour.example/{name}",
        guid=f"guid-{name}",
        published=published,
        summary=words or None,
        content=content,
    )
    page = f"harbour.example/{name}"
    seen = Seen(entry.guid, page, name.casefold(), published, f"{name} {words}")
    return Sighting(entry, seen, known)


async def add_feed(room: Room, name: str = "harbour", *, read: bool = True) -> int:
    """A feed that has been read once, before there was any news."""
    feed = await room.feeds.add_feed(f"https://{name}.example/feed", name.title(), now=NOW)
    if read:
        await note_reading(room, feed)
    return feed


async def follow(
    room: Room, feed: int, guild: int = HALDEN, channel: int | None = QUAY, *, at: datetime = NOW
) -> None:
    """Let a server follow a feed that has been read before."""
    await room.guilds.follow(guild, feed, channel, at)
    await note_reading(room, feed)


async def note_reading(
    room: Room, feed: int, *, moved_to: str | None = None, at: datetime = NOW
) -> None:
    """A reading that gave a feed."""
    await room.feeds.was_read(
        feed,
        title=None,
        etag='"tide"',
        modified=None,
        interval=timedelta(minutes=30),
        next_due=at + timedelta(minutes=15),
        now=at,
        moved_to=moved_to,
    )


def article_of(entry: Entry) -> Article:
    """The article that an entry leads to."""
    return make_article(entry.title, f"It is {entry.title}.", url=entry.url)


async def keep_article(
    articles: Articles, entries: Entries, waiting: WaitingEntry, now: datetime
) -> int:
    """Read the article of an entry."""
    kept = await articles.keep(article_of(waiting.entry), now, feed=waiting.feed)
    await entries.read(waiting.id, kept.id, now)
    return kept.id


async def analyse_all(articles: Articles, now: datetime) -> None:
    """Analyse whatever waits."""
    for one in await articles.waiting(1, 1000):
        assert await articles.analysed(one.id, one.revision, make_analysis(one.article), now)


async def bring(
    room: Room, feed: int, sightings: Iterable[Sighting], *, now: datetime = NOW
) -> None:
    """Bring entries, the oldest first, all the way from a reading to the outbox."""
    await room.entries.keep(feed, tuple(sightings)[::-1], now)
    for waiting in await room.entries.waiting(now, 1000):
        await keep_article(room.articles, room.entries, waiting, now)
    await analyse_all(room.articles, now)


async def titles(room: Room, due: Iterable[Delivery]) -> list[str]:
    """The titles of the articles that are to be delivered."""
    async with room.database.reading() as connection:
        rows = await connection.exec_driver_sql("SELECT id, title FROM articles")
        named = dict(rows.all())
    return [named[one.article_id] for one in due]


async def followed(room: Room, *channels: int) -> int:
    feed = await add_feed(room)
    for guild, channel in enumerate(channels or (QUAY,), start=1):
        await follow(room, feed, guild, channel)
    return feed


async def bring_news(room: Room, feed: int, *names: str, now: datetime = NOW) -> None:
    await bring(room, feed, [make_sighting(name) for name in names], now=now)


async def due(room: Room, now: datetime = NOW) -> list[str]:
    return await titles(room, await room.deliveries.due(now))


async def take(room: Room, now: datetime = NOW) -> Delivery:
    """Attempt what is due first."""
    first = (await room.deliveries.due(now))[0]
    assert await room.deliveries.attempt(first.id, now)
    return first
