"""How well an analysis, or a loader, meets the gold of our seed articles.

A measure is a tally: so many right of so many. Tallies of several articles add up. The least that
each must reach stands in ``seeds/floors.toml``.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.model import Analysis, Article, Figure, Length, Quote, QuoteKind, Span, Summary
from tests.gold import SEEDS, GoldFigure, GoldQuote, Seed, Value


@dataclass(frozen=True, slots=True)
class Tally:
    """So many right, of so many.

    >>> (Tally(1, 2) + Tally(2, 2)).share
    0.75
    >>> Tally(0, 0).share
    0.0
    """

    right: int
    of: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0


Measures = Mapping[str, Tally]


def read_floors() -> dict[str, float]:
    """The least share that each measure must keep."""
    floors: dict[str, float] = tomllib.loads((SEEDS / "floors.toml").read_text("utf-8"))["floors"]
    return floors


def measure(seed: Seed, analysis: Analysis) -> Measures:
    """How well the analysis of a seed's article meets its gold."""
    return {
        "languages right": tally([analysis.language == seed.language]),
        **measure_quotes(seed, analysis.quotes),
        **measure_statements(seed, analysis.quotes),
        **measure_figures(seed, analysis.figures),
        **measure_summary(seed, analysis.summaries[Length.STANDARD]),
    }


def pool(measures: Iterable[Measures]) -> Measures:
    """The tallies of several articles, added up."""
    pooled: dict[str, Tally] = {}
    for one in measures:
        for name, tally in one.items():
            pooled[name] = pooled.get(name, Tally(0, 0)) + tally
    return pooled


def measure_quotes(seed: Seed, quotes: Sequence[Quote]) -> Measures:
    """Direct and mixed quotes: the stretches between marks."""
    golds = [gold for gold in seed.quotes if gold.kind != QuoteKind.INDIRECT]
    given = [quote for quote in quotes if quote.kind != QuoteKind.INDIRECT]
    wanted, false = sort_quotes(golds, given, least=0.8)
    return {
        "quotes found": Tally(len(wanted), sum(not gold.optional for gold in golds)),
        "quotes true": Tally(len(wanted), len(wanted) + len(false)),
        "quote kinds right": tally(gold.kind == quote.kind for gold, quote in wanted),
        "speakers right": tally(is_speaker(gold, quote.speaker) for gold, quote in wanted),
        "speakers true": tally(
            is_speaker(gold, quote.speaker) for gold, quote in wanted if quote.speaker
        ),
        "mentions right": tally(
            alike(gold.mention, words_at(quote.mention, seed))
            for gold, quote in wanted
            if gold.mention
        ),
        "cues right": tally(
            shares_a_word(gold.cue, words_at(quote.cue, seed)) for gold, quote in wanted if gold.cue
        ),
        "roles right": tally(
            alike(gold.role, words_at(quote.role, seed)) for gold, quote in wanted if gold.role
        ),
    }


def measure_statements(seed: Seed, quotes: Sequence[Quote]) -> Measures:
    """Indirect speech. The clause around a mixed quote is neither wanted nor wrong."""
    golds = [gold for gold in seed.quotes if gold.kind == QuoteKind.INDIRECT]
    mixed = [gold.span for gold in seed.quotes if gold.kind == QuoteKind.MIXED]
    given = [
        quote
        for quote in quotes
        if quote.kind == QuoteKind.INDIRECT and not any(map(quote.span.covers, mixed))
    ]
    # Where a clause begins and ends is a matter of taste, so less of it must be shared.
    wanted, false = sort_quotes(golds, given, least=0.6)
    return {
        "statements found": Tally(len(wanted), sum(not gold.optional for gold in golds)),
        "statements true": Tally(len(wanted), len(wanted) + len(false)),
        "statement speakers right": tally(is_speaker(gold, said.speaker) for gold, said in wanted),
    }


def sort_quotes(
    golds: Sequence[GoldQuote], given: Sequence[Quote], least: float
) -> tuple[list[tuple[GoldQuote, Quote]], list[Quote]]:
    """The wanted quotes that were given, and the false ones; an optional one is neither."""
    firm = [gold for gold in golds if not gold.optional]
    optional = [gold.span for gold in golds if gold.optional]
    pairs = pair([gold.span for gold in firm], [quote.span for quote in given], least)
    rest = [quote for q, quote in enumerate(given) if q not in {q for _, q in pairs}]
    false = [
        quote
        for quote in rest
        if not any(o.covers(quote.span) or overlap(o, quote.span) > least for o in optional)
    ]
    return [(firm[g], given[q]) for g, q in pairs], false


def measure_figures(seed: Seed, figures: Sequence[Figure]) -> Measures:
    """Figures that a reader is shown; what gold or engine calls minor is not counted against it."""
    golds, given = seed.figures, figures
    pairs = pair([gold.span for gold in golds], [figure.span for figure in given], least=0)
    wanted = [(golds[g], given[f]) for g, f in pairs if not golds[g].minor and not given[f].minor]
    taken = {f for g, f in pairs if golds[g].minor}
    shown = sum(not figure.minor and f not in taken for f, figure in enumerate(given))
    return {
        "figures found": Tally(len(wanted), sum(not gold.minor for gold in golds)),
        "figures true": Tally(len(wanted), shown),
        "values right": tally(same_value(gold.value, figure.value) for gold, figure in wanted),
        "units right": tally(figure.unit in gold.units for gold, figure in wanted),
        "modifiers right": tally(gold.modifier == figure.modifier for gold, figure in wanted),
        "counts right": tally(
            any(alike(phrase, figure.counts) for phrase in gold.counts)
            for gold, figure in wanted
            if gold.counts
        ),
        "directions right": tally(
            gold.direction == figure.direction for gold, figure in wanted if gold.direction
        ),
        "sources right": tally(
            is_source(gold, figure.source) for gold, figure in wanted if gold.sources[0]
        ),
        "sources true": tally(
            is_source(gold, figure.source) for gold, figure in wanted if figure.source
        ),
    }


def measure_summary(seed: Seed, summary: Summary) -> Measures:
    """Whether the summary tells what it must, and nothing that it never should.

    The share of ``must`` is counted against half of the phrases: three sentences need no more.
    """
    told = " ".join(sentence.span.of(seed.article.text) for sentence in summary.sentences)
    half = (len(seed.must) + 1) // 2
    return {
        "summary tells": Tally(min(half, sum(words in told for words in seed.must)), half),
        "summary spares": tally(words not in told for words in seed.never if told),
    }


def measure_reading(seed: Seed, article: Article) -> Measures:
    """How well a loader reads a seed's file."""
    written = seed.article
    lines, wanted = article.text.split("\n\n"), written.text.split("\n\n")
    return {
        "titles right": tally([article.title == written.title]),
        "stand-firsts right": tally([article.standfirst == written.standfirst]),
        "receipts right": tally(
            [
                article.outlet == written.outlet,
                article.url == written.url,
                article.published == written.published,
            ]
        ),
        "furniture gone": tally(
            not any(line.startswith(dirt) for line in lines)
            for dirt in (*seed.not_article, written.title)
            if article.text
        ),
        "paragraphs kept": tally(line in lines for line in wanted),
    }


# Comparing


def tally(answers: Iterable[bool]) -> Tally:
    """
    >>> tally([True, False, True])
    Tally(right=2, of=3)
    """
    given = list(answers)
    return Tally(sum(given), len(given))


def pair(golds: Sequence[Span], given: Sequence[Span], least: float) -> list[tuple[int, int]]:
    """Gold and given places that are the same, one to one, the best overlap first.

    >>> pair([Span(0, 10), Span(20, 30)], [Span(19, 30), Span(40, 50)], least=0.8)
    [(1, 0)]
    """
    ways = sorted(
        (-overlap(gold, place), g, f)
        for g, gold in enumerate(golds)
        for f, place in enumerate(given)
        if overlap(gold, place) > least
    )
    pairs: list[tuple[int, int]] = []
    for _, g, f in ways:
        if all(g != taken and f != used for taken, used in pairs):
            pairs.append((g, f))
    return sorted(pairs)


def overlap(one: Span, other: Span) -> float:
    """The share of the longer place that both cover.

    >>> overlap(Span(0, 10), Span(5, 10)), overlap(Span(0, 5), Span(5, 9))
    (0.5, 0.0)
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(one.end - one.start, other.end - other.start, 1)


SMALL_WORDS = """
a an and at by for from had has in is of on that the their to was were which who with
das dem den der des die eine einem einen einer im von
au aux d de du l la le les que qui un une
al del el en las los por una y
dr mme mr mrs ms
"""


def content_words(phrase: str | None) -> Counter[str]:
    """The words that carry the meaning, plural as singular.

    >>> sorted(content_words("the families of the dead"))
    ['dead', 'familie']
    """
    small = SMALL_WORDS.split()
    words = re.findall(r"\w+", re.sub(r"[’']s\b", "", (phrase or "").casefold()))
    return Counter(w.removesuffix("s") for w in words if w not in small) or Counter(words)


def alike(gold: str | None, given: str | None) -> bool:
    """Whether two phrases share half of their words.

    >>> alike("people killed", "number of people killed"), alike("people killed", "houses")
    (True, False)
    """
    wanted, words = content_words(gold), content_words(given)
    return bool(words) and 2 * (wanted & words).total() >= 0.5 * (wanted + words).total()


def shares_a_word(gold: str | None, given: str | None) -> bool:
    return bool(content_words(gold) & content_words(given))


def is_speaker(gold: GoldQuote, given: str | None) -> bool:
    """Whether the whole name is right; nobody is right only where the gold has nobody."""
    if given is None:
        return None in gold.speakers
    return any(name and content_words(name) == content_words(given) for name in gold.speakers)


def is_source(gold: GoldFigure, given: str | None) -> bool:
    """Whether the source is right; a name that stands for nobody in the gold is wrong."""
    if given is None:
        return None in gold.sources
    return any(source and alike(source, given) for source in gold.sources)


def same_value(gold: Value, given: Value) -> bool:
    """Equal within a thousandth, as a third has no last digit.

    >>> same_value(Decimal("0.333333"), Decimal(1) / 3), same_value(Decimal(40), None)
    (True, False)
    """
    wanted, found = ends(gold), ends(given)
    return len(wanted) == len(found) and all(
        abs(w - f) <= abs(w) / 1000 for w, f in zip(wanted, found, strict=True)
    )


def ends(value: Value) -> tuple[Decimal, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def words_at(span: Span | None, seed: Seed) -> str | None:
    return span.of(seed.article.text) if span else None
