"""a verb before a quoted stretch -> whether it belongs to other words than those."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.verbs import Verbs
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import Token

WISHING = frozenset(("quería", "quiere", "quieren", "quiso", "ve", "ven", "veía", "vio"))
"""Spanish verbs that say nothing by themselves."""
REASONS = frozenset(("porque", "pues"))
"""Spanish words before the reason for what somebody says."""
JUDGED = frozenset(("como", "de"))
"""Spanish words between a verb that judges and the judgement: calificó el plan de «ruina»."""


@dataclass(slots=True)
class Detours:
    """Reads which verbs of one passage lead to something else."""

    tokens: Sequence[Token]
    grammar: Grammar
    verbs: Verbs

    def leads_off(self, verb: int, place: int, previous: int) -> bool:
        """Whether a verb is an aside, or what it tells ends before the stretch."""
        return (
            self.is_aside(verb)
            or self.is_bracketed(verb, place)
            or self.is_retold(verb, place, previous)
            or self.is_within(verb, place)
        )

    def is_aside(self, verb: int) -> bool:
        """Whether an English verb ends what somebody else thinks: contrary to what he says, ..."""
        tokens = self.tokens
        if verb < 2 or verb + 1 >= len(tokens) or tokens[verb + 1].text != ",":
            return False
        return tokens[verb - 2].lower == "what" and not self.grammar.inverts

    def is_retold(self, verb: int, place: int, previous: int) -> bool:
        """Whether a Spanish verb only stands in what somebody says, who goes on behind it.

        Recordó que Roca pidió perdón, y «nadie lo hace por nada»; dijo que Roca quiere «mandar»;
        que Brea cuenta con barcos «viejos»: those are no words of Roca or Brea.
        """
        between = self.tokens[verb + 1 : place]
        before = self.tokens[place - 1]
        goes_on = before.lower in self.grammar.coordinators or before.lower in REASONS
        leads = before.text in ",:" or before.lower in self.grammar.complementizers
        leads = leads or all(token.lower in self.grammar.closed for token in between)
        leads = leads or (self.verbs.is_stance(verb) and before.lower in JUDGED)
        leads = leads or not self.grammar.coordinators.isdisjoint(
            token.lower for token in self.tokens[max(0, verb - 2) : verb]
        )  # dijo que iría y se mostró convencido de un fin «feliz»
        parted = any(token.text == "," for token in between)
        if leads and not (goes_on and parted) and self.tokens[verb].lower not in WISHING:
            return False
        return any(
            self.verbs.opens_clause(index) and self.verbs.says(index)
            for index in range(previous + 1, verb)
        )

    def is_bracketed(self, verb: int, place: int) -> bool:
        """Whether an English verb has an object before a bracket: to sing the song ("...")."""
        after = self.tokens[verb + 1].lower
        bracket = place > 0 and self.tokens[place - 1].text == "("
        return bracket and not self.grammar.inverts and after in self.grammar.determiners

    def is_within(self, verb: int, place: int) -> bool:
        """Whether a German clause with "that" ends between: Roe klagte, dass Holm lacht: „Ja.“"""
        tokens, start = self.tokens, verb
        if self.grammar.language != "de" or tokens[place - 1].text != ":":
            return False
        while start and tokens[start - 1].word:
            start -= 1
        return start < verb and tokens[start].lower in self.grammar.complementizers

    def is_reported(self, verb: int, previous: int) -> bool:
        """Whether somebody says before what the verb tells: Roe said Finn would respond "so"."""
        return any(self.verbs.says(index) for index in range(previous + 1, verb))
