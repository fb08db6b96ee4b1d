"""The closed set of findings: entries of a register that look wrong but are not rejected.

Every finding holds its facts as fields; reports turn them into text. A finding never holds a
person's key: it names a record by its class and id.
"""

from typing import TypeAlias

from nsc_program.checks._types_of_absences import (
    EnterpriseNotListed,
    ExpertNotTrained,
    ModelNotSupported,
    RowsRejected,
)
from nsc_program.checks._types_of_days import (
    ClaimOutdated,
    KeyInTwoPhases,
    OutsidePhases,
    RecordedBeforehand,
    SpentBeforeStart,
    SupportAcrossPhases,
)
from nsc_program.checks._types_of_entries import (
    ConditionsApart,
    EnteredTwice,
    KeyChanged,
    KeysAlike,
    KindDiffers,
    WrongCheckDigit,
)
from nsc_program.checks._types_of_plan import (
    ClashingEvidence,
    PartTooLarge,
    ReportLeftOut,
    ReportNotUsed,
    UnknownIndicator,
    UnknownPart,
    UnlawfulSource,
)

Finding: TypeAlias = (
    ExpertNotTrained
    | ModelNotSupported
    | EnterpriseNotListed
    | RowsRejected
    | SupportAcrossPhases
    | OutsidePhases
    | KeyInTwoPhases
    | RecordedBeforehand
    | SpentBeforeStart
    | ClaimOutdated
    | UnknownIndicator
    | UnknownPart
    | ReportNotUsed
    | ReportLeftOut
    | ClashingEvidence
    | PartTooLarge
    | UnlawfulSource
    | WrongCheckDigit
    | KindDiffers
    | ConditionsApart
    | KeyChanged
    | EnteredTwice
    | KeysAlike
)
"""A finding of any class: điểm cần kiểm tra."""
