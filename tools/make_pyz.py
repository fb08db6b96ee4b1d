"""Make one file of the command and the packages it needs: `nox -s pyz`.

`python tools/make_pyz.py FOLDER FILE` takes a folder into which pip installed the packages. The
modules are compiled, which halves the time to start. A Python of another version does not accept
what was compiled, and compiles the sources, which are in the file too.
"""

import os
import re
import shutil
import sys
import zipapp
from compileall import compile_dir
from pathlib import Path
from py_compile import PycInvalidationMode

BINARY = (".so", ".pyd", ".dll", ".dylib")
# One of its two hundred modules is used, so the others would be compiled for nothing.
_NOT_COMPILED = re.compile(r"[/\\]stdnum[/\\]")
_DAY = 1_577_836_800
"""The time of every file in the archive, 2020-01-01.

With it equal contents are equal files, from Python 3.12 on, which packs files in order.
"""


def make(folder: Path, file: Path) -> None:
    """Compile the modules of a folder and pack it.

    Args:
        folder: the packages, which is changed.
        file: the archive to write.

    Raises:
        ValueError: if a package has a compiled extension, which cannot run from an archive.
    """
    if binary := sorted(path for path in folder.rglob("*") if path.suffix in BINARY):
        raise ValueError(f"not pure Python: {', '.join(path.name for path in binary)}")
    shutil.rmtree(folder / "bin", ignore_errors=True)
    shutil.copy(folder / "nsc_program" / "__main__.py", folder)
    compile_dir(
        folder,
        quiet=1,
        legacy=True,
        rx=_NOT_COMPILED,
        stripdir=folder,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
    for path in folder.rglob("*"):
        os.utime(path, (_DAY, _DAY))
    zipapp.create_archive(folder, file, interpreter="/usr/bin/env python3", compressed=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
