"""Write the JSON Schema of every document, from the classes of the values in it.

The schemas follow from the types, the defaults and the validators of the fields; the modules
`_schema_*.py` of `nsc_program.serialization` make them. `python tools/write_schemas.py` writes
`src/nsc_program/serialization/schemas/*.json`.
"""

import json
from pathlib import Path
from typing import Any

from nsc_program.serialization import SCHEMAS
from nsc_program.serialization._schema_documents import document, parts_of
from nsc_program.serialization._schema_parts import Parts
from nsc_program.values._validators import is_unseen

FOLDER = Path(__file__).parents[1] / "src" / "nsc_program" / "serialization" / "schemas"


def _file(kind: type) -> str:
    return SCHEMAS[kind].partition("/")[2].replace("/", "-") + ".json"


def pretty(schema: dict[str, Any]) -> str:
    """Return a schema as JSON with every invisible character escaped."""
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    unseen = {character for character in text if is_unseen(character)} - {"\n"}
    for character in sorted(unseen):
        text = text.replace(character, json.dumps(character)[1:-1])
    return text + "\n"


def complete(kind: type, parts: Parts) -> dict[str, Any]:
    """Return the schema of a kind of document; stop at a type or validator that is not known."""
    schema = document(kind, parts)
    if parts.unknown:
        known = "serialization/_schema_checks.py or _schema_parts.py"
        raise SystemExit(f"unknown validator or type {parts.unknown[0]!r}: add it to {known}")
    return schema


def build() -> dict[str, str]:
    """Return the text of every schema file, by the name of the file."""
    return {_file(kind): pretty(complete(kind, parts_of(kind))) for kind in SCHEMAS}


def main(folder: Path = FOLDER) -> None:
    """Write every schema file."""
    folder.mkdir(exist_ok=True)
    for name, text in build().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
