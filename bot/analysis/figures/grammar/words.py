"""A stretch of text -> its words, numbers and signs, each with its place."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bot.analysis.lexicon import read_words
from bot.model import Span


class Word(NamedTuple):
    """One word, number or sign.

    ``lower`` is the word folded for look-up, with a straight apostrophe; ``glued`` says that
    nothing stands between it and the word before. A tuple, as an article has thousands of them.
    """

    start: int
    end: int
    text: str
    lower: str
    glued: bool

    @property
    def capital(self) -> bool:
        """Whether it has a capital letter, as names have: "Oslo", "iPhone".

        >>> [word.capital for word in split_words("Oslo is 1 city")]
        [True, False, False, False]
        """
        return self.text != self.text.lower()

    @property
    def is_digits(self) -> bool:
        """Whether it is a number in digits.

        >>> [word.is_digits for word in split_words("7,000 or .5 or ½ or seven")]
        [True, False, True, False, False, False, False]
        """
        return self.text[-1].isdecimal()

    @property
    def is_letters(self) -> bool:
        """Whether it is a word rather than a number or a sign.

        >>> [word.is_letters for word in split_words("U.S. %")]
        [True, False]
        """
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is read at once: a sentence, or a piece of an endless one."""

    text: str
    words: tuple[Word, ...]

    def lower(self, index: int) -> str:
        """The folded word at a place, "" outside of the passage.

        >>> Passage("Two dogs", split_words("Two dogs")).lower(0)
        'two'
        >>> Passage("Two dogs", split_words("Two dogs")).lower(2)
        ''
        """
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether the word at a place follows the one before without a space.

        >>> [Passage("", split_words("a 5kg bag")).glued(index) for index in range(5)]
        [False, False, True, False, False]
        """
        return 0 < index < len(self.words) and self.words[index].glued

    def slice(self, first: int, last: int) -> str:
        """The text from one word up to, not including, another.

        >>> Passage("Two old dogs", split_words("Two old dogs")).slice(1, 3)
        'old dogs'
        """
        return self.text[self.words[first].start : self.words[last - 1].end]


@cache
def word_set(language: str, name: str) -> frozenset[str]:
    """The entries of a word list, for look-up.

    >>> "may" in word_set("en", "grammar_auxiliaries"), "may" in word_set("xx", "grammar_times")
    (True, False)
    """
    return frozenset(read_words(language, name))


_WORD = re.compile(
    r"""
      \d{1,3} (?: [\u00a0\u2009\u202f] \d{3} )+ (?: [.,] \d+ )? (?!\d)  # 12 000 with narrow spaces
    | \d+ (?: [.,] \d+ )*                                  # 12,000.5
    | (?<![\w.]) \. \d+                                    # .534
    | (?: [^\W\d_] \. ){2,}                                # U.S. and p.m.
    | (?: [cdjlmnstCDJLMNST] | [qQ]u ) ['’] (?=[^\W\d_]{2})   # French l', d', qu'
    | [^\W\d_]+ (?: ['’] [^\W\d_]+ )* ['’]?                # Oslo, Oslo's, drivers'
    | \S
    """,
    re.VERBOSE,
)


def split_words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """The words of a text, or of a place in it; hyphens and signs stand alone.

    >>> [word.text for word in split_words("The 11-day march cost $1.2bn.")]
    ['The', '11', '-', 'day', 'march', 'cost', '$', '1.2', 'bn', '.']
    >>> split_words("")
    ()
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    words = []
    last = -1
    for match in _WORD.finditer(text, start, end):
        said = match.group()
        lower = said.lower().replace("’", "'")
        words.append(Word(match.start(), match.end(), said, lower, match.start() == last))
        last = match.end()
    return tuple(words)


def read_passage(text: str, span: Span | None = None) -> Passage:
    """A text, or a place in it, as a passage.

    >>> read_passage("Two dogs").slice(1, 2)
    'dogs'
    """
    return Passage(text, split_words(text, span))
