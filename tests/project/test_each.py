"""A test over a table runs every case, and names each that fails."""

import pytest

from each import for_each


@for_each("number", [1, 2, 3, 4])
def _is_odd(number: int) -> None:
    assert number % 2


@for_each("number", [1, 2])
@for_each(("low", "high"), [(0, 3), (0, 2)], ids=["wide", "narrow"])
def _lies_between(number: int, low: int, high: int) -> None:
    assert low < number < high


def _notes(failures: BaseExceptionGroup) -> list[str]:
    return [note for failure in failures.exceptions for note in failure.__notes__]


def test_every_case_that_fails_is_named() -> None:
    with pytest.raises(ExceptionGroup, match="2 of 4 cases fail") as failed:
        _is_odd()
    assert ["the case: 2", "the case: 4"] == _notes(failed.value)


def test_tables_may_be_combined() -> None:
    with pytest.raises(ExceptionGroup, match="1 of 2 cases fail") as failed:
        _lies_between()
    (inner,) = failed.value.exceptions
    assert ["the case: 2"] == _notes(failed.value)
    assert isinstance(inner, ExceptionGroup)
    assert ["the case: narrow"] == _notes(inner)


@for_each("text", ["one", "1"])
def _is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        int(text)


def test_an_error_that_was_not_raised_is_a_failure_of_its_case() -> None:
    with pytest.raises(BaseExceptionGroup) as failed:
        _is_refused()
    assert ["the case: '1'"] == _notes(failed.value)


@for_each("number", [1, 2])
def test_fixtures_are_passed_on(number: int, request: pytest.FixtureRequest) -> None:
    assert request.node.name == "test_fixtures_are_passed_on"
    assert number
