"""Weeks: the bands of a week stand together, so that new ones are written into few places."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

WEEK = 7 * 24 * 3_600 * 1_000_000


def upgrade() -> None:
    week = sa.Column("week", sa.Integer, nullable=False, server_default="0")
    op.add_column("likenesses", week)
    op.execute(
        f"UPDATE likenesses SET week = (SELECT effective / {WEEK} FROM articles "
        "WHERE articles.id = likenesses.article_id)"
    )
    op.create_index("likenesses_by_week", "likenesses", ["week"])
    op.rename_table("bands", "former_bands")
    op.create_table(
        "bands",
        *(
            sa.Column(name, kind, primary_key=True)
            for name, kind in (
                ("week", sa.Integer),
                ("band", sa.BigInteger),
                ("article_id", sa.Integer),
            )
        ),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO bands SELECT week, band, article_id FROM former_bands "
        "JOIN likenesses USING (article_id) ORDER BY 1, 2, 3"
    )
    op.drop_table("former_bands")
