"""Change the core in one place at a time, and show that the tests notice each change that is one.

    python tools/mutants.py ranges bounds     # some modules; all of them without a word

mutmut says what can be changed into what; here stand where it may, and a quicker way to try it. No file is touched, and
mutants run side by side: each in a process that is forked where the tests are collected, with the new code in place of
the old one, and with those tests that call it. What cannot be tried so, or survives it, meets the tests that
`mutants.toml` names for its module, with the library imported anew. What survives that must be on the list of
equivalents (`mutants_equivalent.toml`) with a reason, and what is on the list must survive.
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
    """A mutant by what it is and not by where it stands: nothing but a change of its own lines makes it another."""

    module: str
    function: str
    operator: str
    line: str
    becomes: str


class Mutant(NamedTuple):
    """A place, and the text of the module that is changed there."""

    place: Place
    text: str


# --- what is mutated ---


def mutants(module: str, text: str) -> Iterator[Mutant]:
    """All mutants of a module, each once, but for those of what `assert_never` says is never reached."""
    tree = importlib.import_module("libcst").parse_module(text)
    seen = set()
    for around, node in _nodes(tree, ()):
        function = ".".join(
            each.name.value for each in around if type(each).__name__ in {"ClassDef", "FunctionDef"}
        )
        for operator, new in _changes(around, node):
            changed = tree.deep_replace(node, new).code
            place = Place(module, function, operator, *_difference(text, changed))
            if changed not in seen and "assert_never" not in place.line:
                seen.add(changed)
                yield Mutant(place, changed)


_Node: TypeAlias = Any
"""Of libcst, which comes with mutmut: the list and the page are read where neither is installed."""


def _nodes(node: _Node, around: tuple[_Node, ...]) -> Iterator[tuple[tuple[_Node, ...], _Node]]:
    """All nodes with what they stand in, but for declarations: types, decorators, aliases and type variables."""
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
    """The name of what is called there, if that is a name."""
    return getattr(node.func, "value", None) if type(node).__name__ == "Call" else None


def _changes(around: tuple[_Node, ...], node: _Node) -> Iterator[tuple[str, _Node]]:
    """What a node can become, but for words that people read, and calls that without an argument are none."""
    # Of what people read, nothing is decided.
    in_words = any(type(each).__name__ == "Raise" or _called(each) == "Text" for each in around)
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
    """As mutmut does with a conditional expression: as if the condition of a statement were never, or always, so."""
    cst = importlib.import_module("libcst")
    if isinstance(node, (cst.If, cst.CompIf)):
        inner = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
        for operator, name in ((cst.And(), "False"), (cst.Or(), "True")):
            yield node.with_changes(test=cst.BooleanOperation(inner, operator, cst.Name(name)))


def _difference(before: str, after: str) -> tuple[str, str]:
    """The lines that differ."""
    one, other = before.splitlines(), after.splitlines()
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next(
        (at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head
    )
    return _joined(one[head : len(one) - tail]), _joined(other[head : len(other) - tail])


def _joined(lines: Iterable[str]) -> str:
    return " ".join(filter(None, (line.split("  #")[0].strip() for line in lines)))


# --- how it is tried ---


class Run(NamedTuple):
    """Tests in their order, by a profile of Hypothesis, within so many seconds of processor time."""

    tests: Sequence[str]
    seconds: int
    budget: int


class _Loader(SourceFileLoader):
    """A module of another text than its file's."""

    text = ""

    def get_code(self, fullname: str) -> CodeType:
        return _compiled(self.text, Path(self.get_filename(fullname)))


class _Finder:
    def __init__(self, module: str, text: str) -> None:
        self.name, self.file, self.text = f"nsc_program.{module}", _file(module), text

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
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
    """The functions of a module with their new code; `None` if more than functions' code differs."""
    ours, theirs = (
        [each for each in code.co_consts if isinstance(each, CodeType)] for code in (before, after)
    )
    if _without(before) != _without(after) or len(ours) != len(theirs):
        return None
    found: _Patch = {}
    for one, other in zip(ours, theirs, strict=True):
        if one.co_flags & CO_NEWLOCALS:
            if one.co_freevars != other.co_freevars:
                return None
            found[one.co_qualname, one.co_firstlineno] = other
        else:
            inner = _patch(one, other)
            if inner is None:
                return None
            found |= inner
    return found


def _without(code: CodeType) -> tuple[object, ...]:
    """What a module or a class does when it is made, but for the code of its functions."""
    return (
        code.co_code,
        code.co_names,
        [each for each in code.co_consts if not isinstance(each, CodeType)],
    )


def _functions(file: Path) -> list[FunctionType]:
    """The functions of a module, wherever somebody keeps them."""
    found = (each for each in gc.get_objects() if isinstance(each, FunctionType))
    return [each for each in found if each.__code__.co_filename == str(file)]


def _put(patch: _Patch, functions: Iterable[FunctionType]) -> None:
    """Give functions their new code."""
    for each in functions:
        each.__code__ = patch.get(
            (each.__code__.co_qualname, each.__code__.co_firstlineno), each.__code__
        )


def _limit(run: Run) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (run.seconds, run.seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def _tests(run: Run, *plugins: object) -> int:
    import hypothesis.entry_points  # noqa: PLC0415

    hypothesis.entry_points.run()
    warned = "ignore::pytest.PytestAssertRewriteWarning"
    arguments = (
        "-x",
        "-q",
        "--tb=no",
        "-p",
        "no:cacheprovider",
        "-W",
        warned,
        "--hypothesis-profile=mutants",
    )
    return pytest.main([*arguments, *run.tests], plugins)


def _forked(work: Callable[[], int]) -> int:
    """Do something in a process of its own, without a word; its id."""
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
    """Run the tests of a library that is imported anew."""
    _limit(run)
    sys.meta_path.insert(0, _Finder(mutant.place.module, mutant.text))
    return _tests(run)


_Called: TypeAlias = frozenset[tuple[str, str, int]] | None
_UNKNOWN: tuple[float, _Called] = (0, None)  # a test that was written since


class _Forking:
    """A plugin that, once the tests are collected, runs for each mutant those that call what is changed in it."""

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
        functions = {file: _functions(file) for file in {file for _, file in self.patches}}
        gc.freeze()
        if not self.calls.exists():
            child = os.fork()
            if not child:
                self.tracing = True
                return None  # the tests run
            if _outcome(os.waitpid(child, 0)[1]) != "survived":
                sys.exit("the tests fail without a mutant")
        known = {
            test: (spent, frozenset(map(tuple, called)))
            for test, (spent, called) in json.loads(self.calls.read_text(encoding="utf-8")).items()
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
        """The tests that call a function that differs: the module's own, then the quickest, as far as the time goes."""
        differing = {
            (file.name, each.__code__.co_qualname, each.__code__.co_firstlineno)
            for each in functions
            if patch.get((each.__code__.co_qualname, each.__code__.co_firstlineno), each.__code__)
            != each.__code__
        }
        own = self.own[file]

        def first(item: pytest.Item) -> tuple[int, float]:
            test = item.nodeid.partition("::")[0]
            return own.index(test) if test in own else len(own), known.get(item.nodeid, _UNKNOWN)[0]

        found, left = [], float(self.run.budget)
        for item in sorted(items, key=first):
            spent, called = known.get(item.nodeid, _UNKNOWN)
            if called is None or not called.isdisjoint(differing):
                found.append(item)
                left -= spent
                if left < 0:
                    break
        return found

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
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
        if report.failed and not self.tracing:
            os._exit(1)  # nobody reads why

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        if self.tracing and not exitstatus:
            found = {test: [self.spent[test], called] for test, called in self.called.items()}
            self.calls.write_text(json.dumps(found), encoding="utf-8")


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
    return {int(number): came for number, came in json.loads(text).items()}


def in_place(
    given: Iterable[Mutant], run: Run, calls: Path, jobs: int
) -> tuple[dict[Mutant, str], list[Mutant]]:
    """What becomes of each mutant of a function that tests call, as many at once as there are jobs; and the others."""
    patched: list[tuple[Mutant, tuple[_Patch, Path]]] = []
    others = []
    for mutant in given:
        file = _file(mutant.place.module)
        patch = _patch(
            _compiled(file.read_text(encoding="utf-8"), file), _compiled(mutant.text, file)
        )
        if patch is None:
            others.append(mutant)
        else:
            patched.append((mutant, (patch, file)))
    came = _all_patched([each for _, each in patched], run, calls, jobs) if patched else {}
    found = {mutant: came[number] for number, (mutant, _) in enumerate(patched) if number in came}
    return found, [*others, *(mutant for mutant, _ in patched if mutant not in found)]


def imported(given: Iterable[Mutant], run: Run, jobs: int) -> Iterator[tuple[Mutant, str]]:
    """What becomes of each mutant where the library is imported with it."""
    waiting = list(given)
    running: dict[int, Mutant] = {}
    while waiting or running:
        if waiting and len(running) < jobs:
            mutant = waiting.pop(0)
            running[_forked(partial(_imported, mutant, run))] = mutant
        else:
            child, status = os.wait()
            yield running.pop(child), _outcome(status)


# --- what is made of it ---


def equivalents() -> dict[Place, str]:
    """The reasons of the mutants that nothing can tell from the library."""
    table = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {
        Place(module, each["function"], each["operator"], each["line"], each["becomes"]): each[
            "reason"
        ]
        for module, listed in table.items()
        for each in listed
    }


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _quoted(text: str) -> str:
    return f"'{text}'" if "'" not in text else f'"""{text}"""' if '"' in text else f'"{text}"'


def _entry(place: Place) -> str:
    """A mutant as the list has it."""
    fields = zip(Place._fields[1:], place[1:], strict=True)
    return "\n".join(
        (
            f'[["{place.module}"]]',
            *(f"{name} = {_quoted(text)}" for name, text in fields),
            "reason = ''\n",
        )
    )


def judged(given: Sequence[Mutant], calls: Path, jobs: int) -> dict[Mutant, str]:
    """What becomes of each mutant."""
    listed = equivalents()
    tests = sorted({*CONFIG["more"], *(test for own in CONFIG["modules"].values() for test in own)})
    found, others = in_place(given, Run(tests, CONFIG["seconds"], CONFIG["budget"]), calls, jobs)
    others += [
        mutant
        for mutant, came in found.items()
        if came == "survived" and mutant.place not in listed
    ]
    for module in dict.fromkeys(mutant.place.module for mutant in others):
        first, *more = CONFIG["modules"][module]
        waiting = [mutant for mutant in others if mutant.place.module == module]
        for tests in ([first], more):
            found |= imported(waiting, Run(tests, CONFIG["seconds"], CONFIG["budget"]), jobs)
            waiting = [mutant for mutant in waiting if found[mutant] == "survived"]
    return found


def table(listed: Mapping[Place, str]) -> str:
    """The list of equivalents as the page has it."""
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


HEADINGS = ("module", "in", "line", "becomes", "nothing can tell, because")


def _becomes(place: Place) -> str:
    return f"`{place.becomes}`" if place.becomes else "nothing"


def page(text: str, scores: Mapping[str, Sequence[int]], listed: Mapping[Place, str]) -> str:
    """The page with these scores among the others, and the list as it is."""
    for module, cells in scores.items():
        row = f"| `{module}` | {' | '.join(map(str, cells))} |"
        text = re.sub(rf"^\| `{re.escape(module)}` \|( \d+ \|)+$", row, text, flags=re.MULTILINE)
    head = f"| {' | '.join(HEADINGS)} |\n"
    return text[: text.index(head)] + table(listed)


def _score(outcomes: Iterable[str]) -> tuple[int, int, int, int]:
    """How many mutants there are, and how many of them are killed, time out, and are equivalent."""
    counts = Counter(outcomes)
    return counts.total(), counts["killed"], counts["timed out"], counts["equivalent"]


def main(arguments: list[str]) -> int:
    """Try the mutants of some modules; fail if one survives that is not on the list, or one is that does not."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", choices=[[], *CONFIG["modules"]], metavar="module")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument(
        "--calls",
        type=Path,
        help="where it is kept which test calls what, from one run to the next",
    )
    parser.add_argument(
        "--only", type=re.compile, default=re.compile(""), help="functions with this in their names"
    )
    given = parser.parse_args(arguments)
    os.chdir(ROOT)
    os.environ |= {"HYPOTHESIS_NO_PLUGINS": "1", "NSC_ORACLE_SEED": "1", "NSC_ORACLE_CASES": "50"}
    for name in CONFIG["preloaded"]:
        importlib.import_module(name)
    listed = equivalents()
    chosen = given.modules or list(CONFIG["modules"])
    made = [
        each
        for module in chosen
        for each in mutants(module, _file(module).read_text(encoding="utf-8"))
    ]
    made = [each for each in made if given.only.search(each.place.function)]
    with TemporaryDirectory() as temporary:
        came = judged(made, given.calls or Path(temporary) / "calls.json", given.jobs)
    wrong = [
        f"# {came[each]}\n{_entry(each.place)}"
        for each in made
        if (came[each] == "survived") != (each.place in listed)
    ]
    scores = {
        module: _score(
            "equivalent" if each.place in listed else came[each]
            for each in made
            if each.place.module == module
        )
        for module in chosen
    }
    if not given.only.pattern:
        places = {each.place for each in made}
        gone = [place for place in listed if place.module in chosen and place not in places]
        wrong += [f"# there is none\n{_entry(place)}" for place in gone]
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), scores, listed), encoding="utf-8")
    _say("\n".join(wrong))
    for module, (number, *others) in scores.items():
        said = (
            f"{count} {name}"
            for count, name in zip(others, ("killed", "timed out", "equivalent"), strict=True)
        )
        _say(f"{module}: {number} mutants, {', '.join(said)}, {number - sum(others)} unexplained")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
