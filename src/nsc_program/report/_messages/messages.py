"""Messages to other systems, from a template and the codes of that system."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import Any, Literal, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

from nsc_program.errors import InvalidValue
from nsc_program.report._files import missing
from nsc_program.report._messages.coded import context
from nsc_program.report._messages.codes import Codes
from nsc_program.report._report import Report
from nsc_program.report._sheets import decimal
from nsc_program.values._validators import one_of, printable, require
from nsc_program.values._written_numbers import plain_number

Form: TypeAlias = Literal["json", "xml"]
"""The form of a message."""


def message(report: Report, template: str, form: Form, codes: Codes | None = None) -> str:
    """Write the message of another system from a template in the language of Jinja.

    A template can use `plan`, `edition`, `area`, `title`, `as_of`, `period`, `figures`, `targets`,
    `constants`, `library` and `digest`. Each value is written so that it suits the form: in JSON as
    a whole literal with its quotation marks, in XML as escaped text. Numbers are exact; the filters
    `down` and `up` cut one that does not end, as in `{{ target.share | down(2) }}`. It needs the
    extra `messages`.

    Args:
        report: the report.
        template: the template.
        form: `"json"` or `"xml"`.
        codes: the codes of the other system: tables `indicators`, `targets`, `units`, `periods`,
            `areas`, `statuses` (attained, missed, pending, undecided), `observations` (`A`, `E`,
            `O`) and `constants`, each with a code by each id. Without a table, the ids are sent. An
            id that a table does not have must not be used.

    Returns:
        The message, which is well-formed JSON or XML.

    Raises:
        InvalidType: for arguments of other classes.
        InvalidValue: if the extra is not installed, a code is missing, the template has a mistake,
            or the message is not well-formed.
        DocumentError: if the codes do not suit the plan; it lists all problems.
    """
    require(Report, "report", report)
    require(str, "template", template)
    if form not in _FINISHED:
        raise _other_form()
    known = context(report, {} if codes is None else codes)
    written = _rendered(template, form, known)
    try:
        written.encode()
    except UnicodeEncodeError as error:
        raise _not_well_formed("Unicode", str(error)) from None
    _CHECKED[form](written)
    return written


def _rendered(template: str, form: Form, known: Mapping[str, Any]) -> str:
    """Fill in a template."""
    try:
        from nsc_program.report._messages.jinja import rendered  # noqa: PLC0415  # an optional extra
    except ModuleNotFoundError:
        raise missing("jinja2", form, "messages") from None
    return rendered(template, known, _FILTERS, _FINISHED[form], escapes=form == "xml")


def _other_form() -> InvalidValue:
    forms = one_of(map(repr, _FINISHED))
    return InvalidValue.at(
        "form", code="unknown-form", vi=f"cần {forms.vi}", en=f"expected {forms.en}"
    )


# --- values ---


def _literal(value: object) -> str | int | None:
    """Return a value that both forms can write as it is, and refuse any other."""
    match value:
        case None | str() | bool() | int():
            return value
        case date():
            return value.isoformat()
    str(value)  # an undefined name says here that it is undefined
    raise InvalidValue.at(
        "template",
        code="not-a-value",
        vi=f"mẫu ghi ra {type(value).__name__}; hãy ghi một số, ngày hoặc chữ trong đó",
        en=f"the template writes a {type(value).__name__}; write a number, day or text of it",
    )


def _in_json(value: object) -> str:
    """Write a value as a literal of JSON."""
    if isinstance(value, Fraction):
        return _exact(value)
    return json.dumps(_literal(value), ensure_ascii=False)


def _in_xml(value: object) -> str:
    """Write a value as text of XML, which is escaped afterwards."""
    if isinstance(value, Fraction):
        return _exact(value)
    literal = _literal(value)
    if literal is None:
        return ""
    return str(literal).lower() if isinstance(literal, bool) else printable(str(literal))


def _exact(value: Fraction) -> str:
    """Write a number with all its digits."""
    text = plain_number(value)
    if "/" in text:
        raise InvalidValue.at(
            "template",
            code="endless-number",
            vi=f"số {decimal(value, 'vi')} viết mãi không hết; hãy cắt ở một số chữ số thập phân: "
            "'| down(2)' để cắt xuống, '| up(2)' để cắt lên",
            en=f"the number {decimal(value, 'en')} does not end; cut it after some decimals: "
            "'| down(2)' cuts it down, '| up(2)' up",
        )
    return text


def _cut(
    whole: Callable[[Fraction], int], value: Fraction | None, places: int = 0
) -> Fraction | None:
    """Cut a number after some decimals, on the side to which `whole` goes."""
    return None if value is None else Fraction(whole(value * 10**places), 10**places)


_FILTERS = {"down": partial(_cut, floor), "up": partial(_cut, ceil)}


# --- forms ---


def _check_json(text: str) -> None:
    """Refuse a text that is not JSON."""
    try:
        json.loads(text, parse_constant=_no_constant)
    except ValueError as error:
        raise _not_well_formed("JSON", str(error)) from None


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _check_xml(text: str) -> None:
    """Refuse a text that is not well-formed XML."""
    try:
        ParserCreate().Parse(text, True)  # noqa: FBT003  # it takes no names
    except ExpatError as error:
        raise _not_well_formed("XML", str(error)) from None


def _not_well_formed(form: str, found: str) -> InvalidValue:
    return InvalidValue.at(
        "template",
        code="not-well-formed",
        vi=f"mẫu không cho ra {form} đúng cú pháp: “{found}”; hãy sửa mẫu",
        en=f"the template does not give well-formed {form}: {found}; correct it",
    )


_FINISHED: Mapping[str, Callable[[object], str]] = {"json": _in_json, "xml": _in_xml}
_CHECKED: Mapping[str, Callable[[str], None]] = {"json": _check_json, "xml": _check_xml}
