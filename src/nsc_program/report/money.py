"""Put funding totals by phase and source into a grid of text."""

from collections.abc import Iterable, Iterator
from datetime import date

from nsc_program.plan._indicators import NOT_NEGATIVE
from nsc_program.plan._program import Program
from nsc_program.report import phrases
from nsc_program.report._titles import titled
from nsc_program.report.grids import Grid
from nsc_program.report.notes import not_claimed, only_about
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._funding import FundingTotal

_HEADINGS = (
    Text(vi="Giai đoạn", en="Phase"),
    Text(vi="Nguồn kinh phí", en="Source"),
    Text(vi="Số tiền", en="Amount"),
    Text(vi="Lưu ý", en="Remarks"),
)
_ABOUT = Text(vi=": kinh phí thực hiện theo nguồn vốn", en=": funding by source")
_NOT_IN_PLAN = Text(
    vi="không thuộc các nguồn kinh phí của Kế hoạch", en="not among the plan's lawful sources"
)


def funding_grid(totals: Iterable[FundingTotal], program: Program, as_of: date, lang: Lang) -> Grid:
    """Put funding totals into words, one row for each.

    Args:
        totals: the totals, in the order of the rows.
        program: the plan whose phases and funding sources are named.
        as_of: the day at whose close the totals hold, for the title.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid of four columns: the phase, the source, the amount in đồng, and remarks.

    Raises:
        UnknownId: if a total is for a phase that the plan does not have.
    """
    return Grid(
        title=titled(program.title, program.edition, as_of, lang) + _ABOUT.in_(lang),
        headings=phrases.each_in(lang, _HEADINGS),
        rows=tuple(_row(total, program, lang) for total in totals),
    )


def _row(total: FundingTotal, program: Program, lang: Lang) -> tuple[str, ...]:
    """Write one total."""
    return (
        phrases.period(program.phase(total.phase).period, lang),
        _source(total, program, lang),
        _amount(total, lang),
        "; ".join(_remarks(total, program, lang)),
    )


def _source(total: FundingTotal, program: Program, lang: Lang) -> str:
    """Name a source, and mark it if the plan does not name it."""
    labels = _labels(program, lang)
    if total.source in labels or total.lawful:
        return labels.get(total.source, total.source)
    # Such a source is not called unlawful: its id may only be misspelt.
    return f"{total.source} ({_NOT_IN_PLAN.in_(lang)})"


def _labels(program: Program, lang: Lang) -> dict[str, str]:
    """Return the names of the sources of a plan, by id."""
    return {source.id: source.label.in_(lang) for source in program.funding_sources}


def _amount(total: FundingTotal, lang: Lang) -> str:
    """Write an amount in đồng; a total that may be anything is unknown."""
    if total.vnd == NOT_NEGATIVE:
        return phrases.NOT_KNOWN.in_(lang)
    return f"{phrases.range_(total.vnd, lang)} đồng"


def _remarks(total: FundingTotal, program: Program, lang: Lang) -> Iterator[str]:
    """Write why a total is a range, or may be incomplete."""
    for supports, remark in (
        (total.perhaps, _PERHAPS),
        (total.not_recorded, _not_recorded(total, program)),
        (total.rejected, _REJECTED),
    ):
        if supports:
            yield f"{phrases.count(supports, lang)} {remark.in_(lang)}"
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


def _not_recorded(total: FundingTotal, program: Program) -> Text:
    """Return the remark on supports without money from a source.

    No support has to record money from a source outside the plan. For such a source, the number
    counts the supports that do not record any money.
    """
    in_plan = any(source.id == total.source for source in program.funding_sources)
    return _NOT_RECORDED_FROM_IT if in_plan else _NOT_RECORDED
