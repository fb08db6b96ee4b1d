"""Measure how fast a register of a million supports is loaded, against two yardsticks.

The yardsticks are plain cattrs behind orjson, and msgspec directly into the classes. They neither
list the errors of a document nor notice a repeated key. All three give an equal register.
"""

import gc
import sys
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

import msgspec
import orjson
from attrs import frozen
from cattrs import Converter

from nsc_program import Completeness, Funding, Level, Period, Register, Solution, Support
from nsc_program.serialization import from_json, to_json

SUPPORTS = 1_000_000
LEAST_OVER_CATTRS, MOST_OVER_MSGSPEC = 2.5, 1.3
ROUNDS = 3
FIRST_DAY = date(2021, 1, 1)


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
    supports: list[Support]

    def register(self) -> Register:
        """Return the register in the document."""
        return Register(self.supports, self.completeness)


def _short(number: int) -> Support:
    """Return a made-up support with four fields."""
    day = FIRST_DAY + timedelta(number % 1700)
    return Support(
        id=f"s{number:07}", enterprise=f"SAMPLE-{number:07}", started_on=day, completed_on=day
    )


def _long(number: int) -> Support:
    """Return a made-up support with all fields except one, under ten digits."""
    day = FIRST_DAY + timedelta(number % 1700)
    return Support(
        id=f"s{number:07}",
        recorded_on=day + timedelta(30),
        verified=number % 5 > 0,
        document=f"Quyết định số {number}",
        enterprise=f"{number:010}",
        started_on=day,
        completed_on=day + timedelta(20),
        level=Level.MINISTRY,
        solutions=(Solution.STANDARDS,),
        funding=(Funding("state-budget", number % 100 * 1_000_000),),
    )


def _converter() -> Converter:
    converter = Converter()
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    return converter


def _readers(text: bytes) -> dict[str, Callable[[], Register]]:
    converter = _converter()
    return {
        "nsc_program": lambda: from_json(text, Register),
        "cattrs behind orjson": lambda: converter.structure(
            orjson.loads(text), Document
        ).register(),
        "msgspec": lambda: msgspec.json.decode(text, type=Document).register(),
    }


def _best(readers: dict[str, Callable[[], Register]], expected: Register) -> dict[str, float]:
    """Return the shortest time of each reader in several rounds; disturbances only add time."""
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, read in readers.items():
            gc.collect()
            start = perf_counter()
            register = read()
            spent[name].append(perf_counter() - start)
            if register != expected:
                raise SystemExit(f"{name} loads another register")
            del register
    return {name: min(times) for name, times in spent.items()}


def main() -> int:
    """Print the ratios; return 1 if a ratio is too low or too high, else 0."""
    missed = False
    for kind, make in {"four fields": _short, "eleven fields": _long}.items():
        claim = Completeness(
            Support, Period.until(date(2025, 12, 31)), recorded_on=date(2026, 1, 31)
        )
        register = Register(map(make, range(SUPPORTS)), [claim])
        text = to_json(register).encode()
        ours, cattrs, direct = _best(_readers(text), register).values()
        sys.stdout.write(
            f"{SUPPORTS:,} supports of {kind}, {len(text) / 2**20:.0f} MiB: {ours:.1f} s; "
            f"cattrs behind orjson {cattrs:.1f} s, {cattrs / ours:.2f} times ours "
            f"(at least {LEAST_OVER_CATTRS}); msgspec {direct:.1f} s, "
            f"ours is {ours / direct:.2f} of it (at most {MOST_OVER_MSGSPEC})\n"
        )
        sys.stdout.flush()
        missed |= cattrs / ours < LEAST_OVER_CATTRS or ours / direct > MOST_OVER_MSGSPEC
        del register, text
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
