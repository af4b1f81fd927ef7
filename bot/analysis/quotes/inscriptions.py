"""a stretch in marks -> whether it is only written somewhere: a banner that read "..."."""

from collections.abc import Sequence

from bot.analysis.quotes.attributions import Attribution
from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.tokens import NO_QUOTE, Token

FARTHEST = 14
"""So many tokens may stand between what carries the words and the words."""
LEADING = frozenset(("a", "an", "and", "as", "bearing", "declaring", "displaying", "emblazoned"))
LEADING |= {"featuring", "in", "it", "like", "message", "messages", "on", "painted", "phrase"}
LEADING |= {"phrases", "printed", "proclaiming", "read", "reading", "reads", "said", "saying"}
LEADING |= {"sayings", "says", "scrawled", "slogan", "slogans", "stating", "such", "that", "the"}
LEADING |= {"them", "which", "with", "word", "words", "written", ",", ":", "including"}
LEADING |= {"affichant", "clamant", "inscrit", "inscrits", "laquelle", "lesquelles", "lire"}
LEADING |= {"lit", "lisait", "et", "mentionnant", "ou", "où", "peut", "pouvait", "proclamant"}
LEADING |= {"avec", "comme", "de", "des", "du", "le", "la", "les", "proclame", "sur", "écrit"}
"""Words that lead from a banner to what it says."""
READING = frozenset(("inscrit", "lire", "lisait", "lit", "écrit"))
JOINING = frozenset(("et", "ou"))
SURFACES = frozenset(("bâche", "drap", "draps", "façade", "fronton", "mur", "murs", "vitrine"))
"""French nouns for what carries words where they are said to be read."""
REACH = 12
"""So many tokens behind such a French verb may tell what carries the words."""


def is_inscription(
    tokens: Sequence[Token], place: int, attribution: Attribution | None, grammar: Grammar
) -> bool:
    """Whether words in marks stand on a sign or a shirt, so that nobody says them.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> def shows(text: str) -> bool:
    ...     marks = [Span(text.index("“"), text.index("”") + 1)]
    ...     grammar = read_grammar("en")
    ...     tokens = split_passages(text, [Span(0, len(text))], marks, grammar)[0].tokens
    ...     place = next(n for n, token in enumerate(tokens) if token.quote != NO_QUOTE)
    ...     return is_inscription(tokens, place, None, grammar)
    >>> shows("They held banners that read “Save our pier”"), shows("They cried “Save our pier”")
    (True, False)
    """
    carriers = grammar.inscriptions
    if grammar.language == "fr" and _is_read(tokens, place + 1, carriers):
        return True
    if not carriers or not place:
        return False
    for index in range(place - 1, max(-1, place - FARTHEST), -1):
        token = tokens[index]
        if token.lower in carriers:
            return True
        joins = token.lower == "and" and tokens[index + 1].quote == NO_QUOTE
        if joins or (token.quote == NO_QUOTE and token.lower not in LEADING):
            return False  # Roe stood by the sign and said
    return False


def _is_read(tokens: Sequence[Token], start: int, carriers: frozenset[str]) -> bool:
    """Whether it is told behind French words where they stand: ..., pouvait-on lire sur un mur."""
    while start < len(tokens) and not (tokens[start].word and tokens[start].lower not in JOINING):
        start += 1
    ahead = [token.lower for token in tokens[start : start + REACH]]
    verb = next((n for n, word in enumerate(ahead[:4]) if word in READING), len(ahead))
    return not (carriers | SURFACES).isdisjoint(ahead[verb + 1 :])
