"""quantities -> what sort of figure each is, where it moved, and whether it matters."""

from decimal import Decimal

from bot.analysis.figures.grammar.clauses import find_verb
from bot.analysis.figures.grammar.phrases import is_points, phrase_after
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import PERCENTS, TIMES
from bot.analysis.lexicon import read_words
from bot.model import Direction, FigureKind

_SMALL = 10

_POINTING = ("past", "last", "next", "previous", "first", "coming", "within", "aged")
"""Words before a time that only point at it: "the past two years"."""

_GIVING = ("gave", "give", "gives", "given", "giving")
"""Verbs with which "up" is down: "the index gave up 2%"."""


def choose_kind(quantity: Quantity, counts: str | None, language: str) -> FigureKind:
    """People, money, percent, a measure, or a count of things.

    >>> choose_kind(Quantity(0, 0, 1, Decimal(30)), "women voters", "en")
    <FigureKind.PEOPLE: 'people'>
    >>> choose_kind(Quantity(0, 0, 1, Decimal(30)), "houses", "en")
    <FigureKind.COUNT: 'count'>
    """
    if quantity.money:
        return FigureKind.MONEY
    if quantity.unit in PERCENTS:
        return FigureKind.PERCENT
    if quantity.unit:
        return FigureKind.MEASURE
    persons = read_words(language, "figure_person_nouns")
    words = [word.lower() for word in (counts or "").split()]
    person = any(word in persons or _singular(word) in persons for word in words)
    return FigureKind.PEOPLE if person or words[:1] in (_HURT) else FigureKind.COUNT


_HURT = (["hurt"], ["killed"], ["dead"], ["injured"], ["wounded"], ["missing"], ["arrested"])


def _singular(word: str) -> str:
    """The form under which the lists keep a noun.

    >>> _singular("ministries"), _singular("voters"), _singular("bus")
    ('ministry', 'voter', 'bu')
    """
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") else word


def find_direction(passage: Passage, tags: list[Tag], quantity: Quantity) -> Direction | None:
    """Where a figure moved: "up 4%", "fell 4%", "a 4% rise", "4% higher".

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def direction(text, number):
    ...     passage = Passage(text, split_words(text))
    ...     quantity = Quantity(number, number, number + 2, Decimal(4), "percent")
    ...     return find_direction(passage, tag_words(passage.words), quantity)
    >>> direction("Sales fell 4% in May", 2), direction("A 4% rise in sales", 1)
    (<Direction.DOWN: 'down'>, <Direction.UP: 'up'>)
    >>> direction("They own 4% of it", 2) is None
    True
    """
    if isinstance(quantity.value, Decimal) and quantity.value < 0 and quantity.unit == "percent":
        return Direction.DOWN
    if passage.lower(quantity.first - 1) == "+" and quantity.unit == "percent":
        return Direction.UP
    if passage.lower(quantity.first - 1) == "up" and passage.lower(quantity.first - 2) in _GIVING:
        return Direction.DOWN
    for place in _telling_words(passage, tags, quantity):
        lower = passage.lower(place)
        if lower in word_set("en", "figure_rises"):
            return Direction.UP
        if lower in word_set("en", "figure_falls"):
            return Direction.DOWN
    return None


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
    places = [before] if before >= 0 and not phrasal else []
    behind = phrase_after(passage, tags, quantity.last)
    if behind and (quantity.measured or is_points(passage, behind)):
        places.append(behind[1] - 1)  # "a 4% rise"
    if not behind:
        places.append(quantity.last)  # "4% higher"
    counted = behind is not None and not is_points(passage, behind)
    counted = counted or passage.lower(quantity.last) == "of"
    if not quantity.measured and counted:
        return places  # "the toll rose, with 48 people missing": the verb tells of the toll
    verb = find_verb(passage, tags, quantity.first)
    opened = passage.lower(quantity.first - 1) in ("of", "from", "in", "for")
    if verb is None or opened or _has_gerund(passage, verb, quantity.first):
        return places
    places.append(verb)
    if tags[verb] is Tag.AUXILIARY:  # "is also trending up 2%", "were up 9 points, or 2%"
        near = range(verb + 1, quantity.first)
        places += [k for k in near if tags[k] is Tag.ADVERB or passage.lower(k) in ("up", "down")]
    return places


def _has_gerund(passage: Passage, verb: int, index: int) -> bool:
    """Whether another verb stands nearer: "the bus fell, killing 21"."""
    return any(
        passage.lower(place).endswith("ing") and passage.lower(place - 1) in (",", "and", "before")
        for place in range(verb + 1, index)
    )


def is_minor(
    passage: Passage, quantity: Quantity, earlier: Quantity | None, counts: str | None
) -> bool:
    """Whether a figure is but in passing: an age, "the past two years", "the two sides", "(8 km)".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> passage = read_passage("in the past 2 years")
    >>> is_minor(passage, Quantity(3, 3, 5, Decimal(2), "year"), None, None)
    True
    >>> one = Quantity(0, 0, 1, Decimal(1), spelled=True)
    >>> is_minor(read_passage("one man"), one, None, "man"), is_minor(
    ...     read_passage("one man killed"), one, None, "man killed"
    ... )
    (True, False)
    """
    before = passage.lower(quantity.first - 1)
    if quantity.age:
        return True
    if quantity.unit in TIMES and not quantity.rate:
        if before in _POINTING:
            return True
        if passage.lower(quantity.last) == "ago" or passage.lower(quantity.first) == "within":
            return True
    if quantity.unit is None and quantity.spelled and quantity.value == 1:
        return (counts or "").rpartition(" ")[2] not in word_set("en", "figure_event_verbs")
    if quantity.unit is None and quantity.spelled and isinstance(quantity.value, Decimal):
        pointed = before in ("the", "these", "those", "first", "last", "other", "its", "his", "her")
        return pointed and quantity.value < _SMALL and quantity.value == int(quantity.value)
    return _is_conversion(passage, quantity, earlier)


def _is_conversion(passage: Passage, quantity: Quantity, earlier: Quantity | None) -> bool:
    """Like "55 mph (88 kph)": the same measure again in other units."""
    if not earlier or quantity.money or not quantity.unit or not earlier.unit or earlier.money:
        return False
    between = [passage.lower(place) for place in range(earlier.last, quantity.first)]
    closed = passage.lower(quantity.last) in (")", "]")
    return between == ["("] and closed and quantity.unit not in PERCENTS
