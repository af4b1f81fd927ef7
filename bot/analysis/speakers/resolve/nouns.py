"""the mayor, the 43-year-old, the company, her statement -> the speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.resolve.memory import DEPTH, Memory
from bot.analysis.speakers.resolve.pronouns import Pronouns
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in, speaker_of
from bot.analysis.speakers.tokens import Token

LONGEST_EPITHET = 5
"""A phrase of more words stands for nobody but itself."""
SHORTEST_HEAD = 5
"""A German noun of fewer letters is not looked for at the end of longer ones."""
ANYBODY = frozenset(
    (
        "man",
        "woman",
        "boy",
        "girl",
        "person",
        "child",
        "official",
        "source",
        "regulator",
        "operator",
    )
)
"""No epithet: "the man" need not be the one whom the story is about, nor is he a regulator."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Resolves noun phrases by the register and by what is remembered."""

    memory: Memory
    people: People
    grammar: Grammar
    pronouns: Pronouns

    def resolve(self, tokens: Sequence[Token], place: int) -> Speaker | None:
        """A body, a role, a document: in its own words, or as whom the text has named before."""
        grammar, words = self.grammar, list(tokens)
        article = words[0].lower
        while len(words) > 1 and words[0].lower in grammar.articles:
            words = words[1:]
        lowers = tuple(token.lower for token in words)
        if lowers[-1] in grammar.media:
            return self._author(words, article, place)
        definite = article in grammar.definites and len(words) <= LONGEST_EPITHET
        if definite and (known := self._known(lowers, place, words)):
            return known
        speaker = speaker_in(words)
        self.memory.phrases.append(speaker)
        return speaker

    def holder(self, words: tuple[str, ...]) -> Person | None:
        """The person spoken of last whose role the phrase names: the mayor."""
        head = self._head(words)
        if head not in self.grammar.roles and head not in self.grammar.titles:
            return None
        return self.memory.latest(lambda person: self._holds(person, head))

    def _known(self, words: tuple[str, ...], place: int, tokens: Sequence[Token]) -> Speaker | None:
        """Whom a phrase with "the" points back to."""
        if person := self.holder(words):
            return speaker_of(person)
        for speaker in reversed(self.memory.phrases[-DEPTH:]):
            if words in (speaker.phrase[-len(words) :], speaker.phrase[: len(words)]):
                return speaker
        head = self._head(words)
        named = any(token.capital and self.people.called((token.text,)) for token in tokens)
        if "'s" not in words and not named and self._is_epithet(head, tokens[-1]):
            return self._bearer(place)
        bodies = self.memory.bodies if head in self.grammar.bodies else ()
        return bodies[-1] if bodies else None

    def _author(self, words: Sequence[Token], article: str, place: int) -> Speaker | None:
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
        if len(words) == 1 and article in grammar.definites and spoken and self.memory.last:
            return self.memory.last
        return speaker_in(words)

    def _head(self, words: Sequence[str]) -> str:
        """The noun of a phrase: of "the founder of Halden Press", founder."""
        for index in range(1, len(words)):
            if words[index] in self.grammar.linkers:
                return words[index - 1]
        return words[-1].partition("-of-")[0]

    def _holds(self, person: Person, head: str) -> bool:
        """Whether the noun is in a role of the person, or in German ends one: Stadtdirektorin."""
        if head in person.role_words:
            return True
        if self.grammar.language != "de" or len(head) < SHORTEST_HEAD:
            return False
        return any(word.endswith(head) for word in person.role_words)

    def _is_epithet(self, head: str, last: Token) -> bool:
        """Whether the noun can stand for one human being: the 43-year-old, the Czech."""
        if last.capital and head in self.grammar.demonyms:
            return True
        return head in self.grammar.roles and not head.endswith("s") and head not in ANYBODY

    def _bearer(self, place: int) -> Speaker | None:
        """Of whom an epithet is said: of whoever spoke last and has no name, or of the focus."""
        memory, last = self.memory, self.memory.last
        if last and last.is_one_human(self.grammar) and not memory.has_newer():
            return last
        person = memory.focus(place)
        return speaker_of(person) if person else None
