"""Facts of states, which are reported and not counted."""

from collections.abc import Iterable

from nsc_program.errors import InvalidValue
from nsc_program.plan._program import Program
from nsc_program.records._records import AnyRecord, Fact


def refuse_counted_states(program: Program, records: Iterable[AnyRecord]) -> None:
    """Refuse facts of states, which are reported and not counted.

    Args:
        program: the plan.
        records: the records, with the facts among them.

    Raises:
        InvalidValue: for a fact of a state.
    """
    states = {indicator.id for indicator in program.indicators if not indicator.accumulates}
    for record in records:
        if isinstance(record, Fact) and record.indicator in states:
            raise _state_counted(record.indicator)


def _state_counted(indicator: str) -> InvalidValue:
    return InvalidValue.at(
        code="state-counted",
        vi=f"dữ kiện của chỉ tiêu {indicator!r}: đây là trạng thái, lấy theo báo cáo, không đếm",
        en=f"a fact of {indicator!r}: it is a state, which is reported and not counted",
    )
