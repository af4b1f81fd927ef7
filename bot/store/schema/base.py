"""What the tables share."""

from sqlalchemy import ForeignKey, MetaData

metadata = MetaData()


def to(target: str) -> ForeignKey:
    """A reference to a row with which this one goes."""
    return ForeignKey(target, ondelete="CASCADE")
