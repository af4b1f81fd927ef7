"""words -> who reports the figures of a sentence, where a pattern is sure of it."""

from dataclasses import dataclass

from bot.analysis.figures.clauses import find_subject
from bot.analysis.figures.grammar import NOMINAL, Tag
from bot.analysis.figures.phrases import Phrase, phrase_after
from bot.analysis.figures.quantities import Quantity
from bot.analysis.figures.words import Passage, split_words, word_set
from bot.analysis.lexicon import read_words

_LONGEST = 12
_COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
_APPROXIMATE = ("at", "about", "around", "over", "up", "more", "less", "fewer", "nearly", "almost")
_TIES = ("de", "d'", "l'", "la", "le", "des", "du", "del", "der", "für", "und", "y", "et")
_ENDS = (Tag.MARK, Tag.VERB, Tag.AUXILIARY, Tag.TIME, Tag.CONJUNCTION)
_PEOPLE = ("he", "she", "it", "they")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who answers for the figures between two words; ``name`` is None for a pronoun."""

    first: int
    last: int
    name: str | None


def find_attributions(passage: Passage, tags: list[Tag], language: str) -> tuple[Attribution, ...]:
    """The attributions of a sentence, the surest first.

    >>> from bot.analysis.figures.grammar import tag_words
    >>> def names(text):
    ...     passage = Passage(text, split_words(text))
    ...     return [a.name for a in find_attributions(passage, tag_words(passage.words), "en")]
    >>> names("Sales fell 5%, according to the TradeWatch report from Inforex, a data firm.")
    ['TradeWatch report from Inforex']
    >>> names("The Orvik health ministry says 248 people died.")
    ['Orvik health ministry']
    >>> names("At least 9 people were hurt, officials said."), names("He said 9 were hurt.")
    (['officials'], [None])
    >>> names("The index added 20 points and was reported lost.")
    []
    """
    found = []
    if language == "en":
        for place in range(len(tags)):
            attribution = _said_before(passage, tags, place) or _said_after(passage, tags, place)
            if attribution:
                found.append(attribution)
    else:
        found.extend(_said_elsewhere(passage, tags, language))
    return (*found, *_accordingly(passage, tags, language))


def choose_source(
    passage: Passage,
    attributions: tuple[Attribution, ...],
    quantity: Quantity,
    continued: str | None,
) -> str | None:
    """Who answers for a figure; a pronoun stands for the source that the text goes on with.

    How far away a place lies is nobody's report.

    >>> from decimal import Decimal
    >>> passage, nine = Passage("", split_words("they counted 9")), Quantity(2, 2, 3, Decimal(9))
    >>> choose_source(passage, (Attribution(0, 3, "police"),), nine, None)
    'police'
    >>> choose_source(passage, (Attribution(0, 3, None),), nine, "Ada Roe")
    'Ada Roe'
    >>> choose_source(passage, (), nine, "Ada Roe") is None
    True
    """
    first = quantity.first
    if passage.lower(quantity.last) in _COMPASS:
        return None
    for attribution in attributions:
        if attribution.first <= first < attribution.last:
            return attribution.name or continued
    return None


def _accordingly(passage: Passage, tags: list[Tag], language: str) -> list[Attribution]:
    """ "according to X" answers for its whole sentence."""
    found = []
    for opener in read_words(language, "figure_source_openers"):
        parts = tuple(word.lower for word in split_words(opener))
        for place in range(len(tags) - len(parts)):
            if all(passage.lower(place + k) == part for k, part in enumerate(parts)):
                read = _name_after if language == "en" else _plain_name
                name = read(passage, tags, place + len(parts))
                if name:
                    found.append(Attribution(0, _said_until(passage, place), name))
    return found


def _said_elsewhere(passage: Passage, tags: list[Tag], language: str) -> list[Attribution]:
    """ ", sagte Ada Roe", ", a déclaré le ministre": the order of other languages."""
    found = []
    for verb in read_words(language, "figure_speech_verbs"):
        parts = verb.split()
        for place in range(1, len(tags) - len(parts)):
            opened = passage.lower(place - 1) in (",", '"', "”", "“", "»")
            if opened and [passage.lower(place + k) for k in range(len(parts))] == parts:
                name = _plain_name(passage, tags, place + len(parts))
                if name:
                    found.append(Attribution(0, place, name))
    return found


def _plain_name(passage: Passage, tags: list[Tag], start: int) -> str | None:
    """The name that begins at a word: capitals, and what ties them together."""
    while start < len(tags) and tags[start] is Tag.PREPOSITION:
        start += 1
    last = named = start
    while last < len(tags) and last - start < _LONGEST:
        tied = tags[last] is Tag.PREPOSITION and passage.lower(last) in _TIES
        if tags[last] is Tag.NAME or (last == start and tags[last] is Tag.NOUN):
            named = last + 1
        elif not tied:
            break
        last += 1
    return passage.slice(start, named) if named > start else None


def _name_after(passage: Passage, tags: list[Tag], start: int) -> str | None:
    """The name that begins at a word, up to the next mark or verb: "data from the ministry"."""
    while start < len(tags) and tags[start] is Tag.DETERMINER:
        start += 1
    last = start
    while last < len(tags) and last - start < _LONGEST:
        lower = passage.lower(last)
        tied = lower in ("-", "&", "/", "'") and passage.glued(last)
        tied = tied or (lower == "and" and last + 1 < len(tags) and tags[last + 1] in NOMINAL)
        tied = tied or (lower == "." and _abbreviates(passage, last))
        if tags[last] in _ENDS and not tied:
            break
        if tags[last] is Tag.PRONOUN or (last == start and not passage.words[last].is_letters):
            break
        last += 1
    while last > start and tags[last - 1] in (Tag.PREPOSITION, Tag.DETERMINER, Tag.CONJUNCTION):
        last -= 1
    if last == start:
        return None
    return _publisher(passage, tags, (start, last))


def _abbreviates(passage: Passage, place: int) -> bool:
    return (
        passage.glued(place)
        and len(passage.lower(place - 1)) <= 3
        and place + 1 < len(passage.words)
    )


def _publisher(passage: Passage, tags: list[Tag], phrase: Phrase) -> str | None:
    """Whose name it is: the ministry of "the ministry's figures" and of "data from the ministry".

    A title before a name is left off, and so is a genitive's ending.
    """
    first, last = phrase
    reports = read_words("en", "figure_reports")
    if passage.lower(last - 1) in reports:
        for place in range(last - 2, first - 1, -1):
            owner = passage.words[place]
            if owner.lower.endswith(("'s", "s'")):
                said = passage.slice(first, place + 1)
                return said[: -2 if owner.lower.endswith("'s") else -1]
    if passage.lower(first) in reports and passage.lower(first + 1) in ("from", "by"):
        place = first + 2
        while place < last and tags[place] is Tag.DETERMINER:
            place += 1
        first = place if place < last else first
    titles = read_words("en", "figure_titles")
    for place in range(last - 3, first - 1, -1):
        named = all(tags[k] is Tag.NAME for k in range(place + 1, last))
        if passage.lower(place) in titles and named:
            first = place + 1
            break
    return passage.slice(first, last).strip("\"“”'‘’.,") or None


def _said_before(passage: Passage, tags: list[Tag], verb: int) -> Attribution | None:
    """ "The ministry said that 30 ...": answers for what follows."""
    if passage.lower(verb) not in word_set("en", "figure_report_verbs") or verb == 0:
        return None
    if tags[verb] is not Tag.VERB or _is_passive(passage, tags, verb):
        return None
    before = passage.lower(verb - 1)
    if before in _PEOPLE:
        if _trails(passage, tags, (verb - 1, verb), verb):
            return Attribution(0, verb, None)
        return Attribution(verb, _said_until(passage, verb), None)
    if not _has_object(passage, tags, verb):
        return None
    if tags[verb - 1] not in (*NOMINAL, Tag.ADVERB, Tag.AUXILIARY, Tag.TIME) and before not in (
        ",",
        "who",
        ")",
    ):
        return None
    if tags[verb - 1] in (Tag.ADJECTIVE,):
        return None
    owner = verb - 1
    while owner > 0 and tags[owner] in (Tag.AUXILIARY, Tag.ADVERB):
        owner -= 1
    if passage.lower(owner) in ("who", "which", "that"):
        return None
    subject = find_subject(passage, tags, verb)
    if not subject or _is_thing(passage, tags, subject):
        return None
    name = _publisher(passage, tags, subject)
    trailing = _trails(passage, tags, subject, verb)
    if trailing and passage.lower(verb + 1) != ",":
        return Attribution(0, verb, name) if name else None
    last = len(tags) if trailing else _said_until(passage, verb)
    return Attribution(0 if trailing else verb, last, name) if name else None


def _has_object(passage: Passage, tags: list[Tag], verb: int) -> bool:
    """Whether a verb reports something, and is no participle: "9 cases reported in May"."""
    if passage.lower(verb) in ("said", "says", "told", "wrote"):
        return True
    after = tags[verb + 1] if verb + 1 < len(tags) else Tag.MARK
    timed = verb + 2 < len(tags) and tags[verb + 2] is Tag.TIME
    if passage.lower(verb + 1) in _APPROXIMATE and Tag.NUMBER in tags[verb + 2 : verb + 4]:
        return True
    return after not in (Tag.ADVERB, Tag.PREPOSITION, Tag.AUXILIARY, Tag.VERB) or timed


def _said_until(passage: Passage, verb: int) -> int:
    """Where what is said ends: before ", which" or a dash; there the reporter speaks again."""
    for place in range(verb + 1, len(passage.words) - 1):
        aside = passage.lower(place) == "," and passage.lower(place + 1) in (
            "which",
            "who",
            "whose",
        )
        if aside or passage.lower(place) == "—":
            return place
    return len(passage.words)


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


def _said_after(passage: Passage, tags: list[Tag], verb: int) -> Attribution | None:
    """ ", said Ada Roe, the mayor": answers for the whole sentence."""
    if passage.lower(verb) not in word_set("en", "figure_speech_verbs") or verb == 0:
        return None
    if passage.lower(verb - 1) not in (",", '"', "”", "’", "'"):
        return None
    phrase = phrase_after(passage, tags, verb + 1)
    if not phrase or not any(tags[place] is Tag.NAME for place in range(*phrase)):
        return None
    name = _name_after(passage, tags, verb + 1)
    return Attribution(0, len(tags), name) if name else None
