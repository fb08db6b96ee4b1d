"""`evaluate --table` counts the records in a Parquet or CSV file as it does those of a register."""

import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from command import SAMPLE, run
from nsc_program import Register, Support
from nsc_program.serialization import from_json, to_json
from tabled import frame

pytestmark = pytest.mark.usefixtures("read_and_counted_once")

_ON = ("--as-of", "2026-06-30", "--format", "json")


@pytest.fixture
def rest(tmp_path: Path) -> Path:
    """Return the sample without its supports, which stand in a table."""
    register = from_json(SAMPLE.read_bytes(), Register)
    others = [record for record in register.records if not isinstance(record, Support)]
    path = tmp_path / "rest.json"
    path.write_text(to_json(Register(others, register.completeness, register.rejected)), "utf-8")
    return path


@pytest.fixture
def supports() -> pl.DataFrame:
    register = from_json(SAMPLE.read_bytes(), Register)
    return frame(Support, [one for one in register.records if isinstance(one, Support)])


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
@pytest.mark.parametrize("known", [(), ("--as-known-on", "2025-12-31")])
def test_a_table_gives_the_verdicts_of_the_register(
    capsys: pytest.CaptureFixture[str],
    rest: Path,
    supports: pl.DataFrame,
    suffix: str,
    known: tuple[str, ...],
) -> None:
    path = rest.with_name(f"supports.{suffix}")
    write: dict[str, Callable[[Path], object]] = {
        "parquet": supports.write_parquet,
        "csv": supports.write_csv,
    }
    write[suffix](path)

    _, expected, _ = run(capsys, "evaluate", SAMPLE, *_ON, *known)
    code, found, error = run(capsys, "evaluate", rest, "--table", f"support={path}", *_ON, *known)

    assert (0, "", expected) == (code, error, found)


def test_the_register_may_be_left_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, supports: pl.DataFrame
) -> None:
    path = tmp_path / "supports.parquet"
    supports.write_parquet(path)
    arguments = ("--table", f"supports={path}", "--as-of", "2026-06-30", "--lang", "en")

    code, found, _ = run(capsys, "evaluate", *arguments)

    assert code == 0
    assert "supports.parquet" in found


def _refused(capsys: pytest.CaptureFixture[str], table: str, *more: str) -> str:
    arguments = ("--table", table, "--as-of", "2026-06-30", "--lang", "en", *more)
    code, _, error = run(capsys, "evaluate", *arguments)
    assert code == 2
    return error


class TestRefusals:
    @pytest.mark.parametrize(
        ("table", "why"),
        [
            ("support", "expected a class and a file"),
            ("support=a.xlsx", "expected a .parquet or .csv file"),
            ("reported-figure=a.csv", "'reported-figure' is not accepted"),
            ("support=absent.csv", "no such file"),
            ("support=absent.parquet", "no such file"),
        ],
    )
    def test_a_table_that_is_not_one(
        self, capsys: pytest.CaptureFixture[str], table: str, why: str
    ) -> None:
        assert why in _refused(capsys, table)

    @pytest.mark.parametrize("known", [(), ("--as-known-on", "2025-12-31")])
    def test_a_file_without_the_columns(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, known: tuple[str, ...]
    ) -> None:
        path = tmp_path / "a.csv"
        path.write_text("id,solutions,note\ns1,,x\n", "utf-8")

        assert "Support.recorded_on: the table lacks" in _refused(capsys, f"support={path}", *known)

    def test_a_file_of_another_format(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "a.parquet"
        path.write_text("id\ns1\n", "utf-8")

        assert "the file cannot be read" in _refused(capsys, f"support={path}")

    def test_a_day_that_is_not_one(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, supports: pl.DataFrame
    ) -> None:
        path = tmp_path / "a.csv"
        supports.with_columns(started_on=pl.lit("soon")).write_csv(path)

        assert "the file cannot be read" in _refused(capsys, f"support={path}")

    def test_without_the_packages(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "polars", None)

        assert "pip install 'nsc_program[tables]' 'polars'" in _refused(capsys, "support=a.csv")

    def test_an_error_of_our_own_is_not_hidden(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        def fail(*_: object, **__: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("nsc_program.figures.tables.tally_tables", fail)
        path = tmp_path / "a.csv"
        path.write_text("id\ns1\n", "utf-8")
        with pytest.raises(ZeroDivisionError):
            _refused(capsys, f"support={path}")

    def test_neither_a_register_nor_a_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, _, error = run(capsys, "evaluate", "--as-of", "2026-06-30", "--lang", "en")

        assert code == 2
        assert "REGISTER.json is missing" in error
