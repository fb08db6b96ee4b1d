"""Which targets of a government programme are attained, and how sure that is.

The programme as values: `HANOI`. What happened: records in a `Register`. What follows: `tally`, then `evaluate`.
Every public name is here; each is imported when it is first used, so that importing this package stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nsc_program.bounds import About as About
    from nsc_program.bounds import AtLeast as AtLeast
    from nsc_program.bounds import AtMost as AtMost
    from nsc_program.bounds import Basis as Basis
    from nsc_program.bounds import Between as Between
    from nsc_program.bounds import Bound as Bound
    from nsc_program.bounds import EachYear as EachYear
    from nsc_program.bounds import Growth as Growth
    from nsc_program.bounds import LessThan as LessThan
    from nsc_program.bounds import MoreThan as MoreThan
    from nsc_program.bounds import Plain as Plain
    from nsc_program.bounds import Reached as Reached
    from nsc_program.bounds import YearlyGrowth as YearlyGrowth
    from nsc_program.catalog import ARTICLE as ARTICLE
    from nsc_program.catalog import BAOMOI as BAOMOI
    from nsc_program.catalog import DECISION_1322 as DECISION_1322
    from nsc_program.catalog import HANOI as HANOI
    from nsc_program.catalog import KINHTEVADUBAO as KINHTEVADUBAO
    from nsc_program.catalog import NATIONAL as NATIONAL
    from nsc_program.changes import Change as Change
    from nsc_program.changes import Incomparable as Incomparable
    from nsc_program.changes import PhaseComparison as PhaseComparison
    from nsc_program.changes import Side as Side
    from nsc_program.changes import compare_phases as compare_phases
    from nsc_program.checks import findings as findings
    from nsc_program.comparisons import Comparison as Comparison
    from nsc_program.editions import in_force as in_force
    from nsc_program.errors import DocumentError as DocumentError
    from nsc_program.errors import InvalidProgram as InvalidProgram
    from nsc_program.errors import InvalidType as InvalidType
    from nsc_program.errors import InvalidValue as InvalidValue
    from nsc_program.errors import NscError as NscError
    from nsc_program.errors import RegisterConflict as RegisterConflict
    from nsc_program.errors import UnknownId as UnknownId
    from nsc_program.evaluation import Evaluation as Evaluation
    from nsc_program.evaluation import ObjectiveFigure as ObjectiveFigure
    from nsc_program.evaluation import PhaseEvaluation as PhaseEvaluation
    from nsc_program.evaluation import Verdict as Verdict
    from nsc_program.evaluation import evaluate as evaluate
    from nsc_program.figures import Figure as Figure
    from nsc_program.figures import Figures as Figures
    from nsc_program.figures import WithEstimates as WithEstimates
    from nsc_program.figures import tally as tally
    from nsc_program.finding import ClaimOutdated as ClaimOutdated
    from nsc_program.finding import ClashingEvidence as ClashingEvidence
    from nsc_program.finding import ConditionsApart as ConditionsApart
    from nsc_program.finding import EnteredTwice as EnteredTwice
    from nsc_program.finding import EnterpriseNotListed as EnterpriseNotListed
    from nsc_program.finding import ExpertNotTrained as ExpertNotTrained
    from nsc_program.finding import Finding as Finding
    from nsc_program.finding import KeyChanged as KeyChanged
    from nsc_program.finding import KeyInTwoPhases as KeyInTwoPhases
    from nsc_program.finding import KeysAlike as KeysAlike
    from nsc_program.finding import KindDiffers as KindDiffers
    from nsc_program.finding import ModelNotSupported as ModelNotSupported
    from nsc_program.finding import OutsidePhases as OutsidePhases
    from nsc_program.finding import PartTooLarge as PartTooLarge
    from nsc_program.finding import RecordedBeforehand as RecordedBeforehand
    from nsc_program.finding import RecordName as RecordName
    from nsc_program.finding import ReportNotUsed as ReportNotUsed
    from nsc_program.finding import RowsSetAside as RowsSetAside
    from nsc_program.finding import SupportAcrossPhases as SupportAcrossPhases
    from nsc_program.finding import UnknownIndicator as UnknownIndicator
    from nsc_program.finding import UnlawfulSource as UnlawfulSource
    from nsc_program.finding import WrongCheckDigit as WrongCheckDigit
    from nsc_program.indicators import INDICATORS as INDICATORS
    from nsc_program.measures import Pace as Pace
    from nsc_program.measures import gap as gap
    from nsc_program.measures import margin as margin
    from nsc_program.measures import pace as pace
    from nsc_program.measures import progress as progress
    from nsc_program.notes import BaseMayBeZero as BaseMayBeZero
    from nsc_program.notes import Clash as Clash
    from nsc_program.notes import Covered as Covered
    from nsc_program.notes import Estimated as Estimated
    from nsc_program.notes import EstimatesWouldDecide as EstimatesWouldDecide
    from nsc_program.notes import FigureNote as FigureNote
    from nsc_program.notes import NoPlannedBase as NoPlannedBase
    from nsc_program.notes import NotCovered as NotCovered
    from nsc_program.notes import Note as Note
    from nsc_program.notes import NotStarted as NotStarted
    from nsc_program.notes import PartAboveWhole as PartAboveWhole
    from nsc_program.notes import PeopleNotIdentified as PeopleNotIdentified
    from nsc_program.notes import Reported as Reported
    from nsc_program.notes import SetAside as SetAside
    from nsc_program.notes import UnitsDiffer as UnitsDiffer
    from nsc_program.notes import Unverified as Unverified
    from nsc_program.notes import UnverifiedReport as UnverifiedReport
    from nsc_program.people import opaque_key as opaque_key
    from nsc_program.periods import Period as Period
    from nsc_program.program import Program as Program
    from nsc_program.projection import WhyNot as WhyNot
    from nsc_program.projection import facts as facts
    from nsc_program.ranges import Range as Range
    from nsc_program.ranges import exact as exact
    from nsc_program.ranges import reconcile as reconcile
    from nsc_program.readings import WORDING as WORDING
    from nsc_program.readings import Answer as Answer
    from nsc_program.readings import Asked as Asked
    from nsc_program.readings import Question as Question
    from nsc_program.readings import Reading as Reading
    from nsc_program.records import AnyRecord as AnyRecord
    from nsc_program.records import AssessmentBody as AssessmentBody
    from nsc_program.records import Audience as Audience
    from nsc_program.records import Dissemination as Dissemination
    from nsc_program.records import Enterprise as Enterprise
    from nsc_program.records import EnterpriseKind as EnterpriseKind
    from nsc_program.records import Expert as Expert
    from nsc_program.records import Fact as Fact
    from nsc_program.records import Funding as Funding
    from nsc_program.records import Level as Level
    from nsc_program.records import PilotModel as PilotModel
    from nsc_program.records import ReportedFigure as ReportedFigure
    from nsc_program.records import Scope as Scope
    from nsc_program.records import Solution as Solution
    from nsc_program.records import Support as Support
    from nsc_program.records import Training as Training
    from nsc_program.register import Coverage as Coverage
    from nsc_program.register import Register as Register
    from nsc_program.register import UnreadRow as UnreadRow
    from nsc_program.sources import Citation as Citation
    from nsc_program.sources import Document as Document
    from nsc_program.sources import Lang as Lang
    from nsc_program.sources import Text as Text
    from nsc_program.spending import FundingTotal as FundingTotal
    from nsc_program.spending import funding as funding
    from nsc_program.statuses import Status as Status
    from nsc_program.sweeping import Outcome as Outcome
    from nsc_program.sweeping import Sweep as Sweep
    from nsc_program.sweeping import TargetSweep as TargetSweep
    from nsc_program.sweeping import sweep as sweep
    from nsc_program.targets import Choice as Choice
    from nsc_program.targets import FundingSource as FundingSource
    from nsc_program.targets import Indicator as Indicator
    from nsc_program.targets import Objective as Objective
    from nsc_program.targets import Phase as Phase
    from nsc_program.targets import Target as Target
    from nsc_program.targets import Unit as Unit
    from nsc_program.tracing import Counted as Counted
    from nsc_program.tracing import Evidence as Evidence
    from nsc_program.tracing import FigureEvidence as FigureEvidence
    from nsc_program.tracing import LeftOut as LeftOut
    from nsc_program.tracing import Mention as Mention
    from nsc_program.tracing import evidence as evidence


_HOMES = {
    "bounds": (
        "About",
        "AtLeast",
        "AtMost",
        "Basis",
        "Between",
        "Bound",
        "EachYear",
        "Growth",
        "LessThan",
        "MoreThan",
        "Plain",
        "Reached",
        "YearlyGrowth",
    ),
    "catalog": ("ARTICLE", "BAOMOI", "DECISION_1322", "HANOI", "KINHTEVADUBAO", "NATIONAL"),
    "changes": ("Change", "Incomparable", "PhaseComparison", "Side", "compare_phases"),
    "checks": ("findings",),
    "comparisons": ("Comparison",),
    "editions": ("in_force",),
    "errors": (
        "DocumentError",
        "InvalidProgram",
        "InvalidType",
        "InvalidValue",
        "NscError",
        "RegisterConflict",
        "UnknownId",
    ),
    "evaluation": ("Evaluation", "ObjectiveFigure", "PhaseEvaluation", "Verdict", "evaluate"),
    "figures": ("Figure", "Figures", "WithEstimates", "tally"),
    "finding": (
        "ClaimOutdated",
        "ClashingEvidence",
        "ConditionsApart",
        "EnteredTwice",
        "EnterpriseNotListed",
        "ExpertNotTrained",
        "Finding",
        "KeyChanged",
        "KeyInTwoPhases",
        "KeysAlike",
        "KindDiffers",
        "ModelNotSupported",
        "OutsidePhases",
        "PartTooLarge",
        "RecordName",
        "RecordedBeforehand",
        "ReportNotUsed",
        "RowsSetAside",
        "SupportAcrossPhases",
        "UnknownIndicator",
        "UnlawfulSource",
        "WrongCheckDigit",
    ),
    "indicators": ("INDICATORS",),
    "measures": ("Pace", "gap", "margin", "pace", "progress"),
    "notes": (
        "BaseMayBeZero",
        "Clash",
        "Covered",
        "Estimated",
        "EstimatesWouldDecide",
        "FigureNote",
        "NoPlannedBase",
        "NotCovered",
        "NotStarted",
        "Note",
        "PartAboveWhole",
        "PeopleNotIdentified",
        "Reported",
        "SetAside",
        "UnitsDiffer",
        "Unverified",
        "UnverifiedReport",
    ),
    "people": ("opaque_key",),
    "periods": ("Period",),
    "program": ("Program",),
    "projection": ("WhyNot", "facts"),
    "ranges": ("Range", "exact", "reconcile"),
    "readings": ("Answer", "Asked", "Question", "Reading", "WORDING"),
    "records": (
        "AnyRecord",
        "AssessmentBody",
        "Audience",
        "Dissemination",
        "Enterprise",
        "EnterpriseKind",
        "Expert",
        "Fact",
        "Funding",
        "Level",
        "PilotModel",
        "ReportedFigure",
        "Scope",
        "Solution",
        "Support",
        "Training",
    ),
    "register": ("Coverage", "Register", "UnreadRow"),
    "sources": ("Citation", "Document", "Lang", "Text"),
    "spending": ("FundingTotal", "funding"),
    "sweeping": ("Outcome", "Sweep", "TargetSweep", "sweep"),
    "statuses": ("Status",),
    "targets": ("Choice", "FundingSource", "Indicator", "Objective", "Phase", "Target", "Unit"),
    "tracing": ("Counted", "Evidence", "FigureEvidence", "LeftOut", "Mention", "evidence"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

if (
    not TYPE_CHECKING
):  # pragma: no branch  # a checker reads the imports above, and would believe any name that these let through
    __all__ = tuple(sorted(_HOME))

    def __getattr__(name: str) -> object:
        """Import a public name when it is first used."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """List the public names, imported or not."""
        return list(__all__)
