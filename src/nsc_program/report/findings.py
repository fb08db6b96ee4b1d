"""Findings in words: a sentence in two languages for each, and a grid with the records to check."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import assert_never

from nsc_program.checks._types import (
    ClaimOutdated,
    ClashingEvidence,
    ConditionsApart,
    EnteredTwice,
    EnterpriseNotListed,
    ExpertNotTrained,
    Finding,
    KeyChanged,
    KeyInTwoPhases,
    KeysAlike,
    KindDiffers,
    ModelNotSupported,
    OutsidePhases,
    PartTooLarge,
    RecordedBeforehand,
    RecordName,
    ReportNotUsed,
    RowsRejected,
    SupportAcrossPhases,
    UnknownIndicator,
    UnlawfulSource,
    WrongCheckDigit,
)
from nsc_program.records._enumerations import EnterpriseKind
from nsc_program.report import phrases
from nsc_program.report.grids import Grid
from nsc_program.values._text import Lang, Text

MOST_RECORDS = 20
"""The number of records that a cell names; it only counts the others."""
_MOST_DAYS = 5
"""The number of days that a sentence names; it only counts the others."""

CLASSES = {
    "Enterprise": Text(vi="doanh nghiệp", en="enterprise"),
    "Support": Text(vi="hỗ trợ", en="support"),
    "Training": Text(vi="đào tạo, tập huấn", en="training"),
    "Expert": Text(vi="chuyên gia", en="expert"),
    "PilotModel": Text(vi="mô hình điểm", en="pilot model"),
    "AssessmentBody": Text(vi="tổ chức đánh giá sự phù hợp", en="assessment body"),
    "Dissemination": Text(vi="tuyên truyền, phổ biến", en="dissemination"),
    "ReportedFigure": Text(vi="số liệu báo cáo", en="report"),
    "Fact": Text(vi="dữ kiện", en="fact"),
    "Completeness": Text(vi="xác nhận số liệu đầy đủ", en="claim"),
}
"""The names of the classes of records, and of claims."""
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
_TITLE = Text(vi="Những điểm cần kiểm tra trong sổ dữ liệu", en="Points to check in the register")


def findings_grid(findings: Iterable[Finding], lang: Lang) -> Grid:
    """Put findings into words, one row for each, with the records to check.

    Args:
        findings: the findings, in the order of the rows.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid of three columns: a number, the sentence, and the ids of the records by class.
    """
    rows = (
        (str(number), finding_text(finding).in_(lang), _records(finding.records, lang))
        for number, finding in enumerate(findings, 1)
    )
    return Grid(
        title=_TITLE.in_(lang),
        headings=tuple(heading.in_(lang) for heading in _HEADINGS),
        rows=tuple(rows),
    )


def _records(names: Sequence[RecordName], lang: Lang) -> str:
    """Name the first records by class, and count the others."""
    shown: dict[str, list[str]] = {}
    for name in names[:MOST_RECORDS]:
        shown.setdefault(name.kind, []).append(name.id)
    cell = "; ".join(f"{CLASSES[kind].in_(lang)}: {', '.join(ids)}" for kind, ids in shown.items())
    return cell + _more(len(names) - MOST_RECORDS, lang)


def _more(count: int, lang: Lang) -> str:
    """Write how many things are not named; nothing if all are named."""
    if count <= 0:
        return ""
    n = phrases.number(Fraction(count), lang)
    return Text(vi=f" và {n} mục khác", en=f" and {n} more").in_(lang)


def _days(days: Sequence[date], lang: Lang) -> str:
    """Name the first days, and count the others."""
    named = ", ".join(phrases.day(day, lang) for day in days[:_MOST_DAYS])
    return named + _more(len(days) - _MOST_DAYS, lang)


def _subject(name: str, lang: Lang) -> str:
    """Name the subject of a claim: a class of records, or else an indicator by its id."""
    return CLASSES[name].in_(lang) if name in CLASSES else name


def finding_text(finding: Finding) -> Text:
    """Return the sentence that states a finding, in both languages.

    Args:
        finding: a finding of any type.
    """
    return Text(vi=_sentence(finding, "vi").vi, en=_sentence(finding, "en").en)


def _sentence(finding: Finding, lang: Lang) -> Text:
    """Write the sentence with days, numbers and names in one language; only that text is used."""
    match finding:
        case ExpertNotTrained(on):
            day = phrases.day(on, lang)
            return Text(
                vi=f"chuyên gia được đào tạo ngày {day} nhưng không có tên trong dữ liệu đào tạo, "
                "tập huấn, dù dữ liệu này được xác nhận đầy đủ đến hết ngày đó",
                en=f"an expert was trained on {day}, but no training record names that person, "
                "although the training records are claimed complete through that day",
            )
        case ModelNotSupported(enterprise, on):
            day = phrases.day(on, lang)
            return Text(
                vi=f"doanh nghiệp {enterprise} được công nhận là mô hình điểm ngày {day} "
                "nhưng không có trong dữ liệu hỗ trợ, dù dữ liệu này được xác nhận đầy đủ "
                "đến hết ngày đó",
                en=f"{enterprise} was recognised as a pilot model on {day}, but no support record "
                "names it, although the support records are claimed complete through that day",
            )
        case EnterpriseNotListed(enterprise):
            return Text(
                vi=f"doanh nghiệp {enterprise} không có trong danh mục doanh nghiệp, "
                "dù danh mục được xác nhận đầy đủ",
                en=f"there is no enterprise record for {enterprise}, "
                "although the enterprise records are claimed complete",
            )
        case RowsRejected(what, things):
            n = phrases.number(Fraction(things), lang)
            return Text(
                vi=f"có dòng chưa tiếp nhận được ({_subject(what, lang)}), "
                f"ứng với tối đa {n} trường hợp",
                en=f"rows were rejected ({_subject(what, lang)}); they account for up to {n}",
            )
        case SupportAcrossPhases(started, completed):
            first, last = ", ".join(started), ", ".join(completed)
            return Text(
                vi=f"hỗ trợ bắt đầu trong giai đoạn {first} "
                f"nhưng hoàn thành trong giai đoạn {last}",
                en=f"the support began in phase {first} and was completed in phase {last}",
            )
        case OutsidePhases(days):
            return Text(
                vi="phát sinh ngoài các kỳ tính số liệu của kế hoạch, nên không được tính: "
                f"{_days(days, lang)}",
                en="it happened outside every period for which the plan has figures, "
                f"so it is not counted: {_days(days, lang)}",
            )
        case KeyInTwoPhases(kind, phases):
            return Text(
                vi=f"cùng một {_subject(kind, lang)} được tính là mới trong các giai đoạn "
                f"{', '.join(phases)}, không ghi là cấp lại",
                en=f"the same {_subject(kind, lang)} counts as new in each of the phases "
                f"{', '.join(phases)} and is not marked as a renewal",
            )
        case RecordedBeforehand(recorded, days):
            day = phrases.day(recorded, lang)
            return Text(
                vi=f"ngày ghi nhận ({day}) sớm hơn ngày phát sinh: {_days(days, lang)}",
                en=f"it was recorded on {day}, before it happened: {_days(days, lang)}",
            )
        case ClaimOutdated(what, period, recorded):
            about = f"{_subject(what, lang)}, {phrases.period(period, lang)}"
            day = phrases.day(recorded, lang)
            return Text(
                vi=f"ngày {day} đã xác nhận số liệu đầy đủ ({about}), "
                "nhưng sau đó còn nhập thêm hồ sơ của kỳ này",
                en=f"the register was claimed complete on {day} ({about}), "
                "but records of that period were added later",
            )
        case UnknownIndicator(indicator):
            return Text(
                vi=f"{indicator} không phải là chỉ tiêu của kế hoạch, nên không được tính",
                en=f"{indicator} is not an indicator of the plan, so it is not counted",
            )
        case ReportNotUsed(indicator, period):
            over = phrases.period(period, lang)
            return Text(
                vi=f"báo cáo về {indicator} ({over}) không ứng với số liệu nào của kế hoạch, "
                "nên không được sử dụng",
                en=f"a report on {indicator} is for {over}, a period for which the plan has no "
                "figure, so it is not used",
            )
        case ClashingEvidence(indicator, period, ranges):
            over = phrases.period(period, lang)
            clashing = "; ".join(phrases.range_(possible, lang) for possible in ranges)
            return Text(
                vi=f"số liệu về {indicator} ({over}) không thống nhất: {clashing}",
                en=f"the evidence on {indicator} ({over}) clashes: {clashing}",
            )
        case PartTooLarge(part, whole):
            return Text(
                vi=f"phần {part} chắc chắn lớn hơn tổng {whole}",
                en=f"the part {part} is certainly larger than its whole {whole}",
            )
        case UnlawfulSource(source):
            return Text(
                vi=f"nguồn kinh phí {source} không có trong kế hoạch",
                en=f"{source} is not a funding source that the plan allows",
            )
        case WrongCheckDigit(code):
            return Text(
                vi=f"mã số doanh nghiệp {code} sai chữ số kiểm tra",
                en=f"the check digit of the enterprise code {code} is wrong",
            )
        case KindDiffers(enterprise, kinds):
            differing = ", ".join(KINDS[kind].in_(lang) for kind in kinds)
            return Text(
                vi=f"loại hình của {enterprise} không thống nhất giữa các hồ sơ: {differing}",
                en=f"records disagree about the kind of enterprise of {enterprise}: {differing}",
            )
        case ConditionsApart(kind):
            if kind == "Expert":
                return Text(
                    vi="việc đào tạo và việc chứng nhận của cùng một chuyên gia nằm ở các hồ sơ "
                    "khác nhau, không được ghép lại",
                    en="the training and the certificate of one expert are in different records, "
                    "which are not joined",
                )
            return Text(
                vi="việc tăng cường năng lực và việc đạt chuẩn mực của cùng một tổ chức đánh giá "
                "sự phù hợp nằm ở các hồ sơ khác nhau, không được ghép lại",
                en="the strengthening and the conformity of one assessment body are in different "
                "records, which are not joined",
            )
        case KeyChanged(key):
            return Text(
                vi=f"các phiên bản của hồ sơ này ghi {_KEYS[key].vi} khác nhau: "
                "mã hồ sơ có bị dùng lại không?",
                en=f"versions of this record name different {_KEYS[key].en}: "
                "was its id used again?",
            )
        case EnteredTwice(kind):
            return Text(
                vi=f"các hồ sơ có nội dung như nhau ({_subject(kind, lang)}): "
                "có nhập hai lần không?",
                en=f"these records have the same content ({_subject(kind, lang)}): "
                "was one thing entered twice?",
            )
        case KeysAlike(key, keys):
            shown = f" ({', '.join(keys)})" if keys else ""
            return Text(
                vi=f"mã của {_KEYS[key].vi} chỉ khác nhau về chữ hoa, dấu cách hoặc dấu câu"
                f"{shown}: có phải là một không?",
                en=f"keys of {_KEYS[key].en} differ only in case, spaces or punctuation"
                f"{shown}: are they the same?",
            )
        case _:  # pragma: no cover
            assert_never(finding)
