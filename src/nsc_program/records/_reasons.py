"""Why a record is not counted."""

from enum import StrEnum, unique


@unique
class WhyNot(StrEnum):
    """Why a record is not counted in one way of counting.

    Attributes:
        ANNULLED: the record was withdrawn.
        RENEWAL: it renews an earlier certificate or recognition.
        HOUSEHOLD: the enterprise is a household business (hộ kinh doanh).
        COOPERATIVE: the enterprise is a co-operative (hợp tác xã), which this way leaves out.
        OTHER_LEVEL: the task was of another level (cấp).
        OTHER_SCOPE: the pilot model has another scope (phạm vi).
        FEW_SOLUTIONS: it applies too few groups of solutions.
        OTHER_PRODUCTS: the body does not serve key products.
        CONDITION: it does not meet another condition of the counting rule.
        NOT_HAPPENED: a day that the rule needs has not come yet.
        LAPSED: the validity had ended when the last of these days came.
        BEFORE: it happened before the period.
        AFTER: it happened after the period.
        LATER: it happened after the day of judgement, or the report says nothing by that day.
        UNKNOWN_PART: the report is about a part that the plan does not know.
        REPLACED: a later report replaces it.
        UNVERIFIED: the report is not verified.
        IN_DOUBT: a report in a rejected row may be a later version of the report, or replace it.
        IMPOSSIBLE: the indicator cannot be the number of the report, or the sum that this is in.
        TOO_MANY: more reports on the indicator are in effect than are compared with each other.
        REJECTED: the row was rejected.
        PART_OF_TERRITORY: the report is about a part of the plan's territory, and a state or a
            share of a part leaves that of the whole open.
        OTHER_PERIOD: the report is about the share of another period.
        NOTHING_NEW: the report adds nothing to the figure.
        ESTIMATE: the report is an estimate (ước thực hiện), which the reading does not let decide.
    """

    ANNULLED = "annulled"
    RENEWAL = "renewal"
    HOUSEHOLD = "household"
    COOPERATIVE = "cooperative"
    OTHER_LEVEL = "other-level"
    OTHER_SCOPE = "other-scope"
    FEW_SOLUTIONS = "few-solutions"
    OTHER_PRODUCTS = "other-products"
    CONDITION = "condition"
    NOT_HAPPENED = "not-happened"
    LAPSED = "lapsed"
    BEFORE = "before"
    AFTER = "after"
    LATER = "later"
    UNKNOWN_PART = "unknown-part"
    REPLACED = "replaced"
    UNVERIFIED = "unverified"
    IN_DOUBT = "in-doubt"
    IMPOSSIBLE = "impossible"
    TOO_MANY = "too-many"
    REJECTED = "rejected-row"
    PART_OF_TERRITORY = "part-of-territory"
    OTHER_PERIOD = "other-period"
    NOTHING_NEW = "nothing-new"
    ESTIMATE = "estimate"
