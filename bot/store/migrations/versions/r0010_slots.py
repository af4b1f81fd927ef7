"""Slots: where the numbers of a text stand, so that a form filled in anew is no copy."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("likenesses", sa.Column("slots", sa.LargeBinary))
