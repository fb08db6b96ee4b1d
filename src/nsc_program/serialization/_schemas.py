"""The JSON Schema of each kind of document; `tools/write_schemas.py` writes the files."""

import json
from importlib.resources import files
from typing import Any, cast

from nsc_program.serialization._documents import SCHEMAS
from nsc_program.values._validators import one_of, wrong_type


def schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the documents of a class.

    Every document that the library writes is valid under its schema. A schema cannot express every
    rule, such as that an end is not before its start, or that a verdict follows from the other
    values. So `from_json` may reject a document that is valid under the schema.

    Args:
        kind: one of the classes in `SCHEMAS`.

    Returns:
        The schema, as JSON holds it.

    Raises:
        InvalidType: if `kind` is another class.

    >>> from nsc_program import Register
    >>> schema(Register)["$id"]
    'urn:nsc-program:schema:register:1'
    """
    if kind not in SCHEMAS:
        raise wrong_type("kind", one_of(known.__name__ for known in SCHEMAS), kind)
    name = SCHEMAS[kind].partition("/")[2].replace("/", "-")
    return cast(dict[str, Any], json.loads(_text_of(f"{name}.json")))


def _text_of(name: str) -> str:
    folder = files("nsc_program.serialization").joinpath("schemas")
    return folder.joinpath(name).read_text(encoding="utf-8")
