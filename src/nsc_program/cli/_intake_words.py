"""The messages of the command `intake` about options, columns and sheets.

They name the options with which the user settles the matter.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from nsc_program.errors import InvalidValue, Message, NscError, Problem, UnknownId
from nsc_program.intake import Found
from nsc_program.intake._cells.discreet import masked, quoted
from nsc_program.intake._headings.columns import TELLING, is_there
from nsc_program.intake._headings.labels import label_of, listed
from nsc_program.intake.files import Sheet
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

_AS_WELL: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "person": (("person",), ("headcount",)),
    "period": (("period",), ("period.start", "period.end")),
}
"""The alternatives to a column, itself included: sets of columns that serve together."""
_OF_ALL_ROWS = frozenset({"on", "issued", "period", "indicator"})
"""The columns whose value may be the same in all rows of a list."""


@contextmanager
def in_options() -> Iterator[None]:
    """Rewrite the errors that are raised in the context, so that they name options of the command.

    Raises:
        InvalidValue: in place of another error of this library.
    """
    try:
        yield
    except UnknownId as problem:
        raise InvalidValue(_unknown(problem)) from None
    except NscError as problem:
        raise InvalidValue(*map(_of_option, problem.problems)) from None


def _unknown(problem: UnknownId) -> Problem:
    """Write the problem of an unknown sheet or field, with the option that names it."""
    what, wanted, known = problem.args
    name = printable(wanted)
    match what:
        case "sheet":
            return Problem((), "unknown-id", _no_sheet(name, known))
        case "column":
            return Problem((), "unknown-id", _no_field(name, known))
        case "class of records to make a claim about":
            return Problem((), "unknown-id", _NO_CLAIM)
        case _:
            return problem.problems[0]


def _no_sheet(name: str, known: Iterable[str]) -> Message:
    """Write that there is no such sheet, and the sheets to choose from."""
    sheets = quoted(known)
    return Message(
        f"không có trang tính “{name}”; hãy chọn bằng --sheet một trong các trang: {sheets}",
        f"there is no sheet “{name}”; choose one of these with --sheet: {sheets}",
    )


def _no_field(name: str, known: Collection[str]) -> Message:
    """Write that there is no such field, and the fields to choose from."""
    vi, en = _fields(known, "vi"), _fields(known, "en")
    return Message(
        f"không có trường “{name}”; hãy ghi sau --column hoặc --value một trong: {vi}",
        f"there is no field “{name}”; write one of these after --column or --value: {en}",
    )


_NO_CLAIM = Message(
    "không xác nhận đầy đủ được cho loại dòng này; hãy bỏ --complete-through",
    "rows of this kind cannot be claimed complete; remove --complete-through",
)


def _fields(names: Iterable[str], lang: Lang) -> str:
    """Return the names of fields, each with its label."""
    return ", ".join(f"“{name}” ({label_of(name).in_(lang)[1:-1]})" for name in names)


def _of_option(problem: Problem) -> Problem:
    """Write a problem with the option that it is about, if there is such an option."""
    match problem.path, problem.code:
        case ("values", name), _:
            return _about(f'--value "{name}=…"', problem)
        case ("id_from",), _:
            return _about("--id-from", problem)
        case ("secret",), "too-short":
            return problem._replace(path=(), message=_SHORT_SECRET)
        case _, "ends-before-it-starts":
            return problem._replace(message=_CLAIM_BACKWARDS)
        case _, "no-headings":
            vi, en = (f"{sentence} (--sheet, --column)" for sentence in problem.message)
            return problem._replace(message=Message(vi, en))
    return problem


def _about(option: str, problem: Problem) -> Problem:
    """Put an option before the sentence of a problem, in place of its path."""
    vi, en = (f"{option}: {sentence}" for sentence in problem.message)
    return problem._replace(path=(), message=Message(vi, en))


_SHORT_SECRET = Message(
    "khóa bí mật quá ngắn; hãy dùng khóa có ít nhất 32 byte, tức 64 chữ số thập lục phân",
    "the secret is too short; use at least 32 bytes, that is 64 hexadecimal digits",
)
_CLAIM_BACKWARDS = Message(
    "--complete-from muộn hơn --complete-through; hãy sửa một trong hai ngày",
    "--complete-from is later than --complete-through; correct one of them",
)


def lacking(
    found: Found, named: AbstractSet[str], otherwise: AbstractSet[str]
) -> Iterator[Message]:
    """Yield a message for each column that was not found, or that may be any of several.

    Args:
        found: the columns that were found among the headings.
        named: the fields that options name; nothing is missing for them.
        otherwise: the fields whose values are known, from a column or from an option.

    Yields:
        The messages, with the options that settle the matter.
    """
    for name in found.missing:
        if name not in named and not is_there(name, otherwise):
            yield _not_found(name)
    for name, several in found.several.items():
        if name not in named:
            yield _ambiguous(name, several)


def _ambiguous(name: str, several: Iterable[str]) -> Message:
    """Write that several columns may hold a field, and the option that chooses one."""
    label, headings = label_of(name), quoted(several)
    return Message(
        f'có nhiều cột có thể là {label.vi}: {headings}; hãy chọn bằng --column "{name}=TÊN CỘT"',
        f"several columns may be the {label.en}: {headings}; "
        f'choose one with --column "{name}=HEADING"',
    )


def _not_found(name: str) -> Message:
    """Write that a column is missing, and the options that supply it."""
    choices = _AS_WELL.get(name, ((name,),))
    label, option = _either(map(listed, choices)), _either(map(_naming, choices))
    ways = _other_ways(name)
    return Message(
        f"không có cột {label.vi}; hãy chỉ rõ bằng {option.vi}{ways.vi}",
        f"there is no column for the {label.en}; name it with {option.en}{ways.en}",
    )


def _either(choices: Iterable[Text | Message]) -> Message:
    """Join choices with “or”."""
    listed_choices = list(choices)
    return Message(
        " hoặc ".join(choice.vi for choice in listed_choices),
        " or ".join(choice.en for choice in listed_choices),
    )


def _naming(names: Collection[str]) -> Message:
    """Write the options that name the columns of some fields."""
    return Message(_options(names, "TÊN CỘT"), _options(names, "HEADING"))


def _options(names: Iterable[str], heading: str) -> str:
    """Write an option for the column of each field."""
    return " ".join(f'--column "{name}={heading}"' for name in names)


def _other_ways(name: str) -> Message:
    """Write the other option that settles a missing column; empty if there is no such option."""
    if name in TELLING:
        return Message(
            f', hoặc ghi --column "{name}=" nếu bảng không có cột này',
            f', or write --column "{name}=" if the table does not have this column',
        )
    if name == "id":
        return Message(
            ', hoặc ghép mã từ các cột khác bằng --id-from "TÊN CỘT"',
            ', or make ids from other columns with --id-from "HEADING"',
        )
    if name in _OF_ALL_ROWS:
        return Message(
            f', hoặc --value "{name}=GIÁ TRỊ" nếu mọi dòng có cùng giá trị',
            f', or give the value with --value "{name}=VALUE" if it is the same in all rows',
        )
    return Message("", "")


def absent(chosen: Mapping[str, str], sheet: Sheet) -> Iterator[Message]:
    """Yield a message for each heading that an option names and the sheet does not have.

    Args:
        chosen: the headings that options name, under their fields.
        sheet: the sheet that was read.
    """
    for name, heading in chosen.items():
        if heading not in sheet.headings:
            yield _absent(printable(heading), label_of(name))


def _absent(wanted: str, label: Text) -> Message:
    """Write that the table does not have a heading for a field."""
    return Message(
        f"--column: không có cột “{wanted}” để làm {label.vi}; hãy ghi đúng tên cột trong bảng",
        f"--column: there is no column “{wanted}” for the {label.en}; write a heading of the table",
    )


def absent_parts(parts: Iterable[str], given: Collection[str], sheet: Sheet) -> Iterator[Message]:
    """Yield a message for each part of ids that is neither a heading nor a field with a value.

    Args:
        parts: the headings and fields that ids are made of.
        given: the fields that `--value` gives a value.
        sheet: the sheet that was read.
    """
    for part in parts:
        if part not in sheet.headings and part not in given:
            name = printable(part)
            yield Message(
                f"--id-from: không có cột “{name}”; hãy ghi đúng tên cột trong bảng, hoặc tên "
                "trường có giá trị chung (--value)",
                f"--id-from: there is no column “{name}”; write a heading of the table, or a field "
                "that --value gives a value",
            )


def there_are(sheet: Sheet) -> Message:
    """List the columns of a table, from which the user may choose.

    Args:
        sheet: the sheet that holds the table.
    """
    headings = quoted(filter(None, sheet.headings))
    return Message(f"bảng có các cột: {headings}", f"the columns of the table are {headings}")


def not_read(sheet: str) -> Message:
    """Write that a sheet was not read.

    Args:
        sheet: the name of the sheet.
    """
    name = printable(masked(sheet))
    return Message(
        f"chưa nhập trang tính “{name}”; hãy nhập bằng --sheet “{name}” nếu trang có số liệu",
        f"sheet “{name}” was not read; if it holds data, read it with --sheet “{name}”",
    )


def not_there(text: str) -> Message:
    """Write that nothing in the file is what an option leaves out.

    Args:
        text: the text behind `--ignore`.
    """
    seen = printable(masked(text))
    return Message(
        f"--ignore “{seen}”: tệp không có cột, dòng, ghi chú hay trang tính nào như vậy; hãy chép "
        "đúng nội dung cần bỏ qua",
        f"--ignore “{seen}”: the file has no such column, line, note or sheet; copy what must be "
        "ignored",
    )
