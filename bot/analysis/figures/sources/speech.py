"""words -> attributions by a verb: "the ministry said", ", said Ada Roe"."""

from bot.analysis.figures.grammar.clauses import find_subject
from bot.analysis.figures.grammar.phrases import Phrase, phrase_after
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.sources.attribution import Attribution, find_end_of_speech
from bot.analysis.figures.sources.names import choose_publisher, find_name_after

_APPROXIMATE = ("at", "about", "around", "over", "up", "more", "less", "fewer", "nearly", "almost")


_PEOPLE = ("he", "she", "it", "they")


def find_said_before(passage: Passage, tags: list[Tag], verb: int) -> Attribution | None:
    """Like "The ministry said that 30 ...": answers for what follows."""
    if passage.lower(verb) not in word_set("en", "figure_report_verbs") or verb == 0:
        return None
    if tags[verb] is not Tag.VERB or _is_passive(passage, tags, verb):
        return None
    before = passage.lower(verb - 1)
    if before in _PEOPLE:
        if _trails(passage, tags, (verb - 1, verb), verb):
            return Attribution(_clause_start(passage, verb), verb, None)
        return Attribution(verb, find_end_of_speech(passage, verb), None)
    if not _has_object(passage, tags, verb):
        return None
    if tags[verb - 1] not in (*NOMINAL, Tag.ADVERB, Tag.AUXILIARY, Tag.TIME) and before not in (
        ",",
        "who",
        ")",
    ):
        return None
    if tags[verb - 1] is Tag.ADJECTIVE:
        return None
    owner = verb - 1
    while owner > 0 and tags[owner] in (Tag.AUXILIARY, Tag.ADVERB):
        owner -= 1
    if passage.lower(owner) in ("who", "which", "that"):
        return None
    subject = find_subject(passage, tags, verb)
    if not subject or _is_thing(passage, tags, subject):
        return None
    name = choose_publisher(passage, tags, subject)
    trailing = _trails(passage, tags, subject, verb)
    first = _clause_start(passage, verb) if trailing else verb
    last = find_end_of_speech(passage, verb)
    if trailing and passage.lower(verb + 1) != ",":
        last = verb
    return Attribution(first, last, name) if name else None


def _clause_start(passage: Passage, index: int) -> int:
    """The word behind the semicolon before a word; 0 where there is none."""
    marks = (place for place in range(index, -1, -1) if passage.lower(place) == ";")
    return next(marks, -1) + 1


def _has_object(passage: Passage, tags: list[Tag], verb: int) -> bool:
    """Whether a verb reports something, and is no participle: "9 cases reported in May"."""
    if passage.lower(verb) in ("said", "says", "told", "wrote"):
        return True
    if passage.lower(verb) in ("put", "puts"):  # "the ministry put the toll at 73"
        at = (place for place in range(verb + 1, verb + 6) if passage.lower(place) == "at")
        place = next(at, len(tags))
        return Tag.NUMBER in tags[place + 1 : place + 4]
    after = tags[verb + 1] if verb + 1 < len(tags) else Tag.MARK
    timed = verb + 2 < len(tags) and tags[verb + 2] is Tag.TIME
    if passage.lower(verb + 1) in _APPROXIMATE and Tag.NUMBER in tags[verb + 2 : verb + 4]:
        return True
    return after not in (Tag.ADVERB, Tag.PREPOSITION, Tag.AUXILIARY, Tag.VERB) or timed


def _is_passive(passage: Passage, tags: list[Tag], verb: int) -> bool:
    if passage.lower(verb).endswith("ing"):
        return False
    before = verb - 1
    while before >= 0 and tags[before] is Tag.ADVERB:
        before -= 1
    return passage.lower(before) in ("is", "are", "was", "were", "be", "been", "being", "to", "not")


def _is_thing(passage: Passage, tags: list[Tag], subject: Phrase) -> bool:
    """Whether the subject is no one who could report: a time, or what is counted."""
    before = subject[0] - 1
    while before > 0 and (tags[before] is Tag.DETERMINER or passage.lower(before) == "of"):
        before -= 1
    counted = (
        before >= 0
        and tags[before] in (Tag.NUMBER, Tag.MARK)
        and _ends_number(passage, tags, before)
    )
    return counted or all(tags[place] in (Tag.NUMBER, Tag.TIME) for place in range(*subject))


def _ends_number(passage: Passage, tags: list[Tag], index: int) -> bool:
    return tags[index] is Tag.NUMBER or passage.lower(index) == "%"


def _trails(passage: Passage, tags: list[Tag], subject: Phrase, verb: int) -> bool:
    """Whether "X said" stands behind what it reports: ", the ministry said"."""
    if passage.lower(verb) not in word_set("en", "figure_speech_verbs"):
        return False
    told = passage.lower(verb) == "told" and verb + 2 < len(tags)
    place = verb + 1 + told
    behind = tags[place] if place < len(tags) else Tag.MARK
    if behind not in (Tag.MARK, Tag.TIME, Tag.PREPOSITION):
        return False
    start = subject[0]
    while start > 0 and tags[start - 1] is Tag.DETERMINER:
        start -= 1
    return passage.lower(start - 1) in (",", '"', "”", "’", "'", "?", "!")


def find_said_after(passage: Passage, tags: list[Tag], verb: int) -> Attribution | None:
    """Like ", said Ada Roe, the mayor": answers for the whole sentence."""
    if passage.lower(verb) not in word_set("en", "figure_speech_verbs") or verb == 0:
        return None
    if passage.lower(verb - 1) not in (",", '"', "”", "’", "'"):
        return None
    phrase = phrase_after(passage, tags, verb + 1)
    if not phrase or not any(tags[place] is Tag.NAME for place in range(*phrase)):
        return None
    name = find_name_after(passage, tags, verb + 1)
    return Attribution(0, len(tags), name) if name else None
