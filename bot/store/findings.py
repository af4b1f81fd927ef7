"""Findings: what was found in an article, as rows of the tables."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import MAX_EMAX, MIN_EMIN, Context
from typing import Any

from bot.model import Analysis, Article, Figure, Quote, Span
from bot.queries import SPOKEN
from bot.store.identity import short_hash
from bot.store.people import fold, is_surname, merge_names
from bot.store.places import around
from bot.store.schema import PASSAGES
from bot.store.speakers import Voice, to_voice
from bot.store.types import clean

EXACT = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """An article of the store that was read, and what was found in it."""

    id: int
    article: Article
    effective: datetime
    analysis: Analysis


def analysis_row(read: Read, now: datetime) -> Row:
    """What was found in the article as a whole."""
    analysis = read.analysis
    gist = analysis.gist
    return {
        "article_id": read.id,
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


@dataclass(frozen=True, slots=True)
class Passages:
    """The whole sentences in which quotes and figures stand, and the ids of these places."""

    of: Mapping[Span, Span]
    ids: Mapping[Span, int]


def passages_in(read: Read) -> Passages:
    """Where anything was found; the places in the order of the text."""
    analysis = read.analysis
    found: Iterable[Quote | Figure] = (*analysis.quotes, *analysis.figures)
    starts = [sentence.span.start for sentence in analysis.sentences]
    ends = [sentence.span.end for sentence in analysis.sentences]
    of = {one.span: around(one.span, starts, ends) for one in found}
    places = enumerate(sorted(set(of.values())))
    return Passages(of, {place: (read.id << PASSAGES) + number for number, place in places})


def passage_rows(read: Read, passages: Passages) -> list[Row]:
    """The passages of an article."""
    return [
        {"id": id, "article_id": read.id, "start": place.start, "end": place.end}
        for place, id in passages.ids.items()
    ]


def quote_rows(
    read: Read,
    passages: Passages,
    voices: Sequence[Voice | None],
    ids: Mapping[Voice, int],
) -> list[Row]:
    """The quotes of an article; ``voices`` are those of each, ``ids`` of their speakers."""
    return [
        {"article_id": read.id, "effective": read.effective}
        | {"passage_id": passages.ids[passages.of[quote.span]]}
        | _quote(quote, read.article, ids[voice] if voice else None)
        for quote, voice in zip(read.analysis.quotes, voices, strict=True)
    ]


def figure_rows(read: Read, passages: Passages) -> list[Row]:
    """The figures of an article."""
    return [
        {"article_id": read.id, "effective": read.effective, "passage_id": passages.ids[place]}
        | _figure(figure, place.of(read.article.text))
        for figure in read.analysis.figures
        for place in (passages.of[figure.span],)
    ]


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


def _figure(figure: Figure, sentence: str) -> Row:
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
        "same": meaning_key(figure, sentence),
    }


def voices_in(read: Read) -> list[Voice | None]:
    """Under which name and role each quote is to be found.

    A surname alone stands under the full name where its article has one such person.
    """
    quotes, text = read.analysis.quotes, read.article.text
    names = Counter(quote.speaker for quote in quotes if quote.speaker)
    merged = merge_names(names) if any(map(is_surname, names)) else {}
    return [
        to_voice(
            merged[quote.speaker] if is_surname(quote.speaker) else quote.speaker,
            quote.role.of(text) if quote.role else None,
        )
        if quote.speaker
        else None
        for quote in quotes
    ]


def words_key(words: str) -> str:
    """Equal for equal words, however they are written.

    >>> words_key("We’ll rebuild, naïvely") == words_key("we'll rebuild naively ...")
    True
    >>> words_key("...") == words_key("!")
    False
    """
    return short_hash(" ".join(re.findall(r"[^\W_]+", fold(words))) or words)


def meaning_key(figure: Figure, sentence: str) -> str | None:
    """Equal for figures that say the same; None where it is open what one says.

    That is the same of the same thing, or where nothing is counted, in a sentence of equal words.

    >>> from dataclasses import replace
    >>> from decimal import Decimal
    >>> from bot.model import FigureKind
    >>> ferries = Figure(Span(0, 9), FigureKind.COUNT, Decimal("1900"), counts="new ferries")
    >>> thousands = replace(ferries, value=Decimal("1.9E3"))
    >>> meaning_key(ferries, "1,900 came.") == meaning_key(thousands, "It built 1,900.")
    True
    >>> open_ones = [replace(ferries, counts=None)] * 2
    >>> len(set(map(meaning_key, open_ones, ("1,900 came.", "“1,900” came"))))
    1
    >>> len(set(map(meaning_key, open_ones, ("1,900 came.", "1,900 went."))))
    2
    """
    if figure.value is None:
        return None
    value = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    digits = "-".join(str(part.normalize(EXACT)) for part in value)
    about = " ".join(fold(figure.counts).split()) if figure.counts else f".{words_key(sentence)}"
    return short_hash(digits, figure.unit or "", figure.kind.value, about)
