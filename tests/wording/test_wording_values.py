"""The values of wording, the arguments that are rejected, and the places of phrases."""

import pickle
from datetime import date, datetime
from fractions import Fraction

import pytest

from each import for_each
from nsc_program import (
    AtLeast,
    AtMost,
    Between,
    EachYear,
    Growth,
    LessThan,
    MoreThan,
    NscError,
    Period,
    Plain,
    YearlyGrowth,
)
from nsc_program.errors import InvalidType, InvalidValue, UnknownId
from nsc_program.plan import Difference, During, MeanGrowth
from nsc_program.wording import InvalidWording, Phrase, Reason, Unreadable, parse, read, render

SINCE = Growth(baseline=Period.of_years(2021, 2025))


class TestPhrase:
    def test_equality_ignores_the_span(self) -> None:
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
            ({"span": [0, 1]}, "span: expected a start and an end, as two"),
            ({"span": (0, True)}, "span: expected a start and an end, as two"),
        ],
    )
    def test_a_field_of_another_type_is_rejected(
        self, changes: dict[str, object], match: str
    ) -> None:
        with pytest.raises(InvalidType, match=match):
            Phrase(**{"bound": AtLeast(20), **changes})  # type: ignore[arg-type]

    @pytest.mark.parametrize("span", [(2, 1), (-1, 1)])
    def test_an_impossible_span_is_rejected(self, span: tuple[int, int]) -> None:
        with pytest.raises(InvalidValue, match="expected a start and an end"):
            Unreadable(Reason.NEARLY, span)


class TestReasons:
    @for_each("reason", Reason)
    def test_each_reason_is_a_sentence_in_both_languages(self, reason: Reason) -> None:
        assert reason.text.vi != reason.text.en
        assert all(
            sentence == sentence.strip() and not sentence.endswith(".")
            for sentence in (reason.text.vi, reason.text.en)
        )

    def test_all_sentences_differ(self) -> None:
        assert len(Reason) == len({reason.text for reason in Reason})


class TestInvalidWording:
    def test_the_error_gives_every_place_with_its_words_and_reason(self) -> None:
        with pytest.raises(InvalidWording) as raised:
            parse("nearly 20 enterprises and several experts", "en")

        assert (0, 21, Reason.NEARLY, "nearly 20 enterprises") == raised.value.args[0]
        assert ["nearly", "vague"] == [problem.code for problem in raised.value.problems]
        assert (
            "characters 1 to 21, “nearly 20 enterprises”: the model has no “nearly”; "
            "write “at least” or “about”\n"
            "characters 27 to 41, “several experts”: no definite number is given; give one"
            == str(raised.value)
        )
        assert (
            "ký tự 27 đến 41, “several experts”: không nêu con số cụ thể; nêu con số"
            in raised.value.in_("vi")
        )

    def test_long_words_are_shortened_to_one_line(self) -> None:
        with pytest.raises(InvalidWording) as raised:
            parse("ít nhất\n" + "x" * 3000)

        words = raised.value.args[0][3]
        assert "ít nhất xxxxxxxxxxxxxxxxxxxxxx … xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" == words

    def test_the_error_compares_and_pickles_as_a_value(self) -> None:
        error = InvalidWording((0, 6, Reason.FALL, "a fall"))

        assert isinstance(error, NscError)
        assert isinstance(error, ValueError)
        assert error == pickle.loads(pickle.dumps(error))  # noqa: S301


class TestArguments:
    @pytest.mark.parametrize("clause", [None, 20, b"twenty", ["20"]])
    def test_only_text_is_read(self, clause: object) -> None:
        with pytest.raises(InvalidType, match="clause: expected text"):
            read(clause)  # type: ignore[arg-type]
        with pytest.raises(InvalidType, match="phrase: expected a Phrase"):
            render(clause)  # type: ignore[arg-type]

    def test_only_vietnamese_and_english_are_read(self) -> None:
        with pytest.raises(UnknownId, match="no language 'fr'"):
            read("20", "fr")  # type: ignore[arg-type]
        with pytest.raises(UnknownId, match="no language 'fr'"):
            render(Phrase(Plain(20)), "fr")  # type: ignore[arg-type]

    @pytest.mark.parametrize("number", [Fraction(1, 3), Fraction(-1), Fraction(1, 10**29 * 3)])
    def test_only_finite_decimals_are_rendered(self, number: Fraction) -> None:
        with pytest.raises(InvalidValue, match="expected a finite decimal, not negative"):
            render(Phrase(Plain(number)))

    @for_each(
        "phrase",
        [
            Phrase(AtLeast(50), SINCE, unit="doanh nghiệp"),
            Phrase(AtLeast(50), YearlyGrowth(), unit="doanh nghiệp"),
            Phrase(AtLeast(20), During(Period.of_years(2027, 2027)), through=date(2027, 12, 31)),
            Phrase(AtLeast(20), Difference(Period.of_years(2025, 2025)), unit="bậc"),
            Phrase(AtLeast(20), unit="tuổi"),
            Phrase(AtLeast(20), unit="và"),
            Phrase(AtLeast(20), unit="doanh nghiệp trở lên"),
            Phrase(AtLeast(20), unit="doanh nghiệp/huyện"),
            Phrase(AtLeast(20), unit="doanh nghiệp, 30 hợp tác xã"),
            Phrase(Plain(5), unit="ngày"),
        ],
    )
    def test_a_phrase_that_would_not_be_read_back_is_rejected(self, phrase: Phrase) -> None:
        with pytest.raises(InvalidValue, match="would not be read as this phrase"):
            render(phrase)


class TestRender:
    @for_each(
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
                "tăng 50% so với cuối năm 2020",
            ),
            (
                Phrase(
                    AtLeast(250), Difference(Period.until(date(2025, 6, 30))), unit="doanh nghiệp"
                ),
                "tăng ít nhất 250 doanh nghiệp so với ngày 30/06/2025",
            ),
            (
                Phrase(Plain(5), Difference(Period.of_years(2020, 2020), falling=True), unit="%"),
                "giảm 5 điểm phần trăm so với năm 2020",
            ),
            (Phrase(LessThan(5), YearlyGrowth(falling=True), unit="%"), "hằng năm giảm ít hơn 5%"),
            (Phrase(MoreThan(7), MeanGrowth(), unit="%"), "tăng bình quân trên 7%/năm"),
            (
                Phrase(AtLeast(300), During(Period.of_years(2027, 2027)), unit="doanh nghiệp"),
                "trong năm 2027, ít nhất 300 doanh nghiệp",
            ),
            (
                Phrase(Plain(9), During(Period(date(2027, 4, 1), date(2027, 6, 30))), unit="lớp"),
                "trong quý II/2027, 9 lớp",
            ),
            (
                Phrase(Plain(9), During(Period(date(2028, 2, 1), date(2028, 2, 29))), unit="lớp"),
                "trong tháng 2/2028, 9 lớp",
            ),
            (
                Phrase(Plain(9), During(Period(date(2027, 1, 1), date(2027, 6, 30))), unit="lớp"),
                "trong 6 tháng đầu năm 2027, 9 lớp",
            ),
            (
                Phrase(Plain(9), During(Period(date(2027, 5, 2), date(2027, 6, 30))), unit="lớp"),
                "riêng giai đoạn từ ngày 02/05/2027 đến ngày 30/06/2027, 9 lớp",
            ),
            (
                Phrase(Plain(9), During(Period.until(date(2027, 6, 29))), unit="lớp"),
                "riêng giai đoạn đến ngày 29/06/2027, 9 lớp",
            ),
        ],
    )
    def test_words_are_those_of_an_official(self, phrase: Phrase, vietnamese: str) -> None:
        assert vietnamese == render(phrase)


class TestPlaces:
    def test_spans_refer_to_the_text_as_given(self) -> None:
        clause = "hô\u0303 trơ\u0323 i\u0301t nhâ\u0301t 20 chuyên gia"
        (phrase,) = parse(clause)

        assert "i\u0301t nhâ\u0301t 20 chuyên gia" == clause[slice(*phrase.span)]

    def test_invisible_characters_between_words_are_skipped(self) -> None:
        assert (Phrase(AtLeast(1500), unit="doanh nghiệp"),) == parse(
            "ít\u200b nhất 1.500\u00ad doanh\u2060 nghiệp"
        )

    def test_the_older_placement_of_a_tone_is_read_the_same(self) -> None:
        assert parse("tăng 20% so với thời kỳ 2016-2020") == parse(
            "tăng 20% so với thời kỳ 2016-2020".replace("kỳ", "kỳ")
        )
        assert (Phrase(Plain(2), unit="khoá đào tạo"),) == parse("2 khoá đào tạo")

    def test_a_line_break_ends_a_sentence_only_before_a_list_item(self) -> None:
        assert (Phrase(AtLeast(20), unit="doanh nghiệp"),) == parse("ít nhất\n20 doanh\nnghiệp")
        broken = "Đến năm 2025 có 20 doanh nghiệp\n- 30 hợp tác xã"
        assert [date(2025, 12, 31), None] == [reading.through for reading in parse(broken)]
