"""words -> dates and ordinals."""

import re

from bot.analysis.figures.distractors.neighbours import DASHES, Distractor
from bot.analysis.figures.distractors.years import is_year
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.units import (
    find_unit,
)

_ORDINALS = ("st", "nd", "rd", "th", "s", "er", "ers", "e", "ème", "º", "ª")


def _month(passage: Passage, index: int, language: str) -> bool:
    known = passage.lower(index) in word_set(language, "figure_months")
    return known and (passage.words[index].capital or language not in ("de", "en"))


def _is_day(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def find_day_and_month(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "15 May 2019", "1er mai", "3. Oktober", "5 de mayo de 2020", and 2 in "2 au 15 mai".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_day_and_month(passage, tag_words(passage.words), index, "en")
    >>> found("15 May 2019", 0)
    (3, <Tag.TIME: 'time'>)
    >>> found("3, 4 and 5 May", 0), found("3, 4 and 5 dogs", 0)
    ((2, <Tag.TIME: 'time'>), None)
    """
    if not _is_day(passage.words[index].text):
        return None
    last = index + 1
    while passage.lower(last) in (*_ORDINALS, ".", "of", "de", "di") and last - index < 3:
        last += 1
    if last < len(passage.words) and _month(passage, last, language):
        return _with_year(passage, last + 1), Tag.TIME
    joint = index + 1 + (passage.lower(index + 1) in (*_ORDINALS, "."))
    while passage.lower(joint) in word_set("any", "figure_day_joints") and joint - index < 5:
        joint += 1
    joint += passage.lower(joint) in word_set(language, "articles")
    if joint == index + 1 or joint >= len(passage.words) or not passage.words[joint].is_digits:
        return None
    row = find_day_and_month(passage, tags, joint, language)
    return row and (joint, Tag.TIME)


def _with_year(passage: Passage, last: int) -> int:
    after = last
    while passage.lower(after) in (",", ".", "de", "del", "of"):
        after += 1
    year = after < len(passage.words) and is_year(passage.words[after].text)
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
    if is_year(number):
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
    """Like "the 10th", "the 1980s", "20s", German "3. Etage".

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
    if _is_dotted_ordinal(passage, index, language):
        return index + 2, Tag.ADJECTIVE
    if not passage.glued(index + 1) or behind not in _ORDINALS:
        return None
    decade = behind == "s"
    if decade and not re.fullmatch(r"(?:\d\d)?\d0", passage.words[index].text):
        return None
    if behind in ("e", "er", "ers", "ème") and language != "fr":
        return None
    return index + 2, Tag.TIME if decade else Tag.ADJECTIVE


def _is_dotted_ordinal(passage: Passage, index: int, language: str) -> bool:
    """Whether a full stop makes a number a rank: "3. Etage"; passages end with sentences."""
    text = passage.words[index].text
    dotted = passage.lower(index + 1) == "." and passage.glued(index + 1)
    if not dotted or not text.isdecimal() or len(text) > 3 or index + 2 >= len(passage.words):
        return False
    behind = passage.words[index + 2]
    goes_on = behind.is_letters and (behind.capital or not behind.glued)  # "1.FC"
    return goes_on and language in word_set("any", "figure_dotted_ordinals")


def find_day(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like Spanish "el 15", "los días 3 y 4": the number of a day without its month.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     place = find_day(passage, tag_plainly(passage.words, "es"), index, "es")
    ...     return place and place[0]
    >>> found("el día 15 era gris", 2), found("el 15 hubo lluvia", 1)
    (3, 2)
    >>> found("el 15 % de los votos", 1), found("el 15 y el 20 % de los votos", 1)
    (None, None)
    >>> found("de 7 toneladas en 2019 a 5 900", 5) is None
    True
    """
    if not _is_day(passage.words[index].text) or _is_shared(passage, index + 1, language):
        return None
    opener = passage.lower(index - 1)
    joined = opener in word_set("any", "figure_day_joints") and index > 2
    joined = joined and tags[index - 2] is Tag.TIME and _is_day(passage.words[index - 2].text)
    joined = joined and not _goes_on(passage, index)
    counted = index + 1 < len(tags) and tags[index + 1] in NOMINAL
    alone = opener in word_set(language, "figure_day_articles") and not counted
    named = opener in word_set(language, "figure_day_nouns")
    return (index + 1, Tag.TIME) if named or alone or (joined and not counted) else None


def _goes_on(passage: Passage, index: int) -> bool:
    """Whether more digits follow: "4 500"."""
    return index + 1 < len(passage.words) and passage.words[index + 1].is_digits


def _is_shared(passage: Passage, index: int, language: str) -> bool:
    """Whether a unit stands behind a number, or behind the next that is joined to it."""
    sign = passage.lower(index) in ("%", "-", "/", "€", "$")
    if sign or find_unit(passage, index, language) is not None:
        return True
    joint = passage.lower(index) in word_set("any", "figure_day_joints")
    later = range(index + 1, min(index + 3, len(passage.words)))
    return joint and any(
        passage.words[place].is_digits and _is_shared(passage, place + 1, language)
        for place in later
    )


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
    if len(parts) == 2 and is_year(text) and (is_year(parts[1]) or len(parts[1]) == 2):
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
