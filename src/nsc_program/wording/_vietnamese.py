"""The Vietnamese words that the reader knows: one table for each tag."""

from nsc_program.wording._numbers import NUMERALS
from nsc_program.wording._scales import SCALES
from nsc_program.wording._tags import Table, Tag

_AT_LEAST = """
    ít nhất; tối thiểu; chí ít; ít ra; ít nhất là; tối thiểu là; ít nhất phải; tối thiểu phải
    không dưới; không ít hơn; không thấp hơn; không nhỏ hơn; không kém; không kém hơn
    lớn hơn hoặc bằng; cao hơn hoặc bằng; không được dưới; không được thấp hơn; không được ít hơn
    bằng hoặc hơn; bằng hoặc cao hơn; bằng hoặc lớn hơn; nhiều hơn hoặc bằng; không dưới mức
    không thấp hơn mức
"""
_AT_MOST = """
    tối đa; nhiều nhất; tối đa là; nhiều nhất là; không quá; không vượt quá; không vượt; không hơn
    không cao hơn; không nhiều hơn; không lớn hơn; nhỏ hơn hoặc bằng; thấp hơn hoặc bằng
    ít hơn hoặc bằng; không quá mức; không vượt mức; không vượt quá mức; không được quá
    không được vượt quá; không được vượt; không được cao hơn; chưa quá; chưa vượt quá; không trên
"""
VIETNAMESE: Table = {
    Tag.AT_LEAST: _AT_LEAST,
    Tag.AT_MOST: _AT_MOST,
    Tag.STRONG: _AT_LEAST + _AT_MOST + "; đạt và vượt; đạt hoặc vượt; bằng và vượt",
    Tag.MORE: """
        trên; hơn; vượt; vượt trên; vượt quá; quá; nhiều hơn; cao hơn; lớn hơn; vượt mức; trên mức
        hơn mức; vượt hơn; vượt ngưỡng; trên ngưỡng; vượt con số; trên con số; hơn con số
        quá con số; vượt mốc; trên mốc; cao hơn mức; vượt qua mức
    """,
    Tag.ABOUT: """
        khoảng; chừng; khoảng chừng; vào khoảng; xấp xỉ; trên dưới; áng chừng; ở khoảng; cỡ; tầm
        vào cỡ; cỡ khoảng; tầm khoảng; hơn kém; quãng; xoay quanh; dao động quanh; dao động khoảng
        ước chừng
    """,
    Tag.LESS: """
        dưới; ít hơn; nhỏ hơn; thấp hơn; dưới mức; dưới con số; dưới mốc; thấp hơn mức; chưa đến
        chưa tới; không đến; không tới; không đầy; chưa đầy
    """,
    Tag.NEARLY: """
        gần; gần bằng; gần như; ngót; suýt; suýt soát; ngót nghét; gần đến; gần tới; sát; ngấp nghé
        tiệm cận; cơ bản; non; chỉ gần; cận; sắp; sắp đạt; sắp tròn; gần tròn; gần chạm
        tiệm cận mức; xấp xỉ gần
    """,
    Tag.ESTIMATE: """
        ước; ước tính; ước đạt; ước khoảng; ước tính khoảng; ước đạt khoảng; ước thực hiện; ước có
        ước tính đạt; ước tính có; ước được; ước thực hiện đạt; ước cả năm; ước tăng
        ước thực hiện cả năm
    """,
    Tag.LIMIT: """
        giới hạn; khống chế; kiềm chế; giới hạn ở; giới hạn ở mức; khống chế ở; khống chế ở mức
        mức trần; giá trần; trần nợ; hạn mức; hạn ngạch; mức sàn; giá sàn; khống chế mức
        giới hạn mức; kìm giữ; kìm giữ ở mức; kiềm giữ; khống chế trong; giới hạn trong
        trong giới hạn; gói gọn trong; không ngoài
    """,
    Tag.HELD: "kiểm soát; hạn chế; ghìm; kìm; kìm chế; kiểm soát lạm phát",
    Tag.EXACT: """
        đúng; chính xác; vừa đúng; đúng bằng; vừa đủ; vừa tròn; đúng là; chính xác là
        không hơn không kém
    """,
    Tag.LACK: """
        thiếu; còn thiếu; thiếu hụt; vẫn thiếu; đang thiếu; vẫn còn thiếu; còn thiếu hụt; chưa đủ
        không đủ; chưa tròn; không hề; không thể; chưa thể; thua; kém; ngoài; thiếu mất; hụt
    """,
    Tag.SIGN: "âm; trừ đi; dương",
    Tag.FOUNDED: """
        thành lập mới; được thành lập mới; mới thành lập; mới được thành lập; đăng ký thành lập mới
        được đăng ký thành lập mới; đăng ký mới
    """,
    Tag.UP: """
        trở lên; trở đi; hoặc hơn; hoặc nhiều hơn; hoặc cao hơn; hoặc lớn hơn; hay hơn
        hay nhiều hơn; hay cao hơn; và hơn thế; hoặc hơn thế; đổ lên; hoặc hơn nữa
    """,
    Tag.DOWN: """
        trở xuống; hoặc ít hơn; hoặc thấp hơn; hoặc nhỏ hơn; hay ít hơn; hay thấp hơn; đổ xuống
        đổ lại; trở lại; hoặc kém hơn
    """,
    Tag.AGAIN: "nữa",
    Tag.FROM: "từ",
    Tag.TO: "đến; tới",
    Tag.GROW: """
        tăng; gia tăng; tăng trưởng; mức tăng; tỷ lệ tăng; tỉ lệ tăng; phát triển tăng; tăng đều
        tăng thêm
    """,
    Tag.PACE: """
        tăng trưởng; tốc độ tăng; tốc độ tăng trưởng; tốc độ gia tăng; nhịp độ tăng
        nhịp độ tăng trưởng; mức tăng trưởng; tỷ lệ tăng trưởng; tỉ lệ tăng trưởng
        tốc độ phát triển; tỷ lệ tăng; tỉ lệ tăng; mức tăng; mức giảm; tốc độ giảm; tỷ lệ giảm
        tỉ lệ giảm
    """,
    Tag.RAISE: "nâng cao; nâng; cải thiện",
    Tag.ADD: """
        thêm; tăng thêm; thêm được; có thêm; bổ sung; bổ sung thêm; thêm mới; phát triển thêm
        hỗ trợ thêm
    """,
    Tag.FALL: """
        giảm; cắt giảm; giảm bớt; giảm thiểu; tiết kiệm; rút ngắn; hạ; kéo giảm; giảm nghèo
        tiết giảm; giảm dần; sụt giảm; mức giảm; tốc độ giảm; tỷ lệ giảm; tỉ lệ giảm; cắt bớt
        giảm thêm; giảm còn; giảm xuống còn; giảm xuống; giảm chỉ còn; xuống còn; xuống mức
    """,
    Tag.UNDER: "dưới; dưới mức; dưới con số; dưới mốc; thấp hơn; thấp hơn mức",
    Tag.ONTO: """
        lên; lên mức; lên thành; lên tới; lên đến; tăng lên; tăng lên đến; tăng lên tới; nâng lên
        nâng lên thành
    """,
    Tag.LEFT: """
        còn; xuống còn; xuống; chỉ còn; giảm còn; giảm xuống còn; xuống mức; giảm xuống
        giảm chỉ còn
    """,
    Tag.TIMES: "gấp; tăng gấp; cao gấp; nhiều gấp; lớn gấp",
    Tag.DOUBLE: """
        gấp đôi; gấp hai; gấp ba; gấp bốn; gấp rưỡi; gấp hai lần; gấp ba lần; gấp bốn lần
        tăng gấp đôi; tăng gấp hai; tăng gấp ba; tăng gấp rưỡi; tăng gấp hai lần; tăng gấp ba lần
        tăng gấp bốn; tăng gấp bốn lần; cao gấp đôi
    """,
    Tag.YEARLY: """
        mỗi năm; hằng năm; hàng năm; từng năm; mỗi một năm; trong mỗi năm; năm nào cũng
        định kỳ mỗi năm; một năm; định kỳ hằng năm; định kỳ hàng năm
    """,
    Tag.SOME_YEARS: """
        các năm tiếp theo; những năm tiếp theo; các năm sau; các năm còn lại; những năm sau
        năm tiếp theo
    """,
    Tag.PART: "trong đó; gồm; bao gồm; gồm có",
    Tag.WITH: "với; cho; có; với tổng giá trị; với tổng trị giá",
    Tag.ATTAIN: "đạt; chiếm; bằng; đạt mức; đạt tỷ lệ; đạt tỉ lệ; đạt được; ở mức",
    Tag.NEXT_YEAR: "năm sau",
    Tag.YEAR_BEFORE: """
        năm trước; năm liền trước; năm trước đó; năm trước liền kề; năm liền kề trước
        năm liền kề trước đó; năm ngoái; năm kế trước
    """,
    Tag.OFTEN: "; ".join(
        f"{often} {time}"
        for often in (
            "hằng",
            "hàng",
            "mỗi",
            "từng",
            "theo",
            "mỗi một",
            "định kỳ hằng",
            "định kỳ hàng",
            "định kỳ mỗi",
        )
        for time in ("giờ", "ngày", "tuần", "tháng", "quý", "nửa năm", "sáu tháng")
    )
    + "; một tháng; một tuần; một quý; nửa năm; nửa tháng; định kỳ; nửa năm một lần",
    Tag.OFTEN_OF: """
        cứ; cứ mỗi; mỗi; mỗi một; định kỳ; cách; cứ cách; sau mỗi; trong mỗi; định kỳ mỗi; cứ sau
        từng
    """,
    Tag.EACH: "mỗi; mỗi một; trong mỗi; cứ mỗi; sau mỗi; từng; tính trên; trên đầu người",
    Tag.ALL: "đều; đều có; đều đạt",
    Tag.AVERAGE: "bình quân; trung bình; tính bình quân; tính trung bình; bình quân chung",
    Tag.BASELINE: "so với; so với mức; so sánh với",
    Tag.NO_PERIOD: """
        hiện nay; hiện tại; hiện có; hiện đạt; hiện trạng; cùng kỳ; kế hoạch; mục tiêu; chỉ tiêu
        cuối; đầu; thời điểm; bình quân; trung bình; trước khi; trước đây; trước đó; đầu kỳ; cuối kỳ
        dự toán; tháng; quý; ngày; năm học; cả nước; bình quân chung; giữa; mặt bằng; ước
        ước thực hiện; nhiệm kỳ trước; giai đoạn trước; năm cơ sở; năm gốc; khi; trước; chưa
        tổng số; trung ương; sau; đến; tới; tổng; các năm trước; 6 tháng; niên độ; niên vụ; vụ
    """,
    Tag.WHOLE: """
        cả giai đoạn; toàn giai đoạn; trong cả giai đoạn; tổng cộng; lũy kế; cộng dồn
        trong toàn giai đoạn; cho cả giai đoạn; trong suốt giai đoạn; toàn kỳ; cả thời kỳ
        cả nhiệm kỳ
    """,
    Tag.SUM: "tổng; tổng số",
    Tag.INTO: """
        vào; trong; cho; của; vào tốc độ; trong tốc độ; đến; nhằm; mô hình; góp phần; thúc đẩy
    """,
    Tag.PHASE: """
        giai đoạn; thời kỳ; nhiệm kỳ; trong giai đoạn; trong thời kỳ; các năm; trong các năm
        cả giai đoạn; trong cả giai đoạn; toàn giai đoạn; cho cả giai đoạn; thời gian; những năm
    """,
    Tag.YEAR: "năm",
    Tag.UNTIL: """
        đến; tới; đến hết; đến cuối; vào; vào cuối; tới hết; tới cuối; tính đến; tính đến hết
        tính đến cuối; chậm nhất; chậm nhất đến; chậm nhất vào; hết; đến thời điểm; tính tới
        chậm nhất là; cho đến; cho đến hết; cho tới
    """,
    Tag.BEFORE: "trước",
    Tag.DATE: "ngày",
    Tag.MONTH: "tháng",
    Tag.QUARTER: "quý",
    Tag.MOMENT: "thời điểm",
    Tag.CLOSE_OF: """
        cuối; hết; thời điểm cuối; thời điểm hết; đến; tới; đến hết; đến cuối; vào cuối; tới hết
        tới cuối; tính đến; tính đến hết; tính đến cuối; đến thời điểm; tính tới; cho đến
        cho đến hết; cho tới
    """,
    Tag.ALONE: "riêng; riêng trong",
    Tag.UNIT: """
        doanh nghiệp; doanh nghiệp nhỏ và vừa; dn; dnnvv; hợp tác xã; htx; tổ hợp tác; tht
        liên hiệp hợp tác xã; hộ kinh doanh; hộ gia đình; hộ nông dân; hộ dân; hộ; cơ sở sản xuất
        cơ sở; đơn vị; cơ quan; tổ chức; hiệp hội; câu lạc bộ; trung tâm; viện; trường; trường học
        bệnh viện; trạm y tế; người; người lao động; người dân; lao động; cán bộ; công chức
        viên chức; nhân viên; công nhân; học viên; học sinh; sinh viên; giảng viên; giáo viên
        chuyên gia; chuyên viên; kỹ sư; bác sĩ; nhà khoa học; nhân lực; thành viên; hội viên
        đại biểu; nông dân; nhà quản lý; cố vấn; tư vấn viên; kiểm định viên; báo cáo viên
        thanh niên; mô hình; mô hình điểm; mô hình mẫu; dự án; đề án; đề tài; nhiệm vụ; chương trình
        kế hoạch; giải pháp; sáng kiến; sản phẩm; mặt hàng; hàng hóa; dịch vụ; thương hiệu
        nhãn hiệu; chỉ dẫn địa lý; sáng chế; bằng sáng chế; giấy chứng nhận; chứng nhận; chứng chỉ
        đơn đăng ký; đơn; văn bằng; văn bằng bảo hộ; giải thưởng; tiêu chuẩn; tiêu chuẩn quốc gia
        tiêu chuẩn cơ sở; tcvn; qcvn; quy chuẩn; quy chuẩn kỹ thuật; hệ thống; hệ thống quản lý
        công cụ; lớp; lớp học; lớp tập huấn; khóa; khóa học; khóa đào tạo; khóa tập huấn; hội nghị
        hội thảo; tọa đàm; diễn đàn; cuộc; đợt; buổi; sự kiện; cuộc thi; hội chợ; phiên; bài
        bài viết; tin; tin bài; phóng sự; chuyên mục; chuyên đề; video; clip; ấn phẩm; tài liệu
        tờ rơi; bản tin; phim; phim tài liệu; kỳ; số; bộ; hợp đồng; giao dịch; hồ sơ; thủ tục
        thủ tục hành chính; xã; phường; thị trấn; huyện; quận; thị xã; tỉnh; thành phố; thôn; bản
        ấp; khu phố; tổ dân phố; địa phương; ngành; lĩnh vực; vùng; khu vực; cụm công nghiệp
        khu công nghiệp; vườn ươm; chuỗi; chuỗi liên kết; chuỗi giá trị; phòng thử nghiệm
        phòng thí nghiệm; phòng kiểm nghiệm; phòng; chợ; siêu thị; cửa hàng; điểm; nhà máy; xưởng
        dây chuyền; thiết bị; máy; phương tiện; công trình; trạm; tuyến; cây; con; ha; héc ta; hecta
        km; m; m²; km²; m2; km2; m³; m3; kg; tấn; tạ; lít; kwh; mw; gwh; kw; giường bệnh; giường
        căn; căn hộ; phiếu; ý kiến; lần; vụ; nền tảng; ứng dụng; phần mềm; cơ sở dữ liệu; website
        trang web; tài khoản; thuê bao; đồng; vnđ; vnd; usd; đô la mỹ; đô la; euro; tỷ đồng; tỉ đồng
        triệu đồng; nghìn đồng; ngàn đồng; nghìn tỷ đồng; ngàn tỷ đồng; nghìn tỉ đồng; tỷ usd
        triệu usd; tỉ usd; tỷ đô la mỹ; triệu đô la mỹ; tỷ vnđ; triệu vnđ; bậc; hạng mục; tiêu chí
        chỉ tiêu; quy trình; làng nghề; hộ nghèo; gia đình; thí sinh; mã số; mã vùng trồng
        mã số vùng trồng; mã vạch; mã truy vết; tem; công nghệ; giống; startup; nhóm; nhóm cải tiến
        nhóm sản phẩm; nhà đầu tư; mạng lưới; mã; quỹ; đối tác; đoàn; gian hàng; nhà; phòng học
        văn bản; nghị quyết; tổ; đội; ngôi nhà; chủ thể; trang trại; cơ sở giáo dục; cơ sở y tế
        công ty; tập đoàn; chi nhánh; khách sạn; lượt người; lượt khách; khách; du khách
        lượt doanh nghiệp; chuyến; tàu; dân; di tích; lễ hội; ngày công; suất; học bổng
        tổ chức đánh giá sự phù hợp; tổ chức chứng nhận; cặp; sàn; kênh; cụm; khu; tác phẩm; sổ tay
        bộ tài liệu; cây xanh; cây giống; con giống; liều; liều vắc xin; hành khách; khách hàng
        người dùng; hóa đơn; quả; trái; bông; cành; gốc; hạt giống; thùng; hộp; chai; gói; viên; bao
        chiếc; cái; cuốn; quyển; tờ; ấn bản; bản sách; lượt xem; lượt truy cập; lượt tải; lượt hộ
        lượt tham gia; teu; container; việc làm; chỗ làm việc; hộ nghèo; hộ cận nghèo
        mã số thuế cá nhân; khách quốc tế; khách nội địa; khách du lịch; lượt khách du lịch
        lượt khách quốc tế; lượt hành khách; cán bộ công chức; trẻ em; trẻ; phụ nữ; đoàn viên
        đảng viên; hộ sản xuất; dòng sản phẩm
    """,
    Tag.RANK: "bậc; hạng",
    Tag.HEADS: "lượt",
    Tag.SCALE: ";".join(SCALES["vi"]),
    Tag.MEASURE: """
        đồng; vnđ; vnd; usd; đô la mỹ; đô la; euro; tỷ đồng; tỉ đồng; triệu đồng; nghìn đồng
        ngàn đồng; nghìn tỷ đồng; ngàn tỷ đồng; nghìn tỉ đồng; tỷ usd; triệu usd; tỉ usd
        tỷ đô la mỹ; triệu đô la mỹ; tỷ vnđ; triệu vnđ; ha; héc ta; hecta; km; m; m²; km²; m2; km2
        m³; m3; kg; tấn; tạ; lít; kwh; mw; gwh; kw
    """,
    Tag.MILLE: "phần nghìn; phần ngàn; phần vạn; phần triệu",
    Tag.REST: "rưỡi; rưởi; lẻ; linh; có lẻ; mươi",
    Tag.SHORT: "giờ; phút; tuần; giây; ngày; ngày làm việc; giờ làm việc; tiếng",
    Tag.LASTS: """
        năm; tháng; tuổi; sao; năm tuổi; tháng tuổi; năm kinh nghiệm; năm tới; năm liên tiếp
        năm qua; quý
    """,
    Tag.HAVING: "có; đạt; có được; doanh thu; quy mô; vốn; có quy mô; có doanh thu",
    Tag.SHARE: "tỷ lệ; tỉ lệ; tỷ trọng; tỉ trọng; tỷ suất; cơ cấu; tỷ lệ giảm; tỉ lệ giảm",
    Tag.POOR: "giảm nghèo; hộ nghèo; hộ cận nghèo; cận nghèo",
    Tag.NOT: "không; chưa; không để; không được; chẳng; đừng",
    Tag.POINTS: "điểm phần trăm; điểm",
    Tag.PERCENT: "phần trăm",
    Tag.COUNTED: """
        doanh nghiệp; dn; hợp tác xã; htx; tổ hợp tác; hộ; hộ kinh doanh; hộ gia đình; cơ sở; đơn vị
        tổ chức; người; lao động; cán bộ; công chức; học viên; chuyên gia; mô hình; mô hình điểm
        dự án; đề tài; sản phẩm; lượt; lượt người; giấy chứng nhận; doanh nghiệp nhỏ và vừa; lớp
        khóa; hội nghị; hội thảo; sáng kiến; nhãn hiệu
    """,
    Tag.PLACE: """
        lĩnh vực; địa bàn; huyện; xã; phường; tỉnh; thành phố; quận; nền tảng; sàn; kênh; trang
        website; dân; trang web; phương diện; địa phương; thị xã; thôn; ha; tuyến; mạng; vạn; km2
        km²; ấp; khu phố; m2; m²; héc ta; người dân
    """,
    Tag.NUMERAL: ";".join(sorted(NUMERALS["vi"])),
    Tag.VAGUE: """
        một số; nhiều; vài; một vài; đa số; phần lớn; hầu hết; đại đa số; phần đông; hàng loạt; dăm
        mấy; dăm ba; đôi ba
    """,
    Tag.COUNTLESS: """
        hàng chục; hàng trăm; hàng nghìn; hàng ngàn; hàng vạn; hàng triệu; hàng tỷ; nhiều triệu
        nhiều tỷ; cả chục; cả trăm; cả nghìn; cả ngàn; cả vạn; cả triệu
    """,
    Tag.FRACTION: """
        một nửa; phân nửa; quá nửa; một phần ba; hai phần ba; một phần tư; ba phần tư; một phần hai
        nửa triệu; nửa tỷ; nửa nghìn
    """,
    Tag.OUT_OF: "trong; trên; trong số",
    Tag.OF_TOTAL: """
        trong số; trong tổng số; trên tổng số; trên tổng; trong tổng; trên số; nằm trong; một trong
    """,
    Tag.LABEL: """
        điều; khoản; iso; iec; iatf; tcvn; qcvn; tccs; haccp; thứ; lần thứ; tháng; quý; ngày; top
        tốp; nhóm; covid; ohsas; sa; ps; apo; astm; en; jis; gost; phụ lục; chương; biểu
        cách mạng công nghiệp; điện thoại; fax; hotline; mã số thuế; đt; sđt; phiên bản; thế hệ
        iso iec; tcvn iso; apo ps; bảng; ban; quốc lộ; đại hội; kỳ họp thứ
    """,
    Tag.SOFT_LABEL: """
        vùng; bước; đợt; loại; tuyến; bậc; lớp; nhiệm vụ; tiêu chí; chỉ tiêu; phần; điểm; kế hoạch
        đề án; giải pháp; dự án; mùa; vụ; phương án; tổ; khu; ca; tập; kỳ; lần; cụm; hợp phần
        nội dung; tiểu dự án; đường; giai đoạn; quyết định; nghị quyết; nghị định; thông tư; chỉ thị
        công văn; tờ trình; thông báo; luật; số; mục; mẫu; khóa; trang; mức độ; cấp độ; cấp; hạng
        công nghiệp; mã; vị trí; xếp hạng; thứ hạng; bộ tiêu chuẩn; kết luận; chương trình; tầng
        mục tiêu; tiêu chuẩn; chuẩn; mô hình; hệ thống; nông nghiệp; hiện đại; web; kế hoạch số
        quyết định số; nghị quyết số; thông tư số; nghị định số; công văn số; kết luận số
        chương trình số; chỉ thị số; tờ trình số
    """,
    Tag.ASPIRE: "phấn đấu",
    Tag.FILL: """
        là; có; đạt; được; mức; phải; cần; sẽ; chiếm; ở mức; ở; cho; với; có được; đạt được; đạt mức
        đạt tỷ lệ; tỷ lệ; tỉ lệ; hỗ trợ; đào tạo; số; số lượng; bằng; cho được; đạt tỉ lệ
        hỗ trợ cho; đóng góp; cũng; chỉ; đó; con số; với tổng giá trị; với tổng trị giá
        thành lập mới; được thành lập mới; mới thành lập; đạt con số; tới con số; cùng; tại
        xây dựng; tổ chức; hình thành; thành lập; thu hút; phát triển; đưa; của; khi; trong; tổng số
        tổng
    """,
    Tag.CLEAR: """
        có; đạt; chiếm; cho; thu hút; hỗ trợ; đào tạo; được; với; đạt mức; là; hình thành; thành lập
        phấn đấu; lên; đạt tỷ lệ; đạt tỉ lệ; xây dựng; tổng số; tăng; giải quyết việc làm cho
    """,
    Tag.FOR: "cho; của; tại; trong; dành cho; hỗ trợ cho; ở",
    Tag.AND: "và; hoặc; hay; đồng thời; cùng",
    Tag.ABSTRACT: """
        trình độ; cấp; hạng; loại; đại học; cao đẳng; trung cấp; sơ cấp; từ; khá; quy mô; trung học
        mức; bậc; giỏi; thạc sĩ; tiến sĩ; tuổi; sao; chức vụ; phó; trưởng
    """,
    Tag.EXCEPT: """
        không kể; không tính; trừ; không bao gồm; ngoại trừ; chưa kể; chưa tính; không gồm
        chưa bao gồm; chưa gồm; loại trừ; trừ đi; không kể đến; không tính đến; chưa tính đến
        chưa kể đến; không kể cả; không tính cả; chỉ trừ; trừ ra; không tính vào
    """,
    Tag.RESPECTIVELY: "lần lượt; tương ứng; theo thứ tự",
    Tag.NEUTRAL: """
        trên địa bàn; trên toàn quốc; trên cơ sở; trên cả nước; hơn nữa; dưới hình thức; dưới sự
        tăng cường; giá trị gia tăng; giá trị tăng thêm; mỗi xã một sản phẩm; từng bước; từ đó
        từ nguồn; từ nay; trên thế giới; trên thị trường; bình quân đầu người; trên toàn tỉnh
        trung bình đầu người; trên toàn thành phố; đồng đều; đều khắp; bên cạnh đó
        một trong những; một trong các
        một cửa; số hóa; công nghệ số; kinh tế số; chuyển đổi số; xã hội số; chữ ký số; nền tảng số
        dữ liệu số; trước hết; trước mắt; nhiều hơn nữa; ngày càng nhiều; dưới luật; cao hơn nữa
        dưới đây; trên đây; tối thiểu hóa; tối đa hóa; khai thác tối đa; phát huy tối đa
        tận dụng tối đa; huy động tối đa; kế hoạch hằng năm; kế hoạch hàng năm; báo cáo hằng năm
        báo cáo hàng năm; dự toán hằng năm; dự toán hàng năm; gia tăng giá trị; tăng tốc; nâng cấp
        năm nay; hai bên; một thành viên; tăng trưởng xanh; đến nay; từ đây; cho đến nay
        tính đến nay; trên hết; đã từng; trên mạng; trung bình cộng; đánh giá hằng năm
        đánh giá hàng năm; định kỳ báo cáo; một mặt; một phần; cùng một; nhiều hơn; nhiều mặt
        trên nguyên tắc; trên môi trường; không gian; không khí; hàng không; không dùng tiền mặt
        không ngừng; không chỉ; không những; cả hai; hạ tầng; hạ long; hạ du; hạ lưu; triệu tập
        tầm nhìn; còn lại; tầm quan trọng; tầm vóc; tầm cỡ; tầm khu vực; tầm quốc tế; tầm soát
        tầm trung; kích cỡ; cỡ nhỏ; cỡ vừa; cỡ lớn; báo cáo hằng tháng; báo cáo hàng tháng
        báo cáo hằng quý; báo cáo hàng quý; quay trở lại; khấu trừ; phòng trừ; diệt trừ; giảm trừ
        bài trừ; không tính phí; không kể cả; nhưng; ước mơ; công ước; quy ước; điều ước; mong ước
        ước muốn; mơ ước; ước nguyện; mầm non; non trẻ; núi non; non nớt; non sông; nước non
        quá trình; quá độ; quá khứ; quá tải; quá hạn; âm thanh; âm nhạc; âm lịch; thu âm; siêu âm
        đúng hạn; đúng tiến độ; đúng quy định; đúng thời hạn; đúng mục đích; đúng đối tượng
        chưa qua đào tạo; không qua đào tạo; đã qua đào tạo; ngoài ra; ngoài nước; ngoài công lập
        ngoài nhà nước; ngoài khu công nghiệp; ngoài ngân sách; trong và ngoài nước; ngoài tỉnh
        bên ngoài; yếu kém; kém hiệu quả; khiếm khuyết; dương lịch; tiếp cận; vùng lân cận; lân cận
        cận nghèo; hộ cận nghèo; sắp xếp; sắp tới
    """,
}
