"""JSON Lines are read a part at a time, and refused as in the document of a register."""

import gc
import json
import tracemalloc
from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_fast_reading import NAMES, Pairs, objects, spoilt, texts, without_msgspec

from building import AFTER, report, supports, trainings
from drawing import registers
from each import for_each
from nsc_program import Fact, Register, Support, Training
from nsc_program.errors import DocumentError, InvalidType, NscError
from nsc_program.records import AnyRecord, Record, ReportedFigure
from nsc_program.serialization import SCHEMAS, from_json, from_json_lines, to_json
from nsc_program.serialization._documents import KEYS
from nsc_program.serialization._fast_lines import lines_reader
from nsc_program.serialization._lines import _PART
from own_classes import Prize

FIVE = supports(5)


def lines_of(records: Iterable[AnyRecord]) -> list[str]:
    """Return the records of one class as JSON Lines."""
    document = json.loads(to_json(Register(records)))
    del document["schema"]
    return [json.dumps(row, ensure_ascii=False) for rows in document.values() for row in rows]


LINES = lines_of(FIVE)


def refusal(lines: Iterable[Any], kind: type[Any] = Support) -> NscError:
    with pytest.raises(NscError) as refused:
        list(from_json_lines(lines, kind))
    return refused.value


def read_or_refused(lines: Iterable[str | bytes], kind: type[Any]) -> object:
    try:
        return list(from_json_lines(lines, kind))
    except DocumentError as refused:
        return refused


@st.composite
def drawn_lines(draw: st.DrawFn) -> tuple[type[AnyRecord], list[str]]:
    """Draw the lines of one class, of which some may be changed."""
    kinds: dict[type[AnyRecord], str] = dict(KEYS)
    kind = draw(st.sampled_from(list(kinds)))
    document = json.loads(to_json(draw(registers())), object_pairs_hook=Pairs)
    rows = dict(document).get(kinds[kind], [])
    for _ in range(draw(st.integers(0, 2)) if rows else 0):
        spoilt(draw, draw(st.sampled_from(list(objects(rows)))), NAMES)
    lines = [texts(row, draw(st.sampled_from([":", ": ", " : "]))) for row in rows]
    return kind, lines


class TestBothAgree:
    """The fast reader and the exact reader read the same, and refuse what a document refuses."""

    @given(drawn_lines(), st.sampled_from(["", "\n", "\r\n", " "]), st.booleans())
    def test_any_lines_are_read_or_refused_alike(
        self, drawn: tuple[type[AnyRecord], list[str]], end: str, encoded: bool
    ) -> None:
        kind, texts_ = drawn
        ended = [line + end for line in texts_]
        lines: list[str | bytes] = [line.encode() if encoded else line for line in ended]
        with without_msgspec():
            exact = read_or_refused(lines, kind)

        assert exact == read_or_refused(lines, kind)

    @given(drawn_lines())
    @example((Support, ["{}", "[]"]))
    @example((Fact, ['{"indicator": "supported", "key": "SAMPLE-1", "on": "2024-06-30"}']))
    def test_each_line_is_refused_as_in_a_document(
        self, drawn: tuple[type[AnyRecord], list[str]]
    ) -> None:
        kind, lines = drawn
        for line in lines:
            found = read_or_refused([line], kind)
            text = f'{{"schema": "{SCHEMAS[Register]}", "{KEYS[kind]}": [{line}]}}'
            try:
                expected: Any = list(from_json(text, Register).records)
            except DocumentError as refused:
                assert isinstance(found, DocumentError)
                inner = [problem._replace(path=problem.path[2:]) for problem in refused.problems]
                assert [problem.within("line", 1) for problem in inner] == list(found.problems)
            else:
                assert expected == found

    @given(registers())
    def test_every_record_of_the_library_is_read(self, register: Register) -> None:
        for kind in {type(record) for record in register.records}:
            records = [record for record in register.records if type(record) is kind]

            assert records == list(from_json_lines(lines_of(records), kind))

    @for_each(
        "lines",
        [
            [LINES[0] + LINES[1]],
            [LINES[0] + "\n" + LINES[1]],
            [LINES[0] + "\n" + LINES[1], ""],
            [LINES[0] + "," + LINES[1]],
            [LINES[0][:20], LINES[0][20:]],
            ["[" + LINES[0] + "]"],
            [LINES[0].replace('"id"', '"id": "s1", "id"')],
            [LINES[0].replace("{", '{"note": {}\n,', 1)],
            ['{"id": "\ud800"}'],
        ],
        ids=range(9),
    )
    def test_what_is_not_one_record_a_line_is_refused(self, lines: list[str]) -> None:
        assert lines_reader(Support, 2**20)(lines) is None or "\n" not in lines[0]
        with without_msgspec():
            exact = refusal(lines)

        assert exact == refusal(lines)

    def test_plain_lines_are_read_by_the_fast_reader(self) -> None:
        assert FIVE == lines_reader(Support, 2**20)(LINES)
        assert FIVE == lines_reader(Support, 2**20)([line.encode() for line in LINES])


class TestRefusals:
    """A refusal names the line, and the lines before it have been read."""

    @pytest.mark.parametrize("before", [0, 3, 1500])
    def test_the_path_begins_with_the_number_of_the_line(self, before: int) -> None:
        lines = [*lines_of(supports(before)), LINES[0].replace('"id"', '"i"'), "{"]
        read = from_json_lines(lines, Support)

        assert list(Register(supports(before)).records) == list(islice(read, before))
        with pytest.raises(DocumentError) as refused:
            next(read)
        assert {problem.path[:2] for problem in refused.value.problems} == {("line", before + 1)}
        assert "id: it is required" in str(refused.value)

    def test_a_line_that_is_not_json_is_named_in_the_message(self) -> None:
        error = refusal([*LINES, '{"id": }'])

        assert error.problems[0].path == ("line", 6)
        assert "at line 6, column 8" in error.in_("en")
        assert "sai ở dòng 6, cột 8" in error.in_("vi")

    def test_a_long_line_is_refused(self) -> None:
        most = max(map(len, LINES))

        assert FIVE == list(from_json_lines(LINES, Support, most=most))
        with pytest.raises(DocumentError, match=r"line\[1\]: expected at most 10 bytes"):
            list(from_json_lines(LINES, Support, most=10))

    @pytest.mark.parametrize("line", [1, None, {}, [LINES[0]]])
    def test_what_is_not_a_line_is_refused(self, line: object) -> None:
        assert isinstance(refusal([LINES[0], line]), InvalidType)

    @pytest.mark.parametrize("lines", [LINES[0], LINES[0].encode(), 1, None])
    def test_what_is_not_several_lines_is_refused_at_once(self, lines: Any) -> None:  # noqa: ANN401  # of a wrong type
        with pytest.raises(InvalidType, match="an iterable of lines"):
            from_json_lines(lines, Support)

    @pytest.mark.parametrize("kind", [Register, Record, dict, "Support", None])
    def test_what_is_not_a_class_of_records_is_refused_at_once(self, kind: Any) -> None:  # noqa: ANN401  # of a wrong type
        with pytest.raises(InvalidType, match="a class of records"):
            from_json_lines(LINES, kind)


class TestReading:
    """Records of any class are read, one after the other."""

    def test_blank_lines_are_skipped(self) -> None:
        lines = ["", *LINES[:2], " \t\r\n", *LINES[2:], "\n"]

        assert FIVE == list(from_json_lines(lines, Support))
        assert FIVE == list(from_json_lines([line.encode() for line in lines], Support))

    def test_a_line_that_only_looks_blank_is_refused(self) -> None:
        assert refusal(["\u00a0"]).problems[0].path == ("line", 1)

    def test_records_of_other_classes_are_read(self) -> None:
        figure = report("supported", 5, issued=AFTER)
        fact = Fact("supported", "SAMPLE-1", AFTER)

        assert [figure] == list(from_json_lines(lines_of([figure]), ReportedFigure))
        assert [fact] == list(from_json_lines(lines_of([fact]), Fact))
        assert trainings(3) == list(from_json_lines(lines_of(trainings(3)), Training))

    def test_records_of_an_embedder_are_read(self) -> None:
        prize = Prize(id="p1", given_on=AFTER, rank_number=1)
        document = json.loads(to_json(Register([prize]), records={"prizes": Prize}))
        line = json.dumps(document["prizes"][0])

        assert [prize] == list(from_json_lines([line], Prize))
        wrong = line.replace("1}", "0}")
        assert refusal([line, wrong], Prize).problems[0].place == "line[2].rank_number"

    def test_nothing_is_read_before_it_is_asked_for(self) -> None:
        lines = iter(LINES * 1000)

        read = from_json_lines(lines, Support)
        assert next(lines) == LINES[0]
        next(read)
        assert len(list(lines)) == 5000 - 1 - _PART

    def test_memory_does_not_grow_with_the_number_of_lines(self) -> None:
        peaks = []
        for number in (4_000, 40_000):
            tracemalloc.start()
            for _ in from_json_lines((LINES[0] for _ in range(number)), Support):
                pass
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()

        assert peaks[1] < peaks[0] * 1.2

    def test_the_collector_works_between_records(self) -> None:
        next(from_json_lines(LINES, Support))

        assert gc.isenabled()
