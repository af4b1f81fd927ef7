"""a stretch in marks -> whether it is somebody's judgement and no name: einen „Skandal“ nannte."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution, tells_of_self
from bot.analysis.quotes.colons import ABSTRACT
from bot.analysis.speakers.clauses import is_reported
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import Token

JUDGING = frozenset(("für", "von"))
"""German words before a judgement: sprach von „Verrat“, hielt ihn für „Verrat“."""
MOODS = frozenset(("sei", "seien", "wäre", "wären"))
THAT = frozenset(("alles", "das", "dies", "es"))
ADJECTIVES = (
    *("bar", "ert", "frei", "haft", "ich", "iert", "ig", "isch", "los", "sam", "scht"),
    *("tzt", "voll", "wert", "auft", "üht", "ückt", "ührt"),
)
"""Endings of German words that tell how somebody or something is."""
GENITIVES = frozenset(("der", "des", "dieser", "dieses", "ihrer", "ihres", "seiner", "seines"))


@dataclass(frozen=True, slots=True)
class Case:
    """A stretch to be judged: its words, its token, and what the passage says of it.

    ``led`` tells that its verb of saying or a colon stands right before it; ``opens`` that it
    begins like a sentence of its own.
    """

    shown: str
    words: Sequence[str]
    place: int
    attribution: Attribution | None
    led: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Reads what the tokens of one passage judge."""

    tokens: Sequence[Token]
    grammar: Grammar

    def judges(self, case: Case) -> bool:
        """Whether the verb that leads to the words judges what it speaks of: calls, describes."""
        cue = case.attribution.cue if case.attribution else None
        return cue is not None and self.tokens[cue].lower in self.grammar.stances

    def is_judged(self, case: Case) -> bool:
        """Whether a German verb far before judges by "als": beschrieb die Lage hier als „mies“.

        An English one by "as": to describe the ride to the upper canal as "mad".
        """
        if self.grammar.language == "en" and case.place:
            led = case.place - (self.tokens[case.place - 1].lower in self.grammar.indefinites)
            return self.tokens[led - 1].lower == "as" and self.judges(case)
        if self.grammar.language != "de" or not case.place:
            return False
        after = self.tokens[case.place + 1 : case.place + 2]
        if after and is_reported(after[0], self.grammar):
            return True  # spricht von Wetter, das „riskant“ sei
        words = [token.lower for token in self.tokens[max(0, case.place - 2) : case.place]]
        led = words[-1] == "als" or (words[0] in JUDGING and words[-1] in self.grammar.indefinites)
        return led and self.judges(case)

    def is_own(self, case: Case) -> bool:
        """Whether French words are told by whoever says "I": ce qui « me surprendrait fort »."""
        told = len(case.words) > 1 and case.words[0][0].islower()
        return told and self.grammar.language == "fr" and tells_of_self(case.shown, "fr")

    def is_verdict(self, case: Case) -> bool:
        """Whether one German noun is somebody's judgement and no name.

        Er sprach von einem „Skandal“; sie lobte die „Ruhe“ der Helfer; er warf ihr „Verrat“ vor.
        """
        tokens, grammar, place = self.tokens, self.grammar, case.place
        cue = case.attribution.cue if case.attribution else None
        if grammar.language == "de" and cue == place + 1 and case.opens:
            return case.shown.endswith(ADJECTIVES)  # „Verwundert“ zeigte sich Roe
        if grammar.language != "de" or not place:
            return False
        said = self.judges(case) or self._is_closed(case)
        if not (said or self.is_told(case)):
            return False
        if self._is_so_called(place):
            return True
        before = {token.lower for token in tokens[max(0, place - 2) : place]}
        after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        if before & grammar.indefinites or (said and before & JUDGING):
            return True
        if before & MOODS and before & THAT:
            return True  # das sei „Unsinn“
        if self.judges(case) and "als" in before:
            return True  # als wahren „Betrug“ bezeichnete
        if self.judges(case) and case.words[0].lower().endswith(ABSTRACT):
            return True  # beklagte die wachsende „Gleichgültigkeit“
        return after in ("vor", "vorgeworfen") or (
            after in GENITIVES and before & grammar.definites != set()
        )

    def _is_so_called(self, place: int) -> bool:
        """Whether it is told who calls a thing so: der „Kahlschlag“, wie Roe es nennt."""
        after = [token.lower for token in self.tokens[place + 1 : place + 6]]
        return after[:2] == [",", "wie"] and not self.grammar.callings.isdisjoint(after)

    def is_told(self, case: Case) -> bool:
        """Whether somebody says what a thing is: Roe schrieb, das sei ein „Wunder“."""
        cue = case.attribution.cue if case.attribution else None
        chained = case.attribution is not None and case.attribution.chained
        if self.grammar.language != "de" or (cue is None and not chained):
            return False
        start, end = case.place, case.place + 1
        while start and self.tokens[start - 1].word:
            start -= 1
        start = min(start, cue or 0)
        while end < len(self.tokens) and self.tokens[end].word:
            end += 1
        return any(is_reported(token, self.grammar) for token in self.tokens[start:end])

    def _is_closed(self, case: Case) -> bool:
        """Whether a comma and the verb of saying follow: einen „Wandel“, sagte Roe."""
        cue = case.attribution.cue if case.attribution else None
        return cue == case.place + 2 and self.tokens[case.place + 1].text == ","
