"""The command `intake`: make a register from a spreadsheet, and account for every row."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from attrs import evolve

from nsc_program.cli._claims import refuse_claims
from nsc_program.cli._files import input_file, output_file, replacing, write_register
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._intake_words import (
    absent,
    in_options,
    lacking,
    not_read,
    quoted,
    sheets_unread,
    summary,
    there_are,
)
from nsc_program.cli._options import DAY, FOUND, OK, OUTPUT, day
from nsc_program.cli._progress import bytes_watched, rows_watched
from nsc_program.cli._streams import complain
from nsc_program.cli._words import at, no_such, one_of, refusal
from nsc_program.errors import InvalidValue, Message, Problem
from nsc_program.intake import Intake, find_columns, read
from nsc_program.intake._columns import columns_of
from nsc_program.intake._table import as_written
from nsc_program.intake.files import Sheet, open_sheets, write_problems
from nsc_program.records._pseudonyms import pseudonym
from nsc_program.records._register import ROWS, Completeness, Register, last_entered, row_class
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import shown

_OPENING = Text(vi="Mở tệp", en="Opening")
_READING = Text(vi="Đọc các dòng", en="Reading rows")


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
    name = text.lower().replace("_", "-")
    kind = _OTHER_NAMES.get(name, name)
    if kind not in _KINDS:
        raise no_such(_KINDS, text)
    return _KINDS[kind]


def _workbook(text: str) -> Path:
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


def _intake(options: Options) -> Done:
    """Read a spreadsheet, write the register and the rejected rows, and summarize the rows."""
    _refuse_overwriting(options)
    refuse_claims(options.complete_from, options.complete_through, options.recorded_on)
    people = None if options.secret is None else partial(pseudonym, _secret(options.secret))
    with at(str(options.file)), in_options():
        sheets = open_sheets(
            options.file,
            options.kind,
            options.sheet,
            named={name: heading for name, heading in options.column if heading},
            ignored=options.ignore,
            given=dict(options.value),
            hidden=options.hidden_rows,
            watch=partial(bytes_watched, desc=_OPENING.in_(options.lang)),
        )
        intakes = [(sheet, _read(sheet, people, options)) for sheet in sheets]
        register = _claimed(_merged(intakes, options), sheets, options)
    if options.problems is not None:
        (sheet, intake), *others = intakes
        with replacing(options.problems, private=True) as part:
            also = [(intake, sheet.headings) for sheet, intake in others]
            write_problems(part, intake, sheet.headings, options.lang, also=also)
    write_register(options.output, register)
    for name in sheets[0].others:
        complain(f"{options.file}: {not_read(name).in_(options.lang)}")
    is_whole = all(
        intake.is_understood and not (sheet.doubtful or sheet.assumed or sheet.hidden)
        for sheet, intake in intakes
    )
    return (OK if is_whole else FOUND), _summaries(intakes, options)


def _merged(intakes: Iterable[tuple[Sheet, Intake]], options: Options) -> Register:
    """Merge the registers of all sheets.

    Raises:
        RegisterConflict: if an id stands for different things in two sheets, or for different
            versions recorded on the same day.
    """
    first, *others = (intake.register for _, intake in intakes)
    return first.merge(*others, corrects_keys=options.corrects_keys)


def _refuse_overwriting(options: Options) -> None:
    """Refuse to write to a file that is read, or to write two files in one place."""
    outputs = [path for path in (options.output, options.problems) if path is not None]
    inputs = [path for path in (options.file, options.secret) if path is not None]
    written = [os.path.realpath(path) for path in outputs]
    read_ = {os.path.realpath(path) for path in inputs}
    if len(set(written)) < len(written) or read_ & set(written):
        raise refusal(
            "same-file",
            "các tệp đọc vào, --output và --problems phải là những tệp khác nhau",
            "the input files, --output and --problems must be different files",
        )


def _read(sheet: Sheet, people: Callable[[str], str] | None, options: Options) -> Intake:
    """Read the rows of one sheet."""
    return read(
        options.kind,
        sheet.rows,
        columns=_columns(sheet, options),
        recorded_on=options.recorded_on,
        people=people,
        first_row=sheet.first_row,
        source=f"{options.file.name} {sheet.name}",
        ignored=options.ignore,
        values=dict(options.value),
        id_from=options.id_from,
        corrects_keys=options.corrects_keys,
        progress=partial(rows_watched, total=len(sheet.rows), desc=_READING.in_(options.lang)),
    )


def _claimed(register: Register, sheets: Iterable[Sheet], options: Options) -> Register:
    """Return the register with the claim of completeness that the options make, if any.

    Raises:
        InvalidValue: if other sheets hold such a table and were not read.
    """
    if options.complete_through is None:
        return register
    unread = tuple(dict.fromkeys(name for sheet in sheets for name in sheet.alike))
    if unread:
        raise InvalidValue(Problem((), "sheets-unread", sheets_unread(unread)))
    return evolve(register, completeness=[_claim(register, options)])


def _secret(path: Path) -> bytes:
    """Return the secret in a file, after checking it by making the pseudonym of a sample number."""
    with at("--secret"), at(str(path)), in_options():
        try:
            secret = bytes.fromhex(path.read_text(encoding="ascii"))
        except ValueError:
            raise refusal(
                "not-hexadecimal",
                "khóa bí mật phải viết bằng chữ số thập lục phân, hai chữ số cho mỗi byte",
                "the secret must be written in hexadecimal digits, two for each byte",
            ) from None
        pseudonym(secret, "000000000000")
    return secret


def _claim(register: Register, options: Options) -> Completeness:
    """Return the claim that the options make, recorded once all rows were recorded."""
    days = [
        last_entered(register.records),
        *(row.recorded_on for row in register.rejected),
        options.recorded_on,
    ]
    recorded = [day for day in days if day is not None]
    made_on = max(*recorded, options.complete_through) if recorded else None
    period = Period(options.complete_from, options.complete_through)
    return Completeness(options.kind, period, made_on)


def _columns(sheet: Sheet, options: Options) -> Mapping[str, str]:
    """Return the columns that the options name, and those found among the other headings.

    Raises:
        InvalidValue: if a column is missing, or may be any of several; the messages name the
            options that settle it.
    """
    named: dict[str, str] = dict(options.column)
    values = dict(options.value)
    columns_of(row_class(options.kind), more=(*named, *values))  # raises if there is no such field
    present = {name: heading for name, heading in named.items() if heading}
    chosen = dict(as_written(present, sheet.headings))
    others = [heading for heading in sheet.headings if heading not in chosen.values()]
    columns = find_columns(options.kind, others)
    settled = {*values, *present}
    if options.id_from:
        settled.add("id")
    sentences = [*lacking(columns, named.keys() | settled, settled), *absent(chosen, sheet)]
    if sentences:
        sentences.append(there_are(sheet))
        raise InvalidValue(*(Problem((), "columns", sentence) for sentence in sentences))
    recognised = {name: heading for name, heading in columns.headings.items() if name not in named}
    return recognised | chosen


def _summaries(intakes: Collection[tuple[Sheet, Intake]], options: Options) -> Iterator[str]:
    """Yield the summary of each sheet, after its name if there are several."""
    for sheet, intake in intakes:
        if len(intakes) > 1:
            name = quoted([sheet.name])
            yield Text(vi=f"Trang tính {name}", en=f"Sheet {name}").in_(options.lang)
        yield from summary(intake, sheet, options.lang)


COMMANDS = (
    Command(
        name="intake",
        summary=Message("nhập số liệu từ bảng tính", "make a register from a spreadsheet"),
        about=Message(
            "Đọc các dòng của một tệp .xlsx, .xls, .ods hoặc .csv. Không dòng nào bị bỏ sót: mỗi "
            "dòng thành một hồ sơ, trùng với một hồ sơ, hoặc là dòng chưa tiếp nhận được, kèm lý "
            "do. Mã kết thúc là 1 nếu có dòng chưa tiếp nhận được.",
            "Read the rows of an .xlsx, .xls, .ods or .csv file. Every row is accounted for: it "
            "becomes a record, repeats a record, or is rejected with the reason. The exit code is "
            "1 if rows were rejected.",
        ),
        parameters=(
            Parameter(
                name="kind",
                shown=Message("LOẠI", "KIND"),
                help=Message(
                    f"các dòng là gì, một trong: {', '.join(_KINDS)}",
                    f"the kind of rows: one of {', '.join(_KINDS)}",
                ),
                take=_kind,
                required=True,
            ),
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
                    "ghi các dòng chưa tiếp nhận được ra tệp này, nguyên như nguồn, kể cả họ tên, "
                    "để sửa",
                    "write the rejected rows to this file for correction, unchanged, including "
                    "people's names",
                ),
                take=_workbook,
            ),
            Parameter(
                name="sheet",
                flags=("--sheet",),
                shown=Message("TRANG_TÍNH", "SHEET"),
                help=Message(
                    "tên trang tính, dùng nhiều lần để đọc nhiều trang; mặc định là trang đang mở "
                    "trong tệp",
                    "a sheet to read, by its name; the default is the sheet that is open in the "
                    "workbook",
                ),
                several=True,
            ),
            Parameter(
                name="column",
                flags=("--column",),
                shown=Message("TRƯỜNG=TIÊU_ĐỀ", "FIELD=HEADING"),
                help=Message(
                    "tiêu đề của một cột, như “enterprise=MST”; để trống sau dấu = nếu không có "
                    "cột này",
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
                    "bỏ qua một cột, hoặc một dòng phía trên bảng, dù nội dung ghi gì",
                    "ignore a column, or a line above the table, whatever it says",
                ),
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
                    "nếu bảng không có mã hồ sơ: ghép mã từ các cột này, không dùng cột số thứ tự",
                    "if the table does not have ids: make them from these columns, but not from "
                    "the running number",
                ),
                several=True,
            ),
            Parameter(
                name="corrects_keys",
                flags=("--corrects-keys",),
                help=Message(
                    "các dòng cùng mã nhưng khác đối tượng là bản sửa mã ghi sai",
                    "treat rows with the same id and different keys as corrections of a mistyped "
                    "key",
                ),
                default=False,
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
                    "khẳng định tệp có đầy đủ số liệu đến hết ngày này",
                    "claim that the file is complete up to the close of this day",
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
        ),
        examples=(
            (
                (
                    "intake support january.xlsx --complete-through 2025-12-31 -o january.json "
                    "--problems to-mend.xlsx"
                ),
                Message(
                    "nhập danh sách hỗ trợ; ghi riêng các dòng cần sửa",
                    "take in a list of supports; write the rows to correct to a separate file",
                ),
            ),
            (
                "intake training people.xlsx --secret secret.hex -o trainings.json",
                Message(
                    "nhập danh sách đào tạo, thay số định danh bằng mã",
                    "take in a list of trainings, with pseudonyms in place of identity numbers",
                ),
            ),
        ),
        run=_intake,
    ),
)
