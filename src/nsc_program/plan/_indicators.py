"""Indicators: what a plan counts or measures, in which unit, and of which parts."""

from collections.abc import Iterable, Iterator
from typing import final

from attrs import Factory, field, frozen
from attrs.validators import and_, optional

from nsc_program.errors import InvalidValue, Message, Problem
from nsc_program.plan._counting import BY_RECORD, Counting
from nsc_program.values._keys import is_id, is_indicator_id, is_key
from nsc_program.values._ranges import Range, common
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_bool, no_repeats, tuple_of
from nsc_program.values._value import SimpleValue, Value

NOT_NEGATIVE = Range.at_least(0)
"""The domain of a count: 0 and all numbers above it."""
PERCENT = "percent"
"""The id of the only unit for which growth is not computed."""


@final
@frozen(kw_only=True)
class Unit(SimpleValue):
    """Đơn vị tính: a unit, such as a person, a participation (lượt), an enterprise or a percent.

    Quantities of two units are never added or compared.

    Attributes:
        id: the id of the unit; `"percent"` is the unit of shares.
        label: the name of the unit.
        whole: `True` if only whole numbers of the unit exist.
    """

    id: str = field(validator=is_id)
    label: Text = field(validator=is_a(Text))
    whole: bool = field(default=True, validator=is_bool)


@final
@frozen(kw_only=True)
class Partition(SimpleValue):
    """Phân tổ: the parts of what an indicator counts, by area, sex or audience.

    The parts are disjoint and complete: each thing is in exactly one of them, so their numbers add
    up to the whole.

    Attributes:
        id: the id of the partition, such as `sex`.
        parts: the names of the parts, as reports give them, such as `female` and `male`.

    Raises:
        InvalidValue: for fewer than two parts, or two equal parts.
    """

    id: str = field(validator=is_id)
    parts: tuple[str, ...] = field(validator=and_(tuple_of(is_key), no_repeats))

    def __attrs_post_init__(self) -> None:
        """Reject a partition that does not divide anything."""
        if len(self.parts) < _TWO:
            raise InvalidValue.at(
                "parts",
                code="too-few",
                vi=f"phân tổ {self.id!r} cần ít nhất hai phần",
                en=f"partition {self.id!r} needs at least two parts",
            )


_TWO = 2


@final
@frozen(kw_only=True)
class Share(SimpleValue):
    """Tỷ lệ: an indicator that is one number out of another, in percent.

    The things of the numerator are among those of the denominator, so a share is at most 100 %.

    Attributes:
        numerator: the id of the indicator that is the part (tử số).
        denominator: the id of the indicator that is the total (mẫu số).
    """

    numerator: str = field(validator=is_id)
    denominator: str = field(validator=is_id)


def _rules(given: Counting | Iterable[Counting]) -> tuple[Counting, ...]:
    return (given,) if isinstance(given, Counting) else tuple(given)


def _counts_records(indicator: "Indicator") -> bool:
    return any(rule.each == BY_RECORD for rule in indicator.counting)


UP_TO_ALL = Range(0, 100)
"""The domain of a quotient of a part and its total, in percent."""


def _domain(indicator: "Indicator") -> Range:
    return NOT_NEGATIVE if indicator.share is None else UP_TO_ALL


@final
@frozen(kw_only=True)
class Indicator(Value):
    """Chỉ tiêu: one way of counting or measuring, with its unit.

    Attributes:
        id: the id of the indicator, which does not begin with a capital.
        unit: the unit of its values.
        label: the name of the indicator.
        accumulates: `True` for a count of distinct things over a period, `False` for a state on a
            day.
        counting: the rules by which records are counted; one rule stands for itself. The things
            of several rules are united, and each thing counts once. Without a rule, only reports
            and plain facts tell the number.
        additive: whether the counts of disjoint periods add up. Participations (lượt) do, because
            each has a key of its own; distinct people do not. It follows from a rule: records
            (`each="id"`) add up.
        share: the two indicators whose quotient this one is; `None` if it is not a quotient.
        domain: the values that are possible at all. A count is not negative; a share of growth may
            be negative; a quotient of two indicators is from 0 to 100 %.
        partitions: how the indicator is divided into parts whose reported numbers add up.

    Raises:
        InvalidType: for a field of the wrong type.
        InvalidValue: for an invalid id; for a count with fractions or negative numbers, or one that
            cannot be 0; and for a whole unit whose domain holds no whole number.
    """

    id: str = field(validator=is_indicator_id)
    unit: Unit = field(validator=is_a(Unit))
    label: Text = field(validator=is_a(Text))
    accumulates: bool = field(default=True, validator=is_bool)
    counting: tuple[Counting, ...] = field(
        default=(), converter=_rules, validator=tuple_of(is_a(Counting))
    )
    additive: bool = field(default=Factory(_counts_records, takes_self=True), validator=is_bool)
    share: Share | None = field(default=None, validator=optional(is_a(Share)))
    domain: Range = field(default=Factory(_domain, takes_self=True), validator=is_a(Range))
    partitions: tuple[Partition, ...] = field(default=(), validator=tuple_of(is_a(Partition)))

    def __attrs_post_init__(self) -> None:
        """Reject a count that may be a fraction or negative, or that cannot be 0."""
        problems = (*_problems_of_rules(self), *_problems_of_parts(self))
        if problems:
            raise InvalidValue(*problems)
        if self.accumulates and not (self.unit.whole and self.domain.within(NOT_NEGATIVE)):
            raise InvalidValue.at(
                code="not-a-count",
                vi=f"chỉ tiêu {self.id!r}: số đếm có đơn vị nguyên và không âm; "
                "sửa unit, domain hoặc accumulates",
                en=f"indicator {self.id!r}: a count has a whole unit and is not negative; "
                "correct unit, domain or accumulates",
            )
        if self.narrow(self.domain) is None:
            raise InvalidValue.at(
                "domain",
                code="no-whole-number",
                vi=f"chỉ tiêu {self.id!r}: domain không có số nguyên nào",
                en=f"indicator {self.id!r}: its domain holds no whole number",
            )
        if self.accumulates and 0 not in self.domain:
            raise InvalidValue.at(
                "domain",
                code="zero-left-out",
                vi=f"chỉ tiêu {self.id!r}: số đếm bắt đầu từ 0, mà domain không có số 0",
                en=f"indicator {self.id!r}: a count begins at 0, which its domain leaves out",
            )

    @property
    def is_of_one_day(self) -> bool:
        """Whether it has a value on a day: a state has, a count and a share of two numbers do not.

        A share is that of one period, because its numerator and denominator may be counts.
        """
        return not self.accumulates and self.share is None

    @property
    def may_grow(self) -> bool:
        """Whether growth is defined: not for a share, nor for a number that may be negative."""
        return self.unit.id != PERCENT and self.domain.within(NOT_NEGATIVE)

    def narrow(self, possible: Range) -> Range | None:
        """Return the part of a range that this indicator can take.

        Args:
            possible: the range, in the unit of the indicator.

        Returns:
            The part within the domain, with whole ends for a whole unit; `None` if the indicator
            can take no number of the range.
        """
        inside = possible if possible.within(self.domain) else common((possible, self.domain))
        return (inside and inside.whole()) if self.unit.whole else inside


def _problems_of_rules(indicator: Indicator) -> Iterator[Problem]:
    """Yield what does not fit between an indicator and its counting rules."""
    if not indicator.counting:
        return
    if not indicator.accumulates:
        yield Problem(("counting",), "state-counted", _STATE)
    if indicator.additive != _counts_records(indicator):
        yield Problem(("additive",), "not-countable", _ADDITIVE)
    things = {rule.key.thing for rule in indicator.counting}
    if len(indicator.counting) > 1 and (len(things) > 1 or None in things):
        yield Problem(("counting",), "not-countable", _OF_SEVERAL_THINGS)


def _problems_of_parts(indicator: Indicator) -> Iterator[Problem]:
    """Yield what does not fit between an indicator and its share or its partitions."""
    is_share = indicator.unit.id == PERCENT
    if indicator.share is not None and not (is_share and _is_quotient(indicator)):
        yield Problem(("share",), "not-a-share", _NOT_A_SHARE)
    if indicator.partitions and (is_share or not indicator.domain.within(NOT_NEGATIVE)):
        yield Problem(("partitions",), "not-divisible", _NOT_DIVISIBLE)
    parts = [part for partition in indicator.partitions for part in partition.parts]
    ids = [partition.id for partition in indicator.partitions]
    if len(set(parts)) < len(parts) or len(set(ids)) < len(ids):
        yield Problem(("partitions",), "repeated", _PART_TWICE)


def _is_quotient(indicator: Indicator) -> bool:
    """Return whether an indicator is a state from 0 to 100 that may be a fraction."""
    is_measured = not (indicator.accumulates or indicator.unit.whole)
    return is_measured and indicator.domain.within(UP_TO_ALL)


_NOT_A_SHARE = Message(
    "tỷ lệ của hai chỉ tiêu là trạng thái tính bằng phần trăm, từ 0 đến 100, có thể lẻ; "
    "sửa unit (whole là false), domain hoặc accumulates",
    "a quotient of two indicators is a state in percent, from 0 to 100, and may be a fraction; "
    "correct unit (let whole be false), domain or accumulates",
)
_NOT_DIVISIBLE = Message(
    "tỷ lệ, hay số có thể âm, không cộng từ các phần được; bỏ partitions",
    "a share, or a number that may be negative, is not the sum of parts; leave partitions out",
)
_PART_TWICE = Message(
    "một phân tổ hoặc một phần ghi hai lần; cho mỗi phân tổ một mã và mỗi phần một tên riêng",
    "a partition or a part stands twice; give each partition its own id and each part its own name",
)
_STATE = Message(
    "trạng thái lấy theo báo cáo, không đếm; bỏ counting, hoặc đặt accumulates là true",
    "a state is reported and not counted; leave counting out, or let accumulates be true",
)
_ADDITIVE = Message(
    "additive phải đúng khi quy tắc đếm hồ sơ (each là id), và chỉ khi đó; bỏ additive",
    "additive is true if a rule counts records (each is id), and only then; leave additive out",
)
_OF_SEVERAL_THINGS = Message(
    "nhiều quy tắc chỉ gộp được theo mã của cùng một loại đối tượng; sửa each",
    "several rules can only be united by keys of the same things; correct each",
)
