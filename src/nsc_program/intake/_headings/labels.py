"""The names of columns in a sentence, and the way a sentence writes numbers."""

from collections.abc import Iterable, Mapping
from functools import cache

from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.records._field_labels import FIELD_LABELS
from nsc_program.values._text import Lang, Text

_LABELS: Mapping[str, Text] = {
    **FIELD_LABELS,
    "period.start": Text(vi="từ ngày", en="first day"),
    "period.end": Text(vi="đến ngày", en="last day"),
    f"{FUNDING}state-budget": Text(vi="kinh phí ngân sách nhà nước", en="state budget"),
    f"{FUNDING}other-lawful": Text(vi="kinh phí huy động hợp pháp khác", en="other lawful sources"),
}


@cache
def words_of(name: str) -> Text:
    """Return the words for a column in a sentence.

    Args:
        name: the name of the column.

    >>> words_of("completed_on").vi, words_of("completed_on").en
    ('ngày hoàn thành', 'completion date')
    """
    source = name.removeprefix(FUNDING)
    return _LABELS.get(name, Text(vi=source, en=source))


@cache
def label_of(name: str) -> Text:
    """Return the words for a column in quotation marks.

    Args:
        name: the name of the column.

    >>> label_of("completed_on").vi, label_of("completed_on").en
    ('“ngày hoàn thành”', '“completion date”')
    """
    words = words_of(name)
    return Text(vi=f"“{words.vi}”", en=f"“{words.en}”")


def listed(names: Iterable[str]) -> Text:
    """Return the words for several columns, each in quotation marks.

    Args:
        names: the names of the columns.
    """
    labels = [label_of(name) for name in names]
    vi = ", ".join(label.vi for label in labels)
    en = ", ".join(label.en for label in labels)
    return Text(vi=vi, en=en)


def number_in(lang: Lang, number: int) -> str:
    """Write a whole number with the thousands separator of a language.

    Args:
        lang: the language.
        number: the number.

    >>> number_in("vi", 1730), number_in("en", 1730)
    ('1.730', '1,730')
    """
    text = f"{number:,}"
    return text.replace(",", ".") if lang == "vi" else text
