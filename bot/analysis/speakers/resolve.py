"""mentions in reading order -> speakers: "he", "Mr Roe", "the mayor" -> the fullest name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import Name, is_adjective
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token
from bot.model import Span

MEMORY = 40
"""How many of the last mentions are kept in mind."""
HEAD = 100
"""So many mentions at the start of an article tell whom an interview is with."""
LONGEST_EPITHET = 5
SHORTEST_HEAD = 5
"""A German noun of fewer letters is not looked for at the end of longer ones."""
SPEAKER = 4.0
SUBJECT = 3.0
OTHER = 1.0
FULL = 2.0
DECAY = 2.0
KNOWN = 0.5


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
    since: int = 0  # how many mentions came before the last attribution
    met: set[Person] = field(default_factory=set)
    recent: list[tuple[int, float, Person]] = field(default_factory=list)
    phrases: list[Speaker] = field(default_factory=list)
    bodies: list[Speaker] = field(default_factory=list)

    def resolve(self, mention: Mention, tokens: Sequence[Token], place: int) -> Speaker | None:
        """The speaker whom the mention names; ``place`` is the number of the passage."""
        if mention.kind == MentionKind.PRONOUN:
            return self._pronoun(tokens[mention.start].lower, place)
        if mention.kind == MentionKind.NAME:
            words = tuple(t.text for t in tokens[mention.name_start : mention.name_end])
            return self._named(words, place, tokens, mention)
        beside = {token.lower for token in tokens[mention.end : mention.end + 1]}
        beside |= {token.lower for token in tokens[max(0, mention.start - 1) : mention.start]}
        goes_on = not beside.isdisjoint(self.grammar.continuations)
        return self._phrase(tokens[mention.start : mention.end], place, goes_on)

    def follow(
        self, mention: Mention | None, tokens: Sequence[Token], place: int
    ) -> Speaker | None:
        """The speaker of the next attribution; without a mention, that of the one before."""
        if mention:
            self.last = self.resolve(mention, tokens, place)
            self.since = len(self.recent)
            if self.last and self._is_body(self.last):
                self.bodies.append(self.last)
            if self.last and self.last.person:
                self.note(self.last.person, place, SPEAKER)
        return self.last

    def note_name(self, name: Name, tokens: Sequence[Token], place: int) -> None:
        """Keep in mind a name where it stands; one who is introduced weighs like a subject."""
        words = tuple(token.text for token in tokens[name.first : name.end])
        before = tokens[name.start - 1].lower if name.start else ""
        after = tokens[name.end].lower if name.end < len(tokens) else ""
        begins = name.start < 3 or after in self.grammar.auxiliaries or after in self.grammar.verbs
        subject = begins and after != "'s" and before not in self.grammar.prepositions
        for person in self.people.called(words)[:1]:
            introduced = len(words) > 1 and person.sure and person not in self.met
            self.met.add(person)
            full = FULL if len(words) > 1 and person.sure else OTHER
            self.note(person, place, SUBJECT if subject or introduced else full)

    def note_subject(self, mention: Mention, tokens: Sequence[Token], place: int) -> None:
        """Keep in mind whom a sentence is about, even if it only says "she" or "the mayor"."""
        speaker: Speaker | None = None
        if mention.kind is MentionKind.PHRASE:
            words = tuple(token.lower for token in tokens[mention.start : mention.end])
            if words[0] in self.grammar.definites and len(words) <= LONGEST_EPITHET:
                person = self._holder(self._head(words))
                speaker = speaker_of(person) if person else None
        else:
            speaker = self.resolve(mention, tokens, place)
        if speaker and speaker.person:
            self.note(speaker.person, place, SUBJECT)

    def note(self, person: Person, place: int, weight: float) -> None:
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
            recent = [p for _, _, p in reversed(self.recent[-MEMORY:]) if p in fitting]
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
        last = self.last
        human = last is not None and last.person is not None and last.person.gender is not None
        return last if last and not human and word in self.grammar.things else None

    def _gendered(self, gender: Gender, place: int) -> Speaker | None:
        last = self.last
        if last and self._is_one_person(last) and not self._newer(gender):
            return last
        best: tuple[float, Person] | None = None
        for where, weight, person in self.recent[-MEMORY:]:
            if person.gender not in (gender, None):
                continue
            score = weight - DECAY * (place - where) + (KNOWN if person.gender == gender else 0)
            if person.gender is None and not person.sure and weight < SPEAKER:
                continue
            if best is None or score >= best[0]:
                best = (score, person)
        return speaker_of(best[1]) if best else None

    def _is_one_person(self, speaker: Speaker) -> bool:
        """Whether a phrase stands for one human being: a police spokeswoman, Darrin."""
        if speaker.person or not speaker.phrase:
            return False
        lasts = [word for word in speaker.phrase if word in self.grammar.roles]
        if lasts:
            return not lasts[-1].endswith("s")
        return len(speaker.phrase) == 1 and speaker.name[0].isupper()

    def _is_body(self, speaker: Speaker) -> bool:
        """Whether the speaker is a named body rather than a human being."""
        if speaker.person:
            return speaker.person.gender is None and not speaker.person.role
        words = speaker.name.split()
        people = words[-1].lower() in self.grammar.roles
        named = words[0][0].isupper() and words[-1][0].isupper()
        return named and not people and not self._is_one_person(speaker)

    def interviewee(self) -> Speaker | None:
        """The one person whom the text before an interview is about."""
        opening = self.recent[:HEAD]
        counts = Counter(person for _, _, person in opening if person.sure)
        ranked = counts.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return speaker_of(ranked[0][0])
        leading = {person for _, weight, person in opening if weight >= SUBJECT}
        return speaker_of(leading.pop()) if len(leading) == 1 else None

    def _newer(self, gender: Gender) -> bool:
        """Whether somebody of this gender was spoken of since the last attribution."""
        return any(
            person.gender == gender or (person.gender is None and weight > OTHER)
            for _, weight, person in self.recent[self.since :]
        )

    def _phrase(self, tokens: Sequence[Token], place: int, goes_on: bool) -> Speaker | None:
        """A body, a role, a document: in its own words, or as whom the text has named before."""
        grammar = self.grammar
        words = list(tokens)
        article = words[0].lower
        while len(words) > 1 and (
            words[0].lower in grammar.articles or is_adjective(words[0], grammar)
        ):
            words = words[1:]
        lowers = tuple(token.lower for token in words)
        if lowers[-1] in grammar.media:
            return self._document(words, article, place)
        if article in grammar.definites and len(words) <= LONGEST_EPITHET:
            head = self._head(lowers)
            person = self._holder(head)
            if person and not self._may_be_other(person, words):
                return speaker_of(person)
            for speaker in reversed(self.phrases[-MEMORY:]):
                if lowers in (speaker.phrase[-len(lowers) :], speaker.phrase[: len(lowers)]):
                    return speaker
            if self._is_epithet(lowers, head):
                if goes_on and self.last and self.last.person:
                    return self.last
                if person := self._in_focus(place):
                    return speaker_of(person)
            if head in grammar.bodies and (body := self._body()):
                return body
        speaker = Speaker(_joined(words), phrase=lowers)
        self.phrases.append(speaker)
        return speaker

    def _document(self, words: list[Token], article: str, place: int) -> Speaker | None:
        """Whose document it is: her statement, the ministry's report; else the document itself."""
        if article in self.grammar.possessives_masculine:
            return self._gendered(Gender.MASCULINE, place)
        if article in self.grammar.possessives_feminine:
            return self._gendered(Gender.FEMININE, place)
        owner = [token for token in words[:-1] if token.lower not in ("'s",)]
        if owner and all(token.capital for token in owner):
            names = tuple(token.text for token in owner)
            people = self.people.called(names)
            return speaker_of(people[0]) if people else Speaker(_joined(owner), phrase=names)
        spoken = words[-1].lower in self.grammar.occasions
        if len(words) == 1 and article in self.grammar.definites and spoken and self.last:
            return self.last
        return Speaker(_joined(words), phrase=tuple(token.lower for token in words))

    def _head(self, words: Sequence[str]) -> str:
        """The noun of a phrase: of "the founder of Halden Press", founder."""
        for index in range(1, len(words)):
            if words[index] in self.grammar.linkers:
                return words[index - 1]
        return words[-1].partition("-of-")[0]

    def _holder(self, head: str) -> Person | None:
        """The person spoken of last whose role the noun names: the mayor."""
        if head not in self.grammar.roles and head not in self.grammar.titles:
            return None
        recent = reversed(self.recent[-MEMORY:])
        return next((person for _, _, person in recent if self._holds(person, head)), None)

    def _holds(self, person: Person, head: str) -> bool:
        """Whether the noun is in a role of the person, or in German ends one: Stadtdirektorin."""
        if head in person.role_words:
            return True
        if self.grammar.language != "de" or len(head) < SHORTEST_HEAD:
            return False
        return any(word.endswith(head) for word in person.role_words)

    def _may_be_other(self, person: Person, words: Sequence[Token]) -> bool:
        """Whether "the Halden driver" need not be this driver: another person spoke last."""
        names = {token.lower for token in words if token.capital}
        if not names or names <= person.role_words or self.grammar.language == "de":
            return False
        return bool(self.last and self.last.person and self.last.person is not person)

    def _body(self) -> Speaker | None:
        """The named body that spoke last, for "the company"."""
        return self.bodies[-1] if self.bodies else None

    def _is_epithet(self, words: Sequence[str], head: str) -> bool:
        """Whether the phrase can stand for whom the story is about: the 43-year-old."""
        described = head in self.grammar.epithets or words[-1] in self.grammar.epithets
        return described and "'s" not in words and not head.endswith("s")

    def _in_focus(self, place: int) -> Person | None:
        """The person whom the last sentences are about; None where they are about several."""
        fresh = {person for _, _, person in self.recent[self.since :] if person.sure}
        fresh -= {self.last.person} if self.last and self.last.person else set()
        if len(fresh) == 1:
            return fresh.pop()
        near = [p for where, weight, p in self.recent[-6:] if place - where <= 2 and weight > OTHER]
        near = near or [person for where, _, person in self.recent[-6:] if place - where <= 2]
        near = [person for person in near if person.sure]
        return near[-1] if near and all(person is near[-1] for person in near) else None


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
