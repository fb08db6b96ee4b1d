"""Pack the conformance cases and the made-up register, which the package holds.

People read and change the JSON files of `conformance/` and `docs/examples/`; `python
tools/pack_cases.py` then writes `conformance/cases.zip` and `made-up-register.json.gz` in
`src/nsc_program/testing/`, and tests hold the two to each other.
"""

import gzip
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "conformance"
TESTING = ROOT / "src" / "nsc_program" / "testing"
ARCHIVE = TESTING / "conformance" / "cases.zip"
SAMPLE = ROOT / "docs" / "examples" / "made-up-register.json"


def pack(archive: Path) -> None:
    """Write the archive."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(FOLDER.glob("*.json")):
            # Without a day of its own, which would differ from one checkout to another.
            packed.writestr(zipfile.ZipInfo(file.name), file.read_bytes(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    pack(ARCHIVE)
    (TESTING / f"{SAMPLE.name}.gz").write_bytes(gzip.compress(SAMPLE.read_bytes(), mtime=0))
