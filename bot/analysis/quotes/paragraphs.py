"""text -> its paragraphs."""

import re

from bot.model import Span

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text: its lines that are not empty.

    >>> split_paragraphs("One.\\n\\nTwo.")
    (Span(start=0, end=4), Span(start=6, end=10))
    """
    return tuple(Span(*match.span()) for match in PARAGRAPH.finditer(text) if match[0].strip())
