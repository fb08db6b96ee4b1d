"""The command `intake`: make a register from a spreadsheet, and account for every row."""

import os
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import filterfalse
from pathlib import Path

from attrs import evolve

from nsc_program.cli._claims import refuse_claims
from nsc_program.cli._exit_codes import FOUND, OK
from nsc_program.cli._files import replacing, write_register
from nsc_program.cli._grammar import Command, Done, Options
from nsc_program.cli._intake_conflicts import in_sheets
from nsc_program.cli._intake_ignored import not_here, to_accept, with_listed
from nsc_program.cli._intake_options import PARAMETERS
from nsc_program.cli._intake_summary import summary
from nsc_program.cli._intake_words import (
    absent,
    absent_parts,
    in_options,
    lacking,
    not_read,
    not_there,
    there_are,
)
from nsc_program.cli._page import page
from nsc_program.cli._progress import bytes_watched, rows_watched
from nsc_program.cli._streams import complain
from nsc_program.cli._words import at, refusal
from nsc_program.errors import InvalidValue, Message, Problem, RegisterConflict
from nsc_program.intake import Intake, find_columns, read
from nsc_program.intake._cells.discreet import quoted
from nsc_program.intake._headings.columns import columns_of
from nsc_program.intake._headings.headings import numbered
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._lines.lines_of_periods import cover_together
from nsc_program.intake._tables.table import as_written
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake.files import (
    ReviewItem,
    Sheet,
    open_sheets,
    to_review,
    write_problems,
)
from nsc_program.intake.files._review import lists_unread, sheets_unread
from nsc_program.records._completeness import Completeness
from nsc_program.records._pseudonyms import pseudonym
from nsc_program.records._register import Register, last_entered
from nsc_program.records._rejected_rows import row_class
from nsc_program.values._periods import Period
from nsc_program.values._text import Text

_OPENING = Text(vi="Mở tệp", en="Opening")
_READING = Text(vi="Đọc các dòng", en="Reading rows")
_SHEET = Text(vi="Trang tính", en="Sheet")


def _intake(options: Options) -> Done:
    """Read a spreadsheet, write the register and the rejected rows, and summarize the rows."""
    _refuse_overwriting(options)
    given, options = options, with_listed(options)
    refuse_claims(options.complete_from, options.complete_through, options.recorded_on)
    _refuse_report_years(options)
    intakes, register = _taken_in(options)
    if options.problems is not None:
        _write_problems(intakes, options)
    write_register(options.output, register)
    _name_unknown(intakes[0][0].unknown, given)
    for name in intakes[0][0].others:
        complain(f"{options.file}: {not_read(name).in_(options.lang)}")
    reviews = [_to_review(sheet, intake, options) for sheet, intake in intakes]
    is_whole = not any(reviews) and all(intake.is_understood for _, intake in intakes)
    return (OK if is_whole else FOUND), _summaries(intakes, reviews, options)


def _name_unknown(texts: Iterable[str], options: Options) -> None:
    """Name the texts to ignore that the spreadsheet does not hold: those of files in one line."""
    mistyped = LeftOut.of(options.ignore)
    others = []
    for text in texts:
        if mistyped(text):
            complain(f"{options.file}: {not_there(text).in_(options.lang)}")
        else:
            others.append(text)
    if others:
        complain(f"{options.file}: {not_here(others).in_(options.lang)}")


def _taken_in(options: Options) -> tuple[Sequence[tuple[Sheet, Intake]], Register]:
    """Read the sheets, and return the result of each, and the register of all of them."""
    people = None if options.secret is None else partial(pseudonym, _secret(options.secret))
    with at(str(options.file)), in_options():
        sheets = _opened(options)
        intakes = _against_claim([(sheet, _read(sheet, people, options)) for sheet in sheets])
        return intakes, _claimed(_merged(intakes, options), intakes, options)


def _against_claim(
    intakes: Sequence[tuple[Sheet, Intake]],
) -> Sequence[tuple[Sheet, Intake]]:
    """Leave out the lines that contradict the claim on one of several sheets.

    These may be the parts of one list, which ends too early if each of them does.
    """
    if len(intakes) == 1:
        return intakes
    left_out = {Why.PART_OF_CLAIM}
    if not all(map(_is_short, (intake for _, intake in intakes))):
        left_out.add(Why.SHORT_OF_CLAIM)
    if _are_together_whole([intake for _, intake in intakes]):
        left_out.add(Why.PERIOD_OF_CLAIM)
    return [
        (sheet, evolve(intake, lines=tuple(_without(left_out, intake.lines))))
        for sheet, intake in intakes
    ]


def _is_short(intake: Intake) -> bool:
    """Tell whether a line says that a sheet ends before the claim does."""
    return any(line.why is Why.SHORT_OF_CLAIM for line in intake.lines)


def _are_together_whole(intakes: Sequence[Intake]) -> bool:
    """Tell whether the periods that are named on several sheets cover the claim together."""
    lines = (line for each in intakes for line in each.lines if line.why is Why.PERIOD_OF_CLAIM)
    claims = (claim.period for each in intakes for claim in each.register.completeness)
    return cover_together(lines, claims)


def _without(reasons: Container[Why], lines: Iterable[UnreadLine]) -> Iterator[UnreadLine]:
    """Give the lines that are told for other reasons."""
    return (line for line in lines if line.why not in reasons)


def _opened(options: Options) -> Sequence[Sheet]:
    """Open the spreadsheet, and find the table in each sheet that is read."""
    return open_sheets(
        options.file,
        options.kind,
        options.sheet,
        named=_named(options),
        ignored=options.ignore,
        given=dict(options.value),
        hidden=options.hidden_rows,
        watch=partial(bytes_watched, desc=_OPENING.in_(options.lang)),
    )


def _write_problems(intakes: Iterable[tuple[Sheet, Intake]], options: Options) -> None:
    """Write the rejected rows of all sheets to a workbook that only its owner may read."""
    (sheet, intake), *others = intakes
    also = [(further, other.headings) for other, further in others]
    with replacing(options.problems, private=True) as part:
        write_problems(part, intake, sheet.headings, options.lang, also=also)


def _to_review(sheet: Sheet, intake: Intake, options: Options) -> Sequence[ReviewItem]:
    """Return what is left on a sheet for the user to decide."""
    return to_review(
        intake,
        sheet,
        ignored=options.ignore,
        values=dict(options.value),
    )


def _merged(intakes: Sequence[tuple[Sheet, Intake]], options: Options) -> Register:
    """Merge the registers of all sheets.

    Raises:
        InvalidValue: if an id stands for different things in two sheets, or for different
            versions recorded on the same day.
    """
    first, *others = (intake.register for _, intake in intakes)
    try:
        return first.merge(
            *others, corrects_keys=options.corrects_keys, territory=options.territory
        )
    except RegisterConflict as conflict:
        found = [(sheet, _columns(sheet, options).get("id")) for sheet, _ in intakes]
        raise in_sheets(conflict, found) from None


def _refuse_overwriting(options: Options) -> None:
    """Refuse to write to a file that is read, or to write two files in one place."""
    if _overwrites(options):
        raise refusal(
            "same-file",
            "các tệp đọc vào, --output và --problems phải là những tệp khác nhau",
            "the input files, --output and --problems must be different files",
        )


def _refuse_report_years(options: Options) -> None:
    """Refuse the end of report years for rows that have no periods."""
    if options.report_year_ends is not None and "period" not in columns_of(row_class(options.kind)):
        raise refusal(
            "no-periods",
            "loại dòng này không có kỳ báo cáo; hãy bỏ --report-year-ends",
            "rows of this kind have no periods; remove --report-year-ends",
        )


def _overwrites(options: Options) -> bool:
    """Return whether a file that is read would be written, or one file would be written twice."""
    written = list(_real_paths(options.output, options.problems))
    read_ = set(_real_paths(options.file, options.secret, *options.ignore_from))
    return len(set(written)) < len(written) or not read_.isdisjoint(written)


def _real_paths(*paths: Path | None) -> Iterator[str]:
    """Yield the paths that are given, with all links followed."""
    return (os.path.realpath(path) for path in paths if path is not None)


def _read(sheet: Sheet, people: Callable[[str], str] | None, options: Options) -> Intake:
    """Read the rows of one sheet."""
    return read(
        options.kind,
        sheet.rows,
        columns=_columns(sheet, options),
        completeness=_claims(options),
        recorded_on=options.recorded_on,
        people=people,
        first_row=sheet.first_row,
        source=f"{options.file.name} {sheet.name}",
        ignored=options.ignore,
        values=dict(options.value),
        id_from=options.id_from,
        corrects_keys=options.corrects_keys,
        report_year_ends=options.report_year_ends,
        titles=sheet.titles,
        around=sheet.around,
        progress=partial(rows_watched, total=len(sheet.rows), desc=_READING.in_(options.lang)),
    )


def _claimed(
    register: Register, intakes: Sequence[tuple[Sheet, Intake]], options: Options
) -> Register:
    """Return the register with the claim of completeness that the options make, if any.

    Raises:
        InvalidValue: if other sheets hold such a table and were not read, or another list stands
            beside one that was.
    """
    claims = _claims(options, register)
    unread = tuple(dict.fromkeys(name for sheet, _ in intakes for name in sheet.alike))
    if claims and unread:
        raise InvalidValue(Problem((), "sheets-unread", sheets_unread(unread)))
    beside = lists_unread(intake for _, intake in intakes)
    if claims and beside is not None:
        raise InvalidValue(Problem((), "list-beside", beside))
    return evolve(register, completeness=claims)


def _secret(path: Path) -> bytes:
    """Return the secret in a file, after checking it by making the pseudonym of a sample number."""
    with at("--secret"), at(str(path)), in_options():
        secret = _hexadecimal(path)
        pseudonym(secret, "000000000000")
    return secret


def _hexadecimal(path: Path) -> bytes:
    """Return the bytes that a file gives in hexadecimal digits."""
    try:
        return bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        raise refusal(
            "not-hexadecimal",
            "khóa bí mật phải viết bằng chữ số thập lục phân, hai chữ số cho mỗi byte",
            "the secret must be written in hexadecimal digits, two for each byte",
        ) from None


def _claims(options: Options, register: Register | None = None) -> Sequence[Completeness]:
    """Return the claim that the options make, recorded once all rows were recorded, if any."""
    if options.complete_through is None:
        return ()
    days = () if register is None else _days_of_entry(register)
    recorded = [day for day in (*days, options.recorded_on) if day is not None]
    made_on = max(*recorded, options.complete_through) if recorded else None
    period = Period(options.complete_from, options.complete_through)
    return (Completeness(options.kind, period, made_on),)


def _days_of_entry(register: Register) -> Iterator[date | None]:
    """Yield the last day on which a record was entered, and the days of all rejected rows."""
    yield last_entered(register.records)
    yield from (row.recorded_on for row in register.rejected)


def _columns(sheet: Sheet, options: Options) -> Mapping[str, str]:
    """Return the columns that the options name, and those found among the other headings.

    Raises:
        InvalidValue: if a column is missing, or may be any of several; the messages name the
            options that settle it.
    """
    with_options = dict(options.column)
    fields = (*with_options, *dict(options.value))
    columns_of(row_class(options.kind), more=fields)  # raises if there is no such field
    chosen = dict(as_written(_named(options), sheet.headings))
    unnamed = (heading for heading in sheet.headings if heading not in chosen.values())
    others = [*filterfalse(LeftOut.of(options.ignore), unnamed)]
    found, known = find_columns(options.kind, others), _known_fields(options)
    parts = as_written(numbered(options.id_from), sheet.headings).values()
    unknown = [*absent(chosen, sheet), *absent_parts(parts, dict(options.value), sheet)]
    _refuse([*lacking(found, {*fields, *known}, known), *unknown], sheet)
    recognised = found.headings.items()
    return {name: head for name, head in recognised if name not in with_options} | chosen


def _named(options: Options) -> dict[str, str]:
    """Return the headings that the options name, by their fields."""
    return {name: heading for name, heading in options.column if heading}


def _known_fields(options: Options) -> set[str]:
    """Return the fields for which the options name a column or a value."""
    ids = ["id"] if options.id_from else []
    return {*dict(options.value), *_named(options), *ids}


def _refuse(sentences: Collection[Message], sheet: Sheet) -> None:
    """Refuse columns that are missing or not certain, and list the columns of the sheet."""
    if sentences:
        said = (Problem((), "columns", sentence) for sentence in (*sentences, there_are(sheet)))
        raise InvalidValue(*said)


def _summaries(
    intakes: Collection[tuple[Sheet, Intake]],
    reviews: Sequence[Sequence[ReviewItem]],
    options: Options,
) -> Iterator[str]:
    """Yield the summary of each sheet, after its name if there are several."""
    for (sheet, intake), review in zip(intakes, reviews, strict=True):
        if len(intakes) > 1:
            yield f"{_SHEET.in_(options.lang)} {quoted([sheet.name])}"
        yield from summary(intake, review, page(options), options.lang)
    yield from to_accept((intake for _, intake in intakes), reviews, options.lang)


COMMANDS = (
    Command(
        name="intake",
        summary=Message("nhập số liệu từ bảng tính", "make a register from a spreadsheet"),
        about=Message(
            "Đọc các dòng của một tệp .xlsx, .xls, .ods hoặc .csv. Không dòng nào bị bỏ sót: mỗi "
            "dòng thành một hồ sơ, trùng với một hồ sơ, hoặc là dòng chưa tiếp nhận được, kèm lý "
            "do. Mã kết thúc là 1 nếu có dòng chưa tiếp nhận được hoặc nội dung chưa hiểu được.",
            "Read the rows of an .xlsx, .xls, .ods or .csv file. Every row is accounted for: it "
            "becomes a record, repeats a record, or is rejected with the reason. The exit code is "
            "1 if rows were rejected or content was not understood.",
        ),
        parameters=PARAMETERS,
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
                "intake training class.csv --value on=13/06/2024 -o class.json",
                Message(
                    "ngày chung của mọi dòng, nếu bảng không có cột ngày",
                    "the day of all rows, if the table does not have a column for it",
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
