"""What a living service remembers: how feeds are read, their entries, the outbox, and its state."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _feeds()
    _entries()
    _deliveries()
    op.create_table(
        "state",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _feeds() -> None:
    for column in (
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("interval", sa.Integer),
        sa.Column("moved_to", sa.Text),
        sa.Column("moves", sa.Integer, nullable=False, server_default="0"),
        sa.Column("added", sa.BigInteger),
        sa.Column("first_read", sa.BigInteger),
        sa.Column("last_read", sa.BigInteger),
        sa.Column("asked", sa.BigInteger),
        sa.Column("next_due", sa.BigInteger),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
        sa.Column("failing_since", sa.BigInteger),
        sa.Column("times_gone", sa.Integer, nullable=False, server_default="0"),
        sa.Column("fault", sa.String),
        sa.Column("status", sa.Integer),
        sa.Column("sentence", sa.Text),
        sa.Column("paused", sa.Text),
    ):
        op.add_column("feeds", column)
    op.add_column("follows", sa.Column("since", sa.BigInteger))
    op.create_index("follows_by_feed", "follows", ["feed_id"])
    op.create_index("follows_by_channel", "follows", ["channel_id"])


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "feed_id", sa.Integer, sa.ForeignKey("feeds.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("guid", sa.Text),
        sa.Column("page", sa.Text),
        sa.Column("title_key", sa.Text, nullable=False),
        sa.Column("published", sa.BigInteger),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("seen", sa.BigInteger, nullable=False),
        sa.Column("news", sa.Boolean, nullable=False),
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="SET NULL")),
        sa.Column("waits_from", sa.BigInteger),
        sa.Column("due", sa.BigInteger),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("updated", sa.BigInteger),
        sa.Column("summary", sa.Text),
        sa.Column("content", sa.Text),
    )
    op.create_index("entries_by_guid", "entries", ["feed_id", "guid"])
    op.create_index("entries_by_page", "entries", ["feed_id", "page"])
    op.create_index("entries_by_title", "entries", ["feed_id", "title_key"])
    op.create_index("entries_by_article", "entries", ["article_id"])
    op.create_index("entries_by_due", "entries", ["due"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "article_id",
            sa.Integer,
            sa.ForeignKey("articles.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("effective", sa.BigInteger, nullable=False),
        sa.Column("nonce", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("made", sa.BigInteger, nullable=False),
        sa.Column("attempted", sa.BigInteger),
        sa.Column("doubted", sa.BigInteger),
        sa.Column("settled", sa.BigInteger),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("reason", sa.Text),
        sa.UniqueConstraint("article_id", "channel_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("deliveries_by_state", "deliveries", ["state", "channel_id", "effective"])
    op.create_index("deliveries_by_guild", "deliveries", ["guild_id"])
    op.create_table(
        "channels",
        sa.Column("channel_id", sa.BigInteger, primary_key=True),
        sa.Column("waits_from", sa.BigInteger),
        sa.Column("waits_until", sa.BigInteger),
        sa.Column("paused", sa.BigInteger),
        sa.Column("reason", sa.Text),
        sa.Column("told", sa.BigInteger),
    )
