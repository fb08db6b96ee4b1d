"""The tables of money: by source and budget year (Bảng 2), and by source and phase.

Amounts stand in million đồng, exactly, as reports on money have them, and in đồng beside them. What
neither the plan nor the register names is a blank.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from nsc_program.plan._indicators import NOT_NEGATIVE
from nsc_program.plan._program import Program
from nsc_program.records._register import Register
from nsc_program.report._results import value
from nsc_program.report._sheets import Sheet, columns_of
from nsc_program.report.phrases import NOT_KNOWN
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._funding_years import FundingByYear, FundingYear, funding_by_year

ALL_SOURCES = Text(vi="Tổng cộng", en="Total")
"""The name of all sources together."""
_WHOLE_PHASE = Text(vi="cả giai đoạn", en="whole phase")
_OTHER_YEARS = Text(vi="năm ngoài giai đoạn", en="years outside the phase")
_UNKNOWN_YEARS = Text(vi="chưa ghi năm chi", en="year not recorded")
_YEARS_REMARK = Text(
    vi="Kinh phí của một năm là số chi trong năm ngân sách đó, kể cả của hỗ trợ thuộc giai đoạn "
    "khác; kinh phí cả giai đoạn là của các hỗ trợ thuộc giai đoạn, chi trong năm nào cũng tính. "
    "Kinh phí chưa ghi năm chi có thể thuộc nhiều năm, nên không cộng các khoảng của từng năm.",
    en="The money of a year is what was spent in that budget year, also for supports of another "
    "phase; the money of a whole phase is that of its supports, in whatever year it was spent. "
    "Money without a year may belong to several years, so do not add the ranges of the years.",
)
_MILLION = 10**6


def money_sheets(
    evaluation: Evaluation, register: Register, phases: Iterable[str]
) -> tuple[Sheet, Sheet]:
    """Return the money of some phases: by source and year, and by source and phase.

    Args:
        evaluation: the result of the register.
        register: the register.
        phases: the ids of the phases.
    """
    program, shown = evaluation.made_from().program, {*phases}
    money = funding_by_year(program, register, as_of=evaluation.as_of)
    of_phases = [found for found in money if found.total.phase in shown]
    return years_sheet(of_phases, program), _phases_sheet(of_phases, program)


def years_sheet(money: Sequence[FundingByYear], program: Program) -> Sheet:
    """Return the table of money by source and budget year.

    Args:
        money: the money of each phase and source, in the order of the rows.
        program: the plan.
    """
    names = names_of_sources(program, (found.total.source for found in money))
    return Sheet(
        id="funding-years",
        title=Text(
            vi="Kinh phí theo nguồn vốn và năm ngân sách", en="Funding by source and budget year"
        ),
        columns=columns_of(
            ("phase", "Giai đoạn", "Phase"),
            ("source", "Nguồn kinh phí", "Source"),
            ("year", "Năm", "Year"),
            ("planned", "Dự toán (triệu đồng)", "Budget (million đồng)"),
            ("spent", "Thực hiện (triệu đồng)", "Spent (million đồng)"),
            ("disbursed", "Tỷ lệ giải ngân (%)", "Disbursed (%)"),
            (
                "cumulative",
                "Lũy kế từ đầu giai đoạn (triệu đồng)",
                "Since the start of the phase (million đồng)",
            ),
            ("vnd", "Thực hiện (đồng)", "Spent (đồng)"),
        ),
        rows=tuple(
            (program.phase(found.total.phase).period, names[found.total.source], *row)
            for found in money
            for row in _rows(found)
        ),
        remarks=(_YEARS_REMARK, *_of_budget(program)),
    )


def _of_budget(program: Program) -> Iterator[Text]:
    """Yield where the budget stands; nothing for a plan that does not name amounts."""
    cited = (citation.document for item in program.budget for citation in item.citations)
    titles = [document.title for document in dict.fromkeys(cited)]
    if titles:
        yield Text(
            vi=f"Dự toán theo: {'; '.join(title.vi for title in titles)}",
            en=f"The budget stands in: {'; '.join(title.en for title in titles)}",
        )


def _rows(found: FundingByYear) -> Iterator[tuple[Any, ...]]:
    """Yield the years of one phase and source, what belongs to none of them, and the phase."""
    for year in found.years:
        yield _year(year)
    for name, part in ((_OTHER_YEARS, found.other_years), (_UNKNOWN_YEARS, found.unknown_years)):
        if part.low or part.high:
            yield name, None, _millions(part), None, None, _vnd(part)
    total = found.total.vnd
    share = _percent(found.disbursed)
    yield _WHOLE_PHASE, _million(found.planned), _millions(total), share, None, _vnd(total)


def _year(year: FundingYear) -> tuple[Any, ...]:
    """Return the cells of one year."""
    return (
        Period.of_years(year.year, year.year),
        _million(year.planned),
        _millions(year.vnd),
        _percent(year.disbursed),
        _millions(year.cumulative),
        _vnd(year.vnd),
    )


def _phases_sheet(money: Sequence[FundingByYear], program: Program) -> Sheet:
    """Return the table of money by source and phase."""
    names = names_of_sources(program, (found.total.source for found in money))
    return Sheet(
        id="funding",
        title=Text(vi="Kinh phí thực hiện theo nguồn vốn", en="Funding by source"),
        columns=columns_of(
            ("phase", "Giai đoạn", "Phase"),
            ("source", "Nguồn kinh phí", "Source"),
            ("planned", "Dự toán (triệu đồng)", "Budget (million đồng)"),
            ("spent", "Thực hiện (triệu đồng)", "Spent (million đồng)"),
            ("vnd", "Thực hiện (đồng)", "Spent (đồng)"),
            ("in_plan", "Thuộc nguồn của Kế hoạch", "A source of the plan"),
            ("supports", "Số lượt hỗ trợ đã tính", "Supports counted"),
            ("perhaps", "Số lượt chưa xác định", "Perhaps more supports"),
            ("not_recorded", "Số lượt chưa ghi kinh phí", "Supports without recorded funding"),
            ("rejected", "Số dòng chưa tiếp nhận được", "Rejected rows"),
        ),
        rows=tuple(
            (
                program.phase(found.total.phase).period,
                names[found.total.source],
                _million(found.planned),
                _millions(found.total.vnd),
                _vnd(found.total.vnd),
                None if found.total.source is None else found.total.lawful,
                found.total.supports,
                found.total.perhaps,
                found.total.not_recorded,
                found.total.rejected,
            )
            for found in money
        ),
    )


def names_of_sources(
    program: Program, sources: Iterable[str | None]
) -> Mapping[str | None, Text | str]:
    """Return the names of sources of money by id; a source outside the plan keeps its id.

    Args:
        program: the plan, which names its own sources.
        sources: the ids; `None` stands for all sources together.
    """
    own = {source.id: source.label for source in program.funding_sources}
    return {
        source: ALL_SOURCES if source is None else own.get(source, source) for source in sources
    }


def _million(vnd: int | None) -> Fraction | None:
    """Return an amount in million đồng; `None` if it is unknown."""
    return None if vnd is None else Fraction(vnd, _MILLION)


def in_millions(vnd: Range) -> Range:
    """Return a range of amounts in million đồng, exactly.

    Args:
        vnd: the amounts in đồng.
    """
    return _times(vnd, Fraction(1, _MILLION))


def _times(possible: Range, factor: Fraction) -> Range:
    """Return a closed range times a number."""
    low, high = (None if end is None else end * factor for end in (possible.low, possible.high))
    return Range(low, high)


def _millions(vnd: Range) -> Any:  # noqa: ANN401  # a cell
    """Return amounts in million đồng; “unknown” if they can be any."""
    return _vnd(in_millions(vnd))


def _vnd(vnd: Range) -> Any:  # noqa: ANN401  # a cell
    """Return amounts; “unknown” if they can be any."""
    return NOT_KNOWN if vnd == NOT_NEGATIVE else value(vnd)


def _percent(share: Range | None) -> Any:  # noqa: ANN401  # a cell
    """Return a share in percent, exactly; `None` if the budget is unknown."""
    return None if share is None else _vnd(_times(share, Fraction(100)))
