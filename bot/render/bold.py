"""Words of a text with some of its places bold."""

from collections.abc import Iterator

from bot.model import Span
from bot.render.card import Words
from bot.render.words import shorten


def bold_at(text: str, places: tuple[Span, ...], room: int) -> Iterator[Words]:
    """The words of a text with some places bold, cut to the room.

    >>> [(w.text, w.bold) for w in bold_at("Some 40 died.", (Span(5, 7),), 99)]
    [('Some ', False), ('40', True), (' died.', False)]
    """
    shown = shorten(text, room)
    whole = len(shown) if shown == text else len(shown) - 1
    done = 0
    for place in sorted(places):
        if done <= place.start and place.end <= whole:
            yield from (Words(shown[done : place.start]),) if place.start > done else ()
            yield Words(place.of(shown), bold=True)
            done = place.end
    if done < len(shown):
        yield Words(shown[done:])
