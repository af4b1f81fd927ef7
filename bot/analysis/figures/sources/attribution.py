"""The noun: who answers for a stretch of a sentence, and where that ends."""

from dataclasses import dataclass

from bot.analysis.figures.grammar.words import Passage


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who answers for the figures between two words; ``name`` is None for a pronoun."""

    first: int
    last: int
    name: str | None


def find_end_of_speech(passage: Passage, verb: int) -> int:
    """Where what is said ends: before ", which" or a dash; there the reporter speaks again."""
    for place in range(verb + 1, len(passage.words) - 1):
        aside = passage.lower(place) == "," and passage.lower(place + 1) in (
            "which",
            "who",
            "whose",
        )
        if aside or passage.lower(place) in ("—", ";"):
            return place
    return len(passage.words)
