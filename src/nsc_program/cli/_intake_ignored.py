"""The texts that a user leaves out, from options or from files, and the texts left to accept."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from nsc_program.cli._files import text_in
from nsc_program.cli._grammar import Options
from nsc_program.cli._words import at
from nsc_program.errors import Message
from nsc_program.intake import Fault, Intake
from nsc_program.intake._cells.discreet import HIDDEN, masked, quoted
from nsc_program.intake.files import ReviewItem
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

_OF_TEXTS = frozenset({Fault.OTHER_SAYING, Fault.NO_PROOF, Fault.OTHER_DAY, Fault.NO_DAY})
"""The faults of texts that may be accepted as they are."""
_COMMENT = "#"


def listed(paths: Iterable[Path]) -> tuple[str, ...]:
    """Read the texts to ignore from files: one text a line, except blank lines and comments.

    Args:
        paths: the files.

    Raises:
        Refused: if a file cannot be read, or is not in UTF-8.
    """
    return tuple(dict.fromkeys(text for path in paths for text in _texts_in(path)))


def _texts_in(path: Path) -> list[str]:
    """Return the texts of one file."""
    with at("--ignore-from"):
        texts = map(str.strip, text_in(path).splitlines())
    return [text for text in texts if text and not text.startswith(_COMMENT)]


def with_listed(options: Options) -> Options:
    """Return the options with the texts of the files among those to ignore.

    Args:
        options: the options as they were given.
    """
    texts = listed(options.ignore_from)
    return Options(**{**vars(options), "ignore": [*options.ignore, *texts]})


def not_here(texts: Sequence[str]) -> Message:
    """Write that a spreadsheet does not hold some texts of a file, which serves other lists too.

    Args:
        texts: the texts.
    """
    names = quoted(texts)
    return Message(
        f"--ignore-from: bảng tính này không có {len(texts)} nội dung ghi trong tệp (chỉ để biết): "
        f"{names}",
        f"--ignore-from: this spreadsheet does not hold {len(texts)} of the texts in the file (for "
        f"information only): {names}",
    )


def to_accept(
    intakes: Iterable[Intake], reviews: Iterable[Iterable[ReviewItem]], lang: Lang
) -> Iterator[str]:
    """Write the lines of a file for `--ignore-from` that would accept the texts that are left.

    Args:
        intakes: what was read from each sheet.
        reviews: what must be looked at on each sheet.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    problems = (problem for intake in intakes for problem in intake.problems)
    of_rows = (problem.value for problem in problems if problem.code in _OF_TEXTS)
    items = (item for review in reviews for item in review if item.code not in _BY_THEMSELVES)
    others = (masked(text) for item in items for text in item.accepts)
    texts = dict.fromkeys(map(printable, (*of_rows, *others)))
    shown = [text for text in texts if text and HIDDEN not in text]
    if shown:
        yield _HEAD.in_(lang)
        yield from (f"  {text}" for text in shown)


_BY_THEMSELVES = frozenset({"unread-sheets", "missing-number", "repeated-number"})
"""What speaks against a claim, and is not accepted together with other texts."""
_HEAD = Text(
    vi="Nếu đã xem và các nội dung sau không ảnh hưởng, hãy ghi mỗi nội dung một dòng vào một tệp "
    "rồi dùng --ignore-from TỆP (nội dung hiện có dấu “…” phải chép từ bảng tính):",
    en="If you have looked at these texts and they do not matter, write each on a line of a file "
    "and use --ignore-from FILE (a text shown with “…” must be copied from the spreadsheet):",
)
