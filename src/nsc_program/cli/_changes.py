"""The command `changes`: what changed since the last time."""

from attrs import evolve

from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import read_register
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import (
    AS_OF,
    FORMAT,
    PROGRAM,
    READING,
    REGISTER,
    program_of,
    reading_of,
    registers_named,
)
from nsc_program.cli._page import COLOR, WIDTH, drawn, page, wrapped
from nsc_program.cli._words import at, refusal
from nsc_program.errors import Message
from nsc_program.records._register import Register
from nsc_program.report import Grid, diff_sheet, written
from nsc_program.report.text import Shape, drawn_grid
from nsc_program.serialization import to_json
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day
from nsc_program.verdicts._assess import assess
from nsc_program.verdicts._diff import Diff, diff

_OF_CHANGES = Shape((18, 9, 9, 12, 12, 17, 17, 6))
_WITH_NUMBERS = Shape((15, 8, 8, 10, 10, 10, 10, 12, 12, 5))
_OF_NUMBERS = ("number_before", "number_after")
_NOTHING = Text(vi="Không có thay đổi nào.", en="Nothing changed.")
_SINCE = evolve(
    AS_OF,
    name="since",
    flags=("--since",),
    help=Message(
        "so với kết quả tính đến hết ngày này",
        "compare with the results as of the close of this day",
    ),
)
_BEFORE = Parameter(
    name="before",
    flags=("--before",),
    shown=Message("TRƯỚC.json", "BEFORE.json"),
    help=Message(
        "cơ sở dữ liệu của lần trước; mặc định là những gì đã ghi nhận đến ngày --since",
        "the register of the last time; the default is what was recorded by the day of --since",
    ),
)


def _changes(options: Options) -> Done:
    """List the targets for which something changed."""
    if options.since > options.as_of:
        with at("--since"):
            raise refusal(
                "later-day",
                "ngày này sau ngày --as-of; hãy đổi hai ngày cho nhau",
                "this day is after that of --as-of; exchange the two",
            )
    now = read_register(options.register)
    before = read_register(options.before) if options.before else now.as_known_on(options.since)
    found = _found(options, before, now)
    if options.format == "json":
        return OK, [to_json(found)]
    has_numbers = any(change.has_other_number for change in found.changes)
    on, grid = page(options), _grid(found, options.lang, has_numbers=has_numbers)
    names = filter(None, (options.before, options.register))
    title = wrapped((grid.title, registers_named(names, options.lang)), on)
    if not grid.rows:
        return OK, [*title, "", _NOTHING.in_(options.lang)]
    shape = _WITH_NUMBERS if has_numbers else _OF_CHANGES
    return OK, [*title, *drawn(drawn_grid(grid, shape, on))]


def _found(options: Options, before: Register, now: Register) -> Diff:
    """Return what changed, each time judged by the edition of the plan that was in force."""
    program, earlier = program_of(options, options.as_of), program_of(options, options.since)
    reading = reading_of(options, program)
    old = assess(earlier, before, as_of=options.since, reading=reading)
    new = assess(program, now, as_of=options.as_of, reading=reading)
    return diff(old, new, registers=(before, now))


def _grid(found: Diff, lang: Lang, *, has_numbers: bool) -> Grid:
    """Put the changes into words, with the numbers of targets if one changed; a blank is a dash."""
    sheet = diff_sheet(found)
    left_out = {"id"} if has_numbers else {"id", *_OF_NUMBERS}  # the id is for programs
    places = [at for at, column in enumerate(sheet.columns) if column.id not in left_out]
    days = Text(
        vi=f" (từ hết ngày {written_day(found.before.as_of, 'vi')} đến hết ngày "
        f"{written_day(found.after.as_of, 'vi')})",
        en=f" (from the close of {found.before.as_of} to the close of {found.after.as_of})",
    )
    return Grid(
        title=sheet.title.in_(lang) + days.in_(lang),
        headings=tuple(sheet.columns[at].heading.in_(lang) for at in places),
        rows=tuple(tuple(written(row[at], lang) or "—" for at in places) for row in sheet.rows),
    )


COMMANDS = (
    Command(
        name="changes",
        summary=Message("thay đổi so với lần trước", "show what changed since the last time"),
        about=Message(
            "Nêu những chỉ tiêu mà đánh giá, số liệu, căn cứ hoặc hồ sơ được tính đã thay đổi so "
            "với lần trước. Lần trước chỉ tính những gì đã ghi nhận khi đó.",
            "List the targets whose status, figures, notes or counted records changed since the "
            "last time. The last time counts only what was recorded by then.",
        ),
        parameters=(REGISTER, _SINCE, AS_OF, _BEFORE, PROGRAM, FORMAT, WIDTH, COLOR, *READING),
        examples=(
            (
                "changes register.json --since 2026-03-31 --as-of 2026-06-30",
                Message(
                    "thay đổi trong quý II năm 2026", "what changed in the second quarter of 2026"
                ),
            ),
            (
                "changes june.json --since 2026-03-31 --as-of 2026-06-30 --before march.json",
                Message(
                    "so với tệp của lần trước, nếu hồ sơ không có ngày ghi nhận",
                    "compare with the file of the last time, if records do not say when they were "
                    "entered",
                ),
            ),
        ),
        run=_changes,
    ),
)
