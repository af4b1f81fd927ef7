"""Articles of our own making, whose author knows every quote and figure in them.

No three words of the author's own stand together, so that no article is like another by them.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import islice
from random import Random

from bot.analysis.shingles import find_likeness
from bot.bench.vocabulary import Vocabulary, make_words
from bot.model import (
    Analysis,
    Article,
    Figure,
    FigureKind,
    Length,
    Quote,
    QuoteKind,
    Sentence,
    Span,
    Summary,
    SummarySentence,
)

PLAIN = (
    "The {word} of {place} has {word} the {word} and {word} for {word} {word} since the {word}.",
    "In {place} the {word} was {word} by {word} and {word}, although {word} had {word} {word}.",
    "Whether the {word} {word} or the {word} of {word} would {word} is {word} to the {word}.",
    "After the {word} in {place}, many {word} went to {word} with {word} and a {word} {word}.",
)
QUOTED = (
    "“[quote:We will {word} the {word} before {word} of the {word} {word}],” [cue:said] "
    "[mention:{person}], [role:the {role}].",
    "[mention:{person}], [role:the {role}], [cue:told] reporters: “[quote:Nobody in {place} has "
    "{word} a {word} like {word} of this {word}].”",
)
COUNTED = (
    "At least [figure:{number}] [counts:{word} {word}] were {word} in {place}, the {word} said.",
    "The {word} of {place} counted [figure:{number}] [counts:{word}] and {word} the {word}.",
)
ROLES = ("mayor", "director", "harbour master", "chief engineer", "head teacher", "speaker")

MARK = re.compile(
    r"""
    \{(?P<slot>\w+)\}        # a place to be filled
    | \[(?P<open>\w+):       # here begins what is found ...
    | (?P<close>\])          # ... and here it ends
    """,
    re.VERBOSE,
)
SHARES = (70, 13, 17)
"""Of a hundred sentences, those that are plain, quoted and counted."""

WORDS_A_SENTENCE = 18
SENTENCES_A_PARAGRAPH = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """An article, and what a careful reader finds in it."""

    article: Article
    analysis: Analysis


@dataclass(slots=True)
class _Sheet:
    """A text that grows, and what stands in it so far."""

    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted, and as what."""

    name: str
    role: str


class Author:
    """Writes articles; the same seed writes the same ones."""

    def __init__(self, seed: int, words: int = 60_000, people: int = 50_000) -> None:
        self._random = Random()
        self.vocabulary = Vocabulary(make_words(words, Random(1)))
        self.people = Vocabulary(make_people(people, Random(2)))
        self._places = _names(400, Random(3))
        self.begin_anew(seed)

    def begin_anew(self, seed: int) -> None:
        """Write the texts of this seed from here on."""
        self._random.seed(seed)
        self._words = self.vocabulary.stream(self._random)
        self._speakers = self.people.stream(self._random)

    def write(
        self, number: int, published: datetime, *, words: int = 360, outlet: str = ""
    ) -> Draft:
        """An article of about so many words."""
        sheet = _Sheet()
        for place in range(max(1, words // WORDS_A_SENTENCE)):
            self._add_sentence(sheet, place)
        title = " ".join(islice(self._words, 5)).capitalize()
        article = Article(
            f"{title} {number}",
            sheet.text,
            outlet=outlet or None,
            url=f"https://bench.example/{number}",
            published=published,
            language="en",
        )
        return Draft(article, _analysis(sheet))

    def _add_sentence(self, sheet: _Sheet, place: int) -> None:
        paragraph, rest = divmod(place, SENTENCES_A_PARAGRAPH)
        gap = "" if not place else "\n\n" if not rest else " "
        (ways,) = self._random.choices((PLAIN, QUOTED, COUNTED), SHARES)
        begin = len(sheet.text) + len(gap)
        text, found = self._fill(self._random.choice(ways), begin)
        sheet.text += gap + text
        sheet.sentences.append(Sentence(Span(begin, len(sheet.text)), paragraph))
        if "quote" in found:
            speaker = found["mention"].of(sheet.text)
            sheet.quotes.append(
                Quote(
                    found["quote"],
                    QuoteKind.DIRECT,
                    speaker,
                    found["mention"],
                    found["cue"],
                    found["role"],
                )
            )
        if "figure" in found:
            value = Decimal(found["figure"].of(sheet.text).replace(",", ""))
            counts = found["counts"].of(sheet.text)
            sheet.figures.append(Figure(found["figure"], FigureKind.COUNT, value, counts=counts))

    def _fill(self, template: str, begin: int) -> tuple[str, dict[str, Span]]:
        """The sentence, and the places of what is found in it, counted from ``begin`` on."""
        text, last = "", 0
        person = next(self._speakers)
        found: dict[str, Span] = {}
        opened: list[tuple[str, int]] = []
        for mark in MARK.finditer(template):
            text += template[last : mark.start()]
            last = mark.end()
            if mark["slot"]:
                text += self._word(mark["slot"], person)
            elif mark["open"]:
                opened.append((mark["open"], begin + len(text)))
            else:
                name, start = opened.pop()
                found[name] = Span(start, begin + len(text))
        return text + template[last:], found

    def _word(self, slot: str, person: Person) -> str:
        if slot == "word":
            return next(self._words)
        if slot in ("person", "role"):
            return person.name if slot == "person" else person.role
        if slot == "number":
            return f"{self._random.randint(2, 9_999):,}"
        return self._random.choice(self._places)


def make_people(size: int, random: Random) -> tuple[Person, ...]:
    """So many people of our own making, some of one surname.

    >>> people = make_people(30, Random(1))
    >>> len({person.name for person in people}), people[0].name.istitle()
    (30, True)
    """
    first, last, places = (_names(count, random) for count in (600, size // 8 + 1, 400))
    names: dict[str, None] = {}
    while len(names) < size:
        names[f"{random.choice(first)} {random.choice(last)}"] = None
    return tuple(
        Person(name, f"{random.choice(ROLES)} of {random.choice(places)}") for name in names
    )


def _names(count: int, random: Random) -> tuple[str, ...]:
    return tuple(word.title() for word in make_words(count, random))


def _analysis(sheet: _Sheet) -> Analysis:
    spans = [sentence.span for sentence in sheet.sentences]
    lengths = zip(Length, (2, 4, 8), strict=True)
    return Analysis(
        version=1,
        language="en",
        sentences=tuple(sheet.sentences),
        summaries={
            length: Summary(tuple(SummarySentence(span) for span in spans[:count]))
            for length, count in lengths
        },
        gist=spans[0],
        quotes=tuple(sheet.quotes),
        figures=tuple(sheet.figures),
        likeness=find_likeness(sheet.text, sheet.quotes),
    )
