"""figures -> the phrase before them that they tell of: subject, object, or a neighbour."""

from bot.analysis.figures.counts.clause import Clause
from bot.analysis.figures.counts.verbs import find_verb_subject, is_change
from bot.analysis.figures.grammar.clauses import find_verb, phrase_chain
from bot.analysis.figures.grammar.phrases import Phrase, phrase_after, phrase_before
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.quantities.quantity import Quantity

_RATES = ("rate", "pace", "value", "level", "altitude", "price", "cost")

_PLACED = ("by", "to", "at", "for", "from", "with")
"""Prepositions between an object and the figure that tells how much: "cut the rate by 1%"."""


def find_same_as_before(clause: Clause, quantity: Quantity) -> str | None:
    """What the figure before counts: "5 miles (8 km)", "homes, including 2,000 in Oslo".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> from dataclasses import replace
    >>> clause = replace(read_clause("They walked 5 miles (8 km)"), told=("walk",))
    >>> find_same_as_before(clause, clause.quantities[1])
    'walk'
    >>> clause = replace(read_clause("They walked 5 miles in 2 hours"), told=("walk",))
    >>> find_same_as_before(clause, clause.quantities[1]) is None
    True
    """
    if not clause.told:
        return None
    earlier = clause.quantities[len(clause.told) - 1]
    if clause.passage.lower(quantity.first - 1).endswith(("'s", "s'")):
        return clause.told[-1] if earlier.unit == quantity.unit else None  # "to Mr Roe's 44%"
    between = [clause.passage.lower(i) for i in range(earlier.last, quantity.first)]
    bracket = "(" in between[-3:] and len(between) <= 4
    compared = between[-2:] in (["compared", "with"], ["compared", "to"])
    compared = compared or between[-1:] in (["versus"], ["vs"])
    listed = between in (["/"], ["or"], ["and"], ["to"], [")", "and"])
    listed = listed or between[-2:] in (["up", "from"], ["down", "from"])
    listed = listed or (len(between) == 2 and between[-1] == "to" and not quantity.measured)
    if between[-1:] == ["from"] and _is_included(clause, earlier):
        return clause.told[-2]  # "31, including 9 children, up from 24"
    if not (bracket or compared or listed or between[-1:] == ["including"]):
        return None
    return clause.told[-1]


def _is_included(clause: Clause, quantity: Quantity) -> bool:
    included = clause.passage.lower(quantity.first - 1) == "including"
    return included and len(clause.told) > 1


def find_measured(clause: Clause, quantity: Quantity) -> str | None:
    """The noun before: "a loss of 47 cents", "fines from $300 to $900".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("A loss of 47 cents")
    >>> find_measured(clause, clause.quantities[-1])
    'loss'
    >>> clause = read_clause("A loss by 47 cents")
    >>> find_measured(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    of = clause.skip_back(quantity.first, Tag.ADVERB)
    ranged = passage.lower(quantity.first) in ("from", "between")
    if ranged and clause.tag(quantity.first - 1) is Tag.NOUN:
        return clause.say(phrase_chain(passage, tags, quantity.first))
    if passage.lower(of) != "of":
        return None
    phrase = phrase_before(passage, tags, of)
    head = passage.slice(*phrase).lower() if phrase else ""
    if head in ("total", "average"):
        return None
    if head == "front":  # "in front of 31,400 at Marlow Road"
        return clause.say(phrase_after(passage, tags, quantity.last + 1))
    if phrase and _at_rate(clause, phrase):
        return find_verb_subject(clause, quantity) or clause.say(phrase)
    longer = phrase and passage.lower(phrase[0] - 1) == "of"
    if phrase and longer and (outer := phrase_before(passage, tags, phrase[0] - 1)):
        phrase = outer[0], phrase[1]  # "a margin of error of 4.5 points"
    if phrase and is_change(passage, phrase) and passage.lower(phrase[0] - 2) == ",":
        return _told_before(clause, phrase[0] - 2)  # "sales, an increase of 3%"
    return clause.say(phrase)


def _at_rate(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase only says how: "grew at an annual rate of 6%"."""
    head = clause.passage.lower(phrase[1] - 1)
    opener = clause.skip_back(phrase[0], Tag.DETERMINER)
    return head in _RATES and clause.passage.lower(opener) == "at"


def find_moved(clause: Clause, quantity: Quantity) -> str | None:
    """What went up or down without a verb: "sales, up 4%", "and sedans down 3%".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("Sales in May, up 4%")
    >>> find_moved(clause, clause.quantities[-1])
    'Sales'
    >>> clause = read_clause("Sales fell 4%")
    >>> find_moved(clause, clause.quantities[-1]) is None
    True
    """
    before = quantity.first - 1
    if clause.passage.lower(before) == "by":
        before -= 1
    if clause.passage.lower(before) not in ("up", "down"):
        return None
    end = before
    while end > 0 and (
        clause.tags[end - 1] in (Tag.ADVERB, Tag.CONJUNCTION)
        or clause.passage.lower(end - 1) == ","
    ):
        end -= 1
    if clause.tag(end - 1) is Tag.AUXILIARY:
        return None
    phrase = phrase_chain(clause.passage, clause.tags, end)
    opener = clause.skip_back(phrase[0], Tag.DETERMINER) if phrase else -1
    if clause.tag(opener) is Tag.PREPOSITION:
        return find_verb_subject(clause, quantity)  # "prices have been on a climb, up 40%"
    return _told_before(clause, end)


def _told_before(clause: Clause, end: int) -> str | None:
    """The phrase that ends before a word, or what a figure that is nearer counts."""
    phrase = phrase_chain(clause.passage, clause.tags, end)
    if clause.told:
        earlier = clause.quantities[len(clause.told) - 1]
        if phrase is None or earlier.last >= phrase[0]:
            return clause.told[-1]
    return clause.say(phrase)


def find_listed(clause: Clause, quantity: Quantity) -> str | None:
    """The noun of a list without its verb: "grain rose 3% and oil between 8% and 9%".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> from dataclasses import replace
    >>> clause = replace(read_clause("Grain rose 3% and oil by 6%"), told=("Grain",))
    >>> find_listed(clause, clause.quantities[1])
    'oil'
    """
    if not clause.told:
        return None
    passage, tags = clause.passage, clause.tags
    earlier = clause.quantities[len(clause.told) - 1]
    end = clause.skip_back(quantity.first, Tag.PREPOSITION, Tag.ADVERB) + 1
    phrase = phrase_before(passage, tags, end)
    if not phrase or phrase[0] <= earlier.last:
        return None
    if clause.tag(phrase[1] - 1) is Tag.NAME and end == quantity.first:
        return clause.told[-1]  # "Mr Roe had 5 million votes and Ms Poe 4 million"
    opener = clause.skip_back(phrase[0], Tag.DETERMINER)
    joined = passage.lower(opener) in ("and", ",", "with", "but", ";")
    verbless = all(tags[i] not in (Tag.VERB, Tag.AUXILIARY) for i in range(earlier.last, end))
    return clause.say(phrase) if joined and verbless else None


def find_object(clause: Clause, quantity: Quantity) -> str | None:
    """What is changed or sold: "boosted library spending by 4.4%", "sold the house for $3m".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("The town boosted library spending by 4.4%")
    >>> find_object(clause, clause.quantities[-1])
    'library spending'
    >>> clause = read_clause("Spending fell by 4.4%")
    >>> find_object(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    before = clause.skip_back(quantity.first, Tag.ADVERB)
    if passage.lower(quantity.first) == "from":
        before = quantity.first
    if passage.lower(before) not in _PLACED or clause.tag(before - 1) not in NOMINAL:
        return None
    verb = find_verb(passage, tags, before)
    phrase = phrase_chain(passage, tags, before)
    if verb is None or not phrase or phrase[0] < verb or _is_copula(clause, verb):
        return None
    for told, earlier in zip(clause.told, clause.quantities, strict=False):
        if phrase[0] - 2 <= earlier.last <= phrase[1]:
            return told
    return clause.say(phrase)


def _is_copula(clause: Clause, verb: int) -> bool:
    owns = clause.passage.lower(verb) in ("has", "have", "had")
    return clause.tags[verb] is Tag.AUXILIARY and not owns


def find_adjacent(clause: Clause, quantity: Quantity) -> str | None:
    """What money stands right behind: "a season of high rents and fees $2bn".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("A season of high fees $2bn")
    >>> find_adjacent(clause, clause.quantities[-1])
    'season of high fees'
    >>> clause = read_clause("It cost the port $2bn")
    >>> find_adjacent(clause, clause.quantities[-1]) is None
    True
    """
    phrase = phrase_before(clause.passage, clause.tags, quantity.first)
    if not quantity.money or not phrase or clause.tag(quantity.first - 1) is not Tag.NOUN:
        return None
    opener = clause.skip_back(phrase[0], Tag.DETERMINER, Tag.CONJUNCTION, Tag.NOUN, Tag.ADJECTIVE)
    if clause.passage.lower(opener) not in ("of", "in", "with"):
        return None
    return clause.say(phrase_chain(clause.passage, clause.tags, quantity.first))


def find_near(clause: Clause, quantity: Quantity) -> str | None:
    """Without a verb: the phrase that stands before the figure.

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("Nordic bonds -1.4%")
    >>> find_near(clause, clause.quantities[-1])
    'Nordic bonds'
    >>> clause = read_clause("It cost the port $2bn")
    >>> find_near(clause, clause.quantities[-1]) is None
    True
    """
    if clause.tag(quantity.last) in (Tag.AUXILIARY, Tag.VERB):
        return None
    before = clause.skip_back(quantity.first, Tag.PREPOSITION, Tag.MARK, Tag.ADVERB) + 1
    if any(clause.passage.lower(place) == "," for place in range(before, quantity.first)):
        return None
    phrase = phrase_before(clause.passage, clause.tags, before)
    if phrase and clause.tag(clause.skip_back(phrase[0], Tag.DETERMINER)) is Tag.VERB:
        return None  # "cost the port $2bn"
    return clause.say(phrase)
