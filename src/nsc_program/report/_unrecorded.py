"""Say which fields a record may lack, so that it counts no more than one that is not verified."""

from attrs import fields_dict

from nsc_program.plan._indicators import Indicator
from nsc_program.records._fields import record_fields
from nsc_program.values._text import Text


def unrecorded(indicator: Indicator | None) -> Text:
    """Return what the records of an indicator may lack beside their verification.

    A record without a field that a condition asks for may count, like one that is not verified.

    Args:
        indicator: the indicator; `None` if it is not known.

    Returns:
        The words that follow “not verified”; empty if no condition asks for such a field.
    """
    rules = () if indicator is None else indicator.counting
    asked = (
        record_fields(rule.of)[condition.field].label
        for rule in rules
        for condition in rule.where
        if fields_dict(rule.of)[condition.field].default is None
    )
    labels = tuple(dict.fromkeys(asked))
    if not labels:
        return Text(vi="", en="")
    vi = " hoặc ".join(f"“{each.vi}”" for each in labels)
    en = " or ".join(f"“{each.en}”" for each in labels)
    return Text(vi=f" hoặc chưa ghi {vi}", en=f", or {en} not recorded")
