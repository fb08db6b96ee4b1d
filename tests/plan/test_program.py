"""Plans as values: looking up, the part of one document, and what is refused."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from building import AFTER, FIRST, plan_of, wanted
from nsc_program import (
    HANOI,
    Answer,
    AtLeast,
    Between,
    Choice,
    Completeness,
    Document,
    EachYear,
    Evaluation,
    Fact,
    Growth,
    InvalidType,
    InvalidValue,
    MoreThan,
    Period,
    Phase,
    Program,
    Question,
    Range,
    Reached,
    Reading,
    Register,
    ReportedFigure,
    Support,
    Target,
    Text,
    Training,
    Unit,
    UnknownId,
    evaluate,
    tally,
)
from nsc_program.catalog import ARTICLE, BAOMOI, KINHTEVADUBAO
from nsc_program.errors import InvalidProgram
from nsc_program.plan import Asked, Basis, Bound
from nsc_program.serialization import from_json, to_json


def with_target(*targets: Target) -> Program:
    """Return Hanoi's plan with some targets of its first phase changed."""
    (first, second), by_id = HANOI.phases, {target.id: target for target in targets}
    changed = evolve(first, targets=tuple(by_id.get(each.id, each) for each in first.targets))
    return evolve(HANOI, phases=(changed, second))


def with_question(question: Question) -> Program:
    """Return Hanoi's plan with one question changed."""
    return evolve(
        HANOI,
        questions=tuple(question if each.id == question.id else each for each in HANOI.questions),
    )


class TestIndicatorOfATarget:
    @pytest.mark.parametrize(
        ("choices", "indicator"),
        [
            ({}, "supported"),
            ({"support-event": "start"}, "supported/started"),
            ({"support-level": "city", "cooperatives": "yes"}, "supported/city/cooperatives"),
        ],
    )
    def test_the_answers_choose_the_indicator(
        self, choices: dict[str, str], indicator: str
    ) -> None:
        assert indicator == HANOI.indicator_of("2021-2025/supported", Reading(choices=choices)).id

    def test_without_a_choice_answers_do_not_matter(self) -> None:
        assert "bodies" == HANOI.indicator_of("2021-2025/bodies").id

    @pytest.mark.parametrize(
        ("look_up", "message"),
        [
            (
                lambda: HANOI.target("2021-2025/model"),
                "no target '2021-2025/model'; did you mean '2021-2025/models'",
            ),
            (lambda: HANOI.phase("first"), "no phase 'first'; known: '2021-2025', '2026-2030'"),
            (lambda: HANOI.phase_of("x"), "no target 'x'"),
            (
                lambda: HANOI.indicator("suported"),
                "no indicator 'suported'; did you mean 'supported'",
            ),
            (lambda: HANOI.question("strikt"), "no question 'strikt'; did you mean 'strict'"),
        ],
    )
    def test_an_unknown_id_is_refused(self, look_up: Callable[[], object], message: str) -> None:
        with pytest.raises(UnknownId, match=message):
            look_up()


OF_EXPERTS = pytest.mark.parametrize(
    "indicator",
    [HANOI.target("2021-2025/experts").indicator, "experts/trained"],
    ids=["a choice", "an indicator"],
)


class TestPartOfADocument:
    def test_each_report_has_its_own_targets(self) -> None:
        carried = {
            document.id: len(HANOI.attested_by(document).targets)
            for document in (ARTICLE, KINHTEVADUBAO, BAOMOI)
        }

        assert {"A": 7, "B": 8, "C": 4} == carried

    def test_the_other_reports_count_participations(self) -> None:
        theirs = HANOI.attested_by(KINHTEVADUBAO)

        assert "trained/participations" == theirs.indicator_of("2021-2025/trained").id
        with pytest.raises(
            InvalidValue,
            match="'persons' is not an admissible answer; admissible: 'participations'",
        ):
            theirs.indicator_of("2021-2025/trained", Reading(choices={"trained": "persons"}))

    def test_only_the_words_of_the_document_are_kept(self) -> None:
        article = HANOI.attested_by(ARTICLE)

        assert (ARTICLE,) == article.documents
        assert "149/KH-UBND (A)" == article.edition
        assert () == HANOI.attested_by(KINHTEVADUBAO).funding_sources

    @pytest.mark.parametrize("document", HANOI.documents, ids=lambda document: document.id)
    def test_only_the_citations_of_the_document_are_kept(self, document: Document) -> None:
        carried = HANOI.attested_by(document)
        for mine, all_ in (
            (carried.objectives, HANOI.objectives),
            (carried.funding_sources, HANOI.funding_sources),
            ((carried,), (HANOI,)),
            ((carried.question("trained"),), (HANOI.question("trained"),)),
        ):
            theirs = {
                cited for each in all_ for cited in each.citations if cited.document == document
            }
            assert theirs == {cited for each in mine for cited in each.citations}
        attesting = {
            id_ for answer in carried.question("trained").answers for id_ in answer.attested_by
        }
        assert {document.id} == attesting

    @OF_EXPERTS
    def test_a_part_stays_a_part_if_its_whole_is_kept(self, indicator: str | Choice) -> None:
        part = with_target(
            evolve(HANOI.target("2021-2025/experts"), indicator=indicator)
        ).attested_by(ARTICLE)

        assert "2021-2025/trained" == part.target("2021-2025/experts").part_of

    @OF_EXPERTS
    def test_a_part_without_its_whole_becomes_a_separate_target(
        self, indicator: str | Choice
    ) -> None:
        whole, part = (HANOI.target(f"2021-2025/{name}") for name in ("trained", "experts"))
        elsewhere = with_target(
            evolve(whole, citations=whole.citations[1:]), evolve(part, indicator=indicator)
        )

        assert elsewhere.attested_by(ARTICLE).target(part.id).part_of is None

    def test_a_question_that_the_document_does_not_decide_stays_open(self) -> None:
        question = HANOI.question("trained")
        theirs = tuple(evolve(answer, attested_by=(BAOMOI.id,)) for answer in question.answers)

        article = with_question(evolve(question, answers=theirs)).attested_by(ARTICLE)

        assert ["persons", "participations"] == [
            answer.value for answer in article.question("trained").answers
        ]

    def test_a_document_that_is_not_cited_is_refused(self) -> None:
        other = Document(id="D", title=Text(vi="khác", en="other"), place="elsewhere")

        with pytest.raises(UnknownId, match="no document 'D'; known: 'C', 'A', 'B'"):
            HANOI.attested_by(other)


class TestPlanned:
    """The plan for a phase that is over is found among the past phases, otherwise in force."""

    def test_the_plan_for_a_phase_in_force_is_found_beside_a_past_one(self) -> None:
        target = HANOI.target("2026-2030/models")
        program = evolve(HANOI, past=HANOI.phases[:1], in_force_from=date(2027, 1, 1))
        indicator = program.indicator_of(target.id)

        assert target == program.planned(indicator, program.phase("2026-2030").period)


class TestWanted:
    """What targets ask for is kept with the plan, for a number of readings that has a limit."""

    def test_it_is_found_once_for_a_reading(self) -> None:
        assert HANOI.wanted(Reading()) is HANOI.wanted(Reading())

    def test_it_is_the_same_after_more_readings_than_are_kept(self) -> None:
        program = evolve(HANOI, edition="another edition")
        readings = [Reading(tolerance=Fraction(number, 1000)) for number in range(40)]
        first = [program.wanted(reading) for reading in readings]

        again = [program.wanted(reading) for reading in readings]

        assert first == again
        assert len(program._wanted) < len(readings)


class TestInconsistentParts:
    """These mistakes span several parts; `test_refusals_of_programs` has the others."""

    def test_targets_that_are_parts_of_each_other_are_refused(self) -> None:
        first, second = (HANOI.target(f"2021-2025/{name}") for name in ("trained", "experts"))

        with pytest.raises(
            InvalidProgram,
            match="target '2021-2025/trained': it cannot be a part of '2021-2025/experts'",
        ):
            with_target(evolve(first, part_of=second.id))

    def test_an_answer_attested_by_an_uncited_document_is_refused(self) -> None:
        question = HANOI.question("cooperatives")
        answers = (evolve(question.answers[0], attested_by=("D",)), question.answers[1])

        with pytest.raises(
            InvalidProgram, match="question 'cooperatives': no document 'D' is cited"
        ):
            with_question(evolve(question, answers=answers))

    def test_two_documents_with_one_id_are_refused(self) -> None:
        target = HANOI.target("2021-2025/bodies")
        other = evolve(target.citations[0], document=evolve(ARTICLE, place="elsewhere"))

        with pytest.raises(InvalidProgram, match="document 'A' stands twice"):
            with_target(evolve(target, citations=(other,)))

    def test_two_units_with_one_id_are_refused(self) -> None:
        other = Unit(id="person", label=Text(vi="đầu người", en="heads"))
        changed = evolve(HANOI.indicators[0], unit=other)

        with pytest.raises(InvalidProgram, match="unit 'person' stands twice"):
            evolve(HANOI, indicators=(changed, *HANOI.indicators[1:]))

    @pytest.mark.parametrize("row", ["ab", (("a",), 5), (["a"], "b"), (("a",), "b", "c")], ids=repr)
    def test_a_choice_needs_rows(self, row: tuple[tuple[str, ...], str]) -> None:
        with pytest.raises(
            InvalidType, match=r"^indicators: expected a row such as .*, got (str|tuple|list)\b"
        ):
            Choice(("q",), [row])

    def test_a_number_is_refused_as_the_id_of_an_answer(self) -> None:
        with pytest.raises(
            InvalidValue, match="value: an answer's id begins with a letter, got '1/2'"
        ):
            Answer(value="1/2", label=Text(vi="a", en="b"))

    def test_a_question_answered_twice_is_refused(self) -> None:
        with pytest.raises(InvalidValue, match="choices: a question is answered twice"):
            Reading(choices=[("trained", "persons"), ("trained", "participations")])


class Longer(Period):  # type: ignore[misc]
    """A subclass, which must not be made."""


class Wider(Range):  # type: ignore[misc]
    """A subclass, which must not be made."""


class Closer(Fact):  # type: ignore[misc]
    """A subclass, which must not be made."""


class TestLimitsOfValues:
    def test_a_missing_number_is_refused(self) -> None:
        with pytest.raises(
            InvalidType, match=r"expected an int or a Fraction such as .*, got NoneType"
        ):
            ReportedFigure(id="r", indicator="supported", period=FIRST, value=None, issued=AFTER)  # type: ignore[arg-type]
        with pytest.raises(
            InvalidType, match=r"expected an int or a Fraction such as .*, got NoneType"
        ):
            Range.at_least(None)  # type: ignore[arg-type]

    def test_years_are_whole_numbers(self) -> None:
        with pytest.raises(InvalidType, match="year: expected a whole number, got str '2021'"):
            Period.of_years("2021", 2025)  # type: ignore[arg-type]

    def test_a_version_known_from_the_start_precedes_the_earliest_date(self) -> None:
        """A version known from the start and one of the earliest date are two versions."""
        one = Support(id="s", enterprise="SAMPLE-1", started_on=date(2024, 1, 1))
        two = evolve(one, recorded_on=date.min, annulled=True)

        assert Register([one, two]) == Register([two, one])
        assert () == Register([two, one]).current

    @pytest.mark.parametrize("id_", ["x" * 200, "2024-01-01/123"])
    def test_a_headcount_is_counted_under_any_id(self, id_: str) -> None:
        """That also holds if the id and the number of the head have twelve digits together."""
        training = Training(id=id_, headcount=10, on=date(2024, 1, 1))

        figures = tally(HANOI, Register([training]), as_of=AFTER)

        assert (
            Range.at_least(10)
            == figures.figure(HANOI.indicator("trained/participations"), FIRST).range
        )

    @pytest.mark.parametrize("what", [int, Fact, ReportedFigure, "Fact"], ids=str)
    def test_a_claim_about_another_class_is_refused(self, what: type[Fact]) -> None:
        with pytest.raises(UnknownId, match="no class of records to make a claim about"):
            Completeness(what, FIRST)

    @pytest.mark.parametrize(
        "key",
        [
            "B1 ",
            "B1\u3164",
            "B1\ufe0f",
            "To\u0302\u0309",
            "001099012345-1",
            "001 099 012 345  head 1",
        ],
    )
    def test_the_key_of_a_fact_is_as_strict_as_other_keys(self, key: str) -> None:
        with pytest.raises(InvalidValue):
            Fact("bodies", key, AFTER)

    def test_a_fact_about_a_class_is_refused(self) -> None:
        """A class's name among the facts would become a claim about the class."""
        with pytest.raises(InvalidValue, match="indicator: it has stray spaces"):
            Fact("supported ", "E1", date(2024, 1, 1))
        with pytest.raises(InvalidValue, match="indicator: 'Support' begins with a capital"):
            Fact("Support", "SAMPLE-1", AFTER)

    def test_a_number_with_too_many_digits_is_refused(self) -> None:
        assert Range.exactly(10**30 - 1).low == 10**30 - 1
        for endless in (10**30, -(10**30), Fraction(1, 10**30)):
            with pytest.raises(
                InvalidValue, match="number: the number is too long: expected at most 30 digits"
            ):
                Range.exactly(endless)

    def test_a_reported_number_with_too_many_digits_is_refused(self) -> None:
        with pytest.raises(
            InvalidValue, match="value: the number is too long: expected at most 30 digits"
        ):
            ReportedFigure(
                id="r", indicator="supported", period=FIRST, value=Range(0, 10**30), issued=AFTER
            )

    def test_a_product_may_be_longer_than_its_factors(self) -> None:
        most = 10**30 - 1
        reports = [
            ReportedFigure(
                id=f"r{period.end}", indicator="supported", period=period, value=most, issued=AFTER
            )
            for period in (FIRST, Period.of_years(2026, 2030))
        ]

        evaluation = evaluate(HANOI, tally(HANOI, Register(reports), as_of=AFTER))

        assert evaluation == from_json(to_json(evaluation), Evaluation)
        assert (
            Range(Fraction(most * 3, 2), None).whole()
            == evaluation["2026-2030/supported"].comparisons[0].sure
        )

    def test_broken_text_is_refused(self) -> None:
        with pytest.raises(InvalidValue, match="topic: it holds half of a Unicode character"):
            Training(id="t", person="SAMPLE-P1", on=AFTER, topic="\ud800")

    def test_true_is_not_the_number_one(self) -> None:
        assert Asked("q", answer=True) != Asked("q", Fraction(1))

    def test_a_subclass_is_refused_in_place_of_its_base(self) -> None:
        with pytest.raises(InvalidType, match="period: expected a Period, got Longer"):
            Completeness("supported", Longer(None, AFTER))
        with pytest.raises(InvalidType, match="value: expected a Range, got Wider"):
            ReportedFigure(
                id="r", indicator="supported", period=FIRST, value=Wider(0, 5), issued=AFTER
            )
        with pytest.raises(InvalidType, match="records: expected a record, got Closer"):
            Register([Closer("supported", "SAMPLE-1", AFTER)])

    def test_a_day_of_completeness_is_a_date(self) -> None:
        with pytest.raises(InvalidType, match="day: expected a date, got str '2025-12-31'"):
            Register.complete_through("2025-12-31", [])  # type: ignore[arg-type]

    def test_a_text_has_two_languages(self) -> None:
        with pytest.raises(UnknownId, match="no language 'fr'; known: 'vi', 'en'"):
            Text(vi="a", en="b").in_("fr")  # type: ignore[arg-type]

    def test_a_domain_holds_a_whole_number(self) -> None:
        indicator = HANOI.indicator("tfp-share")

        with pytest.raises(
            InvalidValue, match="indicator 'bodies': its domain holds no whole number"
        ):
            evolve(HANOI.indicator("bodies"), domain=Range(Fraction(1, 4), Fraction(3, 4)))
        assert evolve(
            indicator, domain=Range(Fraction(1, 4), Fraction(3, 4))
        ).domain.high == Fraction(3, 4)

    def test_a_count_outside_its_domain_is_refused(self) -> None:
        narrow = evolve(HANOI.indicator("bodies"), domain=Range(0, 2))
        program = evolve(
            HANOI,
            indicators=tuple(narrow if each.id == "bodies" else each for each in HANOI.indicators),
        )
        facts = [Fact("bodies", f"SAMPLE-B{number}", AFTER) for number in range(3)]

        with pytest.raises(InvalidValue, match="a count: 'bodies' cannot be"):
            tally(program, Register([evolve(fact, on=FIRST.end) for fact in facts]), as_of=AFTER)

    def test_a_phase_has_a_start(self) -> None:
        with pytest.raises(InvalidValue, match="period: phase 'x' needs a start"):
            Phase(id="x", period=Period.until(AFTER))


class TestParts:
    """“Trong đó”: a part may not ask for more than its whole."""

    def targets(self, part: Target, whole: Target) -> tuple[Target, ...]:
        return plan_of(Period.of_years(2021, 2025), part, whole).targets

    def part(self, bound: Bound, basis: Basis = Reached(), indicator: str = "things") -> Target:
        return wanted(bound, basis, indicator, "phase/part", part_of="phase/wanted")

    @pytest.mark.parametrize("basis", [Reached(), EachYear()])
    @pytest.mark.parametrize("bound", [AtLeast(21), MoreThan(21), Between(21, 30)])
    def test_a_number_above_that_of_the_whole_is_refused(self, bound: Bound, basis: Basis) -> None:
        message = (
            "target 'phase/part': its number is above that of 'phase/wanted', "
            "of which it is a part; correct one"
        )
        with pytest.raises(InvalidProgram, match=message):
            self.targets(self.part(bound, basis), wanted(AtLeast(20), basis))

    @pytest.mark.parametrize(
        ("part", "whole"),
        [
            (AtLeast(20), AtLeast(20)),
            (Between(20, 30), AtLeast(20)),
            (AtLeast(25), Between(20, 30)),
        ],
    )
    def test_a_number_up_to_that_of_the_whole_is_accepted(self, part: Bound, whole: Bound) -> None:
        assert 2 == len(self.targets(self.part(part), wanted(whole)))

    def test_parts_in_another_unit_or_on_another_basis_are_not_compared(self) -> None:
        assert 2 == len(
            self.targets(self.part(AtLeast(21), indicator="occasions"), wanted(AtLeast(20)))
        )
        assert 2 == len(
            self.targets(
                self.part(AtLeast(21), Growth(Period.of_years(2011, 2020))), wanted(AtLeast(20))
            )
        )
        assert 2 == len(self.targets(self.part(AtLeast(21), EachYear()), wanted(AtLeast(20))))
