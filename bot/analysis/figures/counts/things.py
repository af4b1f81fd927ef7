"""bare numbers -> the things that they count, and what happened to them."""

from functools import cache

from bot.analysis.figures.counts.clause import Clause
from bot.analysis.figures.counts.events import find_event_before, find_event_behind
from bot.analysis.figures.counts.subjects import find_measured
from bot.analysis.figures.counts.verbs import is_change
from bot.analysis.figures.grammar.clauses import find_verb
from bot.analysis.figures.grammar.phrases import Phrase, is_points, phrase_after, with_tail
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.lexicon import read_words

_POINTING = ("last", "first", "past", "next", "final", "opening")

_AGAIN = ("them", "whom", "which", "were", "are", "was")
"""What stands for the things that a figure before counted: "12 of them children"."""


def find_noun_behind(clause: Clause, quantity: Quantity) -> str | None:
    """What follows: "91 villagers killed", "30 people were injured", "3 cases of plague".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("It sold 30 new cars")
    >>> find_noun_behind(clause, clause.quantities[-1])
    'new cars sold'
    >>> clause = read_clause("It sold 30 in May")
    >>> find_noun_behind(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    if passage.lower(quantity.last) == "of":
        start = quantity.last + 1
        while passage.lower(start) in _AGAIN:
            start += 1
        if passage.lower(start + 1) in _POINTING and clause.tag(start + 2) is Tag.NUMBER:
            start += 3  # "12 of her last 15 races"
        whole = phrase_after(passage, tags, start)
        if whole and is_points(passage, whole):
            return None  # "by a quarter of a point" is told of what moved
        if whole:
            return clause.say(with_tail(passage, tags, whole))
        event = find_event_behind(passage, tags, start)
        return clause.say(event) or (clause.told[-1] if clause.told else None)
    start = quantity.last + (passage.lower(quantity.last) == "-")
    following = next((one for one in clause.quantities if one.first == start), None)
    if following and following.measured:
        start = following.last  # "2,000 nine-litre cases"
    if clause.tag(start) is Tag.DETERMINER:
        return None
    phrase = phrase_after(passage, tags, start)
    if not phrase:
        return None
    if is_points(passage, phrase):
        moved = _moving_verb(clause, quantity)
        return None if moved else find_measured(clause, quantity) or clause.say(phrase)
    phrase = with_tail(passage, tags, phrase)
    event = find_event_behind(passage, tags, phrase[1])
    event = event or find_event_before(passage, tags, clause.quantities, quantity)
    said = clause.say(phrase, event)
    inherited = None if event else _event_told(clause, quantity)
    return f"{said} {inherited}" if inherited else said


def _event_told(clause: Clause, quantity: Quantity) -> str | None:
    """What happened to those among whom a figure counts some: "killed rose to 26, including 4"."""
    earlier = clause.told[-1] if clause.told else None
    event = (earlier or "").rpartition(" ")[2]
    among = clause.passage.lower(quantity.first - 1) == "including"
    if "death toll" in (earlier or "").lower():
        event = "killed"
    return event if among and event in word_set("en", "figure_event_verbs") else None


def _moving_verb(clause: Clause, quantity: Quantity) -> bool:
    """Whether the figure stands behind a verb of rising or falling."""
    verb = find_verb(clause.passage, clause.tags, quantity.first)
    return verb is not None and is_change(clause.passage, (verb, verb + 1))


def find_event(clause: Clause, quantity: Quantity) -> str | None:
    """The event where no noun stands: "30 were injured", "12 dead", "and injured 30".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("Only 48 have been received")
    >>> find_event(clause, clause.quantities[-1])
    'received'
    >>> clause = read_clause("Only 48 of them came")
    >>> find_event(clause, clause.quantities[-1]) is None
    True
    """
    phrase = phrase_after(clause.passage, clause.tags, quantity.last)
    if phrase and is_points(clause.passage, phrase):
        return None  # "lost 162 points" is told of what lost them
    behind = find_event_behind(clause.passage, clause.tags, quantity.last)
    if not behind and clause.tag(quantity.last) is Tag.AUXILIARY:
        behind = _passive_behind(clause, quantity.last)
    before = find_event_before(clause.passage, clause.tags, clause.quantities, quantity)
    opener = clause.passage.lower(clause.skip_back(quantity.first, Tag.ADVERB))
    return clause.say(behind or before) or _events_by_gerund().get(opener)


@cache
def _events_by_gerund() -> dict[str, str]:
    """What has happened to those before whom a verb in -ing stands: "killing 19"."""
    return dict(line.split(": ", 1) for line in read_words("en", "figure_event_gerunds"))


def _passive_behind(clause: Clause, index: int) -> Phrase | None:
    """Any participle: "only 48 have been received"."""
    while clause.tag(index) in (Tag.AUXILIARY, Tag.ADVERB):
        index += 1
    passive = clause.passage.lower(index - 1) in ("were", "was", "been")
    return (index, index + 1) if passive and clause.tag(index) is Tag.VERB else None


def find_compared(clause: Clause, quantity: Quantity) -> str | None:
    """What something is compared with: "six times higher than the old rate".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("It is six times higher than the old rate")
    >>> find_compared(clause, clause.quantities[-1])
    'old rate'
    >>> clause = read_clause("She won nine times in May")
    >>> find_compared(clause, clause.quantities[-1]) is None
    True
    """
    if clause.passage.lower(quantity.last) != "times":
        return None
    for place in range(quantity.last + 1, quantity.last + 5):
        if clause.tag(place) is Tag.MARK:
            return None  # "sung nine times, more often than"
        if (
            clause.passage.lower(place) in ("than", "as")
            and clause.tag(place + 1) is not Tag.ADJECTIVE
        ):
            return clause.say(phrase_after(clause.passage, clause.tags, place + 1))
    return None
