"""The parts of a plan as immutable values: targets, phases, objectives and funding."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, Self, TypeAlias, cast, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, Message
from nsc_program.plan._bases import YEARLY, Basis, Reached, further_periods
from nsc_program.plan._bounds import Bound
from nsc_program.plan._questions import AnswerValue
from nsc_program.plan._sources import Citation, are_citations
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_bool, tuple_of, wrong_type
from nsc_program.values._value import SimpleValue

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
        adds_up_to: the id of the target of the phase to whose number this one is added, such as
            those of the single years; `None` if it is not added.
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
    adds_up_to: str | None = field(default=None, validator=optional(is_id))
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
