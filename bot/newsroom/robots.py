"""What sites ask of programs, asked once and kept for a day."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

from bot.errors import FetchFailed, FetchFault, WorkFailed
from bot.ingest.robots import MOST_BYTES, Robots, parse_robots
from bot.ingest.web import Web
from bot.workers import Workers

DAY = 86_400.0
"""Seconds that what a site asks is kept (RFC 9309, 2.4)."""

SOON = 120.0
"""Seconds after which a robots.txt that could not be read is asked for again."""

MOST_SITES = 2000
MOST_KEPT = 20_000_000  # characters of rules, of all sites together
LARGE = 20_000  # bytes; to parse more would hold up the event loop

LONGEST_PAUSE = 10.0
"""Seconds between two pages of a site, whatever longer delay it asks for."""


@dataclass(slots=True)
class _Kept:
    """What a site said last, or why it could not be asked, and until when that stands."""

    said: Robots | FetchFailed
    until: float
    size: int  # characters, about
    free: float = 0.0  # when the next page may be asked for
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Manners:
    """Keeps to what each site's robots.txt asks; ``clock`` gives seconds."""

    def __init__(
        self, web: Web, workers: Workers, clock: Callable[[], float] | None = None
    ) -> None:
        self._web = web
        self._workers = workers
        self._clock = clock or asyncio.get_running_loop().time
        self._kept: dict[str, _Kept] = {}
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def check(self, url: str) -> None:
        """Raise FetchFailed where the site does not want this page read, or cannot say now."""
        said = (await self._find(url)).said
        if isinstance(said, FetchFailed):
            raise FetchFailed(said.fault, said.status, said.retry_after)
        if not said.allows(url):
            raise FetchFailed(FetchFault.ROBOTS)

    async def wait(self, url: str) -> None:
        """Wait as long as the site wants between two pages, in the order of asking."""
        kept = await self._find(url)
        delay = min(kept.said.delay, LONGEST_PAUSE) if isinstance(kept.said, Robots) else 0.0
        if delay:
            async with kept.turn:
                await asyncio.sleep(max(0.0, kept.free - self._clock()))
                kept.free = self._clock() + delay

    async def _find(self, url: str) -> _Kept:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._asking.setdefault(site, asyncio.Lock()):
            kept = self._kept.get(site)
            if kept is None or self._clock() >= kept.until:
                said = await self._ask(f"{site}/robots.txt")
                self._kept.pop(site, None)
                kept = self._kept[site] = self._keep(said)
                self._forget_oldest()
            return kept

    def _keep(self, said: Robots | FetchFailed) -> _Kept:
        if isinstance(said, FetchFailed):
            return _Kept(said, self._clock() + SOON, 0)
        return _Kept(said, self._clock() + DAY, said.size)

    async def _ask(self, url: str) -> Robots | FetchFailed:
        """What a site says; a robots.txt that is not there asks for nothing."""
        try:
            fetched = await self._web.get(url, most_bytes=MOST_BYTES, cut=True)
        except FetchFailed as error:
            return Robots() if is_missing(error) else error
        if len(fetched.content) <= LARGE:
            return parse_robots(fetched.content)
        try:
            return await self._workers.run(parse_robots, fetched.content)
        except WorkFailed:
            return FetchFailed(FetchFault.GARBLED)

    def _forget_oldest(self) -> None:
        size = sum(one.size for one in self._kept.values())
        while len(self._kept) > 1 and (len(self._kept) > MOST_SITES or size > MOST_KEPT):
            size -= self._kept.pop(next(iter(self._kept))).size


def is_missing(error: FetchFailed) -> bool:
    """Whether a robots.txt is not there, so that all may be read (RFC 9309, 2.3.1.3).

    >>> is_missing(FetchFailed(FetchFault.STATUS, 404)), is_missing(FetchFailed(FetchFault.DNS))
    (True, False)
    """
    if error.status == 429:  # it is there, but not for us now
        return False
    endless = error.fault is FetchFault.TOO_MANY_REDIRECTS
    return endless or (error.status is not None and 400 <= error.status < 500)
