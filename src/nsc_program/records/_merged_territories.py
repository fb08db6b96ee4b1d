"""The territory of a merged register, and what a register of a part cannot say about the whole."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nsc_program.errors import InvalidValue
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._territories import check_territory, lies_within

if TYPE_CHECKING:
    from nsc_program.records._register import Register


def merged_territory(registers: Iterable["Register"], wanted: str | None) -> str | None:
    """Return the territory of the register that some registers are merged into.

    Args:
        registers: the registers.
        wanted: the code of the territory that the caller asks for; `None` if there is none.

    Returns:
        The code; `None` if none of the registers names a territory, and none is asked for.

    Raises:
        InvalidType: if the code is not a text.
        InvalidValue: for a text that is not a code; if the registers name different territories and
            none is asked for; if one of them lies outside of the territory that is asked for; and
            if parts of it are merged with claims or reports of which the territory is unknown.
    """
    registers = list(registers)
    named = sorted({register.territory for register in registers if register.territory})
    if wanted is None:
        if len(named) > 1:
            raise _different(", ".join(named))
        return next(iter(named), None)
    check_territory(wanted, "territory")
    for territory in named:
        if not lies_within(territory, wanted):
            raise _outside(territory, wanted)
    if set(named) - {wanted} and any(map(_may_be_about_a_part, registers)):
        raise _unnamed(wanted)
    return wanted


def _may_be_about_a_part(register: "Register") -> bool:
    """Return whether a register makes statements about a territory that it does not name."""
    return register.territory is None and bool(register.completeness or _reports(register))


def _unnamed(wanted: str) -> InvalidValue:
    return InvalidValue.at(
        "territory",
        code="no-territory",
        vi="một cơ sở dữ liệu có xác nhận đầy đủ hoặc báo cáo mà không ghi địa bàn, nên không rõ "
        f"là của cả {wanted} hay của một phần; hãy ghi địa bàn trước khi ghép",
        en="a register with claims of completeness or reports does not name its territory, so they "
        f"may be about all of {wanted} or about a part; name its territory before merging",
    )


def _reports(register: "Register") -> list[str]:
    """Return the ids of the reports of a register, and of its rejected rows of reports."""
    reports = [record.id for record in register.records if isinstance(record, ReportedFigure)]
    rows = [row.id for row in register.rejected if row.what == ReportedFigure.__name__]
    return [*reports, *rows]


def _different(named: str) -> InvalidValue:
    return InvalidValue.at(
        "territory",
        code="other-territory",
        vi=f"các cơ sở dữ liệu thuộc những địa bàn khác nhau ({named}); để ghép, hãy cho mã địa "
        "bàn chung qua territory, như VN: khi đó các xác nhận đầy đủ của từng phần không còn dùng",
        en=f"the registers are about different territories ({named}); to merge them, give the code "
        "of the territory that contains them as territory, such as VN: the claims of "
        "completeness of the parts are left out then",
    )


def _outside(territory: str, wanted: str) -> InvalidValue:
    return InvalidValue.at(
        "territory",
        code="other-territory",
        vi=f"cơ sở dữ liệu của địa bàn {territory} không thuộc {wanted}; hãy cho mã địa bàn chứa "
        "mọi cơ sở dữ liệu, hoặc bỏ phần này",
        en=f"a register is about the territory {territory}, which is not a part of {wanted}; give "
        "the code of a territory that contains all registers, or leave this register out",
    )


def refuse_reports(part: "Register", whole: str | None) -> None:
    """Refuse the reports of a register about a part of a territory.

    They say nothing about the whole, and would contradict or replace the reports about it.

    Args:
        part: the register.
        whole: the code of the whole territory.

    Raises:
        InvalidValue: if the register holds reports, or rejected rows of reports.
    """
    for name in _reports(part):
        raise _report_of_part(name, str(part.territory), str(whole))


def _report_of_part(name: str, part: str, whole: str) -> InvalidValue:
    return InvalidValue.at(
        "reported_figures",
        code="report-of-a-part",
        vi=f"báo cáo {name!r} là của địa bàn {part}, không phải của cả {whole}; hãy bỏ các báo cáo "
        f"khỏi cơ sở dữ liệu của {part} trước khi ghép",
        en=f"report {name!r} is about the territory {part}, not about all of {whole}; take the "
        f"reports out of the register of {part} before merging",
    )
