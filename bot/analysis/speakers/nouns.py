"""Sets of nouns, given by whole words and by their endings."""

from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.speakers.lists import Words

PREFIXES = ("arch-", "co-", "ex-", "sub-", "then-", "under-", "vice-", "vize-")

BOUND = ("ex", "vice")  # as Spanish writes them: exministra, viceministra


@dataclass(frozen=True, slots=True, eq=False)
class Nouns:
    """A set of nouns that also holds every word with one of its endings.

    A noun with "ex-" or "co-" before it is in the set too.

    >>> words = Nouns(frozenset(("frau",)), ("ministerin",))
    >>> "frau" in words, "finanzministerin" in words, "ex-frau" in words, "minister" in words
    (True, True, True, False)
    """

    words: Words
    endings: tuple[str, ...] = ()

    @lru_cache(maxsize=16384)  # noqa: B019 (grammars stay; most words are asked about again)
    def __contains__(self, word: str) -> bool:
        if word in self.words or word.endswith(self.endings):
            return True
        if word.startswith(BOUND) and word.removeprefix("ex").removeprefix("vice") in self.words:
            return True
        if "-" not in word:
            return False
        return word.startswith(PREFIXES) and word.partition("-")[2] in self.words


def is_plural(noun: str) -> bool:
    """Whether a noun in small letters is of several: bakers; not: witness.

    >>> is_plural("bakers"), is_plural("baker"), is_plural("actress")
    (True, False, False)
    """
    return noun.endswith("s") and not noun.endswith("ss")
