"""a French verb and a phrase -> whether both are of one or of several: ont dit les élus."""

from collections.abc import Sequence

from bot.analysis.speakers.grammar import Grammar
from bot.analysis.speakers.phrases import Mention, MentionKind
from bot.analysis.speakers.tokens import Token

PLURAL, SINGULAR = ("ent", "ont"), ("tient", "vient")
"""Endings of French verbs with several subjects; and of some that have one: prévient."""


def agrees(verb: int, subject: Mention, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a phrase may be the subject of the verb that begins at the token ``verb``.

    Its first word counts, a helping verb's too. A name may always be.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> text = "ont annoncé lundi le dépôt"
    >>> grammar = read_grammar("fr")
    >>> (passage,) = split_passages(text, [Span(0, len(text))], [], grammar)
    >>> agrees(0, Mention(MentionKind.PHRASE, 3, 5), passage.tokens, grammar)
    False
    """
    words = tokens[subject.start : subject.end]
    if subject.kind is not MentionKind.PHRASE or not words[0].text.islower():
        return True
    several = words[0].lower in grammar.plurals
    several = several or any(word.lower in grammar.coordinators for word in words)
    lower = tokens[verb].lower
    return several == (lower.endswith(PLURAL) and not lower.endswith(SINGULAR))
