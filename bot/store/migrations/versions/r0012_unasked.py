"""Unasked: two indexes that no question needs, each written into at another place every time."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.drop_index("quotes_by_words", "quotes")
    op.drop_index("figures_by_meaning", "figures")
