"""words -> dates, years and times of day."""

import re

from bot.analysis.figures.distractors.neighbours import DASHES, Distractor, is_plural
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.units import (
    find_currency_after,
    find_currency_before,
    find_unit,
)

_YEAR_OPENERS = "figure_year_openers"


_ORDINALS = ("st", "nd", "rd", "th", "s", "er", "ers", "e", "ème", "º", "ª")


def _month(passage: Passage, index: int, language: str) -> bool:
    known = passage.lower(index) in word_set(language, "figure_months")
    return known and (passage.words[index].capital or language in ("fr", "es"))


def _is_day(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d|21[0-4]\d", text))


def find_clock(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "8:40 p.m.", "6am", "17.45 Uhr", "14h30".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_clock(passage, tag_words(passage.words), index, "en")
    >>> found("8:40 p.m.", 0)
    (4, <Tag.TIME: 'time'>)
    >>> found("9 dogs", 0) is None
    True
    """
    last = index + 1
    while passage.lower(last) in (":", "h") and passage.glued(last) and passage.glued(last + 1):
        if not passage.words[last + 1].is_digits:
            break
        last += 2
    marked = _marks_clock(passage, last, language)
    if language in ("fr", "es") and passage.lower(last) == "h":
        marked = True
        minutes = last + 1 < len(passage.words) and passage.words[last + 1].text
        last += bool(minutes) and len(minutes or "") == 2 and str(minutes).isdecimal()
    return (last + marked, Tag.TIME) if marked or last > index + 1 else None


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
    """Like "home at nine", "a las seis"; not "the toll stood at nine".

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
    opener = passage.lower(index - 1)
    behind = passage.lower(index + 1)
    if language == "es":
        opened = opener in ("las", "la") and passage.lower(index - 2) in _SPANISH_HOURS
        ends = index + 1 >= len(tags) or tags[index + 1] in (Tag.MARK, Tag.PREPOSITION)
        return (index + 1, Tag.TIME) if opened and ends else None
    if language != "en" or opener != "at" or not _is_hour(passage.lower(index)):
        return None
    levelled = any(
        passage.lower(place) in word_set("en", "figure_levelling_verbs")
        for place in range(index - 6, index - 1)
    )
    day = behind in ("on", "in", "and", "the", "this", "that", "every", "each", "sharp")
    ends = index + 1 >= len(tags) or tags[index + 1] in (Tag.MARK, Tag.TIME) or day
    return (index + 1, Tag.TIME) if ends and not levelled and behind != "%" else None


_SPANISH_HOURS = ("a", "desde", "hacia", "hasta", "sobre")

_HOURS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)


def _is_hour(word: str) -> bool:
    return word in _HOURS


def find_day_and_month(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "15 May 2019", "1er mai", "3. Oktober", "5 de mayo de 2020".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_day_and_month(passage, tag_words(passage.words), index, "en")
    >>> found("15 May 2019", 0)
    (3, <Tag.TIME: 'time'>)
    >>> found("15 dogs", 0) is None
    True
    """
    if not _is_day(passage.words[index].text):
        return None
    last = index + 1
    while passage.lower(last) in (*_ORDINALS, ".", "of", "de") and last - index < 3:
        last += 1
    if not (last < len(passage.words) and _month(passage, last, language)):
        return None
    return _with_year(passage, last + 1), Tag.TIME


def _with_year(passage: Passage, last: int) -> int:
    after = last
    while passage.lower(after) in (",", ".", "de", "del", "of"):
        after += 1
    year = after < len(passage.words) and _is_year(passage.words[after].text)
    return after + 1 if year and after - last < 3 else last


def find_month_and_day(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "May 15, 2019", "Nov. 5", "March 2020".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_month_and_day(passage, tag_words(passage.words), index, "en")
    >>> found("Nov. 5", 0)
    (3, <Tag.TIME: 'time'>)
    >>> found("may 5", 0) is None
    True
    """
    if not _month(passage, index, language):
        return None
    last = index + 1 + (passage.lower(index + 1) == ".")
    if last >= len(passage.words):
        return None
    number = passage.words[last].text
    if _is_year(number):
        return last + 1, Tag.TIME
    if not _is_day(number) or passage.lower(last + 1) in ("%", "per"):
        return None
    end = last + 1
    if passage.lower(end) in DASHES and end + 1 < len(passage.words):
        end += 2 * _is_day(passage.words[end + 1].text)
    if passage.lower(end) in _ORDINALS and passage.glued(end):
        end += 1
    return _with_year(passage, end), Tag.TIME


def find_ordinal(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "the 10th", "the 1980s", "20s".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_ordinal(passage, tag_words(passage.words), index, "en")
    >>> found("the 10th day", 1)
    (3, <Tag.ADJECTIVE: 'adjective'>)
    >>> found("the 80s", 1)
    (3, <Tag.TIME: 'time'>)
    >>> found("10 days", 0) is None
    True
    """
    behind = passage.lower(index + 1)
    if not passage.glued(index + 1) or behind not in _ORDINALS:
        return None
    decade = behind == "s"
    if decade and not re.fullmatch(r"(?:\d\d)?\d0", passage.words[index].text):
        return None
    if behind in ("e", "er", "ers", "ème") and language != "fr":
        return None
    return index + 2, Tag.TIME if decade else Tag.ADJECTIVE


def find_numeric_date(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "12/05/2019", "2019-01-02", "12.05.2019", "9/11", "24/7", "2018/19".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_numeric_date(passage, tag_words(passage.words), index, "en")
    >>> found("12/05/2019", 0)
    (5, <Tag.TIME: 'time'>)
    >>> found("24/7", 0)
    (3, <Tag.NAME: 'name'>)
    >>> found("1/2", 0) is None
    True
    """
    text = passage.words[index].text
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.(?:\d\d)?\d\d", text):
        return index + 1, Tag.TIME
    last = index + 1
    parts = [text]
    while passage.lower(last) in ("/", *DASHES) and passage.glued(last) and passage.glued(last + 1):
        if not passage.words[last + 1].is_digits or len(parts) > 4:
            break
        parts.append(passage.words[last + 1].text)
        last += 2
    sign = passage.lower(index + 1)
    alike = all(passage.lower(place) == sign for place in range(index + 1, last, 2))
    if len(parts) >= 3 and alike and all(part.isdecimal() for part in parts):
        return last, Tag.TIME  # a date, or a telephone number; not "1-1/2"
    if len(parts) == 2 and _is_year(text) and (_is_year(parts[1]) or len(parts[1]) == 2):
        return last, Tag.TIME
    part_of = sign == "/" and passage.lower(last) == "of"  # "1/16 of a pint"
    if (
        len(parts) == 2
        and sign == "/"
        and not part_of
        and parts[1] not in ("2", "3", "4", "5", "8")
    ):
        return last, Tag.NAME
    return None


def find_year(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "in 2019", "the 2018 budget"; not "2000 people" and "1500 km".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_year(passage, tag_words(passage.words), index, "en")
    >>> found("in 2019", 1)
    (2, <Tag.TIME: 'time'>)
    >>> found("2000 people", 0) is None
    True
    >>> found("2000 km", 0) is None
    True
    """
    if not _is_year(passage.words[index].text):
        return None
    if index and find_currency_before(passage, index - 1):
        return None
    behind = index + 1 + (passage.lower(index + 1) == "-")
    if find_unit(passage, behind, language) or find_currency_after(passage, behind, language):
        return None
    if passage.glued(index + 1) and passage.words[index + 1].is_letters:
        return None
    opener = passage.lower(index - 1)
    if opener in ("and", "to") and _is_year(passage.lower(index - 2)) and index - 2 >= 0:
        return index + 1, Tag.TIME
    if passage.lower(index + 1) in ("million", "billion", "thousand", "hundred"):
        return None
    if _counts_like_year(passage, tags, index, opener in word_set(language, _YEAR_OPENERS)):
        return None
    if opener in word_set(language, _YEAR_OPENERS) and opener != "between":
        return index + 1, Tag.TIME
    if opener == "between" and passage.lower(index + 1) == "and":
        return (index + 1, Tag.TIME) if _is_year(passage.lower(index + 2)) else None
    number = index + 2 < len(tags) and passage.words[index + 2].is_digits
    tied = passage.lower(index + 1) == "to" or passage.glued(index + 1) or number
    ranged = tied and passage.lower(index + 1) in ("to", *DASHES)
    if ranged and not _is_year(passage.lower(index + 2)):
        return None
    return index + 1, Tag.TIME


def _counts_like_year(passage: Passage, tags: list[Tag], index: int, opened: bool) -> bool:
    """Whether four digits count things: "2000 people", "hit 1950 homes"; not "the 2019 polls"."""
    if index + 1 >= len(tags) or tags[index + 1] not in (Tag.NOUN, Tag.ADJECTIVE):
        return False
    if not is_plural(passage, tags, index + 1):
        return False
    people = passage.lower(index + 1).removesuffix("s") in word_set("en", "figure_person_nouns")
    if opened:
        return people
    verb = index > 0 and tags[index - 1] is Tag.VERB
    rounded = passage.words[index].text.endswith("00")
    counted = index > 0 and passage.lower(index - 1) in ("about", "than", "over", "some", "nearly")
    return people or verb or rounded or counted
