"""Define the terms of which the harmless lines of a list are made, for each class of records.

A term stands here only if no line made of such terms alone can take a row back, put it off, or say
that its values are another thing. So “hợp đồng”, “đề nghị” and “không” do not stand here, and
“triệu tập” is not “triệu”. The terms of one class do not serve the others: “tập huấn” above a list
of supports says that its rows are about something else.
"""

from collections.abc import Mapping

_OF_THE_WHOLE = """
cộng hòa xã hội chủ nghĩa việt nam|cộng hoà xã hội chủ nghĩa việt nam|độc lập tự do hạnh phúc|
đảng cộng sản việt nam|thành phố hà nội|tp hà nội|tp hn|hà nội|tphn|hn|thủ đô|thành phố|
thủ đô hà nội|ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|ubnd thành phố|ubnd tp|
ubnd thành phố hà nội|sở khoa học và công nghệ|sở khoa học công nghệ|sở khcn|sở kh cn|sở kh và cn|
skhcn|sở khoa học|sở công thương|sở kế hoạch và đầu tư|sở tài chính|sở nông nghiệp và môi trường|
sở y tế|sở xây dựng|sở nông nghiệp và phát triển nông thôn|sở lao động thương binh và xã hội|
sở nội vụ|sở du lịch|sở thông tin và truyền thông|sở tài nguyên và môi trường|
sở giáo dục và đào tạo|sở tư pháp|sở văn hóa và thể thao|sở giao thông vận tải|sở ngành|các sở|
bộ khoa học và công nghệ|bộ khcn|bộ kh cn|bộ công thương|bộ y tế|bộ xây dựng|bộ tài chính|cấp bộ|
bộ nông nghiệp và môi trường|bộ kế hoạch và đầu tư|bộ ngành|các bộ|cơ quan trung ương|trung ương|
tw|chính phủ|thủ tướng chính phủ|thủ tướng|quốc hội|chủ tịch ubnd|chủ tịch ủy ban nhân dân|
cấp quốc gia|ủy ban tiêu chuẩn đo lường chất lượng quốc gia|
tổng cục tiêu chuẩn đo lường chất lượng|chi cục tiêu chuẩn đo lường chất lượng|
chi cục tiêu chuẩn đo lường chất lượng hà nội|chi cục tđc|tđc|
chi cục tiêu chuẩn đo lường và chất lượng|chi cục|phòng quản lý tiêu chuẩn|phòng tiêu chuẩn|
phòng quản lý tiêu chuẩn chất lượng|phòng quản lý đo lường|phòng thông báo và hỏi đáp|
phòng quản lý khoa học|phòng quản lý công nghệ|phòng hành chính tổng hợp|văn phòng|văn phòng sở|
phòng kinh tế|phòng kinh tế hạ tầng|phòng quản lý công nghiệp|
phòng nghiệp vụ|phòng đăng ký kinh doanh|ban quản lý|
ban quản lý các khu công nghệ cao và khu công nghiệp|viện năng suất việt nam|trung tâm năng suất|
trung tâm kỹ thuật tiêu chuẩn đo lường chất lượng|trung tâm kỹ thuật tđc|viện năng suất|
trung tâm hỗ trợ doanh nghiệp|trung tâm hỗ trợ doanh nghiệp nhỏ và vừa|liên minh hợp tác xã|
liên minh hợp tác xã thành phố hà nội|hiệp hội doanh nghiệp nhỏ và vừa|hiệp hội doanh nghiệp|
hội đồng quản lý|đơn vị|cơ quan|đơn vị chủ trì|đơn vị chủ quản|cơ quan chủ quản|cơ quan chủ trì|
đơn vị báo cáo|đơn vị lập|đơn vị thực hiện|cơ quan báo cáo|đơn vị tổng hợp|nơi gửi|đơn vị nhận|
danh sách|danh mục|bảng|bảng tổng hợp|biểu|biểu mẫu|biểu tổng hợp|mẫu biểu|mẫu số|biểu số|bảng số|
phụ lục|phụ lục số|pl|ds|dm|phần|mục|đợt|nhóm|quý|năm|các năm|giai đoạn|gđ|tháng|tổng hợp|thống kê|
bảng thống kê|bảng kê|bìa|số liệu|dữ liệu|data|tờ số|biểu báo cáo|báo cáo tổng hợp|báo cáo kết quả|
báo cáo tình hình|báo cáo số|báo cáo năm|báo cáo danh sách|kèm theo báo cáo|
báo cáo kết quả thực hiện|báo cáo công tác|kỳ báo cáo|ngày báo cáo|năm báo cáo|tình hình thực hiện|
kết quả|kết quả thực hiện|kết quả hỗ trợ|kết quả triển khai|tình hình hỗ trợ|kết quả đạt được|
bảng theo dõi|sổ theo dõi|biểu theo dõi|danh sách theo dõi|
chi tiết|danh sách chi tiết|bảng chi tiết|thông tin chung|thông tin|stt|tt|số thứ tự|số|ký hiệu|
đầu năm|cuối năm|cả năm|năm học|năm tài chính|toàn thành phố|toàn trang|kèm theo|ban hành kèm theo|
theo mẫu|theo biểu mẫu|đính kèm|kèm theo văn bản|kèm theo công văn|kèm theo công văn số|
công văn số|kèm theo quyết định|kèm theo quyết định số|theo quyết định|quyết định số|
theo quyết định số|quyết định|nghị quyết số|theo nghị quyết|theo nghị quyết số|nghị định số|
theo nghị định|theo nghị định số|thông tư số|theo thông tư|theo thông tư số|kế hoạch số|
theo kế hoạch số|thực hiện kế hoạch|thực hiện kế hoạch số|triển khai kế hoạch|căn cứ kế hoạch số|
căn cứ quyết định số|căn cứ|thực hiện quyết định số|thông báo số|kèm theo thông báo số|văn bản số|
thực hiện chương trình|theo chương trình|chương trình|đề án|thực hiện đề án|thực hiện quyết định|
kế hoạch hành động|thực hiện nghị quyết|thực hiện nghị quyết số|theo đề án|thuộc chương trình|
thuộc kế hoạch số|thuộc đề án|trong khuôn khổ chương trình|chương trình số|và|của|các|tại|
trên địa bàn|địa bàn|trong năm|từ năm|đến năm|từ ngày|đến ngày|tính đến|tính đến ngày|đến hết ngày|
đến hết năm|đến hết tháng|từ tháng|đến tháng|từ|đến|về|với|cho|cùng|được|đã|trong đó|gồm|bao gồm|
gồm có|danh sách gồm|danh sách có|danh sách này có|danh sách này gồm|có|theo từng năm|theo địa bàn|
theo quý|theo tháng|theo năm|theo từng quý|theo từng tháng|nhật ký|sổ nhật ký|
theo ngành|theo lĩnh vực|theo nhóm|theo thứ tự|theo loại hình|phân theo|chia theo|
nâng cao năng suất chất lượng|nâng cao năng suất và chất lượng|năng suất chất lượng|nsc|nscl|
nâng cao năng suất|năng suất và chất lượng|năng suất|chất lượng|sản phẩm hàng hóa|
sản phẩm hàng hoá|nâng cao năng suất và chất lượng sản phẩm hàng hóa|chất lượng sản phẩm hàng hóa|
sản phẩm|hàng hóa|quốc gia hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm hàng hóa|
hàng hoá|quốc gia hỗ trợ doanh nghiệp|chương trình quốc gia|tiêu chuẩn đo lường chất lượng|
sản phẩm chủ lực|khoa học và công nghệ|khoa học công nghệ|đổi mới sáng tạo|chuyển đổi số|
phát triển bền vững|doanh nghiệp|doanh nghiệp nhỏ và vừa|dn|dnnvv|cơ sở|cơ sở sản xuất|công ty|
tổ chức|cá nhân|lượt|lượt doanh nghiệp|lượt dn|hồ sơ|hs|phường xã|quận huyện|quận huyện thị xã|
khu vực|sản xuất|kinh doanh|dịch vụ|thương mại|in|ngành|ngành nghề|lĩnh vực|được hỗ trợ|đã hỗ trợ|
đã được hỗ trợ|hỗ trợ|hoàn thành|đã hoàn thành|đã nghiệm thu|đã xong|xong|thực hiện|đã thực hiện|
triển khai|đã triển khai|tham gia|áp dụng|đã áp dụng|đang áp dụng|thụ hưởng|đã hoàn thành hỗ trợ|
đã hoàn thành nghiệm thu|nghiệm thu|đã thanh lý|được hưởng hỗ trợ|đang thực hiện|đang triển khai|
chưa hoàn thành|chưa xong|chuyển tiếp|đang hỗ trợ|chưa nghiệm thu|chờ nghiệm thu|
đang chờ nghiệm thu|chờ duyệt|đang làm|tổng|tổng cộng|cộng|tổng số|tổng kinh phí|cộng trang|
mang sang|chuyển sang trang|cộng dồn|lũy kế|luỹ kế|trung bình|bình quân|trang này|
số tiền|tổng số tiền|viết|đồng chẵn|lũy kế kỳ trước|
lũy kế năm trước|lũy kế các năm trước|lũy kế đến|lũy kế đến nay|luỹ kế kỳ trước|luỹ kế năm trước|
luỹ kế đến nay|cả thành phố|
toàn ngành|bằng chữ|bằng số|đơn vị tính|đvt|triệu đồng|nghìn đồng|ngàn đồng|tỷ đồng|đồng|tr đồng|
trđ|ngđ|vnđ|vnd|đơn vị tiền|triệu|nghìn|tỷ|kinh phí|ngân sách|nguồn|nguồn vốn|kinh phí hỗ trợ|
ngân sách nhà nước|nsnn|tr đ|ngân sách thành phố|nguồn khác|ghi chú|chú thích|lưu ý|nguồn số liệu|
giả định|số liệu giả định|dữ liệu giả định|thông tin giả định|đăng ký lần đầu|lần đầu|lần thứ|lần|
cấp mới|cấp lại|gia hạn|công nhận lại|cấp thành phố|cấp tỉnh|cấp nhà nước|nhà nước|quốc gia|
toàn quốc|cả nước|không sửa tiêu đề cột|ngày nhập theo dd mm yyyy|định dạng dd mm yyyy|dd mm yyyy|
admin|administrator|user|author|microsoft office user|windows user|dell|hp|asus|lenovo|
dòng cần sửa|vấn đề|rows to mend|problems|hướng dẫn nhập liệu|trang tính|đề tài|ngày xuất|
tên đơn vị|ấn định|hướng dẫn|nhập liệu|phiên bản|kpi|đã xem|đã kiểm tra|đã xác minh|đã thẩm định|
đã đối chiếu|đã rà soát|người lập|người lập biểu|người lập bảng|người tổng hợp|cán bộ lập|
người kiểm tra|người duyệt|người báo cáo|người phụ trách|người kiểm soát|kế toán|kế toán trưởng|
thủ trưởng đơn vị|thủ trưởng|thủ trưởng cơ quan|giám đốc|phó giám đốc|tổng giám đốc|chủ tịch|
phó chủ tịch|trưởng phòng|phó trưởng phòng|chi cục trưởng|phó chi cục trưởng|chánh văn phòng|
trưởng ban|viện trưởng|kt|tm|tl|tuq|q|ký tên|ký|ký ghi rõ họ tên|ghi rõ họ tên|ghi rõ họ và tên|
họ tên|họ và tên|đóng dấu|ký tên đóng dấu|ký và ghi rõ họ tên|đã ký|ký và đóng dấu|ký số|
xác nhận của đơn vị|xác nhận của lãnh đạo|xác nhận của cơ quan|xác nhận của thủ trưởng|lãnh đạo|
lãnh đạo đơn vị|lãnh đạo phòng|đại diện|đại diện đơn vị|nơi nhận|như trên|lưu|lưu vt|vt|ngày lập|
ngày lập biểu|người nhận|kính gửi|ông|bà|để báo cáo|để b c|để tổng hợp|để biết|để theo dõi|
để chỉ đạo|điện thoại|đt|email|fax|website|địa chỉ|mst|mã số thuế|ngày tháng năm|số điện thoại|
liên hệ|doanh nghiệp đã được hỗ trợ|chủ nhiệm|bên a|bên b|list|list of|enterprises|enterprise|
table|annex|appendix|form|sheet|total|sum|of|the|and|year|notes|note|unit|million|thousand|billion|
vnd million|supported|summary|supports|support|hanoi|city|report|district|ward|group|source|
prepared by|signature|signed|date|page|lãnh đạo sở|lãnh đạo ubnd|lãnh đạo ubnd thành phố|
giám đốc sở|phó giám đốc sở|các phòng ban|các phòng|các đơn vị|các đồng chí|ban giám đốc|
ban chủ nhiệm|ban lãnh đạo|ban giám hiệu|ban chấp hành|cán bộ tổng hợp|cán bộ phụ trách|
cán bộ theo dõi|sđt|đều đã|đều được|đơn vị phối hợp|đơn vị tổ chức|cơ quan phối hợp|trang tính|
dsdn|dshv|dscg|dshtx|kq|bc|báo cáo|khcn|export|main|book|biểu th|bảng th|biểu tổng hợp|trang
"""
_OF_PARTS = """
doanh nghiệp siêu nhỏ|doanh nghiệp nhỏ|doanh nghiệp vừa|doanh nghiệp lớn|doanh nghiệp fdi|
doanh nghiệp tư nhân|doanh nghiệp nhà nước|hợp tác xã|htx|hộ kinh doanh|hộ sản xuất|hộ gia đình|
hộ kd|hkd|tổ hợp tác|các hộ|hộ|phường|xã|quận|huyện|thị xã|thị trấn|cụm|khu công nghiệp|
cụm công nghiệp|khu công nghệ cao|làng nghề|xuất khẩu|công nghiệp|nông nghiệp|thủ công mỹ nghệ|
xây dựng|thực phẩm|chế biến|chế biến thực phẩm|đồ uống|dệt may|may mặc|da giày|da giầy|cơ khí|
chế tạo|cơ khí chế tạo|điện|điện tử|công nghệ thông tin|hóa chất|hoá chất|nhựa|cao su|gỗ|nội thất|
đồ gỗ|gốm sứ|dược|dược phẩm|mỹ phẩm|y tế|thiết bị|thiết bị y tế|vật liệu xây dựng|bao bì|giấy|
du lịch|vận tải|logistics|chăn nuôi|trồng trọt|thủy sản|thuỷ sản|thủ công|mỹ nghệ|ô tô|xe máy|
công nghiệp hỗ trợ|chế biến gỗ|năng lượng|môi trường|sơn|thép|kim loại|khuôn mẫu|giáo dục|ba đình|
hoàn kiếm|hai bà trưng|đống đa|tây hồ|cầu giấy|thanh xuân|hoàng mai|long biên|hà đông|nam từ liêm|
bắc từ liêm|từ liêm|sơn tây|ba vì|chương mỹ|đan phượng|đông anh|gia lâm|hoài đức|mê linh|mỹ đức|
phú xuyên|phúc thọ|quốc oai|sóc sơn|thạch thất|thanh oai|thanh trì|thường tín|ứng hòa|ứng hoà
"""
"""The terms for parts of the enterprises of the city: kinds, sizes, places and industries."""
COMMON = f"{_OF_THE_WHOLE}|{_OF_PARTS}"
_SUPPORT = """
nhiệm vụ|dự án|giải pháp|nhóm giải pháp|tư vấn|hệ thống quản lý|hệ thống quản lý chất lượng|
tiêu chuẩn|quy chuẩn|quy chuẩn kỹ thuật|công cụ cải tiến|công cụ cải tiến năng suất|công cụ|
mô hình|hệ thống|truy xuất nguồn gốc|chứng nhận|hợp chuẩn|hợp quy|năng suất tổng thể|
năng suất xanh|sản xuất thông minh|xây dựng và áp dụng|xây dựng|cải tiến|cải tiến năng suất|
công bố hợp chuẩn|mã số mã vạch|htql|htqlcl|hệ thống quản lý tiên tiến|tiên tiến|ht
"""
_TRAINING = """
tập huấn|đào tạo|đào tạo tập huấn|tập huấn đào tạo|bồi dưỡng|lớp|lớp học|lớp tập huấn|khóa|khoá|
khóa học|khóa tập huấn|khóa đào tạo|khoá đào tạo|lớp đào tạo|học viên|tham dự|đã tham dự|tham gia|
cán bộ|người|học viên tham dự|hội nghị tập huấn|chuyên đề|nội dung|buổi|buổi sáng|buổi chiều|
đại biểu|lượt người|công chức|viên chức|người lao động|kiến thức|kỹ năng|nghiệp vụ|được đào tạo|
đã được đào tạo|cấp chứng nhận|tiêu chuẩn|hệ thống quản lý|hệ thống quản lý chất lượng|
công cụ cải tiến|cải tiến|thời gian|địa điểm|kết thúc khóa học|danh sách học viên|danh sách lớp|
đối tượng|tổ chức tập huấn|hv|
đã qua đào tạo|công cụ|công cụ năng suất|trong doanh nghiệp|hội trường|
phòng họp|tầng|khách sạn|nhà văn hóa|nhà văn hoá|quản trị doanh nghiệp|quản trị sản xuất|
trong sản xuất
"""
_EXPERT = """
chuyên gia|chuyên gia năng suất|chuyên gia năng suất chất lượng|đào tạo|được đào tạo|đã đào tạo|
người|chứng chỉ|chứng nhận|được cấp chứng chỉ|đã được cấp chứng chỉ|cấp chứng chỉ|được chứng nhận|
cá nhân|đã được chứng nhận|tiêu chuẩn|tiêu chuẩn chuyên gia|đạt tiêu chuẩn|khóa đào tạo|khóa|lớp|
học viên|đội ngũ chuyên gia|cg|tư vấn|chuyên gia tư vấn|đã được đào tạo
"""
_PILOT = """
mô hình điểm|mô hình|mô hình điểm về năng suất|công nhận|được công nhận|đã được công nhận|
đã công nhận|quyết định công nhận|nhân rộng|giải pháp|cải tiến|công cụ cải tiến|hệ thống quản lý|
điển hình|điểm|xây dựng mô hình điểm|xây dựng|mh
"""
_BODY = """
tổ chức đánh giá sự phù hợp|đánh giá sự phù hợp|tổ chức thử nghiệm|phòng thử nghiệm|thử nghiệm|
giám định|chứng nhận|tổ chức chứng nhận|tổ chức giám định|kiểm định|hiệu chuẩn|phòng hiệu chuẩn|
năng lực|công nhận|tăng cường năng lực|được tăng cường năng lực|đã được tăng cường năng lực|
nâng cao năng lực|tiêu chuẩn|đã tăng cường năng lực|phòng thí nghiệm|đã đăng ký hoạt động|
đạt chuẩn|được công nhận|đã được công nhận|đạt tiêu chuẩn|chuẩn mực quốc tế|chuẩn mực|dgsph|
đgsph|tc dgsph|tc đgsph
"""
_EVENTS = """
tuyên truyền|phổ biến|thông tin tuyên truyền|truyền thông|hội nghị|hội thảo|sự kiện|cuộc|buổi|
nội dung|hoạt động|hoạt động tuyên truyền|tọa đàm|phóng sự|tin bài|bản tin|đã tổ chức|tổ chức|
chuyên đề|phổ biến kiến thức|thời gian|địa điểm|diễn đàn|lễ phát động|người|đại biểu|
người tham dự|tham dự
"""
_FIGURES = """
chỉ tiêu|số liệu báo cáo|kết quả thực hiện chỉ tiêu|kết quả thực hiện các chỉ tiêu|tỷ lệ|tốc độ|
tăng|kết quả thực hiện mục tiêu|kết quả thực hiện các mục tiêu|năng suất lao động|tfp|đóng góp|
mô hình điểm|tình hình thực hiện chỉ tiêu|tình hình thực hiện các chỉ tiêu|chuyên gia|tập huấn|
đào tạo|mô hình|người|tổ chức đánh giá sự phù hợp|số doanh nghiệp được hỗ trợ|hoạt động|
tuyên truyền|chỉ số|báo cáo|xây dựng
"""
TERMS: Mapping[str, str] = {
    "Enterprise": COMMON,
    "Support": COMMON + _SUPPORT,
    "Training": COMMON + _TRAINING,
    "Expert": COMMON + _EXPERT,
    "PilotModel": COMMON + _PILOT,
    "AssessmentBody": COMMON + _BODY,
    "Dissemination": COMMON + _EVENTS,
    "ReportedFigure": _OF_THE_WHOLE + _FIGURES,
}
"""The terms that serve each class, separated by bars and line ends.

A figure is about the whole city, so a line over figures may not name a part of it.
"""
OF_THE_WHOLE = frozenset({"ReportedFigure"})
"""The classes whose rows are about the whole city; a line that names a place is about a part."""
PLACES = """
phường|xã|thị trấn|khu công nghiệp|cụm công nghiệp|kcn|ccn|phố|đường|làng nghề|
địa chỉ
"""
"""The words before the name of a place."""
SYLLABLES_OF_PLACES = """
hoàn kiếm cửa nam ba đình ngọc hà giảng võ hai bà trưng vĩnh tuy bạch mai đống đa kim liên văn
miếu quốc tử giám láng ô chợ dừa hồng lĩnh hoàng hưng tương định công liệt yên sở thanh xuân
khương phương cầu giấy nghĩa đô hòa tây hồ phú thượng tựu diễn đỉnh đông ngạc cát từ liêm mỗ đại
long biên bồ đề việt phúc lợi dương nội lương kiến trì phù hồi thường tín chương vân xuyên phượng
dực chuyên mỹ oai bình minh tam dân ứng thiên xá đức hương sơn chúc trần quảng bị châu vật lại cổ
bất bạt suối vì bài tùng thiện đoài thọ lộc hát môn thạch thất hạ bằng lạc đạo kiều hoài đồng an
khánh đan diên gia lâm thuận bát tràng đổng thư anh thịnh mê linh lãng tiến thắng quang sóc trung
giã bắc tân nhuế
"""
MIDDLE_NAMES = """
văn thị đức minh thanh ngọc quang hữu xuân công đình thu hồng kim anh bá duy gia hải hoàng hùng
huy khánh mạnh nam như phương quốc thành thế tiến trọng trung tuấn việt viết mỹ bích lan diệu bảo
đăng
"""
"""The second words of names of people that may be written in capitals."""
SURNAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh lâm trịnh mai
trương cao đoàn hà tô tạ chu lương kiều vương khuất phùng tống quách thái nghiêm lưu doãn đàm
giang
"""
FIELDS_OF_OFFICES = """
và|các|dân tộc|tôn giáo|quy hoạch|kiến trúc|quy hoạch kiến trúc|thanh tra|thống kê|khuyến công|
khuyến nông|tư vấn|phát triển|công nghiệp|công thương|công nghệ|công nghệ cao|khoa học|kỹ thuật|
thương mại|du lịch|nông nghiệp|nông thôn|môi trường|tài nguyên|xây dựng|giao thông|vận tải|y tế|
giáo dục|đào tạo|văn hóa|văn hoá|thể thao|thông tin|truyền thông|tư pháp|nội vụ|ngoại vụ|tài chính|
kế hoạch và đầu tư|đầu tư|lao động|thương binh|xã hội|kinh tế|hạ tầng|đô thị|thị trường|
quản lý thị trường|thuế|hải quan|kho bạc|ngân hàng|bảo hiểm|bảo hiểm xã hội|dân số|phụ nữ|
thanh niên|nông dân|công đoàn|doanh nhân|doanh nghiệp|doanh nghiệp nhỏ và vừa|hợp tác xã|làng nghề|
thủ công mỹ nghệ|chăn nuôi|thú y|trồng trọt|bảo vệ thực vật|thủy lợi|thủy sản|kiểm lâm|thực phẩm|
an toàn thực phẩm|vệ sinh an toàn thực phẩm|quản lý|quản lý chất lượng|nông lâm sản|xúc tiến|
xúc tiến đầu tư|xúc tiến thương mại|sở hữu trí tuệ|ứng dụng|tiến bộ|đổi mới sáng tạo|đổi mới|
sáng tạo|chuyển đổi số|năng lượng|tiết kiệm năng lượng|kiểm định|hiệu chuẩn|thử nghiệm|đo lường|
tiêu chuẩn|chất lượng|tiêu chuẩn đo lường chất lượng|nghiên cứu|kinh tế xã hội|chính sách|
khu công nghiệp|khu công nghệ cao|khu công nghiệp và chế xuất|cụm công nghiệp|chế xuất|hòa lạc|
hoà lạc|thành phố|thành phố hà nội|tp|tp hà nội|hà nội|việt nam|nhân dân|tổng hợp|hành chính|
kinh doanh|đăng ký kinh doanh|hỗ trợ|hỗ trợ doanh nghiệp|dịch vụ|dịch vụ công|số|báo|điện tử|
năng suất|năng suất chất lượng|công nghiệp hỗ trợ|công nghiệp chủ lực|sản phẩm chủ lực|ngành|nghề|
ptcn|ptnt|tvpt|kh kt|khkt|kh cn|khcn|kh và kt|kh và cn|tđc|tcđlcl|dnnvv|kcn|cx
"""
"""The words for the fields of offices; they stand only behind the beginning of a name."""
COMMITTEES = """
ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|đảng uỷ
"""
"""The words before the name of a commune that may be any name."""
