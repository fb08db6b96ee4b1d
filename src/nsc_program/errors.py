"""The errors that this library raises on purpose.

All of them descend from `NscError`, so one `except` catches them all. An error carries its problems
as data: the place, the kind of problem, and one sentence in each of the two languages. Two errors
are equal if their types and arguments are equal. Every error can be hashed and pickled.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Self, TypeAlias

from nsc_program._suggestions import few, nearest

Path: TypeAlias = tuple[str | int, ...]
"""The place of a problem as names of fields and positions in lists, counted from 0.

For example `("supports", 3, "completed_on")`.
"""


class Message(NamedTuple):
    """One sentence in two languages.

    Attributes:
        vi: the sentence in Vietnamese.
        en: the same sentence in English.
    """

    vi: str
    en: str

    def in_(self, lang: Literal["vi", "en"]) -> str:
        """Return the sentence in one of the two languages.

        Args:
            lang: `"vi"` for Vietnamese or `"en"` for English.
        """
        return self.vi if lang == "vi" else self.en


def place(path: Path) -> str:
    """Return a path as text.

    >>> place(("supports", 3, "completed_on"))
    'supports[3].completed_on'

    Args:
        path: names of fields and positions in lists.
    """
    return "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in path
    ).removeprefix(".")


class Problem(NamedTuple):
    """One mistake in a value or a document.

    Attributes:
        path: the place of the mistake; empty if the whole value is meant.
        code: the kind of problem, in kebab-case. The code is stable; the wording of the message may
            change.
        message: what is wrong and what to do about it, in both languages.
    """

    path: Path
    code: str
    message: Message

    @property
    def place(self) -> str:
        """The path as text.

        >>> required = Message("bắt buộc", "it is required")
        >>> Problem(("supports", 3, "completed_on"), "missing", required).place
        'supports[3].completed_on'
        """
        return place(self.path)

    def in_(self, lang: Literal["vi", "en"]) -> str:
        """Return the place and the sentence in one of the two languages.

        Args:
            lang: `"vi"` for Vietnamese or `"en"` for English.
        """
        sentence = self.message.in_(lang)
        return f"{self.place}: {sentence}" if self.path else sentence

    def within(self, *outer: str | int) -> "Problem":
        """Return the same problem with its path inside an outer value.

        Args:
            outer: the path of the value that holds this problem's path, outermost step first.
        """
        return self._replace(path=(*outer, *self.path))


class NscError(Exception):
    """Base class of the errors that this library raises on purpose."""

    def __eq__(self, other: object) -> bool:
        """Compare types and arguments, since an error is a value."""
        return isinstance(other, NscError) and type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        """Hash the type and the arguments, in agreement with equality."""
        return hash((type(self), self.args))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, in order."""
        return self.args

    def in_(self, lang: Literal["vi", "en"]) -> str:
        """Return all problems in one of the two languages, one problem a line.

        Args:
            lang: `"vi"` for Vietnamese or `"en"` for English.
        """
        return "\n".join(problem.in_(lang) for problem in self.problems)

    def __str__(self) -> str:
        """Return all problems in English."""
        return self.in_("en")


class _Refusal(NscError):
    """Base class of errors whose arguments are their problems."""

    def __init__(self, *problems: Problem) -> None:
        """Make an error of problems.

        Args:
            problems: everything that is wrong, in order.
        """
        super().__init__(*problems)

    @classmethod
    def at(cls, *path: str | int, code: str, vi: str, en: str) -> Self:
        """Make an error of one problem.

        >>> vi, en = "có khoảng trắng thừa", "it has stray spaces"
        >>> print(InvalidValue.at("id", code="stray-spaces", vi=vi, en=en))
        id: it has stray spaces

        Args:
            path: the place of the problem; nothing if the whole value is meant.
            code: the kind of problem, in kebab-case.
            vi: the sentence in Vietnamese.
            en: the sentence in English.
        """
        return cls(Problem(path, code, Message(vi, en)))


class InvalidType(_Refusal, TypeError):
    """A value has a type that is not accepted.

    Values are never coerced: a float is not accepted as an exact number, nor a datetime as a
    date.
    """


class InvalidValue(_Refusal, ValueError):
    """A value has the right type but is impossible.

    For example, an end before its start, or an enterprise code of eleven digits.
    """


class UnknownId(NscError, KeyError):
    """An id does not name anything that exists.

    The arguments of the error are the kind of thing that was looked for, the id, and the ids that
    exist.
    """

    def __init__(self, what: str, wanted: str, known: tuple[str, ...]) -> None:
        """Keep the three arguments; the sentences are made when `problems` is read.

        Args:
            what: the kind of thing that was looked for, such as `"target"`: a key of `NOUNS`.
            wanted: the id that was looked for.
            known: the ids that exist.
        """
        super().__init__(what, wanted, known)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One problem, which names the id and either a similar id or the ids that exist."""
        what, wanted, known = self.args
        return (no_such(what, repr(wanted), known, nearest(str(wanted), known)),)


NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "budget item": "dự toán của nguồn",
        "class of records that come as rows": "loại hồ sơ nhập theo dòng",
        "class of records to count": "loại hồ sơ để tính",
        "class of records to make a claim about": "loại hồ sơ để xác nhận đầy đủ",
        "column": "cột",
        "document": "văn bản",
        "field": "trường",
        "funding source": "nguồn kinh phí",
        "indicator": "chỉ tiêu",
        "language": "ngôn ngữ",
        "name": "tên",
        "objective": "mục tiêu chung",
        "past phase": "giai đoạn đã qua",
        "phase": "giai đoạn",
        "question": "điểm chưa rõ",
        "question of the plan": "điểm chưa rõ của kế hoạch",
        "question that is asked": "điểm chưa rõ được hỏi đến",
        "sheet": "trang tính",
        "status": "kết luận",
        "status of a figure": "trạng thái số liệu",
        "table of codes": "bảng mã",
        "target": "mục tiêu",
        "unit": "đơn vị tính",
    }
)
"""The Vietnamese names of the things that are looked up by id, under their English names."""


def no_such(what: str, wanted: str, known: tuple[str, ...], near: str | None) -> Problem:
    """Return the problem of an id that does not name anything that exists.

    >>> print(no_such("indicator", "'clbs'", ("clubs",), near="clubs").message.vi)
    không có chỉ tiêu 'clbs'; có phải là 'clubs' không?

    Args:
        what: the kind of thing that was looked for: a key of `NOUNS`.
        wanted: the id in the form in which it may be shown, with its quotation marks.
        known: the ids that exist.
        near: an id that may have been meant; `None` if no id is similar.
    """
    vi, en = _instead(known, near)
    noun = NOUNS.get(what, "mã")
    return Problem(
        (), "unknown-id", Message(f"không có {noun} {wanted}; {vi}", f"no {what} {wanted}; {en}")
    )


def _instead(known: tuple[str, ...], near: str | None) -> Message:
    """Suggest a similar id, or list the ids that exist."""
    if near is not None:
        return Message(f"có phải là {near!r} không?", f"did you mean {near!r}?")
    if not known:
        return Message("hiện chưa có mục nào", "there are none")
    return Message(f"hiện có {few(known, 'và {} mục khác')}", f"known: {few(known, 'and {} more')}")


class InvalidProgram(_Refusal, ValueError):
    """A plan contradicts itself. The arguments of the error are all its problems."""


class RegisterConflict(NscError, ValueError):
    """Records contradict one another, so they cannot be held in one register.

    The arguments of the error are the identities of all such records, in order, of two kinds:

    - `(kind, id, recorded_on)`, where `recorded_on` may be `None`: records have the same identity
      but different content. It is unknown which content is right, so the library accepts neither.
      The caller corrects one record, or gives the later record a later `recorded_on`.
    - `(kind, id)`: records with the same id are about different things. The caller gives each
      thing an id of its own, or states that its key was corrected.
    """

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One problem for each identity."""
        return tuple(
            _used_again(*identity) if len(identity) == len(("kind", "id")) else _conflict(*identity)
            for identity in self.args
        )


_RECORDS: Mapping[str, str] = MappingProxyType(
    {
        "Enterprise": "doanh nghiệp",
        "Support": "hỗ trợ",
        "Training": "đào tạo, tập huấn",
        "Expert": "chuyên gia",
        "PilotModel": "mô hình điểm",
        "AssessmentBody": "tổ chức đánh giá sự phù hợp",
        "ReportedFigure": "số liệu báo cáo",
    }
)
"""The Vietnamese names of the classes of records that are about something with a key."""


def _used_again(kind: str, key: object) -> Problem:
    """Return the problem of an id that stands for different things."""
    return Problem(
        (),
        "id-used-again",
        Message(
            f"mã hồ sơ {key!r} ({_RECORDS.get(kind, kind)}) được dùng lại cho đối tượng khác; "
            "hãy cấp mã riêng cho từng hồ sơ hoặc, nếu chỉ là sửa mã của cùng một đối tượng, "
            "xác nhận điều đó khi ghép",
            f"{kind} {key!r}: the id is used again for something else; "
            "give each record an id of its own or, if only the key of the same thing was "
            "corrected, say so when merging",
        ),
    )


def _conflict(kind: str, key: object, day: object) -> Problem:
    """Return the problem of records with the same identity and different content."""
    vi = f"hồ sơ {_RECORDS.get(kind, kind)} {key!r}" + (f" ngày {day}" if day else "")
    en = f"{kind} {key!r}" + (f" of {day}" if day else "")
    return Problem(
        (),
        "conflicting-records",
        Message(
            f"{vi}: cùng một mã có hai nội dung khác nhau; sửa một bản, hoặc ghi ngày của bản sau "
            "vào recorded_on",
            f"{en}: different content under one id; correct one, or date the later with "
            "recorded_on",
        ),
    )


class DocumentError(_Refusal, ValueError):
    """A document cannot be read. The arguments are its problems, each with its path.

    After a thousand problems, one more says how many were left out.
    """

    def __str__(self) -> str:
        """Return the first problems in English, and how many more there are.

        `in_` returns them all.
        """
        lines = [problem.in_("en") for problem in self.problems[:_MOST_LINES]]
        more = len(self.problems) - _MOST_LINES
        return "\n".join([*lines, f"and {more} more"] if more > 0 else lines)


_MOST_LINES = 40
