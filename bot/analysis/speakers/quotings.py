"""tokens -> whom somebody quotes: Roe was quoted as saying; the Gazette quoted Roe as saying."""

from dataclasses import dataclass

from bot.analysis.speakers.appositions import Appositions
from bot.analysis.speakers.gaps import HEARER, Gaps
from bot.analysis.speakers.phrases import Mention, MentionKind

QUOTING = frozenset(("cite", "cited", "cites", "quote", "quoted", "quotes", "reported"))


@dataclass(slots=True)
class Quotings:
    """Reads what stands before "as saying" in the tokens of one passage."""

    appositions: Appositions
    gaps: Gaps

    def find(self, conjunction: int) -> int:
        """The verb of quoting before an "as": quoted by the Gazette | as; 0 where there is none."""
        tokens = self.gaps.tokens
        near = range(conjunction - 1, max(0, conjunction - HEARER - 2), -1)
        return next((i for i in near if tokens[i].lower in QUOTING), 0)

    def speaker(self, verb: int, conjunction: int) -> Mention | None:
        """Who is quoted: the subject of a passive, else whom the verb has before the "as"."""
        tokens, grammar, phrases = self.gaps.tokens, self.gaps.grammar, self.appositions.phrases
        index = self.gaps.subject_end(verb)
        passive = any(token.lower in grammar.passives for token in tokens[index + 1 : verb])
        if not passive and conjunction > verb + 1 and tokens[verb + 1].lower != "by":
            return phrases.read(verb + 1, conjunction)
        if index >= 0 and tokens[index].lower in grammar.pronouns:
            return Mention(MentionKind.PRONOUN, index, index + 1)
        if index >= 0 and not tokens[index].word:
            return self.appositions.owner(index)
        return phrases.ending_at(index + 1) if index >= 0 else None
