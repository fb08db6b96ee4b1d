"""The JSON Schema of each kind of document; `tools/write_schemas.py` writes the files."""

import json
import re
from collections.abc import Mapping
from typing import Any, cast

from nsc_program.plan._program import Program
from nsc_program.records._base import Record
from nsc_program.records._register import Register
from nsc_program.serialization._documents import SCHEMAS, Lists, lists_of
from nsc_program.serialization._mappings import PARTS, check_kind, is_part
from nsc_program.values._validators import require


def schema(
    kind: type, *, records: Mapping[str, type[Record]] | None = None, refs: str | None = None
) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the documents of a class.

    Every document that the library writes is valid under its schema. A schema cannot express every
    rule, such as that an end is not before its start, or that a verdict follows from the other
    values. So `from_json` may reject a document that is valid under the schema.

    Args:
        kind: one of the classes in `SCHEMAS`, or the class of what a register lists, such as
            `Support` (`from_mapping` names them all).
        records: an embedder's own classes of records, by their keys in documents. Claims and
            rejected rows may name these classes, and rules may count them.
        refs: the beginning of every reference, such as `"#/components/schemas/"` for an OpenAPI
            document; `None` for references within the schema. With it, the caller moves the
            definitions under `$defs` to that place. Equal names stand for equal definitions in the
            schemas of all kinds, so those of several kinds can stand together. The schema itself
            may stand there under the name of its class, except that of `Reading`: results hold a
            reading too, which does not have the key `schema`.

    Returns:
        The schema, as JSON holds it. With `records` it does not have an `$id`, because it is
        another schema than the one that the library publishes. What a type or a validator that the
        library does not know demands is left to `from_json`. The schema of what a register lists
        does not have an `$id` either. With `refs` it has neither `$id` nor `$schema`, which would
        change what the references mean, and no `title`, by which a generator of clients would
        name its class.

    Raises:
        InvalidType: if `kind` is another class, or one in `records` is not a class of records, or
            `refs` is not text.
        InvalidValue: for a key in `records` that documents cannot have.

    >>> from nsc_program import Register, Support
    >>> schema(Register)["$id"]
    'urn:nsc-program:schema:register:1'
    >>> schema(Support, refs="#/components/schemas/")["properties"]["kind"]["$ref"]
    '#/components/schemas/EnterpriseKind'
    """
    check_kind(kind)
    require(str, "refs", "" if refs is None else refs)
    lists = lists_of(records)
    whole = _part(kind, lists) if is_part(kind) else _document(kind, lists)
    return whole if refs is None else _referring(whole, kind, refs)


def _document(kind: type, lists: Lists) -> dict[str, Any]:
    """Return the schema of a kind of document."""
    if lists:
        # Imported only here, because most programs do not describe classes of their own.
        from nsc_program.serialization._schema_documents import schema_with  # noqa: PLC0415

        return schema_with(kind, lists)
    name = SCHEMAS[kind].partition("/")[2].replace("/", "-")
    return cast(dict[str, Any], json.loads(_text_of(f"{name}.json")))


def _text_of(name: str) -> str:
    from importlib.resources import files  # noqa: PLC0415  # only a schema needs it

    folder = files("nsc_program.serialization").joinpath("schemas")
    return folder.joinpath(name).read_text(encoding="utf-8")


_REFERENCE = re.compile(r"#/\$defs/(\w+)")


# --- what a register lists ---

_ITSELF = "Itself"
"""A key that no document has, for an embedder's class that is not among the lists."""


def _part(kind: type, lists: Lists) -> dict[str, Any]:
    """Return the schema of what a register lists: that of an item of its list."""
    keys = {**PARTS, **{own: key for key, own in lists}}
    if kind not in keys:
        keys[kind], lists = _ITSELF, (*lists, (_ITSELF, kind))
    register = _document(Register, lists)
    item = register["properties"][keys[kind]]["items"]
    definitions = register["$defs"]
    used = _used(item, definitions)
    own = definitions[used.pop(0)]
    parts = {name: definitions[name] for name in sorted(used)}
    return {"$schema": register["$schema"], **own, "$defs": parts}


def _used(schema: dict[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    """Return the names of the definitions that a schema needs, first those that it names itself."""
    names = _named(schema)
    for name in names:
        names.extend(each for each in _named(definitions[name]) if each not in names)
    return names


def _named(schema: Any) -> list[str]:
    """Return the names of the definitions that a schema names itself, each once."""
    return [*dict.fromkeys(_REFERENCE.findall(json.dumps(schema, ensure_ascii=False)))]


# --- references into another document ---

_OF_A_FILE = "$id", "$schema", "title"
"""The keys that only a schema of its own has: generators of clients name classes by a title."""


def _referring(whole: dict[str, Any], kind: type, refs: str) -> dict[str, Any]:
    """Return a schema of which each reference begins with a given text."""
    parts = whole.pop("$defs", {})
    names = {name: name for name in parts} | (_of_a_plan(parts) if kind is Program else {})
    moved = {names[name]: _renamed(part, names, refs) for name, part in parts.items()}
    head = {key: part for key, part in whole.items() if key not in _OF_A_FILE}
    return {**_renamed(head, names, refs), "$defs": moved}


def _of_a_plan(parts: Mapping[str, Any]) -> dict[str, str]:
    """Return other names for the parts that a plan writes in another form than a result."""
    from nsc_program.verdicts._evaluation import Evaluation  # noqa: PLC0415

    in_results = _document(Evaluation, ())["$defs"]
    shared = [name for name in parts if name in in_results]
    differ = [name for name in shared if _whole(name, parts) != _whole(name, in_results)]
    return {name: f"{Program.__name__}{name}" for name in differ}


def _whole(name: str, definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return a definition and those that it needs, by name."""
    used = [name, *_used(definitions[name], definitions)]
    return {each: definitions[each] for each in used}


def _renamed(schema: Any, names: Mapping[str, str], refs: str) -> Any:
    """Return a schema of which the references begin with a text and name other definitions."""
    text = json.dumps(schema, ensure_ascii=False)
    start = json.dumps(refs, ensure_ascii=False)[1:-1]
    return json.loads(_REFERENCE.sub(lambda found: f"{start}{names[found[1]]}", text))
