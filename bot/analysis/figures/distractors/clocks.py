"""words -> times of day."""

from bot.analysis.figures.distractors.neighbours import Distractor
from bot.analysis.figures.grammar.phrases import follows_phrase, precedes_phrase
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.numerals import read_numerals

_LAST_HOUR = 24

_FARTHEST = 6
"""Hours that somewhere may be away: "à 2 heures de Lyon" is no time of day."""

_OF = ("de", "d'", "di")

_MEASURING = ("%", "€", "$", "£", "-", "/")

_RANGE_JOINTS = ("-", "–", "to", "bis", "und", "à", "et", "a", "y", "e", "tot", "till", "til")
"""What may stand between two times of day: "9 bis 17 Uhr"."""


def find_clock(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "8:40 p.m.", "6am", "17.45 Uhr", "14h30", "à 17 heures", and 9 in "9 bis 17 Uhr".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> def found(text, index, language):
    ...     place = find_clock(read_passage(text), [Tag.NOUN] * 9, index, language)
    ...     return place and place[0]
    >>> found("8:40 p.m.", 0, "en"), found("9 dogs", 0, "en")
    (4, None)
    >>> found("von 9 bis 17 Uhr", 1, "de"), found("von 9 bis 17 Kilo", 1, "de")
    (2, None)
    >>> found("à 17 heures", 1, "fr"), found("après 7 heures de route", 1, "fr")
    (3, None)
    >>> found("vers 6 h 30", 1, "fr"), found("pendant 36 h", 1, "fr")
    (4, None)
    """
    last = _end_of_clock(passage, tags, index, language)
    if last:
        return last, Tag.TIME
    joint = index + 1
    while passage.lower(joint) in word_set(language, "figure_hour_words"):
        joint += 1
    second = joint + 1 + (passage.lower(joint + 1) in ("las", "la", "le"))
    if passage.lower(joint) not in _RANGE_JOINTS or not _is_hour(passage, index, language):
        return None
    if second >= len(passage.words) or not passage.words[second].is_digits:
        return None
    return (joint, Tag.TIME) if _end_of_clock(passage, tags, second, language) else None


def _end_of_clock(passage: Passage, tags: list[Tag], index: int, language: str) -> int | None:
    """Where a time of day ends that begins at a number; None where none does."""
    last = index + 1
    while passage.lower(last) in (":", "h") and passage.glued(last) and passage.glued(last + 1):
        if not passage.words[last + 1].is_digits:
            break
        last += 2
    if _marks_clock(passage, last, language):
        return last + 1
    if last > index + 1:
        return last
    if passage.lower(last) == "h" and language in word_set("any", "figure_short_hours"):
        minutes = passage.lower(last + 1)
        spaced = len(minutes) == 2 and minutes.isdecimal() and minutes < "60"
        return last + 1 + spaced if _is_hour(passage, index, language) else None
    return _end_of_told_hour(passage, tags, index, language)


def _end_of_told_hour(passage: Passage, tags: list[Tag], index: int, language: str) -> int | None:
    """Where an hour ends that the words around it make a time of day: "à 17 heures", "alle 23"."""
    last = index + 1
    if not _is_hour(passage, index, language):
        return None
    if passage.lower(last) in word_set(language, "figure_hour_words"):
        return last + 1 if _is_told(passage, index, last + 1, language) else None
    if follows_phrase(passage, index, word_set(language, "figure_clock_labels")):
        return last
    opened = follows_phrase(passage, index, word_set(language, "figure_bare_clock_openers"))
    if opened and precedes_phrase(passage, last, word_set(language, "figure_day_parts")):
        return last
    counted = last < len(tags) and tags[last] in NOMINAL
    return last if opened and not counted and passage.lower(last) not in _MEASURING else None


def _is_told(passage: Passage, index: int, last: int, language: str) -> bool:
    """Whether hours that end before ``last`` are a time of day: "à 17 heures", "6 heures GMT"."""
    if _marks_clock(passage, last, language):
        return True
    if precedes_phrase(passage, last, word_set(language, "figure_day_parts")):
        return True
    if not follows_phrase(passage, index, word_set(language, "figure_clock_openers")):
        return False
    if index >= 2 and passage.words[index - 2].is_digits:
        return False  # "de 4 à 6 heures" is how long
    if passage.lower(last) not in _OF:
        return True
    of = passage.words[last + 1] if last + 1 < len(passage.words) else None
    return of is not None and of.capital and not _is_hour(passage, index, language, _FARTHEST)


def _is_hour(passage: Passage, index: int, language: str, latest: int = _LAST_HOUR) -> bool:
    """Whether a number may be an hour, with its minutes or without: 7, 22.30."""
    hours, _, minutes = passage.lower(index).partition(".")
    if not hours.isdecimal():
        value = read_numerals(language).words.get(hours)
        return value is not None and value <= latest and not minutes
    written = not minutes or (len(minutes) == 2 and minutes.isdecimal() and minutes < "60")
    return len(hours) <= 2 and int(hours) <= latest and written


def _marks_clock(passage: Passage, index: int, language: str) -> bool:
    """Whether a word says that the number before it is a time of day.

    Small letters make a zone only in English: "est" and "et" are French words, "am" a German one.
    """
    if passage.lower(index) not in word_set("any", "figure_clock"):
        return False
    written = passage.slice(index, index + 1)
    plain = written.islower() and written.isalpha() and written not in ("uhr", "pm")
    return language == "en" or not plain


def find_spoken_clock(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "home at nine", "a las seis", "à huit heures"; not "the toll stood at nine".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_spoken_clock(passage, tag_words(passage.words), index, "en")
    >>> found("He came at nine", 3)
    (4, <Tag.TIME: 'time'>)
    >>> found("It stood at nine.", 3), found("at nine schools", 1)
    (None, None)
    """
    if language != "en":
        last = _end_of_told_hour(passage, tags, index, language)
        return (last, Tag.TIME) if last else None
    behind = passage.lower(index + 1)
    if passage.lower(index - 1) != "at" or passage.lower(index) not in _HOURS:
        return None
    levelled = any(
        passage.lower(place) in word_set("en", "figure_levelling_verbs")
        for place in range(index - 6, index - 1)
    )
    day = behind in ("on", "in", "and", "the", "this", "that", "every", "each", "sharp")
    ends = index + 1 >= len(tags) or tags[index + 1] in (Tag.MARK, Tag.TIME) or day
    return (index + 1, Tag.TIME) if ends and not levelled and behind != "%" else None


_HOURS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
