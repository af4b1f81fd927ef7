"""The store measured: how fast articles are kept, and how fast questions are answered."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random

from bot.bench.author import Author, Draft
from bot.bench.results import Result, summarise
from bot.queries import FigureQuery, HeadlineQuery, QuoteQuery, Scope, SearchQuery
from bot.store.archive import Archive
from bot.store.articles import Articles, Finding
from bot.store.database import Database
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds

GROUP = "store"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
MOST_FEEDS = 1_000
ARTICLES_A_FEED = 100
FEW = 5
EVERYTHING, FEW_FEEDS = 1, 2
"""A server that follows all feeds, and one that follows FEW of them."""

BATCH = 200
REPEATS = 15
MOST_SECONDS = 5.0
"""For which one question is asked again and again."""

Answer = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a member asks, and how long the answer may take."""

    what: str
    ask: Answer
    bar: str


def commands(archive: Archive, author: Author, scope: Scope) -> tuple[Command, ...]:
    """What members ask: with a rare word, one of the middle, and the commonest of all."""
    rare, middle, common = (author.vocabulary.things[rank] for rank in (20_000, 1_000, 0))
    speaker = author.people.things[3].name
    topics = {"rare": rare, "middling": middle, "commonest": common, "everyday": "the"}
    newest, topic = "< 50 ms", "< 150 ms"
    return (
        Command("newest first", partial(archive.headlines, HeadlineQuery(scope)), newest),
        Command(
            "newest first, page 40",
            partial(archive.headlines, HeadlineQuery(scope, page=40)),
            topic,
        ),
        *(one for kind, word in topics.items() for one in _about(archive, scope, kind, word)),
        Command(
            "headlines of the commonest word, page 40",
            partial(archive.headlines, HeadlineQuery(scope, topic=common, page=40)),
            topic,
        ),
        Command(
            "headlines of a feed",
            partial(archive.headlines, HeadlineQuery(scope, feed="Paper 3")),
            topic,
        ),
        Command(
            "quotes of a speaker, commonest word",
            partial(archive.quotes, QuoteQuery(scope, speaker, topic=common)),
            topic,
        ),
        Command("quotes of a speaker", partial(archive.quotes, QuoteQuery(scope, speaker)), topic),
        Command("quotes", partial(archive.quotes, QuoteQuery(scope)), topic),
        Command("figures", partial(archive.figures, FigureQuery(scope)), topic),
        *(
            Command(f"typing a {what}", ask, "< 100 ms")
            for what, ask in (
                ("title", partial(archive.complete_article, scope, common[:2])),
                ("speaker", partial(archive.complete_speaker, scope, speaker[:2])),
                ("feed", partial(archive.complete_feed, scope, "out")),
                ("topic", partial(archive.complete_topic, scope, "", NOW)),
            )
        ),
    )


def _about(archive: Archive, scope: Scope, kind: str, word: str) -> tuple[Command, ...]:
    """What members ask about one word."""
    asked: dict[str, Answer] = {
        "headlines": partial(archive.headlines, HeadlineQuery(scope, topic=word)),
        "search": partial(archive.search, SearchQuery(word, scope)),
        "quotes": partial(archive.quotes, QuoteQuery(scope, topic=word)),
        "figures": partial(archive.figures, FigureQuery(scope, topic=word)),
    }
    return tuple(Command(f"{what}, {kind} word", ask, "< 150 ms") for what, ask in asked.items())


async def measure_store(database: Database, author: Author) -> AsyncIterator[Result]:
    """Ask a filled store: as who follows everything, and as who follows little."""
    archive = Archive(database)
    for where, guild in (("all feeds", EVERYTHING), (f"{FEW} feeds", FEW_FEEDS)):
        for one in commands(archive, author, Scope(guild)):
            seconds = await time_often(one.ask)
            yield summarise(GROUP, f"{where}: {one.what}", seconds, one.bar)


async def time_often(ask: Answer) -> list[float]:
    """How long each of some answers took, in seconds; the first one, with nothing read yet, too."""
    taken: list[float] = []
    while len(taken) < REPEATS and sum(taken) < MOST_SECONDS:
        begun = time.perf_counter()
        await ask()
        taken.append(time.perf_counter() - begun)
    return taken


async def fill(database: Database, author: Author, articles: int) -> Result:
    """Keep articles with what is found in them; their writing is not counted."""
    feeds = await _follow(database, min(MOST_FEEDS, FEW + articles // ARTICLES_A_FEED))
    store = Articles(database)
    taken = 0.0
    for feed, drafts in _batches(author, articles, feeds):
        begun = time.perf_counter()
        kept = await store.keep_all([draft.article for draft in drafts], NOW, feed=feed)
        found = zip(kept, drafts, strict=True)
        await store.analysed_all([Finding(one.id, 1, draft.analysis) for one, draft in found], NOW)
        taken += time.perf_counter() - begun
    return Result(GROUP, "articles kept", articles / taken, "a second", bar="> 500")


async def _follow(database: Database, count: int) -> list[int]:
    """The feeds, followed by one server all and by another few; nobody reads them."""
    store, guilds = Feeds(database), Guilds(database)
    feeds = [
        await store.add_feed(f"https://paper-{n}.example/feed", f"Paper {n}", now=NOW)
        for n in range(count)
    ]
    for feed in feeds:
        await guilds.follow(EVERYTHING, feed, None, NOW)
        await store.pause(feed, "It is there to be asked about.")
    for feed in feeds[:FEW]:
        await guilds.follow(FEW_FEEDS, feed, None, NOW)
    return feeds


def _batches(
    author: Author, articles: int, feeds: Sequence[int]
) -> Iterator[tuple[int, list[Draft]]]:
    """Batches of articles, each of one feed: a minute apart, the oldest first."""
    random = Random(5)
    for start in range(0, articles, BATCH):
        place = random.randrange(len(feeds))
        yield (
            feeds[place],
            [
                author.write(n, NOW - timedelta(minutes=articles - n), outlet=f"Paper {place}")
                for n in range(start, min(start + BATCH, articles))
            ],
        )
