"""What a report says of its lists, groups and money in sentences."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import Any

from nsc_program.report._report import Report
from nsc_program.report._sheets import decimal, written
from nsc_program.report.money import money_in_words
from nsc_program.report.phrases import NOT_KNOWN, capital, things
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_numbers import written_count


def list_sentences(report: Report, lang: Lang) -> Iterator[str]:
    """Yield how many records of each class count in the report period, and where they are listed.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    for annex in report.annexes:
        (sheet, *_) = annex.sheets
        if sheet.id[:1].isupper():  # the id of a list is the name of its class
            number, where = len(sheet.rows), annex.name.in_(lang)
            count = decimal(Fraction(number), lang)
            yield Text(
                vi=f"{sheet.title.vi}: {count} hồ sơ được tính trong kỳ báo cáo ({where}).",
                en=f"{sheet.title.en}: {count} counted in the report period ({where}).",
            ).in_(lang)


def group_sentences(report: Report, lang: Lang) -> Iterator[str]:
    """Yield the counts of the report period by group, one sentence for each field with groups.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    rows = report.sheet("groups").rows
    for (indicator, field), found in groupby(rows, key=itemgetter(0, 1)):
        groups = [row[2:5] for row in found]
        if len(groups) > 1 and any(group[1] or group[2] for group in groups):
            name, by = written(indicator, lang), written(field, lang)
            counts = "; ".join(_group(group, lang) for group in groups)
            text = Text(
                vi=f"{capital(name)} trong kỳ, phân tổ theo {by}: {counts}.",
                en=f"{capital(name)} in the period, by {by}: {counts}.",
            )
            yield text.in_(lang)


def _group(group: Sequence[Any], lang: Lang) -> str:
    """Write the counts of one group."""
    name, verified, unverified = group
    known = f"{written(name, lang)} {written(verified, lang)}"
    if not unverified:
        return known
    more = written(unverified, lang)
    return known + Text(vi=f" (chưa xác minh {more})", en=f" ({more} not verified)").in_(lang)


def money_sentences(report: Report, lang: Lang) -> Iterator[str]:
    """Yield the money from each source in each phase of the report.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    for row in report.sheet("funding").rows:
        phase, source, planned, _, vnd, _, supports, perhaps, not_recorded, rejected = row
        amount = _amount(vnd, lang) + _of_budget(planned, lang)
        name, days = capital(written(source, lang)), written(phase, lang)
        rests_on = _counted((supports, perhaps, not_recorded, rejected), lang)
        yield Text(
            vi=f"{name}, giai đoạn {days}: {amount}{rests_on}.",
            en=f"{name}, phase {days}: {amount}{rests_on}.",
        ).in_(lang)


_COUNTED = (
    Text(vi="lượt hỗ trợ đã tính", en="supports counted"),
    Text(vi="lượt hỗ trợ chưa xác định", en="supports in doubt"),
    Text(vi="lượt hỗ trợ chưa ghi kinh phí", en="supports without recorded funding"),
    Text(vi="dòng chưa tiếp nhận được", en="rejected rows"),
)
"""What an amount of money rests on, in the order of the columns."""


def _counted(counts: Iterable[int], lang: Lang) -> str:
    """Write in brackets how many supports an amount rests on, without zeros."""
    found = [
        f"{written_count(number, lang)} {things(Range.exactly(number), name, lang)}"
        for number, name in zip(counts, _COUNTED, strict=True)
        if number
    ]
    return f" ({', '.join(found)})" if found else ""


def _amount(vnd: Any, lang: Lang) -> str:  # noqa: ANN401  # a cell
    """Write an amount of money; “unknown” if nothing is known of it."""
    if vnd == NOT_KNOWN:
        return NOT_KNOWN.in_(lang)
    return money_in_words(vnd if isinstance(vnd, Range) else Range.exactly(vnd), lang)


def _of_budget(planned: Any, lang: Lang) -> str:  # noqa: ANN401  # a cell
    """Write the budget that an amount belongs to; nothing if the plan does not name it."""
    if planned is None:
        return ""
    budget = written(planned, lang)
    return Text(
        vi=f"; dự toán {budget} triệu đồng", en=f", of a budget of {budget} million đồng"
    ).in_(lang)
