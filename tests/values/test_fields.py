"""Every field of every value is checked: documents can hold every value, and lists are not kept."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from attrs import AttrsInstance, evolve

import nsc_program
from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import HANOI, InvalidType, InvalidValue, Register
from nsc_program.checks import KeyChanged
from nsc_program.values._value import Value

UNCHECKED = {
    # Cells as they came, which may hold anything, and the messages about them.
    "nsc_program.intake.Intake",
    "nsc_program.intake.RowToMend",
    "nsc_program.intake._rows.unread_columns.UnreadColumn",
    "nsc_program.intake._headings.columns.Found",
    "nsc_program.intake._messages.problems.Problem",
    "nsc_program.intake._tables.unread_lines.UnreadLine",
    "nsc_program.intake.files._review.ReviewItem",
    "nsc_program.intake.files._sheet.Sheet",
    # JSON texts, and expectations in the form of JSON.
    "nsc_program.testing.conformance.Case",
}


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _values() -> list[type[Any]]:
    """Yield every class of values, in whichever module it is."""
    for module in pkgutil.walk_packages(nsc_program.__path__, "nsc_program."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = (
        kind
        for kind in _below(Value)
        if attrs.has(kind) and kind.__module__.startswith("nsc_program")
    )
    return sorted(set(ours), key=lambda kind: (kind.__module__, kind.__name__))


FIELDS = [(kind, each.name) for kind in EXAMPLES for each in attrs.fields(kind)]


class TestFields:
    def test_every_field_has_a_validator_or_a_converter(self) -> None:
        unchecked = {
            f"{kind.__module__}.{kind.__name__}"
            for kind in _values()
            for each in attrs.fields(kind)
            if each.validator is None and each.converter is None
        }
        assert UNCHECKED == unchecked

    @for_each(("kind", "name"), FIELDS)
    def test_a_field_refuses_objects_of_another_class(
        self, kind: type[AttrsInstance], name: str
    ) -> None:
        with pytest.raises((InvalidType, TypeError)):
            evolve(EXAMPLES[kind][0], **{name: object()})

    @for_each(("kind", "name"), FIELDS)
    def test_a_field_does_not_keep_a_list(self, kind: type[AttrsInstance], name: str) -> None:
        """A list could be changed afterwards."""
        for value in EXAMPLES[kind]:
            held = getattr(value, name)
            if type(held) is tuple:
                try:
                    copied = getattr(evolve(value, **{name: list(held)}), name)
                except InvalidType:
                    continue
                assert tuple is type(copied)

    @for_each(("kind", "name"), FIELDS)
    def test_a_field_for_a_date_refuses_a_datetime(
        self, kind: type[AttrsInstance], name: str
    ) -> None:
        for value in EXAMPLES[kind]:
            held = getattr(value, name)
            if type(held) is date:
                with pytest.raises(InvalidType):
                    evolve(value, **{name: datetime(held.year, held.month, held.day, tzinfo=UTC)})


class TestFrozenValues:
    """The methods of a frozen value do not change it."""

    @for_each("kind", _values())
    def test_a_frozen_value_has_no_setstate(self, kind: type) -> None:
        assert not hasattr(kind, "__setstate__")

    def test_its_state_cannot_be_replaced(self) -> None:
        register = Register()
        with pytest.raises(AttributeError):
            register.__setstate__({"records": HANOI})  # type: ignore[attr-defined]
        assert Register() == register


def test_a_finding_refuses_unknown_kinds_of_keys() -> None:
    with pytest.raises(
        InvalidValue, match=r"^key: expected one of 'person', 'enterprise', 'registration'$"
    ) as refused:
        KeyChanged("phone", records=())  # type: ignore[arg-type]
    assert "cần một trong các giá trị" in refused.value.in_("vi")
