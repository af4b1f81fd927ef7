"""text -> its numbers, what they count, and who reports them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import compress

from bot.analysis.figures.counts import choose_counts
from bot.analysis.figures.counts.plain import choose_plain_counts
from bot.analysis.figures.directions import find_direction
from bot.analysis.figures.distractors import mask_distractors
from bot.analysis.figures.grammar.plain import tag_plainly
from bot.analysis.figures.grammar.tagging import tag_words
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, read_passage, word_set
from bot.analysis.figures.kinds import choose_kind, is_minor
from bot.analysis.figures.quantities.ages import mark_ages
from bot.analysis.figures.quantities.number import Value
from bot.analysis.figures.quantities.numerals import opening_words
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.reading import find_quantities
from bot.analysis.figures.sources import choose_source, find_attributions
from bot.analysis.lexicon import read_words
from bot.model import Figure, Sentence, Span

LONGEST_PASSAGE = 1500
"""Characters that are read at once; a longer sentence is no sentence, and is cut at a space."""

MOST_NUMBERS = 80
"""Numbers that a sentence may hold; one with more is a table, whose numbers tell nothing alone."""


def find_figures(
    text: str, sentences: tuple[Sentence, ...], language: str | None
) -> tuple[Figure, ...]:
    """The figures of a text, in order.

    >>> from bot.analysis.sentences import split_sentences
    >>> text = "The strikes killed 91 villagers, including 17 pupils, the ministry says."
    >>> for figure in find_figures(text, split_sentences(text, "en"), "en"):
    ...     print(figure.span.of(text), figure.kind, figure.counts, figure.source, sep=" | ")
    91 | people | villagers killed | ministry
    17 | people | pupils killed | ministry
    """
    spans = [span for sentence in sentences for span in _split_long(text, sentence.span)]
    passages = _Passages(text, tuple(spans), language or "en")
    return tuple(figure for index in range(len(spans)) for figure in passages.read(index))


def _split_long(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_PASSAGE:
        space = text.rfind(" ", start, start + LONGEST_PASSAGE)
        end = space if space > start else start + LONGEST_PASSAGE
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


@dataclass(frozen=True, slots=True)
class _Passages:
    """The stretches of a text in order, each read by itself and by what goes before."""

    text: str
    spans: tuple[Span, ...]
    language: str

    def read(self, index: int) -> list[Figure]:
        """The figures of one stretch.

        >>> from bot.model import Span
        >>> [f.counts for f in _Passages("It sold 9 cows", (Span(0, 14),), "en").read(0)]
        ['cows sold']
        """
        span = self.spans[index]
        if not _hint(self.language).search(self.text, span.start, span.end):
            return []
        passage = read_passage(self.text, span)
        numbers = _number_words(self.language)
        if sum(w.is_digits or w.lower in numbers for w in passage.words) > MOST_NUMBERS:
            return []
        tags = self._tag(passage)
        masked = mask_distractors(passage, tags, self.language)
        found = find_quantities(passage, tags, masked, self.language)
        if not found:
            return []
        quantities = mark_ages(passage, tags, found, self.language)
        for quantity in quantities:
            _tag_quantity(tags, quantity)
        if self.language == "en":
            counted = choose_counts(passage, tags, quantities)
        else:
            counted = choose_plain_counts(passage, tags, quantities, self.language)
        if not read_words(self.language, "figure_event_verbs"):
            quantities, counted = _keep_sure(quantities, counted)
        sources = self._sources(passage, tags, quantities, index)
        earlier = (None, *quantities)
        return [
            _figure(passage, tags, *each, self.language)
            for each in zip(quantities, earlier, counted, sources, strict=False)
        ]

    def _tag(self, passage: Passage) -> list[Tag]:
        if self.language == "en":
            return tag_words(passage.words)
        return tag_plainly(passage.words, self.language)

    def _sources(
        self, passage: Passage, tags: list[Tag], quantities: list[Quantity], index: int
    ) -> list[str | None]:
        attributions = find_attributions(passage, tags, self.language)
        if not attributions:
            return [None] * len(quantities)
        unnamed = any(attribution.name is None for attribution in attributions)
        continued = self._source_before(index) if unnamed else None
        return [choose_source(passage, attributions, one, continued) for one in quantities]

    def _source_before(self, index: int) -> str | None:
        """Whom "he said" means: the source of the sentence before, or of those it goes on with."""
        for earlier in range(index - 1, max(-1, index - 4), -1):
            passage = read_passage(self.text, self.spans[earlier])
            attributions = find_attributions(passage, self._tag(passage), self.language)
            if not attributions or attributions[0].name:
                return attributions[0].name if attributions else None
        return None


def _keep_sure(
    quantities: list[Quantity], counted: tuple[str | None, ...]
) -> tuple[list[Quantity], tuple[str | None, ...]]:
    """The measures, and the numbers of known things: what else a number may be needs its language.

    >>> nine = Quantity(0, 0, 1, Decimal(9))
    >>> _keep_sure([nine, nine], ("cows", None))[1]
    ('cows',)
    """
    sure = [
        one.measured or words is not None for one, words in zip(quantities, counted, strict=True)
    ]
    return list(compress(quantities, sure)), tuple(compress(counted, sure))


def _tag_quantity(tags: list[Tag], quantity: Quantity) -> None:
    """Let no phrase reach into a figure: its number, its unit, and a currency's code before it."""
    for place in range(quantity.first, quantity.last):
        if place >= quantity.number or tags[place] is Tag.NAME:
            tags[place] = Tag.NUMBER


@cache
def _number_words(language: str) -> frozenset[str]:
    """Words without digits that may be, or begin, a number; articles and hyphens tell nothing."""
    return opening_words(language) - word_set(language, "figure_articles") - {"-", "–", "−"}


@cache
def _hint(language: str) -> re.Pattern[str]:
    """A digit, or a word that may be a number: without one, a stretch has no figure.

    German joins its numbers into long words, so that there any part of a word will do.
    """
    edge = "" if language == "de" else r"\b"
    spoken = "|".join(map(re.escape, sorted(_number_words(language))))
    return re.compile(rf"\d|{edge}(?:{spoken}){edge}", re.IGNORECASE)


def _figure(
    passage: Passage,
    tags: list[Tag],
    quantity: Quantity,
    earlier: Quantity | None,
    counts: str | None,
    source: str | None,
    language: str,
) -> Figure:
    words = passage.words
    return Figure(
        span=Span(words[quantity.first].start, words[quantity.last - 1].end),
        kind=choose_kind(quantity, counts, language),
        value=_plain(quantity.value),
        unit=_full_unit(quantity),
        modifier=quantity.modifier,
        counts=counts,
        direction=find_direction(passage, tags, quantity, language),
        source=source,
        minor=is_minor(passage, quantity, earlier, counts, language),
    )


def _full_unit(quantity: Quantity) -> str | None:
    """The unit with its rate: "USD per barrel", "per day"."""
    if not quantity.rate:
        return quantity.unit
    return f"{quantity.unit or ''} per {quantity.rate}".strip()


def _plain(value: Value) -> Value:
    """A value without needless zeros and without an exponent.

    >>> str(_plain(Decimal("1200000000.0"))), str(_plain(Decimal("0.30")))
    ('1200000000', '0.3')
    """
    if isinstance(value, tuple):
        return _shorten(value[0]), _shorten(value[1])
    return _shorten(value)


def _shorten(number: Decimal) -> Decimal:
    return Decimal(f"{number.normalize():f}")
