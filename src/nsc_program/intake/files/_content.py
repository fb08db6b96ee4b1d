"""The content of a file to read: on a disk, or bytes that somebody sent."""

from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import BinaryIO, TypeAlias, final
from zipfile import ZipFile

from attrs import frozen

from nsc_program.errors import Message
from nsc_program.values._validators import wrong_type

Readable: TypeAlias = str | PathLike[str] | bytes
"""The path of a file, or its bytes."""

_OF_OLD_BOOKS = b"\xd0\xcf\x11\xe0"
"""The first bytes of .xls."""
_OF_PACKED_BOOKS = b"PK"
"""The first bytes of .xlsx and .ods, which are packed."""

_OF_OTHERS = {b"%pdf": ".pdf", b"<html": ".html", b"<!doctype html": ".html", b"<table": ".html"}
"""The first characters of files that hold no table to read; offices save pages as .xls."""
_START = 100


@final
@frozen
class Content:
    """The content of a file, and the format that it is in.

    Attributes:
        file: the path of the file, or its bytes.
        suffix: the format, as the end of the name of such a file: `.xlsx`. A path tells its own;
            bytes are looked at.
    """

    file: Path | bytes
    suffix: str

    @classmethod
    def of(cls, file: Readable) -> "Content":
        """Tell the format of a file.

        Raises:
            InvalidType: for anything but a path or bytes.
        """
        if isinstance(file, bytes):
            return cls(file, _suffix_of(file))
        if not isinstance(file, (str, PathLike)):
            raise wrong_type(
                "file",
                Message("đường dẫn hoặc nội dung (“bytes”) của tệp", "a path or bytes"),
                file,
            )
        path = Path(file)
        return cls(path, path.suffix.lower())

    @property
    def size(self) -> int:
        """The number of bytes."""
        return len(self.file) if isinstance(self.file, bytes) else self.file.stat().st_size

    def opened(self) -> BinaryIO:
        """Open the content for reading; a path that does not exist raises `OSError`."""
        return BytesIO(self.file) if isinstance(self.file, bytes) else self.file.open("rb")

    def all_bytes(self) -> bytes:
        """Return the whole content."""
        with self.opened() as file:
            return file.read()


def _suffix_of(content: bytes) -> str:
    """Tell the format of bytes; what is not a workbook is text."""
    if content.startswith(_OF_OLD_BOOKS):
        return ".xls"
    start = content[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, suffix in _OF_OTHERS.items():
        if start.startswith(beginning):
            return suffix
    if not content.startswith(_OF_PACKED_BOOKS):
        return ".csv"
    return ".ods" if _is_open_document(content) else ".xlsx"


def _is_open_document(content: bytes) -> bool:
    """Tell whether a packed file has the part that holds the cells of an .ods workbook."""
    try:
        return "content.xml" in ZipFile(BytesIO(content)).NameToInfo
    except Exception:  # noqa: BLE001  # a broken directory may raise any error
        return False
