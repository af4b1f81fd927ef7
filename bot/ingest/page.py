"""HTML -> article: trafilatura finds the text, we clean it."""

import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from bot.errors import Unreadable
from bot.ingest.body import clean_body
from bot.ingest.bylines import find_author
from bot.ingest.characters import clean_characters
from bot.ingest.encodings import decode_page
from bot.ingest.lines import label_lines
from bot.ingest.metadata import Metadata, read_metadata
from bot.ingest.paragraphs import END_OF_SENTENCE
from bot.ingest.titles import choose_title
from bot.model import Article

LARGEST = 2_000_000  # bytes; larger pages cost the extractor minutes and gigabytes
STANDFIRST = re.compile(
    r"""
      (?: ^ | [\s_-] )
      (?: standfirst | stand-first | dek | chapo | entradilla | bajada | vorspann
          | sub-?headline | sub-?title | article-?summary )
      (?: $ | [\s_-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
STANDFIRST_WITHIN = 3  # lines: it stands at the top
SHORTEST_CELL = 8  # words: a cell of fewer is a table's, not an article set in a table


def read_page(content: bytes, url: str | None) -> Article:
    """The article of an HTML page.

    Raises Unreadable where the page is empty, no text, too large, or has no article.
    """
    name = url or "The page"
    if len(content) > LARGEST:
        raise Unreadable(f"{name} is too large: more than {LARGEST // 1_000_000} MB.")
    tree = trafilatura.load_html(_mark_up(decode_page(content, name)))
    if tree is None:
        raise Unreadable(f"{name} has no article that we can find.")
    metadata = read_metadata(tree, url)
    standfirsts = tuple(_find_standfirsts(tree))
    lines = _extract_lines(tree, url)
    article = _join_article(lines, metadata, standfirsts)
    if not article.text:
        raise Unreadable(f"{name} has no article that we can find.")
    return article


def _mark_up(html: str) -> str:
    # trafilatura refuses what does not say near its beginning that it is HTML
    return html if "html" in html[:50].lower() else f"<html>{html}"


def _extract_lines(tree: Any, url: str | None) -> tuple[str, ...]:
    """The text that the extractor finds, a paragraph a line."""
    document = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    text = getattr(document, "text", None) or ""
    joined: list[str] = []
    for line in _split_cells(clean_characters(text)):
        if joined and line[0].islower() and not END_OF_SENTENCE.search(joined[-1]):
            joined[-1] += f" {line}"  # a <br> inside a sentence
        else:
            joined.append(line)
    return tuple(joined)


def _split_cells(text: str) -> Iterator[str]:
    for line in filter(None, map(str.strip, text.split("\n"))):
        if line.startswith("|"):
            cells = (cell.strip() for cell in line.split("|"))
            yield from (cell for cell in cells if cell.count(" ") >= SHORTEST_CELL)
        else:
            yield line.removeprefix("- ").strip() or "-"


def _find_standfirsts(tree: Any) -> Iterator[str]:
    """What a page marks as the stand-first of an article, its own and perhaps others'."""
    for element in tree.iter("p", "h2", "h3", "div", "span", "header"):
        if STANDFIRST.search(element.get("class") or ""):
            yield " ".join(clean_characters("".join(element.itertext())).split())


def _join_article(
    lines: tuple[str, ...], metadata: Metadata, standfirsts: tuple[str, ...]
) -> Article:
    known = (*metadata.titles, metadata.author)
    labelled = label_lines((line,) for line in lines)
    paragraphs = clean_body(labelled, known)
    standfirst = next(
        (line for line in paragraphs[:STANDFIRST_WITHIN] if line in standfirsts), None
    )
    signed = (find_author(line) for line in lines[:STANDFIRST_WITHIN])
    body = tuple(line for line in paragraphs if line != standfirst)
    return Article(
        title=choose_title(metadata.titles, (metadata.outlet, metadata.url)),
        text="\n\n".join(body),
        standfirst=standfirst,
        outlet=metadata.outlet,
        url=metadata.url,
        author=metadata.author or next(filter(None, signed), None),
        published=metadata.published,
        language=metadata.language,
    )
