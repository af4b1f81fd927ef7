"""A question in words: the head of its card, and what is said when nothing answers it."""

from datetime import datetime

from bot.model import FigureKind, QuoteKind
from bot.queries import (
    FigureQuery,
    HeadlineQuery,
    Query,
    QuoteQuery,
    SearchQuery,
    SummaryQuery,
)
from bot.render.words import shorten

_MOST_TYPED = 80
"""Characters of what somebody typed that are said back."""

_KINDS = {
    FigureKind.PEOPLE: "people",
    FigureKind.COUNT: "counts of things",
    FigureKind.MONEY: "money",
    FigureKind.PERCENT: "percentages",
    FigureKind.MEASURE: "measures",
    FigureKind.SCORE: "scores",
}


def about(what: str, query: Query) -> str:
    """The head of a card: what is shown, and how the question narrowed it.

    >>> about("Quotes", QuoteQuery(speaker="Mara Lind", topic="flood"))
    'Quotes · Mara Lind · flood'
    """
    return " · ".join([what, *narrowed(query)])


def narrowed(query: Query) -> list[str]:
    """How a question is narrowed, in the words of whoever asked.

    >>> narrowed(SearchQuery("tide gate")), narrowed(HeadlineQuery())
    (['tide gate'], [])
    """
    match query:
        case HeadlineQuery():
            words = [query.topic, query.feed, _since(query.since)]
        case QuoteQuery():
            words = [query.speaker, query.topic, _since(query.since)]
        case FigureQuery():
            kind = _KINDS[query.kind] if query.kind else None
            words = [query.topic, kind, _since(query.since)]
        case SearchQuery():
            words = [query.text, _since(query.since)]
        case SummaryQuery():
            words = []
    return [shorten(word, _MOST_TYPED) for word in words if word]


def _since(since: datetime | None) -> str | None:
    return f"since {since:%-d %B %Y}" if since else None


def what_is_said(query: QuoteQuery) -> str:
    """What a question about quotes finds: quotes, or what reporters tell in words of their own.

    >>> what_is_said(QuoteQuery()), what_is_said(QuoteQuery(kinds=frozenset({QuoteKind.INDIRECT})))
    ('quote', 'statement')
    """
    return "statement" if query.kinds == {QuoteKind.INDIRECT} else "quote"


def nothing_for(query: Query) -> str:
    """What was searched without success, and what to try.

    >>> print(nothing_for(QuoteQuery(speaker="Lind", topic="flood")))
    No quotes by “Lind” about “flood”. Try without the topic, or a part of the name.
    >>> print(nothing_for(HeadlineQuery(feed="Gull")))
    No articles from “Gull”. Try a part of the outlet's name, or leave it out.
    >>> print(nothing_for(HeadlineQuery()))
    No articles yet. They appear here as soon as some are read.
    """
    match query:
        case HeadlineQuery():
            said = "No articles" + _by("from", query.feed) + _by("about", query.topic)
        case QuoteQuery():
            said = (
                f"No {what_is_said(query)}s" + _by("by", query.speaker) + _by("about", query.topic)
            )
        case FigureQuery():
            kind = f" of {_KINDS[query.kind]}" if query.kind else ""
            said = f"No figures{kind}" + _by("about", query.topic)
        case SearchQuery(text=text) if not text.strip():
            return "There are no words to look for. Say one or more."
        case SearchQuery():
            said = "No sentence has all the words of" + _by("", query.text)
        case SummaryQuery():
            said = "No article fits" + _by("", str(query.article))
    since = None if isinstance(query, SummaryQuery) else query.since
    said += f" since {since:%-d %B %Y}" if since else ""
    if isinstance(query, QuoteQuery | FigureQuery) and query.article is not None:
        said += " in this article"
    yet = "" if narrowed(query) or isinstance(query, SummaryQuery) else " yet"
    return f"{said}{yet}. {_advice(query)}"


def _by(word: str, typed: str | None) -> str:
    return f" {word} “{shorten(typed, _MOST_TYPED)}”".replace("  ", " ") if typed else ""


def _advice(query: Query) -> str:
    match query:
        case SummaryQuery():
            return "Try a few words of its headline."
        case SearchQuery():
            return "Try fewer or other words."
        case QuoteQuery() | FigureQuery() if query.article is not None:
            return "Its summary may still say what you need."
        case QuoteQuery(speaker=str(), topic=str()):
            return "Try without the topic, or a part of the name."
        case QuoteQuery(speaker=str()):
            return "Try a part of the name: a surname is enough."
        case FigureQuery(kind=FigureKind()):
            return "Try another kind, or none."
        case HeadlineQuery(feed=str()):
            return "Try a part of the outlet's name, or leave it out."
    if query.since and narrowed(query):
        return "Try an earlier date, or fewer words."
    if narrowed(query):
        return "Try a single, simpler word."
    return "They appear here as soon as some are read."
