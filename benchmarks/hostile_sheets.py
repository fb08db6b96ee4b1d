"""Build hostile CSV files, and hostile rows as other programs provide them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from hostile_ways import Kind, csv, filled_as, found_columns, repeated, rows, typed_rows

Json: TypeAlias = Any

_HEAD = "Mã,MST,Bắt đầu,Kết thúc,Kinh phí NSNN,Ghi chú\n"
_RECORD = "s{},SAMPLE-{},05/01/2024,30/06/2024,150000000,\n"
_KNOWN = ("Mã", "MST", "Bắt đầu", "Kết thúc")
_OTHER_ORDER = ("Kết thúc,Mã,MST,Bắt đầu\n", "MST,Bắt đầu,Kết thúc,Mã\n")


def _record(number: int) -> str:
    return _RECORD.format(number, number)


def _file(item: Callable[[int], str], head: str = _HEAD, foot: str = "") -> Callable[[int], bytes]:
    """Build files of lines below headings."""
    return lambda size: (head + repeated(size, item) + foot).encode()


def _cell(text: Callable[[int], str], column: int = 5) -> Callable[[int], bytes]:
    """Build files of one record, with almost all bytes in one cell."""

    def make(size: int) -> bytes:
        cells = ["s1", "SAMPLE-1", "05/01/2024", "30/06/2024", "150000000", ""]
        cells[column] = text(size)
        return (_HEAD + ",".join(cells) + "\n").encode()

    return make


def _wide(item: Callable[[int], str], columns: int = 990) -> Callable[[int], bytes]:
    """Build files of very many columns, the known columns last, with shorter lines."""

    def make(size: int) -> bytes:
        names = [*(f"h{n}" for n in range(min(columns, size // 10))), *_KNOWN]
        return (",".join(names) + "\n" + repeated(max(0, size - 5 * len(names)), item)).encode()

    return make


_FILES: dict[str, Callable[[int], bytes]] = {
    "records": _file(_record),
    "records under one id": _file(lambda n: f"s1,SAMPLE-{n},05/01/2024,30/06/2024,,\n"),
    "versions of one record": _file(
        lambda n: f"s1,SAMPLE-1,05/01/2024,30/06/2024,{n % 28 + 1}/1/2024\n",
        "Mã,MST,Bắt đầu,Kết thúc,Ngày ghi nhận\n",
    ),
    "empty lines and a record": _file(lambda _: "\n", foot=_record(1)),
    "lines of one cell": _file(lambda _: "x\n"),
    "lines of two cells": _file(lambda n: f"s{n % 10},{n % 10}\n"),
    "lines of two cells below one heading": _file(lambda _: "x,yz\n", head="Mã\n"),
    "lines of two cells under few headings": _file(
        lambda n: f"{n % 100:02},y\n", head="Mã,MST,x,y\n"
    ),
    "lines of short cells": _file(lambda _: "x,y,z,u,v,w\n"),
    "lines of question marks": _file(lambda _: "?,?,?,?,?,?\n"),
    "no column that is needed": _file(lambda _: "x\n", head="Mã\n"),
    "more cells than headings": _file(lambda _: "x,x\n", head="Mã\n"),
    "one line of cells": _file(lambda _: "x,"),
    "very many headings": _file(lambda n: f"h{n},", head="Mã,"),
    "one column under many headings": lambda size: (
        ",".join([*_KNOWN, *(f"Mã ({n})" for n in range(min(900, size // 10)))])
        + "\n"
        + repeated(size // 2, _record)
    ).encode(),
    "short lines under many headings": _wide(lambda _: "x\n"),
    "short records under many headings": _wide(lambda n: f"a{n},b\n"),
    "long lines under many headings": _wide(lambda _: "x," * 999 + "\n"),
    "headings again": _file(lambda _: _HEAD),
    "headings in turn": _file(lambda n: _OTHER_ORDER[n % 2], head=_OTHER_ORDER[0]),
    "other tables": _file(lambda n: f"Mã,MST,Bắt đầu,Kết thúc,x{n}\n1,2,3\n"),
    "other tables that are wide": _file(lambda _: "Mã,MST,Bắt đầu,Kết thúc," + "x," * 900 + "\n"),
    "lines that speak of a plan": _file(lambda n: f"Dự kiến {n}\n"),
    "lines that tell a unit": _file(lambda n: f"ĐVT: triệu đồng {n}\n"),
    "lines that tell a unit above": lambda size: (
        repeated(size, lambda n: f"Đơn vị: {n}.,") + "\n" + _HEAD + _record(1)
    ).encode(),
    "signatures": _file(lambda _: "Người lập biểu,,,Giám đốc\n"),
    "quotation marks": _file(lambda _: '"",'),
    "a quotation mark that is not closed": _file(_record, head=_HEAD + '"'),
    "line ends in a cell": _file(lambda _: "\n", head=_HEAD + 's1,"', foot='",\n'),
    "zero bytes": _file(lambda _: "\0"),
    "a long number": _cell(lambda size: "9" * size, 4),
    "a long sum": _cell(lambda size: "cộng" + " I" * (size // 2) + " ?", 0),
    "a long unit": lambda size: (f"Mã,Kinh phí NSNN (1{'0' * size} đồng)\n1,2\n").encode(),
    "a long unit above": lambda size: ("ĐVT: " + "." * size + "x\n" + _HEAD + _record(1)).encode(),
    "a heading of many parts": lambda size: (
        "Mã,MST," + "a › " * (size // 6) + "\n" + _record(1)
    ).encode(),
    "a place and a day": _file(lambda _: " ", head=_HEAD + _record(1), foot=" ngày tháng\n"),
    "marks on one letter of a name": _cell(lambda size: "a" + "\u0301\u0323" * (size // 4), 1),
    "marks on letters in a cell": _cell(
        lambda size: ("a" + "\u0301\u0323" * 200) * -(-size // 801), 5
    ),
    "invisible letters": _file(lambda n: f"s\u200b{n},\u202eSAMPLE,\u2066,\u2069,\x1b[31m,\n"),
    "states": _file(
        lambda n: f"s{n},SAMPLE,05/01/2024,30/06/2024,Đã hủy {n}\n",
        head=_HEAD.replace("Kinh phí NSNN", "Trạng thái"),
    ),
    "days that may be months": _file(
        lambda n: f"s{n},SAMPLE-{n},01/{n % 28 + 1}/2024,06/{n % 28 + 1}/2024,,\n"
    ),
}


def _rows(item: Callable[[int], Json]) -> Callable[[int], list[Json]]:
    return lambda size: filled_as(size, item)


_GOOD = {"Mã": "s1", "MST": "SAMPLE-1", "Bắt đầu": "05/01/2024", "Kết thúc": "30/06/2024"}
_ROWS: dict[str, Callable[[int], list[Json]]] = {
    "with headings of their own": _rows(lambda n: {**_GOOD, f"h{n}": n}),
    "with only headings of their own": _rows(lambda n: {f"h{n}": "x"}),
    "with more and more": _rows(lambda _: {**_GOOD, None: ["x"] * 20}),
    "one with very many headings": lambda size: [
        {**_GOOD, **{f"h{n}": n for n in range(size // 12)}}
    ],
    "one with a column under very many": lambda size: [{f"Mã ({n})": n for n in range(size // 14)}],
    "that are not rows": _rows(lambda n: n),
    "that are empty": _rows(lambda _: {}),
    "of huge numbers": _rows(lambda n: {**_GOOD, "Mã": 10**4000 + n, None: [10**4000]}),
    "of numbers without a value": _rows(
        lambda n: {**_GOOD, "Mã": Decimal("sNaN"), "MST": Decimal(f"1E{n}")}
    ),
    "of several solutions": lambda size: [{**_GOOD, "Giải pháp": "x;" * (size // 2)}],
    "of deep lists": lambda size: (
        [{**_GOOD, "Mã": _deep(min(900, size // 2))}] * (1 + size // 2000)
    ),
}


def _deep(depth: int) -> Json:
    nested: Json = []
    for _ in range(depth):
        nested = [nested]
    return nested


_TYPED: dict[str, Callable[[int], list[Json]]] = {
    "with keys of their own": _rows(lambda n: {"id": f"s{n}", f"k{n}": n}),
    "with keys that are nearly right": _rows(lambda n: {"id": f"s{n}", f"enterprise{n}": n}),
    "under one id": _rows(lambda n: {"id": "s", "enterprise": f"SAMPLE-{n}"}),
    "of money from many sources": _rows(
        lambda n: {"id": f"s{n}", "enterprise": "S", f"funding.f{n}": 10**6}
    ),
    "that are empty": _rows(lambda _: {}),
}

KINDS: dict[str, Kind] = {
    **{f"csv: {name}": Kind(make, csv) for name, make in _FILES.items()},
    **{f"rows: {name}": Kind(make, rows) for name, make in _ROWS.items()},
    **{f"typed rows: {name}": Kind(make, typed_rows) for name, make in _TYPED.items()},
    "headings: a column under very many": Kind(
        lambda size: filled_as(size, lambda n: f"Mã ({n})"), found_columns
    ),
    "headings: of very many parts": Kind(lambda size: ["a › " * (size // 6)], found_columns),
}
