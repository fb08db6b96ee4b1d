"""Vietnamese phrases of basis: days, years, growth, and what the model cannot represent."""

from datetime import date

from nsc_program import About, AtLeast, AtMost, Between, Growth, LessThan, MoreThan, Period, Plain
from nsc_program.wording import Reason
from wording_rows import EACH, END_2025, END_2030, MEAN, YEARLY, Row, no, p, since, year

BASES: tuple[Row, ...] = (
    # days
    (
        "Đến năm 2025, có ít nhất 30 doanh nghiệp; đến năm 2030, có ít nhất 60 doanh nghiệp",
        (
            p(AtLeast(30), "doanh nghiệp", through=END_2025),
            p(AtLeast(60), "doanh nghiệp", through=END_2030),
        ),
    ),
    (
        "đạt 70% vào năm 2025 và 90% vào năm 2030",
        (p(Plain(70), "%", through=END_2025), p(Plain(90), "%", through=END_2030)),
    ),
    (
        "Đến năm 2025 đạt 70%, năm 2030 đạt 90%",
        (p(Plain(70), "%", through=END_2025), p(Plain(90), "%", year(2030))),
    ),
    (
        "Đến hết năm 2025, 100% cơ quan áp dụng ISO 9001:2015",
        (p(Plain(100), "%", through=END_2025),),
    ),
    (
        "Đến cuối năm 2024 có 10 doanh nghiệp. Giai đoạn 2026-2030 có 40 doanh nghiệp",
        (p(Plain(10), "doanh nghiệp", through=date(2024, 12, 31)), p(Plain(40), "doanh nghiệp")),
    ),
    ("Đến 2025 có 50 doanh nghiệp", (p(Plain(50), "doanh nghiệp", through=END_2025),)),
    (
        "trước ngày 31/12/2024 hỗ trợ 15 doanh nghiệp",
        (p(Plain(15), "doanh nghiệp", through=date(2024, 12, 30)),),
    ),
    (
        "trước năm 2025 có 15 doanh nghiệp",
        (p(Plain(15), "doanh nghiệp", through=date(2024, 12, 31)),),
    ),
    (
        "đến hết tháng 6/2025 có 10 doanh nghiệp",
        (p(Plain(10), "doanh nghiệp", through=date(2025, 6, 30)),),
    ),
    (
        "đến ngày 30 tháng 6 năm 2025 có 10 doanh nghiệp",
        (p(Plain(10), "doanh nghiệp", through=date(2025, 6, 30)),),
    ),
    ("đến ngày 30/02/2025 có 10 doanh nghiệp", (p(Plain(10), "doanh nghiệp"),)),
    (
        "Đến năm 2025: hỗ trợ 100 doanh nghiệp; đào tạo 2000 lượt người; có 02 tổ chức",
        (
            p(Plain(100), "doanh nghiệp", through=END_2025),
            p(Plain(2000), "lượt người", through=END_2025),
            p(Plain(2), "tổ chức", through=END_2025),
        ),
    ),
    ("trong năm 2022 hỗ trợ 5 doanh nghiệp", (p(Plain(5), "doanh nghiệp", year(2022)),)),
    ("Đến 2025 doanh nghiệp được hỗ trợ", (no(Reason.YEAR_OR_NUMBER, "Đến 2025 doanh nghiệp"),)),
    ("số doanh nghiệp đạt 20 năm 2025", (no(Reason.YEAR_OR_NUMBER, "20"),)),
    # each year
    ("mỗi năm ít nhất 12 doanh nghiệp", (p(AtLeast(12), "doanh nghiệp", EACH),)),
    (
        "Hằng năm, hỗ trợ từ 15-20 doanh nghiệp, hợp tác xã",
        (p(Between(15, 20), "doanh nghiệp", EACH),),
    ),
    ("hàng năm hỗ trợ 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp", EACH),)),
    ("20 doanh nghiệp/năm", (p(Plain(20), "doanh nghiệp", EACH),)),
    (
        "20 doanh nghiệp mỗi năm, đào tạo 100 lượt người",
        (p(Plain(20), "doanh nghiệp", EACH), no(Reason.YEARS_UNCLEAR, "100 lượt người")),
    ),
    (
        "Hằng năm: hỗ trợ 20 doanh nghiệp; đào tạo 100 lượt người",
        (p(Plain(20), "doanh nghiệp", EACH), p(Plain(100), "lượt người", EACH)),
    ),
    (
        "Hằng năm, hỗ trợ 20 doanh nghiệp, đào tạo 100 lượt người; xây dựng 5 mô hình",
        (
            p(Plain(20), "doanh nghiệp", EACH),
            p(Plain(100), "lượt người", EACH),
            p(Plain(5), "mô hình"),
        ),
    ),
    (
        "Mỗi năm hỗ trợ 20 doanh nghiệp, trong đó có 5 mô hình điểm",
        (p(Plain(20), "doanh nghiệp", EACH), p(Plain(5), "mô hình điểm", EACH)),
    ),
    (
        "mỗi năm hỗ trợ 20 doanh nghiệp, tổng số 100 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp", EACH), no(Reason.YEARS_UNCLEAR, "100 doanh nghiệp")),
    ),
    (
        "hỗ trợ 20 doanh nghiệp mỗi năm, trong đó có 5 mô hình điểm",
        (p(Plain(20), "doanh nghiệp", EACH), no(Reason.YEARS_UNCLEAR, "5 mô hình điểm")),
    ),
    (
        "tổ chức khảo sát hằng năm, hỗ trợ 20 doanh nghiệp",
        (no(Reason.YEARS_UNCLEAR, "20 doanh nghiệp"),),
    ),
    ("báo cáo hằng năm, hỗ trợ 20 doanh nghiệp", (p(Plain(20), "doanh nghiệp"),)),
    (
        "10 lớp/năm với khoảng 300 lượt người",
        (p(Plain(10), "lớp", EACH), no(Reason.YEARS_UNCLEAR, "khoảng 300 lượt người")),
    ),
    (
        "năm đầu hỗ trợ 20 doanh nghiệp, các năm tiếp theo 30 doanh nghiệp",
        (p(Plain(20), "doanh nghiệp"), no(Reason.YEARS_UNCLEAR, "30 doanh nghiệp")),
    ),
    (
        "hỗ trợ 20 doanh nghiệp mỗi năm 5 tỷ đồng",
        (no(Reason.YEARS_UNCLEAR, "20 doanh nghiệp"), no(Reason.YEARS_UNCLEAR, "5 tỷ đồng")),
    ),
    ("bình quân mỗi năm hỗ trợ 20 doanh nghiệp", (no(Reason.AVERAGE, "20 doanh nghiệp"),)),
    ("trung bình 20 doanh nghiệp/năm", (no(Reason.AVERAGE, "20 doanh nghiệp"),)),
    ("đạt 95%/năm", (no(Reason.YEARS_UNCLEAR, "95%"),)),
    (
        "lần lượt đạt 20 và 30 doanh nghiệp",
        (no(Reason.MARK_UNCLEAR, "20"), no(Reason.MARK_UNCLEAR, "30 doanh nghiệp")),
    ),
    # growth
    ("tăng 15% so với năm 2020", (p(Plain(15), "%", since(2020, 2020)),)),
    ("tăng trên 30% so với giai đoạn 2016-2020", (p(MoreThan(30), "%", since(2016, 2020)),)),
    ("tăng khoảng 30% so với giai đoạn 2016 - 2020", (p(About(30), "%", since(2016, 2020)),)),
    ("tăng từ 10-15% so với giai đoạn 2016-2020", (p(Between(10, 15), "%", since(2016, 2020)),)),
    ("tăng không quá 10% so với năm 2020", (p(AtMost(10), "%", since(2020, 2020)),)),
    (
        "So với giai đoạn 2016-2020, số doanh nghiệp được hỗ trợ tăng tối thiểu 30%",
        (p(AtLeast(30), "%", since(2016, 2020)),),
    ),
    (
        "tăng ít nhất 50% số doanh nghiệp, hợp tác xã so với giai đoạn 2021-2025",
        (p(AtLeast(50), "%", since(2021, 2025)),),
    ),
    ("tăng thêm 20% so với năm 2020", (p(Plain(20), "%", since(2020, 2020)),)),
    (
        "tăng 20% so với số doanh nghiệp được hỗ trợ trong giai đoạn 2016-2020",
        (p(Plain(20), "%", since(2016, 2020)),),
    ),
    (
        "tăng ít nhất 20% so với năm 2020 vào năm 2025",
        (p(AtLeast(20), "%", since(2020, 2020), through=END_2025),),
    ),
    (
        "tăng 20% so với giai đoạn từ ngày 15/12/2019 đến ngày 14/12/2020",
        (p(Plain(20), "%", Growth(baseline=Period(date(2019, 12, 15), date(2020, 12, 14)))),),
    ),
    ("gấp đôi so với giai đoạn 2021-2025", (p(Plain(100), "%", since(2021, 2025)),)),
    ("ít nhất gấp đôi so với giai đoạn 2021-2025", (p(AtLeast(100), "%", since(2021, 2025)),)),
    ("gấp 2 lần giai đoạn 2016-2020", (p(Plain(100), "%", since(2016, 2020)),)),
    ("tăng gấp 1,5 lần so với năm 2020", (p(Plain(50), "%", since(2020, 2020)),)),
    ("gấp 1,5 - 2 lần so với năm 2020", (p(Between(50, 100), "%", since(2020, 2020)),)),
    ("tăng gấp rưỡi so với năm 2020", (p(Plain(50), "%", since(2020, 2020)),)),
    ("gấp 0,5 lần so với năm 2020", (no(Reason.TIMES, "gấp 0,5 lần"),)),
    ("gấp đôi", (no(Reason.NO_BASELINE, "gấp đôi"),)),
    ("tăng 2 lần so với năm 2020", (no(Reason.TIMES, "2 lần"),)),
    ("bằng 1,5 lần giai đoạn 2016-2020", (no(Reason.TIMES, "1,5 lần"),)),
    ("tăng 20%", (no(Reason.NO_BASELINE, "20%"),)),
    ("tăng trưởng đạt 8% trở lên", (no(Reason.NO_BASELINE, "8% trở lên"),)),
    ("tăng bình quân 10% trong giai đoạn 2021-2025", (no(Reason.NO_BASELINE, "10%"),)),
    ("tăng 15% so với cùng kỳ", (no(Reason.BASELINE_UNHELD, "15%"),)),
    ("tăng 15% so với hiện nay", (no(Reason.BASELINE_UNHELD, "15%"),)),
    ("tăng 15% so với giai đoạn trước", (no(Reason.BASELINE_UNHELD, "15%"),)),
    ("tăng 10% so với trước khi áp dụng", (no(Reason.BASELINE_UNHELD, "10%"),)),
    ("tăng 10% so với năm 2020 và năm 2021", (no(Reason.BASELINE_UNHELD, "10%"),)),
    ("tăng 10% so với năm trước", (no(Reason.BASELINE_UNHELD, "10%"),)),
    ("bằng 150% so với giai đoạn 2016-2020", (no(Reason.COMPARISON, "150%"),)),
    ("chiếm 80% so với tổng số doanh nghiệp", (p(Plain(80), "%"),)),
    (
        "tăng số doanh nghiệp đạt ít nhất 50% so với giai đoạn 2021-2025",
        (no(Reason.COMPARISON, "ít nhất 50%"),),
    ),
    ("vượt 10% kế hoạch", (no(Reason.COMPARISON, "vượt 10%"),)),
    ("tăng thêm 50 doanh nghiệp", (no(Reason.NO_BASELINE, "50 doanh nghiệp"),)),
    ("hỗ trợ thêm 20 doanh nghiệp", (no(Reason.INCREMENT, "20 doanh nghiệp"),)),
    ("số doanh nghiệp tăng 50 doanh nghiệp", (no(Reason.NO_BASELINE, "50 doanh nghiệp"),)),
    ("giảm 10%", (no(Reason.NO_BASELINE, "10%"),)),
    ("tiết kiệm 15% năng lượng", (no(Reason.NO_BASELINE, "15%"),)),
    ("giảm tỷ lệ hộ nghèo bình quân 1-1,5%/năm", (no(Reason.SHARE_GROWS, "1-1,5%"),)),
    ("tỷ lệ hộ nghèo giảm còn dưới 3%", (p(LessThan(3), "%"),)),
    ("hạ tỷ lệ sản phẩm lỗi xuống dưới 2%", (p(LessThan(2), "%"),)),
    ("không quá 3 ngày làm việc", (p(AtMost(3), "ngày làm việc"),)),
    ("rút ngắn thời gian xuống còn dưới 5 ngày", (p(LessThan(5), "ngày"),)),
    ("tăng 5 điểm %", (no(Reason.NO_BASELINE, "5 điểm %"),)),
    ("tăng 0,5 - 0,7 điểm phần trăm", (no(Reason.NO_BASELINE, "0,5 - 0,7 điểm phần trăm"),)),
    ("tăng từ 10% lên 15%", (no(Reason.FROM_TO, "từ 10% lên 15%"),)),
    (
        "nâng tỷ lệ từ 30% năm 2020 lên 50% năm 2025",
        (no(Reason.OPEN_RANGE, "từ 30%"), no(Reason.FROM_TO, "50%")),
    ),
    ("đưa tỷ lệ tăng lên 50%", (no(Reason.FROM_TO, "50%"),)),
    ("nâng tỷ lệ lao động qua đào tạo lên 70%", (p(Plain(70), "%"),)),
    ("đưa tổng số doanh nghiệp lên trên 5.000 doanh nghiệp", (p(MoreThan(5000), "doanh nghiệp"),)),
    ("nâng cao năng suất ít nhất 15%", (no(Reason.NO_BASELINE, "ít nhất 15%"),)),
    ("nâng cao nhận thức cho 90% doanh nghiệp", (p(Plain(90), "%"),)),
    ("tăng năng suất cho ít nhất 50% doanh nghiệp", (p(AtLeast(50), "%"),)),
    ("tăng năng suất của doanh nghiệp ít nhất 15%", (no(Reason.NO_BASELINE, "ít nhất 15%"),)),
    ("tăng cường năng lực cho ít nhất 2 tổ chức", (p(AtLeast(2), "tổ chức"),)),
    (
        "tăng số lượng doanh nghiệp, hợp tác xã ít nhất 50%",
        (no(Reason.NO_BASELINE, "ít nhất 50%"),),
    ),
    ("đóng góp của TFP vào tăng trưởng kinh tế đạt 50%", (p(Plain(50), "%"),)),
    ("tăng trung bình 10%/năm so với giai đoạn 2016-2020", (no(Reason.YEARS_UNCLEAR, "10%"),)),
    ("tăng bình quân 10% so với giai đoạn 2016-2020", (no(Reason.AVERAGE, "10%"),)),
    # yearly growth
    ("hằng năm tăng ít nhất 10%", (p(AtLeast(10), "%", YEARLY),)),
    ("tăng 10%/năm", (p(Plain(10), "%", YEARLY),)),
    ("tăng bình quân trên 7%/năm", (p(MoreThan(7), "%", MEAN),)),
    ("tăng từ 5 - 7% mỗi năm", (p(Between(5, 7), "%", YEARLY),)),
    ("tốc độ tăng thu bình quân hàng năm: 12%", (p(Plain(12), "%", MEAN),)),
    ("tốc độ tăng bình quân hằng năm dưới 1%", (p(LessThan(1), "%", MEAN),)),
    ("năm sau tăng ít nhất 10% so với năm trước", (p(AtLeast(10), "%", YEARLY),)),
    ("hằng năm tăng 10% so với năm trước", (p(Plain(10), "%", YEARLY),)),
    (
        "xuất khẩu tăng 10-12%/năm, nội địa 8%/năm",
        (p(Between(10, 12), "%", YEARLY), no(Reason.YEARS_UNCLEAR, "8%")),
    ),
    ("bình quân mỗi năm tăng 10%", (p(Plain(10), "%", MEAN),)),
    # a number for each unit
    ("mỗi huyện ít nhất 2 doanh nghiệp", (no(Reason.PER_UNIT, "ít nhất 2 doanh nghiệp"),)),
    ("ít nhất 02 doanh nghiệp/huyện", (no(Reason.PER_UNIT, "ít nhất 02 doanh nghiệp"),)),
    (
        "mỗi sở, ngành, địa phương có ít nhất 01 sáng kiến",
        (no(Reason.PER_UNIT, "ít nhất 01 sáng kiến"),),
    ),
    (
        "tối thiểu 02 doanh nghiệp mỗi huyện, thị xã",
        (no(Reason.PER_UNIT, "tối thiểu 02 doanh nghiệp"),),
    ),
    (
        "hỗ trợ 20 doanh nghiệp, mỗi doanh nghiệp tối đa 50 triệu đồng",
        (p(Plain(20), "doanh nghiệp"), no(Reason.PER_UNIT, "tối đa 50 triệu đồng")),
    ),
    ("không quá 100 triệu đồng/doanh nghiệp", (no(Reason.PER_UNIT, "không quá 100 triệu đồng"),)),
    ("trong từng ngành, lĩnh vực đạt tối thiểu 10%", (no(Reason.PER_UNIT, "tối thiểu 10%"),)),
    ("các huyện đều có ít nhất 2 mô hình", (no(Reason.PER_UNIT, "ít nhất 2 mô hình"),)),
    ("30 giường bệnh/10.000 dân", (no(Reason.PER_UNIT, "30 giường bệnh"),)),
    ("30 giường bệnh/1 nghìn dân", (no(Reason.PER_UNIT, "30 giường bệnh"),)),
    ("/0NGHÌN", ()),
    (
        "30 giường bệnh trên 10.000 dân",
        (no(Reason.PER_UNIT, "30 giường bệnh"), no(Reason.MARK_UNCLEAR, "trên 10.000 dân")),
    ),
    ("120 triệu đồng/người/năm", (no(Reason.PER_UNIT, "120 triệu đồng"),)),
    (
        "60% doanh nghiệp áp dụng ít nhất 01 hệ thống quản lý",
        (p(Plain(60), "%"), no(Reason.PER_UNIT, "ít nhất 01 hệ thống quản lý")),
    ),
    ("01 sản phẩm/01 xã", (no(Reason.PER_UNIT, "01 sản phẩm"),)),
)
