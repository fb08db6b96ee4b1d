"""Hanoi's plan 149/KH-UBND, 2021-2030, according to press reports.

It has ten targets with numbers, and three objectives without. The ids H1-H10, O1-O3 and F1 in the
comments are those of the table in `docs/explanation/sources.md`.
"""

from attrs import evolve

from nsc_program.catalog._indicators import DISSEMINATION_EVENTS, INDICATORS, TFP_SHARE
from nsc_program.catalog._ways import (
    COOPERATIVES,
    NATIONAL_MODELS,
    SOLUTIONS,
    SUPPORT_EVENT,
    SUPPORT_LEVEL,
    ways,
)
from nsc_program.catalog.press import ARTICLE, BAOMOI, KINHTEVADUBAO
from nsc_program.catalog.questions import (
    COOPERATIVES_QUESTION,
    EXPERT_LEVELS_QUESTION,
    EXPERTS_BY_LEVEL,
    MODELS_FOR_THE_NATION,
    SOLUTIONS_QUESTION,
    SUPPORT_EVENT_QUESTION,
)
from nsc_program.plan._bases import Growth
from nsc_program.plan._bounds import About, AtLeast, MoreThan, Plain
from nsc_program.plan._program import Program
from nsc_program.plan._questions import Answer, Question
from nsc_program.plan._sources import Citation, Document
from nsc_program.plan._targets import Choice, FundingSource, Objective, Phase, Target
from nsc_program.values._periods import Period
from nsc_program.values._text import Text


def _cite(words: str, *documents: Document, erratum: Text | None = None) -> tuple[Citation, ...]:
    return tuple(
        Citation(document=document, words=words, erratum=erratum) for document in documents
    )


_TRAINED = _cite("trên 2.000 cán bộ, công chức, viên chức", ARTICLE) + _cite(
    "trên 2.000 lượt cán bộ", KINHTEVADUBAO, BAOMOI
)
_EXPERT_STANDARD = _cite(
    "ít nhất 20 chuyên gia năng suất chất lượng đạt tiêu chuẩn", ARTICLE, KINHTEVADUBAO, BAOMOI
)
_SUPPORTED = _cite("khoảng 1.500 doanh nghiệp", ARTICLE, KINHTEVADUBAO, BAOMOI)
_CITY_MODELS = _cite(
    "ít nhất 15 doanh nghiệp … mô hình điểm của thành phố", ARTICLE, KINHTEVADUBAO, BAOMOI
)
_EXPERT_LEVELS = _cite(
    "khoảng 10 chuyên gia được chứng nhận đạt trình độ khu vực và quốc tế", KINHTEVADUBAO
)

_QUESTIONS = (
    Question(
        id="trained",
        phrase=Text(
            vi="“trên 2.000” là số người hay số lượt người",
            en="“trên 2.000”: people or participations",
        ),
        citations=_TRAINED,
        answers=(
            Answer(
                value="persons",
                label=Text(
                    vi="tính theo số người, mỗi người một lần", en="people are counted, each once"
                ),
                attested_by=(ARTICLE.id,),
            ),
            Answer(
                value="participations",
                label=Text(vi="tính theo lượt người", en="participations (lượt) are counted"),
                attested_by=(KINHTEVADUBAO.id, BAOMOI.id),
            ),
        ),
    ),
    Question(
        id="expert-standard",
        phrase=Text(
            vi="“chuyên gia … đạt tiêu chuẩn” có cần giấy chứng nhận không",
            en="does an expert “đạt tiêu chuẩn” (up to the standard) need a certificate",
        ),
        citations=_EXPERT_STANDARD,
        answers=(
            Answer(
                value="trained",
                label=Text(
                    vi="chuyên gia chỉ cần được đào tạo đạt tiêu chuẩn",
                    en="an expert trained to the standard counts",
                ),
            ),
            Answer(
                value="certified",
                label=Text(
                    vi="chuyên gia phải được chứng nhận", en="an expert counts once certified"
                ),
            ),
        ),
    ),
    evolve(SUPPORT_EVENT_QUESTION, citations=_SUPPORTED),
    Question(
        id="support-level",
        phrase=Text(
            vi="hỗ trợ từ nhiệm vụ của bộ, quốc gia có tính cho thành phố không",
            en="does support by a ministry or the nation count for the city",
        ),
        citations=_SUPPORTED,
        answers=(
            Answer(
                value="any",
                label=Text(vi="tính hỗ trợ của mọi cấp", en="support at any level counts"),
            ),
            Answer(
                value="city",
                label=Text(vi="chỉ tính hỗ trợ cấp thành phố", en="only the city's support counts"),
            ),
        ),
    ),
    evolve(COOPERATIVES_QUESTION, citations=_SUPPORTED),
    evolve(SOLUTIONS_QUESTION, citations=_CITY_MODELS),
    Question(
        id="national-models",
        phrase=Text(
            vi="mô hình điểm toàn quốc có tính là của thành phố không",
            en="does a national model count for the city",
        ),
        citations=_CITY_MODELS,
        answers=(
            Answer(
                value="no",
                label=Text(
                    vi="không tính mô hình điểm toàn quốc", en="national models do not count"
                ),
            ),
            Answer(
                value="yes",
                label=Text(vi="tính cả mô hình điểm toàn quốc", en="national models count too"),
            ),
        ),
    ),
    evolve(EXPERT_LEVELS_QUESTION, citations=_EXPERT_LEVELS),
)

_PERSONS_TRAINED = Choice(
    ("trained",),
    ((("persons",), "trained/persons"), (("participations",), "trained/participations")),
)
_EXPERTS_TO_STANDARD = Choice(
    ("expert-standard",), ((("trained",), "experts/trained"), (("certified",), "experts/certified"))
)
_ENTERPRISES_SUPPORTED = Choice(
    ("support-event", "support-level", "cooperatives"),
    ways("supported", SUPPORT_EVENT, SUPPORT_LEVEL, COOPERATIVES).items(),
)
_MODELS_OF_THE_CITY = Choice(
    ("solutions", "national-models"), ways("models/city", SOLUTIONS, NATIONAL_MODELS).items()
)

_FIRST = Phase.of_years(
    2021,
    2025,
    (
        Target(  # H1
            id="2021-2025/trained",
            title=Text(
                vi="Đào tạo, tập huấn năng suất chất lượng",
                en="People trained in productivity and quality",
            ),
            indicator=_PERSONS_TRAINED,
            bound=MoreThan(2000),
            citations=_TRAINED,
        ),
        Target(  # H2
            id="2021-2025/experts",
            title=Text(
                vi="Chuyên gia năng suất chất lượng đạt tiêu chuẩn", en="Experts up to the standard"
            ),
            indicator=_EXPERTS_TO_STANDARD,
            bound=AtLeast(20),
            citations=_EXPERT_STANDARD,
            part_of="2021-2025/trained",
            aspirational=True,
        ),
        Target(  # H3
            id="2021-2025/supported",
            title=Text(vi="Doanh nghiệp được hỗ trợ", en="Enterprises supported"),
            indicator=_ENTERPRISES_SUPPORTED,
            bound=About(1500),
            citations=_SUPPORTED,
        ),
        Target(  # H4
            id="2021-2025/models",
            title=Text(vi="Mô hình điểm của thành phố", en="Pilot models of the city"),
            indicator=_MODELS_OF_THE_CITY,
            bound=AtLeast(15),
            citations=_CITY_MODELS,
        ),
        Target(  # H5
            id="2021-2025/bodies",
            title=Text(
                vi="Tổ chức đánh giá sự phù hợp đạt chuẩn mực",
                en="Conformity assessment bodies up to the norm",
            ),
            indicator="bodies",
            bound=AtLeast(2),
            citations=_cite("ít nhất 2 tổ chức đánh giá phù hợp đạt chuẩn mực", ARTICLE)
            + _cite("ít nhất 2 tổ chức đánh giá [sự] phù hợp đạt chuẩn mực", KINHTEVADUBAO),
        ),
    ),
)

_OVER_FIRST_PHASE = Growth(baseline=Period.of_years(2021, 2025))

_SECOND = Phase.of_years(
    2026,
    2030,
    (
        Target(  # H6
            id="2026-2030/trained",
            title=Text(vi="Tăng số người được đào tạo, tập huấn", en="Growth of people trained"),
            indicator="trained/persons",
            basis=_OVER_FIRST_PHASE,
            bound=AtLeast(50),
            citations=_cite(
                "tăng ít nhất 50% số lượng người so với giai đoạn 2021-2025", KINHTEVADUBAO
            ),
        ),
        Target(  # H7
            id="2026-2030/experts",
            title=Text(
                vi="Chuyên gia được đào tạo, chứng nhận", en="Experts trained and certified"
            ),
            indicator="experts/certified",
            bound=Plain(40),
            citations=_cite("đào tạo, chứng nhận đạt tiêu chuẩn cho 40 chuyên gia", KINHTEVADUBAO),
        ),
        Target(  # H8
            id="2026-2030/experts-international",
            title=Text(
                vi="Chuyên gia đạt trình độ khu vực và quốc tế",
                en="Experts of regional and international level",
            ),
            indicator=EXPERTS_BY_LEVEL,
            bound=About(10),
            citations=_EXPERT_LEVELS,
            part_of="2026-2030/experts",
        ),
        Target(  # H9
            id="2026-2030/supported",
            title=Text(vi="Tăng số doanh nghiệp được hỗ trợ", en="Growth of enterprises supported"),
            indicator=_ENTERPRISES_SUPPORTED,
            basis=_OVER_FIRST_PHASE,
            bound=AtLeast(50),
            citations=_cite(
                "tăng ít nhất 50% so với giai đoạn 2021 – 2015",
                ARTICLE,
                erratum=Text(
                    vi="“2021 – 2015” là lỗi đánh máy, được hiểu là 2021-2025.",
                    en="“2021 – 2015” is a slip, read as 2021-2025.",
                ),
            ),
            aspirational=True,
        ),
        Target(  # H10
            id="2026-2030/models",
            title=Text(
                vi="Mô hình điểm để nhân rộng trên toàn quốc",
                en="Pilot models to share with the whole country",
            ),
            indicator=MODELS_FOR_THE_NATION,
            bound=AtLeast(20),
            citations=_cite(
                "ít nhất 20 doanh nghiệp … mô hình điểm để chia sẻ, nhân rộng trên toàn quốc",
                ARTICLE,
            ),
        ),
    ),
)

_OBJECTIVES = (
    Objective(  # O1
        id="tfp",
        title=Text(
            vi="Nâng cao mức đóng góp của năng suất các nhân tố tổng hợp (TFP) trong GRDP",
            en="A larger share of total factor productivity (TFP) in GRDP",
        ),
        indicator=TFP_SHARE.id,
        citations=_cite(
            "nâng cao mức đóng góp của năng suất các nhân tố tổng hợp trong GRDP", ARTICLE
        ),
    ),
    Objective(  # O2
        id="dissemination",
        title=Text(vi="Đẩy mạnh tuyên truyền, phổ biến", en="More dissemination"),
        phase="2021-2025",
        indicator=DISSEMINATION_EVENTS.id,
        citations=_cite("đẩy mạnh tuyên truyền, phổ biến", ARTICLE, KINHTEVADUBAO),
    ),
    Objective(  # O3
        id="solutions",
        title=Text(
            vi="Áp dụng tiêu chuẩn, quy chuẩn kỹ thuật, hệ thống quản lý, "
            "công cụ cải tiến năng suất",
            en="Use of standards, technical regulations, management systems and improvement tools",
        ),
        citations=_cite(
            "tiêu chuẩn, quy chuẩn kỹ thuật, hệ thống quản lý, công cụ cải tiến năng suất", ARTICLE
        ),
    ),
)

HANOI = Program(
    id="hanoi",
    edition="149/KH-UBND",
    title=Text(
        vi="Kế hoạch thực hiện Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất "
        "và chất lượng sản phẩm, hàng hóa trên địa bàn thành phố giai đoạn 2021-2030",
        en="Hanoi's plan to help enterprises raise the productivity and quality of products "
        "and goods, 2021-2030",
    ),
    issuer=Text(vi="Ủy ban nhân dân thành phố Hà Nội", en="Hanoi People's Committee"),
    territory="VN-HN",
    citations=_cite("149/KH-UBND", BAOMOI),
    indicators=INDICATORS,
    questions=_QUESTIONS,
    phases=(_FIRST, _SECOND),
    objectives=_OBJECTIVES,
    funding_sources=(
        FundingSource(  # F1
            id="state-budget",
            label=Text(vi="ngân sách nhà nước", en="state budget"),
            citations=_cite("ngân sách nhà nước", ARTICLE),
        ),
        FundingSource(
            id="other-lawful",
            label=Text(vi="nguồn vốn huy động hợp pháp khác", en="other lawful sources"),
            citations=_cite("các nguồn vốn huy động hợp pháp khác", ARTICLE),
        ),
    ),
)
"""Kế hoạch 149/KH-UBND. Its date is unknown, so `in_force_from` is `None`."""
