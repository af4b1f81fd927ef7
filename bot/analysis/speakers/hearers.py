"""behind a noun -> whether a hearer or a time begins there: sagte die Wirtin | der Zeitung."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token

TOWARDS = frozenset(("zu", "zum", "zur"))
"""German prepositions before a paper to which somebody speaks: die Wirtin | zur HZ."""
HEARER = 4
"""Within so many tokens before a French subject stands the pronoun of its hearer."""


def tells_paper(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a hearer or a time begins here: sagte sie | der Zeitung; dijo Roe | al salir.

    In French and Spanish "à" and the like tie only a name or a body to a noun.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "sagte die Wirtin zur HZ und zur Freude"
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], read_grammar("de"))
    >>> [tells_paper(passage.tokens, index, read_grammar("de")) for index in (3, 6)]
    [True, False]
    """
    following = tokens[index + 1].lower
    if grammar.papers and tokens[index].lower in TOWARDS:
        letters = tokens[index + 1].text
        short = len(letters) > 1 and letters.isupper()
        return short or following in grammar.papers or tokens[index + 1].quote != NO_QUOTE
    if tokens[index].lower not in grammar.loose:
        return False
    if following in grammar.determiners and index + 2 < len(tokens):
        following = tokens[index + 2].lower
        return not tokens[index + 2].capital and following not in grammar.organisations
    return not tokens[index + 1].capital and following not in grammar.organisations


def answers(tokens: Sequence[Token], subject: int) -> bool:
    """Whether a French subject speaks to whoever spoke last: lui a répondu | la chanteuse."""
    return any(token.lower == "lui" for token in tokens[max(0, subject - HEARER) : subject])
