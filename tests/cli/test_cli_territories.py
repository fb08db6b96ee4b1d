"""The commands about the territory of a register: intake, merge and evaluate."""

from pathlib import Path

import pytest

from building import supports
from command import run
from nsc_program import Completeness, Period, Register, Support
from nsc_program.serialization import from_json, to_json

CLAIM = Completeness(Support, Period.of_years(2021, 2025))
LIST = "Mã hồ sơ,Mã số thuế,Ngày bắt đầu,Ngày hoàn thành\ns1,SAMPLE-1,05/01/2024,30/06/2024\n"


def register(folder: Path, name: str, territory: str, *claims: Completeness) -> Path:
    path = folder / f"{name}.json"
    number = len(name)
    text = to_json(Register(supports(number)[-1:], claims, territory=territory))
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def hanoi(tmp_path: Path) -> Path:
    return register(tmp_path, "hanoi", "VN-HN", CLAIM)


@pytest.fixture
def saigon(tmp_path: Path) -> Path:
    return register(tmp_path, "saigon", "VN-SG")


def test_intake_names_the_territory(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    given, out = tmp_path / "list.csv", tmp_path / "out.json"
    given.write_text(LIST, encoding="utf-8")

    code, _, err = run(capsys, "intake", "support", given, "--territory", "VN-HN", "-o", out)

    assert (0, "") == (code, err)
    assert "VN-HN" == from_json(out.read_bytes(), Register).territory


class TestMerge:
    def test_two_territories_are_refused(
        self, capsys: pytest.CaptureFixture[str], hanoi: Path, saigon: Path
    ) -> None:
        out = hanoi.with_name("out.json")

        code, _, err = run(capsys, "merge", hanoi, saigon, "-o", out, "--lang", "en")

        assert (2, False) == (code, out.exists())
        assert "--territory: the registers are about different territories (VN-HN, VN-SG)" in err

    def test_claims_that_are_left_out_are_told(
        self, capsys: pytest.CaptureFixture[str], hanoi: Path, saigon: Path
    ) -> None:
        out = hanoi.with_name("out.json")

        done = run(capsys, "merge", hanoi, saigon, "--territory", "VN", "-o", out, "--lang", "en")

        told = "its claims of completeness are left out, because they are about VN-HN"
        assert (0, "", f"nsc-program: {hanoi}: {told} and not about all of VN\n") == done
        merged = from_json(out.read_bytes(), Register)
        assert ("VN", 2, ()) == (merged.territory, len(merged.records), merged.completeness)

    def test_another_refusal_does_not_name_the_option(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        part = tmp_path / "part.json"
        part.write_text(
            '{"schema": "nsc-program/register/1", "territory": "VN-HN", '
            '"rejected": [{"what": "ReportedFigure", "id": "r1"}]}',
            encoding="utf-8",
        )

        out = tmp_path / "out.json"
        code, _, err = run(capsys, "merge", part, "--territory", "VN", "-o", out, "--lang", "en")

        assert 2 == code
        assert err.startswith("nsc-program: reported_figures: report 'r1' is about the territory")

    @pytest.mark.parametrize(
        ("lang", "words"), [("vi", "cần mã địa bàn"), ("en", "expected the code of a territory")]
    )
    def test_a_code_is_checked(
        self, capsys: pytest.CaptureFixture[str], hanoi: Path, lang: str, words: str
    ) -> None:
        out = hanoi.with_name("out.json")

        code, _, err = run(
            capsys, "merge", hanoi, "--territory", "Hanoi", "-o", out, "--lang", lang
        )

        assert 2 == code
        assert f"nsc-program: --territory: {words}" in err


class TestEvaluate:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [("vi", "số liệu chỉ của địa bàn VN-HN"), ("en", "the data are only about VN-HN")],
    )
    def test_a_part_is_noted(
        self, capsys: pytest.CaptureFixture[str], hanoi: Path, lang: str, words: str
    ) -> None:
        on = ("--as-of", "2026-06-30", "--program", "national", "--lang", lang)

        code, out, _ = run(capsys, "evaluate", hanoi, *on)

        assert 0 == code
        assert words in " ".join(out.split())

    def test_another_territory_is_refused(
        self, capsys: pytest.CaptureFixture[str], saigon: Path
    ) -> None:
        code, out, err = run(capsys, "evaluate", saigon, "--as-of", "2026-06-30", "--lang", "en")

        assert (2, "") == (code, out)
        assert "the register is about the territory VN-SG, and the plan about VN-HN" in err
