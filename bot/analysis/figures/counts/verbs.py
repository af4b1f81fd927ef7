"""figures -> the subject of the verb that they stand behind."""

from bot.analysis.figures.counts.clause import Clause
from bot.analysis.figures.grammar.clauses import find_subject, find_verb
from bot.analysis.figures.grammar.phrases import Phrase, phrase_after
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.lexicon import read_words

_HEADS = ("number", "numbers", "tally", "count")
"""Nouns that only say that something is counted: "the number of people killed"."""


def is_change(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is headed by a word of rising or falling.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> passage = read_passage("a sharp rise in rents")
    >>> is_change(passage, (1, 3)), is_change(passage, (4, 5))
    (True, False)
    """
    head = passage.lower(phrase[1] - 1)
    return head in word_set("en", "figure_rises") or head in word_set("en", "figure_falls")


def find_verb_subject(clause: Clause, quantity: Quantity) -> str | None:
    """What the verb is said of: "Shares rose 4%", "the ferry is 61 metres long".

    >>> from bot.analysis.figures.counts.clause import read_clause
    >>> clause = read_clause("The ferry is 61 metres long")
    >>> find_verb_subject(clause, clause.quantities[-1])
    'ferry'
    >>> clause = read_clause("They lost 3")
    >>> find_verb_subject(clause, clause.quantities[-1]) is None
    True
    >>> clause = read_clause("Roe pointed to gifts such as 61 dollars")
    >>> find_verb_subject(clause, clause.quantities[-1]) is None
    True
    """
    if clause.passage.lower(quantity.first - 1) == "as":
        return None  # an instance of something else
    verb = find_verb(clause.passage, clause.tags, quantity.first)
    if verb is None or _reports(clause, verb):
        return None
    opens = clause.tag(quantity.first - 1) in (Tag.MARK, Tag.CONJUNCTION)
    if opens and clause.tag(quantity.last) in (Tag.AUXILIARY, Tag.VERB):
        return None  # the figure is itself the subject
    if not quantity.measured and _is_object(clause, quantity):
        return None
    if _is_asked(clause, verb, quantity):
        return None
    subject = _find_counted(clause, find_subject(clause.passage, clause.tags, verb))
    paid = quantity.money and clause.passage.lower(verb) in word_set("en", "figure_paying_verbs")
    if not paid:
        return clause.say(subject)
    if clause.passage.lower(verb) == "fined":
        return clause.say((verb, verb + 1))  # whoever fines is not what the money is of
    if subject and clause.tags[subject[0]] is not Tag.NAME:
        subject = subject[1] - 1, subject[1]  # "retailer earned"
    return clause.say(subject, (verb, verb + 1))


def _is_asked(clause: Clause, verb: int, quantity: Quantity) -> bool:
    """Whether the verb's subject only wants the money: "engineers asked for £3m"."""
    asks = clause.passage.lower(verb) in word_set("en", "figure_asking_verbs")
    return asks and quantity.money


def _find_counted(clause: Clause, subject: Phrase | None) -> Phrase | None:
    """What "the number of people killed" is the number of; any other phrase as it is."""
    if not subject:
        return None
    passage = clause.passage
    place = subject[0]
    while place < subject[1] - 2 and passage.lower(place) not in _HEADS:
        place += 1
    if passage.lower(place) not in _HEADS or passage.lower(place + 1) != "of":
        return subject
    counted = phrase_after(passage, clause.tags, place + 2)
    if not counted or counted[0] >= subject[1]:
        return subject
    event = passage.lower(counted[1]) in word_set("en", "figure_event_verbs")
    return counted[0], max(counted[1] + event, subject[1])


def _is_object(clause: Clause, quantity: Quantity) -> bool:
    """Whether a bare number stands for the things that a verb is done to: "lost three of five"."""
    before = quantity.first - 1
    verb = clause.passage.lower(before)
    reaching = read_words("en", "figure_reaching_verbs")
    moves = is_change(clause.passage, (before, before + 1)) or verb in reaching
    owned = verb in ("has", "have", "had", "their", "its", "his", "her")
    done = clause.tag(before) is Tag.VERB or verb.endswith("ing")
    return owned or (done and not moves)


def _reports(clause: Clause, verb: int) -> bool:
    """Whether the verb's subject is who reports the figure, and not what it counts."""
    passive = clause.passage.lower(verb - 1) in ("been", "is", "are", "was", "were", "be")
    return clause.passage.lower(verb) in word_set("en", "figure_report_verbs") and not passive
