"""What sort of thing an article is, so that a card can say so."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    kind = sa.Column("kind", sa.String, nullable=False, server_default="article")
    op.add_column("articles", kind)
