"""was quoted by the Gazette as saying -> who is quoted."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.appositions import Appositions
from bot.analysis.speakers.gaps import HEARER, Gaps
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import Mention, MentionKind, Phrases
from bot.analysis.speakers.tokens import Token

QUOTED = frozenset(("quoted", "cited", "reported"))


@dataclass(frozen=True, slots=True)
class Passives:
    """Reads English passives of quoting in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    phrases: Phrases
    appositions: Appositions
    gaps: Gaps

    def participle(self, index: int) -> int:
        """Where the participle stands before "as saying": quoted by the Gazette as saying."""
        near = range(index - 1, max(0, index - HEARER - 2), -1)
        return next((i for i in near if self.tokens[i].lower in QUOTED), 0)

    def subject(self, participle: int) -> Mention | None:
        """The subject of "was quoted as saying"."""
        index = self.gaps.subject_end(participle)
        if index >= 0 and self.tokens[index].lower in self.grammar.pronouns:
            return Mention(MentionKind.PRONOUN, index, index + 1)
        if index >= 0 and not self.tokens[index].word:
            return self.appositions.owner(index)
        return self.phrases.ending_at(index + 1) if index >= 0 else None
