"""an office -> where the list of its fields ends: la ministra de Agua, Caza y Pesca, Ana Roca."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import Token

JOINING = frozenset(("e", "et", "i", "y"))
"""What joins the last field to the one before it, in French, Spanish and Catalan."""
INSIDE = JOINING | frozenset(
    ("a", "con", "de", "del", "des", "du", "el", "la", "las", "les", "los")
)
"""Small words inside the name of a field: Obra Pública y Fomento de las Artes."""
FIELD = 6
"""So many tokens of a French office stand before the "et" that adds a field to it."""
LONGEST_FIELD = 10
"""A field has at most so many words."""


def behind_fields(tokens: Sequence[Token], comma: int) -> int:
    """The comma behind all fields of an office; the given one, behind the first, if it has no more.

    Only a list that an "and" closes is one.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "la ministra de Agua, Caza y Pesca, Ana Roca, calla"
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], read_grammar("es"))
    >>> behind_fields(passage.tokens, 4), behind_fields(passage.tokens, 8)
    (8, 8)
    """
    end = comma
    while _is_comma(tokens, end) and end and tokens[end - 1].capital:
        start, end = end + 1, _field_end(tokens, end + 1)
        if not _is_comma(tokens, end) or not tokens[start].capital:
            return comma
        if any(token.lower in JOINING for token in tokens[start:end]):
            return end
    return comma


def before_fields(tokens: Sequence[Token], comma: int) -> int:
    """The comma behind the first field of an office, where the given one is behind the last.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "la ministra de Agua, Caza y Pesca, Ana Roca, calla"
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], read_grammar("es"))
    >>> before_fields(passage.tokens, 8), before_fields(passage.tokens, 11)
    (4, 11)
    """
    first = comma
    for index in range(comma - 1, max(0, comma - 3 * LONGEST_FIELD), -1):
        if not _is_inside(tokens[index]):
            if not _is_comma(tokens, index):
                break
            first = index
    return first if behind_fields(tokens, first) == comma else comma


def adds_field(tokens: Sequence[Token], start: int, grammar: Grammar) -> bool:
    """Whether an article begins a second field of an office: de la Costa y | la Pesca.

    A French one with its preposition: de la Côte et | des Ports.
    """
    if grammar.language == "fr":
        return joins_field(tokens, start - 1, grammar)
    if not grammar.drops_subjects or start < 3 or start + 1 >= len(tokens):
        return False
    fields = tokens[start - 2].capital and tokens[start + 1].capital
    tied = tokens[start - 3].lower in grammar.determiners | grammar.owning
    return fields and tied and tokens[start - 1].lower in grammar.coordinators


def joins_field(tokens: Sequence[Token], joint: int, grammar: Grammar) -> bool:
    """Whether a French "et" joins two fields of an office: la ministre de la Côte | et des Ports.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "la maire de Brae et des élus, le ministre de l'Eau et du Bois"
    >>> grammar = read_grammar("fr")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> [n for n in range(len(passage.tokens)) if joins_field(passage.tokens, n, grammar)]
    [13]
    """
    if grammar.language != "fr" or tokens[joint].lower != "et" or joint + 2 >= len(tokens):
        return False
    if tokens[joint + 1].lower not in grammar.owning or tokens[joint + 2].text.islower():
        return False
    owning = range(joint - 1, max(0, joint - FIELD), -1)
    first = next((n for n in owning if tokens[n].lower in grammar.owning), 0)
    return first > 0 and tokens[first - 1].lower in grammar.roles


def _is_comma(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text == ","


def _is_inside(token: Token) -> bool:
    return token.word and (token.capital or token.lower in INSIDE)


def _field_end(tokens: Sequence[Token], start: int) -> int:
    end = start
    while end < min(len(tokens), start + LONGEST_FIELD) and _is_inside(tokens[end]):
        end += 1
    return end
