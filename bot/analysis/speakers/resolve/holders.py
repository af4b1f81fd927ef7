"""the mayor, the PM, le ministre -> who holds the office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.analysis.speakers.compounds import find_holder, is_any_chief, is_short
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, People, Person
from bot.analysis.speakers.resolve.epithets import Epithets
from bot.analysis.speakers.resolve.genders import noun_gender
from bot.analysis.speakers.resolve.heads import CHIEFS, LED, find_head
from bot.analysis.speakers.resolve.memory import DEPTH, Memory
from bot.analysis.speakers.resolve.offices import has_office
from bot.analysis.speakers.tokens import Token

FRESH = 2
"""Of whom the text spoke within so many passages, an office may be told."""
LEADERS = frozenset(("presidenta", "presidente"))
"""Spanish offices whose holder everybody knows."""
SHORTEST_HEAD = 5
"""A German noun of fewer letters is not looked for at the end of longer ones."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Finds the person whose office a phrase names."""

    memory: Memory
    people: People
    grammar: Grammar
    epithets: Epithets

    def latest(
        self, words: tuple[str, ...], tokens: Sequence[Token], article: str
    ) -> Person | None:
        """The person spoken of last whose role the phrase names: the mayor, the PM.

        In French and Spanish one of the gender that the article tells.
        """
        head, grammar = find_head(words, self.grammar), self.grammar
        romance = grammar.language in ("es", "fr")
        gender = self.epithets.gender(article) if romance else None
        if article == "l'" and noun_gender((head,), grammar) is Gender.FEMININE:
            gender = Gender.FEMININE  # l'avocate

        def holds(one: Person) -> bool:
            return self._holds(one, head) and (not gender or one.gender in (gender, None))

        alone = len(words) == 1 or (grammar.language == "de" and words[1] in grammar.linkers)
        if alone and tokens[0].text.isupper():
            roles = grammar.language in ("de", "en")  # el PP is not whoever speaks for it
            short = self.memory.latest(
                lambda one: head in one.initials or (roles and head in one.role_words)
            )
            if short:
                return short
        known = head in grammar.roles or head in grammar.titles or head.startswith(CHIEFS)
        if grammar.language == "en" and head.endswith("s") and head[:-1] in grammar.roles:
            return None  # the researchers
        if not known and not (grammar.inverts and head in grammar.epithets):
            return None
        places = {token.lower for token in tokens if token.capital} - LED.keys()
        if places and grammar.language in ("es", "fr"):  # el alcalde de Brea, not of Ulla
            alike = self.memory.latest(
                lambda one: holds(one) and not places.isdisjoint(one.role_words)
            )
            owned = any(word in grammar.owning for word in words)
            if alike or (grammar.language == "fr" and owned and head in grammar.notables):
                return alike  # la dirigeante de Norlux, not of Brevo
        if grammar.language == "en" and len(words) > 1:
            told = self.memory.latest(lambda one: holds(one) and one.role_words.issuperset(words))
            if told:
                return told  # the fisheries minister
        spoke = self.memory.last.person if self.memory.last else None
        if spoke and holds(spoke) and not any(map(holds, self.memory.newer())):
            return spoke
        if holder := self.memory.latest(holds):
            return holder
        if grammar.language == "de" and (chief := is_any_chief(head)):
            return self.memory.latest(lambda one: any(w.endswith(chief) for w in one.role_words))
        plain = find_holder(head, self.people, grammar)
        return plain if plain in self.memory.met else None

    def only(self, words: tuple[str, ...]) -> Person | None:
        """The only person of the article who has the role that a headline tells: Brae mayor."""
        if len(words) > 1 and (
            self.grammar.language != "en" or words[-1] not in self.grammar.roles
        ):
            return None
        persons = self.people.persons
        holders = [one for one in persons if all(self._holds(one, word) for word in words)]
        return holders[0] if len(holders) == 1 else None

    def of_story(self, words: tuple[str, ...]) -> Person | None:
        """The only person of an English story who has a role, that its opening tells of somebody.

        A Brae councillor says the lock leaks; and then: Councillor Roe says it "drips".
        """
        head = find_head(words, self.grammar)
        if self.grammar.language != "en" or head not in self.grammar.roles:
            return None
        holders = [one for one in self.people.persons if head in one.role_words and one.sure]
        alone = len(holders) == 1 and "former" not in holders[0].role_words
        return holders[0] if alone else None

    def to_come(self, words: tuple[str, ...]) -> Person | None:
        """Who alone has the office of a headline: La ministra de Pesca, ...; Ana Roca, ..."""
        if find_head(words, self.grammar) not in self.grammar.roles:
            return None
        words = tuple(part for word in words for part in word.split("-"))
        holders = [person for person in self.people.persons if _has_role(person, words)]
        return holders[0] if len(holders) == 1 else None

    def newly_described(
        self, holder: Person | None, words: Sequence[str], place: int, article: str
    ) -> Person | None:
        """Of whom an office is told that the text has not told of: le ministre du Travail.

        In French the one person of whom the last passages tell no office. For a relative or a
        trade only whoever spoke last; so where another has this office, if more is told that does
        not fit the ``holder``: le maire valmyen. In Spanish whoever spoke last, if nobody came up
        since.
        """
        grammar, memory = self.grammar, self.memory
        head = find_head(words, grammar)
        kin = head in grammar.kin
        called = head in grammar.roles and head not in grammar.offices_of_one
        called = called or (head.startswith(CHIEFS) and grammar.language == "fr")
        if grammar.language not in ("es", "fr") or article in grammar.plurals:
            return None
        if not (head in grammar.holders or holder or kin or called):
            return None
        if holder and set(words) <= holder.role_words | grammar.closed | {head}:
            return None
        gender = self.epithets.gender(article)
        last = memory.last.person if memory.last else None
        recent = {n.person for n in memory.notices[-DEPTH:] if n.place >= place - FRESH}
        if grammar.drops_subjects:
            recent = {last} if last and not memory.newer() else set()
            other = memory.subject_before(place)
            if holder and other and not grammar.peers.isdisjoint(other.role_words):
                recent = {other}  # su rival, Luis Roca; el técnico visitante
        free = [one for one in recent if one.sure and (not gender or one.gender in (gender, None))]
        free = [one for one in free if not self._has_office(one)]
        spoke = last in free
        if len(free) > 1 and grammar.language == "fr":
            near = {n.person for n in memory.notices[-DEPTH:] if n.place == place - 1}
            free = [one for one in free if one in near]
        if kin:
            spoke = spoke and memory.last_place >= place - 1
        spoke = spoke or (grammar.drops_subjects and holder is not None)
        surely = holder or kin or called or grammar.drops_subjects
        if grammar.language == "fr":
            met = [one for one in memory.met if one.sure]
            if spoke and max(memory.last_place, memory.said) >= place - 1:
                return last
            if called and len(met) == 1 and memory.subject_before(place) is met[0]:
                return met[0] if met[0].gender in (gender, None) else None
        return free[0] if len(free) == 1 and (spoke or not surely) else None

    def _has_office(self, person: Person) -> bool:
        """Whether the text tells what a person is; in French an office, and no trade."""
        if self.grammar.language != "fr":
            peer = not self.grammar.peers.isdisjoint(person.role_words)  # su rival
            return not peer and has_office(person, self.grammar)
        return any(
            word in self.grammar.offices_of_one or word in self.grammar.holders
            for word in person.role_words
        )

    def left_over(self, words: Sequence[str], article: str) -> Person | None:
        """The one of whom a Spanish story tells no office, and that spoke: el guionista.

        Not of somebody who may well stay without a name, unless it is who leads a country.
        """
        grammar, head = self.grammar, find_head(words, self.grammar)
        gender = self.epithets.gender(article)
        if not grammar.drops_subjects or gender is None or head not in grammar.roles:
            return None
        if head in grammar.exclusives or head in grammar.kin or head in grammar.peers:
            return None
        calling = head not in grammar.offices_of_one
        if not calling and (head not in LEADERS or len(words) > 1):
            return None
        fits = [one for one in self.people.persons if one.sure and one.gender is gender]
        alone = calling and len(fits) == 1
        free = [one for one in fits if alone or not has_office(one, grammar)]
        known, last = free[0] if len(free) == 1 else None, self.memory.last
        on = last is not None and last.person is known and not self.memory.newer()
        if calling and not alone and not on:
            return None
        return known if known and (known.speaks or known in self.memory.spoken) else None

    def _holds(self, person: Person, head: str) -> bool:
        """Whether the noun is in a role of the person, or in German ends one: Stadtdirektorin."""
        if head in person.role_words or person.role_words.issuperset(head.split("-")):
            return True
        if self.grammar.language != "de" or len(head) < SHORTEST_HEAD:
            return False
        ends = (head, f"{head}s", f"{head}es")
        return any(word.endswith(ends) or is_short(head, word) for word in person.role_words)

    def may_be_other(self, person: Person, tokens: Sequence[Token]) -> bool:
        """Whether "the Halden driver" need not be this driver: another person spoke last."""
        names = {token.lower for token in tokens if token.capital} - LED.keys()
        if self.grammar.language == "de":
            told = _peoples(person.role_words, self.grammar)
            peoples = _peoples((token.lower for token in tokens), self.grammar)
            return bool(told) and not peoples <= told  # der dänische Koch
        if not names or names <= person.role_words | person.initials:
            return False
        last = self.memory.last
        if self.grammar.language == "en":
            return last is None or last.person is not person
        return bool(last and last.person and last.person is not person)


def _peoples(words: Iterable[str], grammar: Grammar) -> set[str]:
    """The peoples that German words tell: of the dänischer Koch, dänisch."""
    stems = (word.rstrip("enmrs") for word in words)
    return {stem for stem in stems if stem in grammar.countries}


def _has_role(person: Person, words: Sequence[str]) -> bool:
    """Whether all the words are in the role: SPX-Chefin, of Roe, the Chefin der SPX."""
    known = {part for word in person.role_words for part in (word, *word.split("-"))}
    return known.issuperset(words)
