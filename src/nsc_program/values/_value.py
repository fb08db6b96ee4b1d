"""The base of every value of the library: how a value is pickled, and how it is shown."""

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, cast

from attrs import Attribute, AttrsInstance, fields

from nsc_program.errors import InvalidValue

T = TypeVar("T", bound=AttrsInstance)

BY_REFERENCE: Mapping[str, bool] = MappingProxyType({"nsc_by_reference": True})
"""Metadata of a field that a value keeps for later questions, and that documents do not state."""


def stated(kind: type[Any]) -> tuple["Attribute[Any]", ...]:
    """Return the fields of a class that its documents state, in order."""
    return tuple(
        attribute for attribute in fields(kind) if not attribute.metadata.get("nsc_by_reference")
    )


class Value:
    """A value that a pickle restores completely or not at all.

    If a pickle has other fields than the class, attrs leaves the missing fields unset and drops the
    surplus ones. So a value is built again from its fields, which must be exactly those of its
    class, and the checks of a normal call apply.

    All values share one `__repr__`, which writes what attrs would write. attrs would compile one
    for each class, and that was a third of the time that it takes to make a class.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Keep attrs from adding a `__repr__`, and remove the pickle methods that it adds.

        Its `__setstate__` changes a frozen value.
        """
        super().__init_subclass__()
        if cls.__repr__ is Value.__repr__:
            cls.__repr__ = Value.__repr__  # type: ignore[method-assign]  # attrs adds none to it
        for name in ("__getstate__", "__setstate__"):
            if name in vars(cls):
                delattr(cls, name)

    def __repr__(self) -> str:
        """Return the name of the class, with its fields and their values."""
        kind: type[Any] = type(self)
        shown = (each.name for each in fields(kind) if each.repr)
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{kind.__qualname__.rsplit('>.', 1)[-1]}({values})"

    def __reduce__(self) -> tuple[Callable[..., object], tuple[type, Mapping[str, object]]]:
        """Return the class and its fields, without cached values and hashes.

        A hash differs between processes.
        """
        kind = type(self)
        return made_anew, (kind, {name: getattr(self, name) for name in _names(kind)})


class SimpleValue(Value):
    """A value that is seldom compared, and then by all its fields as they are.

    All such values share `__eq__` and `__hash__`, so that attrs need not compile them for each
    class either. They are somewhat slower than those of attrs.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Keep attrs from adding `__eq__` and `__hash__`."""
        super().__init_subclass__()
        cls.__eq__ = SimpleValue.__eq__  # type: ignore[method-assign]  # attrs adds none to it
        cls.__hash__ = SimpleValue.__hash__  # type: ignore[method-assign]

    def __eq__(self, other: object) -> bool:
        """Compare the classes, and then the fields."""
        if type(other) is not type(self):
            return NotImplemented
        return _content(self) == _content(other)

    def __hash__(self) -> int:
        """Hash the class and the fields."""
        return hash((type(self), _content(self)))


def _content(value: SimpleValue) -> object:
    """Return the values of all fields."""
    return _content_getter(cast(Hashable, type(value)))(value)


@cache
def _content_getter(kind: Hashable) -> Callable[[object], object]:
    """Return a function that gives the values of all fields: several as a tuple."""
    names = _names(cast("type[Any]", kind))
    return attrgetter(*names) if names else lambda _: ()


def _names(kind: type[Any]) -> list[str]:
    return [attribute.name for attribute in fields(kind)]


def made_anew(kind: type[T], held: Mapping[str, Any]) -> T:
    """Build a value from the fields in a pickle.

    Args:
        kind: the class of the value.
        held: the fields in the pickle, by name.

    Raises:
        InvalidValue: if the class has other fields: another version of this library wrote the
            pickle.
    """
    apart = set(_names(kind)) ^ held.keys()
    if apart:
        raise _of_another_version(kind, ", ".join(map(repr, sorted(apart))))
    return kind(**held)


def _of_another_version(kind: type[Any], apart: str) -> InvalidValue:
    return InvalidValue.at(
        kind.__name__,
        code="pickle-of-another-version",
        vi=f"do một phiên bản khác của nsc_program lưu bằng pickle, khác nhau ở {apart}; "
        "pickle chỉ dùng giữa các tiến trình cùng phiên bản, hãy lưu bằng JSON",
        en=f"pickled by another version of nsc_program, which differs in {apart}; "
        "use pickles between processes of one version only, and keep JSON documents instead",
    )
