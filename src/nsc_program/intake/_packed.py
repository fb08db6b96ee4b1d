"""How much of a packed workbook is unpacked: nothing that is out of proportion to the size of the file."""

import re
from functools import partial
from typing import IO, final
from zipfile import ZipFile

from nsc_program.intake._books import FEW_CELLS, empty_cells, packed_too_tightly

_FEW_TAGS, _TAGS_A_BYTE = 200_000, 8
_FEW_BYTES, _BYTES_A_BYTE = 20 * 2**20, 50
_PIECE = 4 * 2**20


@final
class Bounds:
    """How much may be unpacked of a file of some size: what somebody wrote does not pack so well."""

    def __init__(self, packed: ZipFile, size: int) -> None:
        self._packed, self._size = packed, size
        self._cells = self._tags = self._bytes = 0

    def refuse_vast(self, part: str) -> None:
        """Count what a part holds, as far as it may."""
        end = b""
        with self._packed.open(part) as file:
            for chunk in iter(partial(file.read, 2**20), b""):
                self._bytes += len(chunk)
                self._tags += chunk.count(b"<")
                self._cells += len(_TAG.findall(chunk))
                if _DEFINES.search(end + chunk):
                    raise ValueError("it defines what its words stand for")
                end = chunk[-20:]
                if self._cells > self._size + FEW_CELLS:
                    raise empty_cells()
                if (
                    self._bytes > _BYTES_A_BYTE * self._size + _FEW_BYTES
                    or self._tags > _TAGS_A_BYTE * self._size + _FEW_TAGS
                ):
                    raise packed_too_tightly()


_TAG = re.compile(rb"<(?:c|row)[ />]")
_DEFINES = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C")
"""Begins what gives words a meaning, in whichever encoding a parser reads: no workbook has it, and none is parsed."""


@final
class InLargePieces:
    """A file that is read in large pieces: with each, a parser looks anew at all that it has of a long tag."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, _: int = -1) -> bytes:
        """Read the next piece."""
        return self._file.read(_PIECE)
