"""Word the faults of single cells and of their columns, with the remedy for each."""

from collections.abc import Mapping

from nsc_program.intake._messages.problems import Fault
from nsc_program.values._text import Text

OF_CELLS: Mapping[Fault, Text] = {
    Fault.MISSING: Text(
        vi="bắt buộc nhưng chưa có nội dung; hãy điền vào",
        en="it is required but missing; fill it in",
    ),
    Fault.NO_COLUMN: Text(
        vi="bảng không có cột này; hãy chỉ rõ tiêu đề của cột",
        en="the table has no such column; name its heading",
    ),
    Fault.TWO_COLUMNS: Text(
        vi="có nhiều cột cùng mang nội dung này; hãy chọn một cột",
        en="several columns may hold this; choose one",
    ),
    Fault.UNKNOWN_UNIT: Text(
        vi="chưa hiểu đơn vị ghi ở tiêu đề; hãy ghi (đồng), (nghìn đồng), (triệu đồng) hoặc (tỷ "
        "đồng)",
        en="the unit in the heading is not understood; write “(đồng)”, “(nghìn đồng)”, “(triệu "
        "đồng)” or “(tỷ đồng)”",
    ),
    Fault.NOT_A_ROW: Text(
        vi="không phải là một dòng có tên cột; mỗi dòng phải gồm các cặp tên cột và ô",
        en="it is not a row with named cells; give each cell under the name of its column",
    ),
    Fault.EXTRA_CELLS: Text(
        vi="dòng có nhiều ô hơn tiêu đề; hãy kiểm tra dấu ngoặc kép và chỗ xuống dòng",
        en="the row has more cells than the header; look for a missing quotation mark or line end",
    ),
    Fault.CUT_SHORT: Text(
        vi="dòng có ít ô hơn tiêu đề, có thể đã bị cắt; hãy bổ sung",
        en="the row has fewer cells than the header and may be cut off; complete it",
    ),
    Fault.FORMULA: Text(
        vi="ô chứa công thức chưa có kết quả; hãy dán lại dưới dạng giá trị",
        en="the cell holds a formula without a result; paste its value",
    ),
    Fault.ERROR_VALUE: Text(
        vi="ô báo lỗi; hãy sửa công thức hoặc ghi giá trị",
        en="the cell holds an error; correct the formula or write the value",
    ),
    Fault.NOT_TEXT: Text(
        vi="phải là chữ; hãy định dạng cột là văn bản rồi nhập lại",
        en="expected text; format the column as text and enter it again",
    ),
    Fault.NOT_A_DATE: Text(
        vi="phải ghi ngày theo dạng dd/mm/yyyy, như 05/06/2024",
        en="expected a date; write dd/mm/yyyy or yyyy-mm-dd",
    ),
    Fault.NO_SUCH_DAY: Text(
        vi="không có ngày này trong lịch; hãy ghi lại theo dạng dd/mm/yyyy",
        en="there is no such day; write dd/mm/yyyy or yyyy-mm-dd",
    ),
    Fault.WHICH_DAY: Text(
        vi="thời điểm có múi giờ, chưa rõ là ngày nào; hãy chỉ ghi ngày",
        en="a time with a time zone falls on different days in different places; write the day "
        "alone",
    ),
    Fault.DAY_OR_MONTH: Text(
        vi="các ô khác của cột cho thấy tháng có thể đứng trước ngày; hãy ghi năm trước, như "
        "2024-06-05",
        en="other cells of the column show that the month may come first; write the year first, "
        "such as 2024-06-05",
    ),
    Fault.FAR_YEAR: Text(
        vi="năm sau 2100; hãy ghi năm dương lịch",
        en="the year is after 2100; write the year of the Gregorian calendar",
    ),
    Fault.NOT_YEARS: Text(
        vi="phải là kỳ báo cáo, như 2024, 2021-2025, “quý I/2024” hoặc “6 tháng đầu năm 2024”",
        en="expected a period; write it as 2024, 2021-2025, “quý I/2024” or “6 tháng đầu năm 2024”",
    ),
    Fault.WHICH_PERIOD: Text(
        vi="chưa rõ là kỳ nào; hãy ghi rõ kỳ", en="the period is not clear; write it in full"
    ),
    Fault.NOT_YES_OR_NO: Text(
        vi="phải ghi “có” hoặc “không”",
        en="expected yes or no; write “có” or “không”",
    ),
    Fault.UNKNOWN_WORD: Text(
        vi="không thuộc các giá trị của cột này; hãy ghi một trong các giá trị",
        en="the column has no such value; write one of its values",
    ),
    Fault.UNKNOWN_INDICATOR: Text(
        vi="không phải là chỉ tiêu của Kế hoạch; hãy ghi đúng tên chỉ tiêu",
        en="it is not an indicator of the plan; write the name as the plan has it",
    ),
    Fault.NOT_WHOLE: Text(
        vi="phải là số nguyên, như 40",
        en="expected a whole number; write it in digits, such as 40",
    ),
    Fault.NOT_A_YEAR: Text(
        vi="phải là một năm, như 2025",
        en="expected a year; write it in four digits, such as 2025",
    ),
    Fault.NOT_A_NUMBER: Text(
        vi="phải là số, như 150 hoặc 6,5",
        en="expected a number; write it in digits, such as 150 or 6,5",
    ),
    Fault.AMBIGUOUS_NUMBER: Text(
        vi="chưa rõ dấu ngăn cách hàng nghìn hay phần thập phân; hãy bỏ dấu của hàng nghìn",
        en="the point or comma may separate thousands or decimals; leave out separators of "
        "thousands",
    ),
    Fault.FRACTION: Text(
        vi="chưa rõ là phần trăm hay là phần của 1 (0,07 là 7%); hãy ghi cả dấu %, như 7% hoặc "
        "0,07%",
        en="the number may be a percentage or a part of 1 (0.07 is 7%); write the percent sign, "
        "such as 7% or 0.07%",
    ),
    Fault.SEVERAL_LINES: Text(
        vi="ô có nhiều dòng hoặc nhiều giá trị; hãy chỉ ghi một giá trị, trên một dòng",
        en="the cell has several lines or values; write one value, on one line",
    ),
    Fault.FOOTNOTE: Text(
        vi="có ký hiệu chú thích nhỏ ở trên hoặc dưới dòng; hãy đọc chú thích rồi xóa ký hiệu",
        en="it holds a raised or lowered sign, such as a footnote mark; read the footnote and "
        "remove the sign",
    ),
    Fault.MERGED: Text(
        vi="ô gộp của nhiều cột; hãy bỏ gộp và ghi riêng từng ô",
        en="the cell is merged over several columns; split it and fill in every cell",
    ),
    Fault.SCALED: Text(
        vi="định dạng số của ô bỏ bớt hàng nghìn mà đơn vị ở tiêu đề không ghi như vậy; hãy đổi "
        "định dạng của ô",
        en="the number format leaves out thousands, but the unit in the heading does not say so; "
        "change the format",
    ),
    Fault.ROUNDED: Text(
        vi="ô hiện số đã làm tròn, khác với số lưu trong ô; hãy ghi đúng số cần lấy, hoặc cho hiện "
        "đủ chữ số",
        en="the number format rounds the number that the cell holds; write the number that is "
        "meant, or show all its digits",
    ),
    Fault.STRUCK_PART: Text(
        vi="một phần nội dung ô bị gạch ngang; hãy xóa phần đã gạch, hoặc bỏ gạch ngang",
        en="a part of the cell is struck through; delete that part, or remove the line",
    ),
    Fault.SHARED: Text(
        vi="ô gộp của nhiều dòng; hãy ghi riêng số của từng dòng",
        en="the cell is merged over several rows; write the number of every row",
    ),
    Fault.NOT_MONEY: Text(
        vi="phải là số tiền, như 150.000.000 hoặc 1,5 tỷ; nếu không có kinh phí, hãy ghi 0; nếu "
        "chưa biết, hãy để trống",
        en="expected an amount in “đồng”; write it in digits, such as 150.000.000, 0 if there was "
        "no money, or nothing if it is unknown",
    ),
    Fault.LITTLE_MONEY: Text(
        vi="số tiền quá nhỏ nếu tính bằng đồng; hãy ghi đơn vị ở tiêu đề cột, như (triệu đồng)",
        en="the amount is too small for “đồng”; write the unit in the heading, such as “(triệu "
        "đồng)”",
    ),
    Fault.MUCH_MONEY: Text(
        vi="số tiền trên 10.000 tỷ đồng, quá lớn cho một dòng; hãy kiểm tra số tiền và đơn vị",
        en="the amount is more than 10^13 “đồng”, too much for one row; check the amount and its "
        "unit",
    ),
    Fault.NOT_PEOPLE: Text(
        vi="chưa hiểu đơn vị; hãy chỉ ghi số người",
        en="the unit is not understood; write the number of people alone",
    ),
    Fault.OTHER_THINGS: Text(
        vi="đơn vị không phải của chỉ tiêu; hãy ghi số liệu theo đơn vị của chỉ tiêu",
        en="the unit is not that of the indicator; write the figure in the unit of the indicator",
    ),
    Fault.NO_UNIT: Text(
        vi="dòng không ghi đơn vị tính, trong khi các dòng khác có ghi; hãy điền vào",
        en="the row has no unit, although other rows have one; fill it in",
    ),
    Fault.UNKNOWN_ROW_UNIT: Text(
        vi="chưa hiểu đơn vị tính của dòng; hãy ghi như “triệu đồng” hoặc “người”",
        en="the unit of the row is not understood; write one such as “triệu đồng” or “người”",
    ),
    Fault.CONTRARY_UNIT: Text(
        vi="đơn vị tính của dòng khác đơn vị ở tiêu đề hoặc ở ô số liệu; hãy sửa cho khớp",
        en="the unit of the row differs from that of the heading or of the number; correct one of "
        "them",
    ),
    Fault.WHICH_COLUMN: Text(
        vi="đơn vị tính của dòng có thể là của nhiều cột; hãy ghi đơn vị ở tiêu đề từng cột",
        en="the unit of the row may be that of several columns; write the unit in every heading",
    ),
    Fault.PERSONAL_NUMBER: Text(
        vi="có thể là số định danh cá nhân; hãy thay bằng mã ẩn danh",
        en="it may be a citizen's number; give a pseudonym",
    ),
    Fault.PERSONAL_DETAIL: Text(
        vi="có thể là thư điện tử, số hộ chiếu, số thẻ hoặc số điện thoại của một người; hãy thay "
        "bằng mã ẩn danh",
        en="it may be a person's e-mail address, or passport, card or telephone number; give a "
        "pseudonym",
    ),
    Fault.A_NAME: Text(
        vi="có thể là họ tên; hãy thay bằng mã ẩn danh",
        en="it may be a person's name; give a pseudonym",
    ),
    Fault.NOT_A_PERSON: Text(
        vi="không tạo được mã ẩn danh từ giá trị này; hãy kiểm tra có bị mất số 0 ở đầu không",
        en="no pseudonym can be made of it; check whether a leading zero was lost",
    ),
    Fault.NOT_A_CODE: Text(
        vi="phải là mã số doanh nghiệp: 10 chữ số, 13 chữ số nếu là chi nhánh, hoặc mã có chữ cái "
        "và chữ số, viết liền; hãy ghi lại",
        en="expected an enterprise code; write 10 digits, 13 for a branch, or letters and digits "
        "without spaces",
    ),
    Fault.WORDS: Text(
        vi="là chữ, không phải mã số; hãy tra và ghi mã số doanh nghiệp, hoặc mã có chữ cái và "
        "chữ số",
        en="these are words, not a code; look the enterprise code up, or write a key of letters "
        "and digits",
    ),
    Fault.DITTO: Text(
        vi="ô ghi “như trên”; hãy ghi lại nội dung ở từng dòng",
        en="the cell says “as above”; write the content in each row",
    ),
    Fault.OTHER_LETTERS: Text(
        vi="mã có chữ cái của bảng chữ khác, chỉ trông giống; hãy gõ lại mã",
        en="the key has a letter of another alphabet that looks the same; write the key again",
    ),
    Fault.LOOKALIKE: Text(
        vi="mã có chữ “O”, “I” hoặc “l” giữa các chữ số; hãy kiểm tra có phải số 0 hoặc số 1 không",
        en="the key has a letter “O”, “I” or “l” among its digits; check whether it is 0 or 1",
    ),
    Fault.LOST_ZERO: Text(
        vi="có thể đã mất số 0 ở đầu nhưng số kiểm tra không khớp; hãy tra lại mã số",
        en="a leading zero may have been lost, but the check digit does not agree; look the code "
        "up",
    ),
    Fault.LOST_ZEROS: Text(
        vi="số kiểm tra không khớp, có thể là số định danh cá nhân đã mất số 0 ở đầu; hãy tra và "
        "ghi mã số thuế dưới dạng văn bản",
        en="the check digit does not agree; it may be a citizen's number that lost its zeros; "
        "look the tax code up and write it as text",
    ),
    Fault.CHECK_DIGIT: Text(
        vi="số kiểm tra của mã số thuế không khớp, có thể đã gõ sai; hãy tra lại mã số",
        en="the check digit of the tax code does not agree, so it may be mistyped; look the code "
        "up",
    ),
    Fault.SEVERAL: Text(
        vi="ô có thể chứa nhiều mã; mỗi dòng chỉ ghi một mã",
        en="the cell may hold several keys; write one key a row",
    ),
    Fault.UNSEEN: Text(
        vi="có ký tự không nhìn thấy được; hãy xóa đi",
        en="it holds a character that cannot be seen; remove it",
    ),
    Fault.TOO_LONG: Text(
        vi="quá dài để làm mã; hãy dùng mã ngắn hơn",
        en="too long for a key; use a shorter one",
    ),
    Fault.REFUSED: Text(
        vi="giá trị không hợp lệ; hãy sửa lại",
        en="the value is not valid; correct it",
    ),
}
"""The sentences for the faults of cells."""
