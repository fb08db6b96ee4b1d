"""A dirty workbook of 5,000 rows is taken in, and the fate of every row is as planned.

The script that makes the workbook says what must become of each row.
"""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dirty_workbook import FIRST_ROW, HEADINGS, WRONG, Dirty, dirty, write_csv, write_xlsx
from nsc_program import HANOI, Completeness, Figure, Period, Range, Register, Support, tally
from nsc_program.figures import InRejectedRows
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake.files import Sheet, open_sheet, write_problems
from tracing import untraced

FIRST = HANOI.phases[0].period
THROUGH = date(2026, 6, 30)
CLAIM = [Completeness(Support, Period.until(THROUGH))]


def taken_in(sheet: Sheet, **options: Any) -> Intake:  # noqa: ANN401
    return read(Support, sheet.rows, first_row=sheet.first_row, **options)


def supported(register: Register) -> Figure:
    return tally(HANOI, register, as_of=THROUGH).figure(HANOI.indicator("supported"), FIRST)


@pytest.fixture(scope="module")
def made() -> Dirty:
    return dirty()


@pytest.fixture(scope="module")
def folder(made: Dirty, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dirty")
    write_xlsx(path / "dirty.xlsx", made)
    write_csv(path / "dirty.csv", made)
    return path


@pytest.fixture(scope="module")
def sheets(folder: Path) -> dict[str, Sheet]:
    return {
        name: untraced(open_sheet)(folder / name, Support) for name in ("dirty.xlsx", "dirty.csv")
    }


@pytest.fixture(scope="module")
def intakes(sheets: dict[str, Sheet]) -> dict[str, Intake]:
    """Take both in; they are large, and other tests read lists of all these kinds too."""
    return {name: untraced(taken_in)(sheet, completeness=CLAIM) for name, sheet in sheets.items()}


@pytest.fixture(scope="module", params=["dirty.xlsx", "dirty.csv"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def sheet(sheets: dict[str, Sheet], name: str) -> Sheet:
    return sheets[name]


@pytest.fixture(scope="module")
def found(intakes: dict[str, Intake], name: str) -> Intake:
    return intakes[name]


class TestEveryRow:
    """The rows of the workbook and of the text alike."""

    def test_the_table_is_found_below_its_titles(self, sheet: Sheet) -> None:
        assert (HEADINGS, FIRST_ROW, 5000) == (sheet.headings, sheet.first_row, len(sheet.rows))

    def test_each_row_has_one_of_four_fates(self, made: Dirty, found: Intake) -> None:
        aside = [row.number for row in found.rejected]
        assert made.numbered("aside") == aside
        expected = [len(made.numbered(each)) for each in ("accepted", "repeat", "aside", "nothing")]
        assert expected == [found.accepted, found.repeats, len(aside), found.without_data]
        assert 5000 == found.rows + found.without_data == sum(expected)

    def test_each_row_has_the_problem_that_was_made(self, made: Dirty, found: Intake) -> None:
        expected = {
            number: row.problem for number, row in enumerate(made.rows, FIRST_ROW) if row.problem
        }
        first = {
            problem.row: (problem.code, problem.column) for problem in reversed(found.problems)
        }
        assert expected == first

    def test_a_citizens_number_is_not_shown(self, found: Intake) -> None:
        assert [] == [
            problem for problem in found.problems if "000000012" in repr(problem).replace(" ", "")
        ]

    def test_columns_that_are_not_read_are_listed(self, found: Intake) -> None:
        assert ("STT", "Tên doanh nghiệp", "Ghi chú") == found.unused

    def test_the_figure_is_as_wide_as_its_rejected_rows_require(
        self, made: Dirty, found: Intake
    ) -> None:
        """The claim of completeness closes its upper end.

        Rejected rows raise the upper end, and rows that may withdraw a record lower the other.
        """
        verified, rejected, withdrawn = (
            made.adds[each] for each in ("verified", "rejected", "withdrawn")
        )
        figure = supported(found.register)
        assert (
            Range(verified - withdrawn, verified + made.adds["unverified"] + rejected)
            == figure.range
        )
        rows = found.register.rows_rejected(Support)
        assert [InRejectedRows("supported", FIRST, rows, rejected, withdrawn)] == [
            note for note in figure.notes if isinstance(note, InRejectedRows)
        ]


def test_the_workbook_and_the_text_say_the_same(intakes: dict[str, Intake]) -> None:
    one, other = intakes.values()
    assert one.register.records == other.register.records
    assert identified(one.register) == identified(other.register)
    assert [(each.row, each.code, each.column) for each in one.problems] == [
        (each.row, each.code, each.column) for each in other.problems
    ]


def identified(register: Register) -> list[str]:
    return [row.id for row in register.unresolved if row.identified]


def test_every_kind_of_row_is_made(made: Dirty) -> None:
    """Without every kind, the other tests would prove less."""
    assert (
        {fault for _, _, fault in WRONG}
        <= {row.problem[0] for row in made.rows if row.problem}
        <= {*Fault}
    )
    assert 2500 < len(made.numbered("accepted")) < 4000
    assert 20 == len(made.merged)


JANUARY, JUNE = date(2026, 1, 31), date(2026, 6, 30)


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> tuple[Intake, Intake]:
    path = tmp_path_factory.mktemp("months") / "month.xlsx"

    def export(rows: int, day: date) -> Intake:
        write_xlsx(path, dirty(rows, order=day.month, share=20))
        return taken_in(open_sheet(path, Support), recorded_on=day, completeness=CLAIM)

    return export(700, JANUARY), export(800, JUNE)


class TestMonths:
    """Exports of one register in January and in June: small, with every kind of row."""

    def test_they_merge_in_either_order(self, months: tuple[Intake, Intake]) -> None:
        january, june = (each.register for each in months)
        merged = january.merge(june)
        assert merged == june.merge(january) == june.merge(january, june)
        assert len(june.latest) == len(merged.latest)
        assert identified(june) == identified(merged)
        assert set(january.unresolved) != set(june.unresolved)

    def test_the_merged_register_is_at_least_as_wide_as_each_export(
        self, months: tuple[Intake, Intake]
    ) -> None:
        january, june = (each.register for each in months)
        merged = january.merge(june)
        for register, known in ((january, merged.as_known_on(JANUARY)), (june, merged)):
            assert supported(register).range.within(supported(known).range)

    def test_a_mended_row_settles_the_row_that_was_rejected(
        self, months: tuple[Intake, Intake], tmp_path: Path
    ) -> None:
        """It settles nothing if it still has the recording day of the rejected row."""
        before = months[0]
        write_problems(tmp_path / "mend.xlsx", before, HEADINGS, "vi")
        book = openpyxl.load_workbook(tmp_path / "mend.xlsx")
        place = list(HEADINGS).index("Ngày hoàn thành") + 2
        mended = 0
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(min_row=2, min_col=place, max_col=place):
            if row[0].comment is not None:
                sheet[row[0].coordinate] = date(2025, 6, 30)
                mended += 1
        book.save(tmp_path / "mend.xlsx")

        after = taken_in(open_sheet(tmp_path / "mend.xlsx", Support), recorded_on=JUNE)
        merged = before.register.merge(after.register)
        assert 10 < mended == after.accepted
        read_again = {
            each.id: each.recorded_on
            for each in after.register.records
            if isinstance(each, Support)
        }
        assert read_again.keys() == {*identified(before.register)} - {*identified(after.register)}
        settled = {name for name, day in read_again.items() if day == JUNE}
        assert 8 < len(settled) < len(read_again)
        assert read_again.keys() - settled == read_again.keys() & {*identified(merged)}
