"""a word of a speaker's name -> where the article names him or her outside what is quoted."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.analysis.speakers.tokens import NO_QUOTE, Passage
from bot.model import Span


class Naming(NamedTuple):
    """A place where a word of a name stands."""

    start: int
    passage: int
    token: int


@dataclass(slots=True)
class Namings:
    """Where an article has each word of a name outside quotations."""

    passages: Sequence[Passage]
    _found: dict[str, tuple[Naming, ...]] = field(default_factory=dict)

    def of(self, word: str) -> tuple[Naming, ...]:
        """Where a word, in small letters, stands outside quotations, in order: l'Oise, Oise."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = tuple(
                Naming(token.start, number, index)
                for number, passage in enumerate(self.passages)
                if word in passage.words
                for index, token in enumerate(passage.tokens)
                if token.lower == word and token.quote == NO_QUOTE
            )
            tail = re.split("[’']", word)[-1]
            if not found and tail != word:
                found = self._found[word] = self.of(tail)
        return found

    def before(self, word: str, span: Span) -> Naming | None:
        """Where the word stands last before a span."""
        found = self.of(word)
        index = bisect_left(found, (span.start,))
        return found[index - 1] if index else None

    def nearest(self, word: str, span: Span) -> Naming | None:
        """Where the word stands nearest to a span, before it or behind it."""
        found = self.of(word)
        index = bisect_left(found, (span.start,))
        around = found[max(0, index - 1) : index + 1]
        return min(around, key=lambda one: distance(one, span), default=None)


def distance(naming: Naming, span: Span) -> int:
    """How many letters lie between a name and a span."""
    return span.start - naming.start if naming.start < span.start else naming.start - span.end
