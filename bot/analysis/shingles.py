"""text -> its likeness: by what a copy is known, however it was cut, edited or begun anew.

A text is taken as the set of its shingles, its runs of three words: "On the resemblance and
containment of documents" (Broder, 1997). Of two sets, the least element under a random order is
the same as often as their resemblance says; bands of such least elements find what may be a copy
among many articles ("Mining of Massive Datasets", Leskovec, Rajaraman and Ullman, chapter 3), and
the shingles themselves settle it.

Every number here is written down or follows from the text, so that a likeness of today and one of
another machine or version can be compared.
"""

from collections.abc import Iterable, Sequence
from unicodedata import normalize
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.analysis.summary.words import split_words
from bot.likeness import MOST_SHINGLES, MOST_SLOTS, WITH_NUMBER, Likeness
from bot.model import Quote, QuoteKind

RUN = 3
"""Words of a shingle."""

BEFORE = 2
"""Words by which the place of a number is known."""

SHORTEST = 40
"""Shingles below which a text is no proof: so much, two may share by chance or by habit."""

BANDS, ROWS = 48, 2
"""Two texts of resemblance r share a band with 1 - (1 - r²)⁴⁸: 0.996 for a third of a text."""

LETTERS = "".join(map(chr, range(ord("a"), ord("z") + 1)))

Numbers = NDArray[np.uint64]

HALF, BAND = np.uint64(32), np.uint64(16)
SIXTEEN = np.uint64(0xFFFF)
ODD = np.uint64(WITH_NUMBER)


def find_likeness(text: str, quotes: Sequence[Quote] = ()) -> Likeness | None:
    """What a copy of this text is known by; None where the text is too short to tell.

    Quoted words are left out: whoever heard them prints them, so that they prove nothing.

    >>> tide = " ".join(f"wave{number} rose" for number in range(40))
    >>> one, other = find_likeness(tide), find_likeness(tide.upper().replace(" ", " — "))
    >>> one == other, len(one.bands), len(one.shingles)
    (True, 48, 78)
    >>> find_likeness("The tide rose.")
    """
    told = normalize("NFKC", " ".join(_told(text, quotes)))
    words = [folded for word in split_words(told) if (folded := _fold(word))]
    if len(words) < SHORTEST + RUN - 1:
        return None
    shingles = np.unique(_shingles(words))
    if len(shingles) < SHORTEST:
        return None
    kept = shingles[:MOST_SHINGLES]
    slots = np.unique(_slots(words))[:MOST_SLOTS]
    return Likeness(tuple(_bands(shingles).tolist()), tuple(kept.tolist()), tuple(slots.tolist()))


def _told(text: str, quotes: Sequence[Quote]) -> Iterable[str]:
    """The stretches of a text in the reporter's own words.

    >>> from bot.model import Span
    >>> list(_told("He said “no” twice.", [Quote(Span(9, 11), QuoteKind.DIRECT)]))
    ['He said “', '” twice.']
    """
    place = 0
    for quote in sorted(quotes, key=lambda quote: quote.span):
        if quote.kind is not QuoteKind.INDIRECT and quote.span.end > place:
            yield text[place : max(place, quote.span.start)]
            place = quote.span.end
    yield text[place:]


def _fold(word: str) -> str:
    """A word without what a house style changes.

    >>> _fold("Co-operation’s"), _fold("1,900"), _fold("5bn"), _fold("_")
    ('cooperations', '1900', '5', '')
    """
    folded = word.casefold()
    if not folded.isalnum():
        folded = "".join(filter(str.isalnum, folded))
    return folded.rstrip(LETTERS) if folded[:1].isdigit() else folded


def _shingles(words: Sequence[str]) -> Numbers:
    """A number of 32 bits for each run of words, in the order of the text."""
    codes = _codes(words)
    numerals = np.array([word[0].isdigit() for word in words], np.uint64)
    runs = len(words) - RUN + 1
    mixed: Numbers = np.zeros(runs, np.uint64)
    for step in range(RUN):
        mixed = _mix(mixed + codes[step : step + runs])
    return (mixed >> HALF) & ~ODD | numerals[RUN - 1 :]


def _slots(words: Sequence[str]) -> Numbers:
    """Where numbers stand, by the words before each, and which they are."""
    places = [place for place in range(BEFORE, len(words)) if words[place][0].isdigit()]
    before = [" ".join(words[place - BEFORE : place]) for place in places]
    at, told = (_mix(_codes(one)) for one in (before, [words[place] for place in places]))
    return ((at & SIXTEEN) << BAND) | (told & SIXTEEN)


def _codes(words: Sequence[str]) -> Numbers:
    return np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64)


def _bands(shingles: Numbers) -> Numbers:
    """The bands of a set of shingles, numbers of 48 bits."""
    orders = zip(FACTORS, TERMS, strict=True)
    least = np.array([((factor * shingles + term) >> HALF).min() for factor, term in orders])
    mixed = np.arange(BANDS, dtype=np.uint64)
    for row in least.reshape(BANDS, ROWS).T:
        mixed = _mix(mixed + row)
    return mixed >> BAND


def _mix(numbers: Numbers) -> Numbers:
    """Numbers scattered over 64 bits, each to its own: SplitMix64 (Steele, Lea and Flood, 2014)."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


# Orders of the shingles: x -> (a x + b) div 2³² for odd a, "multiply-shift" (Dietzfelbinger, 1996).
_scattered = _mix(np.arange(2 * BANDS * ROWS, dtype=np.uint64))
FACTORS, TERMS = _scattered[::2] | ODD, _scattered[1::2]
