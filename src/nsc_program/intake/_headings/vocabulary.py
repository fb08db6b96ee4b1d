"""The words of headings that stand for each column, in Vietnamese and English."""

from collections.abc import Mapping

from nsc_program.intake._words.words import folded

FUNDING = "funding."
"""The beginning of the name of a column of money; the id of the source follows."""

_CODES = (
    "mã số doanh nghiệp|mã số thuế|mã số thuế doanh nghiệp|mã số thuế của doanh nghiệp|"
    "mã số đăng ký doanh nghiệp"
)

HEADINGS: Mapping[str, str] = {
    "id": "mã|mã bản ghi|mã hồ sơ|số hồ sơ|mã số hồ sơ|mã định danh|mã lớp|mã lớp học|mã khóa|"
    "mã khóa học|mã mô hình|mã hợp đồng|mã nhiệm vụ|ID|record",
    "recorded_on": "ngày nhập|ngày ghi nhận|ngày cập nhật",
    "annulled": "hủy|huỷ|đã hủy|hủy bỏ",
    "verified": "đã xác minh|xác minh|đã kiểm tra|đã thẩm định",
    "document": "văn bản|tài liệu|căn cứ|số văn bản",
    "code": _CODES,
    "enterprise": _CODES,
    "name": "tên|tên doanh nghiệp|tên đơn vị|tên tổ chức",
    "kind": "loại hình|loại hình doanh nghiệp|loại",
    "locality": "địa bàn|quận huyện|quận, huyện|xã phường|phường, xã",
    "started_on": "ngày bắt đầu|bắt đầu|từ ngày|thời gian bắt đầu|thời điểm bắt đầu|ngày BĐ|"
    "ngày bắt đầu hỗ trợ|ngày bắt đầu thực hiện|ngày bắt đầu triển khai|thời gian bắt đầu hỗ trợ|"
    "thời gian bắt đầu thực hiện|bắt đầu hỗ trợ|bắt đầu thực hiện|bắt đầu triển khai",
    "completed_on": "ngày hoàn thành|hoàn thành|ngày kết thúc|kết thúc|đến ngày|"
    "thời gian hoàn thành|thời gian kết thúc|thời điểm hoàn thành|thời điểm kết thúc|"
    "ngày nghiệm thu|ngày HT|ngày KT|ngày hoàn thành thực tế|ngày kết thúc thực tế|"
    "ngày hoàn thành hỗ trợ|ngày kết thúc hỗ trợ|thời gian hoàn thành hỗ trợ|"
    "thời gian kết thúc hỗ trợ|hoàn thành hỗ trợ|kết thúc hỗ trợ",
    "level": "cấp|cấp nhiệm vụ|cấp quản lý|cấp hỗ trợ|cấp thực hiện",
    "solutions": "nhóm giải pháp|giải pháp|các nhóm giải pháp",
    "person": "mã người|mã người học|mã học viên|mã cán bộ|mã cá nhân|mã ẩn danh|mã chuyên gia|"
    "CCCD|số CCCD|căn cước|căn cước công dân|số căn cước công dân|số định danh|"
    "số định danh cá nhân|CMND|CMND/CCCD",
    "headcount": "số người|số lượng|số lượng học viên|số lượng người|số học viên|"
    "số người tham gia|số học viên tham gia|sĩ số|số lượt người|số học viên tổng|"
    "số học viên tổng số|số học viên tổng cộng|số người tổng|số người tổng số|số người tổng cộng",
    "on": "ngày|ngày tổ chức|ngày đào tạo|ngày tập huấn|ngày học|thời gian|thời gian tổ chức",
    "audience": "đối tượng|nhóm đối tượng",
    "topic": "nội dung|chủ đề|chuyên đề|tên lớp|tên khóa học",
    "trained_on": "ngày đào tạo|ngày hoàn thành đào tạo",
    "standard": "tiêu chuẩn|chuẩn mực|đạt tiêu chuẩn",
    "certified_on": "ngày chứng nhận|ngày cấp chứng nhận|ngày cấp chứng chỉ|"
    "ngày cấp giấy chứng nhận|chứng nhận ngày cấp|chứng chỉ ngày cấp|giấy chứng nhận ngày cấp",
    "scheme": "chương trình chứng nhận|tổ chức chứng nhận",
    "expires_on": "ngày hết hạn|hết hạn|hiệu lực đến|có giá trị đến|ngày hết hiệu lực",
    "regional_on": "ngày đạt trình độ khu vực|trình độ khu vực|khu vực",
    "international_on": "ngày đạt trình độ quốc tế|trình độ quốc tế|quốc tế",
    "renewal": "cấp lại|gia hạn|công nhận lại",
    "recognised_on": "ngày công nhận|ngày quyết định|công nhận|quyết định ngày|"
    "quyết định công nhận ngày",
    "decision": "quyết định|số quyết định|quyết định công nhận|quyết định số|"
    "quyết định công nhận số|số quyết định công nhận",
    "scope": "phạm vi|quy mô",
    "withdrawn_on": "ngày thu hồi|thu hồi",
    "registration": "số đăng ký|mã số đăng ký|số giấy chứng nhận đăng ký|số công nhận",
    "activities": "lĩnh vực|hoạt động|lĩnh vực hoạt động",
    "strengthened_on": "ngày được tăng cường năng lực|ngày tăng cường năng lực|"
    "tăng cường năng lực|ngày tăng cường|ngày được tăng cường",
    "conforming_since": "đạt chuẩn từ|đạt chuẩn mực từ|ngày đạt chuẩn",
    "conforming_until": "đạt chuẩn đến|đạt chuẩn mực đến",
    "serves_key_products": "phục vụ sản phẩm chủ lực|sản phẩm chủ lực",
    "indicator": "chỉ tiêu|mã chỉ tiêu",
    "period": "giai đoạn|năm|kỳ|kỳ báo cáo",
    "period.start": "từ ngày|kỳ từ",
    "period.end": "đến ngày|kỳ đến",
    "value": "giá trị|số liệu|kết quả|kết quả thực hiện|thực hiện",
    "issued": "ngày báo cáo|ngày ban hành|ngày ký",
    "estimate": "ước thực hiện|là số ước|ước",
    "part": "phần của chỉ tiêu|phần|phân tổ|nhóm",
    "issuer": "cơ quan báo cáo|đơn vị báo cáo|nơi báo cáo",
    "spending_year": "năm chi|năm ngân sách|niên độ|niên độ ngân sách|năm chi ngân sách|"
    "năm chi kinh phí|năm sử dụng kinh phí|năm giải ngân",
    f"{FUNDING}state-budget": "ngân sách|ngân sách nhà nước|kinh phí ngân sách|"
    "kinh phí ngân sách nhà nước|vốn ngân sách|vốn ngân sách nhà nước|nguồn ngân sách|"
    "nguồn ngân sách nhà nước|kinh phí từ ngân sách nhà nước|ngân sách nhà nước hỗ trợ|"
    "kinh phí ngân sách nhà nước hỗ trợ",
    f"{FUNDING}other-lawful": "nguồn khác|nguồn hợp pháp khác|các nguồn hợp pháp khác|"
    "nguồn vốn hợp pháp khác|các nguồn vốn hợp pháp khác|nguồn kinh phí hợp pháp khác|"
    "các nguồn khác|nguồn huy động|nguồn huy động hợp pháp khác|kinh phí khác|kinh phí xã hội hóa|"
    "nguồn xã hội hóa|nguồn vốn khác|vốn khác|đối ứng|kinh phí đối ứng|đối ứng của doanh nghiệp|"
    "kinh phí đối ứng của doanh nghiệp|kinh phí doanh nghiệp đối ứng|doanh nghiệp đối ứng|"
    "vốn đối ứng|vốn đối ứng của doanh nghiệp",
}
"""The words for each column besides its own name, separated by bars."""

ALSO: Mapping[str, str] = {
    "id": "số hợp đồng",
    "code": "mã doanh nghiệp",
    "enterprise": "mã doanh nghiệp",
    "headcount": "số người tham dự|số người dự|số người dự học|số người học|số học viên tham dự|"
    "số học viên dự|số lượng người tham gia|số lượng người tham dự|số lượng học viên tham gia|"
    "số lượng học viên tham dự|số đại biểu|số đại biểu tham dự|số đại biểu tham gia|"
    "số lượng đại biểu|tổng số người|tổng số học viên|tổng số đại biểu|tổng số người tham gia|"
    "tổng số người tham dự|tổng số học viên tham gia|tổng số học viên tham dự|tổng số lượt người|"
    "tổng số người học|số lượt học viên|số lượt người tham gia|số lượt người tham dự|"
    "số cán bộ tham dự|số cán bộ tham gia|số người được đào tạo|số người được tập huấn",
    "on": "đến ngày|thời gian đến ngày|thời gian tổ chức đến ngày|ngày kết thúc|"
    "thời gian đào tạo|thời gian tập huấn|thời gian học",
    "indicator": "tên chỉ tiêu",
    "value": "giá trị thực hiện|số liệu thực hiện|số thực hiện",
    "started_on": "ngày ký hợp đồng|ngày hợp đồng|hợp đồng ngày ký",
    "completed_on": "ngày thanh lý|ngày thanh lý hợp đồng|ngày nghiệm thu thanh lý|"
    "ngày nghiệm thu và thanh lý|ngày nghiệm thu, thanh lý hợp đồng",
}
"""Words for a column in some tables; they count if no other heading names the column."""

ENGLISH: Mapping[str, str] = {
    "id": "code|ID|record|record ID|record number|record no|file no|file number|case ID|reference",
    "recorded_on": "recorded on|date recorded|entry date|date entered",
    "annulled": "annulled|cancelled|canceled",
    "verified": "verified|checked",
    "document": "document|documents|reference document",
    "code": "tax code|tax ID|tax number|enterprise code|TIN",
    "enterprise": "tax code|tax ID|tax number|enterprise code|TIN",
    "name": "name|enterprise|enterprise name|company|company name|organisation|organization|"
    "name of enterprise",
    "kind": "kind|type|type of enterprise|enterprise type|legal form",
    "locality": "locality|district|ward",
    "started_on": "start|start date|started on|starting date|from|date of start|beginning date",
    "completed_on": "completion date|date of completion|completed on|end date|finish date|"
    "completed|completion|end",
    "level": "level",
    "solutions": "solutions|solution|group of solutions",
    "person": "person|person ID|participant|participant ID|expert|expert ID",
    "headcount": "headcount|number of people|participants|number of participants|quantity",
    "on": "date|day|held on|date held|training date",
    "audience": "audience|target group|participants",
    "topic": "topic|subject|content|contents|course|course name",
    "trained_on": "training date|trained on|date of training",
    "standard": "standard|standards",
    "certified_on": "certification date|certified on|date of certification|date of certificate|"
    "issue date",
    "scheme": "scheme|certification scheme|certification body",
    "expires_on": "expiry date|expires on|valid until|expiry",
    "recognised_on": "recognition date|recognised on|recognized on|date of recognition|"
    "decision date",
    "decision": "decision|decision no|decision number",
    "scope": "scope",
    "registration": "registration|registration no|registration number",
    "activities": "activities|field|fields|activity",
    "indicator": "indicator|indicator ID",
    "period": "period|year|reporting period",
    "value": "value|result|figure",
    "issued": "issued|issued on|issue date|report date|date of report",
    "part": "part|part of the indicator|breakdown",
    "issuer": "issuer|issued by|reporting body|reporting unit",
    "spending_year": "spending year|budget year|fiscal year|year of spending",
    f"{FUNDING}state-budget": "state budget",
    f"{FUNDING}other-lawful": "other sources|other funding|other",
}
"""English words for each column in a heading of two languages, after the Vietnamese words."""

OF_DESCRIPTIONS: Mapping[str, str] = {"locality": "địa chỉ|address"}
"""Words for columns of descriptions of enterprises; in other lists an address is not a key."""

_SHORT: Mapping[str, str] = {
    "dn": "doanh nghiep",
    "gcn": "giay chung nhan",
    "hd": "hop dong",
    "hs": "ho so",
    "hv": "hoc vien",
    "kp": "kinh phi",
    "msdn": "ma so doanh nghiep",
    "mst": "ma so thue",
    "nsnn": "ngan sach nha nuoc",
    "qd": "quyet dinh",
    "sl": "so luong",
}
"""Abbreviations of offices that stand for one thing in the words of columns."""


def written_out(text: str) -> str:
    """Fold a text and write its abbreviations out.

    >>> written_out("Mã số DN"), written_out("KP NSNN")
    ('ma so doanh nghiep', 'kinh phi ngan sach nha nuoc')

    Args:
        text: a heading, or words of the vocabulary.
    """
    return " ".join(_SHORT.get(word, word) for word in folded(text).split())
