"""JSON in and out: strict, one text for equal values, every problem listed with its path.

Dates are ISO (`"2025-12-31"`), whole numbers are JSON numbers and other fractions text (`"3/2"`), an absent end is
`null`. A field that has its default may be left out; a register leaves it out, an evaluation writes it. Where a field
can hold several classes, `"type"` names it.
"""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import has
from cattrs import Converter
from cattrs.errors import BaseValidationError

from nsc_program._validators import shown, shown_if_plain, wrong_type
from nsc_program.errors import DocumentError, NscError
from nsc_program.evaluation import Evaluation
from nsc_program.register import Register
from nsc_program.serialization._converter import listed, strict
from nsc_program.serialization._parsing import parse

__all__ = ["SCHEMAS", "configure_converter", "from_json", "make_converter", "to_json"]

T = TypeVar("T")

SCHEMAS: Mapping[type, str] = MappingProxyType(
    {Register: "nsc-program/register/1", Evaluation: "nsc-program/evaluation/1"}
)
"""The name and version that each document gives itself under `"schema"`."""
_OURS = re.compile(r"nsc-program/[a-z]+/[0-9]{1,9}")


def to_json(obj: Register | Evaluation) -> str:
    """Write a document: equal values give one text.

    Raises:
        InvalidType: for anything but a `Register` or an `Evaluation`.

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
        raise wrong_type("document", "a Register or an Evaluation", obj)
    document = {"schema": SCHEMAS[type(obj)], **strict().unstructure(obj)}
    return json.dumps(document, ensure_ascii=False, indent=1)


def from_json(text: str | bytes, kind: type[T]) -> T:
    """Read a document of this kind (`Register` or `Evaluation`), or say everything that is wrong with it.

    Raises:
        InvalidType: for another kind, or what is neither text nor bytes.
        DocumentError: with all problems, each with its path, such as `supports[3].completed_on`.

    >>> from_json('{"schema": "nsc-program/register/1", "suports": []}', Register)
    Traceback (most recent call last):
      ...
    nsc_program.errors.DocumentError: unknown key 'suports'; did you mean 'supports'?
    """
    if kind not in SCHEMAS:
        raise wrong_type("kind", "Register or Evaluation", kind)
    if not isinstance(text, (str, bytes)):
        raise wrong_type("text", "text or bytes", text)
    document = parse(text)
    schema = document.pop("schema", None)
    if schema != SCHEMAS[kind]:
        raise DocumentError(("schema", f"expected {SCHEMAS[kind]!r}, got {_schema_shown(schema)}"))
    try:
        return strict().structure(document, kind)
    except (BaseValidationError, NscError) as error:
        problems = tuple(listed(error))
    # Not within the `except`: cattrs' own error holds keys as they were sent, and would stay behind this one.
    raise DocumentError(*problems)


def _schema_shown(schema: object) -> str:
    """Show a schema if it may be one of ours."""
    if schema is None:
        return "nothing"
    return shown(schema) if _OURS.fullmatch(str(schema)) else shown_if_plain(schema)


def make_converter() -> Converter:
    """A new cattrs converter that reads and writes this library's classes as these documents do."""
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a converter of yours this library's classes; how it treats any other class stays as it is."""
    converter.register_structure_hook_func(_is_ours, lambda value, kind: strict().structure(value, kind))
    converter.register_unstructure_hook_func(_is_ours, lambda value: strict().unstructure(value))


def _is_ours(kind: Any) -> bool:
    return has(kind) and kind.__module__.partition(".")[0] == __name__.partition(".")[0]
