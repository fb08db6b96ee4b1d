"""Fill in templates in the language of Jinja, and say where one has a mistake and what would do."""

from collections.abc import Callable, Iterator, Mapping
from inspect import getmembers_static
from traceback import extract_tb
from typing import Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from nsc_program._suggestions import nearest
from nsc_program.errors import InvalidValue, Message, NscError, Problem, no_such
from nsc_program.values._validators import printable, shown_if_plain

_MISTAKES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NameError,  # a number without an end, such as 1e999
    RuntimeError,  # also a template that calls itself without an end
    TypeError,
    ValueError,
)
_OWN_FILES = ("<template>", "<unknown>")
"""What Jinja calls a template without a file."""


def rendered(
    template: str,
    known: Mapping[str, Any],
    filters: Mapping[str, Callable[..., object]],
    finish: Callable[[object], object],
    *,
    escapes: bool,
) -> str:
    """Fill in a template, which can neither change anything nor reach anything else.

    Args:
        template: the template.
        known: the values by name.
        filters: further filters by name.
        finish: writes a value.
        escapes: whether values are escaped for XML.

    Raises:
        InvalidValue: for a mistake of the template, with its line.
    """

    @pass_context  # so that Jinja leaves the constants of a template to it too
    def finalize(_: object, value: object) -> object:
        return finish(value)

    environment = ImmutableSandboxedEnvironment(
        undefined=_Undefined,
        autoescape=escapes,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= filters
    try:
        return environment.from_string(template).render(known)
    except NscError as error:
        raise InvalidValue(*(_on_line(each, _line(error)) for each in error.problems)) from None
    except _UnknownName as error:
        raise InvalidValue(_on_line(_unknown(error, known), _line(error))) from None
    except _MISTAKES as error:
        raise InvalidValue(_on_line(_mistake(error), _line(error))) from None


def _line(error: Exception) -> int | None:
    """Return the line of a template in which an error occurred, if that is known."""
    if (line := getattr(error, "lineno", None)) is not None:
        return int(line)
    lines = [each.lineno for each in extract_tb(error.__traceback__) if each.filename in _OWN_FILES]
    return lines[-1] if lines else None


def _on_line(problem: Problem, line: int | None) -> Problem:
    """Put the line of a template before the sentence of a problem."""
    if line is None:
        return problem
    message = problem.message
    return problem._replace(
        message=Message(f"dòng {line}: {message.vi}", f"line {line}: {message.en}")
    )


def _mistake(error: Exception) -> Problem:
    """Return the problem of a mistake that Jinja or Python found."""
    found = printable(str(error))
    message = Message(
        f"mẫu có lỗi: “{found}”; hãy sửa mẫu", f"the template has a mistake: {found}; correct it"
    )
    return Problem(("template",), "template", message)


# --- unknown names ---


class _UnknownName(UndefinedError):
    """A name that stands for nothing.

    Attributes:
        name: the name, or the place in a list.
        owner: what it was looked for in; `missing` if it stands alone.
    """

    def __init__(self, message: str | None, name: object, owner: object) -> None:
        super().__init__(message)
        self.name = name
        self.owner = owner


class _Undefined(StrictUndefined):
    """What an unknown name stands for: using it is a mistake."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401  # anything in a template
        name: str | None = None,
        exc: type[TemplateError] = UndefinedError,
    ) -> None:
        def unknown(message: str | None) -> TemplateError:
            return _UnknownName(message, name, obj)

        is_unknown = exc is UndefinedError and name is not None
        super().__init__(hint, obj, name, unknown if is_unknown else exc)  # type: ignore[arg-type]


def _unknown(error: _UnknownName, known: Mapping[str, Any]) -> Problem:
    """Return the problem of a name that stands for nothing, with the names that do."""
    names = tuple(known) if error.owner is missing else tuple(_names_in(error.owner))
    wanted = str(error.name)
    found = no_such("name", shown_if_plain(wanted), names, nearest(wanted, names))
    return found._replace(path=("template",))


def _names_in(owner: object) -> Iterator[str]:
    """Yield the names by which a template can reach into a value."""
    if isinstance(owner, Mapping):
        yield from map(str, owner)
    else:
        yield from (name for name, _ in getmembers_static(type(owner)) if name[0] != "_")
