"""Distinguish one source of rows from another by everything that it holds."""

import hashlib
from collections.abc import Iterable
from typing import final

from nsc_program.intake._cells.grid import filled
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.values._validators import shown


@final
class Fingerprint:
    """The hashes of the rows of a source.

    The cells that identify people enter through a slow hash, most of which is left out, so that a
    person's number cannot be found by trying all numbers.
    """

    def __init__(self, table: Table, source: str) -> None:
        """Begin with what the caller told about the source.

        Args:
            table: the columns of the table.
            source: the text that the caller gave to distinguish the source.
        """
        seed = _encoded(repr((source, table.recorded_on)))
        self._digest, self._personal = hashlib.sha256(seed), hashlib.sha256(seed)
        self._of_people = {heading for heading, column in table.columns.values() if column.personal}
        self._names: dict[object, str] = {}

    def add(self, row: RowRead) -> None:
        """Add the cells of a row.

        Args:
            row: the row, which holds data.
        """
        for heading, cell in filled(row.cells):
            into = self._personal if heading in self._of_people else self._digest
            into.update(_encoded(f"{row.number} {self._name(heading)} {_shown_whole(cell)}\n"))

    def _name(self, heading: object) -> str:
        """Return the text of a heading, which is made once for all rows."""
        name = self._names.get(heading)
        if name is None:
            name = self._names[heading] = shown(heading)
        return name

    def __str__(self) -> str:
        """Return the hashes as text."""
        return f"{self._digest.hexdigest()[:16]}{self._slow_hash().hex()}"

    def _slow_hash(self) -> bytes:
        """Return the hash of the cells that identify people; it is empty if there are none."""
        if not self._of_people:
            return b""
        password, salt = self._personal.digest(), self._digest.digest()
        return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1, dklen=4)


def _encoded(text: str) -> bytes:
    """Return the bytes of a text, with a question mark for half a character."""
    return text.encode("utf-8", "replace")


def _shown_whole(cell: object) -> str:
    """Return the whole text of a cell, even of a long one."""
    return cell if isinstance(cell, str) else "None" if cell is None else shown(cell)


def fingerprint_of(table: Table, source: str, rows: Iterable[RowRead]) -> str:
    """Distinguish one source from another by everything that it holds, regardless of its name.

    Args:
        table: the columns of the table.
        source: the text that the caller gave to distinguish the source.
        rows: the rows that hold data.
    """
    fingerprint = Fingerprint(table, source)
    for row in rows:
        fingerprint.add(row)
    return str(fingerprint)
