"""The report of a plan: one neutral model, which every format draws."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures._figures import Figures
from nsc_program.figures._tally import tally
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.records._register import Register
from nsc_program.report import phrases
from nsc_program.report._data_notes import note_sheets
from nsc_program.report._groups import by_name, groups_sheet
from nsc_program.report._lists import Subject, list_sheets
from nsc_program.report._money_sheets import money_sheets
from nsc_program.report._results import objectives_sheet, results_sheet
from nsc_program.report._sheets import Sheet
from nsc_program.report._target_lines import Days, TargetLine, target_lines
from nsc_program.report._titles import at_close, numbered
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import A_DATE, is_a, is_text, require, tuple_of, wrong_type
from nsc_program.values._value import Value
from nsc_program.values._written_days import written_day
from nsc_program.verdicts._assess import evaluate
from nsc_program.verdicts._evaluation import Evaluation


@final
@frozen(kw_only=True)
class Annex(Value):
    """Phụ lục: sheets under one number and title.

    Attributes:
        number: the number, in Roman numerals.
        title: the title.
        sheets: the sheets.
    """

    number: str = field(validator=is_text)
    title: Text = field(validator=is_a(Text))
    sheets: tuple[Sheet, ...] = field(validator=tuple_of(is_a(Sheet)))

    @property
    def name(self) -> Text:
        """The name: “Phụ lục” and the number."""
        return Text(vi=f"Phụ lục {self.number}", en=f"Annex {self.number}")


@final
@frozen(kw_only=True, repr=False)
class Report(Value):
    """Báo cáo: everything that a report on a plan says, as numbers, days, codes and texts.

    Attributes:
        evaluation: the verdicts, with the plan, its edition and the day of judgement.
        period: the report period, such as a year from 1 December to 30 November.
        lines: what the report says of each target whose phase shares days with the period.
        sheets: all tables, each with an id: `results`, `objectives`, `groups`, `funding-years`,
            `funding`, one for each class of counted records, such as `Support`, and those that say
            what the numbers rest on: `readings`, `hinges`, `findings`, `claims`, `rejected` and
            `origin`.
    """

    evaluation: Evaluation = field(validator=is_a(Evaluation))
    period: Period = field(validator=is_a(Period))
    lines: tuple[TargetLine, ...] = field(validator=tuple_of(is_a(TargetLine)))
    sheets: tuple[Sheet, ...] = field(validator=tuple_of(is_a(Sheet)))

    def __repr__(self) -> str:
        """Return one line with numbers, and without the cells, which may hold keys."""
        plan = f"{self.evaluation.program}, {self.evaluation.edition}"
        numbers = f"{len(self.lines)} targets, {len(self.sheets)} sheets"
        return f"<Report on {plan} for {self.period}: {numbers}>"

    @property
    def as_of(self) -> date:
        """The day of judgement."""
        return self.evaluation.as_of

    @property
    def title(self) -> Text:
        """The title of the report, with its period and the day of its data."""
        evaluation, period = self.evaluation, self.period
        return Text(
            vi=f"Kết quả thực hiện {numbered(evaluation.edition)} "
            f"{phrases.in_period(period)}{at_close(self.as_of, 'vi')}",
            en=f"Results of plan {evaluation.edition} for {phrases.period(period, 'en')}"
            f"{at_close(self.as_of, 'en')}",
        )

    @cached_property
    def _by_id(self) -> Mapping[str, Sheet]:
        return {sheet.id: sheet for sheet in self.sheets}

    def sheet(self, name: str) -> Sheet:
        """Return one table.

        Args:
            name: the id of the sheet.

        Raises:
            UnknownId: if the report does not have such a sheet.
        """
        if name not in self._by_id:
            raise UnknownId("sheet", name, tuple(self._by_id))
        return self._by_id[name]

    @cached_property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes in their order: the targets, the lists, the money, and what all rests on."""
        parts = (*self._parts(),)
        return tuple(
            Annex(number=_roman(number), title=title, sheets=sheets)
            for number, (title, sheets) in enumerate(parts, 1)
        )

    def _parts(self) -> Iterator[tuple[Text, tuple[Sheet, ...]]]:
        """Yield the title and the sheets of each annex."""
        told = ("results", "objectives", "groups")
        yield self.sheet("results").title, tuple(map(self.sheet, told))
        for sheet in self.sheets:
            if sheet.id not in (*told, *_NOTES, *_MONEY):
                yield sheet.title, (sheet,)
        yield self.sheet("funding").title, tuple(map(self.sheet, _MONEY))
        yield _ABOUT_DATA, tuple(map(self.sheet, _NOTES))


_MONEY = ("funding-years", "funding")
_NOTES = ("readings", "hinges", "findings", "claims", "rejected", "origin")
_ABOUT_DATA = Text(vi="Thuyết minh số liệu", en="What the numbers rest on")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _roman(number: int) -> str:
    """Write a number from 1 to 39 in Roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def report(
    program: Program,
    register: Register,
    *,
    as_of: date,
    period: Period,
    reading: Reading | None = None,
    people: bool = False,
) -> Report:
    """Make the report on a plan for a period.

    Args:
        program: the plan.
        register: the records, claims of completeness, reports and rejected rows.
        as_of: the day of judgement; the data are known at its close.
        period: the report period. It may end later than `as_of`: what the report says of the days
            in between is an estimate, or open.
        reading: how to understand the plan's ambiguous words; the default reading if left out.
        people: whether the lists show the keys that may stand for people.

    Returns:
        The report, which every format draws.

    Raises:
        InvalidType: for arguments of other classes.
        InvalidValue: if the period has no first day, begins after `as_of`, or shares no day with a
            phase of the plan; and as `tally` and `evaluate` raise it.

    >>> from nsc_program import HANOI
    >>> year = Period.of_years(2026, 2026)
    >>> report(HANOI, Register(), as_of=date(2026, 6, 30), period=year)
    <Report on hanoi, 149/KH-UBND for 2026-01-01 to 2026-12-31: 5 targets, 17 sheets>
    """
    require(Program, "program", program)
    require(Period, "period", period)
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
    days = Days(period=period, as_of=as_of)
    _check_period(program, days)
    figures = tally(program, register, as_of=as_of, periods=days.all(program))
    evaluation = evaluate(program, figures, Reading() if reading is None else reading)
    lines = tuple(target_lines(program, figures, evaluation.verdicts, days))
    subjects = (*_targets(lines), *_aims(evaluation, figures, days))
    records = by_name(register)
    phases = dict.fromkeys(program.phase_of(line.target.id).id for line in lines)
    sheets = (
        results_sheet(lines, evaluation, days),
        objectives_sheet(evaluation, figures, days),
        groups_sheet(lines, register, days, records),
        *list_sheets(program, subjects, register, records, people=people),
        *money_sheets(evaluation, register, phases),
        *note_sheets(evaluation, register, lines),
    )
    return Report(evaluation=evaluation, period=period, lines=lines, sheets=sheets)


def _targets(lines: Iterable[TargetLine]) -> Iterator[Subject]:
    """Yield the targets of a report as the subjects of its lists."""
    for line in lines:
        counted = line.verdict.indicator, line.current
        yield Subject(line.target.title, counted, line.verdict.as_of, line.planned)


def _aims(evaluation: Evaluation, figures: Figures, days: Days) -> Iterator[Subject]:
    """Yield the aims that have an indicator as the subjects of lists."""
    for evaluated in evaluation.objectives:
        if evaluated.indicator is not None:
            figure = figures.figure(evaluated.indicator, days.current)
            yield Subject(evaluated.objective.title, (evaluated.indicator, figure), days.as_of)


def _check_period(program: Program, days: Days) -> None:
    """Raise an error for a report period that a report cannot be about."""
    period = days.period
    if period.start is None or period.start > days.as_of:
        raise InvalidValue.at(
            "period",
            code="not-begun",
            vi=f"kỳ báo cáo {phrases.period(period, 'vi')} chưa bắt đầu vào ngày "
            f"{written_day(days.as_of, 'vi')}, hoặc không có ngày đầu; hãy chọn kỳ khác",
            en=f"the report period, {period}, has not begun by {days.as_of} or has no first day; "
            "choose another period",
        )
    if not any(phase.period.meets(days.current) for phase in program.phases):
        phases = ", ".join(phase.id for phase in program.phases)
        raise InvalidValue.at(
            "period",
            code="outside-the-plan",
            vi=f"kỳ báo cáo {phrases.period(period, 'vi')} không có ngày nào trong các giai đoạn "
            f"của kế hoạch: {phases}",
            en=f"the report period, {period}, shares no day with a phase of the plan: {phases}",
        )
