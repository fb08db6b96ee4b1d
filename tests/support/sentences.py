"""The sentences in the source of the library, in pairs of two languages."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import nsc_program
from nsc_program._collector import collector_paused

SOURCES = sorted(Path(nsc_program.__file__).parent.rglob("*.py"))


@cache
def trees() -> Mapping[Path, ast.Module]:
    """Return the syntax tree of every source, by its path."""
    with collector_paused():  # the trees stay, and it would look through them again and again
        return {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


@cache
def nodes() -> list[ast.AST]:
    """Return all the nodes of all trees."""
    with collector_paused():
        return [node for tree in trees().values() for node in ast.walk(tree)]


def text_of(node: ast.AST) -> str:
    """Return the literal text of an expression, with an ellipsis for each inserted value."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.FormattedValue(value=ast.IfExp(body=body, orelse=orelse)):
            return f"{text_of(body)} {text_of(orelse)}"
        case ast.FormattedValue():
            return "…"
        case _:
            return "".join(map(text_of, ast.iter_child_nodes(node)))


def pairs(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield the pairs of expressions that give a sentence in Vietnamese and in English."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Message"), args=[vi, en]):
                yield vi, en
            case ast.Call(keywords=keywords) if {"vi", "en", "code"} <= {
                keyword.arg for keyword in keywords
            }:
                named = {keyword.arg: keyword.value for keyword in keywords}
                yield named["vi"], named["en"]
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(id="vi"), ast.Name(id="en")])], value=value
            ):
                yield from ((vi, en) for vi, en in _tuples(value))
            case ast.FunctionDef():
                yield from _assigned(node)


def _tuples(value: ast.expr) -> Iterator[list[ast.expr]]:
    """Yield a pair, or both pairs if a condition chooses between two."""
    match value:
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_tuples(body), *_tuples(orelse))
        case ast.Tuple(elts=elements):
            yield elements


def _assigned(function: ast.FunctionDef) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield the pairs of expressions that a function assigns to `vi` and to `en`."""
    named: dict[str, list[ast.expr]] = {"vi": [], "en": []}
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id="vi" | "en" as name)], value=value):
                named[name].append(value)
    yield from zip(named["vi"], named["en"], strict=True)
