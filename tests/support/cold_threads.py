"""Use the library for the first time from many threads at once, and print each different result.

Run as a script. Each name is then imported, and each table of the edges built, while other threads
ask for the same.
"""

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import nsc_program

GOLDEN = Path(__file__).parents[1] / "golden"
T = TypeVar("T")


def at_once(calls: Iterable[Callable[[], T]]) -> list[T]:
    """Call each function in its own thread, all at once and interrupted as often as possible."""
    waiting = list(calls)
    barrier = Barrier(len(waiting))
    interval = sys.getswitchinterval()

    def released(call: Callable[[], T]) -> T:
        barrier.wait()
        return call()

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(len(waiting)) as pool:
            return list(pool.map(released, waiting))
    finally:
        sys.setswitchinterval(interval)


ROOMS = ("values", "records", "plan", "figures", "verdicts", "checks", "catalog")


def names(start: int) -> dict[str, int]:
    """Return every public name and its object, starting at one of the names and going around."""
    rooms = [getattr(nsc_program, room) for room in ROOMS]
    listed = [(room, name) for room in rooms for name in dir(room)]
    return {
        name: id(getattr(room, name))
        for room, name in sorted(listed[start:] + listed[:start], key=str)
    }


def documents() -> str:
    """Read and write the golden documents."""
    from nsc_program import Evaluation, Program, Register  # noqa: PLC0415 - what is under test is the first import
    from nsc_program.serialization import from_json, to_json  # noqa: PLC0415

    kinds: dict[str, type] = {"program": Program, "register": Register, "evaluation": Evaluation}
    return "".join(
        to_json(from_json(path.read_text(encoding="utf-8"), kind))
        for name, kind in kinds.items()
        for path in sorted((GOLDEN / f"{name}-1").glob("*.json"))
    )


def main() -> None:  # pragma: no cover  # in a process of its own
    """Import, read and write from twelve threads; print the number of different results."""
    imported = at_once([lambda start=start: names(start) for start in range(0, 120, 10)])  # type: ignore[misc]
    written = at_once([documents] * 12)
    expected = documents()
    sys.stdout.write(
        f"{len(imported)} {imported == [names(0)] * 12} {len(written)} {written == [expected] * 12}"
    )


if __name__ == "__main__":  # pragma: no cover
    main()
