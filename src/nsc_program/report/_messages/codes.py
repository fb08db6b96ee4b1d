"""The codes of another system, by the ids of a plan."""

from collections.abc import Iterator, Mapping
from typing import Any, final

from attrs import frozen

from nsc_program._suggestions import nearest
from nsc_program.errors import DocumentError, InvalidValue, Message, Problem, no_such
from nsc_program.plan._program import Program
from nsc_program.values._plain_periods import period_name, plain_period
from nsc_program.values._validators import shown_if_plain
from nsc_program.verdicts._status import Status

CONSTANTS = "constants"
Codes = Mapping[str, Mapping[str, str]]
"""The codes of another system: tables by name, each with a code for each id."""


@final
@frozen
class Coder:
    """The codes of another system for the ids of a plan.

    Attributes:
        codes: the tables. Without a table, an id is its own code.
    """

    codes: Codes

    def code(self, table: str, name: str) -> str:
        """Return the code of an id.

        Args:
            table: the table that the id belongs to, such as `indicators`.
            name: the id.

        Raises:
            InvalidValue: if there is such a table and it does not have the id.
        """
        if table not in self.codes:
            return name
        if name not in self.codes[table]:
            raise InvalidValue.at(
                "codes",
                table,
                name,
                code="no-code",
                vi=f"chưa có mã của {name!r} mà mẫu dùng; hãy bổ sung vào bảng {table!r}",
                en=f"the template uses the code of {name!r}, which is missing; add it to {table!r}",
            )
        return self.codes[table][name]


def checked(codes: Any, program: Program) -> Coder:  # noqa: ANN401  # a document
    """Return the codes of another system if they suit a plan.

    Args:
        codes: tables of codes, as a TOML document holds them.
        program: the plan.

    Raises:
        DocumentError: with every problem: an unknown table, an id that the plan does not have, a
            value that is not a text, or one code for two indicators or two targets.
    """
    found = _problems(codes, program)
    problems = tuple(each._replace(path=("codes", *each.path)) for each in found)
    if problems:
        raise DocumentError(*problems)
    return Coder(
        {
            table: {_id_in(table, name): code for name, code in given.items()}
            for table, given in codes.items()
        }
    )


def _id_in(table: str, name: str) -> str:
    """Return the id that a table has a code for: of a period, its one shortest name."""
    period = plain_period(name) if table == "periods" else None
    return name if period is None else period_name(period)


def _problems(codes: Any, program: Program) -> Iterator[Problem]:  # noqa: ANN401  # a document
    """Yield what is wrong with tables of codes."""
    if not isinstance(codes, Mapping):
        yield _no_text((), Message("các bảng mã", "tables of codes"))
        return
    known = _known_ids(program)
    for table, given in _with_text_keys(codes):
        if table not in known:
            yield _unknown("table of codes", (table,), table, tuple(known))
        elif not isinstance(given, Mapping):
            yield _no_text((table,), Message("một bảng mã", "a table of codes"))
        else:
            yield from _problems_of_table(table, given, known[table])


def _problems_of_table(
    table: str, given: Mapping[str, Any], known: tuple[str, ...] | None
) -> Iterator[Problem]:
    """Yield what is wrong with one table."""
    for name, code in _with_text_keys(given):
        if not isinstance(code, str):
            yield _no_text((table, name), Message("chữ", "text"))
        if known is not None and name not in known:
            yield _unknown(_NOUNS[table], (table, name), name, known)
        if table == "periods" and not _is_period(name):
            yield _not_a_period(name)
    if table in _ONE_EACH and len({*map(str, given.values())}) < len(given):
        message = Message("hai mục có cùng một mã", "two of its ids have one code")
        yield Problem((table,), "repeated", message)


def _with_text_keys(given: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the items of a table, each with its key as a text."""
    return ((str(name), value) for name, value in given.items())


def _is_period(name: str) -> bool:
    """Return whether a text is the plain name of a period."""
    try:
        return plain_period(name) is not None
    except InvalidValue:
        return False


def _known_ids(program: Program) -> Mapping[str, tuple[str, ...] | None]:
    """Return the ids that each table may have; `None` if any text may stand there."""
    indicators = program.indicators
    return {
        "indicators": tuple(each.id for each in indicators),
        "targets": tuple(each.id for each in program.targets),
        "units": tuple(dict.fromkeys(each.unit.id for each in indicators)),
        "statuses": tuple(each.value for each in Status),
        "observations": _OBSERVATIONS,
        "periods": None,
        "areas": None,
        CONSTANTS: None,
    }


_OBSERVATIONS = ("A", "E", "O")
_ONE_EACH = ("indicators", "targets", "periods")
_NOUNS = {
    "indicators": "indicator",
    "targets": "target",
    "units": "unit",
    "statuses": "status",
    "observations": "status of a figure",
}


def _unknown(noun: str, path: tuple[str, ...], name: str, known: tuple[str, ...]) -> Problem:
    """Return the problem of a name that does not exist."""
    found = no_such(noun, shown_if_plain(name), known, nearest(name, known))
    return found._replace(path=path)


def _no_text(path: tuple[str, ...], expected: Message) -> Problem:
    """Return the problem of a value of another type."""
    message = Message(f"cần {expected.vi}", f"expected {expected.en}")
    return Problem(path, "wrong-type", message)


def _not_a_period(name: str) -> Problem:
    """Return the problem of a period without a meaning."""
    given = shown_if_plain(name)
    return Problem(
        ("periods", name),
        "not-a-period",
        Message(
            f"{given} không phải là tên một kỳ; ví dụ: '2026', '2026-2030', '2026-Q1'",
            f"{given} does not name a period; write 2026, 2026-2030 or 2026-Q1, for example",
        ),
    )
