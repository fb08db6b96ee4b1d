"""Vietnamese clauses in which a word stands at a distance from the number it governs.

All of them are invented.
"""

from fractions import Fraction

from nsc_program import About, AtLeast, Between, MoreThan, Plain
from nsc_program.wording import Reason
from wording_rows import EACH, END_2025, END_2030, MEAN, YEARLY, Row, more_than_in, no, p, since

SCOPES: tuple[Row, ...] = (
    # words after a number that is not a target are about the number before it
    ("có 30 sản phẩm đạt 5 sao vào năm 2025", (p(Plain(30), "sản phẩm", through=END_2025),)),
    ("có 30 sản phẩm từ 4 sao trở lên vào năm 2030", (p(Plain(30), "sản phẩm", through=END_2030),)),
    (
        "80% người dân trên 15 tuổi có tài khoản vào năm 2025",
        (p(Plain(80), "%", through=END_2025),),
    ),
    ("có 20 sản phẩm OCOP 5 sao/năm", (p(Plain(20), "sản phẩm", EACH),)),
    ("công nhận 20 sản phẩm đạt 4 sao mỗi năm", (p(Plain(20), "sản phẩm", EACH),)),
    ("tăng 20% số sản phẩm đạt 4 sao hằng năm", (p(Plain(20), "%", YEARLY),)),
    ("có 30 sản phẩm đạt 5 sao mỗi huyện", (no(Reason.PER_UNIT, "30 sản phẩm"),)),
    (
        "có 1 đến 2 sản phẩm OCOP đạt 5 sao trong năm 2025",
        (no(Reason.ONE_YEAR, "1 đến 2 sản phẩm"),),
    ),
    ("tổ chức 10 lớp tập huấn 03 ngày mỗi năm", (p(Plain(10), "lớp tập huấn", EACH),)),
    ("nghỉ phép 12 ngày/năm", (p(Plain(12), "ngày", EACH),)),
    (
        "20 sản phẩm OCOP 4 sao, 30 sản phẩm OCOP 5 sao mỗi năm",
        (no(Reason.YEARS_UNCLEAR, "20 sản phẩm"), p(Plain(30), "sản phẩm", EACH)),
    ),
    ("1 giường bệnh/300-400 dân", (no(Reason.PER_UNIT, "1 giường bệnh"),)),
    ("đạt ít nhất 10% tỷ trọng kinh tế số trong mỗi ngành", (no(Reason.PER_UNIT, "ít nhất 10%"),)),
    # brackets that give a time
    (
        "30 doanh nghiệp (đến năm 2025), 70 doanh nghiệp (đến năm 2030)",
        (
            p(Plain(30), "doanh nghiệp", through=END_2025),
            p(Plain(70), "doanh nghiệp", through=END_2030),
        ),
    ),
    (
        "50% (đến năm 2025) và 80% (đến năm 2030)",
        (p(Plain(50), "%", through=END_2025), p(Plain(80), "%", through=END_2030)),
    ),
    (
        "100% (đến năm 2025); 100% cơ sở (đến năm 2030)",
        (p(Plain(100), "%", through=END_2025), p(Plain(100), "%", through=END_2030)),
    ),
    (
        "Hỗ trợ 30 doanh nghiệp (đến năm 2025), đào tạo 200 lượt người",
        (p(Plain(30), "doanh nghiệp", through=END_2025), p(Plain(200), "lượt người")),
    ),
    (
        "30 doanh nghiệp (năm 2025), 70 doanh nghiệp (năm 2030)",
        (no(Reason.ONE_YEAR, "30 doanh nghiệp"), no(Reason.ONE_YEAR, "70 doanh nghiệp")),
    ),
    (
        "Hỗ trợ 10 doanh nghiệp (mỗi năm), đào tạo 200 người",
        (p(Plain(10), "doanh nghiệp", EACH), p(Plain(200), "người")),
    ),
    (
        "Hỗ trợ 10 doanh nghiệp (hằng năm) và đào tạo 200 người",
        (p(Plain(10), "doanh nghiệp", EACH), p(Plain(200), "người")),
    ),
    (
        "hỗ trợ 30 doanh nghiệp, hợp tác xã (đến năm 2025), tổ chức 7 lớp",
        (p(Plain(30), "doanh nghiệp", through=END_2025), p(Plain(7), "lớp")),
    ),
    (
        "hỗ trợ 30 doanh nghiệp và số lớp (mỗi năm) 5 lớp",
        (p(Plain(30), "doanh nghiệp"), p(Plain(5), "lớp", EACH)),
    ),
    ("Chỉ tiêu (đến năm 2025): 30 doanh nghiệp", (p(Plain(30), "doanh nghiệp", through=END_2025),)),
    (
        "Số doanh nghiệp được hỗ trợ (mỗi năm): 30 doanh nghiệp",
        (p(Plain(30), "doanh nghiệp", EACH),),
    ),
    ("Kế hoạch của thành phố (năm 2022) hỗ trợ 30 doanh nghiệp", (p(Plain(30), "doanh nghiệp"),)),
    # a period that is named after “mỗi năm”
    (
        "Mỗi năm 5 doanh nghiệp, giai đoạn 2021-2025 đạt 25 doanh nghiệp",
        (p(Plain(5), "doanh nghiệp", EACH), no(Reason.YEARS_UNCLEAR, "25 doanh nghiệp")),
    ),
    (
        "Hằng năm hỗ trợ 10 doanh nghiệp, giai đoạn 2026-2030 hỗ trợ 50 doanh nghiệp",
        (p(Plain(10), "doanh nghiệp", EACH), no(Reason.YEARS_UNCLEAR, "50 doanh nghiệp")),
    ),
    (
        "Hằng năm hỗ trợ 10 doanh nghiệp, trong giai đoạn 2021-2025 đào tạo 500 lượt người",
        (p(Plain(10), "doanh nghiệp", EACH), no(Reason.YEARS_UNCLEAR, "500 lượt người")),
    ),
    (
        "Mỗi năm tổ chức 2 lớp, trong 5 năm đào tạo 500 lượt người",
        (p(Plain(2), "lớp", EACH), no(Reason.YEARS_UNCLEAR, "500 lượt người")),
    ),
    (
        "Mỗi năm hỗ trợ 5 doanh nghiệp trong giai đoạn 2021-2025, tổ chức 10 lớp",
        (p(Plain(5), "doanh nghiệp", EACH), p(Plain(10), "lớp", EACH)),
    ),
    (
        "bình quân hằng năm tăng 6,2%, GRDP bình quân đầu người năm 2020 đạt 2.591 USD",
        (p(Plain(Fraction(31, 5)), "%", MEAN), no(Reason.YEARS_UNCLEAR, "2.591 USD")),
    ),
    # multiples: gấp, lần
    ("đạt 1,5 lần mức bình quân cả nước", (no(Reason.TIMES, "1,5 lần"),)),
    ("bằng 2 lần mức bình quân cả nước", (no(Reason.TIMES, "2 lần"),)),
    ("đạt 1,5-2 lần mức bình quân cả nước", (no(Reason.TIMES, "1,5-2 lần"),)),
    ("bằng 2 lần năng suất chung", (no(Reason.TIMES, "2 lần"),)),
    ("số cuộc kiểm tra đạt 2 lần/năm", (p(Plain(2), "lần", EACH),)),
    # words of growth that are not about growth
    (
        "tốc độ đổi mới công nghệ, thiết bị đạt từ 15 - 20%/năm",
        (no(Reason.YEARS_UNCLEAR, "từ 15 - 20%"),),
    ),
    ("tốc độ giải ngân đạt 95%", (p(Plain(95), "%"),)),
    ("tốc độ đô thị hóa đạt 45%", (p(Plain(45), "%"),)),
    ("Tăng chi ngân sách cho KH&CN hằng năm đạt 2% tổng chi", (no(Reason.NO_BASELINE, "2%"),)),
    ("số đơn tăng trưởng mạnh, mỗi năm đạt 90%", (no(Reason.NO_BASELINE, "90%"),)),
    # figures of the present and of the past
    (
        "Tỷ lệ doanh nghiệp đổi mới sáng tạo đạt 40% (năm 2020 là 22%)",
        (p(Plain(40), "%"), no(Reason.ONE_YEAR, "22%")),
    ),
    ("Tỷ lệ đạt 40% (22% năm 2020)", (p(Plain(40), "%"), no(Reason.ONE_YEAR, "22%"))),
    (
        "Đến năm 2025 hỗ trợ 30 doanh nghiệp (năm 2023: 5 doanh nghiệp), tổ chức 5 lớp",
        (
            p(Plain(30), "doanh nghiệp", through=END_2025),
            no(Reason.ONE_YEAR, "5 doanh nghiệp"),
            p(Plain(5), "lớp", through=END_2025),
        ),
    ),
    ("Tỷ lệ đạt 40% (hiện nay 22%)", (p(Plain(40), "%"), no(Reason.COMPARISON, "22%"))),
    ("Tỷ lệ đạt 40% (22% hiện nay)", (p(Plain(40), "%"), no(Reason.COMPARISON, "22%"))),
    ("Hiện nay, toàn tỉnh có 20 doanh nghiệp", (no(Reason.COMPARISON, "20 doanh nghiệp"),)),
    (
        "Theo báo cáo; hiện nay, toàn tỉnh có 20 doanh nghiệp",
        (no(Reason.COMPARISON, "20 doanh nghiệp"),),
    ),
    ("khắc phục tồn tại hiện nay, hỗ trợ 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
    (
        "Hiện có 20 doanh nghiệp, phấn đấu đạt 40 doanh nghiệp",
        (no(Reason.COMPARISON, "20 doanh nghiệp"), p(Plain(40), "doanh nghiệp", aspires=True)),
    ),
    (
        "hỗ trợ 30 doanh nghiệp hiện có và 20 hợp tác xã",
        (p(Plain(30), "doanh nghiệp"), p(Plain(20), "hợp tác xã")),
    ),
    # a share of a plan, of each unit, of a total
    ("đạt 192,8% kế hoạch đề ra", (no(Reason.COMPARISON, "192,8%"),)),
    ("đạt 95% chỉ tiêu giao", (no(Reason.COMPARISON, "95%"),)),
    ("100% kế hoạch được phê duyệt", (p(Plain(100), "%"),)),
    ("hoàn thành 90% kế hoạch", (p(Plain(90), "%"),)),
    (
        "tăng 243 nghìn thành viên (khoảng 4%)",
        (no(Reason.NO_BASELINE, "243 nghìn thành viên"), no(Reason.NO_BASELINE, "khoảng 4%")),
    ),
    (
        "tăng 4% (243 hợp tác xã)",
        (no(Reason.NO_BASELINE, "4%"), no(Reason.NO_BASELINE, "243 hợp tác xã")),
    ),
    (
        "giảm 243 hộ (khoảng 4%)",
        (no(Reason.NO_BASELINE, "243 hộ"), no(Reason.NO_BASELINE, "khoảng 4%")),
    ),
    (
        "có 243 hợp tác xã (khoảng 4%)",
        (p(Plain(243), "hợp tác xã"), p(About(4), "%")),
    ),
    (
        "tăng 243 hợp tác xã (trong đó 20 liên hiệp hợp tác xã)",
        (no(Reason.NO_BASELINE, "243 hợp tác xã"), p(Plain(20), "liên hiệp hợp tác xã")),
    ),
    (
        "Lãi bình quân của 01 HTX là 200 triệu đồng",
        (no(Reason.AVERAGE, "01 HTX"), no(Reason.AVERAGE, "200 triệu đồng")),
    ),
    (
        "Năm qua, lãi bình quân của 01 HTX là 200 triệu đồng",
        (no(Reason.AVERAGE, "01 HTX"), no(Reason.AVERAGE, "200 triệu đồng")),
    ),
    ("Tổ chức 10 lớp x 50 người", (p(Plain(10), "lớp"), no(Reason.PER_UNIT, "50 người"))),
    ("60%÷65%", (p(Between(60, 65), "%"),)),
    ("10÷15 doanh nghiệp", (p(Between(10, 15), "doanh nghiệp"),)),
    ("trên 50% đến dưới 70%", (no(Reason.OPEN_RANGE, "trên 50% đến dưới 70%"),)),
    ("đạt từ 50% – dưới 70%", (no(Reason.OPEN_RANGE, "từ 50% – dưới 70%"),)),
    (
        "20 doanh nghiệp - trên 30 hợp tác xã",
        (p(Plain(20), "doanh nghiệp"), p(MoreThan(30), "hợp tác xã")),
    ),
    (
        "hỗ trợ 20 trong tổng số 100 doanh nghiệp",
        (no(Reason.FRACTION, "20 trong tổng số 100 doanh nghiệp"),),
    ),
    (
        "30 doanh nghiệp trên 100 doanh nghiệp đăng ký",
        (no(Reason.FRACTION, "30 doanh nghiệp trên 100 doanh nghiệp"),),
    ),
    # the baseline belongs to the number before
    (
        "tăng 30% so với giai đoạn 2021-2025, trong đó 50% là doanh nghiệp nhỏ",
        (p(Plain(30), "%", since(2021, 2025)), p(Plain(50), "%")),
    ),
    (
        "tăng 10% so với giai đoạn 2021-2025, 100% được chứng nhận",
        (p(Plain(10), "%", since(2021, 2025)), p(Plain(100), "%")),
    ),
    (
        "tăng 20% so với năm 2020, mỗi năm hỗ trợ 5 doanh nghiệp",
        (p(Plain(20), "%", since(2020, 2020)), p(Plain(5), "doanh nghiệp", EACH)),
    ),
    (
        "tăng 30% so với năm 2020, trong đó hợp tác xã ít nhất 50%",
        (p(Plain(30), "%", since(2020, 2020)), no(Reason.COMPARISON, "ít nhất 50%")),
    ),
    (
        "tăng 30% so với năm 2020, ít nhất 50% với hợp tác xã",
        (p(Plain(30), "%", since(2020, 2020)), no(Reason.COMPARISON, "ít nhất 50%")),
    ),
    (
        "tăng 20 doanh nghiệp so với năm 2020, 10 hợp tác xã",
        (
            p(Plain(20), "doanh nghiệp", more_than_in(2020, 2020)),
            no(Reason.COMPARISON, "10 hợp tác xã"),
        ),
    ),
    ("tăng ít nhất 10% so giai đoạn 2011 - 2020", (p(AtLeast(10), "%", since(2011, 2020)),)),
    ("doanh thu tăng 10% so năm 2020", (p(Plain(10), "%", since(2020, 2020)),)),
    ("so sánh, hỗ trợ 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
    ("Hạ tầng mạng băng rộng phủ 100% trường học", (p(Plain(100), "%"),)),
    ("Hạ Long có 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
)
