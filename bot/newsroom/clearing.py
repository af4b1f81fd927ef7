"""What has grown older than the operator keeps is taken out, a little at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.store.retention import Retention

log = logging.getLogger(__name__)

HOLD = 0.05
"""Seconds that one transaction is to take: others that write wait for it."""

ARTICLES, ENTRIES, PAGES = (20, 100), (200, 2_000), (200, 1_000)
"""How much is taken in the first transaction, and at most in any; a page has 4 KB."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """How much was taken out, and how many bytes were given back."""

    articles: int = 0
    entries: int = 0
    bytes: int = 0


class Clearing:
    """Keeps articles for so long and no longer; without a time, for ever.

    Room that is free in the file is given back in any case.
    """

    def __init__(self, retention: Retention, keep_for: timedelta | None) -> None:
        self._retention = retention
        self._keep_for = keep_for

    async def prepare(self) -> None:
        """See to it that room can be given back; to be called before anything else is done."""
        if self._keep_for is not None:
            await self._retention.prepare()

    async def clear(self, now: datetime) -> Cleared:
        """Take out all that is too old now, and give back its room and what an update left."""
        articles = entries = 0
        if self._keep_for is not None:
            remove = partial(self._retention.remove, now - self._keep_for)
            articles = await self._in_steps(remove, *ARTICLES)
            entries = await self._in_steps(self._retention.remove_entries, *ENTRIES)
        given = await self._in_steps(self._retention.give_back, *PAGES)
        cleared = Cleared(articles, entries, given)
        if articles or entries:
            log.info("old articles removed", extra=asdict(cleared))
        return cleared

    async def _in_steps(self, step: Callable[[int], Awaitable[int]], size: int, most: int) -> int:
        """Do steps until one finds nothing to do; how much all of them did.

        Between two of them others have as much time as the last one took.
        """
        clock = asyncio.get_running_loop().time
        done = 0
        while True:
            begun = clock()
            did = await step(size)
            taken = clock() - begun
            if not did:
                return done
            done += did
            size = min(next_size(size, taken), most)
            await asyncio.sleep(taken)


def next_size(size: int, taken: float) -> int:
    """How much to do in the next step, if the last one took so many seconds; at least 1.

    One that others held up tells little of its size, so that it is halved or doubled at most.

    >>> next_size(20, HOLD), next_size(20, 0.8 * HOLD), next_size(20, 0.0), next_size(20, 9.0)
    (20, 25, 40, 10)
    """
    fitting = round(size * HOLD / taken) if taken else 2 * size
    return max(1, size // 2, min(fitting, 2 * size))
