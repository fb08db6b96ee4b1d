"""The service: supports in, evaluations and reports out.

DATABASE_URL=postgresql://you@localhost/programme uvicorn service:app
"""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import store
from fastapi import (
    Body,
    Depends,
    FastAPI,
    Form,
    HTTPException,
    Query,
    Request,
    Response,
    UploadFile,
)
from fastapi import Path as InPath
from fastapi.concurrency import run_in_threadpool
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field
from sqlalchemy import Engine
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session
from tables import Rejected

from nsc_program import (
    HANOI,
    Completeness,
    Evaluation,
    InvalidValue,
    Period,
    Register,
    Support,
    UnknownId,
    assess,
    evaluate,
    evidence,
    sweep,
)
from nsc_program.errors import Message, NscError, Path, Problem
from nsc_program.intake import Fault, Intake, find_columns, read
from nsc_program.intake.files import open_sheet, to_review
from nsc_program.intake.typed import load_documents
from nsc_program.report import report, to_html
from nsc_program.serialization import digest, to_mapping
from nsc_program.serialization.pydantic import AsDocument
from nsc_program.verdicts import Diff, Evidence, FundingTotals, Sweep, diff

REJECTED = "X-Rejected-Row"
MOST_ROWS = 10_000  # of a batch
MOST_BYTES = 20_000_000  # of a file
OF_SUPPORTS = {"items": {"$ref": "#/components/schemas/Support"}}  # for /openapi.json
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Return the time in Hanoi: until 7 in the morning it is still yesterday in UTC."""
    return datetime.now(HERE)


def today() -> date:
    """Return today's date in Hanoi."""
    return now().date()


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Create the tables, and import what counts and decides before the first request."""
    app.state.engine = store.engine_for(os.environ["DATABASE_URL"])
    store.create_tables(app.state.engine)
    evaluation_of(app.state.engine, today())
    yield
    app.state.engine.dispose()


def engine_of(request: Request) -> Engine:
    """Return the engine that all requests share."""
    engine: Engine = request.app.state.engine
    return engine


Database = Annotated[Engine, Depends(engine_of)]
Today = Annotated[date, Depends(today)]
Key = Annotated[str, InPath(pattern="^[!-~]+$")]  # the driver refuses some other characters
SupportBody = Annotated[Support, AsDocument(), Body()]
SupportOut = Annotated[Support, AsDocument()]
EvaluationOut = Annotated[Evaluation, AsDocument()]

app = FastAPI(title="Supports of plan 149/KH-UBND", lifespan=lifespan)


# --- supports in ---


@app.post("/supports", status_code=201)
def add_support(support: SupportBody, engine: Database, day: Today) -> SupportOut:
    """Add a support. An id that exists is refused: correct its support instead."""
    return written(store.add, support, engine, day)


@app.put("/supports/{support_id}")
def correct_support(
    support_id: str, support: SupportBody, engine: Database, day: Today
) -> SupportOut:
    """Correct a support by a later version; a version that was sent today is replaced."""
    if support.id != support_id:
        vi, en = "khác mã trong địa chỉ", "the address has another id"
        raise refusal("another-id", ("body", "id"), vi, en)
    with store.snapshot(engine) as session:
        if not store.is_given(session, support_id):
            raise HTTPException(404, "there is no support of this id; add it with POST")
    return written(store.correct, support, engine, day)


def written(
    write: Callable[[Session, Support, date], Support], support: Support, engine: Engine, day: date
) -> Support:
    """Write a support and return its version, or keep what is refused as a rejected row."""
    try:
        with Session(engine) as session, session.begin():
            return write(session, support, day)
    except (InvalidValue, DataError, IntegrityError) as error:
        found = store.problems_in(error)
    if found[0].code == "supports_pkey":
        raise HTTPException(409, "this id exists; correct its support with PUT")
    problems = [store.told(each, "body") for each in found]
    number = rejected(engine, to_mapping(support), problems, day)
    raise HTTPException(422, problems, headers={REJECTED: str(number)})


def refusal(code: str, path: Path, vi: str, en: str) -> HTTPException:
    """Return the answer 422 for one argument."""
    return HTTPException(422, [store.told(Problem(path, code, Message(vi, en)))])


def rejected(engine: Engine, body: Any, problems: list[Any], day: date) -> int:
    """Keep what could not be accepted; return its number."""
    with Session(engine) as session, session.begin():
        return store.reject(session, body, problems, day).number


@app.exception_handler(RequestValidationError)
async def refused(request: Request, error: RequestValidationError) -> Response:
    """Answer 422 with the path of every problem; a support that was refused is kept."""
    for each in error.errors():
        each.pop("input", None)  # what was sent may name a person
    response = await request_validation_exception_handler(request, error)
    if request.url.path.startswith("/supports") and error.body is not None:
        kept = partial(rejected, engine_of(request), error.body, [*error.errors()], today())
        number = await run_in_threadpool(kept)
        response.headers[REJECTED] = str(number)
    return response


@app.get("/supports/{support_id}")
def get_support(support_id: Key, engine: Database) -> list[SupportOut]:
    """Return the versions of a support, the latest first."""
    with store.snapshot(engine) as session:
        found = store.versions(session, support_id)
    if not found:
        raise HTTPException(404, "there is no support of this id")
    return found


@app.post("/rejected-rows/{number}/settle", status_code=204)
def settle(number: Annotated[int, InPath(le=2**31 - 1)], engine: Database, day: Today) -> None:
    """Settle a rejected row: it was not a support, or another row holds it now."""
    with Session(engine) as session, session.begin():
        if not store.settle(session, day, Rejected.number == number):
            raise HTTPException(404, "there is no open row of this number")


class Kept(BaseModel):
    """A row that was rejected: the number to settle it by, its id if it can be read, and why."""

    number: int
    id: str | None
    problems: list[dict[str, Any]]


class Batch(BaseModel):
    """What became of the rows: all of them are accepted, repeats or rejected."""

    accepted: int
    repeats: int
    rejected: list[Kept]


@app.post("/batches")
def add_batch(
    rows: Annotated[list[Any], Body(max_length=MOST_ROWS, json_schema_extra=OF_SUPPORTS)],
    engine: Database,
    day: Today,
) -> Batch:
    """Add or correct many supports, each as `POST /supports` takes one; keep what is rejected."""
    found = load_documents(Support, rows, recorded_on=day, first_row=0)
    with Session(engine) as session, session.begin():
        rejected = store.add_many(session, found, day)
    kept = [Kept(**each) for each in rejected]
    refused = len(kept) - len(found.rejected)  # by the tables
    return Batch(accepted=found.accepted - refused, repeats=found.repeats, rejected=kept)


# --- lists in ---

WITHOUT_A_COLUMN = (Fault.NO_COLUMN, Fault.TWO_COLUMNS)
Ignored = Annotated[list[str] | None, Form()]
Columns = Annotated[list[Annotated[str, Field(pattern="^[a-z_.-]+=.")]] | None, Form()]


def list_in(
    file: UploadFile,
    day: Today,
    recorded_on: Annotated[date | None, Form()] = None,
    ignored: Ignored = None,
    columns: Columns = None,
) -> Intake:
    """Read a list of supports, or refuse the file as a whole."""
    if recorded_on and recorded_on > day:
        path = "body", "recorded_on"
        raise refusal("in-the-future", path, "chưa đến ngày này", "it has not come yet")
    content = file.file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise refusal("too-large", ("body", "file"), "tệp quá lớn", "the file is too large")
    try:
        named = dict(each.split("=", 1) for each in columns or ())
        found, review = read_list(content, ignored or [], named, recorded_on or day)
    except (InvalidValue, UnknownId) as error:
        raise HTTPException(422, [store.told(x, "body", "file") for x in error.problems]) from None
    if review:
        raise HTTPException(422, review)
    return found


def read_list(
    content: bytes, ignored: list[str], named: dict[str, str], recorded_on: date
) -> tuple[Intake, list[dict[str, Any]]]:
    """Read the bytes of a file; also return what speaks against taking in any of its rows."""
    sheet = open_sheet(content, Support, named=named, ignored=ignored)
    others = [each for each in sheet.headings if each not in named.values()]
    found = read(
        Support,
        sheet.rows,
        columns={**find_columns(Support, others).headings, **named} if named else None,
        first_row=sheet.first_row,
        titles=sheet.titles,
        around=sheet.around,
        recorded_on=recorded_on,
        ignored=ignored,
    )
    columns = dict.fromkeys(x.message for x in found.problems if x.code in WITHOUT_A_COLUMN)
    review = [told_of_file("columns", each) for each in columns]
    review += [
        told_of_file(item.code, item.message) | {"accepts": item.accepts}
        for item in to_review(found, sheet, ignored=ignored, claimed=True)  # see /claims
    ]
    return found, review


def told_of_file(code: str, message: Message) -> dict[str, Any]:
    """Return what is wrong with a file, in the form of FastAPI."""
    return store.told(Problem(("body", "file"), code, message))


Listed = Annotated[Intake, Depends(list_in)]


class Taken(BaseModel):
    """What became of the rows of a list, and of the earlier list of its source."""

    accepted: int
    repeats: int
    rejected: int
    problems: list[dict[str, Any]]
    settled: int
    left_out: list[str]
    lost: int


@app.post("/lists/{source}", status_code=201)
def add_list(source: Key, found: Listed, engine: Database, day: Today) -> Taken:
    """Take in a list. A source that exists is refused: correct its list instead."""
    return taken_in(source, found, engine, day, is_new=True)


@app.put("/lists/{source}")
def correct_list(source: Key, found: Listed, engine: Database, day: Today) -> Taken:
    """Put a corrected list in the place of the earlier one of its source."""
    return taken_in(source, found, engine, day, is_new=False)


def taken_in(source: str, found: Intake, engine: Engine, day: date, *, is_new: bool) -> Taken:
    """Write a list as a whole, with what was rejected."""
    with Session(engine) as session, session.begin():
        store.lock(session)
        if store.knows(session, source) == is_new:
            raise HTTPException(409 if is_new else 404, "POST a new source, PUT one that exists")
        taken = store.take_in(session, found, source, day)
    of_rows = [store.told(each, "body", "file") for each in found.problems]
    of_tables = [store.told(each, "body", "file", support.id) for support, each in taken.refused]
    return Taken(
        accepted=found.accepted - len(taken.refused),
        repeats=found.repeats,
        rejected=len(found.rejected) + len(taken.refused),
        problems=of_rows + of_tables,
        settled=taken.settled,
        left_out=taken.left_out,
        lost=taken.lost,
    )


@app.post("/claims", status_code=204)
def claim(
    claimed: Annotated[Completeness, AsDocument(), Body()], engine: Database, day: Today
) -> None:
    """Claim that the supports are complete for a period, so that figures can close."""
    if claimed.what != Support.__name__:
        vi, en = "chỉ có dữ liệu hỗ trợ", "this service holds supports only"
        raise refusal("another-class", ("body", "what"), vi, en)
    with Session(engine) as session, session.begin():
        store.claim(session, claimed.period, day)


# --- evaluations and reports out ---

Found = dict[tuple[int, date], Evaluation]
CACHE: Found = {}
MOST_CACHED = 64


def evaluation_of(engine: Engine, as_of: date) -> Evaluation:
    """Return the evaluation as of a day, which is made again only after a change."""
    with store.snapshot(engine) as session:
        key = store.revision(session), as_of
        if key not in CACHE:
            if len(CACHE) >= MOST_CACHED:
                CACHE.clear()
            CACHE[key] = evaluate(HANOI, store.figures(session, as_of))
        return CACHE[key]


FIRST, LAST = HANOI.phases[0].period.first, HANOI.phases[-1].period.end


def day_of_judgement(day: Today, as_of: Annotated[date | None, Query(ge=FIRST)] = None) -> date:
    """Return the day that was asked for, or today."""
    if as_of and as_of > day:
        raise refusal(
            "in-the-future", ("query", "as_of"), "chưa đến ngày này", "it has not come yet"
        )
    return as_of or day


AsOf = Annotated[date, Depends(day_of_judgement)]


Year = Annotated[int | None, Query(ge=FIRST.year, le=LAST.year)]


def period_of_report(as_of: date, year: int | None) -> Period:
    """Return the year that was asked for, or the last one of the plan that has begun."""
    if year and year > as_of.year:
        vi, en = "năm chưa bắt đầu vào ngày đánh giá", "it begins after the day of judgement"
        raise refusal("in-the-future", ("query", "year"), vi, en)
    wanted = year or min(as_of.year, LAST.year)
    return Period.of_years(wanted, wanted)


@app.get("/evaluation")
def get_evaluation(
    request: Request, response: Response, engine: Database, as_of: AsOf
) -> EvaluationOut:
    """Evaluate the plan as of a day, today if none is given."""
    evaluation = evaluation_of(engine, as_of)
    response.headers["ETag"] = tag = f'"{digest(evaluation)}/{evaluation.library}"'
    response.headers["Cache-Control"] = "no-cache"  # a cache asks each time whether it changed
    if request.headers.get("If-None-Match") == tag:
        raise HTTPException(304)
    return evaluation


@app.post("/evaluations", status_code=201)
def keep_evaluation(engine: Database, as_of: AsOf) -> dict[str, str]:
    """Keep the evaluation as of a day, so that it can be shown and verified later."""
    evaluation = evaluation_of(engine, as_of)
    with Session(engine) as session, session.begin():
        return {"digest": store.keep(session, evaluation)}


@app.get("/evaluations/{wanted}")
def get_kept(wanted: Key, engine: Database) -> EvaluationOut:
    """Return an evaluation that was kept, once it is verified."""
    try:
        with store.snapshot(engine) as session:
            found = store.kept(session, wanted)
    except NscError as error:
        raise HTTPException(500, f"the kept evaluation is not as it was: {error}") from None
    if found is None:
        raise HTTPException(404, "no evaluation of this digest was kept")
    return found


@app.get("/evaluations/{wanted}/changes")
def get_changes(wanted: Key, engine: Database, as_of: AsOf) -> Annotated[Diff, AsDocument()]:
    """Return what changed since an evaluation that was kept."""
    return diff(get_kept(wanted, engine), evaluation_of(engine, as_of))


@app.get("/report", response_class=HTMLResponse)
def get_report(engine: Database, as_of: AsOf, year: Year = None) -> str:
    """Return the report on a year as a page, by default on the year of the day of judgement."""
    period = period_of_report(as_of, year)
    return to_html(report(HANOI, register_of(engine), as_of=as_of, period=period), "vi")


# --- every reading, evidence and money ---


def register_of(engine: Engine) -> Register:
    """Return the register at one moment."""
    with store.snapshot(engine) as session:
        return store.register(session)


@app.get("/sweep")
def get_sweep(engine: Database, as_of: AsOf) -> Annotated[Sweep, AsDocument()]:
    """Evaluate the plan under every reading of its open questions."""
    with store.snapshot(engine) as session:
        return sweep(HANOI, store.figures(session, as_of))


@app.get("/evidence/{target:path}")
def get_evidence(target: str, engine: Database, as_of: AsOf) -> Annotated[Evidence, AsDocument()]:
    """List what the verdict on a target counts, and what it leaves out."""
    if target not in {each.id for each in HANOI.targets}:
        raise HTTPException(404, "the plan does not have a target of this id")
    register = register_of(engine)
    return evidence(assess(HANOI, register, as_of=as_of), register, target)


@app.get("/funding")
def get_funding(engine: Database, as_of: AsOf) -> Annotated[FundingTotals, AsDocument()]:
    """Total the money by phase, source and budget year."""
    return FundingTotals.of(HANOI, register_of(engine), as_of=as_of)
