"""Change the core in one place at a time, and check that the tests notice every change.

    python tools/mutants.py values._ranges plan._bounds   # some modules; all of them without a name

mutmut decides what can be changed into what. This script decides where, and tries each change (a
mutant) faster than mutmut does. No file is touched, and several mutants run side by side. Each runs
in a process that is forked after the tests are collected: the changed function gets its new code,
and the tests that call the function run. A mutant that cannot be tried so, or survives, then runs
with the tests that `mutants.toml` names for its module, and with a freshly imported library. A
mutant that survives those tests must be on the list of equivalents (`mutants_equivalent.toml`) with
a reason, and every mutant on the list must survive.
"""

import argparse
import gc
import importlib
import json
import os
import re
import resource
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from inspect import CO_NEWLOCALS
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple, TypeAlias

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "nsc_program"
CONFIG: dict[str, Any] = tomllib.loads(
    (ROOT / "tools" / "mutants.toml").read_text(encoding="utf-8")
)
EQUIVALENT = ROOT / "tools" / "mutants_equivalent.toml"
MODULES = tuple(CONFIG["modules"])
PAGE = ROOT / "docs" / "reference" / "mutants.md"


class Place(NamedTuple):
    """The identity of a mutant, which does not change when other lines of its module move.

    Attributes:
        module: The module, relative to the package.
        function: The qualified name of the function, or an empty text at module level.
        operator: The kind of change.
        line: The changed lines before the change.
        becomes: The same lines after the change.
    """

    module: str
    function: str
    operator: str
    line: str
    becomes: str


class Mutant(NamedTuple):
    """A change of one module.

    Attributes:
        place: The identity of the mutant.
        text: The text of the changed module.
    """

    place: Place
    text: str


# --- mutants ---


def mutants(module: str, text: str) -> Iterator[Mutant]:
    """Yield all mutants of a module, each once, except of lines with `assert_never`."""
    tree = importlib.import_module("libcst").parse_module(text)
    seen = set()
    for around, node in _nodes(tree, ()):
        definitions = [
            outer for outer in around if type(outer).__name__ in {"ClassDef", "FunctionDef"}
        ]
        function = ".".join(definition.name.value for definition in definitions)
        for operator, new in _changes(around, node):
            changed = tree.deep_replace(node, new).code
            place = Place(module, function, operator, *_difference(text, changed))
            if changed not in seen and "assert_never" not in place.line:
                seen.add(changed)
                yield Mutant(place, changed)


_Node: TypeAlias = Any
"""A node of libcst.

libcst comes with mutmut, and the tests of the list and the page run without both.
"""


def _nodes(node: _Node, around: tuple[_Node, ...]) -> Iterator[tuple[tuple[_Node, ...], _Node]]:
    """Yield all nodes with the nodes around them.

    Declarations are left out: types, decorators, type aliases and type variables.
    """
    match type(node).__name__:
        case "Annotation" | "Decorator":
            return
        case "AnnAssign" if getattr(node.annotation.annotation, "value", None) == "TypeAlias":
            return
        case "Assign" if _called(node.value) == "TypeVar":
            return
        case "Call" if _called(node) == "cast":
            yield from _nodes(node.args[1].value, (*around, node))
            return
    yield around, node
    for child in node.children:
        yield from _nodes(child, (*around, node))


def _called(node: _Node) -> str | None:
    """Return the name of the called function, if the node is a call by name."""
    return getattr(node.func, "value", None) if type(node).__name__ == "Call" else None


def _changes(around: tuple[_Node, ...], node: _Node) -> Iterator[tuple[str, _Node]]:
    """Yield the changes of a node, each with its kind.

    The texts of messages and labels do not change. Neither do calls of `len` and `isinstance` lose
    an argument, because without it they always fail.
    """
    # Nothing depends on the texts that people read.
    in_words = any(type(outer).__name__ == "Raise" or _called(outer) == "Text" for outer in around)
    takes_all = _called(node) in {"len", "isinstance"}
    mutators = importlib.import_module("mutmut.mutation.mutators")
    for kind, operator in (*mutators.mutation_operators, (object, _condition)):
        name = operator.__name__.lstrip("_").removeprefix("operator_")
        if (
            isinstance(node, kind)
            and not (in_words and name == "string")
            and not (takes_all and "arg" in name)
        ):
            yield from ((name, new) for new in operator(node))


def _condition(node: _Node) -> Iterator[_Node]:
    """Yield an `if` with a condition that is never true, and with one that is always true.

    mutmut itself does so only for conditional expressions.
    """
    cst = importlib.import_module("libcst")
    if isinstance(node, (cst.If, cst.CompIf)):
        inner = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
        for operator, name in ((cst.And(), "False"), (cst.Or(), "True")):
            yield node.with_changes(test=cst.BooleanOperation(inner, operator, cst.Name(name)))


def _difference(before: str, after: str) -> tuple[str, str]:
    """Return the lines that differ, before and after."""
    old, new = before.splitlines(), after.splitlines()
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return _joined(old[head : len(old) - tail]), _joined(new[head : len(new) - tail])


def _joined(lines: Iterable[str]) -> str:
    return " ".join(filter(None, (line.split("  #")[0].strip() for line in lines)))


# --- runs ---


class Run(NamedTuple):
    """A run of tests.

    Attributes:
        tests: The tests in their order.
        seconds: The limit of processor time, in seconds.
        budget: The seconds of tests that are chosen for a mutant.
    """

    tests: Sequence[str]
    seconds: int
    budget: int


class _Loader(SourceFileLoader):
    """A loader that compiles a changed text instead of the module's file."""

    text = ""

    def get_code(self, fullname: str) -> CodeType:
        """Compile the changed text."""
        return _compiled(self.text, Path(self.get_filename(fullname)))


class _Finder:
    """A finder that imports one module from a changed text."""

    def __init__(self, module: str, text: str) -> None:
        self.name, self.file, self.text = f"nsc_program.{module}", _file(module), text

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
        """Return the spec of the changed module, or `None` for other modules."""
        del path, target
        if fullname != self.name:
            return None
        loader = _Loader(fullname, str(self.file))
        loader.text = self.text
        inside = [str(self.file.parent)] if self.file.name == "__init__.py" else None
        return spec_from_file_location(
            fullname, self.file, loader=loader, submodule_search_locations=inside
        )


def _file(module: str) -> Path:
    path = SOURCE / module.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _compiled(text: str, file: Path) -> CodeType:
    return compile(text, str(file), "exec", dont_inherit=True)


_Patch: TypeAlias = dict[tuple[str, int], CodeType]


def _patch(before: CodeType, after: CodeType) -> _Patch | None:
    """Return the new code of a module's functions, or `None` if other code differs too."""
    old_codes, new_codes = _inner_codes(before), _inner_codes(after)
    if _own_code(before) != _own_code(after) or len(old_codes) != len(new_codes):
        return None
    patch: _Patch = {}
    for old, new in zip(old_codes, new_codes, strict=True):
        if old.co_flags & CO_NEWLOCALS:
            if old.co_freevars != new.co_freevars:
                return None
            patch[old.co_qualname, old.co_firstlineno] = new
        else:
            inner = _patch(old, new)
            if inner is None:
                return None
            patch |= inner
    return patch


def _inner_codes(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _own_code(code: CodeType) -> tuple[object, ...]:
    """Return the code of a module or class itself, without the code inside it."""
    constants = [constant for constant in code.co_consts if not isinstance(constant, CodeType)]
    return code.co_code, code.co_names, constants


def _functions(file: Path) -> list[FunctionType]:
    """Return every function object of a module, wherever there is a reference to it."""
    functions = [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]
    return [function for function in functions if function.__code__.co_filename == str(file)]


def _new_code(patch: _Patch, function: FunctionType) -> CodeType:
    code = function.__code__
    return patch.get((code.co_qualname, code.co_firstlineno), code)


def _put(patch: _Patch, functions: Iterable[FunctionType]) -> None:
    """Give functions their new code."""
    for function in functions:
        function.__code__ = _new_code(patch, function)


def _limit(run: Run) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (run.seconds, run.seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def _tests(run: Run, *plugins: object) -> int:
    import hypothesis.entry_points  # noqa: PLC0415

    hypothesis.entry_points.run()
    short = ("-x", "-q", "--tb=no")
    options = ("-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
    profile = "--hypothesis-profile=mutants"
    return pytest.main([*short, *options, profile, *run.tests], plugins)


def _forked(work: Callable[[], int]) -> int:
    """Do some work in a silent child process, and return the id of the process."""
    child = os.fork()
    if child:
        return child
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os._exit(work())
    finally:
        os._exit(99)


def _imported(mutant: Mutant, run: Run) -> int:
    """Run the tests with a mutant imported in place of its module."""
    _limit(run)
    sys.meta_path.insert(0, _Finder(mutant.place.module, mutant.text))
    return _tests(run)


_Called: TypeAlias = frozenset[tuple[str, str, int]] | None
_UNKNOWN: tuple[float, _Called] = (0, None)  # a test without a recorded run


class _Forking:
    """A plugin that forks for each mutant and runs the tests that call the changed function."""

    def __init__(
        self, patches: Sequence[tuple[_Patch, Path]], run: Run, calls: Path, jobs: int
    ) -> None:
        self.patches, self.run, self.calls, self.jobs = patches, run, calls, jobs
        self.own = {_file(module): tests for module, tests in CONFIG["modules"].items()}
        self.outcomes: dict[int, str] = {}
        self.spent: dict[str, float] = {}
        self.called: dict[str, list[list[object]]] = {}
        self.tracing = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Run the tests of each mutant in a child process; record first which test calls what."""
        functions = {file: _functions(file) for file in {file for _, file in self.patches}}
        gc.freeze()
        if not self.calls.exists():
            child = os.fork()
            if not child:
                self.tracing = True
                return None  # the tests run
            if _outcome(os.waitpid(child, 0)[1]) != "survived":
                sys.exit("the tests fail without a mutant")
        recorded = json.loads(self.calls.read_text(encoding="utf-8"))
        known = {
            test: (spent, frozenset(map(tuple, called)))
            for test, (spent, called) in recorded.items()
        }
        waiting = list(enumerate(self.patches))
        running: dict[int, int] = {}
        while waiting or running:
            if len(running) == self.jobs or not waiting:
                child, status = os.wait()
                self.outcomes[running.pop(child)] = _outcome(status)
                continue
            number, (patch, file) = waiting.pop(0)
            items = self.chosen(session.items, known, patch, file, functions[file])
            if items:
                child = os.fork()
                if not child:
                    _limit(self.run)
                    _put(patch, functions[file])
                    session.items[:] = items
                    return None  # these tests run
                running[child] = number
        return True

    def chosen(
        self,
        items: list[pytest.Item],
        known: Mapping[str, tuple[float, _Called]],
        patch: _Patch,
        file: Path,
        functions: list[FunctionType],
    ) -> list[pytest.Item]:
        """Return the tests that call a changed function, up to the budget of time.

        The module's own tests come first, and then the quickest.
        """
        changed = [
            function.__code__
            for function in functions
            if _new_code(patch, function) != function.__code__
        ]
        differing = {(file.name, code.co_qualname, code.co_firstlineno) for code in changed}
        own = self.own[file]

        def first(item: pytest.Item) -> tuple[int, float]:
            test = item.nodeid.partition("::")[0]
            return own.index(test) if test in own else len(own), known.get(item.nodeid, _UNKNOWN)[0]

        tests, left = [], float(self.run.budget)
        for item in sorted(items, key=first):
            spent, called = known.get(item.nodeid, _UNKNOWN)
            if called is None or not called.isdisjoint(differing):
                tests.append(item)
                left -= spent
                if left < 0:
                    break
        return tests

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Record which functions a test calls, and how long it takes."""
        if not self.tracing:
            return (yield)
        codes: set[CodeType] = set()

        def note(frame: FrameType, event: str, arg: object) -> None:
            del arg
            if event == "call":
                codes.add(frame.f_code)

        began = time.process_time()
        sys.setprofile(note)
        try:
            return (yield)
        finally:
            sys.setprofile(None)
            self.spent[item.nodeid] = time.process_time() - began
            self.called[item.nodeid] = [
                [Path(code.co_filename).name, code.co_qualname, code.co_firstlineno]
                for code in codes
                if code.co_filename.startswith(str(SOURCE))
            ]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """End the process at the first failure."""
        if report.failed and not self.tracing:
            os._exit(1)  # only the exit code is used

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the recorded calls to a file."""
        if self.tracing and not exitstatus:
            recorded = {test: [self.spent[test], called] for test, called in self.called.items()}
            self.calls.write_text(json.dumps(recorded), encoding="utf-8")


def _outcome(status: int) -> str:
    if os.WIFSIGNALED(status):
        return "timed out" if os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGKILL} else "killed"
    return "killed" if os.WEXITSTATUS(status) else "survived"


def _all_patched(
    patches: Sequence[tuple[_Patch, Path]], run: Run, calls: Path, jobs: int
) -> dict[int, str]:
    reading, writing = os.pipe()

    def work() -> int:
        plugin, here = _Forking(patches, run, calls, jobs), os.getpid()
        code = _tests(run, plugin)
        if os.getpid() == here:
            with os.fdopen(writing, "w") as stream:
                json.dump(plugin.outcomes, stream)
        return code

    child = _forked(work)
    os.close(writing)
    with os.fdopen(reading) as stream:
        text = stream.read()
    os.waitpid(child, 0)
    return {int(number): outcome for number, outcome in json.loads(text).items()}


def in_place(
    candidates: Iterable[Mutant], run: Run, calls: Path, jobs: int
) -> tuple[dict[Mutant, str], list[Mutant]]:
    """Return the outcome of each mutant of a function that tests call, and the other mutants."""
    patched: list[tuple[Mutant, tuple[_Patch, Path]]] = []
    others = []
    for mutant in candidates:
        file = _file(mutant.place.module)
        original = _compiled(file.read_text(encoding="utf-8"), file)
        patch = _patch(original, _compiled(mutant.text, file))
        if patch is None:
            others.append(mutant)
        else:
            patched.append((mutant, (patch, file)))
    patches = [patch for _, patch in patched]
    by_number = _all_patched(patches, run, calls, jobs) if patched else {}
    outcomes = {
        mutant: by_number[number]
        for number, (mutant, _) in enumerate(patched)
        if number in by_number
    }
    others += [mutant for mutant, _ in patched if mutant not in outcomes]
    return outcomes, others


def imported(candidates: Iterable[Mutant], run: Run, jobs: int) -> Iterator[tuple[Mutant, str]]:
    """Yield the outcome of each mutant with a freshly imported library."""
    waiting = list(candidates)
    running: dict[int, Mutant] = {}
    while waiting or running:
        if waiting and len(running) < jobs:
            mutant = waiting.pop(0)
            running[_forked(partial(_imported, mutant, run))] = mutant
        else:
            child, status = os.wait()
            yield running.pop(child), _outcome(status)


# --- results ---


def equivalents() -> dict[Place, str]:
    """Return the equivalent mutants, each with the reason why no test can notice it."""
    reasons: dict[Place, str] = {}
    for module, entries in tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).items():
        for entry in entries:
            place = Place(
                module, entry["function"], entry["operator"], entry["line"], entry["becomes"]
            )
            reasons[place] = entry["reason"]
    return reasons


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _quoted(text: str) -> str:
    return f"'{text}'" if "'" not in text else f'"""{text}"""' if '"' in text else f'"{text}"'


def _entry(place: Place) -> str:
    """Return a mutant as an entry of the list of equivalents."""
    fields = zip(Place._fields[1:], place[1:], strict=True)
    lines = [f"{name} = {_quoted(text)}" for name, text in fields]
    return "\n".join((f'[["{place.module}"]]', *lines, "reason = ''\n"))


def judged(candidates: Sequence[Mutant], calls: Path, jobs: int) -> dict[Mutant, str]:
    """Return the outcome of each mutant: killed, timed out or survived."""
    listed = equivalents()
    own_tests = {test for tests in CONFIG["modules"].values() for test in tests}
    run = Run(sorted({*CONFIG["more"], *own_tests}), CONFIG["seconds"], CONFIG["budget"])
    outcomes, others = in_place(candidates, run, calls, jobs)
    others += [
        mutant
        for mutant, outcome in outcomes.items()
        if outcome == "survived" and mutant.place not in listed
    ]
    for module in dict.fromkeys(mutant.place.module for mutant in others):
        first, *more = CONFIG["modules"][module]
        waiting = [mutant for mutant in others if mutant.place.module == module]
        for tests in ([first], more):
            run = Run(tests, CONFIG["seconds"], CONFIG["budget"])
            outcomes |= imported(waiting, run, jobs)
            waiting = [mutant for mutant in waiting if outcomes[mutant] == "survived"]
    return outcomes


def table(listed: Mapping[Place, str]) -> str:
    """Return the list of equivalents as a Markdown table."""
    rows = [
        (
            f"`{place.module}`",
            f"`{place.function}`" if place.function else "",
            f"`{place.line}`",
            _becomes(place),
            reason,
        )
        for place, reason in listed.items()
    ]
    lines = (
        " | ".join(cell.replace("|", "\\|") for cell in row)
        for row in [HEADINGS, ("---",) * 5, *rows]
    )
    return "".join(f"| {line} |\n" for line in lines)


HEADINGS = ("module", "in", "line", "becomes", "why no test can notice it")


def _becomes(place: Place) -> str:
    return f"`{place.becomes}`" if place.becomes else "nothing"


def page(text: str, scores: Mapping[str, Sequence[int]], listed: Mapping[Place, str]) -> str:
    """Return the page with these scores put in, and with the current list of equivalents."""
    for module, cells in scores.items():
        row = f"| `{module}` | {' | '.join(map(str, cells))} |"
        text = re.sub(rf"^\| `{re.escape(module)}` \|( \d+ \|)+$", row, text, flags=re.MULTILINE)
    head = f"| {' | '.join(HEADINGS)} |\n"
    return text[: text.index(head)] + table(listed)


def _score(outcomes: Iterable[str]) -> tuple[int, int, int, int]:
    """Return the number of mutants, and of those killed, timed out and equivalent."""
    counts = Counter(outcomes)
    return counts.total(), counts["killed"], counts["timed out"], counts["equivalent"]


def main(arguments: list[str]) -> int:
    """Try the mutants of some modules, and return 1 if the outcome differs from the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", choices=[[], *CONFIG["modules"]], metavar="module")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument(
        "--calls",
        type=Path,
        help="file that keeps which test calls which function, for later runs",
    )
    parser.add_argument(
        "--only",
        type=re.compile,
        default=re.compile(""),
        help="only functions whose names match this pattern",
    )
    options = parser.parse_args(arguments)
    os.chdir(ROOT)
    os.environ |= {"HYPOTHESIS_NO_PLUGINS": "1", "NSC_ORACLE_SEED": "1", "NSC_ORACLE_CASES": "50"}
    for name in CONFIG["preloaded"]:
        importlib.import_module(name)
    listed = equivalents()
    modules = options.modules or list(CONFIG["modules"])
    candidates = [
        mutant
        for module in modules
        for mutant in mutants(module, _file(module).read_text(encoding="utf-8"))
    ]
    candidates = [mutant for mutant in candidates if options.only.search(mutant.place.function)]
    with TemporaryDirectory() as temporary:
        calls = options.calls or Path(temporary) / "calls.json"
        outcomes = judged(candidates, calls, options.jobs)
    wrong = [
        f"# {outcomes[mutant]}\n{_entry(mutant.place)}"
        for mutant in candidates
        if (outcomes[mutant] == "survived") != (mutant.place in listed)
    ]
    scores = {
        module: _score(
            "equivalent" if mutant.place in listed else outcomes[mutant]
            for mutant in candidates
            if mutant.place.module == module
        )
        for module in modules
    }
    if not options.only.pattern:
        places = {mutant.place for mutant in candidates}
        gone = [place for place in listed if place.module in modules and place not in places]
        wrong += [f"# this mutant no longer exists\n{_entry(place)}" for place in gone]
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), scores, listed), encoding="utf-8")
    _say("\n".join(wrong))
    for module, (number, *others) in scores.items():
        names = ("killed", "timed out", "equivalent")
        counts = [f"{count} {name}" for count, name in zip(others, names, strict=True)]
        _say(f"{module}: {number} mutants, {', '.join(counts)}, {number - sum(others)} unexplained")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
