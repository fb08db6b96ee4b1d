"""Everything that the library makes, once, from sets: a line for each with the digest of its text.

Run as a script it prints them. If any of it depended on the order of a set, it would differ from
one hash seed to the next.
"""

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import get_args

from attrs import evolve

from nsc_program import (
    HANOI,
    NATIONAL,
    Completeness,
    Fact,
    NscError,
    Period,
    Range,
    Reading,
    Register,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
    assess,
    compare_phases,
    evaluate,
    evidence,
    findings,
    funding,
    sweep,
    tally,
    wording,
)
from nsc_program.catalog import ARTICLE
from nsc_program.cli import main
from nsc_program.intake import find_columns, read
from nsc_program.plan import facts
from nsc_program.records import AnyRecord
from nsc_program.report import (
    change_grid,
    evidence_lines,
    findings_grid,
    funding_grid,
    plans_grid,
    report,
    sentence,
    sweep_grid,
    table,
    write_docx,
    write_xlsx,
)
from nsc_program.serialization import SCHEMAS, digest, from_json, schema, to_json
from nsc_program.values import Lang, reconcile
from nsc_program.verdicts import compare_plans
from public_names import PUBLIC

SMALL = Path(__file__).parents[1] / "golden" / "register-1" / "every-field.json"
LANGS: tuple[Lang, ...] = get_args(Lang)
_DAY, _ON = date(2026, 6, 30), date(2024, 3, 1)
_LATER = date(2026, 7, 15)


def _register() -> Register:
    """Return a register with every field.

    It is built from sets and also has versions, doubts, clashing reports and odd facts.
    """
    small = from_json(SMALL.read_bytes(), Register)
    supports = {
        Support(id=f"SAMPLE-{n}", enterprise=f"SAMPLE-E{n}", started_on=_ON) for n in range(9)
    }
    versions = {evolve(each, completed_on=_DAY, recorded_on=_LATER) for each in supports}
    reports = {
        ReportedFigure(
            id=f"SAMPLE-R{n}",
            indicator="bodies",
            period=Period.of_years(2021, 2025),
            value=n,
            issued=date(2026, 1, 5),
        )
        for n in range(9)
    }
    strange: set[AnyRecord] = {Fact(f"thing/{n}", f"SAMPLE-{n}", _ON) for n in range(9)}
    claims = {Completeness(f"thing/{n}", Period.of_years(2021, 2025), _DAY) for n in range(9)}
    rows = {
        RejectedRow(what=kind, id=f"SAMPLE-{n}")
        for n in range(5, 12)
        for kind in ("Support", "Training")
    }
    more = Register(
        frozenset({*supports, *versions, *reports, *strange}), frozenset(claims), frozenset(rows)
    )
    return small.merge(*{more, Register(frozenset(supports))})


def _values() -> Iterator[tuple[str, object]]:
    register = _register()
    figures = tally(HANOI, register, as_of=_DAY)
    evaluation, swept = evaluate(HANOI, figures), sweep(HANOI, figures)
    compared = compare_phases(evaluate(HANOI, figures, Reading()), "2021-2025", "2026-2030")
    for value in (register, figures, evaluation, swept, compared, HANOI, NATIONAL):
        yield (
            f"{type(value).__name__} {value.__class__.__module__} {getattr(value, 'id', '')}",
            to_json(value),
        )
    for result in (evaluation, swept, compared):
        yield f"digest of {type(result).__name__}", digest(result)
    found, money = (
        findings(evaluate(HANOI, figures), register),
        funding(HANOI, register, as_of=_DAY),
    )
    yield "findings", found
    yield "funding", money
    proofs = {
        target: evidence(assess(HANOI, register, as_of=_DAY), register, target)
        for target in evaluation
    }
    yield "evidence", proofs
    for lang in LANGS:
        yield f"table {lang}", table(evaluation, lang)
        yield (
            f"grids {lang}",
            (sweep_grid(swept, lang), change_grid(compared, lang), findings_grid(found, lang)),
        )
        yield f"money {lang}", funding_grid(money, HANOI, _DAY, lang)
        yield f"lines {lang}", [list(evidence_lines(each, lang)) for each in proofs.values()]
    yield "facts", [list(facts(HANOI, record)) for record in register.records]
    yield "figures of the nation", tally(NATIONAL, register, as_of=_DAY)
    plans = compare_plans([HANOI, NATIONAL])
    yield "plans", to_json(plans)
    yield "grids of plans", [plans_grid(plans, lang) for lang in LANGS]
    here = evolve(register, territory="VN-HN")
    yield "figures of a part", tally(NATIONAL, here, as_of=_DAY)
    whole = report(HANOI, register, as_of=_DAY, period=Period.of_years(2026, 2026))
    for lang in LANGS:
        yield f"sentences {lang}", [sentence(line, lang) for line in whole.lines]
        for write in (write_xlsx, write_docx):
            file = io.BytesIO()
            write(whole, file, lang)
            yield f"{write.__name__} {lang}", file.getvalue().hex()
    yield "what an article carries", to_json(HANOI.attested_by(ARTICLE))


def _edges() -> Iterator[tuple[str, object]]:
    yield "names", sorted(PUBLIC)
    yield "schemas", [schema(kind) for kind in SCHEMAS]
    yield "evidence that clashes", reconcile({Range.exactly(Fraction(n, 3)) for n in range(20)})
    headings = ["Mã hồ sơ", "Mã số doanh nghiệp", "Ngày bắt đầu", "x", "y"]
    rows: list[list[object]] = [
        [*headings],
        *([f"s{n % 3}", f"SAMPLE-{n}", n, "", ""] for n in range(9)),
    ]
    yield "columns", find_columns(Support, [*headings, *headings, "z"])
    yield (
        "words",
        wording.read(
            "ít nhất 15 câu lạc bộ và trên 2.000 lượt, dăm ba khóa, phấn đấu 20 chuyên gia"
        ),
    )
    yield "intake", read(Support, enumerate(rows, start=1))
    for command in ("evaluate", "sweep", "compare", "figures", "check", "funding"):
        yield f"nsc-program {command}", _command(command, str(SMALL), "--as-of", "2026-06-30")
    yield (
        "nsc-program evidence",
        _command("evidence", str(SMALL), "2021-2025/bodies", "--as-of", "2026-06-30"),
    )
    yield "nsc-program plan", _command("plan")


def _command(*arguments: str) -> str:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(list(arguments))
    return f"{code}\n{said.getvalue()}"


def _refusals() -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield errors that name several places at once."""
    yield (
        "InvalidProgram",
        lambda: evolve(HANOI, phases=HANOI.phases * 2, indicators=(), questions=(), objectives=()),
    )
    yield "RegisterConflict", lambda: _register().merge(_contradicting())
    unknown = ", ".join(f'"unknown_{n}": {n}' for n in range(9))
    text = (
        f'{{"schema": "nsc-program/register/1", {unknown}, '
        f'"supports": [{{{unknown}}}], "facts": [{{}}, 1]}}'
    )
    yield "DocumentError", lambda: from_json(text, Register)
    yield "UnknownId", lambda: HANOI.target("2021-2025/body")


def _contradicting() -> Register:
    trainings = {Training(id=f"SAMPLE-T{n}", headcount=n + 1, on=_ON) for n in range(9)}
    supports = {Support(id=f"SAMPLE-{n}", enterprise="SAMPLE-X", started_on=_ON) for n in range(9)}
    return Register(frozenset({*trainings, *supports}))


def _refusal(call: Callable[[], object]) -> str:
    try:
        return f"not refused: {call()}"
    except NscError as refused:
        return f"{type(refused).__name__} {refused.args!r} {refused}"


def everything() -> dict[str, str]:
    """Return the text of everything, by its name."""
    made = {
        name: value if isinstance(value, str) else repr(value)
        for name, value in (*_values(), *_edges())
    }
    return made | {f"refused {name}": _refusal(call) for name, call in _refusals()}


def digests(texts: Mapping[str, str]) -> list[str]:
    """Return a line for each text."""
    return [f"{sha256(text.encode()).hexdigest()} {name}" for name, text in texts.items()]


if __name__ == "__main__":  # pragma: no cover  # in processes of their own
    sys.stdout.write("\n".join(digests(everything())))
