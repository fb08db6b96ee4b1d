"""Put funding totals by phase and source into a grid of text."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from nsc_program.plan._program import Program
from nsc_program.plan._targets import NOT_NEGATIVE
from nsc_program.report import phrases
from nsc_program.report.grids import Grid
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._funding import FundingTotal

_HEADINGS = (
    Text(vi="Giai đoạn", en="Phase"),
    Text(vi="Nguồn kinh phí", en="Source"),
    Text(vi="Số tiền", en="Amount"),
    Text(vi="Lưu ý", en="Remarks"),
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
    day = phrases.day(as_of, lang)
    return Grid(
        title=Text(
            vi=f"{program.title.vi} ({program.edition}), tính đến hết ngày {day}: "
            "kinh phí thực hiện theo nguồn vốn",
            en=f"{program.title.en} ({program.edition}), as of the close of {day}: "
            "funding by source",
        ).in_(lang),
        headings=tuple(heading.in_(lang) for heading in _HEADINGS),
        rows=tuple(_row(total, program, lang) for total in totals),
    )


def _row(total: FundingTotal, program: Program, lang: Lang) -> tuple[str, ...]:
    return (
        phrases.period(program.phase(total.phase).period, lang),
        _source(total, program, lang),
        _amount(total, lang),
        "; ".join(remark.in_(lang) for remark in _remarks(total, program, lang)),
    )


def _source(total: FundingTotal, program: Program, lang: Lang) -> str:
    """Name a source, and mark it if the plan does not name it."""
    labels = {source.id: source.label.in_(lang) for source in program.funding_sources}
    # Such a source is not called unlawful: its id may only be misspelt.
    mark = Text(
        vi="không thuộc các nguồn kinh phí của Kế hoạch", en="not among the plan's lawful sources"
    ).in_(lang)
    if total.source in labels or total.lawful:
        return labels.get(total.source, total.source)
    return f"{total.source} ({mark})"


def _amount(total: FundingTotal, lang: Lang) -> str:
    """Write an amount in đồng; a total that may be anything is unknown."""
    if total.vnd == NOT_NEGATIVE:
        return phrases.NOT_KNOWN.in_(lang)
    return f"{phrases.range_(total.vnd, lang)} đồng"


def _remarks(total: FundingTotal, program: Program, lang: Lang) -> Iterator[Text]:
    """Write why a total is a range, or may be incomplete."""
    if total.perhaps:
        n = phrases.number(Fraction(total.perhaps), lang)
        yield Text(
            vi=f"{n} lượt hỗ trợ chưa xác định thuộc giai đoạn này hoặc chưa được xác minh",
            en=f"{n} more not verified or possibly outside this phase",
        )
    if total.not_recorded:
        n = phrases.number(Fraction(total.not_recorded), lang)
        # No support has to record money from a source outside the plan. For such a source, the
        # number counts the supports that do not record any money.
        in_plan = any(source.id == total.source for source in program.funding_sources)
        vi, en = (" từ nguồn này", " from this source") if in_plan else ("", "")
        yield Text(
            vi=f"{n} lượt hỗ trợ chưa ghi kinh phí{vi}", en=f"{n} without recorded funding{en}"
        )
    if total.rejected:
        n = phrases.number(Fraction(total.rejected), lang)
        yield Text(
            vi=f"{n} lượt hỗ trợ nằm trong các dòng chưa tiếp nhận được", en=f"{n} in rejected rows"
        )
    if total.missing:
        yield phrases.not_claimed(total.missing, lang)
