"""What makes two articles the same one."""

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from bot.model import Article
from bot.store.types import clean

TRACKING = re.compile(
    r"""(?:
        utm_\w*                     # Urchin, now Google Analytics
      | (?:fb|g|dc|ms|tw|y|tt)clid | gbraid | wbraid | gclsrc | dclid   # advertisements
      | mc_[ce]id | mkt_tok | _hsenc | _hsmi | igshid | igsh | srsltid
      | at_(?:medium|campaign|link_\w+|format|bbc_team|ptr_name) | ns_\w+ | xtor
      | cmpid | cmp | ocid | ito | icid | guccounter | guce_referrer\w* | ref_src | smid | smtyp
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Parameters of an address that say how a reader came, not what is read."""

DEFAULT_PORTS = {"http": 80, "https": 443}


def fold_case(text: str) -> str:
    """The text with case and spacing folded.

    >>> fold_case("  The  Harbour\\nTimes ")
    'the harbour times'
    """
    return " ".join(text.casefold().split())


def canonical_url(url: str) -> str:
    """The address without what varies from reader to reader; one that is none stays as it is.

    >>> canonical_url("HTTPS://Harbour.Example:443/a?utm_source=x&id=7&fbclid=Y#top")
    'https://harbour.example/a?id=7'
    >>> canonical_url("https://harbour.example")
    'https://harbour.example/'
    >>> canonical_url("http://[broken")
    'http://[broken'
    """
    url = clean(url).strip()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if not parts.hostname:
        return url
    scheme = parts.scheme.lower()
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port is not None and port != DEFAULT_PORTS.get(scheme):
        host = f"{host}:{port}"
    told = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([(name, value) for name, value in told if not TRACKING.fullmatch(name)])
    return urlunsplit((scheme, host, quote(parts.path, safe="/%:@!$&'()*+,;=~") or "/", query, ""))


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
        return f"url:{canonical_url(article.url)}"
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
