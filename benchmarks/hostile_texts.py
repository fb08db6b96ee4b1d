"""Build hostile texts: invalid JSON and TOML documents, clauses, and unknown names."""

import json
from collections.abc import Callable

from hostile_ways import Kind, message_of, reading, register, repeated, toml, words

from nsc_program import UnknownId

HEAD = '{"schema": "nsc-program/register/1"'
Make = Callable[[int], str]


def _json(before: str, item: Callable[[int], str], after: str) -> Make:
    return lambda size: HEAD + (f"{before}{repeated(size, item)}{after}" if size else "") + "}"


def _nested(opening: str, closing: str) -> Make:
    def make(size: int) -> str:
        depth = size // len(opening + closing)
        return HEAD + (f', "facts": {opening * depth}1{closing * depth}' if size else "") + "}"

    return make


def _reading(item: Callable[[int], str]) -> Make:
    return lambda size: (
        '{"schema": "nsc-program/reading/1", "choices": {"z": "z"' + repeated(size, item) + "}}"
    )


_LONG = ".".join(["a"] * 90)
TOML: dict[str, Make] = {
    "one key of many parts": lambda size: "a." * (size // 2) + "a = 1",
    "one key of quoted parts": lambda size: '"".' * (size // 3) + "a = 1",
    "one key of spaced parts": lambda size: "a . " * (size // 4) + "a = 1",
    "one heading of many parts": lambda size: "[" + "a." * (size // 2) + "a]",
    "one list's heading of many parts": lambda size: "[[" + "a." * (size // 2) + "a]]",
    "keys under a long heading": lambda size: (
        "[" + "a." * (size // 4) + "a]\n" + repeated(size // 2, lambda n: f"b{n}.c = 1\n")
    ),
    "keys under a heading of ninety parts": lambda size: (
        f"[{_LONG}]\n" + repeated(size, lambda n: f"b{n}.c = 1\n")
    ),
    "keys of ninety parts": lambda size: repeated(size, lambda n: f"{_LONG}.b{n} = 1\n"),
    "headings of ninety parts": lambda size: repeated(size, lambda n: f"[{_LONG}.b{n}]\n"),
    "headings that grow": lambda size: _growing(size, "[{}]\n"),
    "keys that grow": lambda size: _growing(size, "{}.b = 1\n"),
    "lists' headings that grow": lambda size: _growing(size, "[[{}]]\n"),
    "lists of lists": lambda size: repeated(size, lambda _: "[[a]]\n[[a.b]]\n[a.b.c]\n"),
    "inline tables within each other": lambda size: (
        "a = " + "{a = " * (size // 6) + "1" + "}" * (size // 6)
    ),
    "inline tables of long keys": lambda size: (
        "a = " + f"{{{_LONG} = " * (size // 185) + "1" + "}" * (size // 185)
    ),
    "lists within each other": lambda size: "a = " + "[" * (size // 2) + "]" * (size // 2),
    "keys of one table": lambda size: repeated(size, lambda n: f"k{n} = 1\n"),
    "inline tables in a list": lambda size: "a = [" + "{b.c = 1}, " * (size // 11) + "]",
    "escapes": lambda size: 'a = "' + "\\u00e9" * (size // 6) + '"',
    "a text of many lines": lambda size: 'a = """' + 'x\\\n   ""' * (size // 9) + '"""',
    "a text that never ends": lambda size: 'a = """' + '\\"""' * (size // 4),
    "texts that never end": lambda size: "a = '" + "\na = '''\n\"" * (size // 10),
    "comments": lambda size: "# a.b.c '''\n" * (size // 12),
    "a number of many digits": lambda size: "a = " + "1" * max(size, 1),
    "dots in a text": lambda size: "a = '" + "a." * (size // 2) + "'",
}


def _growing(size: int, line: str) -> str:
    """Return lines with names of one, two, three and more parts, up to a size."""
    parts, lines, left = ["a"], [""], size
    while left > 0:
        lines.append(line.format(".".join(parts)))
        left -= len(lines[-1])
        parts.append(f"a{len(parts)}")
    return "".join(lines)


CLAUSES = (
    "A.1.",
    "1.a ",
    "một ",
    "một 1.",
    "₀10 1.",
    "trong đó 5 ",
    "ít nhất 5 người; ",
    "từ 5 đến ",
    "(",
    "(5) ",
    "5)",
    "khoảng ",
    "năm 2025 ",
    "1/2/2025 ",
    "10-",
    "5 - 6 - ",
    "triệu ",
    "5 nghìn tỷ ",
    "so với ",
    "tăng 5% ",
    "không ",
    "số 12/NQ-CP ",
    "hằng năm ",
    "5, ",
    "và 5 ",
    "hoặc 5 ",
    "phấn đấu ",
    "đến năm ",
    "”5 “",
    "twelve ",
    "at least 5 ",
    "e\u0301",
    "\u200b5",
    "5%",
    "0.",
    "-5 ",
    "a",
    "9",
    " ",
    "\n",
    "của ",
    "tháng 5 ",
    "ngày 5 tháng ",
)


def _again(piece: str) -> Make:
    return lambda size: piece * (size // len(piece.encode()))


def _unknown(length: int) -> Callable[[int], tuple[list[str], tuple[str, ...]]]:
    """Build a list of unknown names, and as many similar known names."""

    def make(size: int) -> tuple[list[str], tuple[str, ...]]:
        count = size // (2 * length)
        known = tuple(f"{number:a>{length}}" for number in range(count))
        return [f"{number:b>{length}}" for number in range(count)], known

    return make


def _look_up(names: tuple[list[str], tuple[str, ...]]) -> None:
    wanted, known = names
    for name in wanted:
        message_of(UnknownId("target", name, known))


def _json_kinds() -> dict[str, Make]:
    return {
        "lists within each other": _nested("[", "]"),
        "objects within each other": _nested('{"a":', "}"),
        "one key again and again": _json(', "facts": [{"a": 1', lambda _: ', "a": 1', "}]"),
        "every key twice": _json(', "facts": [{"a": 1', lambda n: f', "k{n // 2}": 1', "}]"),
        "objects with a key twice": _json(', "facts": [1', lambda _: ', {"a": 1, "a": 2}', "]"),
        "unknown keys": _json("", lambda n: f', "k{n}": 1', ""),
        "unknown keys like known ones": _json(
            ', "facts": [{"a": 1', lambda n: f', "indikator{n}": 1', "}]"
        ),
        "objects of unknown keys": _json(
            ', "supports": [1', lambda n: f', {{"staarted_on": {n}}}', "]"
        ),
        "one number of many digits": _json(', "facts": [', lambda _: "9" * 100, "]"),
        "numbers of thousands of digits": _json(', "facts": [1', lambda _: ", " + "9" * 4000, "]"),
        "headcounts of thousands of digits": _json(
            ', "trainings": [{}',
            lambda n: f', {{"id": "t{n}", "on": "2024-01-01", "headcount": {"9" * 4000}}}',
            "]",
        ),
        "exponents": _json(', "facts": [1', lambda _: ", 1e999999999", "]"),
        "fractions of many digits": _json(
            ', "reported_figures": [{}',
            lambda n: f', {{"id": "r{n}", "value": "{"9" * 900}/{"7" * 900}"}}',
            "]",
        ),
        "wrong items": _json(', "facts": [1', lambda _: ", 1", "]"),
        "wrong items of every field": _json(
            ', "supports": [1',
            lambda _: ', {"id": 1, "enterprise": 2, "started_on": 3, "kind": 4, "solutions": 5}',
            "]",
        ),
        "cut off": lambda size: HEAD + ', "facts": [' + "[]," * (size // 3),
        "spaces": lambda size: HEAD + " " * size + "}",
        "escapes": _json(', "facts": ["', lambda _: "\\ud83d\\ude00", '"]'),
        "halves of characters": _json(', "facts": ["', lambda _: "\\ud83d", '"]'),
        "one long text": _json(', "facts": [{"key": "', lambda _: "1 ", '"}]'),
    }


KINDS: dict[str, Kind] = {
    **{f"json: {name}": Kind(make, register) for name, make in _json_kinds().items()},
    "reading: choices": Kind(_reading(lambda n: f', "q{n}": "a"'), reading),
    "reading: one choice again and again": Kind(_reading(lambda _: ', "z": "a"'), reading),
    **{f"toml: {name}": Kind(make, toml) for name, make in TOML.items()},
    **{f"words: {json.dumps(piece)}": Kind(_again(piece), words) for piece in CLAUSES},
    **{f"names: {length} letters": Kind(_unknown(length), _look_up) for length in (5, 20, 60, 200)},
}
