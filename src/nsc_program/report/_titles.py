"""How titles name a plan, and the day at whose close a result holds."""

import re
from datetime import date

from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day

_PROGRESS = Text(vi="Tình hình thực hiện", en="Progress of")


def titled(title: Text, edition: str, as_of: date, lang: Lang, about: Text = _PROGRESS) -> str:
    """Write the title of a result: the plan by its number and by its title, and the day.

    Args:
        title: the title of the plan.
        edition: the edition of the plan.
        as_of: the day at whose close the result holds.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        about: what the result says of the plan, in front of it.

    >>> plan = Text(vi="Kế hoạch thực hiện Chương trình A", en="Plan A")
    >>> titled(plan, "149/KH-UBND", date(2026, 6, 30), "vi").partition(",")[0]
    'Tình hình thực hiện Kế hoạch số 149/KH-UBND (Chương trình A)'
    """
    kind = numbered(edition)
    carried_out = title.vi.removeprefix(f"{kind.split(' số ')[0]} thực hiện ")
    named = Text(
        vi=f"{about.vi} {kind} ({carried_out})", en=f"{about.en} plan {edition} ({title.en})"
    )
    return named.in_(lang) + at_close(as_of, lang)


_KINDS_OF_DOCUMENTS = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "CTr": "Chương trình",
    "CT": "Chỉ thị",
}
"""The kinds of documents that set targets, by their abbreviations in symbols (Decree 30/2020)."""
_SYMBOL = re.compile(r"[0-9]+/([^\W\d]+)-")


def numbered(edition: str) -> str:
    """Name a plan in Vietnamese by its number and symbol, with the kind of document that it is.

    >>> numbered("149/KH-UBND"), numbered("1322/QĐ-TTg"), numbered("03/X-SAMPLE")
    ('Kế hoạch số 149/KH-UBND', 'Quyết định số 1322/QĐ-TTg', 'Kế hoạch 03/X-SAMPLE')

    Args:
        edition: the edition of the plan.
    """
    symbol = _SYMBOL.match(edition)
    kind = _KINDS_OF_DOCUMENTS.get(symbol[1]) if symbol else None
    return f"Kế hoạch {edition}" if kind is None else f"{kind} số {edition}"


def at_close(as_of: date, lang: Lang) -> str:
    """Write the day at whose close a result holds, to follow a title.

    Args:
        as_of: the day.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    on = written_day(as_of, lang)
    return Text(vi=f", số liệu tính đến hết ngày {on}", en=f", as of the close of {on}").in_(lang)
