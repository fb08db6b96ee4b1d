"""Only evidence that was asked for contains keys of people: no other result or message does."""

import io
import json
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from drawing import PEOPLE, days, registers
from examples_of_values import EXAMPLES
from nsc_program import (
    HANOI,
    Completeness,
    Evaluation,
    Expert,
    Fact,
    Figures,
    InvalidType,
    InvalidValue,
    NscError,
    Period,
    Reading,
    Register,
    RejectedRow,
    Training,
    UnknownId,
    assess,
    compare_phases,
    evaluate,
    evidence,
    funding,
    sweep,
    tally,
)
from nsc_program.cli import main
from nsc_program.errors import DocumentError, RegisterConflict
from nsc_program.records import AnyRecord
from nsc_program.report import change_grid, evidence_lines, funding_grid, sweep_grid, table
from nsc_program.report.text import Page, Shape, drawn_grid, drawn_table
from nsc_program.serialization import from_json, make_converter, to_json
from nsc_program.testing.strategies import readings
from nsc_program.verdicts import Comparison, Evidence, Sweep, gap, margin, pace, progress

MARK = "PERSON-"
DAY = date(2024, 6, 30)
PHASES = ("2021-2025", "2026-2030")
TRAINED = "2021-2025/trained"


def marked(record: AnyRecord) -> AnyRecord:
    """Return the same record with the key of its person marked."""
    match record:
        case Training(person=str(person)) | Expert(person=person):
            return evolve(record, person=MARK + person)
        case Fact(key=key) if key in PEOPLE:
            return evolve(record, key=MARK + key)
        case _:
            return record


@st.composite
def marked_registers(draw: DrawFn) -> Register:
    drawn = draw(registers())
    rejected = draw(
        st.lists(
            st.builds(RejectedRow, what=st.sampled_from(("Training", "Expert")), id=st.just("r0"))
        )
    )
    somebody = Training(id="somebody", person=f"{MARK}P1", on=DAY)
    return Register([somebody, *map(marked, drawn.records)], drawn.completeness, rejected)


# --- results made from a register ---


def texts(value: object) -> Iterator[str]:
    yield from (repr(value), str(value))


def texts_of_grids(
    figures: Figures, evaluation: Evaluation, swept: Sweep, register: Register
) -> Iterator[str]:
    changes = compare_phases(evaluate(HANOI, figures, evaluation.reading), *PHASES)
    totals = funding(HANOI, register, as_of=figures.as_of)
    yield from (*texts(changes), *texts(totals))
    for lang in ("vi", "en"):
        shown = table(evaluation, lang)
        yield from (repr(shown), *drawn_table(shown, Page(120), lang, why=True))
        for grid in (
            sweep_grid(swept, lang),
            change_grid(changes, lang),
            funding_grid(totals, HANOI, figures.as_of, lang),
        ):
            yield from (repr(grid), *drawn_grid(grid, Shape([10] * len(grid.headings)), Page(120)))


def measures(compared: Iterable[Comparison], as_of: date) -> Iterator[str]:
    for each in compared:
        yield from (repr(measure(each)) for measure in (gap, margin, progress))
        if as_of in each.period:
            yield repr(pace(each, through=as_of))


class TestResults:
    """Results made from a register contain numbers, and no keys of people, except for evidence."""

    @settings(max_examples=50)
    @given(marked_registers(), days(), readings())
    def test_results_do_not_contain_keys(
        self, register: Register, as_of: date, reading: Reading
    ) -> None:
        figures = tally(HANOI, register, as_of=as_of)
        evaluation, swept = evaluate(HANOI, figures, reading), sweep(HANOI, figures)
        plain = make_converter()
        said = [
            *texts(figures),
            *texts(evaluation),
            *texts(swept),
            to_json(evaluation),
            json.dumps(plain.unstructure(figures)),
            *measures(
                (each for verdict in evaluation.verdicts for each in verdict.comparisons), as_of
            ),
            *texts_of_grids(figures, evaluation, swept, register),
        ]

        assert MARK in repr(register.records)
        assert [] == [text for text in said if MARK in text]

    @settings(max_examples=15)
    @given(marked_registers(), days(), st.sampled_from(("vi", "en")))
    def test_the_command_does_not_print_keys(
        self, register: Register, as_of: date, lang: str
    ) -> None:
        rest = ["--as-of", as_of.isoformat(), "--lang", lang]
        for command in (["evaluate"], ["evaluate", "--format", "json"], ["sweep"], ["compare"]):
            code, out = printed(to_json(register), *command, *rest)

            assert (0, False) == (code, MARK in out)

    @given(marked_registers())
    def test_evidence_contains_the_keys(self, register: Register) -> None:
        """Asked for, every key is there: in the figure, in the lines and from the command."""
        found = evidence(assess(HANOI, register, as_of=DAY), register, TRAINED)

        counted = {each.key for figure in found.figures for each in figure.counted}
        assert f"{MARK}P1" in counted
        assert any(MARK in line for line in evidence_lines(found, "en"))
        assert (
            MARK in printed(to_json(register), "evidence", TRAINED, "--as-of", DAY.isoformat())[1]
        )
        assert isinstance(found, Evidence)


def printed(document: str, command: str, *options: str) -> tuple[int, str]:
    """Run the command on a register.

    Return its exit code and everything printed on both streams.
    """
    said = io.StringIO()
    with TemporaryDirectory() as folder, redirect_stdout(said), redirect_stderr(said):
        path = Path(folder) / "register.json"
        path.write_text(document, encoding="utf-8")
        code = main([command, str(path), *options])
    return code, said.getvalue()


# --- messages about a document that cannot be read ---

NUMBER = "000000000012"
# What a shifted column sends: a key, a name, and keys that are refused where they belong too.
SENT = (
    f"{MARK}1",
    f" {MARK}1",
    f"{MARK}1 Văn A",
    f"{MARK}1" * 40,
    f"{MARK}\u200b1",
    f"{MARK}e\u03011",
    f"{MARK}1\ud800",
    [f"{MARK}1"],
    {f"{MARK}1": f"{MARK}2"},
    NUMBER,
    f"{NUMBER[:3]} {NUMBER[3:]}",
    999_999_999_999,
)
FORBIDDEN = ("PERSON", "000000012", "999999")
DOCUMENT: dict[str, Any] = json.loads(
    to_json(
        Register(
            [
                Training(id="t1", person=f"{MARK}1", on=DAY, recorded_on=DAY, topic="5S"),
                Training(id="t2", headcount=5, on=DAY, verified=False, annulled=True),
                Expert(
                    id="x1", person=f"{MARK}1", trained_on=DAY, standard="made up", renewal=True
                ),
                Fact("trained/persons", f"{MARK}1", DAY, verified=False),
                *EXAMPLES[Register][0].records,
            ],
            [Completeness(Training, Period.until(DAY), DAY)],
            [RejectedRow(what="Training", id="t3", recorded_on=DAY, things=40)],
        )
    )
)


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield every place in a document, from the top."""
    yield path
    for key, item in (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    ):
        yield from places(item, (*path, key))


def sent_to(
    path: tuple[str | int, ...],
    sent: object,
    how: str,
    value: Any = DOCUMENT,  # noqa: ANN401 - JSON
) -> Any:  # noqa: ANN401 - JSON
    """Return the document with a value sent to one place: replacing, beside or around it."""
    if path:
        first, *rest = path
        changed = value.copy()
        changed[first] = sent_to(tuple(rest), sent, how, value[first])
        return changed
    name = sent if isinstance(sent, str) else f"{MARK}1"
    if how == "beside" and isinstance(value, dict):
        return {**value, name: sent}
    return {name: value} if how == "around" else sent


def carried(error: BaseException | None) -> Iterator[str]:
    """Yield all the texts of an error, and of the errors behind it."""
    if error is None:
        return
    yield from (
        str(error),
        repr(error),
        repr(vars(error)),
        *traceback.format_exception(error, chain=False),
    )
    for behind in (error.__cause__, error.__context__):
        yield from carried(behind)


def refusal(call: Callable[[], object]) -> NscError | None:
    try:
        call()
    except NscError as error:
        return error
    return None


def refusal_of(document: str) -> NscError | None:
    return refusal(lambda: from_json(document, Register))


class TestDocuments:
    """A message names the place and repeats no key, neither the right one nor a misplaced one."""

    @pytest.mark.parametrize("how", ["instead", "beside", "around"])
    @pytest.mark.parametrize("sent", SENT, ids=ascii)
    def test_messages_do_not_repeat_keys_wherever_they_are_sent(
        self, sent: object, how: str
    ) -> None:
        for path in places(DOCUMENT):
            error = refusal_of(json.dumps(sent_to(path, sent, how)))
            assert [] == [
                said for said in carried(error) if any(word in said for word in FORBIDDEN)
            ]

    @pytest.mark.parametrize("sent", SENT, ids=ascii)
    @pytest.mark.parametrize(
        "path",
        [("trainings", 0, "person"), ("trainings", 0, "on"), ("rejected", 0, "what")],
        ids=str,
    )
    def test_the_command_does_not_print_keys(
        self, path: tuple[str | int, ...], sent: object
    ) -> None:
        document = json.dumps(sent_to(path, sent, "instead"))

        code, out = printed(document, "evaluate", "--as-of", "2026-06-30")

        assert (2 if refusal_of(document) else 0) == code
        assert [] == [word for word in FORBIDDEN if word in out]

    def test_messages_name_the_place(self) -> None:
        document = json.dumps(sent_to(("trainings", 0, "on"), f"{MARK}1", "instead"))

        expected = (
            """^trainings\\[0\\].on: expected a date such as "2025-12-31", got the text '…'$"""
        )
        with pytest.raises(DocumentError, match=expected):
            from_json(document, Register)

    @pytest.mark.parametrize("key", [f'"{MARK}1"', f'"{MARK}1": 1, "{MARK}1"'])
    def test_messages_about_broken_text_do_not_repeat_keys(self, key: str) -> None:
        for text in (
            f"{{{key}: 1}}",
            f'{{"trainings": [{{{key}: 1}}]}}',
            f'{{"trainings": [{{{key}',
        ):
            error = refusal_of(text)
            assert isinstance(error, DocumentError)
            assert not any(MARK in said for said in carried(error))

    def test_a_message_about_one_id_used_twice_does_not_repeat_keys(self) -> None:
        one = {"id": "t1", "person": f"{MARK}1", "on": "2024-01-01"}
        document = {
            "schema": "nsc-program/register/1",
            "trainings": [one, {**one, "person": f"{MARK}2"}],
        }

        error = refusal_of(json.dumps(document))

        assert str(error).startswith(
            "trainings[1]: the id 't1' stands at trainings[0] too, with other content; "
        )
        assert not any(MARK in said for said in carried(error))


class TestRegisters:
    """The same holds for records that are made in Python."""

    def test_a_conflict_does_not_repeat_keys(self) -> None:
        one, other = (Training(id="t1", person=f"{MARK}{number}", on=DAY) for number in (1, 2))

        for call in (
            lambda: Register([one, other]),
            lambda: Register([one]).merge(Register([other])),
        ):
            error = refusal(call)
            assert isinstance(error, RegisterConflict)
            assert not any(MARK in said for said in carried(error))

    @pytest.mark.parametrize("sent", [*SENT, (f"{MARK}1",), None], ids=ascii)
    @pytest.mark.parametrize(
        "name", ["id", "person", "on", "headcount", "verified", "audience", "topic", "recorded_on"]
    )
    def test_messages_about_a_field_do_not_repeat_keys(self, name: str, sent: object) -> None:
        fields: dict[str, Any] = {"id": "t1", "person": f"{MARK}1", "on": DAY, name: sent}

        said = [*carried(refusal(lambda: Training(**fields)))]

        assert [] == [text for text in said if any(word in text for word in FORBIDDEN)]

    @pytest.mark.parametrize(
        "call",
        [
            lambda: Fact(f"{MARK}1", "key", DAY),
            lambda: Fact(f"p {MARK}1 ", "key", DAY),
            lambda: Register([f"{MARK}1"]),  # type: ignore[list-item]
            lambda: Register([[Training(id="t1", person=f"{MARK}1", on=DAY)]]),  # type: ignore[list-item]
            lambda: Register((), [Training(id="t1", person=f"{MARK}1", on=DAY)]),  # type: ignore[list-item]
            lambda: Register().as_known_on(f"{MARK}1"),  # type: ignore[arg-type]
            lambda: tally(HANOI, Register(), as_of=f"{MARK}1"),  # type: ignore[arg-type]
            lambda: to_json(Training(id="t1", person=f"{MARK}1", on=DAY)),
            lambda: from_json(Training(id="t1", person=f"{MARK}1", on=DAY), Register),  # type: ignore[arg-type]
        ],
        ids=range(9),
    )
    def test_other_refusals_do_not_repeat_keys(self, call: Callable[[], object]) -> None:
        error = refusal(call)

        assert isinstance(error, (InvalidType, InvalidValue))
        assert not any(MARK in said for said in carried(error))

    def test_a_message_about_an_unknown_id_does_not_repeat_keys(self) -> None:
        """It suggests ids of the plan."""
        register = Register([Training(id="t1", person=f"{MARK}1", on=DAY)])
        evaluation = evaluate(HANOI, tally(HANOI, register, as_of=DAY))

        for call in (
            lambda: evaluation["nobody"],
            lambda: evaluation.phase("nobody"),
            lambda: evidence(assess(HANOI, register, as_of=DAY), register, "nobody"),
            lambda: HANOI.indicator("nobody"),
        ):
            error = refusal(call)
            assert isinstance(error, UnknownId)
            assert not any(MARK in said for said in carried(error))
