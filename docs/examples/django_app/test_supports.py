"""The app, asked by Django's client: python -m pytest."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from io import StringIO
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from supports import records, views
from supports.forms import SupportForm
from supports.models import Claim, RejectedRow, StoredEvaluation, Support, Version, today

from nsc_program import HANOI, Evaluation, assess
from nsc_program.serialization import digest, from_json

pytestmark = pytest.mark.django_db(transaction=True)

DAY = date(2025, 12, 31)
ROW = {
    "id": "HĐ-1/2024",
    "enterprise": "0100000001",
    "kind": "enterprise",
    "started_on": "2024-03-01",
    "completed_on": "2024-09-30",
    "level": "city",
    "verified": "on",
}


@pytest.fixture
def officer(client: Client, django_user_model: Any) -> Client:
    """Return the client of an officer, where the supports of the first phase are complete."""
    Claim.objects.create(last_day=DAY)
    client.force_login(django_user_model.objects.create_superuser("officer"))
    return client


def sent(client: Client, address: str = "/supports/add/", **cells: Any) -> Any:
    """Send the form of a support."""
    filled = {**ROW, "entry": str(uuid4()), "csrfmiddlewaretoken": "secret", **cells}
    return client.post(address, {name: cell for name, cell in filled.items() if cell is not None})


def errors(answer: Any) -> dict[str, list[str]]:
    """Return the problems that a form shows, by field."""
    assert 422 == answer.status_code
    return {name: list(problems) for name, problems in answer.context["form"].errors.items()}


def supported(as_of: date = DAY) -> str:
    """Return the range of supported enterprises in 2021-2025."""
    return reached(records.evaluation(as_of))


def reached(evaluation: Evaluation) -> str:
    """Return the range of supported enterprises in 2021-2025, by an evaluation."""
    return str(evaluation["2021-2025/supported"].comparisons[0].possible)


class TestForm:
    """An officer enters supports, and sees every problem at its field, in Vietnamese."""

    def test_a_support_is_entered_and_counted(self, officer: Client) -> None:
        assert "[0, 0]" == supported()
        answer = sent(officer)

        assert 302 == answer.status_code
        assert "Đã ghi hồ sơ HĐ-1/2024." in officer.get("/").content.decode()
        assert "[1, 1]" == supported()

    def test_every_problem_stands_at_its_field(self, officer: Client) -> None:
        wrong = {
            "enterprise": "100000001",
            "started_on": "30/02/2024",
            "spending_year": "24",
            "vnd_of_the_state": "90",
            "locality": "a" * 201,
            "kind": "shop",
        }
        found = errors(sent(officer, **wrong))

        assert set(wrong) == set(found)
        assert "mã số doanh nghiệp" in found["enterprise"][0]
        assert "hợp lệ" in found["started_on"][0]  # in the words of Django
        assert found["vnd_of_the_state"][0].startswith("Số tiền quá nhỏ")
        assert {1} == {len(problems) for problems in found.values()}

    def test_fields_that_contradict_each_other_are_a_problem(self, officer: Client) -> None:
        (problem,) = errors(sent(officer, completed_on="2024-02-29"))["completed_on"]

        assert problem.startswith("Ngày hoàn thành (29/02/2024) sớm hơn ngày bắt đầu (01/3/2024)")

    @pytest.mark.parametrize("name", ["id", "enterprise", "started_on", "kind", "level", "entry"])
    def test_what_is_required_is_a_problem_once(self, officer: Client, name: str) -> None:
        left_out: dict[str, Any] = {name: None}
        found = errors(sent(officer, **left_out))

        assert {name: ["Trường này là bắt buộc."]} == found

    def test_a_problem_without_a_field_stands_above_the_form(self) -> None:
        filled = QueryDict(mutable=True)
        filled.update({**ROW, "entry": str(uuid4())})
        form = SupportForm(Support(), filled)
        del form.fields["enterprise"]

        assert ["__all__"] == [*form.errors]

    def test_days_are_vietnamese(self, officer: Client) -> None:
        sent(officer, started_on="03/04/2024")
        assert date(2024, 4, 3) == Version.objects.get().started_on

    @pytest.mark.parametrize("written", ["90.000", "90.000.000", "90,5"])
    def test_an_amount_is_never_a_thousandth(self, officer: Client, written: str) -> None:
        told = ["Chỉ ghi các chữ số liền nhau, như 90000000."]
        assert {"vnd_of_the_state": told} == errors(sent(officer, vnd_of_the_state=written))

    def test_an_id_is_given_once(self, officer: Client) -> None:
        sent(officer)
        found = errors(sent(officer, enterprise="0100000002"))

        assert ["Mã hồ sơ này đã có; hãy sửa hồ sơ đó, hoặc dùng mã khác."] == found["id"]

    def test_a_form_that_is_sent_twice_is_written_once(self, officer: Client) -> None:
        entry = str(uuid4())
        assert [302, 302] == [sent(officer, entry=entry).status_code for _ in range(2)]

        assert 1 == Version.objects.count()
        assert "[1, 1]" == supported()

    def test_what_another_officer_has_entered_is_settled(self, officer: Client) -> None:
        entry = str(uuid4())
        sent(officer)
        sent(officer, entry=entry, completed_on="2024-02-29")
        assert "[0, 2]" == supported()

        assert 302 == sent(officer, entry=entry).status_code
        assert "[1, 1]" == supported()

    def test_who_may_not_enter_is_refused(self, client: Client, django_user_model: Any) -> None:
        assert "/admin/login/?next=/" == client.get("/").headers["Location"]
        client.force_login(django_user_model.objects.create_user("reader"))

        assert 200 == client.get("/").status_code
        assert 403 == sent(client).status_code


class TestCorrections:
    """A correction is a later version; all versions are kept."""

    def test_the_form_shows_the_latest_version(self, officer: Client) -> None:
        sent(officer, vnd_of_others="0", locality="Hà Đông")
        page = officer.get(Support.objects.get().get_absolute_url()).content.decode()

        assert 'value="Hà Đông"' in page
        assert 'value="30/09/2024"' in page
        assert 'name="vnd_of_others" value="0"' in page

    def test_a_later_version_corrects_it(
        self, officer: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sent(officer)
        address = Support.objects.get().get_absolute_url()
        monkeypatch.setattr(views, "today", lambda: date(2999, 1, 1))
        sent(officer, address, annulled="on", id="another")

        assert [(today(), False), (date(2999, 1, 1), True)] == [
            *Version.objects.order_by("recorded_on").values_list("recorded_on", "annulled")
        ]
        assert "[0, 0]" == supported()
        before = assess(HANOI, records.register().as_known_on(today()), as_of=DAY)
        assert "[1, 1]" == reached(before)

    def test_a_version_of_the_same_day_is_replaced(self, officer: Client) -> None:
        sent(officer)
        sent(officer, Support.objects.get().get_absolute_url(), completed_on="")

        assert None is Version.objects.get().completed_on

    def test_an_enterprise_is_corrected_in_all_versions(self, officer: Client) -> None:
        sent(officer)
        sent(officer, Support.objects.get().get_absolute_url(), enterprise="0100000002")

        assert "0100000002" == Support.objects.get().enterprise
        assert "[1, 1]" == supported()

    def test_a_support_without_versions_gets_one(self, officer: Client) -> None:
        Support.objects.create(record_id="s1", enterprise="0100000001")
        sent(officer, Support.objects.get().get_absolute_url(), enterprise="0100000002")

        assert ["s1"] == [each.support.record_id for each in Version.objects.all()]
        assert "[1, 1]" == supported()

    def test_a_support_that_does_not_exist_is_not_found(self, officer: Client) -> None:
        assert 404 == officer.get("/supports/9/").status_code


class TestRejected:
    """What cannot be accepted is kept: it may be one more support."""

    def test_it_widens_the_figure_until_it_is_accepted(self, officer: Client) -> None:
        entry = str(uuid4())
        for _ in range(2):
            sent(officer, entry=entry, completed_on="2024-02-29")
        assert "[0, 1]" == supported()
        assert "1 dòng" in officer.get("/").content.decode()

        sent(officer, entry=entry)
        assert "[1, 1]" == supported()

    def test_it_is_kept_with_its_problems(self, officer: Client) -> None:
        sent(officer, completed_on="2024-02-29", document="\0")
        row = RejectedRow.objects.get()

        assert "HĐ-1/2024" == row.record_id
        assert "before-its-start" not in row.problems
        assert '"completed_on"' in row.problems
        assert '"document": "\\u0000"' in row.sent
        assert "csrf" not in row.sent

    def test_a_version_that_is_accepted_settles_it(self, officer: Client) -> None:
        sent(officer, completed_on="2024-02-29")
        sent(officer)

        assert "[1, 1]" == supported()

    def test_a_person_settles_it(self, officer: Client) -> None:
        sent(officer, id="\0")
        assert "[0, 1]" == supported()
        page = officer.get("/admin/supports/rejectedrow/").content.decode()
        assert "Đã giải quyết" in page

        chosen = {"action": "settle", "_selected_action": str(RejectedRow.objects.get().pk)}
        officer.post("/admin/supports/rejectedrow/", chosen)
        assert "[0, 0]" == supported()

    def test_an_empty_form_is_kept_too(self, officer: Client) -> None:
        assert 422 == officer.post("/supports/add/").status_code
        assert "[0, 1]" == supported()


# What a program writes that goes past the form, by the constraint that refuses it.
HOSTILE = {
    "recorded_on_is_a_day": "UPDATE supports_version SET recorded_on = '-infinity'",
    "started_on_is_a_day": "UPDATE supports_version SET started_on = '-infinity'",
    "completed_on_is_a_day": "UPDATE supports_version SET completed_on = 'infinity'",
    "ends_after_it_starts": "UPDATE supports_version SET completed_on = '2024-02-29'",
    "kind_is_known": "UPDATE supports_version SET kind = 'shop'",
    "level_is_known": "UPDATE supports_version SET level = ''",
    "vnd_of_the_state_fits": "UPDATE supports_version SET vnd_of_the_state = -1",
    "vnd_of_others_fits": "UPDATE supports_version SET vnd_of_others = 2000000000000000000",
    "spending_year_fits": "UPDATE supports_version SET spending_year = 24",
    "first_day_is_a_day": "UPDATE supports_claim SET first_day = '-infinity'",
    "last_day_is_a_day": "UPDATE supports_claim SET last_day = 'infinity'",
    "claimed_on_is_a_day": "UPDATE supports_claim SET claimed_on = 'infinity'",
    "claim_ends_after_it_starts": "UPDATE supports_claim SET first_day = '2026-01-01'",
    "received_on_is_a_day": "UPDATE supports_rejectedrow SET received_on = 'infinity'",
    "settled_on_is_a_day": "UPDATE supports_rejectedrow SET settled_on = 'infinity'",
}
KEYS = [
    "INSERT INTO supports_support (record_id, enterprise) VALUES ('HĐ-1/2024', '0100000002')",
    "UPDATE supports_version SET support_id = 9",
    "UPDATE supports_version SET recorded_on = NULL",
    "UPDATE supports_claim SET last_day = NULL",
]
# What the tables accept, and the range of supports once there is one more.
HARMLESS = {
    "UPDATE supports_support SET record_id = ''": "[1, 2]",
    "UPDATE supports_support SET record_id = ' s1'": "[1, 2]",
    "UPDATE supports_support SET record_id = '001099012345'": "[1, 2]",
    "UPDATE supports_support SET enterprise = '100000001'": "[1, 2]",
    "UPDATE supports_support SET enterprise = '0100000002'": "[1, 1]",
    "UPDATE supports_version SET locality = ''": "[1, 2]",
    "UPDATE supports_version SET vnd_of_the_state = 1": "[1, 2]",
    "UPDATE supports_version SET document = ''": "[2, 2]",
    "UPDATE supports_version SET recorded_on = '0001-01-01'": "[2, 2]",
    "UPDATE supports_version SET completed_on = '9999-12-31'": "[1, 1]",
    "UPDATE supports_claim SET first_day = '0001-01-01'": "[2, 2]",
    "DELETE FROM supports_version": "[1, 1]",
    "UPDATE supports_rejectedrow SET record_id = '', settled_on = NULL": "[2, 3]",
    "UPDATE supports_rejectedrow SET record_id = 'r', settled_on = NULL": "[2, 3]",
}


def execute(statement: str) -> None:
    """Let another program write to the tables."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def rows(officer: Client) -> Client:
    """Return an officer who had to send the form of a support twice."""
    entry = str(uuid4())
    sent(officer, entry=entry, completed_on="2024-02-29")
    sent(officer, entry=entry)
    return officer


@pytest.mark.usefixtures("rows")
class TestTables:
    """No row that the tables accept can make every evaluation fail."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_a_constraint_refuses_each_impossible_row(self, name: str) -> None:
        with pytest.raises(IntegrityError, match=name):
            execute(HOSTILE[name])

    @pytest.mark.parametrize("statement", KEYS)
    def test_keys_hold_versions_together(self, statement: str) -> None:
        with pytest.raises(IntegrityError):
            execute(statement)

    def test_a_support_has_one_version_a_day(self) -> None:
        version = Version.objects.get()
        version.pk = None
        with pytest.raises(IntegrityError):
            version.save()

    @pytest.mark.parametrize("statement", HARMLESS)
    def test_any_other_row_leaves_the_rest_alone(self, rows: Client, statement: str) -> None:
        execute(statement)
        sent(rows, id="s2", enterprise="0100000002")

        assert HARMLESS[statement] == supported()
        assert 200 == rows.get("/report", {"as_of": str(DAY)}).status_code

    def test_the_command_lists_what_the_library_rejects(self) -> None:
        printed = StringIO()
        call_command("check_supports", stdout=printed)
        assert "all 1 versions are accepted\n" == printed.getvalue()

        execute("UPDATE supports_version SET vnd_of_the_state = 150")
        with pytest.raises(CommandError, match="1 of 1 versions are rejected"):
            call_command("check_supports", stdout=printed)
        assert f"HĐ-1/2024 ({today()}), funding.state-budget: số tiền quá nhỏ" in printed.getvalue()

    def test_all_queries_see_one_moment(self) -> None:
        def write() -> None:
            try:
                RejectedRow.objects.create(entry=uuid4(), received_on=DAY)
            finally:
                connection.connection.close()  # Django would keep a database in memory open

        with records.snapshot():
            before = RejectedRow.objects.count()
            with ThreadPoolExecutor(1) as others:
                refusal = others.submit(write).exception()
            assert before == RejectedRow.objects.count()
        assert (refusal is None) == (connection.vendor == "postgresql")  # SQLite lets it wait

    def test_the_migrations_make_these_tables(self) -> None:
        call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


class TestDay:
    """Today is the day in Hanoi, and nothing is evaluated as of a later day."""

    def test_today_is_that_of_hanoi(self, monkeypatch: pytest.MonkeyPatch) -> None:
        moment = datetime(2025, 12, 31, 17, 30, tzinfo=ZoneInfo("UTC"))
        monkeypatch.setattr(timezone, "now", lambda: moment)
        with timezone.override("UTC"):
            assert date(2026, 1, 1) == today()

    @pytest.mark.parametrize(
        ("as_of", "why"), [("2999-01-01", "Ngày này chưa đến."), ("31/02/2025", "hợp lệ")]
    )
    @pytest.mark.parametrize("address", ["/", "/evaluation.json", "/report"])
    def test_another_day_is_refused(
        self, officer: Client, address: str, as_of: str, why: str
    ) -> None:
        answer = officer.get(address, {"as_of": as_of})

        assert 400 == answer.status_code
        assert why in answer.content.decode()


class TestResults:
    """Verdicts and reports go out."""

    def test_the_page_shows_the_verdicts(self, officer: Client) -> None:
        page = officer.get("/", {"as_of": str(DAY)}).content.decode()

        assert '<div lang="vi">' in page
        assert "Không đạt" in page

    def test_the_document_is_that_of_the_library(self, rows: Client) -> None:
        answer = rows.get("/evaluation.json", {"as_of": str(DAY)})

        assert "application/json" == answer.headers["Content-Type"]
        assert "[1, 1]" == reached(from_json(answer.content, Evaluation))

    def test_a_client_that_has_it_gets_nothing(self, rows: Client) -> None:
        tag = rows.get("/evaluation.json").headers["ETag"]
        assert 304 == rows.get("/evaluation.json", HTTP_IF_NONE_MATCH=tag).status_code

        sent(rows, id="s2", enterprise="0100000002")
        assert 200 == rows.get("/evaluation.json", HTTP_IF_NONE_MATCH=tag).status_code

    def test_the_report_is_a_page(self, rows: Client) -> None:
        assert "2024" in rows.get("/report", {"as_of": "2024-12-31"}).content.decode()

    def test_a_year_before_the_plan_is_refused(self, officer: Client) -> None:
        assert 400 == officer.get("/report", {"as_of": "1999-12-31"}).status_code


class TestStored:
    """Evaluations are stored, reread and verified."""

    def test_the_command_stores_and_verifies(self, rows: Client) -> None:
        printed = StringIO()
        for _ in range(2):
            call_command("evaluate", "--as-of", str(DAY), stdout=printed)
        stored = StoredEvaluation.objects.get()

        assert digest(records.evaluation(DAY)) == stored.digest
        assert "2021-2025/supported: Không đạt" in printed.getvalue()
        assert f"stored and verified: {stored.digest}" in printed.getvalue()
        assert stored.digest in rows.get("/").content.decode()

    def test_it_is_shown_as_it_was(self, rows: Client) -> None:
        address = records.store(records.evaluation(DAY)).get_absolute_url()
        sent(rows, Support.objects.get().get_absolute_url(), annulled="on")

        assert "1 doanh nghiệp" in rows.get(address).content.decode()

    @pytest.mark.parametrize("name", ["evaluation", "figures"])
    def test_one_that_was_altered_is_not_shown(self, rows: Client, name: str) -> None:
        stored = records.store(records.evaluation(DAY))
        document = {**getattr(stored, name), "as_of": "2025-12-30"}
        StoredEvaluation.objects.update(**{name: document})
        answer = rows.get(stored.get_absolute_url())

        assert 500 == answer.status_code
        assert "Bản lưu đã bị sửa đổi" in answer.content.decode()
        with pytest.raises(CommandError, match="was altered"):
            call_command("evaluate", "--as-of", str(DAY))

    def test_one_that_stands_in_the_place_of_another_is_not_shown(self, rows: Client) -> None:
        first, other = (records.store(records.evaluation(date(2025, 12, day))) for day in (30, 31))
        StoredEvaluation.objects.filter(pk=first.pk).update(
            program=other.program, figures=other.figures, evaluation=other.evaluation
        )

        assert 500 == rows.get(first.get_absolute_url()).status_code
        assert 200 == rows.get(other.get_absolute_url()).status_code

    def test_the_command_evaluates_today_and_no_later_day(self) -> None:
        call_command("evaluate", stdout=StringIO())
        assert today() == StoredEvaluation.objects.get().as_of

        with pytest.raises(CommandError, match="in the future"):
            call_command("evaluate", "--as-of", "2999-01-01")


class TestAdmin:
    """An officer looks at all versions, and claims that the supports are complete."""

    def test_a_support_is_shown_with_its_versions(self, rows: Client) -> None:
        page = rows.get(f"/admin/supports/support/{Support.objects.get().pk}/change/")

        assert str(today().year) in page.content.decode()
        assert 403 == rows.get("/admin/supports/support/add/").status_code
        assert 200 == rows.get("/admin/supports/storedevaluation/").status_code

    def test_a_claim_is_made_today(self, officer: Client) -> None:
        officer.post("/admin/supports/claim/add/", {"last_day": "30/06/2025"})

        assert today() == Claim.objects.get(last_day=date(2025, 6, 30)).claimed_on

    def test_a_claim_ends_after_it_starts(self, officer: Client) -> None:
        wrong = {"first_day": "01/07/2025", "last_day": "30/06/2025"}
        page = officer.post("/admin/supports/claim/add/", wrong).content.decode()

        assert "Ngày cuối sớm hơn ngày đầu; hãy sửa lại ngày ghi sai." in page
