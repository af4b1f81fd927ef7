"""bytes -> what strikes about a feed: its dates, ids and links, its encoding, its XML; pure."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.parsers import expat

from bot.doctor import Contents, Sign, Symptom
from bot.errors import NotAFeed
from bot.ingest.charset import decode_feed, find_misdeclared
from bot.ingest.decide import decide, says_something, see
from bot.ingest.entries import MOST_ENTRIES
from bot.ingest.jsonfeed import is_json, items_of, published_of, read_json
from bot.ingest.mend import ENTITY, FEED_BEGINS, TAG, is_page
from bot.ingest.newest import TIME, find_items
from bot.ingest.parse import ParsedFeed, parse_feed
from bot.ingest.times import AHEAD, parse_time
from bot.ingest.unwrap import unwrap
from bot.model import Entry, Seen

FEW = 3
"""Items of which nothing can be said as a whole: how often they come, that all share a date."""


def examine(content: bytes, content_type: str | None, url: str, now: datetime) -> Contents:
    """What the bytes at an address carry; where they are no feed, what they are instead.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 9, 14, 12, tzinfo=UTC)
    >>> page = examine(b"<html>Hello", None, "https://harbour.example/", noon)
    >>> [symptom.sign.value for symptom in page.symptoms]
    ['web page']
    """
    try:
        feed = parse_feed(content, content_type, url, now=now)
    except NotAFeed as refusal:
        sign = _name_other(decode_feed(content, content_type).lstrip("\ufeff"))
        return Contents(0, (Symptom(sign, str(refusal)),))
    return examine_feed(feed, content, content_type, now)


def examine_feed(
    feed: ParsedFeed,
    content: bytes,
    content_type: str | None,
    now: datetime,
    seen: Sequence[Seen] | None = None,
) -> Contents:
    """What strikes about a feed that was parsed from these bytes.

    ``seen`` is what is to be kept of each entry, where it has been worked out before.
    """
    text = unwrap(decode_feed(content, content_type).lstrip("\ufeff"))
    items = _split_items(text)
    times = sorted(entry.published for entry in feed.entries if entry.published)
    marks = (*_in_items(feed.entries, seen, items, now), *_in_bytes(content, content_type, text))
    every = (times[-1] - times[0]) / (len(times) - 1) if len(times) >= FEW else None
    return Contents(
        items=max(items.number, len(feed.entries)),
        symptoms=marks,
        title=feed.title,
        newest=times[-1] if times else None,
        every=every or None,
    )


@dataclass(frozen=True, slots=True)
class _Items:
    """The items as they stand in the file: how many, and the times that they tell."""

    number: int
    times: tuple[datetime, ...]


def _split_items(text: str) -> _Items:
    if is_json(text):
        items = items_of(read_json(text))  # it was parsed before
        return _Items(len(items), _known_times([published_of(item) for item in items]))
    places = find_items(text)
    found = (TIME.search(text, start, end) for start, end in places)
    return _Items(len(places), _known_times([one["time"] if one else None for one in found]))


def _known_times(told: Sequence[object]) -> tuple[datetime, ...]:
    times = (parse_time(one) for one in told if isinstance(one, str))
    return tuple(time for time in times if time)


def _in_items(
    entries: Sequence[Entry], seen: Sequence[Seen] | None, items: _Items, now: datetime
) -> Iterator[Symptom]:
    """What strikes about the items, and how many of them it strikes."""
    if not entries:
        yield Symptom(Sign.EMPTY)
        return
    if items.number > MOST_ENTRIES:
        yield Symptom(Sign.TOO_MANY, f"{items.number:,} items")
    future = sum(time > now + AHEAD for time in items.times)
    undated = sum(entry.published is None for entry in entries)
    if future:
        yield Symptom(Sign.FUTURE_DATES, _some_of(min(future, len(entries)), len(entries)))
    if undated > future:
        yield Symptom(Sign.NO_DATES, _some_of(undated - future, len(entries)))
    if len(entries) > FEW and not undated and len({one.published for one in entries}) == 1:
        yield Symptom(Sign.SAME_DATES)
    yield from _in_identities(entries, seen)
    if not any(entry.content for entry in entries):
        summaries = any(entry.summary for entry in entries)
        yield Symptom(Sign.SHORT, "the beginnings of its articles" if summaries else "headlines")


def _in_identities(entries: Sequence[Entry], seen: Sequence[Seen] | None) -> Iterator[Symptom]:
    """What strikes about how an item is known, and where it leads."""
    nameless = sum(entry.guid is None for entry in entries)
    if nameless:
        yield Symptom(Sign.NO_GUIDS, _some_of(nameless, len(entries)))
    unlinked = sum(entry.url is None for entry in entries)
    if unlinked:
        yield Symptom(Sign.NO_LINKS, _some_of(unlinked, len(entries)))
    told = sum(map(says_something, map(see, entries) if seen is None else seen))
    twice = told - len(decide(entries, {}, seen))
    if twice:
        yield Symptom(Sign.DUPLICATES, _some_of(twice, len(entries)))


def _in_bytes(content: bytes, content_type: str | None, text: str) -> Iterator[Symptom]:
    """What strikes about how the feed is written."""
    misdeclared = find_misdeclared(content, content_type)
    if misdeclared:
        yield Symptom(Sign.ENCODING, misdeclared)
    fault = (find_json_fault if text.lstrip().startswith("{") else find_xml_fault)(text)
    if fault:
        yield Symptom(Sign.MENDED, fault)


def find_xml_fault(text: str) -> str | None:
    """The first thing that a strict parser of XML cannot take; None where it can take all.

    >>> find_xml_fault("<rss>\\n<item>&nbsp;</item></rss>"), find_xml_fault("<rss/>")
    ('XML, line 2: undefined entity', None)
    """
    if "<!ENTITY" in text:
        return None  # what it stands for may multiply; a strict parser would have to take it all
    parser = expat.ParserCreate("utf-8")  # it has been decoded, whatever it declares
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as fault:
        return f"XML, line {fault.lineno}: {expat.ErrorString(fault.code)}"
    return None


def find_json_fault(text: str) -> str | None:
    """The first thing that a strict parser of JSON cannot take; None where it can take all.

    >>> find_json_fault('{"items": []} Bye'), find_json_fault("{}")
    ('JSON, line 1: extra data', None)
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as fault:
        return f"JSON, line {fault.lineno}: {fault.msg[:1].lower()}{fault.msg[1:]}"
    except (ValueError, RecursionError):
        return "JSON"
    return None


def _some_of(some: int, of_all: int) -> str:
    """How many, in words.

    >>> _some_of(3, 20), _some_of(20, 20), _some_of(1, 1)
    ('3 of 20 items', 'all 20 items', 'the only item')
    """
    if of_all == 1:
        return "the only item"
    return f"all {of_all} items" if some == of_all else f"{some} of {of_all} items"


def _name_other(text: str) -> Sign:
    """What a text is that is no feed.

    >>> _name_other('{"error": 404}'), _name_other("Not here.")
    (<Sign.JSON: 'other json'>, <Sign.TEXT: 'other text'>)
    """
    begin = text.lstrip(" \t\r\n\0")
    if not begin:
        return Sign.NOTHING
    if begin.startswith(("{", "[")):
        return Sign.JSON
    if is_page(begin, has_feed=FEED_BEGINS.search(begin[:65_536]) is not None):
        return Sign.PAGE
    if ENTITY.search(begin, 0, 65_536):
        return Sign.UNSAFE
    return Sign.XML if begin.startswith("<") and TAG.search(begin) else Sign.TEXT
