"""Classes whose fields are tested in one pass, and validated one by one only where it is in doubt.

Calling a validator for each field costs several times as much as making the object. Such a class
tests its fields itself when it is made, and calls `validate` where a test fails. Its attributes
still have their validators, for everything that reads them, and for `validate`.
"""

from typing import Any, TypeVar

from attrs import Attribute, AttrsInstance, fields

T = TypeVar("T", bound=AttrsInstance)

_KEPT = "nsc_validator"


def uncalled(_: type[Any], attributes: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """Take the validators out of attributes, so that `__init__` does not call them.

    This is a `field_transformer` of attrs; `with_validators` puts them back.

    Args:
        attributes: the attributes of the class.
    """
    return [
        attribute.evolve(
            validator=None, metadata={**attribute.metadata, _KEPT: attribute.validator}
        )
        for attribute in attributes
    ]


def with_validators(kind: type[T]) -> type[T]:
    """Put the validators back into the attributes of a class that `uncalled` took them out of.

    Args:
        kind: the class, which calls `validate` when it is made and its own test fails.
    """
    bare: Any = fields(kind)
    kind.__attrs_attrs__ = type(bare)(map(_restored, bare))
    return kind


def _restored(attribute: "Attribute[Any]") -> "Attribute[Any]":
    metadata = dict(attribute.metadata)
    return attribute.evolve(validator=metadata.pop(_KEPT), metadata=metadata)
