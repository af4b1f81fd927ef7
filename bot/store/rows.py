"""Rows: many are written into a table with one statement."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Table, insert
from sqlalchemy.ext.asyncio import AsyncConnection

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement that writes one row, and what each column makes of its value."""

    statement: str
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]

    def fill(self, row: Row) -> tuple[Any, ...]:
        """The values of a row as the driver takes them."""
        return tuple(
            [row[name] if keep is None else keep(row[name]) for name, keep in self.columns]
        )


async def write(connection: AsyncConnection, table: Table, rows: Sequence[Row]) -> None:
    """Write down rows, each with the same columns.

    Their values are prepared here, as SQLAlchemy's own way for many rows takes longer than the
    database itself.
    """
    if rows:
        form = _prepare(table, tuple(rows[0]), connection.dialect)
        await connection.exec_driver_sql(form.statement, [form.fill(row) for row in rows])


@lru_cache(maxsize=100)
def _prepare(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Form:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = getattr(compiled, "positiontup", None) or names
    columns = tuple(
        (name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order
    )
    return _Form(str(compiled), columns)
