"""Check the wheel and the sdist that are released: `nox -s package`.

The folders on the command line hold the files of separate builds. Their files must have the same
bytes, and the wheel must hold the package, its types, its data and its licence, and no more.
"""

import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from email import message_from_string
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
NEEDED_IN_THE_SDIST = (
    *("README.md", "README.vi.md", "CHANGELOG.md", "SECURITY.md", "CITATION.cff", "LICENSE"),
    *("pyproject.toml", "noxfile.py", "conftest.py", "docs/conf.py"),
)
_RELATIVE_LINK = re.compile(r"\]\((?!https?://|#)[^)]*\)")


def tracked(*folders: str) -> set[str]:
    """Return the files of these folders that git tracks, or all that it tracks."""
    command = ("git", "ls-files", "-z", *folders)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return set(filter(None, done.stdout.split("\0")))


def faults(first: Path, others: list[Path]) -> Iterator[str]:
    """Yield what is wrong with the files of several builds."""
    (wheel,), (sdist,) = first.glob("*.whl"), first.glob("*.tar.gz")
    for other in others:
        if not (other / wheel.name).is_file():
            yield f"{other.name} does not hold {wheel.name}"
        for file in other.iterdir():
            if file.read_bytes() != (first / file.name).read_bytes():
                yield f"{file.name} of {other.name} differs from that of {first.name}"
    yield from _faults_of_wheel(wheel)
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    yield from (f"{sdist.name} lacks {name}" for name in NEEDED_IN_THE_SDIST if name not in names)
    yield from (f"{sdist.name} lacks {name}" for name in sorted(tracked("tests", "src") - names))


def _faults_of_wheel(wheel: Path) -> Iterator[str]:
    """Yield what a wheel holds too much, what it lacks, and what an index could not show."""
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        about = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        described = archive.read(about["METADATA"]).decode()
    expected = {name.removeprefix("src/") for name in tracked("src")}
    yield from (f"{wheel.name} lacks {name}" for name in sorted(expected - names))
    yield from (f"{wheel.name} should not hold {name}" for name in sorted(names - expected))
    if "nsc_program/py.typed" not in names or "LICENSE" not in about:
        yield f"{wheel.name} lacks its types or its licence"
    text = str(message_from_string(described).get_payload())
    yield from (f"the README for an index links to {link}" for link in _RELATIVE_LINK.findall(text))
    if "<!--" in text or not text.startswith("# nsc_program"):
        yield "the README for an index begins wrongly or holds a comment"


def main() -> int:
    """Print the sizes and what is wrong; return 1 if anything is."""
    first, *others = map(Path, sys.argv[1:])
    found = list(faults(first, others))
    sizes = (f"{file.name}: {file.stat().st_size:,} bytes" for file in sorted(first.iterdir()))
    sys.stdout.write("\n".join((*sizes, *found, f"{len(found)} faults")) + "\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
