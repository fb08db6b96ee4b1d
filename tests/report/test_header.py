"""The head of an official report: what is left out stays a visible blank."""

from datetime import date, datetime

import pytest
from attrs import fields

from each import for_each
from nsc_program import InvalidType, Text
from nsc_program.errors import DocumentError
from nsc_program.report import Annex, Header
from nsc_program.report._header import (
    DOTS,
    attached,
    document_number,
    filled_in,
    place_and_day,
    spelled_day,
)
from nsc_program.values import Lang

WHOLE = """
superior = "Ủy ban nhân dân thành phố"
body = "Sở A"
number = 5
symbol = "BC-SA"
place = "Hà Nội"
day = 2026-01-05
addressees = ["Bộ B"]
signer = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
signer_name = "Nguyễn Văn Mẫu"
recipients = ["Như trên"]
bases = ["Kế hoạch số 149/KH-UBND"]
"""


class TestToml:
    def test_every_field_is_read(self) -> None:
        header = Header.from_toml(WHOLE)

        assert ("5", date(2026, 1, 5)) == (header.number, header.day)
        assert ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") == header.signer
        assert all(getattr(header, each.name) for each in fields(Header))

    def test_everything_is_optional(self) -> None:
        assert Header() == Header.from_toml(b"")

    @for_each(
        ("text", "path", "en"),
        [
            ("bodi = 'Sở A'", ("bodi",), "unknown key 'bodi'; did you mean 'body'?"),
            ("zzz = 1", ("zzz",), "unknown key 'zzz'; known: superior, body"),
            ("body = 5", ("body",), "expected text"),
            ("day = '5 May'", ("day",), "expected a date"),
            ("day = 2026-01-05T10:00:00", ("day",), "expected a date"),
            ("signer = 'A'", ("signer",), "expected a tuple"),
            ("signer = ['A', 5]", ("signer",), "expected text"),
            ("number = true", ("number",), "expected text"),
        ],
    )
    def test_what_does_not_fit_is_refused(
        self, text: str, path: tuple[str | int, ...], en: str
    ) -> None:
        with pytest.raises(DocumentError) as refused:
            Header.from_toml(text)

        (problem,) = refused.value.problems
        assert path == problem.path
        assert en in problem.message.en

    def test_all_problems_are_listed(self) -> None:
        with pytest.raises(DocumentError) as refused:
            Header.from_toml("a = 1\nbody = 2\nday = 3")

        assert ["a", "body", "day"] == [problem.place for problem in refused.value.problems]

    def test_it_is_text(self) -> None:
        with pytest.raises(InvalidType, match="text or bytes"):
            Header.from_toml(5)  # type: ignore[arg-type]
        with pytest.raises(DocumentError, match="TOML"):
            Header.from_toml("= 5")


class TestFields:
    def test_a_moment_is_not_a_day(self) -> None:
        with pytest.raises(InvalidType, match="day"):
            Header(day=datetime(2026, 1, 5))  # noqa: DTZ001

    def test_lists_are_kept_as_tuples(self) -> None:
        assert ("A",) == Header(signer=["A"]).signer


class TestWritten:
    @pytest.mark.parametrize(
        ("number", "expected"),
        [("5", "05/BC-SA"), ("15", "15/BC-SA"), ("5a", "5a/BC-SA"), (None, "……/BC-SA")],
    )
    def test_numbers(self, number: str | None, expected: str) -> None:
        assert expected == document_number(Header(number=number, symbol="BC-SA"))

    def test_a_symbol_that_is_left_out_is_a_blank(self) -> None:
        assert "05/BC-……" == document_number(Header(number="5"))

    @pytest.mark.parametrize(
        ("lang", "day", "expected"),
        [
            ("vi", date(2026, 6, 30), "ngày 30 tháng 6 năm 2026"),
            ("en", date(2026, 1, 5), "5 January 2026"),
            ("vi", None, "ngày …… tháng …… năm ……"),
            ("en", None, "…… …… ……"),
        ],
    )
    def test_days_in_words(self, lang: Lang, day: date | None, expected: str) -> None:
        assert expected == spelled_day(day, lang)

    def test_place_and_day(self) -> None:
        header = Header(place="Hà Nội", day=date(2026, 6, 30))

        assert "Hà Nội, ngày 30 tháng 6 năm 2026" == place_and_day(header, "vi")

    def test_an_annex_names_its_report(self) -> None:
        assert "(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm ……)" == attached(Header(), "vi")
        header = Header.from_toml(WHOLE)
        assert "(Attached to report 05/BC-SA of 5 January 2026)" == attached(header, "en")
        annex = Annex(number="IV", title=Text(vi="a", en="a"), sheets=())
        assert ("Phụ lục IV", "Annex IV") == (annex.name.vi, annex.name.en)

    def test_control_characters_are_shown(self) -> None:
        assert "a\\x07" == filled_in("a\x07")

    @pytest.mark.parametrize("text", [None, "", "  "])
    def test_a_blank_text_is_a_visible_blank(self, text: str | None) -> None:
        assert DOTS == filled_in(text)
