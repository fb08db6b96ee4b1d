"""Make implausible documents out of plausible ones, for `fuzz_json.py`."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple, TypeAlias

from attrs import define, field

Json: TypeAlias = Any
"""A JSON value: an object is `Pairs`, and JSON that is written as it is is `Raw`."""


class Pairs(list[list[Json]]):
    """A JSON object as a list of pairs, so that a key can occur twice."""


class Raw(str):
    """JSON that is written as it is, such as `1e3`."""

    __slots__ = ()


# Lists that may lose items while the rest of the document stays valid.
_LISTS = {
    "figures",
    "notes",
    "changes",
    "verdicts",
    "objectives",
    "missing",
    "ranges",
    "completeness",
    "rejected",
    "enterprises",
    "supports",
    "trainings",
    "experts",
    "pilot_models",
    "assessment_bodies",
    "disseminations",
    "reported_figures",
    "facts",
    "phases",
    "funding",
    "solutions",
    "activities",
    "comparisons",
}
# Values that the rest of a document does not depend on.
_FREE = {
    "vi",
    "en",
    "words",
    "place",
    "lang",
    "erratum",
    "remark",
    "title",
    "label",
    "phrase",
    "issuer",
    "edition",
    "number",
    "low",
    "high",
    "possible",
    "issued",
    "document",
    "name",
    "topic",
    "recorded_on",
    "verified",
    "range",
    "aspirational",
    "in_force_from",
    "tolerance",
    "strict",
    "as_of",
    "library",
    "notes",
    "citations",
    "interval",
}
_DEEPEST = 100  # levels; an object takes two
_DIGITS, _DEPTHS = 4300, (3, 50, 400, 900, 970, 980, 984, 987, 990, 1000, 3000)
_ODD: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    2,
    7,
    10_000,
    10_001,
    10**9,
    10**18,
    10**18 + 1,
    10**29,
    10**30,
    2**63,
    -(2**64),
    *(
        Raw(number)
        for number in (
            "1.0",
            "1e3",
            "1E400",
            "-0",
            "-0.0",
            "NaN",
            "Infinity",
            "-Infinity",
            "0.1",
            "01",
            "+1",
        )
    ),
    Raw("9" * _DIGITS),
    Raw("-" + "9" * _DIGITS),
    Raw("9" * (_DIGITS + 1)),
    Raw("1" * 400 + ".5"),
    Raw("''"),
    "",
    " ",
    "a",
    "Support",
    "Training",
    "supported",
    "true",
    "1",
    "yes",
    "about",
    "percent",
    "x" * 200,
    "x" * 201,
    "3/2",
    "-3/2",
    "6/4",
    "1/1",
    "0/1",
    "-0/1",
    "1/0",
    "1/10",
    "1/20",
    "1/75",
    "1/" + "9" * 1000,
    "9" * 1001 + "/2",
    "2025-12-31",
    "0001-01-01",
    "9999-12-31",
    "2025-02-29",
    "2024-02-29",
    "2025-1-1",
    "２０２５-12-31",
    "0000-00-00",
    "2025-12-31T00:00:00",
    "000000000001",
    "0000000001-001",
    "0010 9901 2345",
    "SAMPLE  head 3",
    "SAMPLE ",
    "A  b",
    Raw(r'"\ud800"'),
    Raw(r'"a\udfff"'),
    Raw(r'"\ud83d\ude00"'),
    Raw('"\\u0000"'),
    Raw(r'"a\nb"'),
    Raw('"a\nb"'),
    "e\u0301",
    "\u00e9",
    "a\u200bb",
    "\ufeff",
    "\u202eabc",
    "\u3164",
    "\u00a0",
    "İ",
    "ß",
    "Ǆ",
    "𝟙",
    "\U0010ffff",
    Pairs(),
    [],
    [[]],
    [None],
    [Pairs()],
    Pairs([["type", "Reached"]]),
    Pairs([["low", None], ["high", None]]),
    Pairs([["low", 1], ["high", 1], ["low", 1]]),
)
_BYTES = (
    b"",
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b",",
    b":",
    b"\\",
    b"1",
)


class Place(NamedTuple):
    """The place of a value in a tree.

    Attributes:
        holder: The list that holds the value.
        at: The index in the list.
        key: The nearest key above the value.
    """

    holder: list[Json]
    at: int
    key: str

    @property
    def value(self) -> Json:
        """The value at the place."""
        return self.holder[self.at]


def parsed(text: bytes) -> Json:
    """Return a document as a tree that can be changed, or `None` if it is not JSON."""
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: Pairs(map(list, pairs)))
    except (ValueError, RecursionError):
        return None


def is_deep(root: Json) -> bool:
    """Tell whether a tree is deeper than a plausible document."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for node in level if isinstance(node, list) for child in node]
    return bool(level)


def places(root: Json, key: str = "") -> Iterator[Place]:
    """Yield every place in a tree."""
    unvisited = [(root, key)]
    while unvisited:
        node, key = unvisited.pop()
        if isinstance(node, Pairs):
            children = [Place(pair, 1, str(pair[0])) for pair in node]
        elif isinstance(node, list):
            children = [Place(node, index, key) for index in range(len(node))]
        else:
            continue
        yield from children
        unvisited += [(place.value, place.key) for place in children]


def dumped(node: Json, drawn: Random) -> bytes:
    """Return a tree as JSON, with or without white space and escapes."""
    space = drawn.choice(("", "", " ", "\n\t"))
    plain = drawn.random() < 0.3  # noqa: PLR2004  # a probability
    return _dumped(node, space, ascii_only=plain).encode("utf-8", "surrogatepass")


def _dumped(node: Json, space: str, *, ascii_only: bool) -> str:
    if isinstance(node, Raw):
        return str(node)
    if isinstance(node, Pairs):
        pairs = []
        for key, value in node:
            name = json.dumps(key, ensure_ascii=ascii_only)
            pairs.append(f"{name}:{space}{_dumped(value, space, ascii_only=ascii_only)}")
        return f"{{{f',{space}'.join(pairs)}}}"
    if isinstance(node, list):
        items = [_dumped(item, space, ascii_only=ascii_only) for item in node]
        return f"[{f',{space}'.join(items)}]"
    return json.dumps(node, ensure_ascii=ascii_only)


def garbled(drawn: Random, text: bytes) -> bytes:
    """Return a text with a few bytes changed, lost or inserted."""
    data = bytearray(text)
    for _ in range(drawn.choice((1, 1, 1, 2, 5))):
        start = drawn.randrange(len(data) + 1)
        end = min(len(data), start + drawn.choice((0, 1, 1, 1, 2, 30)))
        doubled, noise = data[start:end] * 2, bytes(drawn.choices(range(256), k=3))
        data[start:end] = drawn.choice((*_BYTES, doubled, noise, b"0", b"9", b"a"))
    return bytes(data[: drawn.randrange(len(data) + 1)] if drawn.random() < 1 / 20 else data)


@define
class Material:
    """The documents to mutate, and their parts.

    Attributes:
        texts: The documents.
        parts: The values in all the documents, by the nearest key above each value.
    """

    texts: tuple[bytes, ...]
    parts: dict[str, list[Json]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Take the documents apart, and keep each different part once."""
        different: dict[str, dict[str, Json]] = {}
        for text in self.texts:
            for place in places(parsed(text)):
                different.setdefault(place.key, {})[repr(place.value)] = place.value
        self.parts = {key: list(parts.values()) for key, parts in different.items()}

    def mutated(self, drawn: Random, text: bytes = b"") -> bytes:
        """Return a new document, made from this text or from a document of the material."""
        root = parsed(text) if drawn.random() < 1 / 3 else None
        if not isinstance(root, Pairs) or is_deep(root):
            root = parsed(drawn.choice(self.texts))
        if drawn.random() < 7 / 8:
            _shorten(drawn, root)
        mild = drawn.random() < 1 / 2
        for _ in range(drawn.choice((0, 1, 1, 1, 1, 2, 2, 3, 8))):
            self._change(drawn, root, mild=mild)
        document = dumped(root, drawn)
        return garbled(drawn, document) if drawn.random() < 1 / 10 else document

    def _change(self, drawn: Random, root: Json, *, mild: bool) -> None:
        all_places = list(places(root))
        if not all_places:
            return
        free = [place for place in all_places if place.key in _FREE] if mild else []
        place = drawn.choice(free or all_places)
        match drawn.randrange(18):
            case 0 | 1 | 2 | 3:
                place.holder[place.at] = _tweaked(drawn, place.value)
            case 4 | 5 | 6 | 7:
                place.holder[place.at] = self._part(drawn, place.key)
            case 8 | 14 | 15:
                place.holder[place.at] = deepcopy(drawn.choice(_ODD))
            case 9:
                place.holder[place.at] = deepcopy(drawn.choice(all_places).value)
            case 10 | 11:
                nodes = [root, *(node.value for node in all_places)]
                self._change_list(drawn, drawn.choice(nodes))
            case 12 | 13:
                for node in [root, *(node.value for node in all_places)]:
                    if isinstance(node, Pairs):
                        drawn.shuffle(node)
            case 16:
                depth = drawn.choice(_DEPTHS)
                start, end = drawn.choice((("[", "]"), ('{"a":', "}")))
                place.holder[place.at] = Raw(start * depth + "1" + end * depth)
            case _:
                if isinstance(place.value, str):
                    place.holder[place.at] = _misspelt(drawn, place.value)

    def _part(self, drawn: Random, key: str) -> Json:
        return deepcopy(drawn.choice(self.parts.get(key) or _ODD))

    def _change_list(self, drawn: Random, holder: Json) -> None:
        """Remove, double, exchange or add an item of a list, or a pair of an object."""
        if not isinstance(holder, list) or not holder:
            return
        first, second = drawn.randrange(len(holder)), drawn.randrange(len(holder))
        match drawn.randrange(5):
            case 0:
                del holder[first]
            case 1:
                holder.insert(second, deepcopy(holder[first]))
            case 2:
                holder[first], holder[second] = holder[second], holder[first]
            case 3 if isinstance(holder, Pairs):
                key = drawn.choice(list(self.parts))
                holder.insert(second, [key, self._part(drawn, key)])
            case _ if isinstance(holder, Pairs):
                misspelt = _misspelt(drawn, holder[first][0])
                holder[first][0] = drawn.choice((misspelt, drawn.choice(list(self.parts))))
            case _:
                holder.reverse()


def _shorten(drawn: Random, root: Json) -> None:
    """Leave most items out of the lists that may be shorter: a small document loads fast."""
    share = drawn.choice((0, 1 / 10, 1 / 4, 1 / 2))
    for place in list(places(root)):
        items = place.value
        if place.key in _LISTS and isinstance(items, list) and not isinstance(items, Pairs):
            place.holder[place.at] = [item for item in items if drawn.random() < share] or items[:1]


def _tweaked(drawn: Random, value: Json) -> Json:
    """Return a value similar to another, so that the document often stays valid."""
    match value:
        case bool():
            return not value
        case int() if (
            abs(value) > 10**40
        ):  # Python does not write much longer numbers than it reads
            return drawn.choice((1, -value, value // 2))
        case int():
            return drawn.choice((value + 1, value - 1, -value, value * 10, 0, f"{2 * value + 1}/2"))
        case str() if _is_day(value):
            try:
                day = date.fromisoformat(value)
                return str(day + timedelta(days=drawn.choice((-366, -1, 1, 30, 365))))
            except (ValueError, OverflowError):
                return "2025-12-31"
        case str():
            similar = (value + "x", value[1:], value + "/x", value.swapcase())
            return drawn.choice((*similar, value + "\u0301", value + "\udfff", value * 2))
        case list() if not isinstance(value, Pairs):
            return drawn.sample(value, drawn.randint(0, len(value)))
        case None:
            return drawn.choice((0, 5, "2025-12-31", "SAMPLE", None))
        case _:
            return value


def _is_day(text: str) -> bool:
    return len(text) == len("2025-12-31") and text[4] == text[7] == "-"


def _misspelt(drawn: Random, text: str) -> str:
    at = drawn.randrange(len(text) + 1)
    inserted = drawn.choice(("", "x", " ", "\u200b", "É", "\u0301", "\ud800", text))
    return text[:at] + inserted + text[at + drawn.randint(0, 1) :]
