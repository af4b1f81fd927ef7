"""HTML -> article: trafilatura finds the text, we clean it."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import trafilatura

from bot.errors import Closure, PageClosed, PageMoved, Unreadable
from bot.ingest.beneath import find_beneath
from bot.ingest.body import clean_body, cut_edges
from bot.ingest.bylines import find_author
from bot.ingest.carried import find_carried
from bot.ingest.characters import clean_characters
from bot.ingest.closed import find_closure
from bot.ingest.density import find_dense
from bot.ingest.encodings import decode_page
from bot.ingest.forward import find_forward
from bot.ingest.furniture import Furniture
from bot.ingest.kinds import find_kind
from bot.ingest.layout import set_layout
from bot.ingest.lines import label_lines
from bot.ingest.linked import Thing, find_article, read_things, words_of
from bot.ingest.live import list_updates, split_body
from bot.ingest.markup import drop_unread
from bot.ingest.metadata import Metadata, read_metadata
from bot.ingest.paragraphs import ends_sentence
from bot.ingest.shown import read_line
from bot.ingest.times import parse_time
from bot.ingest.titles import choose_title
from bot.model import Article, ArticleKind

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say ourselves what is wrong

LARGEST = 2_000_000  # characters, without scripts where there are more
LARGEST_SENT = 20_000_000  # bytes, scripts and all
SHORTEST = 200  # characters; where the extractor finds less, other ways are tried
MISSED = 2  # times as much as was found, that the page itself says is the article
DESCRIBED = (ArticleKind.GALLERY, ArticleKind.VIDEO)  # their text may be but a description
STANDFIRST = re.compile(
    r"""
      (?: ^ | [\s_-] )
      (?: standfirst | stand-first | dek | chapo | entradilla | bajada | vorspann
          | sub-?headline | sub-?title | article-?summary )
      (?: $ | [\s_-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
FURNITURE = (  # what an element is called that stands around an article, however it is written
    *("credit", "photo-credit", "image-credit", "read-more", "readmore-link", "byline", "byl"),
    *("byline-container", "author-bio", "author-box", "author-info", "bio", "interstitial-link"),
    *("ad-label", "image-caption", "img-cap", "wp-caption-text", "article__legend", "share-bar"),
    *("newsletter", "inline-newsletter", "kg-bookmark-card", "kg-callout-card", "kg-signup-card"),
    *("subscription-widget", "related-links", "rich-link", "pullquote", "pull-quote"),
    *("twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed"),
)
LEAD = re.compile(
    r"""
    (?: ^ | \s ) (?: article [_-]+ )? (?: lead | lede | intro ) (?: -? (?:text|paragraph) )?
    (?: $ | \s )
    """,
    re.VERBOSE | re.IGNORECASE,
)
SHORTEST_LEAD, LONGEST_LEAD = 60, 600  # characters
PRUNED = (
    # a paragraph that is one link, and no sentence: another story
    "//p[a][normalize-space() = normalize-space(a)][not(contains("
    """'.!?”"»', substring(normalize-space(), string-length(normalize-space()))))]""",
    *(
        f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
        for name in FURNITURE
    ),
    "//td[a][normalize-space() = normalize-space(a)]",  # the menu of a page set in a table
    # an item of a list that is one link, and no sentence
    "//li[.//a][normalize-space() = normalize-space(.//a)][string-length(normalize-space()) < 150]"
    """[not(contains('.!?”"»', substring(normalize-space(), string-length(normalize-space()))))]""",
)
STANDFIRST_WITHIN = 3  # lines: it stands at the top
SIGNED_WITHIN = 5  # lines that may be byline and date
DATED = (Furniture.DATE, Furniture.BYLINE)
SHORTEST_CELL = 8  # words: a cell of fewer is a table's, not an article set in a table


def read_page(content: bytes, url: str | None, *, plainly: bool = False) -> Article:
    """The article of an HTML page.

    ``plainly``: without the extractor, by means that take little time on whatever page. Raises
    Unreadable where the page is empty, no text, too large, or has no article, and PageClosed
    where it shows something else instead.
    """
    name = url or "The page"
    page = _mark_up(_read_markup(content, name))
    tree = trafilatura.load_html(page)
    if tree is None:
        raise Unreadable(f"{name} has no article that we can find.")
    things = read_things(tree)
    metadata = read_metadata(tree, things, url)
    title = choose_title(metadata.titles, (metadata.outlet, metadata.url))
    if not (metadata.author and metadata.published):
        author, time = find_beneath(tree, title)
        metadata = replace(
            metadata, author=metadata.author or author, published=metadata.published or time
        )
    kind = find_kind(things, metadata.shared_as, url or metadata.url)
    standfirsts = tuple(_find_standfirsts(tree))
    join = partial(_join_article, title=title, metadata=metadata, standfirsts=standfirsts)
    updates = list_updates(things) if kind is ArticleKind.LIVE else ()
    article = join(updates or (() if plainly else _extract_lines(tree, url, title)))
    if kind is ArticleKind.ARTICLE and article.text and (lead := _find_lead(tree, article.text)):
        article = replace(article, text=f"{lead}\n\n{article.text}")
    closure = find_closure(tree, things, metadata.tier, url, article.title, article.text)
    if len(article.text) < SHORTEST and closure in (None, Closure.CHALLENGE):
        carried = join(find_carried(tree, article.title))
        article, closure = (carried, None) if carried.text else (article, closure)
    if len(article.text) < SHORTEST and (target := find_forward(tree, url)):
        raise PageMoved(target)
    if closure:
        raise PageClosed(closure)
    for lines in _other_ways(page, things, article):
        other = join(lines)
        article = other if len(other.text) > len(article.text) else article
    if not article.text and kind in DESCRIBED and metadata.description:
        article = replace(article, text=_one_line(metadata.description))
    if not article.text:
        raise Unreadable(f"{name} has no article that we can find.")
    return replace(article, kind=kind)


def _read_markup(content: bytes, name: str) -> str:
    """The HTML of a page, without scripts where it is large; more costs minutes and gigabytes."""
    page = decode_page(content, name) if len(content) <= LARGEST_SENT else ""
    if len(page) > LARGEST:
        page = drop_unread(page)
    if len(content) > LARGEST_SENT or len(page) > LARGEST:
        raise Unreadable(f"{name} is too large: more than {LARGEST // 1_000_000} MB.")
    return page


def _mark_up(page: str) -> str:
    # trafilatura refuses what does not say near its beginning that it is HTML
    return page if "html" in page[:50].lower() else f"<html>{page}"


def _other_ways(
    page: str, things: tuple[Thing, ...], article: Article
) -> Iterator[tuple[str, ...]]:
    """The lines of an article by other ways, where the extractor found too little of it."""
    said = (words_of(find_article(things), "articleBody") or "").strip()
    is_joined = "\n" not in article.text and len(split_body(said)) > 1  # by the extractor
    if is_joined or len(said) > MISSED * max(len(article.text), SHORTEST):
        yield split_body(said)
    elif len(article.text) < SHORTEST:
        yield find_dense(page)


def _extract_lines(tree: Any, url: str | None, title: str) -> tuple[str, ...]:
    """The text that the extractor finds, a paragraph a line; nothing where it fails."""
    set_layout(tree, title)
    try:
        document = trafilatura.bare_extraction(
            tree, url=url, include_comments=False, prune_xpath=list(PRUNED)
        )
    except MemoryError:
        raise
    except Exception:  # whatever a page does to it, other ways are left
        return ()
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
            yield _one_line(read_line(element))


def _find_lead(tree: Any, text: str) -> str | None:
    """The first paragraph of an article that is set apart from the others, above them."""
    for element in tree.iter("p", "div"):
        if LEAD.search(element.get("class") or ""):
            lead = _one_line(read_line(element))
            if SHORTEST_LEAD <= len(lead) <= LONGEST_LEAD and ends_sentence(lead):
                return None if lead in text else lead
    return None


def _one_line(text: str) -> str:
    return " ".join(clean_characters(text).split())


def _join_article(
    lines: tuple[str, ...], title: str, metadata: Metadata, standfirsts: tuple[str, ...]
) -> Article:
    labelled = label_lines((line,) for line in lines)
    paragraphs = cut_edges(clean_body(labelled, (title, *metadata.titles), metadata.author))
    standfirst = next(
        (line for line in paragraphs[:STANDFIRST_WITHIN] if line in standfirsts), None
    )
    signed = (find_author(line) for line in lines[:SIGNED_WITHIN])
    dated = (parse_time(line.text) for line in labelled[:SIGNED_WITHIN] if line.furniture in DATED)
    body = tuple(line for line in paragraphs if line != standfirst)
    return Article(
        title=title,
        text="\n\n".join(body),
        standfirst=standfirst,
        outlet=metadata.outlet,
        url=metadata.url,
        author=metadata.author or next(filter(None, signed), None),
        published=metadata.published or next(filter(None, dated), None),
        language=metadata.language,
    )
