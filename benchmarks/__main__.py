"""Print the table of speed: every row with its goal, on this machine.

    python benchmarks                 # all rows
    python benchmarks imports sweep   # the rows of some files

Each file runs in a process of its own, so that none pays for the objects of another.
"""

import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
FILES = (
    "imports",
    "making",
    "evaluating",
    "sweep",
    "reports",
    "reading",
    "writing",
    "findings",
    "intake",
    "memory",
    "tally",
    "tables",
    "tables_in_memory",
    "running",
    "typed",
    "strategies",
    "growth",
    "hostile",
)
PACKAGES = ("nsc-program", "attrs", "cattrs", "msgspec", "orjson", "openpyxl")


def main(names: list[str]) -> int:
    """Print the machine, the versions and the rows; return 1 if a goal is missed, else 0."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    sys.stdout.write(f"{platform.platform()}, Python {platform.python_version()}\n{versions}\n\n")
    sys.stdout.flush()
    codes = [
        subprocess.run([sys.executable, str(HERE / f"{name}.py")], check=False).returncode
        for name in names or FILES
    ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
