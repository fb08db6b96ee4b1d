"""The parts of a plan as immutable values: indicators, targets, phases, objectives and funding."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, Self, TypeAlias, cast, final

from attrs import Attribute, Factory, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, Message, Problem
from nsc_program.plan._bases import YEARLY, Basis, Reached, further_periods
from nsc_program.plan._bounds import Bound
from nsc_program.plan._counting import BY_RECORD, Counting
from nsc_program.plan._questions import AnswerValue
from nsc_program.plan._sources import Citation, are_citations
from nsc_program.values._keys import is_id, is_indicator_id
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, common
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_bool, tuple_of, wrong_type
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


def _rules(given: Counting | Iterable[Counting]) -> tuple[Counting, ...]:
    return (given,) if isinstance(given, Counting) else tuple(given)


def _counts_records(indicator: "Indicator") -> bool:
    return any(rule.each == BY_RECORD for rule in indicator.counting)


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
        domain: the values that are possible at all. A count is not negative; a share of growth may
            be negative.

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
    domain: Range = field(default=NOT_NEGATIVE, validator=is_a(Range))

    def __attrs_post_init__(self) -> None:
        """Reject a count that may be a fraction or negative, or that cannot be 0."""
        problems = tuple(_problems_of_rules(self))
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


_STATE = Message(
    "trạng thái lấy theo báo cáo, không đếm; bỏ counting, hoặc đặt accumulates là true",
    "a state is reported and not counted; leave counting out, or let accumulates be true",
)
_ADDITIVE = Message(
    "additive phải đúng khi quy tắc đếm bản ghi (each là id), và chỉ khi đó; bỏ additive",
    "additive is true if a rule counts records (each is id), and only then; leave additive out",
)
_OF_SEVERAL_THINGS = Message(
    "nhiều quy tắc chỉ gộp được theo mã của cùng một loại đối tượng; sửa each",
    "several rules can only be united by keys of the same things; correct each",
)


Row: TypeAlias = tuple[tuple[str, ...], str]
"""A row of a `Choice`: a combination of answers, and the id of an indicator."""


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(rows)


_A_ROW = Message("một dòng như (('yes',), 'supported')", "a row such as (('yes',), 'supported')")


def _is_row(_: object, attribute: "Attribute[Any]", value: Row) -> None:
    match value:
        case (answers, indicator) if (
            type(value) is tuple and type(answers) is tuple and type(indicator) is str
        ):
            for answer in answers:
                is_id(_, attribute, answer)
        case _:
            raise wrong_type(attribute.name, _A_ROW, value)


@final
@frozen
class Choice(SimpleValue):
    """The indicators that a target may be about, if the text leaves open which things are counted.

    Attributes:
        questions: the ids of questions of the plan.
        indicators: one row, `(answers, indicator id)`, for each combination of answers to these
            questions; the default answers come first.

    Raises:
        InvalidType: for a row of another form.
    """

    questions: tuple[str, ...] = field(validator=tuple_of(is_id))
    indicators: tuple[Row, ...] = field(converter=_rows, validator=tuple_of(_is_row))

    @cached_property
    def chosen(self) -> Mapping[tuple[AnswerValue, ...], str]:
        """The id of the indicator, by combination of answers."""
        return dict(self.indicators)


def _is_indicator(
    instance: object, attribute: "Attribute[str | Choice]", value: str | Choice
) -> None:
    if not isinstance(value, Choice):
        is_id(instance, cast("Attribute[str]", attribute), value)


@final
@frozen(kw_only=True)
class Target(SimpleValue):
    """Mục tiêu cụ thể: a number that the plan sets for a phase.

    Attributes:
        id: the id of the phase, a slash and a name; it stays the same in all editions.
        title: the title.
        indicator: the id of an indicator, or a `Choice` if the text leaves the indicator open.
        basis: the number that is compared with the bound.
        bound: the target's number, as its words put it.
        citations: the words of the documents that carry the number, at least one quotation.
        part_of: the id of the target that contains this one ("trong đó"); `None` if there is no
            such target.
        aspirational: `True` for "phấn đấu": the target has a status of its own, which does not
            affect the status of its phase.
    """

    id: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    indicator: str | Choice = field(validator=_is_indicator)
    basis: Basis = field(factory=Reached, validator=is_a(Basis))
    bound: Bound = field(validator=is_a(Bound))
    citations: tuple[Citation, ...] = field(validator=are_citations)
    part_of: str | None = field(default=None, validator=optional(is_id))
    aspirational: bool = field(default=False, validator=is_bool)

    @property
    def indicator_ids(self) -> tuple[str, ...]:
        """The ids of all indicators that the target may be about, under any answer."""
        match self.indicator:
            case Choice(_, rows):
                return tuple(dict.fromkeys(indicator for _, indicator in rows))
            case indicator:
                return (indicator,)


@final
@frozen(kw_only=True)
class Phase(SimpleValue):
    """Giai đoạn: a period with its targets.

    Phases may overlap, and their totals are never added.

    Attributes:
        id: the id of the phase, such as `2021-2025`.
        period: the days of the phase; it has a first day.
        targets: the targets of the phase.

    Raises:
        InvalidValue: for a period without a start.
    """

    id: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    targets: tuple[Target, ...] = field(default=(), validator=tuple_of(is_a(Target)))

    def __attrs_post_init__(self) -> None:
        """Reject a phase without a start."""
        if self.period.start is None:
            raise InvalidValue.at(
                "period",
                code="no-start",
                vi=f"giai đoạn {self.id!r} cần ngày bắt đầu",
                en=f"phase {self.id!r} needs a start",
            )

    @property
    def is_yearly(self) -> bool:
        """Whether at least one target of the phase is about its single years."""
        return any(isinstance(target.basis, YEARLY) for target in self.targets)

    @property
    def further_periods(self) -> tuple[Period, ...]:
        """The periods that its targets are about, besides the phase and its single years."""
        periods = [further_periods(target.basis, self.period) for target in self.targets]
        return tuple(dict.fromkeys(chain.from_iterable(periods)))

    @classmethod
    def of_years(cls, first: int, last: int, targets: tuple[Target, ...] = ()) -> Self:
        """Return the phase of whole calendar years, with an id such as `2021-2025`.

        Args:
            first: the year whose 1 January is the first day.
            last: the year whose 31 December is the last day.
            targets: the targets of the phase.

        Raises:
            InvalidType: for a year that is not a whole number.
            InvalidValue: if the last year is before the first.

        >>> Phase.of_years(2021, 2025).id
        '2021-2025'
        """
        return cls(id=f"{first}-{last}", period=Period.of_years(first, last), targets=targets)


@final
@frozen(kw_only=True)
class Objective(SimpleValue):
    """Mục tiêu chung: an aim without a number.

    An objective with an indicator is shown with its figure. It never has a bound or a status.

    Attributes:
        id: the id of the objective.
        title: the title.
        phase: the id of its phase; `None` if it is for the whole plan.
        indicator: the id of an indicator that describes it; `None` without one.
        citations: the words of the documents that carry the objective.
    """

    id: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    phase: str | None = field(default=None, validator=optional(is_id))
    indicator: str | None = field(default=None, validator=optional(is_id))
    citations: tuple[Citation, ...] = field(validator=are_citations)


@final
@frozen(kw_only=True)
class FundingSource(SimpleValue):
    """Nguồn kinh phí: a source of money that the plan allows.

    Attributes:
        id: the id of the source, which `Funding.source` names.
        label: the name of the source.
        citations: the words of the documents that allow it.
    """

    id: str = field(validator=is_id)
    label: Text = field(validator=is_a(Text))
    citations: tuple[Citation, ...] = field(validator=are_citations)
