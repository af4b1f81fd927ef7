"""passages -> where each name and each noun for somebody stands outside what is quoted."""

from collections import defaultdict
from collections.abc import Sequence

from bot.analysis.quotes.doubts.namings import Naming
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Passage

Namings = dict[str, list[Naming]]
"""By a word in small letters, the places where it stands, in order."""


def find_namings(passages: Sequence[Passage], grammar: Grammar) -> Namings:
    """Where every word that is written large or tells what somebody is stands."""
    found: Namings = defaultdict(list)
    roles = grammar.roles
    for number, passage in enumerate(passages):
        for index, token in enumerate(passage.tokens):
            if (token.capital or token.lower in roles) and token.quote == NO_QUOTE:
                found[token.lower].append(Naming(token.start, number, index))
    return found


def namings_of(word: str, namings: Namings) -> list[Naming]:
    """Where a name stands by its last word, in small letters: l'Oise, Oise.

    >>> namings_of("l'oise", {"oise": [Naming(3, 0, 1)]})
    [Naming(start=3, passage=0, token=1)]
    """
    return namings.get(word) or namings.get(word.replace("’", "'").rpartition("'")[2], [])
