"""The commands `schema`, `conformance` and `sample`: what systems and newcomers start from."""

import json
from collections.abc import Mapping
from pathlib import Path

from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import output_folder, replacing, writable
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import OUTPUT
from nsc_program.cli._words import at, one_of
from nsc_program.errors import Message
from nsc_program.serialization import SCHEMAS, schema
from nsc_program.testing import sample
from nsc_program.testing.conformance import documents
from nsc_program.values._text import Text

_KINDS = {name.split("/")[1]: kind for kind, name in SCHEMAS.items()}


def _schema(options: Options) -> Done:
    """Print the JSON Schema of a kind of document."""
    return OK, [json.dumps(schema(_KINDS[options.document]), ensure_ascii=False, indent=1)]


def _sample(options: Options) -> Done:
    """Write the made-up register."""
    with replacing(options.output) as part:
        part.write_bytes(sample.document())
    return OK, [_MADE_UP.in_(options.lang)]


_MADE_UP = Text(
    vi="Cơ sở dữ liệu này là số liệu giả định, không phải kết quả của Hà Nội.",
    en="This register is made up, and says nothing about Hanoi's results.",
)


def _conformance(options: Options) -> Done:
    """Copy the cases to a folder."""
    targets = _targets(options.folder)
    _make(options.folder)
    _write_all(targets)
    return OK, map(str, targets)


def _targets(folder: Path) -> dict[Path, str]:
    """Return the text of each file to write into a folder."""
    return {folder / name: text for name, text in documents().items()}


def _write_all(texts: Mapping[Path, str]) -> None:
    """Write texts to files, after checking that every file can be written."""
    for target in texts:
        _check_writable(target)
    for target, text in texts.items():
        _write(target, text)


def _write(target: Path, text: str) -> None:
    """Write a file whole or not at all."""
    with replacing(target) as part:
        part.write_bytes(text.encode("utf-8"))


def _make(folder: Path) -> None:
    """Make a folder, unless it exists."""
    with at(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)


def _check_writable(target: Path) -> None:
    """Refuse a path at which no file can be written."""
    with at(str(target)):
        writable(target)


COMMANDS = (
    Command(
        name="schema",
        summary=Message(
            "lược đồ JSON của một loại tài liệu", "print the JSON Schema of a kind of document"
        ),
        about=Message(
            "In ra lược đồ (JSON Schema) của một loại tài liệu.",
            "Print the JSON Schema of a kind of document.",
        ),
        parameters=(
            Parameter(
                name="document",
                shown=Message("TÀI_LIỆU", "DOCUMENT"),
                help=Message(f"một trong: {', '.join(_KINDS)}", f"one of {', '.join(_KINDS)}"),
                take=one_of(*_KINDS),
                required=True,
            ),
        ),
        examples=(
            (
                "schema register > register.schema.json",
                Message(
                    "ghi lược đồ của cơ sở dữ liệu ra tệp",
                    "write the schema of registers to a file",
                ),
            ),
        ),
        run=_schema,
    ),
    Command(
        name="conformance",
        summary=Message(
            "bộ ca kiểm tra dành cho phần mềm khác",
            "copy test cases for other implementations",
        ),
        about=Message(
            "Chép bộ ca kiểm tra vào một thư mục: các kế hoạch, cơ sở dữ liệu và kết quả đúng, "
            "dạng JSON.",
            "Copy the conformance cases to a folder: plans, registers and the correct results, "
            "as JSON.",
        ),
        parameters=(
            Parameter(
                name="folder",
                shown=Message("THƯ_MỤC", "FOLDER"),
                help=Message(
                    "thư mục, được tạo nếu chưa có",
                    "the folder, which is created if it does not exist",
                ),
                take=output_folder,
                required=True,
            ),
        ),
        examples=(
            (
                "conformance cases/",
                Message("chép vào thư mục “cases”", "copy them to the folder “cases”"),
            ),
        ),
        run=_conformance,
    ),
    Command(
        name="sample",
        summary=Message(
            "cơ sở dữ liệu giả định để dùng thử", "write a made-up register to try out"
        ),
        about=Message(
            "Ghi ra tệp cơ sở dữ liệu giả định mà tài liệu dùng làm ví dụ. Mọi số liệu trong đó là "
            "giả định, không phải kết quả của Hà Nội.",
            "Write the register that the documentation uses to a file. Everything in it is made "
            "up, and it says nothing about Hanoi's results.",
        ),
        parameters=(OUTPUT,),
        examples=(
            (
                "sample -o register.json",
                Message(
                    "ghi ra tệp “register.json”, để dùng thử các lệnh khác",
                    "write register.json, to try the other commands on",
                ),
            ),
        ),
        run=_sample,
    ),
)
