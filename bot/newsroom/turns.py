"""Whose turn it is to be read: what has waited longest, but no host takes all the places."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlsplit

Work = TypeVar("Work")


@dataclass(frozen=True, slots=True)
class Places:
    """How much is read at the same time, and how much of it at one host."""

    in_all: int
    a_host: int


@dataclass(frozen=True, slots=True)
class Turn(Generic[Work]):
    """Something that waits to be read, and the host that it is read at; none for our own store."""

    id: int
    host: str | None
    work: Work


def choose_turns(
    waiting: Iterable[Turn[Work]], under_way: dict[int, str | None], places: Places
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
