"""Rows that are not records.

These are blank rows, names of groups, repeated headings, the numbers of columns, and sums of the
other rows.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from nsc_program.intake._cells import is_blank
from nsc_program.intake._grid import Row, fault_of, filled
from nsc_program.intake._headings import takes_units
from nsc_program.intake._numbering import (
    GROUP,
    Numbering,
    is_in_brackets,
    names_a_group,
    numbering_of,
)
from nsc_program.intake._problems import Fault
from nsc_program.intake._table import Table
from nsc_program.intake._words import TOTAL, folded, normal


def no_record(row: Mapping[Any, object], table: Table, *, is_first: bool) -> Numbering:
    """Tell whether a row is not a record.

    Such a row is blank, names a group, repeats the headings, numbers the columns, or adds up the
    other rows.

    Args:
        row: the row, by headings.
        table: the table of the row.
        is_first: whether the row is the first of the table.

    Returns:
        Whether the row is surely, perhaps or not at all such a row.
    """
    if fault_of(row) is Fault.NO_RECORD:
        return Numbering.PERHAPS
    if _without_data(row, table):
        return Numbering.SURELY
    cells = list(own_cells(row))
    numbering = Numbering.NO if table.broken or has_extra(row) else numbering_of(cells)
    if numbering is Numbering.SURELY and not (is_first or is_in_brackets(cells)):
        return Numbering.PERHAPS
    return _names_a_group_beneath(row, cells, table) if numbering is Numbering.NO else numbering


def _names_a_group_beneath(
    row: Mapping[Any, object], cells: list[object], table: Table
) -> Numbering:
    """Tell whether the name of a group stands alone in its row, in a column that is read."""
    if not table.broken and not has_extra(row) and _names_a_group_with_its_sum(row, table):
        return Numbering.SURELY
    read = [row.get(heading) for heading, _ in table.columns.values()]
    filled_cells = [cell for cell in read if not is_blank(cell)]
    is_alone = len(filled_cells) == 1 and not table.broken and not has_extra(row)
    return names_a_group(cells) if is_alone else Numbering.NO


_AMOUNT = re.compile(r"[\d.,\s]+%?")


def _names_a_group_with_its_sum(row: Mapping[Any, object], table: Table) -> bool:
    """Tell whether a row is the name of a numbered group, and beside it only sums of its rows.

    It has no day, and no key except a name that may stand beneath the heading of one.
    """
    cells = [(heading, cell) for heading, cell in filled(row) if not is_blank(cell)]
    name_of = {heading: name for name, (heading, _) in table.columns.items()}
    if len(cells) < _BESIDE_A_NUMBER or cells[0][0] in name_of or not _is_a_rank(cells[0][1]):
        return False
    words = [cell for _, cell in cells[1:] if not _is_an_amount(cell)]
    sums = [heading for heading, cell in cells[1:] if _is_an_amount(cell)]
    if any(not takes_units(name_of[heading]) for heading in sums if heading in name_of):
        return False
    named = words[0] if len(words) == 1 else None
    return (
        isinstance(named, str)
        and " " in named.strip()
        and names_a_group(("I", named)) is Numbering.SURELY
    )


def _is_a_rank(cell: object) -> bool:
    return isinstance(cell, str) and GROUP.fullmatch(cell.strip()) is not None


def _is_an_amount(cell: object) -> bool:
    if isinstance(cell, str):
        return _AMOUNT.fullmatch(cell.strip()) is not None
    return isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool)


def _without_data(row: Mapping[Any, object], table: Table) -> bool:
    """Tell whether a row is blank, names a group, repeats the headings, or adds up the others."""
    cells = [cell for cell in own_cells(row) if not is_blank(cell)]
    if _is_merged_text(cells) and not has_extra(row):
        return True
    if not cells or table.broken or has_extra(row):
        return not cells and not has_extra(row)
    by_name = {
        name: cell
        for name, (heading, _) in table.columns.items()
        if not is_blank(cell := row.get(heading))
    }
    if _are_headings(by_name, table) if by_name else _names_one_thing(cells):
        return True
    return _adds_up(cells, by_name, table)


def own_cells(row: Mapping[Any, object]) -> Iterable[object]:
    """Return the cells beneath headings, without the cells that the row is too short to have.

    Args:
        row: the row, by headings.
    """
    if isinstance(row, Row):
        return row.cells[: row.places.width]
    return [cell for heading, cell in row.items() if heading is not None]


def _names_one_thing(cells: Iterable[object]) -> bool:
    """Tell whether a row has only one text beside its number; more may be a record without key."""
    named = [cell for cell in cells if not _is_a_rank(cell)]
    if len(named) <= 1:
        return True
    return len({cell if isinstance(cell, str) else id(cell) for cell in named}) == 1


_SUM = re.compile(
    r"(?:(?:tổng|cộng|cong|tong)(?! (?:công ty|cty|cục|đội|hội|giám đốc|hòa|hoà|đồng|sinh|"
    r"tác|cong ty|cuc|hoa|dong))|mang sang|chuyển sang trang|cộng trang|bình quân|trung bình|"
    r"binh quan|"
    r"trung binh|toàn (?:thành phố|tỉnh|ngành|quận|huyện|trang)|toan thanh pho|"
    r"cả (?:nước|thành phố)|lũy kế|luỹ kế|luy ke)(?!\w)"
    r"(?: [^\d;]{1,40}| (?:năm|quý|tháng|đợt) [\d/IVX]+)?\W*",
    re.IGNORECASE,
)
_OF_A_DAY = ("_on", "on", "issued", "_since", "_until")
"""How the names of the columns of days end."""
_BESIDE_A_NUMBER = 2  # cells of a group: its number and its name


def _is_merged_text(cells: list[object]) -> bool:
    """Tell whether all cells hold the same words: the name of a group, merged over the table."""
    return (
        len(cells) > _BESIDE_A_NUMBER
        and isinstance(cells[0], str)
        and " " in cells[0].strip()
        and all(cell == cells[0] for cell in cells)
    )


def _adds_up(cells: Iterable[object], by_name: Mapping[str, object], table: Table) -> bool:
    """Tell whether a row calls itself a sum, and has nothing that only a record has."""
    keys = [
        cell for name, cell in by_name.items() if table.columns[name][1].needed and name != "value"
    ]
    if any(map(_is_total, cells)) and all(map(_is_total, keys)):
        return True
    days = [name for name in by_name if name.endswith(_OF_A_DAY)]
    said = [cell for cell in cells if not _is_an_amount(cell) and not is_blank(cell)]
    return not days and len(said) == 1 and _begins_a_sum(said[0])


def _begins_a_sum(cell: object) -> bool:
    """Tell whether the only words of a row begin as those of a sum: “Cộng quý I”, “Mang sang”."""
    if not isinstance(cell, str):
        return False
    return _SUM.fullmatch(" ".join(normal("NFC", cell).split())) is not None


def _is_total(cell: object) -> bool:
    if not isinstance(cell, str):
        return False
    return TOTAL.fullmatch(" ".join(normal("NFC", cell).split())) is not None


def _are_headings(by_name: Mapping[str, object], table: Table) -> bool:
    texts = {name: cell.strip() for name, cell in by_name.items() if isinstance(cell, str)}
    if len(texts) < len(by_name):
        return False
    return all(folded(text) == folded(table.columns[name][0]) for name, text in texts.items())


def has_extra(row: Mapping[Any, object]) -> bool:
    """Tell whether a row has more cells than headings; `csv.DictReader` keeps them under `None`.

    Args:
        row: the row, by headings.
    """
    if isinstance(row, Row) and len(row.cells) <= row.places.width:
        return False
    extra = row.get(None)
    return isinstance(extra, list) and not all(map(is_blank, extra))
