"""`nsc-program schema` and `conformance`: what other systems build on."""

import argparse
import json
from importlib.resources import files
from pathlib import Path

from nsc_program.cli._options import OK, Done, replacing
from nsc_program.serialization import SCHEMAS, schema

_KINDS = {name.split("/")[1]: kind for kind, name in SCHEMAS.items()}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    describing = commands.add_parser(
        "schema", help="the JSON Schema of a kind of document (lược đồ JSON của một loại tài liệu)"
    )
    describing.add_argument("document", choices=_KINDS, metavar="DOCUMENT", help=", ".join(_KINDS))
    describing.set_defaults(run=_schema)

    copying = commands.add_parser(
        "conformance",
        help="cases to hold another implementation to (bộ ca kiểm tra)",
        description="Copy the conformance cases to a folder: plans, registers, and what follows from them, as JSON.",
    )
    copying.add_argument("folder", type=Path, metavar="FOLDER", help="it is made if there is none")
    copying.set_defaults(run=_conformance)


def _schema(options: argparse.Namespace) -> Done:
    return OK, [json.dumps(schema(_KINDS[options.document]), ensure_ascii=False, indent=1)]


def _conformance(options: argparse.Namespace) -> Done:
    options.folder.mkdir(parents=True, exist_ok=True)
    copied = []
    for case in sorted(files("nsc_program.conformance").joinpath("cases").iterdir(), key=lambda each: each.name):
        target = options.folder / case.name
        with replacing(target) as part:
            part.write_bytes(case.read_bytes())
        copied.append(str(target))
    return OK, copied
