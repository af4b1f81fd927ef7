"""Feeds, who follows them, and what they said."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table

from bot.store.schema.base import metadata, to
from bot.store.types import Folder, UtcTime, Words

SHELF = 1
"""The feed without an address: the articles that the operator loaded by hand."""

feeds = Table(
    "feeds",
    metadata,
    Column("id", Integer, primary_key=True),
    # the feed
    Column("url", Words, nullable=False, unique=True),
    Column("title", Words),
    # us
    Column("library", Boolean, nullable=False),  # the operator's own: everybody sees it
    # the web
    Column("etag", Words),
    Column("modified", Words),
    Column("interval", Integer),  # seconds between two readings, as the feed itself wants it
    Column("moved_to", Words),  # where the last readings were redirected to for good
    Column("moves", Integer, nullable=False, default=0),  # and how many they were
    # us
    Column("added", UtcTime),
    Column("first_read", UtcTime),  # None: the next reading is the first, and posts nothing
    Column("last_read", UtcTime),
    Column("asked", UtcTime),  # last, whatever came of it
    Column("next_due", UtcTime),  # None: at once
    Column("failures", Integer, nullable=False, default=0),  # in a row, as are the next two
    Column("failing_since", UtcTime),
    Column("times_gone", Integer, nullable=False, default=0),  # answers of 410
    Column("fault", String),
    Column("status", Integer),
    Column("sentence", Words),  # the fault, in words for whoever follows the feed
    Column("paused", Words),  # why it is not read until a person looks at it
    # a list of feeds
    Column("site", Words),  # the page that it belongs to
    Column("folder", Folder),  # of the library, as in the list that it came from
)

follows = Table(
    "follows",
    metadata,
    Column("guild_id", BigInteger, primary_key=True),
    Column("feed_id", to("feeds.id"), primary_key=True),
    Column("channel_id", BigInteger),  # where its news are posted; None: nowhere
    Column("since", UtcTime),  # what the feed carried before is no news here
    Column("folder", Folder),  # as in the list that it came from
    Index("follows_by_feed", "feed_id"),
    Index("follows_by_channel", "channel_id"),
)

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed_id", to("feeds.id"), nullable=False),
    # us: what it is known again by (model.Seen)
    Column("guid", Words),
    Column("page", Words),
    Column("title_key", Words, nullable=False),
    Column("published", UtcTime),
    Column("digest", String, nullable=False),
    # us
    Column("seen", UtcTime, nullable=False),  # first
    Column("news", Boolean, nullable=False),  # to be posted as soon as its article is analysed
    Column("article_id", ForeignKey("articles.id", ondelete="SET NULL")),
    Column("waits_from", UtcTime),
    Column("due", UtcTime),  # when its article is to be read; None: it was read or given up
    Column("failures", Integer, nullable=False),
    Column("reason", Words),  # why it could not be read
    # the feed
    Column("title", Words, nullable=False),
    Column("url", Words),
    Column("author", Words),
    Column("updated", UtcTime),
    Column("summary", Words),
    Column("content", Words),  # the whole article, until it is read
    Column("met", UtcTime, nullable=False),  # us: when the feed last had it, within a day
    Index("entries_by_guid", "feed_id", "guid"),
    Index("entries_by_page", "feed_id", "page"),
    Index("entries_by_title", "feed_id", "title_key"),
    Index("entries_by_article", "article_id"),
    Index("entries_by_due", "due"),
    Index("entries_by_meeting", "feed_id", "met"),
)
