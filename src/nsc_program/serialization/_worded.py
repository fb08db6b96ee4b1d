"""Targets of a plan's document that are given by their words alone: the bound and the basis are what these say."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, final

from attrs import define, field

from nsc_program.bounds import EachYear, Reached
from nsc_program.canonical import written
from nsc_program.errors import InvalidValue, Message, Path, Problem
from nsc_program.program import Program
from nsc_program.sources import Lang
from nsc_program.targets import PERCENT, Target
from nsc_program.wording import InvalidWording, Phrase, parse


@final
@define
class Worded:
    """The targets without a bound, by their paths, and what their words say.

    Attributes:
        problems: why words are not read, each with its path.
    """

    phrases: dict[Path, Phrase] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def fill(self, plan: Mapping[str, Any]) -> dict[str, Any]:
        """The plan, with the bounds that its words carry."""
        return {**plan, **{key: self._phases(key, plan[key]) for key in ("phases", "past") if key in plan}}

    def _phases(self, key: str, phases: Any) -> Any:
        if not isinstance(phases, list):
            return phases
        return [self._phase((key, index), phase) for index, phase in enumerate(phases)]

    def _phase(self, path: Path, phase: Any) -> Any:
        # An object in which a key stands twice is no plain one: it stays as it is, and is refused where it stands.
        if type(phase) is not dict or not isinstance(phase.get("targets"), list):
            return phase
        targets = enumerate(phase["targets"])
        return {**phase, "targets": [self._target((*path, "targets", at), target, phase) for at, target in targets]}

    def _target(self, path: Path, target: Any, phase: Mapping[str, Any]) -> Any:
        if type(target) is not dict or "bound" in target:
            return target
        words = _words(target)
        if words is None:  # which is said where it is missing
            return target | _UNREAD
        try:
            phrase = _one(*words, target, phase)
        except (InvalidWording, InvalidValue) as problem:
            self.problems += [_of_words(path, each) for each in _lines(problem)]
            return target | _UNREAD
        self.phrases[path] = phrase
        said = {"basis": written(phrase.basis), "bound": written(phrase.bound)}
        return {**target, **said, "aspirational": target.get("aspirational", phrase.aspirational)}

    def in_other_units(self, program: Program) -> Iterator[Problem]:
        """Where the words are about a share, and what is counted is none, or the other way round."""
        placed: dict[Path, Target] = {
            (key, at, "targets", index): target
            for key, phases in (("phases", program.phases), ("past", program.past))
            for at, phase in enumerate(phases)
            for index, target in enumerate(phase.targets)
        }
        for path, phrase in self.phrases.items():
            shares = {program.indicator(each).unit.id == PERCENT for each in placed[path].indicator_ids}
            if isinstance(phrase.basis, (Reached, EachYear)) and shares != {phrase.unit == _PERCENT_SIGN}:
                yield _of_words(path, _SHARE if phrase.unit == _PERCENT_SIGN else _NO_SHARE)
            units = {program.indicator(each).unit for each in placed[path].indicator_ids}
            if phrase.unit.startswith(_TIMES) and not any(_TIMES in unit.label.vi for unit in units):
                yield _of_words(path, _COUNT_OF_TIMES)


def _of_words(target: Path, message: Message) -> Problem:
    return Problem((*target, "citations", 0, "words"), "words", message)


_SHARE = Message("số là phần trăm, còn chỉ tiêu thì không", "their number is in %, and the indicator is not")
_NO_SHARE = Message(
    "số không phải phần trăm, còn chỉ tiêu tính bằng %", "their number is not in %, and the indicator is in %"
)
_PERCENT_SIGN = "%"
_PART = "trong đó"
_TIMES = "lượt"
_COUNT_OF_TIMES = Message("số đếm lượt, còn chỉ tiêu thì không", f"they count “{_TIMES}”, and the indicator does not")
# What stands in for a number that was not read, so that the rest of the document can be looked through.
_UNREAD = {"bound": {"type": "AtLeast", "number": 0}}


def _words(target: Mapping[str, Any]) -> tuple[str, Lang] | None:
    """The words of the first citation of a target, and their language."""
    cited = target.get("citations")
    first = cited[0] if isinstance(cited, list) and cited else None
    if not isinstance(first, dict) or not isinstance(first.get("words"), str):
        return None
    return (first["words"], "en" if first.get("lang") == "en" else "vi")


def _one(words: str, lang: Lang, target: Mapping[str, Any], phase: Mapping[str, Any]) -> Phrase:
    """The one number of some words.

    Raises:
        InvalidWording, InvalidValue: if there is none, or several, or the document says something else.
    """
    phrases = parse(words, lang)
    if len(phrases) != 1:
        raise InvalidValue.at(
            code="words",
            vi=f"cần một con số, thấy {len(phrases)}; trích lời của một con số, hoặc ghi bound",
            en=f"expected one number, found {len(phrases)}; quote those of one, or give a bound",
        )
    if _PART in words.lower() and "part_of" not in target:
        raise InvalidValue.at(
            code="words",
            vi=f"có chữ “{_PART}”; ghi part_of, là mã của mục tiêu chung chứa nó",
            en=f"they say “{_PART}”; give part_of, the id of the whole",
        )
    (phrase,) = phrases
    if "basis" in target and target["basis"] != written(phrase.basis):
        said = written(phrase.basis)["type"]
        raise InvalidValue.at(
            code="words",
            vi=f"lời văn nói {said}, còn basis ghi khác; ghi cả bound",
            en=f"they say {said}, and the basis something else; give a bound too",
        )
    end = phase["period"].get("end") if isinstance(phase.get("period"), dict) else None
    if phrase.through is not None and isinstance(end, str) and _day(end) not in (None, phrase.through):
        raise InvalidValue.at(
            code="words",
            vi=f"lời văn nói đến ngày {phrase.through}, còn giai đoạn kết thúc ngày {end}",
            en=f"they are about {phrase.through}, and the phase ends on {end}",
        )
    return phrase


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _lines(problem: InvalidWording | InvalidValue) -> list[Message]:
    if not isinstance(problem, InvalidWording):
        return [each.message for each in problem.problems]
    return [
        Message(
            f"ký tự {first + 1} đến {last}: {why.text.vi}; hoặc ghi bound",
            f"characters {first + 1} to {last}: {why.text.en}; or give a bound",
        )
        for first, last, why, _ in problem.args
    ]
