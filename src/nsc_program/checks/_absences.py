"""Rules about missing entries. They apply only to classes that are claimed to be complete."""

from collections.abc import Iterator
from datetime import date

from nsc_program.checks._inspected import Inspected, grouped, in_order, names
from nsc_program.checks._named import RecordName
from nsc_program.checks._types_of_absences import (
    EnterpriseNotListed,
    ExpertNotTrained,
    ModelNotSupported,
    RowsRejected,
)
from nsc_program.records._records import Enterprise, Expert, PilotModel, Support, Training
from nsc_program.values._enterprise_codes import head_office
from nsc_program.values._keys import is_head


def experts_not_trained(seen: Inspected) -> Iterator[ExpertNotTrained]:
    """Yield a finding for each trained expert who is not among the people trained.

    H2 "trong đó": the experts are among those trained. An expert who was trained on or after the
    day of a headcount may be one of those people, so only earlier experts are checked.
    """
    trained = set(_people_trained(seen))
    first_unidentified = min(_days_of_headcounts(seen), default=date.max)
    for expert in seen.of(Expert):
        day = expert.trained_on
        if day is None or day >= first_unidentified or expert.person in trained:
            continue
        if seen.is_complete(Training, day):
            yield ExpertNotTrained(day, records=names([expert]))


def _people_trained(seen: Inspected) -> Iterator[str | None]:
    """Yield the people who were trained, and `None` for a headcount."""
    yield from (training.person for training in seen.of(Training))
    yield from (fact.key for fact in seen.facts_like(Training))


def _days_of_headcounts(seen: Inspected) -> Iterator[date]:
    """Yield the days on which people were trained who are known only as a number."""
    for training in seen.of(Training):
        if training.headcount:
            yield training.on
    for fact in seen.facts_like(Training):
        if fact.indicator != "trained/persons" or is_head(fact.key):
            yield fact.on


def models_not_supported(seen: Inspected) -> Iterator[ModelNotSupported]:
    """Yield a finding for each pilot model whose enterprise has no support.

    H4 "doanh nghiệp được hướng dẫn, hỗ trợ … trở thành mô hình điểm". A renewal is not checked: the
    support that it depends on may be older than the register.
    """
    supported = {*seen.keys(Support), *_keys_of_facts(seen)}
    for enterprise, model in zip(seen.keys(PilotModel), seen.of(PilotModel), strict=True):
        day = model.recognised_on
        if not model.renewal and enterprise not in supported and seen.is_complete(Support, day):
            yield ModelNotSupported(enterprise, day, records=names([model]))


def _keys_of_facts(seen: Inspected) -> Iterator[str]:
    """Yield the codes of the enterprises that have a support according to plain facts."""
    return (head_office(fact.key) for fact in seen.facts_like(Support))


def enterprises_not_listed(seen: Inspected) -> Iterator[EnterpriseNotListed]:
    """Yield a finding for each supported enterprise or pilot model that is not in the list."""
    by_enterprise = grouped(_missing_from_list(seen))
    for enterprise in sorted(by_enterprise):
        yield EnterpriseNotListed(enterprise, records=names(by_enterprise[enterprise]))


def _missing_from_list(seen: Inspected) -> Iterator[tuple[str, Support | PilotModel]]:
    """Yield each enterprise that the list should hold and does not, with the record."""
    listed = set(seen.keys(Enterprise))
    for enterprise, record, day in _supports_and_models(seen):
        if enterprise not in listed and seen.is_complete(Enterprise, day):
            yield enterprise, record


def _supports_and_models(
    seen: Inspected,
) -> Iterator[tuple[str, Support | PilotModel, date]]:
    """Yield the enterprise of each support and model, with the day of its start or recognition."""
    for code, support in zip(seen.keys(Support), seen.of(Support), strict=True):
        yield code, support, support.started_on
    for code, model in zip(seen.keys(PilotModel), seen.of(PilotModel), strict=True):
        yield code, model, model.recognised_on


def rows_rejected(seen: Inspected) -> Iterator[RowsRejected]:
    """Yield a finding for each class with rejected rows."""
    for what, rows in grouped((row.what, row) for row in seen.register.unresolved).items():
        things = sum(row.things for row in rows)
        records = in_order(RecordName(what, row.id) for row in rows)
        yield RowsRejected(what, things, records=records)
