"""The errors this library raises on purpose.

Every one descends from `NscError`, so one `except` holds them all. Two errors are equal if their type and
arguments are, and all of them hash and pickle.
"""

from difflib import get_close_matches


class NscError(Exception):
    """Base of every error this library raises on purpose."""

    def __eq__(self, other: object) -> bool:
        """Compare type and arguments: an error is a value."""
        return isinstance(other, NscError) and type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        """Hash type and arguments, as equality does."""
        return hash((type(self), self.args))


class InvalidType(NscError, TypeError):
    """A value of a type that is not taken, and never coerced: a float for an exact number, a datetime for a date."""


class InvalidValue(NscError, ValueError):
    """A value of the right type that cannot be: an end before its start, a code of eleven digits."""


class UnknownId(NscError, LookupError):
    """An id that names nothing.

    Its arguments are what was looked for (`"target"`), the id, and the ids there are.
    """

    def __init__(self, what: str, wanted: str, known: tuple[str, ...]) -> None:
        """Keep the three facts; the sentence is made when it is read."""
        super().__init__(what, wanted, known)

    def __str__(self) -> str:
        """Name the id and the nearest that exist."""
        what, wanted, known = self.args
        near = get_close_matches(str(wanted), known, n=1)
        help_ = f"did you mean {near[0]!r}?" if near else f"there is {', '.join(map(repr, known)) or 'none'}"
        return f"no {what} {wanted!r}; {help_}"


class InvalidProgram(NscError, ValueError):
    """A program that contradicts itself; the arguments are all its problems, one sentence each."""

    def __str__(self) -> str:
        """Give every problem."""
        return "; ".join(self.args)


class RegisterConflict(NscError, ValueError):
    """Records that share their identity but not their content.

    The arguments are all such identities, in order: `(kind, id, recorded_on or None)`. Nothing says which content
    is right, so none is taken: the caller corrects one, or gives the later one a later `recorded_on`.
    """

    def __str__(self) -> str:
        """Name every identity that stands twice."""
        names = ", ".join(f"{kind} {key!r}" + (f" of {day}" if day else "") for kind, key, day in self.args)
        return f"different content under one id: {names}; correct one, or date the later with recorded_on"


class DocumentError(NscError, ValueError):
    """A document that cannot be read; the arguments are all its problems, as `(path, message)`."""

    def __str__(self) -> str:
        """Give every problem on a line of its own, its path first."""
        return "\n".join(f"{path}: {message}" if path else message for path, message in self.args)
