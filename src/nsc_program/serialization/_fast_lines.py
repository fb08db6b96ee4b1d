"""JSON Lines read fast, with msgspec.

This reader returns the records that the exact reader would return, or it gives up, and then the
exact reader reads the lines again. The rows are checked like those of a register's document. It
also makes sure that each line is one row:

- The lines are joined by line feeds, and there is no other line feed in the text. Each stands
  between `}` and `{`, the text begins with `{`, and it ends with `}`.
- The text is rows one after the other, or msgspec refuses it. No line feed is within a row: a text
  of JSON holds none, and elsewhere in a row `}` and `{` do not follow each other. So every line
  holds a whole number of rows, and there are as many rows as lines.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

import msgspec

from nsc_program._collector import collector_paused
from nsc_program.records._records import AnyRecord
from nsc_program.serialization._fast import DOUBTS, are_all
from nsc_program.serialization._fast_rows import PLAIN_KINDS, Doubt, Rows, made_once, row


def lines_reader(kind: Any, most: int) -> Callable[[list[Any]], list[Any] | None]:
    """Return a function that reads some lines.

    Args:
        kind: the class of records.
        most: the largest size of a line.

    Returns:
        A function that returns the records, or `None` if the exact reader has to read the lines.
    """
    if kind not in PLAIN_KINDS:
        return lambda _: None
    decode, rows = _decoder(kind).decode_lines, Rows(kind)

    def read(part: list[Any]) -> list[Any] | None:
        try:
            text = _joined(part, most)
            with collector_paused():
                return _records(rows, decode(text), text, len(part))
        except DOUBTS:
            return None

    return read


@made_once
def _decoder(kind: Any) -> "msgspec.json.Decoder[Any]":
    """Return what decodes rows, one a line.

    Args:
        kind: the class of records.
    """
    return msgspec.json.Decoder(row(kind))


def _records(rows: Rows, given: list[Any], text: bytes, lines: int) -> list[AnyRecord]:
    """Return the records of some rows, if they certainly hold every member of the text."""
    before = rows.members
    records = rows.records(given)
    if len(given) != lines or not are_all(rows.members - before, text):
        raise Doubt
    return records


def _joined(part: list[Any], most: int) -> bytes:
    """Return lines as one text, if each of them begins and ends like a row."""
    kinds = set(map(type, part))
    if kinds not in ({str}, {bytes}) or max(map(len, part)) > most:
        raise Doubt
    white: Any = " \t\r\n" if kinds == {str} else b" \t\r\n"
    lines = [line.rstrip(white) for line in part]
    text = "\n".join(lines).encode() if kinds == {str} else b"\n".join(lines)
    if text.count(b"\n") != len(lines) - 1 or not all(lines) or _ends(lines) not in _ENDS:
        raise Doubt
    return text


def _ends(lines: list[Any]) -> tuple[set[Any], set[Any]]:
    """Return the first characters of some lines, and the last."""
    return set(map(itemgetter(0), lines)), set(map(itemgetter(-1), lines))


_ENDS = (({"{"}, {"}"}), ({ord("{")}, {ord("}")}))
