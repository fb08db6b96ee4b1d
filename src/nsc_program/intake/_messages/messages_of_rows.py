"""Word the faults of rows, and of texts that say more than their places, with remedies."""

from collections.abc import Mapping

from nsc_program.intake._messages.problems import Fault
from nsc_program.values._text import Text

OF_ROWS: Mapping[Fault, Text] = {
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
        vi="không rõ ô hiện giá trị gì vì định dạng số của ô, hoặc vì trang tính không hiện số 0; "
        "hãy đổi định dạng của ô, hoặc cho hiện số 0",
        en="the number format hides the value of the cell, or the sheet hides its zeros; change "
        "the format of the cell, or show the zeros",
    ),
    Fault.HIDDEN_ROW: Text(
        vi="dòng đang bị ẩn hoặc bị lọc; hãy cho hiện dòng này, hoặc chỉ rõ cách xử lý các dòng ẩn",
        en="the row is hidden, by hand or by a filter; show it, or state how hidden rows are "
        "treated",
    ),
    Fault.STRUCK_ROW: Text(
        vi="dòng bị gạch ngang hoặc gạch chéo; hãy bỏ gạch hoặc xóa dòng này, hoặc chỉ rõ cách xử "
        "lý các dòng như vậy",
        en="the row is struck through or crossed out; restore or delete it, or state how such rows "
        "are treated",
    ),
    Fault.UNSEEN_HEADING: Text(
        vi="dòng này ở dưới một tiêu đề bị ẩn hoặc bị gạch ngang; hãy cho hiện hoặc bỏ gạch tiêu "
        "đề đó, hoặc chỉ rõ cách xử lý các dòng như vậy",
        en="the row stands beneath a heading or line that is hidden or struck through; show or "
        "restore it, or state how such rows are treated",
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
    Fault.OTHER_KIND: Text(
        vi="tên này cho thấy đối tượng không phải là loại hình được tính ở dòng; hãy kiểm tra tên "
        "và loại hình, hoặc chấp nhận nội dung ô (--ignore)",
        en="the name is that of another kind of enterprise or body than the row counts; check the "
        "name and the kind, or accept what the cell says (--ignore)",
    ),
    Fault.OTHER_KEY: Text(
        vi="tên này đã có ở một dòng trước với mã khác; nếu là cùng một đối tượng, hãy sửa lại "
        "mã; nếu là hai đối tượng trùng tên, hãy chấp nhận nội dung ô (--ignore)",
        en="the name stands beside another key in an earlier row; correct the key if it is the "
        "same thing, or accept what the cell says (--ignore) if two things have one name",
    ),
    Fault.EARLIER_DAY: Text(
        vi="ngày cấp chứng chỉ sớm hơn ngày đào tạo hoặc năm ban hành tiêu chuẩn; hãy kiểm tra "
        "lại các ngày và tiêu chuẩn",
        en="the certificate is dated before the training, or before its standard was issued; "
        "check the days and the standard",
    ),
    Fault.EARLY_FIGURE: Text(
        vi="số liệu được ban hành khi kỳ báo cáo chưa kết thúc nhưng không ghi là số ước; hãy "
        "kiểm tra kỳ và ngày ban hành, hoặc ghi rõ là số ước",
        en="the figure was issued before its period ended and is not called an estimate; check "
        "the period and the day, or say that it is an estimate",
    ),
    Fault.OTHER_TOTAL: Text(
        vi="số tổng của dòng khác với tổng các nguồn kinh phí của dòng; hãy kiểm tra các số này, "
        "hoặc chấp nhận nội dung ô (--ignore)",
        en="the total of the row is not the sum of its sources of money; check these numbers, or "
        "accept what the cell says (--ignore)",
    ),
    Fault.LARGER_PART: Text(
        vi="số này lớn hơn số người của dòng, hoặc cộng nam và nữ khác số người đó; hãy kiểm tra "
        "lại các số, hoặc chấp nhận nội dung ô (--ignore)",
        en="the number is above the number of people of the row, or men and women do not add up to "
        "it; check these numbers, or accept what the cell says (--ignore)",
    ),
    Fault.SECOND_DAY: Text(
        vi="ở dòng trước, cùng quyết định này có ngày khác; hãy sửa ngày hoặc số quyết định, hoặc "
        "chấp nhận nội dung ô (--ignore)",
        en="an earlier row gives this decision another day; correct the day or the number of the "
        "decision, or accept what the cell says (--ignore)",
    ),
    Fault.FAR_VALUE: Text(
        vi="giá trị này cách rất xa các giá trị khác của cột; hãy kiểm tra đơn vị tính hoặc năm, "
        "hoặc chấp nhận nội dung ô (--ignore)",
        en="the value is far from all others of its column; check its unit or its year, or accept "
        "what the cell says (--ignore)",
    ),
    Fault.COPIED_ROW: Text(
        vi="dòng này giống một dòng trước ở mọi cột, chỉ khác mã hồ sơ; nếu là một, hãy xóa một "
        "dòng; nếu là hai, hãy chấp nhận mã này (--ignore)",
        en="the row says the same as an earlier row under another id; delete one of them if they "
        "are one thing, or accept the id (--ignore) if they are two",
    ),
    Fault.APPENDIX: Text(
        vi="mã này là của phụ lục hợp đồng ở một dòng khác, của cùng đối tượng; hãy gộp hai dòng; "
        "nếu là hai, hãy chấp nhận mã này (--ignore)",
        en="the id is that of an appendix to the contract of another row, about the same subject; "
        "put both into one row, or accept the id (--ignore) if they are two",
    ),
    Fault.SHARED_PAPER: Text(
        vi="số giấy này có ở dòng của người khác; mỗi người có một số riêng, hãy kiểm tra lại số, "
        "hoặc chấp nhận nội dung ô (--ignore)",
        en="the number of this paper stands in the row of another person too, and each has an own "
        "one; check the number, or accept what the cell says (--ignore)",
    ),
    Fault.BELOW_SUM: Text(
        vi="dòng này ở dưới dòng tổng cộng, có thể không thuộc danh sách; hãy đưa dòng lên trên "
        "dòng tổng cộng hoặc xóa đi, hoặc bỏ qua dòng tổng cộng (--ignore)",
        en="the row stands below the sum, and may not belong to the list; move it above the sum "
        "or delete it, or ignore the line of the sum (--ignore)",
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
"""The sentences for the faults of rows, and of texts beside others."""
