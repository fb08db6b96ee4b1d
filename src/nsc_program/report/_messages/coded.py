"""What messages to other systems can say: figures and verdicts, with the codes of that system."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, final

from attrs import frozen

from nsc_program.figures._figures import Figure
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.report._messages.codes import CONSTANTS, Coder, checked
from nsc_program.report._report import Report
from nsc_program.report._sdmx import known_numbers, observed
from nsc_program.report._target_lines import TargetLine
from nsc_program.serialization import digest
from nsc_program.values._periods import Period
from nsc_program.values._plain_periods import period_name
from nsc_program.values._ranges import Range


class _Coded:
    """A value that a template takes apart, and that tells nothing as a whole."""

    def __repr__(self) -> str:
        """Return the name of the class."""
        return f"<{type(self).__name__}>"


@final
@frozen(repr=False)
class CodedPeriod(_Coded):
    """A period for a message.

    Attributes:
        period: the period.
        coder: the codes.
    """

    _period: Period
    _coder: Coder

    @property
    def name(self) -> str:
        """The plain name of the period, such as `2026-2030`."""
        return period_name(self._period)

    @property
    def code(self) -> str:
        """The code of the period."""
        return self._coder.code("periods", self.name)

    @property
    def start(self) -> date | None:
        """The first day."""
        return self._period.start

    @property
    def end(self) -> date:
        """The last day."""
        return self._period.end


@final
@frozen(repr=False)
class CodedFigure(_Coded):
    """A figure for a message.

    Attributes:
        figure: the figure.
        program: the plan.
        coder: the codes.
    """

    _figure: Figure
    _program: Program
    _coder: Coder

    @property
    def indicator_id(self) -> str:
        """The id of the indicator."""
        return self._figure.indicator

    @property
    def indicator(self) -> str:
        """The code of the indicator."""
        return self._coder.code("indicators", self._figure.indicator)

    @property
    def unit(self) -> str:
        """The code of the unit."""
        return self._coder.code("units", self._indicator.unit.id)

    @property
    def period(self) -> "CodedPeriod":
        """The period."""
        return CodedPeriod(self._figure.period, self._coder)

    @property
    def status(self) -> str:
        """The code of its status: `A` if the number is known, `E` if estimated, `O` if open."""
        status, _ = observed(self._figure, self._indicator)
        return self._coder.code("observations", status)

    @property
    def value(self) -> Fraction | None:
        """The number, also if only estimates give it; `None` if it is open."""
        _, value = observed(self._figure, self._indicator)
        return value

    @property
    def low(self) -> Fraction | None:
        """The least number that is still possible; `None` without one."""
        return self._known.low

    @property
    def high(self) -> Fraction | None:
        """The greatest number that is still possible; `None` without one."""
        return self._known.high

    @property
    def _known(self) -> Range:
        return known_numbers(self._figure, self._indicator)

    @property
    def _indicator(self) -> Indicator:
        return self._program.indicator(self._figure.indicator)


@final
@frozen(repr=False)
class CodedTarget(_Coded):
    """A target for a message.

    Attributes:
        line: what the report says of the target.
        program: the plan.
        coder: the codes.
    """

    _line: TargetLine
    _program: Program
    _coder: Coder

    def _coded(self, figure: Figure | None) -> CodedFigure | None:
        return None if figure is None else CodedFigure(figure, self._program, self._coder)

    @property
    def id(self) -> str:
        """The id of the target."""
        return self._line.target.id

    @property
    def code(self) -> str:
        """The code of the target."""
        return self._coder.code("targets", self._line.target.id)

    @property
    def title(self) -> Mapping[str, str]:
        """The title of the target by language, `vi` and `en`."""
        return {"vi": self._line.target.title.vi, "en": self._line.target.title.en}

    @property
    def status(self) -> str:
        """The code of the status of the target."""
        return self._coder.code("statuses", self._line.status.value)

    @property
    def planned(self) -> Fraction | None:
        """The number that `share` is a share of."""
        return self._line.planned_number

    @property
    def share(self) -> Fraction | None:
        """How much of it is certainly reached, in percent; `None` if that has no meaning."""
        return None if self._line.share is None else self._line.share.low

    @property
    def current(self) -> CodedFigure | None:
        """The figure of the report period, through the last day of the data."""
        return self._coded(self._line.current)

    @property
    def before(self) -> CodedFigure | None:
        """That of the same days a year earlier; `None` if there are none."""
        return self._coded(self._line.before)

    @property
    def estimate(self) -> CodedFigure | None:
        """That of the whole report period, if it is estimated."""
        return self._coded(self._line.estimate)

    @property
    def cumulative(self) -> CodedFigure | None:
        """That from the start of the phase."""
        return self._coded(self._line.cumulative)


def context(report: Report, codes: Any) -> Mapping[str, Any]:  # noqa: ANN401  # a document
    """Return what a template can use, by name.

    Args:
        report: the report.
        codes: the tables of codes.
    """
    inputs = report.evaluation.made_from()
    program = inputs.program
    coder = checked(codes, program)
    return {
        "plan": program.id,
        "edition": program.edition,
        "area": coder.code("areas", program.territory or ""),
        "title": {"vi": report.title.vi, "en": report.title.en},
        "as_of": report.as_of,
        "period": CodedPeriod(report.period, coder),
        "figures": [CodedFigure(each, program, coder) for each in inputs.figures.figures],
        "targets": [CodedTarget(line, program, coder) for line in report.lines],
        CONSTANTS: coder.codes.get(CONSTANTS, {}),
        "library": report.evaluation.library,
        "digest": digest(report.evaluation),
    }
