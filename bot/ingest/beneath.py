"""HTML -> who wrote an article and when, as it stands beneath its headline, whatever marks it."""

from collections.abc import Iterable
from datetime import datetime
from itertools import dropwhile, islice, takewhile
from typing import Any

from bot.ingest.bylines import find_author
from bot.ingest.characters import is_same
from bot.ingest.furniture import Furniture
from bot.ingest.lines import Line, label_lines
from bot.ingest.paragraphs import ends_sentence
from bot.ingest.shown import visible_words
from bot.ingest.times import parse_time

MOST_PIECES = 2000  # between tags, before the headline
LOOKED_AT = 12  # lines beneath it
LONGEST = 120  # characters of such a line; behind a longer one the article has begun
ORNAMENT = 10  # characters by which a headline may differ from the title
LONGEST_DAY = 30  # characters of a line that may be but a day
TIMED = (Furniture.DATE, Furniture.BYLINE, Furniture.READING_TIME)


def find_beneath(tree: Any, title: str) -> tuple[str | None, datetime | None]:
    """The author and the time that a page (an lxml tree) shows under this headline.

    >>> from trafilatura import load_html
    >>> page = "<html><b>Tide rises</b><div>By <i>Mara Lind</i></div><i>4 March 2026</i></html>"
    >>> author, time = find_beneath(load_html(page), "Tide rises")
    >>> author, str(time)
    ('Mara Lind', '2026-03-04 00:00:00+00:00')
    """
    shown = (" ".join(piece.split()) for piece in islice(visible_words(tree), MOST_PIECES))
    beneath = dropwhile(lambda piece: not _is_headline(piece, title), filter(None, shown))
    begun = takewhile(lambda piece: len(piece) <= LONGEST, islice(beneath, 1, LOOKED_AT + 1))
    lines = label_lines([tuple(begun)])
    dated = (line for line in lines if line.furniture in TIMED or len(line.text) <= LONGEST_DAY)
    times = (parse_time(line.text) for line in dated if not ends_sentence(line.text))
    return _find_name(lines), next(filter(None, times), None)


def _is_headline(piece: str, title: str) -> bool:
    return abs(len(piece) - len(title)) <= ORNAMENT and is_same(piece, title)


def _find_name(lines: Iterable[Line]) -> str | None:
    before = ""
    for line in lines:
        told = (line.text, f"{before} {line.text}")  # the word and the name may be two pieces
        name = next(filter(None, map(find_author, told)), None)
        if name and line.furniture is Furniture.BYLINE:
            return name
        before = line.text
    return None
