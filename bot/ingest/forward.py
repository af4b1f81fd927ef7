"""HTML -> where a page that is no more than a sign sends its readers on to."""

import re
from typing import Any

from bot.urls import page_key, web_address

LONGEST_WAIT = 10  # seconds; a page that reloads later than that is there to be read
REFRESH = re.compile(
    r"\s*(\d{1,4})(?:\.\d+)?\s*[;,]\s*url\s*=\s*['\"]?\s*([^'\"\s]+)", re.IGNORECASE
)
SCRIPT = re.compile(
    r"""
    (?<![\w.$]) (?: (?:window|document|self|top) \. )? location
    (?: (?: \.href )? \s* = \s* | \. (?:replace|assign) \s* \( \s* ) (?P<mark>["'])
    (?P<target> [^"'\s]{1,2000} ) (?P=mark) \s* [;)}]? \s* (?: \Z | [;)}\n] )
    """,
    re.VERBOSE,
)
LONGEST_SCRIPT = 1000  # characters of all scripts; more do more than to send on


def find_forward(tree: Any, url: str | None) -> str | None:
    """The address that a page (an lxml tree) sends every reader on to, at once.

    >>> from trafilatura import load_html
    >>> sign = "<html><meta http-equiv='Refresh' content='0; URL=/tide'><p>Moved</p></html>"
    >>> find_forward(load_html(sign), "https://harbour.example/7")
    'https://harbour.example/tide'
    >>> find_forward(load_html("<html><script>location.href='/tide';</script></html>"), None)
    >>> find_forward(load_html("<html><meta http-equiv='refresh' content='300'></html>"), None)
    """
    told = [
        refresh[2]
        for meta in tree.iter("meta")
        if (meta.get("http-equiv") or "").lower() == "refresh"
        if (refresh := REFRESH.match(meta.get("content") or "")) and int(refresh[1]) <= LONGEST_WAIT
    ]
    scripts = "\n".join(script.text or "" for script in tree.iter("script"))
    if len(scripts) <= LONGEST_SCRIPT and (sent := SCRIPT.search(scripts)):
        told.append(sent["target"])
    targets = (web_address(one, url or "") for one in told)
    return next((one for one in targets if one and page_key(one) != page_key(url or "")), None)
