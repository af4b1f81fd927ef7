"""A card as large as Discord takes it, and no larger."""

from collections.abc import Callable

from bot.render.card import MOST_CHARACTERS, Card
from bot.render.markup import characters

ROOMS = (1200, 800, 500, 350, 240, 160, 100, 60, 30)
"""Characters that one text of an article may take; the next is tried when a card is too large."""


def fit(draw: Callable[[int], Card]) -> Card:
    """The roomiest drawing of a card that Discord takes.

    ``draw`` is given the most characters that any one text of an article may take. Cutting the
    texts always suffices: a page has five answers, and links too long to show are left off.
    """
    for room in ROOMS:
        card = draw(room)
        if sum(map(characters, card.blocks)) <= MOST_CHARACTERS:
            return card
    return card
