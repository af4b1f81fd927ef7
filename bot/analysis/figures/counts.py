"""quantities -> what each of them counts or measures, in words of the text."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.analysis.figures.clauses import find_subject, find_verb, phrase_chain
from bot.analysis.figures.events import event_before, event_behind
from bot.analysis.figures.grammar import NOMINAL, Tag
from bot.analysis.figures.phrases import Phrase, is_points, phrase_after, phrase_before, with_tail
from bot.analysis.figures.quantities import Quantity
from bot.analysis.figures.units import TIMES
from bot.analysis.figures.words import Passage, word_set
from bot.analysis.lexicon import read_words

_PLACED = ("by", "to", "at", "for", "from", "with")
"""Prepositions between an object and the figure that tells how much: "cut the rate by 1%"."""

_TAILS = ("of", "in", "on", "with", "for", "between")

_DIMENSIONS = ("long", "tall", "high", "wide", "deep", "old", "away", "thick", "higher", "lower")


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage with its quantities, and what the ones before the next were found to count."""

    passage: Passage
    tags: list[Tag]
    quantities: tuple[Quantity, ...]
    told: tuple[str | None, ...] = ()

    def say(self, *phrases: Phrase | None) -> str | None:
        """The words of some phrases, None where there are none."""
        return " ".join(self.passage.slice(*phrase) for phrase in phrases if phrase) or None

    def tag(self, index: int) -> Tag:
        """The tag of a word, that of a mark outside of the passage."""
        return self.tags[index] if 0 <= index < len(self.tags) else Tag.MARK

    def skip_back(self, index: int, *tags: Tag) -> int:
        """The nearest word before one, leaving out those with some tags."""
        index -= 1
        while index >= 0 and self.tags[index] in tags:
            index -= 1
        return index


Way = Callable[[Clause, Quantity], str | None]


def choose_counts(
    passage: Passage, tags: list[Tag], quantities: list[Quantity]
) -> tuple[str | None, ...]:
    """What each quantity counts, None where the text does not say.

    >>> from bot.analysis.figures.grammar import tag_words
    >>> from bot.analysis.figures.quantities import find_quantities
    >>> from bot.analysis.figures.words import split_words
    >>> def counts(text):
    ...     passage = Passage(text, split_words(text))
    ...     tags = tag_words(passage.words)
    ...     return choose_counts(passage, tags, find_quantities(passage, tags, set(), "en"))
    >>> counts("The strikes killed 248 villagers, including 66 children")
    ('villagers killed', 'children killed')
    >>> counts("Revenue in the quarter rose 4% to $7.3 billion")
    ('Revenue in the quarter', 'Revenue in the quarter')
    >>> counts("He bought a 51% stake in a school after 11 days of talks")
    ('stake in a school', 'talks')
    """
    clause = Clause(passage, tags, tuple(quantities))
    for quantity in quantities:
        ways = _MEASURE_WAYS if quantity.measured else _COUNT_WAYS
        found = next((words for way in ways if (words := way(clause, quantity))), None)
        clause = replace(clause, told=(*clause.told, found))
    return clause.told


def _noun_behind(clause: Clause, quantity: Quantity) -> str | None:
    """What follows: "248 villagers killed", "30 people were injured", "3 cases of plague"."""
    passage, tags = clause.passage, clause.tags
    if passage.lower(quantity.last) == "of":
        start = quantity.last + 1
        while passage.lower(start) in ("them", "whom", "which", "were", "are"):
            start += 1
        whole = phrase_after(passage, tags, start)
        return clause.say(with_tail(passage, tags, whole)) if whole else None
    start = quantity.last + (passage.lower(quantity.last) == "-")
    if clause.tag(start) is Tag.DETERMINER:
        return None
    phrase = phrase_after(passage, tags, start)
    if not phrase:
        return None
    if is_points(passage, phrase):
        moved = _moving_verb(clause, quantity)
        return None if moved else _measured_by(clause, quantity) or clause.say(phrase)
    phrase = with_tail(passage, tags, phrase)
    event = event_behind(passage, tags, phrase[1])
    return clause.say(phrase, event or event_before(passage, tags, clause.quantities, quantity))


def _past_bracket(passage: Passage, index: int) -> int:
    """The word behind "(13 km)" where one stands at a word, else that word."""
    if passage.lower(index) != "(":
        return index
    closed = (place for place in range(index, index + 8) if passage.lower(place) == ")")
    return next(closed, index - 1) + 1


def _moving_verb(clause: Clause, quantity: Quantity) -> bool:
    """Whether the figure stands behind a verb of rising or falling."""
    verb = find_verb(clause.passage, clause.tags, quantity.first)
    return verb is not None and _is_change(clause.passage, (verb, verb + 1))


def _event_alone(clause: Clause, quantity: Quantity) -> str | None:
    """The event where no noun stands: "30 were injured", "12 dead", "and injured 30"."""
    behind = event_behind(clause.passage, clause.tags, quantity.last)
    if not behind and clause.tag(quantity.last) is Tag.AUXILIARY:
        behind = _passive_behind(clause, quantity.last)
    before = event_before(clause.passage, clause.tags, clause.quantities, quantity)
    return clause.say(behind or before)


def _passive_behind(clause: Clause, index: int) -> Phrase | None:
    """Any participle: "only 48 have been received"."""
    while clause.tag(index) in (Tag.AUXILIARY, Tag.ADVERB):
        index += 1
    passive = clause.passage.lower(index - 1) in ("were", "was", "been")
    return (index, index + 1) if passive and clause.tag(index) is Tag.VERB else None


def _same_as_before(clause: Clause, quantity: Quantity) -> str | None:
    """What the figure before counts: "5 miles (8 km)", "homes, including 1.5 million in Oslo"."""
    if not clause.told:
        return None
    earlier = clause.quantities[len(clause.told) - 1]
    if clause.passage.lower(quantity.first - 1).endswith(("'s", "s'")):
        return clause.told[-1] if earlier.unit == quantity.unit else None  # "to Mr Roe's 44%"
    between = [clause.passage.lower(i) for i in range(earlier.last, quantity.first)]
    bracket = "(" in between[-3:] and len(between) <= 4
    compared = between[-2:] in (["compared", "with"], ["compared", "to"])
    compared = compared or between[-1:] in (["versus"], ["vs"])
    listed = between in (["/"], ["or"], ["and"], ["to"])
    listed = listed or between[-2:] in (["up", "from"], ["down", "from"])
    listed = listed or (len(between) == 2 and between[-1] == "to" and not quantity.measured)
    if not (bracket or compared or listed or between[-1:] == ["including"]):
        return None
    return clause.told[-1]


def _part_of(clause: Clause, quantity: Quantity) -> str | None:
    """The whole: "60% of its revenue", "11 days of talks", "$2 billion in cash"."""
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


def _attribute(clause: Clause, quantity: Quantity) -> str | None:
    """The noun described: "a 9% funding increase", "a 51% stake in a school"."""
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


def _age(clause: Clause, quantity: Quantity) -> str | None:
    """Whose age it is: "the six-year-old girl", "Ada Roe, 34,"."""
    if not quantity.age:
        return None
    behind = phrase_after(clause.passage, clause.tags, quantity.last)
    if clause.passage.lower(quantity.first - 1) == ",":
        return clause.say(phrase_before(clause.passage, clause.tags, quantity.first - 1))
    return clause.say(behind) or clause.say(
        phrase_before(clause.passage, clause.tags, quantity.first)
    )


def _event_of_time(clause: Clause, quantity: Quantity) -> str | None:
    """What a time is reckoned from: "nine days before the vote"."""
    passage, tags = clause.passage, clause.tags
    if quantity.unit not in TIMES or passage.lower(quantity.last) not in ("before", "after"):
        return None
    return clause.say(phrase_after(passage, tags, quantity.last + 1))


def _measured_by(clause: Clause, quantity: Quantity) -> str | None:
    """The noun before: "a loss of 63 cents", "fines from $250,000 to $1 million"."""
    passage, tags = clause.passage, clause.tags
    of = clause.skip_back(quantity.first, Tag.ADVERB)
    ranged = passage.lower(quantity.first) in ("from", "between")
    if ranged and clause.tag(quantity.first - 1) is Tag.NOUN:
        return clause.say(phrase_chain(passage, tags, quantity.first))
    if passage.lower(of) != "of":
        return None
    phrase = phrase_before(passage, tags, of)
    if phrase and _is_change(passage, phrase) and passage.lower(phrase[0] - 2) == ",":
        return _told_before(clause, phrase[0] - 2)  # "sales, an increase of 3%"
    return clause.say(phrase)


def _is_change(passage: Passage, phrase: Phrase) -> bool:
    head = passage.lower(phrase[1] - 1)
    return head in word_set("en", "figure_rises") or head in word_set("en", "figure_falls")


def _moved(clause: Clause, quantity: Quantity) -> str | None:
    """What went up or down without a verb: "sales, up 4%", "and sedans down 3%"."""
    before = quantity.first - 1
    if clause.passage.lower(before) == "by":
        before -= 1
    if clause.passage.lower(before) not in ("up", "down"):
        return None
    end = before
    while end > 0 and (
        clause.tags[end - 1] in (Tag.ADVERB, Tag.TIME, Tag.CONJUNCTION)
        or clause.passage.lower(end - 1) == ","
    ):
        end -= 1
    if clause.tag(end - 1) is Tag.AUXILIARY:
        return None
    phrase = phrase_chain(clause.passage, clause.tags, end)
    opener = clause.skip_back(phrase[0], Tag.DETERMINER) if phrase else -1
    if clause.tag(opener) is Tag.PREPOSITION:
        return _subject(clause, quantity)  # "shares have been on a tear, up 57%"
    return _told_before(clause, end)


def _told_before(clause: Clause, end: int) -> str | None:
    """The phrase that ends before a word, or what a figure that is nearer counts."""
    phrase = phrase_chain(clause.passage, clause.tags, end)
    if clause.told:
        earlier = clause.quantities[len(clause.told) - 1]
        if phrase is None or earlier.last >= phrase[0]:
            return clause.told[-1]
    return clause.say(phrase)


def _listed(clause: Clause, quantity: Quantity) -> str | None:
    """The noun of a list without its verb: "grain rose 3% and oil between 6% and 7%"."""
    if not clause.told:
        return None
    passage, tags = clause.passage, clause.tags
    earlier = clause.quantities[len(clause.told) - 1]
    end = clause.skip_back(quantity.first, Tag.PREPOSITION, Tag.ADVERB) + 1
    phrase = phrase_before(passage, tags, end)
    if not phrase or phrase[0] <= earlier.last:
        return None
    opener = clause.skip_back(phrase[0], Tag.DETERMINER)
    joined = passage.lower(opener) in ("and", ",", "with", "but", ";")
    verbless = all(tags[i] not in (Tag.VERB, Tag.AUXILIARY) for i in range(earlier.last, end))
    return clause.say(phrase) if joined and verbless else None


def _object(clause: Clause, quantity: Quantity) -> str | None:
    """What is changed or sold: "boosted school spending by 2.5%", "sold the house for $3m"."""
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


def _valued(clause: Clause, quantity: Quantity) -> str | None:
    """What has a price or a size: "a grant worth $5m", "claims, ranging from $20 to $40"."""
    before = quantity.first - 1
    if clause.passage.lower(before) != "worth":
        before = clause.skip_back(quantity.first, Tag.PREPOSITION, Tag.ADVERB)
    if clause.passage.lower(quantity.first - 1) == "of":
        return None
    valuing = clause.passage.lower(before) in word_set("en", "figure_valuing_words")
    if not valuing or clause.tag(before - 1) is Tag.AUXILIARY:
        return None
    return clause.say(phrase_chain(clause.passage, clause.tags, before))


def _multiplied(clause: Clause, quantity: Quantity) -> str | None:
    """What something is compared with: "nine times higher than the usual rate"."""
    if clause.passage.lower(quantity.last) != "times":
        return None
    for place in range(quantity.last + 1, quantity.last + 5):
        if (
            clause.passage.lower(place) in ("than", "as")
            and clause.tag(place + 1) is not Tag.ADJECTIVE
        ):
            return clause.say(phrase_after(clause.passage, clause.tags, place + 1))
    return None


def _is_copula(clause: Clause, verb: int) -> bool:
    owns = clause.passage.lower(verb) in ("has", "have", "had")
    return clause.tags[verb] is Tag.AUXILIARY and not owns


def _bought(clause: Clause, quantity: Quantity) -> str | None:
    """What money is spent on: "paid $5m for the painting"."""
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


def _subject(clause: Clause, quantity: Quantity) -> str | None:
    """What the verb is said of: "Shares rose 4%", "the aircraft is 72 metres long"."""
    verb = find_verb(clause.passage, clause.tags, quantity.first)
    if verb is None or _reports(clause, verb):
        return None
    opens = clause.tag(quantity.first - 1) in (Tag.MARK, Tag.CONJUNCTION)
    if opens and clause.tag(quantity.last) in (Tag.AUXILIARY, Tag.VERB):
        return None  # the figure is itself the subject
    if not quantity.measured and _is_object(clause, quantity):
        return None
    subject = find_subject(clause.passage, clause.tags, verb)
    paid = quantity.money and clause.passage.lower(verb) in word_set("en", "figure_paying_verbs")
    if not paid:
        return clause.say(subject)
    if subject and clause.tags[subject[0]] is not Tag.NAME:
        subject = subject[1] - 1, subject[1]  # "retailer earned"
    return clause.say(subject, (verb, verb + 1))


def _is_object(clause: Clause, quantity: Quantity) -> bool:
    """Whether a bare number stands for the things that a verb is done to: "lost three of five"."""
    before = quantity.first - 1
    verb = clause.passage.lower(before)
    reaching = read_words("en", "figure_reaching_verbs")
    moves = _is_change(clause.passage, (before, before + 1)) or verb in reaching
    owned = verb in ("has", "have", "had", "their", "its", "his", "her")
    return owned or (clause.tag(before) is Tag.VERB and not moves)


def _reports(clause: Clause, verb: int) -> bool:
    """Whether the verb's subject is who reports the figure, and not what it counts."""
    passive = clause.passage.lower(verb - 1) in ("been", "is", "are", "was", "were", "be")
    return clause.passage.lower(verb) in word_set("en", "figure_report_verbs") and not passive


def _near(clause: Clause, quantity: Quantity) -> str | None:
    """Without a verb: the phrase that stands before the figure."""
    if clause.tag(quantity.last) in (Tag.AUXILIARY, Tag.VERB):
        return None
    before = clause.skip_back(quantity.first, Tag.PREPOSITION, Tag.MARK, Tag.ADVERB) + 1
    if any(clause.passage.lower(place) == "," for place in range(before, quantity.first)):
        return None
    return clause.say(phrase_before(clause.passage, clause.tags, before))


_COUNT_WAYS: tuple[Way, ...] = (
    _multiplied,
    _noun_behind,
    _event_alone,
    _same_as_before,
    _valued,
    _moved,
    _measured_by,
    _listed,
    _object,
    _subject,
    _near,
)
_MEASURE_WAYS: tuple[Way, ...] = (
    _age,
    _same_as_before,
    _part_of,
    _attribute,
    _event_of_time,
    _bought,
    _valued,
    _measured_by,
    _moved,
    _listed,
    _object,
    _subject,
    _near,
)
