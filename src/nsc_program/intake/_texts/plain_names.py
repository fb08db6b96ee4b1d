"""Tell the names of enterprises in which no rule finds anything, from their form and their words.

Most unread cells of a list are such names. They would pass through the rules for states, places,
times, offices and tails several times, and beneath every heading. Here each name is asked once:

- A plain name is two words or more of letters and short numbers, with single spaces, with a capital
  at its beginning, and with a capital or a number at its end. So it has no tail and no clause, is
  not a tick, and does not go on in small letters.
- It stands beneath a heading that asks for the name of an enterprise, and for nothing else. So the
  rules for the answers that a heading asks for say nothing.
- Each rule that finds words in any text was asked, and found nothing.

A property test holds the rules for whole cells to finding nothing in plain names. What compares a
name with the values and the other names of its list is always asked.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial

from nsc_program.intake._cells import verdicts
from nsc_program.intake._headings import ordinary
from nsc_program.intake._headings.answers import has_answers
from nsc_program.intake._headings.headings import BELOW
from nsc_program.intake._states import states as _states
from nsc_program.intake._states import states_within, statuses
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._texts import issuers, other_activities, row_texts
from nsc_program.intake._texts import names as _names
from nsc_program.intake._texts.subjects import asks_for_an_enterprise
from nsc_program.intake._words import provinces, times_named
from nsc_program.intake._words.gates import Gate

_FORM = re.compile(r"[^\W\d_]+(?: (?:[^\W\d_]+|[0-9]{1,6}))+")
_LONGEST = 100
_RULES: tuple[Callable[[str], bool], ...] = (
    *(_states.says_cancelled, _states.says_unfinished, states_within.holds_a_state),
    *(statuses.says_more, verdicts.is_foreseen, _names.ends_it, ordinary.says_no_name),
    *(row_texts.names_others, row_texts.names_several, row_texts.is_apart),
    other_activities.is_an_office,
    *(provinces.names_another_province, times_named.names_a_time),
    partial(issuers.is_decided_elsewhere, ""),
)
_GATE = Gate.before_all(
    *(_states.GATES["cancelled"], _states.GATES["unfinished"], states_within.GATE),
    *(statuses.GATE_OF_BEGINNINGS, statuses.GATE_OF_STATUSES, statuses.GATE_OF_LIMITS),
    *(verdicts.GATE, _names.GATE_OF_ENDS, ordinary.GATE, other_activities.GATE_OF_OFFICES),
    *(row_texts.GATE_OF_OTHERS, row_texts.GATE_OF_SEVERAL, row_texts.GATE_OF_TEXTS_APART),
    provinces.GATE_OF_PROVINCES,
    *(times_named.GATE, issuers.GATE, _names.GATE_OF_SEVERAL, _names.GATE_OF_PARTS),
)
"""The gates before all these rules, and before the one for several enterprises."""


@lru_cache(maxsize=2**12)
def is_plain_name(text: str) -> bool:
    """Tell whether no rule finds anything in a text beneath a heading of names.

    Args:
        text: the text.
    """
    if len(text) > _LONGEST or _FORM.fullmatch(text) is None or not _has_capitals(text):
        return False
    if times_named.CENTURY not in text and _GATE.is_closed(text):
        return True
    return _names.is_one_enterprise(text) and not any(rule(text) for rule in _RULES)


def _has_capitals(text: str) -> bool:
    """Tell whether a text begins with a capital, and so does its last word, or it is a number."""
    last = text.rpartition(" ")[2]
    return text[0].isupper() and (last[0].isupper() or last.isdigit())


@lru_cache(maxsize=2**10)
def holds_names(kind: str, heading: str) -> bool:
    """Tell whether a heading asks for the name of an enterprise, and for nothing else.

    Args:
        kind: the name of the class of the records.
        heading: the heading of a column that is not read.
    """
    if BELOW in heading or not asks_for_an_enterprise(kind, heading):
        return False
    is_about_more = names_a_state(heading) or verdicts.is_of_an_end(heading) or has_answers(heading)
    return ordinary.is_ordinary(heading) and not is_about_more
