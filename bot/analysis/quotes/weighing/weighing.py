"""Weighs, from the start of an article on, everybody who could say a quotation."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.doubts import Doubts
from bot.analysis.quotes.findings import Finding
from bot.analysis.quotes.weighing.candidates import Candidate, Candidates
from bot.analysis.quotes.weighing.scene import How, Said, Scene
from bot.analysis.quotes.weighing.signs import (
    LATE,
    Signs,
    signs_of,
    signs_of_choice,
    signs_of_nobody,
)
from bot.analysis.quotes.weighing.trust import choose, how_sure, signs_of_trust
from bot.analysis.speakers.resolve import Speaker
from bot.model import Span

LEAST = {"de": 0.46, "en": 0.42, "es": 0.72, "fr": 0.7}
"""How sure it must be that a speaker is right who is named, by language.

In 2,258 quotations of articles that the rules had not seen, so many percent of the named were
wrong: de 10.8, en 6.9, es 6.5, fr 6.8. The candidates' weights were cross-validated; those of trust
and these bounds were fitted on the same articles, which flatters a little.
"""
ALWAYS, TRUST = "always", "trust"
"""Under these names stand the weights that hold however a text tells who speaks, and of trust."""


class Weights(NamedTuple):
    """The weights of the signs of candidates, and of whether the chosen one is right."""

    candidates: Mapping[How, Signs]
    trust: Signs


class Reading(NamedTuple):
    """Everybody who could say a quotation, each with the signs; the last one is nobody, None.

    ``speaker`` is whom the rules name, who is at ``rules``, and ``doubt`` how likely wrong.
    """

    span: Span
    speaker: str | None
    how: How
    rows: tuple[tuple[str | None, Signs], ...]
    rules: int
    doubt: float | None
    doubts: Signs  # that the rules err


@dataclass(slots=True)
class Weighing:
    """Weighs the speakers of one article, in order.

    ``readings`` are all that were weighed, for whoever fits the weights.
    """

    around: Around
    text: str
    readings: list[Reading] = field(default_factory=list)
    _candidates: Candidates | None = None
    _doubts: Doubts = field(init=False)
    _said: list[Said] = field(default_factory=list)
    _told: Said | None = None

    def __post_init__(self) -> None:
        self._doubts = Doubts(self.around, self.text)

    def note(self, speaker: Speaker | None, number: int) -> None:
        """Keep in mind who passage ``number`` tells, without marks, to say something."""
        self._told = Said(speaker, self.around.paragraph(number), number)

    def settle(self, speaker: Speaker | None, finding: Finding, number: int) -> Speaker | None:
        """Who most likely says what passage ``number`` quotes; None in doubt.

        ``speaker`` is whom the rules name.
        """
        said = self._said[-LATE:]
        scene = Scene.of(self.around, finding, number, self.text, said, self._told)
        candidates = self._gather(scene, speaker)
        rows = [signs_of(candidate, scene) for candidate in candidates]
        rows.append(signs_of_nobody(scene))
        names = [*(candidate.speaker.name for candidate in candidates), None]
        rules = names.index(speaker.name if speaker else None)
        by_rules = signs_of_choice(scene, candidates[rules] if speaker else None)
        rows[rules] |= dict.fromkeys(by_rules, 1.0)
        doubt = self._doubts.weigh(speaker, finding, number) if speaker else None
        doubts = self._doubts.signs if speaker else {}
        weighed = tuple(zip(names, rows, strict=True))
        reading = Reading(finding.span, names[rules], scene.how, weighed, rules, doubt, doubts)
        self.readings.append(reading)
        weights, language = read_weights(), self.around.grammar.language
        chances = how_likely(rows, weights.candidates[scene.how])
        chosen = choose(chances, rules, language)
        found = candidates[chosen].speaker if chosen < len(candidates) else None
        self.note(found, number)
        self._said.append(Said(found, scene.paragraph, number))
        trust = signs_of_trust(chances, chosen, rules, doubt, language, scene.how)
        return found if how_sure(trust, weights.trust) >= LEAST[language] else None

    def _gather(self, scene: Scene, speaker: Speaker | None) -> list[Candidate]:
        """Everybody who could say it, whom the rules name among them."""
        if self._candidates is None:
            self._candidates = Candidates.of(self.around)
        named = scene.how is How.NAME
        near = self._candidates.near(scene.finding.span, scene.passage, named=named)
        found = {candidate.speaker.name: candidate for candidate in near}
        if scene.how is How.PHRASE and scene.mention:
            nouns = scene.nouns[:1]
            same = next((one for one in found.values() if one.noun and one.noun in nouns), None)
            if same:
                del found[same.speaker.name]
            own = self._candidates.in_words(scene.mention, scene.passage, same)
            own.gender = scene.gender
            if speaker and not speaker.person:
                own.speaker = speaker  # the same one in fuller words
            found[own.speaker.name] = own
        others = [one.speaker for one in reversed(scene.said) if not named]
        for other in (*others, speaker):
            if other and other.name not in found:
                found[other.name] = self._candidates.called(other)
        return list(found.values())


def how_likely(rows: Sequence[Signs], weights: Signs) -> list[float]:
    """The share that each has of all, by the softmax of the weights of its signs.

    >>> [round(share, 2) for share in how_likely([{"near": 1.0}, {}], {"near": 2.0})]
    [0.88, 0.12]
    """
    totals = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    most = max(totals)
    shares = [exp(total - most) for total in totals]
    return [share / sum(shares) for share in shares]


@cache
def read_weights() -> Weights:
    """The weights, from ``weights.json``.

    >>> candidates = read_weights().candidates
    >>> candidates[How.PRONOUN]["gender wrong"] < 0 < candidates[How.NOTHING]["has spoken"]
    True
    """
    return merge_weights(json.loads((files(__package__) / "weights.json").read_text("utf-8")))


def merge_weights(kept: Mapping[str, Signs]) -> Weights:
    """For each way to tell who speaks, its own weights with those that always hold; and of trust.

    >>> merge_weights({"always": {"near": 1.0}, "name": {"near": 0.5}}).candidates[How.NAME]
    {'near': 1.5}
    """
    always = kept.get(ALWAYS, {})
    candidates = {
        how: {name: always.get(name, 0.0) + own.get(name, 0.0) for name in always | own}
        for how in How
        for own in (kept.get(how, {}),)
    }
    return Weights(candidates, kept.get(TRUST, {}))
