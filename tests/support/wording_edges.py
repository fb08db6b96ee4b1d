"""Vietnamese phrases at the limits of what the reader can read."""

from datetime import date

from nsc_program import About, AtLeast, Between, MoreThan, Plain
from nsc_program.wording import Reason
from wording_rows import EACH, END_2025, END_2030, Row, no, p, since, year

EDGES: tuple[Row, ...] = (
    # at the limits of the reader
    ("giai đoạn 5 năm 2021-2025 hỗ trợ 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
    ("đến tháng 13/2025 có 10 doanh nghiệp", (p(Plain(10), "doanh nghiệp"),)),
    ("tăng 10% so với doanh nghiệp cùng ngành, năm 2020", (no(Reason.BASELINE_UNHELD, "10%"),)),
    (
        "tăng 10% so với các doanh nghiệp cùng ngành khác ở trong và ngoài địa bàn tỉnh năm 2020",
        (no(Reason.BASELINE_UNHELD, "10%"),),
    ),
    ("TCVN 13751 : 2023", ()),
    ("20 doanh nghiệp - 5 hợp tác xã", (p(Plain(20), "doanh nghiệp"), p(Plain(5), "hợp tác xã"))),
    (
        "Đến năm 2025, UBND TP. Hà Nội hỗ trợ 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", through=END_2025),),
    ),
    ("ít nhất mười doanh nghiệp", (p(AtLeast(10), "doanh nghiệp"),)),
    ("ít nhất hai mươi doanh nghiệp", (p(AtLeast(20), "doanh nghiệp"),)),
    ("ít nhất hai ba doanh nghiệp", (no(Reason.SPELLED_OUT, "ít nhất hai ba doanh nghiệp"),)),
    (
        "Thu nhập bình quân đầu người/năm đến năm 2025: 60 triệu đồng",
        (p(Plain(60), "triệu đồng", through=END_2025),),
    ),
    ("80% người dân trên 15 tuổi có tài khoản", (p(Plain(80), "%"),)),
    ("mùa giải 2021 thành công", (no(Reason.YEAR_OR_NUMBER, "2021 thành công"),)),
    ("kế hoạch 2021 được duyệt", ()),
    ("thanh toán không dùng tiền mặt đạt trên 80%", (p(MoreThan(80), "%"),)),
    ("không hỗ trợ quá 5 doanh nghiệp", (no(Reason.DENIED, "không hỗ trợ quá 5 doanh nghiệp"),)),
    ("đạt và vượt 20 chỉ tiêu", (no(Reason.MARK_UNCLEAR, "20 chỉ tiêu"),)),
    ("1.000 lượt/năm", (p(Plain(1000), "lượt", EACH),)),
    ("cơ bản 100% doanh nghiệp", (no(Reason.NEARLY, "cơ bản 100%"),)),
    (
        "từ 1.000 doanh nghiệp vào năm 2020 lên 1.500 doanh nghiệp",
        (no(Reason.OPEN_RANGE, "từ 1.000 doanh nghiệp"), no(Reason.FROM_TO, "1.500 doanh nghiệp")),
    ),
    ("20 DN (bằng chữ: hai mươi doanh nghiệp)", (p(Plain(20), "DN"),)),
    ("tỷ trọng công nghiệp tăng 2%/năm", (no(Reason.SHARE_GROWS, "2%"),)),
    (
        "45 doanh nghiệp có trên 50 lao động",
        (p(Plain(45), "doanh nghiệp"), no(Reason.PER_UNIT, "trên 50 lao động")),
    ),
    ("so với cùng kỳ, hỗ trợ 20 doanh nghiệp", (no(Reason.COMPARISON, "20 doanh nghiệp"),)),
    ("năng suất tăng 10% so với giai đoạn (2016-2020)", (p(Plain(10), "%", since(2016, 2020)),)),
    ("vào giai đoạn 2026-2030 có 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
    (
        "tính đến hết quý IV năm 2025 có 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", through=END_2025),),
    ),
    (
        "đến quý II/2025 có 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", through=date(2025, 6, 30)),),
    ),
    (
        "trước quý 3/2025 có 20 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", through=date(2025, 6, 30)),),
    ),
    ("đến quý V năm 2025 có 20 doanh nghiệp", (no(Reason.ONE_YEAR, "20 doanh nghiệp"),)),
    ("đến quý sau có 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
    ("khoảng 2000 nghệ nhân", (p(About(2000), "nghệ nhân"),)),
    ("1800-2000 nghệ nhân", (p(Between(1800, 2000), "nghệ nhân"),)),
    (
        "hỗ trợ 20 doanh nghiệp: 5 hợp tác xã",
        (p(Plain(20), "doanh nghiệp"), p(Plain(5), "hợp tác xã")),
    ),
    (
        "20 doanh nghiệp trong năm 2025, đến năm 2030 có 40 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", year(2025)), p(Plain(40), "doanh nghiệp", through=END_2030)),
    ),
    ("GRDP tăng gấp đôi năm 2020", (p(Plain(100), "%", since(2020, 2020)),)),
    ("từ năm 2023, hỗ trợ 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
    # a number right before the years that it is for
    ("20 (2021-2025)", (p(Plain(20), ""),)),
    ("hỗ trợ doanh nghiệp: ít nhất 20 (giai đoạn 2021-2025)", (p(AtLeast(20), ""),)),
    ("đạt trên 20 giai đoạn 2021-2025", (p(MoreThan(20), ""),)),
    ("kế hoạch 5 năm 2021-2025", ()),
    ("20 năm 2025", (no(Reason.YEAR_OR_NUMBER, "20"),)),
)
