"""behind a French verb of saying -> where its subject begins: a dit ce 24 mai | le maire."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.names import is_given
from bot.analysis.speakers.tokens import Token

LEADING = frozenset(("auprès", "lors", "via"))
"""Words that lead to where something was said, besides the prepositions."""
LONGEST = 16
"""So many tokens may tell when, where and to whom something was said."""
FIRST = frozenset(("1er",))


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Reads the dates, the places and the hearers in the tokens of one passage."""

    tokens: Sequence[Token]
    grammar: Grammar

    def end(self, start: int) -> int:
        """Where the subject begins behind all of them; ``start`` where none is found.

        >>> from bot.analysis.speakers.grammar import read_grammar
        >>> from bot.analysis.speakers.tokens import split_passages
        >>> from bot.model import Span
        >>> def subject(text: str) -> str:
        ...     grammar = read_grammar("fr")
        ...     (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
        ...     end = Circumstances(passage.tokens, grammar).end(0)
        ...     return " ".join(token.text for token in passage.tokens[end:])
        >>> subject("jeudi 4 mai sur Radio Brae Ana Roc"), subject("ce 4 mai à l'OPF sa sœur Ana")
        ('Ana Roc', 'sa sœur Ana')
        >>> subject("devant les élus de Brae, jeudi")
        'devant les élus de Brae , jeudi'
        """
        dated = self._date_end(start)
        if dated > start and self._begins_subject(dated, bare=True):
            return dated
        if not self._leads(dated):
            return start
        last = min(len(self.tokens), start + LONGEST)
        for index in range(dated + 2, last):
            if not self.tokens[index].word:
                return start
            behind = self._date_end(index)
            if behind > index and self._begins_subject(behind, bare=True):
                return behind
            if self._begins_subject(index) and not self._is_tied(index):
                return index
        return start

    def _date_end(self, start: int) -> int:
        """Behind a day, its number, its month and its year: ce vendredi 28 juillet 2023 | ..."""
        tokens, grammar = self.tokens, self.grammar
        index, told = start, False
        while index < len(tokens):
            lower = tokens[index].lower
            if lower in grammar.times:
                told = True
            elif not (lower.isdigit() or lower in FIRST or lower.endswith("ment")):
                led = lower in grammar.determiners and index + 1 < len(tokens)
                after = tokens[index + 1].lower if led else ""
                if not (after in grammar.times or after.isdigit() or after in FIRST):
                    break
            index += 1
        return index if told else start

    def _leads(self, index: int) -> bool:
        """Whether a place or a hearer begins here."""
        lower = self.tokens[index].lower if index < len(self.tokens) else ""
        return lower in self.grammar.prepositions or lower in LEADING

    def _begins_subject(self, index: int, *, bare: bool = False) -> bool:
        """Whether a name or a noun that can speak begins here; ``bare``: behind a date."""
        tokens, grammar = self.tokens, self.grammar
        if index >= len(tokens) or not tokens[index].word:
            return False
        if tokens[index].capital:
            free = bare or tokens[index - 1].text.islower()
            return is_given(tokens[index].text, grammar) or (free and not self._is_tied(index))
        noun = index
        while noun + 1 < len(tokens) and tokens[noun].lower in grammar.determiners:
            noun += 1
        if noun == index:
            return False
        return tokens[noun].lower in grammar.roles or tokens[noun].lower in grammar.speakers

    def _is_tied(self, index: int) -> bool:
        """Whether a small word before it ties it to what is told: à l' | OPF."""
        grammar, before = self.grammar, self.tokens[index - 1].lower
        return (
            before in grammar.prepositions
            or before in grammar.determiners
            or before in grammar.linkers
            or before in LEADING
        )
