"""Import the names of a package when they are first used.

A lazy package lists its names once, in its `__init__.pyi`. Type checkers read that list, and this
module reads it when the first name is asked for. Each line of the list has the form
`from MODULE import NAME as NAME` or `from . import MODULE as MODULE`.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def attach(package: str) -> "tuple[Callable[[str], object], Callable[[], list[str]]]":
    """Make the functions `__getattr__` and `__dir__` of a lazy package.

    Args:
        package: the full name of the package, whose names are listed in its `__init__.pyi`.

    Returns:
        `__getattr__`, which imports a name and raises `AttributeError` for a name that is not
        listed; and `__dir__`, which returns all listed names in order.
    """
    origins: dict[str, tuple[str, str]] = {}

    def load() -> dict[str, tuple[str, str]]:
        if not origins:
            origins.update(_origins(package))
        return origins

    def get(name: str) -> object:
        if name == "__all__":
            return sorted(load())
        if (name.startswith("__") and name != "__version__") or name not in load():
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, original = origins[name]
        if module == ".":
            __import__(f"{package}.{original}")
            return sys.modules[f"{package}.{original}"]
        __import__(module)
        value = getattr(sys.modules[module], original)
        setattr(sys.modules[package], name, value)
        return value

    return get, lambda: sorted(load())


def _origins(package: str) -> dict[str, tuple[str, str]]:
    """Read from the stub which module each name comes from, and what the name is there."""
    spec = sys.modules[package].__spec__
    stub = f"{spec.submodule_search_locations[0]}/__init__.pyi"  # type: ignore[union-attr, index]
    lines = spec.loader.get_data(stub).decode().splitlines()  # type: ignore[union-attr]
    imports = (line.split() for line in lines if line.startswith("from "))
    return {words[5]: (words[1], words[3]) for words in imports}
