"""Define the faults of cells and rows, and the problem that reports a fault."""

from enum import StrEnum, unique
from typing import final

from attrs import frozen

from nsc_program.errors import Message, Path, place
from nsc_program.values._text import Lang, Text
from nsc_program.values._value import Value


@unique
class Fault(StrEnum):
    """A kind of fault of a cell or a row."""

    MISSING = "missing"
    NO_COLUMN = "no-column"
    TWO_COLUMNS = "two-columns"
    UNKNOWN_UNIT = "unknown-unit"
    NOT_A_ROW = "not-a-row"
    EXTRA_CELLS = "extra-cells"
    CUT_SHORT = "cut-short"
    FORMULA = "formula"
    ERROR_VALUE = "error-value"
    NOT_TEXT = "not-text"
    NOT_A_DATE = "not-a-date"
    NO_SUCH_DAY = "no-such-day"
    WHICH_DAY = "which-day"
    DAY_OR_MONTH = "day-or-month"
    FAR_YEAR = "far-year"
    NOT_YEARS = "not-years"
    WHICH_PERIOD = "which-period"
    NOT_YES_OR_NO = "not-yes-or-no"
    UNKNOWN_WORD = "unknown-word"
    UNKNOWN_INDICATOR = "unknown-indicator"
    NOT_WHOLE = "not-whole"
    NOT_A_YEAR = "not-a-year"
    NOT_A_NUMBER = "not-a-number"
    AMBIGUOUS_NUMBER = "ambiguous-number"
    FRACTION = "fraction"
    SEVERAL_LINES = "several-lines"
    FOOTNOTE = "footnote"
    STRUCK_PART = "struck-part"
    SHARED = "shared"
    MERGED = "merged"
    SCALED = "scaled"
    ROUNDED = "rounded"
    NOT_MONEY = "not-money"
    LITTLE_MONEY = "little-money"
    MUCH_MONEY = "much-money"
    NOT_PEOPLE = "not-people"
    OTHER_THINGS = "other-things"
    NO_UNIT = "no-unit"
    UNKNOWN_ROW_UNIT = "unknown-row-unit"
    CONTRARY_UNIT = "contrary-unit"
    WHICH_COLUMN = "which-column"
    PERSONAL_NUMBER = "personal-number"
    PERSONAL_DETAIL = "personal-detail"
    A_NAME = "a-name"
    NOT_A_PERSON = "not-a-person"
    NOT_A_CODE = "not-a-code"
    WORDS = "words"
    DITTO = "ditto"
    OTHER_LETTERS = "other-letters"
    LOOKALIKE = "lookalike"
    LOST_ZERO = "lost-zero"
    LOST_ZEROS = "lost-zeros"
    CHECK_DIGIT = "check-digit"
    SEVERAL = "several"
    UNSEEN = "unseen"
    TOO_LONG = "too-long"
    REFUSED = "refused"
    CONTRADICTION = "contradiction"
    OTHER_VALUE = "other-value"
    OTHER_PERIOD = "other-period"
    OTHER_NAME = "other-name"
    LIKE_KEY = "like-key"
    SCIENTIFIC = "scientific"
    DECIMAL_ZERO = "decimal-zero"
    CANCELLED = "cancelled"
    NOT_DONE = "not-done"
    STILL_TO_COME = "still-to-come"
    OTHER_COUNT = "other-count"
    OTHER_SUM = "other-sum"
    NOT_SHOWN = "not-shown"
    HIDDEN_ROW = "hidden-row"
    STRUCK_ROW = "struck-row"
    UNSEEN_HEADING = "unseen-heading"
    OTHER_TABLE = "other-table"
    DOUBTFUL_LINE = "doubtful-line"
    ASSUMED_LINE = "assumed-line"
    OTHER_UNIT = "other-unit"
    UNFINISHED_LINE = "unfinished-line"
    DOUBTFUL_NOTE = "doubtful-note"
    NO_RECORD = "no-record"
    SEVERAL_RECORDS = "several-records"
    NO_PROOF = "no-proof"
    OTHER_SAYING = "other-saying"
    OTHER_DAY = "other-day"
    NO_DAY = "no-day"
    OTHER_KIND = "other-kind"
    OTHER_KEY = "other-key"
    EARLIER_DAY = "earlier-day"
    EARLY_FIGURE = "early-figure"
    OTHER_TOTAL = "other-total"
    LARGER_PART = "larger-part"
    SECOND_DAY = "second-day"
    FAR_VALUE = "far-value"
    COPIED_ROW = "copied-row"
    APPENDIX = "appendix"
    SHARED_PAPER = "shared-paper"
    BELOW_SUM = "below-sum"
    SAME_MADE_ID = "same-made-id"
    OTHER_BESIDE = "other-beside"
    KEY_CHANGED = "key-changed"
    SAME_ID = "same-id"
    ZERO_RESTORED = "zero-restored"
    UNSEEN_REMOVED = "unseen-removed"


TOLD = frozenset(
    {
        Fault.OTHER_BESIDE,
        Fault.CHECK_DIGIT,
        Fault.OTHER_NAME,
        Fault.LIKE_KEY,
        Fault.OTHER_SAYING,
        Fault.OTHER_DAY,
        Fault.NO_DAY,
        Fault.OTHER_KIND,
        Fault.OTHER_KEY,
        Fault.EARLIER_DAY,
        Fault.EARLY_FIGURE,
        Fault.OTHER_TOTAL,
        Fault.LARGER_PART,
        Fault.SECOND_DAY,
        Fault.FAR_VALUE,
        Fault.COPIED_ROW,
        Fault.APPENDIX,
        Fault.SHARED_PAPER,
    }
)
"""The faults that are only reported: a person must look at them, but their row is accepted."""
MENDED = TOLD | {Fault.ZERO_RESTORED, Fault.UNSEEN_REMOVED}
"""The faults that were mended on reading, or that are only reported.

Their row is accepted, and the problem says so.
"""


@final
@frozen
class Doubt:
    """The reason why a row is not read until a person decides.

    Attributes:
        fault: the kind of doubt, from the place of the row or from a line that applies to it.
        line: the text of that line; empty if the doubt does not come from a line.
    """

    fault: Fault
    line: str = ""


@final
@frozen(kw_only=True)
class Problem(Value):
    """A fault of a row, or a change that mended one.

    It has a path, a code, a message and `in_`, as each problem of an error has (`errors.Problem`).

    Attributes:
        row: the number of the row, as its source counts.
        column: the heading of the column; `None` if the problem is about the row as a whole.
        value: the text of the cell, shortened; empty where it may tell who a person is.
        code: the kind of fault: one of `Fault`, or the code of the rule that refuses a typed row.
        message: the fault and its remedy, in both languages.
        suggestion: the value that was probably meant; `None` if unknown.
        within: the place within the cell, if it holds a list or an object; else empty.

    >>> vi, en = "ô chưa có nội dung; hãy điền vào", "the cell is empty; fill it in"
    >>> problem = Problem(row=3, column="MST", value="", code="missing", message=Message(vi, en))
    >>> problem.path, problem.in_("en")
    ((3, 'MST'), 'row 3, MST: the cell is empty; fill it in')
    """

    row: int
    column: str | None
    value: str
    code: str
    message: Message
    suggestion: str | None = None
    within: Path = ()

    @property
    def mended(self) -> bool:
        """Whether the row was accepted all the same."""
        return self.code in MENDED

    @property
    def path(self) -> Path:
        """The number of the row, then the heading of the column and the place within the cell."""
        return (self.row, *filter(None, [self.column]), *self.within)

    def in_(self, lang: Lang) -> str:
        """Return the row, the column, the fault and the suggestion in one of the two languages.

        Args:
            lang: `"vi"` for Vietnamese or `"en"` for English.
        """
        row = Message(f"dòng {self.row}", f"row {self.row}").in_(lang)
        where = ", ".join(filter(None, [row, place(self.path[1:])]))
        return f"{where}: {with_suggestion(self.message, self.suggestion).in_(lang)}"


def with_suggestion(message: Message, suggestion: str | None) -> Message:
    """Return a message, followed by the question whether something else was meant.

    Args:
        message: the message.
        suggestion: what was probably meant; `None` leaves the message as it is.
    """
    if suggestion is None:
        return message
    return Message(
        f"{message.vi}; có phải là {suggestion!r} không?",
        f"{message.en}; did you mean {suggestion!r}?",
    )


class Refused(Exception):  # as the library's own errors are named
    """A cell cannot be read.

    Attributes:
        fault: the kind of fault.
        suggestion: the value that was probably meant; `None` if unknown.
        detail: more about the fault, for its message; `None` if there is nothing to add.
        within: the place within the cell, if it holds several values; else empty.
    """

    def __init__(
        self,
        fault: Fault,
        suggestion: str | None = None,
        detail: Text | None = None,
        within: Path = (),
    ) -> None:
        """Keep the fault, the probable value, the detail and the place."""
        super().__init__(fault)
        self.fault, self.suggestion, self.detail = fault, suggestion, detail
        self.within = within
