"""The noun: a stretch of text as the ways to a count read it."""

from dataclasses import dataclass

from bot.analysis.figures.grammar.phrases import Phrase
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage
from bot.analysis.figures.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage with its quantities, and what the ones before the next were found to count."""

    passage: Passage
    tags: list[Tag]
    quantities: tuple[Quantity, ...]
    told: tuple[str | None, ...] = ()

    def say(self, *phrases: Phrase | None) -> str | None:
        """The words of some phrases, None where there are none."""
        return " ".join(self.passage.slice(*phrase) for phrase in phrases if phrase) or None

    def tag(self, index: int) -> Tag:
        """The tag of a word, that of a mark outside of the passage."""
        return self.tags[index] if 0 <= index < len(self.tags) else Tag.MARK

    def skip_back(self, index: int, *tags: Tag) -> int:
        """The nearest word before one, leaving out those with some tags."""
        index -= 1
        while index >= 0 and self.tags[index] in tags:
            index -= 1
        return index
