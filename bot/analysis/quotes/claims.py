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

OCCASIONS = frozenset(("at", "during", "in", "last", "on", "this"))
"""Words that begin when or where something was claimed."""
RETORTS = frozenset(
    ("dig", "gibe", "insult", "jab", "jibe", "joke", "quip", "slur", "taunt", "tweet")
)
"""English nouns for what may be held against whoever said it, besides those of saying."""
LONGEST = 6
"""So many words may tell that."""
CALLING = frozenset(("branded", "called", "calls", "labelled", "labeled", "termed"))
"""English verbs of whoever gives something a name."""
NAMING = frozenset(("a", "an", "the"))
"""Articles before such a name."""
MAKING = frozenset(
    ("made", "makes", "reiterated", "repeated", "retracted", "withdrawn", "withdrew")
)
"""Verbs of whoever makes a claim, or takes it back."""


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
        if blamed := self._blamed(place):
            return blamed
        for noun in range(place - NEAREST, max(previous + 1, place - FARTHEST), -1):
            if tokens[noun].lower in grammar.sayings and self._has_clause(noun + 1):
                if tokens[place - 1].lower in NAMING and (judge := self._judge(noun, previous)):
                    return judge
                owner = self._owner(noun)
                return Attribution(owner, noun, strong=False) if owner else None
        return None

    def _blamed(self, place: int) -> Attribution | None:
        """Who is blamed for words: Roe hits back at Lind for a "mad" jab."""
        tokens, behind = self.tokens, self.tokens[place + 1 : place + 2]
        if place < NEAREST or tokens[place - 1].lower not in ("for", "over"):
            return None
        if not behind or behind[0].lower not in self.grammar.sayings | RETORTS:
            return None
        who = self._name_before(place - 1)
        return Attribution(who, None, strong=False) if who and who.start > 1 else None

    def _judge(self, noun: int, previous: int) -> Attribution | None:
        """Who calls the claim of another something: Roe called Lind's claim that he ran "a lie"."""
        for verb in range(noun - 1, max(previous, noun - BESIDE - 1), -1):
            if self.tokens[verb].lower in CALLING:
                who = self.reader.before(verb)
                return Attribution(who, verb) if who else None
        return None

    def _has_clause(self, start: int) -> bool:
        """Whether the clause of a noun begins here, or behind when it was: claim on air that."""
        tokens, end = self.tokens, start
        if tokens[start].lower in OCCASIONS:
            while end < start + LONGEST and tokens[end].word and tokens[end].lower != "that":
                end += 1
        return tokens[end].lower == "that"

    def _owner(self, noun: int) -> Mention | None:
        """The name or the pronoun that owns a noun, at most one adjective apart.

        Or whoever makes the claim: Roe has withdrawn a claim that it was "mad".
        """
        tokens, grammar = self.tokens, self.grammar
        if noun > 2 and tokens[noun - 1].lower == "a" and tokens[noun - 2].lower in MAKING:
            return self.reader.before(noun - 2)
        for owner in range(noun - 1, max(0, noun - BESIDE), -1):
            lower = tokens[owner].lower
            if lower in grammar.possessives_masculine or lower in grammar.possessives_feminine:
                return Mention(MentionKind.PRONOUN, owner, owner + 1)
            if lower == "'s":
                return self._name_before(owner)
        return None

    def _name_before(self, end: int) -> Mention | None:
        """The name that ends before a token."""
        start = end
        while start and self.tokens[start - 1].word and self.tokens[start - 1].capital:
            start -= 1
        name = self.reader.phrases.read(start, end) if start < end else None
        return name if name and name.kind is MentionKind.NAME else None
