"""Column types that give back exactly what was kept: words, times, decimals and shingles."""

import re
import struct
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Dialect, LargeBinary, String, Text, TypeDecorator

SURROGATE = re.compile("[\ud800-\udfff]")

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def clean(text: str) -> str:
    """The text as a database can hold it: lone surrogates replaced, one for one.

    >>> clean("half \\ud83d a smile")
    'half � a smile'
    """
    if text.isascii():
        return text
    try:
        text.encode()  # a tenth of the time of a search for what hardly any text has
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text)
    return text


class Words(TypeDecorator[str]):
    """Text of the outside world, which may hold what UTF-8 cannot."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean(value)


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept as microseconds since 1970: SQLite itself would give back a naive one.

    >>> kept = UtcTime().process_bind_param(EPOCH + timedelta(days=1), None)
    >>> kept, UtcTime().process_result_value(kept, None)
    (86400000000, datetime.datetime(1970, 1, 2, 0, 0, tzinfo=datetime.timezone.utc))
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        """Raises ValueError for a naive time: nobody knows when that is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        return None if value is None else EPOCH + value * MICROSECOND


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal, kept as its digits: SQLite would make a float of it.

    >>> ExactDecimal().process_result_value("456.780", None)
    Decimal('456.780')
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value)


class Folder(TypeDecorator[tuple[str, ...]]):
    """The names of folders in each other, kept as a line each; none as NULL.

    >>> Folder().process_bind_param(("News", "Halden"), None)
    'News\\nHalden'
    >>> Folder().process_result_value("News\\nHalden", None)
    ('News', 'Halden')
    >>> Folder().process_result_value(None, None)
    ()
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Any) -> str | None:
        return clean("\n".join(value)) if value else None

    def process_result_value(self, value: str | None, dialect: Any) -> tuple[str, ...]:
        return tuple(value.split("\n")) if value else ()


class Shingles(TypeDecorator[tuple[int, ...]]):
    """Numbers of 32 bits, kept as four bytes each.

    >>> kept = Shingles().process_bind_param((7, 2**32 - 1), None)
    >>> kept, Shingles().process_result_value(kept, None)
    (b'\\x07\\x00\\x00\\x00\\xff\\xff\\xff\\xff', (7, 4294967295))
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Any) -> bytes | None:
        return None if value is None else struct.pack(f"<{len(value)}I", *value)

    def process_result_value(self, value: bytes | None, dialect: Any) -> tuple[int, ...] | None:
        return None if value is None else struct.unpack(f"<{len(value) // 4}I", value)
