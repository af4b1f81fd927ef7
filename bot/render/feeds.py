"""Feeds that are followed, how they are doing, and trouble in a channel -> cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model import Entry
from bot.render.card import Block, Card, Kind, Line, Moment, Run, Style, Words, block
from bot.render.fit import fit
from bot.render.markup import web_link
from bot.render.receipts import name, small
from bot.render.words import count

_MOST_FEEDS = 20
_MOST_ENTRIES = 3
_ROOM = 120


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed as its moderators see it.

    ``trouble`` is a sentence that says what is wrong and what to do; None for a healthy feed.
    ``place`` is the channel's name where its news are posted.
    """

    title: str
    url: str
    place: str | None
    last_read: datetime | None
    trouble: str | None
    since: datetime | None
    paused: bool


def feeds_card(feeds: Sequence[FeedState]) -> Card:
    """What a server follows, and how each feed is doing; trouble first."""
    order = sorted(feeds, key=lambda feed: (feed.trouble is None, feed.title.casefold()))
    ill = sum(feed.trouble is not None for feed in feeds)

    def draw(room: int) -> Card:
        told = count(len(feeds), "feed") + (f", {ill} in trouble" if ill else "")
        head = block(Line(Style.HEADING, (Words(f"Feeds here · {told}"),)))
        rest = len(order) - _MOST_FEEDS
        more = (block(small(f"and {count(rest, 'more feed')}")),) if rest > 0 else ()
        blocks = (_feed(feed, room) for feed in order[:_MOST_FEEDS])
        cure = (block(small("/feed doctor says what is wrong and what you can do")),) if ill else ()
        return Card(Kind.SETTINGS, (head, *blocks, *more, *cure))

    return fit(draw)


def _feed(feed: FeedState, room: int) -> Block:
    title = Words(name(feed.title, room), bold=True, link=web_link(feed.url))
    return block(Line(Style.BODY, (title,)), small(*_health(feed, room)))


def _health(feed: FeedState, room: int) -> tuple[Sequence[Run] | str | None, ...]:
    place = f"in #{name(feed.place, room)}" if feed.place else None
    if feed.trouble is not None:
        since: Sequence[Run] | None = (Words("since "), Moment(feed.since)) if feed.since else None
        stopped = "no longer read" if feed.paused else None
        return place, since, stopped, name(feed.trouble, max(room, 100))
    if feed.last_read is None:
        return place, "not read yet"
    return place, (Words("read "), Moment(feed.last_read))


def new_feed_card(title: str, url: str, place: str, newest: Sequence[Entry]) -> Card:
    """A feed that is now followed, and its newest item as proof."""

    def draw(room: int) -> Card:
        head = block(
            Line(Style.HEADING, (Words(f"{name(title, room)} is followed"),)),
            Line(
                Style.BODY,
                (Words("Its news will be posted in "), Words(f"#{place}", bold=True), Words(".")),
            ),
        )
        return Card(Kind.SETTINGS, (head, *_entries(newest[:1], room)))

    return fit(draw)


def removed_feed_card(title: str) -> Card:
    """A feed that is no longer followed."""
    told = (Words(name(title, _ROOM), bold=True), Words(" is no longer followed here."))
    return Card(Kind.SETTINGS, (block(Line(Style.BODY, told)),))


def resumed_feed_card(title: str) -> Card:
    """A paused feed that is read again."""
    told = (
        Words(name(title, _ROOM), bold=True),
        Words(" is read again, at once. /feed doctor says how it goes."),
    )
    return Card(Kind.SETTINGS, (block(Line(Style.BODY, told)),))


def tried_feed_card(title: str, newest: Sequence[Entry], post: Card | None) -> Card:
    """What a feed has now: its newest item as it would be posted, else its newest headlines."""

    def draw(room: int) -> Card:
        told = f"{name(title, room)} · {count(len(newest), 'item')}"
        so = "Its newest would be posted like this." if post else None
        head = block(Line(Style.HEADING, (Words(told),)), small(so))
        if post:
            return Card(Kind.SETTINGS, (head, *post.blocks), post.rows)
        return Card(Kind.SETTINGS, (head, *_entries(newest[:_MOST_ENTRIES], room)))

    return fit(draw)


def _entries(entries: Sequence[Entry], room: int) -> tuple[Block, ...]:
    if not entries:
        return (block(small("It has no items now.")),)
    return tuple(
        block(
            Line(
                Style.BODY,
                (Words(name(entry.title, room), bold=True, link=web_link(entry.url)),),
            ),
            small(Moment(entry.published) if entry.published else "without a date"),
        )
        for entry in entries
    )


def trouble_card(place: str | None, reason: str) -> Card:
    """What moderators read, once, when a channel takes no posts; ``place`` is None when gone."""
    where = Words(f"#{name(place, _ROOM)}" if place else "a channel of this server", bold=True)
    told = (
        Words("No news can be posted in "),
        where,
        Words(f". {reason} Allow me View Channel, Send Messages and Read Message History there, "),
        Words("or remove the feed with /feed remove and add it to another channel."),
    )
    return Card(Kind.TROUBLE, (block(Line(Style.BODY, told)),))
