"""Whose turn it is to be read: what has waited longest, but no host takes all the places."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from bot.errors import NewsError

log = logging.getLogger(__name__)

Work = TypeVar("Work")
Begin = Callable[[], Coroutine[None, None, None]]

REST = timedelta(minutes=5)
"""How long we ask no more for what could not be kept: that the disk is full is no site's fault."""


@dataclass(frozen=True, slots=True)
class Places:
    """How much is read at the same time, and how much of it at one host."""

    in_all: int
    a_host: int


@dataclass(frozen=True, slots=True)
class Turn(Generic[Work]):
    """Something that waits to be read, and the host that it is read at; None is one too."""

    id: int
    host: str | None
    work: Work


def choose_turns(
    waiting: Iterable[Turn[Work]], under_way: Mapping[int, str | None], places: Places
) -> tuple[Turn[Work], ...]:
    """What may begin now, in the order in which it waits; ``under_way`` are the hosts by id.

    >>> waiting = [Turn(1, "harbour.example", "a"), Turn(2, "harbour.example", "b")]
    >>> waiting += [Turn(3, "gull.example", "c")]
    >>> [turn.work for turn in choose_turns(waiting, {}, Places(in_all=5, a_host=1))]
    ['a', 'c']
    >>> choose_turns(waiting, {1: "harbour.example"}, Places(in_all=1, a_host=1))
    ()
    """
    taken = Counter(under_way.values())
    chosen: dict[int, Turn[Work]] = {}
    for turn in waiting:
        if len(under_way) + len(chosen) >= places.in_all:
            break
        if turn.id in under_way or turn.id in chosen or taken[turn.host] >= places.a_host:
            continue
        taken[turn.host] += 1
        chosen[turn.id] = turn
    return tuple(chosen.values())


def host_of(url: str | None) -> str | None:
    """The host in an address.

    >>> host_of("https://Harbour.example:8443/feed"), host_of(None), host_of("http://[")
    ('harbour.example', None, None)
    """
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


class Readings:
    """What is being read, and what rests because it could not be kept; ``kind`` names it in logs.

    Each reading lives by itself: whatever goes wrong with it is logged and costs no other. As one
    ends, the next of those that wait begins.
    """

    def __init__(self, kind: str, places: Places) -> None:
        self._kind = kind
        self._places = places
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._hosts: dict[int, str | None] = {}
        self._resting: dict[int, datetime] = {}
        self._waiting: dict[int, Turn[Begin]] = {}
        self._met: set[int] = set()

    def look(self) -> None:
        """To be called before what waits is looked up: it may be read until that is known."""
        self._met = set(self._tasks)

    def start(self, waiting: Iterable[Turn[Begin]], now: datetime) -> None:
        """Begin whatever has its turn; the rest waits for it, instead of what waited before."""
        self._resting = {id: since for id, since in self._resting.items() if _rests(since, now)}
        able = (turn for turn in waiting if turn.id not in self._resting)
        self._waiting = {turn.id: turn for turn in able if turn.id not in self._met}
        self._begin(now)

    def _begin(self, now: datetime) -> None:
        for turn in choose_turns(self._waiting.values(), self._hosts, self._places):
            del self._waiting[turn.id]
            self._met.add(turn.id)
            self._hosts[turn.id] = turn.host
            self._tasks[turn.id] = task = asyncio.create_task(self._live_through(turn, now))
            task.add_done_callback(partial(self._done, turn.id, now))

    async def finish(self) -> None:
        """Wait until all of it is done."""
        while self._tasks:
            await asyncio.wait(self._tasks.values())

    def cancel(self) -> None:
        """Leave all of it."""
        self._waiting.clear()
        for task in self._tasks.values():
            task.cancel()

    async def _live_through(self, turn: Turn[Begin], now: datetime) -> None:
        try:
            await turn.work()
        except NewsError as error:
            log.warning("not kept", extra={self._kind: turn.id, "reason": str(error)})
            self._resting[turn.id] = now
        except Exception:
            log.exception("not kept", extra={self._kind: turn.id})
            self._resting[turn.id] = now

    def _done(self, id: int, now: datetime, _: asyncio.Task[None]) -> None:
        del self._tasks[id], self._hosts[id]
        self._begin(now)


def _rests(since: datetime, now: datetime) -> bool:
    """Whether something rests still; not where the clock was put back.

    >>> noon = datetime(2026, 9, 14, 12)
    >>> _rests(noon, noon + REST / 2), _rests(noon, noon + REST), _rests(noon, noon - REST)
    (True, False, False)
    """
    return timedelta() <= now - since < REST
