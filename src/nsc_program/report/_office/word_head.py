"""The head of an official document, and its end with the signature and the recipients."""

from collections.abc import Iterable
from typing import Any, Final

from docx.shared import Mm

from nsc_program.report._header import DOTS, Header, document_number, filled_in, place_and_day
from nsc_program.report._office.word_parts import BODY, Look, add_rule, element, write
from nsc_program.report._report import Report
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

_LEFT, _RIGHT = 70, 95
"""The widths of the two columns of the head, in millimetres."""
_STATE = Text(vi="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en="SOCIALIST REPUBLIC OF VIET NAM")
_MOTTO = Text(vi="Độc lập - Tự do - Hạnh phúc", en="Independence - Freedom - Happiness")
_MOTTO_LENGTH: Final = {"vi": 60, "en": 76}
"""The lengths of the motto, in millimetres: the line under it is as long."""
_NUMBER = Text(vi="Số", en="No.")
_REPORT = Text(vi="BÁO CÁO", en="REPORT")
_TO = Text(vi="Kính gửi", en="To")
_RECIPIENTS = Text(vi="Nơi nhận", en="Recipients")
_FILE = Text(vi="Lưu: VT, ", en="File: ")
_RULE: Final = 45
"""The length of the line under the title, in millimetres."""
_BODY_RULE: Final = 26
"""The length of the line under the sender, in millimetres."""
_ROOM_TO_SIGN: Final = 60
"""The room for the signature, in points."""


def add_head(made: Any, report: Report, lang: Lang, header: Header) -> None:  # noqa: ANN401
    """Add the head: the sender, the state and its motto, number, place, day, title, addressees.

    Args:
        made: the document.
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who sends the report.
    """
    left, right = _columns(made, (_LEFT, _RIGHT))
    _sender(left, lang, header)
    _state(right, lang, header)
    room = _LEFT + _RIGHT
    kind = Look(bold=True, at="center", before=18)
    write(made.add_paragraph(), _REPORT.in_(lang), kind)
    write(made.add_paragraph(), report.title.in_(lang), Look(bold=True, at="center"))
    add_rule(made, room, _RULE)
    _addressees(made, lang, header)


def _columns(made: Any, widths: tuple[int, int]) -> tuple[Any, Any]:  # noqa: ANN401
    """Add two columns without borders, which stay on one page; return their cells."""
    table = made.add_table(rows=1, cols=2)
    table.autofit = False
    properties = table._tbl.tblPr
    margins = (element(f"w:{edge}", w=0, type="dxa") for edge in ("left", "right"))
    properties.insert_element_before(element("w:tblCellMar", *margins), "w:tblLook")
    table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Mm(width)
    return table.rows[0].cells[0], table.rows[0].cells[1]


def _fill(cell: Any, lines: Iterable[tuple[str, Look]]) -> None:  # noqa: ANN401
    """Write lines into a cell, whose first paragraph is empty."""
    for place, (text, look) in enumerate(lines):
        write(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), text, look)


def _sender(cell: Any, lang: Lang, header: Header) -> None:  # noqa: ANN401  # of python-docx
    """Write the body above the sender, the sender with a line, and the number."""
    superior, own = filled_in(header.superior).upper(), filled_in(header.body).upper()
    _fill(
        cell,
        [
            (superior, Look(size=12, at="center")),
            (own, Look(size=12, at="center", bold=True)),
        ],
    )
    add_rule(cell, _LEFT, _BODY_RULE)
    number = f"{_NUMBER.in_(lang)}: {document_number(header)}"
    write(cell.add_paragraph(), number, Look(size=13, at="center", before=4))


def _state(cell: Any, lang: Lang, header: Header) -> None:  # noqa: ANN401  # of python-docx
    """Write the name of the state, its motto with a line, the place and the day."""
    _fill(
        cell,
        [
            (_STATE.in_(lang), Look(size=12, at="center", bold=True)),
            (_MOTTO.in_(lang), Look(size=13, at="center", bold=True)),
        ],
    )
    add_rule(cell, _RIGHT, _MOTTO_LENGTH[lang])
    day = place_and_day(header, lang)
    write(cell.add_paragraph(), day, Look(size=13, at="center", italic=True, before=4))


def _addressees(made: Any, lang: Lang, header: Header) -> None:  # noqa: ANN401
    """Write whom the report is sent to: one in the same line, several as a list."""
    to, names = _TO.in_(lang), tuple(map(printable, header.addressees)) or (DOTS,)
    one = Look(at="center", before=12, after=12)
    if len(names) == 1:
        write(made.add_paragraph(), f"{to}: {names[0]}", one)
        return
    write(made.add_paragraph(), f"{to}:", Look(first_line=40, before=12))
    for place, name in enumerate(names, 1):
        is_last = place == len(names)
        end, after = ("." if is_last else ";"), (12 if is_last else 0)
        write(made.add_paragraph(), f"- {name}{end}", Look(first_line=55, after=after))


def add_signature(made: Any, lang: Lang, header: Header) -> None:  # noqa: ANN401
    """Add the recipients on the left and the signature on the right.

    Args:
        made: the document.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who signs the report, and who receives it.
    """
    write(made.add_paragraph(), "", Look(size=6))
    left, right = _columns(made, (80, 85))
    _recipients(left, lang, header)
    signer = [printable(line).upper() for line in header.signer] or [DOTS]
    name = filled_in(header.signer_name)
    bold = Look(size=BODY, at="center", bold=True)
    signed = Look(size=BODY, at="center", bold=True, before=_ROOM_TO_SIGN)
    _fill(right, [*((line, bold) for line in signer), (name, signed)])
    for paragraph in (*left.paragraphs, *right.paragraphs):
        paragraph.paragraph_format.keep_together = True


def _recipients(cell: Any, lang: Lang, header: Header) -> None:  # noqa: ANN401  # of python-docx
    """Write who receives the report, and where it is filed."""
    file = f"{_FILE.in_(lang)}{DOTS}"
    names = [printable(name) for name in header.recipients] or [DOTS]
    if not any(name.startswith(_FILE.in_(lang).strip(", ")) for name in names):
        names.append(file)
    heading = (f"{_RECIPIENTS.in_(lang)}:", Look(size=12, bold=True, italic=True))
    items = (
        (f"- {name}{'.' if place == len(names) else ';'}", Look(size=11))
        for place, name in enumerate(names, 1)
    )
    _fill(cell, [heading, *items])
