"""Card: what is shown, apart from where; and the limits of Discord that every card keeps.

A card is blocks of lines, and rows of controls under them. A line has a style (title, body, quote,
small print) and runs of words, some bold, some linked, some a point in time. Words are kept as they
stand in the article; whoever draws the card escapes them for its own place.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.queries import PagedQuery, Query, QuoteQuery, SummaryQuery

MOST_CHARACTERS = 4000
"""Characters of text in one Components V2 message; links count (Discord's documented limit)."""

MOST_COMPONENTS = 40
"""Components in one Components V2 message, nested ones included."""

MOST_CHOICES = 25
"""Options of a select menu, and choices of an autocomplete."""

MOST_LABEL = 80
"""Characters on a button."""

MOST_OPTION = 100
"""Characters of a select option's label, value and description."""

MOST_PLACEHOLDER = 150
"""Characters of a select menu's placeholder."""


class Kind(StrEnum):
    """What a card is about; its colour says the same."""

    NEWS = "news"
    QUOTES = "quotes"
    FIGURES = "figures"
    SETTINGS = "settings"
    TROUBLE = "trouble"


class Style(StrEnum):
    """How a line is set."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    SMALL = "small"


class Look(StrEnum):
    """How a moment is written."""

    AGO = "ago"  # 4 hours ago
    DATE = "date"  # 14 September 2026 17:20


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words, perhaps bold, perhaps linked."""

    text: str
    bold: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time (aware), written in the reader's own zone where the place can."""

    at: datetime
    look: Look = Look.AGO


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name; with its id (Discord's, None where unknown) it can be pressed."""

    name: str
    id: int | None = None


Run = Words | Moment | Command


@dataclass(frozen=True, slots=True)
class Line:
    """Runs set in one style."""

    style: Style
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: one answer, or the head of the card."""

    lines: tuple[Line, ...]


def block(*lines: Line) -> Block:
    """The lines that say something, together."""
    return Block(tuple(line for line in lines if line.runs))


@dataclass(frozen=True, slots=True)
class Ask:
    """A button that asks a further question."""

    label: str
    query: Query
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Closer:
    """A button that shows the answers to a question closer: why these, and what stands around."""

    label: str
    query: SummaryQuery | QuoteQuery


@dataclass(frozen=True, slots=True)
class Open:
    """A button that opens an address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a select menu, and the question that it asks."""

    label: str
    query: Query
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Choose:
    """A select menu of further questions."""

    placeholder: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FollowOption:
    """One feed of a select menu, by its address."""

    label: str
    url: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """A select menu of feeds; the one that is picked is followed, its news go to a channel."""

    placeholder: str
    channel: int
    options: tuple[FollowOption, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Back and forth through the answers to a query; it stands where ``query.page`` says."""

    query: PagedQuery
    pages: int


Control = Ask | Closer | Open | Choose | Follow | Pages


def turning(query: PagedQuery, pages: int) -> tuple[tuple[Control, ...], ...]:
    """The row that turns pages; no row where there is but one page."""
    return ((Pages(query, pages),),) if pages > 1 else ()


@dataclass(frozen=True, slots=True)
class Card:
    """One answer, ready to be drawn anywhere. ``rows`` are rows of controls."""

    kind: Kind
    blocks: tuple[Block, ...]
    rows: tuple[tuple[Control, ...], ...] = ()
