"""Units above a table, in a heading or behind a number, and texts that are not units."""

import pytest

from each import for_each
from nsc_program import ReportedFigure, Support, Training
from nsc_program.intake import Fault
from nsc_program.intake._headings.headings import column_of, says_its_unit, unit_of
from nsc_program.intake._words.stated_units import stated_in
from nsc_program.intake._words.units import Of, Unit, unit_in, without_unit
from rows import HEADS, REPORT, SUPPORT, accepted, refused

STATE = "funding.state-budget"


class TestGrammar:
    """One grammar of units; a text that it does not understand is not a unit."""

    @for_each(
        ("text", "factor"),
        [
            ("đồng", 1),
            ("VNĐ", 1),
            ("VN đồng", 1),
            ("đ", 1),
            ("100 đồng", 100),
            ("nghìn đồng", 1000),
            ("ngàn đồng", 1000),
            ("ngđ", 1000),
            ("n.đ", 1000),
            ("1.000 đồng", 1000),
            ("1000đ", 1000),
            ("(nghìn đ)", 1000),
            ("tr.đ", 10**6),
            ("tr", 10**6),
            ("Triệu Đồng", 10**6),
            ("trieu dong", 10**6),
            ("1.000.000 đồng", 10**6),
            ("10 triệu đồng", 10**7),
            ("tỷ", 10**9),
            ("tỉ đồng", 10**9),
            ("nghìn tỷ", 10**12),
            ("thousand VND", 1000),
            ("ĐVT: triệu đồng", 10**6),
        ],
    )
    def test_a_unit_of_money_has_a_factor(self, text: str, factor: int) -> None:
        assert Unit(factor, Of.MONEY) == unit_in(text)

    @for_each(
        ("text", "factor", "of"),
        [
            ("người", 1, Of.PEOPLE),
            ("đại biểu", 1, Of.PEOPLE),
            ("học viên", 1, Of.PEOPLE),
            ("lượt người", 1, Of.PARTICIPATIONS),
            ("lượt", 1, Of.TURNS),
            ("DN", 1, Of.ENTERPRISES),
            ("trăm DN", 100, Of.ENTERPRISES),
            ("đơn vị", 1, Of.UNITS),
            ("lớp", 1, Of.COURSES),
            ("hồ sơ", 1, Of.FILES),
            ("nghìn người", 1000, Of.PEOPLE),
        ],
    )
    def test_a_unit_of_counted_things_has_a_factor(self, text: str, factor: int, of: Of) -> None:
        assert Unit(factor, of) == unit_in(text)

    def test_a_percent_sign_is_the_unit_of_shares(self) -> None:
        assert Unit(1, Of.SHARE) == unit_in("(%)")

    @for_each(
        "text",
        [
            "",
            "USD",
            "nghìn",
            "n",
            "ng",
            "n đồng",
            "1.000",
            "đ/người",
            "triệu đồng?",
            "€",
            "k",
            "1000 người",
        ],
    )
    def test_an_incomplete_or_unknown_unit_is_not_understood(self, text: str) -> None:
        assert unit_in(text) is None

    def test_a_unit_can_end_a_heading(self) -> None:
        assert ("kinh phi", Unit(10**6, Of.MONEY)) == without_unit("kinh phi trieu dong")
        assert ("nguon khac", None) == without_unit("nguon khac")


class TestStated:
    """The unit that a line above a table states for its numbers."""

    @for_each(
        ("line", "unit"),
        [
            ("Biểu 01 - Đơn vị tính: triệu đồng", "triệu đồng"),
            ("Đơn vị: triệu đồng.", "triệu đồng"),
            ("(Triệu đồng)", "Triệu đồng"),
            ("DVT: tr.d", "tr.d"),
            ("Đơn vị tính: USD", "USD"),
            ("Đơn vị: nghìn USD", "nghìn USD"),
            ("ĐVT: triệu đồng, người", "triệu đồng, người"),
            ("Đơn vị: Sở Khoa học và Công nghệ", None),
            ("Đơn vị: Văn phòng Hội đồng mẫu", None),
            ("Đơn vị tính:", None),
            ("Năm 2024", None),
        ],
    )
    def test_a_line_states_a_unit_unless_it_names_an_office(
        self, line: str, unit: str | None
    ) -> None:
        assert unit == stated_in(line)


class TestHeadings:
    """The unit of a column: in a bracket, at the end of its words, or in a row of its own."""

    @for_each(
        ("heading", "factor"),
        [
            ("NSNN", 1),
            ("NSNN (2)", 1),
            ("NSNN (triệu đồng)", 10**6),
            ("NSNN triệu đồng", 10**6),
            ("NSNN › triệu đồng", 10**6),
            ("NSNN › 1.000 đồng", 1000),
            ("NSNN › (nghìn đồng)", 1000),
            ("Kinh phí (triệu đồng) › NSNN", 10**6),
            ("Kinh phí triệu đồng › NSNN", 10**6),
            ("Doanh nghiệp › NSNN", 1),
        ],
    )
    def test_the_unit_of_money_is_found_in_the_heading(self, heading: str, factor: int) -> None:
        assert STATE == column_of(heading, (STATE,))
        assert Unit(factor, Of.MONEY) == unit_of(heading, STATE)
        assert (factor != 1) == says_its_unit(heading, STATE)

    @pytest.mark.parametrize(
        "heading", ["NSNN (USD)", "NSNN (người)", "NSNN (đồng) › triệu đồng", "NSNN (được duyệt)"]
    )
    def test_another_unit_in_a_heading_of_money_is_not_understood(self, heading: str) -> None:
        assert unit_of(heading, STATE) is None
        assert says_its_unit(heading, STATE)

    def test_the_unit_of_people_is_found_in_the_heading(self) -> None:
        assert Unit(1000, Of.PEOPLE) == unit_of("Số người › nghìn người", "headcount")
        assert Unit(1, Of.PEOPLE) == unit_of("Số người (người)", "headcount")
        assert unit_of("Số người (đồng)", "headcount") is None


class TestCells:
    """A cell is in the unit that it names, or else in the unit of its heading."""

    @pytest.mark.parametrize(
        ("heading", "cell", "vnd"),
        [
            ("NSNN", "1,5 tỷ", 1_500_000_000),
            ("NSNN", "150 triệu", 150_000_000),
            ("NSNN", "75.500.000đ", 75_500_000),
            ("NSNN", "75.500.000", 75_500_000),
            ("NSNN (triệu đồng)", "1.200,25", 1_200_250_000),
            ("NSNN (triệu đồng)", "1.200.000 đồng", 1_200_000),
            ("NSNN (triệu đồng)", 0, 0),
        ],
    )
    def test_an_amount_is_in_its_own_unit_or_in_that_of_its_heading(
        self, heading: str, cell: object, vnd: int
    ) -> None:
        assert [vnd] == [each.vnd for each in accepted(Support, SUPPORT, heading, cell).funding]

    @pytest.mark.parametrize(
        ("heading", "cell", "fault"),
        [
            ("NSNN", "150 USD", Fault.NOT_MONEY),
            ("NSNN", "150 người", Fault.NOT_MONEY),
            ("NSNN", 150, Fault.LITTLE_MONEY),
            ("NSNN (triệu đồng)", "0,0000001", Fault.NOT_MONEY),
            ("NSNN (triệu đồng)", "1.500", Fault.AMBIGUOUS_NUMBER),
        ],
    )
    def test_a_small_ambiguous_or_foreign_amount_is_refused(
        self, heading: str, cell: object, fault: Fault
    ) -> None:
        assert fault == refused(Support, SUPPORT, heading, cell)[0]

    @pytest.mark.parametrize(
        ("heading", "cell", "heads"),
        [
            ("Số người", "50 người", 50),
            ("Số người", "1.050", 1050),
            ("Số lượng (nghìn người)", "1,5", 1500),
            ("Số lượng (nghìn người)", 2, 2000),
        ],
    )
    def test_a_headcount_is_in_its_own_unit_or_in_that_of_its_heading(
        self, heading: str, cell: object, heads: int
    ) -> None:
        row = {name: value for name, value in HEADS.items() if name != "Số người"}
        assert heads == accepted(Training, row, heading, cell).headcount

    @pytest.mark.parametrize("cell", ["khoảng 40", "50 đồng", "1,5", "1,5 người"])
    def test_a_headcount_that_is_not_a_whole_number_of_people_is_refused(self, cell: str) -> None:
        assert refused(Training, HEADS, "Số người", cell)[0] in (Fault.NOT_WHOLE, Fault.NOT_PEOPLE)

    def test_a_headcount_of_half_a_person_is_refused(self) -> None:
        row = {name: value for name, value in HEADS.items() if name != "Số người"}
        assert Fault.NOT_WHOLE == refused(Training, row, "Số lượng (nghìn người)", "0,0005")[0]

    def test_a_sign_before_three_digits_groups_thousands_only_in_a_count(self) -> None:
        """In a share or a measured value, the sign may begin decimals."""
        assert 1250 == accepted(ReportedFigure, REPORT, "Giá trị", "1.250").value.low
        assert 310 == accepted(ReportedFigure, REPORT, "Giá trị", "310 DN").value.low
        row = {**REPORT, "Chỉ tiêu": "sample"}
        assert (Fault.AMBIGUOUS_NUMBER, "1250") == refused(ReportedFigure, row, "Giá trị", "1.250")
