"""The docstrings of public names give what a caller asks for: arguments, results and fields."""

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import attrs

from each import for_each

MODULES = (
    *("nsc_program", "nsc_program.errors", "nsc_program.values", "nsc_program.records"),
    *("nsc_program.plan", "nsc_program.figures", "nsc_program.verdicts", "nsc_program.checks"),
    *("nsc_program.catalog", "nsc_program.wording", "nsc_program.serialization"),
    *("nsc_program.intake", "nsc_program.intake.files", "nsc_program.intake.typed"),
    *("nsc_program.report", "nsc_program.testing.strategies", "nsc_program.testing.properties"),
    "nsc_program.testing.conformance",
)
SAYS_WHAT_IT_RETURNS = re.compile(
    r"(?:Return|Yield|Tell|Give|Read|Write|Make|Join|List|Count|Compare|Decide|Draw)\b"
)


def public(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield the public names of a module with what they name, if it is this library's."""
    for name in getattr(module, "__all__", None) or dir(module):
        value = getattr(module, name)
        if not name.startswith("_") and str(getattr(value, "__module__", "")).startswith("nsc_"):
            yield name, value


def functions(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public functions of a module, and the public methods of its classes."""
    for name, value in public(module):
        if inspect.isclass(value):
            for method, held in vars(value).items():
                function = getattr(held, "__func__", held)
                if not method.startswith("_") and inspect.isfunction(function):
                    yield f"{name}.{method}", function
        elif inspect.isfunction(inspect.unwrap(value)):
            yield name, inspect.unwrap(value)


def lacks(function: Callable[..., Any]) -> list[str]:
    """Return the sections that a docstring needs and does not have."""
    doc, signature = inspect.getdoc(function) or "", inspect.signature(function)
    missing = []
    if set(signature.parameters) - {"self", "cls"} and "Args:" not in doc:
        missing.append("Args")
    returns = signature.return_annotation not in (None, inspect.Signature.empty)
    if returns and not ("Returns:" in doc or SAYS_WHAT_IT_RETURNS.match(doc)):
        missing.append("Returns")
    return missing


def undescribed(kind: type[Any]) -> list[str]:
    """Return the fields of a class that neither its docstring nor that of a base names."""
    docs = " ".join(inspect.getdoc(each) or "" for each in kind.__mro__ if each is not object)
    names = (each.name for each in attrs.fields(kind))
    return [name for name in names if not re.search(rf"\b{name}\b", docs)]


@for_each("module", MODULES)
def test_arguments_and_results_are_described(module: str) -> None:
    found = {name: lacks(function) for name, function in functions(import_module(module))}
    assert {} == {name: missing for name, missing in found.items() if missing}


@for_each("module", MODULES)
def test_fields_are_described(module: str) -> None:
    values = public(import_module(module))
    kinds = [(name, kind) for name, kind in values if inspect.isclass(kind) and attrs.has(kind)]
    assert {} == {name: missing for name, kind in kinds if (missing := undescribed(kind))}


def test_a_docstring_without_its_sections_is_found() -> None:
    def doubled(number: int) -> int:
        """The number twice."""
        return 2 * number

    @attrs.frozen
    class Pair:
        """Two numbers: the first."""

        first: int
        second: int

    assert 4 == doubled(2)
    assert ["Args", "Returns"] == lacks(doubled)
    assert ["second"] == undescribed(Pair)
