"""answer -> a plain record, for JSON lines and tables of other programs."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import singledispatch

from bot.model import Span
from bot.queries import (
    Answer,
    ArticleRef,
    FigureAnswer,
    HeadlineAnswer,
    Page,
    QuoteAnswer,
    SearchAnswer,
    SummaryAnswer,
)
from bot.render.markup import sentence_link

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]
Record = dict[str, Plain]


def page_record(page: Page[Answer]) -> Record:
    """A page of answers: ``{"page", "pages", "total", "items": [...]}``."""
    items: list[Plain] = [answer_record(item) for item in page.items]
    return {"page": page.number, "pages": page.pages, "total": page.total, "items": items}


def items_of(page: Record) -> list[Record]:
    """The records on the record of a page."""
    items = page["items"]
    assert isinstance(items, list)
    return [item for item in items if isinstance(item, dict)]


def csv_table(records: Sequence[Record]) -> str:
    """Records of one kind as CSV (RFC 4180) with a header; what a record does not have is empty.

    Lists are written as JSON.

    >>> print(csv_table([{"figure": "12", "source": None}, {"figure": "over 5", "source": "a, b"}]))
    figure,source
    12,
    over 5,"a, b"
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(records[0] if records else ())
    for record in records:
        writer.writerow(_cell(value) for value in record.values())
    return table.getvalue().rstrip("\n")


def _cell(value: Plain) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@singledispatch
def answer_record(answer: object) -> Record:
    """One answer as a record; what it does not have is null, times are ISO 8601 in UTC."""
    raise TypeError(f"no record of {type(answer).__name__}")


@answer_record.register
def _(answer: HeadlineAnswer) -> Record:
    return {
        **_article(answer.article),
        "gist": answer.gist,
        "quotes": answer.quotes,
        "figures": answer.figures,
        "also": [_article(ref) for ref in answer.also],
    }


@answer_record.register
def _(answer: SummaryAnswer) -> Record:
    return {
        **_article(answer.article),
        "summary": [
            {
                "text": line.text,
                "link": sentence_link(answer.article.url, line.text),
                "reasons": list(line.reasons),
            }
            for line in answer.lines
        ],
        "sentences": answer.sentences,
        "quotes": answer.quotes,
        "figures": answer.figures,
    }


@answer_record.register
def _(answer: QuoteAnswer) -> Record:
    return {
        "words": answer.words,
        "kind": answer.quote.kind.value,
        "speaker": answer.quote.speaker,
        "role": answer.role,
        **_sentence(answer.article, answer.sentence, answer.place),
        "also": [_article(ref) for ref in answer.also],
    }


@answer_record.register
def _(answer: FigureAnswer) -> Record:
    figure = answer.figure
    return {
        "figure": answer.surface,
        "kind": figure.kind.value,
        "value": value_record(figure.value),
        "unit": figure.unit,
        "modifier": figure.modifier.value,
        "counts": figure.counts,
        "direction": figure.direction.value if figure.direction else None,
        "source": figure.source,
        "minor": figure.minor,
        **_sentence(answer.article, answer.sentence, answer.place),
        "also": [_article(ref) for ref in answer.also],
    }


@answer_record.register
def _(answer: SearchAnswer) -> Record:
    return {
        **_sentence(answer.article, answer.sentence, *answer.hits),
        "also": [_article(ref) for ref in answer.also],
    }


def _sentence(article: ArticleRef, sentence: str, *places: Span) -> Record:
    return {
        "sentence": sentence,
        "places": [[place.start, place.end] for place in places],
        "link": sentence_link(article.url, sentence),
        **_article(article),
    }


def _article(article: ArticleRef) -> Record:
    return {
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "author": article.author,
        "published": _time(article.published),
        "article_kind": article.kind.value,
    }


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def value_record(value: Decimal | tuple[Decimal, Decimal] | None) -> Plain:
    """A value as a decimal string, a range as two; None where the words give no number.

    >>> value_record((Decimal("0.40"), Decimal(50))), value_record(Decimal(0))
    (['0.40', '50'], '0')
    """
    if isinstance(value, tuple):
        return [str(end) for end in value]
    return None if value is None else str(value)
