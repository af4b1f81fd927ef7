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

    def resolve(self, word: str, place: int, *, answers: bool = False) -> Speaker | None:
        """Whom the pronoun means in the passage ``place``; who ``answers`` did not speak last."""
        if word in self.grammar.masculine:
            return self.human(Gender.MASCULINE, place, answers=answers)
        if word in self.grammar.feminine:
            return self.human(Gender.FEMININE, place, answers=answers)
        if word not in self.grammar.things:
            return None
        return self._silent(place) or self._body()

    def _silent(self, place: int) -> Speaker | None:
        """The spokesman of the passage before, who did not speak there."""
        silent = self.memory.silent
        return silent[1] if silent and silent[0] == place - 1 else None

    def human(self, gender: Gender, place: int, *, answers: bool = False) -> Speaker | None:
        """Whom "he" or "she" means: whoever spoke last, or the foremost of this gender."""
        memory, last = self.memory, self.memory.last
        if silent := self._silent(place):
            return silent
        asked_here = answers and memory.last_place == place
        goes_on = not asked_here and not memory.has_newer(gender)
        if last and goes_on and last.is_one_human(self.grammar):
            return last
        person = memory.foremost(gender, place, but=memory.noted_at(place) if answers else None)
        return speaker_of(person) if person else None

    def _body(self) -> Speaker | None:
        """Whoever spoke last, human beings apart."""
        last = self.memory.last
        human = last is not None and last.person is not None and last.person.gender is not None
        return None if human else last
