"""Weighs, from the start of an article on, how likely each speaker is the wrong one."""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp

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

MANY = 5
"""So many others are counted and no more."""


@dataclass(slots=True)
class Doubts:
    """Weighs the speakers of one article, in order; ``signs`` are those of the last one."""

    around: Around
    text: str
    namings: Namings = field(init=False)
    signs: Signs = field(default_factory=dict)
    _place: int = -1  # the last passage in which somebody was quoted
    _before: tuple[str, float] = ("", 0.0)  # who that was, and how likely wrong

    def __post_init__(self) -> None:
        self.namings = Namings(self.around.passages)

    def weigh(self, speaker: Speaker, finding: Finding, number: int) -> float:
        """How likely it is wrong that a speaker says what passage ``number`` quotes."""
        self.signs = self._signs_of(speaker, finding, number)
        likely = how_likely_wrong(self.signs, read_weights())
        self._place, self._before = number, (speaker.name, likely)
        return likely

    def _signs_of(self, speaker: Speaker, finding: Finding, number: int) -> Signs:
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
