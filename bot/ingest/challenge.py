"""answer or page -> whether it is none, but checks whether a browser asks.

An answer of the web has a status and headers that tell; a page from a file has its words alone.
"""

import re
from collections.abc import Mapping
from typing import Any

from bot.ingest.characters import fold
from bot.ingest.lexicon import find_phrases, read_words

CHECKED = frozenset({200, 202, 403, 405, 429, 503})
"""The statuses that such pages come with; elsewhere a captcha belongs to a form of the site's."""

REFUSALS = CHECKED - {200, 202}
CHALLENGE_BYTES = 65_536
"""Of a refusal that are looked at."""

SMALL = 30_000
"""Bytes of the largest page that comes as a success and only checks; pages of sites are larger."""

SAID = {  # a header, what it says of a challenge, and whose header it is
    "cf-mitigated": ("challenge", "Cloudflare"),
    "x-vercel-mitigated": ("challenge", "Vercel"),
    "x-amzn-waf-action": ("challenge captcha", "AWS WAF"),
}
MARKS = {  # Cloudflare's ordinary pages carry "challenge-platform" too: it proves nothing
    b"_cf_chl_opt": "Cloudflare",
    b"challenge-error-text": "Cloudflare",
    b"_incapsula_resource": "Imperva",
    b"px-captcha": "HUMAN",
    b"_pxappid": "HUMAN",
    b"captcha-delivery.com": "DataDome",
    b"anubis_challenge": "Anubis",
    b"awswafintegration": "AWS WAF",
    b"sucuri_cloudproxy_js": "Sucuri",
    b"ddos-guard/js-challenge": "DDoS-Guard",
}
TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,200})", re.IGNORECASE)
CAPTCHA = re.compile(rb"\b(?:h-captcha|g-recaptcha|cf-turnstile|geetest_)\b", re.IGNORECASE)


def find_challenge(status: int, headers: Mapping[str, str], body: bytes) -> str | None:
    """Who checks for browsers in this answer, "" where that is not known; None: nobody does.

    >>> find_challenge(403, {"cf-mitigated": "challenge"}, b"")
    'Cloudflare'
    >>> find_challenge(200, {}, b"<html><title>Just a moment...</title>")
    ''
    >>> find_challenge(404, {}, b"<html><title>Just a moment...</title>") is None
    True
    >>> find_challenge(200, {}, b"<rss><title>Just a moment...</title>") is None
    True
    """
    for name, (said, whose) in SAID.items():
        if headers.get(name, "").strip().lower() in said.split():
            return whose
    if status not in CHECKED or b"<html" not in body[:1000].lower():
        return None
    if status not in REFUSALS and len(body) > SMALL:
        return None
    return _find_in_page(body[:CHALLENGE_BYTES], refused=status in REFUSALS)


def is_check(tree: Any, title: str, words: str, *, empty: bool) -> bool:
    """Whether a page (an lxml tree) that shows little more than these words checks for browsers.

    ``empty``: nothing on it seems to be an article, so that its scripts count too, and what it
    says to browsers without them; pages of sites that are guarded so carry the same scripts.

    >>> from trafilatura import load_html
    >>> page = load_html("<html><script>window._cf_chl_opt = {}</script></html>")
    >>> is_check(page, "", "", empty=True), is_check(page, "Tide", "It rose.", empty=False)
    (True, False)
    >>> page = load_html("<html><p>Captchas in Halden</p></html>")
    >>> is_check(page, "Captchas in Halden", "They rose.", empty=False)
    False
    """
    if fold(title) in _titles() or find_phrases("checks", f"{fold(title)} {words}"):
        return True
    if not empty:
        return False
    scripts, unseen = (
        " ".join("".join(part.itertext()) for part in tree.iter(name))[:CHALLENGE_BYTES]
        for name in ("script", "noscript")
    )
    marked = _find_mark(scripts.encode("utf-8", "replace")) is not None
    return marked or bool(find_phrases("checks", fold(unseen)))


def _find_in_page(page: bytes, *, refused: bool) -> str | None:
    whose = _find_mark(page)
    if whose is not None:
        return whose
    title = TITLE.search(page)
    told = fold(title[1].decode("utf-8", "replace")) if title else ""
    return "" if told in _titles() or (refused and CAPTCHA.search(page)) else None


def _find_mark(page: bytes) -> str | None:
    small = page.lower()
    return next((whose for mark, whose in MARKS.items() if mark in small), None)


def _titles() -> frozenset[str]:
    return frozenset(map(fold, read_words("challenge_titles")))
