"""Word the faults of a row whose sentences have a place for a detail."""

from collections.abc import Mapping

from nsc_program.intake._messages.problems import Fault
from nsc_program.values._text import Text

WITH_DETAIL: Mapping[Fault, Text] = {
    Fault.MISSING: Text(vi="chưa có {}; hãy điền vào", en="the row lacks {}; fill it in"),
    Fault.NO_COLUMN: Text(
        vi="bảng không có cột {}; hãy chỉ rõ tiêu đề của cột này",
        en="the table has no column {}; name its heading",
    ),
    Fault.TWO_COLUMNS: Text(
        vi="có nhiều cột có thể là {}; hãy chọn một cột",
        en="several columns may be {}; choose one",
    ),
    Fault.UNKNOWN_UNIT: Text(
        vi="chưa hiểu đơn vị tính ở tiêu đề {}; hãy ghi (đồng), (nghìn đồng), (triệu đồng) hoặc "
        "(tỷ đồng)",
        en="the unit in the heading {} is not understood; write “(đồng)”, “(nghìn đồng)”, "
        "“(triệu đồng)” or “(tỷ đồng)”",
    ),
    Fault.UNKNOWN_INDICATOR: Text(
        vi="không phải là chỉ tiêu của Kế hoạch; hãy ghi một trong các chỉ tiêu: {}",
        en="it is not an indicator of the plan; write one of {}",
    ),
    Fault.WHICH_PERIOD: Text(vi="chưa rõ là kỳ nào: {}", en="the period is not clear: {}"),
    Fault.NOT_PEOPLE: Text(
        vi="chưa hiểu đơn vị {}; hãy chỉ ghi số người",
        en="the unit {} is not understood; write the number of people alone",
    ),
    Fault.OTHER_THINGS: Text(
        vi="đơn vị {} không phải của chỉ tiêu; hãy ghi số liệu theo đơn vị của chỉ tiêu",
        en="the unit {} is not that of the indicator; write the figure in the unit of the "
        "indicator",
    ),
    Fault.OTHER_KEY: Text(
        vi="tên này đã có ở dòng {} với mã khác; nếu là cùng một đối tượng, hãy sửa lại mã; nếu là "
        "hai đối tượng trùng tên, hãy chấp nhận nội dung ô (--ignore)",
        en="the name stands beside another key in row {}; correct the key if it is the same thing, "
        "or accept what the cell says (--ignore) if two things have one name",
    ),
    Fault.SECOND_DAY: Text(
        vi="ở dòng {}, cùng quyết định này có ngày khác; hãy sửa ngày hoặc số quyết định, hoặc "
        "chấp nhận nội dung ô (--ignore)",
        en="row {} gives this decision another day; correct the day or the number of the "
        "decision, or accept what the cell says (--ignore)",
    ),
    Fault.COPIED_ROW: Text(
        vi="dòng này giống dòng {} ở mọi cột, chỉ khác mã hồ sơ; nếu là một, hãy xóa một dòng; nếu "
        "là hai, hãy chấp nhận mã này (--ignore)",
        en="the row says the same as row {} under another id; delete one of them if they are one "
        "thing, or accept the id (--ignore) if they are two",
    ),
    Fault.APPENDIX: Text(
        vi="mã này là của phụ lục hợp đồng ở dòng {}, của cùng đối tượng; phụ lục không phải một "
        "lần hỗ trợ mới, hãy gộp vào dòng đó; nếu là hai, hãy chấp nhận mã này (--ignore)",
        en="the id is that of an appendix to the contract of row {}, about the same subject; an "
        "appendix is not one more record, so put it into that row, or accept the id (--ignore) if "
        "they are two",
    ),
    Fault.REFUSED: Text(vi="{}", en="{}"),
    Fault.CONTRADICTION: Text(vi="{}", en="{}"),
}
"""The sentences that have a place for a detail; in the others it follows a colon."""
