"""The parts of a phase that the words of a plan's file name, and the changes that they ask for.

All plans are made up.
"""

from typing import Any

import pytest
from test_worded_plans import PHASE, filled, read, refusal

from nsc_program import AtLeast, Plain
from nsc_program.plan._indicators import PERCENT, Unit
from nsc_program.serialization._worded import Worded
from nsc_program.values._text import Text


def basis(words: str, start: str | None = "2026-01-01", end: str = "2030-12-31") -> object:
    """Return the basis of one target by its words, in a phase with these days."""
    phase = {"id": "x", "period": {"start": start, "end": end}}
    worded, target = filled(words, "câu lạc bộ", "x", "vi", phase)
    assert [] == worded.problems
    return target["basis"]


def during(start: str | None, end: str) -> dict[str, Any]:
    return {"type": "During", "period": {"start": start, "end": end}}


class TestParts:
    """A year, a quarter or a deadline in the words is a part of the phase of the target."""

    @pytest.mark.parametrize(
        ("words", "start", "end"),
        [
            ("năm 2027 có ít nhất 12 câu lạc bộ", "2027-01-01", "2027-12-31"),
            ("năm 2030 có ít nhất 12 câu lạc bộ", "2030-01-01", "2030-12-31"),
            ("quý I/2030: ít nhất 12 câu lạc bộ", "2030-01-01", "2030-03-31"),
            ("riêng giai đoạn 2027-2028: ít nhất 12 câu lạc bộ", "2027-01-01", "2028-12-31"),
            ("đến năm 2027 có ít nhất 12 câu lạc bộ", "2026-01-01", "2027-12-31"),
            ("đến tháng 6/2030 có ít nhất 12 câu lạc bộ", "2026-01-01", "2030-06-30"),
            (
                "giai đoạn 2026-2030, đến năm 2027 có ít nhất 12 câu lạc bộ",
                "2026-01-01",
                "2027-12-31",
            ),
        ],
    )
    def test_the_basis_is_the_part(self, words: str, start: str, end: str) -> None:
        assert during(start, end) == basis(words)

    @pytest.mark.parametrize(
        ("words", "start", "end"),
        [
            ("năm 2027: ít nhất 12 câu lạc bộ", "2027-01-01", "2027-12-31"),
            ("năm 2027: ít nhất 12 câu lạc bộ", "2026-12-01", "2027-11-30"),
            ("năm 2027: ít nhất 12 câu lạc bộ", "2027-07-01", "2027-12-31"),
            ("đến năm 2030 có ít nhất 12 câu lạc bộ", "2026-01-01", "2030-12-31"),
            ("riêng giai đoạn 2026-2030: ít nhất 12 câu lạc bộ", "2026-01-01", "2030-12-31"),
        ],
    )
    def test_the_whole_phase_is_not_a_part(self, words: str, start: str, end: str) -> None:
        assert {"type": "Reached"} == basis(words, start, end)

    def test_a_part_of_a_phase_without_a_start_has_none_either(self) -> None:
        words = "đến năm 2025 có ít nhất 12 câu lạc bộ"

        assert during(None, "2025-12-31") == basis(words, None)

    def test_a_part_of_an_unreadable_phase_is_kept(self) -> None:
        assert during("2027-01-01", "2027-12-31") == basis(
            "năm 2027: ít nhất 12 câu lạc bộ", end="x"
        )

    def test_a_year_that_crosses_the_start_of_a_phase_is_refused(self) -> None:
        phase = {"id": "x", "period": {"start": "2026-07-01", "end": "2030-12-31"}}
        words = "năm 2026 có ít nhất 12 câu lạc bộ"

        assert "“năm 2026” does not fit" in refusal(words, "câu lạc bộ", phase=phase)[1]

    def test_another_basis_in_the_document_is_refused(self) -> None:
        worded = Worded([], {})
        cited = [{"words": "năm 2027: ít nhất 12 câu lạc bộ"}]
        target = {"id": "t", "basis": {"type": "Reached"}, "citations": cited}
        worded.fill({"phases": [{**PHASE, "targets": [target]}]})

        assert ["other-basis"] == [problem.code for problem in worded.problems]
        assert "the words say During" in worded.problems[0].message.en


class TestChanges:
    """A change by a number counts what the indicator counts; one in percent fits every unit."""

    def test_a_difference_has_the_unit_of_the_indicator(self) -> None:
        words = "tăng thêm ít nhất 12 câu lạc bộ so với cuối năm 2025"

        assert AtLeast(12) == read(words, "câu lạc bộ")
        assert "count in “câu lạc bộ”" in refusal(words, "lớp")[1]
        assert Plain(2_000_000_000) == read("giảm 2 tỷ đồng so với năm 2025", "đồng")

    def test_a_change_of_one_year_is_not_that_of_a_count_over_the_phase(self) -> None:
        words = "năm 2030 tăng ít nhất 12% so với năm 2025"
        close = "năm 2030 tăng ít nhất 12% so với cuối năm 2025"
        last = {"id": "x", "period": {"start": "2030-01-01", "end": "2030-12-31"}}

        assert "“năm 2030” does not fit the phase" in refusal(words, "câu lạc bộ")[1]
        assert AtLeast(12) == read(words, "câu lạc bộ", phase=last)
        assert AtLeast(12) == read(close, "câu lạc bộ")
        assert AtLeast(12) == read(f"từ năm 2026 {words[9:]}", "câu lạc bộ")

    def test_a_change_of_a_state_is_that_of_the_last_year(self) -> None:
        state = {"id": "x", "unit": "u", "label": {"vi": "x"}, "accumulates": False}
        worded = Worded([state], {"u": Unit(id="u", label=Text(vi="người", en="people"))})
        cited = [{"words": "năm 2030 tăng ít nhất 12% so với năm 2025"}]
        worded.fill({"phases": [{**PHASE, "targets": [{"indicator": "x", "citations": cited}]}]})

        assert [] == worded.problems

    def test_points_are_of_a_share(self) -> None:
        share = Unit(id=PERCENT, label=Text(vi="%", en="%"), whole=False)
        worded = Worded([{"id": "x", "unit": PERCENT, "label": {"vi": "tỷ lệ"}}], {PERCENT: share})
        cited = [{"words": "tăng 5 điểm phần trăm so với năm 2020"}]
        target = {"id": "t", "indicator": "x", "citations": cited}
        plan = worded.fill({"phases": [{**PHASE, "targets": [target]}]})

        assert [] == worded.problems
        assert "Difference" == plan["phases"][0]["targets"][0]["basis"]["type"]
        assert "tính bằng “%”" in refusal(cited[0]["words"], "câu lạc bộ")[0]

    @pytest.mark.parametrize(
        "words",
        [
            "giảm ít nhất 12% so với năm 2020",
            "giảm bình quân ít nhất 12%/năm",
            "mỗi năm giảm ít nhất 12%",
        ],
    )
    def test_a_change_in_percent_fits_every_unit(self, words: str) -> None:
        assert AtLeast(12) == read(words, "câu lạc bộ")
