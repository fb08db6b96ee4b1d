"""Read the values that are given for all rows of a table."""

from collections.abc import Mapping
from datetime import date

from nsc_program.errors import InvalidValue, NscError
from nsc_program.intake._cells import cells
from nsc_program.intake._headings.beside import COUNTING, fault_of_text
from nsc_program.intake._headings.checked import checked
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._headings.refusals import in_words
from nsc_program.intake._messages.messages import message
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.values._text import Text


def refuse_days_to_come(values: Mapping[str, object], last: date) -> None:
    """Raise an error for a day that makes the rows count and comes after they were recorded.

    Args:
        values: the values that every row has, by the names of columns.
        last: the day on which the rows were recorded.

    Raises:
        InvalidValue: for such a day.
    """
    for name in COUNTING & values.keys():
        day = values[name]
        if isinstance(day, date) and day > last:
            raise _unfit(name, Fault.STILL_TO_COME.value, message(Fault.STILL_TO_COME))


def constant(name: str, cell: object, column: Column) -> object:
    """Read a value that every row has.

    Args:
        name: the name of the column.
        cell: the value as it was given.
        column: the column.

    Raises:
        InvalidValue: if the column cannot hold the value, or its words deny the record.
    """
    value = _value_of(name, cell, column)
    fault = fault_of_text(name, value, column) if isinstance(value, str) else None
    if fault is not None:
        raise _unfit(name, fault.value, message(fault))
    return value


def _value_of(name: str, cell: object, column: Column) -> object:
    """Read a value as a cell is read."""
    try:
        return checked(column, cell)
    except cells.Mended as mended:
        return mended.value
    except Refused as refused:
        raise _unfit(name, refused.fault.value, message(refused.fault, refused.detail)) from None
    except NscError as refused:
        (problem,) = refused.problems
        sentence = message(Fault.REFUSED, in_words(problem, {}))
        raise _unfit(name, problem.code, sentence) from None


def _unfit(name: str, code: str, sentence: Text) -> InvalidValue:
    """Return the error for a value that its column cannot hold."""
    return InvalidValue.at("values", name, code=code, vi=sentence.vi, en=sentence.en)
