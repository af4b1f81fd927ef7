"""what a feed says of an article -> Entry: cleaned and bounded."""

import re
from collections.abc import Mapping
from datetime import datetime

from bot.ingest.fragments import (
    SHORTEST_DESCRIPTION,
    carries_article,
    one_line,
    plain_text,
    unescape_html,
)
from bot.ingest.links import read_link
from bot.ingest.times import true_time
from bot.model import Entry

MOST_ENTRIES = 200  # of one reading; a feed of 100,000 is an archive, and its end is no news
MOST_TITLE = 500
MOST_GUID = 1000
MOST_SUMMARY = 2000
MOST_AUTHOR = 200

BY = re.compile(r"(?:by|von|par|por)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
NOBODY = frozenset({"admin", "administrator", "root", "webmaster", "editor", "unknown", "user"})
EMAIL = re.compile(r"(?:mailto:)?[^\s@<>()]{1,64}@[^\s@<>()]{1,255}", re.IGNORECASE)
EMPTIED = re.compile(r"\(\s*\)")


def make_entry(
    *,
    base: str,
    now: datetime,
    title: str,
    site: str | None = None,
    links: tuple[str | None, ...] = (),
    instead: tuple[str | None, ...] = (),
    guid: str | None = None,
    published: datetime | None = None,
    updated: datetime | None = None,
    author: str | None = None,
    summary: str | None = None,
    content: str | None = None,
) -> Entry:
    """An entry of these parts, be there little or nothing in it.

    ``links`` are tried in turn, relative ones against ``base``. A guid that is an address serves
    where there is no link, then what it may lead to ``instead``; the front page of the ``site`` is
    no article's. Without a time of publication, that of the update serves.

    >>> from datetime import UTC
    >>> now = datetime(2026, 3, 1, tzinfo=UTC)
    >>> make_entry(base="https://harbour.example/feed", now=now, title=" Tide ", links=("/tide",))
    Entry(title='Tide', url='https://harbour.example/tide', guid=None, published=None, \
updated=None, author=None, summary=None, content=None)
    """
    addresses = (read_link(link, base) for link in (*links, _as_link(guid), *instead))
    url = next((address for address in addresses if address and address != site), None)
    summary, content = unescape_html(summary or "") or None, unescape_html(content or "") or None
    said = {fragment: plain_text(fragment) for fragment in (summary, content) if fragment}
    title = one_line(title)[:MOST_TITLE]
    updated = true_time(updated, now)
    return Entry(
        title=title,
        url=url,
        guid=one_line(guid or "")[:MOST_GUID] or None,
        published=true_time(published, now) or updated,
        updated=updated,
        author=find_author(author),
        summary=next(iter(said.values()), "")[:MOST_SUMMARY] or None,
        content=_whole_article(said, content, summary),
    )


def find_author(told: str | None) -> str | None:
    """The name in what a feed says about the author, without the address of the mail box.

    >>> find_author("desk@harbour.example (Mara Lind)"), find_author("Mara Lind (m@h.example)")
    ('Mara Lind', 'Mara Lind')
    >>> find_author("desk@harbour.example"), find_author("Mara Lind (Halden)")
    (None, 'Mara Lind (Halden)')
    >>> find_author("By <a href='/lind'>Mara Lind</a>"), find_author("admin")
    ('Mara Lind', None)
    """
    words = plain_text(EMPTIED.sub(" ", EMAIL.sub(" ", (told or "")[:2000])))
    words = BY.sub("", one_line(words.replace("<", " ").replace(">", " ")).strip(",;- "))
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].strip()
    is_nobody = words.casefold() in NOBODY or words.startswith(("http://", "https://"))
    return None if is_nobody else words[:MOST_AUTHOR] or None


def _as_link(guid: str | None) -> str | None:
    return guid if guid and guid.strip().lower().startswith(("http://", "https://")) else None


def _whole_article(said: Mapping[str, str], content: str | None, summary: str | None) -> str | None:
    """Which of the two is the article; ``said`` are the words of each."""
    if content and carries_article(said[content]):
        return content
    if summary and carries_article(said[summary], SHORTEST_DESCRIPTION):
        return summary
    return None
