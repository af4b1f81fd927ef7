"""The store measured: how fast questions are answered."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.bench.author import Author
from bot.bench.fill import EVERYTHING, FEW, FEW_FEEDS
from bot.bench.results import Result, summarise
from bot.queries import FigureQuery, HeadlineQuery, QuoteQuery, Scope, SearchQuery
from bot.store.archive import Archive
from bot.store.database import Database

GROUP = "store"
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


def commands(archive: Archive, author: Author, scope: Scope, now: datetime) -> tuple[Command, ...]:
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
                ("topic", partial(archive.complete_topic, scope, "", now)),
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


async def measure_store(database: Database, author: Author, now: datetime) -> AsyncIterator[Result]:
    """Ask a filled store: as who follows everything, and as who follows little."""
    archive = Archive(database)
    for where, guild in (("all feeds", EVERYTHING), (f"{FEW} feeds", FEW_FEEDS)):
        for one in commands(archive, author, Scope(guild), now):
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
