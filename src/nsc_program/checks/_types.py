"""The classes of findings: entries of a register that look wrong but are not rejected.

The set is closed, and every finding holds its facts as fields; reports turn them into text. A
finding never holds a person's key: it names a record by its class and id.
"""

from datetime import date
from typing import Literal, TypeAlias, final, get_args

from attrs import Attribute, field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.records._enumerations import EnterpriseKind
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_date, is_text, tuple_of, whole_from
from nsc_program.values._value import Value


@final
@frozen
class RecordName(Value):
    """The name of a record (bản ghi) in a finding.

    Attributes:
        kind: the class of the record.
        id: the id of the record. A plain fact has no id, and its key may be a person's, so it is
            named by its indicator. A claim is named by the class or the indicator that it is about.
    """

    kind: str = field(validator=is_text)
    id: str = field(validator=is_text)


KeyField: TypeAlias = Literal["person", "enterprise", "registration"]
"""What a key identifies: a person (người), an enterprise (doanh nghiệp) or a body (tổ chức)."""


def _is_key_field(instance: object, attribute: "Attribute[str]", value: str) -> None:
    is_text(instance, attribute, value)
    expected = get_args(KeyField)
    if value not in expected:
        names = ", ".join(map(repr, expected))
        raise InvalidValue.at(
            attribute.name,
            code="unknown-key",
            vi=f"cần một trong các giá trị {names}",
            en=f"expected one of {names}",
        )


@frozen
class _Finding(Value):
    """The field that every finding has.

    Attributes:
        records: the records that the finding is about, in order.
    """

    records: tuple[RecordName, ...] = field(kw_only=True, validator=tuple_of(is_a(RecordName)))


# --- missing entries, only of classes that are claimed to be complete ---


@final
@frozen
class ExpertNotTrained(_Finding):
    """Chuyên gia không có lượt đào tạo nào: an expert without a record of a training.

    Attributes:
        trained_on: the day on which the expert was trained.
    """

    trained_on: date = field(validator=is_date)


@final
@frozen
class ModelNotSupported(_Finding):
    """Mô hình điểm chưa được hỗ trợ: a pilot model without a support.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
        recognised_on: the day of the recognition.
    """

    enterprise: str = field(validator=is_text)
    recognised_on: date = field(validator=is_date)


@final
@frozen
class EnterpriseNotListed(_Finding):
    """Doanh nghiệp không có trong danh mục: an enterprise without an `Enterprise` record.

    The enterprise was supported, or it is a pilot model.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
    """

    enterprise: str = field(validator=is_text)


@final
@frozen
class RowsRejected(_Finding):
    """Các dòng chưa tiếp nhận được: rejected rows of one class.

    Attributes:
        what: the name of the class.
        things: the most things that the rows may stand for.
    """

    what: str = field(validator=is_text)
    things: int = field(validator=whole_from(0))


# --- days and phases ---


@final
@frozen
class SupportAcrossPhases(_Finding):
    """Hỗ trợ kéo qua hai giai đoạn: supports that began in some phases and ended in others.

    Attributes:
        started_in: the ids of the phases that hold the start and not the end.
        completed_in: the ids of the phases that hold the end and not the start.
    """

    started_in: tuple[str, ...] = field(validator=tuple_of(is_text))
    completed_in: tuple[str, ...] = field(validator=tuple_of(is_text))


@final
@frozen
class OutsidePhases(_Finding):
    """Ngoài mọi giai đoạn: a record that would count, but outside all periods of the plan.

    Attributes:
        days: the days on which it happened, in order.
    """

    days: tuple[date, ...] = field(validator=tuple_of(is_date))


@final
@frozen
class KeyInTwoPhases(_Finding):
    """Được tính ở hai giai đoạn: an expert or a model that counts as new in several phases.

    None of its records is marked as a renewal.

    Attributes:
        kind: the name of the class.
        phases: the ids of the phases.
    """

    kind: str = field(validator=is_text)
    phases: tuple[str, ...] = field(validator=tuple_of(is_text))


@final
@frozen
class RecordedBeforehand(_Finding):
    """Ghi nhận trước khi diễn ra: a record that was entered before what it describes.

    Attributes:
        recorded_on: the day on which it was entered.
        days: the later days on which something happened, according to the record.
    """

    recorded_on: date = field(validator=is_date)
    days: tuple[date, ...] = field(validator=tuple_of(is_date))


@final
@frozen
class ClaimOutdated(_Finding):
    """Xác nhận đầy đủ quá sớm: a claim of completeness that later records disprove.

    Attributes:
        what: the class or the indicator that the claim is about.
        period: the period of the claim.
        recorded_on: the day on which the claim was made.
    """

    what: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))
    recorded_on: date = field(validator=is_date)


# --- contradictions with the plan, and between figures ---


@final
@frozen
class UnknownIndicator(_Finding):
    """Không phải chỉ tiêu của kế hoạch: an indicator that the plan does not have.

    Attributes:
        indicator: the id that facts, reports or claims name.
    """

    indicator: str = field(validator=is_text)


@final
@frozen
class ReportNotUsed(_Finding):
    """Báo cáo không được sử dụng: a report on a period that no figure of the plan needs.

    Attributes:
        indicator: the id of the indicator.
        period: the period of the report.
    """

    indicator: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))


@final
@frozen
class ClashingEvidence(_Finding):
    """Các nguồn mâu thuẫn: pieces of evidence about one figure that cannot all be true.

    Attributes:
        indicator: the id of the indicator.
        period: the period.
        ranges: the ranges that clash.
    """

    indicator: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))
    ranges: tuple[Range, ...] = field(validator=tuple_of(is_a(Range)))


@final
@frozen
class PartTooLarge(_Finding):
    """Phần lớn hơn tổng (trong đó): a part that is certainly larger than its whole.

    Attributes:
        part: the id of the target that is the part.
        whole: the id of the target that contains it.
    """

    part: str = field(validator=is_text)
    whole: str = field(validator=is_text)


@final
@frozen
class UnlawfulSource(_Finding):
    """Nguồn kinh phí ngoài kế hoạch: money from a source that the plan does not allow.

    Attributes:
        source: the id of the source.
    """

    source: str = field(validator=is_text)


# --- mistakes of entry ---


@final
@frozen
class WrongCheckDigit(_Finding):
    """Sai chữ số kiểm tra: an enterprise code with a wrong check digit.

    Attributes:
        code: the ten digits; the last one does not follow from the others.
    """

    code: str = field(validator=is_text)


@final
@frozen
class KindDiffers(_Finding):
    """Loại hình không thống nhất: an enterprise that is recorded with several kinds.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
        kinds: the kinds, in order.
    """

    enterprise: str = field(validator=is_text)
    kinds: tuple[EnterpriseKind, ...] = field(validator=tuple_of(is_a(EnterpriseKind)))


@final
@frozen
class ConditionsApart(_Finding):
    """Hai điều kiện nằm ở hai bản ghi: two conditions of one thing in two records.

    The records are not joined, so the thing does not count.

    Attributes:
        kind: the name of the class: `Expert` or `AssessmentBody`.
    """

    kind: str = field(validator=is_text)


@final
@frozen
class KeyChanged(_Finding):
    """Đổi đối tượng: versions of one record with different keys.

    Attributes:
        key: what the keys identify.
    """

    key: KeyField = field(validator=_is_key_field)


@final
@frozen
class EnteredTwice(_Finding):
    """Nhập hai lần: records with the same content under different ids.

    Attributes:
        kind: the name of the class.
    """

    kind: str = field(validator=is_text)


@final
@frozen
class KeysAlike(_Finding):
    """Mã gần giống nhau: keys that differ only in case, spaces and punctuation.

    Attributes:
        key: what the keys identify.
        keys: the keys, in order; empty for people.
    """

    key: KeyField = field(validator=_is_key_field)
    keys: tuple[str, ...] = field(validator=tuple_of(is_text))


Finding: TypeAlias = (
    ExpertNotTrained
    | ModelNotSupported
    | EnterpriseNotListed
    | RowsRejected
    | SupportAcrossPhases
    | OutsidePhases
    | KeyInTwoPhases
    | RecordedBeforehand
    | ClaimOutdated
    | UnknownIndicator
    | ReportNotUsed
    | ClashingEvidence
    | PartTooLarge
    | UnlawfulSource
    | WrongCheckDigit
    | KindDiffers
    | ConditionsApart
    | KeyChanged
    | EnteredTwice
    | KeysAlike
)
"""A finding of any class: điểm cần kiểm tra."""
