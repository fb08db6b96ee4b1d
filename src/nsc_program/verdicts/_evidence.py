"""What a verdict counts, key by key, and what it leaves out, with the reason. The one place that gives keys out."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.figures._counts import Crowd, named_of
from nsc_program.figures._notes import Estimated, Reported
from nsc_program.figures._reports import Reports, speaks, subject
from nsc_program.figures._tally import Figure
from nsc_program.plan._targets import Indicator
from nsc_program.records._counting import Projected, WhyNot, projected
from nsc_program.records._records import AnyRecord, Fact, ReportedFigure
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_a, is_bool, is_date, is_text, tuple_of, whole_from
from nsc_program.values._value import Value
from nsc_program.verdicts._evaluation import Evaluation, Verdict


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
    """One thing that is counted, once: its key, and every record that it is counted from.

    Attributes:
        key: of the people of a headcount, the id of its record.
        things: how many things without keys it stands for; 1 for a key.
    """

    key: str = field(validator=is_text)
    verified: bool = field(validator=is_bool)
    mentions: tuple[Mention, ...] = field(validator=tuple_of(is_a(Mention)))
    things: int = field(default=1, validator=whole_from(1))


@final
@frozen
class LeftOut(Value):
    """A record that could be counted and is not, or a report that nothing rests on; a plain fact's id is its key."""

    kind: str = field(validator=is_text)
    id: str = field(validator=is_text)
    why: WhyNot = field(validator=is_a(WhyNot))


@final
@frozen(kw_only=True, repr=False)
class FigureEvidence(Value):
    """What one figure rests on. The verified keys are its low end, and all of them its covered high end.

    Rows that could not be read have no keys: what may be in them makes that end higher, and what they may withdraw the
    low one lower (`InRejectedRows`).

    Attributes:
        reports: the ids of the reports that it rests on, too.
    """

    figure: Figure = field(validator=is_a(Figure))
    counted: tuple[Counted, ...] = field(validator=tuple_of(is_a(Counted)))
    reports: tuple[str, ...] = field(validator=tuple_of(is_text))
    left_out: tuple[LeftOut, ...] = field(validator=tuple_of(is_a(LeftOut)))

    def __repr__(self) -> str:
        """Return one line with counts, and no key."""
        figure = f"{self.figure.indicator} over {self.figure.period}"
        return f"<FigureEvidence for {figure}: {_counts([self])}>"

    @property
    def verified(self) -> int:
        """How many things are verified."""
        return sum(each.things for each in self.counted if each.verified)

    @property
    def total(self) -> int:
        """How many things are counted, verified or not."""
        return sum(each.things for each in self.counted)


def _counts(figures: Sequence[FigureEvidence]) -> str:
    counted = sum(len(figure.counted) for figure in figures)
    left_out = sum(len(figure.left_out) for figure in figures)
    return f"{counted:,} counted, {left_out:,} left out"


@final
@frozen(kw_only=True, repr=False)
class Evidence(Value):
    """Căn cứ: a verdict with all that it rests on, for each figure: of growth, the phase's and the baseline's.

    It holds keys, of people too: keep it where those may be seen.
    """

    verdict: Verdict = field(validator=is_a(Verdict))
    as_of: date = field(validator=is_date)
    figures: tuple[FigureEvidence, ...] = field(validator=tuple_of(is_a(FigureEvidence)))

    def __repr__(self) -> str:
        """Return one line with counts, and no key."""
        target, status = self.verdict.target.id, self.verdict.status.value
        return f"<Evidence for {target} as of {self.as_of}: {status}, {_counts(self.figures)}>"


def evidence(evaluation: Evaluation, register: Register, target_id: str) -> Evidence:
    """List what one verdict counts, and each record that it leaves out, with the reason.

    Args:
        evaluation: the result that holds the verdict, as `assess` or `evaluate` returned it.
        register: the register that its figures were tallied from.
        target_id: the target.

    Raises:
        UnknownId: if the evaluation has no such target.
        InvalidValue: for an evaluation that was read from a document: it holds no figures.
    """
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
    """List what one figure counts, and each record that it leaves out, with the reason."""
    things = _Things()
    left_out: list[LeftOut] = []
    for record in register.latest:
        for one in (each for each in projected(record) if each.indicator == indicator.id):
            when = one.on if isinstance(one.on, WhyNot) else _within(figure.period, one.on, as_of)
            if isinstance(when, WhyNot):
                left_out.append(
                    LeftOut(
                        type(record).__name__,
                        one.key if isinstance(record, Fact) else record.id,
                        when,
                    )
                )
            else:
                things.add(one, Mention(*_name(record), when))
    rested_on = tuple(
        note.report for note in figure.notes if isinstance(note, (Reported, Estimated))
    )
    return FigureEvidence(
        figure=figure,
        counted=tuple(things.counted()),
        reports=rested_on,
        left_out=(
            *dict.fromkeys(left_out),
            *_rows_left_out(indicator, register),
            *_reports_left_out(indicator, figure, register, as_of, rested_on),
        ),
    )


@final
class _Things:
    """What counts: keys with their mentions, and crowds by the ids of their records."""

    def __init__(self) -> None:
        self._mentions: defaultdict[str, list[tuple[Mention, bool]]] = defaultdict(list)
        self._crowds: dict[str, tuple[Crowd, Mention]] = {}

    def add(self, one: Projected, mention: Mention) -> None:
        """Take a record that counts."""
        if one.unnamed:
            self._crowds[one.key] = Crowd(one.unnamed, one.verified), mention
        else:
            self._mentions[one.key].append((mention, one.verified))

    def counted(self) -> Iterator[Counted]:
        """List everything once, by key: a person of a crowd whom a plain fact names stands apart from the others."""
        crowds = {record: crowd for record, (crowd, _) in self._crowds.items()}
        named = dict(named_of(crowds, self._mentions))
        apart = Counter(named.values())
        for key in sorted({*self._mentions, *crowds}):
            if key in self._mentions:
                of_crowd = key in named and crowds[named[key]].verified
                mentions = self._mentions[key]
                yield Counted(
                    key,
                    of_crowd or any(sure for _, sure in mentions),
                    tuple(each for each, _ in mentions),
                )
            if key in crowds and crowds[key].size > apart[key]:
                crowd, mention = self._crowds[key]
                yield Counted(key, crowd.verified, (mention,), crowd.size - apart[key])


def _name(record: AnyRecord) -> tuple[str, str | None]:
    return type(record).__name__, None if isinstance(record, Fact) else record.id


def _within(period: Period, on: date, as_of: date) -> date | WhyNot:
    if on not in period:
        return WhyNot.BEFORE if on < period.first else WhyNot.AFTER
    return WhyNot.LATER if on > as_of else on


def _rows_left_out(indicator: Indicator, register: Register) -> Iterator[LeftOut]:
    for row in register.rejected_of(indicator.id):
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
    """Why a report is not heard on a figure at all."""
    if report.annulled:
        return WhyNot.ANNULLED
    if not about.meets(wanted):
        return WhyNot.BEFORE if about.end < wanted.first else WhyNot.AFTER
    return None if speaks(report, as_of) else WhyNot.LATER


def _why_unused(report: ReportedFigure, reports: Reports, figure: Figure) -> WhyNot:
    """Why a figure does not rest on a report that speaks of its days."""
    if report in reports.replaced:
        return WhyNot.REPLACED
    if not report.verified:
        return WhyNot.UNVERIFIED
    decides_nothing = report.estimated and figure.with_estimates is not None
    return WhyNot.ESTIMATE if decides_nothing else WhyNot.NOTHING_NEW
