"""Find the lines of a sheet that are not data and not understood."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum, unique
from typing import final

from attrs import evolve, field, fields, fields_dict, frozen

from nsc_program.intake._cells.grid import filled, texts_of
from nsc_program.intake._states.remarks import is_plain
from nsc_program.intake._tables.footers import is_post
from nsc_program.intake._tables.lines import doubt_of
from nsc_program.intake._texts.names import begins_as_a_person, is_person
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._texts.tails import tails_of
from nsc_program.intake._words.naming import (
    FIELDS,
    Named,
    is_of_the_nation,
    named,
    names_another_area,
)
from nsc_program.intake._words.other_programs import is_of_another_program
from nsc_program.intake._words.provinces import is_a_province, names_another_province
from nsc_program.intake._words.reported import is_of_a_ministry
from nsc_program.intake._words.stated_units import stated_in
from nsc_program.intake._words.words import folded, lowered, single_spaced
from nsc_program.records._records import AnyRecord
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._value import Value

_MARKED = re.compile(r"(?i:\W*(?:ghi chú|ghi chu|chú thích|note)\W*)?(?:\W*[*¹²³]|\(\d\))")
"""The beginning of a note that explains a mark on some of the rows."""

_OF_A_MINISTRY = re.compile(
    r"^\W*bộ (?!chỉ|tiêu|số)|^\W*(?:ủy ban|uỷ ban) tiêu chuẩn|^\W*tổng cục\b|"
    r"(?<!so với )\b(?:toàn quốc|cả nước)\b"
)
"""Lines over figures that are those of the nation, or of a ministry."""


@unique
class Why(StrEnum):
    """The reason why a line is told."""

    NOT_UNDERSTOOD = "not-understood"
    OTHER_DAYS = "other-days"
    SHORT_OF_CLAIM = "short-of-claim"
    PART_OF_CLAIM = "part-of-claim"
    PERIOD_OF_CLAIM = "period-of-claim"
    OTHER_COUNT = "other-count"
    OTHER_SUM = "other-sum"
    OTHER_LISTS = "other-lists"
    EARLIER_PAPER = "earlier-paper"
    OTHER_VALUE = "other-value"


@final
@frozen
class UnreadLine(Value):
    """A line that is not data and was not understood, or contradicts the rows.

    Attributes:
        row: the number of its row in the sheet; `None` for the name of the sheet.
        text: the line, which may hold anything; `repr` does not show it.
        sheet: the name of the sheet, if it is a sheet that was not read; empty otherwise.
        is_note: whether it is a note on a cell (a comment).
        why: the reason why it is told.
        is_on_page: whether it stands at the top or the bottom of a printed page.
        is_in_shape: whether it stands in a shape that lies over the sheet, such as a text box.
    """

    row: int | None
    text: str = field(repr=False)
    sheet: str = ""
    is_note: bool = False
    why: Why = Why.NOT_UNDERSTOOD
    is_on_page: bool = False
    is_in_shape: bool = False

    def because(self, why: Why) -> "UnreadLine":
        """Return the line with another reason.

        Args:
            why: the reason.
        """
        return evolve(self, why=why)


_CARRIED_OVER = re.compile(
    r"\b(?:chuyển(?: tiếp)?|kéo dài|tồn(?: đọng)?|gối đầu|chuyen tiep|ton dong|keo dai) "
    r"(?:từ|tu) (?:(?:năm|quý|kỳ|đợt|giai đoạn|tháng|nam|quy|ky|dot|giai doan|thang)\b|[0-9])|"
    r"\b(?:năm|kỳ|đợt|nam|ky|dot) (?:trước|cũ|[0-9]{4}|truoc) (?:chuyển|chuyen)\b|"
    r"\bcarried (?:over|forward)\b"
)
"""Carried over from an earlier year, which the days of the rows may contradict."""


@final
@frozen
class Plainness:
    """What makes a line plain in a table.

    Attributes:
        kind: the class of the records.
        known: the names of the fields that have a column or are given otherwise.
        leaves_out: tells whether the caller left out a line.
    """

    kind: type[AnyRecord]
    known: Collection[str]
    leaves_out: Callable[[str], bool]

    def is_told(self, line: str) -> bool:
        """Tell whether a line must be told because it is not plain.

        Args:
            line: a line above or between the rows, whose values of fields are read elsewhere.
        """
        is_understood = is_plain_line(line, self.kind.__name__) or stated_in(line) is not None
        is_told = not is_understood or self._is_of_another_area(line)
        is_told = is_told or _CARRIED_OVER.search(lowered(line)) is not None
        is_told = is_told or self._counts_participations(line) or is_of_another_program(line)
        return is_told and not self.leaves_out(line)

    def _counts_participations(self, line: str) -> bool:
        """Tell whether a line speaks of participations where the rows count people."""
        return "headcount" in self.known and "luot" in folded(line).split()

    def _is_of_another_area(self, line: str) -> bool:
        """Tell whether a line is of another province or of the nation, if no field says so."""
        if names_another_province(line):
            return True
        if any(map(is_a_province, (*tails_of(line), line.partition(",")[0]))):
            return True
        own = fields_dict(self.kind)
        if "scope" in own and _OF_A_DISTRICT.search(lowered(line)):
            return True
        if "scope" not in self.known and is_of_the_nation(line):
            return True
        if self.kind is ReportedFigure:
            return is_of_a_ministry(line) or _OF_A_MINISTRY.search(lowered(line)) is not None
        if "level" in own:  # names of levels are read elsewhere
            return False
        return ("scope" not in own or "scope" not in self.known) and names_another_area(line)

    def is_told_above(self, line: str) -> bool:
        """Tell whether a line above the headings must be told.

        Args:
            line: the line, which may be the name of the office or enterprise that made the list.
        """
        is_open = bool(_AREAS & fields_dict(self.kind).keys() - {*self.known})
        is_of_others = is_open and _LETTERHEAD.match(line) is not None
        return self.is_told(line) or (is_of_others and not self.leaves_out(line))

    def is_told_apart(self, line: str) -> bool:
        """Tell whether a line must be told that is not read at all.

        Args:
            line: a line below the rows, which may also name the value of a field for some of them.
        """
        is_doubtful = doubt_of(line) is not None and folded(line) not in _SIGNATURES
        is_about_rows = is_doubtful or self._names_a_value(line)
        return self.is_told(line) or (is_about_rows and not self.leaves_out(line))

    def is_told_below(self, line: str) -> bool:
        """Tell whether a line below the rows must be told; a signature need not.

        Args:
            line: the line.
        """
        is_signature = is_post(line) or self._is_a_signatory(line)
        return not is_signature and self.is_told_apart(line)

    def _is_a_signatory(self, line: str) -> bool:
        """Tell whether a line is only a name: “ThS. Lê Dung”, but not “Dang Dung” (đang dừng)."""
        is_name = not line.isascii() and is_person(line) and begins_as_a_person(line)
        return is_name and not (is_a_province(line) or self._is_of_another_area(line))

    def is_told_as_a_note(self, note: str) -> bool:
        """Tell whether a note on a cell must be told because one of its lines is not plain.

        Args:
            note: the text of the note.
        """
        is_told = any(map(self._is_told_in_a_note, note.splitlines()))
        return is_told and not self.leaves_out(single_spaced(note))

    def _is_told_in_a_note(self, line: str) -> bool:
        """Tell whether a line of a note is neither a plain line nor a plain remark."""
        return self.is_told(line) and ("?" in line or not is_plain(line))

    def is_told_outside(self, line: str) -> bool:
        """Tell whether a line on another sheet, a page or a shape may be about the table.

        Args:
            line: the line, or the name of the sheet.
        """
        states_a_unit = stated_in(line) is not None and not self.leaves_out(line)
        return states_a_unit or self.is_told_apart(line)

    def _names_a_value(self, line: str) -> bool:
        """Tell whether a line names a value of a field that the rows do not state."""
        is_of_marks = _MARKED.match(line) is not None
        own = (attribute.name for attribute in fields(self.kind) if attribute.name in FIELDS)
        open_ = (name for name in own if is_of_marks or name not in self.known)
        return any(named(name, line, is_title=not is_of_marks) in _OTHERS for name in open_)


_OF_A_DISTRICT = re.compile(r"\b(?:của|cấp) (?:quận|huyện|thị xã|thị trấn|xã|phường)\b(?! hội)")
"""Says that a district or a ward decided, which no scope of the rows says."""
_AREAS = frozenset({"level", "scope"})
_LETTERHEAD = re.compile(
    r"\W*(?:tổng công ty|công ty|cty|tập đoàn|tong cong ty|cong ty|tap doan)\b(?!.*\b(?:danh sách|"
    r"được))",
    re.IGNORECASE,
)
"""The name of an enterprise at the head of a list, which does not decide for the city."""
_SIGNATURES = frozenset({"da ky", "da ky ten"})
"""The words of a signature, which may stand for a registration elsewhere."""
_OTHERS = frozenset({Named.OTHER, Named.BOTH})


def among_notes(
    notes: Mapping[int, Iterable[str]],
    told: Collection[int],
    plainness: Plainness,
    sheet: str = "",
) -> Iterator[UnreadLine]:
    """Give the notes on cells that are told.

    Args:
        notes: the texts of the notes of each row.
        told: the rows that are rejected because of their notes.
        plainness: what makes a note plain.
        sheet: the name of the sheet, if it is not read.
    """
    for row, texts in notes.items():
        for text in texts:
            if row not in told and plainness.is_told_as_a_note(text):
                yield UnreadLine(row, single_spaced(text), sheet, is_note=True)


def among_rows(
    numbered: Iterable[tuple[int, object]],
    data: Collection[int],
    plainness: Plainness,
) -> Iterator[UnreadLine]:
    """Give the lines among and below the rows of a table that are told.

    Args:
        numbered: all rows, with their numbers.
        data: the numbers of the rows that hold data.
        plainness: what makes a line plain.
    """
    first, last = min(data, default=0), max(data, default=0)
    for number, row in numbered:
        is_told = plainness.is_told if number < last else plainness.is_told_below
        if number not in data:
            texts = [text for text in _texts(row) if not plainness.leaves_out(text)]
            is_within = first < number < last and any(map(_is_about_others, texts))
            yield from (UnreadLine(number, text) for text in texts if is_within or is_told(text))


_GOES_ON = re.compile(r"\W*(?:và|hoặc|va|hoac)\s", re.IGNORECASE)
"""How a line begins that belongs to the row above it: “và Công ty B”."""
_ROLE = re.compile(
    r"(?:(?:[ivx]{1,4}|[0-9]{1,2}|[a-d]) )?(?:cac )?(?:don vi|co quan|to chuc|doanh nghiep|cong ty|"
    r"ben|chuyen gia) (?:chu tri|phoi hop|thuc hien|tu van|quan ly|to chuc|trien khai|giam sat|"
    r"kiem tra|dong hanh|tai tro|ho tro|[ab])"
)
"""The name of a group of others than a list is about: “II. Đơn vị tư vấn”."""


def _is_about_others(line: str) -> bool:
    """Tell whether a line among the rows goes on behind a row, or names those who help."""
    return _GOES_ON.match(line) is not None or _ROLE.fullmatch(folded(line)) is not None


def _texts(row: object) -> Iterable[str]:
    """Return the different texts of a row, except those that repeat their headings."""
    cells = (cell for heading, cell in filled(row) if not _repeats(heading, cell))
    return texts_of(cells)


def _repeats(heading: object, cell: object) -> bool:
    """Tell whether a cell repeats its heading, or one of several above each other."""
    if not isinstance(cell, str) or not isinstance(heading, str):
        return False
    return folded(cell) in map(folded, (heading, *heading.split("›")))
