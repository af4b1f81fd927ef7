"""entries and what is known -> which are new, which have changed; pure.

Feeds bump dates, correct headlines and give out new guids for the same page; none of that is
news. An article is known by its guid, else by the page its link leads to, else by title and time.
"""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from bot.ingest.fragments import plain_text
from bot.model import Entry, Seen
from bot.urls import page_key

Key = TypeVar("Key", bound=Hashable)
"""Whatever the caller knows an article by."""


class Outcome(StrEnum):
    """What an entry means to us."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Decision(Generic[Key]):
    """An entry, what it means, and the key of the known article that it is about."""

    entry: Entry
    seen: Seen
    outcome: Outcome
    known: Key | None = None


def see(entry: Entry) -> Seen:
    """What is to be kept of an entry.

    >>> seen = see(Entry("The  Tide", url="https://harbour.example/tide?utm_source=x", guid="1"))
    >>> seen.guid, seen.page, seen.title
    ('1', 'harbour.example/tide', 'the tide')
    """
    shown = (entry.title, entry.author, entry.summary, plain_text(entry.content or ""))
    told = "\0".join(part or "" for part in shown).encode("utf-8", "replace")
    return Seen(
        guid=_guid_of(entry),
        page=page_key(entry.url) if entry.url else None,
        title=" ".join(entry.title.casefold().split()),
        published=entry.published,
        digest=hashlib.blake2b(told, digest_size=16).hexdigest(),
    )


def decide(
    entries: Iterable[Entry], known: Mapping[Key, Seen], seen: Iterable[Seen] | None = None
) -> tuple[Decision[Key], ...]:
    """What each entry of one reading means, in the order of the feed.

    ``known`` are the articles of this feed so far; ``seen`` is what is to be kept of each entry,
    where it has been worked out elsewhere. An article that stands twice in one reading is decided
    once.

    >>> tide = Entry("Tide rises", url="https://harbour.example/tide", guid="1")
    >>> news = Entry("Wind falls", url="https://harbour.example/wind", guid="2")
    >>> corrected = Entry("Tide falls", url="http://www.harbour.example/tide/", guid="3")
    >>> [(one.outcome.value, one.known) for one in decide((corrected, news), {7: see(tide)})]
    [('changed', 7), ('new', None)]
    """
    entries = tuple(entries)
    reading = list(zip(entries, map(see, entries) if seen is None else seen, strict=True))
    vague = _find_vague(one for _, one in reading)
    former = _Register(known.values())
    keys = {id(seen): key for key, seen in known.items()}
    current = _Register(())
    decisions: list[Decision[Key]] = []
    met: set[int] = set()
    for entry, one in reading:
        if not says_something(one) or current.find(one, vague):
            continue
        current.add(one)
        before = former.find(one, vague)
        if before is None:
            decisions.append(Decision(entry, one, Outcome.NEW))
        elif id(before) not in met:
            met.add(id(before))
            outcome = Outcome.SAME if one == before else Outcome.CHANGED
            decisions.append(Decision(entry, one, outcome, keys[id(before)]))
    return tuple(decisions)


def says_something(seen: Seen) -> bool:
    """Whether an entry can be known again; one that cannot shows nothing either.

    >>> says_something(see(Entry("", summary="It rose."))), says_something(see(Entry("")))
    (True, False)
    """
    return bool(_signs_of(seen))


class _Register:
    """Finds what was seen by any of the signs of an article."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self._by_sign: dict[tuple[object, ...], Seen] = {}
        told = tuple(seen)
        self._vague = _find_vague(told)
        for one in told:
            self.add(one)

    def add(self, seen: Seen) -> None:
        for sign in _signs_of(seen):
            if sign not in self._vague:
                self._by_sign.setdefault(sign, seen)

    def find(self, seen: Seen, vague: frozenset[tuple[object, ...]]) -> Seen | None:
        signs = (sign for sign in _signs_of(seen) if sign not in vague)
        return next((self._by_sign[sign] for sign in signs if sign in self._by_sign), None)


def _signs_of(seen: Seen) -> tuple[tuple[object, ...], ...]:
    """What tells one article from others, the surest first.

    A title alone is one only where there is nothing else: "Weather" comes every day.
    """
    signs: list[tuple[object, ...]] = []
    if seen.guid:
        signs.append(("guid", seen.guid))
    if seen.page and "/" in seen.page:  # a front page is no article's
        signs.append(("page", seen.page))
    if seen.title and (seen.published or not signs):
        signs.append(("title", seen.title, seen.published))
    if not signs and seen.digest != NOTHING:
        signs.append(("words", seen.digest))
    return tuple(signs)


def _find_vague(reading: Iterable[Seen]) -> frozenset[tuple[object, ...]]:
    """Signs that stand on different articles, so that they tell nothing.

    Some feeds give all their items one guid; the items of a live page share its address.
    """
    titles: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for seen in reading:
        for sign in _signs_of(seen):
            if sign[0] == "guid":
                titles[sign].add((seen.page, seen.title))
            elif sign[0] == "page":
                titles[sign].add(seen.title)
    return frozenset(sign for sign, told in titles.items() if len(told) > 1)


def _guid_of(entry: Entry) -> str | None:
    """The guid; one that is an address is compared as one."""
    if entry.guid and entry.guid.lower().startswith(("http://", "https://")):
        return page_key(entry.guid)
    return entry.guid


NOTHING = see(Entry("")).digest
"""Of an entry that shows nothing, and is never news."""
