"""Weighs, from the start of an article on, how likely each speaker is the wrong one."""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.doubts.signs import (
    Signs,
    sign_of_distance,
    sign_of_newcomers,
    signs_of_naming,
    signs_of_others,
    signs_of_speaker,
    signs_of_words,
)
from bot.analysis.quotes.findings import Finding
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.model import Span

MOST = 0.45
"""How likely wrong a speaker may be who is still named. Of 1,596 in articles that the rules had not
seen, cross-validated, 130 were above it: 94 wrong and 36 right. Of all 14.6 % were wrong, of those
who are left 9.5 %."""


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
    _place: int = -1  # the last passage in which somebody was quoted
    _before: tuple[str, float] = ("", 0.0)  # who that was, and how likely wrong

    def settle(self, speaker: Speaker, finding: Finding, number: int) -> Speaker | None:
        """The speaker of what passage ``number`` quotes; None if more likely wrong than MOST."""
        signs = self.signs(speaker, finding, number)
        self.readings.append(Reading(finding.span, speaker.name, signs))
        likely = how_likely_wrong(signs, read_weights())
        self._place, self._before = number, (speaker.name, likely)
        return speaker if likely <= MOST else None

    def signs(self, speaker: Speaker, finding: Finding, number: int) -> Signs:
        """All that speaks for the speaker or against; what is not so is left out."""
        around, tokens = self.around, self.around.passages[number].tokens
        grammar = around.grammar
        seen = [
            f"in {grammar.language}",
            *signs_of_words(finding, tokens, finding.span.of(self.text)),
            *signs_of_naming(finding),
            *signs_of_speaker(speaker, finding, tokens, grammar),
        ]
        signs: Signs = dict.fromkeys(seen, 1.0)
        signs["named far away"] = sign_of_distance(finding)
        signs |= signs_of_others(speaker, tokens, around.people)
        mention = finding.mention
        if "by name" not in signs and speaker.name == self._before[0]:
            signs["doubt before"] = self._before[1]
        if mention is None or mention.kind is MentionKind.PRONOUN:
            signs |= self._signs_of_going_on(speaker, number)
        return {name: value for name, value in signs.items() if value}

    def _signs_of_going_on(self, speaker: Speaker, number: int) -> Signs:
        """How much has come between the last quotation and this one."""
        passages, place = self.around.passages, self._place
        between = passages[number].paragraph - passages[place].paragraph if place >= 0 else 0
        noted = reversed(self.around.resolver.memory.notices)
        newcomers = set()
        for notice in noted:
            if notice.place <= place:
                break
            if notice.person.sure:
                newcomers.add(notice.person)
        words = {token.text for token in passages[number - 1].tokens} if number else set()
        return {
            "named right before": float(speaker.name.split()[-1] in words),
            "a paragraph later": float(between == 1),
            "paragraphs later": float(between > 1),
            "others since": sign_of_newcomers(speaker, newcomers),
        }


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
