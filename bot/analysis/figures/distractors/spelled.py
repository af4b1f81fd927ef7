"""words -> names, labels and compounds that have a number in words."""

from bot.analysis.figures.distractors.neighbours import (
    Distractor,
    is_measured,
    label_words,
    part_words,
    small_words,
)
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.numerals import read_numerals


def find_spelled_name(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "number one", "top five": number words behind a label.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_spelled_name(passage, tag_words(passage.words), index, "en")
    >>> found("top five", 0)
    (2, <Tag.ADJECTIVE: 'adjective'>)
    >>> found("on day two", 2)
    (3, <Tag.ADJECTIVE: 'adjective'>)
    >>> found("seen on Three Rivers Radio", 2), found("net zero", 1)
    ((3, <Tag.NAME: 'name'>), (2, <Tag.ADJECTIVE: 'adjective'>))
    >>> found("only two", 1) is None, found("Fire Breaks Out at Two Big Farms", 4) is None
    (True, True)
    """
    lower = passage.lower(index)
    if lower in ("number", "top") and passage.lower(index + 1) in small_words():
        return index + 2, Tag.ADJECTIVE
    if lower not in small_words(language) or index == 0:
        return None
    if passage.words[index].capital and tags[index - 1] is Tag.NAME:
        return index + 1, Tag.NAME
    if language == "en" and _opens_name(passage, tags, index):
        return index + 1, Tag.NAME
    if language == "en" and _is_no_number(passage, index):
        return index + 1, Tag.ADJECTIVE
    if lower == "one" and passage.lower(index + 1) == "-" and passage.lower(index + 2) == "two":
        return index + 3, Tag.ADJECTIVE
    counted = index + 1 < len(tags) and tags[index + 1] in NOMINAL
    labelled = passage.lower(index - 1) in label_words(language) | {"day"}
    labelled = labelled and (not counted or language == "de")
    compound = _ends_compound(passage, index, language)
    compound = compound or (language == "en" and _opens_compound(passage, index, language))
    return (index + 1, Tag.ADJECTIVE) if labelled or compound else None


def _opens_name(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Whether a number word with a capital begins a name: "to Nine News", not in a headline."""
    named = passage.words[index].capital and tags[index + 1 : index + 2] == [Tag.NAME]
    if not named or not passage.lower(index - 1).isalpha() or passage.words[index - 1].capital:
        return False
    long = [word for word in passage.words if word.is_letters and len(word.text) > 3]
    return 2 * sum(word.capital for word in long) <= len(long) + 2


def _is_no_number(passage: Passage, index: int) -> bool:
    """Whether "zero" is but part of a term: "net zero", "zero-hours", "zero tolerance"."""
    if passage.lower(index) != "zero":
        return False
    opener = passage.lower(index - 1 - (passage.lower(index - 1) == "-"))
    behind = passage.lower(index + 1)
    return opener in ("ground", "net", "patient") or behind in ("-", "sum", "tolerance")


def _opens_compound(passage: Passage, index: int, language: str) -> bool:
    """Like "a five-speed box", not "two-thirds", "twenty-five" or "six-year"."""
    tied = passage.glued(index + 1) and passage.glued(index + 2)
    if passage.lower(index + 1) != "-" or not tied or not passage.words[index + 2].is_letters:
        return False
    joined = passage.lower(index + 2)
    number = joined in small_words() or joined in part_words() or joined in ("fold", "to")
    return not number and not is_measured(passage, index, language)


def _ends_compound(passage: Passage, index: int, language: str) -> bool:
    """Like "the mid-forty range", "l'entre-deux-guerres", not "twenty-five"."""
    tied = passage.glued(index - 1) and passage.glued(index)
    numerals = read_numerals(language)
    numbered = passage.lower(index - 2) in (*numerals.words, *numerals.scales, *numerals.joints)
    return passage.lower(index - 1) == "-" and tied and not numbered
