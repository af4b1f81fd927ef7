"""Pages: which items of a list are shown."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, func, over, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.queries import PAGE_SIZE

MOST_PAGES = 10**9
"""More than there will be; SQLite counts no further than 2**63."""

Item = TypeVar("Item")


def choose_page(number: int, total: int) -> int:
    """The page that is shown where this one is asked for: the nearest there is.

    >>> choose_page(2, 11), choose_page(9, 11), choose_page(-1, 11), choose_page(3, 0)
    (2, 3, 1, 1)
    """
    return min(max(1, number), max(1, -(-total // PAGE_SIZE)))


def items_on(number: int, items: Sequence[Item]) -> Sequence[Item]:
    """The items of a page.

    >>> items_on(2, "abcdefg")
    'fg'
    """
    return items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


async def find_page(
    connection: AsyncConnection, statement: Select[*tuple[Any, ...]], number: int
) -> tuple[list[int], int, int]:
    """The ids on a page of an ordered statement, which page that is, and of how many items.

    The nearest page is given where this one is not there. Items and number come from one
    statement, as finding the matches is what takes time.
    """
    number = min(max(1, number), MOST_PAGES)
    page = statement.add_columns(over(func.count()).label("total")).limit(PAGE_SIZE)
    rows = (await connection.execute(page.offset((number - 1) * PAGE_SIZE))).all()
    if rows:
        return [row[0] for row in rows], number, rows[0].total
    counted = select(func.count()).select_from(statement.order_by(None).subquery())
    total = await connection.scalar(counted) or 0
    if not total:
        return [], 1, 0
    return await find_page(connection, statement, choose_page(number, total))
