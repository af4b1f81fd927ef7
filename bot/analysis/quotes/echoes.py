"""quotes -> the same with whoever says the words elsewhere: who said what a headline quotes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.analysis.quotes.stretches import Stretch
from bot.analysis.quotes.works import is_title
from bot.analysis.speakers.grammar import Grammar
from bot.model import Quote, QuoteKind

WORD = re.compile(r"[^\W_]+")
FEWEST_ALIKE = 4
"""Fewer words may be anybody's."""
FIRST = 100
"""Of so many stretches it is asked whether a later one holds their words."""
ALIKE, LONG_ALIKE = 0.75, 0.6
"""The share of its words, and of its long ones, that a heading has from a quotation."""
MARKS = '"„“”«»\u00a0\u202f '
LONG, FEWEST_LONG = 4, 2
"""A long word has so many letters; so many of them are shared at least."""


def with_heralds(
    quotes: Sequence[Quote], stretches: Sequence[Stretch], text: str, grammar: Grammar
) -> tuple[Quote, ...]:
    """The quotes, and the words in marks that a later quotation of one person holds, as his.

    Nothing else may tell that a headline or a first sentence quotes somebody; and what a headline
    tells of two people, only one may have said.

    >>> from bot.analysis.quotes.paragraphs import split_paragraphs
    >>> from bot.analysis.quotes.stretches import find_stretches
    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> text = "Roe 'quite mad'\\n'He is quite mad, I fear,' Lind said."
    >>> stretches = find_stretches(text, split_paragraphs(text))
    >>> said = Quote(stretches[1].inner, QuoteKind.DIRECT, "Lind")
    >>> found = with_heralds([said], stretches, text, read_grammar("en"))
    >>> [(quote.span.of(text), quote.speaker) for quote in found]
    [('quite mad', 'Lind'), ('He is quite mad, I fear,', 'Lind')]
    """
    said = [quote for quote in quotes if quote.kind is not QuoteKind.INDIRECT]
    known = {quote.span.start: quote for quote in said}
    plains = [(_plain(quote.span.of(text)), quote) for quote in said if quote.speaker]
    found = list(quotes)
    for stretch in stretches[:FIRST] if plains else ():
        shown, start = stretch.inner.of(text), stretch.inner.start
        words = WORD.findall(shown)
        heads, herald = _is_heading(stretch, text), known.get(start)
        few = len(words) <= (FEWEST_ALIKE if not heads else 2 if herald else 1)
        if (herald and (stretch.paragraph or not heads)) or stretch.turn or few:
            continue
        if is_title(words, shown, grammar):
            continue
        later = (one for one in plains if one[1].span.start > start)
        holding = [quote for plain, quote in later if _plain(shown) in plain]
        if len({quote.speaker for quote in holding}) == 1:
            if herald:
                found.remove(herald)
            herald = herald or Quote(stretch.inner, QuoteKind.MIXED, None)
            found.append(replace(herald, speaker=holding[0].speaker, role=holding[0].role))
    return tuple(sorted(found, key=lambda quote: quote.span.start))


def _is_heading(stretch: Stretch, text: str) -> bool:
    """Whether no full stop ends the line of the words."""
    end = text.find("\n", stretch.outer.start)
    line = text[stretch.outer.start : len(text) if end < 0 else end]
    return line.rstrip(MARKS)[-1:] not in (".", "!", "?", ":", ",", ";")


def with_echoes(quotes: Sequence[Quote], text: str, *, loosely: bool = False) -> tuple[Quote, ...]:
    """The quotes; whichever has no speaker has that of one which holds its words, or is in it.

    Most of its words, where French or Spanish headings quote ``loosely``; so there has one for
    which nobody is named. Where two people say the same words, they stay as they are.

    >>> from bot.model import Span
    >>> text = "« La digue va céder » | « Je le dis, la digue va céder », a dit Ana Roc."
    >>> first = Quote(Span(2, 20), QuoteKind.DIRECT, None)
    >>> second = Quote(Span(27, 57), QuoteKind.DIRECT, "Ana Roc")
    >>> [quote.speaker for quote in with_echoes([first, second], text)]
    ['Ana Roc', 'Ana Roc']
    """
    if all(quote.speaker and (quote.mention or not loosely) for quote in quotes):
        return tuple(quotes)
    said = [
        (_plain(quote.span.of(text)), quote)
        for quote in quotes
        if quote.speaker and quote.kind is not QuoteKind.INDIRECT
    ]
    sure = [(plain, quote) for plain, quote in said if quote.mention]
    quoted = sum(quote.kind is not QuoteKind.INDIRECT for quote in quotes)
    only = quoted == len(said) + 1 > 2
    return tuple(
        quote
        if quote.speaker and (quote.mention or not loosely)
        else _said_by(quote, sure if quote.speaker else said, text, loosely, only)
        for quote in quotes
    )


def _said_by(
    quote: Quote, said: Sequence[tuple[str, Quote]], text: str, loosely: bool, only: bool
) -> Quote:
    words = _plain(quote.span.of(text))
    if words.count(" ") <= FEWEST_ALIKE - loosely:
        return quote
    longer = [
        other
        for plain, other in said
        if words in plain or (plain in words and plain.count(" ") > FEWEST_ALIKE)
    ]
    if loosely and not longer and not quote.speaker and _is_alone(quote, text):
        longer = [other for plain, other in said if _is_alike(words.split(), plain.split())]
        if not longer and only and not text[: quote.span.start].strip(MARKS):
            longer = [other for _, other in said]  # the headline of what one person says
    if len({other.speaker for other in longer}) != 1:
        return quote
    return replace(quote, speaker=longer[0].speaker, role=longer[0].role)


def _is_alone(quote: Quote, text: str) -> bool:
    """Whether nothing but the quote stands in its line."""
    before = text[: quote.span.start].rstrip(MARKS)
    after = text[quote.span.end :].lstrip(MARKS)
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def _is_alike(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether most of the words, and most of the long ones, are among the others.

    >>> _is_alike("la digue va lâcher".split(), "je dis que la digue va céder".split())
    False
    >>> _is_alike("la vieille digue va céder".split(), "je dis que la digue va céder".split())
    True
    """
    known = set(other)
    long = [word for word in words if len(word) >= LONG]
    shared = sum(word in known for word in words), sum(word in known for word in long)
    return shared[0] >= ALIKE * len(words) and shared[1] >= max(FEWEST_LONG, LONG_ALIKE * len(long))


def _plain(shown: str) -> str:
    """The words in small letters, each with a space on either side."""
    return f" {' '.join(WORD.findall(shown.lower()))} "
