"""Who speaks: a person of the register, or the words of a phrase."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import is_given
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.people import Person
from bot.analysis.speakers.tokens import Token
from bot.model import Span

MARKS = "\"'“”„‟‘’‚«»‹› \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks; ``phrase`` are the small words of one who is no person of the register."""

    name: str
    person: Person | None = None
    role: Span | None = None
    phrase: tuple[str, ...] = ()

    def is_one_human(self, grammar: Grammar) -> bool:
        """Whether a phrase stands for one human being: a police spokeswoman, Darrin."""
        if self.person or not self.phrase:
            return False
        roles = [word for word in self.phrase if word in grammar.roles]
        if roles:
            return not is_plural(roles[-1]) or self.phrase[0] == "one"  # one of the victims
        named = grammar.language != "de"  # where every noun is written large
        named = named and not self.name.isupper()  # el SAU
        if grammar.drops_subjects:
            named = named and is_given(self.name, grammar)  # not: Norlux
        return named and len(self.phrase) == 1 and self.name[0].isupper()

    def is_surely_human(self, grammar: Grammar) -> bool:
        """Whether a gender or a role tells that it is a human being: his wife, a spokesman."""
        if self.person:
            return self.person.gender is not None
        return any(word in grammar.roles and not is_plural(word) for word in self.phrase[-1:])

    def is_body(self, grammar: Grammar) -> bool:
        """Whether the speaker is a named body rather than a human being."""
        if self.person:
            return not self.person.sure and self.person.gender is None and not self.person.role
        words = self.name.split()
        if self.is_one_human(grammar) or any(word in grammar.roles for word in self.phrase):
            return False
        return words[0][0].isupper() and words[-1][0].isupper()


def speaker_of(person: Person) -> Speaker:
    """The person as a speaker, by the fullest name."""
    return Speaker(" ".join(person.name), person, person.role)


def speaker_in(tokens: Sequence[Token], phrase: tuple[str, ...] | None = None) -> Speaker:
    """A phrase as a speaker, in its own words with the spaces that they have in the text.

    A name in marks that is all there is goes without them.
    """
    if len(tokens) == 1:
        return Speaker(tokens[0].text.strip(MARKS), phrase=phrase or (tokens[0].lower,))
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if index and token.start > tokens[index - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return Speaker("".join(parts), phrase=phrase or tuple(token.lower for token in tokens))
