"""an English participle -> its subject, if that stands right before it: footage of Roe saying."""

from dataclasses import dataclass

from bot.analysis.speakers.appositions import Appositions
from bot.analysis.speakers.phrases import Mention, MentionKind


@dataclass(slots=True)
class Participles:
    """Reads what stands before the participles of one passage."""

    appositions: Appositions

    def subject(self, index: int, verb: int) -> Mention | None:
        """The subject of a participle if it stands right before it: footage of Roe saying."""
        phrases = self.appositions.phrases
        tokens, grammar, token = phrases.tokens, phrases.grammar, phrases.tokens[index]
        document = token.lower in grammar.media or token.lower in grammar.occasions
        if token.text == "," or (document and token.lower not in grammar.roles):
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

    def tells_of_letter(self, index: int, verb: int) -> bool:
        """Whether the name that ends at ``index`` is told by letter: a letter to Lind | saying."""
        phrases = self.appositions.phrases
        tokens, grammar, start = phrases.tokens, phrases.grammar, self._name_start(index)
        if not tokens[index].capital or index < verb - 1 or start <= 1:
            return False
        letter = tokens[start - 2].lower
        sent = tokens[start - 1].lower == "to"
        return sent and (letter in grammar.media or letter in grammar.occasions)

    def _name_start(self, index: int) -> int:
        tokens, start = self.appositions.phrases.tokens, index
        while start > 0 and tokens[start - 1].word and tokens[start - 1].capital:
            start -= 1
        return start
