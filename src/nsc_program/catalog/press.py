"""The press reports that are the sources of Hanoi's plan; its full text has not been seen."""

from nsc_program.plan._sources import Document
from nsc_program.values._text import Text

_UNSEEN = Text(
    vi="Bài báo thuật lại Kế hoạch; chưa tiếp cận được toàn văn Kế hoạch.",
    en="A press report of the plan; the plan's own full text has not been seen.",
)

ARTICLE = Document(
    id="A",
    title=Text(
        vi="Bài báo trên doanhnghiepvadautu.net.vn", en="Press report, doanhnghiepvadautu.net.vn"
    ),
    place="doanhnghiepvadautu.net.vn",
    remark=_UNSEEN,
)
"""The article from which the plan was taken first."""

KINHTEVADUBAO = Document(
    id="B",
    title=Text(vi="Bài báo trên kinhtevadubao.vn", en="Press report, kinhtevadubao.vn"),
    place="kinhtevadubao.vn",
    remark=Text(
        vi=f"{_UNSEEN.vi} Bản lưu bị cắt ở phần giai đoạn 2026-2030.",
        en=f"{_UNSEEN.en} The stored copy breaks off inside the second phase.",
    ),
)

BAOMOI = Document(
    id="C",
    title=Text(vi="Bài báo trên baomoi.com", en="Press report, baomoi.com"),
    place="baomoi.com",
    remark=Text(
        vi=f"{_UNSEEN.vi} Bản lưu bị cắt ở phần giai đoạn 2021-2025; "
        "bài duy nhất nêu số của Kế hoạch.",
        en=f"{_UNSEEN.en} The stored copy breaks off inside the first phase; "
        "the only one with the plan's number.",
    ),
)
