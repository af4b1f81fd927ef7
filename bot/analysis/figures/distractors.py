"""words -> the numbers among them that are no figures: dates, times, names, labels, scores."""

import re
from collections.abc import Callable
from functools import cache

from bot.analysis.figures.grammar import Tag
from bot.analysis.figures.units import find_currency_after, find_currency_before, find_unit
from bot.analysis.figures.words import Passage, word_set
from bot.analysis.lexicon import read_words

Way = Callable[[Passage, list[Tag], int, str], tuple[int, Tag] | None]
"""A way to see that the number at a word is none: where that ends, and what it is instead."""

_YEAR_OPENERS = "figure_year_openers"
_DASHES = ("-", "–", "‑", "−")
_ORDINALS = ("st", "nd", "rd", "th", "s", "er", "ers", "e", "ème", "º", "ª")


def mask_distractors(passage: Passage, tags: list[Tag], language: str) -> set[int]:
    """The places of words that belong to no figure; ``tags`` is told what they are instead.

    >>> from bot.analysis.figures.grammar import tag_words
    >>> from bot.analysis.figures.words import split_words
    >>> def left(text):
    ...     passage = Passage(text, split_words(text))
    ...     masked = mask_distractors(passage, tag_words(passage.words), "en")
    ...     return [w.text for i, w in enumerate(passage.words) if w.is_digits and i not in masked]
    >>> left("On May 15, 2019 at 9:30 p.m. the 737 Max and 12 jets of Boeing 777 type left")
    ['12']
    >>> left("Section 427 had 52 fans for the 4-1 win, the 10th since 2007; G7 sent 3")
    ['52', '3']
    """
    masked: set[int] = set()
    index = 0
    while index < len(passage.words):
        found = _find(passage, tags, index, language)
        if not found:
            index += 1
            continue
        last, tag = found
        last = min(last, len(tags))
        masked.update(range(index, last))
        tags[index:last] = [tag] * (last - index)
        index = max(last, index + 1)
    return masked


def _find(passage: Passage, tags: list[Tag], index: int, language: str) -> tuple[int, Tag] | None:
    word = passage.words[index]
    if not word.is_digits and not (word.capital or word.lower in _labelling(language)):
        return None
    ways = _DIGIT_WAYS if word.is_digits else _WORD_WAYS
    return next((found for way in ways if (found := way(passage, tags, index, language))), None)


@cache
def _labelling(language: str) -> frozenset[str]:
    """The words that may open a date or a name without a digit of their own."""
    return word_set(language, "figure_months") | _small_words() | {"number", "top"}


def _month(passage: Passage, index: int, language: str) -> bool:
    known = passage.lower(index) in word_set(language, "figure_months")
    return known and (passage.words[index].capital or language in ("fr", "es"))


def _is_day(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d|21[0-4]\d", text))


def _clock(passage: Passage, tags: list[Tag], index: int, language: str) -> tuple[int, Tag] | None:
    """ "9:30 p.m.", "6am", "17.45 Uhr", "14h30"."""
    last = index + 1
    while passage.lower(last) in (":", "h") and passage.glued(last) and passage.glued(last + 1):
        if not passage.words[last + 1].is_digits:
            break
        last += 2
    marked = passage.lower(last) in word_set("any", "figure_clock")
    if language == "fr" and passage.lower(last) == "h" and passage.glued(last):
        marked = True
    return (last + marked, Tag.TIME) if marked or last > index + 1 else None


def _day_and_month(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "15 May 2019", "1er mai", "3. Oktober", "5 de mayo de 2020"."""
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


def _month_and_day(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "May 15, 2019", "Nov. 5", "March 2020"."""
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
    if passage.lower(end) in _DASHES and end + 1 < len(passage.words):
        end += 2 * _is_day(passage.words[end + 1].text)
    if passage.lower(end) in _ORDINALS and passage.glued(end):
        end += 1
    return _with_year(passage, end), Tag.TIME


def _ordinal(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "the 10th", "the 1980s", "20s"."""
    behind = passage.lower(index + 1)
    if not passage.glued(index + 1) or behind not in _ORDINALS:
        return None
    decade = behind == "s"
    if decade and not re.fullmatch(r"(?:\d\d)?\d0", passage.words[index].text):
        return None
    if behind in ("e", "er", "ers", "ème") and language != "fr":
        return None
    return index + 2, Tag.TIME if decade else Tag.ADJECTIVE


def _numeric_date(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "12/05/2019", "2019-01-02", "12.05.2019", "9/11", "24/7", "2018/19"."""
    text = passage.words[index].text
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.(?:\d\d)?\d\d", text):
        return index + 1, Tag.TIME
    last = index + 1
    parts = [text]
    while (
        passage.lower(last) in ("/", *_DASHES) and passage.glued(last) and passage.glued(last + 1)
    ):
        if not passage.words[last + 1].is_digits or len(parts) > 4:
            break
        parts.append(passage.words[last + 1].text)
        last += 2
    sign = passage.lower(index + 1)
    if len(parts) >= 3 and all(part.isdecimal() for part in parts):
        return last, Tag.TIME  # a date, or a telephone number
    if len(parts) == 2 and _is_year(text) and (_is_year(parts[1]) or len(parts[1]) == 2):
        return last, Tag.TIME
    if len(parts) == 2 and sign == "/" and parts[1] not in ("2", "3", "4", "5", "8"):
        return last, Tag.NAME
    return None


def _telephone(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "0800 123 456", "555-0143", "+44 20 7946 0958": groups of digits, one led by a nought."""
    if language != "en" and index and passage.words[index - 1].is_digits:
        return None  # "45 000"
    groups = [passage.words[index].text]
    last = index + 1
    while last < len(passage.words) and len(groups) < 6:
        dash = passage.lower(last) in _DASHES and passage.glued(last)
        if last + dash >= len(passage.words) or not passage.words[last + dash].text.isdecimal():
            break
        groups.append(passage.words[last + dash].text)
        last += 1 + dash
    international = passage.lower(index - 1) == "+" and passage.glued(index) and len(groups) > 2
    thousands = not groups[0].startswith("0") and all(len(group) == 3 for group in groups[1:])
    led = any(len(group) > 1 and group.startswith("0") and group.isdecimal() for group in groups)
    led = led and not (thousands and language != "en")
    return (last, Tag.NAME) if international or led else None


def _year(passage: Passage, tags: list[Tag], index: int, language: str) -> tuple[int, Tag] | None:
    """ "in 2019", "the 2018 budget"; not "2000 people" and "1500 km"."""
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
    if passage.lower(index + 1) in ("to", *_DASHES) and not _is_year(passage.lower(index + 2)):
        return None
    return index + 1, Tag.TIME


def _counts_like_year(passage: Passage, tags: list[Tag], index: int, opened: bool) -> bool:
    """Whether four digits count things: "2000 people", "hit 1950 homes"; not "the 2019 polls"."""
    if index + 1 >= len(tags) or tags[index + 1] not in (Tag.NOUN, Tag.ADJECTIVE):
        return False
    if not _is_plural(passage, tags, index + 1):
        return False
    people = passage.lower(index + 1).removesuffix("s") in word_set("en", "figure_person_nouns")
    if opened:
        return people
    verb = index > 0 and tags[index - 1] is Tag.VERB
    rounded = passage.words[index].text.endswith("00")
    counted = index > 0 and passage.lower(index - 1) in ("about", "than", "over", "some", "nearly")
    return people or verb or rounded or counted


def _is_plural(passage: Passage, tags: list[Tag], index: int) -> bool:
    """Whether the noun phrase that begins here ends like a plural."""
    last = index
    while last < len(tags) and tags[last] in (Tag.NOUN, Tag.ADJECTIVE) and last - index < 4:
        last += 1
    noun = passage.lower(last - 1)
    return noun.endswith("s") or noun in ("people", "men", "women", "children", "police")


def _score(passage: Passage, tags: list[Tag], index: int, language: str) -> tuple[int, Tag] | None:
    """ "4-1", "6-4", "a 20-17 win"; not "15-22 mph" or "20-30 people"."""
    words = passage.words
    if passage.lower(index + 1) not in _DASHES or not passage.glued(index + 1):
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
    if passage.glued(index + 3) and follows.isalpha():
        return None
    if follows in ("million", "billion", "thousand", "trillion", "lakh", "crore"):
        return None
    if index and tags[index - 1] is Tag.NAME and index > 1:
        return index + 3, Tag.ADJECTIVE
    result = follows in word_set("en", "figure_results")
    counted = index + 3 < len(tags) and tags[index + 3] in (Tag.NOUN, Tag.ADJECTIVE)
    if counted and not result and _is_plural(passage, tags, index + 3):
        return None
    return index + 3, Tag.ADJECTIVE


def _glued_name(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "G7", "COVID-19", "T3", "F-16", "777x", "5G"."""
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
        or behind.startswith(("½", "¼", "¾", "⅓", "⅔"))
    )
    if known:
        return None
    while passage.glued(last) and passage.words[last].text[0].isalnum():
        last += 1
    return last, Tag.NAME


def _goes_on(passage: Passage, index: int) -> bool:
    """Whether a name of letters and digits goes on: "A350-900"."""
    if passage.words[index].text[0].isalnum():
        return True
    digits = index + 1 < len(passage.words) and passage.words[index + 1].is_digits
    return passage.lower(index) in _DASHES and digits and passage.glued(index + 1)


@cache
def _scale_signs() -> frozenset[str]:
    signs = frozenset(line.split()[0] for line in read_words("any", "figure_scale_signs"))
    return signs | {"fold", "million", "billion", "trillion", "lakh", "crore"}


def _follows_letters(passage: Passage, index: int) -> bool:
    """Whether letters run into the number: "A2", "TA-35"; not "USD10m", "mid-20", "minus-3"."""
    before = index - 1
    if not passage.glued(index):
        return False
    if passage.lower(before) in _DASHES and passage.glued(before):
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


def _labelled(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "Section 427", "stage 3", "No. 1", "# 4", "Model 3", "S&P 500"."""
    before = index - 1
    text = passage.words[index].text
    if before < 0 or not text.isdecimal() or len(text) > 5:
        return None
    if find_currency_before(passage, before) or find_currency_before(passage, before - 1):
        return None
    if passage.lower(before) == "#" or passage.lower(before) == "№":
        return index + 1, Tag.NAME
    if passage.lower(before) == "." and passage.lower(before - 1) in ("no", "nos", "nr", "art"):
        return index + 1, Tag.NAME
    if _measured(passage, index, language):
        return None
    if passage.lower(before) in word_set("en", "figure_labels"):
        return index + 1, Tag.NAME
    named = tags[before] is Tag.NAME and before > 0
    counted = index + 1 < len(tags) and tags[index + 1] in (Tag.NOUN, Tag.ADJECTIVE)
    plural = counted and _is_plural(passage, tags, index + 1)
    aged = passage.lower(index + 1) == ","
    if not named or plural or aged:
        return None
    last = index + 1
    while passage.lower(last) in _DASHES and passage.glued(last) and passage.glued(last + 1):
        last += 2  # "ISO 3888-2"
    return last, Tag.NAME


def _measured(passage: Passage, index: int, language: str) -> bool:
    behind = index + 1 + (passage.lower(index + 1) == "-")
    scales = ("million", "billion", "trillion", "thousand", "hundred", "dozen", "lakh", "crore")
    return bool(
        find_unit(passage, behind, language)
        or find_currency_after(passage, behind, language)
        or passage.lower(behind) in scales
    )


def _numbered_name(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "737 Max", "60 Minutes", "1119 Eighth St."; not "150 Indians" or "9 US companies"."""
    text = passage.words[index].text
    last = index + 1
    if text == "911" and not _measured(passage, index, language):
        return last, Tag.NAME
    if _is_model(passage, tags, index, language):
        return last, Tag.NAME
    if not text.isdecimal() or last >= len(tags) or tags[last] is not Tag.NAME or language == "de":
        return None
    if find_currency_after(passage, last, language) or find_unit(passage, last, language):
        return None
    while last < len(tags) and last - index < 5:
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
    if follows and _is_plural(passage, tags, last) and not _model_number(text):
        return None
    return index + 1, Tag.NAME


def _ties(passage: Passage, index: int) -> bool:
    """Whether a word or hyphen is part of the name before it: "A350-900"."""
    dash = passage.lower(index) in _DASHES and passage.glued(index + 1)
    return passage.glued(index) and (dash or passage.words[index].text[0].isalnum())


def _is_model(passage: Passage, tags: list[Tag], index: int, language: str) -> bool:
    """ "the 777 programme", not "the 750 metre race" or "the 737 voters"."""
    described = index + 1 < len(tags) and tags[index + 1] is Tag.NOUN
    if not described or index == 0 or tags[index - 1] is not Tag.DETERMINER:
        return False
    measured = _measured(passage, index, language)
    model = _model_number(passage.words[index].text)
    return model and not measured and not _is_plural(passage, tags, index + 1)


def _model_number(text: str) -> bool:
    """Numbers of machines, as makers give them: 737, 380, 911."""
    return len(text) == 3 and text[0] in "379" and text[2] in "7801"


def _listed(passage: Passage, tags: list[Tag], index: int, language: str) -> tuple[int, Tag] | None:
    """ "1. Wash", "(2)", "[3]", "2 min read"."""
    if index == 0 and passage.lower(1) in (".", ")") and len(passage.words) > 2:
        return 1, Tag.MARK
    bracketed = passage.lower(index - 1) in ("(", "[") and passage.lower(index + 1) in (")", "]")
    if bracketed and len(passage.words[index].text) <= 2:
        return index + 1, Tag.MARK
    unit = find_unit(passage, index + 1 + (passage.lower(index + 1) == "-"), language)
    if unit and unit.name == "minute" and passage.lower(unit.last) in ("read", "watch", "listen"):
        return unit.last + 1, Tag.MARK
    return None


def _spelled_name(
    passage: Passage, tags: list[Tag], index: int, language: str
) -> tuple[int, Tag] | None:
    """ "number one", "top five": number words behind a label."""
    if passage.lower(index) in ("number", "top") and passage.lower(index + 1) in _small_words():
        return index + 2, Tag.ADJECTIVE
    if passage.lower(index) not in _small_words() or index == 0:
        return None
    if passage.words[index].capital and tags[index - 1] is Tag.NAME:
        return index + 1, Tag.NAME
    behind = passage.lower(index + 1) == "-" and passage.glued(index + 1)
    if behind and passage.glued(index + 2) and passage.words[index + 2].is_letters:
        joined = passage.lower(index + 2)
        counted = _measured(passage, index, language) or joined in (*_small_words(), "fold")
        part = joined in _part_words() or joined == "to"
        if not counted and not part:
            return index + 1, Tag.ADJECTIVE  # "a six-speed box"
    compound = passage.lower(index - 1) == "-" and passage.glued(index - 1) and passage.glued(index)
    spelled = compound and passage.lower(index - 2) not in _small_words()
    return (index + 1, Tag.ADJECTIVE) if spelled else None


@cache
def _part_words() -> frozenset[str]:
    lines = read_words("en", "figure_fractions")
    return frozenset(line.split()[0] for line in lines)


@cache
def _small_words() -> frozenset[str]:
    lines = read_words("en", "figure_number_words")
    return frozenset(line.split()[0] for line in lines)


_DIGIT_WAYS: tuple[Way, ...] = (
    _listed,
    _clock,
    _day_and_month,
    _ordinal,
    _numeric_date,
    _telephone,
    _glued_name,
    _score,
    _year,
    _labelled,
    _numbered_name,
)
_WORD_WAYS: tuple[Way, ...] = (_month_and_day, _spelled_name)
