"""quantities -> what each of them counts or measures, in words of the text."""

from collections.abc import Callable
from dataclasses import replace

from bot.analysis.figures.counts.amounts import (
    find_aged,
    find_bought,
    find_described,
    find_jailed,
    find_time_event,
    find_valued,
    find_wanted,
    find_whole,
)
from bot.analysis.figures.counts.clause import Clause
from bot.analysis.figures.counts.subjects import (
    find_adjacent,
    find_listed,
    find_measured,
    find_moved,
    find_near,
    find_object,
    find_same_as_before,
)
from bot.analysis.figures.counts.things import find_compared, find_event, find_noun_behind
from bot.analysis.figures.counts.verbs import find_verb_subject
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity

Way = Callable[[Clause, Quantity], str | None]


def choose_counts(
    passage: Passage, tags: list[Tag], quantities: list[Quantity]
) -> tuple[str | None, ...]:
    """What each quantity counts, None where the text does not say.

    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> from bot.analysis.figures.quantities.reading import find_quantities
    >>> from bot.analysis.figures.grammar.words import split_words
    >>> def counts(text):
    ...     passage = Passage(text, split_words(text))
    ...     tags = tag_words(passage.words)
    ...     return choose_counts(passage, tags, find_quantities(passage, tags, set(), "en"))
    >>> counts("The strikes killed 91 villagers, including 17 pupils")
    ('villagers killed', 'pupils killed')
    >>> counts("Income in the quarter rose 4% to $2.9 billion")
    ('Income in the quarter', 'Income in the quarter')
    >>> counts("He bought a 38% stake in a bakery after 11 days of talks")
    ('stake in a bakery', 'talks')
    """
    clause = Clause(passage, tags, tuple(quantities))
    for quantity in quantities:
        ways = _MEASURE_WAYS if quantity.measured else _COUNT_WAYS
        found = next((words for way in ways if (words := way(clause, quantity))), None)
        if found and not _names_thing(found):
            found = None
        clause = replace(clause, told=(*clause.told, found))
    return clause.told


_CAPITALS = ("IT", "US", "WHO")
"""Names that are written like pronouns but for their capitals."""


def _names_thing(words: str) -> bool:
    """Whether a phrase is not what stands for something said elsewhere: "It's", "here's", "them".

    >>> [_names_thing(words) for words in ("It's", "here's", "killed", "Items sold")]
    [False, False, True, True]
    """
    opener = words.split()[0]
    first = opener.lower().replace("’", "'").partition("'")[0]
    if first in word_set("en", "grammar_pronouns") and opener not in _CAPITALS:
        return False
    return first not in ("here", "how", "there", "what")


_COUNT_WAYS: tuple[Way, ...] = (
    find_compared,
    find_noun_behind,
    find_event,
    find_same_as_before,
    find_valued,
    find_moved,
    find_measured,
    find_listed,
    find_object,
    find_adjacent,
    find_verb_subject,
    find_near,
)


_MEASURE_WAYS: tuple[Way, ...] = (
    find_aged,
    find_same_as_before,
    find_jailed,
    find_whole,
    find_described,
    find_time_event,
    find_bought,
    find_wanted,
    find_valued,
    find_measured,
    find_moved,
    find_listed,
    find_object,
    find_adjacent,
    find_verb_subject,
    find_near,
)
