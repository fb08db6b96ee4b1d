"""Counting rules, and the reasons why records are not counted, as sentences."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

import pytest
from attrs import field, frozen
from attrs.validators import instance_of

from each import for_each
from nsc_program import (
    AssessmentBody,
    Dissemination,
    Expert,
    PilotModel,
    Range,
    Scope,
    Support,
    Text,
    Training,
)
from nsc_program.catalog import INDICATORS
from nsc_program.plan import (
    AllOf,
    Condition,
    Counting,
    FirstOf,
    Given,
    HasAtLeast,
    Includes,
    NotMet,
    OneOf,
    Within,
)
from nsc_program.records import Record, WhyNot
from nsc_program.report import explain, reason
from nsc_program.verdicts import LeftOut

RULES: Mapping[str, tuple[Counting, str, str]] = {
    "records": (
        Counting(of=Dissemination, on=AllOf("on")),
        "Mỗi cuộc tuyên truyền được tính, vào ngày tổ chức.",
        "Each dissemination event counts, on the date of the event.",
    ),
    "people, and headcounts": (
        Counting(of=Training, each="person", on=AllOf("on")),
        (
            "Mỗi người có lượt đào tạo được tính một lần, vào ngày tổ chức. "
            "Lượt đào tạo chỉ ghi số người được tính theo số đó."
        ),
        (
            "Each person with a training counts once, on the date of the event. "
            "A training that gives a headcount counts for that number."
        ),
    ),
    "localities, which a headcount says nothing of": (
        Counting(of=Training, each="locality", on=AllOf("on")),
        "Mỗi địa bàn có lượt đào tạo được tính một lần, vào ngày tổ chức.",
        "Each locality with a training counts once, on the date of the event.",
    ),
    "two days, and a validity": (
        Counting(
            of=AssessmentBody,
            each="registration",
            on=AllOf(("strengthened_on", "conforming_since")),
            until="conforming_until",
            where=(OneOf("serves_key_products", values=True),),
        ),
        (
            "Mỗi tổ chức có hồ sơ tổ chức đánh giá sự phù hợp được tính một lần, vào ngày đến sau "
            "cùng trong ngày được tăng cường năng lực và ngày đạt chuẩn mực, khi có phục vụ sản "
            "phẩm chủ lực, trừ khi lúc đó đã quá ngày hết đạt chuẩn mực."
        ),
        (
            "Each body with an assessment body’s record counts once, on the latest of the date of "
            "strengthening and the start of conformity, if it serves key products, unless the "
            "end of conformity had passed by then."
        ),
    ),
    "the first of two days": (
        Counting(of=Expert, each="person", on=FirstOf(("regional_on", "international_on"))),
        (
            "Mỗi người có hồ sơ chuyên gia được tính một lần, vào ngày đến trước tiên trong ngày "
            "đạt trình độ khu vực và ngày đạt trình độ quốc tế."
        ),
        (
            "Each person with an expert’s record counts once, on the earliest of the date of the "
            "regional level and the date of the international level."
        ),
    ),
}
CONDITIONS: Mapping[str, tuple[type[Record], Condition, str, str]] = {
    "one of three": (
        Support,
        OneOf("level", ("city", "ministry", "nation")),
        "cấp là “cấp thành phố”, “cấp bộ” hoặc “cấp quốc gia”",
        "the level is “city”, “ministry” or “nation”",
    ),
    "a text": (Expert, OneOf("scheme", "A"), "chương trình chứng nhận là “A”", "is “A”"),
    "one of several values": (
        PilotModel,
        Includes("solutions", "standards"),
        "nhóm giải pháp có “tiêu chuẩn”",
        "the solutions include “standards”",
    ),
    "enough values": (
        PilotModel,
        HasAtLeast("solutions", 2),
        "có từ 2 nhóm giải pháp trở lên",
        "there are at least 2 solutions",
    ),
    "a least number": (
        Training,
        Within("headcount", Range.at_least(30)),
        "số người từ 30",
        "the headcount is at least 30",
    ),
    "numbers between two": (
        Training,
        Within("headcount", Range(10, Fraction(41, 2))),
        "số người từ 10 đến 41/2",
        "the headcount is at least 10 and at most 41/2",
    ),
    "numbers between two that are left out": (
        Training,
        Within("headcount", Range(10, 20, low_open=True, high_open=True)),
        "số người trên 10 dưới 20",
        "the headcount is more than 10 and less than 20",
    ),
    "any number": (
        Training,
        Within("headcount", Range(None, None)),
        "số người bất kỳ",
        "the headcount is any number",
    ),
    "a value that is recorded": (
        Expert,
        Given("standard"),
        "có ghi tiêu chuẩn (không ghi thì chưa chắc chắn)",
        "the standard is recorded (otherwise it is not certain)",
    ),
}
REASONS: Mapping[str, tuple[NotMet, str, str]] = {
    "one of several": (
        NotMet(Expert, OneOf("scheme", ("A", "B")), "C"),
        "chương trình chứng nhận: “C” (chỉ tính “A” hoặc “B”)",
        "certification scheme: “C” (only “A” or “B” counts)",
    ),
    "a value that is missing": (
        NotMet(Support, Includes("solutions", "standards"), 1),
        "nhóm giải pháp: không có “tiêu chuẩn”",
        "solutions: “standards” is not among them",
    ),
    "too few values": (
        NotMet(Support, HasAtLeast("solutions", 2), 1),
        "nhóm giải pháp: 1 (cần từ 2)",
        "solutions: 1 (at least 2 are needed)",
    ),
    "another number": (
        NotMet(Training, Within("headcount", Range.at_least(30)), 12),
        "số người: 12 (chỉ tính từ 30)",
        "headcount: 12 (it counts if it is at least 30)",
    ),
}


@pytest.mark.parametrize(("rule", "vi", "en"), RULES.values(), ids=RULES)
def test_a_rule_is_explained_in_both_languages(rule: Counting, vi: str, en: str) -> None:
    assert Text(vi=vi, en=en) == explain(rule)


@for_each(("of", "condition", "vi", "en"), CONDITIONS.values(), ids=CONDITIONS)
def test_a_condition_is_explained_in_both_languages(
    of: type[Record], condition: Condition, vi: str, en: str
) -> None:
    own: dict[type[Record], str] = {
        Support: "started_on",
        PilotModel: "recognised_on",
        Expert: "trained_on",
    }
    day = own.get(of, "on")

    explained = explain(Counting(of=of, on=AllOf(day), where=(condition,)))

    assert f", khi {vi}." in explained.vi
    assert en in explained.en


@for_each("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_every_rule_of_the_library_has_a_sentence(indicator: object) -> None:
    for rule in getattr(indicator, "counting"):  # noqa: B009
        sentence = explain(rule)
        assert sentence.vi.endswith(".")
        assert sentence.en.endswith(".")
        assert "_" not in sentence.vi + sentence.en


@pytest.mark.parametrize(("not_met", "vi", "en"), REASONS.values(), ids=REASONS)
def test_a_condition_that_is_not_met_is_a_reason(not_met: NotMet, vi: str, en: str) -> None:
    left_out = LeftOut("Support", "s1", WhyNot.CONDITION, not_met)

    assert Text(vi=vi, en=en) == reason(left_out)


def test_a_reason_of_a_class_keeps_its_own_words() -> None:
    why = NotMet(PilotModel, OneOf("scope", Scope.CITY), "nation").why

    assert WhyNot.OTHER_SCOPE is why
    assert "the model belongs to another scope" == reason(LeftOut("PilotModel", "m", why)).en


def test_a_flag_without_a_clause_is_yes_or_no() -> None:
    @frozen(kw_only=True)
    class Visit(Record):
        on: date = field(validator=instance_of(date))
        repeated: bool = field(validator=instance_of(bool))

    rule = Counting(of=Visit, on=AllOf("on"), where=(OneOf("repeated", values=False),))

    assert "Each record counts, on the on, if the repeated is “no”." == explain(rule).en


class Grade(StrEnum):
    GOOD = "good"
    POOR = "poor"


@frozen(kw_only=True)
class Inspection(Record):
    """Kiểm tra: a class of records of somebody else's system."""

    LABELS: ClassVar[Mapping[str, Text]] = {
        "result": Text(vi="kết quả", en="result"),
        "result.good": Text(vi="tốt", en="good"),
    }

    result: Grade = field(validator=instance_of(Grade))


def test_a_class_gives_the_labels_of_its_fields_and_values() -> None:
    """A value without a label stands as it is written."""
    left_out = LeftOut(
        "Inspection",
        "i",
        WhyNot.CONDITION,
        NotMet(Inspection, OneOf("result", Grade.GOOD), "poor"),
    )

    assert "kết quả: “poor” (chỉ tính tốt)" == reason(left_out).vi
