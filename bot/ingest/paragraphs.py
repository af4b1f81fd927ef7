"""text -> blocks of lines, an empty line between two blocks; hard-wrapped lines joined again."""

import re
from itertools import pairwise

WIDEST = 120  # characters; longer lines were not wrapped by hand or by a mail program
FEWEST = 3  # full lines, before a text counts as wrapped
LONGEST_END = 10  # characters of the marks at the end of a sentence
END_OF_SENTENCE = re.compile(r"[.!?…:。！？؟۔][\"”’'»“)\]」』]*$")

Block = tuple[str, ...]


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does.

    >>> ends_sentence("“It rose.”"), ends_sentence("Flood in Halden")
    (True, False)
    """
    return END_OF_SENTENCE.search(line[-LONGEST_END:]) is not None


def split_blocks(text: str) -> tuple[Block, ...]:
    r"""The blocks of a text, each a tuple of its lines; no line is empty.

    >>> split_blocks("Flood in Halden\n\n\nThe river rose. \nIt fell.\n")
    (('Flood in Halden',), ('The river rose.', 'It fell.'))
    """
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return tuple(tuple(block) for block in blocks if block)


def join_wrapped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the lines joined that were one before somebody wrapped them.

    A line was wrapped where the next word would not have fitted on it. A text counts as wrapped
    where most lines of its blocks are that full, and most of these end inside a sentence.

    >>> join_wrapped((("The river at Halden rose", "all night, the mayor", "said. It fell before",
    ...                "the day broke."),))
    (('The river at Halden rose all night, the mayor said. It fell before the day broke.',),)
    >>> join_wrapped((("The river rose.", "It fell."),))
    (('The river rose.', 'It fell.'),)
    """
    title = blocks[0][0] if blocks else ""
    lines = [line for block in blocks for line in block if line != title and " " in line]
    width = max(map(len, lines), default=0)
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = [line for line, following in pairs if _is_full(line, following, width)]
    inside = [line for line in full if not ends_sentence(line)]
    if width > WIDEST or len(full) < FEWEST or 2 * len(full) < len(pairs):
        return blocks
    if 2 * len(inside) < len(full):
        return blocks
    return tuple(_join_block(block, width) for block in blocks)


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _join_block(block: Block, width: int) -> Block:
    joined: list[list[str]] = []
    for before, line in zip(("", *block), block, strict=False):
        if joined and _is_full(before, line, width):
            # a word with a hyphen of its own may be wrapped at it
            tight = before[-1] == "-" and before[-2:-1].isalpha() and line[0].islower()
            joined[-1].append(line if tight else f" {line}")
        else:
            joined.append([line])
    return tuple("".join(parts) for parts in joined)
