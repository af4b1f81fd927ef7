"""HTML -> article; plain text -> article: the front doors. Pure: bytes in, an article out."""

import re

from bot.errors import Unreadable
from bot.ingest.encodings import decode, decode_page
from bot.ingest.text import read_text
from bot.model import Article

__all__ = ["parse_file", "parse_page", "parse_plainly", "parse_text", "read_text"]

LARGEST_TEXT = 10_000_000  # bytes
BEGINS_AS_PAGE = re.compile(
    r"""
      \s* (?: <\?xml [^>]* > \s* | <!-- .{0,2000}? --> \s* )*        # may stand before it
      < (?: !doctype\s+html | html | head | body | title | meta | article | main | div | section
          | p | h1 ) \b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def parse_text(content: bytes, name: str) -> Article:
    r"""The article of a plain-text file; ``name`` is what an error calls it.

    Raises Unreadable for what is empty, binary, in no encoding we know, or only a headline.

    >>> parse_text(b"source: Halden Post\n\nFlood\n\nThe river rose.", "flood.txt").outlet
    'Halden Post'
    >>> parse_text(b"", "flood.txt")
    Traceback (most recent call last):
    bot.errors.Unreadable: flood.txt is empty.
    """
    if len(content) > LARGEST_TEXT:
        raise Unreadable(f"{name} is too large: more than {LARGEST_TEXT // 1_000_000} MB.")
    return read_text(decode(content, name), name)


def parse_page(content: bytes, url: str | None) -> Article:
    """The article of an HTML page; ``url`` is where it was found, None for a file.

    Raises Unreadable for what is empty, binary, too large, or has no article.
    """
    from bot.ingest.page import read_page  # the extractor takes a second to load

    return read_page(content, url)


def parse_plainly(content: bytes, url: str | None) -> Article:
    """The article of an HTML page on which the extractor took too long or too much memory.

    It is found by simpler means, in linear time. Raises Unreadable as ``parse_page`` does.
    """
    from bot.ingest.page import read_page

    return read_page(content, url, plainly=True)


def parse_file(content: bytes, name: str) -> Article:
    """The article of a file, HTML or plain text as its content tells.

    Raises Unreadable as the other two do.
    """
    if BEGINS_AS_PAGE.match(decode_page(content[:10_000], name)):
        return parse_page(content, None)
    return parse_text(content, name)
