"""Hypothesis: documents drawn from their JSON Schemas, and written documents with changed places.

The schemas use few keywords, so everything is built: a choice among the alternatives of a schema is
made first, and constraints that hold at once are joined. Only texts are filtered after they are
drawn.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from drawing import mostly

Json: TypeAlias = Any
Schema: TypeAlias = Mapping[str, Any]
Together: TypeAlias = tuple[Schema, ...]
"""Schemas that must all accept a value."""


def _pattern(_: object, pattern: str, instance: Json, __: Schema) -> Iterator[ValidationError]:
    """Translate a pattern of ECMA-262.

    Its `$` is the end, and Python's also stands before a last line feed.
    """
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]

KINDS: Mapping[str, type] = {
    "null": type(None),
    "boolean": bool,
    "string": str,
    "array": list,
    "object": dict,
}
NUMBERS = (int, float)
# Keys, days and numbers that often fit together; a schema rejects those that do not fit their
# place.
PLAIN = (
    *(
        "a",
        "a",
        "a",
        "a",
        "a",
        "a",
        "a/a",
        "a/b",
        "percent",
        "tolerance",
        "0100000001",
        "0100000001-001",
        "a  head 2",
    ),
    *(
        *["2024-02-29"] * 9,
        "2021-01-01",
        "2023-12-31",
        "2025-12-31",
        "1/20",
        "1/30",
        "3/2",
        "0" * 64,
    ),
)
# The reader refuses these, and schemas cannot: half a character, digits of other scripts, invisible
# characters and so on.
ODD = (
    *(
        "",
        " ",
        "a\n",
        "\ud800",
        "e\u0301",
        "\u0600",
        "\u0661" * 12,
        "\u2075" * 12,
        "\u0110",
        "\u2116 5",
        "1 2 3",
        "a " * 99,
    ),
    *(
        "0001-01-01",
        "9999-12-31",
        "2/4",
        "-1/20",
        "6/9",
        "1" * 30 + "/7",
        "1" * 31 + "/7",
        "a" * 200 + "  head 1",
    ),
)
WHOLE = (0, 1, 2, 3, 1500, 2024)
ANYTHING = (
    *PLAIN,
    *ODD,
    *WHOLE,
    -1,
    10**12,
    10**30 - 1,
    10**30,
    1.0,
    0.5,
    None,
    True,
    False,
    [],
    {},
    ["a"],
    {"a": "a"},
)


class Drawing:
    """Draw values from one schema."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self._alternatives: dict[tuple[int, ...], list[Together]] = {}
        self._texts: dict[str, tuple[SearchStrategy[str], SearchStrategy[str]]] = {}

    def documents(self) -> SearchStrategy[Json]:
        """Draw documents that the schema accepts; most have plain texts and few items."""
        return st.sampled_from((*[True] * 8, False)).flatmap(
            lambda plain: self._composite(lambda draw: self.draw(draw, plain=plain))
        )

    def changed(self, written: Json) -> SearchStrategy[Json]:
        """Draw the same document with one place drawn again from its own part of the schema."""
        return st.booleans().flatmap(
            lambda plain: self._composite(
                lambda draw: self._change(draw, written, (self.root,), plain=plain)
            )
        )

    @staticmethod
    def _composite(make: Callable[[DrawFn], Json]) -> SearchStrategy[Json]:
        return st.composite(make)()

    # --- choices ---

    def alternatives(self, together: Together) -> list[Together]:
        """Return every way to choose among alternatives that hold at once.

        The schemas returned leave no choice except that of values.
        """
        key = tuple(map(id, together))  # all are parts of the root, which outlives them
        if key not in self._alternatives:
            ways = [
                tuple(part for parts in choice for part in parts)
                for choice in product(*map(self._ways, together))
            ]
            self._alternatives[key] = [way for way in ways if _kinds(way)]
        return self._alternatives[key]

    def _ways(self, schema: Schema) -> list[Together]:
        parts: list[Together] = [(each,) for each in schema.get("allOf", ())]
        if "$ref" in schema:
            parts.append((self._definition(schema["$ref"]),))
        each_way = [self.alternatives(part) for part in parts]
        if "anyOf" in schema:
            each_way.append([way for each in schema["anyOf"] for way in self.alternatives((each,))])
        return [
            tuple(part for way in ways for part in way) for ways in product([(schema,)], *each_way)
        ]

    def _definition(self, reference: str) -> Schema:
        found: Schema = self.root["$defs"][reference.removeprefix("#/$defs/")]
        return found

    # --- values ---

    def draw(self, draw: DrawFn, together: Together | None = None, *, plain: bool) -> Json:
        way = draw(st.sampled_from(self.alternatives(together or (self.root,))))
        kind = draw(st.sampled_from(sorted(_kinds(way))))
        listed = _listed(way)
        if listed is not None:
            return draw(
                st.sampled_from(
                    [
                        each
                        for each in listed
                        if all(Validator(_own(one)).is_valid(each) for one in way)
                    ]
                )
            )
        match kind:
            case "array":
                return self._array(draw, way, plain=plain)
            case "object":
                return self._object(draw, way, plain=plain)
            case "integer":
                return draw(_whole(way, plain=plain))
            case "string":
                return draw(self._text(way, plain=plain))
            case _:
                return draw(st.booleans()) if kind == "boolean" else None

    def _array(self, draw: DrawFn, way: Together, *, plain: bool) -> list[Json]:
        least = max(each.get("minItems", 0) for each in way)
        count = max(least, draw(st.sampled_from((0, 0, 0, 0, 1, 2) if plain else (0, 1, 2))))
        found = [self.draw(draw, _each(way, "items"), plain=plain) for _ in range(count)]
        return _distinct(way, found)

    def _object(self, draw: DrawFn, way: Together, *, plain: bool) -> dict[str, Json]:
        required = {name for each in way for name in each.get("required", ())}
        names = dict.fromkeys(name for each in way for name in each.get("properties", ()))
        held = [name for name in names if name in required or draw(mostly(usual=not plain))]
        if not names:
            held = draw(st.lists(st.sampled_from(PLAIN), max_size=2, unique=True))
        return {name: self.draw(draw, _property(way, name), plain=plain) for name in held}

    def _text(self, way: Together, *, plain: bool) -> SearchStrategy[str]:
        own = [_own(each) for each in way]
        key = json.dumps(own)
        if key not in self._texts:
            valid = Validator({"allOf": own}).is_valid
            patterns = [each["pattern"] for each in own if "pattern" in each]
            any_text = (
                st.from_regex(re.sub(r"\$$", r"\\Z", patterns[-1]))
                if patterns
                else st.text(max_size=5)
            )
            odd = [text for text in (*PLAIN, *ODD) if valid(text)]
            few = [text for text in PLAIN if valid(text)]
            others = any_text.filter(valid)
            self._texts[key] = _one_of(few, others if not few else None), _one_of(odd, others)
        return self._texts[key][not plain]

    # --- changes ---

    def _change(self, draw: DrawFn, value: Json, together: Together, *, plain: bool) -> Json:
        """Go down to some place, and draw it again."""
        if (
            not value
            or not isinstance(value, (list, dict))
            or draw(st.sampled_from((True, *[False] * 7)))
        ):
            return self.draw(draw, together, plain=plain)
        way = next(way for way in self.alternatives(together) if self._fits(value, way))
        place: Any = draw(
            st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value)))
        )
        inner = _property(way, place) if isinstance(value, dict) else _each(way, "items")
        changed: Json = value.copy()
        changed[place] = self._change(draw, value[place], inner, plain=plain)
        return _distinct(way, changed) if isinstance(changed, list) else changed

    def _fits(self, value: Json, way: Together) -> bool:
        """Say whether a valid value was made in this way.

        The value itself is looked at; in an object, also those parts that do not contain others.
        """
        if not any(_is(value, kind) for kind in _kinds(way)):
            return False
        if isinstance(value, list):
            return True
        if isinstance(value, dict):
            return all(
                isinstance(part, (list, dict))
                or any(self._fits(part, each) for each in self.alternatives(_property(way, name)))
                for name, part in value.items()
            )
        return all(Validator(_own(each)).is_valid(value) for each in way)


def damaged(written: Json) -> SearchStrategy[Json]:
    """Draw the same document with one place replaced or removed, valid or not."""

    def damage(draw: DrawFn, value: Json) -> Json:
        if (
            not value
            or not isinstance(value, (list, dict))
            or draw(st.sampled_from((True, *[False] * 7)))
        ):
            return draw(st.sampled_from(ANYTHING))
        place = draw(
            st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value)))
        )
        changed = value.copy()
        if draw(mostly(usual=False)):
            del changed[place]
        else:
            changed[place] = damage(draw, value[place])
        return changed

    return st.composite(lambda draw: damage(draw, written))()


def _one_of(texts: list[str], others: SearchStrategy[str] | None) -> SearchStrategy[str]:
    """Draw one of some texts, or another."""
    listed = st.sampled_from(texts) if texts else st.nothing()
    return listed if others is None else listed | others


def _distinct(way: Together, items: list[Json]) -> list[Json]:
    """Return the items without repetitions, if the schema asks for unique items."""
    unique = any(_each(way, "uniqueItems"))
    return [each for place, each in enumerate(items) if not unique or each not in items[:place]]


def _own(schema: Schema) -> Schema:
    """Return a schema without the alternatives that were chosen already."""
    return {
        name: part
        for name, part in schema.items()
        if name not in ("$ref", "anyOf", "allOf", "$defs")
    }


def _each(way: Together, name: str) -> tuple[Any, ...]:
    return tuple(each[name] for each in way if name in each)


def _property(way: Together, name: str) -> Together:
    named = tuple(each["properties"][name] for each in way if name in each.get("properties", ()))
    return named or _each(way, "additionalProperties")


def _is(value: Json, kind: str) -> bool:
    return type(value) in NUMBERS if kind == "integer" else type(value) is KINDS[kind]


def _listed(way: Together) -> list[Json] | None:
    lists = [
        each.get("enum") or [each["const"]] for each in way if "enum" in each or "const" in each
    ]
    return lists[0] if lists else None


def _kinds(way: Together) -> set[str]:
    """Return the kinds of values that all these schemas allow."""
    found = {*KINDS, "integer"}
    for each in way:
        named = each.get("type", list(found))
        found &= {named} if isinstance(named, str) else set(named)
        listed: Iterable[Json] | None = _listed((each,))
        if listed is not None:
            found &= {kind for kind in found if any(_is(value, kind) for value in listed)}
    return found


def _whole(way: Together, *, plain: bool) -> SearchStrategy[int | float]:
    lows = [*_each(way, "minimum"), *(each + 1 for each in _each(way, "exclusiveMinimum"))]
    highs = [*_each(way, "maximum"), *(each - 1 for each in _each(way, "exclusiveMaximum"))]
    least, most = max(lows, default=None), min(highs, default=None)
    few = [
        each
        for each in WHOLE
        if (least is None or least <= each) and (most is None or each <= most)
    ]
    if plain:
        return st.sampled_from(few)
    return st.integers(least, most) | st.sampled_from(few).map(float)
