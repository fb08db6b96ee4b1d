"""Phrases of changes: falls, differences, percentage points and mean growth."""

from datetime import date

from nsc_program import About, AtLeast, AtMost, Between, Growth, LessThan, Plain
from nsc_program.plan import Difference
from nsc_program.wording import Reason
from wording_rows import (
    END_2030,
    MEAN,
    MEAN_FALL,
    YEARLY_FALL,
    Row,
    close_of,
    fall_since,
    less_than_in,
    more_than_in,
    more_than_on,
    no,
    p,
    since,
    year,
)

CHANGES: tuple[Row, ...] = (
    # a difference over a period, or over the close of a day
    (
        "tăng thêm 2.500 doanh nghiệp so với năm 2025",
        (p(Plain(2500), "doanh nghiệp", more_than_in(2025, 2025)),),
    ),
    ("tăng 250 cơ sở so với cuối năm 2025", (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),)),
    (
        "tăng 250 cơ sở so với thời điểm 31/12/2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    (
        "tăng 250 cơ sở so với thời điểm cuối năm 2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    (
        "tăng 250 cơ sở so với ngày 31/12/2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    ("tăng 250 cơ sở so với 31/12/2025", (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),)),
    (
        "tăng 250 cơ sở so với ngày 30 tháng 6 năm 2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 6, 30)),),
    ),
    (
        "tăng 250 cơ sở so với cuối tháng 6/2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 6, 30)),),
    ),
    (
        "tăng 250 cơ sở so với cuối quý II/2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 6, 30)),),
    ),
    (
        "tăng 250 cơ sở so với cuối giai đoạn 2021-2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    (
        "tăng 250 cơ sở so với số cơ sở tính đến hết năm 2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    (
        "tăng 250 cơ sở so với số cơ sở có đến ngày 31/12/2025",
        (p(Plain(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    (
        "So với cuối năm 2025, số cơ sở tăng ít nhất 250 cơ sở",
        (p(AtLeast(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    (
        "tăng số cơ sở được công nhận thêm 250 cơ sở so với năm 2025",
        (p(Plain(250), "cơ sở", more_than_in(2025, 2025)),),
    ),
    (
        "thu hút thêm 250 triệu USD so với cuối năm 2025",
        (p(Plain(250), "triệu USD", more_than_on(2025, 12, 31)),),
    ),
    ("thêm 30% doanh nghiệp so với năm 2025", (p(Plain(30), "%", since(2025, 2025)),)),
    (
        "tăng 20 doanh nghiệp thành lập mới so với cuối năm 2025",
        (p(Plain(20), "doanh nghiệp", more_than_on(2025, 12, 31)),),
    ),
    (
        "tăng 2.500 doanh nghiệp so với năm 2025, đạt 10.000 doanh nghiệp",
        (p(Plain(2500), "doanh nghiệp", more_than_in(2025, 2025)), p(Plain(10000), "doanh nghiệp")),
    ),
    ("tăng 3 điểm so với năm 2025", (p(Plain(3), "điểm", more_than_in(2025, 2025)),)),
    ("tăng 10% so với cuối năm 2025", (p(Plain(10), "%", Growth(close_of(2025))),)),
    # unclear differences
    ("tăng 250 cơ sở so với quý II/2025", (no(Reason.BASELINE_UNHELD, "250 cơ sở"),)),
    ("tăng 250 cơ sở so với tháng 6/2025", (no(Reason.BASELINE_UNHELD, "250 cơ sở"),)),
    ("tăng 250 cơ sở so với đầu năm 2025", (no(Reason.BASELINE_UNHELD, "250 cơ sở"),)),
    ("tăng 250 cơ sở so với cuối giai đoạn 2025-2021", (no(Reason.BASELINE_UNHELD, "250 cơ sở"),)),
    ("tăng 250 cơ sở so với cuối kỳ", (no(Reason.BASELINE_UNHELD, "250 cơ sở"),)),
    (
        "tăng 250 cơ sở so với giai đoạn đến ngày 31/12/2025",
        (no(Reason.BASELINE_UNHELD, "250 cơ sở"),),
    ),
    (
        "tăng 250 cơ sở so với ngày 31 tháng 2 năm 2025",
        (no(Reason.BASELINE_UNHELD, "250 cơ sở"), no(Reason.YEAR_OR_NUMBER, "31")),
    ),
    (
        "giảm 10% thời gian so với Nghị định số 45/2020/NĐ-CP ngày 08/4/2020",
        (no(Reason.BASELINE_UNHELD, "10%"),),
    ),
    ("tăng 250 cơ sở so với hiện nay", (no(Reason.BASELINE_UNHELD, "250 cơ sở"),)),
    (
        "tăng 20 doanh nghiệp thành lập mới so với năm 2025",
        (no(Reason.INCREMENT, "20 doanh nghiệp"),),
    ),
    ("có thêm 20 doanh nghiệp so với năm 2025", (no(Reason.INCREMENT, "20 doanh nghiệp"),)),
    ("giảm số vụ vi phạm 20 vụ so với năm 2024", (no(Reason.INCREMENT, "20 vụ"),)),
    ("tăng số cơ sở lên 20 cơ sở", (p(Plain(20), "cơ sở"),)),
    (
        "tăng số doanh nghiệp đạt 20 doanh nghiệp so với năm 2025",
        (no(Reason.INCREMENT, "20 doanh nghiệp"),),
    ),
    ("tăng bình quân 20 doanh nghiệp so với năm 2025", (no(Reason.AVERAGE, "20 doanh nghiệp"),)),
    ("tăng 10 bậc so với năm 2025", (no(Reason.INCREMENT, "10 bậc"),)),
    ("giảm 2 hạng so với năm 2025", (no(Reason.INCREMENT, "2 hạng"),)),
    (
        "hằng năm tăng 50 doanh nghiệp so với năm trước",
        (no(Reason.YEARLY_CHANGE, "50 doanh nghiệp"),),
    ),
    (
        "năm sau tăng 50 doanh nghiệp so với năm trước",
        (no(Reason.YEARLY_CHANGE, "50 doanh nghiệp"),),
    ),
    (
        "mỗi năm tăng 50 doanh nghiệp so với năm 2025",
        (no(Reason.YEARS_UNCLEAR, "50 doanh nghiệp"),),
    ),
    (
        "Bình quân mỗi năm tăng thêm 300 doanh nghiệp",
        (no(Reason.YEARLY_CHANGE, "300 doanh nghiệp"),),
    ),
    ("hằng năm, tăng thêm 50 doanh nghiệp", (no(Reason.YEARS_UNCLEAR, "50 doanh nghiệp"),)),
    # percentage points
    ("tăng 5 điểm phần trăm so với năm 2020", (p(Plain(5), "%", more_than_in(2020, 2020)),)),
    ("tăng từ 5 đến 7 điểm % so với năm 2020", (p(Between(5, 7), "%", more_than_in(2020, 2020)),)),
    (
        "tỷ lệ lao động qua đào tạo tăng 5 điểm phần trăm so với năm 2020",
        (p(Plain(5), "%", more_than_in(2020, 2020)),),
    ),
    (
        "tăng tỷ lệ lao động qua đào tạo thêm 5 điểm phần trăm so với năm 2020",
        (p(Plain(5), "%", more_than_in(2020, 2020)),),
    ),
    (
        "nâng tỷ lệ lao động qua đào tạo 5% điểm so với năm 2020",
        (p(Plain(5), "%", more_than_in(2020, 2020)),),
    ),
    (
        "giảm tỷ lệ sản phẩm lỗi 2 điểm phần trăm so với cuối năm 2025",
        (p(Plain(2), "%", Difference(close_of(2025), falling=True)),),
    ),
    (
        "tỷ lệ lao động đạt 70%, tăng 5 điểm phần trăm so với năm 2020",
        (p(Plain(70), "%"), p(Plain(5), "%", more_than_in(2020, 2020))),
    ),
    (
        "tỷ lệ hộ nghèo đa chiều giảm 1-1,5 điểm phần trăm/năm",
        (no(Reason.YEARLY_CHANGE, "1-1,5 điểm phần trăm"),),
    ),
    ("nâng tỷ lệ đạt 5 điểm phần trăm", (no(Reason.POINTS, "5 điểm phần trăm"),)),
    ("tăng lên 5 điểm phần trăm", (no(Reason.POINTS, "5 điểm phần trăm"),)),
    (
        "tăng 5% - 7 điểm % so với năm 2020",
        (no(Reason.NO_BASELINE, "5%"), no(Reason.PER_UNIT, "7 điểm %")),
    ),
    ("tăng 5 điểm phần trăm năm 2025", (no(Reason.NO_BASELINE, "5 điểm phần trăm"),)),
    # shares, whose change in percent is unclear
    ("tăng 5% tỷ lệ lao động qua đào tạo so với năm 2020", (no(Reason.SHARE_GROWS, "5%"),)),
    ("tăng 10% so với tỷ lệ của năm 2020", (no(Reason.SHARE_GROWS, "10%"),)),
    ("đạt 70%, giảm 5% so với năm 2020", (p(Plain(70), "%"), no(Reason.SHARE_GROWS, "5%"))),
    ("giảm hộ nghèo bình quân 1%/năm", (no(Reason.SHARE_GROWS, "1%"),)),
    ("giảm nghèo 1%/năm", (no(Reason.SHARE_GROWS, "1%"),)),
    ("mỗi năm giảm 2% số hộ nghèo", (no(Reason.SHARE_GROWS, "2%"),)),
    ("giảm 200 hộ nghèo so với năm 2020", (p(Plain(200), "hộ nghèo", less_than_in(2020, 2020)),)),
    (
        "tăng thu nhập của hộ nghèo ít nhất 10% so với năm 2020",
        (p(AtLeast(10), "%", since(2020, 2020)),),
    ),
    # falls
    ("giảm ít nhất 10% so với năm 2020", (p(AtLeast(10), "%", fall_since(2020, 2020)),)),
    ("giảm 200 hộ so với năm 2020", (p(Plain(200), "hộ", less_than_in(2020, 2020)),)),
    ("giảm tối đa 5% so với năm 2020", (p(AtMost(5), "%", fall_since(2020, 2020)),)),
    ("giảm ít hơn 5% so với năm 2020", (p(LessThan(5), "%", fall_since(2020, 2020)),)),
    ("giảm từ 5 đến 7% so với năm 2020", (p(Between(5, 7), "%", fall_since(2020, 2020)),)),
    ("tối thiểu giảm 10% so với năm 2020", (p(AtLeast(10), "%", fall_since(2020, 2020)),)),
    (
        "giảm chi phí sản xuất ít nhất 10% so với năm 2020",
        (p(AtLeast(10), "%", fall_since(2020, 2020)),),
    ),
    (
        "cắt giảm ít nhất 30% thời gian giải quyết thủ tục so với năm 2024",
        (p(AtLeast(30), "%", fall_since(2024, 2024)),),
    ),
    ("tiết kiệm 10% năng lượng so với năm 2020", (p(Plain(10), "%", fall_since(2020, 2020)),)),
    ("giảm chi phí thêm 5% so với năm 2020", (p(Plain(5), "%", fall_since(2020, 2020)),)),
    (
        "Giảm số vụ vi phạm, tai nạn ít nhất 10% so với năm 2020",
        (p(AtLeast(10), "%", fall_since(2020, 2020)),),
    ),
    (
        "giảm 10% so với năm 2020 và giảm 20% vào năm 2030",
        (
            p(Plain(10), "%", fall_since(2020, 2020)),
            p(Plain(20), "%", fall_since(2020, 2020), through=END_2030),
        ),
    ),
    ("mỗi năm giảm 5%", (p(Plain(5), "%", YEARLY_FALL),)),
    ("hằng năm giảm từ 1-2%", (p(Between(1, 2), "%", YEARLY_FALL),)),
    ("năm sau giảm 5% so với năm trước", (p(Plain(5), "%", YEARLY_FALL),)),
    ("giảm bình quân 2%/năm", (p(Plain(2), "%", MEAN_FALL),)),
    ("bình quân mỗi năm giảm 2%", (p(Plain(2), "%", MEAN_FALL),)),
    ("tốc độ giảm bình quân 2%/năm", (p(Plain(2), "%", MEAN_FALL),)),
    # unclear falls
    ("giảm dưới 5% so với năm 2020", (no(Reason.FALL, "dưới 5%"),)),
    ("giảm 5% trở xuống so với năm 2020", (no(Reason.FALL, "5% trở xuống"),)),
    ("mỗi năm giảm số vụ vi phạm không quá 5%", (no(Reason.FALL, "không quá 5%"),)),
    ("tiết kiệm 10%", (no(Reason.NO_BASELINE, "10%"),)),
    ("giảm ít nhất 10% so với hiện nay", (no(Reason.BASELINE_UNHELD, "ít nhất 10%"),)),
    ("giảm 10% so với kịch bản phát triển thông thường", (no(Reason.BASELINE_UNHELD, "10%"),)),
    ("giảm gấp đôi so với năm 2020", (no(Reason.TIMES, "gấp đôi"),)),
    ("không giảm quá 5% so với năm 2020", (no(Reason.DENIED, "không giảm quá 5%"),)),
    (
        "Giảm 20% số vụ tai nạn so với năm 2025 (khoảng 50 vụ)",
        (p(Plain(20), "%", fall_since(2025, 2025)), no(Reason.NO_BASELINE, "khoảng 50 vụ")),
    ),
    (
        "tăng 15% năng suất lao động và giảm 10% chi phí so với năm 2025",
        (no(Reason.NO_BASELINE, "15%"), p(Plain(10), "%", fall_since(2025, 2025))),
    ),
    ("giảm 10% mỗi năm so với năm 2020", (no(Reason.YEARS_UNCLEAR, "10%"),)),
    ("giảm số vụ đạt 10% so với năm 2020", (no(Reason.COMPARISON, "10%"),)),
    # mean growth
    ("tăng bình quân 7%/năm", (p(Plain(7), "%", MEAN),)),
    ("tăng trưởng bình quân hằng năm đạt khoảng 11%", (p(About(11), "%", MEAN),)),
    ("tốc độ tăng trưởng bình quân 7%/năm", (p(Plain(7), "%", MEAN),)),
    ("tăng trưởng GRDP bình quân 8%/năm", (p(Plain(8), "%", MEAN),)),
    ("hằng năm bình quân tăng 8%", (p(Plain(8), "%", MEAN),)),
    ("Bình quân mỗi năm số doanh nghiệp tăng 10%", (p(Plain(10), "%", MEAN),)),
    ("bình quân giai đoạn 2026-2030 tăng 7%/năm", (p(Plain(7), "%", MEAN),)),
    ("thu nhập bình quân đầu người tăng bình quân 10%/năm", (p(Plain(10), "%", MEAN),)),
    ("tăng 7%/năm bình quân", (p(Plain(7), "%", MEAN),)),
    ("bình quân mỗi năm tăng 10% so với năm trước", (p(Plain(10), "%", MEAN),)),
    ("thu nhập bình quân tăng 10%/năm", (no(Reason.AVERAGE, "10%"),)),
    ("bình quân thu nhập tăng 10%/năm", (no(Reason.AVERAGE, "10%"),)),
    ("tăng thu nhập bình quân 10%/năm", (no(Reason.AVERAGE, "10%"),)),
    # shares of a total
    ("đạt 80% so với tổng số doanh nghiệp", (p(Plain(80), "%"),)),
    (
        "đạt ít nhất 80% so với tổng số doanh nghiệp năm 2020",
        (no(Reason.COMPARISON, "ít nhất 80%"),),
    ),
    # found on a second look
    ("giảm nghèo cho 200 hộ so với năm 2020", (no(Reason.INCREMENT, "200 hộ"),)),
    ("giá trị tăng thêm 500 tỷ đồng so với năm 2025", (no(Reason.COMPARISON, "500 tỷ đồng"),)),
    (
        "mức tăng đạt 500 doanh nghiệp so với năm 2025",
        (p(Plain(500), "doanh nghiệp", more_than_in(2025, 2025)),),
    ),
    ("tăng đạt 500 doanh nghiệp so với năm 2025", (no(Reason.COMPARISON, "500 doanh nghiệp"),)),
    ("cắt giảm 10 thủ tục so với năm 2025", (p(Plain(10), "thủ tục", less_than_in(2025, 2025)),)),
    (
        "tăng số lượng từ 100 đến 150 doanh nghiệp so với năm 2025",
        (p(Between(100, 150), "doanh nghiệp", more_than_in(2025, 2025)),),
    ),
    ("lương tăng 500 nghìn đồng/người so với năm 2025", (no(Reason.PER_UNIT, "500 nghìn đồng"),)),
    (
        "chi phí giảm 200 triệu đồng/năm so với năm 2020",
        (no(Reason.YEARS_UNCLEAR, "200 triệu đồng"),),
    ),
    (
        "năm 2027 hỗ trợ 30 doanh nghiệp và tăng 10 doanh nghiệp so với năm 2025",
        (
            p(Plain(30), "doanh nghiệp", year(2027)),
            p(Plain(10), "doanh nghiệp", more_than_in(2025, 2025)),
        ),
    ),
    (
        "hỗ trợ thêm 20 doanh nghiệp so với cuối năm 2025",
        (p(Plain(20), "doanh nghiệp", more_than_on(2025, 12, 31)),),
    ),
    ("hằng năm giảm 2-3 điểm phần trăm", (no(Reason.YEARLY_CHANGE, "2-3 điểm phần trăm"),)),
    (
        "giảm từ 120 vụ xuống 50 vụ so với năm 2020",
        (no(Reason.OPEN_RANGE, "từ 120 vụ"), no(Reason.FROM_TO, "50 vụ")),
    ),
    (
        "đến cuối năm 2027 giảm 10% so với cuối năm 2025",
        (p(Plain(10), "%", Growth(close_of(2025), falling=True), through=date(2027, 12, 31)),),
    ),
    (
        "phấn đấu giảm ít nhất 10% so với năm 2025",
        (p(AtLeast(10), "%", fall_since(2025, 2025), aspires=True),),
    ),
    (
        "tăng không dưới 250 cơ sở so với năm 2025",
        (p(AtLeast(250), "cơ sở", more_than_in(2025, 2025)),),
    ),
    (
        "thêm ít nhất 250 cơ sở so với ngày 31/12/2025",
        (p(AtLeast(250), "cơ sở", more_than_on(2025, 12, 31)),),
    ),
    ("số cơ sở cao hơn năm 2025 250 cơ sở", (no(Reason.COMPARISON, "250 cơ sở"),)),
    ("số cơ sở năm sau cao hơn năm trước 20 cơ sở", (no(Reason.COMPARISON, "20 cơ sở"),)),
    ("mỗi năm cao hơn năm trước 20 cơ sở", (no(Reason.COMPARISON, "20 cơ sở"),)),
    ("nhiều hơn giai đoạn trước 20 cơ sở", (no(Reason.COMPARISON, "20 cơ sở"),)),
    ("tỷ lệ vượt năm trước 7%", (no(Reason.COMPARISON, "7%"),)),
    ("tỷ lệ cao hơn cùng kỳ 7%", (no(Reason.COMPARISON, "7%"),)),
    (
        "cao hơn 5 điểm phần trăm so với năm 2025",
        (no(Reason.COMPARISON, "cao hơn 5 điểm phần trăm"),),
    ),
    (
        "thấp hơn 5 điểm phần trăm so với năm 2025",
        (no(Reason.COMPARISON, "thấp hơn 5 điểm phần trăm"),),
    ),
    ("tăng 250 cơ sở so năm 2025", (p(Plain(250), "cơ sở", more_than_in(2025, 2025)),)),
    ("tăng 250 cơ sở so với năm 2025 và 2026", (no(Reason.BASELINE_UNHELD, "250 cơ sở"),)),
    ("tăng trưởng 8% năm 2027", (no(Reason.NO_BASELINE, "8%"),)),
    ("tăng trưởng kinh tế năm 2027 đạt 8%", (no(Reason.NO_BASELINE, "8%"),)),
    ("tăng trưởng bình quân đạt 8%/năm", (p(Plain(8), "%", MEAN),)),
    ("tăng trưởng bình quân 5 năm đạt 8%/năm", (p(Plain(8), "%", MEAN),)),
    ("bình quân 5 năm 2026-2030 tăng 8%/năm", (p(Plain(8), "%", MEAN),)),
    ("bình quân 5 năm tăng 8%/năm", (p(Plain(8), "%", MEAN),)),
    ("tăng bình quân hàng năm từ 7-8%", (p(Between(7, 8), "%", MEAN),)),
    ("bình quân 5 năm 2026-2030, tăng 8%/năm", (p(Plain(8), "%", MEAN),)),
    ("Bình quân mỗi năm, hỗ trợ 20 doanh nghiệp", (no(Reason.AVERAGE, "20 doanh nghiệp"),)),
    ("bình quân, mỗi năm tăng 8%", (p(Plain(8), "%", MEAN),)),
    ("bình quân 20, tăng 8%/năm", (no(Reason.AVERAGE, "20"), no(Reason.AVERAGE, "8%"))),
)

CHANGES_ENGLISH: tuple[Row, ...] = (
    (
        "an increase of 50 enterprises compared with the end of 2025",
        (p(Plain(50), "enterprises", more_than_on(2025, 12, 31)),),
    ),
    (
        "an increase of 20 enterprises compared with 30 June 2027",
        (p(Plain(20), "enterprises", more_than_on(2027, 6, 30)),),
    ),
    (
        "an increase of 20 enterprises compared with 31 June 2027",
        (no(Reason.BASELINE_UNHELD, "20 enterprises"), no(Reason.YEAR_OR_NUMBER, "31")),
    ),
    (
        "an increase of 5 percentage points compared with 2020",
        (p(Plain(5), "%", more_than_in(2020, 2020)),),
    ),
    (
        "an increase of 5 points compared with 2020",
        (p(Plain(5), "points", more_than_in(2020, 2020)),),
    ),
    ("an increase of 20 enterprises a year", (no(Reason.YEARLY_CHANGE, "20 enterprises"),)),
    ("20 more enterprises compared with 2020", (no(Reason.INCREMENT, "20"),)),
    (
        "a decrease of at least 10% compared with 2020",
        (p(AtLeast(10), "%", fall_since(2020, 2020)),),
    ),
    (
        "reduce costs by at least 10% compared with 2020",
        (p(AtLeast(10), "%", fall_since(2020, 2020)),),
    ),
    ("save 10% of energy compared with 2020", (p(Plain(10), "%", fall_since(2020, 2020)),)),
    ("reduce the share of defects by 5% compared with 2020", (no(Reason.SHARE_GROWS, "5%"),)),
    (
        "the poverty rate falls by 2 percentage points compared with 2020",
        (p(Plain(2), "%", less_than_in(2020, 2020)),),
    ),
    ("a decrease below 5% compared with 2020", (no(Reason.FALL, "below 5%"),)),
    ("20% lower costs compared with 2020", (no(Reason.COMPARISON, "20%"),)),
    ("average annual growth of at least 7%", (p(AtLeast(7), "%", MEAN),)),
    ("an average decrease of 2% a year", (p(Plain(2), "%", MEAN_FALL),)),
    ("on average exports grow by 7% a year", (p(Plain(7), "%", MEAN),)),
    ("growth of at least 7% a year on average", (p(AtLeast(7), "%", MEAN),)),
    ("average income grows by 7% a year", (no(Reason.AVERAGE, "7%"),)),
    ("exports grow on average by 7% a year", (p(Plain(7), "%", MEAN),)),
    ("20 enterprises a year on average", (no(Reason.AVERAGE, "20 enterprises"),)),
)
