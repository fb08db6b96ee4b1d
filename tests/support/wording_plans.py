"""Sentences in the style of provincial plans; all are invented."""

from datetime import date
from fractions import Fraction

from nsc_program import About, AtLeast, AtMost, Between, Growth, LessThan, MoreThan, Plain
from nsc_program.wording import Reason
from wording_rows import EACH, END_2025, END_2030, MEAN, YEARLY, Row, close_of, no, p, since

PLANS: tuple[Row, ...] = (
    (
        (
            "Giai đoạn 2021-2025, thành phố hỗ trợ tối thiểu 120 doanh nghiệp nhỏ và vừa xây dựng, "
            "áp dụng các hệ thống quản lý tiên tiến (ISO 9001, ISO 22000, HACCP) và công cụ cải "
            "tiến năng suất (5S, Kaizen, Lean)."
        ),
        (p(AtLeast(120), "doanh nghiệp nhỏ và vừa"),),
    ),
    (
        (
            "Phấn đấu đến năm 2025: 75% doanh nghiệp sản xuất sản phẩm chủ lực được phổ biến kiến "
            "thức; 40% doanh nghiệp tham gia được hướng dẫn áp dụng công cụ cải tiến; có 03 – 05 "
            "mô hình điểm."
        ),
        (
            p(Plain(75), "%", through=END_2025, aspires=True),
            p(Plain(40), "%", through=END_2025, aspires=True),
            p(Between(3, 5), "mô hình điểm", through=END_2025, aspires=True),
        ),
    ),
    (
        (
            "- Đào tạo, bồi dưỡng cho trên 450 lượt cán bộ quản lý, kỹ thuật của doanh nghiệp, "
            "trong đó có tối thiểu 12 chuyên gia tư vấn."
        ),
        (p(MoreThan(450), "lượt cán bộ"), p(AtLeast(12), "chuyên gia")),
    ),
    (
        "+ Mỗi năm tổ chức từ 04 - 06 lớp tập huấn về mã số, mã vạch và truy xuất nguồn gốc.",
        (p(Between(4, 6), "lớp tập huấn", EACH),),
    ),
    (
        (
            "a) Đến hết năm 2025, tối thiểu 35% doanh nghiệp trong các khu công nghiệp có hoạt "
            "động đổi mới sáng tạo."
        ),
        (p(AtLeast(35), "%", through=END_2025),),
    ),
    (
        (
            "b) Giai đoạn 2026-2030, số doanh nghiệp được hỗ trợ tăng ít nhất 1,3 lần so với giai "
            "đoạn 2021-2025."
        ),
        (no(Reason.TIMES, "ít nhất 1,3 lần"),),
    ),
    (
        (
            "Đến năm 2030, tỷ trọng đóng góp của năng suất các nhân tố tổng hợp (TFP) vào tăng "
            "trưởng GRDP đạt từ 52% đến 55%."
        ),
        (p(Between(52, 55), "%", through=END_2030),),
    ),
    (
        "Năng suất lao động xã hội tăng bình quân 6,8 - 7,2%/năm trong giai đoạn 2021-2025.",
        (p(Between(Fraction(34, 5), Fraction(36, 5)), "%", MEAN),),
    ),
    (
        "Hằng năm, có thêm ít nhất 08 doanh nghiệp được cấp giấy chứng nhận VietGAP.",
        (no(Reason.INCREMENT, "ít nhất 08 doanh nghiệp"),),
    ),
    (
        (
            "Số lượng nhãn hiệu được bảo hộ tăng trung bình 9 - 11%/năm; có ít nhất 02 chỉ dẫn địa "
            "lý được đăng ký vào năm 2027."
        ),
        (p(Between(9, 11), "%", MEAN), p(AtLeast(2), "chỉ dẫn địa lý", through=date(2027, 12, 31))),
    ),
    (
        (
            "Tổng kinh phí thực hiện Kế hoạch khoảng 24,6 tỷ đồng, trong đó ngân sách tỉnh 9,1 tỷ "
            "đồng, doanh nghiệp đối ứng 15,5 tỷ đồng."
        ),
        (
            p(About(Fraction(123, 5)), "tỷ đồng"),
            p(Plain(Fraction(91, 10)), "tỷ đồng"),
            p(Plain(Fraction(31, 2)), "tỷ đồng"),
        ),
    ),
    (
        "Mức hỗ trợ không quá 50% tổng kinh phí nhưng không quá 80 triệu đồng/doanh nghiệp.",
        (p(AtMost(50), "%"), no(Reason.PER_UNIT, "không quá 80 triệu đồng")),
    ),
    (
        "Có không ít hơn 07 doanh nghiệp đạt Giải thưởng Chất lượng Quốc gia trong cả giai đoạn.",
        (p(AtLeast(7), "doanh nghiệp"),),
    ),
    (
        "Đến năm 2025, kinh tế số chiếm khoảng 18% GRDP; đến năm 2030 chiếm trên 28% GRDP.",
        (p(About(18), "%", through=END_2025), p(MoreThan(28), "%", through=END_2030)),
    ),
    (
        (
            "Tỷ lệ hài lòng của người dân, doanh nghiệp đạt trên 92%; 100% thủ tục hành chính đủ "
            "điều kiện được cung cấp trực tuyến mức độ 4."
        ),
        (p(MoreThan(92), "%"), p(Plain(100), "%")),
    ),
    (
        "Phát triển mới 18 hợp tác xã, 25 tổ hợp tác; tỷ lệ hợp tác xã yếu kém còn dưới 4%.",
        (p(Plain(18), "hợp tác xã"), p(Plain(25), "tổ hợp tác"), p(LessThan(4), "%")),
    ),
    (
        "Ít nhất 80% số xã có sản phẩm OCOP đạt 3 sao trở lên, mỗi xã có tối thiểu 01 sản phẩm.",
        (p(AtLeast(80), "%"), no(Reason.PER_UNIT, "tối thiểu 01 sản phẩm")),
    ),
    (
        (
            "Thực hiện 12 phóng sự, 60 tin bài tuyên truyền mỗi năm trên Báo và Đài Phát thanh - "
            "Truyền hình tỉnh."
        ),
        (no(Reason.YEARS_UNCLEAR, "12 phóng sự"), p(Plain(60), "tin bài", EACH)),
    ),
    (
        "Số doanh nghiệp khoa học và công nghệ đạt 45 doanh nghiệp, gấp 1,5 lần so với năm 2020.",
        (p(Plain(45), "doanh nghiệp"), p(Plain(50), "%", since(2020, 2020))),
    ),
    (
        (
            "Hỗ trợ ít nhất 03 tổ chức chứng nhận, thử nghiệm trên địa bàn tỉnh đạt chuẩn ISO/IEC "
            "17065:2012 theo Nghị định số 107/2016/NĐ-CP."
        ),
        (p(AtLeast(3), "tổ chức chứng nhận"),),
    ),
    (
        "Đến năm 2025 có trên 9.500 doanh nghiệp đang hoạt động, tăng bình quân khoảng 8%/năm.",
        (
            p(MoreThan(9500), "doanh nghiệp", through=END_2025),
            p(About(8), "%", MEAN, through=END_2025),
        ),
    ),
    (
        (
            "Tối thiểu 30% doanh nghiệp được hỗ trợ tăng năng suất từ 10% trở lên so với trước khi "
            "tham gia Chương trình."
        ),
        (p(AtLeast(30), "%"), no(Reason.BASELINE_UNHELD, "từ 10% trở lên")),
    ),
    (
        "Kim ngạch xuất khẩu tăng từ 12 - 14%/năm, đến năm 2030 đạt trên 3,2 tỷ USD.",
        (p(Between(12, 14), "%", YEARLY), p(MoreThan(Fraction(16, 5)), "tỷ USD", through=END_2030)),
    ),
    (
        "Bình quân mỗi năm có 15 doanh nghiệp mới tham gia Chương trình.",
        (no(Reason.AVERAGE, "15 doanh nghiệp"),),
    ),
    (
        "Phấn đấu hằng năm thu hút 5 - 7 dự án, tổng vốn đăng ký từ 300 triệu USD trở lên.",
        (
            p(Between(5, 7), "dự án", EACH, aspires=True),
            no(Reason.YEARS_UNCLEAR, "từ 300 triệu USD trở lên"),
        ),
    ),
    (
        "Tăng tỷ lệ nội địa hóa từ 35% năm 2020 lên 45% năm 2025.",
        (no(Reason.OPEN_RANGE, "từ 35%"), no(Reason.FROM_TO, "45%")),
    ),
    (
        "Giảm tỷ lệ hao hụt sau thu hoạch xuống dưới 10%, giảm 15% chi phí sản xuất.",
        (p(LessThan(10), "%"), no(Reason.SHARE_GROWS, "15%")),
    ),
    (
        "Ước đến cuối năm 2023, toàn tỉnh có gần 400 doanh nghiệp áp dụng hệ thống quản lý.",
        (no(Reason.NEARLY, "gần 400 doanh nghiệp"),),
    ),
    (
        "Chi cho khoa học và công nghệ hằng năm không thấp hơn 2% tổng chi ngân sách địa phương.",
        (p(AtLeast(2), "%", EACH),),
    ),
    (
        "Mục tiêu 2: Hình thành và duy trì hoạt động của 01 mạng lưới gồm 25 chuyên gia.",
        (p(Plain(1), "mạng lưới"), p(Plain(25), "chuyên gia")),
    ),
    (
        "Thu nhập bình quân đầu người đến năm 2025 đạt 95 triệu đồng.",
        (p(Plain(95), "triệu đồng", through=END_2025),),
    ),
    (
        "Đào tạo khoảng 250 – 300 học viên/năm; 100% học viên được cấp chứng nhận.",
        (p(Between(250, 300, about=True), "học viên", EACH), p(Plain(100), "%")),
    ),
    (
        (
            "Đến năm 2025, toàn tỉnh có tối thiểu 60% cơ sở sản xuất, kinh doanh thực phẩm áp dụng "
            "hệ thống truy xuất nguồn gốc."
        ),
        (p(AtLeast(60), "%", through=END_2025),),
    ),
    (
        (
            "Hỗ trợ tối thiểu 45 lượt doanh nghiệp nâng cao năng suất chất lượng thông qua áp dụng "
            "các hệ thống quản lý."
        ),
        (p(AtLeast(45), "lượt doanh nghiệp"),),
    ),
    (
        (
            "Số lượng doanh nghiệp được hỗ trợ bình quân tăng 10%/năm, trong đó có ít nhất 5 doanh "
            "nghiệp/năm áp dụng mô hình sản xuất thông minh."
        ),
        (no(Reason.AVERAGE, "10%"), p(AtLeast(5), "doanh nghiệp", EACH)),
    ),
    (
        (
            "Xây dựng từ 2 đến 3 mô hình điểm về áp dụng tích hợp các hệ thống quản lý và công cụ "
            "cải tiến."
        ),
        (p(Between(2, 3), "mô hình điểm"),),
    ),
    (
        (
            "Phấn đấu có ít nhất 25 doanh nghiệp được hỗ trợ, hướng dẫn áp dụng; 100% doanh nghiệp "
            "tham gia được đào tạo."
        ),
        (p(AtLeast(25), "doanh nghiệp", aspires=True), p(Plain(100), "%", aspires=True)),
    ),
    (
        "Tổ chức tối thiểu 15 khóa đào tạo (mỗi năm 03 khóa) cho khoảng 600 học viên.",
        (
            p(AtLeast(15), "khóa đào tạo"),
            p(Plain(3), "khóa", EACH),
            no(Reason.YEARS_UNCLEAR, "khoảng 600 học viên"),
        ),
    ),
    (
        "Tốc độ tăng năng suất lao động bình quân giai đoạn 2026 - 2030 đạt trên 8,5%/năm.",
        (p(MoreThan(Fraction(17, 2)), "%", MEAN),),
    ),
    (
        "Đóng góp của TFP vào tăng trưởng GRDP giai đoạn 2021-2025 đạt bình quân khoảng 45%.",
        (no(Reason.AVERAGE, "khoảng 45%"),),
    ),
    (
        "Đóng góp của TFP vào tăng trưởng GRDP đạt trên 45% vào năm 2025 và trên 50% vào năm 2030.",
        (p(MoreThan(45), "%", through=END_2025), p(MoreThan(50), "%", through=END_2030)),
    ),
    (
        "Tăng số lượng doanh nghiệp được chứng nhận ISO 9001 thêm 30% so với giai đoạn 2016-2020.",
        (p(Plain(30), "%", since(2016, 2020)),),
    ),
    (
        "Số lượng doanh nghiệp có chứng chỉ ISO tăng ít nhất 20% so với cuối năm 2020.",
        (p(AtLeast(20), "%", Growth(close_of(2020))),),
    ),
    (
        "Tỷ lệ đổi mới công nghệ, thiết bị đạt 18 - 20%/năm.",
        (no(Reason.YEARS_UNCLEAR, "18 - 20%"),),
    ),
    (
        (
            "Kinh phí đầu tư cho khoa học và công nghệ chiếm từ 1,5% trở lên tổng chi ngân sách "
            "địa phương hằng năm."
        ),
        (p(AtLeast(Fraction(3, 2)), "%", EACH),),
    ),
    (
        "Có ít nhất một phòng thử nghiệm được công nhận đạt chuẩn quốc tế.",
        (p(AtLeast(1), "phòng thử nghiệm"),),
    ),
    ("Trên 90% cán bộ, công chức được bồi dưỡng kiến thức.", (p(MoreThan(90), "%"),)),
    (
        "Mỗi năm, tổ chức ít nhất 02 hội nghị, 04 lớp tập huấn với khoảng 300 người tham dự.",
        (
            p(AtLeast(2), "hội nghị", EACH),
            p(Plain(4), "lớp tập huấn", EACH),
            p(About(300), "người", EACH),
        ),
    ),
    (
        (
            "Đào tạo 30 chuyên gia, cán bộ kỹ thuật về năng suất chất lượng; trong đó 10 chuyên "
            "gia đủ năng lực tư vấn độc lập."
        ),
        (p(Plain(30), "chuyên gia"), p(Plain(10), "chuyên gia")),
    ),
    (
        "Giai đoạn 2021-2025 hỗ trợ 50 doanh nghiệp, giai đoạn 2026-2030 hỗ trợ 80 doanh nghiệp.",
        (p(Plain(50), "doanh nghiệp"), p(Plain(80), "doanh nghiệp")),
    ),
    (
        (
            "Giai đoạn 2026-2030, số lượng doanh nghiệp được hỗ trợ tăng gấp đôi so với giai đoạn "
            "2021-2025."
        ),
        (p(Plain(100), "%", since(2021, 2025)),),
    ),
    (
        "Giai đoạn 2026-2030, số doanh nghiệp tăng gấp từ 1,5 đến 2 lần so với giai đoạn trước.",
        (no(Reason.BASELINE_UNHELD, "tăng gấp từ 1,5 đến 2 lần"),),
    ),
    (
        "Phấn đấu đến năm 2030 số doanh nghiệp đổi mới sáng tạo tăng 2 lần so với năm 2025.",
        (no(Reason.TIMES, "2 lần"),),
    ),
    (
        (
            "Tối thiểu 50% doanh nghiệp có sản phẩm chủ lực của tỉnh áp dụng ít nhất 01 công cụ "
            "cải tiến năng suất."
        ),
        (p(AtLeast(50), "%"), no(Reason.PER_UNIT, "ít nhất 01 công cụ")),
    ),
    (
        (
            "Từ 3-5 sản phẩm của tỉnh được bảo hộ quyền sở hữu trí tuệ; 2-3 sản phẩm được chứng "
            "nhận mỗi năm."
        ),
        (p(Between(3, 5), "sản phẩm"), p(Between(2, 3), "sản phẩm", EACH)),
    ),
    (
        (
            "Tư vấn, hướng dẫn cho khoảng 20-25 doanh nghiệp/năm tham gia Giải thưởng Chất lượng "
            "Quốc gia."
        ),
        (p(Between(20, 25, about=True), "doanh nghiệp", EACH),),
    ),
    (
        (
            "Vận động ít nhất 5 doanh nghiệp tham gia Giải thưởng Chất lượng Quốc gia hàng năm, "
            "phấn đấu có từ 1-2 doanh nghiệp đạt giải vàng."
        ),
        (p(AtLeast(5), "doanh nghiệp", EACH), no(Reason.YEARS_UNCLEAR, "từ 1-2 doanh nghiệp")),
    ),
    ("Duy trì 80% doanh nghiệp đã được hỗ trợ tiếp tục áp dụng sau 02 năm.", (p(Plain(80), "%"),)),
    (
        (
            "Ngân sách nhà nước hỗ trợ tối đa 30% tổng kinh phí thực hiện nhưng không quá 200 "
            "triệu đồng cho một doanh nghiệp."
        ),
        (p(AtMost(30), "%"), no(Reason.PER_UNIT, "không quá 200 triệu đồng")),
    ),
    (
        "Tổng kinh phí dự kiến 12.500 triệu đồng (Mười hai tỷ năm trăm triệu đồng).",
        (p(Plain(12500), "triệu đồng"),),
    ),
    ("Tỷ lệ hàng hóa vi phạm giảm 5% mỗi năm.", (no(Reason.SHARE_GROWS, "5%"),)),
    (
        "Tỷ lệ lao động qua đào tạo đạt 70%, tăng 5% so với năm 2020.",
        (p(Plain(70), "%"), no(Reason.SHARE_GROWS, "5%")),
    ),
    (
        "Phát triển được 01 - 02 tổ chức đánh giá sự phù hợp trên địa bàn.",
        (p(Between(1, 2), "tổ chức đánh giá sự phù hợp"),),
    ),
    ("Có trên 2/3 số doanh nghiệp tham gia khảo sát.", (no(Reason.FRACTION, "trên 2/3 số"),)),
    ("Hơn một nửa số xã có điểm bán sản phẩm OCOP.", (no(Reason.FRACTION, "Hơn một nửa"),)),
    (
        "Số doanh nghiệp được tiếp cận thông tin đạt 1.000 lượt/năm.",
        (p(Plain(1000), "lượt", EACH),),
    ),
    ("Tổ chức hội nghị hằng năm với ít nhất 150 đại biểu.", (p(AtLeast(150), "đại biểu", EACH),)),
    (
        "Hoàn thành trước 30/6/2026, ít nhất 95% hồ sơ được số hóa.",
        (p(AtLeast(95), "%", through=date(2026, 6, 29)),),
    ),
    (
        "Mục tiêu đến năm 2030 đạt 1.5% GRDP cho nghiên cứu và phát triển.",
        (no(Reason.AMBIGUOUS_NUMBER, "1.5%"),),
    ),
    (
        "Trong đó: giai đoạn 2021-2025: 40 doanh nghiệp; giai đoạn 2026-2030: 60 doanh nghiệp.",
        (p(Plain(40), "doanh nghiệp"), p(Plain(60), "doanh nghiệp")),
    ),
    (
        "Tăng tối thiểu 15% số doanh nghiệp áp dụng công cụ cải tiến mỗi năm.",
        (p(AtLeast(15), "%", YEARLY),),
    ),
    (
        "Năm 2025, năng suất lao động đạt 180 triệu đồng/người, tăng 1,6 lần so với năm 2020.",
        (no(Reason.PER_UNIT, "180 triệu đồng"), no(Reason.TIMES, "1,6 lần")),
    ),
    (
        "Giá trị sản xuất công nghiệp tăng bình quân từ 13,5%/năm trở lên.",
        (p(AtLeast(Fraction(27, 2)), "%", MEAN),),
    ),
    (
        (
            "Số hợp tác xã tham gia chuỗi liên kết chiếm ít nhất 30% tổng số hợp tác xã, bình quân "
            "mỗi huyện có 5 hợp tác xã."
        ),
        (p(AtLeast(30), "%"), no(Reason.PER_UNIT, "5 hợp tác xã")),
    ),
    (
        "Từ nay đến năm 2025, mỗi năm lựa chọn 3 doanh nghiệp, đến năm 2030 có 30 doanh nghiệp.",
        (
            p(Plain(3), "doanh nghiệp", EACH, through=END_2025),
            p(Plain(30), "doanh nghiệp", through=END_2030),
        ),
    ),
    (
        (
            "Tiếp tục hỗ trợ các doanh nghiệp (khoảng 30 doanh nghiệp mỗi năm) xây dựng tiêu chuẩn "
            "cơ sở."
        ),
        (p(About(30), "doanh nghiệp", EACH),),
    ),
    (
        "Cấp mới 50 mã số mã vạch/năm, lũy kế đến năm 2025 đạt 400 mã.",
        (p(Plain(50), "mã số", EACH), p(Plain(400), "mã", through=END_2025)),
    ),
    (
        (
            "Xây dựng và áp dụng thí điểm mô hình quản lý theo ISO 50001 tại 5 doanh nghiệp tiêu "
            "thụ năng lượng trọng điểm, giúp tiết kiệm 5-8% năng lượng."
        ),
        (p(Plain(5), "doanh nghiệp"), no(Reason.NO_BASELINE, "5-8%")),
    ),
    (
        (
            "Ít nhất 1.200 lượt cán bộ, công chức, viên chức, người lao động được tập huấn trong 5 "
            "năm."
        ),
        (p(AtLeast(1200), "lượt cán bộ"),),
    ),
    (
        "Đến năm 2025, 70% và đến năm 2030, 100% doanh nghiệp nhà nước áp dụng quản trị hiện đại.",
        (p(Plain(70), "%", through=END_2025), p(Plain(100), "%", through=END_2030)),
    ),
)
