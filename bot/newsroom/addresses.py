"""address -> answer: articles that somebody names by their address, read when they are asked for.

They stand in a database of their own, which goes when the process ends: nobody else sees them, and
the same address is read once however many questions are asked of it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from tempfile import TemporaryDirectory
from typing import TypeVar
from weakref import WeakValueDictionary

from bot.analysis import VERSION, analyse
from bot.model import Article
from bot.newsroom.web import Reader
from bot.queries import (
    LIBRARY,
    Desk,
    FigureAnswer,
    FigureQuery,
    HeadlineAnswer,
    Page,
    QuoteAnswer,
    QuoteQuery,
    SummaryAnswer,
    SummaryQuery,
)
from bot.store.archive import Archive
from bot.store.articles import Articles
from bot.store.database import Database
from bot.urls import canonical_url
from bot.workers import Workers

FRESH_FOR = timedelta(minutes=10)
"""How long an article that was read is not read again."""

MOST = 500
"""Addresses that are remembered at once."""

_Item = TypeVar("_Item", QuoteAnswer, FigureAnswer)
_Query = TypeVar("_Query", SummaryQuery, QuoteQuery, FigureQuery)


class Addresses(Desk):
    """Answers questions that name their article by its address, once it was read here."""

    def __init__(self, database: Database, reader: Reader, workers: Workers) -> None:
        self._articles = Articles(database)
        self._archive = Archive(database)
        self._reader = reader
        self._workers = workers
        self._known: dict[str, tuple[int, datetime]] = {}
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def read(self, url: str, now: datetime, spend: Callable[[], None]) -> None:
        """Read the article at an address, unless it was read lately.

        ``spend`` is called before anything is fetched, and may raise TooMany. Raises FetchFailed,
        Unreadable or WorkFailed where there is no article to be read.
        """
        key = canonical_url(url)
        turn = self._turns.setdefault(key, asyncio.Lock())
        async with turn:
            known = self._known.get(key)
            if known and now - known[1] < FRESH_FOR:
                return
            spend()
            number = await self._keep(await self._reader.read_page(url), now)
            self._known[key] = number, now
            for old in list(self._known)[:-MOST]:
                del self._known[old]

    async def _keep(self, article: Article, now: datetime) -> int:
        kept = await self._articles.keep(article, now)
        for one in await self._articles.waiting(VERSION, MOST):
            if one.id == kept.id:
                analysis = await self._workers.run(analyse, one.article)
                await self._articles.analysed(one.id, one.revision, analysis, now)
        return kept.id

    async def summary(self, query: SummaryQuery) -> SummaryAnswer:
        answer = await self._archive.summary(self._numbered(query))
        return replace(answer, article=replace(answer.article, id=None))

    async def quotes(self, query: QuoteQuery) -> Page[QuoteAnswer]:
        return _unnumbered(await self._archive.quotes(self._numbered(query)))

    async def figures(self, query: FigureQuery) -> Page[FigureAnswer]:
        return _unnumbered(await self._archive.figures(self._numbered(query)))

    async def headline(self, url: str) -> HeadlineAnswer | None:
        """What would be posted of the article at an address; None where it was not read here."""
        number, _ = self._known.get(canonical_url(url), (0, None))
        answer = await self._archive.headline(number)
        return answer and replace(answer, article=replace(answer.article, id=None))

    def _numbered(self, query: _Query) -> _Query:
        """The query as the database of addresses takes it."""
        number, _ = self._known.get(canonical_url(str(query.article)), (0, None))
        return replace(query, article=number, scope=LIBRARY)


def _unnumbered(page: Page[_Item]) -> Page[_Item]:
    """The same answers, their articles named by address alone."""
    items = (replace(item, article=replace(item.article, id=None)) for item in page.items)
    return replace(page, items=tuple(items))


@asynccontextmanager
async def open_addresses(reader: Reader, workers: Workers) -> AsyncIterator[Addresses]:
    """The desk that answers about addresses, for as long as it is needed."""
    with TemporaryDirectory(prefix="newsroom-") as folder:
        database = await Database.open(f"sqlite:///{folder}/addresses.db")
        try:
            yield Addresses(database, reader, workers)
        finally:
            await database.close()
