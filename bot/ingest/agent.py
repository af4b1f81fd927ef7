"""Who we say that we are to the sites that we read, and what we take."""

from bot import __version__

TOKEN = "Newsroom"
"""The name by which robots.txt may address us."""

ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)


def user_agent(contact: str | None) -> str:
    """How we introduce ourselves to the sites we read.

    >>> user_agent("https://press.example/bot").partition(" ")[2]
    '(feed reader; +https://press.example/bot)'
    >>> user_agent("desk@press.example").partition(" ")[2]
    '(feed reader; desk@press.example)'
    """
    said = "".join(letter for letter in contact or "" if letter.isascii() and letter.isprintable())
    plus = "+" if "://" in said else ""  # as crawlers write where more can be read about them
    return f"{TOKEN}/{__version__} (feed reader{f'; {plus}{said}' if said else ''})"
