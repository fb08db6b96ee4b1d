"""The faults of typed rows, as they are reported for many rows and raised for one."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self, final

from attrs import frozen

from nsc_program.errors import Message, NscError, Path
from nsc_program.errors import Problem as Told
from nsc_program.intake._headings.refusals import in_words
from nsc_program.intake._messages.messages import message, with_detail
from nsc_program.intake._messages.problems import Fault, Problem, Refused
from nsc_program.intake.typed._cells import SAID
from nsc_program.values._text import Text


@final
@frozen
class Wrong:
    """A fault of a typed row.

    Attributes:
        path: the field, or the parts of its name; empty if the fault is of the whole row.
        key: the key of the field in the row; `None` if there is no key to name.
        fault: the kind of fault.
        code: the code of the rule, which may be finer than the fault.
        message: the fault and its remedy, in both languages.
        value: the text of the cell, shortened; empty where it may tell who a person is.
        suggestion: the value or key that was probably meant; `None` if unknown.
    """

    path: Path
    key: str | None
    fault: Fault
    code: str
    message: Text
    value: str = ""
    suggestion: str | None = None

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
        return cls(
            path,
            key,
            refused.fault,
            refused.fault.value,
            said(refused.fault, refused.detail),
            value,
        )

    def in_row(self, number: int) -> Problem:
        """Return the problem of a row among many, with the number of the row."""
        return Problem(
            row=number,
            column=self.key,
            value=self.value,
            code=self.fault,
            message=self.message,
            suggestion=self.suggestion,
        )

    def alone(self) -> Told:
        """Return the problem of a row that is loaded alone."""
        vi, en = self.message.vi, self.message.en
        if self.suggestion is not None:
            vi, en = (
                f"{vi}; có phải là {self.suggestion!r} không?",
                f"{en}; did you mean {self.suggestion!r}?",
            )
        return Told(self.path, self.code, Message(vi, en))


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
    place: Callable[[Path], tuple[Path, str | None]],
    values: Mapping[str, Any],
    value: str = "",
) -> Iterator[Wrong]:
    """Yield the problems of a rule of the library, worded in both languages.

    Args:
        error: the error that the rule raised.
        fault: the kind of fault.
        place: gives the path and the key for the path of a problem.
        values: the values of the row that could be read.
        value: the text of the cell, as it may be shown.
    """
    for problem in error.problems:
        path, key = place(problem.path)
        yield Wrong(
            path, key, fault, problem.code, message(fault, in_words(problem, values)), value
        )
