"""The national programme, Decision 1322/QĐ-TTg, 2021-2030, according to press reports.

It has nine targets in three phases. The ids N1-N8 in the comments are those of the table in
`docs/explanation/sources.md`.
"""

from attrs import evolve

from nsc_program.catalog._indicators import INDICATORS, PERCENT_UNIT
from nsc_program.catalog._ways import COOPERATIVES, SUPPORT_EVENT, ways
from nsc_program.catalog.questions import (
    COOPERATIVES_QUESTION,
    EXPERT_LEVELS_QUESTION,
    EXPERTS_BY_LEVEL,
    MODELS_FOR_THE_NATION,
    SOLUTIONS_QUESTION,
    SUPPORT_EVENT_QUESTION,
)
from nsc_program.plan._bases import Growth, YearlyGrowth
from nsc_program.plan._bounds import About, AtLeast, Between
from nsc_program.plan._indicators import Indicator, Unit
from nsc_program.plan._program import Program
from nsc_program.plan._sources import Citation, Document
from nsc_program.plan._targets import Choice, Phase, Target
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text

DECISION_1322 = Document(
    id="1322/QĐ-TTg",
    title=Text(
        vi="Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ",
        en="Decision 1322/QĐ-TTg of the Prime Minister, 31 August 2020",
    ),
    place="1322/QĐ-TTg",
    remark=Text(
        vi="Ghi theo các bài báo thuật lại; chưa tiếp cận được toàn văn Quyết định.",
        en="Taken from press reports of it; the decision's own text has not been seen.",
    ),
)


def _cite(words: str) -> tuple[Citation, ...]:
    return (Citation(document=DECISION_1322, words=words),)


CERTIFICATE = Unit(id="certificate", label=Text(vi="chứng chỉ", en="certificates"))
HARMONISED = Indicator(
    id="standards/harmonised",
    unit=PERCENT_UNIT,
    label=Text(
        vi="tỷ lệ TCVN hài hòa với tiêu chuẩn quốc tế, khu vực",
        en="national standards (TCVN) harmonised with international and regional ones",
    ),
    accumulates=False,
    domain=Range(0, 100),
)


def _certificates(standard: str) -> Indicator:
    return Indicator(
        id=f"certificates/{standard.lower().replace(' ', '-')}",
        unit=CERTIFICATE,
        label=Text(vi=f"chứng chỉ {standard} được cấp", en=f"{standard} certificates issued"),
        additive=True,
    )


ISO_9001, ISO_14001 = _certificates("ISO 9001"), _certificates("ISO 14001")

_LEVELS = _cite("khoảng 200 chuyên gia … trình độ khu vực và quốc tế")
_SUPPORTED = _cite("hàng năm tăng từ 10-15%")
_MODELS = _cite("ít nhất 100 DN … mô hình điểm để chia sẻ, nhân rộng trên toàn quốc")

# The national programme counts support of every level, and the models that are shared nationally.
_ENTERPRISES_SUPPORTED = Choice(
    ("support-event", "cooperatives"), ways("supported", SUPPORT_EVENT, COOPERATIVES).items()
)
_OVER_LAST_DECADE = Growth(baseline=Period.of_years(2011, 2020))

_FIRST = Phase.of_years(
    2021,
    2025,
    (
        Target(  # N1
            id="2021-2025/harmonised",
            title=Text(vi="Tỷ lệ TCVN hài hòa", en="National standards harmonised"),
            indicator=HARMONISED.id,
            bound=About(65),
            citations=_cite("đạt khoảng 65%"),
        ),
        Target(  # N2
            id="2021-2025/experts",
            title=Text(
                vi="Chuyên gia được đào tạo, chứng nhận", en="Experts trained and certified"
            ),
            indicator="experts/certified",
            bound=About(600),
            citations=_cite("khoảng 600 chuyên gia"),
        ),
    ),
)

_SECOND = Phase.of_years(
    2026,
    2030,
    (
        Target(  # N3
            id="2026-2030/harmonised",
            title=Text(vi="Tỷ lệ TCVN hài hòa", en="National standards harmonised"),
            indicator=HARMONISED.id,
            bound=Between(70, 75, about=True),
            citations=_cite("đạt khoảng 70-75%"),
        ),
        Target(  # N4
            id="2026-2030/experts",
            title=Text(
                vi="Chuyên gia được đào tạo, chứng nhận", en="Experts trained and certified"
            ),
            indicator="experts/certified",
            bound=About(1000),
            citations=_cite("khoảng 1.000 chuyên gia"),
        ),
        Target(  # N5
            id="2026-2030/experts-international",
            title=Text(
                vi="Chuyên gia đạt trình độ khu vực và quốc tế",
                en="Experts of regional and international level",
            ),
            indicator=EXPERTS_BY_LEVEL,
            bound=About(200),
            citations=_LEVELS,
            part_of="2026-2030/experts",
        ),
    ),
)

_WHOLE = Phase.of_years(
    2021,
    2030,
    (
        Target(  # N6
            id="2021-2030/supported",
            title=Text(
                vi="Doanh nghiệp được hỗ trợ tăng hàng năm",
                en="Yearly growth of enterprises supported",
            ),
            indicator=_ENTERPRISES_SUPPORTED,
            basis=YearlyGrowth(),
            bound=Between(10, 15),
            citations=_SUPPORTED,
        ),
        # N7a, N7b: the text calls them a part of the enterprises (trong đó), though they count
        # certificates.
        *(
            Target(
                id=f"2021-2030/{certificates.id.partition('/')[2]}",
                title=Text(
                    vi=f"Tăng số {certificates.label.vi}", en=f"Growth of {certificates.label.en}"
                ),
                indicator=certificates.id,
                basis=_OVER_LAST_DECADE,
                bound=AtLeast(10),
                citations=_cite("tăng ít nhất 10% so với giai đoạn 2011-2020"),
                part_of="2021-2030/supported",
            )
            for certificates in (ISO_9001, ISO_14001)
        ),
        Target(  # N8
            id="2021-2030/models",
            title=Text(
                vi="Mô hình điểm để nhân rộng trên toàn quốc",
                en="Pilot models to share with the whole country",
            ),
            indicator=MODELS_FOR_THE_NATION,
            bound=AtLeast(100),
            citations=_MODELS,
        ),
    ),
)

NATIONAL = Program(
    id="national",
    edition="1322/QĐ-TTg",
    title=Text(
        vi="Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm, "
        "hàng hóa giai đoạn 2021-2030",
        en="The national programme to help enterprises raise the productivity and quality of "
        "products and goods, 2021-2030",
    ),
    issuer=Text(vi="Thủ tướng Chính phủ", en="The Prime Minister"),
    territory="VN",
    citations=_cite("1322/QĐ-TTg"),
    indicators=(*INDICATORS, HARMONISED, ISO_9001, ISO_14001),
    questions=(
        evolve(EXPERT_LEVELS_QUESTION, citations=_LEVELS),
        evolve(SUPPORT_EVENT_QUESTION, citations=_SUPPORTED),
        evolve(COOPERATIVES_QUESTION, citations=_SUPPORTED),
        evolve(SOLUTIONS_QUESTION, citations=_MODELS),
    ),
    phases=(_FIRST, _SECOND, _WHOLE),
)
"""Quyết định 1322/QĐ-TTg. Its first day in force is unknown, so `in_force_from` is `None`."""
