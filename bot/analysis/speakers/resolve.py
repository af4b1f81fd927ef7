"""mentions in reading order -> speakers: "he", "Mr Blinken", "the mayor" -> the fullest name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Mention, MentionKind
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.tokens import Token
from bot.model import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person of the register, or the words of a phrase."""

    name: str
    person: Person | None = None
    role: Span | None = None
    phrase: tuple[str, ...] = ()


@dataclass(slots=True)
class Resolver:
    """Follows an article from its start and keeps in mind who was spoken of.

    ``last`` is the speaker of the attribution before, None where the text did not settle it.
    """

    people: People
    grammar: Grammar
    last: Speaker | None = None
    recent: list[tuple[int, int, Person]] = field(default_factory=list)
    phrases: list[Speaker] = field(default_factory=list)

    def resolve(self, mention: Mention, tokens: Sequence[Token], place: int) -> Speaker | None:
        """The speaker whom the mention names; ``place`` is the number of the passage."""
        if mention.kind == MentionKind.PRONOUN:
            return self._pronoun(tokens[mention.start].lower, place)
        if mention.kind == MentionKind.NAME:
            words = tuple(t.text for t in tokens[mention.name_start : mention.name_end])
            return self._named(words, place, tokens, mention)
        return self._phrase(tokens[mention.start : mention.end])

    def follow(
        self, mention: Mention | None, tokens: Sequence[Token], place: int
    ) -> Speaker | None:
        """The speaker of the next attribution; without a mention, that of the one before."""
        if mention:
            self.last = self.resolve(mention, tokens, place)
            if self.last and self.last.person:
                self.note(self.last.person, place, 5)
        return self.last

    def note(self, person: Person, place: int, weight: int) -> None:
        """Keep in mind that the passage ``place`` speaks of a person, with this weight."""
        self.recent.append((place, weight, person))

    def _named(
        self, words: tuple[str, ...], place: int, tokens: Sequence[Token], mention: Mention
    ) -> Speaker | None:
        people = self.people.called(words)
        if not people:
            return Speaker(" ".join(words))
        if len(people) > 1:
            gender = self._titled_gender(tokens, mention)
            fitting = [p for p in people if not (gender and p.gender and p.gender != gender)]
            recent = [p for _, _, p in reversed(self.recent) if p in fitting]
            people = (recent[0],) if recent else tuple(fitting[:1])
        return speaker_of(people[0]) if people else None

    def _titled_gender(self, tokens: Sequence[Token], mention: Mention) -> Gender | None:
        titles = {t.lower for t in tokens[max(0, mention.name_start - 1) : mention.name_start]}
        if any(title in self.grammar.titles_masculine for title in titles):
            return Gender.MASCULINE
        if any(title in self.grammar.titles_feminine for title in titles):
            return Gender.FEMININE
        return None

    def _pronoun(self, word: str, place: int) -> Speaker | None:
        if word in self.grammar.masculine:
            return self._gendered(Gender.MASCULINE, place)
        if word in self.grammar.feminine:
            return self._gendered(Gender.FEMININE, place)
        if self.last and self.last.person is None and word in ("they", "it", "sie", "es"):
            return self.last
        return None

    def _gendered(self, gender: Gender, place: int) -> Speaker | None:
        if (
            self.last
            and self.last.person is None
            and self.last.phrase
            and not self._newer(gender, place)
        ):
            return self.last
        best: tuple[float, Person] | None = None
        for where, weight, person in self.recent[-40:]:
            if person.gender not in (gender, None):
                continue
            score = weight - 2.0 * (place - where) + (1.5 if person.gender == gender else 0)
            if best is None or score >= best[0]:
                best = (score, person)
        return speaker_of(best[1]) if best else None

    def _newer(self, gender: Gender, place: int) -> bool:
        return any(
            place - where <= 1 and person.gender == gender and weight >= 3
            for where, weight, person in self.recent[-6:]
        )

    def _phrase(self, tokens: Sequence[Token]) -> Speaker | None:
        words = list(tokens)
        definite = bool(words) and words[0].lower == "the"
        while words and words[0].lower in ("the", "a", "an"):
            words = words[1:]
        if not words:
            return None
        lowers = tuple(token.lower for token in words)
        if definite and len(words) <= 3:
            if person := self._holder(lowers):
                return speaker_of(person)
            for speaker in reversed(self.phrases):
                if (
                    speaker.phrase[-len(lowers) :] == lowers
                    or speaker.phrase[: len(lowers)] == lowers
                ):
                    return speaker
        speaker = Speaker(_joined(words), phrase=lowers)
        self.phrases.append(speaker)
        return speaker

    def _holder(self, words: tuple[str, ...]) -> Person | None:
        """The one person whose role the words name."""
        if words[-1] not in self.grammar.roles and words[-1] not in self.grammar.titles:
            return None
        seen = [person for _, _, person in reversed(self.recent) if person.role]
        return next((person for person in seen if words[-1] in _words_of(person)), None)


def _words_of(person: Person) -> tuple[str, ...]:
    return ()


def speaker_of(person: Person) -> Speaker:
    """The person as a speaker, by the fullest name."""
    return Speaker(" ".join(person.name), person, person.role)


def _joined(tokens: Sequence[Token]) -> str:
    """The words with the spaces that they have in the text."""
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if index and token.start > tokens[index - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)
