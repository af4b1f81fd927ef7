"""newsroom analyse: the engines alone, one JSON line an article, for pipes and evaluation."""

import json
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.analysis import analyse as read_article
from bot.analysis.summary import Budget, choose_summary
from bot.model import Analysis, Article, Figure, Length, Quote, Span

Line = dict[str, Any]


def analyse(
    jsonl: Annotated[
        Path | None, typer.Option(help='Lines {"id","text","title"?,"language"?}.')
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="The text is clean already; offsets refer to it as given.")
    ] = False,
    sentences: Annotated[int | None, typer.Option(min=1, help="Sentences of the summary.")] = None,
    words: Annotated[int | None, typer.Option(min=1, help="Words of the summary.")] = None,
) -> None:
    """Print what the engines find: one JSON line an article, in order."""
    budget = Budget(sentences, words) if sentences or words else None
    for given in _given(jsonl):
        started = time.perf_counter()
        article = Article(given.get("title") or "", given["text"], language=given.get("language"))
        line = _line(article, read_article(article), budget)
        line["ms"] = round(1000 * (time.perf_counter() - started), 3)
        typer.echo(json.dumps({"id": given["id"], **line}, ensure_ascii=False))


def _given(jsonl: Path | None) -> Iterator[Line]:
    if jsonl:
        with jsonl.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def _line(article: Article, analysis: Analysis, budget: Budget | None) -> Line:
    text = article.text
    summary = analysis.summaries[Length.STANDARD]
    if budget:
        summary = choose_summary(text, analysis.sentences, analysis.language, article.title, budget)
    return {
        "language": analysis.language,
        "title": article.title or None,
        "text": text,
        "summary": {"sentences": [_place(s.span, text) for s in summary.sentences]},
        "quotes": [_quote(quote, text) for quote in analysis.quotes],
        "figures": [_figure(figure, text) for figure in analysis.figures],
    }


def _place(span: Span, text: str, name: str = "text") -> Line:
    return {"start": span.start, "end": span.end, name: span.of(text)}


def _quote(quote: Quote, text: str) -> Line:
    return _place(quote.span, text) | {
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "speaker_mention": quote.mention and quote.mention.of(text),
        "cue": quote.cue and quote.cue.of(text),
    }


def _figure(figure: Figure, text: str) -> Line:
    return _place(figure.span, text, "surface") | {
        "value": _number(figure.value),
        "unit": figure.unit,
        "modifier": figure.modifier.value,
        "counts": figure.counts,
        "direction": figure.direction and figure.direction.value,
        "source": figure.source,
        "minor": figure.minor,
    }


def _number(value: Decimal | tuple[Decimal, Decimal] | None) -> str | list[str] | None:
    if isinstance(value, tuple):
        return [str(end) for end in value]
    return None if value is None else str(value)
