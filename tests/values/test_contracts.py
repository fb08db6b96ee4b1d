"""Properties of every value type, regardless of its content."""

import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from fractions import Fraction

import attrs
import pytest
from attrs import AttrsInstance
from attrs.exceptions import FrozenInstanceError

from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import (
    About,
    AtLeast,
    AtMost,
    Evaluation,
    Figures,
    LessThan,
    MoreThan,
    Plain,
    Program,
    Range,
    Register,
)
from nsc_program.records import Record
from nsc_program.values._value import SimpleValue
from nsc_program.verdicts import (
    Diff,
    Evidence,
    FigureEvidence,
    PhaseComparison,
    PlanComparison,
    Sweep,
)
from public_names import PUBLIC

_PAIRS = tuple(EXAMPLES.values())
_VALUES = tuple(value for pair in _PAIRS for value in pair)

of_each_pair = for_each(("one", "other"), _PAIRS, ids=[kind.__name__ for kind in EXAMPLES])
of_each_value = for_each(
    "value",
    _VALUES,
    ids=[f"{kind.__name__}-{which}" for kind in EXAMPLES for which in ("one", "other")],
)
of_each_type = for_each("kind", EXAMPLES, ids=[kind.__name__ for kind in EXAMPLES])


def _names(value: AttrsInstance) -> list[str]:
    return [field.name for field in attrs.fields(type(value))]


def _rebuilt(value: AttrsInstance) -> AttrsInstance:
    """Return the same value made anew, from copies of its fields."""
    make: Callable[..., AttrsInstance] = type(value)
    return make(**{name: deepcopy(getattr(value, name)) for name in _names(value)})


def test_every_public_value_type_has_its_examples() -> None:
    kinds = {kind for kind in PUBLIC.values() if isinstance(kind, type) and attrs.has(kind)}
    assert kinds - {Record} == set(EXAMPLES), "a record is always of a class derived from Record"


@of_each_type
def test_the_first_example_is_of_its_own_type(kind: type[AttrsInstance]) -> None:
    assert type(EXAMPLES[kind][0]) is kind


@of_each_value
def test_values_with_equal_fields_are_equal(value: AttrsInstance) -> None:
    assert _rebuilt(value) == value


@of_each_pair
def test_values_with_different_fields_differ(one: AttrsInstance, other: AttrsInstance) -> None:
    assert one != other


@of_each_value
def test_a_value_is_not_its_fields(value: AttrsInstance) -> None:
    """Different meaning, different type: a value does not equal the plain tuple of its fields."""
    fields: object = attrs.astuple(value, recurse=False)
    assert value != fields


@of_each_value
def test_equal_values_have_one_hash(value: AttrsInstance) -> None:
    assert hash(_rebuilt(value)) == hash(value)


@of_each_pair
def test_a_set_holds_each_value_once(one: AttrsInstance, other: AttrsInstance) -> None:
    assert len({one, other, _rebuilt(one), _rebuilt(other)}) == 2


IN_SHORT = {
    Diff,
    Evaluation,
    Evidence,
    FigureEvidence,
    Figures,
    PhaseComparison,
    PlanComparison,
    Program,
    Register,
    Sweep,
}
"""Values that contain any number of values are shown in one line, with counts."""


@of_each_value
def test_repr_names_the_type_and_every_field(value: AttrsInstance) -> None:
    """The repr of `Range` is shorter; `test_ranges` tests that it evaluates back."""
    kind = type(value)
    if kind in IN_SHORT:
        assert repr(value).startswith(
            f"<{kind.__name__} " if kind is not Register else "<Register:"
        )
        assert len(repr(value)) < 200
        return
    names = [] if kind is Range else [field.name for field in attrs.fields(kind) if field.repr]
    assert [part for part in (f"{kind.__name__}(", *names) if part not in repr(value)] == []


@of_each_value
def test_the_repr_is_that_of_attrs(value: AttrsInstance) -> None:
    """All values share one `__repr__`; it writes what attrs would write for each class."""
    kind = type(value)
    if kind not in {Range, *IN_SHORT}:
        shown = {field.name: attrs.field(repr=field.repr) for field in attrs.fields(kind)}
        twin = attrs.make_class(kind.__name__, shown, kw_only=True)
        assert repr(value) == repr(twin(**{name: getattr(value, name) for name in shown}))


def test_simple_values_are_compared_by_all_their_fields() -> None:
    """They share `__eq__` and `__hash__`, which compare each field as it is."""
    simple = [kind for kind in EXAMPLES if SimpleValue in kind.__mro__]
    fields = [field for kind in simple for field in attrs.fields(kind)]
    assert 20 < len(simple)
    assert {(True, None, None)} == {(field.eq, field.eq_key, field.hash) for field in fields}


@pytest.mark.parametrize("value", EXAMPLES[Range])
def test_the_repr_of_a_range_evaluates_back(value: Range) -> None:
    assert eval(repr(value), {"Range": Range, "Fraction": Fraction}) == value  # noqa: S307 - the text is ours


@of_each_value
def test_no_field_can_be_assigned(value: AttrsInstance) -> None:
    for name in _names(value) or ["anything"]:
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)


@of_each_value
def test_no_field_can_be_deleted(value: AttrsInstance) -> None:
    for name in _names(value) or ["anything"]:
        with pytest.raises(FrozenInstanceError):
            delattr(value, name)


@of_each_value
@for_each("duplicate", [attrs.evolve, copy, deepcopy])
def test_a_duplicate_is_equal(
    value: AttrsInstance, duplicate: Callable[[AttrsInstance], AttrsInstance]
) -> None:
    assert duplicate(value) == value


@of_each_value
@for_each("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_value_comes_back_from_pickle(value: AttrsInstance, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(value, protocol)) == value  # noqa: S301 - written one call earlier


@of_each_value
def test_a_value_has_slots_and_no_dict(value: AttrsInstance) -> None:
    assert not hasattr(value, "__dict__")


@of_each_type
def test_no_type_can_be_extended(kind: type[AttrsInstance]) -> None:
    """A subclass could change the meaning of equality, so every value type is final."""
    assert getattr(kind, "__final__", False)


def test_different_types_differ_even_with_equal_fields() -> None:
    """“Ít nhất 20”, “trên 20”, “khoảng 20” … are different types, not one number with a flag."""
    bounds = (AtLeast(20), MoreThan(20), About(20), Plain(20), AtMost(20), LessThan(20))
    assert len(set(bounds)) == len(bounds)
