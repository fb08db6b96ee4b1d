"""Write the golden files: documents of a release that every later release must load.

`python tools/write_golden.py` writes the missing files of `tests/golden`. It leaves existing files
alone, because a golden file is never rewritten. A new schema of a document gets a folder of its
own, with the new version in its name. The contents of the documents are made up.
"""

import sys
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from attrs import evolve

from nsc_program import (
    HANOI,
    NATIONAL,
    About,
    Answer,
    AssessmentBody,
    AtLeast,
    AtMost,
    Audience,
    Between,
    Choice,
    Citation,
    Completeness,
    Dissemination,
    Document,
    EachYear,
    Enterprise,
    EnterpriseKind,
    Evaluation,
    Expert,
    Fact,
    Figure,
    Figures,
    Funding,
    FundingSource,
    Growth,
    Indicator,
    LessThan,
    Level,
    MoreThan,
    Objective,
    Period,
    Phase,
    PilotModel,
    Plain,
    Program,
    Question,
    Range,
    Reached,
    Reading,
    Register,
    RejectedRow,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Target,
    Text,
    Training,
    Unit,
    YearlyGrowth,
    assess,
    compare_phases,
    evaluate,
    sweep,
    tally,
)
from nsc_program.checks import (
    ClaimOutdated,
    ClashingEvidence,
    ConditionsApart,
    EnteredTwice,
    EnterpriseNotListed,
    ExpertNotTrained,
    Finding,
    Findings,
    KeyChanged,
    KeyInTwoPhases,
    KeysAlike,
    KindDiffers,
    ModelNotSupported,
    OutsidePhases,
    PartTooLarge,
    RecordedBeforehand,
    RecordName,
    ReportLeftOut,
    ReportNotUsed,
    RowsRejected,
    SpentBeforeStart,
    SupportAcrossPhases,
    UnknownIndicator,
    UnknownPart,
    UnlawfulSource,
    WrongCheckDigit,
)
from nsc_program.figures import (
    ClaimedComplete,
    Clash,
    Estimated,
    InRejectedRows,
    NotClaimedComplete,
    NotStarted,
    PartOfTerritory,
    PeopleNotIdentified,
    Piece,
    Reported,
    TotalMayBeZero,
    UnusedReport,
    Unverified,
    WithEstimates,
)
from nsc_program.plan import (
    AllOf,
    Bound,
    BudgetItem,
    Counting,
    Difference,
    During,
    FirstOf,
    Given,
    HasAtLeast,
    Includes,
    MeanGrowth,
    OneOf,
    Partition,
    Share,
    Within,
)
from nsc_program.plan._bases import Basis
from nsc_program.plan._counting import NotMet
from nsc_program.records import AnyRecord, WhyNot
from nsc_program.serialization import SCHEMAS, to_json
from nsc_program.verdicts import (
    Diff,
    Evidence,
    FundingTotals,
    LeftOut,
    PhaseComparison,
    PlanComparison,
    RecordChange,
    Sweep,
    compare_plans,
    diff,
    evidence,
)

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"

DAY, LATER, CLOSE = date(2024, 6, 30), date(2025, 3, 1), date(2026, 3, 31)
FIRST, SECOND, THIRD = (
    Period.of_years(2021, 2025),
    Period.of_years(2026, 2030),
    Period.of_years(2031, 2033),
)
_SECOND_YEAR = Period.of_years(2027, 2027)
MADE_UP = Text(vi="ví dụ", en="made up")


# --- a register: every class of records and every field, with corrected and annulled records ---


def _head(name: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # the fields of any record
    return {"id": name, "recorded_on": LATER, "verified": False, "document": "12/BC-SAMPLE", **more}


def _records() -> Iterator[AnyRecord]:
    yield Enterprise(
        **_head("SAMPLE-E1"),
        code="0000000001",
        name="Công ty ví dụ “A”",
        kind=EnterpriseKind.COOPERATIVE,
        locality="Ba Đình",
    )
    yield Enterprise(id="SAMPLE-E2", code="SAMPLE-0002", annulled=True)
    yield Support(
        **_head("SAMPLE-S1"),
        enterprise="0000000001-001",
        kind=EnterpriseKind.HOUSEHOLD,
        started_on=date(2024, 1, 2),
        completed_on=DAY,
        level=Level.MINISTRY,
        locality="Ba Đình",
        solutions=tuple(Solution),
        funding=(
            Funding("state-budget", 120_000_000),
            Funding("other-lawful", 0),
            Funding("loan", 10**18),
        ),
        spending_year=2025,
    )
    # One support in three versions: entered, completed, annulled.
    entered = Support(
        id="SAMPLE-S2", enterprise="SAMPLE-0002", started_on=DAY, solutions=(), level=Level.NATION
    )
    yield entered
    completed = evolve(entered, completed_on=date(2024, 9, 30), recorded_on=date(2024, 10, 1))
    yield completed
    yield evolve(completed, annulled=True, recorded_on=LATER)
    yield Support(
        id="SAMPLE-S3",
        enterprise="SAMPLE-0003",
        started_on=date(2025, 12, 1),
        completed_on=date(2026, 1, 9),
    )
    yield Training(
        **_head("SAMPLE-T1"),
        person="SAMPLE-P1",
        on=DAY,
        audience=Audience.LOCALITY,
        topic="5S, Kaizen",
        locality="Ba Đình",
    )
    yield Training(id="SAMPLE-T2", headcount=120, on=DAY, audience=Audience.DEPARTMENT)
    yield Training(
        id="SAMPLE-T3", person="SAMPLE-P2", on=DAY, audience=Audience.ORGANISATION, annulled=True
    )
    yield Expert(
        **_head("SAMPLE-X1", renewal=True),
        person="SAMPLE-P1",
        trained_on=date(2023, 5, 1),
        standard="TCVN 13751:2023",
        certified_on=date(2023, 9, 1),
        scheme="SAMPLE",
        expires_on=date(2026, 9, 1),
        regional_on=DAY,
        international_on=LATER,
    )
    yield Expert(id="SAMPLE-X2", person="SAMPLE-P3", annulled=True)
    yield PilotModel(
        **_head("SAMPLE-M1", renewal=True),
        enterprise="0000000001",
        recognised_on=DAY,
        decision="7/QĐ-SAMPLE",
        scope=Scope.NATION,
        locality="Ba Đình",
        solutions=(Solution.STANDARDS, Solution.IMPROVEMENT_TOOLS),
        withdrawn_on=LATER,
    )
    yield PilotModel(id="SAMPLE-M2", enterprise="SAMPLE-0002", recognised_on=DAY, annulled=True)
    yield AssessmentBody(
        **_head("SAMPLE-B1"),
        registration="SAMPLE-R1",
        name="Trung tâm ví dụ",
        activities=("thử nghiệm", "chứng nhận"),
        strengthened_on=date(2023, 5, 1),
        conforming_since=DAY,
        conforming_until=LATER,
        standard="ISO/IEC 17025",
        serves_key_products=False,
    )
    yield AssessmentBody(
        id="SAMPLE-B2", registration="SAMPLE-R2", serves_key_products=True, annulled=True
    )
    yield Dissemination(
        **_head("SAMPLE-D1"), on=DAY, topic="năng suất", audience=Audience.ENTERPRISE
    )
    yield Dissemination(id="SAMPLE-D2", on=LATER, annulled=True)
    yield ReportedFigure(
        **_head("SAMPLE-F1", estimate=True, part="north", issuer="SAMPLE-ISSUER"),
        indicator="supported",
        period=FIRST,
        value=Range(Fraction(2801, 2), 1500, low_open=True, high_open=True),
        issued=LATER,
    )
    yield ReportedFigure(
        id="SAMPLE-F2", indicator="tfp-share", period=FIRST, value=Fraction(107, 2), issued=CLOSE
    )
    yield ReportedFigure(
        id="SAMPLE-F3",
        indicator="models/city",
        period=Period.until(DAY),
        value=Range.at_least(3),
        issued=DAY,
    )
    yield ReportedFigure(
        id="SAMPLE-F4",
        indicator="experts",
        period=SECOND,
        value=Range.at_most(60),
        issued=LATER,
        annulled=True,
    )
    yield Fact("supported", "SAMPLE-0004", DAY, verified=False)
    yield Fact("trained/participations", "SAMPLE-T9  head 7", DAY)


def register() -> Register:
    """Return a register with all classes of records, claims, and rejected rows."""
    claims = [
        Completeness(Support, FIRST, LATER),
        Completeness(Training, Period.until(CLOSE)),
        Completeness("models/city", Period(date(2021, 1, 1), DAY)),
    ]
    rows = [
        RejectedRow(what=Support, id="SAMPLE-S9"),
        RejectedRow(what=Training, id="SAMPLE-T9", recorded_on=LATER, things=40),
        RejectedRow(what=ReportedFigure, id="SAMPLE row 7", identified=False),
    ]
    return Register(_records(), claims, rows)


# --- a small plan: every bound, every basis, every kind of answer ---

_PAPER = Document(
    id="SAMPLE-PAPER",
    title=Text(vi="Văn bản ví dụ", en="A made-up paper"),
    place="nowhere",
    remark=MADE_UP,
)
_OTHER_PAPER = Document(id="SAMPLE-OTHER", title=MADE_UP, place="nowhere")
_CITED = (Citation(document=_PAPER, words="con số ví dụ"),)
_READ_SO = Citation(document=_OTHER_PAPER, words="a made-up slip", lang="en", erratum=MADE_UP)
_CLUB = Unit(id="club", label=Text(vi="câu lạc bộ", en="clubs"))
_VISIT = Unit(id="visit", label=Text(vi="lượt", en="visits"))
_MONEY = Unit(id="billion-dong", label=Text(vi="tỷ đồng", en="billion đồng"), whole=False)
_AREA = Partition(id="area", parts=("north", "south"))
_PERCENT = Unit(id="percent", label=Text(vi="%", en="%"), whole=False)


def _question() -> Question:
    answers = (
        Answer(value="founded", label=MADE_UP, attested_by=(_PAPER.id, _OTHER_PAPER.id)),
        Answer(value="active", label=MADE_UP),
    )
    return Question(id="which-clubs", phrase=MADE_UP, answers=answers, citations=_CITED)


def _indicator(name: str, unit: Unit, **more: Any) -> Indicator:  # noqa: ANN401  # its other fields
    return Indicator(id=name, unit=unit, label=MADE_UP, **more)


def _target(name: str, indicator: str | Choice, bound: Bound, basis: Basis, **more: Any) -> Target:  # noqa: ANN401
    rest = {"citations": _CITED, **more}
    return Target(id=name, title=MADE_UP, indicator=indicator, bound=bound, basis=basis, **rest)


def _phases() -> tuple[Phase, ...]:
    choice = Choice(("which-clubs",), ((("founded",), "clubs"), (("active",), "clubs/active")))
    rows = (
        (("founded", "all"), "guests"),
        (("founded", "some"), "guests"),
        (("active", "all"), "clubs"),
    )
    wide = Choice(("which-clubs", "who"), (*rows, (("active", "some"), "clubs")))
    return (
        Phase.of_years(
            2021,
            2025,
            (
                _target("2021-2025/clubs", choice, About(15), Reached()),
                _target(
                    "2021-2025/active",
                    "clubs/active",
                    AtLeast(10),
                    Reached(),
                    part_of="2021-2025/clubs",
                ),
                _target(
                    "2021-2025/over",
                    "clubs",
                    MoreThan(20),
                    Reached(),
                    citations=(*_CITED, _READ_SO),
                ),
                _target("2021-2025/visits", "visits", Plain(40), EachYear()),
                _target("2021-2025/guests", wide, Plain(12), Reached()),
                _target("2021-2025/money", "money", AtMost(Fraction(15, 2)), Reached()),
                _target("2021-2025/balance", "balance", LessThan(-5), Reached()),
            ),
        ),
        Phase.of_years(
            2026,
            2030,
            (
                _target("2026-2030/clubs", "clubs", Between(50, 75, about=True), Growth(FIRST)),
                _target(
                    "2026-2030/active",
                    "clubs/active",
                    AtLeast(50),
                    Growth(Period(None, date(2020, 12, 31))),
                ),
                _target("2026-2030/guests", "guests", AtLeast(10), Growth(FIRST)),
                _target("2026-2030/fewer", "clubs", AtMost(20), Difference(FIRST, falling=True)),
                _target("2026-2030/active-2027", "clubs/active", AtLeast(20), During(_SECOND_YEAR)),
                _target("2026-2030/mean", "visits", MoreThan(7), MeanGrowth()),
                _target(
                    "2026-2030/visits", "visits", Between(10, 15), YearlyGrowth(), aspirational=True
                ),
            ),
        ),
        Phase.of_years(
            2031,
            2033,
            (_target("2031-2033/hope", "clubs", AtLeast(99), Reached(), aspirational=True),),
        ),
    )


def _counted() -> Iterator[Indicator]:
    """Yield indicators whose rules have every condition."""
    helped = Counting(
        of=Support,
        each="enterprise",
        on=AllOf(("started_on", "completed_on")),
        where=(OneOf("level", ("city", "nation")), Includes("solutions", "management-systems")),
    )
    models = Counting(
        of=PilotModel,
        each="enterprise",
        on=AllOf("recognised_on"),
        where=(OneOf("renewal", values=False), HasAtLeast("solutions", 2)),
    )
    levels = Counting(
        of=Expert,
        each="person",
        on=FirstOf(("regional_on", "international_on")),
        until="expires_on",
        where=(Given("scheme"),),
    )
    courses = Counting(of=Training, on=AllOf("on"), where=(Within("headcount", Range(30, None)),))
    yield _indicator("clubs/helped", _CLUB, counting=(helped, models))
    yield _indicator("visits/experts", _CLUB, counting=levels)
    yield _indicator("visits/courses", _VISIT, counting=courses)


def small_plan() -> Program:
    """Return a plan with every bound and basis, a choice, and every kind of answer."""
    more = Question(
        id="how-much",
        phrase=MADE_UP,
        answers=(
            Answer(value=Fraction(1, 20), label=MADE_UP),
            Answer(value=Fraction(2), label=MADE_UP),
            Answer(value=True, label=MADE_UP),
        ),
        interval=Range(0, Fraction(1, 10), low_open=True),
    )
    who = Question(
        id="who",
        phrase=MADE_UP,
        answers=(
            Answer(value="all", label=MADE_UP),
            Answer(value="some", label=MADE_UP, attested_by=(_PAPER.id,)),
        ),
    )
    return Program(
        id="SAMPLE-PLAN",
        edition="1/KH-SAMPLE",
        in_force_from=date(2021, 1, 1),
        title=Text(vi="Kế hoạch ví dụ", en="A made-up plan"),
        issuer=Text(vi="Không ai", en="Nobody"),
        indicators=(
            _indicator("clubs", _CLUB, partitions=(_AREA,)),
            _indicator("clubs/active", _CLUB),
            _indicator("visits", _VISIT, additive=True),
            _indicator("guests", _VISIT, additive=True),
            _indicator("money", _MONEY, accumulates=False),
            _indicator("share", _PERCENT, domain=Range(0, 100), accumulates=False),
            _indicator(
                "clubs/active-share",
                _PERCENT,
                accumulates=False,
                share=Share(numerator="clubs/active", denominator="clubs"),
            ),
            _indicator("balance", _CLUB, domain=Range(None, None), accumulates=False),
            *_counted(),
        ),
        questions=(_question(), who, more),
        phases=_phases(),
        objectives=(
            Objective(
                id="harmony", title=MADE_UP, phase="2021-2025", indicator="share", citations=_CITED
            ),
            Objective(id="good", title=MADE_UP, citations=()),
        ),
        funding_sources=(FundingSource(id="budget", label=MADE_UP, citations=_CITED),),
        budget=(BudgetItem(source="budget", period=_SECOND_YEAR, vnd=5 * 10**9, citations=_CITED),),
        citations=(_READ_SO,),
    )


def small_figures() -> Figures:
    """Return figures of the small plan, which have every class of note between them."""
    clubs, years = ("clubs", FIRST), SECOND.years
    notes = (
        Unverified(*clubs, 3),
        PeopleNotIdentified(*clubs, 120, 90),
        InRejectedRows(*clubs, 3, 4),
        InRejectedRows(*clubs, 1, 2, 1),
        NotClaimedComplete(*clubs, (Period(None, date(2021, 6, 30)), Period(DAY, LATER))),
        Reported(*clubs, "SAMPLE-F1", DAY, Period.until(DAY)),
        Estimated(*clubs, "SAMPLE-F2", LATER, FIRST),
        UnusedReport(*clubs, "SAMPLE-F3", WhyNot.IMPOSSIBLE),
        TotalMayBeZero("clubs", FIRST),
        Clash(
            *clubs,
            (
                Piece(Range.exactly(14), counted=True),
                Piece(Range.above(20), ("SAMPLE-F1", "SAMPLE-F2")),
                Piece(Range(None, Fraction(33, 2), high_open=True)),
            ),
        ),
    )
    active = ("clubs/active", FIRST)
    return Figures(
        date(2031, 3, 1),
        (
            Figure(*clubs, Range(14, 18), notes, WithEstimates(Range.exactly(18), notes[-3:-2])),
            Figure(*active, Range(19, None), (ClaimedComplete(*active, date(2025, 12, 31)),)),
            *(Figure("visits", year, Range.exactly(40)) for year in FIRST.years),
            Figure("money", FIRST, Range(Fraction(7), Fraction(15, 2), low_open=True)),
            Figure("balance", FIRST, Range(None, Fraction(-4), high_open=True)),
            Figure("clubs", SECOND, Range(0, 5)),
            Figure("clubs/active", SECOND, Range(30, 31)),
            Figure("clubs/active", Period.until(date(2020, 12, 31)), Range(0, 3)),
            Figure("clubs/active", Period.until(SECOND.end), Range(50, 60)),
            Figure("clubs/active", _SECOND_YEAR, Range.exactly(21)),
            *(
                Figure("visits", year, Range.exactly(n))
                for year, n in zip(years, (40, 45, 50, 56, 62), strict=True)
            ),
            Figure("clubs", THIRD, Range.at_least(0), (NotStarted("clubs", THIRD),)),
            Figure("share", FIRST, Range(50, Fraction(201, 2))),
        ),
    )


def other_reading() -> Reading:
    """Return a reading in which every answer differs from the default."""
    return Reading(
        tolerance=Fraction(1, 75),
        may_exceed=False,
        strict=False,
        plain_is_floor=False,
        upper_binds=True,
        planned_baseline=True,
        each_year=False,
        mean_from_year_before=False,
        estimates_decide=True,
        choices={"which-clubs": "active"},
    )


# --- Hanoi's plan, with a made-up register ---


def part_of_a_territory() -> Figures:
    """Return figures of the nation's plan from data about one province, as `tally` returns them."""
    note = PartOfTerritory("supported", FIRST, "VN-HN")
    figure = Figure("supported", FIRST, Range.at_least(14), (note,))
    return Figures(CLOSE, (figure,), program=NATIONAL.id, edition=NATIONAL.edition)


def hanoi_figures() -> Figures:
    """Return the figures of Hanoi's plan from the register above."""
    return tally(HANOI, register(), as_of=CLOSE)


def _near_the_turn() -> Figures:
    """Return figures for which the tolerance decides: 1,480 of about 1,500."""
    whole = Range.exactly(1480)
    return Figures(
        date(2031, 1, 1),
        (Figure("supported", FIRST, whole), Figure("supported/started", FIRST, whole)),
    )


def every_finding() -> Iterator[Finding]:
    """Yield a finding of each class."""
    some = (RecordName("Support", "SAMPLE-S1"), RecordName("Support", "SAMPLE-S2"))
    yield ExpertNotTrained(DAY, records=(RecordName("Expert", "SAMPLE-X1"),))
    yield ModelNotSupported("SAMPLE-1", DAY, records=(RecordName("PilotModel", "SAMPLE-M1"),))
    yield EnterpriseNotListed("SAMPLE-1", records=some)
    yield RowsRejected("Support", 2, records=some)
    yield SupportAcrossPhases(("2021-2025",), ("2026-2030",), records=some)
    yield OutsidePhases((DAY, LATER), records=some)
    yield KeyInTwoPhases("Expert", ("2021-2025", "2026-2030"), records=some)
    yield RecordedBeforehand(DAY, (LATER,), records=some)
    yield SpentBeforeStart(2023, DAY, records=some)
    yield ClaimOutdated("Support", FIRST, DAY, records=some)
    yield UnknownIndicator("clubs", records=(RecordName("Fact", "clubs"),))
    yield UnknownPart("bodies", "north", records=(RecordName("ReportedFigure", "SAMPLE-R1"),))
    yield ReportNotUsed("bodies", FIRST, records=(RecordName("ReportedFigure", "SAMPLE-R1"),))
    yield ReportLeftOut("bodies", WhyNot.TOO_MANY, records=())
    pieces = (Piece(Range.exactly(2), ("SAMPLE-R1",)), Piece(Range.above(3), counted=True))
    yield ClashingEvidence("bodies", FIRST, pieces, records=())
    yield PartTooLarge("2026-2030/experts-international", "2026-2030/experts", records=())
    yield UnlawfulSource("lottery", records=some)
    yield WrongCheckDigit("0000000001", records=some)
    kinds = (EnterpriseKind.COOPERATIVE, EnterpriseKind.HOUSEHOLD)
    yield KindDiffers("SAMPLE-1", kinds, records=some)
    yield ConditionsApart("Expert", records=())
    yield KeyChanged("enterprise", records=some)
    yield EnteredTwice("Support", records=some)
    yield KeysAlike("enterprise", ("SAMPLE-1", "SAMPLE1"), records=some)


def every_reason(found: Evidence) -> Evidence:
    """Return evidence that leaves out records for every reason and every type of condition."""
    not_met = (
        NotMet(Support, OneOf("level", ("city", "nation")), "ministry"),
        NotMet(PilotModel, OneOf("renewal", values=False), value=True),
        NotMet(Support, Includes("solutions", "standards"), 0),
        NotMet(Support, HasAtLeast("solutions", 2), 1),
        NotMet(Training, Within("headcount", Range(30, None)), 12),
        NotMet(Training, Within("headcount", Range(30, None)), Fraction(3, 2)),
        NotMet(Expert, Given("scheme"), value=False),
    )
    reasons = [LeftOut("Support", f"SAMPLE-{why.value}", why) for why in WhyNot]
    conditions = [
        LeftOut(each.of.__name__, f"SAMPLE-{place}", WhyNot.CONDITION, each)
        for place, each in enumerate(not_met)
    ]
    (figure,) = found.figures
    return evolve(found, figures=(evolve(figure, left_out=(*reasons, *conditions)),))


def small_diff() -> Diff:
    """Return a diff with records, and with targets that are new or gone."""
    small, other = small_plan(), evolve(small_plan(), edition="another")
    before, after = evaluate(small, Figures(DAY)), evaluate(other, small_figures(), other_reading())
    found = diff(before, after)
    gone, new, *changes = found.changes
    records = (
        RecordChange("Support", "SAMPLE-S1", before=None, after=True),
        RecordChange("Fact", None, before=True, after=None),
    )
    changed = (evolve(gone, after=None, records=records), evolve(new, before=None), *changes)
    return evolve(found, changes=changed)


def documents() -> Iterator[
    tuple[
        str,
        Program
        | Register
        | Figures
        | Reading
        | Evaluation
        | Findings
        | Evidence
        | Diff
        | FundingTotals
        | Sweep
        | PhaseComparison
        | PlanComparison,
    ]
]:
    """Yield every golden document, with the name of its file."""
    small, figures = small_plan(), small_figures()
    yield "every-field", register()
    yield "empty", Register()
    yield "hanoi", HANOI
    yield "small", small
    yield "every-note", figures
    yield "hanoi", hanoi_figures()
    yield "part-of-a-territory", part_of_a_territory()
    yield "of-a-territory", Register([Fact("clubs", "SAMPLE-C1", DAY)], territory="VN-HN")
    yield "default", Reading()
    yield "all-other", other_reading()
    yield "small", evaluate(small, figures)
    yield "small-read-otherwise", evaluate(small, figures, other_reading())
    yield "hanoi", evaluate(HANOI, hanoi_figures())
    yield "small", sweep(small, figures)
    yield "hanoi-near-the-turn", sweep(HANOI, _near_the_turn())
    yield "small", compare_phases(evaluate(small, figures), "2021-2025", "2026-2030")
    yield (
        "hanoi",
        compare_phases(
            evaluate(HANOI, hanoi_figures(), Reading(planned_baseline=True)),
            "2021-2025",
            "2026-2030",
        ),
    )
    yield "hanoi-and-nation", compare_plans([HANOI, NATIONAL])
    evaluation = assess(HANOI, register(), as_of=CLOSE)
    yield "every-class", Findings.of(evaluation, every_finding())
    yield "every-reason", every_reason(evidence(evaluation, register(), "2021-2025/experts"))
    yield "hanoi", evidence(evaluation, register(), "2021-2025/supported")
    yield "small", small_diff()
    yield "hanoi", diff(evaluate(HANOI, Figures(DAY)), evaluate(HANOI, hanoi_figures()))
    yield "hanoi", FundingTotals.of(HANOI, register())
    yield "small", compare_plans([small, evolve(small, id="another", territory="VN-SG")])


def folder(kind: type) -> str:
    """Return the folder of a kind of document, which is its name and version.

    >>> folder(Reading)
    'reading-1'
    """
    return "-".join(SCHEMAS[kind].split("/")[1:])


def main() -> None:
    """Write the missing files, and print which files were written and which were left."""
    for name, document in documents():
        path = GOLDEN / folder(type(document)) / f"{name}.json"
        missing = not path.exists()
        if missing:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(to_json(document) + "\n", encoding="utf-8")
        sys.stdout.write(f"{'written' if missing else 'left   '} {path.relative_to(GOLDEN)}\n")


if __name__ == "__main__":
    main()
