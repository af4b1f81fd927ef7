"""HTML -> article: trafilatura finds the text, we clean it."""

import logging
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
from bot.ingest.paragraphs import ends_sentence
from bot.ingest.titles import choose_title
from bot.model import Article

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say ourselves what is wrong

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
PRUNED = (
    # a paragraph that is one link, and no sentence: another story
    "//p[a][normalize-space() = normalize-space(a)][not(contains("
    """'.!?”"»', substring(normalize-space(), string-length(normalize-space()))))]""",
    *(
        f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
        for name in ("credit", "photo-credit", "image-credit", "read-more", "readmore-link")
    ),
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
    document = trafilatura.bare_extraction(
        tree, url=url, include_comments=False, prune_xpath=list(PRUNED)
    )
    text = getattr(document, "text", None) or ""
    joined: list[list[str]] = []
    for line in _split_cells(clean_characters(text)):
        if joined and line[0].islower() and not ends_sentence(joined[-1][-1]):
            joined[-1].append(line)  # a <br> inside a sentence
        else:
            joined.append([line])
    return tuple(" ".join(parts) for parts in joined)


def _split_cells(text: str) -> Iterator[str]:
    for line in filter(None, map(str.strip, text.split("\n"))):
        if line.startswith("|"):
            cells = (cell.strip() for cell in line.split("|"))
            yield from (cell for cell in cells if cell.count(" ") >= SHORTEST_CELL)
        else:
            yield line.removeprefix("- ")


def _find_standfirsts(tree: Any) -> Iterator[str]:
    """What a page marks as the stand-first of an article, its own and perhaps others'."""
    for element in tree.iter("p", "h2", "h3", "div", "span", "header"):
        if STANDFIRST.search(element.get("class") or ""):
            yield " ".join(clean_characters("".join(element.itertext())).split())


def _join_article(
    lines: tuple[str, ...], metadata: Metadata, standfirsts: tuple[str, ...]
) -> Article:
    title = choose_title(metadata.titles, (metadata.outlet, metadata.url))
    labelled = label_lines((line,) for line in lines)
    paragraphs = clean_body(labelled, (title, *metadata.titles), metadata.author)
    standfirst = next(
        (line for line in paragraphs[:STANDFIRST_WITHIN] if line in standfirsts), None
    )
    signed = (find_author(line) for line in lines[:STANDFIRST_WITHIN])
    body = tuple(line for line in paragraphs if line != standfirst)
    return Article(
        title=title,
        text="\n\n".join(body),
        standfirst=standfirst,
        outlet=metadata.outlet,
        url=metadata.url,
        author=metadata.author or next(filter(None, signed), None),
        published=metadata.published,
        language=metadata.language,
    )
