"""Put funding totals by phase, source and year into grids of text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from nsc_program.plan._indicators import NOT_NEGATIVE
from nsc_program.plan._program import Program
from nsc_program.report import phrases
from nsc_program.report._money_sheets import in_millions, names_of_sources, years_sheet
from nsc_program.report._sheets import written
from nsc_program.report._spoken import spoken
from nsc_program.report._titles import titled
from nsc_program.report.grids import Grid
from nsc_program.report.notes import not_claimed, only_about
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_numbers import written_count
from nsc_program.verdicts._funding import FundingTotal
from nsc_program.verdicts._funding_years import FundingByYear

_HEADINGS = (
    Text(vi="Giai đoạn", en="Phase"),
    Text(vi="Nguồn kinh phí", en="Source"),
    Text(vi="Số tiền", en="Amount"),
    Text(vi="Lưu ý", en="Remarks"),
)
_ABOUT = Text(vi="Kinh phí thực hiện theo nguồn vốn của", en="Funding by source under")
_NOT_IN_PLAN = Text(
    vi="không thuộc các nguồn kinh phí của Kế hoạch", en="not among the plan's lawful sources"
)
_BLANK = "—"


def funding_grid(totals: Iterable[FundingTotal], program: Program, as_of: date, lang: Lang) -> Grid:
    """Put funding totals into words, one row for each.

    Args:
        totals: the totals, in the order of the rows.
        program: the plan whose phases and funding sources are named.
        as_of: the day at whose close the totals hold, for the title.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid of four columns: the phase, the source, the amount in million đồng, and remarks.

    Raises:
        UnknownId: if a total is for a phase that the plan does not have.
    """
    return Grid(
        title=titled(program.title, program.edition, as_of, lang, _ABOUT),
        headings=phrases.each_in(lang, _HEADINGS),
        rows=tuple(_row(total, program, lang) for total in totals),
    )


def funding_years_grid(money: Sequence[FundingByYear], program: Program, lang: Lang) -> Grid:
    """Put money by source and budget year into words, one row for each year.

    Args:
        money: the money of each phase and source, in the order of the rows.
        program: the plan whose phases and funding sources are named.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid of seven columns: the phase, the source, the year, the budget, what was spent, the
        spent part of the budget, and what was spent since the phase began. An unknown budget is a
        dash.

    Raises:
        UnknownId: if the money is of a phase that the plan does not have.
    """
    sheet = years_sheet(money, program)
    shown = range(len(sheet.columns) - 1)  # the last one repeats the money in đồng
    return Grid(
        title=sheet.title.in_(lang),
        headings=tuple(sheet.columns[place].heading.in_(lang) for place in shown),
        rows=tuple(
            tuple(written(row[place], lang) or _BLANK for place in shown) for row in sheet.rows
        ),
    )


def _row(total: FundingTotal, program: Program, lang: Lang) -> tuple[str, ...]:
    """Write one total."""
    return (
        phrases.period(program.phase(total.phase).period, lang),
        _source(total, program, lang),
        money_in_words(total.vnd, lang),
        "; ".join(_remarks(total, program, lang)),
    )


def _source(total: FundingTotal, program: Program, lang: Lang) -> str:
    """Name a source, and mark it if the plan does not name it."""
    names = names_of_sources(program, [total.source])
    name = written(names[total.source], lang)
    # Such a source is not called unlawful: its id may only be misspelt.
    return name if total.lawful else f"{name} ({_NOT_IN_PLAN.in_(lang)})"


def money_in_words(vnd: Range, lang: Lang) -> str:
    """Write an amount of money in million đồng, exactly; one that can be any is unknown.

    >>> money_in_words(Range.at_least(158_878_500_000), "vi")
    'ít nhất 158.878,5 triệu đồng'

    Args:
        vnd: the amounts that are possible, in đồng.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if vnd == NOT_NEGATIVE:
        return phrases.NOT_KNOWN.in_(lang)
    return spoken(in_millions(vnd), lang) + Text(vi=" triệu đồng", en=" million đồng").in_(lang)


def _remarks(total: FundingTotal, program: Program, lang: Lang) -> Iterator[str]:
    """Write why a total is a range, or may be incomplete."""
    for supports, remark in (
        (total.perhaps, _PERHAPS),
        (total.not_recorded, _not_recorded(total, program)),
        (total.rejected, _REJECTED),
    ):
        if supports:
            yield f"{written_count(supports, lang)} {remark.in_(lang)}"
    if total.missing:
        yield not_claimed(total.missing, lang)
    if total.part:
        yield only_about(total.part, lang)


_PERHAPS = Text(
    vi="lượt hỗ trợ chưa xác định thuộc giai đoạn này hoặc chưa được xác minh",
    en="more not verified or possibly outside this phase",
)
_REJECTED = Text(vi="lượt hỗ trợ nằm trong các dòng chưa tiếp nhận được", en="in rejected rows")
_NOT_RECORDED = Text(vi="lượt hỗ trợ chưa ghi kinh phí", en="without recorded funding")
_NOT_RECORDED_FROM_IT = Text(
    vi="lượt hỗ trợ chưa ghi kinh phí từ nguồn này", en="without recorded funding from this source"
)
_NOT_RECORDED_FROM_ALL = Text(
    vi="lượt hỗ trợ chưa ghi kinh phí từ đủ các nguồn",
    en="without recorded funding from each source",
)


def _not_recorded(total: FundingTotal, program: Program) -> Text:
    """Return the remark on supports without money from a source.

    No support has to record money from a source outside the plan. For such a source, the number
    counts the supports that do not record any money.
    """
    if total.source is None:
        return _NOT_RECORDED_FROM_ALL if program.funding_sources else _NOT_RECORDED
    in_plan = any(source.id == total.source for source in program.funding_sources)
    return _NOT_RECORDED_FROM_IT if in_plan else _NOT_RECORDED
