"""Documents: values of this library written to JSON, and read from JSON or TOML.

Reading is strict: nothing is coerced or ignored, and all problems are listed, each with its path.
Equal values are written as equal texts. Dates are ISO (`"2025-12-31"`), whole numbers are JSON
numbers, other fractions are text (`"3/2"`), and an absent end of a range is `null`. A field that
has its default value may be left out; a register is written without such fields, an evaluation with
them. If a field can hold several classes, `"type"` names the class.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from attrs import has
from cattrs import Converter

from nsc_program.errors import Message
from nsc_program.records._base import Record, is_record_class
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.serialization._documents import SCHEMAS, lists_of, write
from nsc_program.serialization._documents import converter as strict
from nsc_program.serialization._lines import read_lines
from nsc_program.serialization._loading import loaded
from nsc_program.serialization._mappings import from_mapping, to_mapping
from nsc_program.serialization._parsing import check_size, parse, parse_toml
from nsc_program.serialization._schemas import schema
from nsc_program.serialization._verifying import verify
from nsc_program.serialization._writing import digest, digest_of
from nsc_program.values._validators import one_of, wrong_type

__all__ = [
    "MOST_BYTES",
    "MOST_BYTES_OF_A_LINE",
    "SCHEMAS",
    "configure_converter",
    "digest",
    "digest_of",
    "from_json",
    "from_json_lines",
    "from_mapping",
    "from_toml",
    "make_converter",
    "schema",
    "to_json",
    "to_mapping",
    "verify",
]

T = TypeVar("T")
R = TypeVar("R", bound=AnyRecord)

MOST_BYTES = 2**30
"""The largest size of a document, unless another limit is given."""

MOST_BYTES_OF_A_LINE = 2**20
"""The largest size of a line of JSON Lines, unless another limit is given."""


def to_json(obj: object, *, records: Mapping[str, type[Record]] | None = None) -> str:
    """Write a value as a JSON document.

    Args:
        obj: an instance of one of the classes in `SCHEMAS`.
        records: an embedder's own classes of records, by their keys in documents.

    Returns:
        The text of the document, indented by one space; equal values give equal texts.

    Raises:
        InvalidType: if `obj` is not an instance of one of these classes, or a register holds
            records of another class.

    >>> from datetime import date
    >>> from nsc_program import Fact
    >>> print(to_json(Register([Fact("supported", "SAMPLE-0001", date(2024, 6, 30))])))
    {
     "schema": "nsc-program/register/1",
     "facts": [
      {
       "indicator": "supported",
       "key": "SAMPLE-0001",
       "on": "2024-06-30"
      }
     ]
    }
    """
    if type(obj) not in SCHEMAS:
        raise wrong_type("document", one_of(known.__name__ for known in SCHEMAS), obj)
    lists = lists_of(records)
    text = None if lists else _written_fast(obj)
    if text is not None:
        return text
    document = {"schema": SCHEMAS[type(obj)], **write(obj, lists)}
    return json.dumps(document, ensure_ascii=False, indent=1)


def _written_fast(obj: object) -> str | None:
    """Write a document with msgspec, if the extra `fast` is installed.

    Fields of embedders' classes may hold anything, and msgspec writes floating-point numbers in
    another way, so documents with such records are left to the exact writer.
    """
    try:
        # Imported only here, because msgspec is optional.
        from nsc_program.serialization._fast_writing import rows_of, text_of  # noqa: PLC0415
    except ImportError:
        return None
    return text_of({"schema": SCHEMAS[type(obj)], **write(obj, (), rows_of)})


def from_json(
    text: str | bytes,
    kind: type[T],
    *,
    most: int = MOST_BYTES,
    records: Mapping[str, type[Record]] | None = None,
) -> T:
    """Read a value from a JSON document.

    Args:
        text: the document; bytes are UTF-8.
        kind: the class to read, one of those in `SCHEMAS`.
        records: an embedder's own classes of records, by their keys in documents. Rules of plans
            may count them too.
        most: the largest number of bytes (or, for text, characters) that the document may have.

    Returns:
        An instance of `kind`.

    Raises:
        InvalidType: if `kind` is another class, or `text` is neither text nor bytes.
        DocumentError: if the document is not valid; it lists all problems, each with its path, such
            as `supports[3].completed_on`.

    >>> from_json('{"schema": "nsc-program/register/1", "suports": []}', Register)
    Traceback (most recent call last):
      ...
    nsc_program.errors.DocumentError: unknown key 'suports'; did you mean 'supports'?
    """
    _check_arguments(text, kind, most)
    lists = lists_of(records)
    if kind is Register and not lists:
        register = _read_fast(text)
        if register is not None:
            return cast(T, register)
    return loaded(parse(text), kind, lists)


def from_json_lines(
    lines: Iterable[str | bytes], kind: type[R], *, most: int = MOST_BYTES_OF_A_LINE
) -> Iterator[R]:
    """Read records from JSON Lines: one record a line, as a list of a register's document holds it.

    The lines are read a few hundred at a time, so memory does not grow with their number. Blank
    lines are skipped. Whether the records contradict each other is checked by what they are added
    to, such as a `Register` or a `RunningTally`.

    Args:
        lines: the lines, such as a file that is open for reading; bytes are UTF-8.
        kind: the class of the records, also one of an embedder.
        most: the largest number of bytes (or, for text, characters) that a line may have.

    Yields:
        The records, in the order of the lines.

    Raises:
        InvalidType: if `kind` is not a class of records, or something is not a line.
        DocumentError: at the first line that is not a valid record, with all problems of that line.
            Each path begins with the number of the line, counted from 1, such as
            `line[4].completed_on`. The records of the lines before it have been yielded.

    >>> from nsc_program import Fact
    >>> lines = ['{"indicator": "supported", "key": "SAMPLE-0001", "on": "2024-06-30"}']
    >>> [fact.key for fact in from_json_lines(lines, Fact)]
    ['SAMPLE-0001']
    """
    if kind is not Fact and not is_record_class(kind):
        raise wrong_type("kind", _A_RECORD_CLASS, kind)
    if isinstance(lines, (str, bytes)) or not isinstance(lines, Iterable):
        raise wrong_type("lines", _LINES, lines, is_shown=False)
    return read_lines(lines, kind, most)


_A_RECORD_CLASS = Message("lớp hồ sơ", "a class of records")
_LINES = Message("một dãy dòng, như một tệp đang mở", "an iterable of lines, such as an open file")


def from_toml(
    text: str | bytes,
    kind: type[T],
    *,
    most: int = MOST_BYTES,
    records: Mapping[str, type[Record]] | None = None,
) -> T:
    """Read a value from a TOML document, a format in which people write plans more easily.

    The document has the same keys as in JSON. Dates may be TOML's own dates. TOML does not have a
    null, so an absent end of a range is left out.

    Args:
        text: the document; bytes are UTF-8.
        kind: the class to read, one of those in `SCHEMAS`.
        records: an embedder's own classes of records, by their keys in documents.
        most: the largest number of bytes (or, for text, characters) that the document may have.

    Returns:
        An instance of `kind`.

    Raises:
        InvalidType: if `kind` is another class, or `text` is neither text nor bytes.
        DocumentError: if the document is not valid; it lists all problems, each with its path.

    >>> from nsc_program import Reading
    >>> lines = ['schema = "nsc-program/reading/1"', "strict = false"]
    >>> from_toml(chr(10).join(lines), Reading) == Reading(strict=False)
    True
    """
    _check_arguments(text, kind, most)
    return loaded(parse_toml(text), kind, lists_of(records))


def _check_arguments(text: str | bytes, kind: type, most: int) -> None:
    if kind not in SCHEMAS:
        raise wrong_type("kind", one_of(known.__name__ for known in SCHEMAS), kind)
    if not isinstance(text, (str, bytes)):
        raise wrong_type("text", Message("chữ hoặc bytes", "text or bytes"), text)
    check_size(text, most)


def _read_fast(text: str | bytes) -> Register | None:
    """Read a register with msgspec, if the extra `fast` is installed.

    Returns:
        The register; `None` if the exact reader has to read it.
    """
    try:
        # Imported only here, because msgspec is optional.
        from nsc_program.serialization._fast import read_register  # noqa: PLC0415
    except ImportError:
        return None
    return read_register(text, SCHEMAS[Register])


def make_converter() -> Converter:
    """Return a new cattrs converter that reads and writes this library's classes as documents."""
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a cattrs converter to read and write this library's classes as documents.

    The converter treats all other classes as before.

    Args:
        converter: the converter.
    """
    converter.register_structure_hook_func(
        _is_ours, lambda value, kind: strict().structure(value, kind)
    )
    converter.register_unstructure_hook_func(_is_ours, write)


def _is_ours(kind: Any) -> bool:
    """Return whether a class is one of this library."""
    return has(kind) and kind.__module__.partition(".")[0] == __name__.partition(".")[0]
