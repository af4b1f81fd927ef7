"""Analyses: what was found in an article, written down so that questions find it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import MAX_EMAX, MIN_EMIN, Context
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Analysis, Article, Figure, Quote, Span
from bot.queries import SPOKEN
from bot.store import search
from bot.store.identity import short_hash
from bot.store.people import fold, is_surname, merge_names
from bot.store.places import around
from bot.store.schema import analyses, feed_articles, figures, passages, quotes
from bot.store.speakers import Voice, keep_voices, to_voice
from bot.store.types import clean

PASSAGES = 20
"""Bits of a passage's id that count it inside its article; those before are the article's id."""

EXACT = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])

Row = dict[str, Any]


async def forget(connection: AsyncConnection, article_id: int) -> None:
    """Take away all that was found in an article."""
    await search.forget(connection, article_id)
    for table in (quotes, figures, passages, analyses):
        await connection.execute(delete(table).where(table.c.article_id == article_id))


async def keep(
    connection: AsyncConnection,
    article_id: int,
    article: Article,
    effective: datetime,
    analysis: Analysis,
    now: datetime,
) -> None:
    """Write down what was found in an article of which nothing is written down."""
    await connection.execute(insert(analyses), [_analysis(article_id, analysis, now)])
    places = _passages(article_id, analysis)
    found_at = {"article_id": article_id, "effective": effective}
    voices = _voices(analysis.quotes, article.text)
    ids = await keep_voices(connection, {voice for voice in voices if voice})
    quoted = [
        found_at
        | {"passage_id": places[_passage(quote, analysis)]}
        | _quote(quote, article, ids[voice] if voice else None)
        for quote, voice in zip(analysis.quotes, voices, strict=True)
    ]
    counted = [
        found_at | {"passage_id": places[_passage(figure, analysis)]} | _figure(figure)
        for figure in analysis.figures
    ]
    kept = [
        {"id": id, "article_id": article_id, "start": place.start, "end": place.end}
        for place, id in places.items()
    ]
    for table, rows in ((passages, kept), (quotes, quoted), (figures, counted)):
        if rows:
            await connection.execute(insert(table), rows)
    await _index(connection, article_id, article, analysis, places)


def _analysis(article_id: int, analysis: Analysis, now: datetime) -> Row:
    gist = analysis.gist
    return {
        "article_id": article_id,
        "version": analysis.version,
        "analysed": now,
        "language": analysis.language,
        "gist_start": gist and gist.start,
        "gist_end": gist and gist.end,
        "quotes": sum(quote.kind in SPOKEN for quote in analysis.quotes),
        "figures": sum(not figure.minor for figure in analysis.figures),
        "sentences": [
            [sentence.span.start, sentence.span.end, sentence.paragraph]
            for sentence in analysis.sentences
        ],
        "summaries": {
            length.value: [
                [chosen.span.start, chosen.span.end, [clean(reason) for reason in chosen.reasons]]
                for chosen in summary.sentences
            ]
            for length, summary in analysis.summaries.items()
        },
    }


def _passage(found: Quote | Figure, analysis: Analysis) -> Span:
    return around(found.span, analysis.sentences)


def _passages(article_id: int, analysis: Analysis) -> dict[Span, int]:
    """The places in which anything was found, in the order of the text, with their ids."""
    found: Iterable[Quote | Figure] = (*analysis.quotes, *analysis.figures)
    places = sorted({_passage(one, analysis) for one in found})
    return {place: (article_id << PASSAGES) + number for number, place in enumerate(places)}


def _quote(quote: Quote, article: Article, speaker_id: int | None) -> Row:
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "speaker_id": speaker_id,
        "mention_start": quote.mention and quote.mention.start,
        "mention_end": quote.mention and quote.mention.end,
        "cue_start": quote.cue and quote.cue.start,
        "cue_end": quote.cue and quote.cue.end,
        "role_start": quote.role and quote.role.start,
        "role_end": quote.role and quote.role.end,
        "same": words_key(quote.span.of(article.text)),
    }


def _figure(figure: Figure) -> Row:
    value = figure.value
    low, high = value if isinstance(value, tuple) else (value, None)
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "kind": figure.kind.value,
        "low": low,
        "high": high,
        "unit": figure.unit,
        "modifier": figure.modifier.value,
        "counts": figure.counts,
        "direction": figure.direction and figure.direction.value,
        "source": figure.source,
        "minor": figure.minor,
        "same": meaning_key(figure),
    }


def _voices(quotes: Sequence[Quote], text: str) -> list[Voice | None]:
    """Under which name and role each quote is to be found.

    A surname alone stands under the full name where its article has one such person.
    """
    merged = merge_names(Counter(quote.speaker for quote in quotes if quote.speaker))
    return [
        to_voice(
            merged[quote.speaker] if is_surname(quote.speaker) else quote.speaker,
            quote.role.of(text) if quote.role else None,
        )
        if quote.speaker
        else None
        for quote in quotes
    ]


async def _index(
    connection: AsyncConnection,
    article_id: int,
    article: Article,
    analysis: Analysis,
    places: Mapping[Span, int],
) -> None:
    """Make an article and its passages searchable in the feeds that it stands in."""
    ids = select(feed_articles.c.feed_id).where(feed_articles.c.article_id == article_id)
    stands_in = search.name_feeds(tuple(await connection.scalars(ids)))
    title: dict[str, str | None] = {"title": article.title, "feeds": stands_in}
    whole = title | {"standfirst": article.standfirst, "text": article.text}
    counts: dict[Span, list[str]] = {}
    for figure in analysis.figures:
        counts.setdefault(_passage(figure, analysis), []).append(figure.counts or "")
    found = [
        search.Entry(
            id, title | {"words": place.of(article.text), "counts": " ".join(counts.get(place, ()))}
        )
        for place, id in places.items()
    ]
    await search.put(connection, search.ARTICLE, [search.Entry(article_id, whole)])
    await search.put(connection, search.TITLE, [search.Entry(article_id, title)])
    await search.put(connection, search.PASSAGE, found)


def words_key(words: str) -> str:
    """Equal for equal words, however they are written.

    >>> words_key("We’ll rebuild, naïvely") == words_key("we'll rebuild naively ...")
    True
    >>> words_key("...") == words_key("!")
    False
    """
    return short_hash(" ".join(re.findall(r"[^\W_]+", fold(words))) or words)


def meaning_key(figure: Figure) -> str | None:
    """Equal for figures that say the same; None where it is open what one says.

    >>> from dataclasses import replace
    >>> from decimal import Decimal
    >>> from bot.model import FigureKind
    >>> ferries = Figure(Span(0, 9), FigureKind.COUNT, Decimal("1900"), counts="new ferries")
    >>> meaning_key(ferries) == meaning_key(replace(ferries, value=Decimal("1.9E3")))
    True
    >>> meaning_key(replace(ferries, counts=None))
    """
    if figure.value is None or not figure.counts:
        return None
    value = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    digits = "-".join(str(part.normalize(EXACT)) for part in value)
    return short_hash(
        digits, figure.unit or "", figure.kind.value, " ".join(fold(figure.counts).split())
    )
