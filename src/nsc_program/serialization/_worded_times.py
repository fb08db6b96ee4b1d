"""The times that the words of a target name, compared with the phase that it stands in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import evolve
from cattrs.errors import BaseValidationError

from nsc_program.errors import InvalidValue, NscError
from nsc_program.plan._bases import FROM_BASELINE, Basis, During, Reached
from nsc_program.serialization._periods import period_of_a_plan
from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.wording import Phrase
from nsc_program.wording._days import is_in_one_year
from nsc_program.wording._times import NamedTime


def basis_in(phrase: Phrase, phase: Period, named: Iterable[NamedTime], *, adds_up: bool) -> Basis:
    """Return the basis of a phrase in a phase.

    A deadline within the phase (“đến năm 2027”) is the end of a part that starts with the phase. A
    year that is the whole phase does not name a part of it.

    Args:
        phrase: the phrase.
        phase: the period of the phase.
        named: the times that its words name.
        adds_up: whether what is counted adds up over the phase; a state is that of the last day.

    Returns:
        The basis.

    Raises:
        InvalidValue: if the words name a time that is not in the phase.
    """
    basis = _of_phase(phrase, phase)
    for time in named:
        if not _fits(time, basis, phase) or (adds_up and _is_of_one_year(time, basis, phase)):
            raise _other_time(time.words, phase)
    return basis


def _of_phase(phrase: Phrase, phase: Period) -> Basis:
    """Return the basis of a phrase, in which a part is one of the phase and not the whole."""
    match phrase.basis:
        case During(part) if _is_whole(part, phase):
            return Reached()
        case Reached() if phrase.through is not None:
            return _reached_by(phrase.through, phase)
        case basis:
            return basis


def _is_whole(part: Period, phase: Period) -> bool:
    """Return whether a year is the whole phase, which may start on another day than the year."""
    return phase.within(part) or (phase.whole_years == 1 and phase.end in part)


def _reached_by(last: date, phase: Period) -> Basis:
    """Return the basis of a number that must be reached by a day."""
    return During(evolve(phase, end=last)) if phase.first <= last < phase.end else Reached()


def _fits(time: NamedTime, basis: Basis, phase: Period) -> bool:
    """Return whether a time is that of the part which a basis names, or that of the phase."""
    if isinstance(basis, During) and _is_of(time, basis.period):
        return basis.period.within(phase)
    return time.fits(phase)


def _is_of_one_year(time: NamedTime, basis: Basis, phase: Period) -> bool:
    """Return whether a change is that of one year of several: “năm 2030 tăng … so với năm 2025”."""
    if not isinstance(basis, FROM_BASELINE) or basis.baseline.start is None:
        return False
    part = None if time.starts else time.period
    return part is not None and is_in_one_year(part) and not _is_whole(part, phase)


def _is_of(time: NamedTime, part: Period) -> bool:
    """Return whether a time names a part, or the last day of it."""
    return part.end == time.through if time.period is None else part == time.period


def _other_time(words: str, period: Period) -> InvalidValue:
    return InvalidValue.at(
        code="other-time",
        vi=f"“{words}” không khớp giai đoạn {_span(period, 'vi')}; "
        "chuyển mục tiêu sang giai đoạn đúng",
        en=f"“{words}” does not fit the phase, {_span(period, 'en')}; "
        "move the target to the right phase",
    )


def _span(period: Period, lang: Lang) -> str:
    if period.start is None:
        return f"đến {period.end}" if lang == "vi" else f"up to {period.end}"
    return (
        f"từ {period.start} đến {period.end}" if lang == "vi" else f"{period.start} to {period.end}"
    )


def period_of(value: Any) -> Period | None:
    """Return the period of a phase; `None` if it is wrong, which is reported when it is read.

    Args:
        value: the content of the document at its place.
    """
    try:
        return period_of_a_plan(value)
    except (BaseValidationError, NscError):
        return None
