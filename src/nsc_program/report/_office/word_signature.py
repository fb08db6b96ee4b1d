"""The end of an official document: its recipients and its signature."""

from typing import Any, Final

from nsc_program.report._header import DOTS, Header, filled_in
from nsc_program.report._office.word_parts import BODY, Look, fill, two_columns, write
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

_RECIPIENTS = Text(vi="Nơi nhận", en="Recipients")
_FILE = Text(vi="Lưu: VT, ", en="File: ")
_ROOM_TO_SIGN: Final = 60
"""The room for the signature, in points."""


def add_signature(made: Any, lang: Lang, header: Header) -> None:  # noqa: ANN401
    """Add the recipients on the left and the signature on the right.

    Args:
        made: the document.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who signs the report, and who receives it.
    """
    write(made.add_paragraph(), "", Look(size=6))
    left, right = two_columns(made, (80, 85))
    _recipients(left, lang, header)
    signer = [printable(line).upper() for line in header.signer] or [DOTS]
    name = filled_in(header.signer_name)
    bold = Look(size=BODY, at="center", bold=True)
    signed = Look(size=BODY, at="center", bold=True, before=_ROOM_TO_SIGN)
    fill(right, [*((line, bold) for line in signer), (name, signed)])
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
    fill(cell, [heading, *items])
