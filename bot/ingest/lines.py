"""blocks -> labelled lines: each with its block, and what it is where it is not the article."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from bot.ingest.bylines import is_byline, is_role
from bot.ingest.characters import fold
from bot.ingest.furniture import Furniture, find_furniture
from bot.ingest.paragraphs import Block, ends_sentence

LONGEST_LINK = 20  # words of a headline in a list of links


@dataclass(frozen=True, slots=True)
class Line:
    """A line, the number of its block, and what it is where it is not the article."""

    text: str
    block: int
    furniture: Furniture | None


def label_lines(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """The lines of all blocks, each with what it is.

    >>> [line.furniture for line in label_lines([("By", "Mara Lind"), ("It rose.",)])]
    [<Furniture.BUTTON: 'button'>, <Furniture.BYLINE: 'byline'>, None]
    >>> [line.furniture for line in label_lines([("Related:", "Mayor resigns"), ("It rose.",)])]
    [<Furniture.LINK: 'link'>, <Furniture.LINK: 'link'>, None]
    """
    lines = [
        Line(text, number, find_furniture(text))
        for number, block in enumerate(blocks)
        for text in block
    ]
    return tuple(accumulate(lines, _label_after))


def _label_after(before: Line, line: Line) -> Line:
    """A line that only the one before it explains."""
    if line.furniture or before.block != line.block or ends_sentence(line.text):
        return line
    if fold(before.text).rstrip(".:") in ("by", "von", "par", "por"):
        return replace(line, furniture=Furniture.BYLINE) if is_byline(f"By {line.text}") else line
    if before.furniture == Furniture.BYLINE and is_role(line.text):
        return replace(line, furniture=Furniture.BYLINE)
    if before.furniture == Furniture.LINK and line.text.count(" ") < LONGEST_LINK:
        return replace(line, furniture=Furniture.LINK)
    return line
