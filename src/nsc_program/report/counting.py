"""Counting rules, and the reasons why records are not counted, as sentences for people.

The sentences follow from a rule alone: from its class, its fields, their labels, and the labels of
enumerations.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import assert_never

from nsc_program.plan._conditions import (
    AllOf,
    Condition,
    Given,
    HasAtLeast,
    Includes,
    OneOf,
    Scalar,
    Within,
)
from nsc_program.plan._counting import Counting, NotMet
from nsc_program.records._base import Record
from nsc_program.records._fields import record_fields
from nsc_program.report.labels import LABELS, label
from nsc_program.report.phrases import each_in
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._evidence import LeftOut

_YES_OR_NO = {True: Text(vi="“có”", en="“yes”"), False: Text(vi="“không”", en="“no”")}


def explain(rule: Counting) -> Text:
    r"""Return one or two sentences that say how a rule counts.

    Args:
        rule: the rule.

    >>> from nsc_program import HANOI
    >>> (rule,) = HANOI.indicator("models/nation").counting
    >>> print(*explain(rule).en.split(", "), sep="\n")
    Each enterprise with a pilot model counts once
    on the recognition date
    if it is not a renewal and the scope is “the whole country”.
    """
    parts = [_thing(rule), _event(rule), _conditions(rule), _validity(rule)]
    counts, unnamed = _linked(parts, "", ""), _unnamed(rule)
    return Text(vi=f"{counts.vi}.{unnamed.vi}", en=f"{counts.en}.{unnamed.en}")


def _linked(parts: Sequence[Text], vi: str, en: str) -> Text:
    """Join texts by a word of each language."""
    return Text(vi=vi.join(each_in("vi", parts)), en=en.join(each_in("en", parts)))


_NOTHING = Text(vi="", en="")


def _thing(rule: Counting) -> Text:
    noun, thing = rule.of.NOUN, rule.key.thing
    if thing is None:
        return Text(vi=f"Mỗi {noun.vi} được tính", en=f"Each {noun.en} counts")
    return _thing_with(noun, thing)


def _thing_with(noun: Text, thing: Text) -> Text:
    return Text(
        vi=f"Mỗi {thing.vi} có {noun.vi} được tính một lần",
        en=f"Each {thing.en} with {_article(noun)} {noun.en} counts once",
    )


def _article(noun: Text) -> str:
    """Return the English article of a noun."""
    return "an" if noun.en[0] in "aeiou" else "a"


def _event(rule: Counting) -> Text:
    days = [record_fields(rule.of)[name].label for name in rule.on.fields]
    if len(days) == 1:
        (day,) = days
        return Text(vi=f", vào {day.vi}", en=f", on the {day.en}")
    is_last = isinstance(rule.on, AllOf)
    vi = "ngày đến sau cùng" if is_last else "ngày đến trước tiên"
    en = "latest" if is_last else "earliest"
    listed = _joined([Text(vi=day.vi, en=f"the {day.en}") for day in days], "và", "and")
    return Text(vi=f", vào {vi} trong {listed.vi}", en=f", on the {en} of {listed.en}")


def _conditions(rule: Counting) -> Text:
    if not rule.where:
        return _NOTHING
    met = _met(rule)
    return Text(vi=f", khi {met.vi}", en=f", if {met.en}")


def _met(rule: Counting) -> Text:
    """Return the conditions of a rule, all of which are met."""
    return _joined([_condition(rule.of, condition) for condition in rule.where], "và", "and")


def _validity(rule: Counting) -> Text:
    if rule.until is None:
        return _NOTHING
    until = record_fields(rule.of)[rule.until].label
    return Text(
        vi=f", trừ khi lúc đó đã quá {until.vi}", en=f", unless the {until.en} had passed by then"
    )


def _unnamed(rule: Counting) -> Text:
    """Return the sentence on records that give a number of things without keys."""
    if rule.number is None:
        return _NOTHING
    return _by_number(rule.of.NOUN, record_fields(rule.of)[rule.number].label)


def _by_number(noun: Text, number: Text) -> Text:
    return Text(
        vi=f" {noun.vi.capitalize()} chỉ ghi {number.vi} được tính theo số đó.",
        en=f" {_article(noun).title()} {noun.en} that gives a {number.en} counts for that number.",
    )


def _condition(of: type[Record], condition: Condition) -> Text:
    name = record_fields(of)[condition.field].label
    match condition:
        case OneOf(field, (bool() as value,)) if f"{field}.{value}" in of.LABELS:
            return of.LABELS[f"{field}.{value}"]
        case OneOf(field, values):
            listed = _values(of, field, values)
            return Text(vi=f"{name.vi} là {listed.vi}", en=f"the {name.en} is {listed.en}")
        case Includes(field, value):
            listed = _values(of, field, [value])
            return Text(vi=f"{name.vi} có {listed.vi}", en=f"the {name.en} include {listed.en}")
        case HasAtLeast(_, number):
            return Text(
                vi=f"có từ {number} {name.vi} trở lên",
                en=f"there are at least {number} {name.en}",
            )
        case Within(_, numbers):
            within = _numbers(numbers)
            return Text(vi=f"{name.vi} {within.vi}", en=f"the {name.en} is {within.en}")
        case Given():
            return Text(
                vi=f"có ghi {name.vi} (không ghi thì chưa chắc chắn)",
                en=f"the {name.en} is recorded (otherwise it is not certain)",
            )
        case _:  # pragma: no cover
            assert_never(condition)


def reason(left_out: LeftOut) -> Text:
    """Return why a record is not counted.

    Args:
        left_out: the record with its reason, as evidence gives it.

    >>> from nsc_program import Support
    >>> from nsc_program.plan import NotMet, OneOf
    >>> from nsc_program.records import WhyNot
    >>> from nsc_program.verdicts import LeftOut
    >>> not_met = NotMet(Support, OneOf("locality", "W1"), "W2")
    >>> print(reason(LeftOut("Support", "s1", WhyNot.CONDITION, not_met)).en)
    locality: “W2” (only “W1” counts)
    """
    return label(left_out.why) if left_out.not_met is None else _not_met(left_out.not_met)


def _not_met(not_met: NotMet) -> Text:
    """Return the field and the value that do not meet a condition."""
    name = record_fields(not_met.of)[not_met.condition.field].label
    vi, en = _failure(not_met)
    return Text(vi=f"{name.vi}: {vi}", en=f"{name.en}: {en}")


def _failure(not_met: NotMet) -> tuple[str, str]:
    """Return how a value fails a condition, in Vietnamese and in English."""
    of, condition, value = not_met.of, not_met.condition, not_met.value
    match condition:
        case OneOf(field, values):
            told, counted = _value(of, field, value), _values(of, field, values)
            return (
                f"{told.vi} (chỉ tính {counted.vi})",
                f"{told.en} (only {counted.en} counts)",
            )
        case Includes(field, wanted):
            listed = _values(of, field, [wanted])
            return f"không có {listed.vi}", f"{listed.en} is not among them"
        case HasAtLeast(_, number):
            return f"{value} (cần từ {number})", f"{value} (at least {number} are needed)"
        case Within(_, numbers):
            within = _numbers(numbers)
            return f"{value} (chỉ tính {within.vi})", f"{value} (it counts if it is {within.en})"
        case Given():  # pragma: no cover  # it never answers no
            return "chưa ghi", "not recorded"
        case _:  # pragma: no cover
            assert_never(condition)


def _numbers(numbers: Range) -> Text:
    """Return the numbers of a range in words."""
    above, below = (
        ("trên", "more than") if numbers.low_open else ("từ", "at least"),
        ("dưới", "less than") if numbers.high_open else ("đến", "at most"),
    )
    low = [] if numbers.low is None else [Text(*(f"{word} {numbers.low}" for word in above))]
    high = [] if numbers.high is None else [Text(*(f"{word} {numbers.high}" for word in below))]
    vi = " ".join(end.vi for end in (*low, *high))
    en = " and ".join(end.en for end in (*low, *high))
    return Text(vi=vi or "bất kỳ", en=en or "any number")


def _values(of: type[Record], field: str, values: Iterable[Scalar]) -> Text:
    return _joined([_value(of, field, value) for value in values], "hoặc", "or")


def _value(of: type[Record], field: str, value: Scalar | int | Fraction) -> Text:
    """Return the label of a value: of its class, of its enumeration, or the value itself."""
    if isinstance(value, bool):
        return _YES_OR_NO[value]
    own = of.LABELS.get(f"{field}.{value}")
    if own is not None:
        return own
    base = record_fields(of)[field].base
    if base in LABELS:
        return _quoted(LABELS[base][base(str(value))])
    return _quoted(Text(vi=str(value), en=str(value)))


def _quoted(text: Text) -> Text:
    """Return the name of a value in quotation marks, so that it stands apart in a sentence."""
    return Text(vi=f"“{text.vi}”", en=f"“{text.en}”")


def _joined(items: list[Text], vi: str, en: str) -> Text:
    """Join items by commas, and the last by a word of each language."""
    return Text(vi=_listed(items, "vi", vi), en=_listed(items, "en", en))


def _listed(items: Iterable[Text], lang: Lang, word: str) -> str:
    """Join items of one language by commas, and the last by a word."""
    *others, last = each_in(lang, items)
    return f"{', '.join(others)} {word} {last}" if others else last
