"""Packages whose names are imported when they are first used.

Such a package lists its names once, in its `__init__.pyi`: type checkers read it, and so does this module, when the
first name is asked for. A line of the list is `from MODULE import NAME as NAME`, or `from . import MODULE as MODULE`.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def attach(package: str) -> "tuple[Callable[[str], object], Callable[[], list[str]]]":
    """Return the functions `__getattr__` and `__dir__` of a package whose names its stub lists."""
    homes: dict[str, tuple[str, str]] = {}

    def load() -> dict[str, tuple[str, str]]:
        if not homes:
            homes.update(_homes(package))
        return homes

    def get(name: str) -> object:
        if name == "__all__":
            return sorted(load())
        if (name.startswith("__") and name != "__version__") or name not in load():
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, original = homes[name]
        if module == ".":
            __import__(f"{package}.{original}")
            return sys.modules[f"{package}.{original}"]
        __import__(module)
        value = getattr(sys.modules[module], original)
        setattr(sys.modules[package], name, value)
        return value

    return get, lambda: sorted(load())


def _homes(package: str) -> dict[str, tuple[str, str]]:
    """Read where each name of a package comes from, and what it is called there."""
    spec = sys.modules[package].__spec__
    stub = f"{spec.submodule_search_locations[0]}/__init__.pyi"  # type: ignore[union-attr, index]
    lines = spec.loader.get_data(stub).decode().splitlines()  # type: ignore[union-attr]
    found = (line.split() for line in lines if line.startswith("from "))
    return {words[5]: (words[1], words[3]) for words in found}
