"""quantities -> where each figure moved: up, down, or not at all."""

from decimal import Decimal

from bot.analysis.figures.counts.events import find_event_behind
from bot.analysis.figures.grammar.clauses import find_verb
from bot.analysis.figures.grammar.phrases import is_points, phrase_after
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import TIMES
from bot.model import Direction

_GIVING = ("gave", "give", "gives", "given", "giving")
"""Verbs with which "up" is down: "the index gave up 2%"."""

_COMPARING = ("bigger", "fewer", "higher", "larger", "less", "lower", "more", "smaller")
"""What says behind a share whether it is more: "40% fewer fires"."""

_REACH = 8
"""Words between a figure and the word that tells its direction."""


def find_direction(
    passage: Passage, tags: list[Tag], quantity: Quantity, language: str = "en"
) -> Direction | None:
    """Where a figure moved: "up 4%", "fell 4%", "a 4% rise", "4% higher".

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def direction(text, number):
    ...     passage = Passage(text, split_words(text))
    ...     quantity = Quantity(number, number, number + 2, Decimal(4), "percent")
    ...     return find_direction(passage, tag_words(passage.words), quantity)
    >>> direction("Sales fell 4% in May", 2), direction("A 4% rise in sales", 1)
    (<Direction.DOWN: 'down'>, <Direction.UP: 'up'>)
    >>> direction("It was 4% , up from 3%", 2), direction("to cut the fare by 4%", 5)
    (<Direction.UP: 'up'>, <Direction.DOWN: 'down'>)
    >>> direction("They own 4% of it", 2) is None
    True
    """
    if isinstance(quantity.value, Decimal) and quantity.value < 0 and quantity.unit == "percent":
        return Direction.DOWN
    if passage.lower(quantity.first - 1) == "+" and quantity.unit == "percent":
        return Direction.UP
    if passage.lower(quantity.first - 1) == "up" and passage.lower(quantity.first - 2) in _GIVING:
        return Direction.DOWN
    if language == "en":
        places = _telling_words(passage, tags, quantity)
    else:
        places = _plain_telling_words(passage, tags, quantity, language)
    for place in places:
        lower = passage.lower(place)
        if lower in word_set(language, "figure_rises"):
            return Direction.UP
        if lower in word_set(language, "figure_falls"):
            return Direction.DOWN
    return None


def _plain_telling_words(
    passage: Passage, tags: list[Tag], quantity: Quantity, language: str
) -> list[int]:
    """The words that may tell a direction where we know no verbs: those before, then behind.

    What a figure moved from tells nothing: "von 3 auf 5", "de 3 à 5".
    """
    if passage.lower(quantity.first - 1) in ("von", "desde", "contre"):
        return []
    if not quantity.measured and quantity.last < len(tags) and tags[quantity.last] in NOMINAL:
        return []  # "stieg, und 12 Menschen": the verb tells of something else
    reached = passage.lower(quantity.first - 1) in ("auf", "à", "hasta", "los")
    if passage.lower(quantity.last) in word_set(language, "figure_comparisons"):
        return [quantity.last]  # "es fielen 9 Prozent mehr"
    places = []  # "stieg um 3 auf 5": what is reached moved too
    for place in range(quantity.first - 1, max(-1, quantity.first - _REACH), -1):
        passed = tags[place] is Tag.NUMBER and not reached
        if tags[place] is Tag.MARK or passed or passage.lower(place) in ("und", "et", "y"):
            break
        if passage.lower(place + 1) != "als":  # "mehr als die Hälfte" is no rise
            places.append(place)
    return [*places, quantity.last]


def _telling_words(passage: Passage, tags: list[Tag], quantity: Quantity) -> list[int]:
    """The words that may tell a direction, the nearest first."""
    before = quantity.first - 1
    while before > 0 and (
        passage.lower(before) in ("by", "to", "a", "an", "another", "further", "only", "just", "of")
        or tags[before] is Tag.ADVERB
    ):
        before -= 1
    phrasal = passage.lower(before) in ("up", "down") and tags[before - 1] is Tag.VERB
    phrasal = phrasal and not quantity.measured  # "shot down 27", not "ended down 1%"
    if moved := _moved_behind(passage, tags, quantity):
        return [moved]
    places = [before] if before >= 0 and not phrasal else []
    if passage.lower(quantity.first - 1) == "by" and quantity.measured:
        places += _nearest_verb(tags, quantity.first - 1)
    if passage.lower(quantity.last) in _COMPARING:
        places.append(quantity.last)  # "a third fewer homes"
    behind = phrase_after(passage, tags, quantity.last)
    timed = quantity.unit in TIMES  # "a four-year contract"
    if behind and not timed and (quantity.measured or is_points(passage, behind)):
        places.append(behind[1] - 1)  # "a 4% rise"
    if not behind:
        places.append(quantity.last)  # "4% higher"
    counted = behind is not None and not is_points(passage, behind)
    counted = counted or passage.lower(quantity.last) == "of"
    counted = counted or find_event_behind(passage, tags, quantity.last) is not None
    if not quantity.measured and counted:
        return places  # "the toll rose, with 48 people missing": the verb tells of the toll
    verb = find_verb(passage, tags, quantity.first)
    opened = passage.lower(quantity.first - 1) in ("of", "from", "in", "for")
    if verb is None or opened or _has_gerund(passage, verb, quantity.first):
        return places
    places.append(verb)
    if tags[verb] is Tag.AUXILIARY:  # "is also drifting up 2%", "were up 9 points, or 2%"
        near = range(verb + 1, quantity.first)
        places += [k for k in near if tags[k] is Tag.ADVERB or passage.lower(k) in ("up", "down")]
    return places


def _moved_behind(passage: Passage, tags: list[Tag], quantity: Quantity) -> int | None:
    """Where "up" or "down" stands in "61 seats, up from 55"."""
    if passage.lower(quantity.first - 1) == "of" and tags[quantity.first - 2] is Tag.NUMBER:
        return None  # "38 of 150 seats, down from 44" tells of the 38
    place = quantity.last
    while place < len(tags) and place - quantity.last < 5:
        if passage.lower(place) in ("up", "down"):
            return place if passage.lower(place + 1) == "from" else None
        linked = tags[place] is Tag.NUMBER or passage.lower(place) == "of"
        if not linked and tags[place] not in (*NOMINAL, Tag.MARK, Tag.ADVERB):
            return None
        place += 1
    return None


def _nearest_verb(tags: list[Tag], index: int) -> list[int]:
    """The verb before "by": "had to lower the fare by 12%", in whatever form it stands."""
    for place in range(index - 1, max(-1, index - _REACH), -1):
        if tags[place] in (Tag.MARK, Tag.NUMBER):
            return []
        if tags[place] in (Tag.VERB, Tag.PARTICIPLE):
            return [place]
    return []


def _has_gerund(passage: Passage, verb: int, index: int) -> bool:
    """Whether another verb stands nearer: "the bus fell, killing 21"."""
    return any(
        passage.lower(place).endswith("ing") and passage.lower(place - 1) in (",", "and", "before")
        for place in range(verb + 1, index)
    )
