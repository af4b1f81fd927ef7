"""Addresses: which are the web's, and which mean the same page."""

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

MOST_CHARACTERS = 2048
SERVED_FROM = re.compile(r"^(?:www|feeds?|rss|xml)\.(?=[^.]+\.)")
"""Where a site keeps its feeds beside its pages."""

BREAK = re.compile(r"\s{2,}|[^\S ]")
"""Where a long address was wrapped; a single space belongs to it."""

DEFAULT_PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(
    r"""(?:
        utm_\w*                     # Urchin, now Google Analytics
      | (?:fb|g|dc|ms|tw|y|tt)clid | gbraid | wbraid | gclsrc    # advertisements
      | mc_[ce]id | mkt_tok | _hsenc | _hsmi | igshid | igsh | srsltid
      | at_(?:medium|campaign|link_\w+|format|bbc_team|ptr_name) | ns_\w+ | xtor
      | cmpid | cmp | ocid | ito | icid | guccounter | guce_referrer\w* | ref_src | smid | smtyp
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Parameters of an address that say how a reader came, not what is read."""


def web_address(link: str | None, base: str = "") -> str | None:
    """A link as an absolute address of the web, None where it is none.

    >>> web_address("../tide?a=1", "https://harbour.example/news/feed.xml")
    'https://harbour.example/tide?a=1'
    >>> web_address(" https://harbour.example/high\\n  tide two ")
    'https://harbour.example/hightide%20two'
    >>> web_address("javascript:alert(1)", "https://harbour.example/"), web_address("")
    (None, None)
    """
    told = BREAK.sub("", (link or "").strip()).replace(" ", "%20")
    if not told or len(told) > MOST_CHARACTERS:
        return None
    try:
        address = urljoin(base, told)
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return address if len(address) <= MOST_CHARACTERS else None


def canonical_url(url: str) -> str:
    """The address without what varies from reader to reader; one that is none stays as it is.

    >>> canonical_url("HTTPS://Harbour.Example:443/a?utm_source=x&id=7&fbclid=Y#top")
    'https://harbour.example/a?id=7'
    >>> canonical_url("https://harbour.example")
    'https://harbour.example/'
    >>> canonical_url("http://[broken")
    'http://[broken'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if not parts.hostname:
        return url.strip()
    scheme = parts.scheme.lower()
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port is not None and port != DEFAULT_PORTS.get(scheme):
        host = f"{host}:{port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~", errors="replace") or "/"
    told = [one for one in parts.query.split("&") if one]
    query = "&".join(one for one in told if not TRACKING.fullmatch(one.partition("=")[0]))
    return urlunsplit((scheme, host, path, query, ""))


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses surely belong to one site: a host, or one inside the other.

    >>> is_same_site("https://feeds.harbour.example/rss", "https://www.harbour.example/tide")
    True
    >>> is_same_site("https://harbour.example/rss", "https://notharbour.example/tide")
    False
    """
    hosts = [_site_of(address) for address in (one, other)]
    return all(hosts) and any(
        inner == outer or inner.endswith(f".{outer}") for inner, outer in (hosts, hosts[::-1])
    )


def _site_of(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return SERVED_FROM.sub("", host)


def page_key(url: str) -> str:
    """What is equal for two addresses that surely lead to one page: scheme, www and the slash
    at the end change when a site is moved, and its pages do not become new ones.

    >>> page_key("http://www.harbour.example/tide/") == page_key("https://harbour.example/tide")
    True
    """
    return re.sub(r"^https?://(?:www\.)?", "", canonical_url(url)).rstrip("/")
