"""labelled lines -> the paragraphs of the article, and nothing else."""

import re
from collections.abc import Iterable

from bot.ingest.characters import fold, is_same
from bot.ingest.credits import cut_signature
from bot.ingest.datelines import cut_dateline
from bot.ingest.furniture import Furniture, find_furniture
from bot.ingest.lexicon import read_choice
from bot.ingest.lines import Line

NEAR_THE_TOP = 3  # paragraphs that may begin with a dateline
LONGEST_OPENING = 8  # sentences before a first paragraph that are byline and dates
SHORTEST_REPEAT = 6  # words; a shorter paragraph may well be said twice
ASIDES = re.compile(
    rf"""
      (?: ^ | (?<=[.!?"”'’)]\s) )                     # a sentence of its own
      {read_choice("asides")} (?!\w) \s?[.!:]* (?: \s+ | $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def clean_body(lines: Iterable[Line], title: str, author: str | None = None) -> tuple[str, ...]:
    """The paragraphs of the article: no furniture, no headline again, none twice.

    >>> lines = (Line("HALDEN (AP) - It rose.", 0, None), Line("Share", 1, Furniture.BUTTON))
    >>> clean_body((*lines, Line("Flood in Halden", 2, None)), title="Flood in Halden")
    ('It rose.',)
    """
    kept: list[str] = []
    seen: set[str] = set()
    for line in lines:
        if line.furniture or any(is_same(line.text, known) for known in (title, author) if known):
            continue
        paragraph = cut_asides(line.text)
        if len(kept) < NEAR_THE_TOP:
            paragraph = cut_dateline(cut_opening(paragraph))
        paragraph = cut_signature(paragraph)
        key = fold(paragraph)
        if not key or (key in seen and key.count(" ") >= SHORTEST_REPEAT - 1):
            continue
        seen.add(key)
        kept.append(paragraph)
    return tuple(kept)


def cut_asides(paragraph: str) -> str:
    """A paragraph without the sentences that only direct the reader's eye.

    >>> cut_asides("It rose. Scroll down for video. It fell."), cut_asides("Scroll down for video")
    ('It rose. It fell.', '')
    """
    return ASIDES.sub("", paragraph).strip()


def cut_opening(paragraph: str) -> str:
    """A paragraph without the byline and the dates that were run into its beginning.

    >>> cut_opening("By Mara Lind. Published 14 September 2026. The river rose.")
    'The river rose.'
    >>> cut_opening("By Friday it rose. It fell.")
    'By Friday it rose. It fell.'
    """
    ends = [found.end() for found in re.finditer(r"[.|]\s", paragraph[:300])][:LONGEST_OPENING]
    for end in reversed(ends):
        if find_furniture(paragraph[:end].strip()) in (Furniture.BYLINE, Furniture.DATE):
            return cut_opening(paragraph[end:].lstrip(" .|"))
    return paragraph
