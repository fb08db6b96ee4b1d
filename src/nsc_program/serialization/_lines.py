"""JSON Lines: one record a line, read a part at a time.

Each line is read like a record in the document of a register, and refused with the same problems.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from nsc_program.errors import DocumentError, Message
from nsc_program.records._records import AnyRecord
from nsc_program.serialization._documents import read
from nsc_program.serialization._parsing import check_size, parse
from nsc_program.values._validators import wrong_type

R = TypeVar("R", bound=AnyRecord)

_PART = 200
_A_LINE = Message("chữ hoặc bytes", "text or bytes")


def read_lines(lines: Iterable[str | bytes], kind: type[R], most: int) -> Iterator[R]:
    """Yield the record of each line that is not blank.

    Args:
        lines: the lines.
        kind: the class of records.
        most: the largest number of bytes (or, for text, characters) of a line.

    Raises:
        InvalidType: for a line that is neither text nor bytes.
        DocumentError: for a line that is not a valid record.
    """
    waiting, number = iter(lines), 1
    fast = _fast(kind, most)
    while part := list(islice(waiting, _PART)):
        records = fast(part)
        yield from _exact(part, number, kind, most) if records is None else records
        number += len(part)


def _exact(part: list[Any], first: int, kind: type[R], most: int) -> Iterator[R]:
    """Yield the record of each line, read by the exact reader.

    Args:
        part: the lines.
        first: the number of the first of them.
        kind: the class of records.
        most: the largest size of a line.
    """
    for number, line in enumerate(part, first):
        if not isinstance(line, (str, bytes)):
            raise wrong_type("lines", _A_LINE, line, is_shown=False)
        if not _is_blank(line):
            yield _record(line, number, kind, most)


def _is_blank(line: str | bytes) -> bool:
    """Return whether a line holds nothing but white space of JSON."""
    return not (line.strip(" \t\r\n") if isinstance(line, str) else line.strip(b" \t\r\n"))


def _record(line: str | bytes, number: int, kind: type[R], most: int) -> R:
    """Read the record of one line."""
    try:
        check_size(line, most)
        return read(parse(line, line=number), kind)
    except DocumentError as error:
        problems = [problem.within("line", number) for problem in error.problems]
    # Raised outside of `except`, so that nothing of the line is kept as its context.
    raise DocumentError(*problems)


def _fast(kind: type[R], most: int) -> Callable[[list[Any]], list[R] | None]:
    """Return what reads a part with msgspec, or gives `None` if the exact reader has to read it."""
    try:
        # Imported only here, because msgspec is optional.
        from nsc_program.serialization._fast_lines import lines_reader  # noqa: PLC0415
    except ImportError:
        return lambda _: None
    return lines_reader(kind, most)
