"""what a site sends -> the feed in it, without the script, the page or the message around it."""

import html
import json
import re

from bot.ingest.fragments import plain_text
from bot.ingest.mend import FEED_ROOT

LOOKED_AT = 65_536  # characters in which a feed begins
MOST_WORDS = 100  # characters before a feed that is shown on a page; an article about one has more

SCRIPT = re.compile(
    r"""
    \s*+ (?: /\* .{0,200}? \*/ \s*+ )?
    (?: \)\]\}'?,? | (?: while\(1\) | for\(;;\) ) ; )? \s*+   # against being read as a script
    (?: typeof \s [^&]{1,100} && \s*+ )?
    (?:
        [\w$.]{1,100} \s*+ \(                                # JSONP: the call of a function
      | (?: (?:var|let|const) \s++ )? [\w$.]{1,100} \s*+ =    # the value of a variable
    )?
    \s*+ (?= \{ | \[ \s*+ \{ )
    """,
    re.VERBOSE | re.DOTALL,
)
SHOWN = re.compile(  # a feed with its signs as letters
    r"""
    (?: \A | (?<=>) ) \s*
    (?P<feed> &lt; (?: \?xml \s | (?:rss|feed|rdf:RDF) \s ) )
    | <pre\b [^<>]*> \s* (?P<json> \{ \s* (?: " | &quot; ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def unwrap(text: str) -> str:
    """The feed in a text: XML that begins where it did, or JSON that begins with its bracket.

    A text in which nothing is wrapped comes back as it is.

    >>> unwrap('/**/ show({"items": []});')
    '{"items": []});'
    >>> unwrap("<html><pre>&lt;rss version='2.0'&gt;&lt;/rss&gt;</pre></html>")
    "<rss version='2.0'></rss>"
    >>> unwrap("<rss><title>(&lt;rss &gt;)</title></rss>")
    '<rss><title>(&lt;rss &gt;)</title></rss>'
    """
    if script := SCRIPT.match(text):
        return text[script.end() :]
    if text.startswith('"'):
        text = _read_string(text)
    if FEED_ROOT.search(text, 0, LOOKED_AT):
        return text
    shown = SHOWN.search(text, 0, LOOKED_AT)
    if not shown or len(plain_text(text[: shown.start()])) > MOST_WORDS:
        return text
    begin = shown.start(shown.lastgroup or 0)
    end = text.find("<", begin)
    return html.unescape(text[begin : end if end > 0 else len(text)])


def _read_string(text: str) -> str:
    """What stands in a string of JSON; the text as it is where it is none."""
    try:
        told, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return text
    return told if isinstance(told, str) else text
