"""Check what three type checkers report about the code of a user.

Each of them must accept `typing_tests/accepted.py`, and report exactly the marked lines of
`typing_tests/refused.py`. They see the installed package with its `py.typed`. pyright and pyrefly
run with their default settings, and mypy is strict.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

CASES = Path(__file__).parents[1] / "typing_tests"
_MARK = "  # refused"
_MYPY = re.compile(r"^(?P<file>\w+\.py):(?P<line>\d+): error: (?P<message>.*)$", re.MULTILINE)
# Without these files the checkers would look for settings in every parent folder.
_SETTINGS = {
    "mypy.ini": "[mypy]\nstrict = true\npretty = false\n",
    "pyrightconfig.json": "{}",
    "pyrefly.toml": "project-excludes = []\nuse-ignore-files = false\n",
}

Place: TypeAlias = tuple[str, int]
Reported: TypeAlias = Mapping[Place, str]


def _output(folder: str, *command: str) -> str:
    """Return the output of a checker, whether or not it finds errors."""
    program = Path(sys.executable).with_name(command[0])
    return subprocess.run(  # noqa: S603
        [program, *command[1:]], cwd=folder, capture_output=True, check=False, text=True
    ).stdout


def mypy(folder: str) -> Reported:
    """Return the errors that mypy reports."""
    text = _output(folder, "mypy", "--python-executable", sys.executable, ".")
    return {(error["file"], int(error["line"])): error["message"] for error in _MYPY.finditer(text)}


def pyright(folder: str) -> Reported:
    """Return the errors that pyright reports."""
    text = _output(folder, "pyright", "--outputjson", "--pythonpath", sys.executable, ".")
    diagnostics = json.loads(text)["generalDiagnostics"]
    errors = [diagnostic for diagnostic in diagnostics if diagnostic["severity"] == "error"]
    return {
        (Path(error["file"]).name, error["range"]["start"]["line"] + 1): error["message"]
        for error in errors
    }


def pyrefly(folder: str) -> Reported:
    """Return the errors that pyrefly reports."""
    options = ("--output-format", "json", "--python-interpreter-path", sys.executable)
    text = _output(folder, "pyrefly", "check", *options)
    errors = [error for error in json.loads(text)["errors"] if error["severity"] == "error"]
    return {
        (Path(error["path"]).name, error["line"]): error["concise_description"] for error in errors
    }


CHECKERS: tuple[Callable[[str], Reported], ...] = (mypy, pyright, pyrefly)


def marked() -> Iterator[Place]:
    """Yield the lines that every checker must report."""
    for path in sorted(CASES.glob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.endswith(_MARK):
                yield path.name, number


def wrong(checker: Callable[[str], Reported]) -> Iterator[str]:
    """Yield the differences between the marks and what a checker reports."""
    with TemporaryDirectory() as folder:
        shutil.copytree(CASES, folder, dirs_exist_ok=True)
        for name, text in _SETTINGS.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        reported, wanted = checker(folder), set(marked())
    for file, line in sorted(wanted - reported.keys()):
        yield f"{checker.__name__}: {file}:{line}: expected an error, but the line was accepted"
    for file, line in sorted(reported.keys() - wanted):
        yield f"{checker.__name__}: {file}:{line}: {reported[file, line]}"


def main() -> int:
    """Print the differences; return 1 if there are any, else 0."""
    spec = find_spec("nsc_program")
    origin = spec.origin if spec is not None else None
    is_typed = origin is not None and Path(origin).with_name("py.typed").is_file()
    problems = [] if is_typed else ["nsc_program is not installed with its py.typed"]
    for checker in CHECKERS:
        differences = list(wrong(checker))
        problems += differences
        to_report = f"{len(set(marked()))} lines to report"
        sys.stdout.write(f"{checker.__name__}: {to_report}, {len(differences)} differences\n")
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
