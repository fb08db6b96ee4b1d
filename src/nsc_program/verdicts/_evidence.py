"""Evidence: what a verdict counts, key by key, and what it leaves out, with the reasons.

This is the only result that holds keys.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.figures._completeness import classes_of
from nsc_program.figures._notes import Estimated, Reported
from nsc_program.figures._reports import Reports, speaks, subject
from nsc_program.figures._sizes import Crowd, Size, sized
from nsc_program.figures._tally import Figure
from nsc_program.plan._counting import Counted as CountedRecord
from nsc_program.plan._counting import NotMet
from nsc_program.plan._projection import counted as counted_records
from nsc_program.plan._targets import Indicator
from nsc_program.records._reasons import WhyNot
from nsc_program.records._records import AnyRecord, Fact, ReportedFigure
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    head_of,
    is_a,
    is_bool,
    is_date,
    is_text,
    require,
    tuple_of,
    whole_from,
)
from nsc_program.values._value import Value
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._verdict import Verdict


@final
@frozen
class Mention(Value):
    """A record that something is counted from.

    Attributes:
        kind: the class of the record.
        id: the id of the record; `None` for a plain fact, which does not have one.
        on: the day on which it happened.
    """

    kind: str = field(validator=is_text)
    id: str | None = field(validator=optional(is_text))
    on: date = field(validator=is_date)


@final
@frozen
class Counted(Value):
    """A thing that is counted once, with every record that it is counted from.

    Attributes:
        key: the key of the thing; for the people of a headcount, the id of the record.
        verified: whether it is verified.
        mentions: the records that it is counted from.
        things: how many things it stands for: 1, or the number of people of a headcount.
    """

    key: str = field(validator=is_text)
    verified: bool = field(validator=is_bool)
    mentions: tuple[Mention, ...] = field(validator=tuple_of(is_a(Mention)))
    things: int = field(default=1, validator=whole_from(1))


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
        figure: the figure.
        counted: the things that are counted, in the order of their keys.
        size: the number of different things that they are at least and at most. The low end of the
            figure is the former; if the register is complete, its high end is the latter.
        reports: the ids of the reports that the figure rests on.
        left_out: the records, rejected rows and reports that are not used, with the reasons.
    """

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
            baseline.
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
        InvalidValue: if the evaluation was read from a document, which does not hold figures.
    """
    require(Evaluation, "evaluation", evaluation)
    require(Register, "register", register)
    evaluation.made_from()
    verdict = evaluation[target_id]
    figures = (
        figure_evidence(verdict.indicator, figure, register, verdict.as_of)
        for figure in verdict.figures
    )
    return Evidence(verdict=verdict, as_of=verdict.as_of, figures=tuple(figures))


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
    things = _Things()
    left_out: list[LeftOut] = []
    for record in register.latest:
        kind, name = _name(record)
        for event in counted_records(indicator, record):
            when = _within(figure.period, event.on, as_of)
            if isinstance(when, date):
                things.add(event, Mention(kind, name, when))
            else:
                left_out.append(_left_out(kind, event.key if name is None else name, when))
    rested_on = tuple(
        note.report for note in figure.notes if isinstance(note, (Reported, Estimated))
    )
    size = things.size(adds_up=indicator.additive)
    return FigureEvidence(
        figure=figure,
        counted=tuple(things.counted()),
        size=Range(size.verified, size.verified + size.unverified),
        reports=rested_on,
        left_out=(
            *dict.fromkeys(left_out),
            *_rows_left_out(indicator, register),
            *_reports_left_out(indicator, figure, register, as_of, rested_on),
        ),
    )


def _left_out(kind: str, name: str, why: WhyNot | NotMet) -> LeftOut:
    if isinstance(why, WhyNot):
        return LeftOut(kind, name, why)
    return LeftOut(kind, name, why.why, why if why.why is WhyNot.CONDITION else None)


@final
class _Things:
    """The things that count: keys with their mentions, and crowds by their records."""

    def __init__(self) -> None:
        self._mentions: defaultdict[str, list[tuple[Mention, bool]]] = defaultdict(list)
        self._crowds: dict[tuple[str, str], tuple[Crowd, Mention]] = {}

    def add(self, event: CountedRecord, mention: Mention) -> None:
        """Add an event that counts."""
        if event.unnamed:
            crowd = Crowd(event.unnamed, event.verified)
            self._crowds[event.key, mention.kind] = crowd, mention
        else:
            self._mentions[event.key].append((mention, event.verified))

    def _is_verified(self, key: str) -> bool:
        return any(is_verified for _, is_verified in self._mentions[key])

    def _apart(self) -> dict[str, tuple[str, str]]:
        """Return the record of the crowd that each key names a thing of.

        A plain fact may name a person of a headcount: its key is the id of the record and a number.
        """
        by_id: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in self._crowds:
            by_id[name[0]].append(name)
        apart: dict[str, tuple[str, str]] = {}
        for key in self._mentions if by_id else ():
            record, number = head_of(key) or ("", 0)
            for name in by_id.get(record, ()):
                if number <= self._crowds[name][0].size:
                    apart[key] = name
        return apart

    def size(self, *, adds_up: bool) -> Size:
        """Return how many different things there are.

        Args:
            adds_up: whether the things of different records are different.
        """
        crowds = {name: crowd for name, (crowd, _) in self._crowds.items()}
        sure = [key for key in self._mentions if self._is_verified(key)]
        apart = [
            crowds[name].verified and self._is_verified(key) for key, name in self._apart().items()
        ]
        others = len(self._mentions) - len(sure)
        return sized(len(sure), others, crowds.values(), apart, adds_up=adds_up)

    def counted(self) -> Iterator[Counted]:
        """Yield each thing once, in the order of the keys.

        A person of a crowd who is named by a plain fact is listed apart from the rest of the crowd.
        """
        named = self._apart()
        apart = Counter(named.values())
        listed: list[tuple[str, Counted]] = []
        for key, mentions in self._mentions.items():
            of_crowd = key in named and self._crowds[named[key]][0].verified
            verified = of_crowd or self._is_verified(key)
            listed.append((key, Counted(key, verified, tuple(each for each, _ in mentions))))
        for record, (crowd, mention) in self._crowds.items():
            rest = crowd.size - apart[record]
            if rest:
                listed.append((record[0], Counted(record[0], crowd.verified, (mention,), rest)))
        yield from (thing for _, thing in sorted(listed, key=itemgetter(0)))


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


def _reports_left_out(
    indicator: Indicator,
    figure: Figure,
    register: Register,
    as_of: date,
    rested_on: Collection[str],
) -> Iterator[LeftOut]:
    reports = Reports.on(indicator, register, as_of)
    wanted = subject(indicator, figure.period)
    for report in register.latest:
        if (
            isinstance(report, ReportedFigure)
            and report.indicator == indicator.id
            and report.id not in rested_on
        ):
            about = subject(indicator, report.period)
            why = _why(report, about, wanted, as_of) or _why_unused(report, reports, figure)
            yield LeftOut(type(report).__name__, report.id, why)


def _why(report: ReportedFigure, about: Period, wanted: Period, as_of: date) -> WhyNot | None:
    """Return why a report is not heard about a figure at all; `None` if it is."""
    if report.annulled:
        return WhyNot.ANNULLED
    if not about.meets(wanted):
        return WhyNot.BEFORE if about.end < wanted.first else WhyNot.AFTER
    return None if speaks(report, as_of) else WhyNot.LATER


def _why_unused(report: ReportedFigure, reports: Reports, figure: Figure) -> WhyNot:
    """Return why a figure does not rest on a report that is about its days."""
    if report in reports.replaced:
        return WhyNot.REPLACED
    if not report.verified:
        return WhyNot.UNVERIFIED
    decides_nothing = report.estimated and figure.with_estimates is not None
    return WhyNot.ESTIMATE if decides_nothing else WhyNot.NOTHING_NEW
