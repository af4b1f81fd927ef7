"""an English participle -> its subject, if that stands right before it: footage of Roe saying."""

from dataclasses import dataclass

from bot.analysis.speakers.appositions import Appositions
from bot.analysis.speakers.phrases import Mention, MentionKind

LETTER = 9
"""So many tokens stand between "a letter to" and what it says."""


@dataclass(slots=True)
class Participles:
    """Reads what stands before the participles of one passage."""

    appositions: Appositions

    def subject(self, index: int, verb: int) -> Mention | None:
        """The subject of a participle if it stands right before it: footage of Roe saying."""
        phrases = self.appositions.phrases
        tokens, grammar, token = phrases.tokens, phrases.grammar, phrases.tokens[index]
        if token.text == "," or self._is_document(index):
            return None
        if not token.word:
            return self.appositions.owner(index)
        if token.lower in grammar.conjunctions and not token.capital:
            return None
        judging = tokens[verb].lower in grammar.stances
        if judging and not token.capital and index and tokens[index - 1].lower == "with":
            return Mention(MentionKind.PHRASE, index, index + 1)  # with graziers calling it
        if not token.capital or index < verb - 1:
            return phrases.ending_at(index + 1)
        return phrases.read(self._name_start(index), verb)

    def goes_on(self, index: int) -> bool:
        """Whether the clause goes on: Roe left, saying it rained and | adding; began by | saying"""
        token, grammar = self.appositions.phrases.tokens[index], self.appositions.phrases.grammar
        return token.lower == "by" or (token.lower in grammar.coordinators and not token.capital)

    def tells_of_letter(self, index: int) -> bool:
        """Whether whoever is named here is only written to: Roe sent a letter to Lind | saying."""
        tokens = self.appositions.phrases.tokens
        for start in range(index, max(0, index - LETTER + 1), -1):
            if not tokens[start].word:
                return False
            if tokens[start].lower == "to" and self._is_document(start - 1):
                return True
        return False

    def _is_document(self, index: int) -> bool:
        """Whether the word is one for what is written, and none for who writes: a letter."""
        grammar, word = self.appositions.phrases.grammar, self.appositions.phrases.tokens[index]
        written = word.lower in grammar.media or word.lower in grammar.occasions
        return written and word.lower not in grammar.roles

    def _name_start(self, index: int) -> int:
        tokens, start = self.appositions.phrases.tokens, index
        while start > 0 and tokens[start - 1].word and tokens[start - 1].capital:
            start -= 1
        return start
