"""A sentence -> what the summary's methods see of it."""

import re
from typing import NamedTuple

from bot.analysis.summary.leaning import (
    dangles_first,
    goes_on,
    has_voice,
    leans_back,
    speaks_as_we,
)
from bot.analysis.summary.persons import quotes_on_another
from bot.analysis.summary.quotations import Bond, find_own_words
from bot.analysis.summary.speaking import wants_person
from bot.analysis.summary.words import LONGEST, read_stems, split_words
from bot.model import Span

NUMBER = re.compile(r"\d")
QUOTATION = 0.3  # share of quoted characters from which a sentence is a quotation
TELLING = 3  # words that tell something, without which a quotation is no news


class Line(NamedTuple):
    """One sentence that may stand in a summary.

    ``place`` is its number among all sentences of the text. ``keys`` are the stems of its words,
    None for stop words; ``stems`` has no None; ``names`` are those with a capital, ``figures`` its
    numbers.
    """

    place: int
    span: Span
    text: str
    size: int  # words, by spaces
    words: tuple[str, ...]  # as written
    keys: tuple[str | None, ...]
    stems: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]
    bond: Bond
    leans: bool  # on the sentence before
    wants: bool  # one person there, or before it
    goes_on: bool  # adds to something told before, so that it opens no summary
    speaks: bool  # as I or we, outside quotation marks
    voice: bool  # has words outside quotation marks
    quoted: float  # share of its characters inside quotation marks
    trivial: bool  # a quotation of few words, and hardly more


def read_line(
    place: int, span: Span, sentence: str, bond: Bond, language: str | None, *, first: bool = False
) -> Line:
    """See one sentence of a text. ``first``: none that may stand in a summary comes before.

    >>> line = read_line(0, Span(0, 29), "The pier earned 900 crowns, 5%.", Bond(), "en")
    >>> line.stems, sorted(line.figures)
    (('pier', 'earned', '900', 'crowns', '5'), ['5', '900'])
    """
    words = split_words(sentence)[:LONGEST]
    own = find_own_words(sentence, bond, language)
    keys = tuple(map(read_stems(language).__getitem__, words))
    stems = tuple(filter(None, keys))
    quoted = 1 - len(own) / max(1, len(sentence))
    capitals = [key for key, word in zip(keys, words, strict=True) if key and word[0].isupper()]
    leans = leans_back(sentence, own, language) and (not first or dangles_first(sentence, language))
    seeks = own != sentence and quotes_on_another(sentence, own, language or "en")
    return Line(
        place=place,
        span=span,
        text=sentence,
        size=max(len(sentence.split()), len(words) // 2),
        words=words,
        keys=keys,
        stems=stems,
        names=frozenset(capitals),
        figures=frozenset([w for w in words if not w.isalpha() and NUMBER.search(w)]),
        bond=bond,
        leans=leans or seeks,
        wants=seeks or (leans and wants_person(own, language)),
        goes_on=goes_on(own, language, first=first),
        speaks=speaks_as_we(own, language),
        voice=has_voice(own),
        quoted=quoted,
        trivial=quoted > QUOTATION
        and not (bond.before or bond.after)
        and len(stems) - len(split_stems(own, language)) < TELLING,
    )


def split_stems(text: str, language: str | None) -> tuple[str, ...]:
    """The stems of a text's words, stop words left out.

    >>> split_stems("The piers of Halden", "en")
    ('piers', 'halden')
    """
    return tuple(filter(None, map(read_stems(language).__getitem__, split_words(text))))
