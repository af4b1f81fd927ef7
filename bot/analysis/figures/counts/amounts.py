"""money, percentages and measures -> what they are an amount of."""

from bot.analysis.figures.counts.clause import Clause
from bot.analysis.figures.grammar.clauses import find_verb, phrase_chain
from bot.analysis.figures.grammar.phrases import phrase_after, phrase_before, with_tail
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.units import TIMES

_TAILS = ("of", "in", "on", "with", "for", "between")


_DIMENSIONS = ("long", "tall", "high", "wide", "deep", "old", "away", "thick", "higher", "lower")


def _past_bracket(passage: Passage, index: int) -> int:
    """The word behind "(13 km)" where one stands at a word, else that word."""
    if passage.lower(index) != "(":
        return index
    closed = (place for place in range(index, index + 8) if passage.lower(place) == ")")
    return next(closed, index - 1) + 1


def find_whole(clause: Clause, quantity: Quantity) -> str | None:
    """The whole: "60% of its revenue", "11 days of talks", "$6 billion in cash".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("They keep 60% of its revenue")
    >>> find_whole(clause, clause.quantities[-1])
    'revenue'
    >>> clause = read_clause("They keep 60% in May")
    >>> find_whole(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    link = _past_bracket(passage, quantity.last + (passage.lower(quantity.last) == "worth"))
    joint = passage.lower(link)
    if joint == "of":
        whole = phrase_after(passage, tags, link + 1)
        return clause.say(with_tail(passage, tags, whole)) if whole else None
    timed = quantity.unit in TIMES
    if joint != "in" or clause.tag(link + 1) not in NOMINAL or not (quantity.money or timed):
        return None
    if passage.lower(link + 1) in ("exchange", "total", "all", "return", "addition", "part"):
        return None
    if clause.tag(link + 1) is Tag.NAME:
        return None
    return clause.say(phrase_after(passage, tags, link + 1))


def find_described(clause: Clause, quantity: Quantity) -> str | None:
    """The noun described: "an 8% budget increase", "a 38% stake in a bakery".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("an 8% budget increase")
    >>> find_described(clause, clause.quantities[-1])
    'budget increase'
    >>> clause = read_clause("It is 94% effective")
    >>> find_described(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    start = quantity.last + (passage.lower(quantity.last) == "-")
    following = next((q for q in clause.quantities if q.first == start and q.measured), None)
    if following:
        start = following.last  # "a five-year $7,000 award"
    if clause.tag(start) not in NOMINAL or passage.lower(start) in _DIMENSIONS:
        return None
    phrase = phrase_after(passage, tags, start)
    if not phrase or passage.lower(phrase[1] - 1) in _DIMENSIONS:
        return None
    if clause.tag(phrase[1] - 1) is Tag.ADJECTIVE:
        return None  # "94% effective"
    last = passage.words[phrase[1] - 1].text
    named = clause.tag(start) is Tag.NAME and clause.tag(phrase[1] - 1) is Tag.NAME
    if named and not last.endswith("s"):
        return None
    return clause.say(with_tail(passage, tags, phrase, _TAILS))


def find_aged(clause: Clause, quantity: Quantity) -> str | None:
    """Whose age it is: "the six-year-old girl", "Ada Roe, 34,".

    >>> from dataclasses import replace
    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("the six-year-old girl")
    >>> age = replace(clause.quantities[0], last=6, age=True)
    >>> find_aged(clause, age)
    'girl'
    """
    if not quantity.age:
        return None
    behind = phrase_after(clause.passage, clause.tags, quantity.last)
    if clause.passage.lower(quantity.first - 1) == ",":
        return clause.say(phrase_before(clause.passage, clause.tags, quantity.first - 1))
    return clause.say(behind) or clause.say(
        phrase_before(clause.passage, clause.tags, quantity.first)
    )


def find_time_event(clause: Clause, quantity: Quantity) -> str | None:
    """What a time is reckoned from: "six days before the vote".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("six days before the vote")
    >>> find_time_event(clause, clause.quantities[-1])
    'vote'
    >>> clause = read_clause("six days in a row")
    >>> find_time_event(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    if quantity.unit not in TIMES or passage.lower(quantity.last) not in ("before", "after"):
        return None
    return clause.say(phrase_after(passage, tags, quantity.last + 1))


def find_jailed(clause: Clause, quantity: Quantity) -> str | None:
    """What lasts a time: "was jailed for four years", "were held for six hours".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("The clerk of a mint that sold tin was jailed for four years")
    >>> find_jailed(clause, clause.quantities[-1])
    'jailed'
    >>> clause = read_clause("He sang for four years")
    >>> find_jailed(clause, clause.quantities[-1]) is None
    True
    """
    passage = clause.passage
    link = clause.skip_back(quantity.first, Tag.ADVERB)
    if quantity.unit not in TIMES or passage.lower(link) not in ("for", "to"):
        return None
    passive = passage.lower(link - 2) in ("was", "were", "been", "be", "is", "are")
    known = passage.lower(link - 1) in word_set("en", "figure_event_verbs")
    return clause.say((link - 1, link)) if passive and known else None


def find_valued(clause: Clause, quantity: Quantity) -> str | None:
    """What has a price or a size: "a grant worth $5m", "claims, ranging from $20 to $40".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("a grant worth $5m")
    >>> find_valued(clause, clause.quantities[-1])
    'grant'
    >>> clause = read_clause("She got a grant of $5m")
    >>> find_valued(clause, clause.quantities[-1]) is None
    True
    """
    before = quantity.first - 1
    if clause.passage.lower(before) != "worth":
        before = clause.skip_back(quantity.first, Tag.PREPOSITION, Tag.ADVERB)
    if clause.passage.lower(quantity.first - 1) == "of":
        return None
    valuing = clause.passage.lower(before) in word_set("en", "figure_valuing_words")
    if not valuing or clause.tag(before - 1) is Tag.AUXILIARY:
        return None
    return clause.say(phrase_chain(clause.passage, clause.tags, before))


def find_wanted(clause: Clause, quantity: Quantity) -> str | None:
    """What money is asked for: "asked for £3m to mend the roof", "sought £3m for a roof".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("They asked the town for £3m to mend the old roof")
    >>> find_wanted(clause, clause.quantities[-1])
    'mend the old roof'
    >>> clause = read_clause("They asked for £3m")
    >>> find_wanted(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    verb = find_verb(passage, tags, quantity.first)
    asks = verb is not None and passage.lower(verb) in word_set("en", "figure_asking_verbs")
    if not quantity.money or not asks:
        return None
    for place in range(quantity.last, quantity.last + _AIM_REACH):
        joint = passage.lower(place)
        if joint == "for":
            return clause.say(phrase_after(passage, tags, place + 1))
        if joint == "to" and clause.tag(place + 1) in (Tag.VERB, Tag.NOUN):
            aim = phrase_after(passage, tags, place + 2)
            return clause.say((place + 1, aim[1])) if aim else None
        if clause.tag(place) not in (Tag.TIME, Tag.PREPOSITION, Tag.ADVERB, Tag.NUMBER):
            return None
    return None


_AIM_REACH = 5
"""Words between money and what it is for: "£3m in 2022 to mend it"."""


def find_bought(clause: Clause, quantity: Quantity) -> str | None:
    """What money is spent on: "paid $5m for the painting".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("They paid $5m for the painting")
    >>> find_bought(clause, clause.quantities[-1])
    'painting'
    >>> clause = read_clause("They got $5m for the painting")
    >>> find_bought(clause, clause.quantities[-1]) is None
    True
    """
    passage, tags = clause.passage, clause.tags
    verb = find_verb(passage, tags, quantity.first)
    nearby = [passage.lower(place) for place in range(quantity.first - 4, quantity.first)]
    nearby.append(passage.lower(verb) if verb is not None else "")
    paying = any(word in word_set("en", "figure_paying_verbs") for word in nearby)
    link = _past_bracket(passage, quantity.last)
    link += passage.lower(link) in ("more", "less", "extra")
    joint = passage.lower(link)
    added = joint == "off" or (joint == "to" and any(word.startswith("add") for word in nearby))
    if not quantity.money or not (added or (paying and joint in ("for", "on"))):
        return None
    return clause.say(phrase_after(passage, tags, link + 1))
