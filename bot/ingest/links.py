"""what a feed gives as a link -> the address that it means."""

import re

from bot.urls import web_address

MARKS = re.compile(r"<!\[CDATA\[|\]\]>|[<>\"“”]")
ANCHOR = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']?([^"'<>\s]+)""", re.IGNORECASE)
SCHEME = re.compile(r"(?:(?:https?|feed):[/\\]*)*(https?):[/\\]+(?=[^/\\])", re.IGNORECASE)
BARE = re.compile(r"www\.[\w-]+\.[\w.-]+(?:[/?]|\Z)", re.IGNORECASE)
HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+)", re.IGNORECASE)


def read_link(told: str | None, base: str) -> str | None:
    """The address that a link means, relative to ``base``; None where it is none of the web.

    What people and programs put around it is left off, and what they forget is added.

    >>> read_link('<a href="https://harbour.example/tide">Tide</a>', "")
    'https://harbour.example/tide'
    >>> read_link("http://https://harbour.example/tide", ""), read_link("www.harbour.example", "")
    ('https://harbour.example/tide', 'https://www.harbour.example')
    >>> read_link("../tide", "https://harbour.example/feeds/news")
    'https://harbour.example/tide'
    """
    told = (told or "").strip()[:8000]
    if anchor := ANCHOR.search(told):
        told = anchor[1]
    told = MARKS.sub("", told).strip()
    if scheme := SCHEME.match(told):
        told = f"{scheme[1].lower()}://{told[scheme.end() :]}"
        if "\\" in told:
            told = told.replace("\\", "/")
    elif BARE.match(told) or _begins_with_host(told, base):
        told = f"https://{told}"
    return web_address(told, base)


def _begins_with_host(told: str, base: str) -> bool:
    """Whether what looks like a path is an address of the same site.

    >>> _begins_with_host("harbour.example/tide", "https://www.harbour.example/feed")
    True
    """
    host = HOST.match(base)
    return host is not None and told.partition("/")[0].casefold() == host[1].casefold()
