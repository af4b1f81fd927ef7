"""a quotation and who seems to say it -> the signs that tell whether somebody else may."""

import re
from collections.abc import Iterator, Sequence
from math import log1p

from bot.analysis.quotes.doubts.namings import Namings, distance
from bot.analysis.quotes.findings import Finding
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import People
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.tokens import Token
from bot.model import Span

Signs = dict[str, float]
"""What is seen, each by its name: 1 where it is so, for a number its share of the most."""

WORD = re.compile(r"\w+")
MARKS = " \u00a0\u202f\"“«„»‘'"
BESIDE = 4
"""So many letters before a stretch hold its mark and what stands before that."""
FAR = 3000
"""Farther than so many letters a name is not looked for."""
OTHERS = 3
"""The most that count of those who could speak."""


def signs_of_place(text: str, span: Span) -> Iterator[str]:
    """What stands right before the quoted words.

    >>> text = "He was “very sad” and said: “It is over.”"
    >>> list(signs_of_place(text, Span(8, 16))), list(signs_of_place(text, Span(29, 40)))
    (['a word before'], ['a colon before'])
    """
    before = text[max(0, span.start - BESIDE) : span.start].rstrip(MARKS)
    if before.endswith(":"):
        yield "a colon before"
    elif before[-1:].isalpha():
        yield "a word before"


def signs_of_naming(finding: Finding) -> Iterator[str]:
    """How the text tells who speaks."""
    if finding.attribution is None:
        yield "not named"
        return
    mention, cue = finding.attribution[:2]
    if mention and mention.kind is not MentionKind.PHRASE:
        yield "by name" if mention.kind is MentionKind.NAME else "by pronoun"
    if mention and cue in (mention.start - 1, mention.end):
        yield "beside the verb"


def signs_of_speaker(
    speaker: Speaker, finding: Finding, tokens: Sequence[Token], grammar: Grammar
) -> Iterator[str]:
    """What is known of the speaker: a person without gender or role, the mayor without a name."""
    mention = finding.mention
    if person := speaker.person:
        if person.gender:
            yield "gender known"
        if person.role:
            yield "role known"
        return
    if mention is None:
        yield "nameless goes on"
        return
    if mention.kind is MentionKind.NAME:
        return
    first = tokens[mention.start].lower
    if speaker.is_one_human(grammar) and first in grammar.definites:
        yield "nameless human known before"
    elif first in grammar.indefinites:
        yield "nameless and new"


def signs_of_name(
    speaker: Speaker, span: Span, number: int, namings: Namings, grammar: Grammar
) -> Iterator[tuple[str, float]]:
    """Where the text names the speaker, and as what: far away, behind a preposition."""
    if speaker.name.islower():
        yield "in small letters", 1.0
    elif speaker.name.isupper():
        yield "in capitals", 1.0
    naming = namings.nearest(last_word(speaker), span)
    away = distance(naming, span) if naming else FAR
    yield "named far away", log1p(min(away, FAR)) / log1p(FAR)
    if naming is None:
        return
    passages = namings.passages
    if passages[naming.passage].paragraph == passages[number].paragraph:
        yield "named in the paragraph", 1.0
    if speaker.person and _is_led(passages[naming.passage].tokens, naming.token, grammar):
        yield "led by a preposition", 1.0


def last_word(speaker: Speaker) -> str:
    """The last word of a speaker's name, in small letters."""
    return speaker.name.split()[-1].lower()


def _is_led(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a name stands behind a preposition: with | Jane Roe."""
    while index and tokens[index - 1].capital:
        index -= 1
    before = tokens[index - 1].lower if index else ""
    return before in grammar.prepositions or before in grammar.articles


def signs_of_others(
    speaker: Speaker, tokens: Sequence[Token], people: People
) -> Iterator[tuple[str, float]]:
    """Who else could speak, by name."""
    sure = [person for person in people.persons if person.sure]
    if len(sure) <= 1:
        yield "alone in the story", 1.0
    words = {token.lower for token in tokens if token.capital and token.word}
    words -= set(WORD.findall(speaker.name.lower()))
    others = (one for one in sure if one is not speaker.person) if words else ()
    here = sum(one.surname.lower() in words for one in others)
    yield "others in the passage", min(here, OTHERS) / OTHERS
