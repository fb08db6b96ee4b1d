"""Texts and lines that say one more thing: several events, another level, the rest of a row."""

from typing import Any

import pytest

from each import for_each
from nsc_program import Dissemination, PilotModel, Support, Training
from nsc_program.intake import Fault, read
from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._words.counted_texts import counts_of_sum
from nsc_program.intake._words.times_named import names_a_time
from nsc_program.records._enumerations import Audience
from rows import EVENT, HEADS, MODEL, SUPPORT, TRAINING, Row

OF_THE_CITY: Row = {**MODEL, "Phạm vi": "Thành phố"}


def codes(kind: type[Any], *rows: Row) -> list[str]:
    return [problem.code for problem in read(kind, rows).problems]


def lines(kind: type[Any], *rows: Row, title: str = "", below: str = "") -> list[str]:
    """Return the lines that are told of rows with a title and a line below them."""
    titles = [(1, title)] if title else []
    around = [UnreadLine(9, below)] if below else []
    found = read(kind, rows, first_row=3, titles=titles, around=around)
    return [line.text for line in found.lines] + [
        problem.value for problem in found.problems if problem.code is Fault.OTHER_COUNT
    ]


class TestContents:
    """A content that counts several events, or is the work before one, is told."""

    @for_each(
        ("topic", "is_told"),
        [
            ("03 hội nghị phổ biến TCVN", True),
            ("Tổ chức hai hội thảo Lean", True),
            ("Chuẩn bị hội thảo Lean", True),
            ("Tổng duyệt lễ phát động", True),
            ("Biên soạn tài liệu tuyên truyền", True),
            ("Phát sóng 12 kỳ trên Đài Hà Nội", True),
            ("❌ Phổ biến TCVN", True),
            ("Test 01", True),
            ("Hội thảo Lean cho doanh nghiệp nhỏ", False),
            ("Phổ biến TCVN 13751:2023", False),
            ("Lễ phát động năng suất", False),
        ],
    )
    def test_of_events(self, topic: str, *, is_told: bool) -> None:
        assert [Fault.OTHER_SAYING] * is_told == codes(Dissemination, {**EVENT, "Nội dung": topic})

    @pytest.mark.parametrize(
        ("topic", "is_told"), [("02 lớp tập huấn 5S", True), ("Lớp tập huấn 5S", False)]
    )
    def test_of_courses(self, topic: str, *, is_told: bool) -> None:
        assert [Fault.OTHER_SAYING] * is_told == codes(Training, {**HEADS, "Nội dung": topic})

    @pytest.mark.parametrize(
        ("text", "is_told"),
        [
            ("Lean cơ bản 2023", True),
            ("Lean cơ bản 2024", False),
            ("Hồ sơ số 2023", False),
            ("ISO 9001 2015", False),
            ("Thép Việt 2010", False),
        ],
    )
    def test_a_year_at_the_end(self, text: str, *, is_told: bool) -> None:
        expected = [Fault.OTHER_SAYING] * is_told
        assert expected == codes(Training, {**TRAINING, "Nội dung": text})

    def test_a_year_behind_a_word(self) -> None:
        assert names_a_time("Lean cơ bản 2023.")
        assert not names_a_time("2023 Lean")

    @pytest.mark.parametrize("field", ["«Tên_DN»", "<<ten>>", "{{ ten }}", "${ten}", "[[ten]]"])
    def test_a_field_that_was_not_filled_in(self, field: str) -> None:
        assert [Fault.OTHER_SAYING] == codes(Support, {**SUPPORT, "Mã": field})
        (column,) = read(Support, [{**SUPPORT, "Tên doanh nghiệp": field}]).telling
        assert "Tên doanh nghiệp" == column.heading
        assert () == read(Support, [{**SUPPORT, "Tên doanh nghiệp": "Công ty «Sao Mai»"}]).telling


class TestAudiences:
    """People of two kinds are not one kind, and wards have taken the place of districts."""

    @pytest.mark.parametrize(
        ("cell", "audience"),
        [
            ("Cán bộ doanh nghiệp", Audience.ENTERPRISE),
            ("Doanh nghiệp, hợp tác xã", Audience.ENTERPRISE),
            ("Sở, ngành", Audience.DEPARTMENT),
            ("Cán bộ, công chức phường, xã", Audience.LOCALITY),
            ("Cán bộ UBND các phường, xã", Audience.LOCALITY),
        ],
    )
    def test_one(self, cell: str, audience: Audience) -> None:
        (record,) = read(Dissemination, [{**EVENT, "Đối tượng": cell}]).register.records
        assert isinstance(record, Dissemination)
        assert record.audience is audience

    @pytest.mark.parametrize("cell", ["Cán bộ, doanh nghiệp", "Quản lý + doanh nghiệp"])
    def test_two(self, cell: str) -> None:
        assert [Fault.UNKNOWN_WORD] == codes(Dissemination, {**EVENT, "Đối tượng": cell})


class TestLevels:
    """A title of another level than the scope of its rows is told, and so is one of a district."""

    @pytest.mark.parametrize(
        ("title", "is_told"),
        [
            ("MÔ HÌNH ĐIỂM NĂNG SUẤT CHẤT LƯỢNG CẤP QUỐC GIA", True),
            ("MÔ HÌNH ĐIỂM NHÂN RỘNG TOÀN QUỐC", True),
            ("MÔ HÌNH ĐIỂM CẤP THÀNH PHỐ", False),
            ("DANH SÁCH MÔ HÌNH ĐIỂM", False),
        ],
    )
    def test_of_models(self, title: str, *, is_told: bool) -> None:
        assert [title] * is_told == lines(PilotModel, OF_THE_CITY, title=title)
        assert [] == lines(PilotModel, {**OF_THE_CITY, "Phạm vi": None}, title=title)

    def test_of_a_ministry(self) -> None:
        title = "DOANH NGHIỆP ĐƯỢC TRUNG ƯƠNG HỖ TRỢ"
        assert [title] == lines(Support, {**SUPPORT, "Cấp": "Thành phố"}, title=title)

    def test_of_supports(self) -> None:
        title, row = "HỖ TRỢ DOANH NGHIỆP CẤP BỘ", {**SUPPORT, "Cấp": "Thành phố"}
        assert [title] == lines(Support, row, title=title)
        assert [] == lines(Support, {**row, "Cấp": "Bộ"}, title=title)

    @for_each("known", [{}, {"Phạm vi": "Thành phố"}])
    @for_each(
        ("line", "is_told"),
        [
            ("Mô hình điểm của quận Hà Đông", True),
            ("Mô hình điểm của xã Đông Anh", True),
            ("Quận Hà Đông", False),
            ("Mô hình điểm của thành phố", False),
        ],
    )
    def test_of_a_district(self, known: Row, line: str, *, is_told: bool) -> None:
        group = dict.fromkeys({**MODEL, **known}) | {"Mã": line}
        rows = [{**MODEL, **known}, group, {**MODEL, **known, "Mã": "m2", "MST": "SAMPLE-2"}]
        assert [line] * is_told == lines(PilotModel, *rows)


class TestSums:
    """Each of several counts of a sum is one of the rows."""

    @pytest.mark.parametrize(
        ("line", "is_told"),
        [
            ("Tổng số: 02 mô hình (02 doanh nghiệp)", False),
            ("Tổng số: 02 mô hình (01 doanh nghiệp)", True),
            ("Tổng số: 02 doanh nghiệp", False),
            ("Danh sách 02 mô hình", False),
        ],
    )
    def test_two_counts(self, line: str, *, is_told: bool) -> None:
        rows = [MODEL, {**MODEL, "Mã": "m2", "MST": "SAMPLE-2"}]
        assert [line] * is_told == lines(PilotModel, *rows, below=line)

    def test_two_models_of_one_enterprise(self) -> None:
        rows = [MODEL, {**MODEL, "Mã": "m2", "Ngày công nhận": "06/01/2024"}]
        line = "Tổng số: 02 mô hình (01 doanh nghiệp)"
        assert [] == lines(PilotModel, *rows, below=line)

    def test_of_parts(self) -> None:
        assert [2, 1, 1] == counts_of_sum("Tổng: 02 DN (01 dn mới, 01 DN cũ)", ["Support"])
        assert [] == counts_of_sum("Gồm 02 DN", ["Support"])
        assert [] == counts_of_sum("Tổng: 02 DN", ["ReportedFigure"])

    @pytest.mark.parametrize(
        ("line", "is_told"), [("Tổng số lượt: 5", True), ("Tổng số lượt: 3", False)]
    )
    def test_turns(self, line: str, *, is_told: bool) -> None:
        rows = [{**HEADS, "Số người": 1}, {**HEADS, "Mã": "t2", "Số người": 2}]
        assert [line] * is_told == lines(Training, *rows, below=line)


class TestGroups:
    """A line that counts the rows of its group counts them as they are."""

    @staticmethod
    def rows(*cells: object) -> list[Row]:
        """Return rows of their own keys, and lines in place of texts."""
        return [
            {**dict.fromkeys(SUPPORT), "Mã": cell}
            if isinstance(cell, str)
            else {**SUPPORT, "Mã": f"n{number}", "MST": f"SAMPLE-{cell}"}
            for number, cell in enumerate(cells)
        ]

    @pytest.mark.parametrize(
        ("line", "is_told"),
        [
            ("II. Phường Hà Đông (03 đơn vị)", True),
            ("II. Phường Hà Đông (02 đơn vị)", False),
            ("II. Phường Hà Đông (01 đơn vị)", True),
            ("Phường Hà Đông (01 đơn vị)", False),  # may count the row above it
            ("II. Phường Hà Đông", False),
            ("Cộng: 01 đơn vị", False),
        ],
    )
    def test_of_enterprises(self, line: str, *, is_told: bool) -> None:
        rows = self.rows(1, line, 2, 3, "Tổng cộng: 03 đơn vị")
        assert [line] * is_told == lines(Support, *rows)
        last = self.rows(1, 2, 3, line)
        assert line not in lines(Support, *last)[1:]

    def test_of_subjects(self) -> None:
        line, total = "II. Phường Hà Đông (02 đơn vị)", "Tổng cộng: 04 đơn vị"
        rows = self.rows(1, 4, 5, line, 2, 2, 3, total)
        assert [] == [each for each in lines(Support, *rows) if each == line]

    def test_of_people(self) -> None:
        first, second = ({**HEADS, "Mã": f"t{people}", "Số người": people} for people in (40, 45))
        one, two = ({**dict.fromkeys(HEADS), "Mã": f"{n} người"} for n in ("I. 40", "II. 45"))
        total = {**dict.fromkeys(HEADS), "Mã": "Tổng cộng: 85 người"}
        assert [] == lines(Training, one, first, two, second, total)
        assert ["I. 40 người", "II. 45 người"] == lines(Training, one, second, two, first, total)


class TestRestsOfRows:
    """A line that goes on behind the row above it is told, between rows only."""

    @pytest.mark.parametrize(
        ("line", "is_told"), [("và Công ty CP Tân Á", True), ("Công ty CP Tân Á", False)]
    )
    def test_between_rows(self, line: str, *, is_told: bool) -> None:
        group = {**dict.fromkeys(SUPPORT), "Tên doanh nghiệp": line}
        first, last = SUPPORT, {**SUPPORT, "Mã": "s2", "MST": "SAMPLE-2"}
        assert [line] * is_told == lines(Support, first, group, last)
        assert [] == lines(Support, first, last, title="VÀ HỖ TRỢ DOANH NGHIỆP")


class TestTextsOfARow:
    """A text in doubt, or about others than the one of its row, is told."""

    @pytest.mark.parametrize(
        ("text", "is_told"),
        [
            *(("Tư vấn 5S?", True), ("Tư vấn 5S (?)", True), ("https://a.vn/?id=5", False)),
            *(("Tư vấn 5S 30%", True), ("Tư vấn 5S đạt 80%", True), ("Tư vấn 5S 100%", False)),
            *(("Giảm hàng lỗi 20%", False), ("Cồn y tế độ cồn 70%", False), ("20% 5S", False)),
            *(("Tư vấn 5S x2", True), ("Tư vấn 5S x 2", True), ("Đèn LED 9W x 2", False)),
            *(("Nước mắm 40%", False), ("Tự đánh giá theo bộ tiêu chí 5S", False)),
            *(("xem dòng 2", True), ("Như STT 5", True), ("5S như hồ sơ trên", True)),
            *(("Cải tiến dòng 2", False), ("Theo mục 2 Phụ lục I", False)),
            *(("Tự thực hiện", True), ("DN tự áp dụng 5S", True), ("Tự động hóa kho", False)),
            *(("Gửi tài liệu 5S", True), ("Mua phần mềm ERP", True), ("Vay vốn", True)),
            *(("Quản lý vay vốn", False), ("Áp dụng 5S tại cơ sở Hưng Yên", True)),
            *(("Áp dụng 5S ở nhà máy Hưng Yên", True), ("Áp dụng 5S tại nhà máy", False)),
        ],
    )
    def test_of_a_content(self, text: str, *, is_told: bool) -> None:
        row = {**SUPPORT, "Nội dung hỗ trợ": text}
        assert is_told == bool(read(Support, [row]).telling)
        assert read(Support, [row], ignored=[text]).is_understood

    @pytest.mark.parametrize(
        ("topic", "is_told"),
        [
            *(("Chiêu sinh 5S", True), ("Bế giảng lớp 5S", True), ("Thi cuối khóa", True)),
            *(("Phát chứng chỉ 5S", True), ("Lean 2 đợt", True), ("Lean đợt 2", False)),
            *(("Phát triển sản phẩm", False), ("Thi công an toàn", False)),
        ],
    )
    def test_of_a_course(self, topic: str, *, is_told: bool) -> None:
        assert [Fault.OTHER_SAYING] * is_told == codes(Training, {**HEADS, "Nội dung": topic})

    @pytest.mark.parametrize(
        ("heading", "text", "is_told"),
        [
            *(("Đơn vị công tác", "Công ty Sao Mai 2 người", True),),
            *(("Đơn vị công tác", "Thay cho chị Lan", True), ("Đơn vị công tác", "Sao Mai", False)),
            *(("Đơn vị công tác", "Học thay ông Bình", True), ("Số lao động", "50 người", False)),
        ],
    )
    def test_of_a_person(self, heading: str, text: str, *, is_told: bool) -> None:
        assert is_told == bool(read(Training, [{**TRAINING, heading: text}]).telling)

    @pytest.mark.parametrize(
        ("line", "is_told"),
        [
            *(
                ("Đơn vị phối hợp", True),
                ("II. Đơn vị tư vấn", True),
                ("Các cơ quan chủ trì", True),
            ),
            *(("Phường Hà Đông", False), ("II. Doanh nghiệp", False)),
        ],
    )
    def test_of_a_group(self, line: str, *, is_told: bool) -> None:
        """Who helped is not who was supported, so a group of helpers is told."""
        rows = SUPPORT, {**dict.fromkeys(SUPPORT), "Mã": line}, {**SUPPORT, "Mã": "s2"}
        assert [line] * is_told == lines(Support, *rows)

    @pytest.mark.parametrize(
        ("line", "is_plain"),
        [
            *(("03/04 doanh nghiệp", False), ("Đã hỗ trợ 3/10 doanh nghiệp", False)),
            *(
                ("04/4 doanh nghiệp", True),
                ("0/4 doanh nghiệp", False),
                ("Kèm theo Báo cáo số 12/BC-SKHCN", True),
            ),
        ],
    )
    def test_of_some_of_the_things(self, line: str, *, is_plain: bool) -> None:
        assert is_plain == is_plain_line(line, "Support")

    def test_a_signature_below_the_rows_is_not_a_group(self) -> None:
        rows = SUPPORT, {**dict.fromkeys(SUPPORT), "Mã": "ĐƠN VỊ THỰC HIỆN"}
        assert [] == lines(Support, *rows)
