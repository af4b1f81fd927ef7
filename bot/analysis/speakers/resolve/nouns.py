"""the mayor, the 43-year-old, the company, her statement -> the speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import is_adjective
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.resolve.documents import Documents
from bot.analysis.speakers.resolve.heads import CHIEFS, find_head
from bot.analysis.speakers.resolve.memory import DEPTH, Memory
from bot.analysis.speakers.resolve.offices import (
    find_relative,
    has_office,
    only_person,
    serves_another,
)
from bot.analysis.speakers.resolve.pronouns import Pronouns
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_in, speaker_of
from bot.analysis.speakers.tokens import Token

LONGEST_EPITHET = 5
"""A phrase of more words stands for nobody but itself."""
SHORTEST_HEAD = 5
"""A German noun of fewer letters is not looked for at the end of longer ones."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Resolves noun phrases by the register and by what is remembered."""

    memory: Memory
    people: People
    grammar: Grammar
    pronouns: Pronouns

    @property
    def _documents(self) -> Documents:
        return Documents(self.memory, self.people, self.grammar, self.pronouns)

    def resolve(
        self,
        tokens: Sequence[Token],
        place: int,
        *,
        goes_on: bool = False,
        contracted: str = "",
    ) -> Speaker | None:
        """A body, a role, a document: in its own words, or as whom the text has named before.

        ``goes_on``: the verb tells that whoever spoke last goes on; ``contracted``: the
        preposition before the words that holds their article.
        """
        grammar, words = self.grammar, list(tokens)
        article = words[0].lower
        one = grammar.inverts and len(words) > 1 and words[1].lower in grammar.owning
        while (
            len(words) > 1
            and not one
            and (words[0].lower in grammar.articles or is_adjective(words[0], grammar))
        ):
            words = words[1:]
        pointed = article in grammar.definites or article in grammar.demonstratives
        if pointed and words[0].lower == article and len(words) > 1:
            words = words[1:]
        pointed = pointed or bool(contracted)
        lowers = tuple(token.lower for token in words)
        if grammar.inverts and lowers[-1] in grammar.anybody:
            return None  # une autre
        if lowers[-1] in grammar.media:
            return self._documents.author(words, article, place)
        if owner := self._documents.owner(words):
            return self.resolve(owner, place)
        if place == 0 and len(tokens) == 1 and (holder := self._to_come(lowers[0])):
            return speaker_of(holder)  # 'It is late,' says mayor
        his = len(words) == 2 and lowers[-1] in grammar.kin  # his dad
        if his and (relative := find_relative(self.memory, lowers[-1])):
            return speaker_of(relative)
        if pointed and place == 0 and grammar.inverts and (holder := self._later(lowers)):
            return speaker_of(holder)
        chief = self.head(lowers).startswith(CHIEFS)
        definite = pointed and (len(words) <= LONGEST_EPITHET or chief)
        if definite and (known := self._known(words, place, article, goes_on)):
            return known
        if definite and grammar.language == "en" and self._is_faceless(words):
            return None
        speaker = speaker_in(words)
        self.memory.phrases.append(speaker)
        return speaker

    def person(self, tokens: Sequence[Token], place: int) -> Person | None:
        """The person whom a phrase with "the" points back to: the mayor, the 43-year-old."""
        words = list(tokens[1:])
        if tokens[0].lower not in self.grammar.definites or not words:
            return None
        lowers = tuple(token.lower for token in words)
        if len(words) > LONGEST_EPITHET:
            return None
        if holder := self._holder(lowers, words):
            return holder
        head = self.head(lowers)
        epithet = self._is_epithet(lowers, head, words)
        bearer = self._bearer(place, tokens[0].lower, head) if epithet else None
        return bearer.person if bearer else None

    def _holder(self, words: tuple[str, ...], tokens: Sequence[Token]) -> Person | None:
        """The person spoken of last whose role the phrase names: the mayor, the PM."""
        head, grammar = self.head(words), self.grammar
        if len(words) == 1 and tokens[0].text.isupper():
            short = self.memory.latest(lambda person: head in person.initials)
            if short:
                return short
        known = head in grammar.roles or head in grammar.titles or head.startswith(CHIEFS)
        if grammar.language == "en" and head.endswith("s") and head[:-1] in grammar.roles:
            return None  # the researchers
        if not known and not (grammar.inverts and head in grammar.epithets):
            return None
        return self.memory.latest(lambda person: self._holds(person, head))

    def _to_come(self, head: str) -> Person | None:
        """The only person of the article who has the role."""
        holders = [person for person in self.people.persons if self._holds(person, head)]
        return holders[0] if len(holders) == 1 else None

    def _later(self, words: tuple[str, ...]) -> Person | None:
        """Who alone has the office of a headline: La ministra de Defensa, ...; Ana Roca, ..."""
        if self.head(words) not in self.grammar.roles:
            return None
        holders = [person for person in self.people.persons if person.role_words.issuperset(words)]
        return holders[0] if len(holders) == 1 else None

    def _known(
        self, tokens: Sequence[Token], place: int, article: str, goes_on: bool
    ) -> Speaker | None:
        """Whom a phrase with "the" points back to."""
        words = tuple(token.lower for token in tokens)
        if words[0] == "":
            return None  # a name in marks
        person = self._holder(words, tokens)
        if person and not self._may_be_other(person, tokens):
            return speaker_of(person)
        if holder := self._opener(words):
            return speaker_of(holder)
        for speaker in reversed(self.memory.phrases[-DEPTH:]):
            if words in (speaker.phrase[-len(words) :], speaker.phrase[: len(words)]):
                return speaker
        head = self.head(words)
        if article in self.grammar.demonstratives and (owner := self._owner(head)):
            return owner
        if article in self.grammar.demonstratives or self._is_epithet(words, head, tokens):
            last = self.memory.last
            if goes_on and last and (last.person or last.is_one_human(self.grammar)):
                return last
            return self._bearer(place, article, head)
        if head in self.grammar.epithets_named and tokens[0].capital and "'s" not in words:
            focus = self.memory.focus(place)
            if focus and not person and not has_office(focus, self.grammar):
                return speaker_of(focus)
        if alone := only_person(self.memory, words, tokens, place, self.grammar):
            return speaker_of(alone)
        bodies = self.memory.bodies if head in self.grammar.bodies else ()
        if self.grammar.inverts and any(t.capital and t.lower != head for t in tokens):
            return None  # la Federación de Remo
        bodies = [body for body in bodies if self.grammar.authorities.isdisjoint(body.phrase)]
        return bodies[-1] if bodies else None

    def _owner(self, head: str) -> Speaker | None:
        """The body in the last French or Spanish phrase: fuentes del | Ministerio de Pesca."""
        last = self.memory.phrases[-1] if self.memory.phrases else None
        if self.grammar.language not in ("es", "fr") or last is None or head not in last.phrase[1:]:
            return None
        name = last.name[last.name.lower().index(head) :]
        return Speaker(name, phrase=last.phrase[last.phrase.index(head) :])

    def _opener(self, words: Sequence[str]) -> Person | None:
        """Who has the office that opened the story: the (former) leader of the council."""
        office, person = self.memory.holder or ((), None)
        same = bool(office) and self.head(office) == self.head(words)
        return person if same and set(words) - {"former"} <= set(office) else None

    def head(self, words: Sequence[str]) -> str:
        """The noun of a phrase: of "the founder of Halden Press", founder."""
        return find_head(words, self.grammar)

    def _holds(self, person: Person, head: str) -> bool:
        """Whether the noun is in a role of the person, or in German ends one: Stadtdirektorin."""
        if head in person.role_words or person.role_words.issuperset(head.split("-")):
            return True
        if self.grammar.language != "de" or len(head) < SHORTEST_HEAD:
            return False
        return any(word.endswith((head, f"{head}s", f"{head}es")) for word in person.role_words)

    def _may_be_other(self, person: Person, tokens: Sequence[Token]) -> bool:
        """Whether "the Halden driver" need not be this driver: another person spoke last."""
        names = {token.lower for token in tokens if token.capital}
        if serves_another(person, tokens, self.grammar):
            return True
        if (
            not names
            or names <= person.role_words | person.initials
            or self.grammar.language == "de"
        ):
            return False
        last = self.memory.last
        if self.grammar.language == "en":
            return last is None or last.person is not person
        return bool(last and last.person and last.person is not person)

    def _is_epithet(self, words: Sequence[str], head: str, tokens: Sequence[Token]) -> bool:
        """Whether the phrase can stand for whom the story is about: the 43-year-old, the Czech."""
        grammar = self.grammar
        described = head in grammar.epithets or self._is_calling(head)
        if not grammar.inverts:
            last = words[-1].rpartition("-")[2]  # the off-spinner
            described = described or last in grammar.epithets or words[-1] in grammar.epithets
        described = described or head.startswith(CHIEFS)
        described = described or "-".join(words) in grammar.epithets  # the mother of two
        people = tokens[-1].capital and words[-1] in grammar.demonyms
        named = any(token.capital and self.people.called((token.text,)) for token in tokens)
        owned = next((i for i, word in enumerate(words) if word in grammar.owning), len(words))
        tied = grammar.inverts and any(word in grammar.roles for word in words[owned:])
        tied = tied or (head in grammar.kin and words[owned + 1 :] not in ((), ("familia",)))
        other = named or tied or "'s" in words or head.endswith("s")
        return (described or people) and not other

    def _is_faceless(self, tokens: Sequence[Token]) -> bool:
        """Whether a phrase only tells an age or a people: the 43-year-old, the Czech."""
        noun = tokens[-1]
        people = noun.capital and noun.lower in self.grammar.demonyms
        return len(tokens) == 1 and (people or noun.lower.endswith("-year-old"))

    def is_faceless(self, speaker: Speaker) -> bool:
        """Whether a French or Spanish phrase only tells a people or a feat: el holandés."""
        grammar = self.grammar
        if grammar.language not in ("es", "fr") or speaker.person or len(speaker.phrase) != 1:
            return False
        return speaker.phrase[0] in grammar.epithets and speaker.phrase[0] not in grammar.roles

    def _is_calling(self, head: str) -> bool:
        """Whether the noun tells what somebody does, and is no office that one person holds."""
        grammar = self.grammar
        return grammar.inverts and head in grammar.roles and head not in grammar.offices_of_one

    def _without_office(self, person: Person, gender: Gender | None, head: str) -> Person | None:
        """The person, or who alone of late has no office, where a calling is told of one."""
        told = head in self.grammar.epithets

        def fits(person: Person) -> bool:
            known = [word for word in person.role_words if word in self.grammar.roles]
            held = any(word in self.grammar.offices_of_one for word in known)
            return person.sure and not held and (told or not known)

        if fits(person) or (told and head not in self.grammar.exclusives):
            return person
        return self.memory.only(gender, fits) if told and gender else None

    def _bearer(self, place: int, article: str, head: str) -> Speaker | None:
        """Of whom an epithet is said: of whoever spoke last and has no name, or of the focus.

        Where articles tell a gender, also of the one person who fits: der 61-Jährige.
        """
        memory, last = self.memory, self.memory.last
        gender = self.gender(article)
        romance = self.grammar.language in ("es", "fr")
        loose = not romance or head in self.grammar.generic or article not in self.grammar.definites
        nameless = memory.theme_before(place, gender)
        if nameless and (loose or head in nameless.phrase):
            return nameless
        pointed = romance and article in self.grammar.demonstratives
        same = (
            not gender or pointed or head in (*self.grammar.generic, *(last.phrase if last else ()))
        )
        if last and same and last.is_one_human(self.grammar) and not memory.has_newer(gender):
            return last
        person = memory.subject_before(place) if self.grammar.inverts else None
        if person is None or (gender and person.gender not in (gender, None)):
            person = memory.focus(place, gender)
        if person is None and gender:
            person = memory.only(gender)
        if head in self.grammar.exclusives and (not person or person.role_words):
            person = memory.only(gender, lambda one: not one.role_words) if gender else None
        if person and self.grammar.language == "en" and memory.has_rival(person, place):
            return None
        alone = gender is not None and memory.only(gender) is person
        calling = self._is_calling(head) or head.startswith(CHIEFS)
        if person and calling and not (alone and last and last.person is person):
            person = self._without_office(person, gender, head)
        return speaker_of(person) if person else None

    def gender(self, article: str, words: Sequence[str] = ("",)) -> Gender | None:
        """The gender that an article tells, or in English the noun: the woman; None: neither."""
        grammar, head = self.grammar, self.head(words)
        if article in grammar.definites_masculine or head in grammar.titles_masculine:
            return Gender.MASCULINE
        feminine = article in grammar.definites_feminine or head in grammar.titles_feminine
        return Gender.FEMININE if feminine else None
