"""The names of the fields of records for people, in Vietnamese and English."""

from collections.abc import Mapping
from types import MappingProxyType

from nsc_program.values._text import Text

RECORD_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "id": Text(vi="mã hồ sơ", en="record id"),
        "recorded_on": Text(vi="ngày ghi nhận", en="date of recording"),
        "annulled": Text(vi="đã hủy", en="annulled"),
        "verified": Text(vi="đã xác minh", en="verified"),
        "document": Text(vi="văn bản", en="document"),
    }
)
"""The labels of the fields that every record has."""

FIELD_LABELS: Mapping[str, Text] = MappingProxyType(
    {
        **RECORD_LABELS,
        "code": Text(vi="mã số doanh nghiệp", en="enterprise code"),
        "enterprise": Text(vi="mã số doanh nghiệp", en="enterprise code"),
        "name": Text(vi="tên", en="name"),
        "kind": Text(vi="loại hình", en="kind of enterprise"),
        "locality": Text(vi="địa bàn", en="locality"),
        "started_on": Text(vi="ngày bắt đầu", en="start date"),
        "completed_on": Text(vi="ngày hoàn thành", en="completion date"),
        "level": Text(vi="cấp", en="level"),
        "solutions": Text(vi="nhóm giải pháp", en="solutions"),
        "person": Text(vi="mã người", en="person’s key"),
        "headcount": Text(vi="số người", en="headcount"),
        "on": Text(vi="ngày tổ chức", en="date of the event"),
        "audience": Text(vi="đối tượng", en="audience"),
        "topic": Text(vi="nội dung", en="topic"),
        "trained_on": Text(vi="ngày đào tạo", en="training date"),
        "standard": Text(vi="tiêu chuẩn", en="standard"),
        "certified_on": Text(vi="ngày cấp chứng nhận", en="certification date"),
        "scheme": Text(vi="chương trình chứng nhận", en="certification scheme"),
        "expires_on": Text(vi="ngày hết hạn", en="expiry date"),
        "regional_on": Text(vi="ngày đạt trình độ khu vực", en="date of the regional level"),
        "international_on": Text(
            vi="ngày đạt trình độ quốc tế", en="date of the international level"
        ),
        "renewal": Text(vi="cấp lại", en="renewal"),
        "renewal.True": Text(vi="là lần cấp lại", en="it is a renewal"),
        "renewal.False": Text(vi="không phải là lần cấp lại", en="it is not a renewal"),
        "recognised_on": Text(vi="ngày công nhận", en="recognition date"),
        "decision": Text(vi="quyết định", en="decision"),
        "scope": Text(vi="phạm vi", en="scope"),
        "withdrawn_on": Text(vi="ngày thu hồi", en="withdrawal date"),
        "registration": Text(vi="số đăng ký", en="registration number"),
        "activities": Text(vi="lĩnh vực", en="activities"),
        "strengthened_on": Text(vi="ngày được tăng cường năng lực", en="date of strengthening"),
        "conforming_since": Text(vi="ngày đạt chuẩn mực", en="start of conformity"),
        "conforming_until": Text(vi="ngày hết đạt chuẩn mực", en="end of conformity"),
        "serves_key_products": Text(vi="phục vụ sản phẩm chủ lực", en="serves key products"),
        "serves_key_products.True": Text(
            vi="có phục vụ sản phẩm chủ lực", en="it serves key products"
        ),
        "serves_key_products.False": Text(
            vi="không phục vụ sản phẩm chủ lực", en="it does not serve key products"
        ),
        "indicator": Text(vi="chỉ tiêu", en="indicator"),
        "period": Text(vi="giai đoạn", en="period"),
        "value": Text(vi="giá trị", en="value"),
        "issued": Text(vi="ngày báo cáo", en="report date"),
        "estimate": Text(vi="ước thực hiện", en="estimate"),
        "part": Text(vi="phần của chỉ tiêu", en="part of the indicator"),
        "issuer": Text(vi="cơ quan báo cáo", en="issuer"),
        "funding": Text(vi="kinh phí", en="funding"),
        "spending_year": Text(vi="năm chi", en="spending year"),
    }
)
"""The labels of the fields of the library's own classes, and clauses that say what a flag says."""
