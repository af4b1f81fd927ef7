"""a French stretch whose clause is somebody's deed or mind -> who that is: Roc « perd gros »."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.phrases import MentionKind
from bot.analysis.speakers.tokens import NO_QUOTE, Token

MARKS = "\"“”«»‘’' \u00a0\u202f"
OPENING = 4
"""What opens a sentence with somebody's mind has fewer tokens than this."""
MODAL = frozenset(("dû", "failli", "osé", "pu", "su", "voulu"))
"""French participles of verbs that another verb follows."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """Reads whose words stand in marks where a clause has no verb of saying, in one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader

    def doer(self, place: int) -> Attribution | None:
        """Whose mind an opening tells, or whose predicate stands in marks."""
        if self.grammar.language != "fr" or not place:
            return None
        return self._minded(place) or self._doing(place)

    def _minded(self, place: int) -> Attribution | None:
        """Whose mind a French opening tells: Convaincu que « ... », Roc se tait."""
        tokens, grammar = self.tokens, self.grammar
        if place >= OPENING or tokens[place - 1].lower not in grammar.complementizers:
            return None
        subject = self.reader.first(len(tokens))
        behind = subject is not None and subject.start > place + 1
        return Attribution(subject, None) if behind else None

    def _doing(self, place: int) -> Attribution | None:
        """The person whose predicate stands in marks: Roc « perd gros »; il n'a « rien vu ».

        At least two words in small letters.
        """
        shown = self.tokens[place].text.strip(MARKS)
        if not shown[:1].islower():
            return None
        joined = self.tokens[place - 1].lower in self.grammar.coordinators
        if not self.tokens[place - 1].word or (joined and self.tokens[place - 2].quote != NO_QUOTE):
            return None  # Roc, 59 ans, « père de deux enfants »; est « juste » et « bon à tout »
        if shown.partition(" ")[0].lower() in self.grammar.prepositions:
            return None  # a remercié Roc « pour ce geste »
        verb = place - (self.tokens[place - 1].lower in MODAL)
        if place > 1 and self.tokens[place - 2].lower in MODAL:
            verb = place - 2  # Roc a su éviter « le pire »
        if not verb or " " not in shown or self.tokens[verb - 1].lower in self.grammar.passives:
            return None
        subject = self.reader.before(verb)
        if subject and self.tokens[0].lower in self.grammar.askings:
            return Attribution(subject, None, strong=False)  # Contactée, la BRM n'a « rien su »
        if subject is None or subject.kind is MentionKind.PHRASE:
            return None
        lower = self.tokens[subject.start].lower
        tied = self.tokens[subject.start - 1].lower in self.grammar.conjunctions
        if tied and any(token.quote != NO_QUOTE for token in self.tokens[: subject.start]):
            return None  # a prié Roc de « céder » parce qu'il « a eu tort »
        person = lower in self.grammar.masculine or lower in self.grammar.feminine
        if subject.kind is MentionKind.NAME:
            words = [t.text for t in self.tokens[subject.name_start : subject.name_end]]
            person = any(one.sure for one in self.reader.people.called(tuple(words)))
        return Attribution(subject, None, strong=False) if person else None
