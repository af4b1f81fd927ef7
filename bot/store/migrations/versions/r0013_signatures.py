"""Signatures: the bands of an article stand in one place, in the order in which they come, and the
index by words has those articles alone that are known by them."""

import json

import numpy as np
import sqlalchemy as sa
from alembic import op

from bot.likeness import make_sketch

revision = "0013"
down_revision = "0012"

PERIOD = 7 * 24 * 3_600 * 1_000_000 // 2

OF_WEEK = """
    SELECT article_id, likenesses.kept, effective, shingles, listed
    FROM likenesses
    JOIN articles ON articles.id = article_id
    JOIN (
        SELECT article_id, json_group_array(band) AS listed
        FROM bands WHERE week = :week GROUP BY article_id
    ) USING (article_id)
    WHERE likenesses.week = :week ORDER BY article_id
"""

WRITE = sa.text(
    "INSERT INTO signatures (article_id, kept, time, period, bands, sketch) "
    "VALUES (:article_id, :kept, :time, :period, :bands, :sketch)"
)


def upgrade() -> None:
    op.create_table(
        "signatures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("kept", sa.BigInteger, nullable=False),
        sa.Column("time", sa.BigInteger, nullable=False),
        sa.Column("period", sa.Integer, nullable=False),
        sa.Column("bands", sa.LargeBinary, nullable=False),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    connection = op.get_bind()
    weeks = sa.text("SELECT DISTINCT week FROM likenesses ORDER BY 1")
    for week in connection.scalars(weeks).all():
        _sign(connection, week)
    op.create_index("signatures_by_kept", "signatures", ["kept"])
    op.create_index("signatures_by_period", "signatures", ["period"])
    op.drop_table("bands")
    op.drop_index("likenesses_by_week", "likenesses")
    op.drop_column("likenesses", "week")
    op.drop_index("articles_by_digest", "articles")
    op.create_index(
        "articles_without_url", "articles", ["digest"], sqlite_where=sa.text("url IS NULL")
    )


def _sign(connection: sa.Connection, week: int) -> None:
    """Write the signatures of the articles of a week."""
    signed = [
        {"article_id": row.article_id, "kept": row.kept, "time": row.effective}
        | {"period": row.effective // PERIOD}
        | {"bands": np.array(json.loads(row.listed), np.uint64).astype("<u4").tobytes()}
        | {"sketch": make_sketch(np.frombuffer(row.shingles, "<u4").tolist())}
        for row in connection.execute(sa.text(OF_WEEK), {"week": week})
    ]
    if signed:
        connection.execute(WRITE, signed)
