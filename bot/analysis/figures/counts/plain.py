"""quantities -> what they count, in languages whose verbs we do not know."""

from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.quantity import Quantity

_OF = ("de", "d'", "del", "des", "du", "der", "von", "vom")


def choose_plain_counts(
    passage: Passage, tags: list[Tag], quantities: list[Quantity]
) -> tuple[str | None, ...]:
    """The noun behind each quantity, or that of which it is a part; None for the rest.

    >>> from bot.analysis.figures.quantities.reading import find_quantities
    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def counts(text, language):
    ...     passage = Passage(text, split_words(text))
    ...     tags = tag_plainly(passage.words, language)
    ...     found = find_quantities(passage, tags, set(), language)
    ...     return choose_plain_counts(passage, tags, found)
    >>> counts("37 schwer verletzte Menschen und 12 Häuser", "de")
    ('schwer verletzte Menschen', 'Häuser')
    >>> counts("plus de 40 % des habitants, soit 300 personnes", "fr")
    ('habitants', 'personnes')
    """
    return tuple(_noun_behind(passage, tags, quantity) for quantity in quantities)


def _noun_behind(passage: Passage, tags: list[Tag], quantity: Quantity) -> str | None:
    start = quantity.last
    part = passage.lower(start) in _OF
    while part and start < len(tags) and tags[start] is Tag.PREPOSITION:
        start += 1
    if start >= len(tags) or tags[start] not in NOMINAL or (quantity.measured and not part):
        return None
    last = start
    if not passage.words[start].capital:  # German writes nouns large: read up to the first
        last = _first_capital(passage, tags, start) or start
    return passage.slice(start, last + 1)


def _first_capital(passage: Passage, tags: list[Tag], start: int) -> int | None:
    """The noun behind the adjectives of a German phrase."""
    for place in range(start, min(start + 4, len(tags))):
        if tags[place] not in NOMINAL:
            return None
        if passage.words[place].capital:
            return place
    return None
