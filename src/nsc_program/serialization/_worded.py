"""Targets of a plan's document that are given by their words alone: the bound and the basis are what these say.

What the words count and when is compared with the plan: their unit with the indicator's, their years with the phase's.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, final

from attrs import define, evolve, field, fields_dict, frozen

from nsc_program.errors import InvalidValue, Message, NscError, Path, Problem
from nsc_program.plan._bounds import Bound, EachYear, Reached
from nsc_program.plan._targets import PERCENT, Unit
from nsc_program.serialization._writing import written
from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.values._validators import shown
from nsc_program.wording import InvalidWording, Phrase, parse
from nsc_program.wording._nouns import Kind, kind_of, names_unit, same_thing, scale_of_unit
from nsc_program.wording._times import named_times


@final
@frozen
class Counted:
    """What a target counts: the unit and the label of an indicator."""

    unit: Unit
    label: str


@final
@define
class Worded:
    """The targets without a bound, by their paths, and what their words say.

    Attributes:
        indicators: the entries of the document's indicators, as they were given.
        units: its units, by their ids.
        problems: why words are not read, each with its path.
    """

    indicators: Any
    units: Mapping[str, Unit]
    problems: list[Problem] = field(factory=list)

    def fill(self, plan: Mapping[str, Any]) -> dict[str, Any]:
        """Return the plan with the bounds that its words carry."""
        return {
            **plan,
            **{key: self._phases(key, plan[key]) for key in ("phases", "past") if key in plan},
        }

    def _phases(self, key: str, phases: Any) -> Any:
        if not isinstance(phases, list):
            return phases
        return [self._phase((key, index), phase) for index, phase in enumerate(phases)]

    def _phase(self, path: Path, phase: Any) -> Any:
        # An object in which a key stands twice is not a plain one: it stays as it is, and is refused where it stands.
        if type(phase) is not dict or not isinstance(phase.get("targets"), list):
            return phase
        targets = enumerate(phase["targets"])
        return {
            **phase,
            "targets": [
                self._target((*path, "targets", at), target, phase) for at, target in targets
            ],
        }

    def _target(self, path: Path, target: Any, phase: Mapping[str, Any]) -> Any:
        if type(target) is not dict or "bound" in target:
            return target
        words = _words(target)
        if words is None:  # which is said where it is missing
            return target | _UNREAD
        try:
            phrase = _one(*words, target)
            _check_times(*words, phase)
            bound = self._in_its_unit(*words, phrase, target)
        except (InvalidWording, InvalidValue) as refusal:
            of_words = (*path, "citations", 0, "words")
            self.problems += [
                _of_target(target, each, of_words) for each in refusal.problems[:_MOST_PROBLEMS]
            ]
            return target | _UNREAD
        said = {"basis": written(phrase.basis), "bound": written(bound)}
        return {**target, **said, "aspirational": target.get("aspirational", phrase.aspirational)}

    def _counted(self, target: Mapping[str, Any], lang: Lang) -> list[Counted]:
        """What a target counts, under any answer; nothing where that could not be read, which is said elsewhere."""
        if type(self.indicators) is not list:
            return []
        named = set(_texts_in(target.get("indicator")))
        found = [
            each
            for each in self.indicators
            if type(each) is dict and _hashable(each.get("id")) in named
        ]
        pairs = [(self.units.get(_hashable(each.get("unit"))), each.get("label")) for each in found]
        return [
            Counted(unit, label[lang])
            for unit, label in pairs
            if unit is not None
            and unit.label.in_(lang)
            and isinstance(label, dict)
            and isinstance(label.get(lang), str)
        ]

    def _in_its_unit(
        self, words: str, lang: Lang, phrase: Phrase, target: Mapping[str, Any]
    ) -> Bound:
        """The bound of a phrase, in the unit of what the target counts.

        Raises:
            InvalidValue: if the words count something else, or with a scale that is not known.
        """
        counted = self._counted(target, lang)
        if not isinstance(phrase.basis, (Reached, EachYear)) or not counted:
            return phrase.bound
        factors = {_factor(words, lang, phrase.unit, each) for each in counted} - {None}
        if len(factors) != 1:
            raise _other_unit(phrase.unit, counted, lang)
        (factor,) = factors
        return _multiplied(phrase.bound, factor or Fraction(1))


_PART: dict[Lang, str] = {"vi": "trong đó", "en": "of which"}
_PERCENT_SIGN = "%"
_MOST_PROBLEMS = 5  # of one target: a text full of HTML has hundreds, and all of them say the same
# What stands in for a number that was not read, so that the rest of the document can be looked through.
_UNREAD = {"bound": {"type": "AtLeast", "number": 0}}


def _hashable(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts_in(value: Any) -> Iterator[str]:
    """Every text in a part of a document."""
    if isinstance(value, str):
        yield value
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _texts_in(each)


def _of_target(target: Mapping[str, Any], problem: Problem, path: Path) -> Problem:
    """A problem of some words, with the id of their target."""
    name = shown(target.get("id")) if isinstance(target.get("id"), str) else "?"
    vi, en = problem.message
    message = Message(
        f"mục tiêu {name}: {vi}; hoặc ghi bound", f"target {name}: {en}; or give a bound"
    )
    return Problem(path, problem.code, message)


def _words(target: Mapping[str, Any]) -> tuple[str, Lang] | None:
    """The words of the first citation of a target, and their language."""
    cited = target.get("citations")
    first = cited[0] if isinstance(cited, list) and cited else None
    if not isinstance(first, dict) or not isinstance(first.get("words"), str):
        return None
    return (first["words"], "en" if first.get("lang") == "en" else "vi")


def _one(words: str, lang: Lang, target: Mapping[str, Any]) -> Phrase:
    """The one number of some words.

    Raises:
        InvalidWording: if something in them is not read.
        InvalidValue: if there is none, or several, or the document says something else.
    """
    phrases = parse(words, lang)
    if len(phrases) != 1:
        raise InvalidValue.at(
            code="several-numbers" if phrases else "no-number",
            vi=f"lời văn cần có một con số, thấy {len(phrases)}; chỉ trích lời của một con số",
            en=f"the words need one number, and have {len(phrases)}; quote those of one",
        )
    if _PART[lang] in words.lower() and "part_of" not in target:
        raise InvalidValue.at(
            code="part-of-what",
            vi=f"lời văn có “{_PART[lang]}”; ghi part_of, là mã của mục tiêu chứa phần này",
            en=f"the words say “{_PART[lang]}”; give part_of, the id of the whole",
        )
    (phrase,) = phrases
    if "basis" in target and target["basis"] != written(phrase.basis):
        said = written(phrase.basis)["type"]
        raise InvalidValue.at(
            code="other-basis",
            vi=f"lời văn nói {said}, còn basis ghi khác; sửa basis",
            en=f"the words say {said}, and the basis something else; correct the basis",
        )
    return phrase


def _check_times(words: str, lang: Lang, phase: Mapping[str, Any]) -> None:
    """Hold the times that some words name against the phase.

    Raises:
        InvalidValue: if they are of another time.
    """
    period = _period(phase.get("period"))
    if period is None:
        return
    for named in named_times(words, lang):
        if not named.fits(period):
            raise InvalidValue.at(
                code="other-time",
                vi=f"“{named.words}” không khớp giai đoạn {_span(period, 'vi')}; chuyển mục tiêu sang giai đoạn đúng",
                en=f"“{named.words}” does not fit the phase, {_span(period, 'en')}; move the target to the right phase",
            )


def _span(period: Period, lang: Lang) -> str:
    if period.start is None:
        return f"đến {period.end}" if lang == "vi" else f"up to {period.end}"
    return (
        f"từ {period.start} đến {period.end}" if lang == "vi" else f"{period.start} to {period.end}"
    )


def _period(value: Any) -> Period | None:
    """The period of a phase; what is wrong with it is said where it stands."""
    if not isinstance(value, dict):
        return None
    days = [_day(value.get(key)) for key in ("start", "end")]
    try:
        return None if days[1] is None else Period(days[0], days[1])
    except NscError:
        return None


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _factor(words: str, lang: Lang, unit: str, counted: Counted) -> Fraction | None:
    """What the number of some words is multiplied by to be one of an indicator; `None` if they count something else."""
    if (counted.unit.id == PERCENT) or unit == _PERCENT_SIGN:
        return Fraction(1) if counted.unit.id == PERCENT and unit == _PERCENT_SIGN else None
    scale, noun = scale_of_unit(unit, lang)
    by, named = scale_of_unit(counted.unit.label.in_(lang), lang)
    if not noun:
        same = unit == "" and by == 1 and names_unit(words, named, lang)
        return Fraction(1) if same else None
    return scale / by if same_thing(noun, named, counted.label, lang) else None


def _other_unit(unit: str, counted: list[Counted], lang: Lang) -> InvalidValue:
    labels = " / ".join(dict.fromkeys(each.unit.label.in_(lang) for each in counted))
    units = (unit, *(each.unit.label.in_(lang) for each in counted))
    measured = all(kind_of(scale_of_unit(each, lang)[1], lang) is Kind.MEASURE for each in units)
    said = f"“{unit}”" if unit else None
    vi = f"lời văn tính bằng {said}" if said else "lời văn không nêu đơn vị tính cạnh con số"
    en = f"the words count in {said}" if said else "the words name no unit next to the number"
    do_vi = (
        "ghi số theo đơn vị đó"
        if measured
        else "sửa nhãn của đơn vị tính hoặc của chỉ tiêu cho có từ này"
    )
    do_en = (
        "write the number in that unit"
        if measured
        else "let the label of the unit or of the indicator name it"
    )
    return InvalidValue.at(
        code="other-unit",
        vi=f"{vi}, còn chỉ tiêu tính bằng “{shown(labels)[1:-1]}”; {do_vi}",
        en=f"{en}, and the indicator counts in “{shown(labels)[1:-1]}”; {do_en}",
    )


def _multiplied(bound: Bound, factor: Fraction) -> Bound:
    """The same bound of smaller or larger units."""
    numbers = [name for name in ("number", "low", "high") if name in fields_dict(type(bound))]
    return evolve(bound, **{name: getattr(bound, name) * factor for name in numbers})
