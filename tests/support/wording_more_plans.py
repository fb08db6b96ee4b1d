"""More sentences in the style of provincial plans; all are invented."""

from datetime import date
from fractions import Fraction

from nsc_program import About, AtLeast, AtMost, Between, LessThan, MoreThan, Plain
from nsc_program.wording import Reason
from wording_rows import (
    EACH,
    END_2025,
    END_2030,
    MEAN,
    YEARLY,
    Row,
    more_than_in,
    no,
    p,
    since,
    year,
)

MORE_PLANS: tuple[Row, ...] = (
    ("Không để quá 5% hồ sơ trễ hạn.", (no(Reason.DENIED, "Không để quá 5%"),)),
    ("Chỉ số PCI xếp hạng 15/63 tỉnh, thành phố.", (no(Reason.FRACTION, "15/63 tỉnh"),)),
    (
        "Bố trí ít nhất 2% dự toán chi ngân sách hằng năm và tăng dần theo yêu cầu.",
        (p(AtLeast(2), "%", EACH),),
    ),
    (
        (
            "Đến năm 2030 quy mô kinh tế gấp 2,5 lần năm 2020, GRDP bình quân đầu người trên 7.500 "
            "USD."
        ),
        (
            p(Plain(150), "%", since(2020, 2020), through=END_2030),
            p(MoreThan(7500), "USD", through=END_2030),
        ),
    ),
    ("Đạt tỷ lệ 1 giường bệnh/300 dân.", (no(Reason.PER_UNIT, "1 giường bệnh"),)),
    ("Tỷ lệ che phủ rừng ổn định trên 42%.", (p(MoreThan(42), "%"),)),
    (
        "Số lao động được giải quyết việc làm bình quân 15.000 người/năm.",
        (no(Reason.AVERAGE, "15.000 người"),),
    ),
    (
        "Phấn đấu đưa Hải Phòng vào nhóm 5 địa phương dẫn đầu, có 1-2 khu công nghiệp sinh thái.",
        (p(Between(1, 2), "khu công nghiệp", aspires=True),),
    ),
    (
        (
            "Hỗ trợ 100 doanh nghiệp nhỏ và vừa, 10 doanh nghiệp lớn và 5 hợp tác xã trong giai "
            "đoạn 2021-2025."
        ),
        (
            p(Plain(100), "doanh nghiệp nhỏ và vừa"),
            p(Plain(10), "doanh nghiệp"),
            p(Plain(5), "hợp tác xã"),
        ),
    ),
    ("Tăng 10 bậc chỉ số cải cách hành chính so với năm 2020.", (no(Reason.INCREMENT, "10 bậc"),)),
    (
        "Mức chi tối đa 20 triệu đồng/mô hình và không quá 3 mô hình/huyện.",
        (no(Reason.PER_UNIT, "tối đa 20 triệu đồng"), no(Reason.PER_UNIT, "không quá 3 mô hình")),
    ),
    (
        "Thanh toán không dùng tiền mặt đạt trên 80% giá trị giao dịch vào năm 2025.",
        (p(MoreThan(80), "%", through=END_2025),),
    ),
    (
        "Tỷ lệ thuê bao băng rộng cố định đạt 25 thuê bao/100 dân.",
        (no(Reason.PER_UNIT, "25 thuê bao"),),
    ),
    (
        (
            "Đến năm 2025, kinh tế số chiếm tối thiểu 20% GRDP, năng suất lao động tăng tối thiểu "
            "7,5% hằng năm."
        ),
        (
            p(AtLeast(20), "%", through=END_2025),
            p(AtLeast(Fraction(15, 2)), "%", YEARLY, through=END_2025),
        ),
    ),
    (
        (
            "Hình thành ít nhất 10 doanh nghiệp số, trong đó có 2-3 doanh nghiệp có doanh thu trên "
            "100 tỷ đồng."
        ),
        (
            p(AtLeast(10), "doanh nghiệp"),
            p(Between(2, 3), "doanh nghiệp"),
            no(Reason.PER_UNIT, "trên 100 tỷ đồng"),
        ),
    ),
    (
        "Sản lượng lúa ổn định ở mức 1,2 triệu tấn/năm.",
        (p(Plain(Fraction(6, 5)), "triệu tấn", EACH),),
    ),
    (
        "Diện tích cây ăn quả đạt 25.000 ha, tăng 3.500 ha so với năm 2020.",
        (p(Plain(25000), "ha"), p(Plain(3500), "ha", more_than_in(2020, 2020))),
    ),
    (
        "Tỷ lệ hộ nghèo giảm bình quân 1%/năm; đến năm 2025 còn dưới 2,5%.",
        (no(Reason.SHARE_GROWS, "1%"), p(LessThan(Fraction(5, 2)), "%", through=END_2025)),
    ),
    (
        "Phấn đấu tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt từ 32% - 35%.",
        (p(Between(32, 35), "%", aspires=True),),
    ),
    (
        "Số lượng sáng kiến được công nhận hằng năm tăng từ 5% đến 7% so với năm liền kề trước đó.",
        (p(Between(5, 7), "%", YEARLY),),
    ),
    (
        "Hỗ trợ đăng ký bảo hộ 15 đến 20 nhãn hiệu, 02 đến 03 chỉ dẫn địa lý.",
        (p(Between(15, 20), "nhãn hiệu"), p(Between(2, 3), "chỉ dẫn địa lý")),
    ),
    (
        "Thu hút trên 20 triệu lượt khách du lịch, tổng thu đạt khoảng 30.000 tỷ đồng.",
        (p(MoreThan(20000000), "lượt khách du lịch"), p(About(30000), "tỷ đồng")),
    ),
    (
        (
            "Phấn đấu thành lập mới 8.000 - 10.000 doanh nghiệp, nâng tổng số doanh nghiệp hoạt "
            "động lên khoảng 25.000 doanh nghiệp."
        ),
        (
            p(Between(8000, 10000), "doanh nghiệp", aspires=True),
            p(About(25000), "doanh nghiệp", aspires=True),
        ),
    ),
    ("Bảo đảm 100% sản phẩm OCOP 4 sao trở lên được truy xuất nguồn gốc.", (p(Plain(100), "%"),)),
    (
        "100% cấp huyện và ít nhất 70% cấp xã hoàn thành chuyển đổi.",
        (p(Plain(100), "%"), p(AtLeast(70), "%")),
    ),
    (
        "Ít nhất 90% người dân và 100% doanh nghiệp hài lòng.",
        (p(AtLeast(90), "%"), p(Plain(100), "%")),
    ),
    (
        (
            "Giai đoạn 2021-2025, tốc độ tăng trưởng bình quân ngành công nghiệp 12%/năm, dịch vụ "
            "9%/năm, nông nghiệp 3%/năm."
        ),
        (p(Plain(12), "%", MEAN), no(Reason.YEARS_UNCLEAR, "9%"), no(Reason.YEARS_UNCLEAR, "3%")),
    ),
    (
        "Có 40% doanh nghiệp tham gia chương trình tăng năng suất lao động từ 10% - 15%.",
        (p(Plain(40), "%"), no(Reason.NO_BASELINE, "từ 10% - 15%")),
    ),
    (
        "Tối thiểu 03 doanh nghiệp/năm được hỗ trợ, tổng số 15 doanh nghiệp trong 5 năm.",
        (p(AtLeast(3), "doanh nghiệp", EACH), p(Plain(15), "doanh nghiệp")),
    ),
    (
        (
            "Hằng năm có từ 10 doanh nghiệp trở lên được hỗ trợ; phấn đấu đến năm 2030 có 100 "
            "doanh nghiệp."
        ),
        (
            p(AtLeast(10), "doanh nghiệp", EACH),
            p(Plain(100), "doanh nghiệp", through=END_2030, aspires=True),
        ),
    ),
    (
        "Đến năm 2030, có 3 đến 5 phòng thí nghiệm đạt chuẩn, tăng gấp hai lần so với năm 2025.",
        (
            p(Between(3, 5), "phòng thí nghiệm", through=END_2030),
            p(Plain(100), "%", since(2025, 2025), through=END_2030),
        ),
    ),
    (
        "Hỗ trợ không quá 02 lần/doanh nghiệp và không quá 50 doanh nghiệp mỗi năm.",
        (no(Reason.PER_UNIT, "không quá 02 lần"), p(AtMost(50), "doanh nghiệp", EACH)),
    ),
    (
        "Dự kiến bồi dưỡng 1.000 - 1.200 lượt người, khoảng 200 - 240 lượt người/năm.",
        (
            p(Between(1000, 1200), "lượt người"),
            p(Between(200, 240, about=True), "lượt người", EACH),
        ),
    ),
    (
        "Tỉnh có 5 doanh nghiệp, 3 hợp tác xã và 2 làng nghề được công nhận.",
        (p(Plain(5), "doanh nghiệp"), p(Plain(3), "hợp tác xã"), p(Plain(2), "làng nghề")),
    ),
    (
        "Số doanh nghiệp áp dụng ISO đạt trên 350, gấp 1,75 lần so với năm 2020.",
        (p(MoreThan(350), ""), p(Plain(75), "%", since(2020, 2020))),
    ),
    (
        "Đẩy mạnh hỗ trợ doanh nghiệp, đặc biệt là 20 doanh nghiệp thuộc ngành cơ khí.",
        (p(Plain(20), "doanh nghiệp"),),
    ),
    (
        "Phát triển thêm ít nhất 10 cơ sở ươm tạo so với năm 2022.",
        (no(Reason.INCREMENT, "ít nhất 10 cơ sở"),),
    ),
    (
        "Năm 2024 hỗ trợ 12 doanh nghiệp, năm 2025 hỗ trợ 15 doanh nghiệp.",
        (p(Plain(12), "doanh nghiệp", year(2024)), p(Plain(15), "doanh nghiệp", year(2025))),
    ),
    (
        "Từ năm 2023, mỗi năm tăng thêm ít nhất 5 doanh nghiệp.",
        (no(Reason.YEARLY_CHANGE, "ít nhất 5 doanh nghiệp"),),
    ),
    (
        "Tổng số lượt người được đào tạo giai đoạn 2021-2025 không dưới 3.000 lượt.",
        (p(AtLeast(3000), "lượt"),),
    ),
    (
        "Trung bình mỗi năm tăng 8 – 10% số lượng đơn đăng ký kiểu dáng công nghiệp.",
        (p(Between(8, 10), "%", MEAN),),
    ),
    ("Cơ bản 100% doanh nghiệp sử dụng hóa đơn điện tử.", (no(Reason.NEARLY, "Cơ bản 100%"),)),
    (
        "Hầu hết doanh nghiệp được tiếp cận; trên 60 % áp dụng.",
        (no(Reason.VAGUE, "Hầu hết doanh nghiệp"), p(MoreThan(60), "%")),
    ),
    (
        "Tối thiểu 20 doanh nghiệp, tối đa 30 doanh nghiệp.",
        (p(AtLeast(20), "doanh nghiệp"), p(AtMost(30), "doanh nghiệp")),
    ),
    (
        "Số doanh nghiệp tham gia tăng lên ít nhất 200 doanh nghiệp vào năm 2025.",
        (p(AtLeast(200), "doanh nghiệp", through=END_2025),),
    ),
    (
        "Số vụ vi phạm giảm từ 120 vụ xuống dưới 50 vụ.",
        (no(Reason.OPEN_RANGE, "từ 120 vụ"), no(Reason.FROM_TO, "dưới 50 vụ")),
    ),
    ("Mức tăng năng suất đạt 15%.", (no(Reason.NO_BASELINE, "15%"),)),
    (
        "Tăng trưởng GRDP năm 2025 đạt 8,5%, bình quân giai đoạn 2021-2025 đạt 7,1%/năm.",
        (no(Reason.NO_BASELINE, "8,5%"), no(Reason.AVERAGE, "7,1%")),
    ),
    ("Xuất siêu hằng năm khoảng 5% kim ngạch.", (p(About(5), "%", EACH),)),
    ("Đạt và vượt 20 chỉ tiêu.", (no(Reason.MARK_UNCLEAR, "20 chỉ tiêu"),)),
    (
        "Đến 31/12/2025, 15 doanh nghiệp; đến 31/12/2030, thêm 20 doanh nghiệp.",
        (p(Plain(15), "doanh nghiệp", through=END_2025), no(Reason.INCREMENT, "20 doanh nghiệp")),
    ),
    (
        "Phấn đấu mỗi năm có từ 02 doanh nghiệp trở lên đạt Giải thưởng Chất lượng Quốc gia.",
        (p(AtLeast(2), "doanh nghiệp", EACH, aspires=True),),
    ),
    (
        (
            "Đến năm 2025, số lượng doanh nghiệp nhỏ và vừa được hỗ trợ chuyển đổi số đạt khoảng "
            "1.200 doanh nghiệp, bình quân 240 doanh nghiệp/năm."
        ),
        (p(About(1200), "doanh nghiệp", through=END_2025), no(Reason.AVERAGE, "240 doanh nghiệp")),
    ),
    (
        (
            "Hỗ trợ ít nhất 70 doanh nghiệp, trong đó tối thiểu 20 doanh nghiệp thuộc lĩnh vực chế "
            "biến, chế tạo."
        ),
        (p(AtLeast(70), "doanh nghiệp"), p(AtLeast(20), "doanh nghiệp")),
    ),
    (
        "Số lượng giấy chứng nhận hợp quy tăng ít nhất 25% so với giai đoạn 2016 – 2020.",
        (p(AtLeast(25), "%", since(2016, 2020)),),
    ),
    (
        "Tăng tối thiểu 30 doanh nghiệp so với giai đoạn 2016-2020.",
        (p(AtLeast(30), "doanh nghiệp", more_than_in(2016, 2020)),),
    ),
    (
        "Hằng năm, ngân sách thành phố bố trí từ 3 - 5 tỷ đồng.",
        (p(Between(3, 5), "tỷ đồng", EACH),),
    ),
    (
        (
            "Kinh phí thực hiện: 18.750 triệu đồng (ngân sách nhà nước: 9.000 triệu đồng; nguồn "
            "khác: 9.750 triệu đồng)."
        ),
        (p(Plain(18750), "triệu đồng"), p(Plain(9000), "triệu đồng"), p(Plain(9750), "triệu đồng")),
    ),
    (
        "Duy trì tốc độ tăng năng suất các nhân tố tổng hợp (TFP) bình quân 2,5%/năm.",
        (p(Plain(Fraction(5, 2)), "%", MEAN),),
    ),
    (
        "Phấn đấu năng suất lao động của thành phố đến năm 2030 cao gấp 1,7 lần năm 2020.",
        (p(Plain(70), "%", since(2020, 2020), through=END_2030, aspires=True),),
    ),
    (
        "Phấn đấu có 90-95% tổ chức, cá nhân được tập huấn.",
        (p(Between(90, 95), "%", aspires=True),),
    ),
    (
        "Ít nhất 1 trong 5 doanh nghiệp được chọn đạt chuẩn.",
        (no(Reason.FRACTION, "Ít nhất 1 trong 5 doanh nghiệp"),),
    ),
    (
        "Có từ 1 đến 2 doanh nghiệp mỗi quận, huyện được chọn làm điểm.",
        (no(Reason.PER_UNIT, "từ 1 đến 2 doanh nghiệp"),),
    ),
    (
        "Bảo đảm tối thiểu 95% mẫu kiểm tra đạt yêu cầu; tỷ lệ vi phạm không vượt quá 3%.",
        (p(AtLeast(95), "%"), p(AtMost(3), "%")),
    ),
    (
        "Tỷ lệ hộ dân dùng nước sạch nông thôn đạt 65 – 70%, đô thị trên 98%.",
        (p(Between(65, 70), "%"), p(MoreThan(98), "%")),
    ),
    ("Hàng năm số đề tài, dự án được ứng dụng đạt trên 70%.", (p(MoreThan(70), "%", EACH),)),
    (
        "Quy mô GRDP năm 2030 gấp khoảng 2,2 lần so với năm 2020.",
        (no(Reason.TIMES, "gấp khoảng 2,2 lần"),),
    ),
    (
        "Xây dựng 100 tiêu chuẩn cơ sở, 20 quy chuẩn kỹ thuật địa phương đến năm 2025.",
        (p(Plain(100), "tiêu chuẩn cơ sở"), p(Plain(20), "quy chuẩn kỹ thuật", through=END_2025)),
    ),
    (
        "Phấn đấu hoàn thành trước năm 2024: 15 mô hình.",
        (p(Plain(15), "mô hình", through=date(2023, 12, 31), aspires=True),),
    ),
    (
        "Năm 2023: 12 doanh nghiệp; năm 2024: 15 doanh nghiệp; năm 2025: 18 doanh nghiệp.",
        (
            p(Plain(12), "doanh nghiệp", year(2023)),
            p(Plain(15), "doanh nghiệp", year(2024)),
            p(Plain(18), "doanh nghiệp", year(2025)),
        ),
    ),
    (
        "Nâng số sản phẩm OCOP lên 200 sản phẩm, tăng 1,5 lần.",
        (p(Plain(200), "sản phẩm"), no(Reason.TIMES, "1,5 lần")),
    ),
    (
        "Trên 70% doanh nghiệp hài lòng, dưới 5% doanh nghiệp không hài lòng.",
        (p(MoreThan(70), "%"), p(LessThan(5), "%")),
    ),
    (
        "Nâng cao năng suất lao động từ 15-20% cho các doanh nghiệp tham gia.",
        (no(Reason.NO_BASELINE, "từ 15-20%"),),
    ),
    (
        "Đào tạo tối thiểu 2 chuyên gia/doanh nghiệp, 50 chuyên gia cấp tỉnh.",
        (no(Reason.PER_UNIT, "tối thiểu 2 chuyên gia"), p(Plain(50), "chuyên gia")),
    ),
    (
        (
            "Số lượng bài báo quốc tế tăng bình quân 20%/năm; đơn sáng chế tăng 1,5 lần so với "
            "giai đoạn 2016-2020."
        ),
        (p(Plain(20), "%", MEAN), no(Reason.TIMES, "1,5 lần")),
    ),
    (
        "Giai đoạn 2021-2025: Hỗ trợ 30 doanh nghiệp (6 doanh nghiệp/năm).",
        (p(Plain(30), "doanh nghiệp"), p(Plain(6), "doanh nghiệp", EACH)),
    ),
    (
        "Giảm ít nhất 10% tỷ lệ phế phẩm, tăng ít nhất 15% sản lượng.",
        (no(Reason.SHARE_GROWS, "ít nhất 10%"), no(Reason.SHARE_GROWS, "ít nhất 15%")),
    ),
    (
        "Có ít nhất 60 xã (đạt 50% tổng số xã) hoàn thành.",
        (p(AtLeast(60), "xã"), p(Plain(50), "%")),
    ),
    ("Tối thiểu 01 lần/năm tổ chức hội nghị đối thoại.", (p(AtLeast(1), "lần", EACH),)),
)
