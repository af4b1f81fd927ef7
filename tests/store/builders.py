"""Articles and analyses of our own making, built from the few words that a test is about."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.analysis.shingles import find_likeness
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

NOW = datetime(2031, 5, 9, 12, tzinfo=UTC)
"""When the tests take place."""

TIDE = """The tide in Halden rose by 3 metres on Monday, the harbour office said.

“We will rebuild the quay,” said Antonia Verhoeven, the mayor of Halden. \
At least 248 ferries were moved."""


def hours_ago(hours: float) -> datetime:
    """A time before now."""
    return NOW - timedelta(hours=hours)


def make_article(title: str = "Tide rises in Halden", text: str = TIDE, **told: object) -> Article:
    """An article, with whatever else is told of it."""
    return Article(title, text, **told)  # type: ignore[arg-type]


def place(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_quote(
    article: Article,
    words: str,
    speaker: str | None = None,
    *,
    role: str | None = None,
    kind: QuoteKind = QuoteKind.DIRECT,
) -> Quote:
    """A quote of words that stand in the article."""
    return Quote(
        place(article.text, words),
        kind,
        speaker,
        role=place(article.text, role) if role else None,
    )


def make_figure(
    article: Article,
    surface: str,
    value: str | tuple[str, str] | None,
    counts: str | None = None,
    *,
    kind: FigureKind = FigureKind.COUNT,
    source: str | None = None,
    minor: bool = False,
) -> Figure:
    """A figure that stands in the article."""
    read: Decimal | tuple[Decimal, Decimal] | None = None
    if isinstance(value, tuple):
        read = (Decimal(value[0]), Decimal(value[1]))
    elif value:
        read = Decimal(value)
    span = place(article.text, surface)
    return Figure(span, kind, read, counts=counts, source=source, minor=minor)


def split_plainly(text: str) -> tuple[Sentence, ...]:
    """Sentences that end with a full stop and a space, or with a paragraph."""
    ends = re.compile(r"(?<=\.) |\n\n")
    starts = [0, *(gap.end() for gap in ends.finditer(text))]
    stops = [*(gap.start() for gap in ends.finditer(text)), len(text)]
    return tuple(
        Sentence(Span(start, stop), text.count("\n\n", 0, start))
        for start, stop in zip(starts, stops, strict=True)
        if start < stop
    )


def make_analysis(
    article: Article,
    quotes: tuple[Quote, ...] = (),
    figures: tuple[Figure, ...] = (),
    version: int = 1,
) -> Analysis:
    """An analysis that found these; its summary is the first sentence."""
    sentences = split_plainly(article.text)
    first = Summary(tuple(SummarySentence(one.span, ("first",)) for one in sentences[:1]))
    return Analysis(
        version=version,
        language="en",
        sentences=sentences,
        summaries=dict.fromkeys(Length, first),
        gist=sentences[0].span if sentences else None,
        quotes=quotes,
        figures=figures,
        likeness=find_likeness(article.text, quotes),
    )
