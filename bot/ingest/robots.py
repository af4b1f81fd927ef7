"""robots.txt -> what of a site programs may read (RFC 9309).

Written here since the libraries match wildcards with patterns that back-track: a hostile file could
hold up the whole service with one line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from bot.ingest.agent import TOKEN

MOST_BYTES = 512_000  # what RFC 9309 (2.5) asks a reader to read at least
LONGEST_DELAY = 3600.0  # seconds; a longer one is a mistake
OURS, EVERYBODY = TOKEN.casefold(), "*"

PRODUCT = re.compile(r"[A-Za-z_-]+")
ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True, slots=True)
class Rule:
    """A path that programs may or may not read; ``*`` stands for anything, ``$`` for the end."""

    pattern: str
    allows: bool

    def matches(self, path: str) -> bool:
        """Whether a path (percent-encoded as ours are) is meant; takes time linear in its length.

        >>> Rule("/a/*.pdf$", False).matches("/a/b/c.pdf"), Rule("/a/", False).matches("/a")
        (True, False)
        """
        ends = self.pattern.endswith("$")
        first, *rest = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        if not rest:
            return not ends or at == len(path)
        last = rest.pop() if ends else ""
        for piece in rest:
            found = path.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return path.endswith(last) and len(path) - len(last) >= at


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of us: rules, and how many seconds to leave between two readings."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether an address may be read: as the longest rule that means it says, else yes.

        >>> parse_robots(b"User-agent: *\\nDisallow: /").allows("https://harbour.example/tide")
        False
        """
        parts = urlsplit(url)
        path = normal_path(f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}")
        if path == "/robots.txt":
            return True
        matching = [rule for rule in self.rules if rule.matches(path)]
        longest = max(matching, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
        return longest is None or longest.allows

    @property
    def size(self) -> int:
        """Characters kept, about."""
        return sum(len(rule.pattern) + 100 for rule in self.rules)


def parse_robots(content: bytes) -> Robots:
    r"""What a robots.txt asks of us: the groups that name us, else those for everybody.

    >>> robots = parse_robots(b"User-agent: Newsroom\nAllow: /\n\nUser-agent: *\nDisallow: /")
    >>> robots.allows("https://harbour.example/tide")
    True
    >>> parse_robots(b"\xef\xbb\xbfuser-agent:*\nCrawl-delay: 2.5\n<html>").delay
    2.5
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    named: set[str] = set()  # whom of those that concern us the rules that follow are for
    begins = True  # the next name begins a new group
    for key, value in _read_records(content):
        if key == "user-agent":
            named = (set() if begins else named) | ({_name_of(value)} & {OURS, EVERYBODY})
            begins = False
            groups |= {name: groups.get(name, []) for name in named}
        elif key in ("allow", "disallow", "crawl-delay"):
            begins = True
            for name in named:
                groups[name].append((key, value))
    return _join(groups.get(OURS, groups.get(EVERYBODY, [])))


def normal_path(path: str) -> str:
    """A path with what must be percent-encoded encoded, and nothing else.

    >>> normal_path("/%7eé/%2f?q=a b"), normal_path("/100%")
    ('/~%C3%A9/%2F?q=a%20b', '/100%25')
    """
    decoded = ESCAPED.sub(_decode_unreserved, path)
    pieces = ESCAPED.split(decoded)
    kept = ESCAPED.findall(decoded)
    safe = [quote(piece, safe="/?:@!$&'()*+,;=[]#~", errors="replace") for piece in pieces]
    return "".join(a + b for a, b in zip(safe, (*kept, ""), strict=True))


def _decode_unreserved(escaped: re.Match[str]) -> str:
    letter = chr(int(escaped[0][1:], 16))
    return letter if letter in UNRESERVED else escaped[0].upper()


def _read_records(content: bytes) -> Iterator[tuple[str, str]]:
    """The lines that say something, as key and value."""
    text = content[:MOST_BYTES].decode("utf-8-sig", "replace")
    for line in re.split(r"[\r\n]+", text):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().casefold(), value.strip()


def _name_of(value: str) -> str:
    """The program that a line names, without its version."""
    product = PRODUCT.match(value)
    return EVERYBODY if value.startswith("*") else product[0].casefold() if product else ""


def _join(records: list[tuple[str, str]]) -> Robots:
    rules = [
        Rule(normal_path(value), key == "allow")
        for key, value in records
        if key != "crawl-delay" and value  # "Disallow:" alone forbids nothing
    ]
    delays = [_seconds(value) for key, value in records if key == "crawl-delay"]
    return Robots(tuple(dict.fromkeys(rules)), max(delays, default=0.0))


def _seconds(value: str) -> float:
    """A delay in seconds; 0 for what is none.

    >>> _seconds("2.5"), _seconds("soon"), _seconds("-1"), _seconds("nan")
    (2.5, 0.0, 0.0, 0.0)
    """
    found = re.match(r"\d{1,6}(?:\.\d{1,3})?", value)
    return min(float(found[0]), LONGEST_DELAY) if found else 0.0
