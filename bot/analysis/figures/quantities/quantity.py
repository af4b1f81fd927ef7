"""The noun: a number as it is said."""

from dataclasses import dataclass
from decimal import Decimal

from bot.analysis.figures.quantities.number import Value
from bot.model import Modifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is said, from the word ``first`` up to, not including, ``last``.

    ``number`` is the word where its digits begin; ``rate`` what it is reckoned by ("share").
    """

    first: int
    number: int
    last: int
    value: Value
    unit: str | None = None
    money: bool = False
    rate: str | None = None
    scale: Decimal = Decimal(1)
    spelled: bool = False
    modifier: Modifier = Modifier.EXACT
    age: bool = False

    @property
    def measured(self) -> bool:
        """Whether it has a unit of measure or money, so that it counts no things.

        >>> Quantity(0, 0, 1, Decimal(5)).measured, Quantity(0, 0, 2, Decimal(5), "day").measured
        (False, True)
        """
        return self.unit is not None
