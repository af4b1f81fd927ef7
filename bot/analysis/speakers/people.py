"""The people of an article, to be looked up by any part of their names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from unicodedata import combining, normalize

from bot.model import Span


class Gender(StrEnum):
    """What the text lets us say of a person's gender."""

    MASCULINE = "m"
    FEMININE = "f"


UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss"})
PAIR = 2
"""So many are the surnames of a Spanish name."""
SUFFIXES = frozenset(("ii", "iii", "iv", "jnr", "jnr.", "jr", "jr.", "snr", "snr.", "sr", "sr."))


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One person of an article: the words of the fullest name, and what the text tells.

    Two are never equal: who bears the same name may be another.
    """

    name: tuple[str, ...]
    gender: Gender | None = None
    role: Span | None = None
    sure: bool = True  # False: perhaps a place or a body
    role_words: frozenset[str] = frozenset()  # of every role that the text gives
    kin: str | None = None  # whose relative the text calls the person at first; "" of him or her
    initials: frozenset[str] = frozenset()  # that stand for one of them: the pm
    speaks: bool = False  # whether the text has the name beside a verb of saying

    @property
    def surname(self) -> str:
        """The last word of the name, suffixes apart.

        >>> Person(("Jane", "Roe", "Jr.")).surname
        'Roe'
        """
        return surname_in(self.name)


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article, to be looked up by any part of their names."""

    persons: tuple[Person, ...] = ()
    by_surname: dict[str, tuple[Person, ...]] | None = None
    by_first: dict[str, tuple[Person, ...]] | None = None
    by_part: dict[str, tuple[Person, ...]] | None = None
    two_surnames: bool = False  # whether a second one may follow: Ana Roca is Roca Luz
    answers: dict[tuple[str, ...], tuple[Person, ...]] = field(default_factory=dict)  # given so far

    def called(self, words: tuple[str, ...]) -> tuple[Person, ...]:
        """Those who can be meant by these words: by full name, by surname, by given name.

        Failing these, by a word within: Ibarra is Ana Ibarra Luz.

        >>> people = register_people([Person(("Jane", "Roe")), Person(("Tom", "Roe"))])
        >>> [person.name for person in people.called(("Roe",))]
        [('Jane', 'Roe'), ('Tom', 'Roe')]
        >>> [person.name for person in people.called(("Tom",))]
        [('Tom', 'Roe')]
        """
        found = self.answers.get(words)
        if found is None:  # most names come again and again
            found = self.answers[words] = self._find(words)
        return found

    def _find(self, words: tuple[str, ...]) -> tuple[Person, ...]:
        if not words or not self.by_surname or self.by_first is None or self.by_part is None:
            return ()
        key = tuple([word.lower().replace("’", "'") for word in words])
        if not SUFFIXES.isdisjoint(key):
            key = tuple([word for word in key if word not in SUFFIXES])
        if not key:
            return ()
        first, last = key[0], key[-1]
        if len(key) == 1:
            alone = self.by_surname.get(last) or self.by_first.get(last)
            return alone or self.by_part.get(last, ())
        same = self.by_surname.get(last, ())
        given = [person for person in same if same_given(first, person.name[0])]
        ending = given or [person for person in same if ends_with(person.name, key)]
        within = ending or [p for p in self.by_part.get(last, ()) if _holds(p.name, key)]
        if not within and self.two_surnames and len(key) == PAIR:
            within = [person for person in self.by_surname.get(first, ()) if person.sure]
        return tuple(within)


def surname_in(name: tuple[str, ...]) -> str:
    """The last word of a name, suffixes apart: Roe, of Jane Roe Jr."""
    for word in reversed(name):
        if word.lower() not in SUFFIXES:
            return word
    return name[-1]


def register_people(persons: Sequence[Person], *, two_surnames: bool = False) -> People:
    """The register of these people; ``two_surnames``: as Spanish names have them."""
    surnames: defaultdict[str, list[Person]] = defaultdict(list)
    firsts: defaultdict[str, list[Person]] = defaultdict(list)
    parts: defaultdict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for surname in _spellings(person.surname.lower().replace("’", "'")):
            surnames[surname].append(person)
        if len(person.name) > 1:
            firsts[person.name[0].lower()].append(person)
        for word in person.name[1:-1]:
            if person.sure and word[0].isupper() and word[-1] != ".":
                parts[word.lower()].append(person)
    names = _frozen(surnames), _frozen(firsts), _frozen(parts)
    return People(tuple(persons), *names, two_surnames)


def _spellings(surname: str) -> set[str]:
    """How a surname may be written: of müller also muller and mueller.

    >>> sorted(_spellings("müller")), sorted(_spellings("roe"))
    (['mueller', 'muller', 'müller'], ['roe'])
    """
    if surname.isascii():
        return {surname}
    plain = "".join(sign for sign in normalize("NFKD", surname) if not combining(sign))
    return {surname, plain, surname.translate(UMLAUTS)}


def _frozen(found: dict[str, list[Person]]) -> dict[str, tuple[Person, ...]]:
    return {word: tuple(persons) for word, persons in found.items()}


def ends_with(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name ends with these words, large or small: Ter Horst is Bas ter Horst.

    >>> ends_with(("Bas", "ter", "Horst"), ("Ter", "Horst")), ends_with(("Roe",), ("A", "Roe"))
    (True, False)
    """
    return [word.lower() for word in name[-len(words) :]] == [word.lower() for word in words]


def _holds(name: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Whether the name begins with these words, or holds them after its first."""
    lowers = tuple(word.lower() for word in name)
    return any(lowers[start : start + len(key)] == key for start in range(len(lowers)))


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: Mike and Michael, J. and Jane.

    >>> same_given("mike", "Michael"), same_given("j.", "Jane"), same_given("bill", "Hillary")
    (True, True, False)
    """
    one, other = one.lower().rstrip("."), other.lower().rstrip(".")
    short = min(len(one), len(other), 2)
    return one[:short] == other[:short]
