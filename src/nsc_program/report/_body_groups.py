"""What a report says of its lists, groups and money in sentences."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import Any

from nsc_program.report._report import Report
from nsc_program.report._sheets import decimal, written
from nsc_program.report.money import money_in_words
from nsc_program.report.phrases import NOT_KNOWN, capital
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text


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
    count = f"{written(name, lang)} {written(verified, lang)}"
    if not unverified:
        return count
    more = written(unverified, lang)
    return count + Text(vi=f" (chưa xác minh {more})", en=f" ({more} not verified)").in_(lang)


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
        counts = [written(count, lang) for count in (supports, perhaps, not_recorded, rejected)]
        yield Text(
            vi=f"{name}, giai đoạn {days}: {amount} ({counts[0]} lượt hỗ trợ đã tính, "
            f"{counts[1]} lượt chưa xác định, {counts[2]} lượt chưa ghi kinh phí, {counts[3]} dòng "
            "chưa tiếp nhận được).",
            en=f"{name}, phase {days}: {amount} ({counts[0]} supports counted, {counts[1]} perhaps "
            f"more, {counts[2]} without recorded funding, {counts[3]} rejected rows).",
        ).in_(lang)


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
