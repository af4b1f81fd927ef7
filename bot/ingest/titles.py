"""the titles that a page gives -> its headline, without the name of the site."""

import re
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from bot.ingest.characters import fold, is_same

SUFFIX = re.compile(
    r"""
      \s+ (?P<mark> [|·•»›] | :: | [-–—]+ ) \s+
      (?P<name> (?: (?! \s (?:[|·•»›]|::|[-–—]+) \s ) . ){1,60} ) $    # the last of several
    """,
    re.VERBOSE,
)
SPACELESS = re.compile(  # 标题_频道_新闻网, in scripts that set nothing apart
    r"""
    (?<= [\u3040-\u30ff\u3400-\u9fff”」』！？] ) \s* [-_—–|｜] \s*
    [^\s\-_—–|｜]{0,12}
    (?: 网 | 網 | 报 | 報 | 社 | 台 | 频道 | 頻道 | 在线 | 新闻 | 新聞 | ニュース ) \s* $
    """,
    re.VERBOSE,
)
PREFIX = re.compile(r"(?P<name>.{1,60}?)\s+(?:[|·•»›:-]|::|[–—]+)\s+(?=\S)")
FEWEST_WORDS = 3  # of a headline; fewer before a bar are a label
SHORTEST_HEADLINE = 8  # characters; shorter headings are names of sections
LONGEST_NAME = 4  # words of a site or section after a bar


def choose_title(titles: Iterable[str | None], sites: Iterable[str | None]) -> str:
    """The headline of a page: the first of its titles, without what follows it on every page.

    ``titles`` in order of trust, the visible headline among them; ``sites`` are names and
    addresses of the publisher.

    >>> choose_title(["Flood in Halden | News | Halden Post"], [])
    'Flood in Halden'
    >>> choose_title(["Flood - a survivor speaks - Halden Post"], ["https://haldenpost.example"])
    'Flood - a survivor speaks'
    >>> choose_title(["Halden Post - Flood in Halden"], ["Halden Post"])
    'Flood in Halden'
    >>> choose_title(["Halden Post", "Flood in Halden | Halden Post"], [])
    'Flood in Halden'
    >>> choose_title(["哈尔登港关闭_社会频道_哈尔登新闻网"], [])
    '哈尔登港关闭'
    >>> choose_title([None, ""], [])
    ''
    """
    told = [title for title in titles if title]
    given = [title for title in told if not _names_site(title, told)] or told
    names = {squeezed for site in sites if site for squeezed in _squeeze_site(site)}
    if not given:
        return ""
    title = given[0]
    for other in given[1:]:
        # the visible headline shows where the suffix begins
        rest = title[len(other) :]
        if len(other) > 10 and is_same(title[: len(other)], other) and SUFFIX.fullmatch(rest):
            return other
    while (suffix := SUFFIX.search(title)) and _is_site(suffix, title[: suffix.start()], names):
        title = title[: suffix.start()]
    while spaceless := SPACELESS.search(title):
        title = title[: spaceless.start()]
    prefix = PREFIX.match(title)
    if prefix and _squeeze(prefix["name"]) in names:
        return title[prefix.end() :]
    return title


def _names_site(title: str, others: Iterable[str]) -> bool:
    """Whether a title is but what another one ends with, behind a bar."""
    ends = (SUFFIX.search(other) for other in others if len(other) > len(title))
    return any(
        end is not None and is_same(end["name"], title) and _is_site(end, end.string[: end.start()])
        for end in ends
    )


def is_part(headline: str, title: str) -> bool:
    """Whether a title is this headline, with the name of a site before or behind it.

    >>> is_part("Flood in Halden", "Halden Post: Flood in Halden"), is_part("Flood", "Floods rise")
    (True, False)
    """
    if len(headline) < SHORTEST_HEADLINE:
        return False
    if is_same(headline, title[: len(headline)]):
        return bool(re.match(r"\s+[|·•»›:–—-]+\s", title[len(headline) :] + " "))
    before = title[: -len(headline)]
    return is_same(headline, title[-len(headline) :]) and bool(
        re.search(r"[|·•»›:–—-]\s+$", before)
    )


def _is_site(suffix: re.Match[str], before: str, names: Collection[str] = ()) -> bool:
    name = suffix["name"]
    if _squeeze(name) in names:
        return bool(before)
    short = len(name.split()) <= LONGEST_NAME and len(before.split()) >= FEWEST_WORDS
    return short and suffix["mark"] in "|·•»›"


def _squeeze_site(site: str) -> set[str]:
    """A site's name as it is compared; of an address, each part of its host."""
    if "://" not in site:
        return {_squeeze(site)}
    try:
        host = (urlsplit(site).hostname or "").removeprefix("www.")
    except ValueError:
        return set()
    return {_squeeze(host), *(part for part in host.split(".")[:-1] if len(part) > 2)}


def _squeeze(name: str) -> str:
    return re.sub(r"\W|^the\b", "", fold(name))
