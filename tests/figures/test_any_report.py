"""No report makes an evaluation fail, whatever a table of reports holds."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from building import AFTER
from nsc_program import HANOI, Range, Register, ReportedFigure, assess, evidence, findings
from nsc_program.checks import ReportLeftOut
from nsc_program.intake.typed import load_documents
from nsc_program.records import WhyNot

Row = Mapping[str, Any]

_BROKEN: tuple[object, ...] = (None, "", "x", -1, True, [], {})
_DAYS = ("2021-01-01", "2025-12-30", "2025-12-31", "2026-02-02", "9999-12-31", "0001-01-01")
_VALUES = (0, 1, 1500, 10**400, "21/2", {"low": 2, "high": 5}, {"low": -4, "high": -3})


def _periods() -> st.SearchStrategy[object]:
    starts = st.sampled_from((None, *_DAYS))
    return st.fixed_dictionaries({"end": st.sampled_from(_DAYS)}, optional={"start": starts})


def _or_broken(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return strategy | strategy | strategy | st.sampled_from(_BROKEN)


def _rows() -> st.SearchStrategy[list[Row]]:
    named = (*(indicator.id for indicator in HANOI.indicators), "other")
    needed = {
        "id": st.sampled_from(("SAMPLE-R1", "SAMPLE-R2", "SAMPLE-R3")),
        "indicator": st.sampled_from(named),
        "period": _periods(),
        "value": st.sampled_from(_VALUES),
        "issued": st.sampled_from(_DAYS),
    }
    optional = {
        "recorded_on": st.sampled_from(_DAYS),
        "estimate": st.booleans(),
        "verified": st.booleans(),
        "annulled": st.booleans(),
        "part": st.just("women"),
        "issuer": st.just("SAMPLE-OFFICE"),
    }
    row = st.fixed_dictionaries(
        {name: _or_broken(field) for name, field in needed.items()},
        optional={name: _or_broken(field) for name, field in optional.items()},
    )
    return st.lists(row, max_size=8)


def _judged(register: Register, as_of: date) -> int:
    """Evaluate a register in every way; return the number of the verdicts."""
    evaluation = assess(HANOI, register, as_of=as_of)
    findings(evaluation, register)
    for target in HANOI.targets:
        evidence(evaluation, register, target.id)
    return len(evaluation.verdicts)


@given(_rows(), st.sampled_from((date(2024, 6, 30), date(2025, 12, 31), AFTER)))
def test_any_rows_can_be_evaluated(rows: list[Row], as_of: date) -> None:
    found = load_documents(ReportedFigure, rows)

    assert len(rows) == found.accepted + found.repeats + len(found.rejected)
    assert len(HANOI.targets) == _judged(found.register, as_of)


def _of_one_day(number: int) -> Row:
    day = date(2021, 1, 1) + timedelta(days=number)
    period = {"start": str(day), "end": str(day)}
    said = {"indicator": "supported", "period": period, "value": number, "issued": "2026-02-02"}
    return {"id": f"SAMPLE-R{number}", **said}


def test_any_number_of_rows_can_be_evaluated() -> None:
    rows = [_of_one_day(number) for number in range(1, 302)]
    register = load_documents(ReportedFigure, rows).register
    evaluation = assess(HANOI, register, as_of=AFTER)

    (finding,) = findings(evaluation, register)
    (compared,) = evaluation["2021-2025/supported"].comparisons
    assert isinstance(finding, ReportLeftOut)
    assert (WhyNot.TOO_MANY, 101) == (finding.why, len(finding.records))
    assert Range.at_least(200) == compared.possible
