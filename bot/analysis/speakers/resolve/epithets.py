"""the 43-year-old, the Czech, the accused, der Wirt -> of whom it is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.compounds import find_gender
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.nouns import is_plural
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.resolve.heads import CHIEFS, find_head
from bot.analysis.speakers.resolve.memory import Memory
from bot.analysis.speakers.resolve.offices import has_office
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_of
from bot.analysis.speakers.tokens import NO_QUOTE, Token

FORMER = frozenset(("ancien", "ancienne"))
"""French words that tell of somebody known what he was: l'ancien gaucher."""
LED = frozenset(("actor", "actress", "all-rounder", "attacker", "batsman", "batter", "bowler"))
LED |= {"centre-back", "cornerback", "defender", "footballer", "forward", "full-back", "fullback"}
LED |= {"goalkeeper", "goaltender", "jockey", "keeper", "left-back", "linebacker", "lineman"}
LED |= {"midfielder", "off-spinner", "opener", "pitcher", "player", "playmaker", "quarterback"}
LED |= {"receiver", "rider", "right-back", "scrum-half", "seamer", "slugger", "spinner", "starlet"}
LED |= {"striker", "winger", "wingback", "youngster"}
LEADING = frozenset(("boss", "coach", "director", "gaffer", "manager", "principal", "trainer"))
"""English nouns for players, and for those who lead them."""
PEOPLE = "és"
"""The ending of Spanish nouns for one of a people: el danés."""
RESIDENTS = {"de": ("er", "erin"), "es": ("ense", "eña", "eño", "ista", "or", "ora", "és")}
"""Endings of nouns for who lives somewhere."""
PAPERS = ("akten", "angaben", "aussagen", "berichten", "daten", "fotos", "quellen", "unterlagen")
"""How German nouns end that are no surnames, though nothing more is told of them."""


@dataclass(frozen=True, slots=True)
class Epithets:
    """Resolves what is said of a person in place of the name."""

    memory: Memory
    people: People
    grammar: Grammar

    def is_epithet(self, words: Sequence[str], head: str, tokens: Sequence[Token]) -> bool:
        """Whether the phrase can stand for whom the story is about: the 43-year-old, the Czech."""
        grammar = self.grammar
        described = head in grammar.epithets or self._is_calling(head)
        if not grammar.inverts:
            last = words[-1].rpartition("-")[2]  # the off-spinner
            described = described or last in grammar.epithets or words[-1] in grammar.epithets
        former = words[0] in FORMER or (grammar.language == "de" and head.startswith("ex-"))
        described = described or head.startswith(CHIEFS) or former
        whole = "-".join(words) in grammar.epithets  # the mother of two; el dos del mundo
        described = described or whole
        described = described or self._is_resident(words)
        people = tokens[-1].capital and words[-1] in grammar.demonyms
        called = (self.people.called((token.text,)) for token in tokens if token.capital)
        named = any(one.sure or not grammar.drops_subjects for some in called for one in some)
        named = named and head not in grammar.peers  # le coéquipier de Jean Roc
        owned = next((i for i, word in enumerate(words) if word in grammar.owning), len(words))
        tied = grammar.inverts and any(word in grammar.roles for word in words[owned:])
        tied = tied or (head in grammar.kin and words[owned + 1 :] not in ((), ("familia",)))
        one = whole or (grammar.drops_subjects and head.endswith(PEOPLE))
        several = is_plural(head) and not one
        other = named or tied or several or "'s" in words
        return (described or people) and not other

    def _is_resident(self, words: Sequence[str]) -> bool:
        """Whether a word may tell where somebody is from: der Haldener; el brealense, la ulleña.

        In German and Spanish.
        """
        ends = RESIDENTS.get(self.grammar.language)
        if ends is None or len(words) != 1 or not words[0].endswith(ends):
            return False
        return words[0] not in self.grammar.speakers and words[0] not in self.grammar.bodies

    def _is_surname(self, speaker: Speaker) -> bool:
        """Whether a German speaker has one word for a name, of whom nothing else is told."""
        alone, name = speaker.person is None and " " not in speaker.name, speaker.name.lower()
        known = speaker.name.isupper() or name in self.grammar.speakers or name.endswith(PAPERS)
        return alone and not known and not self._is_resident((name,))

    def has_only_age(self, tokens: Sequence[Token]) -> bool:
        """Whether an English phrase only tells an age or a people: the 43-year-old, the Czech."""
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
            known = any(word in self.grammar.roles for word in person.role_words)
            return person.sure and not self._holds_office(person) and (told or not known)

        if fits(person) or (told and head not in self.grammar.exclusives):
            return person
        return self.memory.only(gender, fits) if told and gender else None

    def _holds_office(self, person: Person) -> bool:
        """Whether the text tells an office of the person that nobody else holds: the coach.

        Not what anybody may be: a neighbour.
        """
        held = person.role_words - self.grammar.exclusives
        return any(word in self.grammar.offices_of_one for word in held)

    def points_to_speaker(self, tokens: Sequence[Token]) -> bool:
        """Whether a Spanish phrase tells more of whom it speaks: la también edil; el de Brea.

        Or gives a nickname: el «Lobo».
        """
        grammar = self.grammar
        if not grammar.drops_subjects or len(tokens) < 2:
            return False
        article, second, *rest = tokens
        if article.lower not in grammar.definites or article.lower in grammar.plurals:
            return False
        if not rest:
            return second.quote != NO_QUOTE
        from_there = second.lower in grammar.owning and all(_is_name(token) for token in rest)
        return from_there or second.lower == "también"

    def speaker(self, place: int, article: str) -> Speaker | None:
        """Whoever spoke last, if nobody came up since; else whom the text is about."""
        memory, gender = self.memory, self.gender(article)
        last = memory.last.person if memory.last else None
        if last and last.sure and last.gender in (gender, None) and not memory.newer() - {last}:
            return memory.last
        person = memory.subject_before(place) or memory.focus(place, gender)
        fits = person is not None and person.gender in (gender, None)
        return speaker_of(person) if person and fits else None

    def bearer(self, place: int, article: str, head: str) -> Speaker | None:
        """Of whom an epithet is said: of whoever spoke last and has no name, or of the focus.

        Where articles tell a gender, also of the one person who fits: der 61-Jährige.
        """
        memory, last = self.memory, self.memory.last
        gender = self.gender(article)
        several = self.grammar.language == "de" and gender is Gender.FEMININE
        masculine = find_gender((head,), self.grammar) is Gender.MASCULINE
        resident = head.endswith("er") and self._is_resident((head,))
        if several and (masculine or resident or head.endswith("en")):
            return None  # die Räuber, die Winzer, die Beamten
        if self.grammar.drops_subjects and last and last.person and memory.last_place >= place - 1:
            told = last.person.sure and last.person.gender in (gender, None)
            if told and not memory.newer() and not self._is_other(last.person, head):
                return last
        if self._is_shared(place, gender, head):
            return None
        romance = self.grammar.language in ("es", "fr")
        loose = not romance or head in self.grammar.generic or article not in self.grammar.definites
        nameless = memory.theme_before(place, gender)
        if nameless and (loose or head in nameless.phrase):
            return nameless
        pointed = romance and article in self.grammar.demonstratives
        again = head in self.grammar.generic or (last is not None and head in last.phrase)
        same = (not gender or pointed or again) and not self.is_another(head)
        same = same and not self._is_of_other(gender)
        if last and same and last.is_one_human(self.grammar) and not memory.has_newer(gender):
            return last
        person = subject = memory.subject_before(place) if self.grammar.inverts else None
        if self.grammar.language == "de" and last and not memory.has_newer(gender):
            if self._is_surname(last):
                return last
            if person is None and last.person and last.person.gender in (gender, None):
                person = last.person
        if person is None or (gender and person.gender not in (gender, None)):
            person = memory.focus(place, gender)
        if person is None and gender:
            person = memory.only(gender)
        if head in self.grammar.exclusives and (not person or self._holds_office(person)):
            holds = self._holds_office
            person = memory.only(gender, lambda one: not holds(one)) if gender else None
        if person and self.grammar.language == "en":
            if memory.has_rival(person, place):
                return None
            if head in LED and not LEADING.isdisjoint(person.role_words - {head}):
                others = [
                    one for one in memory.met if one.sure and not has_office(one, self.grammar)
                ]
                person = others[0] if len(others) == 1 else None
        alone = gender is not None and memory.only(gender) is person
        calling = self._is_calling(head) or head.startswith(CHIEFS)
        about = {subject, last.person if last else None}
        if person and calling and not (alone and person in about):
            person = self._without_office(person, gender, head)
        if person is None and romance and gender and head in self.grammar.epithets:
            first = memory.protagonist()
            person = first if first and first.gender in (gender, None) else None
        if person and gender and self._is_other(person, head):
            person = memory.only(gender, lambda one: not self._is_other(one, head))
        return speaker_of(person) if person else None

    def _is_of_other(self, gender: Gender | None) -> bool:
        """Whether whoever spoke last had a French article of the other gender: une passante."""
        told = {"un": Gender.MASCULINE, "une": Gender.FEMININE}.get(self.memory.last_article)
        french = self.grammar.language == "fr" and self.memory.last and not self.memory.last.person
        return bool(french and gender and told and told is not gender)

    def is_another(self, head: str) -> bool:
        """Whether a French noun parts who is meant from the nameless one who spoke last.

        Of the accused and the expert, each is somebody else.
        """
        last, exclusives = self.memory.last, self.grammar.exclusives
        if self.grammar.language != "fr" or last is None or last.person or head in last.phrase:
            return False
        return head in exclusives or not exclusives.isdisjoint(last.phrase)

    def _is_other(self, person: Person, head: str) -> bool:
        """Whether a Spanish noun tells a people, and the text that the person is of another.

        Or a noun of nobody who has an office, and the person has one.
        """
        if not self.grammar.drops_subjects:
            return False
        if head in self.grammar.exclusives:
            return self._holds_office(person)
        if head not in self.grammar.demonyms:
            return False
        told = self.grammar.demonyms.intersection(person.role_words)
        return bool(told) and head not in told

    def _is_shared(self, place: int, gender: Gender | None, head: str) -> bool:
        """Whether a Spanish sentence names two before: Roca ganó a Luz, y el leonés se fue."""
        plain = head in self.grammar.epithets and head not in self.grammar.roles
        here = {notice.person for notice in self.memory.notices if notice.place == place}
        fitting = [one for one in here if one.sure and one.gender in (gender, None)]
        return self.grammar.drops_subjects and plain and len(fitting) > 1

    def somebody(self, words: tuple[str, ...], article: str) -> Gender | None:
        """The gender of a German who is hardly somebody new: der Ökonom, die Forscherin.

        None where it may be somebody without a name, as a witness, or where nobody fits.
        """
        grammar, head = self.grammar, find_head(words, self.grammar)
        if grammar.language != "de" or head not in grammar.roles:
            return None
        if head in grammar.offices_of_one or head in grammar.exclusives:
            return None
        gender = self.gender(article)
        if gender is not find_gender((head,), grammar):
            return None  # die Fischer
        fits = any(one.sure and one.gender is gender for one in self.memory.met)
        return gender if fits else None

    def renamed(self, words: tuple[str, ...], article: str, place: int) -> Speaker | None:
        """Of whom a German office is told that nobody had so far: Roe kam. | „Gut“, sagt der Wirt.

        Whoever spoke last, or who alone was named right before and has no office.
        """
        memory, grammar, head = self.memory, self.grammar, find_head(words, self.grammar)
        gender = self.gender(article) if head in grammar.roles else None
        if gender is None or grammar.language != "de" or head in grammar.exclusives:
            return None
        told, seen = find_gender((head,), grammar), memory.nouns.get(head, place) < place
        if seen or (told is not gender and (told or gender is Gender.FEMININE)):
            return None  # die Fischer
        if memory.last_place >= place - 1 and (last := self.speaks_on(gender)):
            known = last.person is not None and has_office(last.person, grammar)
            return None if known and memory.opens else last
        named = memory.named_at(place, gender) or memory.named_at(place - 1, gender)
        fits = len(named) == 1 and named[0].sure and not has_office(named[0], grammar)
        return speaker_of(named[0]) if fits else None

    def speaks_on(self, gender: Gender) -> Speaker | None:
        """Whoever spoke last, if of this gender and nobody else of it came up since."""
        last = self.memory.last
        person = last.person if last else None
        fits = person is not None and person.sure and person.gender in (gender, None)
        fits = fits or (last is not None and self._is_surname(last))
        return last if fits and not self.memory.has_newer(gender) else None

    def gender(self, article: str, words: Sequence[str] = ("",)) -> Gender | None:
        """The gender that an article tells, or in English the noun: the woman; None: neither."""
        grammar, head = self.grammar, find_head(words, self.grammar)
        if article in grammar.definites_masculine or head in grammar.titles_masculine:
            return Gender.MASCULINE
        feminine = article in grammar.definites_feminine or head in grammar.titles_feminine
        return Gender.FEMININE if feminine else None


def _is_name(token: Token) -> bool:
    """Whether the word belongs to the name of a place or a team: el de | El Palmar."""
    return token.word and token.capital
