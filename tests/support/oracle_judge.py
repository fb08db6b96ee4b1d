"""The judge: whether a world fulfils a target, in everything that the target asks for."""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from oracle_terms import Answers, Case, Number, Truth, Words, World, repeats


def judge(case: Case, world: World) -> Truth:
    """Say whether a world fulfils the target, in everything that the target asks for."""
    bound = case.words, case.answers
    if case.basis in ("reached", "each year", "during", "difference"):
        parts = [_reached(*bound, value) for value in compared(case, world)]
    elif case.basis == "yearly growth" and case.answers.each_year:
        each = _Growing(case.falling, 1)
        parts = [_grown(*bound, each, baseline, now) for baseline, now in pairwise(world)]
    else:
        grows = _Growing(case.falling, repeats(case))
        parts = [_grown(*bound, grows, world[0], world[-1])]
    return False if False in parts else None if None in parts else True


def compared(case: Case, world: World) -> World:
    """Return the numbers that are compared with the bound, which is not about growth."""
    if case.basis != "difference":
        return world
    baseline, now = world
    return (baseline - now if case.falling else now - baseline,)


class _Growing(NamedTuple):
    """How a number grows: whether downward, and how many times over."""

    falling: bool
    times: int


# Many worlds share a year, and many cases share their bounds.
@lru_cache(10_000)
def _reached(words: Words, answers: Answers, value: Number) -> Truth:
    return fulfilled(words, answers, lambda asked: value - asked)


@lru_cache(100_000)
def _grown(
    words: Words, answers: Answers, growing: _Growing, baseline: Number, now: Number
) -> Truth:
    """Say whether a value has grown or fallen by the percentage, applied `times` times.

    Nothing falls below zero, so a fall of more than 100 % leads to zero.
    """
    falling, times = growing
    if baseline == 0:
        return None

    def over(percent: Number) -> Number:
        share = Fraction(percent) / 100
        asked = baseline * max(Fraction(0), 1 - share if falling else 1 + share) ** times
        return asked - now if falling else now - asked

    return fulfilled(words, answers, over)


def numbers_of(words: Words, answers: Answers) -> set[Number]:
    """Return the numbers near which a bound turns, with the tolerance and without it."""
    slack = answers.tolerance
    numbers = (words.number, words.high)
    return {number * part for number in numbers for part in (1 - slack, 1, 1 + slack) if number}


def fulfilled(words: Words, answers: Answers, over: Callable[[Number], Number]) -> bool:
    """Say whether a value meets the bound; `over` gives how much it exceeds a number."""
    word, number, high, about = words
    slack = answers.tolerance if about or word == "about" else 0
    match word:
        case "at least":
            return over(number) >= 0
        case "more than":
            return over(number) > 0 or (over(number) == 0 and not answers.strict)
        case "about":
            return over(number * (1 - slack)) >= 0 and (
                answers.may_exceed or over(number * (1 + slack)) <= 0
            )
        case "between":
            return over(number * (1 - slack)) >= 0 and (
                not answers.upper_binds or over(high * (1 + slack)) <= 0
            )
        case "plain":
            return over(number) == 0 or (over(number) > 0 and answers.plain_is_floor)
        case "at most":
            return over(number) <= 0
        case _:  # "less than", the only kind left
            return over(number) < 0
