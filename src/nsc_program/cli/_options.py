"""What the commands have in common: their options, what they read and how they say what is wrong."""

import argparse
import os
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from attrs import evolve

from nsc_program._validators import printable
from nsc_program.catalog import HANOI, PLANS
from nsc_program.editions import in_force
from nsc_program.errors import InvalidValue, NscError, UnknownId
from nsc_program.program import Program
from nsc_program.readings import TOLERANCE, WORDING, AnswerValue, Reading
from nsc_program.register import Register
from nsc_program.serialization import from_json, from_toml, to_json
from nsc_program.sources import Text

T = TypeVar("T")

OK, FOUND, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
"""The exit codes: done; done, and something must be looked at; bad input or usage; Ctrl-C."""

Done: TypeAlias = tuple[int, Iterable[str]]
"""An exit code, and the lines to print."""


class AtFile(NscError):
    """What is wrong with a file: its name, and the message."""

    def __str__(self) -> str:
        """Put the name before each line."""
        name, message = self.args
        return "\n".join(f"{printable(name)}: {line}" for line in message.splitlines())


# --- options ---


def add_register(parser: argparse.ArgumentParser) -> None:
    """Take a register, and what was known of it on a day."""
    parser.add_argument("register", metavar="REGISTER.json", help="what is known; - reads standard input")
    parser.add_argument(
        "--as-known-on",
        type=day,
        metavar="YYYY-MM-DD",
        help="leave out what was recorded after this day (số liệu đã biết đến ngày)",
    )


def add_program(parser: argparse.ArgumentParser) -> None:
    """Take another plan than Hanoi's, in one or several editions."""
    parser.add_argument(
        "--program",
        action="append",
        metavar="PLAN",
        help="judge by this plan instead of Hanoi's: a file (.toml or .json), or "
        f"{' or '.join(PLANS)}; of several editions, by that in force on the day (kế hoạch khác)",
    )


def add_format(parser: argparse.ArgumentParser) -> None:
    """Take how a result is written."""
    parser.add_argument("--format", choices=("table", "json"), default="table", help="a table, or a JSON document")


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """Take the day of judgement."""
    parser.add_argument(
        "--as-of", required=True, type=day, metavar="YYYY-MM-DD", help="judge at the close of this day (tính đến ngày)"
    )


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Take answers to questions of reading."""
    parser.add_argument(
        "--reading",
        action="append",
        default=[],
        type=_answer,
        metavar="QUESTION=ANSWER",
        help="read the text so, such as tolerance=1/75; `plan` lists the questions; may be repeated (cách hiểu)",
    )
    parser.add_argument(
        "--reading-from",
        metavar="READING.json",
        help="read the text as this document says, but for what --reading answers (tệp cách hiểu)",
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """Take one of the two languages."""
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="Vietnamese (default) or English")


def add_output(parser: argparse.ArgumentParser) -> None:
    """Take the file that a register is written to."""
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="OUT.json", help="write the register here (ghi ra tệp)"
    )


def day(text: str) -> date:
    """Take a day, in ISO form."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise argparse.ArgumentTypeError(f"expected a day such as 2026-06-30, got {text!r}")
    return found


def _answer(text: str) -> tuple[str, AnswerValue]:
    """Take the answer to one question: yes or no, a ratio, or the id of an answer."""
    question, equals, answer = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"expected a question and its answer, such as strict=no, got {text!r}")
    if question not in WORDING:
        return question, answer
    if question == TOLERANCE.id:
        ratio = _RATIO.fullmatch(answer)
        if ratio is None:
            raise argparse.ArgumentTypeError(f"expected a ratio such as 1/20, 0.05 or 5%, got {answer!r}")
        return question, Fraction(ratio[1].replace(",", ".")) / (100 if ratio[2] else 1)
    if answer.lower() not in _YES_NO:
        raise argparse.ArgumentTypeError(f"{question}: expected yes or no, got {answer!r}")
    return question, _YES_NO[answer.lower()]


# Short, since a power of ten in it would be written out.
_RATIO = re.compile(r"([0-9]{1,30}(?:[.,][0-9]{1,30}|/[1-9][0-9]{0,29})?)(%?)")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def reading_of(options: argparse.Namespace) -> Reading:
    """The reading that the options give, the last answer to a question."""
    base = Reading() if options.reading_from is None else read_document(options.reading_from, Reading)
    given = dict(options.reading)
    wording: dict[str, Any] = {question: answer for question, answer in given.items() if question in WORDING}
    own = {question: answer for question, answer in given.items() if question not in WORDING}
    return evolve(base, choices={**dict(base.choices), **own}, **wording)


# --- files ---


def program_of(options: argparse.Namespace, on: date) -> Program:
    """The plan that the options name, or Hanoi's; of several editions that in force on a day."""
    return plan_in_force(options.program or [], on)


def plan_in_force(names: list[str], on: date | None) -> Program:
    """The plan of these names, or Hanoi's, as it is in force on a day; without a day, the one that is named."""
    editions = [read_plan(name) for name in names] or [HANOI]
    return editions[0] if on is None else in_force(editions, on)


def read_plan(name: str) -> Program:
    """A plan by its id, of those that come with the library, or from a file."""
    if name in PLANS:
        return PLANS[name]
    if name != "-" and not Path(name).suffix and not Path(name).exists():
        raise UnknownId("plan", name, tuple(PLANS))
    return read_document(name, Program)


def register_of(options: argparse.Namespace) -> Register:
    """The register that the options name, as it was known on the day they name."""
    register = read_register(options.register)
    return register if options.as_known_on is None else register.as_known_on(options.as_known_on)


def read_register(name: str) -> Register:
    """Read a register."""
    return read_document(name, Register)


def read_document(name: str, kind: type[T]) -> T:
    """Read a document of a class: TOML by its name, otherwise JSON."""
    read = from_toml if name.lower().endswith(".toml") else from_json
    try:
        return read(_read(name), kind)
    except NscError as problem:
        raise AtFile(name, str(problem)) from None


def _read(name: str) -> bytes:
    if name != "-":
        return Path(name).read_bytes()
    if sys.stdin is None:
        raise InvalidValue("there is no standard input")
    return sys.stdin.buffer.read()


def write_register(path: Path, register: Register) -> None:
    """Write a register whole or not at all."""
    with replacing(path) as part:
        part.write_text(f"{to_json(register)}\n", encoding="utf-8")


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[Path]:
    """A file to write to beside another, which it replaces if all went well, with the permissions that it had.

    A private one can be read by nobody else.

    Raises:
        AtFile: if there is something at the path that is no file, or nothing can be written there.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise AtFile(str(path), "there is something that is no file")
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".nsc-")
    except OSError as problem:
        raise AtFile(str(path), f"{problem.strerror}") from None
    os.close(handle)
    part = Path(name)
    try:
        yield part
        if not private:
            part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    """What permissions new files do not get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def warn(name: str, warning: str) -> None:
    """Say on standard error what must be known of a file, and is no reason to stop."""
    sys.stderr.write(f"nsc-program: {printable(name)}: {warning}\n")


# --- what is printed ---


def titled(title: str, options: argparse.Namespace) -> Iterable[str]:
    """A title, the source of the numbers and, where it is not all of it, what was known when."""
    yield from textwrap.wrap(title, width())
    source, known = printable(options.register), options.as_known_on
    by = (
        Text(vi=f", đã biết đến hết ngày {known:%d/%m/%Y}", en=f", as known on {known}")
        if known
        else Text(vi="", en="")
    )
    yield Text(vi=f"Nguồn số liệu: {source}{by.vi}", en=f"Register: {source}{by.en}").in_(options.lang)


def width() -> int:
    """How wide lines may be."""
    return max(100, min(shutil.get_terminal_size((140, 24)).columns, 200))
