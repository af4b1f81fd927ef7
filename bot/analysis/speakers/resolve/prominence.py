"""a name where it stands -> how prominent its bearer is: the subject, somebody introduced."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.commons import is_genitive
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name
from bot.analysis.speakers.people import Person
from bot.analysis.speakers.predicates import tells_of_presence
from bot.analysis.speakers.resolve.memory import (
    APPOSED,
    ATTRIBUTE,
    EMBEDDED,
    FULL,
    INTRODUCED,
    OTHER,
    SUBJECT,
    Memory,
)
from bot.analysis.speakers.roles import has_role_after
from bot.analysis.speakers.tokens import Token

OPENING = 3
"""A name that begins at an earlier token than this opens its sentence."""

LEADS = frozenset((",", ";", "-", "–", "und", "aber", "doch", "denn"))
"""What stands before a German main clause inside a sentence."""
THIRD = ("t", "te", "ten")
"""Endings of German verbs: ..., Scout Jan Roe übernimmt."""

TOPICAL = frozenset(("for", "to"))
"""English prepositions that open a sentence with whom it is about: For Roe, it is simple."""


@dataclass(frozen=True, slots=True)
class Prominence:
    """Weighs the names of an article by what is remembered."""

    memory: Memory
    grammar: Grammar

    def weigh(self, person: Person, name: Name, tokens: Sequence[Token]) -> float:
        """How prominent a person is where the name stands."""
        if self._is_attributive(name, tokens):
            return ATTRIBUTE
        if tells_of_presence(tokens):
            return OTHER
        whole = name.end - name.first > 1 and person.sure
        weight = FULL if whole else OTHER
        new = person not in self.memory.met and person.sure
        after = tokens[name.end].lower if name.end < len(tokens) else ""
        if new and self.grammar.inverts and has_role_after(tokens, name, self.grammar):
            weight = APPOSED
        elif whole and person not in self.memory.met and after != "'s":
            weight = APPOSED if has_role_after(tokens, name, self.grammar) else INTRODUCED
        if self._is_cleft(name, tokens):
            return SUBJECT
        if not self._is_subject(name, tokens):
            return weight
        return max(weight, SUBJECT if name.start < OPENING else EMBEDDED)

    def _is_cleft(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Whether an English clause is about the bearer: it was Jane Roe who began."""
        grammar, before = self.grammar, tokens[max(0, name.start - 2) : name.start]
        after = tokens[name.end].lower if name.end < len(tokens) else ""
        led = len(before) > 1 and before[0].lower == "it" and before[1].lower in grammar.passives
        return led and after in grammar.relatives

    def _is_attributive(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Whether the name only tells more of a noun: a Jane Roe supporter; die Rede Ida Roes.

        In French of the one before it: le coéquipier de Jean Roc.
        """
        if is_genitive(tokens, name.first, name.end, self.grammar):
            return True
        if self.grammar.language == "fr" and name.start > 1:
            human = tokens[name.start - 2].lower in self.grammar.roles
            return human and tokens[name.start - 1].lower in self.grammar.owning
        after = tokens[name.end].lower if name.end < len(tokens) else ""
        return after in self.grammar.speakers and tokens[name.end].text.islower()

    def _is_subject(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Whether the sentence is about the bearer of the name, as far as its neighbours tell."""
        grammar = self.grammar
        before = tokens[name.start - 1].lower if name.start else ""
        after = tokens[name.end].lower if name.end < len(tokens) else ""
        begins = name.start < OPENING or after in grammar.auxiliaries or after in grammar.verbs
        if before == "," == after and name.end + 1 < len(tokens):  # Her aide, Baroness Roe, was ill
            begins = begins or tokens[name.end + 1].lower in grammar.passives
        if grammar.language == "de" and before in LEADS:
            begins = begins or (after.endswith(THIRD) and after not in grammar.closed)
        if name.start == 1 and before in TOPICAL and after == ",":
            return True
        return begins and after != "'s" and before not in grammar.prepositions
