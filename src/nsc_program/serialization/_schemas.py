"""The JSON Schema of each kind of document, as it was shipped: `tools/write_schemas.py` writes them."""

import json
from importlib.resources import files
from typing import Any, cast

from nsc_program.serialization._documents import SCHEMAS
from nsc_program.values._validators import one_of, wrong_type


def schema(kind: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the documents of one of the classes in `SCHEMAS`.

    Whatever the library writes is valid under it. A few things no schema can say (an end before its start, a verdict
    that does not follow from the rest), so what is valid may still be refused by `from_json`.

    Raises:
        InvalidType: for another kind.

    >>> from nsc_program import Register
    >>> schema(Register)["$id"]
    'urn:nsc-program:schema:register:1'
    """
    if kind not in SCHEMAS:
        raise wrong_type("kind", one_of(each.__name__ for each in SCHEMAS), kind)
    name = SCHEMAS[kind].partition("/")[2].replace("/", "-")
    text = (
        files("nsc_program.serialization")
        .joinpath("schemas", f"{name}.json")
        .read_text(encoding="utf-8")
    )
    return cast(dict[str, Any], json.loads(text))
