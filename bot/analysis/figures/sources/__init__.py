"""words -> who reports the figures of a sentence, where a pattern is sure of it."""

from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.sources.attribution import Attribution
from bot.analysis.figures.sources.names import find_according_to
from bot.analysis.figures.sources.plain import find_plain_attributions
from bot.analysis.figures.sources.speech import find_said_after, find_said_before

_COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")


def find_attributions(passage: Passage, tags: list[Tag], language: str) -> tuple[Attribution, ...]:
    """The attributions of a sentence, the surest first.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def names(text):
    ...     passage = Passage(text, split_words(text))
    ...     return [a.name for a in find_attributions(passage, tag_words(passage.words), "en")]
    >>> names("Sales fell 5%, according to the Tidewater survey from Marlin, a boat club.")
    ['Tidewater survey from Marlin']
    >>> names("The Orvik health ministry says 91 people died.")
    ['Orvik health ministry']
    >>> names("At least 9 people were hurt, officials said."), names("He said 9 were hurt.")
    (['officials'], [None])
    >>> names("The index added 20 points and was reported lost.")
    []
    """
    if language != "en":
        return tuple(find_plain_attributions(passage, tags, language))
    found = []
    for place in range(len(tags)):
        attribution = find_said_before(passage, tags, place) or find_said_after(
            passage, tags, place
        )
        if attribution:
            found.append(attribution)
    return (*found, *find_according_to(passage, tags))


def choose_source(
    passage: Passage,
    attributions: tuple[Attribution, ...],
    quantity: Quantity,
    continued: str | None,
) -> str | None:
    """Who answers for a figure; a pronoun stands for the source that the text goes on with.

    How far away a place lies is nobody's report.

    >>> from decimal import Decimal
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> passage, nine = Passage("", split_words("they counted 9")), Quantity(2, 2, 3, Decimal(9))
    >>> choose_source(passage, (Attribution(0, 3, "police"),), nine, None)
    'police'
    >>> choose_source(passage, (Attribution(0, 3, None),), nine, "Ada Roe")
    'Ada Roe'
    >>> choose_source(passage, (), nine, "Ada Roe") is None
    True
    """
    first = quantity.first
    if passage.lower(quantity.last) in _COMPASS:
        return None
    for attribution in attributions:
        if attribution.first <= first < attribution.last:
            return attribution.take_up(continued)
    return None
