"""The values of wording, what is refused outright, and the places of what is read."""

import pickle
from datetime import date, datetime
from fractions import Fraction

import pytest

from nsc_program import (
    AtLeast,
    AtMost,
    Between,
    EachYear,
    Growth,
    NscError,
    Period,
    Plain,
    YearlyGrowth,
)
from nsc_program.errors import InvalidType, InvalidValue, UnknownId
from nsc_program.wording import InvalidWording, Phrase, Reason, Unreadable, parse, read, render

SINCE = Growth(baseline=Period.of_years(2021, 2025))


class TestPhrase:
    def test_its_place_is_no_part_of_its_meaning(self) -> None:
        assert Phrase(AtLeast(20), unit="chuyên gia") == parse("đào tạo ít nhất 20 chuyên gia")[0]
        assert (8, 29) == parse("đào tạo ít nhất 20 chuyên gia")[0].span

    @pytest.mark.parametrize(
        ("changes", "match"),
        [
            ({"bound": 20}, "bound: expected a"),
            ({"basis": "reached"}, "basis: expected a"),
            ({"unit": None}, "unit: expected text"),
            ({"through": datetime(2025, 12, 31)}, "through: expected a date"),  # noqa: DTZ001
            ({"aspirational": 1}, "aspirational: expected true or false"),
            ({"span": [0, 1]}, "span: expected where it starts and ends"),
            ({"span": (0, True)}, "span: expected where it starts and ends"),
        ],
    )
    def test_another_type_is_refused(self, changes: dict[str, object], match: str) -> None:
        with pytest.raises(InvalidType, match=match):
            Phrase(**{"bound": AtLeast(20), **changes})  # type: ignore[arg-type]

    @pytest.mark.parametrize("span", [(2, 1), (-1, 1)])
    def test_a_place_that_cannot_be_is_refused(self, span: tuple[int, int]) -> None:
        with pytest.raises(InvalidValue, match="expected a start and an end"):
            Unreadable(Reason.NEARLY, span)


class TestReasons:
    @pytest.mark.parametrize("reason", Reason)
    def test_each_is_a_sentence_in_both_languages(self, reason: Reason) -> None:
        assert reason.text.vi != reason.text.en
        assert all(
            each == each.strip() and not each.endswith(".")
            for each in (reason.text.vi, reason.text.en)
        )

    def test_all_sentences_differ(self) -> None:
        assert len(Reason) == len({reason.text for reason in Reason})


class TestInvalidWording:
    def test_it_gives_every_place_with_its_words_and_reason(self) -> None:
        with pytest.raises(InvalidWording) as refusal:
            parse("nearly 20 enterprises and several experts", "en")

        assert (0, 21, Reason.NEARLY, "nearly 20 enterprises") == refusal.value.args[0]
        assert ["nearly", "vague"] == [problem.code for problem in refusal.value.problems]
        assert (
            "characters 1 to 21, “nearly 20 enterprises”: the model has no “nearly”; write “at least” or “about”\n"
            "characters 27 to 41, “several experts”: no definite number is given; give one"
            == str(refusal.value)
        )
        assert (
            "ký tự 27 đến 41, “several experts”: không nêu con số cụ thể; nêu con số"
            in refusal.value.in_("vi")
        )

    def test_long_words_are_shortened_and_hidden_ones_not_shown(self) -> None:
        with pytest.raises(InvalidWording) as refusal:
            parse("ít nhất\n" + "x" * 3000)

        words = refusal.value.args[0][3]
        assert "ít nhất xxxxxxxxxxxxxxxxxxxxxx … xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" == words

    def test_it_is_a_value(self) -> None:
        error = InvalidWording((0, 6, Reason.FALL, "a fall"))

        assert isinstance(error, NscError)
        assert isinstance(error, ValueError)
        assert error == pickle.loads(pickle.dumps(error))  # noqa: S301


class TestWhatIsTaken:
    @pytest.mark.parametrize("clause", [None, 20, b"twenty", ["20"]])
    def test_only_text(self, clause: object) -> None:
        with pytest.raises(InvalidType, match="clause: expected text"):
            read(clause)  # type: ignore[arg-type]
        with pytest.raises(InvalidType, match="phrase: expected a Phrase"):
            render(clause)  # type: ignore[arg-type]

    def test_only_two_languages(self) -> None:
        with pytest.raises(UnknownId, match="no language 'fr'"):
            read("20", "fr")  # type: ignore[arg-type]
        with pytest.raises(UnknownId, match="no language 'fr'"):
            render(Phrase(Plain(20)), "fr")  # type: ignore[arg-type]

    @pytest.mark.parametrize("number", [Fraction(1, 3), Fraction(-1), Fraction(1, 10**29 * 3)])
    def test_only_finite_decimals_are_written(self, number: Fraction) -> None:
        with pytest.raises(InvalidValue, match="expected a finite decimal, not negative"):
            render(Phrase(Plain(number)))

    @pytest.mark.parametrize(
        "phrase",
        [
            Phrase(AtLeast(50), SINCE, unit="doanh nghiệp"),
            Phrase(AtLeast(50), YearlyGrowth(), unit="doanh nghiệp"),
            Phrase(AtLeast(20), unit="tuổi"),
            Phrase(AtLeast(20), unit="và"),
            Phrase(AtLeast(20), unit="doanh nghiệp trở lên"),
            Phrase(AtLeast(20), unit="doanh nghiệp/huyện"),
            Phrase(AtLeast(20), unit="doanh nghiệp, 30 hợp tác xã"),
            Phrase(Plain(5), unit="ngày"),
        ],
    )
    def test_nothing_is_written_that_would_be_read_otherwise(self, phrase: Phrase) -> None:
        with pytest.raises(InvalidValue, match="would not be read as this phrase"):
            render(phrase)


class TestWritten:
    @pytest.mark.parametrize(
        ("phrase", "vietnamese"),
        [
            (Phrase(AtLeast(20), unit="chuyên gia"), "ít nhất 20 chuyên gia"),
            (Phrase(Between(10, 15), YearlyGrowth(), unit="%"), "hằng năm tăng từ 10 đến 15%"),
            (Phrase(Between(70, 75, about=True), unit="%"), "khoảng 70-75%"),
            (
                Phrase(AtLeast(100), EachYear(), unit="doanh nghiệp"),
                "mỗi năm ít nhất 100 doanh nghiệp",
            ),
            (Phrase(AtLeast(50), SINCE, unit="%"), "tăng ít nhất 50% so với giai đoạn 2021-2025"),
            (Phrase(Plain(Fraction(89, 5)), unit="tỷ đồng"), "17,8 tỷ đồng"),
            (Phrase(Plain(Fraction(1234, 1000)), unit="ha"), "1,2340 ha"),
            (
                Phrase(
                    AtLeast(15), unit="doanh nghiệp", through=date(2025, 12, 31), aspirational=True
                ),
                "phấn đấu đến năm 2025, ít nhất 15 doanh nghiệp",
            ),
            (
                Phrase(AtMost(5), unit="doanh nghiệp", through=date(2025, 6, 30)),
                "đến ngày 30/06/2025, không quá 5 doanh nghiệp",
            ),
            (
                Phrase(
                    Plain(50),
                    Growth(baseline=Period(date(2019, 12, 15), date(2020, 12, 14))),
                    unit="%",
                ),
                "tăng 50% so với giai đoạn từ ngày 15/12/2019 đến ngày 14/12/2020",
            ),
            (
                Phrase(Plain(50), Growth(baseline=Period.until(date(2020, 12, 31))), unit="%"),
                "tăng 50% so với giai đoạn đến ngày 31/12/2020",
            ),
        ],
    )
    def test_as_an_official_would(self, phrase: Phrase, vietnamese: str) -> None:
        assert vietnamese == render(phrase)


class TestPlaces:
    def test_of_decomposed_text_they_are_those_of_the_text_as_given(self) -> None:
        clause = "hô\u0303 trơ\u0323 i\u0301t nhâ\u0301t 20 chuyên gia"
        (found,) = parse(clause)

        assert "i\u0301t nhâ\u0301t 20 chuyên gia" == clause[slice(*found.span)]

    def test_what_nobody_sees_is_passed_over_between_words(self) -> None:
        assert (Phrase(AtLeast(1500), unit="doanh nghiệp"),) == parse(
            "ít\u200b nhất 1.500\u00ad doanh\u2060 nghiệp"
        )

    def test_the_older_place_of_a_tone_is_read_alike(self) -> None:
        assert parse("tăng 20% so với thời kỳ 2016-2020") == parse(
            "tăng 20% so với thời kỳ 2016-2020".replace("kỳ", "kỳ")
        )
        assert (Phrase(Plain(2), unit="khoá đào tạo"),) == parse("2 khoá đào tạo")

    def test_a_line_may_break_anywhere_but_before_an_item_of_a_list(self) -> None:
        assert (Phrase(AtLeast(20), unit="doanh nghiệp"),) == parse("ít nhất\n20 doanh\nnghiệp")
        broken = "Đến năm 2025 có 20 doanh nghiệp\n- 30 hợp tác xã"
        assert [date(2025, 12, 31), None] == [each.through for each in parse(broken)]
