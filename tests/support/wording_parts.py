"""Phrases about a part of a phase: a year, a quarter, a month."""

from datetime import date

from nsc_program import AtLeast, LessThan, Period, Plain
from nsc_program.plan import During
from nsc_program.wording import Reason
from wording_rows import (
    Row,
    no,
    p,
    year,
)

PARTS: tuple[Row, ...] = (
    # parts of a phase
    ("năm 2027 hỗ trợ 300 doanh nghiệp", (p(Plain(300), "doanh nghiệp", year(2027)),)),
    ("trong năm 2027: 300 doanh nghiệp", (p(Plain(300), "doanh nghiệp", year(2027)),)),
    (
        "quý I/2027 hỗ trợ 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", During(Period(date(2027, 1, 1), date(2027, 3, 31)))),),
    ),
    (
        "Trong quý IV năm 2027, hỗ trợ 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", During(Period(date(2027, 10, 1), date(2027, 12, 31)))),),
    ),
    (
        "trong tháng 2/2028 hỗ trợ 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", During(Period(date(2028, 2, 1), date(2028, 2, 29)))),),
    ),
    (
        "tháng 6 năm 2027 hỗ trợ 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", During(Period(date(2027, 6, 1), date(2027, 6, 30)))),),
    ),
    (
        "Phấn đấu năm 2027 có 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", year(2027), aspires=True),),
    ),
    ("Chỉ tiêu năm 2027: 300 doanh nghiệp", (p(Plain(300), "doanh nghiệp", year(2027)),)),
    (
        "Số doanh nghiệp được hỗ trợ năm 2027 là 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", year(2027)),),
    ),
    ("Tỷ lệ lao động qua đào tạo năm 2027 đạt 70%", (p(Plain(70), "%", year(2027)),)),
    ("đạt 90% năm 2027", (p(Plain(90), "%", year(2027)),)),
    ("hỗ trợ 30 doanh nghiệp trong năm 2027", (p(Plain(30), "doanh nghiệp", year(2027)),)),
    (
        "Năm 2027: hỗ trợ 30 doanh nghiệp; đào tạo 100 lượt người",
        (p(Plain(30), "doanh nghiệp", year(2027)), p(Plain(100), "lượt người", year(2027))),
    ),
    (
        "Giai đoạn 2026-2030, năm 2027 hỗ trợ 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", year(2027)),),
    ),
    ("Năm 2027 tổ chức lớp tập huấn trong 3 ngày", ()),
    (
        "riêng giai đoạn 2027-2028 hỗ trợ 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", During(Period(date(2027, 1, 1), date(2028, 12, 31)))),),
    ),
    ("hỗ trợ 30 doanh nghiệp riêng năm 2027", (p(Plain(30), "doanh nghiệp", year(2027)),)),
    (
        "từ ngày 01/7/2027 đến ngày 31/12/2027 hỗ trợ 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", During(Period(date(2027, 7, 1), date(2027, 12, 31)))),),
    ),
    (
        "đến năm 2027 đạt 800 doanh nghiệp",
        (p(Plain(800), "doanh nghiệp", through=date(2027, 12, 31)),),
    ),
    # the first or last months of a year
    (
        "6 tháng đầu năm 2027: 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", During(Period.of_half(2027, 1))),),
    ),
    (
        "sáu tháng cuối năm 2027 hỗ trợ 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", During(Period.of_half(2027, 2))),),
    ),
    (
        "nửa đầu năm 2027 hỗ trợ 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", During(Period.of_half(2027, 1))),),
    ),
    (
        "trong 9 tháng đầu năm 2027 hỗ trợ 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", During(Period.of_months(2027, 1, 9))),),
    ),
    (
        "hỗ trợ 20 doanh nghiệp trong nửa cuối năm 2027",
        (p(Plain(20), "doanh nghiệp", During(Period.of_half(2027, 2))),),
    ),
    (
        "đến hết 6 tháng đầu năm 2027 hỗ trợ 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", through=date(2027, 6, 30)),),
    ),
    # unclear parts of a phase
    ("quý I và quý II/2027: 20 doanh nghiệp", (no(Reason.ONE_YEAR, "20 doanh nghiệp"),)),
    ("cuối năm 2027 hỗ trợ 20 doanh nghiệp", (no(Reason.ONE_YEAR, "20 doanh nghiệp"),)),
    ("12 tháng đầu năm 2027: 20 doanh nghiệp", (no(Reason.FREQUENCY, "20 doanh nghiệp"),)),
    ("6 tháng năm 2027: 20 doanh nghiệp", (no(Reason.FREQUENCY, "20 doanh nghiệp"),)),
    ("6 tháng đầu năm: 20 doanh nghiệp", (no(Reason.FREQUENCY, "20 doanh nghiệp"),)),
    ("sau năm 2027 đạt 20 doanh nghiệp", (no(Reason.ONE_YEAR, "20 doanh nghiệp"),)),
    ("Năm 2027 trở đi hỗ trợ 30 doanh nghiệp", (no(Reason.ONE_YEAR, "30 doanh nghiệp"),)),
    (
        "Trong năm 2027 và những năm tiếp theo hỗ trợ 30 doanh nghiệp",
        (no(Reason.YEARS_UNCLEAR, "30 doanh nghiệp"),),
    ),
    (
        "Trong năm 2027 và giai đoạn 2028-2030 hỗ trợ 30 doanh nghiệp",
        (no(Reason.ONE_YEAR, "30 doanh nghiệp"),),
    ),
    ("hỗ trợ 30 doanh nghiệp thành lập năm 2027", (no(Reason.ONE_YEAR, "30 doanh nghiệp"),)),
    (
        "Quyết định 1322/QĐ-TTg năm 2020: hỗ trợ 20 doanh nghiệp",
        (no(Reason.ONE_YEAR, "20 doanh nghiệp"),),
    ),
    ("Căn cứ kết quả năm 2025 hỗ trợ 20 doanh nghiệp", (no(Reason.ONE_YEAR, "20 doanh nghiệp"),)),
    (
        "Năm 2027, hỗ trợ 30 doanh nghiệp, phấn đấu toàn giai đoạn đạt 200 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", year(2027)), no(Reason.ONE_YEAR, "200 doanh nghiệp")),
    ),
    ("năm 2027 lũy kế đạt 90 doanh nghiệp", (no(Reason.ONE_YEAR, "90 doanh nghiệp"),)),
    (
        "Đến năm 2030 hỗ trợ 90 doanh nghiệp trong năm 2027",
        (no(Reason.ONE_YEAR, "90 doanh nghiệp"),),
    ),
    (
        "Năm 2026 hỗ trợ 30 doanh nghiệp, 50 doanh nghiệp năm 2027",
        (p(Plain(30), "doanh nghiệp", year(2026)), no(Reason.ONE_YEAR, "50 doanh nghiệp")),
    ),
    ("Tỷ lệ lao động qua đào tạo cuối năm 2027 đạt 70%", (p(Plain(70), "%"),)),
    ("trong quý V/2027: 20 doanh nghiệp", (no(Reason.ONE_YEAR, "20 doanh nghiệp"),)),
    (
        "đạt 90% năm 2027, 95% năm 2028",
        (p(Plain(90), "%", year(2027)), p(Plain(95), "%", year(2028))),
    ),
    ("quý III-IV/2027 hỗ trợ 30 doanh nghiệp", (no(Reason.ONE_YEAR, "30 doanh nghiệp"),)),
    ("sản phẩm OCOP năm 2027 đạt 30 sản phẩm", (p(Plain(30), "sản phẩm", year(2027)),)),
    ("năm 2027 giảm còn dưới 5%", (p(LessThan(5), "%", year(2027)),)),
    ("năm 2027 còn dưới 5%", (p(LessThan(5), "%", year(2027)),)),
)

PARTS_ENGLISH: tuple[Row, ...] = (
    (
        "in the first half of 2027, 20 enterprises",
        (p(Plain(20), "enterprises", During(Period.of_half(2027, 1))),),
    ),
    (
        "20 enterprises in H2 2027",
        (p(Plain(20), "enterprises", During(Period.of_half(2027, 2))),),
    ),
    (
        "last six months of 2027: 20 enterprises",
        (p(Plain(20), "enterprises", During(Period.of_half(2027, 2))),),
    ),
    (
        "by the first half of 2027, 20 enterprises",
        (p(Plain(20), "enterprises", through=date(2027, 6, 30)),),
    ),
    ("first six months: 20 enterprises", (no(Reason.FREQUENCY, "20 enterprises"),)),
    ("six months of 2027: 20 enterprises", (no(Reason.FREQUENCY, "20 enterprises"),)),
    ("first twelve months of 2027: 20 enterprises", (no(Reason.ONE_YEAR, "20 enterprises"),)),
    ("six months of work: 20 enterprises", (no(Reason.FREQUENCY, "20 enterprises"),)),
    ("the fourth quarter of 2027: 20 enterprises", (no(Reason.ONE_YEAR, "20 enterprises"),)),
    ("three weeks of 2027: 20 enterprises", (no(Reason.ONE_YEAR, "20 enterprises"),)),
    ("the second workshop of 2027: 20 enterprises", (no(Reason.ONE_YEAR, "20 enterprises"),)),
    (
        "at least 20 enterprises in Q1 2027",
        (p(AtLeast(20), "enterprises", During(Period(date(2027, 1, 1), date(2027, 3, 31)))),),
    ),
    (
        "in June 2027, 30 enterprises",
        (p(Plain(30), "enterprises", During(Period(date(2027, 6, 1), date(2027, 6, 30)))),),
    ),
    (
        "by June 2027, at least 20 enterprises",
        (p(AtLeast(20), "enterprises", through=date(2027, 6, 30)),),
    ),
    (
        "at least 20 enterprises by 30 June 2027",
        (p(AtLeast(20), "enterprises", through=date(2027, 6, 30)),),
    ),
    (
        "at least 20 enterprises in 2027-2028 alone",
        (p(AtLeast(20), "enterprises", During(Period(date(2027, 1, 1), date(2028, 12, 31)))),),
    ),
    (
        "at least 20 enterprises in 2027 and 30 in 2028",
        (p(AtLeast(20), "enterprises", year(2027)), p(Plain(30), "", year(2028))),
    ),
    ("the number of enterprises in 2027 is 20", (p(Plain(20), "", year(2027)),)),
    ("support 20 enterprises founded in 2027", (no(Reason.ONE_YEAR, "20 enterprises"),)),
    ("early 2027 reaches 20 enterprises", (no(Reason.ONE_YEAR, "20 enterprises"),)),
)
