"""Something said in a passage, and what it tells of who says it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.speakers.clauses import is_told
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.resolve import Speaker
from bot.analysis.speakers.tokens import Token
from bot.model import Quote, QuoteKind, Span

WORD = re.compile(r"\w+")


class Finding(NamedTuple):
    """Something said in a passage, in marks or not, before its speaker is known."""

    place: int  # the token where it begins
    span: Span
    kind: QuoteKind
    attribution: Attribution | None
    turn: str | None = None  # the label of an answer in an interview, which names nobody
    continues: bool = False  # the next paragraph carries it on

    @property
    def mention(self) -> Mention | None:
        """The words that name who says it."""
        return self.attribution.mention if self.attribution else None

    @property
    def is_chained(self) -> bool:
        """Whether the text leaves the words to whoever spoke last."""
        return self.attribution is None or self.attribution.chained

    @property
    def is_settled(self) -> bool:
        """Whether the text tells who speaks: by a mention, or by whoever spoke last."""
        return self.is_chained or self.mention is not None

    def is_left_open(self, grammar: Grammar) -> bool:
        """Whether a French or Spanish sentence goes on in marks, and nothing tells who speaks."""
        mixed = self.kind is QuoteKind.MIXED and self.attribution is None
        return mixed and grammar.language in ("es", "fr")

    def is_loose(self, grammar: Grammar) -> bool:
        """Whether nothing tells that somebody says the German words in marks."""
        mixed = self.kind is QuoteKind.MIXED and self.attribution is None
        return mixed and grammar.language == "de"

    def is_plural(self, tokens: Sequence[Token]) -> bool:
        """Whether the Spanish verb without a subject is a plural: «...», señalan."""
        cue = self.attribution.cue if self.attribution else None
        if cue is None:
            return False
        helped = cue > 0 and tokens[cue].lower.endswith(("ado", "ido"))
        helped = helped and tokens[max(0, cue - 2)].lower != "que"  # lo que han llamado «ruina»
        return tokens[cue - helped].lower.endswith("n")

    def is_joint(self, tokens: Sequence[Token], grammar: Grammar) -> bool:
        """Whether a Spanish plural tells that whoever is named is not alone: Roca, y Luz, dijeron.

        Not where one mention names both.
        """
        cue = self.attribution.cue if self.attribution else None
        if not grammar.drops_subjects or not self.mention or cue is None:
            return False
        helped = cue > 0 and tokens[cue - 1].lower in ("han", "habían")
        said = tokens[cue].lower in grammar.cues and tokens[cue].lower.endswith("n")
        if not helped and not said:
            return False
        words = tokens[self.mention.start : self.mention.end]
        return all(token.lower not in grammar.coordinators for token in words)

    def names(
        self, speaker: Speaker | None, tokens: Sequence[Token], text: str, grammar: Grammar
    ) -> bool:
        """Whether what is said names that person, as nobody does: Roe sei müde, sagte sie.

        But for those whom the text calls by that name beside it.
        """
        mention, person = self.mention, speaker.person if speaker else None
        if person is None or (mention and mention.kind is MentionKind.NAME):
            return False
        if not mention and not grammar.inverts:
            return False
        if person.surname in WORD.findall(self.span.of(text)):
            return True
        end = mention.start if mention else 0
        colons = (index + 1 for index in range(end - 1, 0, -1) if tokens[index].text == ":")
        clause = tokens[next(colons, 0) : end]
        return any(token.text == person.surname for token in clause) and is_told(clause, grammar)

    def is_captioned(self, tokens: Sequence[Token]) -> bool:
        """Whether words in capitals, as of a heading, are all that leads to what nobody says."""
        before = [token for token in tokens[: self.place] if token.word]
        return bool(before) and not self.attribution and all(t.text.isupper() for t in before)

    def quote(self, speaker: Speaker | None, tokens: Sequence[Token]) -> Quote:
        """What is said, by whom, with the words that tell so."""
        mention = self.mention
        cue = self.attribution.cue if self.attribution else None
        return Quote(
            self.span,
            self.kind,
            speaker.name if speaker else None,
            Span(tokens[mention.start].start, tokens[mention.end - 1].end) if mention else None,
            None if cue is None else Span(tokens[cue].start, tokens[cue].end),
            speaker.role if speaker else None,
        )
