"""Pack the conformance cases of `conformance/` into the archive that the package holds.

People read and change the JSON files; `python tools/pack_cases.py` then writes
`src/nsc_program/testing/conformance/cases.zip`, and a test holds the two to each other.
"""

import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "conformance"
ARCHIVE = ROOT / "src" / "nsc_program" / "testing" / "conformance" / "cases.zip"


def pack(archive: Path) -> None:
    """Write the archive."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(FOLDER.glob("*.json")):
            # Without a day of its own, which would differ from one checkout to another.
            packed.writestr(zipfile.ZipInfo(file.name), file.read_bytes(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    pack(ARCHIVE)
