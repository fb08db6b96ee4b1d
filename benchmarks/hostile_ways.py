"""Process an input of each kind with all that a user would do with it."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeAlias

from attrs import evolve

from nsc_program import (
    HANOI,
    Evaluation,
    Figures,
    NscError,
    Program,
    Reading,
    Register,
    Support,
    assess,
    compare_phases,
    evaluate,
    evidence,
    findings,
    funding,
    intake,
    sweep,
    tally,
)
from nsc_program.intake.files import open_sheet, write_problems
from nsc_program.intake.typed import load
from nsc_program.report import (
    change_grid,
    findings_grid,
    funding_grid,
    funding_years_grid,
    plans_grid,
    sweep_grid,
    table,
)
from nsc_program.serialization import from_json, from_json_lines, from_toml, to_json
from nsc_program.verdicts import PhaseComparison, Sweep, compare_plans, funding_by_year
from nsc_program.wording import read

AS_OF = date(2026, 6, 30)
Json: TypeAlias = Any


class Kind(NamedTuple):
    """One kind of input.

    Attributes:
        make: A function from a number of bytes to an input of about that size; 0 gives an empty
            input.
        take: A function that processes an input.
    """

    make: Callable[[int], Any]
    take: Callable[[Any], object]


def message_of(error: NscError) -> str:
    """Return the message of an error in all forms in which a user may see it."""
    return error.in_("vi") + error.in_("en") + str(error)


def _or_message(work: Callable[[Any], object]) -> Callable[[Any], object]:
    def take(taken: Any) -> object:  # noqa: ANN401  # an input may be of any type
        try:
            return work(taken)
        except NscError as error:
            return message_of(error)

    return take


def _judged(program: Program, register: Register) -> None:
    """Evaluate a plan on a register, and write every table of the results."""
    figures = tally(program, register, as_of=AS_OF)
    to_json(figures)
    evaluation = evaluate(program, figures)
    to_json(evaluation)
    table(evaluation, "vi")
    findings_grid(findings(evaluate(program, figures), register), "vi")
    funding_grid(funding(program, register, as_of=AS_OF), program, AS_OF, "vi")
    if len(program.phases) > 1:
        comparison = compare_phases(
            evaluate(program, figures), program.phases[0].id, program.phases[1].id
        )
        to_json(comparison)
        change_grid(comparison, "vi")
    plans = compare_plans([program, evolve(program, id="another")])
    to_json(plans)
    plans_grid(plans, "vi")
    funding_years_grid(funding_by_year(program, register, as_of=AS_OF), program, "vi")


def _searched(program: Program, register: Register) -> None:
    """Evaluate a plan under every reading, and list the evidence for its first verdict."""
    swept = sweep(program, tally(program, register, as_of=AS_OF))
    to_json(swept)
    sweep_grid(swept, "vi")
    for target in program.targets[:1]:
        evidence(assess(program, register, as_of=AS_OF), register, target.id)


def _program(text: str) -> None:
    program = from_json(text, Program)
    to_json(program)
    _judged(program, Register())


def _program_swept(text: str) -> None:
    _searched(from_json(text, Program), Register())


def _toml(text: str) -> None:
    _judged(from_toml(text, Program), Register())


def _register(text: str) -> None:
    register = from_json(text, Register)
    to_json(register)
    register.merge(register)
    register.as_known_on(AS_OF)
    _judged(HANOI, register)


def _support_lines(text: str) -> None:
    for _ in from_json_lines(text.split("\n"), Support):
        pass


def _register_swept(text: str) -> None:
    _searched(HANOI, from_json(text, Register))


def _both(texts: tuple[str, str]) -> None:
    plan, register = texts
    _judged(from_json(plan, Program), from_json(register, Register))


def _both_swept(texts: tuple[str, str]) -> None:
    plan, register = texts
    _searched(from_json(plan, Program), from_json(register, Register))


def _figures(text: str) -> None:
    to_json(evaluate(HANOI, from_json(text, Figures)))


def _evaluation(text: str) -> None:
    evaluation = from_json(text, Evaluation)
    to_json(evaluation)
    table(evaluation, "vi")


def _sweep(text: str) -> None:
    swept = from_json(text, Sweep)
    to_json(swept)
    sweep_grid(swept, "vi")


def _comparison(text: str) -> None:
    comparison = from_json(text, PhaseComparison)
    to_json(comparison)
    change_grid(comparison, "vi")


def _reading(text: str) -> None:
    evaluate(HANOI, tally(HANOI, Register(), as_of=AS_OF), from_json(text, Reading))


program = _or_message(_program)
program_swept = _or_message(_program_swept)
toml = _or_message(_toml)
register = _or_message(_register)
support_lines = _or_message(_support_lines)
register_swept = _or_message(_register_swept)
plan_and_register = _or_message(_both)
plan_and_register_swept = _or_message(_both_swept)
figures = _or_message(_figures)
evaluation = _or_message(_evaluation)
swept = _or_message(_sweep)
comparison = _or_message(_comparison)
reading = _or_message(_reading)


def words(clause: str) -> None:
    """Parse a clause in both languages."""
    read(clause, "vi")
    read(clause, "en")


def filled(size: int, item: Callable[[int], Json]) -> list[Json]:
    """Return items whose JSON has about as many bytes as asked for."""
    return list(_until(size, item))


def _until(size: int, item: Callable[[int], Json]) -> Iterator[Json]:
    left, number = size, 0
    while left > 0:
        value = item(number)
        left -= len(json.dumps(value)) + 2
        number += 1
        yield value


def repeated(size: int, item: Callable[[int], str]) -> str:
    """Return a text of items of at least this number of characters."""
    parts: list[str] = []
    left = size
    while left > 0:
        parts.append(item(len(parts)))
        left -= len(parts[-1])
    return "".join(parts)


def _taken_in(path: Path, kind: str = "Support") -> None:
    """Load a file of rows as the command does, and write the rejected rows."""
    sheet = open_sheet(path, kind)
    result = intake.read(kind, sheet.rows, first_row=sheet.first_row, source=path.name)
    to_json(result.register)
    with TemporaryDirectory() as folder:
        write_problems(Path(folder) / "mend.xlsx", result, sheet.headings, "vi")


def _file(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        _taken_in(path)


workbook = _or_message(partial(_file, "rows.xlsx"))
old_workbook = _or_message(partial(_file, "rows.xls"))
open_workbook = _or_message(partial(_file, "rows.ods"))
csv = _or_message(partial(_file, "rows.csv"))


def rows(cells: list[Json]) -> None:
    """Load rows, and write the rejected rows."""
    result = intake.read("Support", cells)
    to_json(result.register)
    headings = ("Mã", "MST", "Bắt đầu", "Kết thúc")
    with TemporaryDirectory() as folder:
        write_problems(Path(folder) / "mend.xlsx", result, headings, "vi")


def _typed_rows(typed: list[Json]) -> None:
    to_json(load("Support", typed).register)


typed_rows = _or_message(_typed_rows)


def found_columns(headings: list[str]) -> None:
    """Find the column of each heading."""
    intake.find_columns("Support", headings)


def filled_as(size: int, item: Callable[[int], Json]) -> list[Json]:
    """Return items whose text in Python has about as many bytes as asked for."""
    values: list[Json] = []
    left = size
    while left > 0:
        values.append(item(len(values)))
        left -= len(str(values[-1]).encode()) + 2
    return values
