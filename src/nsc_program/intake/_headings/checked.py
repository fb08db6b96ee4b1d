"""Read the cells of columns, and check their values; many rows have the same texts."""

from nsc_program.intake._cells import cells as _cells
from nsc_program.intake._cells import indicators, keys, numbers
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._words.units import Unit


def checked(
    column: Column, cell: object, unit: Unit | None = None, indicator: object = None
) -> object:
    """Read a cell and check its value.

    Args:
        column: the column of the cell.
        cell: the cell.
        unit: the unit that the row names, if it names one.
        indicator: the indicator of the row, if it has one.

    Returns:
        The value of the cell.

    Raises:
        Refused: if the cell cannot be read.
        Mended: if the cell could be read only after it was mended.
        InvalidValue: if the field does not allow the value.
    """
    if unit is None and type(cell) is str and cell in column.known:
        return column.known[cell]
    return _checked(column, cell, unit, indicator)


_MOST_KNOWN = 4096


def _checked(column: Column, cell: object, unit: Unit | None, indicator: object) -> object:
    """Read a cell that was not met before, and check its value."""
    _cells.refuse_not_shown(cell)
    if _may_reveal_people(column):
        keys.refuse_numbers_of_people(cell, is_key=not column.words)
    if column.words:
        keys.refuse_ditto(cell)
    value = reader(column, unit, indicator)(cell)
    if column.validate is not None:
        column.validate(value)
    if type(cell) is str and unit is None and _is_lasting(column):
        column.known[cell] = value
    return value


def _is_lasting(column: Column) -> bool:
    """Tell whether a column reads a text always in the same way, and more of them can be kept.

    A figure depends on its indicator, and whoever makes pseudonyms may change them.
    """
    is_fixed = column.name != "value" and not column.personal
    return is_fixed and len(column.known) < _MOST_KNOWN


def _may_reveal_people(column: Column) -> bool:
    """Tell whether a column takes any text, which may hold the number of a person by mistake."""
    return not (column.personal or column.is_code or column.measure is not None)


def reader(column: Column, unit: Unit | None, indicator: object) -> _cells.Reader:
    """Return the reader of a cell; it reads a reported number as what its indicator counts.

    Args:
        column: the column of the cell.
        unit: the unit that the row names, if it names one.
        indicator: the indicator of the row, if it has one.
    """
    if column.name == "value":
        return numbers.figure(unit or column.unit, indicators.taken_by(indicator))
    if unit is None or column.measure is None:
        return column.read
    return column.measure(unit)
