"""The commands `check`, `funding` and `merge`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from attrs import evolve

from nsc_program.checks._findings import findings
from nsc_program.checks._types import Finding
from nsc_program.cli._exit_codes import FOUND, OK
from nsc_program.cli._files import file_name, read_register, write_register
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import (
    AS_KNOWN_ON,
    AS_OF_OR_TODAY,
    OUTPUT,
    PROGRAM,
    READING,
    REGISTER,
    TERRITORY,
    program_of,
    reading_of,
    register_of,
    titled,
)
from nsc_program.cli._page import WIDTH, drawn, page, wrapped
from nsc_program.cli._streams import complain
from nsc_program.cli._words import Refused
from nsc_program.errors import InvalidValue, Message, Problem, RegisterConflict
from nsc_program.plan._indicators import NOT_NEGATIVE
from nsc_program.plan._program import Program
from nsc_program.records._register import Register
from nsc_program.report import findings_grid, funding_grid, funding_years_grid
from nsc_program.report._titles import at_close
from nsc_program.report.text import NUMBERED, Shape, drawn_grid
from nsc_program.values._text import Text
from nsc_program.verdicts._assess import assess
from nsc_program.verdicts._funding_years import FundingByYear, funding_by_year

_OF_FINDINGS = Shape((5, 55, 40), NUMBERED)
_OF_FUNDING = Shape((12, 30, 28, 30), "{}: {}")
_OF_YEARS = Shape((12, 19, 14, 13, 17, 10, 15), "{}: {}, {}")
_NO_YEARS = Text(
    vi="Chưa rõ số tiền của từng năm; hãy ghi năm chi của các lượt hỗ trợ (cột “Năm chi”).",
    en="The money of each year is not known; record in which year that of each support was spent "
    "(spending_year).",
)
_NOTHING = Text(vi="Không có điểm nào cần kiểm tra.", en="No points to check.")


def _check(options: Options) -> Done:
    """List the findings about a register."""
    as_of = _as_of(options)
    program = program_of(options, as_of)
    grid = findings_grid(_findings(options, program, as_of), options.lang, program)
    on = page(options)
    title = wrapped(titled(grid.title + at_close(as_of, options.lang), options), on)
    if not grid.rows:
        return OK, chain(title, ("", _NOTHING.in_(options.lang)))
    return FOUND, chain(title, drawn(drawn_grid(grid, _OF_FINDINGS, on)))


def _findings(options: Options, program: Program, as_of: date) -> Iterable[Finding]:
    """Return the findings about the register on a day."""
    register = register_of(options)
    evaluation = assess(program, register, as_of=as_of, reading=reading_of(options, program))
    return findings(evaluation, register)


def _as_of(options: Options) -> date:
    """Return the day that the options name, or today."""
    return options.as_of or date.today()  # noqa: DTZ011  # the day where the command runs


def _funding(options: Options) -> Done:
    """Total the funding by phase, source and year."""
    as_of = _as_of(options)
    program = program_of(options, as_of)
    money = funding_by_year(program, register_of(options), as_of=as_of)
    totals = funding_grid((each.total for each in money), program, as_of, options.lang)
    on = page(options)
    return OK, chain(
        wrapped(titled(totals.title, options), on),
        drawn(drawn_grid(totals, _OF_FUNDING, on)),
        _by_year(map(_with_known_years, money), program, options),
    )


def _by_year(money: Iterable[FundingByYear], program: Program, options: Options) -> Iterator[str]:
    """Draw the money of each year, or say that nothing is known of any year."""
    money, on = tuple(money), page(options)
    if any(each.years for each in money):
        years = funding_years_grid(money, program, options.lang)
        yield from wrapped(("", years.title), on)
        yield from drawn(drawn_grid(years, _OF_YEARS, on))
    else:
        yield from wrapped(("", _NO_YEARS.in_(options.lang)), on)


def _with_known_years(money: FundingByYear) -> FundingByYear:
    """Leave out the years of which nothing is known and nothing is planned."""
    years = (year for year in money.years if year.vnd != NOT_NEGATIVE or year.planned is not None)
    return evolve(money, years=tuple(years))


def _merge(options: Options) -> Done:
    """Merge several registers into one file."""
    registers = {name: read_register(name) for name in options.registers}
    merged = _merged([*registers.values()], options)
    write_register(options.output, merged)
    for name, register in registers.items():
        if register.completeness and register.territory not in (None, merged.territory):
            complain(f"{name}: {_claims_left_out(register, merged).in_(options.lang)}")
    return OK, []


def _merged(registers: Sequence[Register], options: Options) -> Register:
    """Merge registers; where an option may settle what is refused, name it."""
    first, *others = registers
    try:
        return first.merge(
            *others, corrects_keys=options.corrects_keys, territory=options.territory
        )
    except RegisterConflict as conflict:
        raise Refused(*conflict.problems, *_hints(conflict)) from None
    except InvalidValue as error:
        raise Refused(*map(_of_option, error.problems)) from None


def _of_option(problem: Problem) -> Problem:
    """Return a problem under the option that its parameter comes from."""
    is_of_territory = problem.path == (TERRITORY.name,)
    return problem._replace(path=TERRITORY.flags) if is_of_territory else problem


def _claims_left_out(part: Register, merged: Register) -> Text:
    """Write that the claims of a register are not about all of the merged one."""
    return Text(
        vi=f"bỏ các xác nhận đầy đủ, vì chỉ đúng cho {part.territory}, không cho cả "
        f"{merged.territory}",
        en=f"its claims of completeness are left out, because they are about {part.territory} and "
        f"not about all of {merged.territory}",
    )


def _hints(conflict: RegisterConflict) -> list[Problem]:
    """Return how to settle a conflict, if an option may settle it."""
    used_again = any(problem.code == "id-used-again" for problem in conflict.problems)
    return [_HOW_TO_CORRECT] if used_again else []


_HOW_TO_CORRECT = Problem(
    (),
    "corrects-keys",
    Message(
        "nếu mỗi mã hồ sơ trên vẫn chỉ một đối tượng, chỉ sửa mã số thuế hoặc mã ghi sai, "
        "hãy thêm --corrects-keys",
        "if each of these ids still stands for one thing, and only a mistyped key was corrected, "
        "add --corrects-keys",
    ),
)


COMMANDS = (
    Command(
        name="check",
        summary=Message("kiểm tra cơ sở dữ liệu", "list the points to check in a register"),
        about=Message(
            "Liệt kê những điểm có vẻ sai trong cơ sở dữ liệu, dù đã được tiếp nhận. Mã kết thúc "
            "là 1 nếu có điểm như vậy.",
            "List the points in a register that look wrong although they were accepted. The exit "
            "code is 1 if there are any.",
        ),
        parameters=(REGISTER, AS_OF_OR_TODAY, AS_KNOWN_ON, PROGRAM, WIDTH, *READING),
        examples=(
            (
                "check register.json",
                Message("kiểm tra tính đến hôm nay", "check a register as of today"),
            ),
            (
                "check register.json --as-of 2025-12-31 --lang en",
                Message(
                    "kiểm tra tính đến hết năm 2025, bằng tiếng Anh",
                    "check it as of the end of 2025, in English",
                ),
            ),
        ),
        run=_check,
    ),
    Command(
        name="funding",
        summary=Message(
            "kinh phí theo nguồn, giai đoạn và năm", "total the funding by source, phase and year"
        ),
        about=Message(
            "Tổng hợp kinh phí hỗ trợ theo nguồn, giai đoạn và năm ngân sách, bên cạnh dự toán của "
            "kế hoạch.",
            "Total the funding of supports by source, phase and budget year, beside the plan's "
            "budget.",
        ),
        parameters=(REGISTER, AS_OF_OR_TODAY, AS_KNOWN_ON, PROGRAM, WIDTH),
        examples=(
            (
                "funding register.json --as-of 2025-12-31",
                Message("kinh phí tính đến hết năm 2025", "the funding as of the end of 2025"),
            ),
        ),
        run=_funding,
    ),
    Command(
        name="merge",
        summary=Message("ghép các cơ sở dữ liệu", "merge several registers into one"),
        about=Message(
            "Ghép nhiều cơ sở dữ liệu thành một. Thứ tự không ảnh hưởng đến kết quả. Một mã hồ sơ "
            "được dùng lại cho đối tượng khác thì bị từ chối.",
            "Merge several registers into one. Their order does not matter. An id that is used "
            "again for something else is refused.",
        ),
        parameters=(
            Parameter(
                name="registers",
                shown=REGISTER.shown,
                help=Message(
                    "các cơ sở dữ liệu, theo thứ tự bất kỳ; - là đọc từ đầu vào chuẩn",
                    "the registers, in any order; - reads standard input",
                ),
                take=file_name,
                required=True,
                several=True,
            ),
            OUTPUT,
            Parameter(
                name="corrects_keys",
                flags=("--corrects-keys",),
                help=Message(
                    "một mã hồ sơ có mã đối tượng khác nhau là do mã ghi sai đã được sửa",
                    "treat different keys under one id as corrections of a mistyped key",
                ),
                default=False,
            ),
            evolve(
                TERRITORY,
                help=Message(
                    "ghép dữ liệu của những địa bàn khác nhau thành của địa bàn chung này, như "
                    "VN; các xác nhận đầy đủ của từng phần không còn dùng",
                    "merge registers of different territories into one about this territory, which "
                    "contains them, such as VN; the claims about the parts are left out",
                ),
            ),
        ),
        examples=(
            (
                "merge january.json march.json -o register.json",
                Message("ghép hai cơ sở dữ liệu", "merge two registers"),
            ),
            (
                "merge january.json march.json --corrects-keys -o register.json",
                Message(
                    "ghép, có mã số thuế đã được sửa", "merge them after a tax code was corrected"
                ),
            ),
            (
                "merge hanoi.json saigon.json --territory VN -o both.json",
                Message(
                    "ghép cơ sở dữ liệu của hai địa phương",
                    "merge the registers of two provinces",
                ),
            ),
        ),
        run=_merge,
    ),
)
