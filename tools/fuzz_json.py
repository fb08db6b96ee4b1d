"""Throw documents at `from_json` that nobody would write: only the library's own `DocumentError` may come out.

What is accepted must come out as it went in (law 10): `to_json` of it is read again, is equal, and has one text. It
may hold no key twice and no number with a point. Of a register, the exact reader and the fast one, if there is one,
must agree.

    python tools/fuzz_json.py --minutes 10 --seed 1 --kind Register --kind Sweep

Inputs are made from the golden files: parts are changed, lost, doubled, swapped and taken from other documents, and the
bytes are garbled. Atheris leads them to new places in the code where it is installed; otherwise Hypothesis draws them.
What else comes out is saved, one input for each place it came from, and the exit code is 1.
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

# Atheris sees only what it watched being imported.
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
    """A promise of the reader that an input broke."""


# --- what is held against the reader ---


def holds(text: bytes, kind: type[Any]) -> bool:
    """Whether a document is accepted.

    Raises:
        Broken: if it is accepted and does not come out as it went in, or the readers of a register disagree.
        Exception: whatever else came out.
    """
    value = outcome(lambda: from_json(text, kind))
    if kind is Register:
        _readers_agree(text, value)
    if isinstance(value, DocumentError):
        str(value).encode()  # a message that cannot be printed is no message
        return False
    _see_that_it_is_strict(text)
    written = to_json(value)
    again = from_json(written.encode(), kind)
    if again != value:
        raise Broken("read again, it is something else")
    if to_json(again) != written:
        raise Broken("equal values have two texts")
    return True


def _see_that_it_is_strict(text: bytes) -> None:
    """See that no accepted document leaves anything to chance: a key that stands twice, a number with a point."""

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise Broken("it is accepted with a key that stands twice")
        return dict(pairs)

    def no_number(_: str) -> NoReturn:
        raise Broken("it is accepted with a number that is not exact")

    json.loads(
        text.decode("utf-8-sig"),
        object_pairs_hook=an_object,
        parse_float=no_number,
        parse_constant=no_number,
    )


def outcome(reading: Callable[[], object]) -> object:
    """What a reader gives, or the refusal."""
    try:
        return reading()
    except DocumentError as refusal:
        return refusal


def _exactly(text: bytes) -> object:
    """A register as the exact reader alone reads it."""
    document = parse(text)
    schema = document.pop("schema", None)
    if schema != SCHEMAS[Register]:
        raise DocumentError.at("schema", code="wrong-schema", vi="khác", en="another")
    return read(document, Register)


FAST: Any = None
"""The fast reader of registers, which gives nothing where it is in doubt."""
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
        raise Broken("from_json and the exact reader read different registers")
    fast = FAST and FAST(text, SCHEMAS[Register])
    if fast is not None and fast != exact:
        raise Broken("the fast reader takes what the exact one refuses, or reads another register")


# --- a run ---


class Finding(NamedTuple):
    """Something that must not come out, and where it came from."""

    what: str
    where: str


@define
class Run:
    """A run: how long, over which kinds, and what has been found so far."""

    kinds: list[type[Any]]
    seconds: float
    folder: Path
    started: float = field(factory=time.monotonic)
    lines: int = 0
    accepted: Counter[str] = field(factory=Counter)
    refused: Counter[str] = field(factory=Counter)
    findings: Counter[Finding] = field(factory=Counter)

    @property
    def passed(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.started

    @property
    def is_over(self) -> bool:
        """Whether its time is up."""
        return self.passed >= self.seconds

    def kind(self, text: bytes) -> type[Any]:
        """The kind that a text is read as: what it says it is, if that is among those wanted."""
        said = _SCHEMA.search(text)
        kind = _BY_SCHEMA.get(said[0]) if said else None
        return kind if kind in self.kinds else self.kinds[len(text) % len(self.kinds)]

    def try_(self, text: bytes) -> None:
        """Try one input, and tell how far it got."""
        kind = self.kind(text)
        try:
            good = holds(text, kind)
        except Exception as problem:  # noqa: BLE001  # whatever else comes out is what is looked for
            self._found(problem, text, kind)
        else:
            (self.accepted if good else self.refused)[kind.__name__] += 1
        if self.passed >= (self.lines + 1) * _SECONDS_BETWEEN_LINES:
            self.lines += 1
            self.tell()

    def _found(self, problem: Exception, text: bytes, kind: type[Any]) -> None:
        frames = traceback.extract_tb(problem.__traceback__)
        ours = [frame for frame in frames if "nsc_program" in frame.filename] or list(frames)
        what = f"{kind.__name__}: {type(problem).__name__}: {problem if isinstance(problem, Broken) else ''}"
        finding = Finding(
            what.removesuffix(": "), f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
        )
        self.findings[finding] += 1
        if self.findings[finding] == 1:
            path = self.folder / f"{kind.__name__}-{len(self.findings)}.json"
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            _say(f"FOUND {finding.what}, at {finding.where}: {path}")

    def tell(self) -> None:
        """Print how many so far."""
        accepted, refused, found = (
            each.total() for each in (self.accepted, self.refused, self.findings)
        )
        inputs = accepted + refused + found
        _say(
            f"{self.passed / 60:6.1f} min {inputs:10,} inputs {accepted:10,} accepted {refused:10,} refused "
            f"{found:6,} found {inputs / self.passed:7,.0f}/s"
        )

    def end(self) -> int:
        """Print the totals, and give the exit code."""
        self.tell()
        for kind in self.kinds:
            good, bad = self.accepted[kind.__name__], self.refused[kind.__name__]
            _say(
                f"{kind.__name__:>16} {good:10,} accepted {bad:10,} refused {good / max(1, good + bad):6.1%}"
            )
        for finding, times in self.findings.items():
            _say(f"FOUND {finding.what}, at {finding.where}: {times:,} times")
        return int(bool(self.findings))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# --- the two engines ---


def by_atheris(run: Run, material: Material, seed: int) -> NoReturn:
    """Mutate what leads to new code, for as long as the run lasts."""

    def mutate(text: bytes, most: int, number: int) -> bytes:
        made = random.Random(number)  # noqa: S311  # nothing secret
        if made.random() < 1 / 16:
            return bytes(ATHERIS.Mutate(text, most))
        return material.mutated(made, text)[:most]

    def one(text: bytes) -> None:
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
        ATHERIS.Setup([sys.argv[0], *options, corpus], one, custom_mutator=mutate)
        ATHERIS.Fuzz()
    raise AssertionError("unreachable")


def by_hypothesis(run: Run, material: Material, seed: int) -> int:
    """Draw inputs in batches, for as long as the run lasts."""
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

    def one(text: bytes) -> None:
        if not run.is_over:
            run.try_(text)

    for batch in count():
        hypothesis.seed(seed + batch)(
            options(
                hypothesis.given(
                    st.integers(0, 7).flatmap(lambda which: texts if which else arbitrary)
                )(one)
            )
        )()
        if run.is_over:
            break
    return run.end()


def golden(kinds: list[type[Any]]) -> Iterator[bytes]:
    """The golden files of these kinds."""
    for kind in kinds:
        folder = "-".join(SCHEMAS[kind].split("/")[1:])
        for path in sorted((ROOT / "tests" / "golden" / folder).glob("*.json")):
            yield path.read_bytes()


def main(words: list[str] | None = None) -> int:
    """Run for so many minutes over all kinds or some."""
    parser = argparse.ArgumentParser(
        description="Throw documents at from_json that nobody would write."
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="repeats what a run drew"
    )
    parser.add_argument(
        "--kind", action="append", choices=KINDS, help="only this kind of document; may stand often"
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument(
        "--findings",
        type=Path,
        default=Path("fuzz-findings"),
        help="where offending inputs are saved",
    )
    given = parser.parse_args(words)
    kinds = [KINDS[name] for name in given.kind or KINDS]
    fast = "with" if FAST else "without"
    _say(
        f"{given.engine}, seed {given.seed}, {', '.join(kind.__name__ for kind in kinds)}; {fast} a fast reader"
    )
    run = Run(kinds, given.minutes * 60, given.findings)
    material = Material(tuple(golden(kinds)))
    if given.engine == "atheris":
        by_atheris(run, material, given.seed)
    return by_hypothesis(run, material, given.seed)


if __name__ == "__main__":
    sys.exit(main())
