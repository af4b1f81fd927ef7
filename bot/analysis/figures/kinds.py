"""quantities -> what sort of figure each is, and whether it matters."""

from decimal import Decimal

from bot.analysis.figures.grammar.phrases import follows_phrase
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import PERCENTS, TIMES
from bot.model import FigureKind

_SMALL = 10


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
    return FigureKind.PEOPLE if _counts_people(counts, language) else FigureKind.COUNT


def _counts_people(counts: str | None, language: str) -> bool:
    persons = word_set(language, "figure_person_nouns")
    words = [word.lower() for word in (counts or "").split()]
    person = any(word in persons or _singular(word) in persons for word in words)
    return person or words[:1] in (_HURT)


_HURT = (["hurt"], ["killed"], ["dead"], ["injured"], ["wounded"], ["missing"], ["arrested"])


def _singular(word: str) -> str:
    """The form under which the lists keep a noun.

    >>> _singular("ministries"), _singular("voters"), _singular("bus")
    ('ministry', 'voter', 'bu')
    """
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") else word


def is_minor(
    passage: Passage,
    quantity: Quantity,
    earlier: Quantity | None,
    counts: str | None,
    language: str = "en",
) -> bool:
    """Whether a figure is but in passing: an age, "the past two years", "the two sides", "(8 km)".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> two = Quantity(3, 3, 5, Decimal(2), "year")
    >>> is_minor(read_passage("in the past 2 years"), two, None, None)
    True
    >>> is_minor(read_passage("in den letzten 2 Jahren"), two, None, None, "de")
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
        if follows_phrase(passage, quantity.first, word_set(language, "figure_time_pointers")):
            return True
        inside = {passage.lower(place) for place in range(quantity.number, quantity.last)}
        if not inside.isdisjoint(word_set(language, "figure_adjectives_before")):
            return True  # "six premiers mois"
        if passage.lower(quantity.last) == "ago" or passage.lower(quantity.first) == "within":
            return True
    if quantity.unit and quantity.spelled and quantity.value == 1 and language != "en":
        return not quantity.rate  # "un dólar que sube", "eine Stunde"
    if quantity.unit is None and quantity.spelled and quantity.value == 1:
        return (counts or "").rpartition(" ")[2] not in word_set(language, "figure_event_verbs")
    if quantity.unit is None and quantity.spelled and isinstance(quantity.value, Decimal):
        pointed = before in _pointing_words(language)
        pointed = pointed and (language == "en" or not _counts_people(counts, language))
        return pointed and quantity.value < _SMALL and quantity.value == int(quantity.value)
    return _is_conversion(passage, quantity, earlier)


def _pointing_words(language: str) -> frozenset[str]:
    """What says before a small number that its things are known: "the two", "ses trois"."""
    if language == "en":
        return frozenset(("the", "these", "those", "first", "last", "other", "its", "his", "her"))
    lists = ("definites", "possessives", "demonstratives")
    return frozenset().union(*(word_set(language, name) for name in lists))


def _is_conversion(passage: Passage, quantity: Quantity, earlier: Quantity | None) -> bool:
    """Like "55 mph (88 kph)": the same measure again in other units."""
    if not earlier or quantity.money or not quantity.unit or not earlier.unit or earlier.money:
        return False
    between = [passage.lower(place) for place in range(earlier.last, quantity.first)]
    closed = passage.lower(quantity.last) in (")", "]")
    return between == ["("] and closed and quantity.unit not in PERCENTS
