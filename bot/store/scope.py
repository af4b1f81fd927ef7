"""What a question may see: the operator's library, and the feeds that its server follows."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.queries import COUNTED, Scope
from bot.store.rows import among
from bot.store.schema import SHELF, feed_articles, feeds, follows

EVERY_ONE: ColumnElement[bool] = true()

FEW = 50
"""Feeds of each of which the newest articles are looked up, however many they hold."""

NAMED = 400
"""Feeds that are named in a question to the database, each with a search of its own, however many
articles they hold; of more, what is found is asked for its feed."""

MOST_NAMED, LITTLE = 2_000, 20_000
"""Feeds that are looked up or named each by itself where they hold no more than so many articles in
all: these would be found late among those of others."""

LISTED = 100_000
"""Articles that are listed, to look up in the list what is found; of more, it is asked itself."""


@dataclass(frozen=True, slots=True)
class Visible:
    """The feeds that a question may see, by their ids, without empty ones.

    ``held`` is how many articles they hold, no further than one past LISTED; of FEW it is not
    counted.
    """

    ids: tuple[int, ...] = ()
    held: int = 0

    def may_be_named(self, many: int) -> bool:
        """Whether each feed is looked up by itself: of more than so many only where they hold
        little.

        >>> [Visible((1, 2, 3), held).may_be_named(2) for held in (LITTLE, LITTLE + 1)]
        [True, False]
        >>> Visible((1, 2), LISTED).may_be_named(2)
        True
        """
        holds_little = self.held <= LITTLE and len(self.ids) <= MOST_NAMED
        return len(self.ids) <= many or holds_little


NONE = Visible()


def is_seen(scope: Scope) -> ColumnElement[bool]:
    """Whether this scope sees a row of feeds."""
    if scope.guild is None:
        return feeds.c.library
    followed = select(follows.c.feed_id).where(follows.c.guild_id == scope.guild)
    return or_(feeds.c.library, feeds.c.id.in_(followed))


async def feeds_in(connection: AsyncConnection, scope: Scope) -> Visible:
    """The feeds that this scope sees, without empty ones but the shelf: so there is one always."""
    held = select(feed_articles.c.feed_id).where(feed_articles.c.feed_id == feeds.c.id)
    asked_for = is_seen(scope) & or_(held.exists(), feeds.c.id == SHELF)
    chosen = select(func.json_group_array(feeds.c.id)).where(asked_for)
    # in one value, as ten thousand rows would hold up the event loop
    ids = tuple(sorted(json.loads(await connection.scalar(chosen) or "[]")))
    if len(ids) <= FEW:
        return Visible(ids)
    theirs = select(feed_articles.c.article_id).where(_is_one_of(feed_articles.c.feed_id, ids))
    counted = select(func.count()).select_from(theirs.limit(LISTED + 1).subquery())
    return Visible(ids, await connection.scalar(counted) or 0)


def is_visible(feed_id: ColumnElement[int], visible: Visible) -> ColumnElement[bool]:
    """Whether a feed is one of these; the statement stays short where they are many."""
    return _is_one_of(feed_id, visible.ids)


def _is_one_of(feed_id: ColumnElement[int], ids: tuple[int, ...]) -> ColumnElement[bool]:
    return feed_id.in_(ids) if len(ids) <= NAMED else among(feed_id, ids)


def is_in(article_id: ColumnElement[int], visible: Visible) -> ColumnElement[bool]:
    """Whether an article belongs to one of these feeds.

    It stands in one or two, so that those are compared (hence ``+ 0``), and not each of the feeds
    is searched for it.
    """
    its_feed = feed_articles.c.feed_id + 0
    its_own = feed_articles.c.article_id == article_id
    return select(feed_articles.c.article_id).where(its_own, is_visible(its_feed, visible)).exists()


def newest_in(visible: Visible, since: datetime | None, count: int) -> Select[int, datetime]:
    """The newest articles of these feeds: id and time, without repeats, newest first.

    Of few feeds, or such as hold little, only the newest of each are looked at, as no others can be
    among the newest of all. The others hold so large a part of all articles that the newest of all
    are looked through.
    """
    one_by_one = visible.may_be_named(FEW)
    feed_id = feed_articles.c.feed_id if one_by_one else feed_articles.c.feed_id + 0
    newest = (
        select(feed_articles.c.article_id, feed_articles.c.effective)
        .where(is_visible(feed_id, visible), _after(since))
        .distinct()
        .order_by(feed_articles.c.effective.desc(), feed_articles.c.article_id.desc())
        .limit(count)
    )
    if not one_by_one:
        return newest
    oldest = (
        select(feed_articles.c.effective)
        .where(feed_articles.c.feed_id == feeds.c.id)
        .order_by(feed_articles.c.effective.desc())
        .limit(1)
        .offset(count - 1)
        .correlate(feeds)
        .scalar_subquery()
    )
    in_reach = feed_articles.c.effective >= func.coalesce(oldest, -(2**62))
    return newest.join_from(feed_articles, feeds, feed_articles.c.feed_id == feeds.c.id).where(
        is_visible(feeds.c.id, visible), in_reach
    )


def count_in(
    visible: Visible, since: datetime | None, only: ColumnElement[bool] = EVERY_ONE
) -> Select[int]:
    """How many articles these feeds have, each counted once; no further than one past COUNTED.

    ``only`` says of a row of feed_articles whether it counts.
    """
    listed = (
        select(feed_articles.c.article_id)
        .where(is_visible(feed_articles.c.feed_id, visible), _after(since), only)
        .distinct()
        .limit(COUNTED + 1)
    )
    return select(func.count()).select_from(listed.subquery())


def time_of(article_id: ColumnElement[int]) -> ColumnElement[datetime]:
    """When an article counts as published, without a look at its long row."""
    return (
        select(feed_articles.c.effective)
        .where(feed_articles.c.article_id == article_id)
        .limit(1)
        .scalar_subquery()
    )


def _after(since: datetime | None) -> ColumnElement[bool]:
    return true() if since is None else feed_articles.c.effective >= since
