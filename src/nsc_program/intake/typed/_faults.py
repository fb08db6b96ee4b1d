"""The faults of typed rows, as they are reported for many rows and raised for one."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self, TypeAlias, final

from attrs import frozen

from nsc_program.errors import Message, NscError, Path
from nsc_program.errors import Problem as Told
from nsc_program.intake._headings.refusals import in_words
from nsc_program.intake._messages.messages import message, with_detail
from nsc_program.intake._messages.problem_reports import sentence_of
from nsc_program.intake._messages.problems import Fault, Problem, Refused, with_suggestion
from nsc_program.intake.typed._cells import SAID
from nsc_program.values._text import Text

Place: TypeAlias = tuple[Path, str | None, Path]
"""The path of a field, its key in the row, and the place within its cell."""


@final
@frozen
class Wrong:
    """A fault of a typed row.

    Attributes:
        path: the field, or the parts of its name; empty if the fault is of the whole row.
        key: the key of the field in the row; `None` if there is no key to name.
        code: the kind of fault, or the code of the rule that refuses the value.
        message: the fault and its remedy, in both languages.
        value: the text of the cell, shortened; empty where it may tell who a person is.
        suggestion: the value or key that was probably meant; `None` if unknown.
        within: the place within the cell; empty for all of it.
    """

    path: Path
    key: str | None
    code: str
    message: Message
    value: str = ""
    suggestion: str | None = None
    within: Path = ()

    @classmethod
    def of_refused(
        cls, refused: Refused, path: Path = (), key: str | None = None, value: str = ""
    ) -> Self:
        """Return the fault of a rejected cell.

        Args:
            refused: the error that its reader raised.
            path: the field.
            key: the key of the field in the row.
            value: the text of the cell, as it may be shown.
        """
        sentence = sentence_of(said(refused.fault, refused.detail))
        return cls(path, key, refused.fault, sentence, value, within=refused.within)

    def in_row(self, number: int) -> Problem:
        """Return the problem of a row among many, with the number of the row."""
        return Problem(
            row=number,
            column=self.key,
            value=self.value,
            code=self.code,
            message=self.message,
            suggestion=self.suggestion,
            within=self.within,
        )

    def alone(self) -> Told:
        """Return the problem of a row that is loaded alone."""
        path = (*self.path, *self.within)
        return Told(path, str(self.code), with_suggestion(self.message, self.suggestion))


def said(fault: Fault, detail: Text | None = None) -> Text:
    """Return the sentence for a fault of a typed cell.

    Args:
        fault: the kind of fault.
        detail: more about the fault, which the sentence then includes.
    """
    return with_detail(SAID[fault], detail) if fault in SAID else message(fault, detail)


def of_error(
    error: NscError,
    fault: Fault,
    place: Callable[[Path], Place],
    values: Mapping[str, Any],
    value: str = "",
) -> Iterator[Wrong]:
    """Yield the problems of a rule of the library, worded for rows.

    Args:
        error: the error that the rule raised.
        fault: the kind of fault.
        place: gives the place for the path of a problem.
        values: the values of the row that could be read.
        value: the text of the cell, as it may be shown.
    """
    for problem in error.problems:
        path, key, within = place(problem.path)
        words = sentence_of(message(fault, in_words(problem, values)))
        yield Wrong(path, key, problem.code, words, value, within=within)
