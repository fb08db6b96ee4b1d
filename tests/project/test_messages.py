"""Every error message is in Vietnamese and in English, and none is half translated."""

import ast
from collections.abc import Iterator

import pytest

from both_languages import faults, faults_of, words
from each import for_each
from nsc_program.errors import NOUNS, Message, Problem, RegisterConflict, UnknownId
from nsc_program.intake import Fault
from nsc_program.intake._messages.messages import message as message_of
from sentences import nodes, pairs, text_of, trees


def test_each_sentence_is_in_both_languages() -> None:
    sentences = {
        f"{path.stem}:{vi.lineno}:{vi.col_offset}": Message(text_of(vi), text_of(en))
        for path, tree in trees().items()
        for vi, en in pairs(tree)
    }

    found = {place: list(faults(message)) for place, message in sentences.items()}

    assert len(sentences) > 500
    assert {} == {place: wrong for place, wrong in found.items() if wrong}


@for_each("fault", Fault)
def test_a_fault_of_a_row_is_described_in_both_languages(fault: Fault) -> None:
    sentence = message_of(fault)
    assert [] == list(faults(Message(sentence.vi, sentence.en)))


@pytest.mark.parametrize(
    "message",
    [
        Message("it is required", "it is required"),
        Message("mục tiêu thiếu citation của nó", "the target lacks its citation"),
        Message("target thieu", "it lacks a citation"),
        Message("thiếu trích dẫn", "it lacks a trích dẫn"),
    ],
)
def test_a_half_translated_message_is_found(message: Message) -> None:
    assert [] != list(faults(message))


@pytest.mark.parametrize(
    "message",
    [
        Message("thiếu “citation” và 'clubs'", "“citation” and 'clubs' are missing"),
        Message("cần completed_on, nhận được null", "expected completed_on, got null"),
        Message("null", "null"),
    ],
)
def test_names_and_quotations_need_no_translation(message: Message) -> None:
    assert [] == list(faults(message))


def test_a_code_is_in_kebab_case() -> None:
    assert ["'A code' is not in kebab-case"] == list(
        faults_of(Problem((), "A code", Message("thiếu", "missing")))
    )


# The names of things that are looked up by id


def _looked_for() -> Iterator[str]:
    """Yield the kinds of things that the `UnknownId` errors in the source look for."""
    for node in nodes():
        match node:
            case ast.Call(
                func=ast.Name(id="UnknownId" | "_find" | "no_such" | "_unknown"),
                args=[what, *_],
            ):
                yield from (
                    constant.value
                    for constant in ast.walk(what)
                    if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
                )


def test_everything_looked_up_has_a_vietnamese_name() -> None:
    looked_for = set(_looked_for())

    assert {
        "target",
        "indicator",
        "phase",
        "question",
        "document",
        "sheet",
        "language",
    } <= looked_for
    assert looked_for <= NOUNS.keys()
    for what in looked_for:
        (problem,) = UnknownId(what, "a", ("b",)).problems
        assert problem.message.vi == f"không có {NOUNS[what]} 'a'; hiện có 'b'"


def test_an_unknown_id_is_reported_in_both_languages() -> None:
    near, none = UnknownId("target", "clbs", ("clubs",)), UnknownId("unit", "person", ())

    assert "không có mục tiêu 'clbs'; có phải là 'clubs' không?" == near.in_("vi")
    assert "no target 'clbs'; did you mean 'clubs'?" == near.in_("en") == str(near)
    assert "không có đơn vị tính 'person'; hiện chưa có mục nào" == none.in_("vi")
    assert "no unit 'person'; there are none" == none.in_("en")
    assert {"unknown-id"} == {problem.code for error in (near, none) for problem in error.problems}


def test_a_thing_without_a_noun_is_called_an_id() -> None:
    assert "không có mã 'a'; hiện có 'b'" == UnknownId("thing of one's own", "a", ("b",)).in_("vi")


def test_a_conflict_is_reported_in_both_languages() -> None:
    conflict = RegisterConflict(("Support", "s1", None), ("Training", "t1", "2025-03-01"))

    assert [
        "hồ sơ hỗ trợ 's1'",
        "hồ sơ đào tạo, tập huấn 't1' ngày 2025-03-01",
    ] == [line.partition(":")[0] for line in conflict.in_("vi").splitlines()]
    assert {"conflicting-records"} == {problem.code for problem in conflict.problems}


def test_names_of_fields_are_not_words() -> None:
    assert {"needs", "some", "thing"} == words(
        "needs a thing, some of 'clubs', completed_on or Support"
    )
