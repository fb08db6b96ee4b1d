"""Make the command's error messages, in both languages.

A message begins with the name of the file or option that it is about. The errors of the operating
system are put into words.
"""

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from attrs import frozen

from nsc_program.errors import InvalidValue, Message, NscError, Problem
from nsc_program.values._validators import printable, shown

_LONGEST_WORD = 40
"""The longest word for which a similar one is suggested: nothing longer is a typing error."""


class Refused(NscError):
    """The command cannot do its work, for a reason other than its usage, such as a missing file."""


class BadUsage(NscError):
    """The command was not used correctly; the message refers to the page of help."""


def refusal(code: str, vi: str, en: str) -> InvalidValue:
    """Make the error of one wrong value, which the caller raises.

    Args:
        code: the kind of problem, in kebab-case.
        vi: the sentence in Vietnamese.
        en: the sentence in English.
    """
    return InvalidValue.at(code=code, vi=vi, en=en)


def same(text: str) -> Message:
    """Return a name that is the same in both languages, such as the name of a file.

    Args:
        text: the name; its control characters are escaped.
    """
    return Message(printable(text), printable(text))


def named(name: Message, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Put a name before the sentence of each problem.

    Args:
        name: the file or option that the problems are about.
        problems: the problems; their places become part of the sentences.

    Yields:
        The problems, in the same order.
    """
    for problem in problems:
        sentences = Message(f"{name.vi}: {problem.in_('vi')}", f"{name.en}: {problem.in_('en')}")
        yield Problem((), problem.code, sentences)


@contextmanager
def at(name: str | Message) -> Iterator[None]:
    """Put a name before the problems of every error that is raised in the context.

    Args:
        name: the file or option that the errors are about.

    Raises:
        Refused: in place of an error of this library or of the operating system.
    """
    name = same(name) if isinstance(name, str) else name
    try:
        yield
    except OSError as problem:
        raise Refused(*named(name, [of_system(problem)])) from None
    except NscError as problem:
        raise Refused(*named(name, problem.problems)) from None


@contextmanager
def in_place_of(arguments: Mapping[str, str]) -> Iterator[None]:
    """Name a file or an option in place of the argument of a function that a problem is about.

    Args:
        arguments: the file or option, by the argument that stands first in the path of a problem.

    Raises:
        Refused: in place of an error of this library.
    """
    try:
        yield
    except NscError as problem:
        raise Refused(*(_replaced(each, arguments) for each in problem.problems)) from None


def _replaced(problem: Problem, arguments: Mapping[str, str]) -> Problem:
    """Name a file or an option in place of the argument that a problem is about."""
    name = arguments.get(str(next(iter(problem.path), "")))
    if name is None:
        return problem
    (found,) = named(same(name), [problem._replace(path=problem.path[1:])])
    return found


_OF_SYSTEM = {
    errno.ENOENT: (
        "no-such-file",
        "không có tệp hoặc thư mục này; hãy kiểm tra lại tên và đường dẫn",
        "there is no such file or folder; check the name and the path",
    ),
    errno.EEXIST: (
        "exists-already",
        "đã có tệp này; hãy chọn tên khác",
        "this file exists already; choose another name",
    ),
    errno.EISDIR: (
        "a-folder",
        "đây là thư mục; cần tên một tệp",
        "this is a folder; give the name of a file",
    ),
    errno.ENOTDIR: (
        "not-a-folder",
        "một phần của đường dẫn là tệp, không phải thư mục; hãy kiểm tra lại đường dẫn",
        "part of the path is a file, not a folder; check the path",
    ),
    errno.EACCES: (
        "not-permitted",
        "không có quyền truy cập; hãy kiểm tra quyền của tệp và thư mục",
        "access is not permitted; check the permissions of the file and its folder",
    ),
    errno.ENOSPC: (
        "no-space",
        "thiết bị lưu trữ đã đầy; hãy giải phóng dung lượng",
        "the device has no space left; free some space",
    ),
    errno.ELOOP: (
        "loop-of-links",
        "các liên kết tượng trưng nối thành vòng; hãy chọn đường dẫn khác",
        "the symbolic links form a loop; choose another path",
    ),
    errno.EROFS: (
        "read-only-device",
        "thiết bị lưu trữ chỉ cho phép đọc; hãy chọn nơi khác",
        "the device is read-only; choose another place",
    ),
    errno.ENAMETOOLONG: (
        "name-too-long",
        "tên quá dài; hãy đặt tên ngắn hơn",
        "the name is too long; choose a shorter one",
    ),
}
_OF_SYSTEM[errno.EPERM] = _OF_SYSTEM[errno.EACCES]
_OF_SYSTEM[errno.EDQUOT] = _OF_SYSTEM[errno.ENOSPC]


def of_system(problem: OSError) -> Problem:
    """Put an error of the operating system into words, in both languages.

    >>> of_system(OSError(errno.ENOSPC, "No space left on device")).in_("vi")
    'thiết bị lưu trữ đã đầy; hãy giải phóng dung lượng'

    Args:
        problem: the error; an error without words of its own is named by its symbol or number.
    """
    number = problem.errno or 0
    name = errno.errorcode.get(number, str(number))
    code, vi, en = _OF_SYSTEM.get(number, _other_error(name))
    return Problem((), code, Message(vi, en))


def _other_error(name: str) -> tuple[str, str, str]:
    """Describe an error that does not have words of its own."""
    vi = f"hệ điều hành báo lỗi {name}"
    en = f"the operating system reports the error {name}"
    return "system-error", vi, en


@frozen
class Offering:
    """A function that makes a value from a word, with the words that a shell may offer.

    Attributes:
        known: the words to offer.
        take: makes the value; raises `InvalidValue` if the word is not acceptable.
    """

    known: tuple[str, ...]
    take: Callable[[str], Any]

    def __call__(self, text: str) -> Any:  # noqa: ANN401  # the value of a parameter
        """Make the value from a word."""
        return self.take(text)


def one_of(*known: str) -> Offering:
    """Make a function that accepts one of several words.

    Args:
        known: the words.

    Returns:
        A function that returns a known word and raises `InvalidValue` for any other.
    """

    def take(text: str) -> str:
        if text not in known:
            raise no_such(known, text)
        return text

    return Offering(known, take)


def no_such(known: Iterable[str], text: str) -> InvalidValue:
    """Make the error of a word that is not one of the choices, which the caller raises.

    Args:
        known: the choices, which the message lists.
        text: the word.
    """
    names = ", ".join(map(repr, known))
    vi, en = or_perhaps(text, known)
    return refusal(
        "no-such-choice",
        f"không nhận {shown(text)}; chọn một trong: {names}{vi}",
        f"{shown(text)} is not accepted; choose one of {names}{en}",
    )


def or_perhaps(text: str, known: Iterable[str]) -> Message:
    """Ask whether the most similar known word was meant.

    Args:
        text: the word as it was given.
        known: the words that exist.

    Returns:
        The question, after a semicolon; empty if no known word is similar.
    """
    near = _most_similar(text, known)
    if not near:
        return Message("", "")
    return Message(f"; có phải là {near[0]!r} không?", f"; did you mean {near[0]!r}?")


def _most_similar(text: str, known: Iterable[str]) -> list[str]:
    """Return the known word that is most similar; empty if none is similar."""
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake needs it

    return get_close_matches(text, known, n=1) if len(text) <= _LONGEST_WORD else []
