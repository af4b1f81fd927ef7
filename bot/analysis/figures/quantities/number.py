"""The noun: a number, and where its words end."""

from dataclasses import dataclass
from decimal import Decimal

Value = Decimal | tuple[Decimal, Decimal]
"""An exact number, or the two ends of a range."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that ends before the word ``last``.

    ``scale`` is what a word such as "million" multiplied it by, ``spelled`` says that it stands
    in words and not in digits.
    """

    last: int
    value: Value
    scale: Decimal = Decimal(1)
    spelled: bool = False
