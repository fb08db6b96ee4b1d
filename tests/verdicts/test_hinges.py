"""Hinges and contradictions, found in buckets: compared with those of every pair of outcomes."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawing import maybe
from nsc_program import HANOI, InvalidValue, Range, Status
from nsc_program.plan import Asked
from nsc_program.plan._questions import AnswerValue
from nsc_program.verdicts import Outcome, TargetSweep
from nsc_program.verdicts._hinges import Case, contradict, grouped, is_hinge, is_hinge_of_tolerance

TARGET = HANOI.target("2021-2025/supported")
QUESTIONS = ("strict", "which", "how")
ANSWERS: tuple[AnswerValue, ...] = (True, False, "some", Fraction(1, 2))
ENDS = tuple(Fraction(each, 50) for each in range(6))
YES, NO = Asked("strict", answer=True), Asked("strict", answer=False)


@st.composite
def tolerances(draw: st.DrawFn) -> Range:
    low, high = sorted(draw(st.tuples(st.sampled_from(ENDS), st.sampled_from(ENDS))))
    open_ends = draw(st.tuples(st.booleans(), st.booleans())) if low < high else (False, False)
    return Range(low, high, low_open=open_ends[0], high_open=open_ends[1])


def outcomes() -> st.SearchStrategy[Outcome]:
    """Draw outcomes of any kind, also those that no plan has.

    Questions may be missing, and tolerances may overlap.
    """
    answers = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(ANSWERS))
    asked = answers.map(lambda drawn: tuple(Asked(*pair) for pair in drawn.items()))
    return st.builds(
        Outcome, asked, maybe(tolerances()), st.sampled_from((Status.ATTAINED, Status.MISSED))
    )


def cases(found: list[Outcome]) -> list[Case]:
    return [
        Case({each.question: each.answer for each in one.answers}, one.tolerance, one.status)
        for one in found
    ]


class TestAgainstEveryPair:
    """The buckets find what a comparison of every two outcomes finds."""

    @given(st.lists(outcomes(), min_size=1, max_size=9))
    def test_buckets_find_the_same_hinges_and_contradictions(self, found: list[Outcome]) -> None:
        pairs = [
            (one, other) for one, other in combinations(found, 2) if one.status is not other.status
        ]
        apart = {one.excludes(other) for one, other in pairs}
        groups = grouped(cases(found))

        assert {question for question in QUESTIONS if (question,) in apart} == {
            question for question in QUESTIONS if is_hinge(question, groups)
        }
        assert (("tolerance",) in apart) == is_hinge_of_tolerance(groups)
        assert (() in apart) == contradict(groups)

    def test_a_case_stays_open_while_another_of_its_answer_does(self) -> None:
        ends = [(0, 1), (0, 3), (2, 4)]
        kinds = [(True, Status.ATTAINED), (True, Status.ATTAINED), (False, Status.MISSED)]
        found = [
            Case({"strict": answer}, Range(Fraction(low, 50), Fraction(high, 50)), status)
            for (low, high), (answer, status) in zip(ends, kinds, strict=True)
        ]

        assert is_hinge("strict", grouped(found))
        assert not is_hinge("strict", grouped(found[::2]))


class TestRefusals:
    """Outcomes that contradict each other in any plan are refused."""

    def test_two_statuses_under_one_reading_are_refused(self) -> None:
        found = (Outcome((YES,), None, Status.MISSED), Outcome((), None, Status.ATTAINED))
        with pytest.raises(InvalidValue, match="one reading leads to two statuses") as refused:
            TargetSweep(TARGET, found)
        assert "cùng một cách hiểu" in refused.value.in_("vi")

    def test_pending_beside_undecided_is_refused(self) -> None:
        found = (Outcome((YES,), None, Status.PENDING), Outcome((NO,), None, Status.UNDECIDED))
        with pytest.raises(InvalidValue, match="is both pending and undecided"):
            TargetSweep(TARGET, found)

    def test_the_same_status_twice_under_one_reading_is_accepted(self) -> None:
        found = (Outcome((YES,), None, Status.MISSED), Outcome((), None, Status.MISSED))
        assert TargetSweep(TARGET, found).settled
