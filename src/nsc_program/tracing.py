"""What a verdict counts, key by key, and what it leaves out, with the reason. The one place that gives keys out."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program._validators import is_a, is_bool, is_date, is_text, tuple_of
from nsc_program._values import Value
from nsc_program.comparisons import compare
from nsc_program.evaluation import Verdict, evaluate
from nsc_program.figures import Figure, tally
from nsc_program.notes import Clash, Estimated, Reported
from nsc_program.periods import Period
from nsc_program.program import Program
from nsc_program.projection import WhyNot, projected
from nsc_program.readings import Asking, Reading
from nsc_program.records import AnyRecord, Fact, ReportedFigure
from nsc_program.register import Register
from nsc_program.reporting import Reports, speaks, subject
from nsc_program.targets import Indicator


@final
@frozen
class Mention(Value):
    """Where a key is counted: the class and id of a record (a plain fact has none), and the day it happened."""

    kind: str = field(validator=is_text)
    id: str | None = field(validator=optional(is_text))
    on: date = field(validator=is_date)


@final
@frozen
class Counted(Value):
    """One thing that is counted, once: its key, and every record that it is counted from."""

    key: str = field(validator=is_text)
    verified: bool = field(validator=is_bool)
    mentions: tuple[Mention, ...] = field(validator=tuple_of(is_a(Mention)))


@final
@frozen
class LeftOut(Value):
    """A record that could be counted and is not, or a report that nothing rests on; a plain fact's id is its key."""

    kind: str = field(validator=is_text)
    id: str = field(validator=is_text)
    why: WhyNot = field(validator=is_a(WhyNot))


@final
@frozen(kw_only=True)
class FigureEvidence(Value):
    """What one figure rests on. The verified keys are its low end, and all of them its covered high end.

    Rows that could not be read have no keys: what may be in them makes that end higher, and what they may withdraw the
    low one lower (`SetAside`).

    Attributes:
        reports: the ids of the reports that it rests on, too.
    """

    figure: Figure = field(validator=is_a(Figure))
    counted: tuple[Counted, ...] = field(validator=tuple_of(is_a(Counted)))
    reports: tuple[str, ...] = field(validator=tuple_of(is_text))
    left_out: tuple[LeftOut, ...] = field(validator=tuple_of(is_a(LeftOut)))

    @property
    def verified(self) -> int:
        """How many keys are verified."""
        return sum(each.verified for each in self.counted)


@final
@frozen(kw_only=True)
class Evidence(Value):
    """Căn cứ: a verdict with all that it rests on, for each figure: of growth, the phase's and the base's.

    It holds keys, of people too: keep it where those may be seen.
    """

    verdict: Verdict = field(validator=is_a(Verdict))
    as_of: date = field(validator=is_date)
    figures: tuple[FigureEvidence, ...] = field(validator=tuple_of(is_a(FigureEvidence)))


def evidence(
    program: Program, register: Register, target_id: str, *, as_of: date, reading: Reading = Reading()
) -> Evidence:
    """List what one verdict counts, and each record that it leaves out, with the reason.

    Raises:
        UnknownId: if there is no such target, or the reading answers a question that the program does not have.
        InvalidValue: if it gives an answer that is not admissible.
        InvalidType: for an `as_of` that is not a date.
    """
    figures = tally(program, register, as_of=as_of)
    verdict = evaluate(program, figures, reading)[target_id]
    compared = compare(program, target_id, figures, Asking(reading))
    return Evidence(
        verdict=verdict,
        as_of=as_of,
        figures=tuple(figure_evidence(compared.indicator, figure, register, as_of) for figure in compared.figures),
    )


def figure_evidence(indicator: Indicator, figure: Figure, register: Register, as_of: date) -> FigureEvidence:
    """List what one figure counts, and each record that it leaves out, with the reason."""
    mentions: defaultdict[str, list[tuple[Mention, bool]]] = defaultdict(list)
    left_out: list[LeftOut] = []
    for record in register.latest:
        for _, key, on, verified in (each for each in projected(record) if each.indicator == indicator.id):
            when = on if isinstance(on, WhyNot) else _within(figure.period, on, as_of)
            if isinstance(when, WhyNot):
                left_out.append(LeftOut(type(record).__name__, key if isinstance(record, Fact) else record.id, when))
            else:
                mentions[key].append((Mention(*_name(record), when), verified))
    rested_on = tuple(note.report for note in figure.notes if isinstance(note, (Reported, Estimated)))
    return FigureEvidence(
        figure=figure,
        counted=tuple(_counted(key, mentions[key]) for key in sorted(mentions)),
        reports=rested_on,
        left_out=(
            *dict.fromkeys(left_out),
            *_rows_left_out(indicator, register),
            *_reports_left_out(indicator, figure, register, as_of, rested_on),
        ),
    )


def _name(record: AnyRecord) -> tuple[str, str | None]:
    return type(record).__name__, None if isinstance(record, Fact) else record.id


def _within(period: Period, on: date, as_of: date) -> date | WhyNot:
    if on not in period:
        return WhyNot.BEFORE if on < period.first else WhyNot.AFTER
    return WhyNot.LATER if on > as_of else on


def _counted(key: str, mentions: list[tuple[Mention, bool]]) -> Counted:
    return Counted(key, any(verified for _, verified in mentions), tuple(mention for mention, _ in mentions))


def _rows_left_out(indicator: Indicator, register: Register) -> Iterator[LeftOut]:
    for row in register.unread_of(indicator.id):
        yield LeftOut(row.what, row.id, WhyNot.UNREAD)


def _reports_left_out(
    indicator: Indicator, figure: Figure, register: Register, as_of: date, rested_on: Collection[str]
) -> Iterator[LeftOut]:
    said = Reports.on([indicator], register, as_of).verified[indicator.id]
    clashing = {note.period for note in figure.notes if isinstance(note, Clash)}
    for report in register.latest:
        if isinstance(report, ReportedFigure) and report.indicator == indicator.id and report.id not in rested_on:
            about, wanted = subject(indicator, report.period), subject(indicator, figure.period)
            why = _why(report, about, wanted, as_of)
            if why is None and report not in said.get(about, {}):
                why = WhyNot.REPLACED
            yield LeftOut(
                type(report).__name__, report.id, why or (WhyNot.CLASHING if about in clashing else WhyNot.NOTHING_NEW)
            )


def _why(report: ReportedFigure, about: Period, wanted: Period, as_of: date) -> WhyNot | None:
    """Why a report is not heard on a figure at all."""
    if report.annulled:
        return WhyNot.ANNULLED
    if not about.meets(wanted):
        return WhyNot.BEFORE if about.end < wanted.first else WhyNot.AFTER
    if not speaks(report, as_of):
        return WhyNot.LATER
    return None if report.verified else WhyNot.UNVERIFIED
