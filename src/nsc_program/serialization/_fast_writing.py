"""Documents written fast, with msgspec.

The text is the same as that of the exact writer, which writes each field of each record in Python
and lays the text out in Python too. Here msgspec does both:

- A record becomes a struct of its fields, which msgspec writes in their order, without those that
  have their default value. A struct compares with the default by identity. So this is done only
  for classes whose defaults exist once: `None`, truth values, members of enumerations and `()`.
- Texts, numbers, days and members are written by msgspec as by this library. So is an object
  within a record, such as `Funding`, because all its fields are always written.
"""

from enum import Enum
from itertools import starmap
from operator import attrgetter
from typing import Any, cast

import msgspec
from attrs import NOTHING, Attribute, fields

from nsc_program.serialization._fast_rows import PLAIN_KINDS, made_once, within
from nsc_program.serialization._writing import BRIEF, written


def text_of(document: Any) -> str:
    """Return the text of a document, indented by one space.

    Args:
        document: the document, in which structs may stand for records.
    """
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode()


def rows_of(kind: Any, records: tuple[Any, ...]) -> list[Any]:
    """Return what msgspec writes as the records of one class.

    Args:
        kind: the class of all these records.
        records: the records.
    """
    struct = _struct(kind)
    if struct is None:
        return cast("list[Any]", written(records, BRIEF))
    names = [attribute.name for attribute in fields(kind)]
    return list(starmap(struct, map(attrgetter(*names), records)))


@made_once
def _struct(kind: Any) -> Any:
    """Return a struct of the fields of a class; `None` if it would be written in another way."""
    if kind not in PLAIN_KINDS or not all(map(_is_written_alike, fields(kind))):
        return None
    columns = [(attribute.name, Any, _default(attribute)) for attribute in fields(kind)]
    return msgspec.defstruct(kind.__name__, columns, omit_defaults=True, gc=False)


def _is_written_alike(attribute: "Attribute[Any]") -> bool:
    """Return whether a default exists once, and objects in the field do not have defaults."""
    default: Any = attribute.default
    exists_once = default in (NOTHING, None, ()) or isinstance(default, (bool, Enum))
    inner = within(attribute)
    parts = () if inner is None else fields(inner)
    return exists_once and all(part.default is NOTHING for part in parts)


def _default(attribute: "Attribute[Any]") -> Any:
    """Return a field's default; what no record holds if it does not have one."""
    return msgspec.UNSET if attribute.default is NOTHING else attribute.default
