"""How each public value is made: which fields can be left out, and which go by position.

Other tests take their expectations from the classes, and would not notice a field that a class has
lost.
"""

from inspect import Parameter, Signature, signature

from attrs import AttrsInstance

from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import Status

# A default that is made afresh each time is shown as `NOTHING`.
CALLS = """
    About(number)
    AllOf(fields)
    Answer(*, value, label, attested_by=())
    Asked(question, answer)
    AssessmentBody(*, id, recorded_on=None, annulled=False, verified=True, document=None,
        registration, name=None, activities=(), strengthened_on=None, conforming_since=None,
        conforming_until=None, standard=None, serves_key_products=None)
    AtLeast(number)
    AtMost(number)
    BaselineMayBeZero(indicator, period)
    Between(low, high, *, about=False)
    BudgetItem(*, source, period, vnd, citations)
    Change(*, indicator, earlier, later)
    Choice(questions, indicators)
    Citation(*, document, words, lang='vi', erratum=None)
    ClaimOutdated(what, period, recorded_on, *, records)
    ClaimedComplete(indicator, period, through)
    Clash(indicator, period, pieces)
    ClashingEvidence(indicator, period, pieces, *, records)
    ComparedIndicator(*, indicator, sides)
    ComparedPlan(*, id, edition, title, issuer, territory=None)
    Comparison(period, possible, sure, perhaps, baseline=None)
    Completeness(what, period, recorded_on=None)
    ConditionsApart(kind, *, records)
    Counted(key, verified, mentions, things=1)
    Counting(*, of, each='id', on, until=None, where=())
    Diff(*, program, library, before, after, questions, changes)
    DiffSide(*, edition, as_of, reading)
    Difference(baseline, *, falling=False)
    Dissemination(*, id, recorded_on=None, annulled=False, verified=True, document=None, on,
        topic=None, audience=None)
    Document(*, id, title, place, remark=None)
    During(period)
    EachYear()
    EnteredTwice(kind, *, records)
    Enterprise(*, id, recorded_on=None, annulled=False, verified=True, document=None, code,
        name=None, kind=<EnterpriseKind.ENTERPRISE: 'enterprise'>, locality=None)
    EnterpriseNotListed(enterprise, *, records)
    Estimated(indicator, period, report, issued, over)
    EstimatesWouldDecide(target, status)
    Evaluation(*, program, edition, title, as_of, library, stated_digest=None, inputs=None,
        reading, questions, phases, objectives)
    Evidence(*, verdict, as_of, figures)
    Expert(*, id, recorded_on=None, annulled=False, verified=True, document=None, person,
        trained_on=None, standard=None, certified_on=None, scheme=None, expires_on=None,
        regional_on=None, international_on=None, renewal=False)
    ExpertNotTrained(trained_on, *, records)
    Fact(indicator, key, on, verified=True)
    Figure(indicator, period, range, notes=(), with_estimates=None)
    FigureChange(period, before, after)
    FigureEvidence(*, indicator, figure, counted, size, reports, left_out)
    Figures(as_of, figures=(), *, program=None, edition=None)
    Findings(*, program, edition, as_of, library, findings)
    FirstOf(fields)
    Funding(source, vnd)
    FundingByYear(*, total, planned, years, other_years, unknown_years)
    FundingSource(*, id, label, citations)
    FundingTotal(*, source, phase, vnd, lawful, supports, perhaps, not_recorded, rejected,
        missing, part=None)
    FundingTotals(*, program, edition, as_of=None, library, totals)
    FundingYear(*, year, vnd, cumulative, planned, planned_cumulative, supports, perhaps,
        not_recorded)
    Given(field)
    Growth(baseline, *, falling=False)
    HasAtLeast(field, number)
    InRejectedRows(indicator, period, rows, count, withdrawn=0)
    Includes(field, value)
    Indicator(*, id, unit, label, accumulates=True, counting=(), additive=NOTHING, share=None,
        domain=NOTHING, partitions=())
    Inputs(program, figures)
    KeyChanged(key, *, records)
    KeyInTwoPhases(kind, phases, *, records)
    KeysAlike(key, keys, *, records)
    KindDiffers(enterprise, kinds, *, records)
    LeftOut(kind, id, why, not_met=None)
    LessThan(number)
    MeanGrowth(*, falling=False)
    Mention(kind, id, on)
    ModelNotSupported(enterprise, recognised_on, *, records)
    MoreThan(number)
    NoPlannedBaseline(indicator, period)
    NotClaimedComplete(indicator, period, missing)
    NotMet(of, condition, value)
    NotStarted(indicator, period)
    NumberPair(*, plans, targets, differences)
    Objective(*, id, title, phase=None, indicator=None, citations)
    ObjectiveFigure(*, objective, indicator, figure)
    OneOf(field, values)
    Outcome(answers, tolerance, status)
    OutsidePhases(days, *, records)
    Pace(*, period, through, expected, reached, months_left, needed)
    PartAboveWhole(part, whole)
    PartOfTerritory(indicator, period, territory)
    PartTooLarge(part, whole, *, records)
    Partition(*, id, parts)
    PeopleNotIdentified(indicator, period, count, repeated)
    Period(start, end)
    Phase(*, id, period, targets=())
    PhaseComparison(*, program, edition, title, as_of, library, stated_digest=None, inputs=None,
        earlier, later, reading, questions, changes)
    PhaseEvaluation(*, id, period, verdicts)
    Piece(range, reports=(), counted=False)
    PilotModel(*, id, recorded_on=None, annulled=False, verified=True, document=None,
        enterprise, recognised_on, decision=None, scope=<Scope.CITY: 'city'>, locality=None,
        solutions=None, withdrawn_on=None, renewal=False)
    Plain(number)
    PlanComparison(*, library, plans, indicators)
    PlanSide(*, plan, numbers)
    PlannedNumber(*, target, period, indicators)
    Program(*, id, edition, in_force_from=None, title, issuer, territory=None, indicators,
        questions=(), phases, past=(), objectives=(), funding_sources=(), budget=(),
        citations=())
    Question(*, id, phrase, answers, interval=None, citations=())
    Range(low, high, *, low_open=False, high_open=False)
    Reached()
    Reading(*, tolerance=Fraction(1, 20), may_exceed=True, strict=True, plain_is_floor=True,
        upper_binds=False, planned_baseline=False, each_year=True, mean_from_year_before=True,
        estimates_decide=False, choices=())
    RecordChange(kind, id, before, after)
    RecordName(kind, id)
    RecordedBeforehand(recorded_on, days, *, records)
    Register(records=(), completeness=(), rejected=(), *, territory=None)
    RejectedRow(*, what, id, recorded_on=None, things=1, identified=True)
    ReportLeftOut(indicator, why, *, records)
    ReportNotUsed(indicator, period, *, records)
    Reported(indicator, period, report, issued, over)
    ReportedFigure(*, id, recorded_on=None, annulled=False, verified=True, document=None,
        indicator, period, value, issued, estimate=False, part=None, issuer=None)
    RowsRejected(what, things, *, records)
    Share(*, numerator, denominator)
    Side(*, phase, as_of, verdicts, figure)
    SpentBeforeStart(spending_year, started_on, *, records)
    Support(*, id, recorded_on=None, annulled=False, verified=True, document=None, enterprise,
        kind=<EnterpriseKind.ENTERPRISE: 'enterprise'>, started_on, completed_on=None,
        level=<Level.CITY: 'city'>, locality=None, solutions=None, funding=(),
        spending_year=None)
    SupportAcrossPhases(started_in, completed_in, *, records)
    Sweep(*, program, edition, title, as_of, library, stated_digest=None, inputs=None,
        questions, targets)
    Target(*, id, title, indicator, basis=NOTHING, bound, citations, part_of=None,
        adds_up_to=None, aspirational=False)
    TargetChange(*, before, after, records=())
    TargetSweep(target, outcomes)
    Text(vi, en)
    TotalMayBeZero(indicator, period)
    Training(*, id, recorded_on=None, annulled=False, verified=True, document=None, person=None,
        headcount=None, on, audience=None, topic=None, locality=None)
    Unit(*, id, label, whole=True)
    UnitsDiffer(indicator, period, unit, baseline_unit)
    UnknownIndicator(indicator, *, records)
    UnknownPart(indicator, part, *, records)
    UnlawfulSource(source, *, records)
    UnusedReport(indicator, period, report, why)
    Unverified(indicator, period, count)
    Verdict(*, target, indicator, as_of, comparisons, notes, asked, figures=())
    WithEstimates(range, notes=())
    Within(field, range)
    WrongCheckDigit(code, *, records)
    YearlyGrowth(*, falling=False)
"""


def _lines(text: str) -> list[str]:
    """Return the entries; a line that is indented further continues one."""
    return text.replace("\n        ", " ").split("\n    ")[1:]


def _call(kind: type[AttrsInstance]) -> str:
    parameters = [
        each.replace(annotation=Parameter.empty) for each in signature(kind).parameters.values()
    ]
    return kind.__name__ + str(Signature(parameters))


_BY_NAME = sorted(EXAMPLES, key=lambda kind: kind.__name__)


@for_each(("kind", "call"), list(zip(_BY_NAME, _lines(CALLS), strict=True)), ids=_lines(CALLS))
def test_each_value_is_made_in_this_way(kind: type[AttrsInstance], call: str) -> None:
    assert call.strip() == _call(kind)


def test_the_statuses_have_these_names() -> None:
    assert ["attained", "missed", "pending", "undecided"] == list(Status)
