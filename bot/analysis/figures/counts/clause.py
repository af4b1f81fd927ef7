"""The noun: a stretch of text as the ways to a count read it."""

from dataclasses import dataclass

from bot.analysis.figures.grammar.phrases import Phrase
from bot.analysis.figures.grammar.tagging import tag_words
from bot.analysis.figures.grammar.tags import Tag
from bot.analysis.figures.grammar.words import Passage, read_passage
from bot.analysis.figures.quantities.quantity import Quantity
from bot.analysis.figures.quantities.reading import find_quantities


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage with its quantities, and what the ones before the next were found to count."""

    passage: Passage
    tags: list[Tag]
    quantities: tuple[Quantity, ...]
    told: tuple[str | None, ...] = ()

    def say(self, *phrases: Phrase | None) -> str | None:
        """The words of some phrases, None where there are none.

        >>> clause = read_clause("Two old dogs bark")
        >>> clause.say((1, 3), None, (3, 4)), clause.say(None)
        ('old dogs bark', None)
        """
        return " ".join(self.passage.slice(*phrase) for phrase in phrases if phrase) or None

    def tag(self, index: int) -> Tag:
        """The tag of a word, that of a mark outside of the passage.

        >>> read_clause("dogs").tag(0), read_clause("dogs").tag(1)
        (<Tag.NOUN: 'noun'>, <Tag.MARK: 'mark'>)
        """
        return self.tags[index] if 0 <= index < len(self.tags) else Tag.MARK

    def skip_back(self, index: int, *tags: Tag) -> int:
        """The nearest word before one, leaving out those with some tags.

        >>> read_clause("Rents rose very sharply 5%").skip_back(4, Tag.ADVERB)
        1
        """
        index -= 1
        while index >= 0 and self.tags[index] in tags:
            index -= 1
        return index


def read_clause(text: str) -> Clause:
    """A text by itself as one clause, before anything is told of its figures.

    >>> [one.last for one in read_clause("They sold 9 cows and 4 hens").quantities]
    [3, 6]
    """
    passage = read_passage(text)
    tags = tag_words(passage.words)
    return Clause(passage, tags, tuple(find_quantities(passage, tags, set(), "en")))
