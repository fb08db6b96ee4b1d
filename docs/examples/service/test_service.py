"""The service on a server of PostgreSQL, asked by an HTTP client.

DATABASE_URL=postgresql://you@localhost/programme pytest
"""

import io
import os
import re
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any
from unittest.mock import Mock
from zoneinfo import ZoneInfo

import httpx
import openpyxl
import psycopg
import pytest
import service
import store
import uvicorn
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from tables import Base

from nsc_program import HANOI, Evaluation, InvalidValue, Range, Solution, Support, evaluate, tally
from nsc_program.intake.typed import load
from nsc_program.serialization import from_json
from nsc_program.verdicts import Diff, Evidence, FundingTotals, Sweep

URL = os.environ["DATABASE_URL"]
SCHEMA = f"nsc_service_{os.getpid()}"
DAY = date(2025, 12, 31)
ROW = {
    "id": "s1",
    "enterprise": "0100000001",
    "started_on": "2024-03-01",
    "completed_on": "2024-09-30",
    "solutions": ["standards"],
    "funding": [
        {"source": "state-budget", "vnd": 90_000_000},
        {"source": "other-lawful", "vnd": 0},
    ],
    "spending_year": 2024,
}


def in_schema(url: str) -> str:
    """Return the address of the schema of these tests."""
    return f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{SCHEMA}"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Start the service on a free port, in a schema of its own."""
    with psycopg.connect(URL, autocommit=True) as database:
        database.execute(f"CREATE SCHEMA {SCHEMA}")
        os.environ["DATABASE_URL"] = in_schema(URL)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(service.app, port=port, log_level="warning"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()
        database.execute(f"DROP SCHEMA {SCHEMA} CASCADE")


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """Return an engine on empty tables."""
    engine = store.engine_for(in_schema(URL))
    with engine.begin() as connection:
        tables = "supports, support_versions, claims, rejected_rows, evaluations"
        connection.execute(text(f"TRUNCATE {tables}"))
    service.CACHE.clear()
    yield engine
    engine.dispose()


@pytest.fixture
def unguarded(engine: Engine) -> Iterator[Engine]:
    """Return an engine on tables that accept any amount."""
    with engine.begin() as connection:
        connection.execute(
            text("ALTER TABLE support_versions DROP CONSTRAINT vnd_of_the_state_fits")
        )
    yield engine
    Base.metadata.drop_all(engine)
    store.create_tables(engine)


@pytest.fixture
def client(address: str, engine: Engine) -> Iterator[httpx.Client]:
    """Return an HTTP client of the service, whose tables are empty."""
    with httpx.Client(base_url=address, timeout=60) as client:
        yield client


def supported(client: httpx.Client, as_of: date = DAY) -> str:
    """Return the range of supported enterprises in 2021-2025."""
    answer = client.get("/evaluation", params={"as_of": str(as_of)})
    assert answer.status_code == 200
    verdict = from_json(answer.content, Evaluation)["2021-2025/supported"]
    return str(verdict.comparisons[0].possible)


def complete(client: httpx.Client) -> None:
    """Claim that the supports are complete for the first phase."""
    period = {"start": None, "end": str(DAY)}
    claimed = client.post("/claims", json={"what": "Support", "period": period})
    assert claimed.status_code == 204


class TestSupports:
    """Supports are added, and corrected by later versions."""

    def test_a_support_is_added_and_counted(self, client: httpx.Client) -> None:
        complete(client)
        assert "[0, 0]" == supported(client)

        assert 201 == client.post("/supports", json=ROW).status_code
        assert "[1, 1]" == supported(client)

    def test_what_was_sent_comes_back_with_its_day(self, client: httpx.Client) -> None:
        client.post("/supports", json=ROW)
        (version,) = client.get("/supports/s1").json()

        assert {**ROW, "recorded_on": str(service.today())} == version

    def test_a_later_version_corrects_it(
        self, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        monkeypatch.setattr(service, "now", lambda: datetime(2999, 1, 1, tzinfo=service.HERE))
        assert 200 == client.put("/supports/s1", json={**ROW, "annulled": True}).status_code

        assert [True, None] == [each.get("annulled") for each in client.get("/supports/s1").json()]
        assert "[0, 0]" == supported(client)

    def test_a_version_of_the_same_day_is_replaced(self, client: httpx.Client) -> None:
        client.post("/supports", json=ROW)
        client.put("/supports/s1", json={**ROW, "completed_on": "2024-10-01"})
        (version,) = client.get("/supports/s1").json()

        assert "2024-10-01" == version["completed_on"]

    def test_an_id_is_given_once(self, client: httpx.Client) -> None:
        client.post("/supports", json=ROW)

        assert 409 == client.post("/supports", json=ROW).status_code
        assert 404 == client.get("/supports/s2").status_code


class TestRejected:
    """What cannot be accepted is answered with paths, and kept: it may be one more support."""

    def test_every_problem_has_its_path(self, client: httpx.Client) -> None:
        sent = {**ROW, "started_on": "2024-02-30", "funding": [{"source": "state-budget"}]}
        answer = client.post("/supports", json=sent)

        assert 422 == answer.status_code
        assert {
            ("no-such-day", ("body", "started_on"), "không có ngày 2024-02-30"),
            ("missing", ("body", "funding", 0, "vnd"), "bắt buộc phải có"),
        } == {
            (each["type"], tuple(each["loc"]), each["ctx"]["vi"])
            for each in answer.json()["detail"]
        }

    @pytest.mark.parametrize("sent", ["{}", "[]", "{", r'{"id": "\ud800\u0000"}', "\0"])
    @pytest.mark.parametrize("form", ["application/json", "text/plain"])
    def test_it_widens_the_figure_until_it_is_settled(
        self, client: httpx.Client, sent: str, form: str
    ) -> None:
        complete(client)
        answer = client.post("/supports", content=sent, headers={"Content-Type": form})
        assert 422 == answer.status_code
        assert "[0, 1]" == supported(client)

        number = answer.headers["X-Rejected-Row"]
        assert 204 == client.post(f"/rejected-rows/{number}/settle").status_code
        assert 404 == client.post(f"/rejected-rows/{number}/settle").status_code
        assert 422 == client.post("/rejected-rows/99999999999/settle").status_code
        assert "[0, 0]" == supported(client)

    def test_a_version_that_can_be_read_settles_it(self, client: httpx.Client) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        client.put("/supports/s1", json={**ROW, "kind": "shop"})
        assert "[0, 2]" == supported(client)  # it may be about another enterprise

        client.put("/supports/s1", json=ROW)
        assert "[1, 1]" == supported(client)

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"enterprise": "0100000002"}, "one_id_one_enterprise"),
            ({"locality": "Hà Đông"}, "locality_is_plain"),
            ({"document": "a\u0000"}, "null-character"),
            ({"funding": [{"source": "lottery", "vnd": 90_000_000}]}, "unknown-source"),
            ({"funding": [{"source": "state-budget", "vnd": 90}]}, "little-money"),
        ],
    )
    def test_what_the_tables_refuse_is_kept_too(
        self, client: httpx.Client, change: dict[str, Any], code: str
    ) -> None:
        client.post("/supports", json=ROW)
        answer = client.put("/supports/s1", json={**ROW, **change})

        assert 422 == answer.status_code
        assert [code] == [each["type"] for each in answer.json()["detail"]]
        assert (
            204
            == client.post(f"/rejected-rows/{answer.headers['X-Rejected-Row']}/settle").status_code
        )

    def test_a_character_that_the_tables_cannot_hold_is_refused_at_its_place(
        self, client: httpx.Client
    ) -> None:
        sent = {**ROW, "document": "a\u0000b"}
        (alone,) = client.post("/supports", json=sent).json()["detail"]
        (of_batch,) = client.post("/batches", json=[sent]).json()["rejected"][0]["problems"]

        assert ["body", "document"] == alone["loc"] == of_batch["loc"]

    def test_what_only_the_tables_refuse_says_what_to_do(self, client: httpx.Client) -> None:
        for name, wrong, remedy in (
            ("id", "2024/01", "begin the id with a letter"),
            ("enterprise", "abc1", "tax code"),
            ("locality", "Hà Đông", "as in ha-dong"),
        ):
            answer = client.post("/supports", json={**ROW, name: wrong})
            (found,) = answer.json()["detail"]
            assert ["body", name] == found["loc"]
            assert remedy in found["msg"]

    def test_a_correction_of_an_unknown_id_leaves_no_trace(self, client: httpx.Client) -> None:
        complete(client)
        assert 404 == client.put("/supports/s1", json=ROW).status_code
        assert "[0, 0]" == supported(client)

    def test_the_answer_is_what_was_stored(self, client: httpx.Client) -> None:
        sent = {**ROW, "recorded_on": "2030-01-01"}
        answer = client.post("/supports", json=sent).json()
        assert [answer] == client.get("/supports/s1").json()
        assert str(service.today()) == answer["recorded_on"]

    def test_what_was_sent_is_not_repeated(self, client: httpx.Client) -> None:
        answer = client.post("/batches", json={"person": "Nguyễn Văn Mẫu"})
        assert 422 == answer.status_code
        assert "Mẫu" not in answer.text

    def test_an_id_has_one_spelling(self, client: httpx.Client) -> None:
        assert 422 == client.put("/supports/s2", json=ROW).status_code
        claimed = {"what": "Training", "period": {"start": None, "end": str(DAY)}}
        assert 422 == client.post("/claims", json=claimed).status_code


HOSTILE = {
    "supports_pkey": "INSERT INTO supports VALUES ('s1', '0100000002')",
    "id_is_plain": "INSERT INTO supports VALUES (' s2', '0100000002')",
    "enterprise_is_plain": "INSERT INTO supports VALUES ('s2', '100000002')",
    "support_versions_pkey": "INSERT INTO support_versions SELECT * FROM support_versions",
    "one_id_one_enterprise": "UPDATE support_versions SET enterprise = '0100000002'",
    "kind_is_known": "UPDATE support_versions SET kind = 'shop'",
    "level_is_known": "UPDATE support_versions SET level = ''",
    "locality_is_plain": "UPDATE support_versions SET locality = '001099012345'",
    "recorded_on_day": "UPDATE support_versions SET recorded_on = '-infinity'",
    "started_on_day": "UPDATE support_versions SET started_on = '0044-03-15 BC'",
    "completed_on_day": "UPDATE support_versions SET completed_on = 'infinity'",
    "ends_after_it_starts": "UPDATE support_versions SET completed_on = '2024-02-29'",
    "solutions_are_known": "UPDATE support_versions SET solutions = ARRAY['standard']",
    "vnd_of_the_state_fits": "UPDATE support_versions SET vnd_of_the_state = -1",
    "vnd_of_others_fits": "UPDATE support_versions SET vnd_of_others = 2000000000000000000",
    "spending_year_is_a_year": "UPDATE support_versions SET spending_year = 24",
    "first_day_day": "UPDATE claims SET first_day = '-infinity'",
    "last_day_day": "UPDATE claims SET last_day = 'infinity'",
    "claim_ends_after_it_starts": "UPDATE claims SET first_day = '2026-01-01'",
    "support_id_is_plain": "INSERT INTO rejected_rows VALUES (9, '', '2026-01-01', null, '', '{}')",
    "things_fits": "INSERT INTO rejected_rows VALUES (9, null, '2026-01-01', null, '', '{}', 0)",
    "one_row": "INSERT INTO revisions VALUES (2, 0)",
}
REJECTED_LATER = [
    "UPDATE support_versions SET vnd_of_the_state = 1",
    "UPDATE support_versions SET vnd_of_the_state = 99999",
    "UPDATE support_versions SET vnd_of_others = 10000000000001",
    "UPDATE support_versions SET solutions = ARRAY[ARRAY['standards']]",
    "UPDATE support_versions SET solutions = ARRAY['standards', 'standards']",
    "UPDATE support_versions SET solutions = ARRAY['standards', NULL]",
    *(
        f"UPDATE supports SET enterprise = '{words}'"
        for words in ("none", "Company", "A;B", "a@b.vn", "n/a", "CCCD-12345678", "AB-1 AB-2")
    ),
]
HARMLESS = [
    "UPDATE support_versions SET document = ''",
    f"UPDATE support_versions SET solutions = ARRAY{[str(each) for each in Solution]}",
    "UPDATE support_versions SET solutions = '{}', vnd_of_the_state = 0, vnd_of_others = null",
    "UPDATE support_versions SET vnd_of_the_state = 100000, vnd_of_others = 10000000000000",
    "UPDATE support_versions SET locality = 'none'",
    "UPDATE support_versions SET recorded_on = '0001-01-01', completed_on = '9999-12-31'",
    "UPDATE supports SET enterprise = 'AB-1'",
    "UPDATE supports SET enterprise = 'ZZZZZZZZZZ-99999999'",
    "UPDATE supports SET enterprise = '0100000001-001'",
    "UPDATE supports SET enterprise = '0100000001999'",
    "UPDATE claims SET first_day = '0001-01-01'",
    "DELETE FROM support_versions",
]


class TestManyAtOnce:
    """A batch is written whole, except the rows that are rejected, and these are kept."""

    def test_every_row_ends_in_the_tables(
        self, client: httpx.Client, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store, "CHUNK", 3)
        complete(client)
        client.post("/supports", json=ROW)
        client.put("/supports/s2", json={"id": "s2"})
        client.put("/supports/s3", json={"id": "s3"})
        started = date(2024, 3, 1)
        row = {"started_on": started, "completed_on": date(2024, 9, 30)}
        rows: list[dict[str, Any]] = [
            {**row, "id": f"s{number}", "enterprise": f"SAMPLE-{number}"} for number in range(2, 9)
        ]
        rows[1]["recorded_on"] = started
        wrong: list[dict[str, Any]] = [
            {**row, "id": "s1", "enterprise": "SAMPLE-1"},  # which was given to another
            {**row, "id": "s10", "enterprise": "SAMPLE-10", "locality": "Hà Đông"},
            {**row, "id": "s11", "enterprise": "SAMPLE-11", "funding.lottery": 10**8},
            {**row, "id": "s12", "enterprise": "none"},
            {**row, "id": "s13", "enterprise": "SAMPLE-13", "started_on": "2024-03-01"},
        ]
        found = load(Support, [*rows, *wrong], recorded_on=service.today())
        with Session(engine) as session, session.begin():
            assert 5 == len(store.add_many(session, found, service.today()))
            kept = session.execute(
                text("SELECT support_id, problems FROM rejected_rows WHERE settled_on IS NULL")
            )
            codes = {each.support_id: each.problems[0]["type"] for each in kept}

        assert {
            "s3": "missing",  # which the earlier version does not settle
            "s1": "one_id_one_enterprise",
            "s10": "locality_is_plain",
            "s11": "unknown-source",
            "s12": "missing",
            "s13": "not-a-date",
        } == codes
        assert str(started) == client.get("/supports/s3").json()[0]["recorded_on"]
        assert "[6, 14]" == supported(client)

    def test_a_batch_may_come_twice(self, client: httpx.Client, engine: Engine) -> None:
        row = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": date(2024, 3, 1)}
        for document in ("a", "b"):
            with Session(engine) as session, session.begin():
                sent = {**row, "document": document}
                found = load(Support, [sent, sent], recorded_on=service.today())
                assert [] == store.add_many(session, found, service.today())

        assert ["b"] == [each["document"] for each in client.get("/supports/s1").json()]

    def test_rows_of_json_are_answered_one_by_one(self, client: httpx.Client) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        money = [{"source": "state-budget", "vnd": 90}]
        rows = [
            ROW,
            ROW,
            {**ROW, "id": "s2", "enterprise": "0100000002"},
            {**ROW, "id": "s3", "started_on": "2024-02-30", "funding": money},
            {"enterprise": "0100000004"},
            5,
            {**ROW, "id": "s6", "enterprise": "0100000006", "locality": "Hà Đông"},
            {**ROW, "id": "s7", "enterprise": "0100000007", "recorded_on": "2999-01-01"},
        ]
        answer = client.post("/batches", json=rows)
        assert 200 == answer.status_code
        batch = answer.json()

        assert (2, 1) == (batch["accepted"], batch["repeats"])
        assert [
            ("s6", [("locality_is_plain", ["body", "locality"])]),
            ("s7", [("in-the-future", ["body", "recorded_on"])]),
            (
                "s3",
                [
                    ("no-such-day", ["body", 3, "started_on"]),
                    ("little-money", ["body", 3, "funding", 0, "vnd"]),
                ],
            ),
            (None, [("missing", ["body", 4, "id"]), ("missing", ["body", 4, "started_on"])]),
            (None, [("not-a-row", ["body", 5])]),
        ] == [
            (each["id"], [(problem["type"], problem["loc"]) for problem in each["problems"]])
            for each in batch["rejected"]
        ]
        assert "[2, 7]" == supported(client)
        for each in batch["rejected"]:
            assert 204 == client.post(f"/rejected-rows/{each['number']}/settle").status_code
        assert "[2, 2]" == supported(client)

    def test_both_ways_in_tell_a_problem_alike(self, client: httpx.Client) -> None:
        sent = {**ROW, "started_on": "2024-02-30"}
        (alone,) = client.post("/supports", json=sent).json()["detail"]
        (of_batch,) = client.post("/batches", json=[sent]).json()["rejected"][0]["problems"]

        assert {**alone, "loc": ["body", 0, "started_on"], "input": None} == {
            **of_batch,
            "input": None,
        }

    @pytest.mark.parametrize("sent", ["{}", "[", str([0] * 10_001)], ids=range(3))
    def test_what_is_not_a_batch_is_refused_as_a_whole(
        self, client: httpx.Client, sent: str
    ) -> None:
        complete(client)

        assert 422 == client.post("/batches", content=sent).status_code
        assert "[0, 0]" == supported(client)


HEADINGS = ("Mã hồ sơ", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành")
DAYS = ("05/01/2024", "30/06/2024")
GOOD = [(f"s{number}", f"SAMPLE-000{number}", *DAYS) for number in (1, 2, 3)]
Rows = Sequence[Sequence[str | None]]


def csv_of(*rows: Sequence[str | None]) -> bytes:
    """Return a list as a CSV file."""
    return "\n".join(",".join(cell or "" for cell in row) for row in rows).encode()


def workbook_of(sheets: dict[str, Rows]) -> bytes:
    """Return lists as the sheets of a workbook."""
    book = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


class TestLists:
    """A file is taken in by its source, corrected as a whole, and no row of it is lost."""

    def taken(
        self,
        client: httpx.Client,
        *rows: Sequence[str | None],
        method: str = "PUT",
        source: str = "list",
        **form: str,
    ) -> Any:
        files = {"file": ("List.CSV", csv_of(HEADINGS, *rows))}
        answer = client.request(method, f"/lists/{source}", files=files, data=form)
        assert (201 if method == "POST" else 200) == answer.status_code
        return answer.json()

    def test_a_correction_settles_what_was_rejected(self, client: httpx.Client) -> None:
        complete(client)
        wrong = [
            ("s2", "SAMPLE-0002", "2024", "30/06/2024"),
            ("s2", "SAMPLE-0002", "2025", "30/06/2024"),  # the same id: two things
            (None, "SAMPLE-0003", *DAYS),
        ]
        first = self.taken(client, GOOD[0], *wrong, method="POST")
        assert (1, 0, 3, 0, []) == tuple(
            first[name] for name in ("accepted", "repeats", "rejected", "settled", "left_out")
        )
        assert ["body", "file", 3, "Ngày bắt đầu"] == first["problems"][0]["loc"]
        assert "[1, 4]" == supported(client)

        second = self.taken(client, *GOOD)
        assert (3, 0, 2) == (second["accepted"], second["rejected"], second["settled"])
        assert "[3, 3]" == supported(client)

    def test_the_sender_says_what_a_column_holds(self, client: httpx.Client) -> None:
        rows = [("Mã hồ sơ", "MST", "Bắt đầu", "Ngày thanh lý"), ("s1", "0100000001", *DAYS)]
        files = {"file": ("list.csv", csv_of(*rows))}
        answer = client.post("/lists/list", files=files)
        assert ["presumed-column"] == [each["type"] for each in answer.json()["detail"]]

        columns = {"columns": ["completed_on=Ngày thanh lý"]}
        assert 1 == client.post("/lists/list", files=files, data=columns).json()["accepted"]
        for wrong in ("done=Ngày thanh lý", "Ngày thanh lý"):
            answer = client.put("/lists/list", files=files, data={"columns": [wrong]})
            assert 422 == answer.status_code

    def test_sheets_that_are_not_read_are_told(self, client: httpx.Client) -> None:
        sheets: dict[str, Rows] = {"2024": [HEADINGS, GOOD[0]], "2025": [HEADINGS, GOOD[1]]}
        files = {"file": ("list.xlsx", workbook_of(sheets))}
        answer = client.post("/lists/list", files=files)
        assert ["unread-sheets"] == [each["type"] for each in answer.json()["detail"]]

    def test_what_a_correction_leaves_out_is_not_lost(self, client: httpx.Client) -> None:
        complete(client)
        self.taken(client, *GOOD, method="POST")
        shorter = self.taken(client, *GOOD[:2])
        assert ["s3"] == shorter["left_out"]
        assert "[2, 4]" == supported(client)  # it may be about another enterprise now

        again = self.taken(client, *GOOD[:2])
        assert (["s3"], 1) == (again["left_out"], again["settled"])
        client.put("/supports/s3", json={**ROW, "id": "s3", "enterprise": "SAMPLE-0003"})
        assert "[3, 3]" == supported(client)
        assert [] == self.taken(client, *GOOD[:2])["left_out"]  # another source has it now

    def test_an_open_row_that_a_correction_leaves_out_stays_open(
        self, client: httpx.Client
    ) -> None:
        complete(client)
        wrong = [("s2", "none", *DAYS), (None, "SAMPLE-0003", *DAYS), (None, "none", *DAYS)]
        self.taken(client, GOOD[0], *wrong, method="POST")
        assert "[1, 4]" == supported(client)

        shorter = self.taken(client, GOOD[0])
        assert (3, ["s2"], 2) == (shorter["settled"], shorter["left_out"], shorter["lost"])
        assert "[1, 4]" == supported(client)

        longer = self.taken(client, *GOOD)  # s3 was one of the rows without an id
        assert (2, [], 1) == (longer["settled"], longer["left_out"], longer["lost"])
        assert "[3, 4]" == supported(client)

    def test_a_list_of_another_source_is_left_alone(self, client: httpx.Client) -> None:
        complete(client)
        wrong = ("s9", "none", *DAYS)
        self.taken(client, GOOD[0], wrong, method="POST", source="january")
        february = self.taken(client, GOOD[1], method="POST", source="february")

        assert (0, []) == (february["settled"], february["left_out"])
        assert "[2, 3]" == supported(client)

    def test_an_earlier_list_does_not_replace_what_was_recorded_since(
        self, client: httpx.Client
    ) -> None:
        complete(client)
        self.taken(client, GOOD[0], method="POST", recorded_on="2025-01-31")
        client.put("/supports/s1", json={**ROW, "enterprise": "SAMPLE-0001", "annulled": True})
        corrected = self.taken(client, *GOOD, recorded_on="2025-01-31")

        assert [] == corrected["left_out"]
        assert "[2, 2]" == supported(client)

    def test_what_the_tables_refuse_is_kept(self, client: httpx.Client) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        taken = self.taken(client, ("s1", "SAMPLE-0001", *DAYS), method="POST")

        assert (0, 1) == (taken["accepted"], taken["rejected"])
        assert [("one_id_one_enterprise", ["body", "file", "s1", "enterprise"])] == [
            (each["type"], each["loc"]) for each in taken["problems"]
        ]
        assert "[0, 2]" == supported(client)

    def test_an_id_that_the_tables_cannot_hold_is_kept_without_it(
        self, client: httpx.Client
    ) -> None:
        complete(client)
        self.taken(client, ("Hồ sơ 1", "none", *DAYS), method="POST")

        assert "[0, 1]" == supported(client)

    def test_a_source_is_new_or_known(self, client: httpx.Client) -> None:
        complete(client)
        files = {"file": ("a.csv", csv_of(HEADINGS, GOOD[0]))}
        assert 404 == client.put("/lists/list", files=files).status_code
        assert 201 == client.post("/lists/list", files=files).status_code
        assert 409 == client.post("/lists/list", files=files).status_code
        assert "[1, 1]" == supported(client)

    @pytest.mark.parametrize(
        ("name", "content", "form", "codes"),
        [
            ("a.csv", csv_of(HEADINGS[:3], GOOD[0][:3]), {}, {"columns"}),
            ("a.csv", csv_of(("a", "b"), ("c", "d")), {}, {"no-headings"}),
            ("a.csv", csv_of(["Danh sách dự kiến"], HEADINGS, GOOD[0]), {}, {"doubtful-line"}),
            ("a.xlsx", b"PK", {}, {"not-a-workbook"}),
            ("\0/../a.exe", b"MZ\x90", {}, {"not-utf-8"}),
            ("a.csv", b"0" * 20_000_001, {}, {"too-large"}),
            ("a.csv", b"", {"recorded_on": "2999-01-01"}, {"in-the-future"}),
        ],
        ids=range(7),
    )
    def test_a_file_that_cannot_be_read_is_refused_as_a_whole(
        self, client: httpx.Client, name: str, content: bytes, form: dict[str, str], codes: set[str]
    ) -> None:
        complete(client)
        answer = client.post("/lists/list", files={"file": (name, content)}, data=form)

        assert 422 == answer.status_code
        assert codes == {each["type"] for each in answer.json()["detail"]}
        assert "[0, 0]" == supported(client)

    def test_a_sheet_beside_the_list_is_told_until_it_is_ignored(
        self, client: httpx.Client
    ) -> None:
        content = workbook_of(
            {"Danh sách": [HEADINGS, GOOD[0]], "Danh sách 2": [["Số liệu dự kiến"]]}
        )
        files = {"file": ("a.xlsx", content)}
        (told,) = client.post("/lists/list", files=files).json()["detail"]
        assert "“Số liệu dự kiến”" in told["msg"]

        assert ["Danh sách 2"] == told["accepts"]
        ignoring = {"ignored": told["accepts"]}
        assert 201 == client.post("/lists/list", files=files, data=ignoring).status_code


class TestTables:
    """No row that the tables accept can make every evaluation fail."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_a_constraint_refuses_each_impossible_row(
        self, client: httpx.Client, engine: Engine, name: str
    ) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        with pytest.raises(DBAPIError, match=f'constraint "{name}"'), engine.begin() as made:
            made.execute(text(HOSTILE[name]))

    @pytest.mark.parametrize("change", REJECTED_LATER)
    def test_what_load_rejects_does_not_get_in(
        self, client: httpx.Client, engine: Engine, change: str
    ) -> None:
        client.post("/supports", json=ROW)
        with pytest.raises(DBAPIError, match="violates check constraint"), engine.begin() as made:
            made.execute(text(change))

    @pytest.mark.parametrize("change", HARMLESS)
    def test_any_other_row_leaves_the_rest_alone(
        self, client: httpx.Client, engine: Engine, change: str
    ) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        with engine.begin() as made:
            made.execute(text(change))
        client.post("/supports", json={**ROW, "id": "s2", "enterprise": "0100000002"})

        low = 1 if "DELETE" in change or "9999-" in change else 2
        assert f"[{low}, {low}]" == supported(client)
        assert 200 == client.get("/report", params={"as_of": str(DAY)}).status_code
        with store.snapshot(engine) as session:
            assert not store.loaded(session).rejected
            assert tally(HANOI, store.register(session), as_of=DAY) == store.figures(session, DAY)

    def test_a_row_that_load_rejects_is_not_lost(
        self, client: httpx.Client, unguarded: Engine, caplog: pytest.LogCaptureFixture
    ) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        with unguarded.begin() as made:
            made.execute(text("UPDATE support_versions SET vnd_of_the_state = 150"))
        with store.snapshot(unguarded) as session:
            verdict = evaluate(HANOI, tally(HANOI, store.register(session), as_of=DAY))

        assert "[0, 1]" == str(verdict["2021-2025/supported"].comparisons[0].possible)
        assert 500 == client.get("/supports/s1").status_code
        assert f"load rejects the version of {service.today()} of support s1" in caplog.messages

    def test_both_ways_in_give_the_same_figures(self, client: httpx.Client, engine: Engine) -> None:
        complete(client)
        for number in range(5):
            sent = {**ROW, "id": f"s{number}", "enterprise": f"010000000{number % 3}"}
            client.post("/supports", json=sent)
        client.post("/supports", json={"id": "s9"})
        with store.snapshot(engine) as session:
            register = store.register(session)
            assert tally(HANOI, register, as_of=DAY) == store.figures(session, DAY)
        assert "[3, 4]" == supported(client)

    def test_workers_may_start_at_once_on_an_empty_database(self, engine: Engine) -> None:
        Base.metadata.drop_all(engine)
        with ThreadPoolExecutor(4) as workers:
            assert [None] * 4 == [*workers.map(store.create_tables, [engine] * 4)]
        with store.snapshot(engine) as session:
            assert 0 == store.revision(session)


class TestEvaluations:
    """Evaluations are cached, kept and verified."""

    def test_today_is_that_of_hanoi(
        self, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        in_utc = datetime(2025, 12, 31, 17, 30, tzinfo=ZoneInfo("UTC"))
        monkeypatch.setattr(service, "now", lambda: in_utc.astimezone(service.HERE))

        assert "2026-01-01" == client.get("/evaluation").json()["as_of"]
        refused = client.get("/evaluation", params={"as_of": "2026-01-02"})
        assert 422 == refused.status_code
        assert ["query", "as_of"] == refused.json()["detail"][0]["loc"]

    def test_it_is_made_again_only_after_a_change(self, client: httpx.Client) -> None:
        address = f"/evaluation?as_of={DAY}"
        tag = client.get(address).headers["ETag"]
        unchanged = client.get(address, headers={"If-None-Match": tag})
        assert 304 == unchanged.status_code
        assert 1 == len(service.CACHE)

        client.post("/supports", json=ROW)
        assert 200 == client.get(address, headers={"If-None-Match": tag}).status_code
        assert 2 == len(service.CACHE)

    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE supports SET enterprise = '0100000002'",
            "DELETE FROM support_versions",
            "TRUNCATE support_versions",
            "INSERT INTO claims (last_day, recorded_on) VALUES ('2025-12-31', '2026-01-31')",
            "DELETE FROM claims",
            "UPDATE rejected_rows SET settled_on = '2026-01-31'",
        ],
    )
    def test_a_change_by_hand_counts_too(
        self, client: httpx.Client, engine: Engine, change: str
    ) -> None:
        client.post("/supports", json=ROW)
        with store.snapshot(engine) as session:
            before = store.revision(session)
        with engine.begin() as made:
            made.execute(text(change))

        with store.snapshot(engine) as session:
            assert before < store.revision(session)

    def test_a_support_that_was_deleted_by_hand_is_not_counted(self, client: httpx.Client) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        assert "[1, 1]" == supported(client)
        with psycopg.connect(URL, autocommit=True) as by_hand:  # whose search path is another
            by_hand.execute(f"DELETE FROM {SCHEMA}.support_versions".encode())

        assert "[0, 0]" == supported(client)

    def test_the_cache_is_bounded(
        self, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(service, "MOST_CACHED", 2)
        for day in (1, 2, 3):
            supported(client, date(2025, 12, day))

        assert 1 == len(service.CACHE)

    def test_it_is_kept_and_verified(self, client: httpx.Client) -> None:
        client.post("/supports", json=ROW)
        digest = client.post(f"/evaluations?as_of={DAY}").json()["digest"]
        client.put("/supports/s1", json={**ROW, "annulled": True})
        kept = client.get(f"/evaluations/{digest}")

        assert 200 == kept.status_code
        assert digest == kept.json()["digest"]
        assert 404 == client.get("/evaluations/0").status_code
        assert {"digest": digest} != client.post(f"/evaluations?as_of={DAY}").json()

    def test_what_changed_since_is_listed(self, client: httpx.Client) -> None:
        complete(client)
        digest = client.post(f"/evaluations?as_of={DAY}").json()["digest"]
        client.post("/supports", json=ROW)
        answer = client.get(f"/evaluations/{digest}/changes?as_of={DAY}")
        (figure,) = from_json(answer.content, Diff)["2021-2025/supported"].figures

        assert (Range.exactly(0), Range.exactly(1)) == (figure.before, figure.after)

    @pytest.mark.parametrize(
        "change",
        [
            "SET evaluation = jsonb_set(evaluation, '{title,en}', '\"another\"')",
            "SET evaluation = jsonb_set(evaluation, '{as_of}', '\"2025-01-01\"')",
            "SET figures = jsonb_set(figures, '{as_of}', '\"2025-12-30\"')",
        ],
    )
    def test_one_that_was_altered_is_not_shown(
        self, client: httpx.Client, engine: Engine, change: str
    ) -> None:
        digest = client.post(f"/evaluations?as_of={DAY}").json()["digest"]
        with engine.begin() as altered:
            altered.execute(text(f"UPDATE evaluations {change}"))

        assert 500 == client.get(f"/evaluations/{digest}").status_code

    @pytest.mark.parametrize(
        "change",
        [
            "program = other.program, figures = other.figures, evaluation = other.evaluation",
            "library = '0.0.0'",
        ],
    )
    def test_one_that_stands_in_the_place_of_another_is_not_shown(
        self, client: httpx.Client, engine: Engine, change: str
    ) -> None:
        first, other = (
            client.post(f"/evaluations?as_of=2025-12-{day}").json()["digest"] for day in (30, 31)
        )
        assert 200 == client.get(f"/evaluations/{first}").status_code
        exchanged = (
            f"UPDATE evaluations AS one SET {change} FROM evaluations AS other"
            " WHERE one.digest = :first AND other.digest = :other"
        )
        with engine.begin() as altered:
            altered.execute(text(exchanged), {"first": first, "other": other})

        assert 500 == client.get(f"/evaluations/{first}").status_code
        assert 200 == client.get(f"/evaluations/{other}").status_code

    def test_threads_share_it(self, client: httpx.Client) -> None:
        complete(client)
        rows = [
            {**ROW, "id": f"s{number}", "enterprise": f"SAMPLE-{number}"} for number in range(24)
        ]
        with ThreadPoolExecutor(8) as threads:
            added = threads.map(lambda row: client.post("/supports", json=row).status_code, rows)
            seen = [*threads.map(lambda _: supported(client), rows)]

        assert {201} == {*added}
        assert all(re.fullmatch(r"\[(\d+), \1\]", each) for each in seen)
        assert "[24, 24]" == supported(client)


class TestBeyondTheEvaluation:
    """Sweeps, evidence and money are read at one moment."""

    def test_a_sweep_has_every_target(self, client: httpx.Client) -> None:
        client.post("/supports", json=ROW)
        found = from_json(client.get("/sweep", params={"as_of": str(DAY)}).content, Sweep)

        assert [each.id for each in HANOI.targets] == [*found]

    def test_evidence_lists_the_supports(self, client: httpx.Client) -> None:
        client.post("/supports", json=ROW)
        client.put("/supports/s2", json={"id": "s2"})
        answer = client.get("/evidence/2021-2025/supported", params={"as_of": str(DAY)})
        (figure,) = from_json(answer.content, Evidence).figures

        assert ["0100000001"] == [each.key for each in figure.counted]
        assert 404 == client.get("/evidence/2021-2025/none").status_code

    def test_money_is_totalled_by_year(self, client: httpx.Client) -> None:
        complete(client)
        client.post("/supports", json=ROW)
        answer = client.get("/funding", params={"as_of": str(DAY)})
        totals = from_json(answer.content, FundingTotals).totals[0]

        assert ["0", "0", "0", "90000000", "0"] == [str(each.vnd.low) for each in totals.years]


class TestPages:
    """The report is a page, and the description of the service stands by itself."""

    def test_the_report_is_a_page(self, client: httpx.Client) -> None:
        client.post("/supports", json=ROW)
        page = client.get("/report", params={"as_of": str(DAY), "year": 2024})

        assert page.headers["Content-Type"].startswith("text/html")
        assert "2024" in page.text

    @pytest.mark.parametrize(
        ("argument", "value"),
        [
            ("year", 2020),
            ("year", 2026),
            ("year", 2031),
            ("as_of", "2020-12-31"),
            ("as_of", "9999"),
        ],
    )
    def test_an_argument_that_does_not_fit_the_plan_is_named(
        self, client: httpx.Client, argument: str, value: object
    ) -> None:
        answer = client.get("/report", params={"as_of": str(DAY), argument: str(value)})

        assert 422 == answer.status_code
        assert [["query", argument]] == [each["loc"] for each in answer.json()["detail"]]

    @pytest.mark.parametrize("path", ["/supports/%00", "/evaluations/%00"])
    def test_an_id_that_the_driver_refuses_is_an_argument(
        self, client: httpx.Client, path: str
    ) -> None:
        answer = client.get(path)

        assert 422 == answer.status_code
        assert "path" == answer.json()["detail"][0]["loc"][0]

    def test_the_last_year_of_the_plan_is_reported_later(
        self, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(service, "now", lambda: datetime(2032, 1, 1, tzinfo=service.HERE))

        assert "2030" in client.get("/report").text

    def test_a_fault_of_the_server_is_not_one_of_the_caller(
        self, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        vi, en = "thiếu thư viện", "an extra is missing"
        fault = InvalidValue.at(code="missing-extra", vi=vi, en=en)
        monkeypatch.setattr(service, "report", Mock(side_effect=fault))

        assert 500 == client.get("/report", params={"as_of": str(DAY)}).status_code

    def test_every_reference_of_the_description_has_its_component(
        self, client: httpx.Client
    ) -> None:
        described = client.get("/openapi.json").text
        components = client.get("/openapi.json").json()["components"]["schemas"]

        assert {"Support", "Evaluation", "Completeness", "Verdict"} <= components.keys()
        assert (
            '"items":{"$ref":"#/components/schemas/Support"},"type":"array","maxItems"' in described
        )
        assert components.keys() >= set(re.findall('#/components/schemas/([^"]*)"', described))
