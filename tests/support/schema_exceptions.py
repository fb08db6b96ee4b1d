"""The one list of the reasons to refuse a document that its JSON Schema accepts."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from nsc_program import Evaluation, Figures, Program, Reading, Register
from nsc_program.serialization import SCHEMAS
from nsc_program.verdicts import Diff, PhaseComparison, PlanComparison, Sweep


class Unsayable(NamedTuple):
    """A rule of the reader that a schema cannot express.

    Attributes:
        name: A name of its own.
        message: The messages of the rule, as a pattern.
        why: Why a schema cannot express it.
        kind: The kind of document.
        example: The smallest document that this rule alone refuses.
    """

    name: str
    message: str
    why: str
    kind: type
    example: str


def _document(kind: type, **parts: Any) -> str:  # noqa: ANN401  # what JSON holds
    return json.dumps({"schema": SCHEMAS[kind], **parts})


_TEXT = {"vi": "", "en": ""}
_SOME_DAY = "2024-06-30"
_PERIOD = {"start": "2021-01-01", "end": "2025-12-31"}
_ABOUT = {
    "title": _TEXT,
    "program": "p",
    "edition": "e",
    "as_of": _SOME_DAY,
    "library": "l",
    "digest": "0" * 64,
}
_UNIT = {"id": "u", "label": _TEXT}
_HALVES = {**_UNIT, "whole": False}
_INDICATOR = {"id": "i", "unit": _UNIT, "label": _TEXT}
_RULE = {"of": "Support", "each": "enterprise", "on": {"fields": ["completed_on"]}}
_CITY = {"type": "OneOf", "field": "level", "values": ["city"]}
_NATION = {"type": "OneOf", "field": "level", "values": ["nation"]}
_AT_LEAST = {"type": "AtLeast", "number": 1}
_TARGET = {"id": "t", "title": _TEXT, "indicator": "i", "bound": _AT_LEAST, "citations": []}
_QUESTION = {"id": "q", "phrase": _TEXT, "answers": [{"value": "yes", "label": _TEXT}]}
_SIDE = {"edition": "e", "as_of": _SOME_DAY, "reading": {}}
_NO_CHANGE: dict[str, list[str]] = {
    name: []
    for name in ("figures", "notes_added", "notes_removed", "answers_added", "answers_removed")
}
_EVERYTHING = {"low": None, "high": None}
_VERDICT = {
    "target": _TARGET,
    "indicator": _INDICATOR,
    "as_of": _SOME_DAY,
    "status": "missed",
    "comparisons": [{"period": _PERIOD, "possible": _EVERYTHING, "sure": None, "perhaps": None}],
    "notes": [],
    "asked": [{"question": "q", "answer": "yes"}],
}


def _register(key: str, *records: Mapping[str, Any]) -> str:
    return _document(Register, **{key: records})


def _fact(**parts: str) -> str:
    return _register("facts", {"indicator": "i", "key": "k", "on": _SOME_DAY, **parts})


def _support(**parts: str) -> str:
    return _register("supports", {"id": "s", "enterprise": "E", "started_on": _SOME_DAY, **parts})


def _report(value: Any) -> str:  # noqa: ANN401  # a number, or a range
    return _register(
        "reported_figures",
        {"id": "r", "indicator": "i", "period": _PERIOD, "value": value, "issued": _SOME_DAY},
    )


def _plan(**parts: Any) -> str:  # noqa: ANN401
    phases = [{"id": "1", "period": _PERIOD}]
    return _document(
        Program,
        **{
            "id": "p",
            "edition": "e",
            "title": _TEXT,
            "issuer": _TEXT,
            "indicators": [],
            "phases": phases,
            **parts,
        },
    )


def _sweep(**parts: Any) -> str:  # noqa: ANN401
    return _document(Sweep, **{**_ABOUT, "questions": [], "targets": [], **parts})


def _comparison(**parts: Any) -> str:  # noqa: ANN401
    rest = {"earlier": "1", "later": "2", "reading": {}, "questions": [], "changes": []}
    return _document(PhaseComparison, **{**_ABOUT, **rest, **parts})


def _evaluation(**parts: Any) -> str:  # noqa: ANN401
    return _document(
        Evaluation,
        **{**_ABOUT, "reading": {}, "questions": [], "phases": [], "objectives": [], **parts},
    )


def _objective(indicator: Mapping[str, Any]) -> str:
    objective = {"id": "o", "title": _TEXT, "citations": []}
    return _evaluation(
        objectives=[{"objective": objective, "indicator": indicator, "figure": None}]
    )


_ID, _DAY, _NUMBER = r"(?:'.*'|\".*\")", r"\d{4}-\d\d-\d\d", r"[-\d./*]+"
_FRACTION = r'a whole number, or a fraction in lowest terms such as "3/2"'

_INCOHERENT = (
    rf"no document {_ID} is cited; .*|it had not ended when .*|its id must begin with {_ID}"
    rf"|it cannot be a part of {_ID}: .*|its number is above that of {_ID}, .*"
    rf"|there is no (\w+|funding source) {_ID}.*|growth of {_ID} is not defined, .*"
    r"|its choice (asks a question twice;|needs one row for) .*"
    r"|its phase is not made of whole years; .*"
    r"|growth from year to year needs .*|a change must be more than 0"
    r"|nothing falls by more than 100 %|the period of its basis does not lie within the phase; .*"
    r"|its baseline does not end before the last day of the phase; .*"
    r"|its indicator can take no number that fulfils it; .*"
    r"|the numerator and the denominator are .*"
    r"|a budget is about one calendar year or .*|it has no citation; .*"
    rf"|it cannot add up to {_ID}: .*|the (periods that|numbers do not) add up to .*"
)

EXCEPTIONS = (
    # --- how JSON is written ---
    Unsayable(
        "a key twice",
        r".* stands twice in one object; leave one out",
        "A schema sees the parsed object, in which only the last is left.",
        Reading,
        '{"schema": "nsc-program/reading/1", "strict": true, "strict": true}',
    ),
    Unsayable(
        "a whole number with a point",
        rf"expected ((text, true, false or )?a whole number|{_FRACTION}"
        r"|true, false, .* a number such as \"1/20\"), got the number \S+",
        "To a schema 1.0 and 1e0 are the whole number 1.",
        Register,
        _register("trainings", {"id": "t", "headcount": 1.0, "on": _SOME_DAY}),
    ),
    Unsayable(
        "a number of thousands of digits",
        r"a number has too many digits|the number is too long: "
        r"expected at most 1000 digits above and below the line",
        "A limit for the ends of ranges would itself be a number with that many digits.",
        Figures,
        _document(
            Figures,
            as_of=_SOME_DAY,
            figures=[{"indicator": "i", "period": _PERIOD, "range": {"low": "LOW", "high": None}}],
        ).replace('"LOW"', "9" * 5000),
    ),
    # --- texts ---
    Unsayable(
        "half a character",
        r"it holds half of a Unicode character",
        "Not every pattern engine accepts half of a surrogate pair.",
        Register,
        _register("disseminations", {"id": "d", "on": _SOME_DAY, "topic": "\ud800"}),
    ),
    Unsayable(
        "an invisible character",
        r"it holds a character that cannot be seen; remove it",
        "Unicode keeps adding format characters, so the patterns list only stable ones.",
        Register,
        _fact(key="k\u0600"),
    ),
    Unsayable(
        "two writings of one text",
        r"it is not in Unicode form NFC; normalise it",
        "Patterns cannot compare Unicode forms.",
        Register,
        _fact(key="e\u0301"),
    ),
    Unsayable(
        "a combining mark without a letter",
        r"it holds a combining mark without a letter; .+",
        "Patterns do not know which characters combine with the one before them.",
        Register,
        _fact(key="\u0301k"),
    ),
    Unsayable(
        "twelve digits in other scripts",
        r"a twelve-digit number may be a citizen's number; give a pseudonym with a letter",
        "No pattern matches the digits beyond ASCII in every engine.",
        Register,
        _fact(key="\u0661" * 12),
    ),
    Unsayable(
        "a capital beyond A to Z",
        rf"{_ID} begins with a capital, as only classes of records do; write it in lower case"
        rf"|no class of records to make a claim about {_ID}; .*",
        "No pattern matches the capitals beyond ASCII in every engine.",
        Register,
        _fact(indicator="\u0110"),
    ),
    Unsayable(
        "a code with letters beyond ASCII",
        rf"{_ID} is not an enterprise code: .*",
        "No pattern matches the letters beyond ASCII in every engine.",
        Register,
        _support(enterprise="\u2116 5"),
    ),
    Unsayable(
        "an answer's id with letters beyond ASCII",
        rf"an answer's id begins with a letter, got {_ID}",
        "No pattern matches the letters beyond ASCII in every engine.",
        Evaluation,
        _evaluation(questions=[{**_QUESTION, "answers": [{"value": "\u2116 5", "label": _TEXT}]}]),
    ),
    # --- numbers and days that are compared ---
    Unsayable(
        "a fraction not in lowest terms",
        rf"expected {_FRACTION}, got the text {_ID}",
        "A pattern does not divide.",
        Register,
        _report("2/4"),
    ),
    Unsayable(
        "a tolerance that is not admissible",
        r"\d+/\d+ is not an admissible answer: expected a ratio from 0 to 1/10",
        "It may be a text, and a schema cannot order texts.",
        Reading,
        _document(Reading, tolerance="1/9"),
    ),
    Unsayable(
        "an end before its start",
        rf"{_DAY} is before \w+, {_DAY}|the period ends on {_DAY}, before it starts on {_DAY}",
        "A schema cannot compare two values.",
        Register,
        _support(completed_on="2024-06-29"),
    ),
    Unsayable(
        "an empty range",
        rf"nothing lies between the low end, {_NUMBER}, and the high end, {_NUMBER}",
        "A schema cannot compare two values.",
        Register,
        _report({"low": 1, "high": 1, "low_open": True}),
    ),
    Unsayable(
        "numbers in falling order",
        rf"expected two numbers in rising order, got {_NUMBER} and {_NUMBER}",
        "A schema cannot compare two values.",
        Sweep,
        _sweep(
            targets=[
                {
                    "target": {**_TARGET, "bound": {"type": "Between", "low": 2, "high": 1}},
                    "outcomes": [{"answers": [], "tolerance": None, "status": "missed"}],
                    "statuses": ["missed"],
                    "settled": True,
                    "hinges": [],
                    "critical_tolerances": [],
                }
            ]
        ),
    ),
    # --- things that are compared ---
    Unsayable(
        "one id for two things",
        rf"the id {_ID} stands at \w+\[\d+\] too"
        r"(; give each its own id|, with other content; correct one, .*)"
        rf"|target {_ID} stands twice; .*",
        "A schema finds equal items, but not items that share a part.",
        Register,
        _register(
            "disseminations",
            *({"id": "d", "on": _SOME_DAY, "topic": topic} for topic in ("a", "b")),
        ),
    ),
    Unsayable(
        "one figure twice",
        r"two figures are for the same indicator and period; join them first",
        "A schema finds equal items, but not items that share a part.",
        Figures,
        _document(
            Figures,
            as_of=_SOME_DAY,
            figures=[
                {"indicator": "i", "period": _PERIOD, "range": {"low": low, "high": None}}
                for low in (1, 2)
            ],
        ),
    ),
    Unsayable(
        "one answer twice",
        rf"question {_ID} has the same answer twice; leave one out",
        "A schema finds equal items, but not items that share a part.",
        Evaluation,
        _evaluation(
            questions=[
                {
                    **_QUESTION,
                    "answers": [
                        {"value": 1, "label": {"vi": each, "en": ""}} for each in ("a", "b")
                    ],
                }
            ]
        ),
    ),
    Unsayable(
        "an unknown id",
        r"no (document|unit) '.*'; (known: .*|there are none|did you mean .*)",
        "A schema cannot follow ids.",
        Program,
        _plan(indicators=[{**_INDICATOR, "unit": "u"}]),
    ),
    Unsayable(
        "a thing that is never named",
        rf"nothing names the (document|unit) {_ID}; .*",
        "A schema cannot follow ids.",
        Program,
        _plan(units=[_UNIT]),
    ),
    Unsayable(
        "a plan that contradicts itself",
        r"(document|unit|indicator|question|phase|target|objective|funding source|budget item) "
        rf"{_ID} stands twice; .*"
        rf"|target {_ID} and target {_ID}: no number fulfils both; correct one of them"
        rf"|(target|past phase|question|objective|budget item) {_ID}: ({_INCOHERENT})",
        "The parts of a plan name each other by ids, which a schema cannot follow.",
        Program,
        _plan(objectives=[{"id": "o", "title": _TEXT, "phase": "2", "citations": []}]),
    ),
    Unsayable(
        "words that do not state a number, or state another one",
        r"target .+: .+; or give a bound",
        "A schema does not parse words.",
        Program,
        _plan(
            documents=[{"id": "d", "title": _TEXT, "place": "p"}],
            phases=[
                {
                    "id": "1",
                    "period": _PERIOD,
                    "targets": [
                        {
                            "id": "1/t",
                            "title": _TEXT,
                            "indicator": "supported",
                            "citations": [{"document": "d", "words": "một số doanh nghiệp"}],
                        }
                    ],
                }
            ],
        ),
    ),
    Unsayable(
        "a fractional count, or a domain without numbers",
        rf"indicator {_ID}: "
        r"(a count has a whole unit and is not negative; .*|a count begins at 0, .*|"
        "its domain holds no whole number)",
        "A unit stands elsewhere in a plan, and a schema neither rounds nor compares numbers.",
        Evaluation,
        _objective({**_INDICATOR, "unit": _HALVES}),
    ),
    Unsayable(
        "a rule that does not fit its indicator",
        r"a state is reported and not counted; .*|additive is true if a rule counts records .*"
        r"|several rules can only be united by keys of the same things; .*"
        r"|a quotient of two indicators is a state .*|a share, or a number that may be .*"
        rf"|a partition or a part stands twice; .*|partition {_ID} needs at least two parts",
        "A schema cannot compare two values.",
        Evaluation,
        _objective({**_INDICATOR, "additive": True, "counting": _RULE}),
    ),
    Unsayable(
        "two conditions on one field",
        r"another OneOf asks for this field; join the two",
        "A schema finds equal items, but not items that share a part.",
        Evaluation,
        _objective({**_INDICATOR, "counting": {**_RULE, "where": [_CITY, _NATION]}}),
    ),
    Unsayable(
        "another rule for an indicator of the library",
        r"the library's own indicator is counted by another rule; .*",
        "A schema cannot compare two values.",
        Program,
        _plan(
            units=[_UNIT],
            indicators=[{"id": "bodies", "unit": "u", "label": _TEXT, "counting": []}],
        ),
    ),
    Unsayable(
        "a question that is not explained",
        rf"the result rests on question {_ID}, which is not listed; add it",
        "A schema cannot follow ids.",
        Evaluation,
        _evaluation(
            phases=[{"id": "1", "period": _PERIOD, "status": "missed", "verdicts": [_VERDICT]}]
        ),
    ),
    Unsayable(
        "days or statuses that contradict each other",
        rf"(\S+: )?((the verdict on target|phase) {_ID} is as of \S+, but the result is as of \S+"
        rf"|the comparisons of target {_ID} do not end with phase {_ID}, on \S+"
        rf"|target {_ID} is both pending and undecided; .*"
        rf"|target {_ID}: one reading leads to two statuses; .*)",
        "A schema cannot compare parts of a document.",
        Evaluation,
        _evaluation(
            questions=[{"id": "q", "phrase": _TEXT, "answers": [{"value": "yes", "label": _TEXT}]}],
            phases=[
                {
                    "id": "1",
                    "period": _PERIOD,
                    "status": "missed",
                    "verdicts": [{**_VERDICT, "as_of": "2023-01-01"}],
                }
            ],
        ),
    ),
    Unsayable(
        "parts of a comparison of plans that do not fit together",
        r"expected (one side for each plan|the indicators of the target|numbers about).*",
        "A schema does not compare two places.",
        PlanComparison,
        _document(
            PlanComparison,
            library="l",
            plans=[],
            indicators=[
                {
                    "indicator": _INDICATOR,
                    "sides": [{"plan": "p", "numbers": []}],
                    "pairs": [],
                }
            ],
        ),
    ),
    Unsayable(
        "a change that is not about one target",
        "before and after must be verdicts on one target; .*",
        "A schema cannot compare two values.",
        Diff,
        _document(
            Diff,
            program="p",
            library="l",
            before=_SIDE,
            after=_SIDE,
            questions=[],
            changes=[{"before": None, "after": None, "records": [], **_NO_CHANGE}],
        ),
    ),
    Unsayable(
        "derived data that do not follow from the rest",
        r"expected .*, which follows from the other values",
        "A schema does not compute.",
        PhaseComparison,
        _comparison(
            changes=[
                {
                    "indicator": _INDICATOR,
                    **{
                        side: {
                            "phase": name,
                            "as_of": _SOME_DAY,
                            "verdicts": [],
                            "figure": {"indicator": "i", "period": _PERIOD, "range": _EVERYTHING},
                            "complete": False,
                            "planned": None,
                        }
                        for side, name in (("earlier", "1"), ("later", "2"))
                    },
                    "difference": _EVERYTHING,
                    "ratio": None,
                    "incomparable": [],
                    "comparable": False,
                }
            ]
        ),
    ),
)
"""Every rule that a schema cannot express; each has its own name."""

BROKEN: Mapping[str, tuple[str, ...]] = {
    "a key twice": (
        "key_twice",
        "key_twice_at_the_top",
        "program/key_twice",
        "reading/key_twice",
        "reading/question_answered_twice",
    ),
    "a whole number with a point": (
        "exponent_for_count",
        "figures/exponent",
        "float_for_count",
        "program/number_as_float",
    ),
    "half a character": ("broken_unicode",),
    "two writings of one text": ("two_unicode_forms",),
    "a fraction not in lowest terms": (
        "evidence/value_not_a_number",
        "fraction_not_in_lowest_terms",
        "program/number_not_in_lowest_terms",
        "reading/tolerance_not_in_lowest_terms",
    ),
    "a tolerance that is not admissible": ("evaluation/reading_tolerance_too_large",),
    "an end before its start": (
        "end_before_start",
        "funding/missing_upside_down",
        "program/phase_that_ends_before_it_starts",
    ),
    "an empty range": (
        "figures/range_of_nothing",
        "figures/range_upside_down",
        "range_upside_down",
        "sweep/outcome_of_no_tolerance",
    ),
    "numbers in falling order": ("program/bound_upside_down",),
    "one id for two things": (
        "diff/target_twice",
        "duplicate_id",
        "program/document_listed_twice",
        "program/unit_listed_twice",
    ),
    "one figure twice": ("figures/two_of_one_thing",),
    "one answer twice": ("program/answer_twice",),
    "an unknown id": (
        "program/unknown_document",
        "program/unknown_unit",
        "program/unknown_unit_unlike_any",
    ),
    "a thing that is never named": (
        "program/document_that_nothing_names",
        "program/unit_that_nothing_names",
    ),
    "a plan that contradicts itself": (
        "program/answer_attested_by_unknown_document",
        "program/baseline_that_ends_with_the_phase",
        "program/choice_lacks_a_row",
        "program/choice_of_unknown_question",
        "program/fall_by_more_than_all",
        "program/growth_by_nothing",
        "program/growth_of_a_share",
        "program/indicator_twice",
        "program/number_of_a_year_outside_the_phase",
        "program/objective_of_unknown_indicator",
        "program/objective_of_unknown_phase",
        "program/part_of_itself",
        "program/part_of_unknown_target",
        "program/parts_in_a_circle",
        "program/phase_twice",
        "program/question_of_the_wording",
        "program/target_id_of_another_phase",
        "program/target_that_no_number_fulfils",
        "program/targets_that_no_number_fulfils",
        "program/unknown_indicator",
        "program/yearly_growth_in_one_year",
        "program/yearly_in_no_whole_years",
    ),
    "a fractional count, or a domain without numbers": ("program/count_in_parts",),
    "a question that is not explained": (
        "diff/question_not_listed",
        "evaluation/asked_question_not_explained",
    ),
    "days or statuses that contradict each other": (
        "comparison/side_as_of_another_day",
        "comparison/verdict_as_of_another_day",
        "diff/verdict_as_of_another_day",
        "evaluation/verdict_as_of_another_day",
        "evaluation/verdict_on_another_phase",
        "sweep/pending_and_undecided",
        "sweep/two_statuses_under_one_reading",
    ),
    "parts of a comparison of plans that do not fit together": (
        "plans/number_about_another_indicator",
        "plans/other_indicators_than_the_target",
        "plans/sides_in_another_order",
    ),
    "a change that is not about one target": ("diff/no_verdict",),
    "derived data that do not follow from the rest": (
        "comparison/comparable_does_not_follow",
        "comparison/planned_does_not_follow",
        "diff/figures_do_not_follow",
        "diff/notes_do_not_follow",
        "evaluation/status_of_a_phase_does_not_follow",
        "evidence/status_does_not_follow",
        "plans/pair_does_not_follow",
        "sweep/hinges_do_not_follow",
        "sweep/statuses_do_not_follow",
    ),
}
"""The broken documents under `tests/broken` that a schema accepts, by the name of the rule."""
