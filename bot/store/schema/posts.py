"""What is posted where, and the state of the service."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, UniqueConstraint

from bot.store.schema.base import metadata, to
from bot.store.types import UtcTime, Words

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", to("articles.id"), nullable=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("effective", UtcTime, nullable=False),  # the article's
    Column("nonce", String, nullable=False),  # by which Discord knows a second try
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("made", UtcTime, nullable=False),
    Column("attempted", UtcTime),  # last
    Column("doubted", UtcTime),  # the first attempt that may have been carried out unheard
    Column("settled", UtcTime),  # when it was delivered, given up or dropped
    Column("message_id", BigInteger),
    Column("reason", Words),
    UniqueConstraint("article_id", "channel_id"),
    Index("deliveries_by_state", "state", "channel_id", "effective"),
    Index("deliveries_by_guild", "guild_id"),
    sqlite_autoincrement=True,  # an id that a message shows is never given again
)

channels = Table(
    "channels",
    metadata,
    Column("channel_id", BigInteger, primary_key=True),
    Column("waits_from", UtcTime),
    Column("waits_until", UtcTime),
    Column("paused", UtcTime),  # since when nothing can be posted there
    Column("reason", Words),
    Column("told", UtcTime),  # when moderators were told
)

state = Table(
    "state",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Words, nullable=False),
)
