"""text -> its numbers, what they count, and who reports them."""

from collections.abc import Iterator
from decimal import Decimal

from bot.analysis.figures.ages import mark_ages
from bot.analysis.figures.counts import choose_counts
from bot.analysis.figures.distractors import mask_distractors
from bot.analysis.figures.grammar import Tag, tag_words
from bot.analysis.figures.kinds import choose_kind, find_direction, is_minor
from bot.analysis.figures.numbers import Value
from bot.analysis.figures.plain import choose_plain_counts, tag_plainly
from bot.analysis.figures.quantities import Quantity, find_quantities
from bot.analysis.figures.sources import choose_source, find_attributions
from bot.analysis.figures.words import Passage, split_words
from bot.model import Figure, Sentence, Span

LONGEST_PASSAGE = 3000
"""Characters that are read at once; a longer sentence is no sentence, and is cut at a space."""


def find_figures(
    text: str, sentences: tuple[Sentence, ...], language: str | None
) -> tuple[Figure, ...]:
    """The figures of a text, in order.

    >>> from bot.analysis.sentences import split_sentences
    >>> text = "The strikes killed 248 villagers, including 66 children, the ministry says."
    >>> for figure in find_figures(text, split_sentences(text, "en"), "en"):
    ...     print(figure.span.of(text), figure.kind, figure.counts, figure.source, sep=" | ")
    248 | people | villagers killed | ministry
    66 | people | children killed | ministry
    """
    figures: list[Figure] = []
    source: str | None = None
    for sentence in sentences:
        for span in _split_long(text, sentence.span):
            found, source = _read_passage(text, span, language or "en", source)
            figures.extend(found)
    return tuple(figures)


def _split_long(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_PASSAGE:
        space = text.rfind(" ", start, start + LONGEST_PASSAGE)
        end = space if space > start else start + LONGEST_PASSAGE
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _read_passage(
    text: str, span: Span, language: str, continued: str | None
) -> tuple[list[Figure], str | None]:
    """The figures of a stretch, and the source that the next may go on with."""
    passage = Passage(text, split_words(text, span))
    tags = tag_words(passage.words) if language == "en" else tag_plainly(passage.words, language)
    masked = mask_distractors(passage, tags, language)
    quantities = mark_ages(passage, tags, find_quantities(passage, tags, masked, language))
    for quantity in quantities:
        tags[quantity.number : quantity.last] = [Tag.NUMBER] * (quantity.last - quantity.number)
    attributions = find_attributions(passage, tags, language)
    named = next((a.name or continued for a in attributions), None)
    if not quantities:
        return [], named
    choose = choose_counts if language == "en" else choose_plain_counts
    counted = choose(passage, tags, quantities)
    figures = []
    earlier: Quantity | None = None
    for quantity, counts in zip(quantities, counted, strict=True):
        figures.append(
            Figure(
                span=Span(
                    passage.words[quantity.first].start, passage.words[quantity.last - 1].end
                ),
                kind=choose_kind(quantity, counts, language),
                value=_plain(quantity.value),
                unit=_full_unit(quantity),
                modifier=quantity.modifier,
                counts=counts,
                direction=find_direction(passage, tags, quantity),
                source=choose_source(passage, attributions, quantity, continued),
                minor=is_minor(passage, tags, quantity, earlier),
            )
        )
        earlier = quantity
    return figures, named


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
