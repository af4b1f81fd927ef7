"""labelled lines -> those of the article, without what stands under it: links, comments."""

import re
from collections.abc import Sequence

from bot.ingest.characters import fold
from bot.ingest.furniture import Furniture
from bot.ingest.lexicon import read_choice
from bot.ingest.lines import Line
from bot.ingest.paragraphs import ends_sentence

FEWEST_SENTENCES, LEAST_TEXT = 3, 400  # paragraphs and characters of what may be an article
LONGEST_LINK = 20  # words of a headline in a list of links


def cut_tail(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines up to where the comments begin, and without a last list of links.

    >>> tide = [Line("The tide rose.", 0, None), Line("More news", 1, Furniture.LINK)]
    >>> [line.text for line in cut_tail([*tide, Line("Mayor resigns", 2, None)])]
    ['The tide rose.']
    >>> [line.text for line in cut_tail([*tide, Line("It fell.", 2, None)])]
    ['The tide rose.', 'More news', 'It fell.']
    """
    lines = lines[: _find_comments(lines)]
    last = max((at for at, line in enumerate(lines) if _is_sentence(line)), default=-1)
    heads = (at for at in range(last + 1, len(lines)) if lines[at].furniture is Furniture.LINK)
    return tuple(lines[: next(heads, len(lines))])


def _find_comments(lines: Sequence[Line]) -> int:
    """Where the comments begin, if they do, behind what is long enough for an article."""
    opening = re.compile(read_choice("comments") + r"(?!\w)")
    sentences = length = 0
    for at, line in enumerate(lines):
        if (
            sentences >= FEWEST_SENTENCES
            and length >= LEAST_TEXT
            and opening.match(fold(line.text))
        ):
            return at
        sentences += _is_sentence(line)
        length += len(line.text)
    return len(lines)


def _is_sentence(line: Line) -> bool:
    """Whether a line is the article's; the headline of another may be a question."""
    asks = line.text.endswith("?") and line.text.count(" ") < LONGEST_LINK
    return line.furniture is None and ends_sentence(line.text) and not asks
