"""Copies: by what the text of an article is known again, and which articles have one text."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "likenesses",
        _article(),
        sa.Column("kept", sa.BigInteger, nullable=False),
        sa.Column("shingles", sa.LargeBinary, nullable=False),
    )
    op.create_index("likenesses_by_kept", "likenesses", ["kept"])
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger, primary_key=True),
        _article(),
        sqlite_with_rowid=False,
    )
    op.create_index("bands_by_article", "bands", ["article_id"])
    op.create_table("copies", _article(), sa.Column("family", sa.Integer, nullable=False))
    op.create_index("copies_by_family", "copies", ["family"])


def _article() -> sa.Column[int]:
    to = sa.ForeignKey("articles.id", ondelete="CASCADE")
    return sa.Column("article_id", sa.Integer, to, primary_key=True)
