"""A query as text, and back: how a button remembers its question.

The scope is left out on purpose. It belongs to the place where the question is asked again, so that
no copied or forged button carries one server's view into another.
"""

import json
from dataclasses import fields
from datetime import datetime
from typing import Any

from bot.model import FigureKind, Length, QuoteKind
from bot.queries import (
    FigureQuery,
    HeadlineQuery,
    Query,
    QuoteQuery,
    SearchQuery,
    SummaryQuery,
)

_KINDS: dict[str, type[Query]] = {
    "headlines": HeadlineQuery,
    "summary": SummaryQuery,
    "quotes": QuoteQuery,
    "figures": FigureQuery,
    "search": SearchQuery,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_LEFT_OUT = frozenset({"scope", "page"})


def query_text(query: Query) -> str:
    """A query without its scope and page, as JSON; equal queries give equal texts.

    >>> query_text(QuoteQuery(speaker="Mara Lind"))
    '{"ask": "quotes", "kinds": ["direct", "mixed"], "speaker": "Mara Lind"}'
    """
    told = {field.name: getattr(query, field.name) for field in fields(query)}
    kept = {
        name: _plain(value)
        for name, value in told.items()
        if name not in _LEFT_OUT and value is not None
    }
    return json.dumps({"ask": _NAMES[type(query)], **kept}, sort_keys=True, ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def parse_query(text: str) -> Query | None:
    """The query of a text; None where the text is not of our making, or of a former version.

    >>> parse_query(query_text(QuoteQuery(speaker="Mara Lind"))) == QuoteQuery(speaker="Mara Lind")
    True
    >>> parse_query("{}") is None
    True
    """
    try:
        told: dict[str, Any] = json.loads(text)
        kind = _KINDS[told.pop("ask")]
        return kind(**{name: _typed(kind, name, value) for name, value in told.items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _typed(kind: type[Query], name: str, value: Any) -> Any:
    match name:
        case "since":
            return datetime.fromisoformat(value)
        case "kinds":
            return frozenset(map(QuoteKind, value))
        case "length":
            return Length(value)
        case "kind":
            return FigureKind(value)
    return value
