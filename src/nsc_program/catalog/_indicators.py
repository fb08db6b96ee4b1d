"""The units and indicators that count the library's own records.

A plan with other indicators defines them as data. If the text of a plan leaves open which things
are counted, each way of counting is an indicator of its own: the default has the bare id, and every
other answer adds a suffix.
"""

from collections.abc import Iterator

from nsc_program.plan._targets import PERCENT, Indicator, Unit
from nsc_program.records._ways import (
    COOPERATIVES,
    NATIONAL_MODELS,
    SOLUTIONS,
    SUPPORT_EVENT,
    SUPPORT_LEVEL,
    Ways,
    chosen,
    ways,
)
from nsc_program.values._ranges import EVERYTHING
from nsc_program.values._text import Text

PERSON = Unit(id="person", label=Text(vi="người", en="people"))
PARTICIPATION = Unit(id="participation", label=Text(vi="lượt người", en="participations"))
ENTERPRISE = Unit(id="enterprise", label=Text(vi="doanh nghiệp", en="enterprises"))
BODY = Unit(id="body", label=Text(vi="tổ chức", en="bodies"))
EVENT = Unit(id="event", label=Text(vi="cuộc", en="events"))
PERCENT_UNIT = Unit(id=PERCENT, label=Text(vi="%", en="%"), whole=False)


def _counted(stem: str, unit: Unit, label: Text, *questions: Ways) -> Iterator[Indicator]:
    """Yield the indicators of all ways of counting one thing."""
    for answers, indicator in ways(stem, *questions).items():
        remarks = [text for _, text in chosen(questions, answers) if text]
        vi = _with_remarks(label.vi, [text.vi for text in remarks])
        en = _with_remarks(label.en, [text.en for text in remarks])
        yield Indicator(id=indicator, unit=unit, label=Text(vi=vi, en=en))


def _with_remarks(label: str, remarks: list[str]) -> str:
    return f"{label} ({', '.join(remarks)})" if remarks else label


TFP_SHARE = Indicator(
    id="tfp-share",
    unit=PERCENT_UNIT,
    label=Text(
        vi="mức đóng góp của năng suất các nhân tố tổng hợp (TFP) trong GRDP",
        en="share of total factor productivity (TFP) in GRDP",
    ),
    accumulates=False,
    domain=EVERYTHING,
)
TRAINED_PERSONS = Indicator(
    id="trained/persons",
    unit=PERSON,
    label=Text(vi="người được đào tạo, tập huấn", en="people trained"),
)
DISSEMINATION_EVENTS = Indicator(
    id="dissemination/events",
    unit=EVENT,
    label=Text(vi="cuộc tuyên truyền, phổ biến", en="dissemination events"),
    additive=True,
)
INDICATORS: tuple[Indicator, ...] = (
    TRAINED_PERSONS,
    Indicator(
        id="trained/participations",
        unit=PARTICIPATION,
        label=Text(vi="lượt người được đào tạo, tập huấn", en="participations in training"),
        additive=True,
    ),
    *_counted(
        "experts/trained",
        PERSON,
        Text(vi="chuyên gia được đào tạo đạt tiêu chuẩn", en="experts trained to the standard"),
    ),
    *_counted(
        "experts/certified",
        PERSON,
        Text(vi="chuyên gia được đào tạo và chứng nhận", en="experts trained and certified"),
    ),
    *_counted(
        "experts/either-level",
        PERSON,
        Text(
            vi="chuyên gia đạt trình độ khu vực hoặc quốc tế",
            en="experts certified at regional or international level",
        ),
    ),
    *_counted(
        "experts/both-levels",
        PERSON,
        Text(
            vi="chuyên gia đạt cả trình độ khu vực và quốc tế",
            en="experts certified at both regional and international level",
        ),
    ),
    *_counted(
        "supported",
        ENTERPRISE,
        Text(vi="doanh nghiệp được hỗ trợ", en="enterprises supported"),
        SUPPORT_EVENT,
        SUPPORT_LEVEL,
        COOPERATIVES,
    ),
    *_counted(
        "models/city",
        ENTERPRISE,
        Text(vi="doanh nghiệp là mô hình điểm của thành phố", en="pilot models of the city"),
        SOLUTIONS,
        NATIONAL_MODELS,
    ),
    *_counted(
        "models/nation",
        ENTERPRISE,
        Text(
            vi="doanh nghiệp là mô hình điểm để nhân rộng trên toàn quốc",
            en="pilot models to share with the whole country",
        ),
        SOLUTIONS,
    ),
    *_counted(
        "bodies",
        BODY,
        Text(
            vi="tổ chức đánh giá sự phù hợp đạt chuẩn mực",
            en="conformity assessment bodies up to the norm",
        ),
    ),
    DISSEMINATION_EVENTS,
    TFP_SHARE,
)
"""All indicators of the library itself."""
