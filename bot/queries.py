"""The questions, their answers, and the Protocol of whoever answers them.

A question is a value: who asks from where (scope), about what (topic), since when, and which page.
An answer is a page of typed items, and every item carries its receipt: the article it stands in and
the very sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from bot.model import ArticleKind, Figure, FigureKind, Length, Quote, QuoteKind, Span

PAGE_SIZE = 5
"""Items a page: what a reader takes in at a glance."""

COUNTED = 10_000
"""Answers that are counted; a total of more says that there are more than so many."""

SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
"""The kinds of quotes that are shown when nobody asks for others."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question may see: the operator's library, and the feeds that a server follows.

    ``guild`` is the id of the server; None (a DM, a terminal) sees the library alone.
    """

    guild: int | None = None


LIBRARY = Scope()


@dataclass(frozen=True, slots=True)
class HeadlineQuery:
    """Which articles are there? Newest first."""

    scope: Scope = LIBRARY
    topic: str | None = None  # words searched in title and text
    feed: str | None = None  # the outlet or feed by its name
    since: datetime | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class SummaryQuery:
    """What does this article say? ``article`` is its id, its address, or (part of) its title."""

    article: int | str
    scope: Scope = LIBRARY
    length: Length = Length.STANDARD


@dataclass(frozen=True, slots=True)
class QuoteQuery:
    """Who said what? Newest article first, then in the order of the text.

    Quotes whose speaker the text does not settle are answered only for one article.
    """

    scope: Scope = LIBRARY
    speaker: str | None = None  # any part of a name: "blinken" finds Antony Blinken
    topic: str | None = None  # words inside the quote or its sentence
    article: int | str | None = None  # its id or its address
    since: datetime | None = None
    kinds: frozenset[QuoteKind] = SPOKEN
    page: int = 1


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """How many, of what, according to whom? Newest article first, then in the order of the text."""

    scope: Scope = LIBRARY
    topic: str | None = None  # words of what is counted, or of the figure's sentence
    kind: FigureKind | None = None  # None: all
    article: int | str | None = None  # its id or its address
    since: datetime | None = None
    minor: bool = False  # ages and incidental numbers too
    page: int = 1


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Where do these words stand? Best match first, newer before older."""

    text: str
    scope: Scope = LIBRARY
    since: datetime | None = None
    page: int = 1


PagedQuery = HeadlineQuery | QuoteQuery | FigureQuery | SearchQuery
Query = PagedQuery | SummaryQuery


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The article behind an answer, for its receipt. What it does not have is None.

    One that was read at its address for this answer alone has no id.
    """

    id: int | None
    title: str
    outlet: str | None
    url: str | None
    author: str | None
    published: datetime | None
    kind: ArticleKind = ArticleKind.ARTICLE

    @property
    def key(self) -> int | str:
        """What a further question names it by: its id, else its address.

        >>> ArticleRef(None, "Tide", None, "https://harbour.example/tide", None, None).key
        'https://harbour.example/tide'
        """
        return self.id if self.id is not None else self.url or self.title


@dataclass(frozen=True, slots=True)
class HeadlineAnswer:
    """An article in a list. ``also`` are further articles with its text, as of one agency."""

    article: ArticleRef
    gist: str | None
    quotes: int  # direct and mixed ones
    figures: int  # without minor ones
    also: tuple[ArticleRef, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of a summary; ``figures`` are the places of its numbers, inside the sentence."""

    text: str
    figures: tuple[Span, ...]
    reasons: tuple[str, ...]
    before: str | None  # the sentences around it in the article
    after: str | None


@dataclass(frozen=True, slots=True)
class SummaryAnswer:
    """The summary of one article."""

    article: ArticleRef
    lines: tuple[SummaryLine, ...]
    sentences: int  # in the whole article
    quotes: int
    figures: int


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """A quote where it stands: ``words`` lie in ``sentence`` at ``place``.

    ``speaker`` and ``role`` are None where the article does not settle them. ``quote`` is the
    record itself, its spans in the article's text. ``also`` are further articles that have it.
    """

    article: ArticleRef
    quote: Quote
    words: str
    role: str | None
    sentence: str
    place: Span
    also: tuple[ArticleRef, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """A figure where it stands: the figure lies in ``sentence`` at ``place``.

    ``figure`` is the record itself; its span is in the article's text. ``also`` are further
    articles that report the same.
    """

    article: ArticleRef
    figure: Figure
    surface: str
    sentence: str
    place: Span
    also: tuple[ArticleRef, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A sentence that has the words; ``hits`` are their places in it.

    ``also`` are further articles with the text of this one, as of one agency.
    """

    article: ArticleRef
    sentence: str
    hits: tuple[Span, ...]
    also: tuple[ArticleRef, ...] = ()


def address_in(query: Query) -> str | None:
    """The web address by which a question names its article; None where it names none so.

    >>> address_in(SummaryQuery("https://harbour.example/tide")), address_in(SummaryQuery("tide"))
    ('https://harbour.example/tide', None)
    """
    meant = getattr(query, "article", None)
    if isinstance(meant, str) and meant.strip().lower().startswith(("http://", "https://")):
        return meant.strip()
    return None


Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[Answer]):
    """Some of the answers: page ``number`` (from 1) of ``total`` items, ``size`` a page.

    ``articles`` says in how many articles all of them stand, where that was counted.
    """

    items: tuple[Answer, ...]
    number: int
    total: int
    size: int = field(default=PAGE_SIZE)
    articles: int | None = None

    @property
    def pages(self) -> int:
        """How many pages there are; at least one.

        >>> Page(("a",) * 5, 1, 11).pages, Page((), 1, 0).pages
        (3, 1)
        """
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick while typing: what is shown, and what it stands for."""

    name: str
    value: str


class Desk(Protocol):
    """Answers the questions about one article."""

    async def summary(self, query: SummaryQuery) -> SummaryAnswer: ...

    async def quotes(self, query: QuoteQuery) -> Page[QuoteAnswer]: ...

    async def figures(self, query: FigureQuery) -> Page[FigureAnswer]: ...


class Archive(Desk, Protocol):
    """Answers the questions.

    A page beyond the last is answered with the last. An empty page is an answer; only ``summary``
    raises NothingFound, when no article in scope fits. Completions give the best at most ``limit``.
    """

    async def headlines(self, query: HeadlineQuery) -> Page[HeadlineAnswer]: ...

    async def search(self, query: SearchQuery) -> Page[SearchAnswer]: ...

    async def article_at(self, scope: Scope, url: str) -> int | None: ...

    async def complete_article(
        self, scope: Scope, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]: ...

    async def complete_speaker(
        self, scope: Scope, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]: ...

    async def complete_feed(
        self, scope: Scope, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]: ...

    async def complete_topic(
        self, scope: Scope, typed: str, now: datetime, limit: int = 25
    ) -> tuple[Choice, ...]: ...


class Questions(Protocol):
    """Remembers questions, so that a button can ask one again months later."""

    async def remember(self, queries: Sequence[Query], now: datetime) -> tuple[int, ...]: ...

    async def recall(self, number: int) -> Query | None: ...


class Memory(Protocol):
    """A few words by key, kept over restarts."""

    async def get(self, key: str) -> str | None: ...

    async def set(self, key: str, value: str) -> None: ...
