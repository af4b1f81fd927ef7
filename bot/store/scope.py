"""What a question may see: the operator's library, and the feeds that its server follows."""

import json
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.queries import COUNTED, Scope
from bot.store.schema import feed_articles, feeds, follows

Visible = tuple[int, ...]
"""The ids of the feeds that a question may see."""

EVERY_ONE: ColumnElement[bool] = true()

FEW = 50
"""Feeds of each of which the newest articles are looked up; of more, the newest of all are looked
through."""

NAMED = 400
"""Feeds that are named in a question to the database, each with a search of its own; of more, what
is found is asked for its feed."""


async def feeds_in(connection: AsyncConnection, scope: Scope) -> Visible:
    """The feeds that this scope sees."""
    visible: ColumnElement[bool] = feeds.c.library
    if scope.guild is not None:
        followed = select(follows.c.feed_id).where(follows.c.guild_id == scope.guild)
        visible = or_(visible, feeds.c.id.in_(followed))
    # in one value, as ten thousand rows would hold up the event loop
    listed = await connection.scalar(select(func.json_group_array(feeds.c.id)).where(visible))
    return tuple(sorted(json.loads(listed or "[]")))


def is_visible(feed_id: ColumnElement[int], visible: Visible) -> ColumnElement[bool]:
    """Whether a feed is one of these; the statement stays short where they are many."""
    if len(visible) <= NAMED:
        return feed_id.in_(visible)
    listed = func.json_each(json.dumps(visible)).table_valued("value")
    return feed_id.in_(select(listed.c.value))


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

    Of few feeds only the newest of each are looked at, as no others can be among the newest of
    all. Many feeds hold so large a part of all articles that the newest of all are looked through.
    """
    one_by_one = len(visible) <= FEW
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
        feeds.c.id.in_(visible), in_reach
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
