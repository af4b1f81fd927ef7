"""quotes -> the same with whoever says the words elsewhere: who said what a headline quotes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model import Quote, QuoteKind

WORD = re.compile(r"[^\W_]+")
FEWEST_ALIKE = 4
"""Fewer words may be anybody's."""


def with_echoes(quotes: Sequence[Quote], text: str) -> tuple[Quote, ...]:
    """The quotes; whichever has no speaker has that of one which holds its words, or is in it.

    Where two people say the same words, they stay nobody's.

    >>> from bot.model import Span
    >>> text = "« La digue va céder » | « Je le dis, la digue va céder », a dit Ana Roc."
    >>> first = Quote(Span(2, 20), QuoteKind.DIRECT, None)
    >>> second = Quote(Span(27, 57), QuoteKind.DIRECT, "Ana Roc")
    >>> [quote.speaker for quote in with_echoes([first, second], text)]
    ['Ana Roc', 'Ana Roc']
    """
    if all(quote.speaker for quote in quotes):
        return tuple(quotes)
    said = [
        (_plain(quote, text), quote)
        for quote in quotes
        if quote.speaker and quote.kind is not QuoteKind.INDIRECT
    ]
    return tuple([quote if quote.speaker else _said_by(quote, said, text) for quote in quotes])


def _said_by(quote: Quote, said: Sequence[tuple[str, Quote]], text: str) -> Quote:
    words = _plain(quote, text)
    if words.count(" ") <= FEWEST_ALIKE:
        return quote
    longer = [
        other
        for plain, other in said
        if words in plain or (plain in words and plain.count(" ") > FEWEST_ALIKE)
    ]
    if len({other.speaker for other in longer}) != 1:
        return quote
    return replace(quote, speaker=longer[0].speaker, role=longer[0].role)


def _plain(quote: Quote, text: str) -> str:
    """The words of a quote in small letters, each with a space on either side."""
    return f" {' '.join(WORD.findall(quote.span.of(text).lower()))} "
