"""Pages: which items of a list are shown, and records put together from their columns."""

from collections.abc import Sequence
from typing import TypeVar

from bot.queries import PAGE_SIZE

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
