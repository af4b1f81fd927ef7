"""quantities -> what each of them counts or measures, in words of the text."""

from collections.abc import Callable

from bot.analysis.figures.clauses import find_subject, find_verb, phrase_chain
from bot.analysis.figures.grammar import NOMINAL, Tag
from bot.analysis.figures.phrases import Phrase, phrase_after, phrase_before
from bot.analysis.figures.quantities import Quantity
from bot.analysis.figures.units import TIMES
from bot.analysis.figures.words import Passage
from bot.analysis.lexicon import read_words

_PLACED = ("by", "to", "at", "for", "from", "with")
"""Prepositions between an object and the figure that tells how much: "cut the rate by 1%"."""


class Clause:
    """A passage with its quantities, as the ways to a count read it."""

    __slots__ = ("passage", "quantities", "tags", "told")

    def __init__(self, passage: Passage, tags: list[Tag], quantities: list[Quantity]) -> None:
        self.passage = passage
        self.tags = tags
        self.quantities = quantities
        self.told: list[str | None] = []

    def say(self, *phrases: Phrase | None) -> str | None:
        """The words of some phrases."""
        return " ".join(self.passage.slice(*phrase) for phrase in phrases if phrase) or None


Way = Callable[[Clause, int, Quantity], str | None]


def choose_counts(
    passage: Passage, tags: list[Tag], quantities: list[Quantity]
) -> list[str | None]:
    """What each quantity counts, None where the text does not say.

    >>> from bot.analysis.figures.grammar import tag_words
    >>> from bot.analysis.figures.quantities import find_quantities
    >>> from bot.analysis.figures.words import split_words
    >>> def counts(text):
    ...     passage = Passage(text, split_words(text))
    ...     tags = tag_words(passage.words)
    ...     return choose_counts(passage, tags, find_quantities(passage, tags, set(), "en"))
    >>> counts("The strikes killed 248 villagers, including 66 children")
    ['villagers killed', 'children killed']
    >>> counts("Revenue in the quarter rose 4% to $7.3 billion")
    ['Revenue in the quarter', 'Revenue in the quarter']
    >>> counts("He bought a 51% stake in a school after 11 days of talks")
    ['stake in a school', 'talks']
    """
    clause = Clause(passage, tags, quantities)
    for index, quantity in enumerate(quantities):
        ways = _MEASURE_WAYS if quantity.measured else _COUNT_WAYS
        tried = (way(clause, index, quantity) for way in ways)
        clause.told.append(next((words for words in tried if words), None))
    return clause.told


def _with_tail(clause: Clause, phrase: Phrase, links: tuple[str, ...] = ("of",)) -> Phrase:
    """The phrase with what hangs on it: "cases of plague"."""
    passage, tags = clause.passage, clause.tags
    if passage.lower(phrase[1]) not in links:
        return phrase
    tail = phrase_after(passage, tags, phrase[1] + 1)
    if not tail or tags[tail[0]] is Tag.TIME or tail[1] - phrase[0] > 9:
        return phrase
    return phrase[0], tail[1]


def _noun_behind(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "248 villagers killed", "30 people were injured", "killed 30 people", "3 cases of flu"."""
    passage, tags = clause.passage, clause.tags
    if passage.lower(quantity.last) == "of":
        whole = phrase_after(passage, tags, quantity.last + 1)
        return clause.say(_with_tail(clause, whole)) if whole else None
    start = quantity.last + (passage.lower(quantity.last) == "-")
    if start >= len(tags) or tags[start] is Tag.DETERMINER:
        return None
    phrase = phrase_after(passage, tags, start)
    if not phrase:
        return None
    phrase = _with_tail(clause, phrase)
    event = _event_behind(clause, phrase[1]) or _event_before(clause, index, quantity)
    return clause.say(phrase, event)


def _event_behind(clause: Clause, index: int) -> Phrase | None:
    """ "were killed", "have been injured", "sold"."""
    passage, tags = clause.passage, clause.tags
    while index < len(tags) and tags[index] in (Tag.AUXILIARY, Tag.ADVERB):
        index += 1
    known = passage.lower(index) in read_words("en", "figure_event_verbs")
    return (index, index + 1) if known else None


def _event_before(clause: Clause, index: int, quantity: Quantity) -> Phrase | None:
    """ "killed 248", and what follows it: "including 66", "and wounded 12"."""
    passage = clause.passage
    before = quantity.first - 1
    if passage.lower(before) in ("another", "further", "additional", "a", "the"):
        before -= 1
    if passage.lower(before) in read_words("en", "figure_event_verbs"):
        subject_of_passive = before > 0 and passage.lower(before - 1) in ("was", "were", "been")
        return None if subject_of_passive else (before, before + 1)
    if passage.lower(before) == "including" and index:
        earlier = clause.quantities[index - 1]
        phrase = phrase_after(passage, clause.tags, earlier.last)
        behind = _event_behind(clause, phrase[1]) if phrase else _event_behind(clause, earlier.last)
        return behind or _event_before(clause, index - 1, earlier)
    return None


def _event_alone(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "30 were injured", "12 dead"."""
    return clause.say(_event_behind(clause, quantity.last))


def _same_as_before(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "5 miles (8 km)", "including 1.5 million in the region": what the figure before counts."""
    if not index or not clause.told:
        return None
    earlier = clause.quantities[index - 1]
    between = [clause.passage.lower(i) for i in range(earlier.last, quantity.first)]
    bracket = "(" in between[-3:] and len(between) <= 4
    continued = between[-1:] == ["including"] or between in (["/"], ["or"], ["and"], [","])
    return clause.told[index - 1] if bracket or continued else None


def _part_of(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "60% of its revenue", "11 days of talks", "$2 billion in cash", "$5m worth of arms"."""
    passage, tags = clause.passage, clause.tags
    link = quantity.last
    if passage.lower(link) == "worth":
        link += 1
    if passage.lower(link) == "in" and not quantity.money:
        return None
    if passage.lower(link) not in ("of", "in"):
        return None
    start = link + 1
    if passage.lower(link) == "in" and start < len(tags) and tags[start] is Tag.DETERMINER:
        return None
    whole = phrase_after(passage, tags, start)
    if not whole or (passage.lower(link) == "in" and tags[whole[0]] is Tag.NAME):
        return None
    return clause.say(_with_tail(clause, whole)) if whole else None


def _attribute(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "a 9% funding increase", "a 51% stake in a school", "an 80-yard run"."""
    passage, tags = clause.passage, clause.tags
    start = quantity.last + (passage.lower(quantity.last) == "-")
    if start < len(tags) and passage.lower(start) in ("old", "higher", "lower", "more", "less"):
        return None
    if start >= len(tags) or tags[start] not in NOMINAL or tags[start] is Tag.TIME:
        return None
    phrase = phrase_after(passage, tags, start)
    if not phrase or passage.lower(phrase[1] - 1) in (
        "long",
        "tall",
        "high",
        "wide",
        "deep",
        "old",
    ):
        return None
    return clause.say(_with_tail(clause, phrase, ("of", "in", "on")))


def _measured_by(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "a loss of 63 cents", "winds of 155 mph"."""
    passage, tags = clause.passage, clause.tags
    if passage.lower(quantity.first - 1) != "of":
        return None
    phrase = phrase_before(passage, tags, quantity.first - 1)
    return clause.say(phrase)


def _moved(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "sales, up 4%": the phrase before, or what the figure there counts."""
    passage, tags = clause.passage, clause.tags
    before = quantity.first - 1
    if passage.lower(before) == "by":
        before -= 1
    if passage.lower(before) not in ("up", "down"):
        return None
    end = before
    while end > 0 and (
        tags[end - 1] in (Tag.ADVERB, Tag.TIME, Tag.CONJUNCTION) or passage.lower(end - 1) == ","
    ):
        end -= 1
    if end and tags[end - 1] is Tag.AUXILIARY:
        return None
    phrase = phrase_chain(passage, tags, end)
    for told, earlier in zip(
        reversed(clause.told), reversed(clause.quantities[:index]), strict=False
    ):
        if phrase is None or earlier.last >= phrase[0]:
            return told
        break
    return clause.say(phrase)


def _object(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "boosted school spending by 2.5%", "sold the house for $3m"."""
    passage, tags = clause.passage, clause.tags
    before = quantity.first - 1
    if passage.lower(before) not in _PLACED:
        return None
    if tags[before - 1] not in NOMINAL or before < 2:
        return None
    verb = find_verb(passage, tags, before)
    phrase = phrase_chain(passage, tags, before)
    if verb is None or not phrase or phrase[0] < verb:
        return None
    for told, earlier in zip(clause.told, clause.quantities, strict=False):
        if phrase[0] - 2 <= earlier.last <= phrase[1]:
            return told
    return clause.say(phrase)


def _subject(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "Shares rose 4%", "the aircraft is 72 metres long"."""
    verb = find_verb(clause.passage, clause.tags, quantity.first)
    if verb is None:
        return None
    return clause.say(find_subject(clause.passage, clause.tags, verb))


def _near(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """Without a verb: the phrase that stands before the figure."""
    before = quantity.first
    while before > 0 and clause.tags[before - 1] in (Tag.PREPOSITION, Tag.MARK, Tag.ADVERB):
        before -= 1
    return clause.say(phrase_chain(clause.passage, clause.tags, before))


def _event_of_time(clause: Clause, index: int, quantity: Quantity) -> str | None:
    """ "nine days before the vote"."""
    passage, tags = clause.passage, clause.tags
    if quantity.unit not in TIMES or passage.lower(quantity.last) not in (
        "before",
        "after",
        "since",
    ):
        return None
    phrase = phrase_after(passage, tags, quantity.last + 1)
    return clause.say(phrase)


_COUNT_WAYS: tuple[Way, ...] = (
    _noun_behind,
    _event_alone,
    _same_as_before,
    _moved,
    _measured_by,
    _object,
    _subject,
    _near,
)
_MEASURE_WAYS: tuple[Way, ...] = (
    _same_as_before,
    _part_of,
    _attribute,
    _event_of_time,
    _measured_by,
    _moved,
    _object,
    _subject,
    _near,
)
