"""Refuse what a caller says about a table and cannot mean."""

from collections.abc import Collection, Iterable, Mapping

from nsc_program.errors import InvalidValue
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._headings.headings import column_of
from nsc_program.intake._headings.labels import label_of
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._words.words import folded
from nsc_program.values._validators import printable


def refuse_contrary(columns: Mapping[str, str] | None, ignored: Iterable[str]) -> None:
    """Raise an error for a heading that is both named for a column and left out.

    Args:
        columns: the heading of each column, as the caller names it.
        ignored: the headings and texts that are left out.
    """
    left_out = LeftOut.of(ignored).texts
    for name, heading in (columns or {}).items():
        if heading and folded(heading) in left_out:
            raise InvalidValue.at(
                "ignored",
                code="named-and-ignored",
                vi=f"cột “{printable(heading)}” vừa được chỉ rõ ({label_of(name).vi}) vừa bị bỏ "
                "qua; hãy chỉ giữ một trong hai",
                en=f"column “{printable(heading)}” is both named ({label_of(name).en}) and "
                "ignored; keep one of the two",
            )


def refuse_people(headings: Iterable[str], defined: Mapping[str, Column]) -> None:
    """Raise an error for an id made from a column that tells who a person is.

    Args:
        headings: the headings of the parts of the id.
        defined: the columns of the class, by name.
    """
    personal = tuple(name for name, column in defined.items() if column.personal)
    if any(column_of(heading, personal) for heading in headings):
        raise InvalidValue.at(
            "id_from",
            code="personal-id",
            vi="mã hồ sơ không được ghép từ cột cho biết một người là ai; hãy chọn các cột khác",
            en="an id must not be made of columns that tell who a person is; choose other columns",
        )


def refuse_running_numbers(headings: Collection[str]) -> None:
    """Raise an error for an id made of running numbers alone: every list repeats them.

    Args:
        headings: the headings of the parts of the id.
    """
    if headings and all(map(is_running, headings)):
        names = ", ".join(f"“{printable(heading)}”" for heading in headings)
        raise InvalidValue.at(
            "id_from",
            code="running-number",
            vi=f"mã hồ sơ không được ghép chỉ từ số thứ tự ({names}), vì danh sách khác lại bắt "
            "đầu từ 1; hãy thêm các cột phân biệt các hồ sơ",
            en=f"an id must not be made of the running number alone ({names}), since another "
            "list begins at 1 again; add the columns that tell one record from another",
        )
