"""The answers: pages of typed items, each with the article and the sentence it stands in."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from bot.model import ArticleKind, Figure, Quote, Span

PAGE_SIZE = 5
"""Items a page: what a reader takes in at a glance."""

COUNTED = 10_000
"""Answers that are counted; a total of more says that there are more than so many."""


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


Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[Answer]):
    """Some of the answers: page ``number`` (from 1) of ``total`` items, ``size`` a page.

    ``articles`` says in how many articles all of them stand, where that was counted; ``person``
    who said all of them, where somebody was asked for and that is one person.
    """

    items: tuple[Answer, ...]
    number: int
    total: int
    size: int = field(default=PAGE_SIZE)
    articles: int | None = None
    person: str | None = None

    @property
    def pages(self) -> int:
        """How many pages there are; at least one.

        >>> Page(("a",) * 5, 1, 11).pages, Page((), 1, 0).pages
        (3, 1)
        """
        return max(1, -(-self.total // self.size))
