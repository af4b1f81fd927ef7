"""Words of our own making, in which a few stand everywhere and most are rare, as in real texts."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

BEGINNINGS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
ENDINGS = ("", "", "l", "m", "n", "nd", "r", "rt", "s", "sk", "t")

FLATTENING = 2.7
"""Mandelbrot's shift of Zipf's law: the word of rank r comes about 1 / (r + shift) as often."""

DRAWN_AT_ONCE = 4_096


class Vocabulary(Generic[Thing]):
    """Words, or other things, the commonest first.

    >>> tide = Vocabulary(("tide", "quay", "gull"))
    >>> next(tide.stream(Random(2))) in tide.things
    True
    """

    def __init__(self, things: Sequence[Thing]) -> None:
        self.things = things
        self._weights = tuple(accumulate(1 / (rank + FLATTENING) for rank in range(len(things))))

    def stream(self, random: Random) -> Iterator[Thing]:
        """Things without end, the common ones most often."""
        while True:
            yield from random.choices(self.things, cum_weights=self._weights, k=DRAWN_AT_ONCE)


def make_words(size: int, random: Random) -> tuple[str, ...]:
    """Different words that can be spoken, of two or three syllables.

    >>> len(make_words(100, Random(1)))
    100
    """
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(_syllable(random) for _ in range(random.choice((2, 2, 3))))] = None
    return tuple(words)


def _syllable(random: Random) -> str:
    return random.choice(BEGINNINGS) + random.choice(VOWELS) + random.choice(ENDINGS)
