"""The schema of each kind of document, also with records of an embedder's own classes.

`tools/write_schemas.py` writes the schemas without such records to files, which `schema` reads.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from nsc_program.plan._counting import NotMet
from nsc_program.plan._indicators import Indicator, Unit
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Choice, Target
from nsc_program.records._completeness import Completeness
from nsc_program.records._register import Register
from nsc_program.records._reports import ReportedFigure
from nsc_program.serialization._documents import SCHEMAS, Lists, document_of
from nsc_program.serialization._field_readers import AnswersRow
from nsc_program.serialization._schema_parts import Parts, first_line
from nsc_program.serialization._schema_rules import counting
from nsc_program.serialization._schema_texts import ref, references
from nsc_program.serialization._writing import Json
from nsc_program.values._ranges import Range

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_with(kind: type, lists: Lists) -> dict[str, Any]:
    """Return the schema of documents that may have an embedder's own records.

    It does not have an `$id`, which names the schema without such records.

    Args:
        kind: one of the classes in `SCHEMAS`.
        lists: the lists of records of an embedder's classes.
    """
    schema = document(kind, parts_of(kind, lists), lists)
    del schema["$id"]
    # Parts that stand in several schemas are not shared with the caller.
    return dict(json.loads(json.dumps(schema)))


def parts_of(kind: type, lists: Lists = ()) -> Parts:
    """Return the parts of the schema of one kind of document, which are not made yet.

    Args:
        kind: one of the classes in `SCHEMAS`.
        lists: the lists of records of an embedder's classes.
    """
    own = tuple(own_kind for _, own_kind in lists)
    return Parts(by_id=kind is Program, own=own, special=_SPECIAL)


def document(kind: type, parts: Parts, lists: Lists = ()) -> dict[str, Any]:
    """Return the schema of one kind of document.

    Args:
        kind: one of the classes in `SCHEMAS`.
        parts: its parts, in which what is left to the reader is listed afterwards.
        lists: the lists of records of an embedder's classes.
    """
    root = parts.object(document_of(lists) if kind is Register else kind)
    own = {"schema": {"const": SCHEMAS[kind]}, **root["properties"]}
    root = {
        **root,
        **first_line(kind),
        "properties": own | (_lists_of_a_plan(parts) if kind is Program else {}),
        "required": ["schema", *root["required"]],
    }
    return {**_head(kind), **root, "$defs": _used(parts.defs, root)}


def _head(kind: type) -> Json:
    name = SCHEMAS[kind].replace("/", ":schema:", 1).replace("/", ":")
    return {"$schema": DIALECT, "$id": f"urn:{name}", "title": SCHEMAS[kind]}


def _lists_of_a_plan(parts: Parts) -> Json:
    """Return the schemas of what a plan lists once and names by ids."""
    return {"documents": _list(parts, Document), "units": _list(parts, Unit)}


def _list(parts: Parts, kind: type) -> Json:
    return {"type": "array", "items": parts.whole(kind), "default": []}


def _used(defs: Mapping[str, Json], root: Json) -> Json:
    """Return the definitions that something refers to, in order."""
    used = references([root, defs])
    return {name: definition for name, definition in sorted(defs.items()) if name in used}


# --- fields with a schema of their own ---


def _reported(parts: Parts) -> Json:
    """Return the schema of a number or of a range of numbers."""

    def given_range() -> Json:
        whole = parts.object(Range)
        return json.loads(json.dumps(whole).replace("/Number", "/GivenNumber"))

    parts.plain("GivenNumber")
    return {"anyOf": [ref("GivenNumber"), parts.named("GivenRange", given_range)]}


def _rows(parts: Parts) -> Json:
    """Return the schema of the rows of a choice."""
    whole = parts.object(AnswersRow)
    answers = {"type": "array", "items": parts.plain("Id")}
    row = {**whole, "properties": {**whole["properties"], "answers": answers}}
    return {"type": "array", "items": parts.named("Row", lambda: row)}


def _choices(_: Parts) -> Json:
    return {"type": "object", "additionalProperties": {"type": "string"}}


_SPECIAL: Mapping[tuple[type, str], Callable[[Parts], Json]] = {
    (Completeness, "what"): lambda parts: parts.plain("ClaimedOf"),
    (ReportedFigure, "value"): _reported,
    (Choice, "indicators"): _rows,
    (Indicator, "counting"): counting,
    (Reading, "choices"): _choices,
    (NotMet, "of"): lambda parts: {"enum": [kind.__name__ for kind in parts.classes]},
    (NotMet, "value"): lambda _: {"type": ["boolean", "integer", "string"]},
    (Target, "indicator"): lambda parts: {"anyOf": [parts.plain("Id"), parts.of_class(Choice)]},
}
