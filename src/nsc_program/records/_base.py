"""What every record has, whatever its class."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.records._agreement import Pair, reject_both_or_neither, reject_wrong_order
from nsc_program.records._field_labels import RECORD_LABELS
from nsc_program.records._fields import Labels, record_fields
from nsc_program.records._reasons import WhyNot
from nsc_program.values._keys import is_key
from nsc_program.values._text import Text
from nsc_program.values._validators import is_bool, is_date, is_text
from nsc_program.values._value import Value

_SEVERAL = ("several things",)


@frozen(kw_only=True, weakref_slot=False)
class Record(Value):
    """The fields that every record has, except a `Fact`.

    Class variables describe a class: how people name it (`NOUN`) and its fields (`LABELS`), which
    field holds the key of the thing that a record is about (`SUBJECT`), which field holds the
    number of things if they do not have keys (`NUMBER`), which reasons stand for conditions that a
    record does not meet, by field or by field and value (`REASONS`), which days are known
    beforehand, because something will end on them (`ENDS`), which days are not before others
    (`IN_ORDER`), of which two fields a record has one and not both (`EITHER`), and whether records
    are counted (`COUNTED`): a report states the value of its indicator itself.

    Attributes:
        id: the caller's key; a thing keeps its id through all versions of its record.
        recorded_on: the day on which this version was entered; `None` if it was known from the
            start.
        annulled: `True` if this version withdraws the record, which should never have been entered.
        verified: whether somebody checked the record, which is assumed unless the record says
            otherwise; a record that is not verified may be true or false.
        document: the document in which it stands; `None` if not recorded.
    """

    NOUN: ClassVar[Text] = Text(vi="hồ sơ", en="record")
    LABELS: ClassVar[Labels] = RECORD_LABELS
    SUBJECT: ClassVar[str | None] = None
    NUMBER: ClassVar[str | None] = None
    REASONS: ClassVar[Mapping[str, WhyNot]] = {}
    ENDS: ClassVar[tuple[str, ...]] = ()
    IN_ORDER: ClassVar[tuple[Pair, ...]] = ()
    EITHER: ClassVar[tuple[Pair, ...]] = ()
    COUNTED: ClassVar[bool] = True

    id: str = field(validator=is_key)
    recorded_on: date | None = field(default=None, validator=optional(is_date))
    annulled: bool = field(default=False, validator=is_bool)
    verified: bool = field(default=True, validator=is_bool)
    document: str | None = field(default=None, validator=optional(is_text))

    def __attrs_post_init__(self) -> None:
        """Reject fields that contradict each other, by `IN_ORDER` and `EITHER`."""
        for earlier, later in self.IN_ORDER:
            reject_wrong_order(self, earlier, later)
        for one, other in self.EITHER:
            reject_both_or_neither(self, one, other)

    @property
    def things(self) -> int:
        """The number of things that the record stands for: 1, or the number it records."""
        return (self.NUMBER and getattr(self, self.NUMBER)) or 1

    @property
    def subject(self) -> Hashable:
        """The person or the thing that the record is about, under the key that counts it.

        It is `None` if only the id of the record tells it apart. Several things without keys are
        not one thing; one thing without a key may be replaced by a thing with a key.
        """
        if self.SUBJECT is None:
            return None
        key = getattr(self, self.SUBJECT)
        if key is None:
            return _SEVERAL if self.things > 1 else None
        return record_fields(type(self))[self.SUBJECT].counted_as(key)


def is_record_class(kind: object) -> bool:
    """Return whether a class is a class of records.

    Such a class derives from `Record` directly. The records of a class derived from it would be
    counted under neither name.

    Args:
        kind: the class; anything else is not a class of records.
    """
    return Record in getattr(kind, "__bases__", ())


OF_EVERY_RECORD = frozenset(record_fields(Record))
"""The names of the fields that every record has; they do not describe the thing it is about."""
