"""Documents that nobody would write, made from ones that somebody might: for `fuzz_json.py`."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple, TypeAlias

from attrs import define, field

Json: TypeAlias = Any
"""What JSON can hold; an object is `Pairs`, and text that stands as it is `Raw`."""


class Pairs(list[list[Json]]):
    """A JSON object as its pairs, so that a key can stand twice."""


class Raw(str):
    """JSON as it is to be written, such as `1e3`."""

    __slots__ = ()


# Where something may be left out without anything else having to change.
_LISTS = {
    *(
        "figures",
        "notes",
        "changes",
        "verdicts",
        "objectives",
        "missing",
        "ranges",
        "completeness",
        "rejected",
    ),
    *(
        "enterprises",
        "supports",
        "trainings",
        "experts",
        "pilot_models",
        "assessment_bodies",
        "disseminations",
    ),
    *("reported_figures", "facts", "phases", "funding", "solutions", "activities", "comparisons"),
}
# What nothing else in a document depends on.
_FREE = {
    *(
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
    ),
    *(
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
    ),
    *(
        "aspirational",
        "in_force_from",
        "tolerance",
        "strict",
        "as_of",
        "library",
        "notes",
        "citations",
        "interval",
    ),
}
_DEEPEST = 100  # with an object's pairs
_DIGITS, _DEPTHS = 4300, (3, 50, 400, 900, 970, 980, 984, 987, 990, 1000, 3000)
_ODD: tuple[Json, ...] = (
    *(
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
    ),
    *(
        Raw(each)
        for each in (
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
    *(
        Raw("9" * _DIGITS),
        Raw("-" + "9" * _DIGITS),
        Raw("9" * (_DIGITS + 1)),
        Raw("1" * 400 + ".5"),
        Raw("''"),
    ),
    *(
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
    ),
    *(
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
    ),
    *(
        "2025-12-31",
        "0001-01-01",
        "9999-12-31",
        "2025-02-29",
        "2024-02-29",
        "2025-1-1",
        "２０２５-12-31",
        "0000-00-00",
    ),
    *(
        "2025-12-31T00:00:00",
        "000000000001",
        "0000000001-001",
        "0010 9901 2345",
        "SAMPLE  head 3",
        "SAMPLE ",
        "A  b",
    ),
    *(
        Raw(r'"\ud800"'),
        Raw(r'"a\udfff"'),
        Raw(r'"\ud83d\ude00"'),
        Raw('"\\u0000"'),
        Raw(r'"a\nb"'),
        Raw('"a\nb"'),
    ),
    *(
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
    ),
    *(
        Pairs(),
        [],
        [[]],
        [None],
        [Pairs()],
        Pairs([["type", "Reached"]]),
        Pairs([["low", None], ["high", None]]),
    ),
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
    """Where a value stands, under the nearest key."""

    holder: list[Json]
    at: int
    key: str

    @property
    def value(self) -> Json:
        """What stands there."""
        return self.holder[self.at]


def parsed(text: bytes) -> Json:
    """A document as a tree that can be changed, or `None` if it is none."""
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: Pairs(map(list, pairs)))
    except (ValueError, RecursionError):
        return None


def is_deep(root: Json) -> bool:
    """Whether a tree is deeper than any that somebody might write."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [each for node in level if isinstance(node, list) for each in node]
    return bool(level)


def places(root: Json, key: str = "") -> Iterator[Place]:
    """Every place in a tree, a number of times that grows with nothing but its size."""
    open_ = [(root, key)]
    while open_:
        node, key = open_.pop()
        if isinstance(node, Pairs):
            found = [Place(pair, 1, str(pair[0])) for pair in node]
        elif isinstance(node, list):
            found = [Place(node, index, key) for index in range(len(node))]
        else:
            continue
        yield from found
        open_ += [(place.value, place.key) for place in found]


def dumped(node: Json, drawn: Random) -> bytes:
    """A tree as JSON, with or without white space and escapes."""
    space = drawn.choice(("", "", " ", "\n\t"))
    plain = drawn.random() < 0.3  # noqa: PLR2004  # now and then
    return _dumped(node, space, ascii_only=plain).encode("utf-8", "surrogatepass")


def _dumped(node: Json, space: str, *, ascii_only: bool) -> str:
    if isinstance(node, Raw):
        return str(node)
    if isinstance(node, Pairs):
        pairs = (
            f"{json.dumps(key, ensure_ascii=ascii_only)}:{space}{_dumped(value, space, ascii_only=ascii_only)}"
            for key, value in node
        )
        return f"{{{f',{space}'.join(pairs)}}}"
    if isinstance(node, list):
        return f"[{f',{space}'.join(_dumped(each, space, ascii_only=ascii_only) for each in node)}]"
    return json.dumps(node, ensure_ascii=ascii_only)


def garbled(drawn: Random, text: bytes) -> bytes:
    """A text with a few of its bytes changed, lost or put in."""
    found = bytearray(text)
    for _ in range(drawn.choice((1, 1, 1, 2, 5))):
        start = drawn.randrange(len(found) + 1)
        end = min(len(found), start + drawn.choice((0, 1, 1, 1, 2, 30)))
        new = drawn.choice(
            (*_BYTES, found[start:end] * 2, bytes(drawn.choices(range(256), k=3)), b"0", b"9", b"a")
        )
        found[start:end] = new
    return bytes(found[: drawn.randrange(len(found) + 1)] if drawn.random() < 1 / 20 else found)


@define
class Material:
    """The documents that others are made from, and their parts by the keys that they stand under."""

    texts: tuple[bytes, ...]
    parts: dict[str, list[Json]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Take them apart."""
        for text in self.texts:
            for place in places(parsed(text)):
                self.parts.setdefault(place.key, []).append(place.value)
        self.parts = {
            key: list({repr(part): part for part in found}.values())
            for key, found in self.parts.items()
        }

    def mutated(self, drawn: Random, text: bytes = b"") -> bytes:
        """A new document, made from this one or from one of the material."""
        root = parsed(text) if drawn.random() < 1 / 3 else None
        if not isinstance(root, Pairs) or is_deep(root):
            root = parsed(drawn.choice(self.texts))
        if drawn.random() < 7 / 8:
            _shorten(drawn, root)
        mild = drawn.random() < 1 / 2
        for _ in range(drawn.choice((0, 1, 1, 1, 1, 2, 2, 3, 8))):
            self._change(drawn, root, mild=mild)
        made = dumped(root, drawn)
        return garbled(drawn, made) if drawn.random() < 1 / 10 else made

    def _change(self, drawn: Random, root: Json, *, mild: bool) -> None:
        found = list(places(root))
        if not found:
            return
        free = [place for place in found if place.key in _FREE] if mild else []
        place = drawn.choice(free or found)
        match drawn.randrange(18):
            case 0 | 1 | 2 | 3:
                place.holder[place.at] = _tweaked(drawn, place.value)
            case 4 | 5 | 6 | 7:
                place.holder[place.at] = self._part(drawn, place.key)
            case 8 | 14 | 15:
                place.holder[place.at] = deepcopy(drawn.choice(_ODD))
            case 9:
                other = drawn.choice(found)
                place.holder[place.at] = deepcopy(other.value)
            case 10 | 11:
                self._change_list(drawn, drawn.choice([root, *(each.value for each in found)]))
            case 12 | 13:
                for each in [root, *(each.value for each in found)]:
                    if isinstance(each, Pairs):
                        drawn.shuffle(each)
            case 16:
                depth, (start, end) = (
                    drawn.choice(_DEPTHS),
                    drawn.choice((("[", "]"), ('{"a":', "}"))),
                )
                place.holder[place.at] = Raw(start * depth + "1" + end * depth)
            case _:
                if isinstance(place.value, str):
                    place.holder[place.at] = _misspelt(drawn, place.value)

    def _part(self, drawn: Random, key: str) -> Json:
        return deepcopy(drawn.choice(self.parts.get(key) or _ODD))

    def _change_list(self, drawn: Random, holder: Json) -> None:
        """Lose, double, exchange or add an item of a list or a pair of an object."""
        if not isinstance(holder, list) or not holder:
            return
        one, other = drawn.randrange(len(holder)), drawn.randrange(len(holder))
        match drawn.randrange(5):
            case 0:
                del holder[one]
            case 1:
                holder.insert(other, deepcopy(holder[one]))
            case 2:
                holder[one], holder[other] = holder[other], holder[one]
            case 3 if isinstance(holder, Pairs):
                key = drawn.choice(list(self.parts))
                holder.insert(other, [key, self._part(drawn, key)])
            case _ if isinstance(holder, Pairs):
                holder[one][0] = drawn.choice(
                    (_misspelt(drawn, holder[one][0]), drawn.choice(list(self.parts)))
                )
            case _:
                holder.reverse()


def _shorten(drawn: Random, root: Json) -> None:
    """Leave most items out of the lists that may be shorter: what is small is read fast."""
    share = drawn.choice((0, 1 / 10, 1 / 4, 1 / 2))
    for place in list(places(root)):
        items = place.value
        if place.key in _LISTS and isinstance(items, list) and not isinstance(items, Pairs):
            place.holder[place.at] = [item for item in items if drawn.random() < share] or items[:1]


def _tweaked(drawn: Random, value: Json) -> Json:
    """A value like another: so a document often stays one."""
    match value:
        case bool():
            return not value
        case int() if abs(value) > 10**40:  # Python writes no number much longer than it reads
            return drawn.choice((1, -value, value // 2))
        case int():
            return drawn.choice((value + 1, value - 1, -value, value * 10, 0, f"{2 * value + 1}/2"))
        case str() if _is_day(value):
            try:
                return str(
                    date.fromisoformat(value) + timedelta(days=drawn.choice((-366, -1, 1, 30, 365)))
                )
            except (ValueError, OverflowError):
                return "2025-12-31"
        case str():
            return drawn.choice(
                (
                    value + "x",
                    value[1:],
                    value + "/x",
                    value.swapcase(),
                    value + "\u0301",
                    value + "\udfff",
                    value * 2,
                )
            )
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
    return (
        text[:at]
        + drawn.choice(("", "x", " ", "\u200b", "É", "\u0301", "\ud800", text))
        + text[at + drawn.randint(0, 1) :]
    )
