"""HTML -> article: trafilatura finds the text, we clean it."""

from typing import Any

import trafilatura

from bot.errors import Unreadable
from bot.ingest.body import clean_body
from bot.ingest.characters import clean_characters
from bot.ingest.encodings import decode_page
from bot.ingest.headers import choose_name, choose_url
from bot.ingest.lines import label_lines
from bot.model import Article

LARGEST = 2_000_000  # bytes; larger pages cost the extractor minutes and gigabytes


def read_page(content: bytes, url: str | None) -> Article:
    """The article of an HTML page.

    Raises Unreadable where the page is empty, no text, too large, or has no article.
    """
    name = url or "The page"
    if len(content) > LARGEST:
        raise Unreadable(f"{name} is too large: more than {LARGEST // 1_000_000} MB.")
    found = trafilatura.bare_extraction(
        decode_page(content, name), url=url, include_comments=False, with_metadata=True
    )
    document: dict[str, Any] = found.as_dict() if found and not isinstance(found, dict) else {}
    title = choose_name(document.get("title")) or ""
    lines = clean_characters(document.get("text") or "").split("\n")
    body = clean_body(label_lines((line,) for line in lines if line.strip()), title)
    if not body:
        raise Unreadable(f"{name} has no article that we can find.")
    return Article(
        title=title,
        text="\n\n".join(body),
        outlet=choose_name(document.get("sitename")),
        url=choose_url(document.get("url")) or choose_url(url),
        author=choose_name(document.get("author")),
    )
