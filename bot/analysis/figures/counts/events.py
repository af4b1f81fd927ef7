"""words around a count -> what happened to those who are counted: killed, arrested, sold."""

from bot.analysis.figures.grammar.phrases import Phrase, phrase_after
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity

_ADDED = ("another", "further", "additional", "a", "the", "extra", "other")


_OBJECTS = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN, Tag.NOUN, Tag.NAME, Tag.ADJECTIVE})
"""What follows a verb that is no participle."""


def find_event_behind(passage: Passage, tags: list[Tag], index: int) -> Phrase | None:
    """The participle that follows a noun: "people were killed", "cars sold".

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> passage = Passage("", split_words("9 people have been killed"))
    >>> find_event_behind(passage, tag_words(passage.words), 2)
    (4, 5)
    """
    while index < len(tags) and tags[index] in (Tag.AUXILIARY, Tag.ADVERB):
        index += 1
    known = passage.lower(index) in word_set("en", "figure_event_verbs")
    passive = passage.lower(index - 1) in ("was", "were", "been", "be", "being", "are", "is")
    active = not passive and index + 1 < len(tags) and tags[index + 1] in _OBJECTS
    return (index, index + 1) if known and not active else None  # not "9 people lost power"


def find_event_before(
    passage: Passage, tags: list[Tag], quantities: tuple[Quantity, ...], quantity: Quantity
) -> Phrase | None:
    """The verb whose object is counted: "killed 91", and then also "including 17".

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.quantities.reading import find_quantities
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> passage = Passage("", split_words("It killed 9 men, including 4 miners"))
    >>> tags = tag_words(passage.words)
    >>> found = tuple(find_quantities(passage, tags, set(), "en"))
    >>> find_event_before(passage, tags, found, found[1])
    (1, 2)
    """
    before = quantity.first - 1
    while passage.lower(before) in _ADDED:
        before -= 1
    if passage.lower(before) in word_set("en", "figure_event_verbs"):
        passive = passage.lower(before - 1) in ("was", "were", "been", "be", "is", "are")
        return None if passive or tags[before] is Tag.ADJECTIVE else (before, before + 1)
    earlier = _before(quantities, quantity)
    if passage.lower(before) != "including" or not earlier:
        return None
    phrase = phrase_after(passage, tags, earlier.last)
    behind = find_event_behind(passage, tags, phrase[1] if phrase else earlier.last)
    return behind or find_event_before(passage, tags, quantities, earlier)


def _before(quantities: tuple[Quantity, ...], quantity: Quantity) -> Quantity | None:
    index = quantities.index(quantity)
    return quantities[index - 1] if index else None
