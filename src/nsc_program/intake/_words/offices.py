"""List the words with which the names of offices, enterprises and places to work at begin."""

NAMED_OFFICES = """
công ty|cty|hợp tác xã|htx|trung tâm|viện|trường|hiệp hội|hội|chi nhánh|tổng công ty|tập đoàn|
học viện|trường đại học|đại học|nhà máy|xí nghiệp
"""
"""The beginnings behind which any name with capitals may stand, in a line too."""
OFFICES_OF_THE_STATE = """
sở|cục|tổng cục|chi cục|phòng|ban|ban quản lý|ban quản lý các|ban chỉ đạo|trung tâm|viện|liên hiệp|
liên hiệp các hội|liên minh|hội|hiệp hội|thanh tra|văn phòng|quỹ|trường|trường đại học|
trường cao đẳng|học viện|đoàn|ủy ban|uỷ ban|hội đồng|câu lạc bộ|tạp chí|báo
"""
"""The beginnings of the names of offices of the state and of associations."""
_OTHERS = """
c.ty|doanh nghiệp|dn|dntn|hộ|hkd|cơ sở|xưởng|cn|vp|vpđd|ngân hàng|bệnh viện|phòng khám|nhà thuốc|
khách sạn|nhà hàng|cửa hàng|siêu thị|tt|đh|cao đẳng|khoa|bộ môn|bql|bộ phận|tổ|đội|nhóm|khối|vụ|bộ|
ubnd|hđnd|đảng ủy|liên đoàn|mặt trận|kho bạc|công an|ca|quân đội|đài|nhà xuất bản|thư viện|bảo tàng|
kho|xã|phường|thị trấn|quận|huyện|thị xã|thành phố|tp|tỉnh|thôn|tổ dân phố|làng nghề|làng|p.|quầy|
trang trại|trại|vườn|bưu điện|bưu cục|ga|bến xe|hãng|xn|nm|kcn|ccn|khu công nghiệp|cụm công nghiệp|
hiệu|lab|phân xưởng|px|dây chuyền|chuyền|phân viện|trạm|clb|cảng|phố|gia đình|kinh tế|chi hội|ngành|
nhà|chợ|mỏ|nông trường|lâm trường|salon|spa|shop|điện lực|viễn thông|tòa án|toà án|chi đoàn|
tiểu đoàn|trung đoàn|kiểm lâm|hải quan|cảng vụ|đơn vị|tổ chức|company|office|department|center|
centre|institute|university|bank|hotel|school
"""


def _terms(*lists: str) -> tuple[str, ...]:
    """Return the terms of several lists, each once."""
    terms = (term.strip() for listed in lists for term in listed.split("|"))
    return tuple(dict.fromkeys(filter(None, terms)))


OFFICES = _terms(NAMED_OFFICES, OFFICES_OF_THE_STATE, _OTHERS)
"""All beginnings of the names of places to work at."""
