"""Evidence: what a verdict counts, key by key, and what it leaves out, with the reasons.

This is the only result that holds keys.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.figures._complete_periods import classes_of
from nsc_program.figures._figures import Figure
from nsc_program.figures._notes import reports_in
from nsc_program.figures._tally import tally
from nsc_program.figures._territories import part_of
from nsc_program.plan._counting import NotMet
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._projection import counted as counted_records
from nsc_program.records._reasons import WhyNot
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    is_a,
    is_date,
    is_text,
    require,
    tuple_of,
)
from nsc_program.values._value import Value
from nsc_program.verdicts._counted_things import Counted, Mention, Things
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._unused_reports import unused_reports
from nsc_program.verdicts._verdict import Verdict


@final
@frozen
class LeftOut(Value):
    """A record that is not counted, or a report that a figure does not rest on.

    Attributes:
        kind: the class of the record.
        id: the id of the record; for a plain fact, its key.
        why: the reason.
        not_met: the condition of the counting rule that the record does not meet, if the reason is
            `WhyNot.CONDITION`; otherwise `None`.
    """

    kind: str = field(validator=is_text)
    id: str = field(validator=is_text)
    why: WhyNot = field(validator=is_a(WhyNot))
    not_met: NotMet | None = field(default=None, validator=optional(is_a(NotMet)))


@final
@frozen(kw_only=True, repr=False)
class FigureEvidence(Value):
    """Everything that one figure rests on.

    Rejected rows do not have keys: things that may be in them raise the high end of the figure, and
    things that they may withdraw lower its low end (`InRejectedRows`).

    Attributes:
        indicator: the indicator of the figure.
        figure: the figure.
        counted: the things that are counted, in the order of their keys.
        size: the number of different things that they are at least and at most. The low end of the
            figure is the former; if the register is complete, its high end is the latter, unless
            the register is about a part of the plan's territory only.
        reports: the ids of the reports that the figure rests on.
        left_out: the records, rejected rows and reports that are not used, with the reasons.
    """

    indicator: Indicator = field(validator=is_a(Indicator))
    figure: Figure = field(validator=is_a(Figure))
    counted: tuple[Counted, ...] = field(validator=tuple_of(is_a(Counted)))
    size: Range = field(validator=is_a(Range))
    reports: tuple[str, ...] = field(validator=tuple_of(is_text))
    left_out: tuple[LeftOut, ...] = field(validator=tuple_of(is_a(LeftOut)))

    @property
    def verified(self) -> int:
        """The number of different things that there are at least."""
        return int(self.size.low or 0)

    @property
    def total(self) -> int:
        """The number of different things that there are at most."""
        return int(self.size.high or 0)

    def __repr__(self) -> str:
        """Return one line with numbers, and without keys."""
        figure = f"{self.figure.indicator} over {self.figure.period}"
        return f"<FigureEvidence for {figure}: {_counts([self])}>"


def _counts(figures: Sequence[FigureEvidence]) -> str:
    counted = sum(len(figure.counted) for figure in figures)
    left_out = sum(len(figure.left_out) for figure in figures)
    return f"{counted:,} counted, {left_out:,} left out"


@final
@frozen(kw_only=True, repr=False)
class Evidence(Value):
    """Căn cứ: a verdict with everything that its figures rest on.

    Evidence holds keys, also those of people: keep it where these may be seen.

    Attributes:
        verdict: the verdict.
        as_of: the day of judgement.
        figures: the evidence on each figure; growth has two, one of the phase and one of the
            baseline. After a share come its numerator and its denominator.
    """

    verdict: Verdict = field(validator=is_a(Verdict))
    as_of: date = field(validator=is_date)
    figures: tuple[FigureEvidence, ...] = field(validator=tuple_of(is_a(FigureEvidence)))

    def __repr__(self) -> str:
        """Return one line with numbers, and without keys."""
        target, status = self.verdict.target.id, self.verdict.status.value
        return f"<Evidence for {target} as of {self.as_of}: {status}, {_counts(self.figures)}>"


def evidence(evaluation: Evaluation, register: Register, target_id: str) -> Evidence:
    """List what one verdict counts, and every record that it leaves out, with the reason.

    Args:
        evaluation: the result that holds the verdict, as `assess` or `evaluate` returns it.
        register: the register that its figures were tallied from.
        target_id: the id of the target.

    Returns:
        The verdict, with the evidence on each of its figures.

    Raises:
        UnknownId: if the evaluation does not have a target of this id.
        InvalidValue: if the evaluation was read from a document, which does not hold figures, or if
            the register is about a territory that is not the plan's or a part of it, or is another
            one than the figures were tallied from (`other-inputs`).
    """
    (only,) = evidence_of(evaluation, register, (target_id,))
    return only


def evidence_of(
    evaluation: Evaluation, register: Register, target_ids: Iterable[str]
) -> tuple[Evidence, ...]:
    """List what several verdicts count; their register is tallied again once, to be checked.

    Args:
        evaluation: the result that holds the verdicts.
        register: the register that its figures were tallied from.
        target_ids: the ids of the targets.

    Raises:
        UnknownId: as `evidence` raises it.
        InvalidValue: the same.
    """
    require(Evaluation, "evaluation", evaluation)
    require(Register, "register", register)
    part_of(evaluation.made_from().program, register)
    verdicts = [evaluation[target_id] for target_id in target_ids]
    figures = [tuple(_figures(evaluation, verdict)) for verdict in verdicts]
    _refuse_another_register(evaluation, register, [*chain.from_iterable(figures)])
    return tuple(
        _listed(verdict, of_verdict, register)
        for verdict, of_verdict in zip(verdicts, figures, strict=True)
    )


def _listed(
    verdict: Verdict, figures: Iterable[tuple[Indicator, Figure]], register: Register
) -> Evidence:
    """Return a verdict with the evidence on its figures."""
    as_of = verdict.as_of
    listed = (figure_evidence(*of_one, register, as_of) for of_one in figures)
    return Evidence(verdict=verdict, as_of=as_of, figures=tuple(listed))


def _refuse_another_register(
    evaluation: Evaluation, register: Register, figures: Iterable[tuple[Indicator, Figure]]
) -> None:
    """Refuse a register that leads to other figures; what it lists would not explain the verdict.

    Raises:
        InvalidValue: if one of the figures is another one.
    """
    inputs = evaluation.made_from()
    pairs = [(indicator, figure.period) for indicator, figure in figures]
    periods = dict.fromkeys(period for _, period in pairs)
    again = tally(inputs.program, register, as_of=inputs.figures.as_of, periods=periods)
    if any(again.figure(*pair) != inputs.figures.figure(*pair) for pair in pairs):
        raise InvalidValue.at(
            "register",
            code="other-inputs",
            vi="số liệu được tính từ một cơ sở dữ liệu khác; hãy dùng đúng cơ sở dữ liệu của kết "
            "quả, hoặc đánh giá lại",
            en="the figures were tallied from another register; give that one, or evaluate again",
        )


def _figures(evaluation: Evaluation, verdict: Verdict) -> Iterator[tuple[Indicator, Figure]]:
    """Yield the figures of a verdict, each share followed by those of its parts."""
    program, figures = evaluation.made_from().program, evaluation.made_from().figures
    share = verdict.indicator.share
    parts = [] if share is None else [share.numerator, share.denominator]
    for figure in verdict.figures:
        yield verdict.indicator, figure
        for indicator in map(program.indicator, parts):
            part = figures.figure(indicator, figure.period)
            yield indicator, part.estimated if evaluation.reading.estimates_decide else part


def figure_evidence(
    indicator: Indicator, figure: Figure, register: Register, as_of: date
) -> FigureEvidence:
    """List what one figure counts, and every record that it leaves out, with the reason.

    Args:
        indicator: the indicator of the figure.
        figure: the figure.
        register: the register that the figure was tallied from.
        as_of: the day of judgement.
    """
    things, not_counted = _sorted_events(indicator, figure.period, register, as_of)
    reports = reports_in(figure.notes)
    unused = unused_reports(indicator, figure, register, as_of, reports)
    return FigureEvidence(
        indicator=indicator,
        figure=figure,
        counted=things.counted(),
        size=things.size(adds_up=indicator.additive),
        reports=reports,
        left_out=(
            *not_counted,
            *_rows_left_out(indicator, register),
            *(LeftOut(type(report).__name__, report.id, why) for report, why in unused),
        ),
    )


def _sorted_events(
    indicator: Indicator, period: Period, register: Register, as_of: date
) -> tuple[Things, Iterable[LeftOut]]:
    """Return the things that count, and the records that are left out, each once."""
    things, left_out = Things(), dict[LeftOut, None]()
    for record in register.latest:
        kind, name = _name(record)
        for event in counted_records(indicator, record):
            when = _within(period, event.on, as_of)
            if isinstance(when, date):
                things.add(event, Mention(kind, name, when))
            else:
                left_out[_left_out(kind, name or event.key, when)] = None
    return things, left_out


def _left_out(kind: str, name: str, why: WhyNot | NotMet) -> LeftOut:
    if isinstance(why, WhyNot):
        return LeftOut(kind, name, why)
    return LeftOut(kind, name, why.why, why if why.why is WhyNot.CONDITION else None)


def _name(record: AnyRecord) -> tuple[str, str | None]:
    """Return the class and the id of a record; a plain fact does not have an id."""
    return type(record).__name__, None if isinstance(record, Fact) else record.id


def _within(period: Period, on: date | WhyNot | NotMet, as_of: date) -> date | WhyNot | NotMet:
    """Return a day if it counts for a period, or else the reason why not."""
    if not isinstance(on, date):
        return on
    if on not in period:
        return WhyNot.BEFORE if on < period.first else WhyNot.AFTER
    return WhyNot.LATER if on > as_of else on


def _rows_left_out(indicator: Indicator, register: Register) -> Iterator[LeftOut]:
    for kind in classes_of(indicator):
        for row in register.rejected_of(kind):
            yield LeftOut(row.what, row.id, WhyNot.REJECTED)
