"""a quotation and who seems to say it -> the signs that tell whether somebody else may."""

import re
from collections.abc import Iterator, Sequence

from bot.analysis.quotes.findings import Finding
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import People, Person
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.tokens import NO_QUOTE, Token

Signs = dict[str, float]
"""What is seen, each by its name: 1 where it is so, for a number its share of the most."""

WORD = re.compile(r"\w+")
FRAGMENT = 2
"""So many words are no more than a fragment."""
BARE = 2
"""So many words may stand beside a quotation that is all its sentence."""
FAR = 15
OTHERS = 3
"""The most that count, of tokens and of people."""


def signs_of_words(finding: Finding, tokens: Sequence[Token], said: str) -> Iterator[str]:
    """What the quoted words tell: a few of them are easily somebody else's."""
    words = len(WORD.findall(said))
    if words <= FRAGMENT:
        yield "fragment"
    if said[:1].islower():
        yield "begins small"
    if sum(token.quote == NO_QUOTE and bool(token.word) for token in tokens) <= BARE:
        yield "alone in its sentence"


def signs_of_naming(finding: Finding) -> Iterator[str]:
    """How the text tells who speaks."""
    mention = finding.mention
    if finding.attribution is None:
        yield "not named"
    elif mention and mention.kind is not MentionKind.PHRASE:
        yield "by name" if mention.kind is MentionKind.NAME else "by pronoun"


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
        if not person.sure:
            yield "perhaps no person"
        return
    if speaker.is_body(grammar):
        yield "named body"
    if mention is None:
        yield "nameless goes on"
        return
    if mention.kind is MentionKind.NAME:
        return
    if speaker.is_one_human(grammar) and tokens[mention.start].lower in grammar.definites:
        yield "nameless human known before"
    if speaker.name not in " ".join(token.text for token in tokens[mention.start : mention.end]):
        yield "nameless by other words"


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


def sign_of_distance(finding: Finding) -> float:
    """How far the words that name the speaker stand from the quotation, at most 1."""
    mention = finding.mention
    if mention is None:
        return 0.0
    between = max(mention.start - finding.place, finding.place - mention.end)
    return min(between, FAR) / FAR


def sign_of_newcomers(speaker: Speaker, newcomers: set[Person]) -> float:
    """How many others came up since somebody was quoted, as a share of the most that count."""
    return min(len(newcomers - {speaker.person}), OTHERS) / OTHERS
