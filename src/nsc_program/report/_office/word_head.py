"""The head of an official document: sender, state, number, place and day, title, addressees."""

from typing import Any, Final

from nsc_program.report._header import DOTS, Header, document_number, filled_in, place_and_day
from nsc_program.report._office.word_parts import Look, add_rule, fill, two_columns, write
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
_RULE: Final = 45
"""The length of the line under the title, in millimetres."""
_BODY_RULE: Final = 26
"""The length of the line under the sender, in millimetres."""


def add_head(made: Any, report: Report, lang: Lang, header: Header) -> None:  # noqa: ANN401
    """Add the head: the sender, the state and its motto, number, place, day, title, addressees.

    Args:
        made: the document.
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who sends the report.
    """
    left, right = two_columns(made, (_LEFT, _RIGHT))
    _sender(left, lang, header)
    _state(right, lang, header)
    room = _LEFT + _RIGHT
    kind = Look(bold=True, at="center", before=18)
    write(made.add_paragraph(), _REPORT.in_(lang), kind)
    write(made.add_paragraph(), report.title.in_(lang), Look(bold=True, at="center"))
    add_rule(made, room, _RULE)
    _addressees(made, lang, header)


def _sender(cell: Any, lang: Lang, header: Header) -> None:  # noqa: ANN401  # of python-docx
    """Write the body above the sender, the sender with a line, and the number."""
    superior, own = filled_in(header.superior).upper(), filled_in(header.body).upper()
    fill(
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
    fill(
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
