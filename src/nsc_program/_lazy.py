"""Import the names of a package when they are first used.

A lazy package lists its names once, in its `__init__.pyi`. Type checkers read that list, and this
module reads it when the first name is asked for. Each line of the list has the form
`from MODULE import NAME as NAME` or `from . import MODULE as MODULE`.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def attach(package: str) -> "tuple[Callable[[str], object], Callable[[], list[str]]]":
    """Make the functions `__getattr__` and `__dir__` of a lazy package.

    Args:
        package: the full name of the package, whose names are listed in its `__init__.pyi`.

    Returns:
        `__getattr__`, which imports a name and raises `AttributeError` for a name that is not
        listed; and `__dir__`, which returns all listed names in order.
    """
    names = _Names(package)
    return names.get, names.in_order


def late(package: str, name: str) -> "Callable[..., Any]":
    """Import a function of a lazy package when it is needed.

    A room asks a room above it in this way, as a value asks for the words that describe it.

    Args:
        package: the full name of the package.
        name: the name of the function, which the stub of the package lists.

    Returns:
        The function.
    """
    __import__(package)
    found: Callable[..., Any] = getattr(sys.modules[package], name)
    return found


class _Names:
    """The names of a lazy package, which are read from its stub when the first is asked for."""

    def __init__(self, package: str) -> None:
        """Take the full name of the package."""
        self._package = package
        self._origins: dict[str, tuple[str, str]] = {}

    def in_order(self) -> list[str]:
        """Return all listed names in order."""
        return sorted(self._loaded())

    def get(self, name: str) -> object:
        """Import the value of a listed name, and keep it in the package."""
        if name == "__all__":
            return self.in_order()
        if (name.startswith("__") and name != "__version__") or name not in self._loaded():
            raise AttributeError(f"module {self._package!r} has no attribute {name!r}")
        return self._imported(name)

    def _imported(self, name: str) -> object:
        """Import the value of a listed name; a module puts itself into its package."""
        module, original = self._origins[name]
        if module == ".":
            __import__(f"{self._package}.{original}")
            return sys.modules[f"{self._package}.{original}"]
        __import__(module)
        value = getattr(sys.modules[module], original)
        setattr(sys.modules[self._package], name, value)
        return value

    def _loaded(self) -> dict[str, tuple[str, str]]:
        """Return the origins of all names."""
        if not self._origins:
            self._origins.update(_origins(self._package))
        return self._origins


def _origins(package: str) -> dict[str, tuple[str, str]]:
    """Read from the stub which module each name comes from, and what the name is there."""
    spec = sys.modules[package].__spec__
    stub = f"{spec.submodule_search_locations[0]}/__init__.pyi"  # type: ignore[union-attr, index]
    lines = spec.loader.get_data(stub).decode().splitlines()  # type: ignore[union-attr]
    imports = (line.split() for line in lines if line.startswith("from "))
    return {words[5]: (words[1], words[3]) for words in imports}
