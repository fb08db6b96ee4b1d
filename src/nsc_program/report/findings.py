"""Findings in words: a sentence in two languages for each, and a grid with the records to check."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import asdict

from nsc_program.checks._named import RecordName
from nsc_program.checks._types import Finding
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
from nsc_program.plan._program import Program
from nsc_program.records._enumerations import EnterpriseKind
from nsc_program.records._reasons import WhyNot
from nsc_program.report import phrases
from nsc_program.report._spoken import clashing
from nsc_program.report.grids import Grid
from nsc_program.report.labels import kind_of, label
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day
from nsc_program.values._written_numbers import written_count

MOST_RECORDS = 20
"""The number of records that a cell names; it only counts the others."""
_MOST_DAYS = 5
"""The number of days that a sentence names; it only counts the others."""

KINDS = {
    EnterpriseKind.ENTERPRISE: Text(vi="doanh nghiệp", en="enterprise"),
    EnterpriseKind.COOPERATIVE: Text(vi="hợp tác xã", en="co-operative"),
    EnterpriseKind.HOUSEHOLD: Text(vi="hộ kinh doanh", en="household"),
}
"""The names of the kinds of enterprises."""
_KEYS = {
    "person": Text(vi="người", en="people"),
    "enterprise": Text(vi="doanh nghiệp", en="enterprises"),
    "registration": Text(vi="tổ chức đánh giá sự phù hợp", en="assessment bodies"),
}
"""The things that a key stands for, in the plural."""
_HEADINGS = (
    Text(vi="STT", en="No."),
    Text(vi="Nội dung cần kiểm tra", en="Point to check"),
    Text(vi="Hồ sơ", en="Records"),
)
_TITLE = Text(
    vi="Những điểm cần kiểm tra trong cơ sở dữ liệu", en="Points to check in the register"
)


def findings_grid(findings: Iterable[Finding], lang: Lang, program: Program | None = None) -> Grid:
    """Put findings into words, one row for each, with the records to check.

    Args:
        findings: the findings, in the order of the rows.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        program: the plan, with the names of its indicators and targets; without it, their ids
            stand in the sentences.

    Returns:
        A grid of three columns: a number, the sentence, and the ids of the records by class.
    """
    names = _names(program)
    rows = (
        (str(number), _sentence(finding, lang, names), _records(finding.records, lang))
        for number, finding in enumerate(findings, 1)
    )
    return Grid(title=_TITLE.in_(lang), headings=phrases.each_in(lang, _HEADINGS), rows=tuple(rows))


def _records(names: Sequence[RecordName], lang: Lang) -> str:
    """Name the first records by class, and count the others."""
    shown: dict[str, list[str]] = {}
    for name in names[:MOST_RECORDS]:
        shown.setdefault(name.kind, []).append(name.id)
    by_class = (f"{kind_of(kind, lang)}: {', '.join(ids)}" for kind, ids in shown.items())
    return "; ".join(by_class) + phrases.and_more(len(names) - MOST_RECORDS, lang)


def finding_text(finding: Finding, program: Program | None = None) -> Text:
    """Return the sentence that states a finding, in both languages.

    Args:
        finding: a finding of any type.
        program: the plan, with the names of its indicators and targets; without it, their ids
            stand in the sentence.
    """
    names = _names(program)
    return Text(vi=_sentence(finding, "vi", names), en=_sentence(finding, "en", names))


def _names(program: Program | None) -> Mapping[str, Text]:
    """Return the names of the indicators and targets of a plan, by their ids."""
    if program is None:
        return {}
    indicators = {indicator.id: indicator.label for indicator in program.indicators}
    return {**indicators, **{target.id: target.title for target in program.targets}}


def _sentence(finding: Finding, lang: Lang, names: Mapping[str, Text]) -> str:
    """Write the sentence that states a finding in one language."""
    facts = asdict(finding, recurse=False)
    named = {
        name: names[facts[name]].in_(lang)
        for name in facts.keys() & _OF_PLAN
        if facts[name] in names
    }
    return phrases.filled(_template(finding), {**facts, **named}, _FACTS, lang)


_OF_PLAN = frozenset(("indicator", "part", "what", "whole"))
"""The fields that may hold the id of an indicator or a target."""


def _template(finding: Finding) -> Text:
    """Return the sentence of a finding, with the names of fields in place of the facts."""
    if isinstance(finding, ConditionsApart):
        return _EXPERT_APART if finding.kind == "Expert" else _BODY_APART
    return _SENTENCES[type(finding)]


def _days(days: Sequence[date], lang: Lang) -> str:
    """Name the first days, and count the others."""
    named = ", ".join(written_day(day, lang) for day in days[:_MOST_DAYS])
    return named + phrases.and_more(len(days) - _MOST_DAYS, lang)


def _phases(ids: Sequence[str], _lang: Lang) -> str:
    """List phases by their ids."""
    return ", ".join(ids)


def _kinds(kinds: Sequence[EnterpriseKind], lang: Lang) -> str:
    """List kinds of enterprises."""
    return ", ".join(KINDS[kind].in_(lang) for kind in kinds)


def _things(key: str, lang: Lang) -> str:
    """Name the things that a key stands for."""
    return _KEYS[key].in_(lang)


def _keys_shown(keys: Sequence[str], _lang: Lang) -> str:
    """List keys in brackets; nothing if they must not be shown."""
    return f" ({', '.join(keys)})" if keys else ""


def _why(why: WhyNot, lang: Lang) -> str:
    """Write why reports are not used."""
    return label(why).in_(lang)


_FACTS: Mapping[str, Callable[[Any, Lang], str]] = MappingProxyType(
    {
        "trained_on": written_day,
        "recognised_on": written_day,
        "recorded_on": written_day,
        "started_on": written_day,
        "days": _days,
        "period": phrases.period,
        "started_in": _phases,
        "completed_in": _phases,
        "phases": _phases,
        "what": kind_of,
        "kind": kind_of,
        "things": written_count,
        "pieces": clashing,
        "kinds": _kinds,
        "key": _things,
        "keys": _keys_shown,
        "why": _why,
    }
)
"""How the fields of findings are written; ids and codes, which are left out, stand as they are."""
_SENTENCES: Mapping[type[Finding], Text] = MappingProxyType(
    {
        ExpertNotTrained: Text(
            vi="chuyên gia được đào tạo ngày {trained_on} nhưng không có tên trong dữ liệu đào "
            "tạo, tập huấn, dù dữ liệu này được xác nhận đầy đủ đến hết ngày đó",
            en="an expert was trained on {trained_on}, but no training record names that person, "
            "although the training records are claimed complete through that day",
        ),
        ModelNotSupported: Text(
            vi="doanh nghiệp {enterprise} được công nhận là mô hình điểm ngày {recognised_on} "
            "nhưng không có trong dữ liệu hỗ trợ, dù dữ liệu này được xác nhận đầy đủ đến hết "
            "ngày đó",
            en="{enterprise} was recognised as a pilot model on {recognised_on}, but no support "
            "record names it, although the support records are claimed complete through that day",
        ),
        EnterpriseNotListed: Text(
            vi="doanh nghiệp {enterprise} không có trong danh mục doanh nghiệp, dù danh mục được "
            "xác nhận đầy đủ",
            en="there is no enterprise record for {enterprise}, although the enterprise records "
            "are claimed complete",
        ),
        RowsRejected: Text(
            vi="có dòng chưa tiếp nhận được ({what}), ứng với tối đa {things} trường hợp",
            en="rows were rejected ({what}): there may be up to {things} more",
        ),
        SupportAcrossPhases: Text(
            vi="hỗ trợ bắt đầu trong giai đoạn {started_in} nhưng hoàn thành trong giai đoạn "
            "{completed_in}",
            en="the support began in phase {started_in} and was completed in phase {completed_in}",
        ),
        OutsidePhases: Text(
            vi="phát sinh ngoài các giai đoạn của kế hoạch, nên không được tính ({days})",
            en="it happened outside every period for which the plan has figures, so it is not "
            "counted: {days}",
        ),
        KeyInTwoPhases: Text(
            vi="cùng một {kind} được tính là mới trong các giai đoạn {phases}, "
            "không ghi là cấp lại",
            en="the same {kind} counts as new in each of the phases {phases} "
            "and is not marked as a renewal",
        ),
        RecordedBeforehand: Text(
            vi="ngày ghi nhận ({recorded_on}) sớm hơn ngày phát sinh ({days})",
            en="it was recorded on {recorded_on}, before it happened: {days}",
        ),
        SpentBeforeStart: Text(
            vi="năm chi {spending_year} sớm hơn năm bắt đầu hỗ trợ ({started_on}), nên kinh phí "
            "được coi là chưa rõ năm chi",
            en="the money is of {spending_year}, before the support began on {started_on}, so its "
            "year is taken as unknown",
        ),
        ClaimOutdated: Text(
            vi="ngày {recorded_on} đã xác nhận số liệu đầy đủ ({what}, {period}), nhưng sau đó "
            "còn nhập thêm hồ sơ của kỳ này",
            en="the register was claimed complete on {recorded_on} ({what}, {period}), but "
            "records of that period were added later",
        ),
        UnknownIndicator: Text(
            vi="“{indicator}” không phải là chỉ tiêu của kế hoạch, nên những gì ghi theo mã này "
            "không được tính",
            en="“{indicator}” is not an indicator of the plan, so what stands under it does not "
            "count",
        ),
        UnknownPart: Text(
            vi="kế hoạch không phân tổ số liệu về {indicator} theo “{part}”, nên báo cáo không "
            "được sử dụng",
            en="the plan does not divide {indicator} into “{part}”, so the report is not used",
        ),
        ReportNotUsed: Text(
            vi="báo cáo về {indicator} ({period}) không ứng với kỳ nào của kế hoạch, nên không "
            "được sử dụng",
            en="a report on {indicator} is for {period}, a period for which the plan has no "
            "figure, so it is not used",
        ),
        ReportLeftOut: Text(
            vi="không sử dụng báo cáo về {indicator}: {why}",
            en="reports on {indicator} are not used: {why}",
        ),
        ClashingEvidence: Text(
            vi="số liệu về {indicator} ({period}) không thống nhất: {pieces}",
            en="the evidence on {indicator} ({period}) clashes: {pieces}",
        ),
        PartTooLarge: Text(
            vi="số liệu của phần “{part}” chắc chắn lớn hơn tổng “{whole}”",
            en="the part “{part}” is certainly larger than its whole “{whole}”",
        ),
        UnlawfulSource: Text(
            vi="nguồn kinh phí “{source}” không có trong kế hoạch",
            en="“{source}” is not a funding source that the plan allows",
        ),
        WrongCheckDigit: Text(
            vi="mã số doanh nghiệp {code} sai chữ số kiểm tra",
            en="the check digit of the enterprise code {code} is wrong",
        ),
        KindDiffers: Text(
            vi="loại hình của {enterprise} không thống nhất giữa các hồ sơ: {kinds}",
            en="records disagree about the kind of enterprise of {enterprise}: {kinds}",
        ),
        KeyChanged: Text(
            vi="mã hồ sơ này đã dùng cho {key} khác nhau, nên chỉ nội dung ghi sau cùng được tính; "
            "hãy cấp mã riêng cho từng hồ sơ, trừ khi chỉ sửa mã ghi sai",
            en="this id was used for different {key}, so only the last version counts; give each "
            "record an id of its own, unless a mistyped key was corrected",
        ),
        EnteredTwice: Text(
            vi="các hồ sơ có nội dung như nhau ({kind}): có nhập hai lần không?",
            en="these records have the same content ({kind}): was one thing entered twice?",
        ),
        KeysAlike: Text(
            vi="mã của {key} chỉ khác nhau về chữ hoa, dấu cách hoặc dấu câu{keys}: có phải là "
            "một không?",
            en="keys of {key} differ only in case, spaces or punctuation{keys}: are they the same?",
        ),
    }
)
"""The sentence of each class of findings, except of `ConditionsApart`, which has two."""
_EXPERT_APART = Text(
    vi="việc đào tạo và việc chứng nhận của cùng một chuyên gia nằm ở các hồ sơ khác nhau, không "
    "được ghép lại",
    en="the training and the certificate of one expert are in different records, which are not "
    "joined",
)
_BODY_APART = Text(
    vi="việc tăng cường năng lực và việc đạt chuẩn mực của cùng một tổ chức đánh giá sự phù hợp "
    "nằm ở các hồ sơ khác nhau, không được ghép lại",
    en="the strengthening and the conformity of one assessment body are in different records, "
    "which are not joined",
)
