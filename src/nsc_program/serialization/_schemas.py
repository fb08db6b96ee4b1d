"""The JSON Schema of each kind of document; `tools/write_schemas.py` writes the files."""

import json
from collections.abc import Mapping
from typing import Any, cast

from nsc_program.records._base import Record
from nsc_program.serialization._documents import SCHEMAS, lists_of
from nsc_program.values._validators import one_of, wrong_type


def schema(kind: type, *, records: Mapping[str, type[Record]] | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the documents of a class.

    Every document that the library writes is valid under its schema. A schema cannot express every
    rule, such as that an end is not before its start, or that a verdict follows from the other
    values. So `from_json` may reject a document that is valid under the schema.

    Args:
        kind: one of the classes in `SCHEMAS`.
        records: an embedder's own classes of records, by their keys in documents. Claims and
            rejected rows may name these classes, and rules may count them.

    Returns:
        The schema, as JSON holds it. With `records` it does not have an `$id`, because it is
        another schema than the one that the library publishes. What a type or a validator that the
        library does not know demands is left to `from_json`.

    Raises:
        InvalidType: if `kind` is another class, or one in `records` is not a class of records.
        InvalidValue: for a key in `records` that documents cannot have.

    >>> from nsc_program import Register
    >>> schema(Register)["$id"]
    'urn:nsc-program:schema:register:1'
    """
    if kind not in SCHEMAS:
        raise wrong_type("kind", one_of(known.__name__ for known in SCHEMAS), kind)
    lists = lists_of(records)
    if lists:
        # Imported only here, because most programs do not describe classes of their own.
        from nsc_program.serialization._schema_documents import schema_with  # noqa: PLC0415

        return schema_with(kind, lists)
    name = SCHEMAS[kind].partition("/")[2].replace("/", "-")
    return cast(dict[str, Any], json.loads(_text_of(f"{name}.json")))


def _text_of(name: str) -> str:
    from importlib.resources import files  # noqa: PLC0415  # only a schema needs it

    folder = files("nsc_program.serialization").joinpath("schemas")
    return folder.joinpath(name).read_text(encoding="utf-8")
