"""The page that a command draws on: how wide it is, and whether statuses have colours."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from nsc_program.cli._grammar import SAVE, Options, Parameter
from nsc_program.cli._streams import Painted
from nsc_program.cli._words import one_of, refusal
from nsc_program.errors import Message
from nsc_program.report.labels import label
from nsc_program.report.text import Page, Paint, unpainted, within
from nsc_program.values._validators import shown
from nsc_program.verdicts._status import Status

_NARROWEST, _WIDEST, _OF_A_FILE = 40, 200, 140
"""The least and the greatest width, and that of what is not printed on a terminal."""


def _width(text: str) -> int:
    """Accept a width in characters."""
    if text.isascii() and text.isdecimal() and _NARROWEST <= int(text[:9]) <= _WIDEST:
        return int(text)
    raise refusal(
        "not-a-width",
        f"cần số ký tự từ {_NARROWEST} đến {_WIDEST}, nhưng nhận được {shown(text)}",
        f"expected a number of characters from {_NARROWEST} to {_WIDEST}, got {shown(text)}",
    )


WIDTH = Parameter(
    name="width",
    flags=("--width",),
    shown=Message("SỐ", "N"),
    help=Message(
        "số ký tự của một dòng; mặc định theo màn hình, hoặc 140 khi ghi ra nơi khác",
        "the characters in a line; the default is that of the terminal, or 140 elsewhere",
    ),
    take=_width,
)
COLOR = Parameter(
    name="color",
    flags=("--color",),
    shown=Message("auto|always|never", "auto|always|never"),
    help=Message(
        "tô màu kết quả đánh giá; mặc định chỉ tô trên màn hình",
        "colour the statuses; the default does so on a terminal only",
    ),
    take=one_of("auto", "always", "never"),
    default="auto",
)


def page(options: Options) -> Page:
    """Return the page that the options ask for.

    Args:
        options: the options of a command; `width`, `color` and the file to write to are used.
    """
    given = options.width
    return Page(_width_of_output(options) if given is None else given, _paint(options))


def _width_of_output(options: Options) -> int:
    """Return the width of the terminal, or that of a file."""
    if _is_saved(options):
        return _OF_A_FILE
    columns = shutil.get_terminal_size((_OF_A_FILE, 24)).columns
    return max(_NARROWEST, min(columns, _WIDEST))


def _is_saved(options: Options) -> bool:
    """Return whether the lines are written to a file."""
    return getattr(options, SAVE.name, None) is not None


def _paint(options: Options) -> Paint:
    """Return what colours a cell; nothing does if colours are not wanted."""
    wanted = getattr(options, COLOR.name, "never")
    is_on = wanted == "always" or (wanted == "auto" and _takes_colours(options))
    return _painted if is_on else unpainted


def _takes_colours(options: Options) -> bool:
    """Return whether the lines are printed on a terminal that shows colours."""
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    is_old_console = os.name == "nt" and "WT_SESSION" not in os.environ
    return not (refused or is_old_console or _is_saved(options)) and sys.stdout.isatty()


_COLOURS: Mapping[str, int] = MappingProxyType(
    {
        name: colour
        for status, colour in (
            (Status.ATTAINED, 32),
            (Status.MISSED, 31),
            (Status.PENDING, 36),
            (Status.UNDECIDED, 33),
        )
        for name in (label(status).vi, label(status).en)
    }
)
"""The colours of statuses by their names in both languages, as numbers of SGR (ECMA-48)."""


def _painted(cell: str, piece: str) -> str:
    """Colour a piece of a cell that is the name of a status."""
    colour = _COLOURS.get(cell)
    text = piece.rstrip()
    return f"\x1b[{colour}m{text}\x1b[0m{piece[len(text) :]}" if colour and text else piece


def drawn(lines: Iterable[str]) -> Iterator[str]:
    """Return lines that were drawn, which are not escaped again.

    Args:
        lines: the lines, as `report.text` draws them.
    """
    return map(Painted, lines)


def wrapped(lines: Iterable[str], page: Page) -> Iterator[str]:
    """Wrap lines, and colour those that are the name of a status.

    Args:
        lines: the lines.
        page: what they are printed on.
    """
    return drawn(page.paint(line, line) for line in within(lines, page.width))
