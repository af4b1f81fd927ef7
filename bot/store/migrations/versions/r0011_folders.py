"""Folders: where a feed lay in the list that it came from, so that it goes out as it came in."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for table in ("feeds", "follows"):
        op.add_column(table, sa.Column("folder", sa.Text))
