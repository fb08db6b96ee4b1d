"""List the words of which harmless parts of cells are made: contents, products, posts, addresses.

A term stands here only if no text made of such terms alone says how a record stands. So “học” and
“hạn” do not stand alone, and a part with any other word is told.
"""

_WORK = """
lỗi giảm|năng suất tăng|sản lượng tăng|doanh thu tăng|chi phí giảm|phế phẩm giảm|
tổ chức năng suất châu á|ngành|lỗi|sản lượng|doanh thu|phế phẩm|sai hỏng|tỷ lệ|tồn kho|
thời gian chờ máy|tính toán|hạch toán|kế hoạch cải tiến|kế hoạch sản xuất|tổ chức sản xuất|
tổ chức năng suất|hiệp hội|thống kê|mẫu|khảo sát năng suất|sơ đồ|chuỗi giá trị|giá trị|dòng chảy|
bản đồ|cân đối|lập kế hoạch sản xuất|quản lý năng lượng|quản lý môi trường|quản lý rủi ro|rủi ro|
quản lý thời gian|quản lý bảo trì|thẻ điểm cân bằng|thẻ điểm|ý tưởng|tư duy|tư duy tinh gọn|
khởi nghiệp|kỹ thuật số|thương mại điện tử|chuỗi|khách hàng|chăm sóc khách hàng|dịch vụ khách hàng|
phục hồi|phòng cháy|tiết kiệm|tiết kiệm năng lượng|kiểm kê|kiểm kê khí nhà kính|phát thải|tuần hoàn|
kinh tế tuần hoàn|kinh tế|xã hội|pháp luật|pháp lý|sở hữu trí tuệ|nhãn hiệu|thương hiệu|
bao bì nhãn mác|nhãn|nhãn mác|mã vạch|chính xác|hiện đại|số|hệ số|mô hình sản xuất|liên kết chuỗi|
phía|hạ thế|trung thế|cao thế|cấp trung|chuyền trưởng|chuyền|áp dụng|xây dựng|triển khai|tư vấn|
hướng dẫn|đào tạo|tập huấn|bồi dưỡng|huấn luyện|cải tiến|cải tiến liên tục|nâng cao|tăng cường|
phát triển|tích hợp|chuẩn hóa|chuẩn hoá|số hóa|số hoá|chuyển đổi số|chuyển đổi|tự động hóa|
tự động hoá|tự động|duy trì|vận hành|thiết lập|thiết kế|tối ưu|tối ưu hóa|tối ưu hoá|đo lường|
đánh giá nội bộ|đánh giá năng suất|đánh giá sự phù hợp|kiểm soát|quản lý|quản trị|
quản lý chất lượng|quản lý sản xuất|quản lý kho|quản lý trực quan|nhận thức|nhận thức chung|
kiến thức|kỹ năng|kinh nghiệm|thực hành|lý thuyết|cơ bản|nâng cao năng suất|chuyên sâu|tổng quan|
giới thiệu|phương pháp|giải pháp|công cụ|hệ thống|mô hình|mô hình điểm|quy trình|quá trình|tài liệu|
biểu mẫu|yêu cầu|nguyên tắc|nội dung|chủ đề|chuyên đề|bảo trì|bảo dưỡng|bảo trì năng suất|
bảo trì năng suất toàn diện|toàn diện|tổng thể|bền vững|liên tục|tinh gọn|thông minh|
nhà máy thông minh|sản xuất thông minh|sản xuất|sản xuất xanh|sản xuất sạch hơn|kinh doanh|dịch vụ|
thương mại|xuất nhập khẩu|xuất khẩu|nhập khẩu|gia công|lắp ráp|chế tạo|chế biến|bảo quản|đóng gói|
phân phối|bán hàng|mua hàng|marketing|logistics|chuỗi cung ứng|truy xuất nguồn gốc|mã số mã vạch|
an toàn|an toàn thực phẩm|an toàn lao động|vệ sinh|phòng ngừa|sai lỗi|lãng phí|giảm lãng phí|
năng suất|chất lượng|năng suất chất lượng|năng suất lao động|năng suất xanh|năng suất tổng thể|
hiệu quả|hiệu suất|chi phí|thời gian|lao động|nhân lực|nhân sự|tài chính|kế toán|dòng nguyên liệu|
chi phí dòng nguyên liệu|năng lượng|môi trường|khí nhà kính|đổi mới|đổi mới sáng tạo|sáng tạo|
sáng kiến|văn hóa|văn hoá|lãnh đạo|giao tiếp|làm việc nhóm|giải quyết vấn đề|vấn đề|dữ liệu|
phần mềm|internet|vạn vật|trí tuệ nhân tạo|công nghệ|công nghệ số|công nghệ thông tin|tiêu chuẩn|
quy chuẩn|kỹ thuật|quy chuẩn kỹ thuật|hợp chuẩn|hợp quy|chứng nhận|chứng nhận sản phẩm|
chứng nhận hệ thống|thử nghiệm|giám định|kiểm định|hiệu chuẩn|kiểm nghiệm|phân tích|xét nghiệm|
phòng thí nghiệm|phòng thử nghiệm|thí nghiệm|quan trắc|phép thử|lấy mẫu|kiểm tra chất lượng|
phiên bản|bản|phần|hệ|gồm|bao gồm|theo|về|cho|tại|trong|ngoài trời|với|và|của|các|từ|bằng|qua|trên|
trực tiếp|trực tuyến|online|nội bộ|trọn gói|toàn bộ|đầy đủ|tiếng anh|tiếng việt|việt nam|quốc tế|
quốc gia|khu vực|châu á|công cụ năng suất|bán hàng online|cân bằng dây chuyền|chuyển đổi nhanh|
bố trí mặt bằng|mặt bằng|trực quan|hiện trường|tại chỗ|chỉ số|mục tiêu|đánh giá viên|
chuyên gia đánh giá|chuyên gia tư vấn|chuyên gia năng suất|chuyên gia|năng lực|nhà xưởng|máy móc|
thiết bị|dây chuyền|nguyên liệu|vật tư|kho|kho bãi|thành phẩm|sản phẩm|linh kiện|phụ tùng|
tiến độ sản xuất|định mức|sản phẩm chủ lực|nhóm|cấp độ|bước|mô-đun|module
"""
_GOODS = """
nhuộm|in vải|carton|composite|bàn|ghế|tủ|giường|kệ|sofa|cửa|cửa cuốn|khung|vách|trần|thạch cao|
bulong|đai ốc|ốc|vít|đinh|lò xo|bánh răng|trục|khớp nối|máng|thang|thang máng cáp|thang máy|
giàn giáo|cốp pha|cột|dầm|xúc xích|lạp xưởng|nem|chả giò|ruốc|pate|bơ|phô mai|kem|sữa chua|sữa tươi|
sữa đậu nành|đậu tương|lạc|vừng|hạt|hạt điều|hạt giống|cây giống|con giống|nấm|măng|dưa|cà|ớt|tỏi|
gừng|nghệ|tinh bột|tinh bột nghệ|tinh dầu|thảo dược|thảo mộc|đông y|cao dược liệu|viên nang|
thực phẩm bảo vệ sức khỏe|nước uống|nước uống đóng chai|nước tinh khiết|nước ép|cồn|rượu vang|
chè xanh|trà xanh|trà thảo mộc|bánh mì|bánh chưng|bánh trung thu|bánh cốm|cốm|ô mai|mứt tết|kẹo lạc|
chè lam|bún khô|phở khô|mỳ gạo|bánh đa|bánh phở|gạo nếp|gạo tẻ|rau sạch|rau an toàn|rau hữu cơ|
rau củ quả|sấy|đông lạnh|đồ hộp|đồ khô|đồ ăn|suất ăn|suất ăn công nghiệp|áo|quần|áo sơ mi|sơ mi|
quần âu|áo phông|váy|đồ lót|tất|mũ|găng tay|khẩu trang|bảo hộ lao động|đồng phục|chỉ may|phụ liệu|
phụ liệu may|vải không dệt|khăn bông|khăn mặt|chăn ga|chăn ga gối đệm|gối|màn|rèm|thảm|ba lô|vali|
dây đai|keo|keo dán|băng dính|mực|bút|vở|giấy vở|lịch|hộp|hộp giấy|thùng|thùng carton|túi nilon|
màng|màng nhựa|hạt nhựa|ống nhựa|chai|chai nhựa|nắp|can|phụ kiện|khay|pallet|tấm|tấm lợp|tấm ốp|
gạch men|gạch ốp lát|gạch không nung|ngói màu|sứ vệ sinh|sứ cách điện|sứ dân dụng|sen vòi|vòi|bồn|
bồn nước|bếp|bếp gas|nồi|chảo|dao|kéo|đồ gia dụng|máy lọc nước|lọc nước|quạt điện|điều hòa|tủ lạnh|
tủ bảng điện|bảng điện|công tắc|ổ cắm|công tơ|đồng hồ|đo đếm|bóng đèn|phích|phích nước|đèn led|led|
linh kiện điện tử|mạch|bo mạch|vi mạch|cảm biến|camera|robot|tự động|thiết bị tự động|
thiết bị công nghiệp|máy công cụ|máy nông nghiệp|máy móc thiết bị|máy|khuôn đúc|đúc|rèn|dập|mạ|
sơn tĩnh điện|sơn nước|gia công cơ khí|tiện|phay|hàn|cắt|laser|phụ tùng ô tô|phụ tùng xe máy|săm|
lốp|yên xe|nhíp|ắc quy|pin|dầu nhờn|nhớt|mỡ|chất tẩy rửa|tẩy rửa|nước giặt|nước rửa bát|xà phòng|
bột giặt|hóa mỹ phẩm|nước hoa|son|kem dưỡng|phân bón hữu cơ|phân vi sinh|phân lân|thuốc thú y|
vắc xin|vật tư y tế|dụng cụ|dụng cụ y tế|kim tiêm|bông|băng|gạc|gỗ ép|gỗ dán|ván sàn|ván ép|
gỗ mỹ nghệ|đồ thủ công|tượng|tranh|đồ đồng|đúc đồng|quỳ vàng|khảm trai|trai|sừng|tăm|hương nén|
nón lá|đan lát|cói|lục bình|guột|tơ|tơ tằm|tơ lụa|gốm mỹ nghệ|gốm xây dựng|lưu niệm|hoa lụa|
hoa tươi|cây|phong lan|lợn giống|bò sữa|gia cầm|gia súc|trứng gà|mật|ong|cá cảnh|thủy hải sản|
xuất bản|phát hành|ấn phẩm|tem|tem chống giả|bao bì nhựa|bao bì giấy|bao bì thực phẩm|
phần mềm quản lý|trò chơi|giải pháp công nghệ|tích hợp hệ thống|viễn thông tin học|tin học|
văn phòng|kho vận|vận chuyển|giao nhận|cảng|lữ hành|nhà ở|xây|lắp đặt|lắp đặt thiết bị|thi công|cầu|
cầu đường|đường|thủy lợi|cấp nước|thoát nước|điện lực|điện năng|điện mặt trời|mặt trời|gió|viên nén|
củi|khoáng sản|khai thác|quặng|đá ốp lát|đá mỹ nghệ|cao lanh|bột đá|vôi|nhựa đường|
bê tông thương phẩm|bê tông đúc sẵn|cấu kiện|cấu kiện bê tông|thép hình|thép ống|tôn mạ|lưới|
lưới thép|dây thép|que hàn|xe|xe tải|xe chuyên dùng|thùng xe|tàu thuyền|xích líp|líp|vòng|nhẫn|
cơ khí|cơ khí chính xác|cơ khí chế tạo|khuôn|khuôn mẫu|kim loại|kim khí|thép|nhôm|đồng|gang|inox|
tôn|ống|dây|cáp|cáp điện|dây điện|van|bu lông|ốc vít|xích|xích công nghiệp|vòng bi|bơm|máy bơm|
động cơ|ô tô|xe máy|xe đạp|xe điện|tàu|điện|điện tử|điện lạnh|điện gia dụng|gia dụng|
thiết bị gia dụng|thiết bị điện|thiết bị y tế|chiếu sáng|đèn|tủ điện|máy biến áp|nhựa|nhựa kỹ thuật|
cao su|bao bì|giấy|in|in ấn|mực in|sách|văn phòng phẩm|gỗ|đồ gỗ|nội thất|ván|mây|mây tre|
mây tre đan|tre|nứa|gốm|sứ|gốm sứ|thủy tinh|thuỷ tinh|kính|gạch|ngói|đá|cát|xi măng|bê tông|
vật liệu|vật liệu xây dựng|sơn|hóa chất|hoá chất|hóa|hoá|phân bón|thuốc bảo vệ thực vật|thuốc|dược|
dược phẩm|dược liệu|mỹ phẩm|thực phẩm|thực phẩm chức năng|thực phẩm chế biến|đồ uống|nước|
nước giải khát|nước mắm|bia|rượu|chè|trà|cà phê|sữa|bánh|kẹo|bánh kẹo|mứt|bún|miến|phở|mì|mỳ|gạo|
ngô|lúa|rau|rau củ|củ quả|hoa quả|quả|trái cây|hoa|cây cảnh|giống|giống cây trồng|cây trồng|thịt|
giò|chả|cá|tôm|trứng|gà|vịt|lợn|bò|thủy sản|thuỷ sản|hải sản|chăn nuôi|trồng trọt|nông sản|
nông nghiệp|lâm nghiệp|lâm sản|thức ăn|thức ăn chăn nuôi|gia vị|dầu|dầu ăn|mật ong|đậu|đậu phụ|
tương|muối|đường kính|dệt|dệt may|dệt kim|may|may mặc|may công nghiệp|sợi|vải|lụa|thêu|len|da|
da giày|da giầy|giày|giầy|dép|túi|túi xách|thời trang|khăn|chăn|đệm|đồ chơi|quà tặng|thủ công|
mỹ nghệ|thủ công mỹ nghệ|sơn mài|khảm|chạm khắc|vàng|bạc|đá quý|trang sức|vàng trang sức|nhạc cụ|
đồ thờ|nến|hương|tăm hương|quạt|nón|du lịch|nhà hàng|khách sạn|vận tải|giao thông|viễn thông|
bưu chính|truyền thông|quảng cáo|giáo dục|y tế|công nghiệp|công nghiệp hỗ trợ|công nghiệp chế biến|
tiểu thủ công nghiệp|xây lắp|kết cấu|kết cấu thép|hạ tầng|bất động sản|xăng|dầu khí|xăng dầu|gas|
khí|than|nhiên liệu|năng lượng tái tạo|tái chế|phế liệu|xử lý nước|xử lý chất thải|chất thải|
hàng hóa|hàng hoá|hàng tiêu dùng|tiêu dùng|đất|không khí|vi sinh|sinh học|sinh|lý|cơ|phương tiện|
phương tiện đo|khối lượng|nhiệt|áp suất|dung tích|độ dài|quang|âm|tần số|lực|bức xạ|không phá hủy|
không phá huỷ|hữu cơ|vật liệu nổ
"""
_PEOPLE = """
giám đốc|phó giám đốc|tổng giám đốc|phó tổng giám đốc|trưởng phòng|phó phòng|phó trưởng phòng|
nhân viên|chuyên viên|cán bộ|cán bộ quản lý|công nhân|công chức|viên chức|kế toán trưởng|thủ quỹ|
kỹ sư|kỹ thuật viên|quản đốc|phó quản đốc|thủ kho|chủ tịch|phó chủ tịch|chủ nhiệm|tổ trưởng|tổ phó|
đội trưởng|trưởng nhóm|nhóm trưởng|trưởng ca|thư ký|văn thư|trưởng ban|phó ban|chủ hộ|chủ cơ sở|
nghệ nhân|thợ|giáo viên|học sinh|sinh viên|người lao động|người quản lý|quản lý cấp trung|cấp trung|
cấp cao|trưởng|phó|ban giám đốc|hội đồng quản trị|đại diện|người đại diện|phụ trách|ông|bà|anh|chị|
ts|ths|pgs|gs|ks|cn|bs|doanh nhân|nhà quản lý|đại diện pháp luật|học viên|nam|nữ|doanh nghiệp|
doanh nghiệp nhỏ và vừa|doanh nghiệp nhỏ|doanh nghiệp vừa|nhỏ và vừa|dnnvv|dn|dntn|hợp tác xã|htx|
hộ kinh doanh|làng nghề|cơ sở sản xuất|tư nhân|công ty|công ty cổ phần|công ty tnhh|cổ phần|
trách nhiệm hữu hạn|tnhh|mtv|tm|sx|dv|xnk|jsc|ctcp|một thành viên|thành viên|chi nhánh|nhà máy|
văn phòng đại diện|văn phòng|trụ sở|trụ sở chính|cơ sở|phân xưởng|xưởng|tập đoàn|tổng công ty
"""
_ADDRESSES = """
số|số nhà|nhà|ngõ|ngách|hẻm|kiệt|tổ|tổ dân phố|thôn|xóm|đội|lô|ô|tầng|tòa|toà|tòa nhà|toà nhà|phòng|
phòng họp|hội trường|cung|cung trí thức|km|quốc lộ|ql|tỉnh lộ|đại lộ|đường|phố|phường|xã|
thị trấn|quận|huyện|thị xã|
thành phố|tp|khu|khu đô thị|kđt|khu công nghiệp|kcn|cụm công nghiệp|ccn|khu công nghệ cao|khu phố|
chung cư|bắc|đông|tây|cụm|tiểu khu|hà nội|hn|tphn|thủ đô|p|q|tx|tt|việt nam|vn|khu vực|việt|nhật|
hàn|pháp|đức|mỹ|nga|úc|lào|nhật bản|hàn quốc|trung quốc|đài loan|thái lan|singapore|malaysia|châu âu
"""
_UNITS = """
ngày|buổi|tiết|giờ|tháng|tuần|phút|ca|đồng|triệu|triệu đồng|nghìn đồng|tỷ đồng|kg|tấn|m2|m3|ha|lít|
sản phẩm/năm|năm kinh nghiệm|kwh|kw|%|sao|đt|sđt|tel|fax|email|mst|cccd|điện thoại|hotline|zalo|
quyết định|qđ|công văn|cv|hợp đồng|hđ|biên bản|bb|bbnt|giấy phép|gcn|thông báo|ubnd|sở|skhcn
"""
_IN_ENGLISH = """
lean|manufacturing|six|sigma|belt|yellow|green|black|kaizen|kanban|smed|poka|yoke|andon|jidoka|just|
time|jit|vsm|value|stream|mapping|balanced|scorecard|bsc|okr|kpi|erp|mes|crm|scm|iot|ai|plc|scada|
cad|cam|cnc|oee|spc|fmea|apqp|ppap|msa|qc|qa|qcc|tqc|tpm|tqm|twi|gemba|hoshin|pdca|dmaic|smart|
factory|digital|productivity|quality|management|system|systems|control|leadership|safety|training|
coaching|logistics|marketing|sales|online|international|group|vietnam|viet|of|and|for|in|the|basic|
advanced|level|lab|testing|calibration|inspection|certification|module|version|co|ltd|inc|corp|llc|
limited
"""
CONTENT = f"{_WORK}|{_GOODS}|{_PEOPLE}|{_ADDRESSES}|{_UNITS}|{_IN_ENGLISH}"
"""The terms, separated by bars and line ends."""
