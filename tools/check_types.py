"""Hold three type checkers to what a user's code must be told.

Each must accept `typing_tests/accepted.py`, and report of `typing_tests/refused.py` exactly the lines that are marked.
They see the package as it is installed, by its `py.typed`, by the checkers' own settings; mypy is strict.
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
# Each checker's own defaults, wherever the folder is: they look for settings in all folders above.
_SETTINGS = {
    "mypy.ini": "[mypy]\nstrict = true\npretty = false\n",
    "pyrightconfig.json": "{}",
    "pyrefly.toml": "project-excludes = []\nuse-ignore-files = false\n",
}

Place: TypeAlias = tuple[str, int]
Reported: TypeAlias = Mapping[Place, str]


def _said(folder: str, *command: str) -> str:
    """What a checker writes; that it finds errors is no failure of it."""
    program = Path(sys.executable).with_name(command[0])
    return subprocess.run(  # noqa: S603
        [program, *command[1:]], cwd=folder, capture_output=True, check=False, text=True
    ).stdout


def mypy(folder: str) -> Reported:
    """Ask mypy."""
    text = _said(folder, "mypy", "--python-executable", sys.executable, ".")
    return {(each["file"], int(each["line"])): each["message"] for each in _MYPY.finditer(text)}


def pyright(folder: str) -> Reported:
    """Ask pyright."""
    found = json.loads(
        _said(folder, "pyright", "--outputjson", "--pythonpath", sys.executable, ".")
    )
    errors = (each for each in found["generalDiagnostics"] if each["severity"] == "error")
    return {
        (Path(each["file"]).name, each["range"]["start"]["line"] + 1): each["message"]
        for each in errors
    }


def pyrefly(folder: str) -> Reported:
    """Ask pyrefly."""
    how = ("--output-format", "json", "--python-interpreter-path", sys.executable)
    text = _said(folder, "pyrefly", "check", *how)
    errors = (each for each in json.loads(text)["errors"] if each["severity"] == "error")
    return {(Path(each["path"]).name, each["line"]): each["concise_description"] for each in errors}


CHECKERS: tuple[Callable[[str], Reported], ...] = (mypy, pyright, pyrefly)


def marked() -> Iterator[Place]:
    """The lines that every checker must report."""
    for path in sorted(CASES.glob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.endswith(_MARK):
                yield path.name, number


def wrong(checker: Callable[[str], Reported]) -> Iterator[str]:
    """Where a checker does not do as the marks say."""
    with TemporaryDirectory() as folder:
        shutil.copytree(CASES, folder, dirs_exist_ok=True)
        for name, text in _SETTINGS.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        reported, wanted = checker(folder), set(marked())
    for file, line in sorted(wanted - reported.keys()):
        yield f"{checker.__name__}: {file}:{line}: expected an error, and there is none"
    for file, line in sorted(reported.keys() - wanted):
        yield f"{checker.__name__}: {file}:{line}: {reported[file, line]}"


def main() -> int:
    """Say what is wrong; 1 if anything is."""
    spec = find_spec("nsc_program")
    typed = (
        spec is not None
        and spec.origin is not None
        and Path(spec.origin).with_name("py.typed").is_file()
    )
    problems = [] if typed else ["nsc_program is not installed with its py.typed"]
    for checker in CHECKERS:
        found = list(wrong(checker))
        problems += found
        sys.stdout.write(
            f"{checker.__name__}: {len(set(marked()))} lines to report, {len(found)} differences\n"
        )
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
