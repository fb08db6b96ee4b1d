"""Check that the pages of the reference describe every public name: `nox -s docs`."""

import re
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from zlib import decompress

ROOMS = (
    *("values", "records", "plan", "figures", "verdicts", "checks", "catalog", "wording"),
    *(
        "serialization",
        "serialization.pydantic",
        "intake",
        "intake.files",
        "intake.typed",
        "figures.tables",
        "report",
    ),
    *(
        "errors",
        "testing.strategies",
        "testing.properties",
        "testing.conformance",
        "testing.sample",
    ),
)


def described(site: Path) -> set[str]:
    """Return the full names that a built site describes, from the inventory that Sphinx writes."""
    *_, packed = (site / "objects.inv").read_bytes().split(b"\n", 4)
    return {*re.findall(r"^(\S+) py:", decompress(packed).decode(), re.MULTILINE)}


def public(room: ModuleType) -> list[str]:
    """Return the names of a room: those that it lists, or those that it defines."""
    listed = getattr(room, "__all__", None)
    own = (name for name, value in vars(room).items() if _is_own(value, room.__name__))
    names = listed if listed is not None else own
    return [f"{room.__name__}.{name}" for name in names if not name.startswith("_")]


def _is_own(value: object, room: str) -> bool:
    return getattr(value, "__module__", None) == room


def main() -> int:
    """Print each public name that no page describes; return 1 if there are any."""
    known = described(Path(sys.argv[1]))
    rooms = (import_module(f"nsc_program.{name}") for name in ROOMS)
    wanted = [name for room in rooms for name in public(room)]
    missing = [name for name in wanted if name not in known]
    told = [f"{len(wanted)} public names, {len(missing)} not described", *missing]
    sys.stdout.write("\n  ".join(told) + "\n")
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main())
