"""Rules about missing entries. They apply only to classes that are claimed to be complete."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from nsc_program.checks._inspected import Inspected, grouped, in_order, names
from nsc_program.checks._types import (
    EnterpriseNotListed,
    ExpertNotTrained,
    ModelNotSupported,
    RecordName,
    RowsRejected,
)
from nsc_program.records._records import Enterprise, Expert, PilotModel, Support, Training
from nsc_program.values._validators import head_office, is_head


def experts_not_trained(seen: Inspected) -> Iterator[ExpertNotTrained]:
    """Yield a finding for each trained expert who is not among the people trained.

    H2 "trong đó": the experts are among those trained. An expert who was trained on or after the
    day of a headcount may be one of those people, so only earlier experts are checked.
    """
    trainings = seen.of(Training)
    facts = seen.facts_like(Training)
    trained = {training.person for training in trainings} | {fact.key for fact in facts}
    unidentified_on = [training.on for training in trainings if training.headcount]
    unidentified_on += [
        fact.on for fact in facts if fact.indicator != "trained/persons" or is_head(fact.key)
    ]
    first_unidentified = min(unidentified_on, default=date.max)
    for expert in seen.of(Expert):
        day = expert.trained_on
        if (
            day
            and day < first_unidentified
            and expert.person not in trained
            and seen.is_complete(Training, day)
        ):
            yield ExpertNotTrained(day, records=names([expert]))


def models_not_supported(seen: Inspected) -> Iterator[ModelNotSupported]:
    """Yield a finding for each pilot model whose enterprise has no support.

    H4 "doanh nghiệp được hướng dẫn, hỗ trợ … trở thành mô hình điểm". A renewal is not checked: the
    support that it depends on may be older than the register.
    """
    codes = chain(
        (support.enterprise for support in seen.of(Support)),
        (fact.key for fact in seen.facts_like(Support)),
    )
    supported = {head_office(code) for code in codes}
    for model in seen.of(PilotModel):
        enterprise, day = head_office(model.enterprise), model.recognised_on
        if not model.renewal and enterprise not in supported and seen.is_complete(Support, day):
            yield ModelNotSupported(enterprise, day, records=names([model]))


def enterprises_not_listed(seen: Inspected) -> Iterator[EnterpriseNotListed]:
    """Yield a finding for each supported enterprise or pilot model that is not in the list."""
    listed = {head_office(enterprise.code) for enterprise in seen.of(Enterprise)}
    supports = ((support, support.started_on) for support in seen.of(Support))
    models = ((model, model.recognised_on) for model in seen.of(PilotModel))
    dated: Iterable[tuple[Support | PilotModel, date]] = chain(supports, models)
    checked = (record for record, day in dated if seen.is_complete(Enterprise, day))
    by_enterprise = grouped((head_office(record.enterprise), record) for record in checked)
    for enterprise in sorted(by_enterprise.keys() - listed):
        yield EnterpriseNotListed(enterprise, records=names(by_enterprise[enterprise]))


def rows_rejected(seen: Inspected) -> Iterator[RowsRejected]:
    """Yield a finding for each class with rejected rows."""
    for what, rows in grouped((row.what, row) for row in seen.register.unresolved).items():
        yield RowsRejected(
            what,
            sum(row.things for row in rows),
            records=in_order(RecordName(what, row.id) for row in rows),
        )
