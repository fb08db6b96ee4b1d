"""The units and indicators that count the library's own records.

A plan with other indicators defines them as data. If the text of a plan leaves open which things
are counted, each way of counting is an indicator of its own: the default has the bare id, and every
other answer adds a suffix.
"""

from attrs import evolve

from nsc_program.catalog._ways import (
    COOPERATIVES,
    NATIONAL_MODELS,
    SOLUTIONS,
    SUPPORT_EVENT,
    SUPPORT_LEVEL,
    in_all_ways,
)
from nsc_program.plan._conditions import AllOf, FirstOf, Given, OneOf
from nsc_program.plan._counting import Counting
from nsc_program.plan._indicators import PERCENT, Indicator, Unit
from nsc_program.records._enumerations import Scope
from nsc_program.records._records import (
    AssessmentBody,
    Dissemination,
    Expert,
    PilotModel,
    Support,
    Training,
)
from nsc_program.values._ranges import EVERYTHING
from nsc_program.values._text import Text

PERSON = Unit(id="person", label=Text(vi="người", en="people"))
PARTICIPATION = Unit(id="participation", label=Text(vi="lượt người", en="participations"))
ENTERPRISE = Unit(id="enterprise", label=Text(vi="doanh nghiệp", en="enterprises"))
BODY = Unit(id="body", label=Text(vi="tổ chức", en="bodies"))
EVENT = Unit(id="event", label=Text(vi="cuộc", en="events"))
PERCENT_UNIT = Unit(id=PERCENT, label=Text(vi="%", en="%"), whole=False)


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
# H1: document A counts "cán bộ, công chức, viên chức", documents B and C count "lượt".
TRAINED_PERSONS = Indicator(
    id="trained/persons",
    unit=PERSON,
    label=Text(vi="người được đào tạo, tập huấn", en="people trained"),
    counting=Counting(of=Training, each="person", on=AllOf("on")),
)
TRAINED_PARTICIPATIONS = Indicator(
    id="trained/participations",
    unit=PARTICIPATION,
    label=Text(vi="lượt người được đào tạo, tập huấn", en="participations in training"),
    counting=Counting(of=Training, on=AllOf("on")),
)

_NEW = OneOf("renewal", values=False)
_TO_STANDARD = (_NEW, Given("standard"))
EXPERTS: tuple[Indicator, ...] = (
    # H2 "chuyên gia … đạt tiêu chuẩn"
    Indicator(
        id="experts/trained",
        unit=PERSON,
        label=Text(
            vi="chuyên gia được đào tạo đạt tiêu chuẩn", en="experts trained to the standard"
        ),
        counting=Counting(of=Expert, each="person", on=AllOf("trained_on"), where=_TO_STANDARD),
    ),
    # H7 "đào tạo, chứng nhận đạt tiêu chuẩn"
    Indicator(
        id="experts/certified",
        unit=PERSON,
        label=Text(vi="chuyên gia được đào tạo và chứng nhận", en="experts trained and certified"),
        counting=Counting(
            of=Expert,
            each="person",
            on=AllOf(("trained_on", "certified_on")),
            until="expires_on",
            where=_TO_STANDARD,
        ),
    ),
    # H8 "đạt trình độ khu vực và quốc tế"
    Indicator(
        id="experts/either-level",
        unit=PERSON,
        label=Text(
            vi="chuyên gia đạt trình độ khu vực hoặc quốc tế",
            en="experts certified at regional or international level",
        ),
        counting=Counting(
            of=Expert,
            each="person",
            on=FirstOf(("regional_on", "international_on")),
            until="expires_on",
            where=(_NEW,),
        ),
    ),
    Indicator(
        id="experts/both-levels",
        unit=PERSON,
        label=Text(
            vi="chuyên gia đạt cả trình độ khu vực và quốc tế",
            en="experts certified at both regional and international level",
        ),
        counting=Counting(
            of=Expert,
            each="person",
            on=AllOf(("regional_on", "international_on")),
            until="expires_on",
            where=(_NEW,),
        ),
    ),
)

# H5 "tổ chức đánh giá sự phù hợp đạt chuẩn mực", strengthened, for the city's key products
BODIES = Indicator(
    id="bodies",
    unit=BODY,
    label=Text(
        vi="tổ chức đánh giá sự phù hợp đạt chuẩn mực",
        en="conformity assessment bodies up to the norm",
    ),
    counting=Counting(
        of=AssessmentBody,
        each="registration",
        on=AllOf(("strengthened_on", "conforming_since")),
        until="conforming_until",
        where=(OneOf("serves_key_products", values=True),),
    ),
)
DISSEMINATION_EVENTS = Indicator(
    id="dissemination/events",
    unit=EVENT,
    label=Text(vi="cuộc tuyên truyền, phổ biến", en="dissemination events"),
    counting=Counting(of=Dissemination, on=AllOf("on")),
)

_RECOGNISED = Counting(of=PilotModel, each="enterprise", on=AllOf("recognised_on"), where=(_NEW,))
INDICATORS: tuple[Indicator, ...] = (
    TRAINED_PERSONS,
    TRAINED_PARTICIPATIONS,
    *EXPERTS,
    *in_all_ways(
        Indicator(
            id="supported",
            unit=ENTERPRISE,
            label=Text(vi="doanh nghiệp được hỗ trợ", en="enterprises supported"),
        ),
        Counting(of=Support, each="enterprise", on=AllOf("completed_on")),
        SUPPORT_EVENT,
        SUPPORT_LEVEL,
        COOPERATIVES,
    ),
    *in_all_ways(
        Indicator(
            id="models/city",
            unit=ENTERPRISE,
            label=Text(
                vi="doanh nghiệp là mô hình điểm của thành phố", en="pilot models of the city"
            ),
        ),
        _RECOGNISED,
        SOLUTIONS,
        NATIONAL_MODELS,
    ),
    *in_all_ways(
        Indicator(
            id="models/nation",
            unit=ENTERPRISE,
            label=Text(
                vi="doanh nghiệp là mô hình điểm để nhân rộng trên toàn quốc",
                en="pilot models to share with the whole country",
            ),
        ),
        evolve(_RECOGNISED, where=(_NEW, OneOf("scope", Scope.NATION))),
        SOLUTIONS,
    ),
    BODIES,
    DISSEMINATION_EVENTS,
    TFP_SHARE,
)
"""All indicators of the library itself."""
