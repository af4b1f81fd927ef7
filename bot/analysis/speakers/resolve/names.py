"""a name -> the person who bears it, by the fullest name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.resolve.memory import Memory
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_of
from bot.analysis.speakers.tokens import Token


@dataclass(frozen=True, slots=True)
class Names:
    """Resolves names by the register and by what is remembered."""

    memory: Memory
    people: People
    grammar: Grammar

    def resolve(self, mention: Mention, tokens: Sequence[Token]) -> Speaker:
        """Whom the name means; of two, whom its title fits and of whom was spoken last."""
        words = tuple(token.text for token in tokens[mention.name_start : mention.name_end])
        people = self.people.called(words)
        if not people:
            return Speaker(" ".join(words))
        return speaker_of(people[0] if len(people) == 1 else self._one_of(people, mention, tokens))

    def _one_of(
        self, people: Sequence[Person], mention: Mention, tokens: Sequence[Token]
    ) -> Person:
        gender = self._titled_gender(tokens, mention)
        fitting = [p for p in people if not (gender and p.gender and p.gender != gender)]
        fitting = fitting or list(people)
        return self.leading(fitting) or fitting[0]

    def leading(self, people: Sequence[Person]) -> Person | None:
        """Of people of one name, the most prominent of late; Lady Roe is never plain Roe."""
        plain = [p for p in people if p.name[0].lower() not in self.grammar.regal]
        return self.memory.leading(plain or people)

    def _titled_gender(self, tokens: Sequence[Token], mention: Mention) -> Gender | None:
        """The gender that the title before a name tells: Mr, Ms."""
        title = tokens[mention.name_start - 1].lower if mention.name_start else ""
        if title in self.grammar.titles_masculine:
            return Gender.MASCULINE
        return Gender.FEMININE if title in self.grammar.titles_feminine else None
