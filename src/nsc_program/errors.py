"""The errors this library raises on purpose.

Every one descends from `NscError`, so one `except` holds them all. Each carries its problems as data: where, which
kind, and one sentence in each of the two languages. Two errors are equal if their type and arguments are, and all of
them hash and pickle.
"""

from typing import Literal, NamedTuple, Self, TypeAlias

from nsc_program._suggestions import few, nearest

Path: TypeAlias = tuple[str | int, ...]
"""Where a problem is: names of fields and positions in lists, such as `("supports", 3, "completed_on")`."""


class Message(NamedTuple):
    """One sentence in Vietnamese and in English."""

    vi: str
    en: str

    def in_(self, lang: Literal["vi", "en"]) -> str:
        """Return the sentence in one of the two languages."""
        return self.vi if lang == "vi" else self.en


class Problem(NamedTuple):
    """One thing that is wrong.

    Attributes:
        path: where it is; empty if it is about the whole.
        code: which kind of problem it is, in kebab-case. It is stable; the sentence is not.
        message: what is wrong and what to do, in both languages.
    """

    path: Path
    code: str
    message: Message

    @property
    def place(self) -> str:
        """Where it is, as text.

        >>> Problem(("supports", 3, "completed_on"), "missing", Message("bắt buộc", "it is required")).place
        'supports[3].completed_on'
        """
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path).removeprefix(".")

    def in_(self, lang: Literal["vi", "en"]) -> str:
        """Return place and sentence in one of the two languages."""
        sentence = self.message.in_(lang)
        return f"{self.place}: {sentence}" if self.path else sentence

    def within(self, *outer: str | int) -> "Problem":
        """Return the problem as seen from further outside: a path grows as it passes outward."""
        return self._replace(path=(*outer, *self.path))


class NscError(Exception):
    """Base of every error this library raises on purpose."""

    def __eq__(self, other: object) -> bool:
        """Compare type and arguments: an error is a value."""
        return isinstance(other, NscError) and type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        """Hash type and arguments, as equality does."""
        return hash((type(self), self.args))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, in order."""
        # A plain sentence is a leftover: every error is being given its problems.
        return tuple(
            each if isinstance(each, Problem) else Problem((), "refused", Message(str(each), str(each)))
            for each in self.args
        )

    def in_(self, lang: Literal["vi", "en"]) -> str:
        """Return all problems in one of the two languages, each on a line of its own."""
        return "\n".join(problem.in_(lang) for problem in self.problems)

    def __str__(self) -> str:
        """Return all problems in English."""
        return self.in_("en")


class _Refusal(NscError):
    """An error whose arguments are its problems."""

    @classmethod
    def at(cls, *path: str | int, code: str, vi: str, en: str) -> Self:
        """Make the error of one problem.

        >>> print(InvalidValue.at("id", code="stray-spaces", vi="có khoảng trắng thừa", en="it has stray spaces"))
        id: it has stray spaces
        """
        return cls(Problem(path, code, Message(vi, en)))


class InvalidType(_Refusal, TypeError):
    """A value of a type that is not taken, and never coerced: a float for an exact number, a datetime for a date."""


class InvalidValue(_Refusal, ValueError):
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
        near = nearest(str(wanted), known)
        help_ = f"did you mean {near!r}?" if near else f"there is {few(known, 'and {} more') or 'none'}"
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
