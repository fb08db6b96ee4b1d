"""What looks wrong in a register without being refused: a closed set of findings, each with its facts as fields.

Text is made from the fields at the edge. No finding holds a person's key: a record is named by its class and id.
"""

from datetime import date
from typing import Literal, TypeAlias, final, get_args

from attrs import Attribute, field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.records._records import EnterpriseKind
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_date, is_text, tuple_of, whole_from
from nsc_program.values._value import Value


@final
@frozen
class RecordName(Value):
    """Bản ghi nào: a record by its class and id.

    A plain fact has no id and may be about a person, so it is named by its indicator; a claim by what it is about.
    """

    kind: str = field(validator=is_text)
    id: str = field(validator=is_text)


KeyField: TypeAlias = Literal["person", "enterprise", "registration"]
"""What a record's key names: người, doanh nghiệp, tổ chức đánh giá sự phù hợp."""


def _is_key_field(instance: object, attribute: "Attribute[str]", value: str) -> None:
    is_text(instance, attribute, value)
    known = get_args(KeyField)
    if value not in known:
        names = ", ".join(map(repr, known))
        raise InvalidValue.at(
            attribute.name,
            code="unknown-key",
            vi=f"cần một trong các giá trị {names}",
            en=f"expected one of {names}",
        )


@frozen
class _Finding(Value):
    """What every finding has: the records that it is about, in order."""

    records: tuple[RecordName, ...] = field(kw_only=True, validator=tuple_of(is_a(RecordName)))


# --- what should be there and is not: said only of a class that somebody claims to be complete ---


@final
@frozen
class ExpertNotTrained(_Finding):
    """Chuyên gia không có lượt đào tạo nào: trained on this day, and no training names that person."""

    trained_on: date = field(validator=is_date)


@final
@frozen
class ModelNotSupported(_Finding):
    """Mô hình điểm chưa được hỗ trợ: an enterprise recognised on this day, and no support is about it."""

    enterprise: str = field(validator=is_text)
    recognised_on: date = field(validator=is_date)


@final
@frozen
class EnterpriseNotListed(_Finding):
    """Doanh nghiệp không có trong danh mục: supported or a model, and no record of the class `Enterprise` has it."""

    enterprise: str = field(validator=is_text)


@final
@frozen
class RowsRejected(_Finding):
    """Các dòng chưa tiếp nhận được: rows of one class, which may be so many things more."""

    what: str = field(validator=is_text)
    things: int = field(validator=whole_from(0))


# --- days and phases ---


@final
@frozen
class SupportAcrossPhases(_Finding):
    """Hỗ trợ kéo qua hai giai đoạn: begun in phases that it was not completed in, and completed in others."""

    started_in: tuple[str, ...] = field(validator=tuple_of(is_text))
    completed_in: tuple[str, ...] = field(validator=tuple_of(is_text))


@final
@frozen
class OutsidePhases(_Finding):
    """Ngoài mọi giai đoạn: what would count happened on days that no figure of the plan is about."""

    days: tuple[date, ...] = field(validator=tuple_of(is_date))


@final
@frozen
class KeyInTwoPhases(_Finding):
    """Được tính ở hai giai đoạn: one expert or one model, nowhere marked as renewal, counts as new in each phase."""

    kind: str = field(validator=is_text)
    phases: tuple[str, ...] = field(validator=tuple_of(is_text))


@final
@frozen
class RecordedBeforehand(_Finding):
    """Ghi nhận trước khi diễn ra: entered on one day, and says that something happened on later ones."""

    recorded_on: date = field(validator=is_date)
    days: tuple[date, ...] = field(validator=tuple_of(is_date))


@final
@frozen
class ClaimOutdated(_Finding):
    """Xác nhận đầy đủ quá sớm: these records were first entered after the claim that there were no more."""

    what: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))
    recorded_on: date = field(validator=is_date)


# --- what the plan and the figures make of it ---


@final
@frozen
class UnknownIndicator(_Finding):
    """Không phải chỉ tiêu của kế hoạch: facts, reports or claims are of an indicator that the plan does not have."""

    indicator: str = field(validator=is_text)


@final
@frozen
class ReportNotUsed(_Finding):
    """Báo cáo không được sử dụng: it is over a period that no figure of the plan is about."""

    indicator: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))


@final
@frozen
class ClashingEvidence(_Finding):
    """Các nguồn mâu thuẫn: what is known of this indicator over this period cannot all be true."""

    indicator: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))
    ranges: tuple[Range, ...] = field(validator=tuple_of(is_a(Range)))


@final
@frozen
class PartTooLarge(_Finding):
    """Phần lớn hơn tổng (trong đó): a part is certainly larger than its whole, by their targets' ids."""

    part: str = field(validator=is_text)
    whole: str = field(validator=is_text)


@final
@frozen
class UnlawfulSource(_Finding):
    """Nguồn kinh phí ngoài kế hoạch: money from a source that is none of the plan's."""

    source: str = field(validator=is_text)


# --- how it was entered ---


@final
@frozen
class WrongCheckDigit(_Finding):
    """Sai chữ số kiểm tra: ten digits that are nobody's tax code, since the last does not follow from the others."""

    code: str = field(validator=is_text)


@final
@frozen
class KindDiffers(_Finding):
    """Loại hình không thống nhất: one enterprise is recorded as being of several kinds."""

    enterprise: str = field(validator=is_text)
    kinds: tuple[EnterpriseKind, ...] = field(validator=tuple_of(is_a(EnterpriseKind)))


@final
@frozen
class ConditionsApart(_Finding):
    """Hai điều kiện nằm ở hai bản ghi: of one expert or body, in different records, which are not joined."""

    kind: str = field(validator=is_text)


@final
@frozen
class KeyChanged(_Finding):
    """Đổi đối tượng: versions of one record name different people, enterprises or bodies."""

    key: KeyField = field(validator=_is_key_field)


@final
@frozen
class EnteredTwice(_Finding):
    """Nhập hai lần: records of one class that say the same under different ids."""

    kind: str = field(validator=is_text)


@final
@frozen
class KeysAlike(_Finding):
    """Mã gần giống nhau: different keys that differ only in case, spaces and punctuation.

    Attributes:
        keys: the keys; none of people.
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
"""What can look wrong in a register: điểm cần kiểm tra."""
