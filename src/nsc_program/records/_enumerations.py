"""The closed sets of values that fields of records can have."""

from enum import StrEnum


class EnterpriseKind(StrEnum):
    """Loại hình: the legal kind of an enterprise.

    Attributes:
        ENTERPRISE: an enterprise (doanh nghiệp).
        COOPERATIVE: a co-operative (hợp tác xã).
        HOUSEHOLD: a household business (hộ kinh doanh).
    """

    ENTERPRISE = "enterprise"
    COOPERATIVE = "cooperative"
    HOUSEHOLD = "household"


class Level(StrEnum):
    """Cấp: the authority whose task a support belongs to.

    Attributes:
        CITY: a task of the city.
        MINISTRY: a task of a ministry.
        NATION: a task of the national programme.
    """

    CITY = "city"
    MINISTRY = "ministry"
    NATION = "nation"


class Scope(StrEnum):
    """Phạm vi: the scope of a pilot model.

    Attributes:
        CITY: a model of the city.
        NATION: a model to share with the whole country.
    """

    CITY = "city"
    NATION = "nation"


class Solution(StrEnum):
    """Nhóm giải pháp: one of the four groups of solutions (O3).

    Attributes:
        STANDARDS: tiêu chuẩn.
        TECHNICAL_REGULATIONS: quy chuẩn kỹ thuật.
        MANAGEMENT_SYSTEMS: hệ thống quản lý.
        IMPROVEMENT_TOOLS: công cụ cải tiến năng suất.
    """

    STANDARDS = "standards"
    TECHNICAL_REGULATIONS = "technical-regulations"
    MANAGEMENT_SYSTEMS = "management-systems"
    IMPROVEMENT_TOOLS = "improvement-tools"


class Audience(StrEnum):
    """Đối tượng: the people who are trained or informed.

    Attributes:
        DEPARTMENT: a department of the city (sở, ngành).
        LOCALITY: a local people's committee (UBND quận, huyện, thị xã, phường, xã).
        ORGANISATION: an organisation that is not an enterprise (tổ chức).
        ENTERPRISE: an enterprise (doanh nghiệp).
    """

    DEPARTMENT = "department"
    LOCALITY = "locality"
    ORGANISATION = "organisation"
    ENTERPRISE = "enterprise"
