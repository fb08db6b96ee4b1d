"""The classes of findings about missing entries."""

from datetime import date
from typing import final

from attrs import field, frozen

from nsc_program.checks._named import FindingOnRecords
from nsc_program.values._validators import is_date, is_text, whole_from


@final
@frozen
class ExpertNotTrained(FindingOnRecords):
    """Chuyên gia không có lượt đào tạo nào: an expert without a record of a training.

    Attributes:
        trained_on: the day on which the expert was trained.
    """

    trained_on: date = field(validator=is_date)


@final
@frozen
class ModelNotSupported(FindingOnRecords):
    """Mô hình điểm chưa được hỗ trợ: a pilot model without a support.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
        recognised_on: the day of the recognition.
    """

    enterprise: str = field(validator=is_text)
    recognised_on: date = field(validator=is_date)


@final
@frozen
class EnterpriseNotListed(FindingOnRecords):
    """Doanh nghiệp không có trong danh mục: an enterprise without an `Enterprise` record.

    The enterprise was supported, or it is a pilot model.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
    """

    enterprise: str = field(validator=is_text)


@final
@frozen
class RowsRejected(FindingOnRecords):
    """Các dòng chưa tiếp nhận được: rejected rows of one class.

    Attributes:
        what: the name of the class.
        things: the most things that the rows may stand for.
    """

    what: str = field(validator=is_text)
    things: int = field(validator=whole_from(0))
