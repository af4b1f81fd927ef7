"""a stretch behind a verb of calling -> whether it is a name: friends call him "Bud"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.quotes.verdicts import Case
from bot.analysis.quotes.works import is_title
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import Token


@dataclass(frozen=True, slots=True)
class Callings:
    """Reads the names that the tokens of one passage give."""

    tokens: Sequence[Token]
    grammar: Grammar

    def is_own(self, case: Case) -> bool:
        """Whether a thing gives itself the name: Die Gruppe nennt sich „Halden frei“."""
        cue = case.attribution.cue if case.attribution else None
        if cue is None or self.tokens[cue].lower not in self.grammar.callings:
            return False
        start, end = sorted((cue, case.place))
        around = self.tokens[max(0, start - 1) : end]
        return any(token.lower in self.grammar.reflexives for token in around)

    def is_nickname(self, case: Case) -> bool:
        """Whether the verb right before gives a name: friends call him "Bud"."""
        cue = case.attribution.cue if case.attribution else None
        if cue is None or self.tokens[cue].lower not in self.grammar.callings:
            return False
        whole = self.grammar.language == "en" and is_title(
            case.words, case.shown.rstrip(".,"), self.grammar
        )
        return whole or all(word[0].isupper() for word in case.words)
