"""words -> names that have a number, and labels."""

from functools import cache

from bot.analysis.figures.distractors.neighbours import (
    DASHES,
    Distractor,
    is_measured,
    is_plural,
    label_words,
)
from bot.analysis.figures.grammar.tags import NOMINAL, Tag
from bot.analysis.figures.grammar.words import Passage, word_set
from bot.analysis.figures.quantities.numerals import read_numerals
from bot.analysis.figures.quantities.units import (
    find_currency_after,
    find_currency_before,
    find_unit,
)
from bot.analysis.lexicon import read_words

_LONGEST = 9
"""Words that a name may have behind its number."""


def find_glued_name(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "G7", "COVID-19", "T3", "F-16", "777x", "5G".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_glued_name(passage, tag_words(passage.words), index, "en")
    >>> found("G7", 1)
    (2, <Tag.NAME: 'name'>)
    >>> found("777x", 0)
    (2, <Tag.NAME: 'name'>)
    >>> found("5kg", 0) is None
    True
    """
    last = index + 1
    if _follows_letters(passage, index):
        while passage.glued(last) and _goes_on(passage, last):
            last += 1
        return last, Tag.NAME
    if not passage.glued(last) or not passage.words[last].is_letters:
        return None
    behind = passage.words[last].text
    known = (
        find_unit(passage, last, language)
        or find_currency_after(passage, last, language)
        or behind.lower() in _scale_signs()
        or behind.lower() in read_numerals(language).scales
        or behind.startswith(("½", "¼", "¾", "⅓", "⅔"))
    )
    if known:
        return None
    while passage.glued(last) and passage.words[last].text[0].isalnum():
        last += 1
    return last, Tag.NAME


def _goes_on(passage: Passage, index: int) -> bool:
    """Whether a name of letters and digits goes on: "A320-200"."""
    if passage.words[index].text[0].isalnum():
        return True
    digits = index + 1 < len(passage.words) and passage.words[index + 1].is_digits
    return passage.lower(index) in DASHES and digits and passage.glued(index + 1)


@cache
def _scale_signs() -> frozenset[str]:
    signs = frozenset(line.split()[0] for line in read_words("any", "figure_scale_signs"))
    return signs | {"fold", "million", "billion", "trillion", "lakh", "crore"}


def _follows_letters(passage: Passage, index: int) -> bool:
    """Whether letters run into the number: "A2", "TA-35"; not "USD10m", "mid-20", "minus-3"."""
    before = index - 1
    if not passage.glued(index):
        return False
    if passage.lower(before) in DASHES and passage.glued(before):
        before -= 1
        if before < 0 or passage.lower(before) in ("minus", "sub", "plus", "to", "per"):
            return False
        unit = before > 0 and find_unit(passage, before, "en")
        if unit and passage.words[before - 1].is_digits:
            return False
    if before < 0 or not passage.words[before].is_letters or passage.lower(before).endswith("."):
        return False
    money = find_currency_before(passage, before) or find_currency_before(passage, before - 1)
    return not (money and money.last == index)


def find_labelled(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "Section 316", "stage 3", "No. 1", "# 4", "Model 3", "S&P 500".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_labelled(passage, tag_words(passage.words), index, "en")
    >>> found("in Section 316 now", 2)
    (3, <Tag.NAME: 'name'>)
    >>> found("on Monday 316 people", 2) is None
    True
    >>> text = "Es starben in Korvia 316 Menschen"
    >>> find_labelled(read_passage(text), [Tag.NAME] * 6, 4, "de") is None
    True
    """
    before = index - 1
    text = passage.words[index].text
    if before < 0 or not text.isdecimal() or len(text) > 5:
        return None
    if find_currency_before(passage, before) or find_currency_before(passage, before - 1):
        return None
    if passage.lower(before) == "#" or passage.lower(before) == "№":
        return index + 1, Tag.NAME
    if passage.lower(before) in ("°", "º") and passage.lower(before - 1) == "n":
        return index + 1, Tag.NAME
    if passage.lower(before) == "." and passage.lower(before - 1) in ("no", "nos", "nr", "art"):
        return index + 1, Tag.NAME
    if is_measured(passage, index, language):
        return None
    label = passage.lower(_past_labels(passage, tags, before)) in label_words(language)
    if label and not (language != "en" and tags[index + 1 : index + 2] == [Tag.NOUN]):
        return index + 1, Tag.NAME
    named = tags[before] is Tag.NAME and before > 0
    if language == "en":
        counted = index + 1 < len(tags) and tags[index + 1] in (Tag.NOUN, Tag.ADJECTIVE)
        plural = counted and is_plural(passage, tags, index + 1)
    else:  # "Es starben in Korvia 12 Menschen"
        plural = _is_counted(passage, tags, index + 1, language)
        parted = passage.lower(index + 1) in ("de", "sur", "von") and index + 2 < len(tags)
        plural = plural or (parted and passage.words[index + 2].is_digits)  # "Im Korb 8 von 60"
    aged = passage.lower(index + 1) == ","
    if not named or plural or aged:
        return None
    last = index + 1
    while passage.lower(last) in DASHES and passage.glued(last) and passage.glued(last + 1):
        last += 2  # "ISO 1234-5"
    return last, Tag.NAME


def _is_counted(passage: Passage, tags: list[Tag], index: int, language: str) -> bool:
    """Whether a noun begins at a word, in languages whose verbs we do not know.

    In German it has a capital: "Hannover 96 gewann" counts nothing.
    """
    last = index
    while last < len(tags) and tags[last] in NOMINAL and last - index < 4:
        event = passage.lower(last) in word_set(language, "figure_event_verbs")
        if language != "de" or passage.words[last].capital or event:
            return True
        last += 1
    return False


def _past_labels(passage: Passage, tags: list[Tag], index: int) -> int:
    """The word before the numbers that share one label: "batches 8812, 8813 and"."""
    joints = (",", "and", "or", "to", *DASHES)
    while passage.lower(index) in joints and index and passage.words[index - 1].is_digits:
        if tags[index - 1] is not Tag.NAME:
            break
        index -= 2
    return index


def find_numbered_name(passage: Passage, tags: list[Tag], index: int, language: str) -> Distractor:
    """Like "737 Max", "60 Minutes", "42 Elm St."; not "150 Indians" or "9 US companies".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.tagging import tag_words
    >>> def found(text, index):
    ...     passage = read_passage(text)
    ...     return find_numbered_name(passage, tag_words(passage.words), index, "en")
    >>> found("the 737 Max", 1)
    (2, <Tag.NAME: 'name'>)
    >>> found("over 150 Danes", 1) is None
    True
    """
    text = passage.words[index].text
    last = index + 1
    if text == "911" and not is_measured(passage, index, language):
        return last, Tag.NAME
    if _is_model(passage, tags, index, language):
        return last, Tag.NAME
    if passage.lower(last + (passage.lower(last) == ",")) in word_set(language, "figure_addresses"):
        return last, Tag.NAME  # "14 rue du Port"
    if not text.isdecimal() or last >= len(tags) or tags[last] is not Tag.NAME or language == "de":
        return None
    if find_currency_after(passage, last, language) or find_unit(passage, last, language):
        return None
    while last < len(tags) and last - index < _LONGEST:
        initial = passage.lower(last) == "." and len(passage.lower(last - 1)) == 1
        joined = passage.lower(last) == "and" or initial or _ties(passage, last)
        if tags[last] is not Tag.NAME and not joined:
            break
        if passage.lower(last) in word_set("en", "figure_streets"):
            return last + 1, Tag.NAME
        last += 1
    if len(text) > 3:
        return None
    if passage.lower(last - 1).endswith("s") and not passage.lower(last - 1).endswith("'s"):
        return None
    follows = last < len(tags) and tags[last] in (Tag.NOUN, Tag.ADJECTIVE)
    if follows and is_plural(passage, tags, last) and not _model_number(text):
        return None
    return index + 1, Tag.NAME


def _ties(passage: Passage, index: int) -> bool:
    """Whether a word or hyphen is part of the name before it: "A320-200"."""
    dash = passage.lower(index) in DASHES and passage.glued(index + 1)
    return passage.glued(index) and (dash or passage.words[index].text[0].isalnum())


def _is_model(passage: Passage, tags: list[Tag], index: int, language: str) -> bool:
    """Like "the 777 programme", not "the 350 metre race" or "the 737 voters"."""
    described = index + 1 < len(tags) and tags[index + 1] is Tag.NOUN
    if not described or index == 0 or tags[index - 1] is not Tag.DETERMINER:
        return False
    measured = is_measured(passage, index, language)
    model = _model_number(passage.words[index].text)
    return model and not measured and not is_plural(passage, tags, index + 1)


def _model_number(text: str) -> bool:
    """Numbers of machines, as makers give them: 737, 380, 911."""
    return len(text) == 3 and text[0] in "379" and text[2] in "7801"
