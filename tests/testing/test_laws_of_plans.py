"""The public laws hold for the plans of the catalog and any other; each notices a broken rule."""

import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve
from hypothesis import Phase, find, settings

from drawing_plans import with_bounds
from nsc_program import (
    HANOI,
    NATIONAL,
    About,
    AtLeast,
    Figure,
    Figures,
    Program,
    Range,
    Reading,
    Register,
    Status,
    evidence,
    sweep,
    tally,
)
from nsc_program.plan import Difference
from nsc_program.testing import strategies as nsc
from nsc_program.testing.properties import (
    PROGRAM_LAWS,
    Law,
    _shared,
    a_sweep_is_every_reading,
    added_records_lower_no_count,
    an_open_verdict_can_go_either_way,
    check_program,
    differences_have_no_level,
    documents_come_back,
    evidence_agrees,
    growth_has_no_scale,
    later_days_narrow,
    more_tolerance_lowers_nothing,
    narrower_figures_keep_what_is_decided,
    nothing_known_decides_nothing,
    one_world,
    order_changes_nothing,
    quotations_say_the_number,
    turns_at_its_number,
    words_come_back,
)
from nsc_program.testing.strategies._drawing_registers import everything
from nsc_program.values._range_arithmetic import minus
from nsc_program.verdicts._evaluation import decide

of_each_law = pytest.mark.parametrize("law", PROGRAM_LAWS, ids=lambda law: law.__name__)


@pytest.fixture
def few_examples() -> Iterator[None]:
    """A law draws as many examples as the profile says."""
    before = settings()
    settings.register_profile("few", before, max_examples=8, database=None)
    settings.load_profile("few")
    yield
    settings.register_profile("before", before)
    settings.load_profile("before")


def _found(wanted: Callable[[Program], bool]) -> Program:
    any_ = settings(max_examples=2_000, database=None, phases=[Phase.generate])
    return find(nsc.programs(), wanted, settings=any_)


@pytest.mark.usefixtures("few_examples")
class TestLawsHold:
    """The laws hold for the plans that this library knows, and for any consistent plan."""

    @of_each_law
    @pytest.mark.parametrize("program", [HANOI, NATIONAL], ids=lambda program: program.id)
    def test_the_laws_hold_for_the_catalog(self, law: Law, program: Program) -> None:
        law(program)

    @of_each_law
    @pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of the plan, while finding
    def test_the_laws_hold_for_a_made_up_plan(self, law: Law) -> None:
        law(_found(lambda plan: len({type(target.basis) for target in plan.targets}) == 4))

    @of_each_law
    def test_the_laws_hold_for_a_plan_without_targets(self, law: Law) -> None:
        law(_found(lambda plan: not plan.targets))


# --- broken rules, each in the place where its law looks ---


def _everything_is_true(program: Program, register: Register, **day: Any) -> Figures:  # noqa: ANN401
    known = [evolve(record, verified=True) for record in register.records]
    return tally(program, Register(known, everything(program)), **day)


def _one_more(program: Program, target: str, figures: Figures, reading: Reading) -> object:
    more = (minus(each.range, Range.exactly(-1)) for each in figures.figures)
    return decide(
        program, target, evolve(figures, figures=tuple(map(_with, figures.figures, more))), reading
    )


def _with(figure: Figure, range_: Range) -> Figure:
    return evolve(figure, range=range_)


def _always_open(*given: Any) -> object:  # noqa: ANN401
    found = decide(*given)
    told = {name: getattr(found, name) for name in ("target", "indicator", "comparisons")}
    return SimpleNamespace(**told, status=Status.PENDING)


def _only_ranges_are_attained(program: Program, figures: Figures, _: Reading) -> dict[str, object]:
    exact = all(each.range.low == each.range.high for each in figures.figures)
    return _all(program, Status.MISSED if exact else Status.ATTAINED)


def _less_is_more(program: Program, _: Figures, reading: Reading) -> dict[str, object]:
    return _all(program, Status.MISSED if reading.tolerance > 0 else Status.ATTAINED)


def _all(program: Program, status: Status) -> dict[str, object]:
    return {target.id: SimpleNamespace(status=status) for target in program.targets}


def _counts_backwards(program: Program, register: Register, **day: Any) -> Figures:  # noqa: ANN401
    low = -len(register.records)
    figures = tally(program, register, **day)
    return evolve(
        figures,
        figures=tuple(evolve(each, range=Range(low, None), notes=()) for each in figures.figures),
    )


def _forgets(program: Program, register: Register, **day: Any) -> Figures:  # noqa: ANN401
    figures = tally(program, register, **day)
    wide = [
        evolve(each, range=Range(-day["as_of"].toordinal(), None), notes=())
        for each in figures.figures
    ]
    return evolve(figures, figures=tuple(wide))


def _lossy(records: Any, *rest: Any, **more: Any) -> Register:  # noqa: ANN401
    return Register(tuple(records)[1:], *rest, **more)


def _only_numbers_count(_: Program, __: str, figures: Figures, ___: Reading) -> object:
    high = max(each.range.high or 0 for each in figures.figures)
    return SimpleNamespace(status=Status.ATTAINED if high > 20 else Status.MISSED)


def _knows_nothing(program: Program, figures: Figures) -> object:
    return sweep(program, Figures(figures.as_of))


def _loses_a_key(*given: Any, **more: Any) -> object:  # noqa: ANN401
    found = evidence(*given, **more)
    return evolve(
        found, figures=tuple(evolve(each, counted=each.counted[1:]) for each in found.figures)
    )


def _another_value(*_: object) -> Figures:
    return Figures(HANOI.period.end)


def _nothing_said(*_: object) -> tuple[()]:
    return ()


_GROWN = HANOI.target("2026-2030/supported")
_MORE = evolve(_GROWN, basis=Difference(HANOI.phases[0].period))
WITH_A_DIFFERENCE = evolve(
    HANOI, phases=(HANOI.phases[0], evolve(HANOI.phases[1], targets=(_MORE,)))
)
FAULTS: list[tuple[Law, str, Callable[..., object]]] = [
    (one_world, "tally", _everything_is_true),
    (turns_at_its_number, "decide", _one_more),
    (an_open_verdict_can_go_either_way, "decide", _always_open),
    (narrower_figures_keep_what_is_decided, "evaluate", _only_ranges_are_attained),
    (later_days_narrow, "tally", _forgets),
    (added_records_lower_no_count, "tally", _counts_backwards),
    (order_changes_nothing, "Register", _lossy),
    (growth_has_no_scale, "decide", _only_numbers_count),
    (differences_have_no_level, "decide", _only_numbers_count),
    (a_sweep_is_every_reading, "sweep", _knows_nothing),
    (more_tolerance_lowers_nothing, "evaluate", _less_is_more),
    (evidence_agrees, "evidence", _loses_a_key),
    (documents_come_back, "from_json", _another_value),
    (words_come_back, "parse", _nothing_said),
]
PLANS: list[tuple[Law, Program, str]] = [
    (
        nothing_known_decides_nothing,
        with_bounds(HANOI, {"2021-2025/bodies": AtLeast(-1)}),
        "is its number possible",
    ),
    (
        quotations_say_the_number,
        with_bounds(HANOI, {"2021-2025/bodies": AtLeast(3)}),
        "ít nhất 2 tổ chức",
    ),
]


@pytest.fixture
def _many_examples() -> Iterator[None]:
    """Draw as many examples as it takes, and do not look for the simplest one.

    A fault that a few examples do not meet does not show that its law cannot fail.
    """
    before = settings.get_current_profile_name()
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("until found", settings(), max_examples=500, phases=phases)
    settings.load_profile("until found")
    yield
    settings.load_profile(before)


class TestLawsCanFail:
    """A law notices its broken rule, and names the target or figure that violates it."""

    @pytest.mark.usefixtures("_many_examples")
    @pytest.mark.parametrize(
        ("law", "rule", "broken"), FAULTS, ids=[law.__name__ for law, _, _ in FAULTS]
    )
    def test_a_broken_rule_is_noticed_by_its_law(
        self, law: Law, rule: str, broken: Callable[..., object], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for module in (sys.modules[law.__module__], _shared):
            if hasattr(module, rule):
                monkeypatch.setattr(module, rule, broken)
        with pytest.raises(AssertionError):
            law(WITH_A_DIFFERENCE if law is differences_have_no_level else HANOI)

    @pytest.mark.parametrize(
        ("law", "program", "says"), PLANS, ids=[law.__name__ for law, _, _ in PLANS]
    )
    def test_a_wrong_plan_is_noticed(self, law: Law, program: Program, says: str) -> None:
        with pytest.raises(AssertionError, match=says):
            law(program)

    def test_every_law_has_a_fault_that_breaks_it(self) -> None:
        assert set(PROGRAM_LAWS) == {law for law, *_ in [*FAULTS, *PLANS]}

    def test_check_program_names_the_broken_law(self) -> None:
        plan = with_bounds(HANOI, {"2021-2025/supported": About(1_600)})
        with pytest.raises(
            AssertionError, match="1.500 doanh nghiệp".replace(".", r"\.")
        ) as broken:
            check_program(plan, [words_come_back, quotations_say_the_number])
        assert broken.value.__notes__[-1].startswith(
            "law: quotations_say_the_number (Require that the words which a target"
        )

    def test_a_number_too_long_to_write_is_omitted(self) -> None:
        words_come_back(with_bounds(HANOI, {"2021-2025/bodies": AtLeast(-1)}))

    @pytest.mark.parametrize("law", [one_world, turns_at_its_number])
    def test_a_target_whose_status_never_changes_is_omitted(self, law: Law) -> None:
        bodies = evolve(HANOI.target("2021-2025/bodies"), bound=AtLeast(-1))
        law(evolve(HANOI, phases=(evolve(HANOI.phases[0], targets=(bodies,)),), objectives=()))
