"""What has grown older than the operator keeps is taken out, a little at a time."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.retention import Retention

log = logging.getLogger(__name__)

MOST = 5_000
"""Articles that are taken out in one go; the next one goes on."""

PAUSE = 0.1
"""Seconds between two transactions, in which others write."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """How much was taken out, and how many bytes were given back."""

    articles: int = 0
    entries: int = 0
    bytes: int = 0


class Clearing:
    """Keeps articles for so long and no longer; without a time, for ever."""

    def __init__(self, retention: Retention, keep_for: timedelta | None) -> None:
        self._retention = retention
        self._keep_for = keep_for

    async def prepare(self) -> None:
        """See to it that room can be given back; to be called before anything else is done."""
        if self._keep_for is not None:
            await self._retention.prepare()

    async def clear(self, now: datetime) -> Cleared:
        """Take out what is too old now, and give its room back."""
        if self._keep_for is None:
            return Cleared()
        articles = entries = freed = 0
        while articles < MOST and (gone := await self._retention.remove(now - self._keep_for)):
            articles += gone
            await asyncio.sleep(PAUSE)
        while gone := await self._retention.remove_entries():
            entries += gone
            await asyncio.sleep(PAUSE)
        while given := await self._retention.give_back():
            freed += given
            await asyncio.sleep(PAUSE)
        cleared = Cleared(articles, entries, freed)
        if articles or entries:
            log.info(
                "old articles removed",
                extra={"articles": articles, "entries": entries, "bytes": freed},
            )
        return cleared
