"""Counting rules: how records of a class are counted, as data.

A rule says which records are counted, by which key, and on which day. A thing that happened stays
counted: expiry and withdrawal never lower a count.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program._suggestions import nearest
from nsc_program.errors import InvalidValue, Message, Problem, no_such
from nsc_program.plan._conditions import Condition, Event, OneOf, scalar
from nsc_program.records._base import Record, is_record_class
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._reasons import WhyNot
from nsc_program.values._keys import is_id
from nsc_program.values._validators import is_a, shown_if_plain, tuple_of, wrong_type
from nsc_program.values._value import Value

BY_RECORD = "id"
"""The key of a rule that counts records, and not the things that they are about."""
OF_EVERY_RULE = ("id", "recorded_on", "annulled", "verified")
"""The fields that every rule looks at in the same way, so that no condition may ask for them."""


def askable(kind: type[Record]) -> list[RecordField]:
    """Return the fields that a rule can name.

    Args:
        kind: the class of records that the rule counts.
    """
    return [item for name, item in record_fields(kind).items() if name not in OF_EVERY_RULE]


def _is_record_class(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if not is_record_class(value):
        raise wrong_type(attribute.name, _A_RECORD_CLASS, value)


_A_RECORD_CLASS = Message(
    "một lớp hồ sơ, kế thừa Record", "a class of records, derived from Record"
)


@final
@frozen
class NotMet(Value):
    """A condition that a record does not meet.

    Attributes:
        of: the class of the record.
        condition: the condition.
        value: the value of the record's field: text, a flag or a number, or the number of values
            for a field with several.
    """

    of: type[Record] = field(validator=_is_record_class)
    condition: Condition = field(validator=is_a(Condition))
    value: str | bool | int | Fraction = field(validator=is_a(str | bool | int | Fraction))

    @property
    def why(self) -> WhyNot:
        """The reason that the class of the record gives for the field and the value."""
        reasons, name = self.of.REASONS, self.condition.field
        general = reasons.get(name, WhyNot.CONDITION)
        return reasons.get(f"{name}.{self.value}", general)


class Counted(NamedTuple):
    """One record under one rule: when it happened, or why it does not count.

    Attributes:
        on: the day on which it happened, or the reason why it does not count.
        key: the key under which the thing is counted once; the id of the record if the key of the
            thing is unknown.
        verified: whether it surely counts; `False` if it may or may not count.
        unnamed: how many things without keys the record stands for; 0 if the thing has a key.
    """

    on: date | WhyNot | NotMet
    key: str
    verified: bool
    unnamed: int = 0


@final
@frozen(kw_only=True)
class Counting(Value):
    """Quy tắc tính: how an indicator counts the records of one class.

    Attributes:
        of: the class of the records.
        each: the field whose different values are counted, each once; `"id"` counts the records
            themselves (lượt). If the value is unknown, the record counts as one thing without a
            key, or as the number of things that it records.
        on: the days that must have come; the record is counted on the last of them (`AllOf`) or on
            the first (`FirstOf`).
        until: the field with the last day of validity; a record whose validity had ended when it
            would be counted is not counted. `None` if nothing ends.
        where: the conditions, in the order in which they are asked. The order decides only which
            reason is shown.

    Raises:
        InvalidType: for a field of the wrong type.
        InvalidValue: for a field that the class does not have, or that cannot be used in this way.

    >>> from nsc_program import Support
    >>> from nsc_program.plan import AllOf
    >>> rule = Counting(of=Support, each="enterprise", on=AllOf("completed_on"))
    >>> rule.counted(Support(id="s1", enterprise="SAMPLE-1", started_on=date(2024, 3, 1))).on
    <WhyNot.NOT_HAPPENED: 'not-happened'>
    """

    of: type[Record] = field(validator=_is_record_class)
    each: str = field(default=BY_RECORD, validator=is_id)
    on: Event = field(validator=is_a(Event))
    until: str | None = field(default=None, validator=optional(is_id))
    where: tuple[Condition, ...] = field(default=(), validator=tuple_of(is_a(Condition)))

    def __attrs_post_init__(self) -> None:
        """Reject a rule that does not fit its class."""
        problems = tuple(_problems(self))
        if problems:
            raise InvalidValue(*problems)

    @property
    def key(self) -> RecordField:
        """The field whose values are counted."""
        return record_fields(self.of)[self.each]

    @property
    def number(self) -> str | None:
        """The field with the number of counted things that do not have keys, if the class has one.

        A headcount is a number of people, and says nothing of the localities that they come from.
        """
        return self.of.NUMBER if self.each in (BY_RECORD, self.of.SUBJECT) else None

    @cached_property
    def looks_at(self) -> tuple[str, ...]:
        """The fields that the conditions ask for."""
        return tuple(condition.field for condition in self.where)

    @cached_property
    def days(self) -> Callable[[Any], Any]:
        """The function that gets the days that the rule looks at from a record.

        It returns one day alone, and several as a tuple.
        """
        names = (*self.on.fields, *(() if self.until is None else (self.until,)))
        return attrgetter(*names)

    def counted(self, record: Record) -> Counted:
        """Return the day on which a record counts, or the reason why it does not.

        Args:
            record: a record of the class.
        """
        key, unnamed = self.thing(record)
        not_met, is_sure = self.asked(record)
        if record.annulled:
            return Counted(WhyNot.ANNULLED, key, is_sure, unnamed)
        on = not_met or self.happened_on(self.days(record))
        return Counted(on, key, is_sure, unnamed)

    def thing(self, record: Record) -> tuple[str, int]:
        """Return the key of the thing that a record is about, and 0.

        If the key is unknown, they are the id of the record and the number of things without keys.

        Args:
            record: a record of the class.
        """
        number = getattr(record, self.number) if self.number else None
        key = getattr(record, self.each)
        if number or key is None:
            return record.id, number or 1
        return self.key.counted_as(key), 0

    def asked(self, record: Record) -> tuple[NotMet | None, bool]:
        """Return the first condition that a record does not meet, and whether it surely counts.

        Args:
            record: a record of the class.
        """
        is_sure = record.verified
        for condition in self.where:
            value = getattr(record, condition.field)
            answer = condition.answer(value)
            if answer is False:
                told = len(value) if isinstance(value, tuple) else scalar(value)
                return NotMet(self.of, condition, told), is_sure
            is_sure = is_sure and answer is True
        return None, is_sure

    def happened_on(self, days: Any) -> date | WhyNot:
        """Return the day on which a record counts, or why it does not count in time.

        Args:
            days: the days of the record, as `days` gets them.
        """
        several = days if isinstance(days, tuple) else (days,)
        number = len(self.on.fields)
        on, until = self.on.day(several[:number]), several[number:]
        if on is None:
            return WhyNot.NOT_HAPPENED
        return WhyNot.LAPSED if any(last is not None and on > last for last in until) else on


# --- problems ---


def _problems(rule: Counting) -> Iterator[Problem]:
    """Yield what does not fit between a rule and its class."""
    fields = record_fields(rule.of)
    if not rule.of.COUNTED:
        yield _problem(("of",), _REPORTS)
    yield from _problems_of_key(rule, fields)
    yield from _problems_of_days(rule, fields)
    asked: set[str] = set()
    for index, condition in enumerate(rule.where):
        path = ("where", index, "field")
        described = fields.get(condition.field)
        if described is None:
            yield _no_field(path, condition.field, fields)
        elif condition.field in OF_EVERY_RULE:
            yield _problem(path, _ASKED_ANYWAY)
        elif isinstance(condition, OneOf) and condition.field in asked:
            yield _problem(path, _ASKED_TWICE)
        else:
            yield from (_problem(path[:2], fault) for fault in condition.faults(described))
        if isinstance(condition, OneOf):
            asked.add(condition.field)


def _problems_of_key(rule: Counting, fields: Iterable[str]) -> Iterator[Problem]:
    described = record_fields(rule.of).get(rule.each)
    if described is None:
        yield _no_field(("each",), rule.each, fields)
    elif rule.each != BY_RECORD and described.thing is None:
        yield _problem(("each",), _NOT_A_KEY)


def _problems_of_days(rule: Counting, fields: Iterable[str]) -> Iterator[Problem]:
    if not rule.on.fields:
        yield _problem(("on", "fields"), _NO_DAY)
    days = [(("on", "fields", index), name) for index, name in enumerate(rule.on.fields)]
    ends = [] if rule.until is None else [(("until",), rule.until)]
    for path, name in (*days, *ends):
        described = record_fields(rule.of).get(name)
        if described is None:
            yield _no_field(path, name, fields)
        elif not described.is_day or name in OF_EVERY_RULE:
            yield _problem(path, _NOT_A_DAY)


def _no_field(path: tuple[str | int, ...], name: str, fields: Iterable[str]) -> Problem:
    known = tuple(fields)
    near = nearest(name, known)
    return no_such("field", shown_if_plain(name), known, near).within(*path)


def _problem(path: tuple[str | int, ...], message: Message) -> Problem:
    return Problem(path, "not-countable", message)


_REPORTS = Message(
    "báo cáo không được đếm; báo cáo tự nêu giá trị của chỉ tiêu",
    "reports are not counted: a report states the value of its indicator itself",
)
_ASKED_ANYWAY = Message(
    "mọi quy tắc đều đã xét trường này; bỏ điều kiện",
    "every rule asks for this field in its own way; leave the condition out",
)
_ASKED_TWICE = Message(
    "đã có điều kiện OneOf về trường này; gộp hai điều kiện làm một",
    "another OneOf asks for this field; join the two",
)
_NOT_A_KEY = Message(
    "trường này không phải là mã, nên hai cách viết sẽ thành hai đối tượng; "
    "dùng id hoặc một trường mã",
    "the field does not hold keys, so two spellings would count as two things; "
    "use id or a field with keys",
)
_NO_DAY = Message("cần ít nhất một ngày", "at least one day is needed")
_NOT_A_DAY = Message("trường này không phải là ngày", "the field does not hold a day")
