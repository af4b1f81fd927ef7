"""words -> attributions, in languages of whose verbs we know only a few."""

from collections.abc import Iterator

from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, split_words, word_set
from bot.analysis.figures.quantities.numerals import opening_words
from bot.analysis.figures.quantities.units import find_unit
from bot.analysis.figures.sources.attribution import Attribution, find_end_of_speech
from bot.analysis.figures.sources.reporters import read_reporter
from bot.analysis.lexicon import read_words

_QUOTES = (",", '"', "”", "“", "»", "–", "—")
"""What may stand before the verb of saying behind what was said."""

_MOST_VERBS = 4
"""Words of the verb between "según" and who said it: "ha podido confirmar"."""

_LONGEST = 8
"""Words that whoever reports may be named with."""


def find_plain_attributions(passage: Passage, tags: list[Tag], language: str) -> list[Attribution]:
    """Like ", sagte Ada Roe", "selon la police", "Behörden zufolge", "El banco anunció que ...".

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> from bot.analysis.figures.grammar.plain import tag_plainly
    >>> def names(text, language):
    ...     passage = read_passage(text)
    ...     tags = tag_plainly(passage.words, language)
    ...     return [one.name for one in find_plain_attributions(passage, tags, language)]
    >>> names("Es waren 9, sagte Ada Roe.", "de"), names("Es waren 9, so zitiert er sie.", "de")
    (['Ada Roe'], [])
    >>> names("Der Polizei zufolge kamen 9.", "de"), names("9 kamen, wie das Amt schrieb.", "de")
    (['Polizei'], ['Amt'])
    >>> names("Vinieron 9, según informó el martes la policía.", "es")
    ['policía']
    >>> names("La mairie a annoncé que 9 écoles ferment.", "fr"), names("Selon lui, 9 vont.", "fr")
    (['mairie'], [])
    """
    return [
        *_find_said(passage, tags, language),
        *_find_opened(passage, tags, language),
        *_find_closed(passage, tags, language),
    ]


def _find_said(passage: Passage, tags: list[Tag], language: str) -> Iterator[Attribution]:
    """Verbs of saying: who stands behind them, or before them where they open a clause."""
    verbs = word_set(language, "cues") | word_set(language, "figure_speech_verbs")
    helpers = word_set(language, "figure_verb_helpers")
    for place, word in enumerate(passage.words):
        if word.lower not in verbs:
            continue
        first = place
        while passage.lower(first - 1) in helpers:
            first -= 1  # "ont annoncé"
        clause = place + 1 + (passage.lower(place + 1) == ",")
        if passage.lower(first - 1) in _QUOTES:
            name = _read_sayer(passage, tags, place + 1, language)
            if name:
                yield Attribution(0, first, name)
        elif passage.lower(clause) in word_set(language, "complementizers"):
            subject = _find_before(passage, tags, first, language)
            if subject:
                yield Attribution(first, find_end_of_speech(passage, clause), subject)


def _read_sayer(passage: Passage, tags: list[Tag], index: int, language: str) -> str | None:
    """Who stands behind a verb of saying, when and to whom left out: "dijo ayer a Roe el juez"."""
    start = _past_days(passage, index, language)
    if passage.lower(start) in ("a", "al", "au", "aux", "à"):
        listener = read_reporter(passage, tags, start + 1, language)
        doing = passage.lower(start + 1).endswith(("ar", "er", "ir"))  # "al abrir la sesión"
        if listener is None or doing:
            return None
        start = listener[1]
    number = passage.lower(start) in opening_words(language) or tags[start : start + 1] == [
        Tag.NUMBER
    ]
    told = None if number else read_reporter(passage, tags, start, language)
    return told[0] if told else None


def _find_opened(passage: Passage, tags: list[Tag], language: str) -> Iterator[Attribution]:
    """What answers for its whole sentence: "laut Ada Roe", "según informó la policía"."""
    for opener in read_words(language, "figure_source_openers"):
        for place in _places(passage, opener):
            start = place + len(split_words(opener))
            start += passage.lower(start) in ("von", "vom")
            if language == "es":
                start = _past_saying(passage, tags, start)
            told = read_reporter(passage, tags, start, language)
            if told:
                yield Attribution(0, find_end_of_speech(passage, place), told[0])


def _find_closed(passage: Passage, tags: list[Tag], language: str) -> Iterator[Attribution]:
    """German "Behörden zufolge" and "wie das Amt am Montag mitteilte"."""
    if language != "de":
        return
    everything = len(passage.words)
    for place in range(1, everything):
        lower = passage.lower(place)
        if lower == "zufolge":
            name = _find_before(passage, tags, place, language)
            if name:
                yield Attribution(0, everything, name)
        elif lower == "wie" and (told := read_reporter(passage, tags, place + 1, language)):
            verbs = word_set(language, "figure_saying_after")
            near = range(told[1], min(told[1] + _MOST_VERBS, everything))
            if any(passage.lower(verb) in verbs for verb in near):
                yield Attribution(0, everything, told[0])


def _places(passage: Passage, phrase: str) -> Iterator[int]:
    """Where the words of a phrase stand, one behind the other."""
    parts = [word.lower for word in split_words(phrase)]
    for place, word in enumerate(passage.words):
        if word.lower == parts[0] and all(
            passage.lower(place + offset) == part for offset, part in enumerate(parts)
        ):
            yield place


def _past_days(passage: Passage, index: int, language: str) -> int:
    """The word behind the day on which something was said: "a annoncé mardi le maire"."""
    start = index
    while passage.lower(index) in word_set(language, "times") or (
        passage.lower(index) in ("este", "esta", "ce", "el")
        and passage.lower(index + 1) in word_set(language, "times")
    ):
        index += 1
    return index if index - start < _MOST_VERBS else start


def _past_saying(passage: Passage, tags: list[Tag], index: int) -> int:
    """The word behind the verb of "según ha informado este lunes la policía"; the end where
    somebody else stands there: "según contó a su vecino".
    """
    first = passage.words[index] if index < len(passage.words) else None
    if first is None or first.capital or first.lower.endswith("s"):
        return index  # "según fuentes médicas"
    if first.lower in word_set("es", "determiners"):
        return index
    last = index
    while last < len(tags) and last - index < _MOST_VERBS and not passage.words[last].capital:
        lower = passage.lower(last)
        if lower in ("a", "al", "de", "del", "en", "con"):
            return len(tags)
        plural = tags[last] is Tag.NOUN and lower.endswith("s")
        if plural and lower not in word_set("es", "times"):
            break
        if lower in word_set("es", "determiners") or tags[last] is Tag.MARK:
            break
        last += 1
    return _past_days(passage, last, "es")


def _find_before(passage: Passage, tags: list[Tag], end: int, language: str) -> str | None:
    """Who is named by the words that end before a word, from an article or the beginning on."""
    for start in range(max(0, end - _LONGEST), end):
        opened = start == 0 or tags[start - 1] is Tag.MARK
        if not opened and passage.lower(start) not in word_set(language, "determiners"):
            continue
        before = range(max(0, start - 1), end)
        if any(_is_counted(passage, tags, place, language) for place in before):
            return None  # "deux tiers des élus disent que": they are a figure themselves
        told = read_reporter(passage, tags[:end], start, language)
        if told and told[1] == end:
            return told[0]
    return None


def _is_counted(passage: Passage, tags: list[Tag], index: int, language: str) -> bool:
    """Whether a word ends a number: "%", "tiers", "Prozent"."""
    number = tags[index] is Tag.NUMBER or passage.lower(index) in opening_words(language)
    return number or find_unit(passage, index, language) is not None
