"""HTML -> the paragraphs of its article, by nothing but how densely its text stands.

What is read when the real extractor fails: one pass over the tags, in time linear in the page.
"""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.ingest.characters import clean_characters
from bot.ingest.fragments import INLINE, PIECE, UNSEEN, one_line
from bot.ingest.paragraphs import ends_sentence

ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "figure", "figcaption", "select"})
FEWEST_WORDS = 8  # of a paragraph that ends as a sentence does
MANY_WORDS = 25  # of one that need not
MOST_LINKED = 0.3  # of a paragraph's characters; more is a list of other stories
GAP = 30  # characters of a paragraph that a block between two of them is worth


@dataclass(slots=True)
class _Block:
    """What stands between two tags that end a line."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0  # characters inside links

    def text(self) -> str:
        return one_line(html.unescape("".join(self.pieces)))


def find_dense(page: str) -> tuple[str, ...]:
    """The longest run of paragraphs that are sentences and not links.

    >>> prose = "<p>The river at Halden rose by two metres on Monday night.</p>"
    >>> menu = "<ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul>"
    >>> find_dense(f"<body>{menu}{prose}<p>Share</p>{prose}{menu}</body>")
    ('The river at Halden rose by two metres on Monday night.', \
'The river at Halden rose by two metres on Monday night.')
    >>> find_dense(menu)
    ()
    """
    lines = [
        (text, _is_prose(text, block)) for block in _split_blocks(page) if (text := block.text())
    ]
    start, end = best_run([len(text) if prose else -GAP for text, prose in lines])
    return tuple(clean_characters(text) for text, prose in lines[start:end] if prose)


def _is_prose(text: str, block: _Block) -> bool:
    words = text.count(" ") + 1
    long = words >= MANY_WORDS or (words >= FEWEST_WORDS and ends_sentence(text))
    return long and block.linked <= MOST_LINKED * len(text)


def best_run(values: Iterable[int]) -> tuple[int, int]:
    """From where to where the sum is largest.

    >>> best_run([9, -60, 50, -10, 40, -60]), best_run([-1])
    ((2, 5), (0, 0))
    """
    best, sum_, start, run = 0, 0, 0, (0, 0)
    for number, value in enumerate(values):
        if sum_ <= 0:
            sum_, start = 0, number
        sum_ += value
        if sum_ > best:
            best, run = sum_, (start, number + 1)
    return run


def _split_blocks(page: str) -> Iterator[_Block]:
    block = _Block()
    hidden: list[str] = []  # the open tags whose content is not the article's
    links, at = 0, 0
    for piece in PIECE.finditer(page):
        if not hidden:
            text = page[at : piece.start()]
            block.pieces.append(text)
            block.linked += len(text) if links else 0
        at = piece.end()
        name, closes = (piece["name"] or "").lower(), bool(piece["close"])
        if hidden:
            if closes and name == hidden[-1]:
                hidden.pop()
            elif not closes and name in ASIDE and hidden[-1] in ASIDE:
                hidden.append(name)
        elif name in UNSEEN | ASIDE and not closes and not piece[0].endswith("/>"):
            hidden.append(name)
        elif name == "a":
            links = max(0, links - 1) if closes else links + 1
        elif name and name not in INLINE:
            yield block
            block = _Block()
    yield block
