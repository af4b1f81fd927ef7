"""a name -> the person who bears it, by the fullest name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.resolve.memory import Memory
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in, speaker_of
from bot.analysis.speakers.tokens import Token


@dataclass(frozen=True, slots=True)
class Names:
    """Resolves names by the register and by what is remembered."""

    memory: Memory
    people: People
    grammar: Grammar

    def resolve(self, mention: Mention, tokens: Sequence[Token]) -> Speaker | None:
        """Whom the name means; of two, whom its title fits and of whom was spoken last."""
        words = tuple(token.text for token in tokens[mention.name_start : mention.name_end])
        people = self.people.called(words)
        if not people:
            return Speaker(" ".join(words))
        if len(people) == 1:
            return speaker_of(people[0]) if people[0].sure else self._body(mention, tokens)
        return speaker_of(self.leading(people, tokens, mention.name_start) or people[0])

    def _body(self, mention: Mention, tokens: Sequence[Token]) -> Speaker:
        """Whoever may be a body, with what its name goes on with: el Comité Nacional | de Remo."""
        grammar, start, end = self.grammar, mention.name_start, mention.name_end
        person = self.people.called(tuple(token.text for token in tokens[start:end]))[0]
        if not grammar.inverts or tokens[start].lower not in grammar.speakers:
            return speaker_of(person)
        while end + 1 < len(tokens) and tokens[end].lower in grammar.owning:
            end += 1 + (tokens[end + 1].lower in grammar.definites)
            while end < len(tokens) and tokens[end].word and tokens[end].capital:
                end += 1
        while not tokens[end - 1].capital:
            end -= 1
        return replace(speaker_of(person), name=speaker_in(tokens[start:end]).name)

    def leading(
        self, people: Sequence[Person], tokens: Sequence[Token], start: int
    ) -> Person | None:
        """Of people of the name that begins at ``start``, the most prominent of late.

        Lady Roe is never plain Roe, nor is whom the text calls Jane; nor the husband of a Roe who
        has spoken. A title means whoever spoke last, if it fits, or whoever is nobody's relative.
        """
        gender = self._titled_gender(tokens, start)
        last = self.memory.last.person if self.memory.last else None
        if gender and last and last in people and last.gender == gender:
            return last
        alike = [person for person in people if gender and person.gender == gender]
        fitting = alike or [person for person in people if not (gender and person.gender)]
        people = fitting or people
        plain = [p for p in people if p.name[0].lower() not in self.grammar.regal] or people
        formal = [p for p in plain if p not in self.memory.familiar] or plain
        kin = [person for person in formal if person.kin is not None]
        if gender and len(formal) == len(kin) + 1:
            return next(person for person in formal if person.kin is None)
        heads = [one for one in formal if one.kin is None and one in self.memory.spoken]
        if heads and kin and self.memory.outweighs(heads, kin):
            formal = heads
        return self.memory.leading(formal)

    def _titled_gender(self, tokens: Sequence[Token], start: int) -> Gender | None:
        """The gender that the title before a name tells: Mr, Ms."""
        title = tokens[start - 1].lower if start else ""
        if title in self.grammar.titles_masculine:
            return Gender.MASCULINE
        return Gender.FEMININE if title in self.grammar.titles_feminine else None
