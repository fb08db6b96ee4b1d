"""Write the pickles that every later version must load unchanged or reject.

`python tools/write_pickles.py` pickles the golden documents into `tests/pickles`, in a folder named
for this version. It leaves existing files alone, because they show what their version wrote.
"""

import pickle
from pathlib import Path

from nsc_program.serialization import SCHEMAS, from_json
from nsc_program.verdicts._evaluation import LIBRARY

ROOT = Path(__file__).parents[1]
GOLDEN, PICKLES = ROOT / "tests" / "golden", ROOT / "tests" / "pickles"
KEPT = (
    "comparison-1/small",
    "evaluation-1/small-read-otherwise",
    "figures-1/every-note",
    "program-1/small",
    "reading-1/all-other",
    "register-1/every-field",
    "sweep-1/small",
)
_KINDS = {"-".join(schema.split("/")[1:]): kind for kind, schema in SCHEMAS.items()}


def read_golden(name: str) -> object:
    """Load the value of a golden document."""
    text = (GOLDEN / f"{name}.json").read_text(encoding="utf-8")
    return from_json(text, _KINDS[name.partition("/")[0]])


def main() -> None:
    """Write the missing pickles."""
    folder = PICKLES / LIBRARY.rpartition(" ")[2]
    for name in KEPT:
        path = folder / f"{name.replace('/', '.')}.pickle"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pickle.dumps(read_golden(name), protocol=4))


if __name__ == "__main__":
    main()
