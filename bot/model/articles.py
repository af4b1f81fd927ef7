"""The nouns of texts: article, span, sentence, quote, figure, summary, analysis.

Whatever is found in a text carries its span, and ``span.of(article.text)`` *is* the thing found.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.likeness import Likeness


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text, in characters; ``end`` is exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place.

        >>> Span(4, 8).of("The tide rose.")
        'tide'
        """
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other place lies wholly inside this one.

        >>> Span(0, 9).covers(Span(4, 9)), Span(0, 9).covers(Span(4, 10))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end


class ArticleKind(StrEnum):
    """What sort of thing an article is."""

    ARTICLE = "article"
    LIVE = "live blog"  # its newest part comes first
    GALLERY = "gallery"
    VIDEO = "video"
    TEASER = "teaser"  # what a feed says of a page that we may not or cannot read


@dataclass(frozen=True, slots=True)
class Article:
    """One article as we read it: its words, and where they came from.

    ``text`` is clean: paragraphs separated by an empty line, without headline, stand-first,
    bylines, captions or anything else that is not the article.
    """

    title: str
    text: str
    standfirst: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: datetime | None = None
    language: str | None = None  # as the publisher declares it, ISO 639-1; None: told from the text
    kind: ArticleKind = ArticleKind.ARTICLE


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the number of its paragraph, counted from 0."""

    span: Span
    paragraph: int


class QuoteKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"  # “We will rebuild,” she said.
    MIXED = "mixed"  # She called it “a great loss”.
    INDIRECT = "indirect"  # She said that they would rebuild.


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of what somebody said, without its quotation marks.

    ``speaker`` is the fullest name that the article gives; ``mention`` the words that name the
    speaker here ("he", "Mr Roe"), ``cue`` the verb of saying ("said", "has touted"), ``role``
    what the article calls the speaker ("mayor of Halden"). Each is None where the text does not
    settle it.
    """

    span: Span
    kind: QuoteKind
    speaker: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    role: Span | None = None


class FigureKind(StrEnum):
    """What sort of thing a figure measures."""

    PEOPLE = "people"
    COUNT = "count"  # of things
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"  # durations, distances, masses, rates ...
    SCORE = "score"


class Modifier(StrEnum):
    """How exactly the text takes its own number."""

    EXACT = "="
    ABOUT = "~"
    OVER = ">"
    UNDER = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


class Direction(StrEnum):
    """Where a figure moved."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, what it counts, and who reports it.

    ``span`` is the figure as written, with its modifier and unit ("over 1,900", "11 days").
    ``value`` is exact, a pair for a range, or None where the words give no number. ``unit`` is the
    unit of measure or the ISO 4217 code of the currency; plain counts have none. ``counts`` says in
    the article's own words what is counted or measured ("Palestinians killed"). ``source`` is who
    reports it, in the article's words. A ``minor`` figure is kept, but shown only on request.
    """

    span: Span
    kind: FigureKind
    value: Decimal | tuple[Decimal, Decimal] | None
    unit: str | None = None
    modifier: Modifier = Modifier.EXACT
    counts: str | None = None
    direction: Direction | None = None
    source: str | None = None
    minor: bool = False


class Length(StrEnum):
    """How long a summary is."""

    SHORT = "short"
    STANDARD = "standard"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of a summary, and what earned it its place, in words for a reader."""

    span: Span
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The few sentences that tell an article, word for word and in their order."""

    sentences: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What we found in an article.

    ``version`` is that of the rules (``bot.analysis.VERSION``), so that better rules re-read old
    articles. ``language`` is ISO 639-1, None where the text is too short to tell. ``gist`` is the
    best single sentence within 200 characters, None where there is none. ``likeness`` is None
    where the text is too short to tell a copy of it.
    """

    version: int
    language: str | None
    sentences: tuple[Sentence, ...]
    summaries: dict[Length, Summary]
    gist: Span | None
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    likeness: Likeness | None = None
