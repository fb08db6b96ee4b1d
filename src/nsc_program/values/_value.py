"""What every value has in common: how it travels between processes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import Attribute, AttrsInstance, fields

from nsc_program.errors import InvalidValue

T = TypeVar("T", bound=AttrsInstance)

BY_REFERENCE: Mapping[str, bool] = MappingProxyType({"nsc_by_reference": True})
"""Metadata of a field that a value keeps for later questions, and that its documents do not state."""


def stated(kind: type[Any]) -> tuple["Attribute[Any]", ...]:
    """Return the fields of a class that its documents state, in order."""
    return tuple(each for each in fields(kind) if not each.metadata.get("nsc_by_reference"))


class Value:
    """A value that comes out of a pickle whole or not at all.

    attrs would leave unset whatever a pickle of another layout does not hold, and drop what it holds more. So a value
    is made anew from its fields, which must be those of its class, and whatever refuses them in a call refuses them
    here.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Take away what attrs gives a class with slots for pickles: `__setstate__` changes a value that is frozen."""
        super().__init_subclass__()
        for name in ("__getstate__", "__setstate__"):
            if name in vars(cls):
                delattr(cls, name)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[type, Mapping[str, object]]]:
        """Give the class and its fields: nothing worked out of them, and no hash, which differs between processes."""
        return made_anew, (type(self), {name: getattr(self, name) for name in _names(type(self))})


def _names(kind: type[Any]) -> list[str]:
    return [each.name for each in fields(kind)]


def made_anew(kind: type[T], held: Mapping[str, Any]) -> T:
    """Make a value of what a pickle holds.

    Raises:
        InvalidValue: if that is not what the class has: the pickle is of another version of this library.
    """
    wanted = _names(kind)
    if held.keys() != set(wanted):
        apart = ", ".join(map(repr, sorted(set(wanted) ^ held.keys())))
        raise InvalidValue.at(
            kind.__name__,
            code="pickle-of-another-version",
            vi=f"do một phiên bản khác của nsc_program lưu bằng pickle, khác nhau ở {apart}; "
            "pickle chỉ dùng giữa các tiến trình cùng phiên bản, hãy lưu bằng JSON",
            en=f"pickled by another version of nsc_program, which differs in {apart}; "
            "a pickle is for processes of one version, keep JSON documents instead",
        )
    return kind(**held)
