"""Write supports to the tables, and read registers and evaluations from them."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet

import nsc_program as nsc
from nsc_program.intake import Intake
from nsc_program.intake.typed import load
from nsc_program.serialization import digest, from_mapping, to_mapping, verify
from supports.models import Claim, RejectedRow, StoredEvaluation, Support, Version

# --- names ---

MONEY = {"funding.state-budget": "vnd_of_the_state", "funding.other-lawful": "vnd_of_others"}
PLAIN = (
    *("annulled", "verified", "document", "kind", "started_on", "completed_on"),
    *("level", "locality", "spending_year"),
)
CELLS = {**{name: name for name in PLAIN}, **MONEY}
COLUMNS = {
    "id": "support__record_id",
    "recorded_on": "recorded_on",
    "enterprise": "support__enterprise",
    **CELLS,
}
Row = tuple[Any, ...]


# --- writing ---


def write(support: Support, cells: Mapping[str, Any], entry: UUID, today: date) -> None:
    """Write today's version of a support, and settle the rejected rows about it."""
    with transaction.atomic():
        support.record_id, support.enterprise = cells["id"], cells["enterprise"]
        support.save()
        version = {column: cells[name] for name, column in CELLS.items()}
        Version.objects.update_or_create(support=support, recorded_on=today, defaults=version)
        settle(rejected_about(cells, entry), today)


def rejected_about(cells: Mapping[str, Any], entry: UUID) -> QuerySet[RejectedRow]:
    """Return what was rejected of a support: under its id, or in the same form."""
    return RejectedRow.objects.filter(Q(entry=entry) | Q(record_id=cells["id"]))


def is_written(cells: Mapping[str, Any], today: date) -> bool:
    """Return whether today's version of a support is this one."""
    same = {column: cells[name] for name, column in COLUMNS.items() if name != "recorded_on"}
    return Version.objects.filter(recorded_on=today, **same).exists()


def latest(support: Support) -> dict[str, Any]:
    """Return what the latest version of a support holds, under the names of the form."""
    versions = Version.objects.filter(support=support.pk).order_by("-recorded_on")
    found = versions.values(*CELLS.values()).first() or {}
    return {"id": support.record_id, "enterprise": support.enterprise, **found}


def reject(entry: UUID, record_id: str | None, sent: str, problems: str, today: date) -> None:
    """Keep what could not be accepted, once for each form that was sent."""
    row = {"record_id": record_id, "received_on": today, "sent": sent, "problems": problems}
    RejectedRow.objects.update_or_create(entry=entry, defaults={**row, "settled_on": None})


def settle(rows: QuerySet[RejectedRow], today: date) -> int:
    """Settle rejected rows, which then widen no figure; return how many there were."""
    return rows.filter(settled_on=None).update(settled_on=today)


# --- reading ---


@contextmanager
def snapshot() -> Iterator[None]:
    """Let all queries see the tables at one moment."""
    with transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def register() -> nsc.Register:
    """Return everything that the tables hold."""
    with snapshot():
        rows = [*_versions(), *_rejected()]
        claims = [*_claims()]
    return _loaded(rows, claims).register


def loaded() -> Intake:
    """Load the versions alone, to see what the library rejects of them."""
    return _loaded([*_versions()])


def _loaded(rows: list[Row], claims: Iterable[nsc.Completeness] = ()) -> Intake:
    """Load rows by their columns, which is the fastest way."""
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else {}
    return load(nsc.Support, columns, completeness=claims)


def _versions() -> Iterator[Row]:
    """Yield the versions as rows."""
    yield from Version.objects.values_list(*COLUMNS.values())


def _rejected() -> Iterator[Row]:
    """Yield the rejected rows as rows without an enterprise, which `load` rejects."""
    found = RejectedRow.objects.filter(settled_on=None)
    for cells in found.values_list("record_id", "received_on"):
        yield *cells, *[None] * (len(COLUMNS) - len(cells))


def _claims() -> Iterator[nsc.Completeness]:
    """Yield the claims of completeness."""
    for claim in Claim.objects.all():
        period = nsc.Period(claim.first_day, claim.last_day)
        yield nsc.Completeness(nsc.Support, period, claim.claimed_on)


def evaluation(as_of: date) -> nsc.Evaluation:
    """Return the evaluation as of a day."""
    return nsc.assess(nsc.HANOI, register(), as_of=as_of)


# --- evaluations that are stored ---


def store(made: nsc.Evaluation) -> StoredEvaluation:
    """Store an evaluation with what it rests on, once."""
    inputs = made.made_from()
    documents = {
        "program": to_mapping(inputs.program),
        "figures": to_mapping(inputs.figures),
        "evaluation": to_mapping(made),
    }
    stored, _ = StoredEvaluation.objects.get_or_create(
        digest=digest(made), library=made.library, defaults={"as_of": made.as_of, **documents}
    )
    return stored


def verified(stored: StoredEvaluation) -> nsc.Evaluation:
    """Return a stored evaluation, if it rests on its plan and figures and says what they lead to.

    Raises:
        NscError: if it was altered.
    """
    made = from_mapping(stored.evaluation, nsc.Evaluation)
    if (digest(made), made.library, made.as_of) != (stored.digest, stored.library, stored.as_of):
        vi, en = "dòng này giữ kết quả khác", "the row holds another evaluation"
        raise nsc.InvalidValue.at("digest", code="another-evaluation", vi=vi, en=en)
    program = from_mapping(stored.program, nsc.Program)
    verify(made, program, from_mapping(stored.figures, nsc.Figures))
    return made
