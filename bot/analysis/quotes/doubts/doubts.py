"""Weighs, from the start of an article on, how likely each speaker is the wrong one."""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.doubts.namings import Namings
from bot.analysis.quotes.doubts.signs import (
    Signs,
    last_word,
    signs_of_name,
    signs_of_naming,
    signs_of_others,
    signs_of_place,
    signs_of_speaker,
)
from bot.analysis.quotes.findings import Finding
from bot.analysis.speakers.people import Person
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.model import Span

MOST = {"de": 0.6, "en": 0.45, "es": 0.35, "fr": 0.3}
"""How likely wrong a speaker may be who is still named, by language.

Lower where that leaves out about as many wrong ones as right ones. Of 1,965 in articles that the
rules had not seen, cross-validated, 191 were above it: 110 wrong and 81 right. Of all 12.9 % were
wrong, of those who are left 8.1 %.
"""
MANY = 5
"""So many others are counted and no more."""


class Reading(NamedTuple):
    """Who seems to say a quotation, and the signs, before they are weighed."""

    span: Span
    speaker: str
    signs: Signs


@dataclass(slots=True)
class Doubts:
    """Weighs the speakers of one article, in order.

    ``readings`` are all that were weighed, for whoever fits the weights.
    """

    around: Around
    text: str
    readings: list[Reading] = field(default_factory=list)
    namings: Namings = field(init=False)
    _place: int = -1  # the last passage in which somebody was quoted
    _before: tuple[str, float] = ("", 0.0)  # who that was, and how likely wrong

    def __post_init__(self) -> None:
        self.namings = Namings(self.around.passages)

    def settle(self, speaker: Speaker, finding: Finding, number: int) -> Speaker | None:
        """The speaker of what passage ``number`` quotes; None if likelier wrong than MOST."""
        signs = self.signs(speaker, finding, number)
        self.readings.append(Reading(finding.span, speaker.name, signs))
        likely = how_likely_wrong(signs, read_weights())
        self._place, self._before = number, (speaker.name, likely)
        return speaker if likely <= MOST[self.around.grammar.language] else None

    def signs(self, speaker: Speaker, finding: Finding, number: int) -> Signs:
        """All that speaks for the speaker or against; what is not so is left out."""
        around, tokens = self.around, self.around.passages[number].tokens
        grammar = around.grammar
        seen = [
            f"in {grammar.language}",
            *signs_of_place(self.text, finding.span),
            *signs_of_naming(finding),
            *signs_of_speaker(speaker, finding, tokens, grammar),
        ]
        signs: Signs = dict.fromkeys(seen, 1.0)
        signs |= signs_of_name(speaker, finding.span, number, self.namings, grammar)
        signs |= signs_of_others(speaker, tokens, around.people)
        if speaker.name == self._before[0]:
            signs["speaks on"] = 1.0
            if "by name" not in signs:
                signs["doubt before"] = self._before[1]
        naming = self.namings.before(last_word(speaker), finding.span)
        named = naming.passage if naming else -1
        signs["others named since"] = self._others_since(named, speaker) / MANY
        mention = finding.mention
        if mention is None or mention.kind is MentionKind.PRONOUN:
            place, passages = self._place, around.passages
            between = passages[number].paragraph - passages[place].paragraph if place >= 0 else 0
            signs["paragraphs later"] = float(between > 1)
            signs["others since"] = self._others_since(place + 1, speaker) / MANY
        return {name: value for name, value in signs.items() if value}

    def _others_since(self, place: int, speaker: Speaker) -> int:
        """How many others have come up from passage ``place`` on, MANY at most."""
        others: set[Person] = set()
        for notice in reversed(self.around.resolver.memory.notices):
            if notice.place < place or len(others) == MANY:
                break
            if notice.person.sure and notice.person is not speaker.person:
                others.add(notice.person)
        return len(others)


def how_likely_wrong(signs: Signs, weights: Signs) -> float:
    """The share of speakers with these signs who are wrong, as logistic regression estimates it.

    >>> weights = {"always": -2.0, "not named": 3.0}
    >>> [round(how_likely_wrong(signs, weights), 2) for signs in ({}, {"not named": 1.0})]
    [0.12, 0.73]
    """
    total = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + exp(-total - weights["always"]))


@cache
def read_weights() -> Signs:
    """The weight of each sign, from ``weights.json``.

    >>> read_weights()["others in the passage"] > 0 > read_weights()["gender known"]
    True
    """
    kept: Signs = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return kept
