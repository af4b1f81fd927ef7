"""was quoted by the Gazette as saying -> who is quoted."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.appositions import Appositions
from bot.analysis.speakers.gaps import HEARER, Gaps
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import Mention, MentionKind, Phrases
from bot.analysis.speakers.tokens import Token

QUOTED = frozenset(("cite", "cited", "cites", "quote", "quoted", "quotes", "reported"))


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

    def has_object(self, participle: int, end: int) -> bool:
        """Whether the verb is none of a passive, and whom it quotes stands behind it."""
        passive = self.is_passive(participle - HEARER // 2, participle)
        return participle + 1 < end and not passive

    def is_passive(self, subject: int, verb: int) -> bool:
        """Whether a passive's helper stands between a subject and the verb; in German behind it."""
        if self.tokens[verb].lower.endswith("ing"):
            return False
        near = [*self.tokens[max(0, subject + 1) : verb]]
        if self.grammar.language == "de":
            near += self.tokens[verb + 1 : verb + 2]  # wie gering die Aussicht gesehen wird
        return any(token.lower in self.grammar.passives for token in near)

    def subject(self, participle: int) -> Mention | None:
        """The subject of "was quoted as saying"."""
        index = self.gaps.subject_end(participle)
        if index >= 0 and self.tokens[index].lower in self.grammar.pronouns:
            return Mention(MentionKind.PRONOUN, index, index + 1)
        if index >= 0 and not self.tokens[index].word:
            return self.appositions.owner(index)
        return self.phrases.ending_at(index + 1) if index >= 0 else None
