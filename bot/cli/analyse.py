"""newsroom analyse: the engines alone, one JSON line an article, for pipes and evaluation."""

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from bot.analysis import analyse as read_article
from bot.analysis.summary import METHODS, Budget, choose_summary
from bot.errors import BadInput, NewsError
from bot.model import Analysis, Article, Figure, Quote, Span
from bot.render.records import value_record

log = logging.getLogger(__name__)

Line = dict[str, Any]


def analyse(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Articles: plain text or HTML.")
    ] = None,
    jsonl: Annotated[
        Path | None, typer.Option(help='Lines {"id","text","title"?,"language"?}.')
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="The text is clean already; offsets refer to it as given.")
    ] = False,
    sentences: Annotated[int | None, typer.Option(min=1, help="Sentences of the summary.")] = None,
    words: Annotated[int | None, typer.Option(min=1, help="Words of the summary.")] = None,
    method: Annotated[
        str, typer.Option(help=f"How the summary is chosen: {', '.join(METHODS)}.")
    ] = METHODS[0],
) -> None:
    """Print what the engines find: one JSON line an article, in order.

    An article that cannot be read costs its own line, which has an "error", and nothing else.
    """
    if not files and not jsonl:
        raise BadInput("Nothing to analyse. Name files, or --jsonl with a file of JSON lines.")
    if method not in METHODS:
        raise BadInput(f"{method} is no method. There are {', '.join(METHODS)}.")
    budget = Budget(sentences, words) if sentences or words else Budget(sentences=3)
    for name, make in _given(files or [], jsonl, raw):
        started = time.perf_counter()
        try:
            article = make()
            line = {"id": name, **_line(article, read_article(article), budget, method)}
        except NewsError as error:
            line = {"id": name, "error": str(error)}
        except Exception as error:
            log.exception("article not analysed", extra={"article": name})
            line = {"id": name, "error": f"{type(error).__name__}: {error}"}
        line["ms"] = round(1000 * (time.perf_counter() - started), 3)
        typer.echo(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def _given(
    files: list[Path], jsonl: Path | None, raw: bool
) -> Iterator[tuple[str | None, Callable[[], Article]]]:
    """The name of each article, and how to get it; getting it may raise NewsError."""
    for path in files:
        yield str(path), partial(_from_file, path, raw)
    if jsonl:
        with _open_lines(jsonl) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _name(line), partial(_from_line, line, number, raw)


def _open_lines(path: Path) -> IO[str]:
    try:
        if str(path) == "-":
            return sys.stdin
        return path.open(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise BadInput(f"{path} cannot be opened: {error.strerror}.") from error


def _name(line: str) -> str | None:
    try:
        name = json.loads(line).get("id")
    except (ValueError, AttributeError):
        return None
    return name if isinstance(name, str) else None


def _from_file(path: Path, raw: bool) -> Article:
    from bot.ingest.extract import parse_file  # brings the page extractor, half a second

    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be opened: {error.strerror}.") from error
    if raw:
        return Article("", content.decode("utf-8", "replace"))
    return parse_file(content, str(path))


def _from_line(line: str, number: int, raw: bool) -> Article:
    try:
        given = json.loads(line)
        text, title, language = given["text"], given.get("title") or "", given.get("language")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f'Line {number} is no JSON object with an "id" and a "text".') from error
    if not all(isinstance(value, str | None) for value in (text, title, language)) or text is None:
        raise BadInput(f'Line {number}: "text", "title" and "language" are strings.')
    if raw:
        return Article(title, text, language=language)
    from bot.ingest.text import read_text

    return replace(read_text(text, f"Line {number}", title or None), language=language)


def _line(article: Article, analysis: Analysis, budget: Budget, method: str) -> Line:
    text = article.text
    summary = choose_summary(
        text, analysis.sentences, analysis.language, article.title, budget, method
    )
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
        "value": value_record(figure.value),
        "unit": figure.unit,
        "modifier": figure.modifier.value,
        "counts": figure.counts,
        "direction": figure.direction and figure.direction.value,
        "source": figure.source,
        "minor": figure.minor,
    }
