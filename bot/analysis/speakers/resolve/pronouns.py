"""he, she, it, they -> the speaker."""

from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender
from bot.analysis.speakers.resolve.memory import Memory
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_of


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Resolves pronouns by what is remembered."""

    memory: Memory
    grammar: Grammar

    def resolve(self, word: str, place: int) -> Speaker | None:
        """Whom the pronoun means in the passage ``place``."""
        if word in self.grammar.masculine:
            return self.human(Gender.MASCULINE, place)
        if word in self.grammar.feminine:
            return self.human(Gender.FEMININE, place)
        return self._body() if word in self.grammar.things else None

    def human(self, gender: Gender, place: int) -> Speaker | None:
        """Whom "he" or "she" means: whoever spoke last, or the foremost of this gender."""
        memory, last = self.memory, self.memory.last
        if nameless := memory.theme_before(place, gender):
            return nameless
        if last and last.is_one_human(self.grammar) and not memory.has_newer(gender):
            return last
        person = memory.foremost(gender, place)
        return speaker_of(person) if person else None

    def _body(self) -> Speaker | None:
        """Whoever spoke last, human beings apart."""
        last = self.memory.last
        return None if last and last.is_surely_human(self.grammar) else last
