"""a Spanish word -> whether it is large only as it opens a sentence: Ayer | Roca; Dijo | Roca."""

from collections.abc import Callable, Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import Token

MUCH = "más"
"""With this word Spanish parties call themselves: Más Brea."""


def is_large(token: Token, grammar: Grammar) -> bool:
    """Whether a verb of saying or an adverb stands there, which is in no name.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text, grammar = "Brevemente Roca habló", read_grammar("es")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> [is_large(token, grammar) for token in passage.tokens]
    [True, False, True]
    """
    adverb = token.lower.endswith("mente") or token.lower in grammar.verbs
    return grammar.drops_subjects and adverb


def leads_to_name(
    tokens: Sequence[Token],
    index: int,
    end: int,
    is_person: Callable[[int, int], bool],
    grammar: Grammar,
) -> bool:
    """Whether a small word stands before a name that ends at ``end``: Ayer | Luis Roca.

    ``is_person`` tells whether two tokens bound the name of somebody.
    """
    word, lower = tokens[index], tokens[index].lower
    if not (grammar.drops_subjects and word.capital) or index + 1 >= end:
        return False
    small = lower in grammar.openers and lower not in grammar.articles and lower != MUCH
    return (small or is_large(word, grammar)) and is_person(index + 1, end)
