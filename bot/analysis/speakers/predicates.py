"""what is said of a name behind "is" -> the gender of its bearer: Roe is one of two women."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.people import Gender
from bot.analysis.speakers.tokens import Token

NOUNS = {
    "boy": Gender.MASCULINE,
    "girl": Gender.FEMININE,
    "man": Gender.MASCULINE,
    "men": Gender.MASCULINE,
    "woman": Gender.FEMININE,
    "women": Gender.FEMININE,
}
FARTHEST = 10
"""So many tokens behind "is" stands its noun at most."""

ATTENDING = frozenset(("acompañaron", "acudieron", "acudió", "asistieron", "asistió"))
ATTENDING |= {"estuvieron", "estuvo", "figuraba", "figuraban", "participaron", "participó"}
"""Spanish verbs of being somewhere."""
ALSO = frozenset(("además", "allí", "asimismo", "igualmente", "también"))
"""Spanish words before such a verb that opens its sentence."""


def predicate_gender(tokens: Sequence[Token], grammar: Grammar) -> Gender | None:
    """The gender that an English "is" and its noun tell; ``tokens`` are those behind the name.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> def told(text: str) -> Gender | None:
    ...     grammar = read_grammar("en")
    ...     (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    ...     return predicate_gender(passage.tokens[1:], grammar)
    >>> told("Roe was one of two women at sea").value, told("Roe is a friend of women")
    ('f', None)
    """
    if grammar.language != "en" or not tokens or tokens[0].lower not in grammar.passives:
        return None
    for index in range(1, min(FARTHEST, len(tokens))):
        word = tokens[index].lower
        if word in NOUNS:
            return NOUNS[word]
        tied = word in grammar.prepositions and tokens[index - 1].lower != "one"
        if not tokens[index].word or tied:
            return None
    return None


def tells_of_presence(tokens: Sequence[Token]) -> bool:
    """Whether a Spanish sentence only tells who was there, too: También estuvo Ana Roca."""
    verb = int(tokens[0].lower in ALSO)
    return any(token.lower in ATTENDING for token in tokens[verb : verb + 1])
