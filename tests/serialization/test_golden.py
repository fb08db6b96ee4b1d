"""Documents of earlier releases stay readable for ever, and are written as they were.

`tools/write_golden.py` wrote them, and never rewrites one.
"""

import json
import re
import runpy
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import AttrsInstance, fields

from each import for_each
from nsc_program import Completeness, Evaluation, RejectedRow, Status, evaluate
from nsc_program.checks import Finding
from nsc_program.serialization import SCHEMAS, from_json, to_json
from nsc_program.serialization._documents import KEYS
from nsc_program.serialization._writing import TAGGED, digest, digest_of
from nsc_program.verdicts import Sweep
from nsc_program.verdicts._results import Result

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
FILES = sorted(GOLDEN.rglob("*.json"))
KINDS = {"-".join(schema.split("/")[1:]): kind for kind, schema in SCHEMAS.items()}
SCRIPT = runpy.run_path(str(ROOT / "tools" / "write_golden.py"))


def _named(path: Path) -> str:
    return path.relative_to(GOLDEN).with_suffix("").as_posix()


def _text(name: str) -> str:
    return (GOLDEN / f"{name}.json").read_text(encoding="utf-8")


def _read(name: str) -> Any:  # noqa: ANN401  # whatever the folder holds
    return from_json(_text(name), KINDS[name.partition("/")[0]])


def _line(name: str) -> bytes:
    """Return the part of a document that a digest covers."""
    document = json.loads(_text(name))
    return (json.dumps(document, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


class TestEachDocument:
    """Each document is read, and written as it was."""

    @pytest.mark.parametrize("path", FILES, ids=_named)
    def test_a_document_is_read_and_written_back(self, path: Path) -> None:
        value = _read(_named(path))

        assert value == from_json(to_json(value), type(value))

    @for_each("path", FILES, ids=_named)
    def test_a_document_is_written_byte_for_byte(self, path: Path) -> None:
        assert path.read_bytes() == (to_json(_read(_named(path))) + "\n").encode()

    @for_each("path", FILES, ids=_named)
    def test_a_document_has_the_kind_of_its_folder(self, path: Path) -> None:
        schema = json.loads(path.read_text(encoding="utf-8"))["schema"]

        assert path.parent.name == "-".join(schema.split("/")[1:])

    @for_each("path", FILES, ids=_named)
    def test_a_document_is_small_enough_to_keep(self, path: Path) -> None:
        assert path.stat().st_size < 200_000


class TestAllDocuments:
    """Together the documents contain everything that a document can contain."""

    def test_every_kind_has_a_document(self) -> None:
        assert set(KINDS) <= {path.parent.name for path in FILES}

    def test_every_class_that_names_its_type_occurs(self) -> None:
        found = re.findall(r'"type": "(\w+)"', "".join(_text(_named(path)) for path in FILES))

        findings = {kind.__name__ for kind in get_args(Finding)}
        assert {*TAGGED.values(), *findings} == set(found)

    @for_each("kind", [*KEYS, Completeness, RejectedRow], ids=lambda kind: kind.__name__)
    def test_every_field_of_a_register_occurs(self, kind: type[AttrsInstance]) -> None:
        names: dict[Any, str] = {**KEYS, Completeness: "completeness", RejectedRow: "rejected"}
        written = {
            name
            for item in json.loads(_text("register-1/every-field"))[names[kind]]
            for name in item
        }

        assert {field.name for field in fields(kind)} == written

    def test_every_status_occurs(self) -> None:
        evaluation: Evaluation = _read("evaluation-1/small")

        assert set(Status) == {verdict.status for verdict in evaluation.verdicts}
        assert None in {phase.status for phase in evaluation.phases}

    def test_some_target_hinges_on_a_question(self) -> None:
        sweep: Sweep = _read("sweep-1/small")

        assert [
            each.target.id for each in sweep.targets if each.hinges and each.critical_tolerances
        ]


class TestResults:
    """A result keeps the name of the library that made it, and its digest still fits its inputs."""

    @pytest.mark.parametrize(
        ("result", "parts"),
        [
            ("evaluation-1/hanoi", ("program-1/hanoi", "figures-1/hanoi", "reading-1/default")),
            (
                "evaluation-1/small",
                ("program-1/small", "figures-1/every-note", "reading-1/default"),
            ),
            (
                "evaluation-1/small-read-otherwise",
                ("program-1/small", "figures-1/every-note", "reading-1/all-other"),
            ),
            ("sweep-1/small", ("program-1/small", "figures-1/every-note")),
            (
                "comparison-1/small",
                ("program-1/small", "figures-1/every-note", "reading-1/default"),
            ),
        ],
    )
    def test_a_result_names_its_library_and_digest(
        self, result: str, parts: tuple[str, ...]
    ) -> None:
        found: Result = _read(result)

        assert "nsc_program 0.1.0" == json.loads(to_json(found))["library"]
        assert sha256(b"".join(map(_line, parts))).hexdigest() == digest(found)
        assert digest_of(*map(_read, parts)) == digest(found)

    def test_the_verdicts_are_still_the_same(self) -> None:
        evaluation: Evaluation = _read("evaluation-1/hanoi")
        program, figures = _read("program-1/hanoi"), _read("figures-1/hanoi")

        assert [verdict.status for verdict in evaluation.verdicts] == [
            verdict.status for verdict in evaluate(program, figures, evaluation.reading).verdicts
        ]


class TestScript:
    """The script writes missing documents and leaves the others."""

    def test_a_golden_file_is_never_rewritten(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setitem(SCRIPT["main"].__globals__, "GOLDEN", tmp_path)
        kept = tmp_path / "reading-1" / "default.json"
        kept.parent.mkdir()
        kept.write_text("kept", encoding="utf-8")

        SCRIPT["main"]()

        assert "kept" == kept.read_text(encoding="utf-8")
        assert {_named(path) for path in FILES} <= {
            path.relative_to(tmp_path).with_suffix("").as_posix()
            for path in tmp_path.rglob("*.json")
        }
        assert "left    reading-1/default.json" in capsys.readouterr().out
