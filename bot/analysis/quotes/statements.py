"""a passage -> what somebody is said to say in it without marks: Roe said that rates would hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.quotes.attributions import Attribution, Attributor
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token

FEWEST = 3
"""A statement has at least this many tokens."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Finds the indirect statements of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar
    attributor: Attributor

    def find(self, direct: Sequence[int]) -> Iterator[Attribution]:
        """The statements, in order; ``direct`` are the tokens of direct quotations."""
        tokens = self.tokens
        for index, token in enumerate(tokens):
            if token.quote != NO_QUOTE or not token.word:
                continue
            if source := self.attributor.source(index):
                if content := self._around(index, source, direct):
                    yield Attribution(source.mention, source.cue, content=content)
                continue
            if not self.attributor.is_cue(index, True):
                continue
            yield from self._of(index, direct)

    def _of(self, verb: int, direct: Sequence[int]) -> Iterator[Attribution]:
        reader = self.attributor.reader
        subject = reader.before(verb)
        if subject is None and self.attributor.is_participle(verb):
            subject = self.attributor.outer_subject(verb)
        if subject is None:
            return
        content = self._behind(verb, direct) or self._ahead(subject.start, verb, direct)
        if content:
            yield Attribution(subject, verb, content=content)

    def _behind(self, verb: int, direct: Sequence[int]) -> tuple[int, int] | None:
        """The clause behind the verb: said (that) rates would hold."""
        tokens = self.tokens
        end = len(tokens)
        while end > verb and not tokens[end - 1].word and tokens[end - 1].quote == NO_QUOTE:
            end -= 1
        start = self._clause_start(verb, end)
        if start is None:
            return None
        stop = next((place for place in direct if place >= start), end)
        while stop > start and not tokens[stop - 1].word and tokens[stop - 1].quote == NO_QUOTE:
            stop -= 1
        return (start, stop) if stop - start >= FEWEST else None

    def _clause_start(self, verb: int, end: int) -> int | None:
        tokens, grammar = self.tokens, self.grammar
        for index in range(verb + 1, min(end, verb + 16)):
            token = tokens[index]
            if token.lower in grammar.complementizers:
                return index + 1
            if token.quote != NO_QUOTE or (not token.word and token.text != ","):
                break
        first = verb + 1
        while first < end and tokens[first].lower in grammar.times:
            first += 1
        if first >= end or not (tokens[first].word or tokens[first].quote != NO_QUOTE):
            return None
        lower = tokens[first].lower
        if lower in ("nominative",):
            return None
        if tokens[verb].lower in grammar.bare:
            return None if lower in grammar.prepositions else first
        clause = lower in grammar.pronouns or lower in ("there",)
        return first if clause else None

    def _ahead(self, subject: int, verb: int, direct: Sequence[int]) -> tuple[int, int] | None:
        """The clause before the subject: Rates would hold, Roe said."""
        tokens = self.tokens
        if subject < FEWEST or tokens[subject - 1].text != ",":
            return None
        return self._whole(0, subject - 1, direct)

    def _around(
        self, index: int, source: Attribution, direct: Sequence[int]
    ) -> tuple[int, int] | None:
        """The clause beside "according to Roe"."""
        assert source.mention
        if index <= 1:
            comma = source.mention.end
            tokens = self.tokens
            while comma < len(tokens) and tokens[comma].text != ",":
                comma += 1
            return self._whole(comma + 1, len(tokens), direct)
        return self._whole(0, index, direct)

    def _whole(self, start: int, end: int, direct: Sequence[int]) -> tuple[int, int] | None:
        tokens = self.tokens
        if any(start <= place < end for place in direct):
            return None
        while end > start and not tokens[end - 1].word and tokens[end - 1].quote == NO_QUOTE:
            end -= 1
        while start < end and (
            tokens[start].lower in ("and", "but", "so", "yet")
            or (not tokens[start].word and tokens[start].quote == NO_QUOTE)
        ):
            start += 1
        return (start, end) if end - start >= FEWEST else None
