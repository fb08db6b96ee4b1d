"""What the words of a plan's file count, and when, against its units, scales, kinds and phases.

All plans are made up.
"""

import json
from fractions import Fraction
from typing import Any

import pytest
from test_plan_files import PLAN

from each import for_each
from nsc_program import AtLeast, Between, EachYear, Plain, Program
from nsc_program.errors import DocumentError
from nsc_program.plan import Bound
from nsc_program.plan._indicators import Unit
from nsc_program.serialization import from_json, to_json
from nsc_program.serialization._worded import Worded
from nsc_program.values._text import Lang, Text
from nsc_program.wording._times import NamedTime

PHASE = {"id": "2026-2030", "period": {"start": "2026-01-01", "end": "2030-12-31"}}


def filled(
    words: str, unit: str, label: str, lang: Lang, phase: dict[str, Any]
) -> tuple[Worded, dict[str, Any]]:
    """Return the reader of the words of one target, and the target that it completes."""
    indicators = [{"id": "x", "unit": "u", "label": {"vi": label, "en": label}}]
    worded = Worded(indicators, {"u": Unit(id="u", label=Text(vi=unit, en=unit), whole=False)})
    target = {"id": "2026-2030/x", "indicator": "x", "citations": [{"words": words, "lang": lang}]}
    plan = worded.fill({"phases": [{**phase, "targets": [target]}]})
    return worded, plan["phases"][0]["targets"][0]


def read(
    words: str, unit: str, label: str = "x", lang: Lang = "vi", phase: dict[str, Any] = PHASE
) -> Bound:
    """Return the bound of one target by its words."""
    worded, target = filled(words, unit, label, lang, phase)
    assert [] == worded.problems
    said = target["bound"]
    if said["type"] == "Between":
        return Between(Fraction(said["low"]), Fraction(said["high"]))
    kind = AtLeast if said["type"] == "AtLeast" else Plain
    return kind(Fraction(said["number"]))


def refusal(
    words: str, unit: str, label: str = "x", lang: Lang = "vi", phase: dict[str, Any] = PHASE
) -> tuple[str, str]:
    """Return why the words of one target are refused, in both languages."""
    (problem,) = filled(words, unit, label, lang, phase)[0].problems
    return problem.message.vi, problem.message.en


SAME: tuple[tuple[str, str, str, Lang, Bound], ...] = (
    # a scale is never lost
    ("24,6 tỷ đồng", "đồng", "kinh phí", "vi", Plain(24_600_000_000)),
    ("24,6 tỷ đồng", "tỷ đồng", "kinh phí", "vi", Plain(Fraction(123, 5))),
    ("24,6 tỷ đồng", "triệu đồng", "kinh phí", "vi", Plain(24_600)),
    ("9.100 triệu đồng", "tỷ đồng (giá hiện hành)", "kinh phí", "vi", Plain(Fraction(91, 10))),
    ("từ 2 đến 3 nghìn tấn", "tấn", "sản lượng", "vi", Between(2000, 3000)),
    ("2 triệu lượt khách", "nghìn lượt khách", "lượt khách", "vi", Plain(2000)),
    ("1,2 triệu tấn", "1.000 tấn", "sản lượng", "vi", Plain(1200)),
    ("5 tỷ đồng", "VNĐ", "kinh phí", "vi", Plain(5_000_000_000)),
    ("24.6 billion dong", "dong", "cost", "en", Plain(24_600_000_000)),
    ("24.6 billion dong", "million dong", "cost", "en", Plain(24_600)),
    # a noun may be more specific than the unit
    ("ít nhất 20 cán bộ, công chức", "người", "người được đào tạo", "vi", AtLeast(20)),
    ("ít nhất 20 học viên", "người", "người được đào tạo", "vi", AtLeast(20)),
    ("ít nhất 20 chuyên gia", "người", "chuyên gia", "vi", AtLeast(20)),
    ("ít nhất 2.000 lượt cán bộ", "lượt người", "lượt", "vi", AtLeast(2000)),
    ("ít nhất 2.000 lượt", "lượt người", "lượt", "vi", AtLeast(2000)),
    ("ít nhất 20 lượt doanh nghiệp", "lượt", "lượt", "vi", AtLeast(20)),
    ("ít nhất 20 DN", "doanh nghiệp", "doanh nghiệp được hỗ trợ", "vi", AtLeast(20)),
    ("ít nhất 20 mô hình điểm", "doanh nghiệp", "mô hình điểm", "vi", AtLeast(20)),
    ("ít nhất 2 tổ chức đánh giá sự phù hợp", "tổ chức", "tổ chức", "vi", AtLeast(2)),
    ("ít nhất 2 hội thảo", "cuộc", "tuyên truyền", "vi", AtLeast(2)),
    ("ít nhất 2 khóa đào tạo", "lớp", "lớp", "vi", AtLeast(2)),
    ("ít nhất 20 giấy chứng nhận", "chứng chỉ", "chứng chỉ được cấp", "vi", AtLeast(20)),
    ("ít nhất 20 câu lạc bộ", "đơn vị", "số lượng câu lạc bộ được thành lập", "vi", AtLeast(20)),
    ("at least 20 productivity experts", "people", "experts", "en", AtLeast(20)),
    (
        "at least 20 pilot models",
        "enterprises",
        "number of pilot models recognised",
        "en",
        AtLeast(20),
    ),
    ("at least 2 conformity assessment bodies", "bodies", "bodies", "en", AtLeast(2)),
    ("at least 2 workshops", "events", "events", "en", AtLeast(2)),
    ("at least 2 classes", "courses", "courses", "en", AtLeast(2)),
    ("at least 2 companies", "enterprises", "enterprises", "en", AtLeast(2)),
    # a number without a unit that the words name
    ("Số câu lạc bộ được thành lập: 12", "câu lạc bộ", "câu lạc bộ", "vi", Plain(12)),
    ("number of clubs: 12", "clubs", "clubs", "en", Plain(12)),
)
OTHER: tuple[tuple[str, str, str, Lang], ...] = (
    ("12 tấn gạo", "câu lạc bộ", "câu lạc bộ", "vi"),
    ("20 lớp", "người", "người được đào tạo", "vi"),
    ("20 hội thảo", "người", "người", "vi"),
    ("20 người", "lượt người", "lượt người", "vi"),
    ("20 lượt người", "người", "người", "vi"),
    ("20 lượt doanh nghiệp", "lượt người", "lượt", "vi"),
    ("20 người", "chuyên gia", "chuyên gia", "vi"),
    ("20 hợp tác xã", "doanh nghiệp", "doanh nghiệp", "vi"),
    ("20 tổ", "tổ chức", "tổ chức", "vi"),
    ("20 đơn", "đơn vị", "đơn vị", "vi"),
    ("20 cơ sở", "cơ sở dữ liệu", "cơ sở dữ liệu", "vi"),
    ("24,6 tỷ đồng", "USD", "kinh phí", "vi"),
    ("24,6 tỷ đồng", "triệu đồng/người", "thu nhập", "vi"),
    ("20 tấn", "tạ", "sản lượng", "vi"),
    ("20 ha", "km", "đường", "vi"),
    ("không quá 20 ngày", "người", "người", "vi"),
    ("20 doanh nghiệp", "tỷ đồng", "kinh phí", "vi"),
    ("Kinh phí: 24,6", "tỷ đồng", "kinh phí", "vi"),
    ("Kinh phí: 24,6", "đồng", "kinh phí", "vi"),
    ("đạt 12", "câu lạc bộ", "câu lạc bộ", "vi"),
    ("Số lượt khách: 12", "nghìn lượt khách", "lượt khách", "vi"),
    ("20 participants", "participations", "participations", "en"),
    ("20 enterprises", "clubs", "clubs of enterprises", "en"),
    ("20 tons", "clubs", "clubs", "en"),
    ("12 litres", "hectares", "area", "en"),
)


class TestUnits:
    """The words count what the indicator counts, or the plan is refused."""

    @for_each(("words", "unit", "label", "lang", "bound"), SAME)
    def test_words_about_the_same_thing_are_accepted(
        self, words: str, unit: str, label: str, lang: Lang, bound: Bound
    ) -> None:
        assert bound == read(words, unit, label, lang)

    @for_each(("words", "unit", "label", "lang"), OTHER)
    def test_words_about_another_thing_are_refused(
        self, words: str, unit: str, label: str, lang: Lang
    ) -> None:
        problems = refusal(words, unit, label, lang)

        assert all(f"{unit}”" in problem and "'2026-2030/x'" in problem for problem in problems)

    def test_a_share_is_only_a_share(self) -> None:
        assert "tính bằng “%”" in refusal("ít nhất 40%", "câu lạc bộ")[0]

    def test_growth_fits_every_unit(self) -> None:
        assert AtLeast(20) == read("tăng ít nhất 20% so với năm 2020", "câu lạc bộ")

    def test_each_year_has_a_unit_too(self) -> None:
        assert AtLeast(20) == read("mỗi năm ít nhất 20 câu lạc bộ", "câu lạc bộ")
        assert "count in “lớp”" in refusal("mỗi năm ít nhất 20 lớp", "câu lạc bộ")[1]

    def test_another_measure_must_be_converted(self) -> None:
        vi, en = refusal("20 tấn", "tạ")

        assert (
            "mục tiêu '2026-2030/x': lời văn tính bằng “tấn”, còn chỉ tiêu tính bằng “tạ”; "
            "ghi số theo đơn vị đó" in vi
        )
        assert (
            "target '2026-2030/x': the words count in “tấn”, but the indicator counts in “tạ”; "
            "write the number" in en
        )

    @pytest.mark.parametrize(
        "indicators",
        [
            None,
            [5],
            [{"id": "y"}],
            [{"id": "x"}],
            [{"id": "x", "unit": "u"}],
            [{"id": 5, "unit": 5, "label": {"vi": 5}}],
        ],
    )
    def test_an_unreadable_indicator_is_not_compared(self, indicators: object) -> None:
        """Its mistakes are reported in their own places."""
        worded = Worded(indicators, {"u": Unit(id="u", label=Text(vi="người", en="people"))})
        cited = [{"words": "ít nhất 12 tấn"}]
        worded.fill(
            {
                "phases": [
                    {
                        **PHASE,
                        "targets": [
                            {"id": "x", "indicator": {"rows": ["x", 5]}, "citations": cited}
                        ],
                    }
                ]
            }
        )

        assert [] == worded.problems

    def test_units_are_checked_under_every_answer(self) -> None:
        """If it is open what is counted, one indicator must fit, and two scales are refused."""
        label = {"vi": "x", "en": "x"}
        indicators = [{"id": name, "unit": name, "label": label} for name in ("a", "b", "c")]
        named = {"a": "người", "b": "lượt người", "c": "nghìn người"}
        units = {name: Unit(id=name, label=Text(vi=text, en=text)) for name, text in named.items()}
        found = []
        for rows in (["a", "b"], ["a", "c"]):
            worded = Worded(indicators, units)
            target = {
                "id": "t",
                "indicator": {"rows": rows},
                "citations": [{"words": "ít nhất 20 người"}],
            }
            worded.fill({"phases": [{**PHASE, "targets": [target]}]})
            found.append([problem.code for problem in worded.problems])

        assert [[], ["other-unit"]] == found


class TestTimes:
    """A phase or year in the words is that of the target's own phase."""

    @for_each(
        "words",
        [
            "đến năm 2030 có ít nhất 12 câu lạc bộ",
            "đến hết 2030 có ít nhất 12 câu lạc bộ",
            "trước ngày 01/01/2031 có ít nhất 12 câu lạc bộ",
            "giai đoạn 2026-2030 có ít nhất 12 câu lạc bộ",
            "ít nhất 12 câu lạc bộ (giai đoạn 2026-2030)",
            "từ năm 2026 có ít nhất 12 câu lạc bộ",
            "Kế hoạch năm 2022: ít nhất 12 câu lạc bộ",
            "Quyết định 36/QĐ-TTg năm 2021: tăng ít nhất 12% so với năm 2020",
        ],
    )
    def test_a_time_that_fits_is_accepted(self, words: str) -> None:
        assert AtLeast(12) == read(words, "câu lạc bộ")

    @for_each(
        ("words", "named"),
        [
            ("đến năm 2025 có ít nhất 12 câu lạc bộ", "đến năm 2025"),
            ("đến hết 2025 có ít nhất 12 câu lạc bộ", "đến hết 2025"),
            ("đến tháng 6/2025 có ít nhất 12 câu lạc bộ", "đến tháng 6/2025"),
            ("đến năm 2027 mỗi năm có ít nhất 12 câu lạc bộ", "đến năm 2027"),
            ("đến năm 2027 tăng ít nhất 12% so với năm 2025", "đến năm 2027"),
            ("năm 2025 có ít nhất 12 câu lạc bộ", "năm 2025"),
            ("quý I/2031 có ít nhất 12 câu lạc bộ", "quý I/2031"),
            ("từ quý III/2026 có ít nhất 12 câu lạc bộ", "quý III/2026"),
            ("quý I/2030 tăng ít nhất 12% so với năm 2025", "quý I/2030"),
            ("riêng giai đoạn 2025-2027 có ít nhất 12 câu lạc bộ", "giai đoạn 2025-2027"),
            ("giai đoạn 2027-2028, năm 2027 có ít nhất 12 câu lạc bộ", "giai đoạn 2027-2028"),
            ("giai đoạn 2021-2025 có ít nhất 12 câu lạc bộ", "giai đoạn 2021-2025"),
            ("giai đoạn 2021-2030 có ít nhất 12 câu lạc bộ", "giai đoạn 2021-2030"),
            ("ít nhất 12 câu lạc bộ (giai đoạn 2021-2025)", "giai đoạn 2021-2025"),
            ("giai đoạn 2030-2026 có ít nhất 12 câu lạc bộ", "giai đoạn 2030-2026"),
            ("từ năm 2027 có ít nhất 12 câu lạc bộ", "năm 2027"),
            ("năm 2027, 2028 có ít nhất 12 câu lạc bộ", "năm 2027, 2028"),
        ],
    )
    def test_a_time_that_does_not_fit_is_refused(self, words: str, named: str) -> None:
        vi, en = refusal(words, "câu lạc bộ")

        assert f"“{named}” không khớp giai đoạn từ 2026-01-01 đến 2030-12-31" in vi
        assert f"“{named}” does not fit the phase, 2026-01-01 to 2030-12-31" in en

    def test_the_whole_phase_fits(self) -> None:
        assert NamedTime("năm 2030", PLAN.phases[0].period).fits(PLAN.phases[0].period)

    def test_a_baseline_is_not_a_time_of_the_target(self) -> None:
        words = "giai đoạn 2026-2030 tăng ít nhất 20% so với giai đoạn 2021-2025"

        assert AtLeast(20) == read(words, "câu lạc bộ")

    def test_a_phase_without_a_start_is_compared_by_its_end(self) -> None:
        phase = {"id": "x", "period": {"end": "2025-12-31"}}

        assert AtLeast(12) == read(
            "đến năm 2025 có ít nhất 12 câu lạc bộ", "câu lạc bộ", phase=phase
        )
        assert AtLeast(12) == read(
            "giai đoạn đến ngày 31/12/2025 có ít nhất 12 câu lạc bộ", "câu lạc bộ", phase=phase
        )
        vi, en = refusal("từ năm 2021 có ít nhất 12 câu lạc bộ", "câu lạc bộ", phase=phase)
        assert "giai đoạn đến 2025-12-31" in vi
        assert "the phase, up to 2025-12-31" in en

    @pytest.mark.parametrize(
        "period", [5, {}, {"end": "x"}, {"end": 5}, {"start": "2030-01-01", "end": "2026-01-01"}]
    )
    def test_an_unreadable_phase_is_not_compared(self, period: object) -> None:
        """Its mistakes are reported in their own places."""
        words = "đến năm 2025 có ít nhất 12 câu lạc bộ"

        assert AtLeast(12) == read(words, "câu lạc bộ", phase={"id": "x", "period": period})


class TestRefusals:
    def test_both_languages_name_the_target_the_words_and_the_reason(self) -> None:
        vi, en = refusal("thành lập gần 12 câu lạc bộ", "câu lạc bộ")

        assert (
            "mục tiêu '2026-2030/x': ký tự 11 đến 27, “gần 12 câu lạc bộ”: "
            "“gần” không có cách hiểu nào trong mô hình; "
            "viết “ít nhất” hoặc “khoảng”; hoặc ghi bound" == vi
        )
        assert (
            "target '2026-2030/x': characters 11 to 27, “gần 12 câu lạc bộ”: "
            "the model has no “nearly”; write “at "
            "least” or “about”; or give a bound" == en
        )

    def test_a_target_without_an_id_is_named_by_its_place(self) -> None:
        worded = Worded([], {})
        worded.fill({"phases": [{**PHASE, "targets": [{"citations": [{"words": "gần 5 lớp"}]}]}]})

        assert worded.problems[0].message.en.startswith("target ?: ")
        assert ("phases", 0, "targets", 0, "citations", 0, "words") == worded.problems[0].path

    def test_long_words_are_refused_at_once(self) -> None:
        vi, en = refusal("A.1." * 25_000, "câu lạc bộ")

        assert "quá 2000 ký tự" in vi
        assert len(vi) + len(en) < 700

    def test_only_the_first_problems_of_a_target_are_listed(self) -> None:
        worded, _ = filled("&ge; " * 300, "câu lạc bộ", "x", "vi", PHASE)

        assert 5 == len(worded.problems)

    def test_english_parts_need_their_whole(self) -> None:
        _, en = refusal("of which at least 12 clubs", "clubs", lang="en")

        assert "the words say “of which”; give part_of" in en

    def test_the_document_lists_all_problems(self) -> None:
        plan = json.loads(to_json(PLAN))
        for target in plan["phases"][0]["targets"][:2]:
            del target["bound"]
            target["citations"][0]["words"] = "gần 12 tấn gạo"

        with pytest.raises(DocumentError) as refused:
            from_json(json.dumps(plan), Program)
        assert 2 == len(refused.value.args)
        assert EachYear() == PLAN.target("2026-2030/supported").basis
