"""What should be there and is not. Nothing is missing from a class that nobody claims to be complete."""

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
    """H2 "trong đó": the experts are among those trained; any of them may be one of an earlier headcount."""
    trainings = seen.of(Training)
    facts = seen.facts_like(Training)
    trained = {training.person for training in trainings} | {fact.key for fact in facts}
    nameless = [training.on for training in trainings if training.headcount]
    nameless += [
        fact.on for fact in facts if fact.indicator != "trained/persons" or is_head(fact.key)
    ]
    first_heads = min(nameless, default=date.max)
    for expert in seen.of(Expert):
        day = expert.trained_on
        if (
            day
            and day < first_heads
            and expert.person not in trained
            and seen.is_complete(Training, day)
        ):
            yield ExpertNotTrained(day, records=names([expert]))


def models_not_supported(seen: Inspected) -> Iterator[ModelNotSupported]:
    """H4 "doanh nghiệp được hướng dẫn, hỗ trợ … trở thành mô hình điểm": what a renewal rests on may be older."""
    codes = chain(
        (each.enterprise for each in seen.of(Support)),
        (fact.key for fact in seen.facts_like(Support)),
    )
    supported = {head_office(code) for code in codes}
    for model in seen.of(PilotModel):
        enterprise, day = head_office(model.enterprise), model.recognised_on
        if not model.renewal and enterprise not in supported and seen.is_complete(Support, day):
            yield ModelNotSupported(enterprise, day, records=names([model]))


def enterprises_not_listed(seen: Inspected) -> Iterator[EnterpriseNotListed]:
    """An enterprise was supported, or became a model, and there is no record of it; one finding for each."""
    listed = {head_office(each.code) for each in seen.of(Enterprise)}
    supports = ((support, support.started_on) for support in seen.of(Support))
    models = ((model, model.recognised_on) for model in seen.of(PilotModel))
    dated: Iterable[tuple[Support | PilotModel, date]] = chain(supports, models)
    concerned = (record for record, day in dated if seen.is_complete(Enterprise, day))
    by_enterprise = grouped((head_office(record.enterprise), record) for record in concerned)
    for enterprise in sorted(by_enterprise.keys() - listed):
        yield EnterpriseNotListed(enterprise, records=names(by_enterprise[enterprise]))


def rows_rejected(seen: Inspected) -> Iterator[RowsRejected]:
    """Rows that nobody could read, one finding for each class."""
    for what, rows in grouped((row.what, row) for row in seen.register.unresolved).items():
        yield RowsRejected(
            what,
            sum(row.things for row in rows),
            records=in_order(RecordName(what, row.id) for row in rows),
        )
