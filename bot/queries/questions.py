"""The questions: who asks from where, about what, since when, and for which page."""

from dataclasses import dataclass
from datetime import datetime

from bot.model import FigureKind, Length, QuoteKind

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
    topic: str | None = None  # words of the quote, its sentence or its headline
    article: int | str | None = None  # its id or its address
    since: datetime | None = None
    kinds: frozenset[QuoteKind] = SPOKEN
    page: int = 1


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """How many, of what, according to whom? Newest article first, then in the order of the text."""

    scope: Scope = LIBRARY
    topic: str | None = None  # words of what is counted, its sentence or its headline
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


def address_in(query: Query) -> str | None:
    """The web address by which a question names its article; None where it names none so.

    >>> address_in(SummaryQuery("https://harbour.example/tide")), address_in(SummaryQuery("tide"))
    ('https://harbour.example/tide', None)
    """
    meant = getattr(query, "article", None)
    if isinstance(meant, str) and meant.strip().lower().startswith(("http://", "https://")):
        return meant.strip()
    return None
