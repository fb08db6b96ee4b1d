"""The reasons why two phases cannot be compared directly."""

from enum import StrEnum, unique


@unique
class Incomparable(StrEnum):
    """The reasons why the numbers of two phases cannot be compared directly.

    The library states the reasons, and does not scale the numbers.
    """

    PREDICATE = "predicate"
    """Only one of the phases has a target about the indicator."""
    UNIT = "unit"
    """The earlier phase planned the number in another unit."""
    LENGTH = "length"
    """The phases differ in length."""
