"""passages -> their paragraphs, their readers and whom their mentions mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.mentions import Reader
from bot.analysis.speakers.people import People
from bot.analysis.speakers.phrases import Mention
from bot.analysis.speakers.resolve import Resolver, Speaker
from bot.analysis.speakers.tokens import Passage


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around quotations that have no verb of saying of their own."""

    passages: Sequence[Passage]
    grammar: Grammar
    people: People
    resolver: Resolver

    def paragraph(self, number: int) -> int:
        """The number of the paragraph in which a passage stands."""
        return self.passages[number].paragraph

    def reader(self, number: int) -> Reader:
        """The reader of a passage."""
        return Reader.of(self.passages[number].tokens, self.grammar, self.people)

    def resolve(self, mention: Mention | None, number: int) -> Speaker | None:
        """Whom a mention of a passage means."""
        tokens = self.passages[number].tokens
        return self.resolver.resolve(mention, tokens, number) if mention else None
