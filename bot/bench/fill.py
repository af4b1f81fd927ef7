"""The store filled: articles are kept with what is found in them, and how fast."""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from bot.bench.author import Author, Draft
from bot.bench.results import Result
from bot.errors import AlreadyFollowed
from bot.store.articles import Articles, Finding
from bot.store.database import Database
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds

BEGUN = datetime(2026, 1, 5, tzinfo=UTC)
"""When the first article appeared."""

APART = timedelta(seconds=20)
"""Between two articles: about 4,300 a day, those of a thousand feeds."""

MOST_FEEDS = 1_000
ARTICLES_A_FEED = 100
FEW = 5
EVERYTHING, FEW_FEEDS = 1, 2
"""A server that follows all feeds, and one that follows FEW of them."""

BATCH = 500


@dataclass(frozen=True, slots=True)
class Filled:
    """A store with articles: how many, up to when, and how fast the last ones were kept.

    ``kept`` is None where enough were there before.
    """

    articles: int
    end: datetime
    kept: Result | None


def time_of(number: int) -> datetime:
    """When the article of this number appeared.

    >>> time_of(3).isoformat()
    '2026-01-05T00:01:00+00:00'
    """
    return BEGUN + number * APART


async def fill(database: Database, author: Author, articles: int, group: str) -> Filled:
    """Keep articles until there are so many; their writing is not counted."""
    store = Articles(database)
    there, last = await store.count()
    missing = articles - there
    if missing <= 0:
        return Filled(there, time_of(last), None)
    author.begin_anew(last)  # other texts than those that are there
    feeds = await _follow(database, min(MOST_FEEDS, FEW + articles // ARTICLES_A_FEED))
    taken = 0.0
    for feed, drafts in _batches(author, last, missing, feeds):
        now = drafts[-1].article.published or BEGUN
        begun = time.perf_counter()
        kept = await store.keep_all([draft.article for draft in drafts], now, feed=feed)
        found = zip(kept, drafts, strict=True)
        await store.analysed_all([Finding(one.id, 1, draft.analysis) for one, draft in found], now)
        taken += time.perf_counter() - begun
    what = "articles kept, with all that is found in them"
    result = Result(group, what, missing / taken, "a second", bar="> 500")
    return Filled(articles, time_of(last + missing), result)


async def _follow(database: Database, count: int) -> list[int]:
    """The feeds, followed by one server all and by another few; nobody reads them."""
    store, guilds = Feeds(database), Guilds(database)
    feeds = [
        await store.add_feed(f"https://paper-{n}.example/feed", f"Paper {n}", now=BEGUN)
        for n in range(count)
    ]
    for feed in feeds:
        with suppress(AlreadyFollowed):
            await guilds.follow(EVERYTHING, feed, None, BEGUN)
        await store.pause(feed, "It is there to be asked about.")
    for feed in feeds[:FEW]:
        with suppress(AlreadyFollowed):
            await guilds.follow(FEW_FEEDS, feed, None, BEGUN)
    return feeds


def _batches(
    author: Author, last: int, articles: int, feeds: Sequence[int]
) -> Iterator[tuple[int, list[Draft]]]:
    """Batches of articles after the last one that is there, each of one feed, the oldest first."""
    random = Random(last)
    for start in range(last, last + articles, BATCH):
        place = random.randrange(len(feeds))
        numbers = range(start + 1, min(start + BATCH, last + articles) + 1)
        yield (
            feeds[place],
            [author.write(n, time_of(n), outlet=f"Paper {place}") for n in numbers],
        )
