"""What the command refuses, in both languages: a name before each problem, and the system's errors in words."""

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches

from nsc_program.errors import InvalidValue, Message, NscError, Problem
from nsc_program.values._validators import printable, shown

_LONGEST_WORD = 40
"""The longest word that is compared with the ones there are: nothing longer is a slip of the hand."""


class Refused(NscError):
    """What cannot be done, for a reason outside the words of the command: a file, an option's value in a plan."""


class BadUsage(NscError):
    """Words that are not a command: the page of help tells what would be."""


def refusal(code: str, vi: str, en: str) -> InvalidValue:
    """Make the refusal of a value, to be raised."""
    return InvalidValue.at(code=code, vi=vi, en=en)


def same(text: str) -> Message:
    """Return a name that is the same in both languages, such as that of a file."""
    return Message(printable(text), printable(text))


def named(name: Message, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Put a name before each problem."""
    for problem in problems:
        sentences = Message(f"{name.vi}: {problem.in_('vi')}", f"{name.en}: {problem.in_('en')}")
        yield Problem((), problem.code, sentences)


@contextmanager
def at(name: str | Message) -> Iterator[None]:
    """Put a name before what is refused within, also by the operating system.

    Raises:
        Refused: in the place of any refusal.
    """
    name = same(name) if isinstance(name, str) else name
    try:
        yield
    except OSError as problem:
        raise Refused(*named(name, [of_system(problem)])) from None
    except NscError as problem:
        raise Refused(*named(name, problem.problems)) from None


_OF_SYSTEM = {
    errno.ENOENT: (
        "no-such-file",
        "không có tệp hoặc thư mục này; hãy kiểm tra lại tên và đường dẫn",
        "there is no such file or folder; check its name and path",
    ),
    errno.EISDIR: ("a-folder", "đây là thư mục; cần tên một tệp", "it is a folder; name a file"),
    errno.ENOTDIR: (
        "not-a-folder",
        "một phần của đường dẫn là tệp, không phải thư mục; hãy kiểm tra lại đường dẫn",
        "a part of the path is a file, not a folder; check the path",
    ),
    errno.EACCES: (
        "not-permitted",
        "không có quyền truy cập; hãy kiểm tra quyền của tệp và thư mục",
        "access is not permitted; check the permissions of the file and its folder",
    ),
    errno.ENOSPC: (
        "no-space",
        "thiết bị lưu trữ đã đầy; hãy giải phóng dung lượng",
        "the device has no space left; make room",
    ),
    errno.ELOOP: (
        "loop-of-links",
        "các liên kết tượng trưng nối thành vòng; hãy chọn đường dẫn khác",
        "its symbolic links form a loop; name another path",
    ),
    errno.EROFS: (
        "read-only-device",
        "thiết bị lưu trữ chỉ cho phép đọc; hãy chọn nơi khác",
        "the device can only be read; name another place",
    ),
    errno.ENAMETOOLONG: (
        "name-too-long",
        "tên quá dài; hãy đặt tên ngắn hơn",
        "the name is too long; name a shorter one",
    ),
}
_OF_SYSTEM[errno.EPERM] = _OF_SYSTEM[errno.EACCES]
_OF_SYSTEM[errno.EDQUOT] = _OF_SYSTEM[errno.ENOSPC]


def of_system(problem: OSError) -> Problem:
    """Say in both languages what the operating system says in one.

    >>> of_system(OSError(errno.ENOSPC, "No space left on device")).in_("vi")
    'thiết bị lưu trữ đã đầy; hãy giải phóng dung lượng'
    """
    number = problem.errno or 0
    name = errno.errorcode.get(number, str(number))
    code, vi, en = _OF_SYSTEM.get(
        number,
        (
            "system-error",
            f"hệ điều hành báo lỗi {name}",
            f"the operating system reports the error {name}",
        ),
    )
    return Problem((), code, Message(vi, en))


def one_of(*known: str) -> Callable[[str], str]:
    """Return what takes one of several words."""

    def take(text: str) -> str:
        if text not in known:
            raise no_such(known, text)
        return text

    return take


def no_such(known: Iterable[str], text: str) -> InvalidValue:
    """Refuse a word that is not one of those there are, and name them."""
    names = ", ".join(map(repr, known))
    vi, en = or_perhaps(text, known)
    return refusal(
        "no-such-choice",
        f"không nhận {shown(text)}; chọn một trong: {names}{vi}",
        f"{shown(text)} is not taken; choose one of {names}{en}",
    )


def or_perhaps(text: str, known: Iterable[str]) -> Message:
    """Return the question whether the word most like it was meant; nothing if none is like it."""
    near = get_close_matches(text, known, n=1) if len(text) <= _LONGEST_WORD else []
    if not near:
        return Message("", "")
    return Message(f"; có phải là {near[0]!r} không?", f"; did you mean {near[0]!r}?")
