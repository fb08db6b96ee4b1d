"""List the problems within the errors of cattrs and of this library, each with its path."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from nsc_program._suggestions import nearest
from nsc_program.errors import Message, NscError, Problem, UnknownId, no_such
from nsc_program.plan._program import Program
from nsc_program.serialization._writing import KEYS, follows, key_of, tag_of
from nsc_program.values._validators import shown_if_plain
from nsc_program.values._value import stated

REQUIRED = Problem((), "missing", Message("bắt buộc phải có", "it is required"))


def type_of(kind: type) -> tuple[str, ...]:
    """Return the key that names the class of a value in a union, if it stands in one.

    Args:
        kind: the class.
    """
    return ("type",) if tag_of(kind) else ()


MOST_KEYS = 20
"""The most unknown keys of one object that are told one by one."""
MOST_PROBLEMS = 1000
"""The most problems of one document that are told one by one."""
LISTED: Mapping[type, tuple[str, ...]] = {Program: ("documents", "units")}
"""The keys of lists that stand beside the fields of a class."""


def listed(error: BaseException, *path: str | int) -> Iterator[Problem]:
    """Yield every problem within an error, with its path.

    The path is put together from the notes of cattrs, which say in which field or position an error
    was raised.

    Args:
        error: the error.
        path: the path of the place where it was raised.

    Raises:
        BaseException: the error itself, if it is neither of cattrs nor of this library.
    """
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from listed(inner, *path, *_steps(inner))
        case UnknownId(args=(what, wanted, known)):
            yield _unknown_id(what, wanted, known).within(*path)
        case NscError():
            yield from (problem.within(*path) for problem in error.problems)
        case KeyError():
            yield REQUIRED.within(*path)
        case ForbiddenExtraKeysError():
            yield from (problem.within(*path) for problem in _unknown_keys(error))
        case _:
            raise error


def _unknown_id(what: str, wanted: str, known: tuple[str, ...]) -> Problem:
    """Return the problem of an id that does not exist, which may be anything, also a key."""
    near = nearest(wanted, known)
    name = repr(wanted) if near else shown_if_plain(wanted)
    return no_such(what, name, known, near)


def _unknown_keys(error: ForbiddenExtraKeysError) -> Iterator[Problem]:
    """Yield the problem of each key that a class does not have."""
    known, keys = _known_keys(error.cl), sorted(error.extra_fields)
    yield from (unknown_key(key, known) for key in keys[:MOST_KEYS])
    more = len(keys) - MOST_KEYS
    if more > 0:
        many = f"{more:,}".replace(",", ".")
        vi, en = f"còn {many} khóa khác cũng không có", f"{more:,} more keys are unknown"
        yield Problem((), "unknown-key", Message(vi, en))


def at_most(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first problems of a document, then one that tells how many more there are.

    Args:
        problems: all problems, in order.
    """
    waiting = iter(problems)
    yield from islice(waiting, MOST_PROBLEMS)
    more = sum(1 for _ in waiting)
    if more:
        many = f"{more:,}".replace(",", ".")
        vi = f"còn {many} lỗi khác; sửa các lỗi trên rồi đọc lại"
        en = f"there are {more:,} more problems; correct those above and read it again"
        yield Problem((), "more-problems", Message(vi, en))


def _known_keys(kind: type) -> tuple[str, ...]:
    """Return the keys that the document of a class may have."""
    return (*_beside(kind), *map(key_of, stated(kind)), *follows(kind))


def _beside(kind: type) -> tuple[str, ...]:
    """Return the keys of a class that stand beside its fields."""
    return (*type_of(kind), *LISTED.get(kind, ()))


def unknown_key(key: str, known: tuple[str, ...]) -> Problem:
    """Return the problem of an unknown key, with the key that was probably meant.

    Args:
        key: the key as it was given.
        known: the keys that exist.
    """
    name, meant = shown_if_plain(key), _meant(key, known)
    return Problem(
        (),
        "unknown-key",
        Message(f"không có khóa {name}; {meant.vi}", f"unknown key {name}; {meant.en}"),
    )


def _meant(key: str, known: tuple[str, ...]) -> Message:
    """Ask whether the most similar key was meant, or list the known keys."""
    near = nearest(key, known)
    if near:
        return Message(f"có phải là {near!r} không?", f"did you mean {near!r}?")
    return Message(f"hiện có {', '.join(known)}", f"known: {', '.join(known)}")


def _steps(error: BaseException) -> Iterator[str | int]:
    """Yield the fields or positions that cattrs noted at an error."""
    for note in getattr(error, "__notes__", ()):
        match note:
            case AttributeValidationNote(name=name):
                yield KEYS.get(name, name)
            case IterableValidationNote(index=index):
                yield index
