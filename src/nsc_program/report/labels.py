"""The name of every member of a closed set, in Vietnamese and English."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from nsc_program.records._enumerations import Audience, EnterpriseKind, Level, Scope, Solution
from nsc_program.records._reasons import WhyNot
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._incomparable import Incomparable, PlansDiffer
from nsc_program.verdicts._status import Status

LABELS: Mapping[type[StrEnum], Mapping[StrEnum, Text]] = MappingProxyType(
    {
        Status: {
            Status.ATTAINED: Text(vi="Đạt", en="Attained"),
            Status.MISSED: Text(vi="Không đạt", en="Missed"),
            Status.PENDING: Text(vi="Đang thực hiện", en="Pending"),
            Status.UNDECIDED: Text(vi="Chưa đủ căn cứ kết luận", en="Undecided"),
        },
        EnterpriseKind: {
            EnterpriseKind.ENTERPRISE: Text(vi="doanh nghiệp", en="enterprise"),
            EnterpriseKind.COOPERATIVE: Text(vi="hợp tác xã", en="co-operative"),
            EnterpriseKind.HOUSEHOLD: Text(vi="hộ kinh doanh", en="household business"),
        },
        Level: {
            Level.CITY: Text(vi="cấp thành phố", en="city"),
            Level.MINISTRY: Text(vi="cấp bộ", en="ministry"),
            Level.NATION: Text(vi="cấp quốc gia", en="nation"),
        },
        Scope: {
            Scope.CITY: Text(vi="trong thành phố", en="the city"),
            Scope.NATION: Text(vi="cả nước", en="the whole country"),
        },
        Solution: {
            Solution.STANDARDS: Text(vi="tiêu chuẩn", en="standards"),
            Solution.TECHNICAL_REGULATIONS: Text(
                vi="quy chuẩn kỹ thuật", en="technical regulations"
            ),
            Solution.MANAGEMENT_SYSTEMS: Text(vi="hệ thống quản lý", en="management systems"),
            Solution.IMPROVEMENT_TOOLS: Text(vi="công cụ cải tiến", en="improvement tools"),
        },
        Audience: {
            Audience.DEPARTMENT: Text(vi="sở, ngành", en="city departments"),
            Audience.LOCALITY: Text(vi="xã, phường", en="localities"),
            Audience.ORGANISATION: Text(vi="tổ chức", en="organisations"),
            Audience.ENTERPRISE: Text(vi="doanh nghiệp", en="enterprises"),
        },
        Incomparable: {
            Incomparable.PREDICATE: Text(
                vi="chỉ một giai đoạn có chỉ tiêu này",
                en="only one of the phases has a target for this indicator",
            ),
            Incomparable.UNIT: Text(
                vi="số kế hoạch của giai đoạn trước khác đơn vị tính",
                en="the number that the earlier phase planned is in another unit",
            ),
            Incomparable.LENGTH: Text(
                vi="độ dài hai giai đoạn khác nhau", en="the phases differ in length"
            ),
        },
        PlansDiffer: {
            PlansDiffer.NUMBER: Text(
                vi="chỉ một kế hoạch có chỉ tiêu cho thời gian này",
                en="only one of the plans has a target for these days",
            ),
            PlansDiffer.CHOICE: Text(
                vi="cách tính tùy thuộc một điểm chưa rõ không có ở cả hai kế hoạch",
                en="which things are counted depends on a question that the plans do not share",
            ),
            PlansDiffer.UNIT: Text(vi="khác đơn vị tính", en="the units differ"),
            PlansDiffer.COUNTING: Text(
                vi="cách tính khác nhau", en="they are counted in different ways"
            ),
            PlansDiffer.NAME: Text(
                vi="khác tên chỉ tiêu mà chỉ có tên cho biết tính những gì",
                en="the names differ and nothing else says what is counted",
            ),
            PlansDiffer.BASIS: Text(
                vi="khác loại chỉ tiêu (tổng số, số từng năm hay mức tăng)",
                en="they are targets of different kinds (a total, a yearly number or growth)",
            ),
            PlansDiffer.BASELINE: Text(vi="khác kỳ gốc", en="the baselines differ"),
            PlansDiffer.LENGTH: Text(
                vi="độ dài hai giai đoạn khác nhau", en="the phases differ in length"
            ),
            PlansDiffer.DAY: Text(
                vi="là trạng thái của những ngày khác nhau", en="they are states of different days"
            ),
        },
        WhyNot: {
            WhyNot.ANNULLED: Text(vi="đã bị hủy bỏ", en="annulled"),
            WhyNot.RENEWAL: Text(vi="là lần cấp lại", en="a renewal of an earlier one"),
            WhyNot.HOUSEHOLD: Text(
                vi="hộ kinh doanh không phải là doanh nghiệp",
                en="a household business is not an enterprise",
            ),
            WhyNot.COOPERATIVE: Text(
                vi="hợp tác xã không được tính theo cách hiểu này",
                en="a co-operative does not count under this reading",
            ),
            WhyNot.OTHER_LEVEL: Text(
                vi="không phải nhiệm vụ cấp thành phố",
                en="not a task of the city, under this reading",
            ),
            WhyNot.OTHER_SCOPE: Text(
                vi="mô hình điểm thuộc phạm vi khác", en="the model belongs to another scope"
            ),
            WhyNot.FEW_SOLUTIONS: Text(
                vi="chưa đủ số nhóm giải pháp theo cách hiểu này",
                en="too few groups of solutions for this reading",
            ),
            WhyNot.OTHER_PRODUCTS: Text(
                vi="không phục vụ sản phẩm chủ lực", en="it does not serve key products"
            ),
            WhyNot.CONDITION: Text(
                vi="không đáp ứng điều kiện của quy tắc tính",
                en="it does not meet a condition of the counting rule",
            ),
            WhyNot.NOT_HAPPENED: Text(vi="chưa diễn ra đủ", en="not all conditions were met"),
            WhyNot.LAPSED: Text(
                vi="hết hiệu lực trước khi đủ điều kiện",
                en="it lapsed before all conditions were met",
            ),
            WhyNot.BEFORE: Text(vi="trước giai đoạn", en="before the period"),
            WhyNot.AFTER: Text(vi="sau giai đoạn", en="after the period"),
            WhyNot.LATER: Text(vi="sau ngày đánh giá", en="after the day of the evaluation"),
            WhyNot.UNKNOWN_PART: Text(
                vi="kế hoạch không phân tổ chỉ tiêu như vậy",
                en="the plan does not divide the indicator in this way",
            ),
            WhyNot.REPLACED: Text(vi="có báo cáo sau thay thế", en="a later report replaces it"),
            WhyNot.UNVERIFIED: Text(
                vi="báo cáo chưa được xác minh", en="the report is not verified"
            ),
            WhyNot.IN_DOUBT: Text(
                vi="một báo cáo trong các dòng chưa tiếp nhận được có thể thay thế báo cáo này",
                en="a report in a rejected row may replace it",
            ),
            WhyNot.IMPOSSIBLE: Text(
                vi="chỉ tiêu không thể có số này, hoặc không thể có tổng của các phân tổ",
                en="the indicator cannot be this number, or the sum of its parts",
            ),
            WhyNot.TOO_MANY: Text(
                vi="quá nhiều báo cáo còn hiệu lực, chỉ sử dụng các báo cáo có kỳ dài nhất",
                en="too many are in effect, and only those over the longest periods are used",
            ),
            WhyNot.REJECTED: Text(vi="dòng chưa tiếp nhận được", en="a rejected row"),
            WhyNot.ESTIMATE: Text(
                vi="số ước thực hiện, không dùng để kết luận theo cách hiểu này",
                en="an estimate, which does not decide under this reading",
            ),
            WhyNot.PART_OF_TERRITORY: Text(
                vi="chỉ về một phần địa bàn, chưa cho biết số của toàn địa bàn",
                en="it is about a part of the territory, which leaves the whole open",
            ),
            WhyNot.OTHER_PERIOD: Text(
                vi="là tỷ lệ của kỳ khác", en="it is about the share of another period"
            ),
            WhyNot.NOTHING_NEW: Text(vi="không cho biết gì thêm", en="it adds nothing new"),
        },
    }
)
"""The labels by class and member: members of two classes may have one value."""


def label(member: StrEnum) -> Text:
    """Return the name of a status, kind, level, scope, solution, audience or reason.

    Args:
        member: a member of one of the classes in `LABELS`.

    >>> label(Status.PENDING).vi, label(Level.CITY).vi, label(Scope.CITY).en
    ('Đang thực hiện', 'cấp thành phố', 'the city')
    """
    return LABELS[type(member)][member]


OF_ENTRIES = frozenset({"recorded_on", "annulled"})
"""Fields about the entry of a record, which lists and forms leave out."""

CLASSES: Mapping[str, Text] = {
    "Enterprise": Text(vi="doanh nghiệp", en="enterprise"),
    "Support": Text(vi="hỗ trợ", en="support"),
    "Training": Text(vi="đào tạo, tập huấn", en="training"),
    "Expert": Text(vi="chuyên gia", en="expert"),
    "PilotModel": Text(vi="mô hình điểm", en="pilot model"),
    "AssessmentBody": Text(vi="tổ chức đánh giá sự phù hợp", en="assessment body"),
    "Dissemination": Text(vi="tuyên truyền, phổ biến", en="dissemination"),
    "ReportedFigure": Text(vi="số liệu báo cáo", en="report"),
    "Fact": Text(vi="dữ kiện", en="fact"),
    "Completeness": Text(vi="xác nhận số liệu đầy đủ", en="claim"),
}
"""The name of every class of records, by the name of the class."""


def kind_of(name: str, lang: Lang) -> str:
    """Return the name of a class of records for people; a caller's class keeps its own name.

    Args:
        name: the name of the class.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return CLASSES[name].in_(lang) if name in CLASSES else name
