"""Write notes on figures and verdicts in Vietnamese and English."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from attrs import asdict

from nsc_program.figures._notes import (
    ClaimedComplete,
    Clash,
    Estimated,
    InRejectedRows,
    NotClaimedComplete,
    NotStarted,
    PartOfTerritory,
    PeopleNotIdentified,
    Reported,
    TotalMayBeZero,
    UnusedReport,
    Unverified,
)
from nsc_program.plan._bases import FROM_BASELINE, YEARLY, During
from nsc_program.plan._indicators import Indicator, Unit
from nsc_program.records._reasons import WhyNot
from nsc_program.report._spoken import clashing
from nsc_program.report._unrecorded import unrecorded
from nsc_program.report.labels import label
from nsc_program.report.phrases import filled, period, things
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day
from nsc_program.values._written_numbers import written_count
from nsc_program.verdicts._notes import (
    BaselineMayBeZero,
    EstimatesWouldDecide,
    NoPlannedBaseline,
    Note,
    OfTarget,
    PartAboveWhole,
    UnitsDiffer,
)
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._verdict import Verdict


def notes_of(verdict: Verdict, lang: Lang) -> tuple[str, ...]:
    """Write the notes of a verdict, and name the baseline before its first note only.

    Args:
        verdict: the verdict.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A text for each note, after the period it is about if that is not the verdict's phase; the
        notes on the baseline are one text, which stands last.
    """
    of_baseline = [found for found in verdict.notes if _is_of_baseline(found, verdict)]
    others = (found for found in verdict.notes if found not in of_baseline)
    own, indicator = phase_of(verdict), verdict.indicator
    texts = tuple(figure_note(found, own, indicator, lang) for found in others)
    return (*texts, _baseline_notes(of_baseline, indicator, lang)) if of_baseline else texts


def note(found: Note, verdict: Verdict, lang: Lang) -> str:
    """Write a note of a verdict, after the period it is about if that is not the verdict's phase.

    Args:
        found: the note.
        verdict: the verdict that rests on it.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if _is_of_baseline(found, verdict):
        return _baseline_notes([found], verdict.indicator, lang)
    return figure_note(found, phase_of(verdict), verdict.indicator, lang)


def _is_of_baseline(found: Note, verdict: Verdict) -> bool:
    """Return whether a note is about the baseline that the target names."""
    basis = verdict.target.basis
    if isinstance(found, OfTarget) or not isinstance(basis, FROM_BASELINE):
        return False
    return basis.baseline == found.period


def _baseline_notes(notes: Sequence[Any], indicator: Indicator, lang: Lang) -> str:
    """Write notes on one baseline, after its name."""
    about = period(notes[0].period, lang)
    texts = _numbered([_note(found, indicator, lang) for found in notes])
    return Text(vi=f"kỳ gốc {about}: {texts}", en=f"baseline {about}: {texts}").in_(lang)


def _numbered(texts: Sequence[str]) -> str:
    """Join texts, each after its number if there are several."""
    if len(texts) == 1:
        return texts[0]
    return "; ".join(f"({number}) {text}" for number, text in enumerate(texts, 1))


def figure_note(found: Note, own: Period | None, indicator: Indicator | None, lang: Lang) -> str:
    """Write a note of a figure, after the period it is about if that is not the figure's own.

    Args:
        found: the note.
        own: the period of the figure; `None` if the note must always name its period.
        indicator: the indicator of the figure; `None` if only its id is known.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    text = _note(found, indicator, lang)
    if isinstance(found, OfTarget) or found.period == own:
        return text
    return f"{period(found.period, lang)}: {text}"


def phase_of(verdict: Verdict) -> Period | None:
    """Return the phase that a verdict is about.

    Args:
        verdict: the verdict.

    Returns:
        The phase; `None` if the target is about other days than its phase, such as its years, which
        are then named.
    """
    period = verdict.comparisons[0].period
    is_other = isinstance(verdict.target.basis, (*YEARLY, During)) or period.start is None
    return None if is_other else period


def not_claimed(missing: Iterable[Period], lang: Lang) -> str:
    """Write the periods for which the data are not claimed complete.

    Args:
        missing: the periods.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return filled(_NOTES[NotClaimedComplete], {"missing": missing}, _FACTS, lang)


def only_about(part: str, lang: Lang) -> str:
    """Write that the data are only about a part of the plan's territory.

    Args:
        part: the code of the part.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return filled(_NOTES[PartOfTerritory], {"territory": part}, _FACTS, lang)


def _note(found: Note, indicator: Indicator | None, lang: Lang) -> str:
    """Write a note, without the period it is about."""
    facts = {**_facts(found), "things": _things(found, indicator)}
    if isinstance(found, Unverified):
        facts["unrecorded"] = unrecorded(_own(found, indicator)).in_(lang)
    return filled(_NOTES[type(found)], facts, _FACTS, lang)


def _own(found: Note, indicator: Indicator | None) -> Indicator | None:
    """Return the indicator if a note is about it."""
    is_own = indicator is not None and getattr(found, "indicator", "") == indicator.id
    return indicator if is_own else None


def _things(found: Note, indicator: Indicator | None) -> str:
    """Name in Vietnamese what a note counts: things of a unit that can be counted, or cases."""
    own = _own(found, indicator)
    return "trường hợp" if own is None or not own.unit.whole else own.unit.label.vi


def _facts(found: Note) -> dict[str, Any]:
    """Return the fields of a note; a report on the period of the figure does not name it."""
    facts = asdict(found, recurse=False)
    if isinstance(found, Reported | Estimated) and found.over == found.period:
        facts["over"] = None
    if isinstance(found, PeopleNotIdentified):
        facts["people"] = found.count
    return facts


def _withdrawn(counted: int, lang: Lang) -> str:
    """Write how many counted things rejected rows may withdraw; nothing if there are none."""
    if not counted:
        return ""
    n = written_count(counted, lang)
    return Text(
        vi=f" và làm giảm tối đa {n} trong số đã tính",
        en=f", which may also withdraw {n} already counted",
    ).in_(lang)


def _people(people: int, lang: Lang) -> str:
    """Write a number of people."""
    return f"{written_count(people, lang)} {things(Range.exactly(people), _PEOPLE, lang)}"


def _repeated(people: int, lang: Lang) -> str:
    """Write how many people may be counted twice; nothing if there are none."""
    if not people:
        return ""
    n = written_count(people, lang)
    return Text(
        vi=f" nên có thể tính trùng tối đa {n} người",
        en=f", so up to {n} may be counted twice",
    ).in_(lang)


def _rows(rows: int, lang: Lang) -> str:
    """Write a number of rejected rows."""
    return f"{written_count(rows, lang)} {things(Range.exactly(rows), _REJECTED_ROWS, lang)}"


def _over(reported: Period | None, lang: Lang) -> str:
    """Write the period of a report; nothing if it is the period of the figure."""
    if reported is None:
        return ""
    over = period(reported, lang)
    return Text(vi=f" về {over}", en=f" for {over}").in_(lang)


def _periods(listed: Iterable[Period], lang: Lang) -> str:
    """List periods."""
    return ", ".join(period(gap, lang) for gap in listed)


def _unit(unit: Unit, lang: Lang) -> str:
    """Name a unit."""
    return unit.label.in_(lang)


def _status(status: Status, lang: Lang) -> str:
    """Name a status within a sentence."""
    return label(status).in_(lang).lower()


def _why(why: WhyNot, lang: Lang) -> str:
    """Write why a report is not used."""
    return label(why).in_(lang)


_PEOPLE = Text(vi="người", en="people")
_REJECTED_ROWS = Text(vi="dòng chưa tiếp nhận được", en="rejected rows")

_FACTS: Mapping[str, Callable[[Any, Lang], str]] = MappingProxyType(
    {
        "count": written_count,
        "rows": _rows,
        "people": _people,
        "repeated": _repeated,
        "withdrawn": _withdrawn,
        "through": written_day,
        "missing": _periods,
        "issued": written_day,
        "over": _over,
        "pieces": clashing,
        "unit": _unit,
        "baseline_unit": _unit,
        "status": _status,
        "why": _why,
    }
)
"""How the fields of notes are written; ids, which are left out, stand as they are."""

_NOTES: Mapping[type[Note], Text] = MappingProxyType(
    {
        Unverified: Text(
            vi="{count} {things} chưa được xác minh{unrecorded}",
            en="{count} not verified{unrecorded}",
        ),
        PeopleNotIdentified: Text(
            vi="{people} chỉ có số lượng, chưa có danh sách{repeated}",
            en="{people} known only as a headcount{repeated}",
        ),
        InRejectedRows: Text(
            vi="còn {rows}: có thể làm tăng tối đa {count} {things}{withdrawn}",
            en="{count} more may be in {rows}{withdrawn}",
        ),
        ClaimedComplete: Text(
            vi="số liệu được xác nhận đầy đủ đến hết {through}",
            en="data claimed complete through {through}",
        ),
        NotClaimedComplete: Text(
            vi="chưa xác nhận đầy đủ số liệu: {missing}",
            en="data not claimed complete for {missing}",
        ),
        PartOfTerritory: Text(
            vi="số liệu chỉ của địa bàn {territory}, một phần địa bàn của kế hoạch",
            en="the data are only about {territory}, a part of the plan's territory",
        ),
        NotStarted: Text(vi="giai đoạn chưa bắt đầu", en="the period has not begun"),
        Reported: Text(
            vi="theo báo cáo {report} ngày {issued}{over}",
            en="from report {report} of {issued}{over}",
        ),
        Estimated: Text(
            vi="số ước thực hiện theo báo cáo {report} ngày {issued}{over}",
            en="an estimate from report {report} of {issued}{over}",
        ),
        UnusedReport: Text(
            vi="không sử dụng báo cáo {report}: {why}", en="report {report} is not used: {why}"
        ),
        Clash: Text(vi="số liệu không thống nhất: {pieces}", en="the evidence clashes: {pieces}"),
        TotalMayBeZero: Text(
            vi="mẫu số có thể bằng 0, nên không tính được tỷ lệ từ tử số và mẫu số",
            en="the total may be zero, so the share does not follow from its parts",
        ),
        BaselineMayBeZero: Text(
            vi="có thể bằng 0, nên không tính được mức tăng",
            en="it may be zero, and growth from zero is undefined",
        ),
        NoPlannedBaseline: Text(
            vi="không có đúng một chỉ tiêu kế hoạch, nên so với kết quả thực hiện",
            en="it is not planned by exactly one target, so the achieved number is used",
        ),
        UnitsDiffer: Text(
            vi="khác đơn vị tính: {baseline_unit} và {unit}",
            en="the units differ: {baseline_unit} and {unit}",
        ),
        PartAboveWhole: Text(
            vi="số liệu của phần “{part}” chắc chắn lớn hơn tổng “{whole}”",
            en="the part “{part}” is certainly larger than its whole “{whole}”",
        ),
        EstimatesWouldDecide: Text(
            vi="{status} theo ước thực hiện", en="{status} if estimates decide"
        ),
    }
)
"""The sentence of each class of notes."""
