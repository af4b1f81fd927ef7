"""labelled lines -> the paragraphs of the article, and nothing else."""

import re
from collections.abc import Iterable, Sequence

from bot.ingest.characters import fold, is_same
from bot.ingest.credits import cut_signature
from bot.ingest.datelines import cut_dateline
from bot.ingest.furniture import Furniture, find_furniture
from bot.ingest.lexicon import read_choice
from bot.ingest.lines import Line
from bot.ingest.paragraphs import ends_sentence
from bot.ingest.tail import cut_tail

NEAR_THE_TOP = 3  # paragraphs that may begin with a dateline
LONGEST_OPENING = 8  # sentences before a first paragraph that are byline and dates
LONG_HEADLINE = 12  # characters; a shorter one may begin a sentence
LONGEST_SECTION = 3  # words before a headline
WORDS_OF_LABEL, LENGTH_OF_LABEL = 6, 50
SHORTEST_REPEAT = 6  # words; a shorter paragraph may well be said twice
ABOUT_AUTHOR = re.compile(
    r"""
      (?: ,\s .{2,80}, )? \s                               # Mara Lind, 34, ...
      (?: is|are|was|has|covers|writes|reports|reported|contributed|can\sbe|joined|edits|works
        | ist|sind|war|schreibt|berichtet|arbeitet | est|sont|couvre|écrit|suit
        | es|son|cubre|escribe
        | é|era|foi|escreve | è|scrive|si\soccupa | schrijft | jest|pisze | är|skriver | [—–-] )
      \s .{1,400} $
    | \s? 是 .{1,60} $
    """,
    re.VERBOSE,
)
AND = re.compile(r",\s|\s(?:and|und|et|y|&)\s")
ASIDES = re.compile(
    rf"""
      (?: ^ | (?<=[.!?"”'’)]\s) )                     # a sentence of its own
      (?i:{read_choice("asides")})
      (?: \s?[.!:]+ (?:\s+|$) | \s*$ | \s?(?=[A-ZÀ-Þ]) )   # often glued to the next
    """,
    re.VERBOSE,
)


def clean_body(
    lines: Iterable[Line], titles: Iterable[str], author: str | None = None
) -> tuple[str, ...]:
    """The paragraphs of the article: no furniture, no headline or author, none twice.

    >>> lines = (Line("HALDEN (AP) - It rose.", 0, None), Line("Share", 1, Furniture.BUTTON))
    >>> clean_body((*lines, Line("Flood in Halden", 2, None)), ["Flood in Halden"])
    ('It rose.',)
    """
    headlines = tuple(filter(None, titles))
    kept: list[str] = []
    for line in cut_tail(tuple(lines)):
        if line.furniture or any(_is_headline(line.text, title) for title in headlines):
            continue
        if author and _is_about(line.text, author):
            continue
        paragraph = cut_asides(line.text)
        if len(kept) < NEAR_THE_TOP:
            paragraph = cut_dateline(cut_opening(paragraph))
        paragraph = cut_signature(paragraph)
        if any(character.isalnum() for character in paragraph):
            kept.append(paragraph)
    return drop_repeats(kept)


def _is_headline(line: str, title: str) -> bool:
    """Whether a line is the headline, or run together with its section or its byline.

    >>> _is_headline("Flood in Halden By Mara Lind", "Flood in Halden")
    True
    >>> _is_headline("Local: Flood in Halden", "Flood in Halden")
    True
    >>> _is_headline("Flood in Halden, the town of my birth.", "Flood in Halden")
    False
    """
    if is_same(line, title):
        return True
    if len(title) < LONG_HEADLINE:
        return False
    if line.startswith(title):
        return find_furniture(line[len(title) :].strip(" |-–—·")) is not None
    section = line[: -len(title)].rstrip(" :|–-")
    return line.endswith(title) and len(section.split()) <= LONGEST_SECTION


def cut_edges(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs without labels before the first sentence and behind the last one.

    >>> tide = ("Local", "The tide rose.", "What it did", "It fell.", "Halden 3, Marsh 1", "Topics")
    >>> cut_edges(tide)
    ('The tide rose.', 'What it did', 'It fell.', 'Halden 3, Marsh 1')
    >>> cut_edges(("Tide table", "Gull"))
    ('Tide table', 'Gull')
    """
    sentences = [number for number, one in enumerate(paragraphs) if ends_sentence(one)]
    if not sentences:
        return tuple(paragraphs)
    first, last = sentences[0], sentences[-1]
    return (
        *(one for one in paragraphs[:first] if not _is_label(one)),
        *paragraphs[first : last + 1],
        *(one for one in paragraphs[last + 1 :] if not _is_label(one)),
    )


def _is_label(paragraph: str) -> bool:
    """Whether a paragraph that is no sentence is so short that it names something, at most."""
    short = paragraph.count(" ") < WORDS_OF_LABEL and len(paragraph) <= LENGTH_OF_LABEL
    return short and not any(character.isdigit() for character in paragraph)


def _is_about(line: str, author: str) -> bool:
    """Whether a line is the author's name, or says who one of the authors is.

    >>> _is_about("Tor Ek covers Halden.", "Mara Lind and Tor Ek"), _is_about("Tor Ek", "Tor Ek")
    (True, True)
    >>> _is_about("Tor Ek covers Halden.", "TOR EK")
    True
    >>> _is_about("Ek is the mayor.", "Ek"), _is_about("Tor Ekman is the mayor.", "Tor Ek")
    (False, False)
    """
    if is_same(line, author):
        return True
    whole = (name.strip() for name in AND.split(author))
    names = [name for name in whole if " " in name or (len(name) > 1 and not name.isascii())]
    start = line[: len(author)].casefold()
    return any(
        start.startswith(name.casefold()) and ABOUT_AUTHOR.match(line, len(name)) for name in names
    )


def drop_repeats(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The paragraphs without what is said twice: copies, and quotes pulled from another.

    >>> said = "“Nobody here saw the water come,” he said."
    >>> pulled = "“Nobody here saw the water come”"
    >>> drop_repeats([pulled, said, said, "No.", "No."]) == (said, "No.", "No.")
    True
    """
    texts = tuple(paragraphs)
    split = [_split_pieces(text) for text in texts]
    parts = {piece for pieces in split if len(pieces) > 1 for piece in pieces}
    kept: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for text, pieces in zip(texts, split, strict=True):
        long = sum(piece.count(" ") + 1 for piece in pieces) >= SHORTEST_REPEAT
        pulled = text[0] in "“„«\"'‘" and len(pieces) == 1 and pieces[0] in parts
        if not long or not (pulled or pieces in seen):
            kept.append(text)
        seen.add(pieces)
    return tuple(kept)


def _split_pieces(paragraph: str) -> tuple[str, ...]:
    """The folded stretches between a paragraph's marks."""
    pieces = (piece.strip() for piece in re.split(r"[.!?,;:\"]+", fold(paragraph)))
    return tuple(piece for piece in pieces if piece)


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
