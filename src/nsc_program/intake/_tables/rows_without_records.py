"""Rows that are not records.

These are blank rows, names of groups, repeated headings, the numbers of columns, and sums of the
other rows.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import ByHeading, Row, fault_of, filled, not_blank
from nsc_program.intake._cells.stated_amounts import announces_words
from nsc_program.intake._headings.headings import takes_units
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._tables.numbering import (
    GROUP,
    Numbering,
    is_in_brackets,
    names_a_group,
    numbering_of,
)
from nsc_program.intake._tables.table import Table
from nsc_program.intake._texts.names_alone import may_be_a_record
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._words.counted_texts import count_in
from nsc_program.intake._words.words import TOTAL, folded, normal, single_spaced


def no_record(row: ByHeading, table: Table, *, is_first: bool) -> Numbering:
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
    if _has_its_day(row, table):
        return Numbering.NO
    by_name = _filled_by_name(row, table)
    if _without_data(row, by_name, table):
        return Numbering.PERHAPS if _is_a_name_alone(row, table) else Numbering.SURELY
    if table.broken or has_extra(row):
        return Numbering.NO
    cells = list(own_cells(row))
    numbering = _numbering_in(cells, is_first=is_first)
    if numbering is not Numbering.NO:
        return numbering
    if any(map(_has_several_words, cells)) and _names_a_group_with_its_sum(row, table):
        return Numbering.SURELY
    # The name of a group may stand alone in its row, in a column that is read.
    return names_a_group(cells) if len(by_name) == 1 else Numbering.NO


_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{2}){1,2}")


def _has_its_day(row: ByHeading, table: Table) -> bool:
    """Tell at once that a row may be a record: it has a day that it needs, and another value.

    A day is not a sum, a heading, the number of a column, or the name or an amount of a group.
    """
    if table.day_needed is None or type(row) is not Row or len(row.cells) > row.places.width:
        return False
    cell = row.get(table.day_needed)
    if type(cell) is not str or _DAY.fullmatch(cell) is None:
        return False
    others = (heading for heading, _ in table.columns.values() if heading != table.day_needed)
    return any(not is_blank(row.get(heading)) for heading in others)


def _numbering_in(cells: list[object], *, is_first: bool) -> Numbering:
    """Tell whether a row numbers the columns, as surely only the first one and brackets do."""
    numbering = numbering_of(cells)
    if numbering is Numbering.SURELY and not (is_first or is_in_brackets(cells)):
        return Numbering.PERHAPS
    return numbering


def _filled_by_name(row: ByHeading, table: Table) -> Mapping[str, object]:
    """Return the filled cells of the columns that are read, by the names of the columns."""
    cells = ((name, row.get(heading)) for name, (heading, _) in table.columns.items())
    return {name: cell for name, cell in cells if not is_blank(cell)}


_AMOUNT = re.compile(r"[\d.,\s]+%?")


def _has_several_words(cell: object) -> bool:
    """Tell whether a cell is a text with a space, as the name of a group with its number is."""
    return isinstance(cell, str) and " " in cell


def _names_a_group_with_its_sum(row: ByHeading, table: Table) -> bool:
    """Tell whether a row is the name of a numbered group, and beside it only sums of its rows.

    It has no day, and no key except a name that may stand beneath the heading of one.
    """
    cells = _filled_with_names(row, table)
    if len(cells) < _BESIDE_A_NUMBER:
        return False
    name, first = cells[0]
    rank = cells[:1] if name is None and _is_a_rank(first) else []
    return _are_a_name_and_sums(cells[len(rank) :], [cell for _, cell in rank])


def _filled_with_names(row: ByHeading, table: Table) -> list[tuple[str | None, object]]:
    """Return the filled cells of a row; a column that is not read does not have a name."""
    names = {heading: name for name, (heading, _) in table.columns.items()}
    return [(names.get(heading), cell) for heading, cell in filled(row) if not is_blank(cell)]


def _are_a_name_and_sums(
    cells: Collection[tuple[str | None, object]], rank: Collection[object]
) -> bool:
    """Tell whether cells, with the columns that they are read as, are one name and sums."""
    words = [cell for _, cell in cells if not is_an_amount(cell)]
    summed = [name for name, cell in cells if is_an_amount(cell)]
    are_sums = bool(summed or rank) and all(map(_may_be_summed, summed))
    return are_sums and len(words) == 1 and _names_a_numbered_group((*rank, *words))


def _names_a_numbered_group(cells: Sequence[object]) -> bool:
    """Tell whether cells are the name of a group with its number, in a cell of its own or not."""
    name = cells[-1]
    if not isinstance(name, str) or " " not in name.strip():
        return False
    return names_a_group(cells) is Numbering.SURELY


def _may_be_summed(name: str | None) -> bool:
    """Tell whether the numbers of a column may be added up, as those that are not read may."""
    return name is None or takes_units(name)


def _is_a_rank(cell: object) -> bool:
    return isinstance(cell, str) and GROUP.fullmatch(cell.strip()) is not None


def is_an_amount(cell: object) -> bool:
    """Tell whether a cell is a number.

    Args:
        cell: the cell.
    """
    if isinstance(cell, str):
        return _AMOUNT.fullmatch(cell.strip()) is not None
    return isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool)


def _without_data(row: ByHeading, by_name: Mapping[str, object], table: Table) -> bool:
    """Tell whether a row is blank, names a group, repeats the headings, or adds up the others."""
    if has_extra(row):
        return False
    cells = not_blank(own_cells(row))
    if not cells or _is_merged_text(cells) or _states_a_count(cells, table):
        return True
    if _announces_words(cells):
        return True
    return not table.broken and _tells_of_others(cells, by_name, table)


def _is_a_name_alone(row: ByHeading, table: Table) -> bool:
    """Tell whether the only cell of a row names what a record is about, in an unread column."""
    cells = [(heading, cell) for heading, cell in filled(row) if not is_blank(cell)]
    (heading, cell), *others = cells or [("", None)]
    if others or heading not in table.beside or not isinstance(cell, str):
        return False
    return may_be_a_record(table.kind.__name__, heading, cell) and not table.accepts(cell)


def _states_a_count(cells: list[object], table: Table) -> bool:
    """Tell whether the only cell of a row is a plain sentence that counts the rows."""
    (first, *others), kind = cells, table.kind.__name__
    if others or not isinstance(first, str):
        return False
    return count_in(first, kind) is not None and is_plain_line(first, kind)


def _announces_words(cells: list[object]) -> bool:
    """Tell whether a row announces a sum in words: “Bằng chữ:”, with the words in it or beside."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    is_alone = len(texts) == len(cells) <= _BESIDE_A_NUMBER
    return is_alone and announces_words(texts[0])


def _tells_of_others(cells: list[object], by_name: Mapping[str, object], table: Table) -> bool:
    """Tell whether the filled cells of a row are about other rows: a name, headings, or a sum."""
    has_no_values = _are_headings(by_name, table) if by_name else _names_one_thing(cells)
    return has_no_values or _adds_up(cells, by_name, table)


def own_cells(row: ByHeading) -> Iterable[object]:
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
    texts = {cell if isinstance(cell, str) else id(cell) for cell in named}
    return len(named) <= 1 or len(texts) == 1


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
    if any(map(_is_total, cells)) and _has_only_totals_as_keys(by_name, table):
        return True
    has_a_day = any(name.endswith(_OF_A_DAY) for name in by_name)
    return not has_a_day and _has_only_a_sum(cells)


def _has_only_a_sum(cells: Iterable[object]) -> bool:
    """Tell whether the only words of a row begin as those of a sum: “Cộng quý I”, “Mang sang”."""
    said = [cell for cell in cells if not is_an_amount(cell)]
    return len(said) == 1 and _is_all(said[0], _SUM)


def is_sum(text: str) -> bool:
    """Tell whether a text announces a sum of rows, and not one of this and other lists.

    Args:
        text: the text.
    """
    is_of_this_list = not folded(text).startswith((*_WITH_OTHERS, *_OF_NO_ROWS))
    return is_of_this_list and (_is_total(text) or _is_all(text, _SUM))


def is_of_other_lists(text: str) -> bool:
    """Tell whether a text announces the sum of this list and earlier ones.

    >>> is_of_other_lists("Lũy kế từ đầu năm"), is_of_other_lists("Tổng cộng")
    (True, False)

    Args:
        text: the text.
    """
    return folded(text).startswith(_WITH_OTHERS)


_WITH_OTHERS = ("luy ke", "cong don", "mang sang")
"""The beginnings of the sums of this list and earlier ones."""
_OF_NO_ROWS = ("binh quan", "trung binh", "ca nuoc")
"""The beginnings of amounts that no rows add up to."""


def _has_only_totals_as_keys(by_name: Mapping[str, object], table: Table) -> bool:
    """Tell whether the cells that a record needs say “Tổng”, or are blank."""
    needed = (name for name in by_name if table.columns[name][1].needed)
    return all(_is_total(by_name[name]) for name in needed if name != "value")


def _is_total(cell: object) -> bool:
    """Tell whether a cell announces a total."""
    return _is_all(cell, TOTAL)


def _is_all(cell: object, pattern: "re.Pattern[str]") -> bool:
    """Tell whether a cell is a text that a pattern matches in full."""
    if not isinstance(cell, str) or cell.lstrip()[:1] not in _BEGIN_SUMS:
        return False
    return pattern.fullmatch(single_spaced(normal("NFC", cell))) is not None


_BEGIN_SUMS = frozenset("tclsmbTCLSMBſ")
"""The letters with which the words for sums begin."""


def _are_headings(by_name: Mapping[str, object], table: Table) -> bool:
    """Tell whether all cells repeat the headings above them."""
    return all(
        isinstance(cell, str) and folded(cell) == folded(table.columns[name][0])
        for name, cell in by_name.items()
    )


def has_extra(row: ByHeading) -> bool:
    """Tell whether a row has more cells than headings; `csv.DictReader` keeps them under `None`.

    Args:
        row: the row, by headings.
    """
    if isinstance(row, Row) and len(row.cells) <= row.places.width:
        return False
    extra = row.get(None)
    return isinstance(extra, list) and bool(not_blank(extra))
