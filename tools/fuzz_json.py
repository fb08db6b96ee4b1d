"""Load implausible documents with `from_json`, which may raise only `DocumentError`.

An accepted document must come out as it went in (law 10): the output of `to_json` is loaded again,
gives an equal value, and has one text. It must not hold a key twice or a number with a decimal
point. For a register, the exact reader and the fast reader (if installed) must agree.

    python tools/fuzz_json.py --minutes 10 --seed 1 --kind Register --kind Sweep

The inputs are made from the golden files: parts are changed, lost, doubled, swapped, and taken from
other documents, and bytes are garbled. Atheris, if it is installed, leads the inputs to new places
in the code; otherwise Hypothesis draws them. The script saves one input for each place that breaks
a promise, and then ends with exit code 1.
"""

import argparse
import importlib
import importlib.util
import json
import os
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, NoReturn

from attrs import define, field
from fuzz_mutations import Material, garbled

ATHERIS: Any = importlib.import_module("atheris") if importlib.util.find_spec("atheris") else None

# Atheris follows only the modules that it saw being imported.
with ATHERIS.instrument_imports(include=["nsc_program"]) if ATHERIS else nullcontext():
    from nsc_program import Register
    from nsc_program.errors import DocumentError
    from nsc_program.serialization import SCHEMAS, from_json, to_json
    from nsc_program.serialization._documents import read
    from nsc_program.serialization._parsing import parse

ROOT = Path(__file__).parents[1]
ENGINES = ("atheris", "hypothesis") if ATHERIS else ("hypothesis",)
KINDS = {kind.__name__: kind for kind in SCHEMAS}
_BY_SCHEMA = {schema.encode(): kind for kind, schema in SCHEMAS.items()}
_SCHEMA = re.compile(rb"nsc-program/[a-z]+/1")
_LONGEST = 200_000
_SECONDS_BETWEEN_LINES = 30


class Broken(Exception):
    """An error for a promise of the reader that an input broke."""


# --- the promises of the reader ---


def holds(text: bytes, kind: type[Any]) -> bool:
    """Tell whether a document is accepted.

    Raises:
        Broken: If the document is accepted but does not come out as it went in, or if the readers
            of a register disagree.
        Exception: If the reader raises any error other than `DocumentError`.
    """
    value = outcome(lambda: from_json(text, kind))
    if kind is Register:
        _readers_agree(text, value)
    if isinstance(value, DocumentError):
        str(value).encode()  # the message must be printable
        return False
    _require_strict(text)
    written = to_json(value)
    loaded = from_json(written.encode(), kind)
    if loaded != value:
        raise Broken("loaded again, it is another value")
    if to_json(loaded) != written:
        raise Broken("equal values have different texts")
    return True


def _require_strict(text: bytes) -> None:
    """Require that an accepted document has neither a repeated key nor an inexact number."""

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise Broken("it is accepted with a repeated key")
        return dict(pairs)

    def no_number(_: str) -> NoReturn:
        raise Broken("it is accepted with a number that is not exact")

    json.loads(
        text.decode("utf-8-sig"),
        object_pairs_hook=an_object,
        parse_float=no_number,
        parse_constant=no_number,
    )


def outcome(load: Callable[[], object]) -> object:
    """Return the result of a reader, or the error if it rejects the document."""
    try:
        return load()
    except DocumentError as error:
        return error


def _exactly(text: bytes) -> object:
    """Load a register with the exact reader only."""
    document = parse(text)
    schema = document.pop("schema", None)
    if schema != SCHEMAS[Register]:
        raise DocumentError.at("schema", code="wrong-schema", vi="khác", en="another")
    return read(document, Register)


FAST: Any = None
"""The fast reader of registers, which returns `None` if it is in doubt."""
with (
    suppress(ImportError),
    ATHERIS.instrument_imports(include=["nsc_program"]) if ATHERIS else nullcontext(),
):
    FAST = importlib.import_module("nsc_program.serialization._fast").read_register


def _readers_agree(text: bytes, value: object) -> None:
    exact = outcome(lambda: _exactly(text))
    if isinstance(exact, DocumentError) != isinstance(value, DocumentError):
        raise Broken("from_json and the exact reader disagree on whether it is a register")
    if isinstance(exact, Register) and exact != value:
        raise Broken("from_json and the exact reader load different registers")
    fast = FAST and FAST(text, SCHEMAS[Register])
    if fast is not None and fast != exact:
        raise Broken("the fast reader accepts a rejected register, or loads another register")


# --- a run ---


class Finding(NamedTuple):
    """An error that the reader must not raise, or a promise that it broke.

    Attributes:
        what: The kind of document and the error.
        where: The file and line of the library where it happened.
    """

    what: str
    where: str


@define
class Run:
    """A run of the fuzzer, with its options and its counts.

    Attributes:
        kinds: The kinds of documents.
        seconds: How long the run lasts.
        folder: The folder for inputs that break a promise.
        started: The start, in seconds of the monotonic clock.
        lines: The number of progress lines printed.
        accepted: The number of accepted inputs of each kind.
        rejected: The number of rejected inputs of each kind.
        findings: How often each finding occurred.
    """

    kinds: list[type[Any]]
    seconds: float
    folder: Path
    started: float = field(factory=time.monotonic)
    lines: int = 0
    accepted: Counter[str] = field(factory=Counter)
    rejected: Counter[str] = field(factory=Counter)
    findings: Counter[Finding] = field(factory=Counter)

    @property
    def passed(self) -> float:
        """The seconds since the run began."""
        return time.monotonic() - self.started

    @property
    def is_over(self) -> bool:
        """True once the time of the run is up."""
        return self.passed >= self.seconds

    def kind(self, text: bytes) -> type[Any]:
        """Return the kind to load a text as: the kind of its schema, if that kind is wanted."""
        schema = _SCHEMA.search(text)
        kind = _BY_SCHEMA.get(schema[0]) if schema else None
        return kind if kind in self.kinds else self.kinds[len(text) % len(self.kinds)]

    def try_(self, text: bytes) -> None:
        """Load one input and count its outcome."""
        kind = self.kind(text)
        try:
            is_accepted = holds(text, kind)
        except Exception as problem:  # noqa: BLE001  # any other error is a finding
            self._record(problem, text, kind)
        else:
            counts = self.accepted if is_accepted else self.rejected
            counts[kind.__name__] += 1
        if self.passed >= (self.lines + 1) * _SECONDS_BETWEEN_LINES:
            self.lines += 1
            self.tell()

    def _record(self, problem: Exception, text: bytes, kind: type[Any]) -> None:
        frames = traceback.extract_tb(problem.__traceback__)
        ours = [frame for frame in frames if "nsc_program" in frame.filename] or list(frames)
        promise = f": {problem}" if isinstance(problem, Broken) else ""
        what = f"{kind.__name__}: {type(problem).__name__}{promise}"
        finding = Finding(what, f"{Path(ours[-1].filename).name}:{ours[-1].lineno}")
        self.findings[finding] += 1
        if self.findings[finding] == 1:
            path = self.folder / f"{kind.__name__}-{len(self.findings)}.json"
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            _say(f"FOUND {finding.what}, at {finding.where}: {path}")

    def tell(self) -> None:
        """Print the counts so far."""
        accepted, rejected = self.accepted.total(), self.rejected.total()
        findings = self.findings.total()
        inputs = accepted + rejected + findings
        _say(
            f"{self.passed / 60:6.1f} min {inputs:10,} inputs {accepted:10,} accepted "
            f"{rejected:10,} rejected {findings:6,} findings {inputs / self.passed:7,.0f}/s"
        )

    def end(self) -> int:
        """Print the totals and return the exit code."""
        self.tell()
        for kind in self.kinds:
            accepted, rejected = self.accepted[kind.__name__], self.rejected[kind.__name__]
            share = accepted / max(1, accepted + rejected)
            _say(
                f"{kind.__name__:>16} {accepted:10,} accepted {rejected:10,} rejected {share:6.1%}"
            )
        for finding, times in self.findings.items():
            _say(f"FOUND {finding.what}, at {finding.where}: {times:,} times")
        return int(bool(self.findings))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# --- the two engines ---


def by_atheris(run: Run, material: Material, seed: int) -> NoReturn:
    """Mutate the inputs that lead to new code, until the run is over."""

    def mutate(text: bytes, most: int, number: int) -> bytes:
        rng = random.Random(number)  # noqa: S311  # not for secrets
        if rng.random() < 1 / 16:
            return bytes(ATHERIS.Mutate(text, most))
        return material.mutated(rng, text)[:most]

    def try_one(text: bytes) -> None:
        run.try_(text)
        if run.is_over:
            code = run.end()
            os._exit(code)  # libFuzzer would print a report of its own

    with TemporaryDirectory() as corpus:
        for number, text in enumerate(material.texts):
            (Path(corpus) / str(number)).write_bytes(text)
        options = [
            f"-seed={seed}",
            f"-max_len={_LONGEST}",
            "-len_control=0",
            "-verbosity=0",
            "-timeout=120",
        ]
        ATHERIS.Setup([sys.argv[0], *options, corpus], try_one, custom_mutator=mutate)
        ATHERIS.Fuzz()
    raise AssertionError("unreachable")


def by_hypothesis(run: Run, material: Material, seed: int) -> int:
    """Draw inputs in batches, until the run is over."""
    hypothesis = importlib.import_module("hypothesis")
    st = hypothesis.strategies
    texts = st.builds(
        lambda number: material.mutated(random.Random(number)),  # noqa: S311
        st.integers(0, 2**64 - 1),
    )
    arbitrary = st.binary() | st.builds(
        garbled, st.randoms(use_true_random=False), st.sampled_from(material.texts)
    )
    options = hypothesis.settings(
        max_examples=500,
        deadline=None,
        database=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )

    def try_one(text: bytes) -> None:
        if not run.is_over:
            run.try_(text)

    inputs = st.integers(0, 7).flatmap(lambda which: texts if which else arbitrary)
    for batch in count():
        run_batch = options(hypothesis.given(inputs)(try_one))
        hypothesis.seed(seed + batch)(run_batch)()
        if run.is_over:
            break
    return run.end()


def golden(kinds: list[type[Any]]) -> Iterator[bytes]:
    """Yield the golden files of these kinds."""
    for kind in kinds:
        folder = "-".join(SCHEMAS[kind].split("/")[1:])
        for path in sorted((ROOT / "tests" / "golden" / folder).glob("*.json")):
            yield path.read_bytes()


def main(words: list[str] | None = None) -> int:
    """Parse the command line, run, and return the exit code."""
    parser = argparse.ArgumentParser(description="Load implausible documents with from_json.")
    parser.add_argument(
        "--minutes", type=float, default=10.0, help="how long to run, in minutes (10)"
    )
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="draws the same inputs as an earlier run"
    )
    parser.add_argument(
        "--kind", action="append", choices=KINDS, help="only this kind of document; may be repeated"
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument(
        "--findings",
        type=Path,
        default=Path("fuzz-findings"),
        help="folder for inputs that break a promise",
    )
    options = parser.parse_args(words)
    kinds = [KINDS[name] for name in options.kind or KINDS]
    names = ", ".join(kind.__name__ for kind in kinds)
    fast = "with" if FAST else "without"
    _say(f"{options.engine}, seed {options.seed}, {names}; {fast} a fast reader")
    run = Run(kinds, options.minutes * 60, options.findings)
    material = Material(tuple(golden(kinds)))
    if options.engine == "atheris":
        by_atheris(run, material, options.seed)
    return by_hypothesis(run, material, options.seed)


if __name__ == "__main__":
    sys.exit(main())
