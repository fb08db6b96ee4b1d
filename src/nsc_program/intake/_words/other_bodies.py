"""How the names of bodies begin that are never enterprises, whatever stands behind."""

from typing import Final

from nsc_program.intake._words.words import WordPattern

NO_ENTERPRISES: Final = WordPattern(
    r"^(?!.*\b(?:công ty|cty)\b)(?:"
    r"bệnh viện|bệnh xá|phòng khám|trạm|trung tâm y tế|bảo tàng|thư viện|nhà trẻ|nhóm trẻ|nhà văn "
    r"(?:hóa|hoá)|nhà hát|nhà thờ|cung (?:văn (?:hóa|hoá)|thiếu nhi)|khu di tích|vườn quốc gia|"
    r"viện(?! thẩm mỹ)|học viện|"
    r"trường (?:đại học|cao đẳng|trung cấp|mầm non|mẫu giáo|tiểu học|trung học|thcs|thpt|"
    r"phổ thông|dạy nghề|nghề|đào tạo|chính trị|cán bộ|bồi dưỡng|liên cấp|đh|cđ)|"
    r"hiệp hội|liên đoàn|công đoàn|liên hiệp (?:các )?(?:hội|tổ chức)|câu lạc bộ|clb|"
    r"hội (?:nông dân|phụ nữ|doanh nghiệp|doanh nhân|cựu|làng nghề|nữ|khoa học|sinh vật|đồng|"
    r"liên hiệp|chữ thập|quán|tiêu chuẩn)|"
    r"trung tâm (?:kỹ thuật|nghiên cứu|ứng dụng|khuyến|kiểm|giáo dục|dịch vụ công|văn (?:hóa|hoá)|"
    r"bảo trợ|phát triển|quan trắc|hỗ trợ|xúc tiến|dạy nghề|nhân đạo|thông tin)|"
    r"làng nghề|chợ(?! lớn)|tổ (?:dân phố|sản xuất|liên kết|khuyến nông|nghề|hội)|"
    r"nhóm (?:sở thích|hộ|nông dân|sản xuất|liên kết)|ban quản (?:lý|trị)|mặt trận|cơ quan|"
    r"tạp chí|đài (?:phát thanh|truyền hình|truyền thanh)|(?:trung|lữ|sư|tiểu) đoàn|"
    r"trại giam|đại sứ quán|hạt kiểm lâm"
    r")\b"
)
"""Public bodies, associations and places of work of many: “Bệnh viện …”, “Làng nghề …”."""
