"""what somebody tells -> who speaks in it: Roe said that as it rained, Lind rose and cried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, People
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

LOUD = frozenset(("bellowed", "cried", "hissed", "roared", "screamed", "shouted", "yelled"))
"""English verbs of what somebody does who does not tell of it."""


@dataclass(slots=True)
class Retellings:
    """Reads what is told in the tokens of one English passage.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> def starts(text: str) -> list[str]:
    ...     grammar, she = read_grammar("en"), Mention(MentionKind.PRONOUN, 0, 1)
    ...     tokens = split_passages(text, [Span(0, len(text))], [], grammar)[0].tokens
    ...     limit = [token.lower for token in tokens].index("and")
    ...     told = Retellings(tokens, grammar, People())
    ...     return [tokens[start].text for start in told.starts(limit, she)]
    >>> starts("She said he rose and told her"), starts("She said he rose and told Tom")
    (['he'], [])
    """

    tokens: Sequence[Token]
    grammar: Grammar
    people: People

    def starts(self, limit: int, teller: Mention | None) -> Iterator[int]:
        """Where clauses begin whose subject may be that of the verb behind the "and" at ``limit``.

        The last of them first; none where the ``teller`` may go on: Roe said Lind rose and added.
        """
        tokens, grammar = self.tokens, self.grammar
        if grammar.language != "en" or teller is None:
            return
        loud = tokens[limit + 1].lower in LOUD
        if not loud and not self._is_told(teller, limit + 2):
            return
        says = next((n for n in range(limit) if tokens[n].lower in grammar.cues), limit)
        for index in range(limit - 1, says, -1):
            before, pronoun = tokens[index - 1], self._is_pronoun(index)
            begins = before.text == "," or before.lower in grammar.conjunctions
            if begins or pronoun or (not loud and before.lower in grammar.cues):
                yield index

    def is_subject(self, mention: Mention | None) -> bool:
        """Whether the mention at such a start can speak: a name, he, she."""
        if mention is None:
            return False
        return self.tokens[mention.start].capital or self._is_pronoun(mention.start)

    def _is_pronoun(self, index: int) -> bool:
        lower = self.tokens[index].lower
        return lower in self.grammar.masculine or lower in self.grammar.feminine

    def _is_told(self, teller: Mention, index: int) -> bool:
        """Whether the pronoun there means the teller: Ms Roe said Lind rose and told | her."""
        words = {Gender.MASCULINE: self.grammar.his, Gender.FEMININE: self.grammar.hers}
        addressed = self.tokens[index - 1].lower in self.grammar.addressing
        if not addressed or index >= len(self.tokens):
            return False
        gender = self._gender(teller)
        return gender is not None and self.tokens[index].lower in words[gender]

    def _gender(self, mention: Mention) -> Gender | None:
        """The gender of a pronoun, or of whoever bears a name."""
        if mention.kind is MentionKind.PRONOUN:
            told = self._is_pronoun(mention.start)
            male = self.tokens[mention.start].lower in self.grammar.masculine
            return (Gender.MASCULINE if male else Gender.FEMININE) if told else None
        if mention.kind is MentionKind.PHRASE:
            return None
        name = self.tokens[mention.name_start : mention.name_end]
        called = self.people.called(tuple(token.text for token in name))
        return called[0].gender if len(called) == 1 else None
