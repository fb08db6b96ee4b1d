"""Word every fault of a row, with its remedy, in both languages."""

from collections.abc import Mapping
from functools import lru_cache

from nsc_program.intake._messages_with_detail import WITH_DETAIL
from nsc_program.intake._problems import Fault
from nsc_program.values._text import Text

_MESSAGES: Mapping[Fault, Text] = {
    Fault.MISSING: Text(
        vi="ô bắt buộc chưa có nội dung; hãy điền vào",
        en="the cell is required but empty; fill it in",
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
        vi="phải là năm, như 2024 hoặc 2021-2025",
        en="expected years; write them as 2024 or 2021-2025",
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
    Fault.NOT_A_NUMBER: Text(
        vi="phải là số, như 150 hoặc 6,5",
        en="expected a number; write it in digits, such as 150 or 6,5",
    ),
    Fault.AMBIGUOUS_NUMBER: Text(
        vi="chưa rõ dấu ngăn cách hàng nghìn hay phần thập phân; hãy bỏ dấu của hàng nghìn",
        en="the point or comma may separate thousands or decimals; leave out separators of "
        "thousands",
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
    Fault.CONTRADICTION: Text(
        vi="các ô của dòng mâu thuẫn nhau; hãy kiểm tra lại",
        en="the cells of the row contradict each other; check them",
    ),
    Fault.OTHER_VALUE: Text(
        vi="ô này khác giá trị chung của mọi dòng; hãy sửa ô, bỏ giá trị chung (--value), hoặc bỏ "
        "qua cột này (--ignore)",
        en="the cell differs from the value that was given for all rows; correct the cell, do not "
        "give the value (--value), or ignore this column (--ignore)",
    ),
    Fault.OTHER_PERIOD: Text(
        vi="dòng không thuộc thời gian ghi ở tiêu đề cột; hãy sửa ngày của dòng hoặc tiêu đề",
        en="the row is not of the period in the heading; correct its day or the heading",
    ),
    Fault.OTHER_NAME: Text(
        vi="mã này đứng cạnh tên khác ở một dòng trước; hãy kiểm tra mã và tên, sửa mã nếu là hai "
        "đối tượng, hoặc ghi cùng một tên",
        en="the key stands beside another name in an earlier row; check both, correct the key of "
        "one of two different things, or write the same name",
    ),
    Fault.LIKE_KEY: Text(
        vi="mã này chỉ khác cách viết so với mã ở một dòng trước; nếu là một, hãy viết thống nhất",
        en="the key is like that of an earlier row and written differently; if it is the same, "
        "write it in one way",
    ),
    Fault.SCIENTIFIC: Text(
        vi="bảng tính đã làm tròn dãy số này; hãy lấy lại mã gốc và định dạng cột là văn bản",
        en="a spreadsheet has rounded this number; take the key from its source and format the "
        "column as text",
    ),
    Fault.DECIMAL_ZERO: Text(
        vi="mã bị thêm phần thập phân; hãy định dạng cột là văn bản và ghi lại mã",
        en="a decimal zero was added to the key; format the column as text and write the key again",
    ),
    Fault.CANCELLED: Text(
        vi="dòng ghi là đã hủy, dừng hoặc không đạt; hãy bỏ dòng này, hoặc chỉ rõ cách dùng cột "
        "này",
        en="the row says that it was cancelled, stopped or not accepted; remove it, or state how "
        "the column is used",
    ),
    Fault.NOT_DONE: Text(
        vi="dòng ghi là chưa xong nhưng lại có ngày hoàn thành; hãy kiểm tra lại",
        en="the row says that it is not done, but has a day of completion; check it",
    ),
    Fault.STILL_TO_COME: Text(
        vi="ngày này sau ngày ghi nhận, khi đó việc chưa diễn ra; hãy sửa ngày này hoặc ngày ghi "
        "nhận",
        en="the day is after the day of recording, when it had not come yet; correct one of them",
    ),
    Fault.OTHER_COUNT: Text(
        vi="dòng này ghi số lượng khác với số dòng đọc được; hãy bổ sung các dòng còn thiếu hoặc "
        "sửa số lượng",
        en="the line states another count than the table has rows; add the missing rows or correct "
        "the count",
    ),
    Fault.OTHER_SUM: Text(
        vi="số tổng khác với tổng của các dòng đọc được; hãy bổ sung các dòng còn thiếu hoặc sửa "
        "số tổng",
        en="the sum is not that of the rows; add the missing rows or correct the sum",
    ),
    Fault.NOT_SHOWN: Text(
        vi="không rõ ô hiện giá trị gì vì định dạng số của ô; hãy đổi định dạng của ô",
        en="the number format hides the value that the cell shows; change the format of the cell",
    ),
    Fault.HIDDEN_ROW: Text(
        vi="dòng đang bị ẩn hoặc bị lọc; hãy cho hiện dòng này, hoặc chỉ rõ cách xử lý các dòng ẩn",
        en="the row is hidden, by hand or by a filter; show it, or state how hidden rows are "
        "treated",
    ),
    Fault.STRUCK_ROW: Text(
        vi="dòng bị gạch ngang; hãy bỏ gạch hoặc xóa dòng này, hoặc chỉ rõ cách xử lý các dòng "
        "như vậy",
        en="the row is struck through; restore or delete it, or state how such rows are treated",
    ),
    Fault.OTHER_TABLE: Text(
        vi="dòng thuộc một bảng khác có tiêu đề khác; hãy tách bảng này thành một trang riêng",
        en="the row belongs to another table with other headings; put that table on its own sheet",
    ),
    Fault.ASSUMED_LINE: Text(
        vi="dòng phía trên hoặc tên trang tính ghi điều mà bảng không có cột; hãy thêm cột, "
        "chỉ rõ giá trị bằng --value, hoặc bỏ qua dòng đó",
        en="a line above, or the name of the sheet, states a value for which the table has no "
        "column; add the column, give the value with --value, or leave the line out",
    ),
    Fault.DOUBTFUL_LINE: Text(
        vi="dòng này ở dưới một tiêu đề nói về dự kiến, kế hoạch hoặc việc đã hủy; hãy "
        "kiểm tra, hoặc cho biết bỏ qua tiêu đề đó",
        en="the row stands below a line about planned or cancelled work; check it, or state that "
        "the line is ignored",
    ),
    Fault.OTHER_UNIT: Text(
        vi="đơn vị tính thay đổi ở giữa bảng; hãy dùng một đơn vị cho cả bảng",
        en="the unit changes within the table; use one unit for the whole table",
    ),
    Fault.UNFINISHED_LINE: Text(
        vi="dòng này có ngày hoàn thành nhưng ở dưới một tiêu đề nói là chưa xong; hãy kiểm tra, "
        "hoặc cho biết bỏ qua tiêu đề đó",
        en="the row has a day of completion, but stands below a line that says that it is not "
        "done; check it, or state that the line is ignored",
    ),
    Fault.DOUBTFUL_NOTE: Text(
        vi="ghi chú gắn vào một ô của dòng có thể nói về việc hủy, chưa xong, dự kiến hoặc ghi "
        "sai; hãy kiểm tra rồi xóa ghi chú, hoặc cho biết bỏ qua ghi chú đó",
        en="a note on a cell of the row may be about cancelled, unfinished or planned work or a "
        "mistake; check it and remove the note, or state that the note is ignored",
    ),
    Fault.NO_RECORD: Text(
        vi="dòng này có thể là tên nhóm hoặc số thứ tự cột, không phải hồ sơ; nếu đúng, hãy xóa "
        "dòng khỏi tệp nguồn và nhập lại",
        en="the row may be the name of a group or the numbers of columns, not a record; if so, "
        "delete it from the source file and read the file again",
    ),
    Fault.SEVERAL_RECORDS: Text(
        vi="dòng có thể gộp nhiều hồ sơ; hãy ghi mỗi hồ sơ một dòng",
        en="the row may stand for several records; write one record a row",
    ),
    Fault.NO_PROOF: Text(
        vi="ô này không phải là tên tiêu chuẩn, tên tổ chức chứng nhận hoặc số quyết định công "
        "nhận, nên chưa đủ căn cứ để tính; hãy ghi lại, hoặc chấp nhận nội dung ô (--ignore)",
        en="the cell does not name a standard, a certifier or a decision of recognition, so the "
        "record cannot count by it; write it again, or accept what the cell says (--ignore)",
    ),
    Fault.OTHER_SAYING: Text(
        vi="ô này còn nói điều khác với nội dung của cột, hoặc gộp nhiều đối tượng; hãy kiểm tra "
        "lại dòng, hoặc chấp nhận nội dung ô (--ignore)",
        en="the cell says something else than its column asks for, or names several things; check "
        "the row, or accept what the cell says (--ignore)",
    ),
    Fault.OTHER_DAY: Text(
        vi="ô này ghi ngày hoặc năm khác với ngày của dòng; hãy sửa cho khớp, hoặc chấp nhận nội "
        "dung ô (--ignore)",
        en="the cell names another day or year than the row; correct one of them, or accept what "
        "the cell says (--ignore)",
    ),
    Fault.NO_DAY: Text(
        vi="ô này nói về giấy chứng nhận hoặc công nhận, nhưng dòng chưa có ngày cấp, nên chưa "
        "được tính; hãy bổ sung ngày, hoặc chấp nhận nội dung ô (--ignore)",
        en="the cell is about a certificate or an accreditation, but the row lacks its day, so it "
        "does not count; fill in the day, or accept what the cell says (--ignore)",
    ),
    Fault.SAME_MADE_ID: Text(
        vi="các dòng có cùng mã ghép nhưng khác nhau ở những cột không đọc; hãy ghép mã từ thêm "
        "một cột phân biệt các dòng này (--id-from)",
        en="rows with the same made id differ in columns that are not read; make the id from one "
        "more column that tells them apart (--id-from)",
    ),
    Fault.OTHER_BESIDE: Text(
        vi="dòng lặp lại một hồ sơ đã nhận nhưng khác ở cột không đọc này; hãy kiểm tra có phải "
        "là hồ sơ khác không",
        en="the row repeats a record but differs in this column, which is not read; check whether "
        "it is a different record",
    ),
    Fault.KEY_CHANGED: Text(
        vi="mã hồ sơ này đã dùng cho đối tượng khác; hãy cấp mã riêng cho từng hồ sơ",
        en="this id is already used for another thing; give every record its own id",
    ),
    Fault.SAME_ID: Text(
        vi="nhiều dòng cùng mã nhưng khác nội dung, chưa tiếp nhận dòng nào; hãy chỉ giữ dòng đúng",
        en="rows with the same id differ, so all of them are rejected; keep the right one",
    ),
    Fault.ZERO_RESTORED: Text(
        vi="đã khôi phục số 0 bị mất ở đầu (số kiểm tra khớp); hãy sửa trong bảng gốc",
        en="a lost leading zero was restored (the check digit agrees); correct it in the source",
    ),
    Fault.UNSEEN_REMOVED: Text(
        vi="đã xóa ký tự không nhìn thấy được; hãy xóa trong bảng gốc",
        en="characters that cannot be seen were removed; remove them in the source",
    ),
}


@lru_cache(maxsize=1024)
def message(fault: Fault, detail: Text | None = None) -> Text:
    """Return the sentence for a fault.

    Args:
        fault: the kind of fault.
        detail: more about the fault, which the sentence then includes.
    """
    if detail is None or fault not in WITH_DETAIL:
        return with_detail(_MESSAGES[fault], detail)
    sentence = WITH_DETAIL[fault]
    return Text(vi=sentence.vi.format(detail.vi), en=sentence.en.format(detail.en))


def with_detail(sentence: Text, detail: Text | None) -> Text:
    """Return a sentence, followed by a colon and the detail.

    Args:
        sentence: the sentence for a fault.
        detail: more about the fault; `None` leaves the sentence as it is.
    """
    if detail is None:
        return sentence
    return Text(vi=f"{sentence.vi}: {detail.vi}", en=f"{sentence.en}: {detail.en}")
