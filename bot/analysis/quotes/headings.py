"""a line -> whether it is a heading, and one that is nothing but quoted."""

from collections.abc import Sequence

from bot.analysis.speakers.tokens import NO_QUOTE, Passage, Token

LONGEST = 12
"""A line of at most so many tokens without a full stop is a heading; it states nothing."""
HEADLINE = 25
"""So many tokens has a headline at most."""
FEWEST = 2
FEW = 4
"""Fewer words at the start of a paragraph, with a full stop behind their marks, are a heading."""
LONGEST_QUOTED = 20
"""A line that is nothing but quoted is a heading up to so many words."""
MARKS = "\"'“”„‟‘’‚«»‹› \u00a0\u202f"


def is_heading(tokens: Sequence[Token]) -> bool:
    """Whether the tokens are a short line that no mark ends."""
    return len(tokens) <= LONGEST and tokens[-1].word


def is_half_quoted(tokens: Sequence[Token], longest: int = LONGEST) -> bool:
    """Whether a short line without an end holds words of its own and words in marks.

    As of a quoted heading, nobody in particular says them: Un quartier « à bout de nerfs ».
    ``longest``: so many tokens it has at most.
    """
    if not FEWEST <= len(tokens) <= longest:
        return False
    last = tokens[-1]
    return last.word or (last.quote != NO_QUOTE and last.text.rstrip(MARKS)[-1:].isalnum())


def is_quoted_heading(
    passage: Passage, paragraph: str, shown: str, *, exclaims: bool = False
) -> bool:
    """Whether a line is nothing but a few quoted words without an end: « Désaccord total ».

    ``shown`` are the words of the only quotation of the passage. Nobody in particular says them:
    they stand for what the text below tells. So do a few at the start of a paragraph. Where
    headings may be one that ``exclaims``, a short one ends with "!" or "…" as well.

    >>> from bot.analysis.speakers.grammar import read_grammar
    >>> from bot.analysis.speakers.tokens import split_passages
    >>> from bot.model import Span
    >>> def asks(text: str, shown: str) -> bool:
    ...     marks = [Span(0, len(shown) + 2)]
    ...     grammar = read_grammar("es")
    ...     passage = split_passages(text, [Span(0, len(text))], marks, grammar)[0]
    ...     return is_quoted_heading(passage, text, shown)
    >>> asks("«Nadie nos oye»", "Nadie nos oye"), asks("«Nadie nos oye.»", "Nadie nos oye.")
    (True, False)
    >>> asks("«Muy alegre». Así la ven.", "Muy alegre"), asks("«Sí», dijo Roca.", "Sí")
    (True, False)
    """
    if len(passage.tokens) > 2:
        return False
    if len(passage.tokens) == 2:
        opens = paragraph.lstrip(MARKS).startswith(shown) and passage.tokens[1].text == "."
        return opens and len(shown.split()) < FEW
    alone = paragraph.strip(MARKS) == shown.strip(MARKS)
    count = len(shown.split())
    if exclaims and shown[-1] in "!…" and not any(sign in shown[:-1] for sign in ".!?…"):
        return alone and count <= LONGEST
    return alone and shown[-1] not in ".,!…" and count <= LONGEST_QUOTED
