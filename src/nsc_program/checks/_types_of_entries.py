"""The classes of findings about mistakes of entry."""

from typing import final

from attrs import field, frozen

from nsc_program.checks._named import FindingOnRecords, KeyField, is_key_field
from nsc_program.records._enumerations import EnterpriseKind
from nsc_program.values._validators import is_a, is_text, tuple_of


@final
@frozen
class WrongCheckDigit(FindingOnRecords):
    """Sai chữ số kiểm tra: an enterprise code with a wrong check digit.

    Attributes:
        code: the ten digits; the last one does not follow from the others.
    """

    code: str = field(validator=is_text)


@final
@frozen
class KindDiffers(FindingOnRecords):
    """Loại hình không thống nhất: an enterprise that is recorded with several kinds.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
        kinds: the kinds, in order.
    """

    enterprise: str = field(validator=is_text)
    kinds: tuple[EnterpriseKind, ...] = field(validator=tuple_of(is_a(EnterpriseKind)))


@final
@frozen
class ConditionsApart(FindingOnRecords):
    """Hai điều kiện nằm ở hai hồ sơ: two conditions of one thing in two records.

    The records are not joined, so the thing does not count.

    Attributes:
        kind: the name of the class: `Expert` or `AssessmentBody`.
    """

    kind: str = field(validator=is_text)


@final
@frozen
class KeyChanged(FindingOnRecords):
    """Đổi đối tượng: versions of one record with different keys.

    Attributes:
        key: what the keys identify.
    """

    key: KeyField = field(validator=is_key_field)


@final
@frozen
class EnteredTwice(FindingOnRecords):
    """Nhập hai lần: records with the same content under different ids.

    Attributes:
        kind: the name of the class.
    """

    kind: str = field(validator=is_text)


@final
@frozen
class KeysAlike(FindingOnRecords):
    """Mã gần giống nhau: keys that differ only in case, spaces and punctuation.

    Attributes:
        key: what the keys identify.
        keys: the keys, in order; empty for people.
    """

    key: KeyField = field(validator=is_key_field)
    keys: tuple[str, ...] = field(validator=tuple_of(is_text))
