"""An office that counts for itself, in plain Python, with every mistake that offices make."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import final

from attrs import frozen

from nsc_program import (
    HANOI,
    EnterpriseKind,
    Expert,
    Level,
    Period,
    PilotModel,
    Program,
    Register,
    Scope,
    Support,
    Training,
)
from nsc_program.records import AnyRecord


@final
@frozen(kw_only=True)
class Office:
    """An office that counts correctly, except for the mistakes it is given."""

    program: Program = HANOI
    phase: str | None = None
    ids: tuple[str, ...] = (
        "supported",
        "models/city",
        "experts/certified",
        "trained/participations",
    )
    rows: bool = False
    branches: bool = False
    annulled: bool = False
    old_versions: bool = False
    renewals: bool = False
    households: bool = False
    cooperatives: bool = False
    city_only: bool = False
    from_start: bool = False
    without_first_day: bool = False
    without_last_day: bool = False
    later: bool = False
    all_phases: bool = False
    longest: bool = False

    def __call__(self, register: Register, as_of: date) -> dict[str, int]:
        """Return the counts of this office."""
        period = self._period(as_of)
        found: dict[str, list[str]] = {name: [] for name in self.ids}
        for record in self._versions(register):
            for name, key, on in self._happened(record):
                if name in found and self._within(on, period, as_of):
                    found[name].append(key)
        return {name: len(keys if self.rows else set(keys)) for name, keys in found.items()}

    def _period(self, as_of: date) -> Period:
        if self.phase is not None:
            return self.program.phase(self.phase).period
        periods = [phase.period for phase in self.program.phases if as_of in phase.period]
        return sorted(periods, key=lambda period: period.end - period.first)[
            -1 if self.longest else 0
        ]

    def _within(self, on: date, period: Period, as_of: date) -> bool:
        if self.all_phases:
            return on <= as_of
        last = period.end if self.later else min(period.end, as_of)
        after_first = period.first < on if self.without_first_day else period.first <= on
        return after_first and (on < last if self.without_last_day else on <= last)

    def _versions(self, register: Register) -> Iterable[AnyRecord]:
        if self.old_versions:
            return (each for each in register.records if not getattr(each, "annulled", False))
        return register.latest if self.annulled else register.current

    def _happened(self, record: AnyRecord) -> Iterator[tuple[str, str, date]]:
        match record:
            case Support(enterprise=code, started_on=started, completed_on=completed):
                if self._counts(record) and (self.from_start or completed):
                    yield (
                        "supported",
                        self._enterprise(code),
                        started if self.from_start else completed or started,
                    )
            case Training(id=name, person=str(person), on=on):
                yield "trained/participations", name, on
                yield "trained/persons", person, on
            case Expert(
                person=person, trained_on=trained, certified_on=certified, expires_on=expires
            ):
                on = max(trained or date.max, certified or date.max)
                if on <= (expires or date.max) and (self.renewals or not record.renewal):
                    yield "experts/certified", person, on
            case PilotModel(enterprise=code, recognised_on=on, scope=Scope.CITY):
                if self.renewals or not record.renewal:
                    yield "models/city", self._enterprise(code), on

    def _counts(self, record: Support) -> bool:
        kinds = {EnterpriseKind.ENTERPRISE}
        kinds |= {EnterpriseKind.HOUSEHOLD} if self.households else set()
        kinds |= {EnterpriseKind.COOPERATIVE} if self.cooperatives else set()
        return record.kind in kinds and (record.level is Level.CITY or not self.city_only)

    def _enterprise(self, code: str) -> str:
        number = code.replace("-", "")
        return code if self.branches or not number.isdigit() else number[:10]
