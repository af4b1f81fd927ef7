"""The gold of our own seed articles: what a careful reader finds in each.

Each ``seeds/articles/<name>.txt`` has a ``<name>.json`` beside it; ``seeds/README.md`` says what
stands in it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.model import (
    Analysis,
    Article,
    Direction,
    Figure,
    FigureKind,
    Length,
    Modifier,
    Quote,
    QuoteKind,
    Span,
    Summary,
    SummarySentence,
)

SEEDS = Path(__file__).parent.parent / "seeds"

Value = Decimal | tuple[Decimal, Decimal] | None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quote as a reader finds it; an ``optional`` one is neither wanted nor wrong."""

    span: Span
    kind: QuoteKind
    speakers: tuple[str | None, ...]  # the first is the one to give, the others will do
    mention: str | None
    cue: str | None
    role: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure as a reader finds it; a ``minor`` one is neither wanted nor wrong."""

    span: Span
    value: Value
    units: tuple[str | None, ...]  # in these three the first is the one to give
    counts: tuple[str, ...]
    sources: tuple[str | None, ...]
    modifier: Modifier
    direction: Direction | None
    minor: bool


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed article: its file, the article as a perfect loader reads it, and its gold."""

    name: str
    content: str
    article: Article
    language: str
    not_article: tuple[str, ...]
    quotes: tuple[GoldQuote, ...]
    figures: tuple[GoldFigure, ...]
    must: tuple[str, ...]
    never: tuple[str, ...]


def read_seeds(folder: Path = SEEDS / "articles") -> tuple[Seed, ...]:
    """All seed articles, by name."""
    return tuple(read_seed(path) for path in sorted(folder.glob("*.txt")))


def read_seed(path: Path) -> Seed:
    """The article and its gold; ``ValueError`` where gold is not in the article."""
    content = path.read_text(encoding="utf-8")
    gold = json.loads(plain(path.with_suffix(".json").read_text(encoding="utf-8")))
    article = as_read(content, gold)
    text = article.text
    return Seed(
        name=path.stem,
        content=content,
        article=article,
        language=gold["language"],
        not_article=tuple(gold["not_article"]),
        quotes=tuple(gold_quote(record, text) for record in gold["quotes"]),
        figures=tuple(gold_figure(record, text) for record in gold["figures"]),
        must=tuple(gold["summary"]["must"]),
        never=tuple(gold["summary"]["never"]),
    )


def as_read(content: str, gold: Mapping[str, Any]) -> Article:
    """The article as a perfect loader would read it, which knows from the gold what to clean.

    >>> gold = {"title": "Hay fair opens", "standfirst": None,
    ...         "not_article": ["2 min read", "TARN —"]}
    >>> as_read("Hay fair opens\\n\\n2 min read\\n\\nTARN — The fair has\\u00a0begun.", gold).text
    'The fair has begun.'
    """
    headers, lines = split_headers(plain(content))
    kept = (without_furniture(line.strip(), gold) for line in lines)
    return Article(
        title=gold["title"],
        text="\n\n".join(line for line in kept if line),
        standfirst=gold["standfirst"],
        outlet=headers.get("source"),
        url=headers.get("url"),
        author=headers.get("author"),
        published=as_time(headers.get("published")),
    )


def split_headers(content: str) -> tuple[dict[str, str], list[str]]:
    """The ``name: value`` lines at the top, and the lines after them.

    >>> split_headers("source: Halden Post\\n\\nTitle")
    ({'source': 'Halden Post'}, ['', 'Title'])
    >>> split_headers("Ferry: a new start")
    ({}, ['Ferry: a new start'])
    """
    headers, lines = {}, content.splitlines()
    while lines and (found := re.fullmatch(r"(source|url|author|published): (.+)", lines[0])):
        headers[found[1]] = found[2]
        del lines[0]
    return headers, lines


def as_time(written: str | None) -> datetime | None:
    """
    >>> as_time("2026-09-14T17:20:00+02:00")
    datetime.datetime(2026, 9, 14, 15, 20, tzinfo=datetime.timezone.utc)
    """
    return datetime.fromisoformat(written).astimezone(UTC) if written else None


def without_furniture(line: str, gold: Mapping[str, Any]) -> str:
    """The line without what is not article; a dateline ends in a dash and opens its paragraph."""
    if line in (gold["title"], gold["standfirst"], *gold["not_article"]):
        return ""
    for dateline in gold["not_article"]:
        if dateline.endswith("—"):
            line = line.removeprefix(dateline).lstrip()
    return line


def plain(text: str) -> str:
    """The text with ordinary spaces for those that do not break, as the loader gives it."""
    return re.sub("[\u00a0\u202f]", " ", text)


def locate(text: str, words: str, nth: int | None = None) -> Span:
    """Where the words stand, as whole words, for the ``nth`` time or the only one.

    ``ValueError`` where they do not.

    >>> locate("21 of 1,121 and 21", "21", 2)
    Span(start=16, end=18)
    >>> locate("21 of 1,121 and 21", "21")
    Traceback (most recent call last):
    ValueError: 2 times in the article: '21'
    """
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    places = list(re.finditer(before + re.escape(words) + after, text))
    if len(places) < (nth or 1) or (nth is None and len(places) > 1):
        raise ValueError(f"{len(places)} times in the article: {words!r}")
    return Span(*places[(nth or 1) - 1].span())


def gold_quote(record: Mapping[str, Any], text: str) -> GoldQuote:
    return GoldQuote(
        span=locate(text, record["text"], record.get("nth")),
        kind=QuoteKind(record["kind"]),
        speakers=(record["speaker"], *record.get("speaker_also", ())),
        mention=record["mention"],
        cue=record["cue"],
        role=record.get("role"),
        optional=record.get("optional", False),
    )


def gold_figure(record: Mapping[str, Any], text: str) -> GoldFigure:
    counts = (record["counts"], *record.get("counts_also", ()))
    return GoldFigure(
        span=locate(text, record["surface"], record.get("nth")),
        value=gold_value(record["value"]),
        units=(record["unit"], *record.get("unit_also", ())),
        counts=tuple(phrase for phrase in counts if phrase),
        sources=(record["source"], *record.get("source_also", ())),
        modifier=Modifier(record["modifier"]),
        direction=Direction(record["direction"]) if "direction" in record else None,
        minor=record.get("minor", False),
    )


def gold_value(value: str | list[str] | None) -> Value:
    """
    >>> gold_value("2.5"), gold_value(["40", "50"]), gold_value(None)
    (Decimal('2.5'), (Decimal('40'), Decimal('50')), None)
    """
    if isinstance(value, list):
        low, high = value
        return Decimal(low), Decimal(high)
    return None if value is None else Decimal(value)


# Analyses that are known to be right, or empty


def perfect_analysis(seed: Seed) -> Analysis:
    """What an engine would say that knows the gold."""
    text = seed.article.text
    told = tuple(SummarySentence(locate(text, words, 1)) for words in seed.must)
    return Analysis(
        version=0,
        language=seed.language,
        sentences=(),
        summaries={length: Summary(told) for length in Length},
        gist=None,
        quotes=tuple(as_quote(gold, text) for gold in seed.quotes),
        figures=tuple(as_figure(gold) for gold in seed.figures),
    )


def empty_analysis(seed: Seed) -> Analysis:
    """What an engine would say that finds nothing."""
    summaries = {length: Summary(()) for length in Length}
    return Analysis(0, None, (), summaries, None, (), ())


def as_quote(gold: GoldQuote, text: str) -> Quote:
    mention, cue, role = (
        locate(text, words, 1) if words else None for words in (gold.mention, gold.cue, gold.role)
    )
    return Quote(gold.span, gold.kind, gold.speakers[0], mention, cue, role)


def as_figure(gold: GoldFigure) -> Figure:
    return Figure(
        span=gold.span,
        kind=FigureKind.COUNT,
        value=gold.value,
        unit=gold.units[0],
        modifier=gold.modifier,
        counts=gold.counts[0] if gold.counts else None,
        direction=gold.direction,
        source=gold.sources[0],
        minor=gold.minor,
    )
