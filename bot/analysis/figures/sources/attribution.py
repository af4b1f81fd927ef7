"""The noun: who answers for a stretch of a sentence, and where that ends."""

from dataclasses import dataclass

from bot.analysis.figures.grammar.words import Passage


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who answers for the figures between two words.

    Where a pronoun says so, ``name`` is None and ``pronoun`` that word.
    """

    first: int
    last: int
    name: str | None
    pronoun: str | None = None

    def take_up(self, source: str | None) -> str | None:
        """The name, or for a pronoun the source before, where that can be meant.

        >>> Attribution(0, 9, None, "she").take_up("Ada Roe")
        'Ada Roe'
        >>> Attribution(0, 9, None, "she").take_up("health ministry") is None
        True
        >>> Attribution(0, 9, "police").take_up("Ada Roe")
        'police'
        """
        if self.name or not source:
            return self.name
        personal = self.pronoun in ("he", "she")
        named = all(word[0].isupper() for word in source.split())
        return source if named or not personal else None


def find_end_of_speech(passage: Passage, verb: int) -> int:
    """Where what is said ends: before ", which" or a dash; there the reporter speaks again.

    >>> from bot.analysis.figures.grammar.words import read_passage
    >>> find_end_of_speech(read_passage("He said it fell, which was new"), 1)
    4
    >>> find_end_of_speech(read_passage("He said it fell"), 1)
    4
    """
    for place in range(verb + 1, len(passage.words) - 1):
        relative = passage.lower(place + 1) in ("which", "who", "whose")
        aside = passage.lower(place) == "," and relative
        if aside or passage.lower(place) in ("—", ";"):
            return place
    return len(passage.words)
