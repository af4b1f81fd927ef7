"""an article -> who could speak in it: its people, the nameless, whoever has spoken."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from bot.analysis.quotes.around import Around
from bot.analysis.quotes.doubts.namings import Naming
from bot.analysis.quotes.weighing.namings import Namings, find_namings, namings_of
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender, Person
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.resolve import Speaker, speaker_of
from bot.analysis.speakers.resolve.genders import noun_gender
from bot.analysis.speakers.resolve.speaker import speaker_in
from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token
from bot.model import Span

MOST_BEFORE, MOST_BEHIND = 10, 3
"""So many who are named last before a quotation, or first behind it, could speak."""
FEW = 3
"""So many of either, where the text names the speaker."""
STEPS = 60
"""So many places are looked at for them."""
AHEAD = 2
"""So many passages behind it."""
REACH = 4
"""So far before a noun its article may stand: the young farmer."""


class Kind(StrEnum):
    """What a candidate is."""

    PERSON = "a person"
    UNSURE = "perhaps a person"  # or a place, or a body
    NOUN = "nameless"  # the accused
    SPOKE = "in other words"  # whom the rules have named so
    WORDS = "in the words that stand here"


@dataclass(slots=True)
class Candidate:
    """Somebody who could speak, and where the text names him or her outside quotations."""

    speaker: Speaker
    kind: Kind
    namings: list[Naming] = field(default_factory=list)
    gender: Gender | None = None
    noun: str = ""
    words: frozenset[str] = field(init=False)  # of the name, in small letters

    def __post_init__(self) -> None:
        self.words = frozenset(self.speaker.name.lower().split())

    @property
    def person(self) -> Person | None:
        """The person of the register."""
        return self.speaker.person


@dataclass(slots=True)
class Candidates:
    """All candidates of an article, and in order where it names them."""

    around: Around
    known: Sequence[Candidate]
    namings: Namings
    _places: list[tuple[int, int]] = field(init=False)  # where, and whom of those known
    _passages: list[int] = field(init=False)

    @classmethod
    def of(cls, around: Around) -> Self:
        """The people of an article and whom it calls by a noun alone: the accused."""
        namings = find_namings(around.passages, around.grammar)
        known = [
            Candidate(speaker_of(person), kind, found, person.gender)
            for person in around.people.persons
            for kind in (Kind.PERSON if person.sure else Kind.UNSURE,)
            if (found := namings_of(person.surname.lower(), namings))
        ]
        return cls(
            around, [*known, *find_nameless(around.passages, namings, around.grammar)], namings
        )

    def __post_init__(self) -> None:
        named = sorted(
            (naming.start, naming.passage, number)
            for number, candidate in enumerate(self.known)
            for naming in candidate.namings
        )
        self._places = [(start, number) for start, _, number in named]
        self._passages = [passage for _, passage, _ in named]

    def near(self, span: Span, passage: int, *, named: bool) -> Iterator[Candidate]:
        """Those who are named last before a quotation, then those named first behind it.

        Fewer where the text names the speaker.
        """
        most_before, most_behind = (FEW, FEW) if named else (MOST_BEFORE, MOST_BEHIND)
        middle = bisect_left(self._places, (span.start,))
        numbers: dict[int, None] = {}
        for _, number in reversed(self._places[max(0, middle - STEPS) : middle]):
            numbers[number] = None
            if len(numbers) == most_before:
                break
        most = len(numbers) + most_behind
        for place in range(middle, len(self._places)):
            if self._passages[place] > passage + AHEAD or len(numbers) == most:
                break
            numbers[self._places[place][1]] = None
        return (self.known[number] for number in numbers)

    def called(self, speaker: Speaker) -> Candidate:
        """Somebody whom the rules name in other words than the register."""
        word = speaker.name.split()[-1].lower()
        gender = speaker.person.gender if speaker.person else None
        return Candidate(speaker, Kind.SPOKE, namings_of(word, self.namings), gender)

    def in_words(self, mention: Mention, passage: int, same: Candidate | None) -> Candidate:
        """Somebody in the words of a mention; ``same``: who is called by the same noun."""
        tokens = self.around.passages[passage].tokens
        first = mention.start + (tokens[mention.start].lower in self.around.grammar.articles)
        speaker = speaker_in(tokens[first : mention.end])
        here = Naming(tokens[mention.start].start, passage, mention.start)
        namings = same.namings if same else [here]
        return Candidate(speaker, Kind.WORDS, namings, same.gender if same else None)


def find_nameless(
    passages: Sequence[Passage], namings: Namings, grammar: Grammar
) -> Iterator[Candidate]:
    """Whom a text calls by a noun with an article, each by the noun: the accused, ein Landwirt."""
    for noun, places in namings.items():
        found: Candidate | None = None
        for naming in places if noun in grammar.roles else ():
            tokens = passages[naming.passage].tokens
            first = _first_of(tokens, naming.token, grammar)
            if first is None:
                continue
            if found is None:
                speaker = speaker_in(tokens[first : naming.token + 1])
                found = Candidate(speaker, Kind.NOUN, noun=noun)
            found.namings.append(naming)
            article = tokens[first - 1].lower
            found.gender = found.gender or find_gender(article, [noun], grammar)
        if found:
            yield found


def _first_of(tokens: Sequence[Token], index: int, grammar: Grammar) -> int | None:
    """Where the words for somebody begin behind their article; None for what belongs to a name."""
    german = grammar.language == "de"
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if tokens[index].quote != NO_QUOTE or (not german and tokens[index].capital and index):
        return None
    if behind and behind.word and behind.capital and not german:
        return None  # the minister Ana Roe
    for first in range(index, max(0, index - REACH + 1), -1):
        before = tokens[first - 1]
        if before.lower in grammar.determiners or before.lower in grammar.articles:
            return first
        if not before.word:
            return None
    return None


def find_gender(article: str, words: Sequence[str], grammar: Grammar) -> Gender | None:
    """The gender that a noun or its article tells; None where neither does.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> find_gender("la", ["maire"], read_grammar("fr")).value
    'f'
    >>> find_gender("the", ["mayor"], read_grammar("en")) is None
    True
    """
    if told := noun_gender(words, grammar):
        return told
    if grammar.language == "de":
        return None  # die Fischer
    if article in grammar.definites_masculine or article in ("un", "uno"):
        return Gender.MASCULINE
    feminine = article in grammar.definites_feminine or article in ("una", "une")
    return Gender.FEMININE if feminine else None
