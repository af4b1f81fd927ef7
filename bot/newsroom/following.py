"""Which server follows which feed; the operator's own feeds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errors import NothingFound
from bot.model import Entry, ListedFeed
from bot.newsroom.web import FoundFeed, Reader
from bot.store.feeds import Feeds
from bot.store.guilds import Guilds


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed as it was found: its title, its address, and its entries, newest first."""

    title: str
    url: str
    newest: tuple[Entry, ...]  # those without a date last


class Following:
    """Follows and unfollows feeds, and says how they are doing."""

    def __init__(self, feeds: Feeds, guilds: Guilds, reader: Reader) -> None:
        self._feeds = feeds
        self._guilds = guilds
        self._reader = reader

    async def find(self, url: str, now: datetime) -> NewFeed:
        """The feed at an address, a feed's or a site's.

        Raises FetchFailed, NotAFeed, or SeveralFeeds where somebody has to choose.
        """
        return _new_feed(await self._reader.find_feed(with_scheme(url), now))

    async def follow(self, guild: int, channel: int, feed: NewFeed, now: datetime) -> None:
        """Let a server follow a feed, and post its news in a channel. Raises AlreadyFollowed."""
        number = await self._feeds.add_feed(feed.url, feed.title, now=now)
        await self._guilds.follow(guild, number, channel, now)

    async def unfollow(self, guild: int, typed: str) -> ListedFeed:
        """Let a server follow a feed no longer. Raises NothingFound."""
        feed = await self.followed_feed(guild, typed)
        await self._guilds.unfollow(guild, feed.id)
        return feed

    async def resume(self, guild: int, typed: str) -> ListedFeed:
        """Read a paused feed of a server again, at once. Raises NothingFound."""
        return await self._resume(await self.followed_feed(guild, typed))

    async def resume_in_library(self, typed: str) -> ListedFeed:
        """Read a paused feed of the library again, at once. Raises NothingFound."""
        return await self._resume(choose_feed(await self._feeds.library(), typed))

    async def _resume(self, feed: ListedFeed) -> ListedFeed:
        if feed.health.paused is None:
            raise NothingFound(f"{feed.title or feed.url} is not paused. It is read as it is due.")
        await self._feeds.resume(feed.id)
        return feed

    async def followed(self, guild: int) -> tuple[ListedFeed, ...]:
        """The feeds that a server follows, by title."""
        return await self._guilds.followed(guild)

    async def followed_feed(self, guild: int, typed: str) -> ListedFeed:
        """One of a server's feeds, by its title or address. Raises NothingFound."""
        return choose_feed(await self._guilds.followed(guild), typed)

    async def add_to_library(self, url: str, now: datetime) -> NewFeed:
        """Follow a feed for the operator's own library; raises as ``find``."""
        feed = await self.find(url, now)
        await self._feeds.add_feed(feed.url, feed.title, library=True, now=now)
        return feed

    async def remove_from_library(self, typed: str) -> ListedFeed:
        """Let the library follow a feed no longer. Raises NothingFound."""
        feed = choose_feed(await self._feeds.library(), typed)
        await self._feeds.remove_from_library(feed.id)
        return feed

    async def library(self) -> tuple[ListedFeed, ...]:
        """The feeds of the operator's own library, by title."""
        return await self._feeds.library()


def _new_feed(found: FoundFeed) -> NewFeed:
    dated = sorted(
        found.feed.entries,
        key=lambda entry: entry.published.timestamp() if entry.published else 0.0,
        reverse=True,
    )
    return NewFeed(found.feed.title or found.url, found.url, tuple(dated))


def choose_feed(feeds: Sequence[ListedFeed], typed: str) -> ListedFeed:
    """The one feed that is meant by its title or address, or by a part of either.

    Raises NothingFound where none is, or more than one.
    """
    word = typed.strip().casefold()
    fits = [f for f in feeds if word in ((f.title or "").casefold(), f.url.casefold())]
    fits = fits or [f for f in feeds if word and word in f"{f.title or ''} {f.url}".casefold()]
    if len(fits) == 1:
        return fits[0]
    raise NothingFound(
        "Several feeds fit. Give the whole name, as the list shows it."
        if fits
        else "No feed of this name is followed here. The list shows those that are."
    )


def with_scheme(typed: str) -> str:
    """An address as somebody types it: without a scheme it is of the web.

    >>> with_scheme("harbour.example/feed"), with_scheme(" http://gull.example ")
    ('https://harbour.example/feed', 'http://gull.example')
    """
    typed = typed.strip()
    return typed if "://" in typed else f"https://{typed}"
