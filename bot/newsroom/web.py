"""address -> feed or article: the guarded GET, then the parser in a process that can be killed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.doctor import Contents, Sign, Symptom
from bot.errors import (
    FetchFailed,
    FetchFault,
    NewsError,
    NotAFeed,
    PageClosed,
    PageMoved,
    SeveralFeeds,
    Unreadable,
    WorkFailed,
)
from bot.ingest.decide import see
from bot.ingest.discover import common_feeds, find_feeds
from bot.ingest.examine import examine, examine_feed
from bot.ingest.extract import parse_page, parse_plainly
from bot.ingest.parse import ParsedFeed, parse_feed
from bot.ingest.web import FEED_BYTES, PAGE_BYTES, Fetched, Web
from bot.model import Article, ArticleKind, Entry, FeedLink, Seen
from bot.newsroom.robots import Manners
from bot.urls import is_same_site
from bot.workers import Workers

LEAST_TEXT = 200
"""Characters of a feed's own words that can stand for a page which is not there."""

FEED_DEADLINE, PAGE_DEADLINE, PLAIN_DEADLINE = 10.0, 10.0, 5.0
"""Seconds that a feed may take, the extractor for a page, and simpler means after it."""

MOST_SIGNS = 2
"""Pages one after the other that only send their readers on."""

MOST_TRIES = 6
"""Addresses of a site that are tried before we say that it has no feed."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed as it was just read, and the address where it is."""

    url: str
    fetched: Fetched
    feed: ParsedFeed


class Reader:
    """Reads feeds and pages."""

    def __init__(self, web: Web, workers: Workers) -> None:
        self._web = web
        self._workers = workers
        self._manners = Manners(web, workers)

    def check(self, url: str) -> None:
        """Raise FetchFailed where an address as it is written shows that it cannot be read."""
        self._web.check(url)

    def is_allowed(self, url: str) -> bool:
        """Whether the operator lets this host through, so that no polling floor holds."""
        return self._web.is_allowed(url)

    async def get_feed(self, url: str, etag: str | None, modified: str | None) -> Fetched:
        """What a feed's address answers. Raises FetchFailed."""
        return await self._web.get(url, most_bytes=FEED_BYTES, etag=etag, modified=modified)

    async def parse(self, fetched: Fetched, now: datetime) -> ParsedFeed:
        """The feed in an answer. Raises NotAFeed, or WorkFailed where it took too long."""
        return (await self.parse_and_see(fetched, now)).feed

    async def parse_and_see(self, fetched: Fetched, now: datetime) -> "SeenFeed":
        """The feed in an answer, and what is to be kept of each entry; raises as ``parse``."""
        return await self._workers.run_within(
            FEED_DEADLINE, parse_and_see, fetched.content, fetched.content_type, fetched.url, now
        )

    async def find_feed(self, url: str, now: datetime) -> FoundFeed:
        """The feed at an address, or the one of the site there.

        Raises FetchFailed where the address cannot be read, SeveralFeeds where somebody has to
        choose, and NotAFeed where it leads to no feed.
        """
        fetched = await self.get_feed(url, None, None)
        try:
            return FoundFeed(_lasting(url, fetched), fetched, await self.parse(fetched, now))
        except NotAFeed as none_here:
            offered = await self.find_offered(fetched)
            if len(offered) > 1:
                raise SeveralFeeds(offered) from none_here
            places = [link.url for link in offered] or common_feeds(fetched.url)
            found = await self.find_first(places, now)
            if found is None:
                raise none_here
            return found

    async def find_first(self, places: Sequence[str], now: datetime) -> FoundFeed | None:
        """The first feed at any of these addresses."""
        for place in places[:MOST_TRIES]:
            if found := await self._try(place, now):
                return found
        return None

    async def find_offered(self, fetched: Fetched) -> tuple[FeedLink, ...]:
        """The feeds that the page in an answer offers, the likeliest first."""
        return await self._workers.run(find_feeds, fetched.content, fetched.url)

    async def examine(self, fetched: Fetched, now: datetime) -> Contents:
        """What strikes about the feed in an answer, or what else it is."""
        try:
            return await self._workers.run(
                examine, fetched.content, fetched.content_type, fetched.url, now
            )
        except WorkFailed as failure:
            return Contents(0, (Symptom(Sign.HEAVY, str(failure)),))

    async def _try(self, url: str, now: datetime) -> FoundFeed | None:
        try:
            fetched = await self.get_feed(url, None, None)
            return FoundFeed(_lasting(url, fetched), fetched, await self.parse(fetched, now))
        except NewsError:
            return None

    async def read_page(self, url: str) -> Article:
        """The article at an address, or where a sign there leads to, if its site lets programs
        read it.

        Raises FetchFailed, Unreadable or WorkFailed.
        """
        for _ in range(MOST_SIGNS):
            try:
                return await self._read_page_at(url)
            except PageMoved as moved:
                url = moved.target
        return await self._read_page_at(url)

    async def _read_page_at(self, url: str) -> Article:
        check = self._manners.check
        return await self._parse_fetched(
            await self._web.get(url, most_bytes=PAGE_BYTES, check=check)
        )

    async def read_fetched(self, fetched: Fetched) -> Article:
        """The article in an answer that turned out to be a page; raises as ``read_page``."""
        await self._manners.check(fetched.url)
        return await self._parse_fetched(fetched)

    async def _parse_fetched(self, fetched: Fetched) -> Article:
        article = await self._parse_page(fetched.content, fetched.url)
        if article.url and is_same_site(article.url, fetched.url):
            return article
        return replace(article, url=fetched.url)  # no page speaks for another site

    async def _parse_page(self, content: bytes, url: str | None) -> Article:
        """The article of a page; by simpler means where the extractor does not come to an end."""
        try:
            return await self._workers.run_within(PAGE_DEADLINE, parse_page, content, url)
        except WorkFailed:
            return await self._workers.run_within(PLAIN_DEADLINE, parse_plainly, content, url)

    async def read_entry(
        self, entry: Entry, feed_url: str, outlet: str | None, *, patient: bool
    ) -> Article:
        """The article behind an entry: its page, or what the feed itself carries of it.

        A feed may point at the page of another site; what stands there, that page says itself, and
        where it cannot be read, the feed's words are its own, without the address of that page.
        ``patient``: where the page may be readable later, fail now rather than make do with the
        feed's own words. Raises FetchFailed, Unreadable or WorkFailed.
        """
        foreign = bool(entry.url) and not is_same_site(feed_url, entry.url or "")
        try:
            if foreign and entry.url:
                return await self._read_politely(entry.url)
            if entry.content:
                article = await self.parse_content(entry.content, entry.url)
            elif entry.url:
                article = await self._read_politely(entry.url)
            else:
                raise Unreadable("The entry has neither an address nor a text.")
        except NewsError as error:
            if (may_pass(error) and patient) or not can_stand_in(entry, error):
                raise
            if foreign and not entry.summary:
                raise  # a headline alone that leads nowhere is no news
            entry = replace(entry, url=None) if foreign else entry
            article = Article(entry.title, entry.summary or "", kind=ArticleKind.TEASER)
        return with_entry(article, entry, outlet)

    async def _read_politely(self, url: str) -> Article:
        """One of many pages of a site, not sooner after the last than the site wants."""
        await self._manners.wait(url)
        return await self.read_page(url)

    async def parse_content(self, content: str, url: str | None) -> Article:
        """The article that a feed carries as HTML. Raises Unreadable or WorkFailed."""
        page = f"<html><body><article>{content}</article></body></html>"
        return await self._parse_page(page.encode("utf-8", "replace"), url)


@dataclass(frozen=True, slots=True)
class SeenFeed:
    """A feed, what is to be kept of each of its entries, in their order, and what strikes."""

    feed: ParsedFeed
    seen: tuple[Seen, ...]
    symptoms: tuple[Symptom, ...]


def parse_and_see(content: bytes, content_type: str | None, url: str, now: datetime) -> SeenFeed:
    """The feed in these bytes, and what is to be kept of it. Raises NotAFeed.

    To look at the whole content of 200 entries takes long, so that it is a worker's job too.
    """
    feed = parse_feed(content, content_type, url, now=now)
    seen = tuple(map(see, feed.entries))
    return SeenFeed(feed, seen, examine_feed(feed, content, content_type, now, seen).symptoms)


_LASTING = (FetchFault.BAD_ADDRESS, FetchFault.REFUSED, FetchFault.ROBOTS)
_BARRED = (401, 402, 403, 451)


def _lasting(url: str, fetched: Fetched) -> str:
    """The address to come back to: the new one only where all the redirects were permanent."""
    return fetched.moved_to or url


def may_pass(error: Exception) -> bool:
    """Whether the same page may be read later: the site is busy, the line is down.

    >>> may_pass(FetchFailed(FetchFault.TOO_SLOW)), may_pass(FetchFailed(FetchFault.STATUS, 404))
    (True, False)
    """
    if isinstance(error, FetchFailed):
        passing = error.status is None or error.status == 429 or error.status >= 500
        return passing and error.fault not in _LASTING
    return False


def can_stand_in(entry: Entry, error: NewsError) -> bool:
    """Whether what a feed says of an article can stand for its page, which cannot be read so.

    That somebody else may read the page makes it no less news; that it is not there does.

    >>> from bot.errors import Closure
    >>> closed, gone = PageClosed(Closure.PAYWALL), FetchFailed(FetchFault.STATUS, 404)
    >>> can_stand_in(Entry("Tide", summary="It rose."), closed), can_stand_in(Entry("Tide"), closed)
    (True, True)
    >>> can_stand_in(Entry("Tide", summary="It rose."), gone)
    False
    """
    words = entry.summary or ""
    if isinstance(error, PageClosed):
        return bool(entry.title or words)
    if not isinstance(error, FetchFailed):
        return bool(words)
    barred = error.status in _BARRED or error.fault is FetchFault.ROBOTS
    return len(words) >= (1 if barred else LEAST_TEXT)


def with_entry(article: Article, entry: Entry, outlet: str | None) -> Article:
    """An article with what its feed says of it, which is surer than what its page says.

    >>> page = Article("Tide | Harbour Times", "It rose.", outlet="Harbour Times")
    >>> with_entry(page, Entry("Tide", url="https://harbour.example/tide"), None).title
    'Tide'
    """
    return replace(
        article,
        title=entry.title or article.title,
        url=entry.url or article.url,
        outlet=article.outlet or outlet,
        author=article.author or entry.author,
        published=entry.published or article.published,
    )
