"""Articles, answers and their parts, made for tests."""

from datetime import UTC, datetime
from decimal import Decimal

from bot.model import Figure, FigureKind, Quote, QuoteKind, Span
from bot.queries import (
    ArticleRef,
    FigureAnswer,
    HeadlineAnswer,
    Page,
    QuoteAnswer,
    SearchAnswer,
    SummaryAnswer,
    SummaryLine,
)

NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)


def article_ref(
    title: str = "Toll rises in Halden",
    url: str | None = "https://haldenpost.example/flood",
    outlet: str | None = "Halden Post",
    number: int = 1,
) -> ArticleRef:
    return ArticleRef(number, title, outlet, url, None, NOON)


def headline(title: str = "Toll rises in Halden", **ref: object) -> HeadlineAnswer:
    return HeadlineAnswer(article_ref(title, **ref), None, 3, 9)  # type: ignore[arg-type]


def summary(
    *sentences: str, title: str = "Toll rises in Halden", around: str | None = None
) -> SummaryAnswer:
    reasons = (around,) if around else ()
    lines = tuple(SummaryLine(text, (), reasons, around, around) for text in sentences)
    return SummaryAnswer(article_ref(title), lines, 14, 8, 4)


def quote(words: str, speaker: str | None = "Mara Lind", role: str | None = None) -> QuoteAnswer:
    record = Quote(Span(1, 1 + len(words)), QuoteKind.DIRECT, speaker)
    sentence = f"“{words}” she said."
    return QuoteAnswer(article_ref(), record, words, role, sentence, Span(1, 1 + len(words)))


def figure(
    surface: str = "248", counts: str | None = "people killed", source: str | None = None
) -> FigureAnswer:
    sentence = f"The flood left {surface} {counts}."
    place = Span(15, 15 + len(surface))
    record = Figure(place, FigureKind.PEOPLE, Decimal(248), counts=counts, source=source)
    return FigureAnswer(article_ref(), record, surface, sentence, place)


def hit(sentence: str, *hits: Span) -> SearchAnswer:
    return SearchAnswer(article_ref(), sentence, hits)


def page(  # type: ignore[type-arg]
    *items: object, total: int | None = None, number: int = 1, person: str | None = None
) -> Page:
    return Page(items, number, len(items) if total is None else total, person=person)
