"""Several feeds of a site -> a card to choose from, and a numbered list."""

from collections.abc import Sequence

from bot.model import FeedLink
from bot.render.card import (
    MOST_CHOICES,
    MOST_OPTION,
    Block,
    Card,
    Follow,
    FollowOption,
    Kind,
    Line,
    Style,
    Words,
    block,
)
from bot.render.fit import fit
from bot.render.markup import web_link
from bot.render.receipts import name, small
from bot.render.words import count, label, units

_MOST_LONG = 5


def offers_card(feeds: Sequence[FeedLink], channel: int, place: str) -> Card:
    """The feeds of a site, the likeliest first; the one that is chosen is posted in a channel.

    An address too long for a menu stands below, to be given by itself.
    """
    short = [feed for feed in feeds if units(feed.url) <= MOST_OPTION][:MOST_CHOICES]
    long = [feed for feed in feeds if units(feed.url) > MOST_OPTION][:_MOST_LONG]
    options = tuple(_option(feed) for feed in short)

    def draw(room: int) -> Card:
        head = block(
            Line(Style.HEADING, (Words(f"This site offers {count(len(feeds), 'feed')}"),)),
            Line(
                Style.BODY,
                (
                    Words("Choose one. Its news will be posted in "),
                    Words(f"#{name(place, room)}", bold=True),
                    Words("."),
                ),
            ),
        )
        rows = ((Follow("Which feed?", channel, options),),) if options else ()
        return Card(Kind.SETTINGS, (head, *(_by_itself(feed, room) for feed in long)), rows)

    return fit(draw)


def _option(feed: FeedLink) -> FollowOption:
    address = label(feed.url, MOST_OPTION)
    title = label(feed.title or "", MOST_OPTION) or address
    return FollowOption(title, feed.url, address if title != address else None)


def _by_itself(feed: FeedLink, room: int) -> Block:
    title = Words(name(feed.title or feed.url, room), bold=True, link=web_link(feed.url))
    return block(Line(Style.BODY, (title,)), small("its address is long: add it by itself"))


def offers_list(feeds: Sequence[FeedLink]) -> str:
    """The feeds of a site as a numbered list.

    >>> print(offers_list([FeedLink("https://harbour.example/feed", "Harbour Times")]))
     1  Harbour Times
        https://harbour.example/feed
    """
    return "\n".join(
        f"{number:>2}  {label(feed.title or feed.url, 100)}"
        + (f"\n    {feed.url}" if feed.title else "")
        for number, feed in enumerate(feeds, 1)
    )
