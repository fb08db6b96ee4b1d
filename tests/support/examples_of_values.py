"""Two different examples of every public value type. All events in them are made up."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import AttrsInstance, evolve

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
    Status,
    Support,
    Target,
    Text,
    Training,
    Unit,
    Verdict,
    YearlyGrowth,
    assess,
    compare_phases,
    evaluate,
    evidence,
    funding,
    sweep,
    tally,
)
from nsc_program.catalog import ARTICLE
from nsc_program.checks import (
    ClaimOutdated,
    ClashingEvidence,
    ConditionsApart,
    EnteredTwice,
    EnterpriseNotListed,
    ExpertNotTrained,
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
    Asked,
    BudgetItem,
    Counting,
    Difference,
    During,
    FirstOf,
    Given,
    HasAtLeast,
    Includes,
    MeanGrowth,
    NotMet,
    OneOf,
    Partition,
    Share,
    Within,
)
from nsc_program.records import WhyNot
from nsc_program.verdicts import (
    BaselineMayBeZero,
    Change,
    ComparedIndicator,
    ComparedPlan,
    Comparison,
    Counted,
    Diff,
    DiffSide,
    EstimatesWouldDecide,
    Evidence,
    FigureChange,
    FigureEvidence,
    FundingByYear,
    FundingTotal,
    FundingTotals,
    FundingYear,
    Inputs,
    LeftOut,
    Mention,
    NoPlannedBaseline,
    NumberPair,
    ObjectiveFigure,
    Outcome,
    Pace,
    PartAboveWhole,
    PhaseComparison,
    PhaseEvaluation,
    PlanComparison,
    PlannedNumber,
    PlanSide,
    RecordChange,
    Side,
    Sweep,
    TargetChange,
    TargetSweep,
    UnitsDiffer,
    compare_plans,
    diff,
    funding_by_year,
)

_DAY = date(2024, 6, 30)
_LATER = date(2025, 3, 1)
_FIRST = Period.of_years(2021, 2025)
_SECOND = Period.of_years(2026, 2030)

# A plan small enough to see whole, with one thing of each kind.
_CLUB = Unit(id="club", label=Text(vi="câu lạc bộ", en="clubs"))
_PERCENT = Unit(id="percent", label=Text(vi="%", en="%"), whole=False)
_FOUNDED = Indicator(
    id="clubs", unit=_CLUB, label=Text(vi="câu lạc bộ thành lập", en="clubs founded")
)
_ACTIVE = Indicator(
    id="clubs/active", unit=_CLUB, label=Text(vi="câu lạc bộ hoạt động", en="active clubs")
)
_SHARE = Indicator(
    id="share",
    unit=_PERCENT,
    label=Text(vi="tỷ lệ hài hòa", en="share harmonised"),
    accumulates=False,
    domain=Range(0, 100),
)
_BALANCE = Indicator(
    id="balance",
    unit=_CLUB,
    label=Text(vi="chênh lệch", en="balance"),
    accumulates=False,
    domain=Range(None, None),
)
_CITED = Citation(document=ARTICLE, words="ít nhất 15 câu lạc bộ")
_ERRATUM = Citation(
    document=ARTICLE,
    words="so với giai đoạn 2021 – 2015",
    erratum=Text(vi="đọc là 2021-2025", en="read as 2021-2025"),
)
_WHICH_CLUBS = Question(
    id="which-clubs",
    phrase=Text(vi="câu lạc bộ nào được tính", en="which clubs count"),
    citations=(_CITED,),
    answers=(
        Answer(
            value="founded", label=Text(vi="đã thành lập", en="founded"), attested_by=(ARTICLE.id,)
        ),
        Answer(value="active", label=Text(vi="đang hoạt động", en="active")),
    ),
)
_CHOICE = Choice(("which-clubs",), ((("founded",), "clubs"), (("active",), "clubs/active")))
_CLUBS = Target(
    id="2021-2025/clubs",
    title=Text(vi="Câu lạc bộ", en="Clubs"),
    indicator=_CHOICE,
    bound=AtLeast(15),
    citations=(_CITED,),
)
_MORE_CLUBS = Target(
    id="2026-2030/clubs",
    title=Text(vi="Tăng số câu lạc bộ", en="More clubs"),
    indicator="clubs",
    basis=Growth(_FIRST),
    bound=AtLeast(50),
    citations=(_ERRATUM,),
    aspirational=True,
)
_HARMONISED = Objective(
    id="harmonised",
    title=Text(vi="Hài hòa tiêu chuẩn", en="Standards harmonised"),
    phase="2021-2025",
    indicator="share",
    citations=(_CITED,),
)
_BUDGET = FundingSource(id="budget", label=Text(vi="ngân sách", en="budget"), citations=(_CITED,))
_PLANNED = BudgetItem(
    source="budget", period=Period.of_years(2024, 2024), vnd=10**9, citations=(_CITED,)
)
TINY = Program(
    id="tiny",
    edition="1/KH",
    in_force_from=date(2021, 1, 1),
    title=Text(vi="Kế hoạch nhỏ", en="A small plan"),
    issuer=Text(vi="Không ai", en="Nobody"),
    indicators=(_FOUNDED, _ACTIVE, _SHARE, _BALANCE),
    questions=(_WHICH_CLUBS,),
    phases=(Phase.of_years(2021, 2025, (_CLUBS,)), Phase.of_years(2026, 2030, (_MORE_CLUBS,))),
    objectives=(_HARMONISED,),
    funding_sources=(_BUDGET,),
    budget=(_PLANNED,),
    citations=(_CITED,),
)

_SUPPORT = Support(
    id="s1",
    recorded_on=_LATER,
    verified=False,
    document="12/BC",
    enterprise="0000000001-001",
    kind=EnterpriseKind.COOPERATIVE,
    started_on=date(2024, 1, 1),
    completed_on=_DAY,
    level=Level.MINISTRY,
    solutions=(Solution.STANDARDS, Solution.IMPROVEMENT_TOOLS),
    funding=(Funding("state-budget", 120_000_000), Funding("other-lawful", 0)),
    spending_year=2025,
)
_TRAINING = Training(id="t1", person="SAMPLE-P1", on=_DAY, audience=Audience.LOCALITY, topic="5S")
_REPORT = ReportedFigure(
    id="r1", indicator="supported", period=_FIRST, value=Range(1400, 1500), issued=_DAY
)
_FACT = Fact("clubs", "SAMPLE-C1", _DAY, verified=False)
_COVERAGE = Completeness(Support, Period.until(_DAY), recorded_on=_LATER)
_REGISTER = Register((_SUPPORT, _TRAINING, _REPORT, _FACT), (_COVERAGE,))

FIGURES = tally(HANOI, _REGISTER, as_of=_LATER)
EVALUATION = evaluate(HANOI, FIGURES)
_OTHER_FIGURES = tally(HANOI, Register.complete_through(_LATER, [_TRAINING]), as_of=_LATER)
_OTHER_EVALUATION = evaluate(HANOI, _OTHER_FIGURES, Reading(strict=False))

SWEEP = sweep(HANOI, FIGURES)
FUNDING = funding(HANOI, _REGISTER, as_of=_LATER)
BY_YEAR = funding_by_year(HANOI, _REGISTER, as_of=_LATER)
CHANGES = compare_phases(evaluate(HANOI, FIGURES), "2021-2025", "2026-2030")
PLANS = compare_plans([HANOI, NATIONAL])
PACE = Pace(
    period=_FIRST,
    through=_DAY,
    expected=Fraction(1050),
    reached=Fraction(900),
    months_left=Fraction(18),
    needed=Fraction(100, 3),
)
_MENTION = Mention("Support", "s1", _DAY)
_COUNTED = Counted("0000000001", verified=True, mentions=(_MENTION,))
EVIDENCE = evidence(assess(HANOI, _REGISTER, as_of=_LATER), _REGISTER, "2021-2025/supported")
(_FIGURE_EVIDENCE,) = EVIDENCE.figures
DIFF = diff(EVALUATION, _OTHER_EVALUATION)

_NAME = RecordName("Support", "s1")
_PIECES = (Piece(Range.exactly(2), counted=True), Piece(Range.above(3), ("r1",)))
_NAMES = (_NAME, RecordName("Support", "s2"))

EXAMPLES: Mapping[type[AttrsInstance], tuple[Any, Any]] = {
    # numbers and days
    Range: (Range(Fraction(1, 2), 3, high_open=True), Range(Fraction(1, 2), 3)),
    Period: (_FIRST, Period.until(date(2025, 12, 31))),
    # sources
    Text: (Text(vi="doanh nghiệp", en="enterprises"), Text(vi="doanh nghiệp", en="firms")),
    Document: (ARTICLE, evolve(ARTICLE, remark=None)),
    Citation: (_ERRATUM, _CITED),
    # readings
    Answer: (
        _WHICH_CLUBS.answers[0],
        Answer(value=Fraction(1, 20), label=Text(vi="5 %", en="5 %")),
    ),
    Question: (_WHICH_CLUBS, evolve(_WHICH_CLUBS, interval=Range(0, Fraction(1, 10)))),
    Reading: (
        Reading(tolerance=Fraction(1, 75), choices={"trained": "participations"}),
        Reading(strict=False),
    ),
    Asked: (Asked("tolerance", Fraction(1, 20)), Asked("strict", answer=True)),
    # bounds and baselines
    AtLeast: (AtLeast(15), AtLeast(Fraction(31, 2))),
    MoreThan: (MoreThan(2000), MoreThan(2001)),
    About: (About(1500), About(10)),
    Between: (Between(70, 75, about=True), Between(70, 75)),
    Plain: (Plain(40), Plain(41)),
    AtMost: (AtMost(5), AtMost(6)),
    LessThan: (LessThan(5), LessThan(-5)),
    Reached: (Reached(), Growth(_FIRST)),
    During: (During(_FIRST), During(Period.of_years(2021, 2021))),
    EachYear: (EachYear(), Reached()),
    YearlyGrowth: (YearlyGrowth(), YearlyGrowth(falling=True)),
    MeanGrowth: (MeanGrowth(), MeanGrowth(falling=True)),
    Growth: (Growth(_FIRST), Growth(Period.of_years(2011, 2020))),
    Difference: (Difference(_FIRST), Difference(_FIRST, falling=True)),
    # the plan
    Unit: (_PERCENT, _CLUB),
    Indicator: (_SHARE, _FOUNDED),
    Share: (Share(numerator="a", denominator="b"), Share(numerator="a", denominator="c")),
    Partition: (
        Partition(id="sex", parts=("female", "male")),
        Partition(id="area", parts=("north", "south")),
    ),
    OneOf: (OneOf("level", "city"), OneOf("level", ("city", "nation"))),
    Includes: (Includes("solutions", "standards"), Includes("solutions", "improvement-tools")),
    HasAtLeast: (HasAtLeast("solutions", 2), HasAtLeast("solutions", 4)),
    Within: (Within("headcount", Range.at_least(30)), Within("headcount", Range(1, 9))),
    Given: (Given("standard"), Given("scheme")),
    AllOf: (AllOf("completed_on"), AllOf(("started_on", "completed_on"))),
    FirstOf: (FirstOf("completed_on"), FirstOf(("started_on", "completed_on"))),
    Counting: (
        Counting(of=Support, each="enterprise", on=AllOf("completed_on")),
        Counting(of=Expert, on=AllOf("trained_on"), until="expires_on", where=(Given("scheme"),)),
    ),
    NotMet: (
        NotMet(Support, OneOf("level", "city"), "nation"),
        NotMet(Support, HasAtLeast("solutions", 2), 1),
    ),
    Choice: (_CHOICE, evolve(_CHOICE, indicators=_CHOICE.indicators[::-1])),
    Target: (_MORE_CLUBS, _CLUBS),
    Phase: (TINY.phases[0], Phase.of_years(2021, 2025)),
    Objective: (_HARMONISED, evolve(_HARMONISED, phase=None)),
    BudgetItem: (_PLANNED, evolve(_PLANNED, vnd=0)),
    FundingSource: (_BUDGET, evolve(_BUDGET, id="other")),
    Program: (HANOI, TINY),
    # records
    Enterprise: (
        Enterprise(
            id="e1",
            code="0000000001",
            name="Sample",
            kind=EnterpriseKind.HOUSEHOLD,
            locality="Ba Đình",
        ),
        Enterprise(id="e1", code="SAMPLE-0001"),
    ),
    Funding: (_SUPPORT.funding[0], _SUPPORT.funding[1]),
    Support: (_SUPPORT, evolve(_SUPPORT, completed_on=None)),
    Training: (_TRAINING, Training(id="t1", headcount=120, on=_DAY)),
    Expert: (
        Expert(
            id="x1",
            person="SAMPLE-P1",
            trained_on=date(2023, 5, 1),
            standard="TCVN 13751:2023",
            certified_on=_DAY,
            scheme="APO",
            expires_on=_LATER,
            regional_on=_DAY,
            international_on=_LATER,
        ),
        Expert(id="x1", person="SAMPLE-P1", renewal=True),
    ),
    PilotModel: (
        PilotModel(
            id="m1",
            enterprise="0000000001",
            recognised_on=_DAY,
            decision="7/QĐ",
            scope=Scope.NATION,
            solutions=tuple(Solution),
            withdrawn_on=_LATER,
        ),
        PilotModel(id="m1", enterprise="0000000001", recognised_on=_DAY, renewal=True),
    ),
    AssessmentBody: (
        AssessmentBody(
            id="b1",
            registration="SAMPLE-B1",
            name="Sample",
            activities=("testing", "certification"),
            strengthened_on=date(2023, 5, 1),
            conforming_since=_DAY,
            conforming_until=_LATER,
            standard="ISO/IEC 17025",
            serves_key_products=True,
        ),
        AssessmentBody(id="b1", registration="SAMPLE-B1"),
    ),
    Dissemination: (
        Dissemination(id="d1", on=_DAY, topic="5S", audience=Audience.ENTERPRISE),
        Dissemination(id="d1", on=_LATER, annulled=True),
    ),
    ReportedFigure: (_REPORT, evolve(_REPORT, estimate=True)),
    Fact: (_FACT, Fact("clubs", "SAMPLE-C1", _DAY)),
    # registers
    Completeness: (_COVERAGE, Completeness("supported", Period.until(_DAY))),
    Register: (_REGISTER, Register(())),
    RejectedRow: (
        RejectedRow(what="Support", id="s1"),
        RejectedRow(what="Training", id="t1", recorded_on=_DAY, things=40),
    ),
    # notes
    Unverified: (Unverified("supported", _FIRST, 3), Unverified("supported", _FIRST, 4)),
    PeopleNotIdentified: (
        PeopleNotIdentified("trained/persons", _FIRST, 120, 90),
        PeopleNotIdentified("trained/persons", _FIRST, 120, 100),
    ),
    InRejectedRows: (
        InRejectedRows("supported", _FIRST, 2, 2),
        InRejectedRows("supported", _FIRST, 2, 3),
    ),
    NotClaimedComplete: (
        NotClaimedComplete("supported", _FIRST, (_FIRST,)),
        NotClaimedComplete("supported", _FIRST, (Period.until(_DAY),)),
    ),
    ClaimedComplete: (
        ClaimedComplete("supported", _FIRST, _DAY),
        ClaimedComplete("supported", _FIRST, _LATER),
    ),
    PartOfTerritory: (
        PartOfTerritory("supported", _FIRST, "VN-HN"),
        PartOfTerritory("supported", _FIRST, "VN-HN-00004"),
    ),
    NotStarted: (NotStarted("supported", _SECOND), NotStarted("bodies", _SECOND)),
    Reported: (
        Reported("supported", _FIRST, "r1", _DAY, _FIRST),
        Reported("supported", _FIRST, "r1", _DAY, Period.of_years(2025, 2025)),
    ),
    EstimatesWouldDecide: (
        EstimatesWouldDecide("2021-2025/supported", Status.ATTAINED),
        EstimatesWouldDecide("2021-2025/supported", Status.MISSED),
    ),
    Estimated: (
        Estimated("supported", _FIRST, "r1", _DAY, _FIRST),
        Estimated("supported", _FIRST, "r2", _DAY, _FIRST),
    ),
    UnusedReport: (
        UnusedReport("supported", _FIRST, "r1", WhyNot.UNVERIFIED),
        UnusedReport("supported", _FIRST, "r1", WhyNot.IMPOSSIBLE),
    ),
    Piece: _PIECES,
    Clash: (
        Clash("bodies", _FIRST, _PIECES),
        Clash("bodies", _FIRST, ()),
    ),
    TotalMayBeZero: (
        TotalMayBeZero("enterprises", _FIRST),
        TotalMayBeZero("clubs", _FIRST),
    ),
    BaselineMayBeZero: (
        BaselineMayBeZero("supported", _FIRST),
        BaselineMayBeZero("trained/persons", _FIRST),
    ),
    NoPlannedBaseline: (
        NoPlannedBaseline("supported", _FIRST),
        NoPlannedBaseline("trained/persons", _FIRST),
    ),
    UnitsDiffer: (
        UnitsDiffer("trained/persons", _FIRST, _CLUB, _PERCENT),
        UnitsDiffer("trained/persons", _FIRST, _PERCENT, _CLUB),
    ),
    PartAboveWhole: (
        PartAboveWhole("2021-2025/experts", "2021-2025/trained"),
        PartAboveWhole("2026-2030/experts-international", "2026-2030/experts"),
    ),
    # findings
    RecordName: (_NAME, _NAMES[1]),
    ExpertNotTrained: (
        ExpertNotTrained(_DAY, records=(RecordName("Expert", "x1"),)),
        ExpertNotTrained(_LATER, records=(RecordName("Expert", "x1"),)),
    ),
    ModelNotSupported: (
        ModelNotSupported("0000000001", _DAY, records=(RecordName("PilotModel", "m1"),)),
        ModelNotSupported("0000000001", _DAY, records=(RecordName("PilotModel", "m2"),)),
    ),
    EnterpriseNotListed: (
        EnterpriseNotListed("0000000001", records=_NAMES),
        EnterpriseNotListed("SAMPLE-0001", records=_NAMES),
    ),
    RowsRejected: (
        RowsRejected("Support", 2, records=_NAMES),
        RowsRejected("Support", 3, records=_NAMES),
    ),
    SupportAcrossPhases: (
        SupportAcrossPhases(("2021-2025",), ("2026-2030",), records=_NAMES),
        SupportAcrossPhases(("2021-2025",), ("2026-2030",), records=(_NAME,)),
    ),
    OutsidePhases: (
        OutsidePhases((_DAY, _LATER), records=(_NAME,)),
        OutsidePhases((_DAY,), records=(_NAME,)),
    ),
    KeyInTwoPhases: (
        KeyInTwoPhases("Expert", ("2021-2025", "2026-2030"), records=(RecordName("Expert", "x1"),)),
        KeyInTwoPhases(
            "PilotModel", ("2021-2025", "2026-2030"), records=(RecordName("PilotModel", "m1"),)
        ),
    ),
    RecordedBeforehand: (
        RecordedBeforehand(_DAY, (_LATER,), records=(_NAME,)),
        RecordedBeforehand(_DAY, (_LATER,), records=_NAMES[1:]),
    ),
    SpentBeforeStart: (
        SpentBeforeStart(2023, _DAY, records=(_NAME,)),
        SpentBeforeStart(2022, _DAY, records=(_NAME,)),
    ),
    ClaimOutdated: (
        ClaimOutdated("Support", _FIRST, _DAY, records=(_NAME,)),
        ClaimOutdated("supported", Period.until(_DAY), _DAY, records=(_NAME,)),
    ),
    UnknownPart: (
        UnknownPart("bodies", "north", records=(RecordName("ReportedFigure", "r1"),)),
        UnknownPart("bodies", "south", records=(RecordName("ReportedFigure", "r1"),)),
    ),
    UnknownIndicator: (
        UnknownIndicator("clubs", records=(RecordName("Fact", "clubs"),)),
        UnknownIndicator("clubs", records=(RecordName("Completeness", "clubs"),)),
    ),
    ReportNotUsed: (
        ReportNotUsed("supported", _FIRST, records=(RecordName("ReportedFigure", "r1"),)),
        ReportNotUsed("supported", _SECOND, records=(RecordName("ReportedFigure", "r1"),)),
    ),
    ReportLeftOut: (
        ReportLeftOut("supported", WhyNot.IMPOSSIBLE, records=()),
        ReportLeftOut("supported", WhyNot.TOO_MANY, records=()),
    ),
    ClashingEvidence: (
        ClashingEvidence("bodies", _FIRST, _PIECES, records=()),
        ClashingEvidence("bodies", _SECOND, _PIECES, records=()),
    ),
    PartTooLarge: (
        PartTooLarge("2021-2025/experts", "2021-2025/trained", records=()),
        PartTooLarge("2026-2030/experts-international", "2026-2030/experts", records=()),
    ),
    UnlawfulSource: (
        UnlawfulSource("lottery", records=_NAMES),
        UnlawfulSource("donation", records=_NAMES),
    ),
    WrongCheckDigit: (
        WrongCheckDigit("0000000001", records=_NAMES),
        WrongCheckDigit("0000000002", records=_NAMES),
    ),
    KindDiffers: (
        KindDiffers(
            "SAMPLE-0001", (EnterpriseKind.COOPERATIVE, EnterpriseKind.HOUSEHOLD), records=_NAMES
        ),
        KindDiffers(
            "SAMPLE-0001", (EnterpriseKind.COOPERATIVE, EnterpriseKind.ENTERPRISE), records=_NAMES
        ),
    ),
    ConditionsApart: (
        ConditionsApart("Expert", records=()),
        ConditionsApart("AssessmentBody", records=()),
    ),
    KeyChanged: (
        KeyChanged("enterprise", records=(_NAME,)),
        KeyChanged("person", records=(_NAME,)),
    ),
    EnteredTwice: (
        EnteredTwice("Support", records=_NAMES),
        EnteredTwice("Training", records=_NAMES),
    ),
    KeysAlike: (
        KeysAlike("enterprise", ("SAMPLE-1", "SAMPLE1"), records=_NAMES),
        KeysAlike("person", (), records=_NAMES),
    ),
    Findings: (
        Findings.of(EVALUATION, (EnteredTwice("Support", records=_NAMES),)),
        Findings.of(EVALUATION, ()),
    ),
    # figures and verdicts
    WithEstimates: (WithEstimates(Range(1480, None)), WithEstimates(Range(1480, 1490))),
    Figure: (FIGURES.figures[0], Figure("supported", _FIRST, Range(1480, None))),
    Figures: (FIGURES, Figures(_LATER)),
    Comparison: (
        Comparison(_SECOND, Range(0, None), Range(1500, None), Range(1200, None), Range(800, 1000)),
        Comparison(_SECOND, Range(0, None), None, None),
    ),
    Verdict: (EVALUATION["2021-2025/trained"], EVALUATION["2026-2030/supported"]),
    PhaseEvaluation: (EVALUATION.phases[0], EVALUATION.phases[1]),
    ObjectiveFigure: (EVALUATION.objectives[0], EVALUATION.objectives[1]),
    Evaluation: (EVALUATION, _OTHER_EVALUATION),
    Inputs: (Inputs(HANOI, FIGURES), Inputs(HANOI, Figures(_LATER))),
    # results that are made of them
    Outcome: (SWEEP.targets[0].outcomes[0], SWEEP.targets[0].outcomes[1]),
    TargetSweep: (SWEEP.targets[0], SWEEP.targets[1]),
    Sweep: (SWEEP, sweep(HANOI, Figures(_LATER))),
    Pace: (PACE, evolve(PACE, needed=None)),
    Side: (CHANGES[0].earlier, CHANGES[0].later),
    Change: (CHANGES[0], CHANGES[1]),
    PhaseComparison: (CHANGES, evolve(CHANGES, changes=CHANGES.changes[1:])),
    ComparedPlan: (PLANS.plans[0], PLANS.plans[1]),
    ComparedIndicator: (PLANS[0], PLANS[1]),
    PlanSide: (PLANS[0].sides[0], PLANS[0].sides[1]),
    PlannedNumber: (PLANS[0].sides[0].numbers[0], PLANS[0].sides[0].numbers[1]),
    NumberPair: (PLANS[0].pairs[0], evolve(PLANS[0].pairs[0], plans=("one", "another"))),
    PlanComparison: (PLANS, evolve(PLANS, indicators=PLANS.indicators[1:])),
    FundingTotal: (FUNDING[0], FUNDING[1]),
    FundingByYear: (BY_YEAR[0], BY_YEAR[1]),
    FundingTotals: (
        FundingTotals.of(HANOI, _REGISTER, as_of=_LATER),
        FundingTotals.of(HANOI, _REGISTER),
    ),
    FundingYear: (BY_YEAR[0].years[0], BY_YEAR[0].years[1]),
    Mention: (_MENTION, evolve(_MENTION, id=None)),
    Counted: (_COUNTED, evolve(_COUNTED, verified=False)),
    LeftOut: (LeftOut("Support", "s1", WhyNot.LATER), LeftOut("Support", "s1", WhyNot.HOUSEHOLD)),
    FigureEvidence: (_FIGURE_EVIDENCE, evolve(_FIGURE_EVIDENCE, reports=("r9",))),
    Evidence: (EVIDENCE, evolve(EVIDENCE, as_of=_DAY)),
    FigureChange: (
        FigureChange(_FIRST, Range.exactly(1), Range.exactly(2)),
        FigureChange(_FIRST, None, Range.exactly(2)),
    ),
    RecordChange: (
        RecordChange("Support", "s1", before=None, after=True),
        RecordChange("Fact", None, before=False, after=None),
    ),
    TargetChange: (DIFF.changes[0], evolve(DIFF.changes[0], before=None)),
    DiffSide: (DIFF.before, DIFF.after),
    Diff: (DIFF, evolve(DIFF, changes=DIFF.changes[1:])),
}
