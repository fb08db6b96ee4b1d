"""Targets of a plan's document that are given by their words alone.

Their bound and their basis are taken from the words. The unit in the words is compared with that of
the indicator, and the times in the words with the phase.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, final

from attrs import define, evolve, field, fields_dict, frozen

from nsc_program.errors import InvalidValue, Message, Path, Problem
from nsc_program.plan._bases import IN_PERCENT, TOTALS, Basis, closing
from nsc_program.plan._bounds import Bound
from nsc_program.plan._indicators import PERCENT, Unit
from nsc_program.serialization._parsing import items_of
from nsc_program.serialization._worded_times import basis_in, period_of
from nsc_program.serialization._writing import written
from nsc_program.values._text import Lang
from nsc_program.values._validators import shown
from nsc_program.wording import InvalidWording, Phrase, parse
from nsc_program.wording._nouns import Kind, kind_of, names_unit, same_thing, scale_of_unit
from nsc_program.wording._times import named_times


@final
@frozen
class Counted:
    """The unit and the label of an indicator that a target may count.

    Attributes:
        unit: the unit.
        label: the label, in the language of the words.
    """

    unit: Unit
    label: str


@final
@define
class Worded:
    """The targets without a bound, which are completed from their words.

    Attributes:
        indicators: the indicators of the document, as they stand in it.
        units: the units of the document, by their ids.
        problems: the reasons why words were not understood, each with its path.
    """

    indicators: Any
    units: Mapping[str, Unit]
    problems: list[Problem] = field(factory=list)

    def fill(self, plan: Mapping[str, Any]) -> dict[str, Any]:
        """Return a plan in which the targets have the bounds that their words state.

        Args:
            plan: the content of the plan's document.
        """
        filled = {key: self._phases(key, plan[key]) for key in ("phases", "past") if key in plan}
        return {**plan, **filled}

    def _phases(self, key: str, phases: Any) -> Any:
        if not isinstance(phases, list):
            return phases
        return [self._phase((key, index), phase) for index, phase in enumerate(phases)]

    def _phase(self, path: Path, phase: Any) -> Any:
        # An object in which a key stands twice is not a plain `dict`. It is left as it is, and is
        # rejected when the plan is read.
        if type(phase) is not dict or not isinstance(phase.get("targets"), list):
            return phase
        targets = [
            self._target((*path, "targets", index), target, phase)
            for index, target in enumerate(phase["targets"])
        ]
        return {**phase, "targets": targets}

    def _target(self, path: Path, target: Any, phase: Mapping[str, Any]) -> Any:
        if type(target) is not dict or "bound" in target:
            return target
        words = _words(target)
        if words is None:  # the missing words are reported when the plan is read
            return target | _STAND_IN
        try:
            return target | self._stated(*words, target, phase)
        except (InvalidWording, InvalidValue) as error:
            place = (*path, "citations", 0, "words")
            problems = error.problems[:_MOST_PROBLEMS]
            self.problems += [_of_target(target, problem, place) for problem in problems]
            return target | _STAND_IN

    def _stated(
        self, words: str, lang: Lang, target: Mapping[str, Any], phase: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the parts of a target that its words state.

        Raises:
            InvalidWording: if a part of the words is not understood.
            InvalidValue: if the words contradict the document.
        """
        phrase = _phrase(words, lang, target)
        adds_up = any(entry.get("accumulates", True) for entry in self._entries(target))
        basis = written(_basis(words, lang, phrase, phase, adds_up=adds_up))
        _check_basis(target, basis)
        return {
            "basis": basis,
            "bound": written(self._in_its_unit(words, lang, phrase, target)),
            "aspirational": target.get("aspirational", phrase.aspirational),
        }

    def _counted(self, target: Mapping[str, Any], lang: Lang) -> list[Counted]:
        """Return what a target may count, whatever the reading.

        Indicators that could not be read are left out; they are reported when the plan is read.
        """
        things = (self._thing(entry, lang) for entry in self._entries(target))
        return [thing for thing in things if thing is not None]

    def _entries(self, target: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the indicators that a target may be about, as they stand in the document."""
        named = set(_texts_in(target.get("indicator")))
        entries = self.indicators if type(self.indicators) is list else []
        objects = (entry for entry in entries if type(entry) is dict)
        return [entry for entry in objects if _text_or_empty(entry.get("id")) in named]

    def _thing(self, entry: Mapping[str, Any], lang: Lang) -> Counted | None:
        """Return what an indicator counts; `None` if its unit or its label is wrong."""
        unit, label = self.units.get(_text_or_empty(entry.get("unit"))), entry.get("label")
        name = label.get(lang) if isinstance(label, dict) else None
        if unit is None or not unit.label.in_(lang) or not isinstance(name, str):
            return None
        return Counted(unit, name)

    def _in_its_unit(
        self, words: str, lang: Lang, phrase: Phrase, target: Mapping[str, Any]
    ) -> Bound:
        """Return the bound of a phrase, in the unit of the target's indicator.

        Raises:
            InvalidValue: if the words count another thing, or in an unknown scale.
        """
        counted = self._counted(target, lang)
        if isinstance(phrase.basis, IN_PERCENT) or not counted:
            return phrase.bound
        factors = {_factor(words, lang, phrase.unit, thing) for thing in counted} - {None}
        if len(factors) != 1:
            raise _other_unit(phrase.unit, counted, lang)
        (factor,) = factors
        return _multiplied(phrase.bound, factor or Fraction(1))


_PART: dict[Lang, str] = {"vi": "trong đó", "en": "of which"}
_PERCENT_SIGN = "%"
_MOST_PROBLEMS = 5  # for one target: a text full of HTML has hundreds, all of which say the same
# Stands in for a number that was not understood, so that the rest of the document can be checked.
_STAND_IN = {"bound": {"type": "AtLeast", "number": 0}}


def _text_or_empty(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts_in(value: Any) -> Iterator[str]:
    """Yield every text in a part of a document."""
    if isinstance(value, str):
        yield value
    for item in items_of(value):
        yield from _texts_in(item)


def _of_target(target: Mapping[str, Any], problem: Problem, path: Path) -> Problem:
    """Return a problem of some words with the id of their target in its message."""
    name = shown(target.get("id")) if isinstance(target.get("id"), str) else "?"
    vi, en = problem.message
    message = Message(
        f"mục tiêu {name}: {vi}; hoặc ghi bound", f"target {name}: {en}; or give a bound"
    )
    return Problem(path, problem.code, message)


def _words(target: Mapping[str, Any]) -> tuple[str, Lang] | None:
    """Return the words of a target's first citation, and their language."""
    citations = target.get("citations")
    first = citations[0] if isinstance(citations, list) and citations else None
    if not isinstance(first, dict) or not isinstance(first.get("words"), str):
        return None
    return (first["words"], "en" if first.get("lang") == "en" else "vi")


def _phrase(words: str, lang: Lang, target: Mapping[str, Any]) -> Phrase:
    """Return the one phrase with a number in some words.

    Raises:
        InvalidWording: if a part of the words is not understood.
        InvalidValue: if there is not exactly one number, or the document contradicts the words.
    """
    phrases = parse(words, lang)
    if len(phrases) != 1:
        raise _not_one_number(len(phrases))
    if _PART[lang] in words.lower() and "part_of" not in target:
        raise _part_of_what(_PART[lang])
    (phrase,) = phrases
    return phrase


def _basis(
    words: str, lang: Lang, phrase: Phrase, phase: Mapping[str, Any], *, adds_up: bool
) -> Basis:
    """Return the basis that some words state in a phase.

    Raises:
        InvalidValue: if the words name a time that is not in the phase.
    """
    period = period_of(phase.get("period"))
    if period is None:
        return phrase.basis
    return basis_in(phrase, period, named_times(words, lang), adds_up=adds_up)


def _check_basis(target: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    """Refuse a basis in a document that is not the one in the words.

    Raises:
        InvalidValue: if they differ.
    """
    basis = target.get("basis", said)
    if not isinstance(basis, dict) or _spelt_out(basis) != said:
        raise _other_basis(said["type"])


def _spelt_out(basis: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a basis with the days of its periods, which may have names, and with its defaults."""
    rises = {} if basis.get("type") in _WITHOUT_DIRECTION else {"falling": False}
    baseline, part = period_of(basis.get("baseline")), period_of(basis.get("period"))
    spelt = {"baseline": baseline and closing(baseline), "period": part}
    return {**rises, **basis, **{key: written(period) for key, period in spelt.items() if period}}


_WITHOUT_DIRECTION = frozenset(kind.__name__ for kind in TOTALS)


def _not_one_number(number: int) -> InvalidValue:
    return InvalidValue.at(
        code="several-numbers" if number else "no-number",
        vi=f"lời văn cần có một con số, thấy {number}; chỉ trích lời của một con số",
        en=f"the words need exactly one number, but have {number}; "
        "quote the words of one number only",
    )


def _part_of_what(word: str) -> InvalidValue:
    return InvalidValue.at(
        code="part-of-what",
        vi=f"lời văn có “{word}”; ghi part_of, là mã của mục tiêu chứa phần này",
        en=f"the words say “{word}”; give part_of, the id of the whole",
    )


def _other_basis(said: str) -> InvalidValue:
    return InvalidValue.at(
        code="other-basis",
        vi=f"lời văn nói {said}, còn basis ghi khác; sửa basis",
        en=f"the words say {said}, but the basis differs; correct the basis",
    )


def _factor(words: str, lang: Lang, unit: str, counted: Counted) -> Fraction | None:
    """Return the factor from the scale of some words to the unit of an indicator.

    It is `None` if the words count another thing.
    """
    is_share, says_percent = counted.unit.id == PERCENT, unit == _PERCENT_SIGN
    if is_share or says_percent:
        return Fraction(1) if is_share and says_percent else None
    by, named = scale_of_unit(counted.unit.label.in_(lang), lang)
    if not unit:
        return Fraction(1) if by == 1 and names_unit(words, named, lang) else None
    scale, noun = scale_of_unit(unit, lang)
    return scale / by if noun and same_thing(noun, named, counted.label, lang) else None


def _other_unit(unit: str, counted: list[Counted], lang: Lang) -> InvalidValue:
    labels = [thing.unit.label.in_(lang) for thing in counted]
    said, remedy = _unit_said(unit), _remedy([unit, *labels], lang)
    label = shown(" / ".join(dict.fromkeys(labels)))[1:-1]
    return InvalidValue.at(
        code="other-unit",
        vi=f"{said.vi}, còn chỉ tiêu tính bằng “{label}”; {remedy.vi}",
        en=f"{said.en}, but the indicator counts in “{label}”; {remedy.en}",
    )


def _unit_said(unit: str) -> Message:
    if unit:
        return Message(f"lời văn tính bằng “{unit}”", f"the words count in “{unit}”")
    return Message(
        "lời văn không nêu đơn vị tính cạnh con số",
        "the words do not name a unit next to the number",
    )


def _remedy(units: Iterable[str], lang: Lang) -> Message:
    """Return what to do about words and an indicator that count in different units."""
    if _are_measures(units, lang):
        return Message("ghi số theo đơn vị đó", "write the number in that unit")
    return Message(
        "sửa nhãn của đơn vị tính hoặc của chỉ tiêu cho có từ này",
        "let the label of the unit or of the indicator name it",
    )


def _are_measures(units: Iterable[str], lang: Lang) -> bool:
    """Return whether all units are measures."""
    kinds = (kind_of(scale_of_unit(unit, lang)[1], lang) for unit in units)
    return all(kind is Kind.MEASURE for kind in kinds)


def _multiplied(bound: Bound, factor: Fraction) -> Bound:
    """Return a bound with its numbers multiplied by a factor."""
    numbers = {name: getattr(bound, name) * factor for name in _numbers_of(bound)}
    return evolve(bound, **numbers)


def _numbers_of(bound: Bound) -> list[str]:
    """Return the fields of a bound that are numbers."""
    return [name for name in ("number", "low", "high") if name in fields_dict(type(bound))]
