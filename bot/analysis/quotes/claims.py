"""a claim that somebody owns -> whose words its clause quotes: Lind's claim that it was "mad"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import BESIDE, Attribution
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

NEAREST, FARTHEST = 3, 16
"""So many tokens before a stretch stands the noun of the claim that it belongs to."""


@dataclass(slots=True)
class Claims:
    """Reads the English nouns of saying in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    reader: Reader

    def find(self, place: int, previous: int) -> Attribution | None:
        """Whose claim the stretch at ``place`` tells: Roe rejected Lind's claim that it was "mad".

        Behind the stretch ``previous``; None where nobody owns the claim.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "en":
            return None
        for noun in range(place - NEAREST, max(previous + 1, place - FARTHEST), -1):
            if tokens[noun].lower in grammar.sayings and tokens[noun + 1].lower == "that":
                owner = self._owner(noun)
                return Attribution(owner, noun, strong=False) if owner else None
        return None

    def _owner(self, noun: int) -> Mention | None:
        """The name or the pronoun that owns a noun, at most one adjective apart."""
        tokens, grammar = self.tokens, self.grammar
        for owner in range(noun - 1, max(0, noun - BESIDE), -1):
            lower = tokens[owner].lower
            if lower in grammar.possessives_masculine | grammar.possessives_feminine:
                return Mention(MentionKind.PRONOUN, owner, owner + 1)
            if lower == "'s":
                start = owner
                while start and tokens[start - 1].word and tokens[start - 1].capital:
                    start -= 1
                name = self.reader.phrases.read(start, owner)
                return name if name and name.kind is MentionKind.NAME else None
        return None
