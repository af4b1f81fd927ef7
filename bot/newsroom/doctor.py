"""feed -> what is wrong, since when, what we do about it, what a person can do."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from bot.doctor import CheckUp, Habits, Look, Sign, Symptom
from bot.doctor.diagnose import check_up
from bot.errors import FetchFailed, NewsError, WorkFailed
from bot.ingest.discover import common_feeds
from bot.ingest.entries import MOST_ENTRIES
from bot.ingest.fetched import Fetched
from bot.ingest.schedule import GIVEN_UP_AFTER, GONE_FOR_GOOD
from bot.ingest.web import DEADLINE, FEED_BYTES, MOST_REDIRECTS
from bot.model import FeedHealth, FeedLink, ListedFeed
from bot.newsroom.following import choose_feed, with_scheme
from bot.newsroom.web import Reader
from bot.store.charts import Charts
from bot.store.entries import MOST_TRIES
from bot.store.moves import MOVED_AFTER

AT_ONCE = 8
"""Feeds that are looked at side by side; the reader lets through two of a host."""


def habits(commands: str) -> Habits:
    """What we do of our own; ``commands`` is what commands about feeds begin with there."""
    return Habits(
        pauses_after=GIVEN_UP_AFTER,
        gone_times=GONE_FOR_GOOD,
        moved_times=MOVED_AFTER,
        page_tries=MOST_TRIES,
        most_items=MOST_ENTRIES,
        most_bytes=FEED_BYTES,
        most_redirects=MOST_REDIRECTS,
        patience=DEADLINE,
        commands=commands,
    )


class Doctor:
    """Says of feeds what is wrong with them, from what is kept of them and from a look."""

    def __init__(self, charts: Charts, reader: Reader) -> None:
        self._charts = charts
        self._reader = reader

    async def look_at(self, url: str, habits: Habits, now: datetime) -> CheckUp:
        """A feed that is not followed, or whatever else stands at an address."""
        url = with_scheme(url)
        return check_up(url, None, await self._look(url, now), habits, now)

    async def examine(
        self,
        feed: ListedFeed,
        habits: Habits,
        now: datetime,
        symptoms: tuple[Symptom, ...] = (),
    ) -> CheckUp:
        """A feed that is followed; a site that asked us to stay away is not asked now.

        ``symptoms`` are those that only the caller knows, such as a closed channel.
        """
        if is_to_rest(feed.health, now):
            look, symptoms = None, (*symptoms, Symptom(Sign.NOT_ASKED))
        else:
            look = await self._look(feed.url, now)
        chart = await self._charts.chart(feed.id)
        return check_up(feed.url, chart, look, habits, now, symptoms)

    async def find_ill(
        self, feeds: Sequence[ListedFeed], habits: Habits, now: datetime
    ) -> tuple[CheckUp, ...]:
        """Those of these feeds of which something wrong is kept, in their order.

        Only they are looked at; one that has got well meanwhile is told as well.
        """
        places = asyncio.Semaphore(AT_ONCE)

        async def examine(feed: ListedFeed) -> CheckUp | None:
            async with places:
                chart = await self._charts.chart(feed.id)
                known = check_up(feed.url, chart, None, habits, now)
                return await self.examine(feed, habits, now) if known.wrong else None

        found = await asyncio.gather(*map(examine, feeds))
        return tuple(filter(None, found))

    async def _look(self, url: str, now: datetime) -> Look:
        """What an address answers now."""
        try:
            fetched = await self._reader.get_feed(url, None, None)
        except FetchFailed as failure:
            return Look(failure=failure)
        contents = await self._reader.examine(fetched, now)
        signs = {symptom.sign for symptom in contents.symptoms}
        return Look(
            contents=contents,
            moved_to=fetched.moved_to if fetched.moved_to != url else None,
            says_unchanged=await self._says_unchanged(fetched),
            offered=await self._find_instead(fetched, now) if Sign.PAGE in signs else (),
        )

    async def _find_instead(self, fetched: Fetched, now: datetime) -> tuple[FeedLink, ...]:
        """The feeds of the site whose page this is."""
        try:
            offered = await self._reader.find_offered(fetched)
        except WorkFailed:
            offered = ()
        if offered:
            return offered
        found = await self._reader.find_first(common_feeds(fetched.url), now)
        return (FeedLink(found.url, found.feed.title),) if found else ()

    async def _says_unchanged(self, fetched: Fetched) -> bool | None:
        """Whether the site knows again what it has just given (304); None: unseen."""
        if not (fetched.etag or fetched.modified):
            return False
        try:
            again = await self._reader.get_feed(fetched.url, fetched.etag, fetched.modified)
        except NewsError:
            return None
        return again.is_unchanged


def is_to_rest(health: FeedHealth, now: datetime) -> bool:
    """Whether the site said that we ask too often, and its rest is not over.

    >>> from datetime import UTC, timedelta
    >>> noon = datetime(2026, 9, 14, 12, tzinfo=UTC)
    >>> is_to_rest(FeedHealth(status=429, next_due=noon + timedelta(hours=1)), noon)
    True
    >>> is_to_rest(FeedHealth(status=503, next_due=noon + timedelta(hours=1)), noon)
    False
    """
    return health.status == 429 and health.next_due is not None and health.next_due > now


def choose_patient(feeds: Sequence[ListedFeed], typed: str) -> ListedFeed | str:
    """The feed of these that is meant, else the address that is typed; raises NothingFound.

    An address means only the feed that has it, and no other that begins so.

    >>> tide = ListedFeed(7, "https://harbour.example/tide", "Tide", None, FeedHealth())
    >>> choose_patient([tide], "tid").id, choose_patient([tide], "harbour.example/tide").id
    (7, 7)
    >>> choose_patient([tide], "https://harbour.example")
    'https://harbour.example'
    """
    word = typed.strip().casefold()
    for feed in feeds:
        if word in ((feed.title or "").casefold(), feed.url.casefold()):
            return feed
    if is_address(typed):
        address = with_scheme(typed)
        return next((feed for feed in feeds if feed.url == address), address)
    return choose_feed(feeds, typed)


def is_address(typed: str) -> bool:
    """Whether somebody typed an address, and not a name.

    >>> is_address("harbour.example/feed"), is_address("Dr. Tide"), is_address("Tide")
    (True, False, False)
    """
    word = typed.strip()
    return "://" in word or ("." in word.strip(".") and not any(map(str.isspace, word)))
