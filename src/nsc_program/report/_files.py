"""Where a finished document goes: to a file, or to a stream of the caller."""

from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import BinaryIO, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nsc_program.errors import InvalidValue

File: TypeAlias = str | PathLike[str] | BinaryIO
"""A path, or a binary stream that is open for writing."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a packed file can be dated to."""


def save(file: File, data: bytes) -> None:
    """Write a finished document, so that a failure before leaves no half of a file.

    Args:
        file: the path or the stream.
        data: the document.
    """
    if isinstance(file, (str, PathLike)):
        Path(file).write_bytes(data)
    else:
        file.write(data)


def undated(packed: bytes) -> bytes:
    """Return a packed document whose parts are all dated alike, so that one report is one file.

    Args:
        packed: the document.
    """
    result = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(result, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            copy.writestr(info, source.read(name))
    return result.getvalue()


def missing(package: str, suffix: str, extra: str) -> InvalidValue:
    """Return the error that names the package to install for a format.

    Args:
        package: the package that is missing.
        suffix: the suffix of the format, such as `.docx`.
        extra: the extra of this library that installs it.
    """
    return InvalidValue.at(
        code=f"{package}-missing",
        vi=f"tệp {suffix!r} cần {package}: hãy chạy pip install 'nsc_program[{extra}]'",
        en=f"a {suffix} file needs {package}: pip install 'nsc_program[{extra}]'",
    )
