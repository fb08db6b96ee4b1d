"""The command `report`."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from command import run
from nsc_program import HANOI, Fact, Period, Reading, Register, Support, Training
from nsc_program.report import (
    Header,
    report,
    to_csv,
    to_html,
    to_markdown,
    to_sdmx_csv,
    write_docx,
    write_xlsx,
)
from nsc_program.serialization import to_json

AS_OF, YEAR = date(2024, 12, 31), Period.of_years(2024, 2024)
REGISTER = Register(
    [
        Support(
            id="s1",
            enterprise="MADE-UP-1",
            started_on=date(2024, 3, 1),
            completed_on=date(2024, 6, 30),
        ),
        Training(id="t1", person="PERSON-1", on=date(2024, 5, 1)),
    ]
)
MADE = report(HANOI, REGISTER, as_of=AS_OF, period=YEAR)


@pytest.fixture
def common(tmp_path: Path) -> tuple[str | Path, ...]:
    """Return the words that every call begins with."""
    path = tmp_path / "register.json"
    path.write_text(to_json(REGISTER), encoding="utf-8")
    return ("report", path, "--as-of", "2024-12-31", "--period", "2024")


class TestFormats:
    def test_markdown_is_printed_by_default(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...]
    ) -> None:
        code, out, err = run(capsys, *common)
        assert (0, "") == (code, err)
        assert to_markdown(MADE, "vi") == out

    def test_a_sheet_is_printed_as_csv(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...]
    ) -> None:
        asked = ("--format", "csv", "--sheet", "Support", "--lang", "en")
        code, out, _ = run(capsys, *common, *asked)
        assert 0 == code
        assert to_csv(MADE, "en", "Support").splitlines() == out.splitlines()

    @pytest.mark.parametrize("name", ["a.md", "a.csv"])
    def test_the_suffix_of_the_file_names_the_format(
        self,
        capsys: pytest.CaptureFixture[str],
        common: tuple[str | Path, ...],
        tmp_path: Path,
        name: str,
    ) -> None:
        path = tmp_path / name
        code, out, err = run(capsys, *common, "-o", path)
        assert (0, "", "") == (code, out, err)
        expected = to_csv(MADE, "vi") if name == "a.csv" else to_markdown(MADE, "vi")
        assert expected.encode() == path.read_bytes()

    def test_the_format_may_differ_from_the_suffix(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        path = tmp_path / "a.txt"
        run(capsys, *common, "-o", path, "--format", "md")
        assert to_markdown(MADE, "vi") == path.read_text(encoding="utf-8")

    def test_figures_are_printed_for_statistics_systems(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...]
    ) -> None:
        asked = ("--format", "sdmx", "--dataflow", "MADEUP:FIGURES(1.0)")
        _, out, _ = run(capsys, *common, *asked)
        assert to_sdmx_csv(MADE, "MADEUP:FIGURES(1.0)").splitlines() == out.splitlines()

    def test_a_page_is_one_file(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        path = tmp_path / "a.html"
        run(capsys, *common, "-o", path, "--lang", "en")
        assert to_html(MADE, "en") == path.read_text(encoding="utf-8")

    @pytest.mark.parametrize(("name", "write"), [("a.docx", write_docx), ("a.xlsx", write_xlsx)])
    def test_files_of_office_programs_take_a_header(
        self,
        capsys: pytest.CaptureFixture[str],
        common: tuple[str | Path, ...],
        tmp_path: Path,
        name: str,
        write: Any,  # noqa: ANN401  # a function
    ) -> None:
        path, header = tmp_path / name, tmp_path / "header.toml"
        header.write_text('body = "Sở mẫu"\n', encoding="utf-8")
        plain, signed = io.BytesIO(), io.BytesIO()
        write(MADE, plain, "vi")
        write(MADE, signed, "vi", Header(body="Sở mẫu"))

        run(capsys, *common, "-o", path)
        assert plain.getvalue() == path.read_bytes()
        run(capsys, *common, "-o", path, "--header", header)
        assert signed.getvalue() == path.read_bytes()


class TestOptions:
    def test_keys_of_people_are_shown_only_if_asked_for(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...]
    ) -> None:
        _, hidden, _ = run(capsys, *common)
        _, shown, _ = run(capsys, *common, "--people")
        assert "PERSON" not in hidden
        assert "PERSON\\-1" in shown

    def test_a_reading_decides(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...]
    ) -> None:
        _, out, _ = run(capsys, *common, "--reading", "strict=no")
        reading = Reading(strict=False)
        other = report(HANOI, REGISTER, as_of=AS_OF, period=YEAR, reading=reading)
        assert to_markdown(other, "vi") == out


def test_a_header_with_an_unknown_key_is_refused(
    capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...], tmp_path: Path
) -> None:
    header = tmp_path / "header.toml"
    header.write_text("bodyy = 1\n", encoding="utf-8")
    asked = ("-o", tmp_path / "a.docx", "--header", header, "--lang", "en")
    code, _, err = run(capsys, *common, *asked)
    assert 2 == code
    assert "header.toml" in err
    assert "bodyy" in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-o", "a.pdf"], "-o/--output: the suffix does not name a format; give --format: 'md'"),
        (["--format", "csv", "--sheet", "Suport"], "--sheet: no sheet 'Suport'; did you mean"),
        (["--period", "2019"], "--period: the report period, 2019-01-01 to 2019-12-31"),
        (["--period", "2025"], "has not begun by 2024-12-31"),
        (["--format", "docx"], "--format: a 'docx' file cannot be printed; name a file with -o"),
        (["--format", "sdmx"], "--dataflow: expected a dataflow such as AGENCY:FLOW"),
    ],
)
def test_what_cannot_be_reported_is_refused(
    capsys: pytest.CaptureFixture[str],
    common: tuple[str | Path, ...],
    tmp_path: Path,
    words: list[str],
    message: str,
) -> None:
    asked = [str(tmp_path / word) if word == "a.pdf" else word for word in words]
    code, out, err = run(capsys, *common, *asked, "--lang", "en")
    assert (2, "") == (code, out)
    assert message in err


def test_what_is_wrong_in_the_register_is_not_laid_to_an_option(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "register.json"
    wrong = Fact("tfp-share", "SAMPLE-1", date(2024, 1, 5))
    path.write_text(to_json(Register([wrong])), encoding="utf-8")
    asked = ("report", path, "--as-of", "2025-12-31", "--period", "2024", "--lang", "en")
    code, _, err = run(capsys, *asked)
    assert 2 == code
    assert err.startswith("nsc-program: a fact of 'tfp-share': it is a state")


class TestMessages:
    """Messages to other systems, from a template and a file of codes."""

    @pytest.fixture
    def template(self, tmp_path: Path) -> Path:
        path = tmp_path / "message.json.j2"
        path.write_text('{"of": {{ constants.sender }}, "plan": {{ edition }}}', encoding="utf-8")
        return path

    @pytest.fixture
    def codes(self, tmp_path: Path) -> Path:
        path = tmp_path / "codes.toml"
        path.write_text('constants.sender = "Sở MẪU"', encoding="utf-8")
        return path

    def test_the_suffix_names_the_form(
        self,
        capsys: pytest.CaptureFixture[str],
        common: tuple[str | Path, ...],
        template: Path,
        codes: Path,
    ) -> None:
        target = codes.with_name("message.json")
        code, out, err = run(
            capsys, *common, "--template", template, "--codes", codes, "-o", target
        )
        assert (0, "", "") == (code, out, err)
        assert {"of": "Sở MẪU", "plan": "149/KH-UBND"} == json.loads(target.read_bytes())

    def test_without_codes(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...], template: Path
    ) -> None:
        template.write_text("<of>{{ plan }}</of>", encoding="utf-8")
        code, out, _ = run(capsys, *common, "--format", "xml", "--template", template)
        assert (0, "<of>hanoi</of>\n") == (code, out)

    def test_a_template_is_needed(
        self, capsys: pytest.CaptureFixture[str], common: tuple[str | Path, ...]
    ) -> None:
        code, _, err = run(capsys, *common, "--format", "json", "--lang", "en")
        assert 2 == code
        assert "--template: a 'json' message needs a template" in err

    def test_other_files_are_refused(
        self,
        capsys: pytest.CaptureFixture[str],
        common: tuple[str | Path, ...],
        template: Path,
        codes: Path,
    ) -> None:
        asked = (*common, "--format", "json", "--lang", "en", "--template", template)
        codes.write_bytes(b"\xff")
        code, _, err = run(capsys, *asked, "--codes", codes)
        assert 2 == code
        assert "codes.toml" in err

        codes.write_text("nothing.x = 1", encoding="utf-8")
        code, _, err = run(capsys, *asked, "--codes", codes)
        assert 2 == code
        assert "codes.toml: nothing: no table of codes 'nothing'" in err

        template.write_bytes(b"\xff")
        code, _, err = run(capsys, *asked)
        assert 2 == code
        assert "the file must be text in UTF-8" in err
