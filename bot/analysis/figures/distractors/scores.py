"""words -> scores, list numbers, footnotes, reading times, telephone numbers."""

from bot.analysis.figures.distractors.neighbours import DASHES, Distractor, is_plural
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.units import (
    find_currency_after,
    find_currency_before,
    find_unit,
)

_ROW = 4
"""Numbers without a word between them that no sentence has."""


def find_telephone(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "0800 123 456", "555-0143", "+44 20 7946 0958": groups, one of them led by 0.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_telephone(passage, tag_words(passage.words), index, "en")
    >>> found("0800 123 456", 0)
    (3, <Tag.NAME: 'name'>)
    >>> found("555-0143", 0)
    (3, <Tag.NAME: 'name'>)
    >>> found("555 dogs", 0) is None
    True
    """
    if language != "en" and index and passage.words[index - 1].is_digits:
        return None  # "45 000"
    groups = [passage.words[index].text]
    last = index + 1
    while last < len(passage.words) and len(groups) < 6:
        dash = passage.lower(last) in DASHES and passage.glued(last)
        if last + dash >= len(passage.words) or not passage.words[last + dash].text.isdecimal():
            break
        groups.append(passage.words[last + dash].text)
        last += 1 + dash
    international = passage.lower(index - 1) == "+" and passage.glued(index) and len(groups) > 2
    thousands = not groups[0].startswith("0") and all(len(group) == 3 for group in groups[1:])
    led = any(len(group) > 1 and group.startswith("0") and group.isdecimal() for group in groups)
    led = led and not (thousands and language != "en")
    return (last, Tag.NAME) if international or led else None


def find_score(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "4-1", "6-4", "a 20-17 win"; not "15-22 mph" or "20-30 people".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_score(passage, tag_words(passage.words), index, "en")
    >>> found("a 4-1 win", 1)
    (4, <Tag.ADJECTIVE: 'adjective'>)
    >>> found("20-30 people", 0) is None
    True
    """
    words = passage.words
    if passage.lower(index + 1) not in DASHES or not passage.glued(index + 1):
        return None
    if index + 2 >= len(words) or not passage.glued(index + 2) or not words[index + 2].is_digits:
        return None
    first, second = words[index].text, words[index + 2].text
    if not (first.isdecimal() and second.isdecimal()) or len(first) > 3 or len(second) > 3:
        return None
    glued = passage.glued(index) and passage.lower(index - 1) != "("
    if index and (find_currency_before(passage, index - 1) or glued):
        return None
    behind = index + 3 + (passage.lower(index + 3) == "-")
    if find_unit(passage, behind, language) or find_currency_after(passage, behind, language):
        return None
    follows = passage.lower(index + 3)
    if follows == "/":
        return None  # "1-1/2"
    if passage.glued(index + 3) and follows.isalpha():
        return None
    if follows in ("million", "billion", "thousand", "trillion", "lakh", "crore"):
        return None
    if index and tags[index - 1] is Tag.NAME and index > 1:
        return index + 3, Tag.ADJECTIVE
    result = follows in word_set("en", "figure_results")
    counted = index + 3 < len(tags) and tags[index + 3] in (Tag.NOUN, Tag.ADJECTIVE)
    if counted and not result and is_plural(passage, tags, index + 3):
        return None
    return index + 3, Tag.ADJECTIVE


def find_listed(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "1. Wash", "(2)", "[3]", "2 min read".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_listed(passage, tag_words(passage.words), index, "en")
    >>> found("1. Wash it", 0)
    (1, <Tag.MARK: 'mark'>)
    >>> found("2 min read", 0)
    (3, <Tag.MARK: 'mark'>)
    >>> found("2 dogs", 0) is None
    True
    """
    if index == 0 and passage.lower(1) in (".", ")") and len(passage.words) > 2:
        return 1, Tag.MARK
    bracketed = passage.lower(index - 1) in ("(", "[") and passage.lower(index + 1) in (")", "]")
    if bracketed and len(passage.words[index].text) <= 2:
        return index + 1, Tag.MARK
    unit = find_unit(passage, index + 1 + (passage.lower(index + 1) == "-"), language)
    if unit and unit.name == "minute" and passage.lower(unit.last) in ("read", "watch", "listen"):
        return unit.last + 1, Tag.MARK
    return None


def find_row(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "12.5 3,100 13.5 3,300": numbers in a row, as tables and graphs leave them.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> find_row(read_passage("12.5 3,100 13.5 3,300"), [], 0, "en")
    (4, <Tag.MARK: 'mark'>)
    >>> find_row(read_passage("2019 300 men"), [], 0, "en") is None
    True
    """
    last = index
    while last < len(passage.words) and passage.words[last].is_digits:
        last += 1
    grouped = all(len(word.text) == 3 for word in passage.words[index + 1 : last])
    row = last - index >= _ROW and not (grouped and language != "en")
    return (last, Tag.MARK) if row else None
