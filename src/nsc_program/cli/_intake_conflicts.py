"""Name the sheets and rows that hold contradicting records under one id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from nsc_program.errors import InvalidValue, Message, Problem, RegisterConflict
from nsc_program.intake._cells.discreet import quoted
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake.files import Sheet

Found: TypeAlias = tuple[Sheet, str | None]
"""A sheet, and the heading of its ids if it has one."""
_MOST_PLACES = 10


def in_sheets(conflict: RegisterConflict, sheets: Sequence[Found]) -> InvalidValue:
    """Return the error for records of several sheets that contradict each other.

    Args:
        conflict: the error of the register.
        sheets: the sheets, with the headings of their ids.
    """
    ids = dict.fromkeys(str(identity[1]) for identity in conflict.args)
    return InvalidValue(*(_problem(id_, list(_places(id_, sheets))) for id_ in ids))


def _places(id_: str, sheets: Iterable[Found]) -> Iterator[tuple[str, int]]:
    """Give the sheets and the rows that hold an id."""
    for sheet, heading in sheets:
        for number, row in enumerate(sheet.rows, sheet.first_row):
            if heading is not None and _holds(row, heading, id_):
                yield sheet.name, number


def _holds(row: Mapping[str | None, object], heading: str, id_: str) -> bool:
    """Tell whether a row has an id."""
    return " ".join(text_of(row.get(heading)).split()) == id_


def _problem(id_: str, places: Sequence[tuple[str, int]]) -> Problem:
    """Write that an id stands for different things, and where."""
    where = Message(
        "".join(
            f"; trang {quoted([name])} dòng {number_in('vi', row)}"
            for name, row in places[:_MOST_PLACES]
        ),
        "".join(f"; sheet {quoted([name])} row {row:,}" for name, row in places[:_MOST_PLACES]),
    )
    seen = quoted([id_])
    return Problem(
        (),
        "conflicting-records",
        Message(
            f"mã hồ sơ {seen} có nội dung khác nhau ở các trang tính{where.vi}. Hãy cấp mã riêng "
            "cho từng hồ sơ, hoặc chỉ giữ dòng đúng; nếu trang sau đính chính trang trước, hãy "
            "nhập riêng từng trang với ngày ghi nhận (--recorded-on) khác nhau",
            f"id {seen} has different contents on the sheets{where.en}. Give each record an id of "
            "its own, or keep the right row; if a later sheet corrects an earlier one, read each "
            "of them with its own --recorded-on",
        ),
    )
