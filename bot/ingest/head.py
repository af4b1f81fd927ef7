"""labelled lines -> headline, stand-first and the lines of the body."""

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile

from bot.ingest.characters import is_same
from bot.ingest.furniture import Furniture
from bot.ingest.lines import Line
from bot.ingest.paragraphs import ends_sentence

LONGEST_HEADLINE = 250  # characters
MOST_WORDS = 25  # of a headline
LONGEST_STANDFIRST = 500  # characters
LOOKED_AT = 20  # lines, for a headline and its repetition
NO_HEADLINE = re.compile(r"(?:(?<!\.[A-Z])(?<!\.)\.|:)[\"”’'»]*$")  # but "in the U.S." and "..."
BELOW_STANDFIRST = (Furniture.READING_TIME, Furniture.BYLINE, Furniture.DATE)
ABOVE_CAPTION = (Furniture.READING_TIME, Furniture.CREDIT)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body ("" for no headline), and the lines that follow."""

    title: str
    standfirst: str | None
    body: tuple[Line, ...]


def split_head(lines: tuple[Line, ...], title: str | None = None) -> Head:
    """What stands before the body of an article, and the lines of the body.

    ``title`` is the headline where it is known; else the first line is one if it looks it.

    >>> flood = Line("Flood", 0, None), Line("It came.", 0, None), Line("It rose.", 1, None)
    >>> split_head(flood).title, split_head(flood).standfirst, len(split_head(flood).body)
    ('Flood', 'It came.', 1)
    >>> split_head(flood[2:])
    Head(title='', standfirst=None, body=(Line(text='It rose.', block=1, furniture=None),))
    """
    if title is None:
        title = find_headline(lines)
    start = _after_headlines(lines, title) if title else 0
    if not start:
        return Head(title, None, lines)
    here = lines[start - 1].block
    head = tuple(line for line in lines[start:] if line.block == here)
    below = tuple(line for line in lines[start:] if line.block != here)
    if head and any(not line.furniture for line in below) and _is_head(head):
        standfirst, rest = split_standfirst(head)
        return Head(title, standfirst, (*rest, *below))
    return _split_marked(title, lines[start:])


def find_headline(lines: tuple[Line, ...]) -> str:
    """The headline above an article; "" where its first line is a sentence or a paragraph.

    >>> find_headline((Line("Share", 0, Furniture.BUTTON), Line("Flood in Halden", 1, None)))
    'Flood in Halden'
    >>> find_headline(2 * (Line("Read more, live longer", 0, Furniture.LINK),))
    'Read more, live longer'
    >>> find_headline((Line("The river rose.", 0, None), Line("It fell.", 1, None)))
    ''
    """
    own = [line.text for line in lines[:LOOKED_AT] if not line.furniture]
    for first, following in (*pairwise([line.text for line in lines[:2]]), *pairwise(own[:2])):
        if is_same(first, following) and len(first) <= LONGEST_HEADLINE:
            return first  # whatever it looks like otherwise
    first = next((line.text for line in lines if not line.furniture), "")
    fits = len(first) <= LONGEST_HEADLINE and first.count(" ") < MOST_WORDS
    return first if fits and not NO_HEADLINE.search(first) else ""


def split_standfirst(head: tuple[Line, ...]) -> tuple[str | None, tuple[Line, ...]]:
    """The stand-first among the lines directly below the headline, and what may be the body's.

    A single line below the reading time, where no credited caption is, is the caption.

    >>> minutes = Line("2 min", 1, Furniture.READING_TIME)
    >>> split_standfirst((Line("It came.", 1, None), minutes, Line("The river", 1, None)))
    ('It came.', ())
    >>> split_standfirst((minutes, Line("The river", 1, None)))
    (None, ())
    """
    start = next((number for number, line in enumerate(head) if _begins(line)), 0)
    run = tuple(takewhile(lambda line: not line.furniture, head[start:]))
    after = tuple(line for line in head[start + len(run) :] if not line.furniture)
    length = 2 if all(ends_sentence(line.text) for line in run[:2]) else 1
    standfirst = " ".join(line.text for line in run[:length]) or None
    marks = {line.furniture for line in head}
    if len(after) == 1 and Furniture.READING_TIME in marks and Furniture.CREDIT not in marks:
        after = ()
    return standfirst, (*(line for line in run[length:] if ends_sentence(line.text)), *after)


def _begins(line: Line) -> bool:
    """Whether a line below the headline is the stand-first, or shows that there is none."""
    return not line.furniture or line.furniture in ABOVE_CAPTION


def _after_headlines(lines: tuple[Line, ...], title: str) -> int:
    """The number of the line after the last headline at the top; 0 where there is none."""
    after = 0
    for number, line in enumerate(lines):
        if is_same(line.text, title):
            after = number + 1
        elif not line.furniture:
            break
    return after


def _is_head(head: tuple[Line, ...]) -> bool:
    """Whether the lines below a headline are stand-first and caption, and not the body."""
    own = [line for line in head if not line.furniture]
    return len(own) <= 3 and all(len(line.text) <= LONGEST_STANDFIRST for line in own)


def _split_marked(title: str, lines: tuple[Line, ...]) -> Head:
    """A stand-first that the line below it gives away: a reading time, a byline, a date."""
    first = next((number for number, line in enumerate(lines) if not line.furniture), len(lines))
    standfirst, below = lines[first : first + 1], lines[first + 1 :]
    if not standfirst or not any(not line.furniture for line in below):
        return Head(title, None, lines)
    marker = below[0]
    near = marker.block == standfirst[0].block
    marked = marker.furniture in BELOW_STANDFIRST or (near and marker.furniture is Furniture.CREDIT)
    if not marked or len(standfirst[0].text) > LONGEST_STANDFIRST:
        return Head(title, None, lines)
    head = tuple(line for line in below if near and line.block == marker.block)
    rest = split_standfirst((*standfirst, *head))[1]
    body = below[len(head) :]
    if not any(not line.furniture for line in body):
        return Head(title, standfirst[0].text, below)
    return Head(title, standfirst[0].text, (*rest, *body))
