"""The library's own indicators: their ids are API, and a label tells the way of counting."""

import pytest

from nsc_program import HANOI
from nsc_program.catalog._indicators import INDICATORS


def test_indicators_have_their_units() -> None:
    units = {"participation", "person", "enterprise", "body", "event", "percent"}

    assert units == {indicator.unit.id for indicator in INDICATORS}


def test_only_counts_of_occasions_add_up_over_periods() -> None:
    """Lượt người and cuộc are occasions: they do not repeat."""
    additive = {indicator.id for indicator in INDICATORS if indicator.additive}

    assert {"trained/participations", "dissemination/events"} == additive


@pytest.mark.parametrize(
    ("indicator", "vi", "en"),
    [
        (
            "bodies",
            "tổ chức đánh giá sự phù hợp đạt chuẩn mực",
            "conformity assessment bodies up to the norm",
        ),
        (
            "supported/city/cooperatives",
            "doanh nghiệp được hỗ trợ (chỉ nhiệm vụ cấp thành phố, gồm cả hợp tác xã)",
            "enterprises supported (the city's tasks only, co-operatives included)",
        ),
    ],
)
def test_a_label_names_the_answers_that_are_not_defaults(indicator: str, vi: str, en: str) -> None:
    label = HANOI.indicator(indicator).label

    assert (vi, en) == (label.vi, label.en)
