"""The arguments and options of the command `intake`, and what each of them accepts."""

import re
from collections.abc import Collection
from pathlib import Path

from nsc_program.cli._files import input_file, output_file
from nsc_program.cli._grammar import Parameter
from nsc_program.cli._options import DAY, OUTPUT, TERRITORY, day
from nsc_program.cli._page import WIDTH
from nsc_program.cli._words import Offering, no_such, one_of, refusal
from nsc_program.errors import Message
from nsc_program.records._rejected_rows import ROWS
from nsc_program.values._periods import Period
from nsc_program.values._validators import shown


def _kebab(name: str) -> str:
    """Write the name of a class as the command does: `PilotModel` as `pilot-model`."""
    letters = (f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
    return "".join(letters).strip("-")


_KINDS = {_kebab(name): name for name in ROWS}
_OTHER_NAMES = {
    **{name.lower(): kind for kind, name in _KINDS.items()},
    # The plurals, which are the keys of a register's document.
    **{f"{kind.removesuffix('y')}{'ies' if kind.endswith('y') else 's'}": kind for kind in _KINDS},
}


def _kind(text: str) -> str:
    """Accept the name of a class of rows, in the spelling of the command or of a document."""
    return record_class(text, ROWS)


def record_class(text: str, among: Collection[str]) -> str:
    """Accept the name of a class of records, in the spelling of the command or of a document.

    Args:
        text: the name as it was given.
        among: the names of the classes that are possible.

    Raises:
        InvalidValue: for any other name.
    """
    name = text.lower().replace("_", "-")
    kind = _OTHER_NAMES.get(name, name)
    if _KINDS.get(kind) not in among:
        raise no_such([own for own, of in _KINDS.items() if of in among], text)
    return _KINDS[kind]


def workbook(text: str) -> Path:
    """Accept the name of a workbook to write."""
    if not text.lower().endswith(".xlsx"):
        raise refusal(
            "not-a-workbook",
            f"cần tên một tệp .xlsx, nhưng nhận được {shown(text)}",
            f"expected the name of an .xlsx file, got {shown(text)}",
        )
    return output_file(text)


def _column(text: str) -> tuple[str, str]:
    """Accept a field and the heading of its column."""
    return _two_parts(text, "enterprise=MST")


def _value(text: str) -> tuple[str, str]:
    """Accept a field and the value that all rows share."""
    return _two_parts(text, "on=13/06/2024")


def _two_parts(text: str, example: str) -> tuple[str, str]:
    """Split a text at its first equals sign."""
    field, equals, rest = text.partition("=")
    if not equals:
        raise refusal(
            "not-a-column",
            f"phải có dấu = ở giữa, như “{example}”, nhưng nhận được {shown(text)}",
            f"expected two parts with = between them, for example “{example}”, got {shown(text)}",
        )
    return field, rest


def _end_of_years(text: str) -> tuple[int, int]:
    """Accept the day and the month on which report years end, such as 30/11."""
    written = _DAY_AND_MONTH.fullmatch(text)
    if written is None:
        raise refusal(
            "not-a-day",
            f"cần ngày và tháng, như 30/11, nhưng nhận được {shown(text)}",
            f"expected a day and a month, such as 30/11, got {shown(text)}",
        )
    ends = int(written[2]), int(written[1])
    Period.of_report_year(_ANY_YEAR, ends=ends)  # raises if there is no such day
    return ends


_DAY_AND_MONTH = re.compile("([0-9]{1,2})/([0-9]{1,2})")
_ANY_YEAR = 2000

KIND = Parameter(
    name="kind",
    shown=Message("LOẠI", "KIND"),
    help=Message(
        f"các dòng là gì, một trong: {', '.join(_KINDS)}",
        f"the kind of rows: one of {', '.join(_KINDS)}",
    ),
    take=Offering(tuple(_KINDS), _kind),
    required=True,
)

PARAMETERS: tuple[Parameter, ...] = (
    KIND,
    Parameter(
        name="file",
        shown=Message("TỆP.xlsx|.xls|.ods|.csv", "FILE.xlsx|.xls|.ods|.csv"),
        help=Message("bảng tính cần đọc", "the spreadsheet to read"),
        take=input_file,
        required=True,
    ),
    OUTPUT,
    Parameter(
        name="problems",
        flags=("--problems",),
        shown=Message("VẤN_ĐỀ.xlsx", "PROBLEMS.xlsx"),
        help=Message(
            "ghi các dòng chưa tiếp nhận được ra tệp này, nguyên như nguồn, kể cả họ tên, để sửa",
            "write the rejected rows to this file for correction, unchanged, including "
            "people's names",
        ),
        take=workbook,
    ),
    Parameter(
        name="sheet",
        flags=("--sheet",),
        shown=Message("TRANG_TÍNH", "SHEET"),
        help=Message(
            "tên trang tính, dùng nhiều lần để đọc nhiều trang; mặc định là trang đang mở "
            "trong tệp",
            "a sheet to read, by its name; the default is the sheet that is open in the workbook",
        ),
        several=True,
    ),
    Parameter(
        name="column",
        flags=("--column",),
        shown=Message("TRƯỜNG=TIÊU_ĐỀ", "FIELD=HEADING"),
        help=Message(
            "tiêu đề của một cột, như “enterprise=MST”; để trống sau dấu = nếu không có cột này",
            "the heading of a column, for example “enterprise=MST”; write nothing after = "
            "if the table does not have this column",
        ),
        take=_column,
        several=True,
    ),
    Parameter(
        name="ignore",
        flags=("--ignore",),
        shown=Message("TIÊU_ĐỀ", "HEADING"),
        help=Message(
            "bỏ qua một cột, một dòng ngoài số liệu, một ghi chú trên ô hoặc một trang tính khác, "
            "dù nội dung ghi gì",
            "ignore a column, a line that is not data, a note on a cell or another sheet, "
            "whatever it says",
        ),
        several=True,
    ),
    Parameter(
        name="ignore_from",
        flags=("--ignore-from",),
        shown=Message("TỆP", "FILE"),
        help=Message(
            "như --ignore, với các nội dung trong một tệp văn bản UTF-8: mỗi dòng một nội dung, "
            "dòng bắt đầu bằng # là ghi chú; có thể dùng chung cho nhiều danh sách",
            "like --ignore, with the texts of a text file in UTF-8: one text a line, and comments "
            "after #; the file may serve many lists",
        ),
        take=input_file,
        several=True,
    ),
    Parameter(
        name="value",
        flags=("--value",),
        shown=Message("TRƯỜNG=GIÁ_TRỊ", "FIELD=VALUE"),
        help=Message(
            "giá trị chung của mọi dòng, như “on=13/06/2024”",
            "a value that all rows share, for example “on=13/06/2024”",
        ),
        take=_value,
        several=True,
    ),
    Parameter(
        name="id_from",
        flags=("--id-from",),
        shown=Message("TIÊU_ĐỀ", "HEADING"),
        help=Message(
            "nếu bảng không có mã hồ sơ: ghép mã từ các cột này, không chỉ từ cột số thứ tự; "
            "cũng có thể là tên trường có giá trị chung (--value)",
            "if the table does not have ids: make them from these columns, but not from the "
            "running number alone; a field that --value gives a value may be one of them",
        ),
        several=True,
    ),
    Parameter(
        name="corrects_keys",
        flags=("--corrects-keys",),
        help=Message(
            "dòng cùng mã hồ sơ nhưng khác mã đối tượng là bản sửa của mã ghi sai",
            "treat rows with the same id and different keys as corrections of a mistyped key",
        ),
        default=False,
    ),
    Parameter(
        name="report_year_ends",
        flags=("--report-year-ends",),
        shown=Message("NGÀY/THÁNG", "DAY/MONTH"),
        help=Message(
            "năm của số liệu báo cáo là năm báo cáo, kết thúc ngày này, như 30/11",
            "the years of reported figures are report years, which end on this day, such as 30/11",
        ),
        take=_end_of_years,
    ),
    Parameter(
        name="complete_from",
        flags=("--complete-from",),
        shown=DAY,
        help=Message(
            "cùng với --complete-through: khẳng định đầy đủ từ ngày này",
            "together with --complete-through: the first day of the claim",
        ),
        take=day,
    ),
    Parameter(
        name="hidden_rows",
        flags=("--hidden-rows",),
        shown=Message("reject|take|leave", "reject|take|leave"),
        help=Message(
            "dòng ẩn, bị lọc hoặc gạch ngang: chưa tiếp nhận (“reject”, mặc định), tiếp "
            "nhận (“take”), hoặc bỏ qua (“leave”)",
            "rows that are hidden, filtered or struck through: reject them (“reject”, the "
            "default), read them like the others (“take”), or ignore them (“leave”)",
        ),
        take=one_of("reject", "take", "leave"),
        default="reject",
    ),
    Parameter(
        name="complete_through",
        flags=("--complete-through",),
        shown=DAY,
        help=Message(
            "khẳng định tệp có đầy đủ số liệu đến hết ngày này, như 30/6/2026 hoặc 2026-06-30",
            "claim that the file is complete up to the close of this day, such as 2026-06-30 or "
            "30/6/2026",
        ),
        take=day,
    ),
    Parameter(
        name="recorded_on",
        flags=("--recorded-on",),
        shown=DAY,
        help=Message(
            "ngày ghi nhận các dòng, như ngày xuất tệp",
            "the day on which the rows were recorded, for example the day of the export",
        ),
        take=day,
    ),
    TERRITORY,
    WIDTH,
    Parameter(
        name="secret",
        flags=("--secret",),
        shown=Message("TỆP", "FILE"),
        help=Message(
            "tạo mã ẩn danh từ số định danh cá nhân, bằng khóa bí mật viết trong tệp này "
            "dưới dạng chữ số thập lục phân",
            "replace people's identity numbers with pseudonyms, made with the secret in "
            "this file, which is written in hexadecimal digits",
        ),
        take=input_file,
    ),
)
