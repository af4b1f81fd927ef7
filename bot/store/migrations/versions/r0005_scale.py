"""What half a million articles ask for: other indexes, and when an entry was met last."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.drop_index("feed_articles_shared", "feed_articles")
    op.drop_column("feed_articles", "shared")
    op.create_index("feed_articles_by_time", "feed_articles", ["effective", "article_id"])
    op.drop_index("quotes_by_speaker", "quotes")
    found_by = ["speaker_id", "effective", "article_id", "kind", "passage_id"]
    op.create_index("quotes_by_speaker", "quotes", found_by)
    op.add_column("entries", sa.Column("met", sa.BigInteger, nullable=False, server_default="0"))
    op.execute("UPDATE entries SET met = seen")
    op.create_index("entries_by_meeting", "entries", ["feed_id", "met"])
