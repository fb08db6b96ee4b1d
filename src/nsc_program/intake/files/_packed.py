"""Limit how much of a packed workbook is unpacked, in proportion to the size of its file."""

import re
from functools import partial
from typing import IO, final
from zipfile import ZipFile

from nsc_program.intake.files._books import FEW_CELLS, empty_cells, packed_too_tightly

_FEW_TAGS, _TAGS_A_BYTE = 150_000, 3
_FEW_BYTES, _BYTES_A_BYTE = 20 * 2**20, 50
_PIECE = 4 * 2**20


@final
class Bounds:
    """The limits of unpacking a file of a known size.

    A workbook that people wrote never packs more tightly.
    """

    def __init__(self, packed: ZipFile, size: int) -> None:
        """Start counting.

        Args:
            packed: the packed file.
            size: its size in bytes.
        """
        self._packed, self._size = packed, size
        self._cells = self._tags = self._bytes = 0
        self._most_tags = _TAGS_A_BYTE * size + _FEW_TAGS
        self._most_bytes = _BYTES_A_BYTE * size + _FEW_BYTES

    def refuse_vast(self, part: str) -> None:
        """Count the cells, tags and bytes of a part, and raise an error beyond the limits.

        Raises:
            InvalidValue: if the part has more cells, tags or bytes than a file of this size can
                pack.
            ValueError: if the part declares a document type, which no workbook has.
        """
        end = b""
        with self._packed.open(part) as file:
            for chunk in iter(partial(file.read, 2**20), b""):
                if _DEFINES.search(end + chunk):
                    raise ValueError("the part declares a document type")
                end = chunk[-20:]
                self._count(chunk)

    def _count(self, chunk: bytes) -> None:
        """Count the cells, tags and bytes of a chunk.

        Raises:
            InvalidValue: beyond the limits.
        """
        self._bytes += len(chunk)
        self._tags += chunk.count(b"<") - chunk.count(b"</")
        self._cells += len(_TAG.findall(chunk))
        if self._cells > self._size + FEW_CELLS:
            raise empty_cells()
        if self._bytes > self._most_bytes or self._tags > self._most_tags:
            raise packed_too_tightly()


_TAG = re.compile(rb"<(?:c|row)[ />]")
_DEFINES = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C")
"""Begins a declaration of entities, in every encoding that a parser reads.

No workbook has one, and a part that has one is never parsed.
"""


@final
class InLargePieces:
    """A file that is read in large pieces.

    With every piece, the parser looks again at all that it has of an unfinished tag, so few pieces
    are fast.
    """

    def __init__(self, file: IO[bytes]) -> None:
        """Wrap an open file."""
        self._file = file

    def read(self, _: int = -1) -> bytes:
        """Return the next piece of 4 MiB; the size that the parser asks for is ignored."""
        return self._file.read(_PIECE)
