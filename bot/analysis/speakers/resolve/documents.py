"""her statement, the ministry's report, ein Brief der Stadt -> whose words they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import holds_speaker
from bot.analysis.speakers.people import Gender, People
from bot.analysis.speakers.resolve.memory import Memory
from bot.analysis.speakers.resolve.pronouns import Pronouns
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in, speaker_of
from bot.analysis.speakers.tokens import Token

ORAL = frozenset(("message", "post", "speech", "statement", "tweet"))
"""English nouns for words that are always somebody's."""
FRESH = 1
"""So many passages after somebody spoke, "the statement" may still be theirs."""


@dataclass(frozen=True, slots=True)
class Documents:
    """Resolves documents by the register and by what is remembered."""

    memory: Memory
    people: People
    grammar: Grammar
    pronouns: Pronouns

    def author(self, words: Sequence[Token], article: str, place: int) -> Speaker | None:
        """Whose document it is: her statement, the ministry's report; else the document itself."""
        grammar = self.grammar
        if article in grammar.possessives_masculine:
            return self.pronouns.human(Gender.MASCULINE, place)
        if article in grammar.possessives_feminine:
            return self.pronouns.human(Gender.FEMININE, place)
        owner = [token for token in words[:-1] if token.lower != "'s"]
        if owner and all(token.capital for token in owner):
            names = tuple(token.text for token in owner)
            people = self.people.called(names)
            return speaker_of(people[0]) if people else speaker_in(owner, names)
        spoken = words[-1].lower in grammar.occasions
        fresh = grammar.language != "en" or self.memory.last_place >= place - FRESH
        bare = len(words) == 1 and article in grammar.definites
        if bare and spoken and fresh and self.memory.last:
            return self.memory.last
        somebody = bare and grammar.language == "en" and words[0].lower in ORAL
        return None if somebody else speaker_in(words)

    def owner(self, words: Sequence[Token]) -> Sequence[Token]:
        """Whose document a phrase names: eine Erklärung | der Gewerkschaft; () if nobody's."""
        grammar = self.grammar
        if not grammar.inverts:
            return ()
        letters = grammar.media & grammar.occasions  # a report speaks for itself
        for index in range(1, len(words) - 1):
            if words[index].lower in grammar.owning and words[index - 1].lower in letters:
                owner = words[index + 1 :]
                named = self.people.called(tuple(t.text for t in owner if t.capital))
                return owner if named or holds_speaker(owner, grammar) else ()
        return ()
