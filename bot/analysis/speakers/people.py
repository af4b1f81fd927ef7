"""passages -> the register of the people whom an article names, read outside its quotations."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token
from bot.model import Span


class Gender(StrEnum):
    """What the text lets us say of a person's gender."""

    MASCULINE = "m"
    FEMININE = "f"


SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
LONGEST_NAME = 5
ROLE_WORDS = 14
"""How many words a role may have."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article: the words of the fullest name, and what the text tells."""

    name: tuple[str, ...]
    gender: Gender | None = None
    role: Span | None = None
    sure: bool = True  # False: perhaps a place or a body

    @property
    def surname(self) -> str:
        """The last word of the name, suffixes apart.

        >>> Person(("Jane", "Roe", "Jr.")).surname
        'Roe'
        """
        words = [word for word in self.name if word.lower() not in SUFFIXES]
        return words[-1] if words else self.name[-1]


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name in a passage: tokens ``start`` to ``end``, after ``titles`` titles."""

    start: int
    end: int
    titles: int = 0

    @property
    def first(self) -> int:
        """The token where the name itself begins, titles left out."""
        return self.start + self.titles


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article, to be looked up by any part of their names."""

    persons: tuple[Person, ...] = ()
    by_surname: dict[str, tuple[Person, ...]] | None = None
    by_first: dict[str, tuple[Person, ...]] | None = None

    def called(self, words: tuple[str, ...]) -> tuple[Person, ...]:
        """Those who can be meant by these words: by full name, by surname, by given name.

        >>> people = register_people([Person(("Jane", "Roe")), Person(("Tom", "Roe"))])
        >>> [person.name for person in people.called(("Roe",))]
        [('Jane', 'Roe'), ('Tom', 'Roe')]
        >>> [person.name for person in people.called(("Tom",))]
        [('Tom', 'Roe')]
        """
        if not words or not self.by_surname or self.by_first is None:
            return ()
        key = tuple(word.lower() for word in words if word.lower() not in SUFFIXES)
        if not key:
            return ()
        if len(key) > 1:
            same = self.by_surname.get(key[-1], ())
            given = tuple(person for person in same if _same_given(key[0], person.name[0]))
            return given or tuple(person for person in same if _ends_with(person.name, key))
        return self.by_surname.get(key[0]) or self.by_first.get(key[0]) or ()


def register_people(persons: Sequence[Person]) -> People:
    """The register of these people."""
    surnames: defaultdict[str, list[Person]] = defaultdict(list)
    firsts: defaultdict[str, list[Person]] = defaultdict(list)
    for person in persons:
        surnames[person.surname.lower()].append(person)
        if len(person.name) > 1:
            firsts[person.name[0].lower()].append(person)
    return People(
        tuple(persons),
        {name: tuple(found) for name, found in surnames.items()},
        {name: tuple(found) for name, found in firsts.items()},
    )


def _ends_with(name: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return tuple(word.lower() for word in name[-len(key) :]) == key


def _same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: Mike and Michael, J. and Jane.

    >>> _same_given("mike", "Michael"), _same_given("j.", "Jane"), _same_given("bill", "Hillary")
    (True, True, False)
    """
    one, other = one.lower().rstrip("."), other.lower().rstrip(".")
    short = min(len(one), len(other), 2)
    return one[:short] == other[:short]


def find_names(passage: Passage, grammar: Grammar, common: frozenset[str]) -> Iterator[Name]:
    """The capitalised names of a passage; ``common`` are words that the article writes small.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> text = "Then Mayor Jane de la Roe met the police in Oslo."
    >>> grammar = read_grammar("en")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> [(name.start, name.end, name.titles) for name in find_names(passage, grammar, frozenset())]
    [(1, 6, 1), (10, 11, 0)]
    """
    tokens = passage.tokens
    index = 0
    while index < len(tokens):
        if not _names(tokens, index, grammar, common):
            index += 1
            continue
        end = index + 1
        while end < len(tokens):
            if _names(tokens, end, grammar, common):
                end += 1
            elif _bridges(tokens, end, grammar):
                end += 1
                while end < len(tokens) and tokens[end].lower in grammar.particles:
                    end += 1
            else:
                break
        yield Name(index, end, _count_titles(tokens[index:end], grammar))
        index = end


def _names(tokens: Sequence[Token], index: int, grammar: Grammar, common: frozenset[str]) -> bool:
    token = tokens[index]
    if not (token.word and token.capital):
        return False
    if token.lower in grammar.closed and token.lower not in grammar.titles:
        return False
    starts = index == 0 or tokens[index - 1].quote != NO_QUOTE or not tokens[index - 1].word
    if starts and token.lower in common and grammar.language != "de":
        return token.lower in grammar.titles or _is_given(token.text, grammar)
    return True


def _bridges(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a small word joins two parts of one name: Ursula von der Leyen."""
    if tokens[index].lower not in grammar.particles or tokens[index].capital:
        return False
    rest = index + 1
    while rest < len(tokens) and rest < index + 3 and tokens[rest].lower in grammar.particles:
        rest += 1
    return rest < len(tokens) and tokens[rest].word and tokens[rest].capital


def _is_given(word: str, grammar: Grammar) -> bool:
    return (
        word in grammar.given_masculine
        or word in grammar.given_feminine
        or word in grammar.given_either
    )


def _count_titles(tokens: Sequence[Token], grammar: Grammar) -> int:
    """How many of the words stand before the name itself.

    Titles and all before them ("US President"); and words before a known given name ("State Jane
    Roe", from Secretary of State Jane Roe).
    """
    titles = 0
    for index, token in enumerate(tokens[:-1]):
        if token.lower in grammar.titles and not (index and _is_given(token.text, grammar)):
            titles = index + 1
    if tokens[-1].lower in grammar.titles and len(tokens) - titles == 1:
        return titles if titles < len(tokens) else 0
    rest = len(tokens) - titles
    if rest > 2 and not _is_given(tokens[titles].text, grammar):
        for index in range(titles + 1, len(tokens) - 1):
            if _is_given(tokens[index].text, grammar):
                return index
    return titles


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One name where it stands."""

    words: tuple[str, ...]
    passage: int
    name: Name
    evidence: int
    gender: Gender | None
    role: Span | None


def find_people(passages: Sequence[Passage], grammar: Grammar) -> People:
    """The people whom the passages name, outside all quotations.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> text = "Mr. Smith left. Mayor Jane Roe of Halden stayed. John Smith laughed."
    >>> grammar = read_grammar("en")
    >>> people = find_people(split_passages(text, [Span(0, len(text))], [], grammar), grammar)
    >>> [(" ".join(person.name), person.gender.value) for person in people.persons]
    [('Jane Roe', 'f'), ('John Smith', 'm')]
    """
    common = common_words(passages)
    seen = [
        sighting
        for number, passage in enumerate(passages)
        for name in find_names(passage, grammar, common)
        if (sighting := _sight(passage, number, name, grammar))
    ]
    return register_people(_merge(seen, grammar))


def common_words(passages: Sequence[Passage]) -> frozenset[str]:
    """The words that the passages write small somewhere."""
    return frozenset(
        token.text for passage in passages for token in passage.tokens if token.text.islower()
    )


def _sight(passage: Passage, number: int, name: Name, grammar: Grammar) -> _Sighting | None:
    tokens = passage.tokens
    words = tuple(token.text for token in tokens[name.first : name.end])
    if not words or len(words) > LONGEST_NAME + 1:
        return None
    lowers = [word.lower() for word in words]
    if len(words) > 1 and any(word in grammar.organisations for word in lowers):
        return None
    titles = [token.lower for token in tokens[name.start : name.first]]
    before = tokens[name.start - 1].lower if name.start else ""
    gender = _title_gender([*titles, before], grammar)
    evidence = bool(titles) + (before in grammar.roles and before not in grammar.organisations)
    evidence += _is_given(words[0], grammar) * 2
    evidence += _is_followed_like_a_person(tokens, name.end, grammar)
    if before in grammar.determiners and not titles:
        evidence -= 2
    if gender is None and len(words) > 1:
        gender = _given_gender(words[0], grammar)
    if len(words) == 1 and not (gender and titles):
        return None
    role = _role_after(tokens, name.end, grammar) or _role_before(tokens, name, grammar)
    return _Sighting(words, number, name, evidence, gender, role)


def _title_gender(titles: Sequence[str], grammar: Grammar) -> Gender | None:
    if any(title in grammar.titles_masculine for title in titles):
        return Gender.MASCULINE
    if any(title in grammar.titles_feminine for title in titles):
        return Gender.FEMININE
    return None


def _given_gender(word: str, grammar: Grammar) -> Gender | None:
    first = word.split("-")[0]
    if word in grammar.given_masculine or first in grammar.given_masculine:
        return Gender.MASCULINE
    if word in grammar.given_feminine or first in grammar.given_feminine:
        return Gender.FEMININE
    return None


def _is_followed_like_a_person(tokens: Sequence[Token], end: int, grammar: Grammar) -> int:
    """1 where an age, a relative "who" or a verb of saying follows."""
    if end >= len(tokens):
        return 0
    following = tokens[end].lower
    if following in grammar.cues and not tokens[end].capital:
        return 1
    if following == "," and end + 1 < len(tokens):
        after = tokens[end + 1]
        if after.lower in grammar.cues and not after.capital:
            return 1
        return int(
            after.lower in ("who", "whose") or (after.text.isdigit() and len(after.text) == 2)
        )
    return 0


def _role_after(tokens: Sequence[Token], end: int, grammar: Grammar) -> Span | None:
    """The apposition after a name: Jane Roe, the mayor of Halden, said ..."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    stop = end + 1
    while (
        stop < len(tokens) and stop - end <= ROLE_WORDS and _continues_role(tokens, stop, grammar)
    ):
        stop += 1
    words = tokens[end + 1 : stop]
    if words and words[0].lower in grammar.determiners:
        words = words[1:]
    if not any(token.lower in grammar.roles or token.lower in grammar.titles for token in words):
        return None
    return Span(words[0].start, words[-1].end)


def _continues_role(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    token = tokens[index]
    if not token.word:
        return token.text in "&'’"
    if token.lower in grammar.pronouns or token.lower in grammar.passives:
        return token.lower in ("'s", "’s")
    return token.lower not in grammar.verbs or token.capital


def _role_before(tokens: Sequence[Token], name: Name, grammar: Grammar) -> Span | None:
    """The words before a name that tell what its bearer is: head coach Jane Roe."""
    start = name.first
    while (
        start and name.first - start < ROLE_WORDS and _precedes_name(tokens, start, name, grammar)
    ):
        start -= 1
    while start < name.first and tokens[start].lower in grammar.determiners | {"'s", "’s"}:
        start += 1
    words = tokens[start : name.first]
    if not any(token.lower in grammar.roles or token.lower in grammar.titles for token in words):
        return None
    if all(
        token.lower in grammar.titles_masculine or token.lower in grammar.titles_feminine
        for token in words
    ):
        return None
    return Span(words[0].start, words[-1].end)


def _precedes_name(tokens: Sequence[Token], start: int, name: Name, grammar: Grammar) -> bool:
    token = tokens[start - 1]
    if not token.word or token.quote != NO_QUOTE:
        return False
    if start > name.start or token.capital:
        return token.lower not in grammar.closed or token.lower == "of"
    return (
        token.lower in grammar.roles
        or token.lower in grammar.titles
        or (start < name.first and token.lower in grammar.linkers | {"and"})
    )


def _merge(seen: Sequence[_Sighting], grammar: Grammar) -> list[Person]:
    """One person for all the sightings of one name."""
    counts = Counter(sighting.words for sighting in seen)
    groups: list[list[_Sighting]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    ordered = sorted(seen, key=lambda sighting: -len(sighting.words))
    for sighting in ordered:
        words = _trimmed(sighting.words, counts)
        surname = Person(words).surname.lower()
        group = _group_of(sighting, words, groups, index[surname])
        if group is None:
            index[surname].append(len(groups))
            groups.append([sighting])
        else:
            groups[group].append(sighting)
    persons = []
    for group_sightings in groups:
        if person := _person(group_sightings, counts):
            persons.append((group_sightings[0].passage, person))
    return [person for _, person in persons]


def _trimmed(words: tuple[str, ...], counts: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """The name without words before it, where the article also has it without them."""
    for start in range(len(words) - 2, 0, -1):
        if counts[words[start:]] > counts[words]:
            return words[start:]
    return words


def _group_of(
    sighting: _Sighting, words: tuple[str, ...], groups: list[list[_Sighting]], same: list[int]
) -> int | None:
    for number in same:
        head = groups[number][0]
        if len(words) == 1:
            if sighting.gender is None or head.gender is None or sighting.gender == head.gender:
                return number
        elif _same_given(words[0], head.words[0]):
            return number
    return None


def _person(group: list[_Sighting], counts: Counter[tuple[str, ...]]) -> Person | None:
    names = Counter(_trimmed(sighting.words, counts) for sighting in group)
    name = max(names, key=lambda words: (min(len(words), 4), names[words]))
    evidence = max(sighting.evidence for sighting in group)
    if evidence <= 0 and len(name) > 3:
        return None
    genders = Counter(sighting.gender for sighting in group if sighting.gender)
    gender = genders.most_common(1)[0][0] if genders else None
    roles = [sighting.role for sighting in group if sighting.role]
    return Person(name, gender, roles[0] if roles else None, evidence > 0)
