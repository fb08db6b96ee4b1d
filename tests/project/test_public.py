"""The package's public names, how little an import loads, and its documentation's examples."""

import contextlib
import doctest
import importlib
import inspect
import io
import linecache
import pkgutil
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import nsc_program
from public_names import BY_ROOM, FACE, PUBLIC, ROOMS

ROOT = Path(__file__).parents[2]


def modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(nsc_program.__path__, "nsc_program.")
    return [
        importlib.import_module(module.name)
        for module in found
        if module.name != "nsc_program.__main__"
    ]


def with_examples() -> list[ModuleType]:
    """Return the modules with examples; to look for the docstrings of all takes long."""
    return [module for module in modules() if ">>> " in inspect.getsource(module)]


class TestPublicNames:
    """Each name is listed once, in the stub of its room.

    The package repeats the most common ones.
    """

    def test_the_package_itself_has_few_names(self) -> None:
        assert 50 < len(FACE) <= 66

    def test_the_names_of_the_package_come_from_its_rooms(self) -> None:
        known = PUBLIC | vars(nsc_program.errors)
        assert FACE == {name: known[name] for name in FACE}

    @pytest.mark.parametrize("room", ROOMS)
    def test_a_name_is_listed_by_the_room_that_defines_it(self, room: str) -> None:
        defined = [
            value for value in BY_ROOM[room].values() if isinstance(value, (type, FunctionType))
        ]
        assert [] == [value for value in defined if value.__module__.split(".")[1] != room]

    def test_every_name_belongs_to_one_room(self) -> None:
        assert len(PUBLIC) == sum(map(len, BY_ROOM.values()))

    def test_public_modules_have_different_names(self) -> None:
        public = [name for name in (each.__name__ for each in modules()) if "._" not in name]
        leaves = [name.rpartition(".")[2] for name in public]
        assert len(set(leaves)) == len(leaves)

    def test_rooms_are_attributes_of_the_package(self) -> None:
        code = (
            "import nsc_program; "
            "print(nsc_program.verdicts.sweep.__name__, nsc_program.wording.parse.__name__)"
        )
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        )
        assert "sweep parse\n" == done.stdout

    def test_a_star_import_gets_every_name(self) -> None:
        found: dict[str, object] = {}
        exec("from nsc_program.verdicts import *", found)  # noqa: S102
        assert BY_ROOM["verdicts"] == {
            name: value for name, value in found.items() if name != "__builtins__"
        }

    def test_the_room_of_tables_finds_every_name_it_lists(self) -> None:
        code = (
            "import nsc_program.report._table as module; from nsc_program import report; "
            "print(report.table is module.table, *map(report.__getattr__, dir(report)))"
        )
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        )
        assert done.stdout.startswith("True ")

    def test_the_version_is_that_of_the_distribution(self) -> None:
        assert version("nsc_program") == nsc_program.__version__

    def test_the_version_is_the_one_to_cite(self) -> None:
        cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
        assert f"version: {nsc_program.__version__}" in cited

    def test_an_unknown_name_is_an_attribute_error(self) -> None:
        with pytest.raises(AttributeError, match="module 'nsc_program' has no attribute 'evaluat'"):
            nsc_program.evaluat  # type: ignore[attr-defined]  # noqa: B018

    def test_every_public_class_has_a_docstring(self) -> None:
        assert [] == [one for one in PUBLIC.values() if isinstance(one, type) and not one.__doc__]


def imported_by(code: str, *names: str) -> list[str]:
    """Return which of these modules a piece of code imports, in its own process."""
    code = f"import sys; before = {{*sys.modules}}\n{code}\nprint(*{{*sys.modules}} - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603
    return [name for name in names if name in done.stdout.split()]


def test_importing_the_package_imports_no_other_module() -> None:
    """Modules are imported when used: the package alone needs no attrs, cattrs or Hypothesis."""
    assert [] == imported_by(
        "import nsc_program",
        "attr",
        "attrs",
        "cattrs",
        "hypothesis",
        "importlib",
        "inspect",
        "typing",
    )


def test_the_core_needs_no_cattrs() -> None:
    assert [] == imported_by(
        "from nsc_program import HANOI, evaluate, findings", "cattrs", "hypothesis", "stdnum"
    )


def test_what_counts_and_decides_is_imported_by_the_first_call() -> None:
    assert [] == imported_by(
        "from nsc_program import HANOI, tally, evaluate",
        "nsc_program.figures._tallying",
        "nsc_program.verdicts._evaluation",
        "nsc_program.catalog.national",
        "nsc_program.records._reports",
        "nsc_program.plan._attested",
        "nsc_program.values._showing",
        "dateutil",
        "difflib",
        "hashlib",
        "json",
        "textwrap",
    )


def test_a_command_imports_only_what_it_uses() -> None:
    """The module of a command holds several commands, which name what they need by its room."""
    sample = ROOT / "docs" / "examples" / "made-up-register.json"
    arguments = ["evaluate", str(sample), "--as-of", "2026-06-30"]
    code = (
        "import contextlib, io; from nsc_program.cli import main\n"
        f"with contextlib.redirect_stdout(io.StringIO()): main({arguments})"
    )
    assert [] == imported_by(
        code,
        "nsc_program.catalog.national",
        "nsc_program.checks._findings",
        "nsc_program.checks._types",
        "nsc_program.cli._intake",
        "nsc_program.cli._plan",
        "nsc_program.intake",
        "nsc_program.report.findings",
        "nsc_program.report.grids",
        "nsc_program.verdicts._evidence",
        "nsc_program.verdicts._phase_comparison",
        "nsc_program.verdicts._sweep",
        "nsc_program.wording",
        "difflib",
        "hashlib",
        "secrets",
        "tempfile",
    )


class TestDocumentation:
    def test_the_examples_in_docstrings_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # Before each docstring it would look at every file that was read so far.
        monkeypatch.setattr(linecache, "checkcache", lambda _=None: None)
        tried = {module.__name__: doctest.testmod(module) for module in with_examples()}
        assert {} == {name: result for name, result in tried.items() if result.failed}

    def test_there_are_examples_in_docstrings(self) -> None:
        assert 10 < len(with_examples())

    def test_the_program_in_the_readme_prints_what_the_readme_shows(self) -> None:
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        program, *_ = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        printed = io.StringIO()

        with contextlib.redirect_stdout(printed):
            exec(program, {})  # noqa: S102  # our own README

        assert printed.getvalue().startswith(
            "attained (Asked(question='support-event', answer='completion'), "
        )
        assert "Asked(question='tolerance', answer=Fraction(1, 20))" in printed.getvalue()
