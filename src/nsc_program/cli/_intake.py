"""`nsc-program intake`: a register made of a spreadsheet, with every row accounted for."""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from attrs import evolve

from nsc_program._validators import printable
from nsc_program.cli._options import (
    FOUND,
    OK,
    AtFile,
    Done,
    add_language,
    add_output,
    day,
    replacing,
    warn,
    width,
    write_register,
)
from nsc_program.errors import InvalidValue, NscError
from nsc_program.intake import Found, Intake, find_columns, read
from nsc_program.intake._columns import ALTERNATIVES, TELLING
from nsc_program.intake._problems import message
from nsc_program.intake._rows import as_written
from nsc_program.intake.files import PROBLEM_HEADINGS, Sheet, open_sheet, problem_cells, write_problems
from nsc_program.people import opaque_key
from nsc_program.periods import Period
from nsc_program.register import ROWS, Coverage, Register, last_entered
from nsc_program.report import Grid
from nsc_program.report.text import drawn_grid
from nsc_program.sources import Lang, Text

T = TypeVar("T")

_MOST_SHOWN = 50
_SHARES = (6, 20, 22, 36, 16)
_OPENING = Text(vi="Mở tệp", en="Opening")
_READING = Text(vi="Đọc các dòng", en="Reading rows")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser(
        "intake",
        help="a register from a spreadsheet (nhập số liệu từ bảng tính)",
        description="Read the rows of an .xlsx or .csv file. Every row is accounted for: it becomes a record, repeats "
        "one, or is set aside with what is wrong with it. Exit code 1 if rows were set aside.",
    )
    parser.add_argument("kind", type=_kind, metavar="KIND", help=f"what the rows are: {', '.join(_KINDS)}")
    parser.add_argument("file", type=Path, metavar="FILE.xlsx|.csv")
    _add_reading_of_rows(parser)
    parser.add_argument(
        "--problems",
        type=_workbook,
        metavar="OUT.xlsx",
        help="write the rows set aside here as they came, people's names too, to be mended (các dòng cần sửa)",
    )
    add_output(parser)
    add_language(parser)
    parser.set_defaults(run=_intake)


def _add_reading_of_rows(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sheet", help="the sheet's name; the one that is open in the workbook if not given")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="FIELD=HEADING",
        help='a column\'s heading, such as completed_on="Kết thúc"; nothing after = says that there is none; '
        "may be repeated",
    )
    parser.add_argument(
        "--complete-through",
        type=day,
        metavar="YYYY-MM-DD",
        help="claim that the file holds everything up to this day (số liệu đầy đủ đến hết ngày)",
    )
    parser.add_argument(
        "--recorded-on",
        type=day,
        metavar="YYYY-MM-DD",
        help="when the rows were recorded, such as the day of the export (ngày ghi nhận)",
    )
    parser.add_argument(
        "--secret",
        type=Path,
        metavar="FILE",
        help="make opaque keys of the people's identity numbers, with the secret in this file, written in hexadecimal "
        "digits (tạo mã ẩn danh)",
    )


def _kebab(name: str) -> str:
    return "".join(f"-{each.lower()}" if each.isupper() else each for each in name).strip("-")


_KINDS = {_kebab(name): name for name in ROWS}
_OTHER_NAMES = {
    **{name.lower(): kind for kind, name in _KINDS.items()},
    # as the keys of a register's document
    **{f"{kind.removesuffix('y')}{'ies' if kind.endswith('y') else 's'}": kind for kind in _KINDS},
}


def _kind(text: str) -> str:
    named = text.lower().replace("_", "-")
    kind = _OTHER_NAMES.get(named, named)
    if kind not in _KINDS:
        raise argparse.ArgumentTypeError(f"expected one of {', '.join(_KINDS)}, got {text!r}")
    return _KINDS[kind]


def _workbook(text: str) -> Path:
    if not text.lower().endswith(".xlsx"):
        raise argparse.ArgumentTypeError(f"expected the name of an .xlsx file, got {text!r}")
    return Path(text)


def _column(text: str) -> tuple[str, str]:
    field, equals, heading = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f'expected a field and its heading, such as id="Mã hồ sơ", got {text!r}')
    return field, heading


def _intake(options: argparse.Namespace) -> Done:
    outputs = [path for path in (options.output, options.problems) if path is not None]
    if len({path.resolve() for path in (options.file, *outputs)}) <= len(outputs):
        raise InvalidValue("the file read and the files written must be different ones")
    people = None if options.secret is None else partial(opaque_key, _secret(options.secret))
    try:
        sheet = open_sheet(
            options.file,
            options.kind,
            sheet=options.sheet,
            named=dict(options.column).values(),
            watch=partial(_bytes_watched, desc=_OPENING.in_(options.lang)),
        )
        found = _read(sheet, people, options)
    except NscError as problem:
        raise AtFile(str(options.file), str(problem)) from None
    if options.problems is not None:
        with replacing(options.problems, private=True) as part:
            write_problems(part, found, sheet.headings, options.lang)
    write_register(options.output, found.register)
    for name in sheet.others:
        warn(str(options.file), f"sheet {name!r} was not read; --sheet chooses one")
    return (FOUND if found.set_aside else OK), _summary(found, options)


def _read(sheet: Sheet, people: Callable[[str], str] | None, options: argparse.Namespace) -> Intake:
    found = read(
        options.kind,
        sheet.rows,
        columns=_columns(sheet, options),
        recorded_on=options.recorded_on,
        people=people,
        first_row=sheet.first_row,
        source=options.file.name,
        progress=partial(_rows_watched, total=len(sheet.rows), desc=_READING.in_(options.lang)),
    )
    if options.complete_through is None:
        return found
    return evolve(found, register=evolve(found.register, coverage=[_claim(found.register, options)]))


def _secret(path: Path) -> bytes:
    """The secret in a file; a key of nobody is made to know now whether it is one."""
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        raise AtFile(str(path), "the secret is not written in hexadecimal digits, two for each byte") from None
    try:
        opaque_key(secret, "000000000000")
    except NscError as problem:
        raise AtFile(str(path), str(problem)) from None
    return secret


def _claim(register: Register, options: argparse.Namespace) -> Coverage:
    """The claim that the options make, once all rows were recorded."""
    days = [last_entered(register.records), *(row.recorded_on for row in register.set_aside), options.recorded_on]
    recorded = [day for day in days if day is not None]
    made = max(*recorded, options.complete_through) if recorded else None
    return Coverage(options.kind, Period.until(options.complete_through), made)


def _columns(sheet: Sheet, options: argparse.Namespace) -> Mapping[str, str]:
    """The columns that the options name, and those found among the rest; what is missing is refused with the remedy."""
    named: dict[str, str] = dict(options.column)
    chosen = dict(as_written({name: heading for name, heading in named.items() if heading}, sheet.headings))
    found = find_columns(options.kind, [each for each in sheet.headings if each not in chosen.values()])
    problems = [*_lacking(found, named), *_absent(chosen, sheet)]
    if problems:
        problems.append(f"the headings are {', '.join(map(repr, filter(None, sheet.headings)))}")
        raise InvalidValue("\n".join(problems))
    return {name: heading for name, heading in found.headings.items() if name not in named} | chosen


def _lacking(found: Found, named: Mapping[str, str]) -> Iterator[str]:
    for name in (name for name in found.missing if name not in named and not _is_there_otherwise(name, named)):
        none = f", or --column {name}= if there is none" if name in TELLING else ""
        yield f"no column is {name}; name it with --column {name}=HEADING{none}"
    for name, several in found.several.items():
        if name not in named:
            yield f"{name} may be any of {', '.join(map(repr, several))}; choose with --column {name}=HEADING"


def _is_there_otherwise(name: str, named: Mapping[str, str]) -> bool:
    """Whether another column that does as well is named."""
    return any(name in names and any(named.get(other) for other in names) for names in ALTERNATIVES)


def _absent(chosen: Mapping[str, str], sheet: Sheet) -> Iterator[str]:
    for name, heading in chosen.items():
        if heading not in sheet.headings:
            yield f"there is no column {heading!r} for {name}"


def _summary(found: Intake, options: argparse.Namespace) -> Iterator[str]:
    lang: Lang = options.lang
    aside = len(found.set_aside)
    yield Text(
        vi=f"Số dòng: {found.rows} (nhận {found.accepted}, trùng lặp {found.repeats}, chưa đọc được {aside}); "
        f"không có số liệu: {found.without_data}",
        en=f"Rows: {found.rows} (accepted {found.accepted}, repeats {found.repeats}, set aside {aside}); "
        f"without data: {found.without_data}",
    ).in_(lang)
    if found.unused:
        names = ", ".join(printable(name) for name in found.unused if name)
        yield Text(vi=f"Các cột không dùng: {names}", en=f"Columns that were not used: {names}").in_(lang)
    if found.problems:
        yield from _problems(found, lang)


def _problems(found: Intake, lang: Lang) -> Iterator[str]:
    """How often each thing is wrong, and the first of all problems."""
    for fault, times in Counter(message(problem.code).in_(lang) for problem in found.problems).most_common():
        yield f"  {times} × {fault}"
    rows = tuple(problem_cells(problem, lang) for problem in found.problems[:_MOST_SHOWN])
    yield from drawn_grid(
        Grid(title="", headings=tuple(each.in_(lang) for each in PROBLEM_HEADINGS), rows=rows), _SHARES, width()
    )
    if len(found.problems) > len(rows):
        more = len(found.problems) - len(rows)
        yield Text(
            vi=f"… và {more} vấn đề nữa; --problems OUT.xlsx ghi tất cả",
            en=f"… and {more} more; --problems OUT.xlsx writes all",
        ).in_(lang)


# --- how far it is ---


def _rows_watched(rows: Iterable[T], total: int, desc: str) -> Iterable[T]:
    """Show on a terminal how many rows are read, if it takes longer than a moment."""
    try:
        from tqdm import tqdm  # noqa: PLC0415  # of the extra
    except ImportError:  # pragma: no cover
        return rows
    return tqdm(rows, total=total, desc=desc, delay=1, disable=None, leave=False)


def _bytes_watched(file: BinaryIO, desc: str) -> AbstractContextManager[BinaryIO]:
    """Show on a terminal how much of a file is read, if it takes longer than a moment."""
    try:
        from tqdm import tqdm  # noqa: PLC0415
    except ImportError:  # pragma: no cover
        return nullcontext(file)
    size = os.fstat(file.fileno()).st_size
    watched = tqdm.wrapattr(file, "read", total=size, desc=desc, delay=1, disable=None, leave=False)
    return cast("AbstractContextManager[BinaryIO]", watched)
