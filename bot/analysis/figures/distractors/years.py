"""words -> years."""

import re

from bot.analysis.figures.distractors.neighbours import DASHES, Distractor, is_plural
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.modifiers import find_modifier_before
from bot.analysis.figures.quantities.units import (
    find_currency_after,
    find_currency_before,
    find_unit,
)


def is_year(text: str) -> bool:
    """Whether a text is four digits that may be a year.

    >>> is_year("2019"), is_year("2500")
    (True, False)
    """
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d|21[0-4]\d", text))


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
    if _is_short_year(passage, tags, index):
        return index + 1, Tag.TIME
    if not is_year(passage.words[index].text):
        return None
    if index and find_currency_before(passage, index - 1):
        return None
    behind = index + 1 + (passage.lower(index + 1) == "-")
    if find_unit(passage, behind, language) or find_currency_after(passage, behind, language):
        return None
    if passage.glued(index + 1) and passage.words[index + 1].is_letters:
        return None
    opener = passage.lower(index - 1)
    if opener in ("and", "to") and is_year(passage.lower(index - 2)) and index - 2 >= 0:
        return index + 1, Tag.TIME
    if passage.lower(index + 1) in ("million", "billion", "thousand", "hundred"):
        return None
    opened = opener in word_set(language, "figure_year_openers")
    if _counts_like_year(passage, tags, index, opened, language):
        return None
    if opener in word_set(language, "figure_year_openers") and opener != "between":
        return index + 1, Tag.TIME
    if opener == "between" and passage.lower(index + 1) == "and":
        return (index + 1, Tag.TIME) if is_year(passage.lower(index + 2)) else None
    number = index + 2 < len(tags) and passage.words[index + 2].is_digits
    tied = passage.lower(index + 1) == "to" or passage.glued(index + 1) or number
    ranged = tied and passage.lower(index + 1) in ("to", *DASHES)
    if ranged and not is_year(passage.lower(index + 2)):
        return None
    return index + 1, Tag.TIME


def _is_short_year(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Like "dal '94": two digits behind an apostrophe that opens no quotation."""
    text = passage.words[index].text
    sign = passage.words[index - 1].text if passage.glued(index) else ""
    if sign not in ("’", "'") or len(text) != 2 or passage.glued(index - 1):
        return False
    behind = index + 1
    counted = behind < len(tags) and tags[behind] in (*NOMINAL, Tag.NUMBER)
    return (sign == "’" or not counted) and passage.lower(behind) not in ("%", "-")


def _counts_like_year(
    passage: Passage, tags: list[Tag], index: int, opened: bool, language: str
) -> bool:
    """Whether four digits count things: "2000 people", "hit 1950 homes"; not "the 2019 polls"."""
    if language != "en":
        return not opened and _counts_plainly(passage, tags, index, language)
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


def _counts_plainly(passage: Passage, tags: list[Tag], index: int, language: str) -> bool:
    """Whether four digits count where we know few nouns: "2000 Menschen", "rund 1650 Helfer"."""
    counted = index + 1 < len(tags) and tags[index + 1] in NOMINAL
    rounded = passage.words[index].text.endswith("00")
    measured = find_modifier_before(passage, index, None, language) is not None
    return counted and (rounded or measured)
