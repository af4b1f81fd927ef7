"""tokens -> the stretches that name what somebody is charged with: jugé pour « vol en bande »."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token

LONGEST = 12
"""What a court calls an offence has at most so many spaces."""
REACH = 12
"""The word of a court stands within so many tokens before such a stretch."""
LEADS = frozenset(("d'", "de", "pour"))
"""French prepositions right before what somebody is charged with."""
HAVING = frozenset(("a", "ai", "ait", "aurait", "avaient", "avait", "avoir", "ayant", "ont"))
"""Before a participle they tell of who charges: le maire a condamné l'appel à « la haine »."""


def find_charges(tokens: Sequence[Token], grammar: Grammar) -> frozenset[int]:
    """The tokens of stretches which name offences, as courts call them, that nobody says.

    Not where a verb of saying stands in between; and what an "et" or a comma joins to one is
    another.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> grammar = read_grammar("fr")
    >>> def charges(text: str) -> list[str]:
    ...     marks = [Span(text.index("«"), text.index("»") + 1)]
    ...     (passage,) = split_passages(text, [Span(0, len(text))], marks, grammar)
    ...     return [passage.tokens[n].text for n in find_charges(passage.tokens, grammar)]
    >>> charges("Le drapier est jugé pour « vol de laine ».")
    ['« vol de laine »']
    >>> charges("Le drapier, jugé hier, parle de « vol de laine ».")
    []
    """
    found: set[int] = set()
    if not grammar.chargings:
        return frozenset(found)
    for place, token in enumerate(tokens):
        if token.quote == NO_QUOTE or not place or token.text.count(" ") > LONGEST:
            continue
        joined = tokens[place - 1].text == "," or tokens[place - 1].lower in grammar.coordinators
        if (joined and place - 2 in found) or _is_charged(tokens, place, grammar):
            found.add(place)
    return frozenset(found)


def _is_charged(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a preposition leads to the stretch, and the word of a court stands before that."""
    if tokens[place - 1].lower not in LEADS:
        return False
    for index in range(place - 2, max(-1, place - REACH), -1):
        if tokens[index].lower in grammar.chargings:
            return tokens[index - 1].lower not in HAVING or not index
        if tokens[index].lower in grammar.verbs or tokens[index].text in ":;":
            return False
    return False
