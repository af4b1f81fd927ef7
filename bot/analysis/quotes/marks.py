"""a stretch in marks -> a quotation or none, in a language whose verbs of saying we do not know."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token
from bot.model import QuoteKind

ENDS = ".?!…,。！？،؟।\N{FULLWIDTH COMMA}"
FRAGMENT, REPORTED = 4, 2
"""So many words make a fragment a quotation; so many behind a "that"."""
SHORTEST = 4
"""A quotation in a script without spaces has at least so many characters."""
QUOTING = ("と", "고", "라고", "이라고", "며", "라며", "이라며", "면서", "라면서", "이라면서")
"""Japanese and Korean particles behind words that somebody says."""
NAMING = ("とい", "と呼", "と題", "と名", "라고 부")
"""The same particles before a verb that gives a name."""
ENUMERATING = "、・/"
AND = "と"
"""What the particle alone means between two stretches in marks: 「A」と「B」."""


def choose_by_marks(
    shown: str, words: Sequence[str], place: int, tokens: Sequence[Token], grammar: Grammar
) -> QuoteKind | None:
    """What the words in marks at ``place`` are, as far as marks and letters tell; None: no quote.

    A name or a title follows the word that it belongs to; a quotation follows a mark or a "that".

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "Nowak mówi o „nowym planie dla miasta” i o „planie”."
    >>> grammar, masks = read_grammar("pl"), [Span(13, 38), Span(43, 51)]
    >>> tokens = split_passages(text, [Span(0, len(text))], masks, grammar)[0].tokens
    >>> choose_by_marks("nowym planie dla miasta", "a b c d".split(), 3, tokens, grammar).value
    'mixed'
    >>> choose_by_marks("planie", ["planie"], 6, tokens, grammar) is None
    True
    """
    before = tokens[place - 1] if place else None
    first = next((letter for letter in shown if letter.isalpha()), "a")
    if before is not None and _leads(before, grammar) and _is_long(shown, words):
        return QuoteKind.MIXED if first.islower() else QuoteKind.DIRECT
    if not (first.islower() or first.isupper()):
        return _choose_caseless(shown, words, place, tokens)
    if first.isupper():
        return None
    parted = before is not None and before.text == ","
    if parted and any(token.quote != NO_QUOTE for token in tokens[:place]):
        return QuoteKind.DIRECT if len(words) >= REPORTED else None
    return QuoteKind.MIXED if len(words) >= FRAGMENT else None


def is_caseless(shown: str) -> bool:
    """Whether the words are written in letters that are neither large nor small.

    >>> is_caseless("我们不去"), is_caseless("No iremos")
    (True, False)
    """
    first = next((letter for letter in shown if letter.isalpha()), "a")
    return not (first.islower() or first.isupper())


def _is_long(shown: str, words: Sequence[str]) -> bool:
    return len(words) >= REPORTED or (is_caseless(shown) and len(shown) >= SHORTEST)


def _leads(before: Token, grammar: Grammar) -> bool:
    """Whether the word right before is a verb of saying or a "that"; Chinese parts no words."""
    if grammar.language == "zh":
        return before.text.endswith(tuple(grammar.bare))
    return before.lower in grammar.bare or before.lower in grammar.complementizers


def _choose_caseless(
    shown: str, words: Sequence[str], place: int, tokens: Sequence[Token]
) -> QuoteKind | None:
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if not _is_long(shown, words):
        return None
    if after is not None and after.text.startswith(QUOTING):
        behind = tokens[place + 2] if place + 2 < len(tokens) else None
        joins = after.text == AND and behind is not None and behind.quote != NO_QUOTE
        return None if joins or after.text.startswith(NAMING) else QuoteKind.DIRECT
    if before is not None and before.text in ENUMERATING:
        return None
    if before is None:
        parted = after is None or not after.word
        return QuoteKind.DIRECT if parted or shown[-1] in ENDS else None
    return None if before.word else QuoteKind.DIRECT
