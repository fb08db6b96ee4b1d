"""Plans as files: TOML and JSON, targets given by words alone, and the command that uses them.

All plans are made up.
"""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from test_national import ENOUGH, TARGETS

from command import run
from each import for_each
from nsc_program import (
    About,
    AtLeast,
    Between,
    EachYear,
    Evaluation,
    Fact,
    Growth,
    Period,
    Program,
    Reached,
    Reading,
    Register,
    ReportedFigure,
    Status,
    in_force,
)
from nsc_program.errors import DocumentError
from nsc_program.serialization import from_json, from_toml, to_json
from nsc_program.values import read_period

EXAMPLE = Path(str(files("nsc_program.cli"))) / "made-up-plan.toml"
TEXT = EXAMPLE.read_text(encoding="utf-8")
PLAN = from_toml(TEXT, Program)
WORDS = "phases[0].targets[0].citations[0].words"
THIRD_WORDS = WORDS.replace("targets[0]", "targets[2]")
CLUBS, TRACEABILITY = "target '2026-2030/clubs'", "target '2026-2030/traceability'"
SECOND_WORDS = WORDS.replace("targets[0]", "targets[1]")
WORDED = [{"citations": [{"words": "đến năm 2030 đạt 5 mô hình"}]}]


def refusal(text: str | bytes, kind: type = Program) -> str:
    with pytest.raises(DocumentError) as refused:
        from_toml(text, kind)
    return str(refused.value)


class TestExample:
    """A plan with an indicator unknown to the library is read from TOML and evaluated."""

    def test_the_words_give_bases_and_bounds(self) -> None:
        assert {
            "2026-2030/clubs": (Reached(), AtLeast(12), False),
            "2026-2030/traceability": (Reached(), Between(40, 50), False),
            "2026-2030/supported": (EachYear(), About(30), True),
            "2026-2030/trained": (Growth(Period.of_years(2021, 2025)), AtLeast(20), False),
        } == {
            target.id: (target.basis, target.bound, target.aspirational) for target in PLAN.targets
        }

    def test_toml_and_json_give_the_same_plan(self) -> None:
        assert PLAN == from_json(to_json(PLAN), Program)
        assert date(2026, 1, 15) == PLAN.in_force_from

    def test_the_command_line_gives_verdicts(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        rows = [Fact("clubs", f"SAMPLE-{number}", date(2028, 5, 1)) for number in range(12)]
        share = ReportedFigure(
            id="SAMPLE-R1",
            indicator="digital-share",
            period=Period.of_years(2030, 2030),
            value=39,
            issued=date(2031, 1, 20),
        )
        path = tmp_path / "register.json"
        path.write_text(
            to_json(Register.complete_through(date(2030, 12, 31), [*rows, share])), encoding="utf-8"
        )

        code, out, err = run(
            capsys,
            "evaluate",
            path,
            "--program",
            EXAMPLE,
            "--as-of",
            "2031-02-01",
            "--format",
            "json",
        )

        assert (0, "") == (code, err)
        evaluation = from_json(out, Evaluation)
        assert [Status.ATTAINED, Status.MISSED, Status.UNDECIDED, Status.UNDECIDED] == [
            verdict.status for verdict in evaluation.verdicts
        ]


class TestWords:
    """Unclear words are refused with their place; they are never guessed."""

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            (
                "ít nhất 12 câu",
                "gần 12 câu",
                (
                    f"{WORDS}: {CLUBS}: characters 11 to 27, “gần 12 câu lạc bộ”: "
                    "the model has no “nearly”; write "
                    "“at least” or “about”; or give a bound"
                ),
            ),
            (
                "ít nhất 12 câu lạc bộ năng suất",
                "các câu lạc bộ",
                (
                    f"{WORDS}: {CLUBS}: the words need exactly one number, but have 0; "
                    "quote the words of one number only; or give a bound"
                ),
            ),
            (
                "12 câu lạc bộ năng suất",
                "12 câu lạc bộ và 5 mô hình",
                (
                    f"{WORDS}: {CLUBS}: the words need exactly one number, but have 2; "
                    "quote the words of one number only; or give a bound"
                ),
            ),
            (
                "đến năm 2030, tỷ",
                "đến năm 2031, tỷ",
                (
                    f"{SECOND_WORDS}: {TRACEABILITY}: “đến năm 2031” does not fit the phase, "
                    "2026-01-01 to 2030-12-31; "
                    "move the target to the right phase; or give a bound"
                ),
            ),
            (
                "40-50%",
                "40-50 doanh nghiệp",
                (
                    f"{SECOND_WORDS}: {TRACEABILITY}: the words count in “doanh nghiệp”, "
                    "but the indicator counts in "
                    "“%”; let the label of the unit or of the indicator name it; or give a bound"
                ),
            ),
            (
                "ít nhất 12 câu lạc bộ năng suất",
                "ít nhất 12%",
                (
                    f"{WORDS}: {CLUBS}: the words count in “%”, "
                    "but the indicator counts in “câu lạc bộ”; "
                    "let the label of the unit or of the indicator name it; or give a bound"
                ),
            ),
            (
                "thành lập ít nhất 12 câu lạc bộ năng suất",
                "trong đó ít nhất 12 câu lạc bộ",
                (
                    f"{WORDS}: {CLUBS}: the words say “trong đó”; "
                    "give part_of, the id of the whole; or give a bound"
                ),
            ),
            (
                "ít nhất 12 câu lạc bộ năng suất",
                "ít nhất 12 lượt người",
                (
                    f"{WORDS}: {CLUBS}: the words count in “lượt người”, "
                    "but the indicator counts in “câu lạc bộ”; "
                    "let the label of the unit or of the indicator name it; or give a bound"
                ),
            ),
            (
                (
                    'citations = [{ document = "plan", '
                    'words = "thành lập ít nhất 12 câu lạc bộ năng suất" }]\n'
                ),
                "",
                "phases[0].targets[0].citations: it is required",
            ),
            (
                'indicator = "supported"',
                'indicator = "supported"\nbasis = { type = "Reached" }',
                (
                    f"{THIRD_WORDS}: target '2026-2030/supported': the words say EachYear, "
                    "but the basis differs; correct the basis; or give a bound"
                ),
            ),
        ],
    )
    def test_unclear_words_are_refused_with_their_place(
        self, old: str, new: str, message: str
    ) -> None:
        assert old in TEXT
        assert message == refusal(TEXT.replace(old, new, 1))

    def test_a_basis_may_repeat_the_words(self) -> None:
        said = TEXT.replace(
            'indicator = "supported"', 'indicator = "supported"\nbasis = { type = "EachYear" }'
        )

        assert PLAN == from_toml(said, Program)

    def test_an_explicit_aspirational_flag_prevails_over_the_words(self) -> None:
        said = TEXT.replace(
            'indicator = "supported"', 'indicator = "supported"\naspirational = false'
        )

        assert not from_toml(said, Program).target("2026-2030/supported").aspirational

    def test_words_may_be_english(self) -> None:
        said = TEXT.replace(
            'words = "thành lập ít nhất 12 câu lạc bộ năng suất"',
            'words = "at least 12 clubs", lang = "en"',
        )

        assert AtLeast(12) == from_toml(said, Program).target("2026-2030/clubs").bound

    def test_past_phases_may_have_words(self) -> None:
        plan = json.loads(to_json(PLAN))
        past = {"id": "2021-2025", "period": {"start": "2021-01-01", "end": "2025-12-31"}}
        cited = [{"document": "plan", "words": "ít nhất 7 câu lạc bộ"}]
        target = {
            "id": "2021-2025/clubs",
            "title": {"vi": "a", "en": "a"},
            "indicator": "clubs",
            "citations": cited,
        }
        plan["past"] = [{**past, "targets": [target]}]

        assert AtLeast(7) == from_json(json.dumps(plan), Program).past[0].targets[0].bound

    def test_a_past_phase_may_cite_another_text_under_the_same_id(self) -> None:
        """The document is written in full there, and a mistake in it has its own path."""
        plan = json.loads(to_json(PLAN))
        past = {"id": "2021-2025", "period": {"start": "2021-01-01", "end": "2025-12-31"}}
        document = {"id": "plan", "title": {"vi": "a", "en": "a"}, "place": "earlier"}
        cited = [{"document": document, "words": "ít nhất 7 câu lạc bộ"}]
        target = {
            "id": "2021-2025/clubs",
            "title": {"vi": "a", "en": "a"},
            "indicator": "clubs",
            "citations": cited,
        }
        plan["past"] = [{**past, "targets": [target]}]

        found = from_json(json.dumps(plan), Program)

        assert "earlier" == found.past[0].targets[0].citations[0].document.place
        assert PLAN.documents == found.documents
        del document["place"]
        with pytest.raises(
            DocumentError, match=r"^past\[0\]\.targets\[0\]\.citations\[0\]\.document\.place: it is"
        ):
            from_json(json.dumps(plan), Program)

    @for_each(
        ("part", "path"),
        [
            ({"phases": 5}, "phases"),
            ({"phases": [5]}, "phases[0]"),
            ({"phases": [{"targets": 5}]}, "phases[0].targets"),
            ({"phases": [{"targets": [5]}]}, "phases[0].targets[0]"),
            ({"phases": [{"targets": [{}]}]}, "phases[0].targets[0].citations"),
            ({"phases": [{"targets": [{"citations": 5}]}]}, "phases[0].targets[0].citations"),
            ({"phases": [{"targets": [{"citations": [5]}]}]}, "phases[0].targets[0].citations[0]"),
            (
                {"phases": [{"targets": [{"citations": [{"words": 5}]}]}]},
                "phases[0].targets[0].citations[0].words",
            ),
            ({"phases": [{"period": 5, "targets": WORDED}]}, "phases[0].period"),
            ({"phases": [{"period": "2026", "targets": WORDED}]}, WORDS),  # the words name 2030
            ({"phases": [{"period": "quý I/2026", "targets": WORDED}]}, "phases[0].period"),
            ({"phases": [{"period": "2026-02-30", "targets": WORDED}]}, "phases[0].period"),
            ({"phases": [{"period": "2030-2026", "targets": WORDED}]}, "phases[0].period"),
            ({"phases": [{"period": {"end": "2030"}, "targets": WORDED}]}, "phases[0].period.end"),
        ],
    )
    def test_a_malformed_plan_is_refused_with_the_path(
        self, part: dict[str, Any], path: str
    ) -> None:
        with pytest.raises(DocumentError) as refused:
            from_json(json.dumps({"schema": "nsc-program/program/1", **part}), Program)

        assert path in [problem.place for problem in refused.value.problems]

    def test_a_problem_of_the_whole_plan_has_the_path_of_its_part(self) -> None:
        wrong = TEXT.replace('indicator = "clubs"', 'indicator = "clbs"')

        said = "there is no indicator 'clbs'; did you mean 'clubs'?"
        assert f"phases[0].targets[0]: target '2026-2030/clubs': {said}" == refusal(wrong)
        odd = wrong.replace('id = "2026-2030/clubs"', "id = '2026-2030/cl\\ubs'")
        assert f"phases[0].targets[0]: target '2026-2030/cl\\\\ubs': {said}" == refusal(odd)

    @pytest.mark.parametrize("key", ["id", "citations", "targets", "period"])
    def test_a_repeated_key_is_refused(self, key: str) -> None:
        """This also holds where the words are parsed, which makes a new object of a target."""
        bare = json.loads(to_json(PLAN))
        for target in bare["phases"][0]["targets"]:
            del target["bound"]
        text = json.dumps(bare)
        at = text.index(
            f'"{key}"', text.index('"phases"') + (30 if key in ("id", "citations") else 0)
        )

        with pytest.raises(DocumentError, match=f"'{key}' stands twice in one object"):
            from_json(f'{text[:at]}"{key}": 5, {text[at:]}', Program)


_DAYS_OF_THE_PHASE = "period = { start = 2026-01-01, end = 2030-12-31 }"
_QUARTERLY = """
[[phases]]
id = "2026-Q1"
period = "2026-Q1"
targets = []
"""


class TestNamesOfPeriods:
    """A plan may name its periods; what is written back has their days."""

    def test_a_name_means_the_same_as_its_days(self) -> None:
        named = TEXT.replace(_DAYS_OF_THE_PHASE, 'period = "2026-2030"')

        assert named != TEXT
        assert PLAN == from_toml(named, Program)
        assert to_json(PLAN) == to_json(from_toml(named, Program))

    @pytest.mark.parametrize(
        "name", ["2026-Q1", "2026-H1", "2026-03", "2026-03-15", "2025-12/2026-11", "2026"]
    )
    def test_a_phase_may_have_any_name(self, name: str) -> None:
        plan = from_toml(TEXT + _QUARTERLY.replace('"2026-Q1"\nt', f'"{name}"\nt'), Program)

        assert read_period(name) == plan.phase("2026-Q1").period
        assert plan == from_json(to_json(plan), Program)

    @pytest.mark.parametrize(
        "baseline", ["2021-2025", {"start": "2021-01-01", "end": "2025-12-31"}]
    )
    def test_a_baseline_may_have_a_name(self, baseline: Any) -> None:  # noqa: ANN401 - what JSON holds
        plan = json.loads(to_json(PLAN))
        target = plan["phases"][0]["targets"][3]
        target["basis"] = {"type": "Growth", "baseline": baseline}

        assert PLAN == from_json(json.dumps(plan), Program)
        self._leave_the_bound_to_the_words(target)
        found = from_json(json.dumps(plan), Program).target("2026-2030/trained")
        assert (PLAN.target("2026-2030/trained").basis, AtLeast(20)) == (found.basis, found.bound)

    @pytest.mark.parametrize("baseline", ["2020-2025", "quý I/2026"])
    def test_a_baseline_that_contradicts_the_words_is_refused(self, baseline: str) -> None:
        plan = json.loads(to_json(PLAN))
        target = plan["phases"][0]["targets"][3]
        target["basis"] = {"type": "Growth", "baseline": baseline}
        self._leave_the_bound_to_the_words(target)

        with pytest.raises(DocumentError, match="the words say Growth, but the basis differs"):
            from_json(json.dumps(plan), Program)

    def _leave_the_bound_to_the_words(self, target: dict[str, Any]) -> None:
        del target["bound"]
        target["citations"][0]["words"] = "tăng ít nhất 20% so với giai đoạn 2021-2025"

    def test_a_period_of_another_form_is_refused_with_examples(self) -> None:
        wrong = TEXT.replace(_DAYS_OF_THE_PHASE, 'period = "2026Q1"')

        assert (
            "phases[0].period: expected a period such as "
            '"2026-Q1", "2021-2025" or "2026-01-01/2026-06-30", or an object with start and end, '
            "got the text '…'"
        ) == refusal(wrong)


class TestToml:
    """TOML is read as JSON is; it has dates of its own, and no null."""

    def test_an_omitted_end_is_absent(self) -> None:
        said = TEXT.replace("domain = { low = 0, high = 100 }", "domain = { low = 0 }")

        assert from_toml(said, Program).indicator("digital-share").domain.high is None

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("a = 1\na = 2", "not valid TOML: "),
            ("[a]\n[a]", "not valid TOML: "),
            ('x = "SAMPLE-P1" y', "not valid TOML: "),
            (b"\xff", "expected UTF-8 text: invalid start byte at byte 0"),
            ("a = 1", "schema: expected 'nsc-program/program/1', got nothing"),
            ("a = " + "[" * 200 + "]" * 200, "lists and objects are nested deeper than 100 levels"),
        ],
    )
    def test_invalid_toml_is_refused(self, text: str | bytes, message: str) -> None:
        found = refusal(text)

        assert message in found
        assert "SAMPLE" not in found

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("strict = 1", "strict: expected true or false, got the number 1"),
            (
                "tolerance = 0.05",
                "tolerance: expected a whole number, or a fraction in lowest terms such as",
            ),
        ],
    )
    def test_nothing_is_coerced(self, line: str, message: str) -> None:
        assert refusal(f'schema = "nsc-program/reading/1"\n{line}\n', Reading).startswith(message)

    def test_a_datetime_is_not_a_date(self) -> None:
        said = TEXT.replace("in_force_from = 2026-01-15", "in_force_from = 2026-01-15T10:00:00Z")

        assert "in_force_from: expected a date" in refusal(said)


class TestCommand:
    def test_reported_figures_are_evaluated_by_the_national_plan(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "register.json"
        path.write_text(to_json(Register(ENOUGH)), encoding="utf-8")

        code, out, err = run(
            capsys,
            "evaluate",
            path,
            "--program",
            "national",
            "--as-of",
            "2031-06-30",
            "--format",
            "json",
        )

        assert (0, "") == (code, err)
        evaluation = from_json(out, Evaluation)
        assert dict.fromkeys(TARGETS, Status.ATTAINED) == {
            name: evaluation[name].status for name in evaluation
        }

    @pytest.mark.parametrize(
        ("as_of", "edition"), [("2028-12-31", "01/KH-SAMPLE"), ("2029-01-01", "02/KH-SAMPLE")]
    )
    def test_the_edition_in_force_is_used(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, as_of: str, edition: str
    ) -> None:
        amended, register = tmp_path / "amended.TOML", tmp_path / "register.json"
        text = TEXT.replace("01/KH-SAMPLE", "02/KH-SAMPLE").replace("2026-01-15", "2029-01-01")
        amended.write_text(text, encoding="utf-8")
        register.write_text(to_json(Register()), encoding="utf-8")
        both = ("--program", amended, "--program", EXAMPLE)

        _, out, err = run(capsys, "evaluate", register, *both, "--as-of", as_of, "--format", "json")

        assert "" == err
        assert edition == from_json(out, Evaluation).edition

    def test_a_day_before_the_first_edition_is_refused(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        register = tmp_path / "register.json"
        register.write_text(to_json(Register()), encoding="utf-8")

        code, out, err = run(
            capsys,
            "evaluate",
            register,
            "--program",
            EXAMPLE,
            "--as-of",
            "2026-01-14",
            "--lang",
            "en",
        )

        assert (2, "") == (code, out)
        assert "no edition is in force on 2026-01-14; the first is in force from 2026-01-15" in err
        assert (
            0 == run(capsys, "evaluate", register, "--program", EXAMPLE, "--as-of", "2026-01-15")[0]
        )

    def test_the_template_is_the_example(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(capsys, "plan", "--template")

        assert (0, "") == (code, err)
        assert PLAN == from_toml(out, Program)

    def test_the_command_shows_a_plan(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(capsys, "plan", EXAMPLE, "--lang", "en")

        assert (0, "") == (code, err)
        assert "clubs: productivity clubs founded (clubs)" in out
        assert "Funding" not in out

    def test_control_characters_of_a_plan_do_not_reach_the_terminal(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path, register = tmp_path / "plan.toml", tmp_path / "register.json"
        escape = 'vi = "Câu lạc bộ \\u001b[2J\\n năng suất", en = "\\u001b[2J"'
        changed = TEXT.replace('vi = "Câu lạc bộ năng suất", en = "Productivity clubs"', escape)
        assert changed != TEXT
        path.write_text(changed, encoding="utf-8")
        register.write_text(to_json(Register()), encoding="utf-8")
        by = ("--program", path, "--as-of", "2029-12-31")
        for command in (
            ("plan", path),
            ("evaluate", register, *by),
            ("sweep", register, *by),
            ("evidence", register, "2026-2030/clubs", *by),
        ):
            assert "\x1b" not in run(capsys, *command)[1]

    def test_the_command_gives_the_edition_of_a_day(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """A digest covers this edition, so it must be available as a document."""
        amended = tmp_path / "amended.toml"
        amended.write_text(
            TEXT.replace("01/KH-SAMPLE", "02").replace("2026-01-15", "2029-01-01"), encoding="utf-8"
        )

        _, out, err = run(
            capsys, "plan", EXAMPLE, amended, "--as-of", "2029-12-31", "--format", "json"
        )

        assert "" == err
        assert in_force(
            [PLAN, from_toml(amended.read_bytes(), Program)], date(2029, 12, 31)
        ) == from_json(out, Program)
        refused = run(capsys, "plan", EXAMPLE, amended)
        assert (
            2,
            "",
            "nsc-program: kế hoạch có nhiều bản; hãy chọn ngày bằng --as-of\n",
        ) == refused

    def test_the_command_shows_how_words_were_read(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = run(capsys, "plan", EXAMPLE)[1]

        assert "    hiểu là: mỗi năm khoảng 30 doanh nghiệp" in out.splitlines()
        assert "    hiểu là: tăng ít nhất 20% so với giai đoạn 2021-2025" in out.splitlines()

    def test_a_number_that_cannot_be_worded_is_shown_too(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "plan.toml"
        path.write_text(TEXT.replace("number = 20 }", 'number = "20/3" }'), encoding="utf-8")

        assert (
            "    hiểu là: con số 20/3, không viết được thành lời"
            in run(capsys, "plan", path)[1].splitlines()
        )

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            (
                "natoinal",
                (
                    "nsc-program: natoinal: there is no such file or plan; "
                    "the available plans are 'hanoi', 'national'; "
                    "did you mean 'national'?\n"
                ),
            ),
            (
                "plan.toml",
                (
                    "nsc-program: plan.toml: there is no such file or folder; "
                    "check the name and the path\n"
                ),
            ),
        ],
    )
    def test_a_missing_plan_is_refused(
        self, capsys: pytest.CaptureFixture[str], name: str, message: str
    ) -> None:
        assert (2, "", message) == run(capsys, "plan", name, "--lang", "en")
