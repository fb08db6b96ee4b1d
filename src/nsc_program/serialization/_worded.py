"""Targets of a plan's document that are given by their words alone: the bound and the basis are what these say."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, final

from attrs import define, field

from nsc_program.bounds import EachYear, Reached
from nsc_program.canonical import written
from nsc_program.program import Program
from nsc_program.sources import Lang
from nsc_program.targets import PERCENT
from nsc_program.wording import InvalidWording, Phrase, parse


@final
@define
class Worded:
    """The targets without a bound, by their paths, and what their words say.

    Attributes:
        problems: why words are not read, each with its path.
    """

    phrases: dict[str, Phrase] = field(factory=dict)
    problems: list[tuple[str, str]] = field(factory=list)

    def fill(self, plan: Mapping[str, Any]) -> dict[str, Any]:
        """The plan, with the bounds that its words carry."""
        return {**plan, **{key: self._phases(key, plan[key]) for key in ("phases", "past") if key in plan}}

    def _phases(self, key: str, phases: Any) -> Any:
        if not isinstance(phases, list):
            return phases
        return [self._phase(f"{key}[{index}]", phase) for index, phase in enumerate(phases)]

    def _phase(self, path: str, phase: Any) -> Any:
        # An object in which a key stands twice is no plain one: it stays as it is, and is refused where it stands.
        if type(phase) is not dict or not isinstance(phase.get("targets"), list):
            return phase
        targets = enumerate(phase["targets"])
        return {**phase, "targets": [self._target(f"{path}.targets[{at}]", target, phase) for at, target in targets]}

    def _target(self, path: str, target: Any, phase: Mapping[str, Any]) -> Any:
        if type(target) is not dict or "bound" in target:
            return target
        words = _words(target)
        if words is None:  # which is said where it is missing
            return target | _UNREAD
        try:
            phrase = _one(*words, target, phase)
        except ValueError as problem:  # InvalidWording is one
            self.problems += [(f"{path}.citations[0].words", each) for each in _lines(problem)]
            return target | _UNREAD
        self.phrases[path] = phrase
        said = {"basis": written(phrase.basis), "bound": written(phrase.bound)}
        return {**target, **said, "aspirational": target.get("aspirational", phrase.aspirational)}

    def in_other_units(self, program: Program) -> Iterator[tuple[str, str]]:
        """Where the words are about a share, and what is counted is none, or the other way round."""
        placed = {
            f"{key}[{at}].targets[{index}]": target
            for key, phases in (("phases", program.phases), ("past", program.past))
            for at, phase in enumerate(phases)
            for index, target in enumerate(phase.targets)
        }
        for path, phrase in self.phrases.items():
            shares = {program.indicator(each).unit.id == PERCENT for each in placed[path].indicator_ids}
            if isinstance(phrase.basis, (Reached, EachYear)) and shares != {phrase.unit == _PERCENT_SIGN}:
                said, counted = ("in %", "not") if phrase.unit == _PERCENT_SIGN else ("not in %", "in %")
                yield f"{path}.citations[0].words", f"their number is {said}, and the indicator is {counted}"
            units = {program.indicator(each).unit for each in placed[path].indicator_ids}
            if phrase.unit.startswith(_TIMES) and not any(_TIMES in unit.label.vi for unit in units):
                yield f"{path}.citations[0].words", f"they count {_TIMES}, and the indicator does not"


_PERCENT_SIGN = "%"
_PART = "trong đó"
_TIMES = "lượt"
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
        ValueError: if there is none, or several, or the document says something else.
    """
    phrases = parse(words, lang)
    if len(phrases) != 1:
        raise ValueError(f"expected one number, found {len(phrases)}; quote those of one, or give a bound")
    if _PART in words.lower() and "part_of" not in target:
        raise ValueError(f"they say “{_PART}”; give part_of, the id of the whole")
    (phrase,) = phrases
    if "basis" in target and target["basis"] != written(phrase.basis):
        raise ValueError(f"they say {written(phrase.basis)['type']}, and the basis something else; give a bound too")
    end = phase["period"].get("end") if isinstance(phase.get("period"), dict) else None
    if phrase.through is not None and isinstance(end, str) and _day(end) not in (None, phrase.through):
        raise ValueError(f"they are about {phrase.through}, and the phase ends on {end}")
    return phrase


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _lines(problem: ValueError) -> list[str]:
    if not isinstance(problem, InvalidWording):
        return [str(problem)]
    return [f"characters {first + 1} to {last}: {why.text.en}; or give a bound" for first, last, why, _ in problem.args]
