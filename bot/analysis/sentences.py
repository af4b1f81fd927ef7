"""text -> sentences with their spans."""

import re

from bot.model import Sentence, Span


def split_sentences(text: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; none crosses a paragraph."""
    found = []
    for number, paragraph in enumerate(re.finditer(r"[^\n]+", text)):
        for match in re.finditer(r"\S.*?(?:[.!?][\"”’']?(?=\s)|$)", paragraph.group()):
            start = paragraph.start()
            found.append(Sentence(Span(start + match.start(), start + match.end()), number))
    return tuple(found)
