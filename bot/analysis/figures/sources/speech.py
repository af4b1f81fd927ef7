"""words -> attributions by a verb: "the ministry said", ", said Ada Roe"."""

from dataclasses import replace

from bot.analysis.figures.grammar.clauses import find_subject
from bot.analysis.figures.grammar.phrases import Phrase, phrase_after
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.sources.attribution import Attribution, find_end_of_speech
from bot.analysis.figures.sources.names import choose_publisher, find_name_after

_LISTENERS = frozenset({*NOMINAL, Tag.DETERMINER})
_APPROXIMATE = ("at", "about", "around", "over", "up", "more", "less", "fewer", "nearly", "almost")
_PASSIVES = ("is", "are", "was", "were", "be", "been", "being", "to", "not")
_PEOPLE = ("he", "she", "it", "they")
_RELATIVES = ("who", "which", "that")
_SURE = ("said", "says", "told", "wrote")
"""Verbs that are never participles of what is counted."""


def find_said_before(passage: Passage, tags: list[Tag], verb: int) -> Attribution | None:
    """Like "The ministry said that 30 ...": answers for what follows.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def said(text, verb):
    ...     passage = read_passage(text)
    ...     found = find_said_before(passage, tag_words(passage.words), verb)
    ...     return found and found.name
    >>> said("The health ministry said 9 died", 3), said("It was said 9 died", 2)
    ('health ministry', None)
    >>> said("The ministry, which counts them, put the toll at 9", 7)
    'ministry'
    """
    if not _reports(passage, tags, verb):
        return None
    before = passage.lower(verb - 1)
    if before in _PEOPLE:
        return _bounded(passage, tags, (verb - 1, verb), verb, Attribution(0, 0, None, before))
    subject = _find_reporter(passage, tags, verb)
    name = subject and choose_publisher(passage, tags, subject)
    if not subject or not name:
        return None
    return _bounded(passage, tags, subject, verb, Attribution(0, 0, name))


def _reports(passage: Passage, tags: list[Tag], verb: int) -> bool:
    """Whether a word is a verb of reporting, said of somebody."""
    known = verb > 0 and passage.lower(verb) in word_set("en", "figure_report_verbs")
    finite = (
        tags[verb] is Tag.VERB or passage.lower(verb) == "put"
    )  # ", which ..., put the toll at"
    return known and finite and not _is_passive(passage, tags, verb)


def _is_passive(passage: Passage, tags: list[Tag], verb: int) -> bool:
    if passage.lower(verb).endswith("ing"):
        return False
    before = verb - 1
    while before >= 0 and tags[before] is Tag.ADVERB:
        before -= 1
    return passage.lower(before) in _PASSIVES


def _find_reporter(passage: Passage, tags: list[Tag], verb: int) -> Phrase | None:
    """The subject of a verb of reporting, where it is somebody."""
    if not _has_object(passage, tags, verb):
        return None
    owner = verb - 1
    while owner > 0 and tags[owner] in (Tag.AUXILIARY, Tag.ADVERB):
        owner -= 1
    named = tags[owner] in (Tag.NOUN, Tag.NAME, Tag.TIME) or passage.lower(owner) in (",", ")")
    if not named or passage.lower(owner) in _RELATIVES:
        return None
    subject = find_subject(passage, tags, verb)
    if not subject or tags[subject[1] - 1] is Tag.ADJECTIVE:
        return None  # "a letter made public showed that"
    subject = _find_holder(passage, tags, subject, verb) or subject
    return None if _is_counted(passage, tags, subject) else subject


def _find_holder(passage: Passage, tags: list[Tag], role: Phrase, verb: int) -> Phrase | None:
    """The name behind a role: "the union's leader, Ada Roe, said"."""
    if tags[role[1] - 1] is Tag.NAME or passage.lower(role[1]) != ",":
        return None
    first = last = role[1] + 1
    while last < verb and tags[last] is Tag.NAME and last - first < 4:
        last += 1
    alone = last - first > 1 and passage.lower(last) == "," and last + 1 == verb
    return (first, last) if alone else None


def _has_object(passage: Passage, tags: list[Tag], verb: int) -> bool:
    """Whether a verb reports something, and is no participle: "9 cases reported in May"."""
    if passage.lower(verb) in _SURE:
        return True
    if passage.lower(verb) in ("put", "puts"):  # "the ministry put the toll at 73"
        at = (place for place in range(verb + 2, verb + 6) if passage.lower(place) == "at")
        place = next(at, len(tags))
        return Tag.NUMBER in tags[place + 1 : place + 4]
    if passage.lower(verb + 1) in _APPROXIMATE and Tag.NUMBER in tags[verb + 2 : verb + 4]:
        return True
    after = tags[verb + 1] if verb + 1 < len(tags) else Tag.MARK
    if passage.lower(verb) in ("found", "finds") and after is Tag.DETERMINER:
        return False  # "he found the net"
    if passage.lower(verb) in ("claimed", "claims") and after is Tag.NUMBER:
        return False  # "the storm claimed 9 lives"
    timed = verb + 2 < len(tags) and tags[verb + 2] is Tag.TIME
    return after not in (Tag.ADVERB, Tag.PREPOSITION, Tag.AUXILIARY, Tag.VERB) or timed


def _is_counted(passage: Passage, tags: list[Tag], subject: Phrase) -> bool:
    """Whether a subject reports nothing, as it is a time, or counted itself: "45% of voters"."""
    before = subject[0] - 1
    while before > 0 and (tags[before] is Tag.DETERMINER or passage.lower(before) == "of"):
        before -= 1
    counted = before >= 0 and (tags[before] is Tag.NUMBER or passage.lower(before) == "%")
    return counted or all(tags[place] in (Tag.NUMBER, Tag.TIME) for place in range(*subject))


def _bounded(
    passage: Passage, tags: list[Tag], subject: Phrase, verb: int, attribution: Attribution
) -> Attribution:
    """The attribution with its bounds: what goes before ", X said", or what follows "X said"."""
    last = find_end_of_speech(passage, verb)
    if not _trails(passage, tags, subject, verb):
        return replace(attribution, first=verb, last=last)
    goes_on = passage.lower(verb + 1) == "," and passage.lower(verb + 2) != "while"
    return replace(attribution, first=_clause_start(passage, verb), last=last if goes_on else verb)


def _trails(passage: Passage, tags: list[Tag], subject: Phrase, verb: int) -> bool:
    """Whether "X said" stands behind what it reports: ", the ministry said"."""
    if passage.lower(verb) not in word_set("en", "figure_speech_verbs"):
        return False
    place = verb + 1
    while passage.lower(verb) == "told" and place < len(tags) and tags[place] in _LISTENERS:
        place += 1
    behind = tags[place] if place < len(tags) else Tag.MARK
    if behind not in (Tag.MARK, Tag.TIME, Tag.PREPOSITION, Tag.ADVERB):
        return False
    start = subject[0]
    while start > 0 and tags[start - 1] is Tag.DETERMINER:
        start -= 1
    return passage.lower(start - 1) in (",", '"', "”", "’", "'", "?", "!")


def _clause_start(passage: Passage, index: int) -> int:
    """The word behind the semicolon before a word; 0 where there is none."""
    marks = (place for place in range(index, -1, -1) if passage.lower(place) == ";")
    return next(marks, -1) + 1


def find_said_after(passage: Passage, tags: list[Tag], verb: int) -> Attribution | None:
    """Like ", said Ada Roe, the mayor": answers for the whole sentence.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> passage = read_passage("It fell, said Ada Roe, the mayor")
    >>> find_said_after(passage, tag_words(passage.words), 3).name
    'Ada Roe'
    """
    if passage.lower(verb) not in word_set("en", "figure_speech_verbs") or verb == 0:
        return None
    if passage.lower(verb - 1) not in (",", '"', "”", "’", "'"):
        return None
    phrase = phrase_after(passage, tags, verb + 1)
    if not phrase or not any(tags[place] is Tag.NAME for place in range(*phrase)):
        return None
    name = find_name_after(passage, tags, verb + 1)
    return Attribution(0, len(tags), name) if name else None
