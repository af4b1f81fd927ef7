"""Waits: from when until when something is left alone."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_


def is_over(
    begun: ColumnElement[datetime | None], until: ColumnElement[datetime | None], now: datetime
) -> ColumnElement[bool]:
    """Whether a wait is over.

    It is, too, where the clock was put back before its beginning: what was to wait a quarter of
    an hour would wait for as long as the clock was wrong.
    """
    return or_(until <= now, begun > now)
