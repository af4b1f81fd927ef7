"""Rows: many are written into a table, or looked up in it, with one statement."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Table, TypeDecorator, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

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


def among(column: ColumnElement[int], numbers: Iterable[int]) -> ColumnElement[bool]:
    """Whether a column has one of these numbers, which are told in one value.

    To SQLAlchemy each value is as much work as a look at the row.
    """
    listed = func.json_each(json.dumps(list(numbers))).table_valued("value")
    return column.in_(select(listed.c.value))


@lru_cache(maxsize=100)
def _prepare(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Form:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = getattr(compiled, "positiontup", None) or names
    columns = tuple((name, _find_keeper(table.c[name].type, dialect)) for name in order)
    return _Form(str(compiled), columns)


def _find_keeper(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """What a type makes of a value; None where it takes it as it is."""
    own = kind.dialect_impl(dialect)
    if isinstance(own, TypeDecorator) and own.impl_instance.bind_processor(dialect) is None:
        return partial(own.process_bind_param, dialect=dialect)
    return own.bind_processor(dialect)
