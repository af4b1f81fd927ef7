"""The page that a feed belongs to, as lists of feeds name it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("feeds", sa.Column("site", sa.Text))
