"""The errors this library raises on purpose.

Every one descends from `NscError`, so one `except` holds them all. Each carries its problems as data: where, which
kind, and one sentence in each of the two languages. Two errors are equal if their type and arguments are, and all of
them hash and pickle.
"""

from collections.abc import Mapping
from types import MappingProxyType
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


def place(path: Path) -> str:
    """Write a path as text.

    >>> place(("supports", 3, "completed_on"))
    'supports[3].completed_on'
    """
    return "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in path
    ).removeprefix(".")


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
        return place(self.path)

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
        return self.args

    def in_(self, lang: Literal["vi", "en"]) -> str:
        """Return all problems in one of the two languages, each on a line of its own."""
        return "\n".join(problem.in_(lang) for problem in self.problems)

    def __str__(self) -> str:
        """Return all problems in English."""
        return self.in_("en")


class _Refusal(NscError):
    """An error whose arguments are its problems."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems."""
        super().__init__(*problems)

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
        """Keep the three facts; the sentences are made when they are read."""
        super().__init__(what, wanted, known)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The one problem: the id, and the nearest that exist."""
        what, wanted, known = self.args
        return (no_such(what, repr(wanted), known, nearest(str(wanted), known)),)


NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "class of records that come as rows": "loại bản ghi nhập theo dòng",
        "class of records to make a claim about": "loại bản ghi để xác nhận đầy đủ",
        "column": "cột",
        "document": "văn bản",
        "funding source": "nguồn kinh phí",
        "indicator": "chỉ tiêu",
        "language": "ngôn ngữ",
        "objective": "mục tiêu chung",
        "past phase": "giai đoạn đã qua",
        "phase": "giai đoạn",
        "question": "điểm chưa rõ",
        "question of the plan": "điểm chưa rõ của kế hoạch",
        "question that is asked": "điểm chưa rõ được hỏi đến",
        "sheet": "trang tính",
        "target": "mục tiêu",
        "unit": "đơn vị tính",
    }
)
"""What the parts of a plan are called in Vietnamese, by what they are called in English."""


def no_such(what: str, wanted: str, known: tuple[str, ...], near: str | None) -> Problem:
    """Return the problem of an id that names nothing, the id as it may be shown.

    >>> print(no_such("indicator", "'clbs'", ("clubs",), near="clubs").message.vi)
    không có chỉ tiêu 'clbs'; có phải là 'clubs' không?
    """
    vi, en = _instead(known, near)
    noun = NOUNS.get(what, "mã")
    return Problem(
        (), "unknown-id", Message(f"không có {noun} {wanted}; {vi}", f"no {what} {wanted}; {en}")
    )


def _instead(known: tuple[str, ...], near: str | None) -> Message:
    if near is not None:
        return Message(f"có phải là {near!r} không?", f"did you mean {near!r}?")
    if not known:
        return Message("hiện chưa có mục nào", "there is none")
    return Message(
        f"hiện có {few(known, 'và {} mục khác')}", f"there is {few(known, 'and {} more')}"
    )


class InvalidProgram(_Refusal, ValueError):
    """A program that contradicts itself; the arguments are all its problems."""


class RegisterConflict(NscError, ValueError):
    """Records that share their identity but not their content, or their id but not what they are about.

    The arguments are all such identities, in order: `(kind, id, recorded_on or None)`. Nothing says which content
    is right, so none is taken: the caller corrects one, or gives the later one a later `recorded_on`. Of a record that
    is about one thing in one register and about another in another it is `(kind, id)`: the caller gives each
    thing an id of its own, or says that its key was corrected.
    """

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One problem for each identity."""
        return tuple(
            _used_again(*each) if len(each) == len(("kind", "id")) else _conflict(*each)
            for each in self.args
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
"""What records of a class are called in Vietnamese, of those that are about something with a key."""


def _used_again(kind: str, key: object) -> Problem:
    return Problem(
        (),
        "id-used-again",
        Message(
            f"mã hồ sơ {key!r} ({_RECORDS.get(kind, kind)}) được dùng lại cho đối tượng khác; hãy cấp mã riêng cho "
            "từng hồ sơ hoặc, nếu chỉ là sửa mã của cùng một đối tượng, xác nhận điều đó khi ghép",
            f"{kind} {key!r}: the id is used again for something else; give each record an id of its own or, if only "
            "the key of the same thing was corrected, say so when merging",
        ),
    )


def _conflict(kind: str, key: object, day: object) -> Problem:
    vi = f"bản ghi {kind} {key!r}" + (f" ngày {day}" if day else "")
    en = f"{kind} {key!r}" + (f" of {day}" if day else "")
    return Problem(
        (),
        "conflicting-records",
        Message(
            f"{vi}: cùng một mã có hai nội dung khác nhau; sửa một bản, hoặc ghi ngày của bản sau vào recorded_on",
            f"{en}: different content under one id; correct one, or date the later with recorded_on",
        ),
    )


class DocumentError(_Refusal, ValueError):
    """A document that cannot be read; the arguments are all its problems, each with its path."""
