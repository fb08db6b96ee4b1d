"""Findings as people read them: a sentence for each in two languages, and a grid of them with their records."""

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
from nsc_program.records._records import EnterpriseKind
from nsc_program.report import phrases
from nsc_program.report.grids import Grid
from nsc_program.values._text import Lang, Text

MOST_RECORDS = 20
"""How many records a cell names before it only counts them."""
_MOST_DAYS = 5

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
KINDS = {
    EnterpriseKind.ENTERPRISE: Text(vi="doanh nghiệp", en="enterprise"),
    EnterpriseKind.COOPERATIVE: Text(vi="hợp tác xã", en="co-operative"),
    EnterpriseKind.HOUSEHOLD: Text(vi="hộ kinh doanh", en="household"),
}
_KEYS = {
    "person": Text(vi="người", en="people"),
    "enterprise": Text(vi="doanh nghiệp", en="enterprises"),
    "registration": Text(vi="tổ chức đánh giá sự phù hợp", en="assessment bodies"),
}
_HEADINGS = (
    Text(vi="STT", en="No."),
    Text(vi="Nội dung cần kiểm tra", en="What looks wrong"),
    Text(vi="Bản ghi", en="Records"),
)
_TITLE = Text(vi="Những điểm cần kiểm tra trong sổ dữ liệu", en="What looks wrong in the register")


def findings_grid(findings: Iterable[Finding], lang: Lang) -> Grid:
    """Put findings into words, one row for each, with the records to look at."""
    rows = (
        (str(number), finding_text(each).in_(lang), _records(each.records, lang))
        for number, each in enumerate(findings, 1)
    )
    return Grid(
        title=_TITLE.in_(lang),
        headings=tuple(heading.in_(lang) for heading in _HEADINGS),
        rows=tuple(rows),
    )


def _records(names: Sequence[RecordName], lang: Lang) -> str:
    """Name records by class; of very many the first, and how many there are more."""
    shown: dict[str, list[str]] = {}
    for name in names[:MOST_RECORDS]:
        shown.setdefault(name.kind, []).append(name.id)
    cell = "; ".join(f"{CLASSES[kind].in_(lang)}: {', '.join(ids)}" for kind, ids in shown.items())
    return cell + _more(len(names) - MOST_RECORDS, lang)


def _more(count: int, lang: Lang) -> str:
    if count <= 0:
        return ""
    n = phrases.number(Fraction(count), lang)
    return Text(vi=f" và {n} mục khác", en=f" and {n} more").in_(lang)


def _days(days: Sequence[date], lang: Lang) -> str:
    return ", ".join(phrases.day(day, lang) for day in days[:_MOST_DAYS]) + _more(
        len(days) - _MOST_DAYS, lang
    )


def _what(name: str, lang: Lang) -> str:
    """What a claim is about: a class of records, or an indicator."""
    return CLASSES[name].in_(lang) if name in CLASSES else name


def finding_text(finding: Finding) -> Text:
    """Write a finding as a sentence."""
    return Text(vi=_sentence(finding, "vi").vi, en=_sentence(finding, "en").en)


def _sentence(finding: Finding, lang: Lang) -> Text:
    match finding:
        case ExpertNotTrained(on):
            day = phrases.day(on, lang)
            return Text(
                vi=f"chuyên gia được đào tạo ngày {day} nhưng không có tên trong dữ liệu đào tạo, tập huấn, "
                "dù dữ liệu này được xác nhận đầy đủ đến hết ngày đó",
                en=f"an expert was trained on {day} and no training names that person, "
                "though trainings are said to be complete through that day",
            )
        case ModelNotSupported(enterprise, on):
            day = phrases.day(on, lang)
            return Text(
                vi=f"doanh nghiệp {enterprise} được công nhận là mô hình điểm ngày {day} nhưng không có trong dữ liệu "
                "hỗ trợ, dù dữ liệu này được xác nhận đầy đủ đến hết ngày đó",
                en=f"{enterprise} was recognised as a pilot model on {day} and no support is about it, "
                "though supports are said to be complete through that day",
            )
        case EnterpriseNotListed(enterprise):
            return Text(
                vi=f"doanh nghiệp {enterprise} không có trong danh mục doanh nghiệp, dù danh mục được xác nhận đầy đủ",
                en=f"there is no enterprise record of {enterprise}, though those are said to be complete",
            )
        case RowsRejected(what, things):
            n = phrases.number(Fraction(things), lang)
            return Text(
                vi=f"có dòng chưa tiếp nhận được ({_what(what, lang)}), ứng với tối đa {n} trường hợp",
                en=f"rows were rejected ({_what(what, lang)}); they stand for up to {n}",
            )
        case SupportAcrossPhases(started, completed):
            phases = (", ".join(started), ", ".join(completed))
            return Text(
                vi=f"hỗ trợ bắt đầu trong giai đoạn {phases[0]} nhưng hoàn thành trong giai đoạn {phases[1]}",
                en=f"begun in phase {phases[0]} and completed in phase {phases[1]}",
            )
        case OutsidePhases(days):
            return Text(
                vi=f"diễn ra ngoài mọi kỳ mà kế hoạch có số liệu, nên không được tính: {_days(days, lang)}",
                en=f"it happened outside every period that the plan has figures for, and is not counted there: "
                f"{_days(days, lang)}",
            )
        case KeyInTwoPhases(kind, phases):
            return Text(
                vi=f"cùng một {_what(kind, lang)} được tính là mới trong các giai đoạn {', '.join(phases)}, "
                "không ghi là cấp lại",
                en=f"the same {_what(kind, lang)} counts as new in each of the phases {', '.join(phases)}, "
                "and is not marked as a renewal",
            )
        case RecordedBeforehand(recorded, days):
            day = phrases.day(recorded, lang)
            return Text(
                vi=f"được nhập ngày {day}, trước ngày diễn ra: {_days(days, lang)}",
                en=f"it was entered on {day}, before it happened: {_days(days, lang)}",
            )
        case ClaimOutdated(what, period, recorded):
            about, day = (
                f"{_what(what, lang)}, {phrases.period(period, lang)}",
                phrases.day(recorded, lang),
            )
            return Text(
                vi=f"ngày {day} đã xác nhận số liệu đầy đủ ({about}), nhưng sau đó còn nhập thêm bản ghi của kỳ này",
                en=f"the register was claimed complete on {day} ({about}), and records of those days came later",
            )
        case UnknownIndicator(indicator):
            return Text(
                vi=f"{indicator} không phải là chỉ tiêu của kế hoạch, nên không được tính",
                en=f"{indicator} is no indicator of the plan, so it is not counted",
            )
        case ReportNotUsed(indicator, period):
            over = phrases.period(period, lang)
            return Text(
                vi=f"báo cáo về {indicator} ({over}) không ứng với số liệu nào của kế hoạch, nên không được sử dụng",
                en=f"a report of {indicator} is over {over}, which no figure of the plan is about; it is not used",
            )
        case ClashingEvidence(indicator, period, ranges):
            over, found = (
                phrases.period(period, lang),
                "; ".join(phrases.range_(each, lang) for each in ranges),
            )
            return Text(
                vi=f"các nguồn về {indicator} ({over}) mâu thuẫn: {found}",
                en=f"the evidence on {indicator} ({over}) clashes: {found}",
            )
        case PartTooLarge(part, whole):
            return Text(
                vi=f"phần {part} chắc chắn lớn hơn tổng {whole}",
                en=f"the part {part} is certainly above its whole {whole}",
            )
        case UnlawfulSource(source):
            return Text(
                vi=f"nguồn kinh phí {source} không có trong kế hoạch",
                en=f"{source} is no source of money that the plan allows",
            )
        case WrongCheckDigit(code):
            return Text(
                vi=f"mã số doanh nghiệp {code} sai chữ số kiểm tra",
                en=f"the check digit of the enterprise code {code} is wrong",
            )
        case KindDiffers(enterprise, kinds):
            found = ", ".join(KINDS[kind].in_(lang) for kind in kinds)
            return Text(
                vi=f"loại hình của {enterprise} không thống nhất giữa các bản ghi: {found}",
                en=f"records differ on what kind of enterprise {enterprise} is: {found}",
            )
        case ConditionsApart(kind):
            if kind == "Expert":
                return Text(
                    vi="việc đào tạo và việc chứng nhận của cùng một chuyên gia nằm ở các bản ghi khác nhau, "
                    "không được ghép lại",
                    en="the training and the certificate of one expert stand in different records, "
                    "which are not joined",
                )
            return Text(
                vi="việc tăng cường năng lực và việc đạt chuẩn mực của cùng một tổ chức đánh giá sự phù hợp nằm ở "
                "các bản ghi khác nhau, không được ghép lại",
                en="the strengthening and the conforming of one assessment body stand in different records, "
                "which are not joined",
            )
        case KeyChanged(key):
            return Text(
                vi=f"các phiên bản của bản ghi này ghi {_KEYS[key].vi} khác nhau: mã bản ghi có bị dùng lại không?",
                en=f"versions of this record name different {_KEYS[key].en}: was its id used again?",
            )
        case EnteredTwice(kind):
            return Text(
                vi=f"các bản ghi có nội dung như nhau ({_what(kind, lang)}): có nhập hai lần không?",
                en=f"these records say the same ({_what(kind, lang)}): was one thing entered twice?",
            )
        case KeysAlike(key, keys):
            shown = f" ({', '.join(keys)})" if keys else ""
            return Text(
                vi=f"mã của {_KEYS[key].vi} chỉ khác nhau về chữ hoa, dấu cách hoặc dấu câu{shown}: "
                "có phải là một không?",
                en=f"keys of {_KEYS[key].en} differ only in case, spaces or punctuation{shown}: are they the same?",
            )
        case _:  # pragma: no cover
            assert_never(finding)
