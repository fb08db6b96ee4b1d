"""Measure how a register of a million supports is read, over cattrs behind orjson.

The yardstick reads into bare classes, without validation; it lists no errors and does not notice a
repeated key. The collector of garbage is paused on both sides. Memory is how much higher the most
memory of a process is after reading than it was before, with the text already in it.

    python benchmarks/reading.py           # a million supports
    python benchmarks/reading.py 100000
"""

import gc
import os
import resource
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from attrs import frozen
from bare import BareSupport, bare, converter, differ, register
from rounds import Row, Work, paired, show

from nsc_program import Completeness, Register, Support
from nsc_program.serialization import from_json, from_json_lines, to_json

SUPPORTS, ROUNDS = 1_000_000, 5
MOST_TIME, MOST_MEMORY, MOST_STREAMED, MOST_GROWTH = 0.5, 0.35, 0.5, 1.1
CATTRS = "cattrs behind orjson"


@frozen
class Document:
    """The document of a register, with only the lists that this benchmark uses.

    Attributes:
        schema: The schema and version.
        completeness: The claims.
        supports: The supports.
    """

    schema: str
    completeness: list[Completeness]
    supports: list[BareSupport]


def _paused(work: Work) -> Work:
    """Return a function that does the work while the collector is paused."""

    def paused() -> object:
        gc.disable()
        try:
            return work()
        finally:
            gc.enable()

    return paused


def _peak(path: Path, read: Callable[[bytes], object]) -> int:
    """Return how much more memory a process has at most while it reads a file, in kilobytes."""
    answer, told = os.pipe()
    child = os.fork()
    if child == 0:
        text = path.read_bytes()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        kept = _paused(lambda: read(text))()
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        os.write(told, str(after - before).encode())
        os._exit(kept is None)
    os.close(told)
    os.waitpid(child, 0)
    with os.fdopen(answer) as said:
        return int(said.read())


def _written(number: int, path: Path) -> None:
    """Write the document of a register in a process of its own, so that this one stays small."""
    child = os.fork()
    if child == 0:
        path.write_text(to_json(register(number)), "utf-8")
        os._exit(0)
    os.waitpid(child, 0)


def _traced(lines: Iterator[bytes]) -> int:
    """Return the most bytes that reading lines allocates at once."""
    tracemalloc.start()
    for _ in from_json_lines(lines, Support):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _lines(number: int) -> Iterator[bytes]:
    unstructure = converter().unstructure
    return (orjson.dumps(unstructure(support)) + b"\n" for support in bare(number))


def _ours(text: bytes) -> Register:
    return from_json(text, Register)


def _theirs(text: bytes) -> Document:
    return converter().structure(orjson.loads(text), Document)


def _whole(number: int) -> Iterator[Row]:
    """Yield the rows about one document."""
    work = f"a register of {number:,} supports from JSON"
    with TemporaryDirectory() as folder:
        path = Path(folder, "register.json")
        _written(number, path)
        peaks = [_peak(path, read) for read in (_ours, _theirs)]
        text = path.read_bytes()
    yield Row(f"{work}: most memory", CATTRS, peaks[0] / peaks[1], MOST_MEMORY)
    if differ(_ours(text).records, _theirs(text).supports):
        sys.exit("cattrs reads other supports")
    ours, theirs = _paused(lambda: _ours(text)), _paused(lambda: _theirs(text))
    yield Row(work, CATTRS, paired(ours, theirs, rounds=ROUNDS), MOST_TIME)


def _streamed(number: int) -> Iterator[Row]:
    """Yield the rows about JSON Lines."""
    lines, structure = list(_lines(number)), converter().structure

    def ours() -> Iterator[Support]:
        return from_json_lines(lines, Support)

    def theirs() -> Iterator[BareSupport]:
        return (structure(orjson.loads(line), BareSupport) for line in lines)

    if differ(ours(), theirs()):
        sys.exit("cattrs reads other supports")
    work = f"{number:,} supports from JSON Lines"
    ratio = paired(lambda: _drained(ours()), lambda: _drained(theirs()), rounds=ROUNDS)
    yield Row(work, f"{CATTRS}, line by line", ratio, MOST_STREAMED)
    few, many = (_traced(iter(lines[:each])) for each in (number // 10, number))
    yield Row(f"{work}: most memory", "that of a tenth of them", many / few, MOST_GROWTH)


def _drained(records: Iterator[object]) -> None:
    for _ in records:
        pass


def _rows(number: int) -> Iterator[Row]:
    yield from _whole(number)
    yield from _streamed(number)


if __name__ == "__main__":
    sys.exit(show(_rows(int(sys.argv[1]) if len(sys.argv) > 1 else SUPPORTS)))
