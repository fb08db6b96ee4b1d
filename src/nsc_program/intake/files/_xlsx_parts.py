"""Unpack the parts of an .xlsx workbook, and follow their references to each other.

No part is unpacked out of proportion to the size of the file.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Self, final
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile

from attrs import frozen

from nsc_program.intake.files._packed import Bounds, InLargePieces

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
YES = frozenset({"1", "true", "t", "on"})


@final
@frozen
class Parts:
    """The parts of a packed workbook.

    Attributes:
        packed: the packed file.
        within: the limits of unpacking it.
        names: the names of the parts.
    """

    packed: ZipFile
    within: Bounds
    names: frozenset[str]

    @classmethod
    def of(cls, packed: ZipFile, size: int) -> Self:
        """List the parts of a packed file.

        Args:
            packed: the packed file.
            size: its size in bytes.
        """
        return cls(packed, Bounds(packed, size), frozenset(packed.namelist()))

    def elements(self, part: str) -> Iterator[Any]:
        """Yield the elements of a part, each when it ends.

        Args:
            part: the name of the part.

        Raises:
            InvalidValue: if the part unpacks to more than a file of this size can pack.
        """
        self.within.refuse_vast(part)
        with self.packed.open(part) as file:
            for _, element in iterparse(InLargePieces(file)):  # noqa: S314  # declarations were rejected before
                yield element

    def elements_if_any(self, part: str | None) -> Iterable[Any]:
        """Return the elements of a part, or nothing if the workbook does not have the part.

        Args:
            part: the name of the part; `None` if there is no reference to it.
        """
        return () if part is None or part not in self.names else self.elements(part)

    def related(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Return the kinds and names of the parts that a part refers to, by their references.

        Args:
            part: the name of the part that refers; empty for the whole workbook.
        """
        folder = posixpath.dirname(part)
        targets: dict[str, tuple[str, str]] = {}
        for element in self.elements(references_of(part)):
            if element.tag.endswith("}Relationship") and element.get("TargetMode") != "External":
                kind = element.attrib["Type"].rpartition("/")[2]
                targets[element.attrib["Id"]] = kind, _path(folder, element.attrib["Target"])
            element.clear()
        return targets

    def related_of(self, part: str, wanted: str) -> Iterator[Iterable[Any]]:
        """Yield the elements of each part of one kind that a part refers to.

        Args:
            part: the name of the part that refers, which need not refer to anything.
            wanted: the kind, such as `comments`.
        """
        yield from map(self.elements_if_any, self.names_of(part, {wanted}))

    def names_of(self, part: str, wanted: AbstractSet[str]) -> Iterator[str]:
        """Yield the name of each part of some kinds that a part refers to.

        Args:
            part: the name of the part that refers, which need not refer to anything.
            wanted: the kinds, such as `drawing`.
        """
        if references_of(part) not in self.names:
            return
        for kind, name in self.related(part).values():
            if kind in wanted:
                yield name


def references_of(part: str) -> str:
    """Return the name of the part that holds the references of a part.

    Args:
        part: the name of the part that refers; empty for the whole workbook.
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _path(folder: str, target: str) -> str:
    """Return the name of a part that is referred to from a folder."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))
