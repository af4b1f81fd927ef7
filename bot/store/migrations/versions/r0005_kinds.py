"""What sort of thing an article is, so that a card can say so."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    kind = sa.Column("kind", sa.String, nullable=False, server_default="article")
    op.add_column("articles", kind)
