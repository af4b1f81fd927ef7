"""a noun and the verb before it that together take somebody's words: fait part de, tiene claro."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token

CALLING = ("hac", "hech", "hiz", "lanz", "pon", "pus")
SURE = dict.fromkeys(("convencida", "convencido", "segura", "seguro"), ("est",))
LIGHT = {
    "es": {
        "claro": ("dej", "qued", "ten", "tien", "tuv"),
        **dict.fromkeys(("hincapié", "llamado", "llamamiento", "énfasis"), CALLING),
        **SURE,
    },
    "fr": {
        "avant": ("met", "mis"),
        "hommage": ("rend",),
        "part": ("fai", "font"),
        "état": ("fai", "font"),
    },
}
"""Words, and how the verbs before them begin, that together take somebody's words."""
NO_LIGHT: dict[str, tuple[str, ...]] = {}
NEAR = 6
"""Words in marks stand before so many tokens behind such a French noun."""


def light_verb(tokens: Sequence[Token], noun: int, grammar: Grammar) -> int:
    """Where the verb before a French or Spanish noun stands; the noun itself where there is none.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text, grammar = "Ana Roc a fait part de sa joie, une part du four", read_grammar("fr")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> light_verb(passage.tokens, 4, grammar), light_verb(passage.tokens, 10, grammar)
    (3, 10)
    """
    begins = LIGHT.get(grammar.language, NO_LIGHT).get(tokens[noun].lower)
    if begins is None or noun + 1 >= len(tokens):
        return noun
    after, verb = tokens[noun + 1].lower, noun - 1
    tied = after in grammar.linkers
    if grammar.language == "fr":
        quoted = any(token.quote != NO_QUOTE for token in tokens[noun + 1 : noun + NEAR])
        tied = tied or quoted  # fait part hier de « ... »
        verb -= tokens[noun].lower == "avant"  # met en avant
    if grammar.drops_subjects:
        quoted = any(token.quote != NO_QUOTE for token in tokens[noun + 1 :])
        tied = quoted and (tied or after in grammar.complementizers)
        verb -= verb > 0 and tokens[verb].lower in grammar.indefinites  # hizo un llamado a
    found = tied and verb >= 0 and tokens[verb].lower.startswith(begins)
    return verb if found else noun
