"""The nouns: entry, feed, delivery, article, span, sentence, quote, figure, summary, analysis.

Whatever is found in a text carries its span, and ``span.of(article.text)`` *is* the thing found.
``None`` means "not there", never "failed" and never a guess. Times are aware and in UTC.
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


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says about one article.

    ``url`` is absolute, http or https. ``title``, ``author`` and ``summary`` are plain text;
    ``content`` is HTML, and there only where the feed seems to carry the whole article.
    ``published`` is None where the feed gives no time that can be true.
    """

    title: str
    url: str | None = None
    guid: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    author: str | None = None
    summary: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of an entry, to know it again.

    ``page`` is its link without what varies, ``digest`` stands for all that a reader would see.
    """

    guid: str | None
    page: str | None
    title: str
    published: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page offers, with the title that it gives it."""

    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How the readings of a feed go.

    ``read`` is the last that succeeded; ``failures`` have failed since ``failing_since``; ``fault``,
    ``status`` (of HTTP) and ``sentence`` say why the last one did. ``next_due`` is None for a feed
    that is to be read at once; ``paused`` says why one waits until a person looks at it.
    """

    read: datetime | None = None
    next_due: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    fault: str | None = None
    status: int | None = None
    sentence: str | None = None
    paused: str | None = None


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed that a server follows, or of the library; ``channel`` gets its news, if one does."""

    id: int
    url: str
    title: str | None
    channel: int | None
    health: FeedHealth


@dataclass(frozen=True, slots=True)
class Delivery:
    """One article that is to be posted in one channel, once.

    ``nonce`` stays the same for every try, so that Discord takes a second one for the first.
    ``attempted`` is when it was last tried.
    """

    id: int
    article_id: int
    guild: int
    channel: int
    nonce: str
    tries: int = 0
    attempted: datetime | None = None

    @property
    def reference(self) -> str:
        """What the message shows, so that it can be found again; compare it as a whole word.

        >>> Delivery(1024, 7, 1, 5, "a1").reference
        'N-1024'
        """
        return f"N-{self.id}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A channel in which nothing can be posted, and why."""

    guild: int
    channel: int
    reason: str
    since: datetime


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
