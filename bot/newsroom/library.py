"""The verbs: what Newsroom does with articles, in steps."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.analysis import VERSION, analyse
from bot.errors import NewsError, Unreadable
from bot.model import Article
from bot.store.articles import Articles, Finding, Waiting
from bot.workers import Workers

log = logging.getLogger(__name__)

_BATCH = 50
"""Articles fetched at once from those that wait."""

_TOGETHER = 8
"""Articles whose findings are kept in one transaction, which costs a fraction of one for each, and
is still far from holding up the event loop."""


class Outcome(StrEnum):
    """What became of a source."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that holds one article: its name, and how to get the article.

    Getting it may raise NewsError or OSError.
    """

    name: str
    read: Callable[[], Awaitable[Article]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one source; ``reason`` says why it was refused."""

    source: str
    outcome: Outcome
    title: str | None = None
    reason: str | None = None


class Newsroom:
    """Reads articles into the store and has them analysed."""

    def __init__(self, articles: Articles, workers: Workers) -> None:
        self._articles = articles
        self._workers = workers

    async def read(self, sources: Iterable[Source], now: datetime) -> AsyncIterator[Reading]:
        """Read each source into the operator's library, and say what became of it.

        A source that cannot be read is refused with its reason and costs nothing else. Only a
        failure of the store ends the reading: StoreUnavailable.
        """
        for source in sources:
            try:
                article = await source.read()
            except NewsError as error:
                yield Reading(source.name, Outcome.REFUSED, reason=str(error))
                continue
            except OSError as error:
                reason = Unreadable(f"It cannot be opened: {error.strerror or error}.")
                yield Reading(source.name, Outcome.REFUSED, reason=str(reason))
                continue
            kept = await self._articles.keep(article, now)
            yield Reading(source.name, Outcome(kept.outcome.value), title=article.title)

    async def analyse_waiting(self, now: datetime) -> AsyncIterator[str]:
        """Analyse every article that our present rules have not read; gives each title.

        An article on which the rules fail is put aside for this version of them.
        """
        while waiting := await self._articles.waiting(VERSION, _BATCH):
            for start in range(0, len(waiting), _TOGETHER):
                some = waiting[start : start + _TOGETHER]
                found = await asyncio.gather(*(self._analyse(one, now) for one in some))
                await self._articles.analysed_all([one for one in found if one], now)
                for one in some:
                    yield one.article.title

    async def _analyse(self, one: Waiting, now: datetime) -> Finding | None:
        """What is found in an article; None where the rules fail on it."""
        try:
            analysis = await self._workers.run(analyse, one.article)
        except NewsError as error:
            log.warning("article not analysed", extra={"article": one.id, "reason": str(error)})
            await self._articles.failed(one.id, one.revision, VERSION, str(error), now)
        except Exception as error:
            log.exception("the rules failed on an article", extra={"article": one.id})
            await self._articles.failed(one.id, one.revision, VERSION, repr(error), now)
        else:
            return Finding(one.id, one.revision, analysis)
        return None
