"""page -> what kind of article it is: a live blog, a gallery, a video, or a text like most."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.ingest.lexicon import read_words
from bot.ingest.linked import Thing, find_article, types_of
from bot.model import ArticleKind

TYPES = {
    "LiveBlogPosting": ArticleKind.LIVE,
    "ImageGallery": ArticleKind.GALLERY,
    "MediaGallery": ArticleKind.GALLERY,
}
PATHS = {
    "live_paths": ArticleKind.LIVE,
    "gallery_paths": ArticleKind.GALLERY,
    "video_paths": ArticleKind.VIDEO,
}
FILE = re.compile(r"\.(?:html?|php|aspx?)$")


def find_kind(things: Iterable[Thing], shared_as: str | None, url: str | None) -> ArticleKind:
    """What a page is, as its JSON-LD says, else as it is shared (og:type), else by its address.

    >>> find_kind([{"@type": "VideoObject"}], None, None).value
    'video'
    >>> find_kind([{"@type": "NewsArticle"}, {"@type": "VideoObject"}], "article", None).value
    'article'
    >>> find_kind([], None, "https://harbour.example/news/live/tide-rises").value
    'live blog'
    """
    told = tuple(things)
    types = frozenset[str]().union(*map(types_of, told))
    for name, kind in TYPES.items():
        if name in types:
            return kind
    if "VideoObject" in types and not find_article(told):
        return ArticleKind.VIDEO
    if (shared_as or "").strip().lower().startswith("video"):
        return ArticleKind.VIDEO
    return _kind_by_path(url)


def _kind_by_path(url: str | None) -> ArticleKind:
    """What an address says of its page: a part of the path that is such a word, or a name.

    >>> _kind_by_path("https://harbour.example/2031/tide-liveblog-14.html").value
    'live blog'
    >>> _kind_by_path("https://harbour.example/video-games-live-on").value
    'article'
    """
    try:
        path = urlsplit(url or "").path.lower()
    except ValueError:
        return ArticleKind.ARTICLE
    parts = [FILE.sub("", part) for part in path.split("/") if part]
    for name, kind in PATHS.items():
        words = read_words(name)
        if any(part in words for part in parts[:-1]):
            return kind
        # the last part is the headline, in which only a long word says what the page is
        long = [word for word in words if len(word) >= 8]
        if parts and any(f"-{word}-" in f"-{parts[-1]}-" for word in long):
            return kind
    return ArticleKind.ARTICLE
