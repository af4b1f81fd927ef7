"""page -> why it shows something else than its article: a paywall, a login, a question, a notice.

All of these show little text. Marks and words that stand in the templates of open pages too count
only where there is no more than a stub beside them.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from bot.errors import Closure
from bot.ingest.challenge import is_check
from bot.ingest.characters import fold
from bot.ingest.lexicon import find_phrases
from bot.ingest.linked import Thing, find_article, listed
from bot.ingest.shown import visible_words

# Characters of text up to which a page may be a stub, by what else speaks for it.
DECLARED = 2500  # the page itself says that its article is not for everybody
SAID = 1500  # its words say so
MARKED = 700  # the names of its elements say so
WHOLE = 0.7  # of the words that an article says it has; no text is all of them
CHECK = 800  # a check, a question or a login, whatever speaks for it
EXCUSE = 400  # a notice that there is none
NOTHING = 200  # an article is hardly shorter

MOST_WALLS = 50  # elements that are called so
MOST_LOOKED_AT = 200_000  # characters of a page's words
MOST_PIECES = 50_000  # between its tags

WALL = re.compile(
    r"""
      paywall | pay-wall | regwall | reg-wall | subscriber-?wall | subscription-?wall
    | (?:subscribe|subscription|premium|member|login|registration|metered|piano)
      [-_]? (?:wall|barrier|gate|lock|prompt|overlay)
    | (?:article|content|story|text) [-_]? locked | locked [-_]? (?:article|content|story|text)
    | gated[-_]?content | tp-container | offer-template
    """,
    re.VERBOSE | re.IGNORECASE,
)
ASKED = re.compile(r"(?:^|[./])(?:consent|cmp|cookie-?consent|privacy-?gate)\d*(?:[./]|$)")
TIERS = {"free": True, "locked": False}  # of "metered" pages some are open
FALSE = frozenset({"false", "no", "0", "https://schema.org/false", "http://schema.org/false"})


def find_closure(
    tree: Any, things: Iterable[Thing], tier: str | None, url: str | None, title: str, text: str
) -> Closure | None:
    """Why a page (an lxml tree) shows no whole article; None where it seems to.

    ``text`` is what was found to be the article, ``tier`` what the page says of who may read it.

    >>> from trafilatura import load_html
    >>> page = load_html("<html><p>The river rose.</p><p>Subscribe to continue reading.</p></html>")
    >>> find_closure(page, (), None, None, "Flood", "The river rose.").value
    'paywall'
    >>> find_closure(page, (), None, None, "Flood", "The river rose. " * 200)
    """
    length = len(text)
    if length > DECLARED and not tier and not any("isAccessibleForFree" in one for one in things):
        return None
    pieces = islice(visible_words(tree), MOST_PIECES)
    shown = fold(" ".join(pieces)[:MOST_LOOKED_AT])
    found = fold(text)
    if length <= CHECK:
        if is_check(tree, title, found or shown, empty=not length):
            return Closure.CHALLENGE
        if _asks_about_cookies(url, title, found or shown):
            return Closure.CONSENT
    article = find_article(things)
    free = _is_free(article, tier)
    if not free and _is_paywalled(tree, article, free, shown, text):
        return Closure.PAYWALL
    if length <= CHECK and not free and find_phrases("login", shown):
        return Closure.LOGIN
    is_notice = length <= EXCUSE and find_phrases("excuses", f"{fold(title)} {found or shown}")
    return Closure.NOTICE if is_notice else None


def _asks_about_cookies(url: str | None, title: str, words: str) -> bool:
    """Whether what stands in the article's place is about cookies."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    if ASKED.search(host) or find_phrases("consents", fold(title)):
        return True
    return len(find_phrases("consents", words)) > 1


def _is_paywalled(tree: Any, article: Thing, free: bool | None, shown: str, text: str) -> bool:
    if free is False:
        words = re.match(r"\d{1,6}", str(article.get("wordCount")))
        if words:
            return len(text.split()) < WHOLE * int(words[0])
        return len(text) <= DECLARED or _is_emptied(tree, article)
    if len(text) <= SAID and find_phrases("paywalls", shown):
        return True
    begins = text.partition("\n")[0] or " "  # what holds the article itself is no wall
    walls = (
        part
        for part in tree.iter("div", "section", "aside")
        if WALL.search(f"{part.get('id') or ''} {part.get('class') or ''}")
    )
    return len(text) <= MARKED and any(
        begins not in " ".join("".join(wall.itertext()).split())
        for wall in islice(walls, MOST_WALLS)
    )


def _is_free(article: Thing, tier: str | None) -> bool | None:
    """Whether everybody may read an article, as its page says; None where it does not say.

    >>> _is_free({"isAccessibleForFree": "False"}, None), _is_free({}, "free"), _is_free({}, None)
    (False, True, None)
    """
    said = article.get("isAccessibleForFree")
    if said is not None:
        return str(said).strip().lower() not in FALSE
    return TIERS.get((tier or "").strip().lower())


def _is_emptied(tree: Any, article: Thing) -> bool:
    """Whether the part of a page that is for subscribers is there, but next to empty."""
    for part in listed(article.get("hasPart")):
        selector = part.get("cssSelector") if isinstance(part, dict) else None
        if not isinstance(selector, str) or not selector.startswith("."):
            continue
        name = selector[1:]
        held = [
            len(" ".join("".join(element.itertext()).split()))
            for element in tree.iter("div", "section", "p", "article", "main")
            if name in (element.get("class") or "").split()
        ]
        if held and sum(held) < NOTHING:
            return True
    return False
