"""The reasons why numbers of two phases, or of two plans, cannot be compared directly."""

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


@unique
class PlansDiffer(StrEnum):
    """The reasons why two numbers of two plans cannot be compared.

    The library states the reasons, and does not scale the numbers.
    """

    NUMBER = "number"
    """Only one of the plans has a number for these days."""
    CHOICE = "choice"
    """Which things are counted depends on a question that the plans do not share."""
    UNIT = "unit"
    """The numbers are in different units."""
    COUNTING = "counting"
    """The plans count in different ways under one id."""
    NAME = "name"
    """The plans call the indicator by different names, and only the name says what is counted."""
    BASIS = "basis"
    """They are not the same kind of number: a total, a number for each year, or a growth."""
    BASELINE = "baseline"
    """The numbers are measured from different baselines."""
    LENGTH = "length"
    """The phases differ in length."""
    DAY = "day"
    """The states are those of different days."""
