"""Write supports to the tables, and read registers, figures and evaluations from them."""

import json
import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

import ibis
from attrs import evolve
from sqlalchemy import Engine, create_engine, func, make_url, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.orm import Session, aliased
from tables import KEY, Base, Claim, Given, Kept, Rejected, Revision, Version

from nsc_program import (
    HANOI,
    Completeness,
    Evaluation,
    Figures,
    InvalidValue,
    Period,
    Program,
    Register,
    RejectedRow,
    Support,
)
from nsc_program.errors import Message, Problem
from nsc_program.figures.tables import tally_tables
from nsc_program.intake import Intake
from nsc_program.intake import Problem as RowProblem
from nsc_program.intake.typed import load, load_one
from nsc_program.serialization import digest, from_mapping, to_mapping, verify

LOG = logging.getLogger(__name__)
LOCK = 149  # any number that nothing else in this database locks

# --- the engine ---


def engine_for(url: str) -> Engine:
    """Return the engine for a connection string such as postgresql://you@localhost/programme."""
    return create_engine(make_url(url).set(drivername="postgresql+psycopg"), pool_pre_ping=True)


def create_tables(engine: Engine) -> None:
    """Create the tables that do not exist; workers that start at once wait for each other."""
    with Session(engine) as session, session.begin():
        session.execute(select(func.pg_advisory_xact_lock(LOCK)))
        Base.metadata.create_all(session.connection())
        session.execute(insert(Revision).values(id=1, number=0).on_conflict_do_nothing())


def snapshot(engine: Engine) -> Session:
    """Return a session in which all queries see the tables at one moment."""
    return Session(engine.execution_options(isolation_level="REPEATABLE READ"))


# --- writing ---

MONEY = {
    "funding.state-budget": "vnd_of_the_state",
    "funding.other-lawful": "vnd_of_others",
}
NAMES = [column.name for column in Version.__table__.columns]
COLUMNS = {name: name for name in NAMES if name not in {*MONEY.values(), "source"}} | MONEY


def row_of(support: Support) -> dict[str, Any]:
    """Return a support as a row of `support_versions`."""
    cells = cells_of(support)
    if cells.keys() - COLUMNS.keys():
        vi, en = "nguồn kinh phí không có trong kế hoạch", "the plan does not have this source"
        raise InvalidValue.at("funding", code="unknown-source", vi=vi, en=en)
    for name, cell in cells.items():
        if isinstance(cell, str) and "\0" in cell:
            vi, en = "xóa ký tự số 0 (U+0000)", "remove the character U+0000"
            raise InvalidValue.at(name, code="null-character", vi=vi, en=en)
    return {column: cells.get(name) for name, column in COLUMNS.items()}


def cells_of(support: Support) -> dict[str, Any]:
    """Return a support as a row for `load`."""
    cells = {name: getattr(support, name) for name in COLUMNS if "." not in name}
    return cells | {f"funding.{each.source}": each.vnd for each in support.funding}


def add(session: Session, support: Support, today: date) -> Support:
    """Add a support, and return its version. The database refuses an id that was given before."""
    load_one(Support, cells_of(support))  # says more of what is wrong than a constraint does
    session.execute(insert(Given).values(id=support.id, enterprise=support.enterprise))
    return correct(session, support, today)


def correct(session: Session, support: Support, today: date) -> Support:
    """Add today's version of a support, which settles the rejected rows about it; return it."""
    version = evolve(support, recorded_on=today)
    load_one(Support, cells_of(version))  # raises InvalidValue for what `load` would reject later
    write(session, [version], today)
    return version


def is_given(session: Session, support_id: str) -> bool:
    """Tell whether there is a support of an id."""
    return session.get(Given, support_id) is not None


def write(
    session: Session, versions: Sequence[Support], today: date, source: str | None = None
) -> None:
    """Write versions of supports whose ids were given; a version of the same day is replaced."""
    if any((each.recorded_on or today) > today for each in versions):
        vi, en = "chưa đến ngày này", "it has not come yet"
        raise InvalidValue.at("recorded_on", code="in-the-future", vi=vi, en=en)
    new = insert(Version)
    replaced = {name: new.excluded[name] for name in NAMES}
    session.execute(
        new.on_conflict_do_update(index_elements=["id", "recorded_on"], set_=replaced),
        [{**row_of(each), "source": source} for each in versions],
    )
    ids = [each.id for each in versions if each.recorded_on == today]
    settle(session, today, Rejected.support_id.in_(ids))  # an earlier version settles nothing


def settle(session: Session, today: date, which: Any) -> int:
    """Settle rejected rows, which then widen no figure; return how many there were."""
    rows = update(Rejected).where(which, Rejected.settled_on.is_(None)).values(settled_on=today)
    return len(session.execute(rows.returning(Rejected.number)).all())


def told(problem: Problem | RowProblem, *outer: str | int) -> dict[str, Any]:
    """Return a problem of an error or of a row, in the form of FastAPI."""
    message = problem.message
    loc = [*outer, *problem.path]
    return {"type": str(problem.code), "loc": loc, "msg": message.en, "ctx": message._asdict()}


def reject(
    session: Session, body: Any, problems: Iterable[Any], today: date, source: str | None = None
) -> Rejected:
    """Keep what could not be accepted, with what is wrong with it."""
    given = body.get("id") if isinstance(body, dict) else None
    is_id = isinstance(given, str) and re.fullmatch(KEY, given)
    rejected = Rejected(
        support_id=given if is_id else None,
        received_on=today,
        body=json.dumps(body, default=str),
        problems=[{key: each[key] for key in ("type", "loc", "msg")} for each in problems],
        source=source,
    )
    session.add(rejected)
    session.flush()
    return rejected


def claim(session: Session, period: Period, today: date) -> None:
    """Add a claim that the supports are complete for a period."""
    session.add(Claim(first_day=period.start, last_day=period.end, recorded_on=today))


def revision(session: Session) -> int:
    """Return the number of changes."""
    return session.scalars(select(Revision.number)).one()


# --- reading ---


def beside(session: Session) -> Register:
    """Return what a register holds beside the supports: claims and rejected rows."""
    return Register(completeness=_claims(session), rejected=_rejected(session))


def _claims(session: Session) -> Iterator[Completeness]:
    for each in session.scalars(select(Claim)):
        yield Completeness(Support, Period(each.first_day, each.last_day), each.recorded_on)


def _rejected(session: Session) -> Iterator[RejectedRow]:
    for each in session.scalars(select(Rejected).where(Rejected.settled_on.is_(None))):
        yield RejectedRow(
            what=Support,
            id=each.support_id or f"rejected-{each.number}",
            recorded_on=each.received_on,
            things=each.things,
            identified=each.support_id is not None,
        )


def loaded(session: Session, *which: Any) -> Intake:
    """Load the rows of supports, all of them or some, and log each row that is rejected."""
    wanted = [Version.__table__.columns[column] for column in COLUMNS.values()]
    rows = session.execute(select(*wanted).where(*which)).all()
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else {}
    found = load(Support, columns)
    for each in found.rejected:
        cells: Any = each.cells
        LOG.error("load rejects the version of %(recorded_on)s of support %(id)s", cells)
    return found


def register(session: Session) -> Register:
    """Return everything that findings, evidence and reports need; rejected rows widen figures."""
    return loaded(session).register.merge(beside(session))


def figures(session: Session, as_of: date) -> Figures:
    """Count the rows in the database, without a register in memory."""
    driver = session.connection().connection.driver_connection
    supports = ibis.postgres.from_connection(driver).table(Version.__tablename__)
    return tally_tables(HANOI, {Support: supports}, beside(session), as_of=as_of)


def versions(session: Session, support_id: str) -> list[Support]:
    """Return the versions of a support, the latest first.

    Raises:
        RuntimeError: if `load` rejects one of them.
    """
    found = loaded(session, Version.id == support_id)
    if found.rejected:
        faults = ", ".join(f"{each.column}: {each.code}" for each in found.problems)
        raise RuntimeError(f"load rejects versions of support {support_id!r} ({faults})")
    return [each for each in reversed(found.register.records) if isinstance(each, Support)]


# --- evaluations ---


def keep(session: Session, evaluation: Evaluation) -> str:
    """Keep an evaluation with what it rests on, once; return its digest."""
    inputs = evaluation.made_from()
    row = {
        "digest": digest(evaluation),
        "library": evaluation.library,
        "as_of": evaluation.as_of,
        "program": to_mapping(inputs.program),
        "figures": to_mapping(inputs.figures),
        "evaluation": to_mapping(evaluation),
    }
    session.execute(insert(Kept).values(row).on_conflict_do_nothing())
    return digest(evaluation)


def kept(session: Session, wanted: str) -> Evaluation | None:
    """Return the latest evaluation of a digest, once it is verified; `None` if there is none."""
    found = session.scalars(
        select(Kept).where(Kept.digest == wanted).order_by(Kept.kept_at.desc())
    ).first()
    return None if found is None else verified(found)


def verified(row: Kept) -> Evaluation:
    """Return the evaluation of a row: it rests on its plan and figures, and says what they lead to.

    Raises:
        NscError: if anything in the row was altered.
    """
    evaluation = from_mapping(row.evaluation, Evaluation)
    found = digest(evaluation), evaluation.library, evaluation.as_of
    if found != (row.digest, row.library, row.as_of):
        vi, en = "dòng này giữ kết quả khác", "the row holds another evaluation"
        raise InvalidValue.at("digest", code="another-evaluation", vi=vi, en=en)
    verify(evaluation, from_mapping(row.program, Program), from_mapping(row.figures, Figures))
    return evaluation


# --- many at once ---

CHUNK = 1_000
Refused = tuple[Support, Problem]


def add_many(session: Session, found: Intake, today: date) -> list[dict[str, Any]]:
    """Write the records of `load` or `load_documents`; keep what was rejected, and return it."""
    refused = refused_in(session, found, today)
    rows = [(to_mapping(support), [told(problem, "body")]) for support, problem in refused]
    return [*map(partial(kept_row, session, today), [*rows, *rejected_rows(found)])]


def refused_in(
    session: Session, found: Intake, today: date, source: str | None = None
) -> list[Refused]:
    """Write the records, and return those that are refused, each with the reason."""
    supports = [each for each in found.register.records if isinstance(each, Support)]
    chunks = (supports[at : at + CHUNK] for at in range(0, len(supports), CHUNK))
    return [each for chunk in chunks for each in tried(session, chunk, today, source)]


def rejected_rows(found: Intake) -> Iterator[tuple[object, list[dict[str, Any]]]]:
    """Yield each rejected row as it came, with its problems."""
    problems = defaultdict(list)
    for each in found.problems:
        problems[each.row].append(told(each, "body"))
    for row in found.rejected:
        yield row.cells, problems[row.number]


def kept_row(session: Session, today: date, row: tuple[object, list[Any]]) -> dict[str, Any]:
    """Keep a rejected row, and return its number, its id if it can be read, and its problems."""
    body, problems = row
    kept = reject(session, body, problems, today)
    name = body.get("id") if isinstance(body, dict) else None
    return {
        "number": kept.number,
        "id": name if isinstance(name, str) else None,
        "problems": problems,
    }


def tried(
    session: Session, supports: Sequence[Support], today: date, source: str | None = None
) -> list[Refused]:
    """Write versions, and return those that are refused, each with the reason."""
    try:
        with session.begin_nested():
            ids = [{"id": each.id, "enterprise": each.enterprise} for each in supports]
            session.execute(insert(Given).on_conflict_do_nothing(), ids)
            write(session, supports, today, source)
    except (InvalidValue, DataError, IntegrityError) as error:
        if len(supports) == 1:
            return [(supports[0], problems_in(error)[0])]
        half = len(supports) // 2
        both = supports[:half], supports[half:]
        return [each for part in both for each in tried(session, part, today, source)]
    return []


def problems_in(error: InvalidValue | DBAPIError) -> tuple[Problem, ...]:
    """Return why a row is refused: by the library, or by a constraint, whose name is the code."""
    if isinstance(error, InvalidValue):
        return error.problems
    diagnosis = getattr(error.orig, "diag", None)
    code = getattr(diagnosis, "constraint_name", None) or type(error.orig).__name__
    path, message = WHY.get(code, ((), Message("bảng không nhận", "the table refuses it")))
    return (Problem(path, code, message),)


WHY = {
    "id_is_plain": (
        ("id",),
        Message(
            "mã bắt đầu bằng chữ cái, không có dấu và khoảng trắng; ví dụ HT-01",
            "begin the id with a letter, without accents and spaces, as in HT-01",
        ),
    ),
    "enterprise_is_plain": (
        ("enterprise",),
        Message(
            "ghi mã số thuế, hoặc mã thay thế như SAMPLE-12",
            "write a tax code, or a pseudonym such as SAMPLE-12",
        ),
    ),
    "locality_is_plain": (
        ("locality",),
        Message(
            "ghi mã địa bàn không dấu và khoảng trắng; ví dụ ha-dong",
            "write the key of the place without accents and spaces, as in ha-dong",
        ),
    ),
    "one_id_one_enterprise": (
        ("enterprise",),
        Message(
            "mã hồ sơ này là của doanh nghiệp khác; sửa mã hồ sơ hoặc mã doanh nghiệp",
            "the id is that of another enterprise's support; correct the id or the enterprise",
        ),
    ),
}
"""What to do where only a table refuses a support, by the constraint."""


# --- lists ---


def knows(session: Session, source: str) -> bool:
    """Return whether a list of this source was taken in."""
    of_versions = select(Version.id).where(Version.source == source).limit(1)
    return bool(rejected_of(session, source)) or session.scalar(of_versions) is not None


def rejected_of(session: Session, source: str) -> Sequence[Rejected]:
    """Return the rejected rows of the lists of a source."""
    return session.scalars(select(Rejected).where(Rejected.source == source)).all()


def last_listed(session: Session, source: str) -> set[str]:
    """Return the supports whose last version came with a list of this source."""
    other = aliased(Version)
    last = select(func.max(other.recorded_on)).where(other.id == Version.id).scalar_subquery()
    of_source = Version.source == source, Version.recorded_on == last
    return {*session.scalars(select(Version.id).where(*of_source))}


def lock(session: Session) -> None:
    """Let all other changes wait until this one is made."""
    session.execute(select(Revision.number).with_for_update())


class TakenIn(NamedTuple):
    """What became of a list: what the tables refuse of it, and what the earlier one leaves."""

    refused: list[Refused]
    settled: int
    left_out: list[str]
    lost: int


def take_in(session: Session, found: Intake, source: str, today: date) -> TakenIn:
    """Write what `read` made of a list, in the place of the earlier list of its source.

    What the earlier list had and this one leaves out is kept as rejected rows, because a list that
    became shorter does not say why. A row without an id may have got one since.
    """
    earlier = [each for each in rejected_of(session, source) if each.settled_on is None]
    before = last_listed(session, source) | {x.support_id for x in earlier if x.support_id}
    without_id = sum(each.things for each in earlier if each.support_id is None)
    settled = settle(session, today, Rejected.source == source)
    refused = refused_in(session, found, today, source)
    for support, problem in refused:
        reject(session, to_mapping(support), [told(problem, "body")], today, source)
    session.add_all(open_row(row, source, today) for row in found.register.rejected)
    left_out = sorted(before - listed(found))
    for each in left_out:
        reject(session, {"id": each}, [told(LEFT_OUT, "body")], today, source)
    lost = max(0, without_id - len(listed(found) - before))
    if lost:
        reject(session, {}, [told(LEFT_OUT, "body")], today, source).things = lost
    return TakenIn(refused, settled, left_out, lost)


def listed(found: Intake) -> set[str]:
    """Return the ids in a list, also of the rows that were rejected."""
    accepted = {each.id for each in found.register.records if isinstance(each, Support)}
    return accepted | {each.id for each in found.register.rejected}


LEFT_OUT = Problem(
    ("id",),
    "left-out",
    Message("danh sách mới không còn dòng này", "the later list does not have this row"),
)


def open_row(row: RejectedRow, source: str, today: date) -> Rejected:
    """Return what keeps a record open that rejected rows of a list stand for."""
    is_id = row.identified and re.fullmatch(KEY, row.id)
    return Rejected(
        support_id=row.id if is_id else None,
        received_on=row.recorded_on or today,
        things=row.things,
        body=row.id,
        problems=[],
        source=source,
    )
