"""A word list -> whether a text has one of its phrases, told fast."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.analysis.lexicon import read_words

# Both with common letters first, which are told fast.
TOKEN = re.compile(r"[a-zà-öø-ÿ\w'-]++")
# By which nearly any text would have to be searched.
COMMON = frozenset({"all", "from", "have", "of", "one", "other", "that", "the", "them", "this"})
BETWEEN = re.compile(r"[^a-z0-9à-öø-ÿ\w' -]")  # what parts tokens


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a list, and a word of each without which it is not there."""

    firsts: frozenset[str]
    longest: frozenset[str]
    pattern: re.Pattern[str]

    def begin(self, folded: str) -> bool:
        """Whether a text, folded, begins with one of them.

        >>> read_phrases("en", "pointers_back").begin("the two met.")
        True
        """
        first = TOKEN.match(folded)
        return bool(first and first[0] in self.firsts and self.pattern.match(folded))

    def find(self, folded: str, words: frozenset[str]) -> re.Match[str] | None:
        """The first of them in a text, folded; ``words`` has at least the words of the text.

        >>> found = read_phrases("en", "additions").find("roe also", frozenset({"roe", "also"}))
        >>> found and found[0]
        'also'
        """
        return None if self.longest.isdisjoint(words) else self.pattern.search(folded)


@cache
def read_phrases(language: str, name: str) -> Phrases:
    """The phrases of ``lexicon/<language>/<name>.txt``; none where there is no such list.

    >>> read_phrases("xx", "additions").begin("also")
    False
    """
    return make_phrases(read_words(language, name))


def make_phrases(phrases: Iterable[str]) -> Phrases:
    """Phrases, folded, to look for.

    >>> make_phrases(("use cookies",)).find(*fold("We use cookies.")) is not None
    True
    """
    phrases = sorted(phrases, key=len, reverse=True)
    return Phrases(
        firsts=frozenset(first[0] for phrase in phrases if (first := TOKEN.match(phrase))),
        longest=frozenset(max(TOKEN.findall(phrase), key=_rareness) for phrase in phrases),
        pattern=re.compile(rf"(?:{'|'.join(_join_by_letter(phrases))})(?![\w'-])"),
    )


def _rareness(word: str) -> tuple[bool, int]:
    """
    >>> max("that day".split(), key=_rareness), max("all of them".split(), key=_rareness)
    ('day', 'them')
    """
    return word not in COMMON, len(word)


def _join_by_letter(phrases: list[str]) -> Iterator[str]:
    """A pattern for the phrases of each first letter, which are told fast so.

    >>> list(_join_by_letter(["an", "b", "a"]))
    ["a(?<![\\\\w'-].)(?:n|)", "b(?<![\\\\w'-].)(?:)"]
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in phrases:
        by_letter.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    for letter, others in by_letter.items():
        yield rf"{re.escape(letter)}(?<![\w'-].)(?:{'|'.join(others)})"


@lru_cache(maxsize=4)  # several rules ask in turn
def fold(text: str) -> tuple[str, frozenset[str]]:
    """A text folded, and its words.

    >>> fold("Don’t") == ("don't", frozenset({"don't"}))
    True
    """
    folded = text.casefold().replace("’", "'")
    return folded, frozenset(BETWEEN.sub(" ", folded).split())


@cache
def read_set(language: str, *names: str) -> frozenset[str]:
    """The words of several lists.

    >>> {"the", "march"} <= read_set("en", "articles", "times")
    True
    """
    return frozenset(word for name in names for word in read_words(language, name))
