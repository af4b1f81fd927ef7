"""What a question may see: the operator's library, and the feeds that its server follows."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.queries import Scope
from bot.store.schema import feed_articles, feeds, follows

Visible = tuple[int, ...]
"""The ids of the feeds that a question may see."""

EVERY_ONE: ColumnElement[bool] = true()


async def feeds_in(connection: AsyncConnection, scope: Scope) -> Visible:
    """The feeds that this scope sees."""
    visible: ColumnElement[bool] = feeds.c.library
    if scope.guild is not None:
        followed = select(follows.c.feed_id).where(follows.c.guild_id == scope.guild)
        visible = or_(visible, feeds.c.id.in_(followed))
    return tuple(await connection.scalars(select(feeds.c.id).where(visible).order_by(feeds.c.id)))


def is_in(article_id: ColumnElement[int], visible: Visible) -> ColumnElement[bool]:
    """Whether an article belongs to one of these feeds."""
    return (
        select(feed_articles.c.article_id)
        .where(feed_articles.c.article_id == article_id, feed_articles.c.feed_id.in_(visible))
        .exists()
    )


def newest_in(
    visible: Visible,
    since: datetime | None,
    count: int,
    only: ColumnElement[bool] = EVERY_ONE,
) -> Select[int, datetime]:
    """The newest articles of these feeds: id and time, without repeats, newest first.

    Only the newest of each feed are looked at, as no others can be among the newest of all;
    ``only`` says of a row of feed_articles whether it counts.
    """
    oldest = (
        select(feed_articles.c.effective)
        .where(feed_articles.c.feed_id == feeds.c.id, only)
        .order_by(feed_articles.c.effective.desc())
        .limit(1)
        .offset(count - 1)
        .correlate(feeds)
        .scalar_subquery()
    )
    in_reach = feed_articles.c.effective >= func.coalesce(oldest, -(2**62))
    return (
        select(feed_articles.c.article_id, feed_articles.c.effective)
        .join_from(feeds, feed_articles, feed_articles.c.feed_id == feeds.c.id)
        .where(feeds.c.id.in_(visible), in_reach, _after(since), only)
        .distinct()
        .order_by(feed_articles.c.effective.desc(), feed_articles.c.article_id.desc())
        .limit(count)
    )


def count_in(
    visible: Visible, since: datetime | None, only: ColumnElement[bool] = EVERY_ONE
) -> Select[int]:
    """How many articles these feeds have, each counted once.

    Counting distinct ones takes ten times as long as counting all, so only those that stand in
    several feeds are told apart.
    """
    in_feeds = feed_articles.c.feed_id.in_(visible) & _after(since) & only
    shared = in_feeds & feed_articles.c.shared
    ids = feed_articles.c.article_id
    listed = select(func.count()).select_from(feed_articles).where(in_feeds)
    repeated = select(func.count() - func.count(ids.distinct())).where(shared)
    return select(listed.scalar_subquery() - repeated.scalar_subquery())


def _after(since: datetime | None) -> ColumnElement[bool]:
    return true() if since is None else feed_articles.c.effective >= since
