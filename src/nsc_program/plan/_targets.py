"""What a plan asks: indicators, targets and the phases they stand in, as immutable values."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Self, TypeAlias, cast, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, Message
from nsc_program.plan._bounds import YEARLY, Basis, Bound, Reached
from nsc_program.plan._readings import AnswerValue
from nsc_program.plan._sources import Citation, are_citations
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, common
from nsc_program.values._text import Text
from nsc_program.values._validators import (
    is_a,
    is_bool,
    is_id,
    is_indicator_id,
    tuple_of,
    wrong_type,
)
from nsc_program.values._value import Value

NOT_NEGATIVE = Range.at_least(0)
PERCENT = "percent"
"""The id of the one unit that no growth is taken of."""


@final
@frozen(kw_only=True)
class Unit(Value):
    """Đơn vị tính: person, participation (lượt), enterprise, percent … Two units never meet in one operation.

    `whole`: only whole numbers of it exist.
    """

    id: str = field(validator=is_id)
    label: Text = field(validator=is_a(Text))
    whole: bool = field(default=True, validator=is_bool)


@final
@frozen(kw_only=True)
class Indicator(Value):
    """Chỉ tiêu: one way of counting or measuring, with its unit.

    Attributes:
        accumulates: a count over a period, of distinct things; otherwise a state at a date.
        additive: whether the counts of disjoint periods add up (lượt do, distinct persons do not); what is counted
            then has a key of its own each time.
        domain: the values that are possible at all; a count is not negative, a share of growth may be.
    """

    id: str = field(validator=is_indicator_id)
    unit: Unit = field(validator=is_a(Unit))
    label: Text = field(validator=is_a(Text))
    accumulates: bool = field(default=True, validator=is_bool)
    additive: bool = field(default=False, validator=is_bool)
    domain: Range = field(default=NOT_NEGATIVE, validator=is_a(Range))

    def __attrs_post_init__(self) -> None:
        """Refuse a count that is not one: of parts of a thing, of fewer than none, or that cannot be none."""
        if self.accumulates and not (self.unit.whole and self.domain.within(NOT_NEGATIVE)):
            raise InvalidValue.at(
                code="not-a-count",
                vi=f"chỉ tiêu {self.id!r}: số đếm có đơn vị nguyên và không âm; sửa unit, domain hoặc accumulates",
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
        """Whether growth of it has a meaning: not of a share, nor of a number that may be negative."""
        return self.unit.id != PERCENT and self.domain.within(NOT_NEGATIVE)

    def narrow(self, possible: Range) -> Range | None:
        """The part of a range that this indicator can be; `None` if it can be none of it."""
        inside = possible if possible.within(self.domain) else common((possible, self.domain))
        return (inside and inside.whole()) if self.unit.whole else inside


Row: TypeAlias = tuple[tuple[str, ...], str]


def _rows(given: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(given)


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
class Choice(Value):
    """Where the text leaves open what is counted: a table from answers to the id of an indicator.

    Attributes:
        questions: ids of the plan's own questions.
        indicators: one row for each combination of answers, `(answers, indicator id)`; the first is the default.
    """

    questions: tuple[str, ...] = field(validator=tuple_of(is_id))
    indicators: tuple[Row, ...] = field(converter=_rows, validator=tuple_of(_is_row))

    @cached_property
    def chosen(self) -> Mapping[tuple[AnswerValue, ...], str]:
        """The id of the indicator that each combination of answers chooses."""
        return dict(self.indicators)


def _is_indicator(
    instance: object, attribute: "Attribute[str | Choice]", value: str | Choice
) -> None:
    if not isinstance(value, Choice):
        is_id(instance, cast("Attribute[str]", attribute), value)


@final
@frozen(kw_only=True)
class Target(Value):
    """Mục tiêu cụ thể: a number that the plan sets for a phase.

    Attributes:
        id: stable over editions, begins with the phase's id.
        indicator: the id of an indicator, or a `Choice` where the text leaves that open.
        part_of: the id of the target that it is a part of ("trong đó").
        aspirational: "phấn đấu": shown with its status, never weighed in that of its phase.
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
        """Every indicator it could be about, under any answer."""
        match self.indicator:
            case Choice(_, rows):
                return tuple(dict.fromkeys(indicator for _, indicator in rows))
            case indicator:
                return (indicator,)


@final
@frozen(kw_only=True)
class Phase(Value):
    """Giai đoạn: a period with its targets. Phases may overlap; their totals are never added."""

    id: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    targets: tuple[Target, ...] = field(default=(), validator=tuple_of(is_a(Target)))

    def __attrs_post_init__(self) -> None:
        """Refuse a phase that begins nowhere."""
        if self.period.start is None:
            raise InvalidValue.at(
                "period",
                code="no-start",
                vi=f"giai đoạn {self.id!r} cần ngày bắt đầu",
                en=f"phase {self.id!r} needs a start",
            )

    @property
    def is_yearly(self) -> bool:
        """Whether some target of it is about its years."""
        return any(isinstance(target.basis, YEARLY) for target in self.targets)

    @classmethod
    def of_years(cls, first: int, last: int, targets: tuple[Target, ...] = ()) -> Self:
        """The phase from 1 January of one year to 31 December of another.

        >>> Phase.of_years(2021, 2025).id
        '2021-2025'
        """
        return cls(id=f"{first}-{last}", period=Period.of_years(first, last), targets=targets)


@final
@frozen(kw_only=True)
class Objective(Value):
    """Mục tiêu chung: an aim without a number, for a phase (its id) or for the whole programme.

    It is shown with its figure if it has an indicator, and never given a threshold or a status.
    """

    id: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    phase: str | None = field(default=None, validator=optional(is_id))
    indicator: str | None = field(default=None, validator=optional(is_id))
    citations: tuple[Citation, ...] = field(validator=are_citations)


@final
@frozen(kw_only=True)
class FundingSource(Value):
    """Nguồn kinh phí: a source of money that the plan allows."""

    id: str = field(validator=is_id)
    label: Text = field(validator=is_a(Text))
    citations: tuple[Citation, ...] = field(validator=are_citations)
