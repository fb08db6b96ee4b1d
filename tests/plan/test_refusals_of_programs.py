"""Inconsistent parts are refused with every mistake at once; unknown names with similar ones."""

import pickle
import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from each import for_each
from examples_of_values import TINY
from nsc_program import (
    HANOI,
    AssessmentBody,
    AtLeast,
    AtMost,
    Between,
    Choice,
    Completeness,
    Fact,
    Figure,
    Figures,
    Growth,
    InvalidType,
    InvalidValue,
    NscError,
    Period,
    Phase,
    Range,
    Reading,
    Register,
    ReportedFigure,
    Support,
    Target,
    Training,
    UnknownId,
    evaluate,
)
from nsc_program.catalog import KINHTEVADUBAO
from nsc_program.errors import DocumentError, InvalidProgram, Message, Problem, RegisterConflict
from nsc_program.plan import Difference, During, MeanGrowth
from nsc_program.records import AnyRecord

_DAY = date(2024, 6, 30)
_LATER = date(2025, 3, 1)
_FIRST = Period.of_years(2021, 2025)

# Plans

_CLUBS = TINY.target("2021-2025/clubs")
_MORE_CLUBS = TINY.target("2026-2030/clubs")
_WHICH = TINY.questions[0]
_ROWS = ((("founded",), "clubs"), (("active",), "clubs/active"))


def _with(*targets: Target) -> Mapping[str, Any]:
    """Return the phases of the tiny plan, with these targets in the first."""
    return {"phases": (evolve(TINY.phases[0], targets=targets), TINY.phases[1])}


def _choosing(
    *rows: tuple[tuple[str, ...], str], questions: tuple[str, ...] = ("which-clubs",)
) -> Mapping[str, Any]:
    return _with(evolve(_CLUBS, indicator=Choice(questions, rows)))


def _growing(grown: Target) -> Mapping[str, Any]:
    return {"phases": (TINY.phases[0], evolve(TINY.phases[1], targets=(grown,)))}


_CANNOT_GROW = "is not defined, as it is a share or may be negative; choose another basis"
_TWICE = "stands twice; give each its own id"
_PART_OF = ": there is no such target, or the parts form a circle; correct part_of"
_ROWS_NEEDED = (
    "target '2021-2025/clubs': its choice needs one row for each combination of answers, "
    "the default answers first"
)
_OUTSIDE = (
    "target '2026-2030/clubs': "
    "the period of its basis does not lie within the phase; correct the basis"
)
_NOT_EARLIER = (
    "target '2026-2030/clubs': "
    "its baseline does not end before the last day of the phase; correct the basis"
)
_MORE_THAN_NOTHING = "target '2026-2030/clubs': a change must be more than 0"
_ONE_MISTAKE: dict[str, tuple[Mapping[str, Any], str]] = {
    "no phase": ({"phases": (), "objectives": ()}, "a plan has at least one phase"),
    "indicator twice": (
        {"indicators": (*TINY.indicators, TINY.indicators[0])},
        "indicator 'clubs' stands twice; give each its own id",
    ),
    "question twice": (
        {"questions": (_WHICH, _WHICH)},
        "question 'which-clubs' stands twice; give each its own id",
    ),
    "question of the wording": (
        {"questions": (_WHICH, evolve(_WHICH, id="tolerance"))},
        "question 'tolerance' stands twice; give each its own id",
    ),
    "phase twice": (
        {"phases": (*TINY.phases, Phase.of_years(2021, 2025))},
        "phase '2021-2025' stands twice; give each its own id",
    ),
    "target twice": (
        _with(_CLUBS, evolve(_CLUBS, bound=AtLeast(16))),
        "target '2021-2025/clubs' stands twice; give each its own id",
    ),
    "objective twice": (
        {"objectives": TINY.objectives * 2},
        "objective 'harmonised' stands twice; give each its own id",
    ),
    "funding source twice": (
        {"funding_sources": TINY.funding_sources * 2},
        "funding source 'budget' stands twice; give each its own id",
    ),
    "id of another phase": (
        _with(evolve(_CLUBS, id="2016-2020/clubs")),
        "target '2016-2020/clubs': its id must begin with '2021-2025/'",
    ),
    "no citation": (
        _with(evolve(_CLUBS, citations=())),
        "target '2021-2025/clubs': it has no citation; give one in citations",
    ),
    "part of itself": (
        _with(evolve(_CLUBS, part_of=_CLUBS.id)),
        "target '2021-2025/clubs': it cannot be a part of '2021-2025/clubs'" + _PART_OF,
    ),
    "part of an unknown target": (
        _with(evolve(_CLUBS, part_of="2021-2025/all")),
        "target '2021-2025/clubs': it cannot be a part of '2021-2025/all'" + _PART_OF,
    ),
    "unknown indicator": (
        _with(evolve(_CLUBS, indicator="club")),
        "target '2021-2025/clubs': there is no indicator 'club'; did you mean 'clubs'?",
    ),
    "unknown indicator in a choice": (
        _choosing(_ROWS[0], (("active",), "club/active")),
        (
            "target '2021-2025/clubs': there is no indicator 'club/active'; "
            "did you mean 'clubs/active'?"
        ),
    ),
    "unknown indicator of growth": (
        _growing(evolve(_MORE_CLUBS, indicator="club")),
        "target '2026-2030/clubs': there is no indicator 'club'; did you mean 'clubs'?",
    ),
    "unknown question": (
        _choosing(*_ROWS, questions=("which-club",)),
        "target '2021-2025/clubs': there is no question 'which-club'; did you mean 'which-clubs'?",
    ),
    "choice by a question of the wording": (
        _choosing(*_ROWS, questions=("strict",)),
        "target '2021-2025/clubs': there is no question 'strict'",
    ),
    "no rows": (_choosing(), _ROWS_NEEDED),
    "a question asked twice": (
        _choosing(*_ROWS, questions=("which-clubs", "which-clubs")),
        "target '2021-2025/clubs': its choice asks a question twice; ask it once",
    ),
    "a row is missing": (_choosing(_ROWS[0]), _ROWS_NEEDED),
    "a row stands twice": (_choosing(*_ROWS, _ROWS[1]), _ROWS_NEEDED),
    "a row for an unknown answer": (_choosing(*_ROWS, (("closed",), "clubs")), _ROWS_NEEDED),
    "a row with too many answers": (
        _choosing(_ROWS[0], (("active", "active"), "clubs/active")),
        _ROWS_NEEDED,
    ),
    "the default is not first": (_choosing(*_ROWS[::-1]), _ROWS_NEEDED),
    "growth by zero": (_growing(evolve(_MORE_CLUBS, bound=AtLeast(0))), _MORE_THAN_NOTHING),
    "growth by less than zero": (
        _growing(evolve(_MORE_CLUBS, bound=AtMost(-5))),
        _MORE_THAN_NOTHING,
    ),
    "growth from zero on": (
        _growing(evolve(_MORE_CLUBS, bound=Between(0, 5))),
        _MORE_THAN_NOTHING,
    ),
    "a difference of zero": (
        _growing(evolve(_MORE_CLUBS, basis=Difference(_FIRST), bound=AtLeast(0))),
        _MORE_THAN_NOTHING,
    ),
    "a fall by more than all": (
        _growing(evolve(_MORE_CLUBS, basis=Growth(_FIRST, falling=True), bound=AtLeast(101))),
        "target '2026-2030/clubs': nothing falls by more than 100 %",
    ),
    "a mean fall by more than all": (
        _growing(
            evolve(_MORE_CLUBS, basis=MeanGrowth(falling=True), bound=Between(90, Fraction(201, 2)))
        ),
        "target '2026-2030/clubs': nothing falls by more than 100 %",
    ),
    "a baseline that ends with the phase": (
        _growing(evolve(_MORE_CLUBS, basis=Difference(Period.of_years(2030, 2030)))),
        _NOT_EARLIER,
    ),
    "a baseline after the phase": (
        _growing(evolve(_MORE_CLUBS, basis=Growth(Period.of_years(2031, 2031)))),
        _NOT_EARLIER,
    ),
    "the close of the phase as its baseline": (
        _growing(evolve(_MORE_CLUBS, basis=Growth(Period.until(date(2030, 12, 31))))),
        _NOT_EARLIER,
    ),
    "a part that begins before the phase": (
        _growing(evolve(_MORE_CLUBS, basis=During(Period.of_years(2025, 2026)))),
        _OUTSIDE,
    ),
    "a part without a first day": (
        _growing(evolve(_MORE_CLUBS, basis=During(Period.until(date(2026, 12, 31))))),
        _OUTSIDE,
    ),
    "mean growth of a share": (
        _growing(evolve(_MORE_CLUBS, indicator="share", basis=MeanGrowth())),
        f"target '2026-2030/clubs': growth of 'share' {_CANNOT_GROW}",
    ),
    "growth of a share": (
        _growing(evolve(_MORE_CLUBS, indicator="share")),
        f"target '2026-2030/clubs': growth of 'share' {_CANNOT_GROW}",
    ),
    "growth of a number that may be negative": (
        _growing(evolve(_MORE_CLUBS, indicator="balance")),
        f"target '2026-2030/clubs': growth of 'balance' {_CANNOT_GROW}",
    ),
    "objective of an unknown phase": (
        {"objectives": (evolve(TINY.objectives[0], phase="2016-2020"),)},
        "objective 'harmonised': there is no phase '2016-2020'",
    ),
    "objective with an unknown indicator": (
        {"objectives": (evolve(TINY.objectives[0], indicator="shares"),)},
        "objective 'harmonised': there is no indicator 'shares'; did you mean 'share'?",
    ),
}


@for_each(("changes", "problem"), _ONE_MISTAKE.values(), ids=_ONE_MISTAKE)
def test_a_program_that_contradicts_itself_is_refused(
    changes: Mapping[str, Any], problem: str
) -> None:
    with pytest.raises(InvalidProgram) as refusal:
        evolve(TINY, **changes)
    assert [each.message.en for each in refusal.value.problems] == [problem]


def test_every_problem_of_a_program_is_listed_at_once() -> None:
    wrong = evolve(_CLUBS, id="clubs", citations=(), part_of="all", indicator="club")
    with pytest.raises(InvalidProgram) as refusal:
        evolve(TINY, **_with(wrong), funding_sources=TINY.funding_sources * 2)
    place = "phases[0].targets[0]: target 'clubs'"
    assert str(refusal.value).splitlines() == [
        f"funding_sources[1]: funding source 'budget' {_TWICE}",
        f"{place}: its id must begin with '2021-2025/'",
        f"{place}: it has no citation; give one in citations",
        f"{place}: it cannot be a part of 'all'{_PART_OF}",
        f"{place}: there is no indicator 'club'; did you mean 'clubs'?",
    ]


def test_an_unlike_name_gets_no_suggestion() -> None:
    with pytest.raises(InvalidProgram) as refusal:
        evolve(TINY, **_with(evolve(_CLUBS, indicator="zzz")))
    assert (
        str(refusal.value)
        == "phases[0].targets[0]: target '2021-2025/clubs': there is no indicator 'zzz'"
    )


def test_a_part_of_a_circular_part_is_refused() -> None:
    """The target is not a member of the circle itself."""
    ring = (
        ("2021-2025/clubs", "2021-2025/b"),
        ("2021-2025/b", "2021-2025/clubs"),
        ("2021-2025/c", "2021-2025/clubs"),
    )
    targets = [evolve(_CLUBS, id=part, part_of=whole) for part, whole in ring]
    with pytest.raises(InvalidProgram) as refusal:
        evolve(TINY, **_with(*targets))
    said = [f"target {part!r}: it cannot be a part of {whole!r}{_PART_OF}" for part, whole in ring]
    assert [problem.message.en for problem in refusal.value.problems] == said


def test_each_problem_has_its_own_line() -> None:
    with pytest.raises(
        InvalidProgram, match=r"^phases\[2\]: phase '2021-2025' stands twice.*\n.* stands twice.*\n"
    ):
        evolve(HANOI, phases=(HANOI.phases[0], HANOI.phases[1], HANOI.phases[0]))


def test_growth_may_be_measured_from_before_the_programme() -> None:
    """N7a: “so với giai đoạn 2011-2020”."""
    before = Period.of_years(2011, 2020)
    assert before in evolve(TINY, **_growing(evolve(_MORE_CLUBS, basis=Growth(before)))).periods


@pytest.mark.parametrize(
    "basis",
    [Difference(Period.of_years(2021, 2025)), Difference(Period.until(date(2025, 12, 31)))],
    ids=str,
)
@pytest.mark.parametrize("indicator", ["share", "balance"])
def test_a_share_and_a_balance_may_differ_from_before(basis: Difference, indicator: str) -> None:
    changed = evolve(_MORE_CLUBS, indicator=indicator, basis=basis)
    assert basis.baseline in evolve(TINY, **_growing(changed)).periods


def test_a_number_may_fall_by_more_than_a_hundred() -> None:
    """Only percentages end there."""
    fewer = evolve(_MORE_CLUBS, basis=Difference(_FIRST, falling=True), bound=AtLeast(101))
    assert evolve(TINY, **_growing(fewer)).target(fewer.id) == fewer


# Unknown names

_DECIDED = evaluate(HANOI, Figures(_DAY))
_LOOKS: dict[str, Callable[[], object]] = {
    "no target '2021-2025/suported'; did you mean '2021-2025/supported'": lambda: HANOI.target(
        "2021-2025/suported"
    ),
    "no target '2021-2025/model'; did you mean '2021-2025/models'": lambda: HANOI.phase_of(
        "2021-2025/model"
    ),
    "no target '2021-2025/bodis'; did you mean '2021-2025/bodies'": lambda: HANOI.indicator_of(
        "2021-2025/bodis"
    ),
    "no target '2021-2025/tranied'; did you mean '2021-2025/trained'": lambda: _DECIDED[
        "2021-2025/tranied"
    ],
    "no phase '2021-2015'; did you mean '2021-2025'": lambda: _DECIDED.phase("2021-2015"),
    "no phase '2021'; known: '2021-2025', '2026-2030'": lambda: TINY.phase("2021"),
    "no phase 'all'; known: '2021-2025', '2026-2030'": lambda: TINY.phase("all"),
    "no indicator 'Bodies'; did you mean 'bodies'": lambda: HANOI.indicator("Bodies"),
    "no question 'tolerence'; did you mean 'tolerance'": lambda: HANOI.question("tolerence"),
    "no question 'cooperative'; did you mean 'cooperatives'": lambda: HANOI.question("cooperative"),
    "no document 'B'; known: 'A'": lambda: TINY.attested_by(KINHTEVADUBAO),
    "no question of the plan 'solution'; did you mean 'solutions'": lambda: evaluate(
        HANOI, Figures(_DAY), Reading(choices={"solution": "several"})
    ),
    "no class of records to make a claim about 'Supports'; did you mean 'Support'": lambda: (
        Completeness("Supports", _FIRST)
    ),
}


@for_each(("message", "look"), _LOOKS.items(), ids=_LOOKS)
def test_an_unknown_name_is_refused_with_the_nearest(
    message: str, look: Callable[[], object]
) -> None:
    with pytest.raises(UnknownId, match=f"^{re.escape(message)}"):
        look()


def test_a_question_of_the_wording_is_refused_among_the_choices() -> None:
    with pytest.raises(UnknownId, match=r"^no question of the plan 'strict'; known: "):
        evaluate(HANOI, Figures(_DAY), Reading(choices={"strict": "no"}))


def test_without_known_names_there_is_no_suggestion() -> None:
    assert (
        str(UnknownId("target", "2021-2025/clubs", ()))
        == "no target '2021-2025/clubs'; there are none"
    )


@pytest.mark.parametrize("kind", [Fact, ReportedFigure])
def test_a_claim_about_all_facts_or_all_reports_is_refused(kind: type[AnyRecord]) -> None:
    """A claim about facts names their indicators; reports are never complete."""
    for what in (kind, kind.__name__):
        with pytest.raises(
            UnknownId,
            match=f"^no class of records to make a claim about '{kind.__name__}'; known: 'Ent",
        ):
            Completeness(what, _FIRST)


@pytest.mark.parametrize("answer", ["person", "PERSONS", ""])
def test_an_inadmissible_answer_is_refused_with_the_admissible_ones(answer: str) -> None:
    reading = Reading(choices={"trained": answer})
    with pytest.raises(
        InvalidValue,
        match=f"^trained: '{answer}' is not an admissible answer; "
        "admissible: 'persons', 'participations'$",
    ):
        evaluate(HANOI, Figures(_DAY), reading)


def test_a_figure_outside_the_domain_is_refused() -> None:
    figures = Figures(_DAY, (Figure("bodies", _FIRST, Range.below(0)),))
    with pytest.raises(
        InvalidValue,
        match=r"^the figure for 2021-01-01 to 2025-12-31: 'bodies' cannot be \(-∞, 0\)$",
    ):
        evaluate(HANOI, figures)


# Registers

_BODY = AssessmentBody(id="b1", registration="SAMPLE-B1")
_SUPPORT = Support(id="s1", enterprise="SAMPLE-1", started_on=_DAY)
_TRAINING = Training(id="t1", person="SAMPLE-P1", on=_DAY, recorded_on=_LATER)
_SENT_TWICE: tuple[AssessmentBody | Support | Training, ...] = (
    _BODY,
    _SUPPORT,
    evolve(_SUPPORT, id="s2"),
    evolve(_SUPPORT, id="s2", recorded_on=_DAY),
    evolve(_SUPPORT, id="s2", recorded_on=_LATER),
    _TRAINING,
)
_VERSIONS = (
    *_SENT_TWICE,
    *(evolve(record, document="another") for record in _SENT_TWICE),
    evolve(_BODY, id="b2"),
)


@given(st.permutations(_VERSIONS))
def test_all_records_that_conflict_are_listed_whatever_their_order(
    records: list[AnyRecord],
) -> None:
    with pytest.raises(RegisterConflict) as refusal:
        Register(records)
    assert refusal.value == RegisterConflict(
        ("AssessmentBody", "b1", None),
        ("Support", "s1", None),
        ("Support", "s2", None),
        ("Support", "s2", _DAY),
        ("Support", "s2", _LATER),
        ("Training", "t1", _LATER),
    )


def test_a_conflict_says_what_to_do() -> None:
    conflict = RegisterConflict(("Support", "s1", None), ("Training", "t1", _LATER))
    what_to_do = "different content under one id; correct one, or date the later with recorded_on"
    assert str(conflict).splitlines() == [
        f"Support 's1': {what_to_do}",
        f"Training 't1' of 2025-03-01: {what_to_do}",
    ]


@pytest.mark.parametrize(
    "other",
    [
        evolve(_SUPPORT, recorded_on=_LATER, annulled=True),
        evolve(_SUPPORT, id="s2"),
        evolve(_BODY, id="s1"),
    ],
    ids=["later version", "other id", "other class"],
)
def test_records_with_different_identity_do_not_conflict(other: AnyRecord) -> None:
    assert set(Register((_SUPPORT, other)).records) == {_SUPPORT, other}


def test_one_record_sent_twice_does_not_conflict() -> None:
    assert Register((_SUPPORT, evolve(_SUPPORT))).records == (_SUPPORT,)


def test_two_facts_never_conflict() -> None:
    """A fact is its own identity."""
    facts = (Fact("clubs", "SAMPLE-C1", _DAY), Fact("clubs", "SAMPLE-C1", _DAY, verified=False))
    assert set(Register(facts).records) == set(facts)


# Errors are values

_PROBLEM = Problem(("vnd",), "wrong-type", Message("cần một số nguyên", "expected a whole number"))
_ERRORS: dict[NscError, type[Exception]] = {
    InvalidType(_PROBLEM): TypeError,
    InvalidValue(_PROBLEM): ValueError,
    InvalidProgram(_PROBLEM, Problem((), "no-growth", Message("mức tăng", "growth"))): ValueError,
    RegisterConflict(("Support", "s1", None), ("Training", "t1", _DAY)): ValueError,
    UnknownId("target", "2021-2025/club", ("2021-2025/clubs",)): KeyError,
    DocumentError(
        _PROBLEM.within("supports", 3), Problem((), "not-json", Message("hỏng", "broken"))
    ): ValueError,
}
of_each_error = pytest.mark.parametrize(
    "error", _ERRORS, ids=[type(error).__name__ for error in _ERRORS]
)


@of_each_error
def test_an_error_is_of_a_built_in_kind_too(error: NscError) -> None:
    assert isinstance(error, _ERRORS[error])


@of_each_error
def test_errors_with_equal_type_and_arguments_are_equal(error: NscError) -> None:
    again = type(error)(*error.args)
    assert (again, hash(again), str(again)) == (error, hash(error), str(error))


@of_each_error
def test_an_error_differs_from_a_plain_one_with_its_arguments(error: NscError) -> None:
    plain: Exception = _ERRORS[error](*error.args)
    assert error != plain


@of_each_error
@pytest.mark.parametrize(
    "kind", [InvalidType, InvalidValue, InvalidProgram, RegisterConflict, DocumentError]
)
def test_errors_of_different_types_differ(error: NscError, kind: type[NscError]) -> None:
    assert (kind(*error.args) == error) == (kind is type(error))


@pytest.mark.parametrize(
    "kind", [InvalidType, InvalidValue, InvalidProgram, RegisterConflict, DocumentError]
)
def test_errors_with_different_arguments_differ(kind: type[NscError]) -> None:
    assert kind("vnd") != kind("vnd", "code")


@of_each_error
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_comes_back_from_pickle(error: NscError, protocol: int) -> None:
    """A worker process returns its errors by pickle."""
    again = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - written one call earlier
    assert (again, str(again)) == (error, str(error))


def test_a_document_error_gives_each_problem_a_line_with_its_path() -> None:
    error = DocumentError(
        _PROBLEM.within("supports", 3),
        Problem((), "not-json", Message("không phải JSON", "not JSON")),
    )
    assert str(error) == "supports[3].vnd: expected a whole number\nnot JSON"
    assert error.in_("vi") == "supports[3].vnd: cần một số nguyên\nkhông phải JSON"
