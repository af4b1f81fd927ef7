"""the text of a feed -> XML without what makes parsers stumble or hang."""

import re
from datetime import datetime

from bot.errors import NotAFeed
from bot.ingest.entries import MOST_ENTRIES
from bot.ingest.names import name_parts
from bot.ingest.newest import find_items, keep_newest
from bot.ingest.parts import close_parts

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # for XML 1.0
NUMBER = re.compile(r"&#(?:x([0-9a-f]{1,12})|([0-9]{1,12}));", re.IGNORECASE)
PROLOG = re.compile(
    r"\s+ | <\?[^>]*> | <!DOCTYPE (?P<type>[^>\[]*) (?:\[[^\]]*\]\s*)? >", re.X | re.I
)
TAG = re.compile(r"<([a-z_][\w:.-]*)", re.IGNORECASE)
FEED_ROOT = re.compile(r"<(?:[a-z]\w*:)?(?:rss|feed|RDF|channel)[\s>/]", re.IGNORECASE)
FEED_BEGINS = re.compile(
    r"<(?:\?xml\s|!DOCTYPE\s+(?:rss|feed)\s|(?:[a-z]\w*:)?(?:rss|feed|RDF)[\s>/])", re.IGNORECASE
)
FEED_INSIDE = re.compile(  # a page, as some sites and tools wrap it
    r"<(?:rss|feed|(?:[a-z]\w*:)?RDF)\s[^<>]*(?:version|xmlns)", re.IGNORECASE
)
PAIR = re.compile(r"&#(5[5-7]\d{3});&#(5[5-7]\d{3});")  # halves of a character beyond 16 bits
ODD_CDATA = re.compile(r"<!\s?\[\s?cdata\s?\[(?:\s*<!\[CDATA\[)?", re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
LONG_TAG = re.compile(r"<[^<>!][^<>]{100000,}+>?")  # a picture within the text, or an attack
SPACES = re.compile(r"\s{2,}")
DECLARED = re.compile(r"(?=<!(?:DOCTYPE|ENTITY)\s)", re.IGNORECASE)
MOST_EFFORT = 600_000
FEWER = (MOST_ENTRIES, 50, 10)  # items, where more of them would take too long
PAGE_ROOTS = frozenset({"html", "head", "body"})
PAGE_TAGS = frozenset(
    {"title", "meta", "link", "script", "style", "div", "p", "h1", "center", "br"}
)
ENTITY = re.compile(
    r"""
    <!ENTITY \s+ (?: % \s+ )? [^\s>"']+ \s+ (?:
        SYSTEM \b | PUBLIC \b (?! \s+ ["']-//W3C// )  # stands for a file; not for HTML's letters
      # stands for more than text and numbered characters
      | " [^">&%]*+ (?: &\# [^">&%]*+ )*+ [&%]
      | ' [^'>&%]*+ (?: &\# [^'>&%]*+ )*+ [&%]
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def mend_xml(text: str) -> str:
    """The XML of a feed without what makes parsers stumble or hang; raises NotAFeed.

    >>> mend_xml("Notice: odd\\x00<rss>&#0;&#233;</rss>")
    '<rss>&#233;</rss>'
    >>> mend_xml("<!doctype html><title>Harbour Times</title>")
    Traceback (most recent call last):
    bot.errors.NotAFeed: This is a web page, not a feed. Give the address of the site's feed.
    """
    text = UNFIT.sub("", text)
    begins = FEED_BEGINS.search(text[:65_536])
    if is_page(text, has_feed=begins is not None):
        begins = FEED_INSIDE.search(text[:65_536])
        if begins and find_items(text):
            return mend_xml(text[begins.start() :])
        raise NotAFeed("This is a web page, not a feed. Give the address of the site's feed.")
    text = text[begins.start() :] if begins else text.lstrip()
    if not TAG.search(text):
        raise NotAFeed("This is neither XML nor JSON, so it is no feed. Check the address.")
    root = FEED_ROOT.search(text)
    if ENTITY.search(text, 0, root.start() if root else len(text)):
        raise NotAFeed(
            "This feed declares XML entities that reach outside of it or multiply, as attacks do. "
            "It is not read. Use another feed."
        )
    text = ODD_CDATA.sub("<![CDATA[", PAIR.sub(_join_halves, text))
    text = close_parts(LONG_TAG.sub("", NUMBER.sub(_keep_fit, text)))
    at, _ = _skip_prolog(text)
    prolog = SPACES.sub("\n", text[:at])  # feedparser takes quadratic time for them
    return DECLARED.sub("\n", prolog) + text[at:]  # and reads one a line


def trim_feed(text: str, now: datetime) -> str:
    """The newest items of a feed: so many as can be parsed in seconds. Raises NotAFeed.

    >>> from datetime import UTC
    >>> trim_feed("<rss><channel>" + "<a>" * 200_000, datetime(2026, 3, 1, tzinfo=UTC))
    Traceback (most recent call last):
    bot.errors.NotAFeed: This feed has so many tags that it cannot be read in time. Tell the site.
    """
    for most in FEWER:
        trimmed = keep_newest(text, now, most)
        if find_effort(trimmed) <= MOST_EFFORT:
            return name_parts(trimmed)
    raise NotAFeed("This feed has so many tags that it cannot be read in time. Tell the site.")


def find_effort(text: str) -> int:
    """What it takes feedparser to read this, in units of 4 microseconds.

    >>> find_effort("<rss>&amp;<![CDATA[<p>&amp;</p>]]></rss>")
    31
    """
    plain = CDATA.sub("<", text)
    return 10 * plain.count("<") + plain.count("&")


def is_page(text: str, *, has_feed: bool) -> bool:
    """Whether this is HTML by its document type, or by its first tag.

    Some feeds begin with the warning of a script, which is HTML; ``has_feed`` says that one may
    follow.

    >>> is_page("<!-- tide --><!DOCTYPE html><p>", has_feed=True), is_page("<p>", has_feed=False)
    (True, True)
    >>> is_page("<p>Odd</p><rss>", has_feed=True), is_page("<!DOCTYPE html><rss>", has_feed=True)
    (False, False)
    """
    at, declared = _skip_prolog(text)
    if declared.lower().startswith("html"):
        return not FEED_ROOT.match(text, at)
    root = TAG.match(text, at)
    name = root[1].lower() if root else ""
    return name in PAGE_ROOTS or (name in PAGE_TAGS and not has_feed)


def is_feed(text: str) -> bool:
    """Whether this is XML with the root of a feed, be it an empty one.

    >>> is_feed("<?xml version='1.0'?> <rss version='2.0'/>"), is_feed("<tv><channel></tv>")
    (True, False)
    """
    return bool(FEED_ROOT.match(text, _skip_prolog(text)[0]))


def _skip_prolog(text: str) -> tuple[int, str]:
    """Where the first element begins, and the document type that stands before it."""
    at, declared = 0, ""
    while True:
        if text.startswith("<!--", at):
            end = text.find("-->", at)
            if end < 0:
                return len(text), declared
            at = end + 3
        elif prolog := PROLOG.match(text, at):
            declared = declared or (prolog["type"] or "").strip()
            at = prolog.end()
        else:
            return at, declared


def _join_halves(pair: re.Match[str]) -> str:
    """Two numbered halves, as some programs write a character, as the one that they stand for."""
    halves = chr(int(pair[1])) + chr(int(pair[2]))
    whole = halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole if len(whole) == 1 else pair[0]


def _keep_fit(reference: re.Match[str]) -> str:
    """A numbered character as it stands, nothing for one that XML forbids."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if number <= 0x10FFFF and not UNFIT.match(chr(number)) else ""
