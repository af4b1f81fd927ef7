"""What makes two articles the same one."""

import hashlib

from bot.model import Article
from bot.store.types import clean
from bot.urls import canonical_url


def fold_case(text: str) -> str:
    """The text with case and spacing folded.

    >>> fold_case("  The  Harbour\\nTimes ")
    'the harbour times'
    """
    return " ".join(text.casefold().split())


def name_address(url: str) -> str:
    """The identity of the article at an address.

    >>> name_address("https://Harbour.example/tide?utm_source=x#comments")
    'url:https://harbour.example/tide'
    """
    return f"url:{canonical_url(clean(url))}"


def identify(article: Article) -> str:
    """The same for the same article: by its address, else by outlet, title and day.

    >>> identify(Article("Tide rises", "", url="https://Harbour.example/tide#comments"))
    'url:https://harbour.example/tide'
    >>> identify(Article("Tide  Rises", "", outlet="Harbour Times"))
    'title:harbour times|tide rises|'

    An article without address and title is known by its text alone.

    >>> identify(Article("", "The tide rose.")) == identify(Article("", "The tide fell."))
    False
    """
    if article.url:
        return name_address(article.url)
    if not article.title.strip():
        return f"text:{digest(article)}"
    day = article.published.date().isoformat() if article.published else ""
    return f"title:{fold_case(article.outlet or '')}|{fold_case(article.title)}|{day}"


def digest(article: Article) -> str:
    """A short stand-in for title and text: equal for equal ones.

    >>> digest(Article("Tide", "It rose.")) == digest(Article("Tide", "It rose.", outlet="Gull"))
    True
    """
    return short_hash(article.title, article.text)


def short_hash(*parts: str) -> str:
    """A short stand-in for some texts; lone surrogates are taken as they come.

    >>> short_hash("a", "bc") == short_hash("ab", "c")
    False
    """
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).hexdigest()
